/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a mean and its standard error to t, p, interval and effect size; tests between groups;
 * adjustment of many p-values. All p-values are two-sided.
 *
 * Numbers that do not exist are sq_error(): SQ_NO_DATA without respondents, SQ_UNDEFINED for what
 * needs two respondents or some spread, SQ_OUT_OF_DOMAIN for what is too large for a double.
 */
#ifndef SQ_INFERENCE_H
#define SQ_INFERENCE_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct sq_estimate {
    size_t n;            /* respondents it rests on */
    double mean;         /* the estimate, in units of the scale */
    double sd;           /* standard deviation between respondents */
    double se;           /* standard error of the mean */
    double df;           /* degrees of freedom of t */
    double t;            /* mean / se */
    double p;            /* two-sided probability of |t| */
    double lower, upper; /* confidence interval of the mean */
    double effect;       /* mean / sd (Cohen's d of a single sample) */
    double size; /* of the numbers behind mean and sd: what is 0 beside it is 0 (rounding.h) */
} sq_estimate;

/* Confidence levels lie strictly between 0 and 1. */
sq_status sq_check_level(double level);

/* Fills df, t, p, the interval and the effect from n, mean, sd and se (Student's t, df = n − 1). A
 * mean that is 0 but for rounding becomes 0, and so do such an sd and its se. An se that is an
 * sq_error() hands its reason on. */
void sq_infer(sq_estimate *estimate, double level);

/* The same for an estimate with a mean, n and size whose respondents' influences on it have the sum of
 * squares given: se² = n/(n−1)·Σu², as a linearised estimate of a survey; the interval ends at lowest
 * and highest, beyond which the estimate cannot lie. */
void sq_infer_from_influences(sq_estimate *estimate, double squares, double level, double lowest,
                              double highest);

/* Two-sided p of Student's t, and the half-width factor of a confidence interval. */
double sq_t_probability(double t, double df);
double sq_t_quantile(double level, double df);

/* Difference second − first of two independent estimates: Welch's t with Satterthwaite's degrees of
 * freedom; sd is the pooled one, √(((n₁−1)s₁² + (n₂−1)s₂²)/(n₁+n₂−2)), effect Cohen's d. n is the
 * sum of both. Source: Welch 1947, Biometrika 34; as R's t.test(var.equal = FALSE). */
sq_estimate sq_welch_difference(const sq_estimate *first, const sq_estimate *second, double level);

/* Whether a mean can be compared with others: two respondents and some spread. */
bool sq_can_be_compared(const sq_estimate *estimate);

typedef struct sq_f_test {
    double f, df1, df2, p;
} sq_f_test;

/* Welch's one-way test of equal means of independent groups with unequal variances, from mean, se
 * and n of each. Groups that cannot be compared are left out; fewer than two others leave it
 * SQ_UNDEFINED. Source: Welch 1951, Biometrika 38; as R's oneway.test. */
sq_f_test sq_welch_oneway(const sq_estimate group[], size_t groups);

/* Holm's step-down adjustment of p[0..m−1] into adjusted (may be p itself); entries that are NaN
 * are not tests and stay as they are. order is workspace for m indices. Source: Holm 1979, Scand.
 * J. Statist. 6; as R's p.adjust. */
void sq_holm(const double p[], double adjusted[], size_t order[], size_t m);

/* Rank 1 for the smallest value; ties, values no more than rounding above the next smaller one,
 * share the best rank; NaN keeps its reason. order is workspace for m indices. */
void sq_rank_ascending(const double value[], double rounding, double rank[], size_t order[],
                       size_t m);

#endif
