/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 2 * SQ_MOST_LEVELS }; /* a power of 2: at most half are taken */

static size_t slot_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return (size_t)(bits * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (SLOTS - 1);
}

/* Counts an answer among those of its item (slots with count 0 are free). */
static void count_level(sq_item_counts *item, double value)
{
    size_t slot = slot_of(value);
    if (item->many)
        return;
    while (item->levels[slot].count > 0 && item->levels[slot].value != value)
        slot = (slot + 1) & (SLOTS - 1);
    if (item->levels[slot].count == 0 && item->distinct++ == SQ_MOST_LEVELS) {
        item->many = true;
        return;
    }
    item->levels[slot].value = value;
    item->levels[slot].count++;
}

static void count_one(sq_item_counts *item, double value)
{
    value = value == 0 ? 0 : value; /* −0 is 0 */
    if (item->answers++ == 0) {
        item->least = item->largest = value;
    } else {
        item->rising = item->rising && value > item->last;
        item->falling = item->falling && value < item->last;
        item->by_one = item->by_one && value == item->last + 1;
        item->never_falling = item->never_falling && value >= item->last;
        item->least = value < item->least ? value : item->least;
        item->largest = value > item->largest ? value : item->largest;
    }
    item->last = value;
    item->whole += value == floor(value);
    count_level(item, value);
}

static int by_value(const void *a, const void *b)
{
    double x = ((const sq_level *)a)->value, y = ((const sq_level *)b)->value;
    return (x > y) - (x < y);
}

static void sort_levels(sq_item_counts *item)
{
    size_t kept = 0;
    for (size_t slot = 0; slot < SLOTS; slot++)
        if (item->levels[slot].count > 0)
            item->levels[kept++] = item->levels[slot];
    item->distinct = item->many ? 0 : kept;
    qsort(item->levels, item->distinct, sizeof *item->levels, by_value);
}

sq_status sq_count_answers(sq_arena *memory, const sq_table *answers, sq_item_counts items[])
{
    size_t k = answers->columns;
    sq_level *levels;
    SQ_TAKE_TABLE(levels, memory, k, SLOTS);
    for (size_t i = 0; i < k; i++)
        items[i] = (sq_item_counts){.levels = levels + i * SLOTS,
                                    .rising = true,
                                    .falling = true,
                                    .by_one = true,
                                    .never_falling = true};
    for (size_t row = 0; row < answers->rows; row++)
        for (size_t i = 0; i < k; i++)
            if (isfinite(sq_row(answers, row)[i]))
                count_one(&items[i], sq_row(answers, row)[i]);
    for (size_t i = 0; i < k; i++)
        sort_levels(&items[i]);
    return SQ_OK;
}

size_t sq_answers_within(const sq_item_counts *item, double minimum, double maximum)
{
    size_t count = 0;
    for (size_t l = 0; l < item->distinct; l++)
        if (item->levels[l].value >= minimum && item->levels[l].value <= maximum)
            count += item->levels[l].count;
    return count;
}
