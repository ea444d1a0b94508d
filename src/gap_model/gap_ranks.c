/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/gap_ranks.h"

#include "base/rounding.h"
#include "gap_model/own_importance.h"

#include <math.h>

static sq_status check(const sq_ratings *ratings, double level)
{
    bool paired = ratings->subtrahend.values || ratings->minuend.rows == 0;
    if (ratings->subtrahend.columns != ratings->minuend.columns ||
        ratings->subtrahend.rows != ratings->minuend.rows || !paired)
        return SQ_BAD_ARGUMENT;
    return sq_check_level(level);
}

/* ---- Items, some columns in one pass over the answers. */

enum { AT_ONCE = 8 };

typedef struct gap_columns {
    double *gap[AT_ONCE]; /* [rows] */
    size_t n[AT_ONCE];
    double size[AT_ONCE]; /* the largest |answer| behind each */
} gap_columns;

static void collect(const sq_ratings *ratings, size_t from, size_t count, gap_columns *out)
{
    for (size_t i = 0; i < count; i++) {
        out->n[i] = 0;
        out->size[i] = 0;
    }
    for (size_t row = 0; row < ratings->minuend.rows; row++) {
        const double *minuend = sq_row(&ratings->minuend, row) + from;
        const double *subtrahend = sq_row(&ratings->subtrahend, row) + from;
        for (size_t i = 0; i < count; i++) {
            double gap = minuend[i] - subtrahend[i];
            double size = fmax(fabs(minuend[i]), fabs(subtrahend[i]));
            if (isnan(gap))
                continue;
            out->gap[i][out->n[i]++] = gap;
            if (size > out->size[i])
                out->size[i] = size;
        }
    }
}

sq_status sq_gap_ranks_by_item(const sq_ratings *ratings, double level, sq_signed_ranks item[],
                               double holm[])
{
    SQ_SCRATCH(memory);
    size_t columns = ratings->minuend.columns, *order;
    gap_columns some;
    SQ_TRY(check(ratings, level));
    SQ_TAKE(order, &memory, columns);
    for (size_t i = 0; i < AT_ONCE && i < columns; i++)
        SQ_TAKE(some.gap[i], &memory, ratings->minuend.rows);
    for (size_t from = 0; from < columns; from += AT_ONCE) {
        size_t count = columns - from < AT_ONCE ? columns - from : AT_ONCE;
        collect(ratings, from, count, &some);
        for (size_t i = 0; i < count; i++)
            SQ_TRY(
                sq_signed_rank_test(some.gap[i], some.n[i], some.size[i], level, &item[from + i]));
    }
    for (size_t i = 0; i < columns; i++)
        holm[i] = item[i].p;
    sq_holm(holm, holm, order, columns);
    return SQ_OK;
}

/* ---- Scores of respondents. */

typedef struct score_columns {
    double **gap; /* [measures][rows] */
    size_t *n;    /* [measures] */
    double *size;
} score_columns;

static void add_score(score_columns *out, size_t measure, const sq_score *score)
{
    if (isnan(score->gap))
        return;
    out->gap[measure][out->n[measure]++] = score->gap;
    out->size[measure] = fmax(out->size[measure], score->size);
}

static sq_status take_columns(sq_arena *memory, size_t measures, size_t rows, score_columns *out)
{
    SQ_TAKE(out->gap, memory, measures);
    SQ_TAKE(out->n, memory, measures);
    SQ_TAKE(out->size, memory, measures);
    for (size_t m = 0; m < measures; m++)
        SQ_TAKE(out->gap[m], memory, rows);
    return SQ_OK;
}

sq_status sq_gap_ranks_by_dimension(const sq_ratings *ratings, const sq_dimensions *dimensions,
                                    const double *importance, const sq_table *points, double level,
                                    sq_signed_ranks scores[])
{
    SQ_SCRATCH(memory);
    size_t count = dimensions->count;
    double *own, sum = 1;
    sq_score *dimension, overall;
    score_columns columns;
    SQ_TRY(check(ratings, level));
    SQ_TAKE(own, &memory, count);
    SQ_TAKE(dimension, &memory, count);
    SQ_TRY(take_columns(&memory, count + 1, ratings->minuend.rows, &columns));
    for (size_t row = 0; row < ratings->minuend.rows; row++) {
        sq_gap_of_respondent(ratings, dimensions, row, dimension, &overall);
        if (points)
            SQ_TRY(sq_points_of(points, row, own, &sum));
        if (points || importance)
            overall = sq_weighted_score(dimension, points ? own : importance, count);
        for (size_t d = 0; d < count; d++)
            add_score(&columns, d, &dimension[d]);
        if (sum > 0)
            add_score(&columns, count, &overall);
    }
    for (size_t m = 0; m <= count; m++)
        SQ_TRY(
            sq_signed_rank_test(columns.gap[m], columns.n[m], columns.size[m], level, &scores[m]));
    return SQ_OK;
}

/* The scores of one respondent, behind those of his group, where there are any. */
static void put_scores(const sq_score *overall, const sq_score dimension[], size_t measures,
                       double *numbers[], size_t count[], sq_grouped out[])
{
    for (size_t m = 0; m < measures; m++) {
        const sq_score *score = m == 0 ? overall : &dimension[m - 1];
        if (isnan(score->gap))
            continue;
        numbers[m][count[m]++] = score->gap;
        out[m].size = fmax(out[m].size, score->size);
    }
}

sq_status sq_gap_scores_of_groups(sq_arena *memory, const sq_ratings *ratings,
                                  const sq_dimensions *dimensions, const size_t rows[],
                                  const size_t first[], size_t groups, sq_grouped out[])
{
    size_t measures = dimensions->count + 1, **begins, *count;
    sq_score *dimension, overall;
    double **numbers;
    SQ_SCRATCH(own);
    SQ_TAKE(dimension, &own, measures);
    SQ_TAKE(numbers, &own, measures);
    SQ_TAKE(begins, &own, measures);
    SQ_TAKE(count, &own, measures);
    for (size_t m = 0; m < measures; m++) {
        SQ_TAKE(numbers[m], memory, first[groups] - first[0]);
        SQ_TAKE(begins[m], memory, groups + 1);
        out[m] = (sq_grouped){numbers[m], begins[m], groups, 0};
    }
    for (size_t g = 0; g <= groups; g++) {
        for (size_t m = 0; m < measures; m++)
            begins[m][g] = count[m];
        for (size_t i = first[g]; g < groups && i < first[g + 1]; i++) {
            sq_gap_of_respondent(ratings, dimensions, rows[i], dimension, &overall);
            put_scores(&overall, dimension, measures, numbers, count, out);
        }
    }
    return SQ_OK;
}
