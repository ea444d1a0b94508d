/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/inference.h"

#include "base/rounding.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_heapsort.h>
#include <math.h>

sq_status sq_check_level(double level)
{
    return level > 0 && level < 1 ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

/* Between 30 and a thousand degrees of freedom the tail of GSL's own is a series that is wrong from
 * the seventh digit on; the incomplete beta function is exact there, but not for small t. */
double sq_t_probability(double t, double df)
{
    if (df > 30 && df < 1000 && fabs(t) > 3)
        return gsl_cdf_beta_P(df / (df + t * t), df / 2, 0.5);
    return 2 * gsl_cdf_tdist_Q(fabs(t), df);
}

double sq_t_quantile(double level, double df)
{
    return gsl_cdf_tdist_Qinv((1 - level) / 2, df);
}

static void not_defined(sq_estimate *estimate, sq_status reason)
{
    estimate->df = estimate->t = estimate->p = sq_error(reason);
    estimate->lower = estimate->upper = estimate->effect = sq_error(reason);
}

static void infer_with_df(sq_estimate *estimate, double df, double level)
{
    double half;
    estimate->df = df;
    estimate->t = estimate->mean / estimate->se;
    estimate->p = sq_t_probability(estimate->t, df);
    half = sq_t_quantile(level, df) * estimate->se;
    estimate->lower = estimate->mean - half;
    estimate->upper = estimate->mean + half;
    estimate->effect = estimate->mean / estimate->sd;
}

/* The rest of an estimate whose n, mean, sd and se stand. What overflowed is no number. */
static void complete(sq_estimate *estimate, double df, double level)
{
    if (!isfinite(estimate->mean))
        estimate->mean = estimate->sd = estimate->se = sq_error(SQ_OUT_OF_DOMAIN);
    if (isinf(estimate->sd) || isinf(estimate->se))
        estimate->sd = estimate->se = sq_error(SQ_OUT_OF_DOMAIN);
    estimate->mean = sq_rounded(estimate->mean, estimate->size);
    if (sq_is_zero(estimate->sd, estimate->size))
        estimate->sd = estimate->se = 0;
    if (estimate->se > 0)
        infer_with_df(estimate, df, level);
    else
        not_defined(estimate, isnan(estimate->se) ? sq_error_reason(estimate->se) : SQ_UNDEFINED);
}

void sq_infer(sq_estimate *estimate, double level)
{
    if (estimate->n == 0) {
        estimate->mean = estimate->sd = estimate->se = sq_error(SQ_NO_DATA);
        not_defined(estimate, SQ_NO_DATA);
        return;
    }
    if (estimate->n == 1)
        estimate->sd = estimate->se = sq_error(SQ_UNDEFINED);
    complete(estimate, (double)estimate->n - 1, level);
}

void sq_infer_from_influences(sq_estimate *estimate, double squares, double level, double lowest,
                              double highest)
{
    double n = (double)estimate->n;
    estimate->se = sqrt(n / (n - 1) * squares);
    estimate->sd = estimate->se * sqrt(n);
    sq_infer(estimate, level);
    if (estimate->lower < lowest)
        estimate->lower = lowest;
    if (estimate->upper > highest)
        estimate->upper = highest;
}

sq_estimate sq_welch_difference(const sq_estimate *first, const sq_estimate *second, double level)
{
    double df1 = (double)first->n - 1, df2 = (double)second->n - 1, share1, share2;
    sq_estimate difference = {.n = first->n + second->n, .size = fmax(first->size, second->size)};
    if (first->n == 0 || second->n == 0) {
        difference.n = 0;
        sq_infer(&difference, level);
        return difference;
    }
    difference.mean = second->mean - first->mean;
    if (first->n < 2 || second->n < 2) {
        difference.sd = difference.se = sq_error(SQ_UNDEFINED);
    } else {
        difference.se = hypot(first->se, second->se);
        difference.sd =
            hypot(sqrt(df1 / (df1 + df2)) * first->sd, sqrt(df2 / (df1 + df2)) * second->sd);
    }
    share1 = first->se / difference.se * (first->se / difference.se);
    share2 = second->se / difference.se * (second->se / difference.se);
    complete(&difference, 1 / (share1 * share1 / df1 + share2 * share2 / df2), level);
    return difference;
}

bool sq_can_be_compared(const sq_estimate *estimate)
{
    return estimate->n > 1 && estimate->se > 0;
}

sq_f_test sq_welch_oneway(const sq_estimate group[], size_t groups)
{
    sq_f_test test = {sq_error(SQ_UNDEFINED), sq_error(SQ_UNDEFINED), sq_error(SQ_UNDEFINED),
                      sq_error(SQ_UNDEFINED)};
    double total = 0, centre = 0, between = 0, lambda = 0, size = 0, k = 0;
    for (size_t g = 0; g < groups; g++) {
        double weight = 1 / (group[g].se * group[g].se);
        if (!sq_can_be_compared(&group[g]))
            continue;
        k++;
        total += weight;
        centre += weight * group[g].mean;
        size = fmax(size, group[g].size);
    }
    if (k < 2)
        return test;
    centre /= total;
    for (size_t g = 0; g < groups; g++) {
        double weight = 1 / (group[g].se * group[g].se), share = 1 - weight / total;
        double distance = sq_rounded(group[g].mean - centre, size);
        if (!sq_can_be_compared(&group[g]))
            continue;
        between += weight * distance * distance;
        lambda += share * share / ((double)group[g].n - 1);
    }
    test.f = between / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * lambda);
    test.df1 = k - 1;
    test.df2 = (k * k - 1) / (3 * lambda);
    test.p = gsl_cdf_fdist_Q(test.f, test.df1, test.df2);
    return test;
}

static int numbers_ascending(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    if (isnan(first) || isnan(second))
        return isnan(first) - isnan(second);
    return (first > second) - (first < second);
}

/* Puts the indices of the numbers among m values, in ascending order, first; returns how many. */
static size_t sort_numbers(const double value[], size_t order[], size_t m)
{
    size_t numbers = m;
    gsl_heapsort_index(order, value, m, sizeof *value, numbers_ascending);
    while (numbers > 0 && isnan(value[order[numbers - 1]]))
        numbers--;
    return numbers;
}

void sq_holm(const double p[], double adjusted[], size_t order[], size_t m)
{
    size_t tests = sort_numbers(p, order, m);
    double largest = 0;
    for (size_t i = 0; i < m; i++)
        if (isnan(p[i]))
            adjusted[i] = p[i];
    for (size_t i = 0; i < tests; i++) {
        double step = fmin(1, (double)(tests - i) * p[order[i]]);
        largest = fmax(largest, step);
        adjusted[order[i]] = largest;
    }
}

void sq_rank_ascending(const double value[], double rounding, double rank[], size_t order[],
                       size_t m)
{
    size_t numbers = sort_numbers(value, order, m);
    for (size_t i = 0; i < m; i++)
        if (isnan(value[i]))
            rank[i] = value[i];
    for (size_t i = 0; i < numbers; i++) {
        int tie = i > 0 && !(value[order[i]] - value[order[i - 1]] > rounding);
        rank[order[i]] = tie ? rank[order[i - 1]] : (double)(i + 1);
    }
}
