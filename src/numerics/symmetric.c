/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/symmetric.h"

#include "base/arena.h"
#include "base/rounding.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

static bool all_finite(const double *matrix, size_t k)
{
    for (size_t i = 0; i < k * k; i++)
        if (!isfinite(matrix[i]))
            return false;
    return true;
}

sq_status sq_correlation_of_covariance(const double *covariance, size_t k, double *correlation)
{
    if (!all_finite(covariance, k))
        return SQ_UNDEFINED;
    for (size_t i = 0; i < k; i++)
        if (!(covariance[i * k + i] > 0))
            return SQ_UNDEFINED;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < i; j++) {
            double spread = sqrt(covariance[i * k + i]) * sqrt(covariance[j * k + j]);
            correlation[i * k + j] = correlation[j * k + i] =
                sq_rounded(covariance[i * k + j] / spread, 1);
        }
    for (size_t i = 0; i < k; i++)
        correlation[i * k + i] = 1;
    return SQ_OK;
}

size_t sq_fewest(const size_t *n, size_t k)
{
    size_t fewest = n[0];
    for (size_t i = 1; i < k * k; i++)
        fewest = n[i] < fewest ? n[i] : fewest;
    return fewest;
}

sq_status sq_eigen_in_place(sq_arena *memory, gsl_matrix *matrix, gsl_vector *values,
                            gsl_matrix *vectors)
{
    size_t k = matrix->size1;
    gsl_eigen_symmv_workspace workspace = {.size = k};
    SQ_TAKE(workspace.d, memory, k);
    SQ_TAKE(workspace.sd, memory, k);
    SQ_TAKE(workspace.gc, memory, k);
    SQ_TAKE(workspace.gs, memory, k);
    return gsl_eigen_symmv(matrix, values, vectors, &workspace) == GSL_SUCCESS ? SQ_OK
                                                                               : SQ_NO_CONVERGENCE;
}

sq_status sq_eigen(const double *matrix, size_t k, double *eigenvalues, double *vectors)
{
    SQ_SCRATCH(memory);
    double *given, *found;
    gsl_matrix_view copy, columns;
    gsl_vector_view values;
    if (k == 0 || !all_finite(matrix, k))
        return SQ_UNDEFINED;
    SQ_TAKE_TABLE(given, &memory, k, k);
    SQ_TAKE_TABLE(found, &memory, k, k);
    copy = gsl_matrix_view_array(given, k, k);
    columns = gsl_matrix_view_array(found, k, k);
    values = gsl_vector_view_array(eigenvalues, k);
    memcpy(given, matrix, k * k * sizeof *given);
    SQ_TRY(sq_eigen_in_place(&memory, &copy.matrix, &values.vector, &columns.matrix));
    if (gsl_eigen_symmv_sort(&values.vector, &columns.matrix, GSL_EIGEN_SORT_VAL_DESC) !=
        GSL_SUCCESS)
        return SQ_NO_CONVERGENCE;
    for (size_t i = 0; vectors && i < k; i++)
        for (size_t j = 0; j < k; j++)
            vectors[j * k + i] = found[i * k + j];
    return SQ_OK;
}

/* The factor L of matrix = L·Lᵀ in the lower triangle; SQ_UNDEFINED where singular. */
static sq_status factorise(const double *matrix, size_t k, gsl_matrix *factor)
{
    if (gsl_linalg_cholesky_decomp1(factor) != GSL_SUCCESS)
        return SQ_UNDEFINED;
    for (size_t i = 0; i < k; i++) {
        double pivot = gsl_matrix_get(factor, i, i); /* its square: variance given items before */
        if (!(pivot * pivot > sq_singular * matrix[i * k + i]))
            return SQ_UNDEFINED;
    }
    return SQ_OK;
}

sq_status sq_inverse(const double *matrix, size_t k, double *inverse, double *log_determinant)
{
    SQ_SCRATCH(memory);
    double *copy, logarithm = 0;
    gsl_matrix_view factor;
    if (k == 0 || !all_finite(matrix, k))
        return SQ_UNDEFINED;
    SQ_TAKE_TABLE(copy, &memory, k, k);
    memcpy(copy, matrix, k * k * sizeof *copy);
    factor = gsl_matrix_view_array(copy, k, k);
    SQ_TRY(factorise(matrix, k, &factor.matrix));
    for (size_t i = 0; i < k; i++)
        logarithm += 2 * log(copy[i * k + i]);
    if (log_determinant)
        *log_determinant = logarithm;
    if (gsl_linalg_cholesky_invert(&factor.matrix) != GSL_SUCCESS)
        return SQ_UNDEFINED;
    memcpy(inverse, copy, k * k * sizeof *copy);
    return SQ_OK;
}

sq_status sq_find_determined(const double *correlation, size_t k, size_t *item)
{
    SQ_SCRATCH(memory);
    double *left;
    SQ_TAKE_TABLE(left, &memory, k, k);
    memcpy(left, correlation, k * k * sizeof *left);
    for (*item = 0; *item < k; ++*item) {
        size_t i = *item;
        double pivot = left[i * k + i];
        if (!(pivot > sq_singular))
            return SQ_OK;
        for (size_t a = i + 1; a < k; a++)
            for (size_t b = i + 1; b < k; b++)
                left[a * k + b] -= left[a * k + i] * left[i * k + b] / pivot;
    }
    *item = SQ_NOWHERE;
    return SQ_OK;
}
