/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/symmetric.h"

#include "base/rounding.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

double *sq_allocate_square(size_t k, size_t matrices, size_t vectors)
{
    size_t cells;
    /* matrices and vectors are small constants of the caller, k is the user's */
    if (!sq_fits(k, (matrices + vectors) * sizeof(double)) ||
        !sq_fits(k, k * (matrices + vectors) * sizeof(double)))
        return NULL;
    cells = k * (k * matrices + vectors);
    return cells > 0 ? calloc(cells, sizeof(double)) : NULL;
}

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

sq_status sq_correlation(const sq_items *items, double *correlation, size_t *fewest)
{
    size_t k = items->count, *n;
    sq_status status;
    if (k == 0)
        return SQ_NO_DATA;
    if (!sq_fits(k, k * sizeof *n) || !(n = malloc(k * k * sizeof *n)))
        return SQ_NO_MEMORY;
    status = sq_covariance(items, correlation, NULL, n);
    if (status == SQ_OK)
        status = sq_correlation_of_covariance(correlation, k, correlation);
    if (status == SQ_OK && fewest) {
        *fewest = n[0];
        for (size_t i = 1; i < k * k; i++)
            *fewest = n[i] < *fewest ? n[i] : *fewest;
    }
    free(n);
    return status;
}

sq_status sq_eigen(const double *matrix, size_t k, double *eigenvalues, double *vectors)
{
    double *block;
    gsl_eigen_symmv_workspace *workspace = NULL;
    sq_status status = SQ_NO_MEMORY;
    if (k == 0 || !all_finite(matrix, k))
        return SQ_UNDEFINED;
    block = sq_allocate_square(k, 2, 0);
    if (block && (workspace = gsl_eigen_symmv_alloc(k)) != NULL) {
        gsl_matrix_view copy = gsl_matrix_view_array(block, k, k);
        gsl_matrix_view columns = gsl_matrix_view_array(block + k * k, k, k);
        gsl_vector_view values = gsl_vector_view_array(eigenvalues, k);
        memcpy(block, matrix, k * k * sizeof *block);
        status = SQ_NO_CONVERGENCE;
        if (gsl_eigen_symmv(&copy.matrix, &values.vector, &columns.matrix, workspace) ==
                GSL_SUCCESS &&
            gsl_eigen_symmv_sort(&values.vector, &columns.matrix, GSL_EIGEN_SORT_VAL_DESC) ==
                GSL_SUCCESS) {
            status = SQ_OK;
            for (size_t i = 0; vectors && i < k; i++)
                for (size_t j = 0; j < k; j++)
                    vectors[j * k + i] = block[k * k + i * k + j];
        }
    }
    gsl_eigen_symmv_free(workspace);
    free(block);
    return status;
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
    double *block;
    gsl_matrix_view factor;
    sq_status status;
    if (k == 0 || !all_finite(matrix, k))
        return SQ_UNDEFINED;
    if (!(block = sq_allocate_square(k, 1, 0)))
        return SQ_NO_MEMORY;
    memcpy(block, matrix, k * k * sizeof *block);
    factor = gsl_matrix_view_array(block, k, k);
    status = factorise(matrix, k, &factor.matrix);
    if (status == SQ_OK) {
        double logarithm = 0;
        for (size_t i = 0; i < k; i++)
            logarithm += 2 * log(block[i * k + i]);
        if (log_determinant)
            *log_determinant = logarithm;
        if (gsl_linalg_cholesky_invert(&factor.matrix) == GSL_SUCCESS)
            memcpy(inverse, block, k * k * sizeof *block);
        else
            status = SQ_UNDEFINED;
    }
    free(block);
    return status;
}
