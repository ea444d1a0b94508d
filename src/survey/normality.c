/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/normality.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "numerics/shapiro_wilk.h"

#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>

/* Divides by the largest, so that no power of an answer overflows. */
static double find_scale(double answers[], size_t n)
{
    double scale = 0;
    for (size_t i = 0; i < n; i++)
        scale = fmax(scale, fabs(answers[i]));
    for (size_t i = 0; scale > 0 && i < n; i++)
        answers[i] /= scale;
    return scale;
}

/* From sorted answers between −1 and 1. */
static void find_moments(const double sorted[], size_t count, sq_normality *out)
{
    double n = (double)count, second = 0, third = 0, fourth = 0;
    double mean = gsl_stats_mean(sorted, 1, count);
    bool spread = !sq_is_same(sorted[0], sorted[count - 1]);
    for (size_t i = 0; i < count; i++) {
        double square = (sorted[i] - mean) * (sorted[i] - mean);
        second += square;
        third += square * (sorted[i] - mean);
        fourth += square * square;
    }
    out->mean = sq_rounded(mean, 1);
    out->median = gsl_stats_median_from_sorted_data(sorted, 1, count);
    if (count >= 2)
        out->sd = spread ? sqrt(second / (n - 1)) : 0;
    if (count >= 3 && spread)
        out->skewness =
            sq_rounded(n / ((n - 1) * (n - 2)) * third / (out->sd * out->sd * out->sd), 1);
    if (count >= 4 && spread) {
        double normal = 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
        double own = n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth /
                     (out->sd * out->sd * out->sd * out->sd);
        out->kurtosis = sq_rounded(own - normal, normal);
    }
}

static double times(double value, double scale)
{
    return isinf(value * scale) ? sq_error(SQ_OUT_OF_DOMAIN) : value * scale;
}

sq_status sq_normality_of(const sq_table *answers, size_t item, sq_normality *out)
{
    SQ_SCRATCH(memory);
    double *sorted, scale, none;
    sq_status status;
    size_t n = 0;
    SQ_TAKE(sorted, &memory, answers->rows);
    for (size_t row = 0; row < answers->rows; row++) {
        double answer = sq_row(answers, row)[item];
        if (isinf(answer))
            return SQ_OUT_OF_DOMAIN;
        if (!isnan(answer))
            sorted[n++] = answer;
    }
    none = sq_error(n > 0 ? SQ_UNDEFINED : SQ_NO_DATA);
    *out = (sq_normality){n, none, none, none, none, none, none, none};
    if (n == 0)
        return SQ_OK;
    scale = find_scale(sorted, n);
    gsl_sort(sorted, 1, n);
    find_moments(sorted, n, out);
    out->mean = times(out->mean, scale);
    out->median = times(out->median, scale);
    out->sd = times(out->sd, scale);
    status = sq_shapiro_wilk(sorted, n, &out->w, &out->p);
    return status == SQ_UNDEFINED ? SQ_OK : status;
}
