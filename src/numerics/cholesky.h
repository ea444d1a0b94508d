/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Cholesky factor of small symmetric matrices, without allocation: path modelling solves
 * thousands of systems of two to ten unknowns, where the care of a library costs more than the sum.
 *
 * A matrix counts as singular where a pivot is less than a 10⁻¹⁰th of its diagonal entry: the
 * squared multiple correlation of that row with those before it is then 1 as far as answers to a
 * survey can tell.
 */
#ifndef SQ_CHOLESKY_H
#define SQ_CHOLESKY_H

#include "base/rounding.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

/* Replaces the lower triangle of a (k × k, rows of the given stride) by its factor L, a = LLᵀ. The
 * upper triangle is not read. False: singular, or not positive definite, or not numbers. */
static inline bool sq_cholesky(double *a, size_t k, size_t stride)
{
    for (size_t j = 0; j < k; j++) {
        double *row = a + j * stride, pivot = row[j], least = sq_singular * row[j];
        for (size_t m = 0; m < j; m++)
            pivot -= row[m] * row[m];
        if (!(pivot > least && pivot > 0))
            return false;
        row[j] = sqrt(pivot);
        for (size_t i = j + 1; i < k; i++) {
            double *below = a + i * stride, sum = below[j];
            for (size_t m = 0; m < j; m++)
                sum -= below[m] * row[m];
            below[j] = sum / row[j];
        }
    }
    return true;
}

/* Replaces x by the solution of LLᵀx = x. */
static inline void sq_cholesky_solve(const double *l, size_t k, size_t stride, double *x)
{
    for (size_t i = 0; i < k; i++) {
        for (size_t m = 0; m < i; m++)
            x[i] -= l[i * stride + m] * x[m];
        x[i] /= l[i * stride + i];
    }
    for (size_t i = k; i-- > 0;) {
        for (size_t m = i + 1; m < k; m++)
            x[i] -= l[m * stride + i] * x[m];
        x[i] /= l[i * stride + i];
    }
}

#endif
