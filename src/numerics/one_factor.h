/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One common factor behind all items, by maximum likelihood: R ≈ λλᵀ + Ψ. ω, average variance
 * extracted and composite reliability are read from it.
 *
 * The likelihood is the normal one of Jöreskog 1967, Psychometrika 32, minimised over the
 * logarithms of the unique variances Ψ by Newton's method with the exact second derivatives. It is
 * the estimate of R's factanal(factors = 1) and lavaan's cfa; it does not depend on the units of
 * the items, so the loadings of a covariance matrix are those of its correlations times the
 * standard deviations.
 *
 * Requirements
 * 1 Fewer than three items do not identify a factor: SQ_UNDEFINED.
 * 2 A singular matrix (collinear items, no more respondents than items) has no likelihood:
 *   SQ_UNDEFINED.
 * 3 Where the likelihood rises towards a unique variance of nothing (a Heywood case) there is no
 *   proper solution: SQ_NO_CONVERGENCE once one falls below SQ_SMALLEST_UNIQUE, the bound that
 *   factanal puts on it. A number from the edge is not handed out.
 * 4 Where the minimum is not a single point (items without any correlation) there is no solution
 *   either: SQ_NO_CONVERGENCE.
 * 5 The factor points the way of the majority: the sum of the loadings is not negative.
 */
#ifndef SQ_ONE_FACTOR_H
#define SQ_ONE_FACTOR_H

#include "base/status.h"

#include <stddef.h>

#define SQ_SMALLEST_UNIQUE 0.005 /* share of an item's variance */

/* Loadings[k] on the one factor of a correlation matrix; each item's unique variance is 1 − λ².
 * improper, which may be NULL, is the item of a Heywood case (requirement 3), else SQ_NOWHERE.
 * Errors: SQ_UNDEFINED, SQ_NO_CONVERGENCE, SQ_NO_MEMORY. */
sq_status sq_one_factor(const double *correlation, size_t k, double *loadings, size_t *improper);

#endif
