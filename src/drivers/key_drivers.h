/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which attributes go with overall satisfaction, and how much of it each may claim: least squares of the
 * overall on the attributes, and two ways to share out its R². A share says what goes together, not what
 * causes what.
 *
 * Sources: relative weights Johnson 2000, Multivariate Behavioral Research 35; Shapley shares Lindeman,
 * Merenda & Gold 1980 (LMG; page not verified), as Grömping 2006, J. Statistical Software 17; the regression as
 * R's lm, with case weights its coefficients and survey::svyglm's standard errors.
 *
 * Requirements
 * 1 Rows: those where overall and all attributes are finite numbers and the weight is positive. No more of
 *   them than attributes and one: SQ_UNDEFINED.
 * 2 An attribute that the others determine (its own variance given those before it below 10⁻¹⁰) leaves
 *   everything but r SQ_UNDEFINED, and determined says which; so does one without spread.
 * 3 Case weights are survey weights: their scale does not matter, n counts respondents. Weights that are
 *   alike say nothing; else se² = n/(n − 1)·Σu², u what a respondent's weighted residual moves a coefficient by.
 * 4 Relative weight: R = VΛV′, the orthogonal attributes nearest to these have correlations Λ½ = V√Λ V′ with
 *   them and b = Λ½⁻¹r with the overall; weight_j = Σ_k Λ½_jk²·b_k². They add up to R².
 * 5 Shapley share: the mean increase of R² that an attribute brings, over all orders to take them in;
 *   exact, up to SQ_SHAPLEY_MOST attributes, else SQ_UNDEFINED. They add up to R², too.
 * 6 Interval of a share of R² (relative weight/R²): percentiles (R's type 7) of resamples of respondents, a
 *   case weight going with its respondent. A resample in which an attribute is determined or constant is left
 *   out; fewer than two left: SQ_UNDEFINED. The same seed gives the same numbers.
 * 7 Overall the same from everybody: all but means SQ_UNDEFINED. A fit that leaves nothing but rounding: SE 0,
 *   t and p SQ_UNDEFINED.
 */
#ifndef SQ_KEY_DRIVERS_H
#define SQ_KEY_DRIVERS_H

#include "base/status.h"
#include "base/table.h"

#include <stdbool.h>

enum { SQ_SHAPLEY_MOST = 20 };

typedef struct sq_driver {
    double r;             /* correlation with the overall */
    double b, se, t, p;   /* coefficient, in units of overall per point */
    double beta;          /* of standardised answers */
    double vif;           /* variance inflation: 1/(1 − R² on the other attributes) */
    double weight, share; /* relative weight; over R² */
    double lower, upper;  /* of the share */
    double shapley;       /* part of R² */
    double rank;          /* 1: the largest relative weight */
    double mean;          /* of its answers */
} sq_driver;

typedef struct sq_drivers {
    size_t n;
    double intercept, intercept_se, intercept_t, intercept_p;
    double r2, adjusted_r2, f, df1, df2, p, residual_sd;
    size_t determined; /* the attribute of requirement 2; SQ_NOWHERE: none */
} sq_drivers;

typedef struct sq_drivers_options {
    double level;     /* of the intervals */
    size_t resamples; /* 0: no intervals */
    unsigned long seed;
    bool shapley;               /* whether these are wanted */
    const double *case_weights; /* [rows] or NULL */
} sq_drivers_options;

/* One regression of overall[rows] on the attributes; driver[columns]. Errors: SQ_NO_DATA no complete row or no
 * attribute, SQ_UNDEFINED too few rows, SQ_OUT_OF_DOMAIN a level outside 0 to 1 or case weights,
 * SQ_NO_CONVERGENCE, SQ_NO_MEMORY. */
sq_status sq_key_drivers(const double *overall, const sq_table *attributes,
                         const sq_drivers_options *options, sq_driver driver[], sq_drivers *out);

#endif
