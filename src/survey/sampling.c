/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/sampling.h"

#include "base/rounding.h"
#include "numerics/inference.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double largest = 9007199254740992.0; /* 2⁵³: whole numbers are exact up to here */

static sq_status check_plan(const sq_survey_plan *plan)
{
    SQ_TRY(sq_check_level(plan->level));
    if (!(plan->variance >= 0 && isfinite(plan->variance)) ||
        !(plan->design_effect > 0 && isfinite(plan->design_effect)) ||
        (!isnan(plan->population) && !(plan->population >= 1 && isfinite(plan->population))))
        return SQ_OUT_OF_DOMAIN;
    return SQ_OK;
}

static double quantile(double level)
{
    return gsl_cdf_ugaussian_Qinv((1 - level) / 2);
}

sq_status sq_sample_size(const sq_survey_plan *plan, double margin, double *n)
{
    double z, exact;
    SQ_TRY(check_plan(plan));
    if (!(margin > 0 && isfinite(margin)) || (plan->of_share && margin >= 1))
        return SQ_OUT_OF_DOMAIN;
    z = quantile(plan->level) / margin;
    exact = z * z * plan->variance * plan->design_effect;
    if (!isnan(plan->population))
        exact = exact / (1 + (exact - 1) / plan->population);
    if (!(exact <= largest))
        return SQ_OUT_OF_DOMAIN;
    *n = fmax(1, ceil(exact * (1 - sq_rounding))); /* not one more for a rounding error */
    return SQ_OK;
}

sq_status sq_margin(const sq_survey_plan *plan, double n, double *margin)
{
    double left = 1;
    SQ_TRY(check_plan(plan));
    if (!(n >= 1 && isfinite(n)) || n > plan->population)
        return SQ_OUT_OF_DOMAIN;
    if (!isnan(plan->population))
        left = n == plan->population ? 0 : (plan->population - n) / (plan->population - 1);
    *margin = quantile(plan->level) * sqrt(plan->variance * plan->design_effect / n * left);
    return SQ_OK;
}

/* ---- Strata. */

static int is_amount(double number)
{
    return number >= 0 && isfinite(number);
}

static int is_size(double number)
{
    return number >= 0 && number <= largest && number == floor(number);
}

/* The share of each stratum, not yet scaled; their sum. */
static sq_status weigh(const double *sizes, const double *sds, const double *costs, size_t strata,
                       double *shares, double *population)
{
    *population = 0;
    for (size_t h = 0; h < strata; h++) {
        if (!is_size(sizes[h]) || (sds && !is_amount(sds[h])) ||
            (costs && !(is_amount(costs[h]) && costs[h] > 0)))
            return SQ_OUT_OF_DOMAIN;
        shares[h] = sizes[h] * (sds ? sds[h] : 1) / (costs ? sqrt(costs[h]) : 1);
        *population += sizes[h];
    }
    return isfinite(*population) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

/* Shares n out; a stratum that is full keeps its size, the others share what is left. */
static sq_status share_out(const double *sizes, size_t strata, double n, double *exact,
                           double *shares)
{
    double left = n, sum;
    for (size_t round = 0; round <= strata; round++) {
        size_t full = 0;
        sum = 0;
        for (size_t h = 0; h < strata; h++)
            sum += shares[h];
        if (!(sum > 0) || !isfinite(sum))
            break;
        for (size_t h = 0; h < strata; h++)
            if (shares[h] > 0 && left * (shares[h] / sum) >= sizes[h]) {
                exact[h] = sizes[h];
                shares[h] = -1; /* full, taken off below */
                full++;
            }
        if (full == 0) {
            for (size_t h = 0; h < strata; h++)
                if (shares[h] > 0)
                    exact[h] = left * (shares[h] / sum);
            return SQ_OK;
        }
        for (size_t h = 0; h < strata; h++)
            if (shares[h] < 0) {
                left -= exact[h];
                shares[h] = 0;
            }
    }
    return left > n * sq_rounding ? SQ_NO_DATA : SQ_OK;
}

static void round_off(const double *sizes, size_t strata, double n, const double *exact,
                      double *whole, double *remainder)
{
    double left = n;
    for (size_t h = 0; h < strata; h++) {
        whole[h] = floor(exact[h]); /* what rounding took off comes back as the largest remainder */
        remainder[h] = exact[h] - whole[h];
        left -= whole[h];
    }
    while (left >= 1) {
        size_t best = strata;
        for (size_t h = 0; h < strata; h++)
            if (whole[h] < sizes[h] && (best == strata || remainder[h] > remainder[best]))
                best = h;
        if (best == strata)
            return;
        whole[best]++;
        remainder[best]--;
        left--;
    }
}

sq_status sq_allocate(const double *sizes, const double *sds, const double *costs, size_t strata,
                      double n, double *exact, double *whole, double *remainder)
{
    double population;
    SQ_TRY(weigh(sizes, sds, costs, strata, remainder, &population));
    if (strata == 0 || population == 0)
        return SQ_NO_DATA;
    if (!is_size(n) || n > population)
        return SQ_OUT_OF_DOMAIN;
    for (size_t h = 0; h < strata; h++)
        exact[h] = 0;
    SQ_TRY(share_out(sizes, strata, n, exact, remainder));
    round_off(sizes, strata, n, exact, whole, remainder);
    return SQ_OK;
}

double sq_population(const double sizes[], size_t strata)
{
    double sum = 0;
    for (size_t h = 0; h < strata; h++)
        sum += sizes[h];
    return sum;
}
