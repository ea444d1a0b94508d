/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/own_importance.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"

#include <math.h>

typedef struct work {
    const sq_ratings *ratings;
    const sq_dimensions *dimensions;
    sq_score *scores;             /* [dimensions] of one respondent */
    double *points;               /* [dimensions] his, 0 where blank */
    double *minuend, *subtrahend; /* [rows] weighted scores; NaN of who is left out */
    double *share, *contribution; /* [dimensions] weighted sums in the making */
    double weight;                /* Σ case weights of those who count */
    double size;                  /* the largest |answer| */
} work;

sq_status sq_points_of(const sq_table *table, size_t row, double points[], double *sum)
{
    bool readable = true;
    *sum = 0;
    if (row >= table->rows)
        return SQ_OK;
    for (size_t d = 0; d < table->columns; d++) {
        double given = sq_row(table, row)[d];
        points[d] = isnan(given) ? 0 : given;
        if (given < 0 || isinf(given))
            return SQ_OUT_OF_DOMAIN;
        readable = readable && (!isnan(given) || sq_absence_of(given) == SQ_BLANK);
        *sum += points[d];
    }
    if (!readable)
        *sum = 0;
    return isinf(*sum) ? SQ_OUT_OF_DOMAIN : SQ_OK;
}

/* One respondent whose points have a sum above 0. */
static void add_respondent(work *w, size_t row, double sum, double weight)
{
    size_t count = w->dimensions->count;
    double answered = 0;
    sq_score overall;
    sq_gap_of_respondent(w->ratings, w->dimensions, row, w->scores, &overall);
    overall = sq_weighted_score(w->scores, w->points, count);
    w->minuend[row] = overall.minuend;
    w->subtrahend[row] = overall.subtrahend;
    if (isnan(overall.gap))
        return;
    for (size_t d = 0; d < count; d++)
        answered += w->scores[d].answered > 0 ? w->points[d] : 0;
    for (size_t d = 0; d < count; d++) {
        w->share[d] += weight * w->points[d] / sum;
        if (w->scores[d].answered > 0)
            w->contribution[d] += weight * w->points[d] / answered * w->scores[d].gap;
    }
    w->weight += weight;
    w->size = fmax(w->size, overall.size);
}

static sq_status add_all(work *w, const sq_table *points)
{
    const sq_ratings *ratings = w->ratings;
    double scale = sq_case_weight_scale(ratings->case_weights, ratings->minuend.rows);
    for (size_t row = 0; row < ratings->minuend.rows; row++) {
        double sum, weight = sq_case_weight(ratings->case_weights, row) / scale;
        w->minuend[row] = w->subtrahend[row] = sq_error(SQ_NO_DATA);
        SQ_TRY(sq_points_of(points, row, w->points, &sum));
        if (sum > 0 && weight > 0)
            add_respondent(w, row, sum, weight);
    }
    return SQ_OK;
}

sq_status sq_gap_by_own_importance(const sq_ratings *ratings, const sq_dimensions *dimensions,
                                   const sq_table *points, double level, sq_gap dimension[],
                                   double share[], double contribution[], sq_gap *overall)
{
    SQ_SCRATCH(memory);
    size_t rows = ratings->minuend.rows, count = dimensions->count;
    work w = {
        .ratings = ratings, .dimensions = dimensions, .share = share, .contribution = contribution};
    sq_ratings weighted = {.case_weights = ratings->case_weights};
    if (points->columns != count)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(sq_gap_by_dimension(ratings, dimensions, NULL, level, dimension, NULL, NULL));
    SQ_TAKE(w.scores, &memory, count);
    SQ_TAKE(w.points, &memory, count);
    SQ_TAKE(w.minuend, &memory, rows);
    SQ_TAKE(w.subtrahend, &memory, rows);
    for (size_t d = 0; d < count; d++)
        share[d] = contribution[d] = 0;
    SQ_TRY(add_all(&w, points));
    for (size_t d = 0; d < count; d++) {
        double weight = w.weight > 0 ? w.weight : sq_error(SQ_NO_DATA);
        share[d] /= weight;
        contribution[d] = sq_rounded(contribution[d] / weight, w.size);
    }
    weighted.minuend = (sq_table){w.minuend, rows, 1};
    if (ratings->subtrahend.values)
        weighted.subtrahend = (sq_table){w.subtrahend, rows, 1};
    return sq_gap_pooled(&weighted, level, overall);
}
