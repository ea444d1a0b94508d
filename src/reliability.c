/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reliability.h"

#include <math.h>
#include <stdlib.h>

double sq_alpha_of_covariance(const double *covariance, size_t k)
{
    double variances = 0, total = 0, size = 0;
    for (size_t i = 0; i < k; i++) {
        variances += covariance[i * k + i];
        for (size_t j = 0; j < k; j++) {
            total += covariance[i * k + j];
            size += fabs(covariance[i * k + j]);
        }
    }
    if (k < 2 || !(total > 1e-12 * size)) /* below that it is rounding: the total has no spread */
        return sq_error(SQ_UNDEFINED);
    return (double)k / ((double)k - 1) * (1 - variances / total);
}

sq_status sq_alpha(const sq_items *items, double *alpha)
{
    size_t k = items->count;
    double *covariance;
    sq_status status;
    *alpha = sq_error(SQ_UNDEFINED);
    if (k < 2)
        return SQ_OK;
    if (!sq_fits(k, k * sizeof *covariance) || !(covariance = malloc(k * k * sizeof *covariance)))
        return SQ_NO_MEMORY;
    status = sq_covariance(items, covariance, NULL, NULL);
    if (status == SQ_OK)
        *alpha = sq_alpha_of_covariance(covariance, k);
    else if (status == SQ_NO_DATA) {
        *alpha = sq_error(SQ_NO_DATA);
        status = SQ_OK;
    }
    free(covariance);
    return status;
}
