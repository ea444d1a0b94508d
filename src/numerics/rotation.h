/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turning factors so that each item loads on few of them.
 *
 * Varimax: Kaiser 1958, Psychometrika 23, by planar rotations of pairs of factors, items scaled to
 * unit communality while turning ("Kaiser normalisation"); as R's varimax.
 * Promax: Hendrickson & White 1964, Br. J. Stat. Psychol. 17, with power 4 on the loadings as they
 * are, as R's promax. (Programs that normalise the rows for promax too differ a little.)
 *
 * Requirements
 * 1 One factor has nothing to turn: the loadings stay, and its correlation with itself is 1.
 * 2 Communalities do not change. An item that loads on nothing stays at 0.
 * 3 Factors come in the order of what they explain, the largest first, each pointing the way of the
 *   majority of its loadings (their sum is not negative).
 */
#ifndef SQ_ROTATION_H
#define SQ_ROTATION_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Orders factors and their directions as requirement 3 says, for orthogonal factors. loadings is
 * k × count, one item in each row. */
void sq_order_factors(double *loadings, size_t k, size_t count);

/* Turns loadings[k × count] in place. Errors: SQ_NO_CONVERGENCE. */
sq_status sq_varimax(double *loadings, size_t k, size_t count);

/* Turns varimax loadings into the pattern of oblique factors, in place, and fills the correlations
 * of the factors [count × count]; kaiser: with rows scaled to length 1 while they are turned, as
 * SPSS does. Errors: SQ_UNDEFINED where factors collapse into each other,
 * SQ_NO_MEMORY. */
sq_status sq_promax(double *loadings, size_t k, size_t count, bool kaiser, double *correlation);

/* What each factor explains, in items' worth of variance: diag(Φ·Lᵀ·L), which for orthogonal
 * factors (correlation NULL) is the sum of squared loadings. The sum is that of communalities. */
void sq_explained(const double *loadings, size_t k, size_t count, const double *correlation,
                  double *explained);

#endif
