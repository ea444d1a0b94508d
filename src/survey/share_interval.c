/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/share_interval.h"

#include "base/case_weights.h"
#include "base/rounding.h"
#include "numerics/inference.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* The answers of one respondent, or of all. */
typedef struct tally {
    double inside, all; /* Σ weights */
} tally;

static sq_status count_row(const sq_table *answers, size_t row, double weight, double from,
                           double to, tally *out)
{
    for (size_t i = 0; i < answers->columns; i++) {
        double answer = sq_row(answers, row)[i];
        if (isinf(answer))
            return SQ_OUT_OF_DOMAIN;
        if (isnan(answer))
            continue;
        out->all += weight;
        if ((answer > from || sq_is_same(answer, from)) && (answer < to || sq_is_same(answer, to)))
            out->inside += weight;
    }
    return SQ_OK;
}

static void wilson(double level, sq_share *out)
{
    double z = gsl_cdf_ugaussian_Qinv((1 - level) / 2), p = out->share, n = out->n;
    double all = 1 + z * z / n, centre = (p + z * z / (2 * n)) / all;
    double half = z / all * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    out->lower = p > 0 ? centre - half : 0;
    out->upper = p < 1 ? centre + half : 1;
}

sq_status sq_share_interval(const sq_table *answers, const double *case_weights, double from,
                            double to, double level, sq_share *out)
{
    double scale = sq_case_weight_scale(case_weights, answers->rows), influences = 0, squares = 0;
    tally sum = {0};
    SQ_TRY(sq_check_level(level));
    SQ_TRY(sq_check_case_weights(case_weights, answers->rows));
    if (!(from <= to))
        return SQ_OUT_OF_DOMAIN;
    for (size_t row = 0; row < answers->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        if (weight > 0)
            SQ_TRY(count_row(answers, row, weight, from, to, &sum));
    }
    if (!(sum.all > 0))
        return SQ_NO_DATA;
    out->share = sq_rounded(sum.inside / sum.all, 1);
    if (sq_is_same(out->share, 1))
        out->share = 1;
    for (size_t row = 0; row < answers->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale, influence;
        tally own = {0};
        if (!(weight > 0))
            continue;
        SQ_TRY(count_row(answers, row, weight, from, to, &own));
        influence = (own.inside - out->share * own.all) / sum.all;
        influences += influence * influence;
        squares += own.all / sum.all * (own.all / sum.all);
    }
    out->n =
        sq_is_zero(influences, squares) ? 1 / squares : out->share * (1 - out->share) / influences;
    wilson(level, out);
    return SQ_OK;
}
