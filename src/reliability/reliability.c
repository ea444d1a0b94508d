/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reliability/reliability.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "numerics/inference.h"
#include "numerics/one_factor.h"
#include "numerics/symmetric.h"

#include <gsl/gsl_cdf.h>
#include <float.h>
#include <math.h>

typedef struct moments {
    double variances; /* Σs_ii */
    double total;     /* variance of the sum of the items; sq_error() where it is not there */
} moments;

/* Of the items listed (NULL: all), rows of a matrix of k items. */
static moments sum_block(const double *covariance, size_t k, const size_t *items, size_t count)
{
    moments sum = {0, 0};
    for (size_t a = 0; a < count; a++) {
        size_t i = items ? items[a] : a;
        sum.variances += covariance[i * k + i];
        for (size_t b = 0; b < count; b++)
            sum.total += covariance[i * k + (items ? items[b] : b)];
    }
    if (count < 2 || !isfinite(sum.total) || !(sum.total > sq_rounding * sum.variances))
        sum.total = sq_error(SQ_UNDEFINED);
    return sum;
}

static moments sum_covariance(const double *covariance, size_t k)
{
    return sum_block(covariance, k, NULL, k);
}

/* A coefficient that is 1 or 0 but for rounding is so: items that always move together, or not at
 * all. */
static double exact(double coefficient)
{
    return sq_is_same(coefficient, 1) ? 1 : sq_rounded(coefficient, 1);
}

static double alpha_of_moments(moments sum, size_t k)
{
    if (isnan(sum.total))
        return sum.total;
    return exact((double)k / ((double)k - 1) * (1 - sum.variances / sum.total));
}

double sq_alpha_of_covariance(const double *covariance, size_t k)
{
    return alpha_of_moments(sum_covariance(covariance, k), k);
}

double sq_alpha_of_block(const double *covariance, const size_t *n, size_t k, const size_t *items,
                         size_t count)
{
    size_t most = 0;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++)
            most = n[items[a] * k + items[b]] > most ? n[items[a] * k + items[b]] : most;
    if (count > 1 && most == 0)
        return sq_error(SQ_NO_DATA);
    return alpha_of_moments(sum_block(covariance, k, items, count), count);
}

double sq_mean_correlation_of_covariance(const double *covariance, size_t k)
{
    double sum = 0;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < i; j++)
            sum +=
                covariance[i * k + j] / sqrt(covariance[i * k + i]) / sqrt(covariance[j * k + j]);
    return k < 2 || !isfinite(sum) ? sq_error(SQ_UNDEFINED)
                                   : exact(sum / ((double)k * ((double)k - 1) / 2));
}

double sq_standardised_alpha_of_covariance(const double *covariance, size_t k)
{
    double r = sq_mean_correlation_of_covariance(covariance, k), items = (double)k;
    if (isnan(r) || !(1 + (items - 1) * r > sq_rounding))
        return sq_error(SQ_UNDEFINED);
    return exact(items * r / (1 + (items - 1) * r));
}

double sq_lambda2_of_covariance(const double *covariance, size_t k)
{
    moments sum = sum_covariance(covariance, k);
    double squares = 0;
    if (isnan(sum.total))
        return sum.total;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < i; j++)
            squares += 2 * covariance[i * k + j] * covariance[i * k + j];
    return exact((sum.total - sum.variances + sqrt((double)k / ((double)k - 1) * squares)) /
                 sum.total);
}

double sq_lambda6_of_covariance(const double *covariance, size_t k)
{
    moments sum = sum_covariance(covariance, k);
    SQ_SCRATCH(memory);
    double errors = 0, *inverse;
    sq_status status;
    if (isnan(sum.total))
        return sum.total;
    if (!(inverse = sq_take_table(&memory, k, k, sizeof *inverse)))
        return sq_error(SQ_NO_MEMORY);
    status = sq_inverse(covariance, k, inverse, NULL);
    for (size_t i = 0; status == SQ_OK && i < k; i++)
        errors += 1 / inverse[i * k + i];
    return status == SQ_OK ? 1 - errors / sum.total : sq_error(status);
}

/* The covariance matrix and the fewest respondents behind an entry (may be NULL). A single item counts
 * as not defined. */
static sq_status covariance_of(sq_arena *memory, const sq_items *items, double **covariance,
                               size_t *fewest)
{
    size_t k = items->count, *n;
    if (k < 2)
        return SQ_UNDEFINED;
    SQ_TAKE_TABLE(*covariance, memory, k, k);
    SQ_TAKE_TABLE(n, memory, k, k);
    SQ_TRY(sq_covariance(items, *covariance, NULL, n));
    if (fewest)
        *fewest = sq_fewest(n, k);
    return SQ_OK;
}

/* A failure that is about the data is told in the number; one about the machine stays one. */
static sq_status is_about_data(sq_status status)
{
    return status == SQ_NO_MEMORY ? SQ_NO_MEMORY : SQ_OK;
}

static sq_status from_answers(const sq_items *items, double (*coefficient)(const double *, size_t),
                              double *result)
{
    SQ_SCRATCH(memory);
    double *covariance;
    sq_status status = covariance_of(&memory, items, &covariance, NULL);
    *result = status == SQ_OK ? coefficient(covariance, items->count) : sq_error(status);
    return is_about_data(status);
}

sq_status sq_alpha(const sq_items *items, double *alpha)
{
    return from_answers(items, sq_alpha_of_covariance, alpha);
}

sq_status sq_standardised_alpha(const sq_items *items, double *alpha)
{
    return from_answers(items, sq_standardised_alpha_of_covariance, alpha);
}

/* Whether F lies beyond its quantile: P(F ≤ f) above tail, or P(F > f) below it. */
static bool is_beyond(double logarithm, double tail, double df1, double df2, bool upper)
{
    double f = exp(logarithm);
    return upper ? gsl_cdf_fdist_Q(f, df1, df2) < tail : gsl_cdf_fdist_P(f, df1, df2) > tail;
}

/* The value that F stays below (upper: above) with probability tail, by bisection of its logarithm.
 * The library's own inverse fails from a thousand respondents on, where its distribution function
 * is still good to ten digits. */
static double f_quantile(double tail, double df1, double df2, bool upper)
{
    double low = -1, high = 1;
    while (low > -700 && is_beyond(low, tail, df1, df2, upper))
        low *= 2;
    while (high < 700 && !is_beyond(high, tail, df1, df2, upper))
        high *= 2;
    while (high - low > 4 * DBL_EPSILON * fmax(1, fmax(fabs(low), fabs(high)))) {
        double middle = (low + high) / 2;
        if (is_beyond(middle, tail, df1, df2, upper))
            high = middle;
        else
            low = middle;
    }
    return exp((low + high) / 2);
}

sq_status sq_alpha_interval(const sq_items *items, double level, double *lower, double *upper)
{
    SQ_SCRATCH(memory);
    size_t n = 0;
    double alpha, *covariance;
    sq_status status;
    *lower = *upper = sq_error(SQ_OUT_OF_DOMAIN);
    SQ_TRY(sq_check_level(level));
    status = covariance_of(&memory, items, &covariance, &n);
    alpha = status == SQ_OK ? sq_alpha_of_covariance(covariance, items->count) : sq_error(status);
    *lower = *upper = alpha;
    if (alpha > 1) /* covariances of pairs of answers may do that; no interval belongs to it */
        *lower = *upper = sq_error(SQ_UNDEFINED);
    else if (!isnan(alpha)) {
        double df1 = (double)n - 1, df2 = df1 * ((double)items->count - 1), tail = (1 - level) / 2;
        *lower = 1 - (1 - alpha) * f_quantile(tail, df1, df2, true);
        *upper = 1 - (1 - alpha) * f_quantile(tail, df1, df2, false);
        if (!isfinite(*lower) || !isfinite(*upper))
            *lower = *upper = sq_error(SQ_NO_CONVERGENCE);
    }
    return is_about_data(status);
}

typedef struct factor_shares {
    double omega, ave, cr;
} factor_shares;

/* From the loadings of one factor, those of the items in their own units for ω. */
static factor_shares shares_of_loadings(const double *loadings, const double *covariance, size_t k)
{
    double own = 0, own_unique = 0, sum = 0, squares = 0, common;
    for (size_t i = 0; i < k; i++) {
        double variance = covariance[i * k + i], square = loadings[i] * loadings[i];
        own += loadings[i] * sqrt(variance);
        own_unique += variance * (1 - square);
        sum += loadings[i];
        squares += square;
    }
    common = sum * sum;
    return (factor_shares){own * own / (own * own + own_unique), squares / (double)k,
                           common / (common + (double)k - squares)};
}

static sq_status one_factor_shares(const double *covariance, size_t k, factor_shares *shares,
                                   size_t *improper)
{
    SQ_SCRATCH(memory);
    double *correlation, *loadings;
    sq_status status;
    *improper = SQ_NOWHERE;
    SQ_TAKE_TABLE(correlation, &memory, k, k);
    SQ_TAKE(loadings, &memory, k);
    status = sq_correlation_of_covariance(covariance, k, correlation);
    if (status == SQ_OK)
        status = sq_one_factor(correlation, k, loadings, improper);
    if (status == SQ_OK)
        *shares = shares_of_loadings(loadings, covariance, k);
    else
        *shares = (factor_shares){sq_error(status), sq_error(status), sq_error(status)};
    return is_about_data(status);
}

sq_status sq_omega(const sq_items *items, double *omega)
{
    factor_shares shares;
    size_t improper;
    SQ_SCRATCH(memory);
    double *covariance;
    sq_status status = covariance_of(&memory, items, &covariance, NULL);
    *omega = sq_error(status == SQ_OK ? SQ_UNDEFINED : status);
    if (status != SQ_OK)
        return is_about_data(status);
    SQ_TRY(one_factor_shares(covariance, items->count, &shares, &improper));
    *omega = shares.omega;
    return SQ_OK;
}

/* Both halves from their covariances: a and b their variances, c what they share. */
static void step_up(sq_halves *halves, double a, double b, double c, double share)
{
    double r = c / sqrt(a) / sqrt(b), total = a + b + 2 * c, root;
    double rounding = sq_rounding * (a + b);
    *halves = (sq_halves){sq_error(SQ_UNDEFINED), sq_error(SQ_UNDEFINED), sq_error(SQ_UNDEFINED)};
    if (total > rounding)
        halves->lambda4 = exact(2 * (1 - (a + b) / total));
    if (!(a > rounding && b > rounding) || !(fabs(r) <= 1 + sq_rounding))
        return; /* beyond 1: pairwise covariances of no real total */
    r = exact(fmax(-1, fmin(1, r)));
    root = sqrt(r * r + 4 * share * (1 - share) * (1 - r * r));
    halves->correlation = r;
    if (r + root > sq_rounding)
        halves->coefficient = exact(2 * r / (r + root));
}

sq_status sq_split_half(const sq_items *items, sq_halves *halves)
{
    size_t k = items->count, even = k / 2;
    double a = 0, b = 0, c = 0;
    SQ_SCRATCH(memory);
    double *covariance;
    sq_status status = covariance_of(&memory, items, &covariance, NULL);
    if (status != SQ_OK) {
        *halves = (sq_halves){sq_error(status), sq_error(status), sq_error(status)};
        return is_about_data(status);
    }
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++) {
            double entry = covariance[i * k + j];
            if (i % 2 == 0 && j % 2 == 0)
                a += entry;
            else if (i % 2 == 1 && j % 2 == 1)
                b += entry;
            else
                c += entry / 2;
        }
    step_up(halves, a, b, c, (double)(k - even) / (double)k);
    return SQ_OK;
}

sq_status sq_scale_reliability(const sq_items *items, sq_scale *scale)
{
    size_t k = items->count, improper;
    factor_shares shares;
    SQ_SCRATCH(memory);
    double *covariance;
    sq_status status = covariance_of(&memory, items, &covariance, NULL);
    if (status != SQ_OK) {
        double none = sq_error(status);
        *scale = (sq_scale){k, none, none, none, none, none, none, none, none, SQ_NOWHERE};
        return is_about_data(status);
    }
    status = one_factor_shares(covariance, k, &shares, &improper);
    *scale = (sq_scale){.k = k,
                        .alpha = sq_alpha_of_covariance(covariance, k),
                        .standardised_alpha = sq_standardised_alpha_of_covariance(covariance, k),
                        .omega = shares.omega,
                        .mean_r = sq_mean_correlation_of_covariance(covariance, k),
                        .ave = shares.ave,
                        .cr = shares.cr,
                        .lambda2 = sq_lambda2_of_covariance(covariance, k),
                        .lambda6 = sq_lambda6_of_covariance(covariance, k),
                        .improper = improper};
    return status;
}

/* α and variance of the total of one side of the gap, or of the gap itself. */
static sq_status one_side(const sq_items *items, double *alpha, double *variance)
{
    SQ_SCRATCH(memory);
    double *covariance;
    sq_status status = covariance_of(&memory, items, &covariance, NULL);
    *alpha = *variance = sq_error(status == SQ_OK ? SQ_UNDEFINED : status);
    if (status == SQ_OK) {
        moments sum = sum_covariance(covariance, items->count);
        *alpha = alpha_of_moments(sum, items->count);
        *variance = sum.total;
    }
    return is_about_data(status);
}

sq_status sq_gap_reliability(const sq_items *items, sq_gap_scores *scores)
{
    sq_items minuend = *items, subtrahend = *items;
    double p, e, d, alpha;
    if (!items->subtrahend.values)
        return SQ_BAD_ARGUMENT;
    minuend.subtrahend.values = subtrahend.subtrahend.values = NULL;
    subtrahend.minuend = items->subtrahend;
    SQ_TRY(one_side(&minuend, &scores->alpha_minuend, &p));
    SQ_TRY(one_side(&subtrahend, &scores->alpha_subtrahend, &e));
    SQ_TRY(one_side(items, &alpha, &d));
    scores->correlation = scores->reliability = sq_error(SQ_UNDEFINED);
    if (isnan(p) || isnan(e) || isnan(d)) {
        double missing = isnan(p) ? p : isnan(e) ? e : d;
        scores->correlation = scores->reliability = sq_error(sq_error_reason(missing));
    } else if (d > sq_rounding * (p + e)) {
        double error = p * (1 - scores->alpha_minuend) + e * (1 - scores->alpha_subtrahend);
        double r = (p + e - d) / (2 * sqrt(p) * sqrt(e));
        if (fabs(r) <= 1 + sq_rounding) /* beyond: pairwise answers of no real total */
            scores->correlation = exact(fmax(-1, fmin(1, r)));
        scores->reliability = exact(1 - error / d);
    }
    return SQ_OK;
}
