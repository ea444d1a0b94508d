/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the fuzzer's inputs without a fuzzer: every file of a folder, then for each function some
 * drawn from a generator with a fixed seed. Usage: replay FOLDER COUNT
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t run_files(const char *folder)
{
    DIR *open = opendir(folder);
    size_t count = 0;
    for (struct dirent *entry; open && (entry = readdir(open));) {
        static uint8_t data[MOST];
        char path[4096];
        FILE *file;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || !(file = fopen(path, "rb")))
            continue;
        LLVMFuzzerTestOneInput(data, fread(data, 1, sizeof data, file));
        fclose(file);
        count++;
    }
    if (open)
        closedir(open);
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
    size_t files;
    if (count != 3)
        return 2;
    files = run_files(words[1]);
    printf("ok - %zu inputs of the corpus\n", files);
    for (long i = 0; i < atol(words[2]); i++) {
        size_t size = 100 + next(&state) % 500;
        int tame = next(&state) % 2; /* half of the sheets hold answers, not oddities */
        for (size_t b = 0; b < size; b++)
            data[b] = (uint8_t)(next(&state) % (b >= 64 && tame ? 200 : 256));
        data[0] = (uint8_t)i;
        LLVMFuzzerTestOneInput(data, size);
    }
    printf("ok - %s drawn inputs\n", words[2]);
    return 0;
}
