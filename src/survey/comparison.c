/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/comparison.h"

#include "base/rounding.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort_double.h>
#include <math.h>
#include <string.h>

sq_status sq_answers_of_groups(sq_arena *memory, const sq_table *answers, size_t item,
                               const size_t rows[], const size_t first[], size_t groups,
                               sq_grouped *out)
{
    double *numbers;
    size_t *begins, count = 0;
    SQ_TAKE(numbers, memory, first[groups] - first[0]);
    SQ_TAKE(begins, memory, groups + 1);
    *out = (sq_grouped){numbers, begins, groups, 0};
    for (size_t g = 0; g < groups; g++) {
        for (size_t i = first[g]; i < first[g + 1]; i++) {
            double answer = sq_row(answers, rows[i])[item];
            if (isinf(answer))
                return SQ_OUT_OF_DOMAIN;
            if (isnan(answer))
                continue;
            numbers[count++] = answer;
            out->size = fmax(out->size, fabs(answer));
        }
        begins[g + 1] = count;
    }
    return SQ_OK;
}

/* Sums are of answers beside the largest, so that none overflows. */
static sq_estimate mean_of(const double numbers[], size_t n, double level)
{
    sq_estimate out = {.n = n};
    double squares = 0;
    for (size_t i = 0; i < n; i++)
        out.size = fmax(out.size, fabs(numbers[i]));
    for (size_t i = 0; out.size > 0 && i < n; i++)
        out.mean += numbers[i] / out.size / (double)n;
    for (size_t i = 0; out.size > 0 && i < n; i++) {
        double distance = numbers[i] / out.size - out.mean;
        squares += distance * distance;
    }
    out.mean *= out.size;
    out.sd = sqrt(squares / ((double)n - 1)) * out.size;
    out.se = out.sd / sqrt((double)n);
    sq_infer(&out, level);
    return out;
}

void sq_means_of_groups(const sq_grouped *of, double level, sq_estimate mean[])
{
    for (size_t g = 0; g < of->groups; g++)
        mean[g] = mean_of(of->numbers + of->first[g], sq_group_size(of, g), level);
}

double sq_eta_squared(const sq_estimate mean[], size_t groups)
{
    double n = 0, centre = 0, between = 0, within = 0, size = 0;
    for (size_t g = 0; g < groups; g++)
        size = fmax(size, mean[g].size);
    for (size_t g = 0; g < groups; g++) {
        n += (double)mean[g].n;
        centre += mean[g].n > 0 ? (double)mean[g].n * (mean[g].mean / size) : 0;
    }
    if (n == 0)
        return sq_error(SQ_NO_DATA);
    centre /= n;
    for (size_t g = 0; g < groups; g++) {
        double distance = mean[g].mean / size - centre, sd = mean[g].sd / size;
        if (mean[g].n > 0)
            between += (double)mean[g].n * distance * distance;
        if (mean[g].n > 1)
            within += ((double)mean[g].n - 1) * sd * sd;
    }
    if (!(sqrt((between + within) / n) > sq_rounding))
        return sq_error(SQ_UNDEFINED);
    return sq_rounded(between / (between + within), 1);
}

/* The k-th answer from either end bounds the median: the largest k of which fewer lie beyond with a
 * probability of less than (1 − level)/2; 0: none. */
static size_t end_of_median(size_t n, double level)
{
    double tail = (1 - level) / 2;
    size_t low = 0, high = n / 2 + 1; /* low can be had, high cannot */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (gsl_cdf_binomial_P((unsigned int)middle - 1, 0.5, (unsigned int)n) < tail)
            low = middle;
        else
            high = middle;
    }
    return low;
}

sq_status sq_medians_of_groups(const sq_grouped *of, double level, sq_middle middle[])
{
    SQ_SCRATCH(memory);
    double *sorted;
    SQ_TRY(sq_check_level(level));
    SQ_TAKE(sorted, &memory, of->first[of->groups]);
    for (size_t g = 0; g < of->groups; g++) {
        size_t n = sq_group_size(of, g), k = end_of_median(n, level);
        double none = sq_error(n > 0 ? SQ_UNDEFINED : SQ_NO_DATA);
        middle[g] = (sq_middle){none, none, none};
        if (n == 0)
            continue;
        memcpy(sorted, of->numbers + of->first[g], n * sizeof *sorted);
        gsl_sort(sorted, 1, n);
        middle[g].median = sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
        if (k == 0)
            continue;
        middle[g].lower = sorted[k - 1];
        middle[g].upper = sorted[n - k];
    }
    return SQ_OK;
}
