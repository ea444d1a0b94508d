/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many to ask. Source: Cochran 1977, Sampling Techniques, chapters 4 and 5.
 *
 * Requirements
 * 1 Variance of one answer: p(1 − p) of a share, sd² of a mean. n₀ = z²·variance·deff/margin²; in a
 *   population of N: n = n₀/(1 + (n₀ − 1)/N), rounded up. population NaN: without end.
 * 2 The margin that n reaches is the inverse of the same formula: everybody asked, margin 0.
 * 3 SQ_OUT_OF_DOMAIN: a margin that is not above 0, of a share from 1 on; a level or share outside 0–1, a negative sd, a
 *   design effect not above 0, a population below 1, n below 1 or above the population; a sample
 *   too large for a double to count.
 */
#ifndef SQ_SAMPLING_H
#define SQ_SAMPLING_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct sq_survey_plan {
    double level;         /* of confidence, 0 to 1 */
    double variance;      /* of one answer */
    double population;    /* NaN: without end */
    double design_effect; /* 1: simple random sampling */
    bool of_share;        /* the margin is that of a share: below 1, for 5 points are 0.05 */
} sq_survey_plan;

sq_status sq_sample_size(const sq_survey_plan *plan, double margin, double *n);
sq_status sq_margin(const sq_survey_plan *plan, double n, double *margin);

/* n respondents shared out over strata: in proportion to size·sd/√cost; sds and costs may be NULL
 * (all alike). Without both it is proportional allocation, with sds Neyman's, with costs the
 * optimum at fixed cost. exact[strata] may be fractions; whole[strata] are whole numbers of the
 * same sum, by largest remainders, none above its stratum: what a stratum cannot hold goes to the
 * others. Workspace: remainder[strata]. Errors: SQ_OUT_OF_DOMAIN for a size beyond 0 … 2⁵³,
 * sd, cost, a cost of 0, n that is not a whole number from 0 to Σ sizes; SQ_NO_DATA without a
 * stratum of positive share. Sizes are whole numbers. */
sq_status sq_allocate(const double *sizes, const double *sds, const double *costs, size_t strata,
                      double n, double *exact, double *whole, double *remainder);

/* How many all strata hold together. */
double sq_population(const double sizes[], size_t strata);

#endif
