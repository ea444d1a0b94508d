/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two ways to share out the R² of a regression among its predictors (key_drivers.h, requirements 4 and 5), from
 * correlations alone.
 */
#ifndef SQ_R2_SHARES_H
#define SQ_R2_SHARES_H

#include "base/arena.h"
#include "base/status.h"

#include <stddef.h>

/* Relative weights[k] from the correlations of the predictors[k × k] and theirs with what is predicted, r[k].
 * SQ_UNDEFINED where the predictors determine one another. Errors: SQ_NO_CONVERGENCE, SQ_NO_MEMORY. */
sq_status sq_relative_weights(const double *correlation, const double r[], size_t k,
                              double weight[]);

/* Shapley shares[k], k ≤ SQ_SHAPLEY_MOST. Time and memory grow with 2^k. Errors as above. */
sq_status sq_shapley_shares(const double *correlation, const double r[], size_t k, double share[]);

#endif
