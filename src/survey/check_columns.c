/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>
#include <stdlib.h>

enum {
    COUNTED = 5,   /* 1 to 5 one after the other: by chance 1 in 5⁵ on five points */
    ORDERED = 6,   /* strictly in order: by chance 1 in 6! */
    SHUFFLED = 12, /* all different: more than the points of any rating scale */
    MANY = 31,     /* all different: 1 in 100 by chance on 0 to 100 */
    LARGEST = 100, /* point of a scale */
    DAY_1970 = 25569,
    DAY_2100 = 73051 /* as the office counts days, from 1899-12-30 */
};

/* Dates never fall where rows stand in the order of answering; a time of day is no whole number. */
static bool is_time(const sq_item_counts *item)
{
    return item->answers >= 2 && item->least >= DAY_1970 && item->largest < DAY_2100 &&
           (item->whole < item->answers || (item->never_falling && item->answers >= COUNTED));
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static sq_status are_all_different(const sq_table *answers, size_t column,
                                   const sq_item_counts *item, bool *different)
{
    SQ_SCRATCH(memory);
    double *sorted;
    size_t n = 0;
    *different = item->distinct == item->answers;
    if (!item->many)
        return SQ_OK;
    SQ_TAKE(sorted, &memory, item->answers);
    for (size_t row = 0; row < answers->rows; row++)
        if (isfinite(sq_row(answers, row)[column]))
            sorted[n++] = sq_row(answers, row)[column];
    qsort(sorted, n, sizeof *sorted, by_size);
    *different = true;
    for (size_t i = 1; i < n && *different; i++)
        *different = sorted[i] != sorted[i - 1];
    return SQ_OK;
}

static sq_status is_running_number(const sq_table *answers, size_t column,
                                   const sq_item_counts *item, bool *running)
{
    bool different;
    *running = false;
    if (item->whole < item->answers || item->answers < COUNTED)
        return SQ_OK;
    *running = item->by_one || ((item->rising || item->falling) && item->answers >= ORDERED);
    if (*running || item->answers < SHUFFLED)
        return SQ_OK;
    SQ_TRY(are_all_different(answers, column, item, &different));
    *running = different && (item->largest > LARGEST || item->answers >= MANY ||
                             item->largest - item->least + 1 == (double)item->answers);
    return SQ_OK;
}

sq_status sq_column_kinds(const sq_table *answers, const sq_item_counts items[],
                          sq_column_kind kinds[])
{
    for (size_t i = 0; i < answers->columns; i++) {
        bool running = false;
        kinds[i] = SQ_COLUMN_EMPTY;
        if (items[i].answers == 0)
            continue;
        kinds[i] = SQ_COLUMN_TIME;
        if (is_time(&items[i]))
            continue;
        SQ_TRY(is_running_number(answers, i, &items[i], &running));
        kinds[i] = running ? SQ_COLUMN_RUNNING_NUMBER : SQ_COLUMN_ANSWERS;
    }
    return SQ_OK;
}
