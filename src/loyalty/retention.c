/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loyalty/retention.h"

#include "base/case_weights.h"

#include <math.h>
#include <stdlib.h>

const sq_retention_row sq_usual_retention[SQ_USUAL_RETENTION_ROWS] = {
    {1, 0.025}, {2, 0.175}, {3, 0.625}, {4, 0.825}, {5, 0.945}};

static int by_score(const void *a, const void *b)
{
    double x = ((const sq_retention_row *)a)->score, y = ((const sq_retention_row *)b)->score;
    return (x > y) - (x < y);
}

sq_status sq_retention_sort(sq_retention_row *table, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        if (!isfinite(table[i].score) || !(table[i].rate >= 0 && table[i].rate <= 1))
            return SQ_OUT_OF_DOMAIN;
    if (rows == 0)
        return SQ_NO_DATA;
    qsort(table, rows, sizeof *table, by_score);
    for (size_t i = 1; i < rows; i++)
        if (table[i].score == table[i - 1].score)
            return SQ_OUT_OF_DOMAIN;
    return SQ_OK;
}

/* The first row whose score is not below this one, which none but the last may exceed. */
static const sq_retention_row *first_from(const sq_retention_row *table, size_t rows, double score)
{
    size_t low = 0, high = rows - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (table[middle].score < score)
            low = middle + 1;
        else
            high = middle;
    }
    return table + low;
}

sq_status sq_retention(const sq_retention_row *table, size_t rows, double score, double *rate)
{
    const sq_retention_row *below, *above;
    double scale;
    if (rows == 0)
        return SQ_NO_DATA;
    if (!(score >= table[0].score && score <= table[rows - 1].score))
        return SQ_OUT_OF_DOMAIN;
    above = first_from(table, rows, score);
    *rate = above->rate;
    if (score == above->score)
        return SQ_OK;
    below = above - 1; /* score lies above the first of all */
    scale = isfinite(above->score - below->score) ? 1 : 0.5;
    *rate = below->rate + (scale * score - scale * below->score) /
                              (scale * above->score - scale * below->score) *
                              (above->rate - below->rate);
    return SQ_OK;
}

sq_status sq_expected_retention(const sq_retention_row *table, size_t rows, const sq_table *scores,
                                const double *case_weights, double *rate)
{
    double scale = sq_case_weight_scale(case_weights, scores->rows), sum = 0, weights = 0;
    SQ_TRY(sq_check_case_weights(case_weights, scores->rows));
    for (size_t row = 0; row < scores->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        for (size_t column = 0; column < scores->columns && weight > 0; column++) {
            double score = sq_row(scores, row)[column], of_score;
            if (isnan(score))
                continue;
            SQ_TRY(sq_retention(table, rows, score, &of_score));
            sum += weight * of_score;
            weights += weight;
        }
    }
    if (!(weights > 0))
        return SQ_NO_DATA;
    *rate = sum / weights;
    return SQ_OK;
}
