/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Penalty–reward contrast analysis: what a low rating of an attribute costs overall satisfaction
 * and what a high one adds. Every attribute becomes two dummies, low = 1 where its rating ≤ the low
 * threshold, high = 1 where ≥ the high one, else 0, and one regression over all attributes gives
 * overall = b0 + Σ(penalty·low + reward·high).
 *
 * Sources: Brandt 1987, in Surprenant (ed.), Add Value to Your Service; Mikulić & Prebežac 2008,
 * Managing Service Quality 18(6) (range of impact, SGP, DGP, impact asymmetry). The coefficients,
 * standard errors and R² are those of R's lm; with case weights the coefficients and R² those of
 * lm(weights = …), the standard errors those of survey::svyglm.
 *
 * Requirements
 * 1 Rows: those where overall and all attributes are finite numbers and the weight is positive.
 * 2 Thresholds not given (NaN) are the smallest and the largest answer to any attribute, of all
 *   respondents of positive weight, complete or not. low ≥ high is SQ_OUT_OF_DOMAIN; all answers
 *   the same, SQ_UNDEFINED.
 * 3 A coefficient that the data do not determine (nobody rates the attribute low, everybody
 *   does, or the dummy is a combination of others) is SQ_UNDEFINED, and so is what follows from
 *   it. It is found in the null space of the design and not by the order of the columns:
 *   attributes that depend on each other are all marked, every coefficient that is determined
 *   has its value. Where none is, the status is SQ_UNDEFINED.
 * 4 Degrees of freedom: rows − rank. Without any: SE, t, p and R² SQ_UNDEFINED. A fit that leaves
 *   nothing but rounding: SE 0, t and p SQ_UNDEFINED.
 * 5 An overall rating that is the same from everybody: coefficients 0, R² SQ_UNDEFINED.
 * 6 Standardised: b·s(dummy)/s(overall).
 * 7 Range of impact = |penalty| + |reward|, SGP = |reward|/range, DGP = |penalty|/range,
 *   asymmetry = SGP − DGP. Class: excitement where the asymmetry exceeds θ, basic where it is
 *   below −θ, else performance. The absolute values hide wrong signs, so a positive penalty and
 *   a negative reward are flagged.
 * 8 No class from fewer than five low or five high ratings, which one respondent may turn, nor
 *   where a coefficient is open or has the wrong sign, nor where both are 0; no_class says which.
 * 9 Case weights are survey weights: their scale does not matter, n, n_low, n_high count the
 *   respondents of positive weight, and the standard error of a coefficient is that of its linear
 *   approximation, se² = n/(n − 1)·Σu², u = what the weighted residual of a respondent moves it
 *   by (as R's survey::svyglm; gap_model.h has the same for means). Where all positive weights
 *   are alike they say nothing, and it is that of lm. Weights so unequal that the respondents who
 *   tell a dummy from a constant have less than 10⁻¹⁰ of them: SQ_OUT_OF_DOMAIN.
 * 10 A coefficient that is 0 but for rounding (rounding.h) is 0 and has no sign.
 */
#ifndef SQ_PENALTY_REWARD_H
#define SQ_PENALTY_REWARD_H

#include "base/status.h"
#include "base/table.h"

#include <stdbool.h>

typedef struct sq_coefficient {
    double b; /* in units of overall; without unit where standardised */
    double se, t, p;
} sq_coefficient;

typedef enum sq_impact {
    SQ_IMPACT_BASIC,       /* dissatisfies where it is poor: hygiene */
    SQ_IMPACT_PERFORMANCE, /* works both ways: hybrid */
    SQ_IMPACT_EXCITEMENT,  /* satisfies where it is good: motivator */
    SQ_IMPACT_NONE         /* cannot be told: no_class says why */
} sq_impact;

enum { SQ_FEWEST_RATINGS = 5 }; /* low ones, and high ones, that a class needs */

typedef enum sq_no_class {
    SQ_HAS_CLASS,
    SQ_FEW_LOW, /* fewer than SQ_FEWEST_RATINGS */
    SQ_FEW_HIGH,
    SQ_FEW_LOW_AND_HIGH,
    SQ_NOT_DETERMINED, /* goes with other attributes (requirement 3) */
    SQ_WRONG_PENALTY,
    SQ_WRONG_REWARD,
    SQ_WRONG_BOTH,
    SQ_NO_IMPACT /* penalty and reward are 0 */
} sq_no_class;

typedef struct sq_penalty_reward {
    sq_coefficient penalty, reward;
    size_t n_low, n_high;   /* respondents with a low and a high rating */
    double range, sgp, dgp; /* in units of b, and shares */
    double asymmetry;       /* −1 … 1 */
    sq_impact impact;
    sq_no_class no_class;
    bool wrong_penalty, wrong_reward; /* penalty > 0, reward < 0 */
    bool undetermined;                /* penalty or reward is not determined (requirement 3) */
} sq_penalty_reward;

typedef struct sq_penalty_reward_model {
    double low, high; /* NaN: requirement 2 */
    double theta;     /* 0 … 1; usually 0.1 */
    bool standardised;
    const double *case_weights; /* one per row (case_weights.h); NULL: all 1 */
} sq_penalty_reward_model;

typedef struct sq_penalty_reward_fit {
    size_t n, rank;           /* complete rows; columns of the design that are independent */
    double df;                /* n − rank */
    double low, high;         /* the thresholds used */
    sq_coefficient intercept; /* raw also where standardised; SQ_UNDEFINED where not determined */
    double r2;
    size_t undetermined; /* attributes marked */
} sq_penalty_reward_fit;

/* One regression of overall[rows of attributes] on the dummies of all attributes; result[columns].
 * Errors: SQ_NO_DATA no complete row or no column, SQ_UNDEFINED no coefficient determined,
 * SQ_OUT_OF_DOMAIN thresholds, θ outside 0 … 1, case weights, SQ_NO_CONVERGENCE, SQ_NO_MEMORY. */
sq_status sq_penalty_reward_analysis(const double *overall, const sq_table *attributes,
                                     const sq_penalty_reward_model *model,
                                     sq_penalty_reward result[], sq_penalty_reward_fit *fit);

#endif
