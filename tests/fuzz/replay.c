/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the fuzzer's inputs without a fuzzer: those of corpus.hex (which make fuzz found to reach
 * much code), then some drawn by a generator with a fixed seed. Usage: replay CORPUS COUNT
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each line of the file is an input in hexadecimal digits. */
static size_t run_lines(const char *path)
{
    static char line[2 * MOST + 2];
    static uint8_t data[MOST];
    size_t count = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        size_t size = 0;
        while (size < MOST && sscanf(line + 2 * size, "%2hhx", &data[size]) == 1)
            size++;
        LLVMFuzzerTestOneInput(data, size);
        count++;
    }
    if (file)
        fclose(file);
    return count;
}

/* splitmix64 */
static uint64_t next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

int main(int count, char *words[])
{
    static uint8_t data[600];
    uint64_t state = 1;
    size_t lines;
    if (count != 3)
        return 2;
    lines = run_lines(words[1]);
    printf(lines > 0 ? "ok - %zu inputs of the corpus\n" : "not ok - %zu inputs of the corpus\n",
           lines);
    for (long i = 0; i < atol(words[2]); i++) {
        size_t size = 100 + next(&state) % 500;
        int tame = next(&state) % 2; /* half of the sheets hold answers, not oddities */
        for (size_t b = 0; b < size; b++)
            data[b] = (uint8_t)(next(&state) % (b >= 64 && tame ? 160 : 256));
        data[0] = (uint8_t)i;
        LLVMFuzzerTestOneInput(data, size);
    }
    printf("ok - %s drawn inputs\n", words[2]);
    return 0;
}
