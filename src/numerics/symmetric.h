/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Symmetric matrices of items: correlations, eigenvalues, the inverse. Factor analysis, sampling
 * adequacy and ω stand on these.
 *
 * Requirements
 * 1 A correlation matrix of a covariance matrix, r_ij = s_ij/√(s_ii·s_jj), has the variances of that
 *   matrix: with missing answers those over all answers of an item (as R's cov2cor of
 *   cov(use = "pairwise"); sq_correlation of covariance.h has those of each pair). Its diagonal is exactly 1, and what is 0 but for rounding is 0: items
 *   that are not related at all are not to be told from the noise of their sums.
 * 2 An item without spread, or a pair of items with fewer than two respondents in common, has no
 *   correlation: SQ_UNDEFINED for the whole matrix.
 * 3 A matrix counts as singular where a conditional variance of an item given others falls below
 *   1e-10 of its variance (a squared multiple correlation of 1 up to rounding), and where it is not
 *   positive definite, which pairwise covariances need not be: SQ_UNDEFINED.
 * 4 What is not a finite number never reaches GSL, whose eigenvalue iteration might not end on it.
 */
#ifndef SQ_SYMMETRIC_H
#define SQ_SYMMETRIC_H

#include "base/arena.h"
#include "base/status.h"
#include "numerics/covariance.h"

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>
#include <stddef.h>

/* Correlations[k × k] of a covariance matrix; may be the same memory. Errors: SQ_UNDEFINED. */
sq_status sq_correlation_of_covariance(const double *covariance, size_t k, double *correlation);

/* Eigenvalues[k], the largest first, and vectors[k × k], one in each row in the same order, of unit
 * length; vectors may be NULL. Errors: SQ_UNDEFINED, SQ_NO_CONVERGENCE, SQ_NO_MEMORY. */
sq_status sq_eigen(const double *matrix, size_t k, double *eigenvalues, double *vectors);

/* GSL's eigenvalues and vectors, in its order, with workspace in the arena; of the matrix the lower
 * triangle is read, and lost. Errors: SQ_NO_CONVERGENCE, SQ_NO_MEMORY. */
sq_status sq_eigen_in_place(sq_arena *memory, gsl_matrix *matrix, gsl_vector *values,
                            gsl_matrix *vectors);

/* The smallest of n[k × k]. */
size_t sq_fewest(const size_t *n, size_t k);

/* Inverse[k × k] and the natural logarithm of the determinant (may be NULL) of a positive definite
 * matrix. Errors: SQ_UNDEFINED where singular, SQ_NO_MEMORY. */
sq_status sq_inverse(const double *matrix, size_t k, double *inverse, double *log_determinant);

/* The first item of correlations[k × k] that those before it determine (requirement 3), else SQ_NOWHERE. Errors:
 * SQ_NO_MEMORY. */
sq_status sq_find_determined(const double *correlation, size_t k, size_t *item);

#endif
