/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/pairs.h"

#include "base/rounding.h"
#include "numerics/studentised_range.h"

#include <gsl/gsl_sort_double.h>
#include <math.h>
#include <string.h>

size_t sq_pairs(size_t groups)
{
    return groups < 2 ? 0 : groups * (groups - 1) / 2;
}

static void name_pairs(size_t groups, sq_pair pair[])
{
    for (size_t first = 0; first < groups; first++)
        for (size_t second = first + 1; second < groups; second++)
            *pair++ = (sq_pair){.first = first, .second = second};
}

/* After Holm over all pairs. */
static sq_status adjust(sq_pair pair[], size_t pairs)
{
    SQ_SCRATCH(memory);
    double *p;
    size_t *order;
    SQ_TAKE(p, &memory, pairs);
    SQ_TAKE(order, &memory, pairs);
    for (size_t i = 0; i < pairs; i++)
        p[i] = pair[i].p;
    sq_holm(p, p, order, pairs);
    for (size_t i = 0; i < pairs; i++)
        pair[i].adjusted = p[i];
    return SQ_OK;
}

/* ---- By means. */

static size_t groups_of_at_least(const sq_estimate group[], size_t groups, size_t n)
{
    size_t count = 0;
    for (size_t g = 0; g < groups; g++)
        count += group[g].n >= n;
    return count;
}

static void put_estimate(const sq_estimate *difference, sq_pair *pair)
{
    pair->difference = difference->mean;
    pair->statistic = difference->t;
    pair->df = difference->df;
    pair->p = difference->p;
    pair->lower = difference->lower;
    pair->upper = difference->upper;
}

/* Adjusted p and interval for all pairs together, from a t and its standard error. */
static void by_range(sq_pair *pair, double se, size_t groups, double level)
{
    double half;
    pair->adjusted = pair->p;
    if (isnan(pair->statistic))
        return;
    half = sq_range_quantile(level, groups, pair->df) * M_SQRT1_2 * se;
    pair->adjusted = sq_range_probability(fabs(pair->statistic) * M_SQRT2, groups, pair->df);
    pair->lower = pair->difference - half;
    pair->upper = pair->difference + half;
}

/* Every group with the variance within all of them; without one SQ_UNDEFINED. */
static double variance_within(const sq_estimate group[], size_t groups, double *df)
{
    double squares = 0, size = 0;
    *df = 0;
    for (size_t g = 0; g < groups; g++) {
        if (group[g].n < 2)
            continue;
        squares += ((double)group[g].n - 1) * group[g].sd * group[g].sd;
        *df += (double)group[g].n - 1;
        size = fmax(size, group[g].size);
    }
    if (!(*df > 0))
        return sq_error(SQ_UNDEFINED);
    return sq_is_zero(sqrt(squares / *df), size) ? sq_error(SQ_UNDEFINED) : squares / *df;
}

static void tukey(const sq_estimate group[], size_t groups, double level, sq_pair pair[])
{
    double df, variance = variance_within(group, groups, &df);
    size_t filled = groups_of_at_least(group, groups, 1);
    for (size_t i = 0; i < sq_pairs(groups); i++) {
        const sq_estimate *first = &group[pair[i].first], *second = &group[pair[i].second];
        double se = sqrt(variance * (1 / (double)first->n + 1 / (double)second->n));
        double none = sq_error(first->n > 0 && second->n > 0 ? SQ_UNDEFINED : SQ_NO_DATA);
        pair[i].difference = none;
        pair[i].statistic = pair[i].df = pair[i].p = pair[i].adjusted = none;
        pair[i].lower = pair[i].upper = none;
        if (first->n == 0 || second->n == 0)
            continue;
        pair[i].difference =
            sq_rounded(first->mean - second->mean, fmax(first->size, second->size));
        if (isnan(variance))
            continue;
        pair[i].df = df;
        pair[i].statistic = pair[i].difference / se;
        pair[i].p = sq_t_probability(pair[i].statistic, df);
        by_range(&pair[i], se, filled, level);
    }
}

sq_status sq_pairs_of_means(const sq_estimate group[], size_t groups, sq_pair_test test,
                            double level, sq_pair pair[])
{
    size_t pairs = sq_pairs(groups), spread = groups_of_at_least(group, groups, 2);
    SQ_TRY(sq_check_level(level));
    name_pairs(groups, pair);
    if (test == SQ_TUKEY) {
        tukey(group, groups, level, pair);
        return SQ_OK;
    }
    for (size_t i = 0; i < pairs; i++) {
        sq_estimate difference =
            sq_welch_difference(&group[pair[i].second], &group[pair[i].first], level);
        put_estimate(&difference, &pair[i]);
        if (test == SQ_GAMES_HOWELL)
            by_range(&pair[i], difference.se, spread, level);
    }
    return test == SQ_GAMES_HOWELL ? SQ_OK : adjust(pair, pairs);
}

/* ---- By ranks. */

sq_status sq_median(const double numbers[], size_t n, double *out)
{
    SQ_SCRATCH(memory);
    double *sorted;
    *out = sq_error(SQ_NO_DATA);
    if (n == 0)
        return SQ_OK;
    SQ_TAKE(sorted, &memory, n);
    memcpy(sorted, numbers, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    *out = sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
    return SQ_OK;
}

sq_status sq_pairs_of_ranks(const sq_grouped *of, sq_pair_test test, sq_rank_sums *kept,
                            sq_pair pair[])
{
    SQ_SCRATCH(memory);
    size_t pairs = sq_pairs(of->groups);
    double none = sq_error(SQ_UNDEFINED), *median;
    sq_deviate *deviate;
    name_pairs(of->groups, pair);
    SQ_TAKE(deviate, &memory, pairs);
    SQ_TAKE(median, &memory, of->groups);
    for (size_t g = 0; g < of->groups; g++)
        SQ_TRY(sq_median(of->numbers + of->first[g], sq_group_size(of, g), &median[g]));
    if (test == SQ_DUNN)
        SQ_TRY(sq_dunn(of, deviate));
    for (size_t i = 0; i < pairs; i++) {
        sq_pair *p = &pair[i];
        if (test != SQ_DUNN)
            SQ_TRY(sq_rank_sum_test(of, p->first, p->second, kept, &deviate[i]));
        p->difference = median[p->first] - median[p->second];
        if (isnan(p->difference))
            p->difference = sq_error(SQ_NO_DATA);
        else
            p->difference = sq_rounded(p->difference, of->size);
        p->statistic = deviate[i].z;
        p->p = deviate[i].p;
        p->df = p->lower = p->upper = none;
    }
    return adjust(pair, pairs);
}
