/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How exact the numbers of a path model are: the bootstrap. Source: Efron & Tibshirani 1993.
 *
 * Requirements
 * 1 Each resample draws as many respondents as there are, all equally likely; a case weight goes
 *   with its respondent. Missing answers were replaced once, before (pls_data.h).
 * 2 A resample that does not settle, or where an item is constant or constructs are collinear, is
 *   left out and counted. Each resample's scores have the signs that agree with the scores of the
 *   whole sample, whichever resample it is (pls.h, requirement 4).
 * 3 SE: standard deviation over the resamples (divisor n − 1). t = estimate/SE, p two-sided by
 *   Student's t with (resamples left − 1) degrees of freedom. A number without spread, or with one
 *   that is rounding (rounding.h), has SE 0 and no t and p: sq_error(SQ_UNDEFINED).
 * 4 Percentile interval: quantiles of R's type 7. Bias-corrected: levels Φ(2z₀ ± z), z₀ = Φ⁻¹ of
 *   the share of resamples below the estimate, ties counting half (Efron 1987, without
 *   acceleration); all on one side: sq_error(SQ_UNDEFINED), but for a number without spread.
 * 5 Fewer than two resamples left: no number but the estimate.
 * 6 The same seed gives the same numbers, whichever statistic is asked for.
 * 7 What would take more than SQ_MOST_EXPECTED_WORK, by the work of the whole sample's fit, or keep
 *   more than SQ_MOST_KEPT numbers, is refused before it begins: SQ_MODEL_TOO_LARGE.
 */
#ifndef SQ_PLS_BOOTSTRAP_H
#define SQ_PLS_BOOTSTRAP_H

#include "satisfaction_index/chains.h"
#include "satisfaction_index/pls_resample.h"

typedef struct sq_pls_bootstrap_row {
    size_t from, to;                         /* as sq_pls_list tells */
    double estimate;                         /* of all respondents */
    double mean, se;                         /* over the resamples */
    double t, p;                             /* requirement 3 */
    double lower, upper;                     /* percentile interval */
    double corrected_lower, corrected_upper; /* bias-corrected interval */
} sq_pls_bootstrap_row;

/* Fills rows[sq_pls_list(pls, statistic, NULL, NULL)]. scale: only indices use it; NULL: they are
 * SQ_UNDEFINED.
 * Afterwards pls holds the fit to all respondents. Errors: the status of the problem for the fit to
 * all; SQ_OUT_OF_DOMAIN for a level outside 0–1 or resamples outside 1–SQ_MOST_RESAMPLES;
 * SQ_NO_MEMORY. */
sq_status sq_pls_bootstrap(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                           sq_pls_statistic statistic, const sq_pls_scale *scale, size_t resamples,
                           unsigned long seed, double level, sq_pls_bootstrap_row *rows,
                           sq_pls_counts *counts, sq_model_problem *problem);

/* The same for what acts along chains of paths: effects[chains->count], and paths[…] as
 * SQ_STATISTIC_PATHS lists them, from the same resamples. More than SQ_MOST_KEPT effects of all
 * resamples: SQ_MODEL_TOO_LARGE. */
sq_status sq_pls_bootstrap_chains(sq_pls *pls, const sq_pls_data *data,
                                  const sq_pls_options *options, const sq_chains *chains,
                                  size_t resamples, unsigned long seed, double level,
                                  sq_pls_bootstrap_row *effects, sq_pls_bootstrap_row *paths,
                                  sq_pls_counts *counts, sq_model_problem *problem);

#endif
