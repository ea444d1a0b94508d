/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which items run against the others: item by item the one is turned round that goes down most
 * where the sum of the others goes up, until none is left. If that turned most of them, it was the
 * rest that runs the other way.
 */
#include "base/arena.h"
#include "base/rounding.h"
#include "numerics/covariance.h"
#include "numerics/symmetric.h"
#include "survey/data_check_parts.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { ENOUGH_RESPONDENTS = 5 }; /* fewer may be of opposite mind by chance */
/* Probability that among unrelated items any goes so far down, by Student's t. */
#define HARDLY_EVER 0.05

/* The answers to the items on the scale, what is outside taken out. */
static void copy_answers(const sq_table *answers, const sq_scale *scale, const size_t columns[],
                         size_t count, double *copy)
{
    for (size_t row = 0; row < answers->rows; row++)
        for (size_t i = 0; i < count; i++) {
            double x = sq_row(answers, row)[columns[i]];
            bool good = isfinite(x) && x >= scale->minimum && x <= scale->maximum;
            copy[row * count + i] = good ? x : NAN;
        }
}

/* covariance[i] · signs, and what it makes of an item against the sum of the others. */
static double with_the_rest(const sq_relations *r, const double sums[], double total, size_t i)
{
    double own = r->covariance[i * r->count + i];
    double with = r->sign[i] * sums[i] - own;
    double rest = total - 2 * r->sign[i] * sums[i] + own;
    return own > 0 && rest > sq_rounding * total ? with / sqrt(own * rest) : 0;
}

/* Sums of signed covariances of each item with all; the variance of the signed sum of all. */
static double sum_up(const sq_relations *r, double sums[])
{
    double total = 0;
    for (size_t i = 0; i < r->count; i++) {
        sums[i] = 0;
        for (size_t j = 0; j < r->count; j++)
            sums[i] += r->sign[j] * r->covariance[i * r->count + j];
        total += r->sign[i] * sums[i];
    }
    return total;
}

/* Turns one item round; false where none runs against the others. */
static bool turn_one(sq_relations *r, double sums[], double *total)
{
    size_t worst = 0;
    double lowest = 0;
    for (size_t i = 0; i < r->count; i++) {
        double correlation = with_the_rest(r, sums, *total, i);
        if (correlation < lowest - sq_rounding) {
            lowest = correlation;
            worst = i;
        }
    }
    if (lowest == 0)
        return false;
    *total -= 4 * (r->sign[worst] * sums[worst] - r->covariance[worst * r->count + worst]);
    r->sign[worst] = (signed char)-r->sign[worst];
    for (size_t i = 0; i < r->count; i++)
        sums[i] += 2 * r->sign[worst] * r->covariance[i * r->count + worst];
    return true;
}

static void find_signs(sq_relations *r, double sums[])
{
    double total = sum_up(r, sums), mean = 0;
    size_t turned = 0, most = 2 * r->count;
    while (most-- > 0 && turn_one(r, sums, &total))
        continue;
    for (size_t i = 0; i < r->count; i++)
        turned += r->sign[i] < 0;
    for (size_t i = 0; 2 * turned > r->count && i < r->count; i++)
        r->sign[i] = (signed char)-r->sign[i];
    total = sum_up(r, sums);
    for (size_t i = 0; i < r->count; i++)
        r->correlation[i] = with_the_rest(r, sums, total, i);
    for (size_t i = 0; i < r->count; i++)
        for (size_t j = 0; j < i; j++) {
            double scale = r->covariance[i * r->count + i] * r->covariance[j * r->count + j];
            mean += scale > 0
                        ? r->sign[i] * r->sign[j] * r->covariance[i * r->count + j] / sqrt(scale)
                        : 0;
        }
    if (r->count > 1)
        mean /= (double)r->count * (double)(r->count - 1) / 2;
    r->mean_correlation = fmin(fmax(mean, 0), 1);
}

static sq_status take_relations(sq_arena *memory, sq_relations *out, size_t columns)
{
    SQ_TAKE(out->columns, memory, columns);
    SQ_TAKE(out->sign, memory, columns);
    SQ_TAKE(out->correlation, memory, columns);
    SQ_TAKE_TABLE(out->covariance, memory, columns, columns);
    return SQ_OK;
}

sq_status sq_relate_items(sq_arena *memory, const sq_table *answers, const sq_column_kind kinds[],
                          const sq_scale *scale, sq_relations *out)
{
    SQ_SCRATCH(scratch);
    double *copy, *sums;
    sq_items items = {0};
    sq_status status;
    *out = (sq_relations){0};
    SQ_TRY(take_relations(memory, out, answers->columns));
    for (size_t i = 0; i < answers->columns; i++)
        if (kinds[i] == SQ_COLUMN_ANSWERS) {
            out->sign[out->count] = 1;
            out->columns[out->count++] = i;
        }
    if (out->count == 0)
        return SQ_OK;
    SQ_TAKE_TABLE(copy, &scratch, answers->rows, out->count);
    SQ_TAKE(sums, &scratch, out->count);
    copy_answers(answers, scale, out->columns, out->count, copy);
    items.minuend = (sq_table){copy, answers->rows, out->count};
    items.count = out->count;
    status = sq_covariance(&items, out->covariance, NULL, NULL);
    if (status == SQ_NO_MEMORY)
        return status;
    for (size_t i = 0; i < out->count * out->count; i++)
        if (!isfinite(out->covariance[i]) || status != SQ_OK)
            out->covariance[i] = 0;
    find_signs(out, sums);
    return SQ_OK;
}

bool sq_runs_against(const sq_relations *r, size_t item, size_t answers, size_t *most)
{
    double correlation = r->correlation[item], lowest = 0;
    if (r->sign[item] > 0 || answers < ENOUGH_RESPONDENTS)
        return false;
    *most = item;
    for (size_t j = 0; j < r->count; j++) {
        double own = r->covariance[j * r->count + j];
        double with = own > 0 ? r->covariance[item * r->count + j] / sqrt(own) : 0;
        if (j != item && with < lowest) {
            lowest = with;
            *most = j;
        }
    }
    if (1 - correlation * correlation <= sq_rounding)
        return true;
    return gsl_cdf_tdist_Q(correlation *
                               sqrt((double)(answers - 2) / (1 - correlation * correlation)),
                           (double)(answers - 2)) < HARDLY_EVER / (double)r->count;
}
