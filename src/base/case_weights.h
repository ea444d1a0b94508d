/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which case weights may stand: 0 or more and finite. A weight that is missing (NaN) leaves its
 * respondent out, as 0 does.
 */
#ifndef SQ_CASE_WEIGHTS_H
#define SQ_CASE_WEIGHTS_H

#include "base/status.h"

#include <math.h>
#include <stddef.h>

/* SQ_OUT_OF_DOMAIN where one of the weights is negative or infinite; weights NULL: all 1. */
static inline sq_status sq_check_case_weights(const double *case_weights, size_t rows)
{
    for (size_t row = 0; case_weights && row < rows; row++)
        if (case_weights[row] < 0 || isinf(case_weights[row]))
            return SQ_OUT_OF_DOMAIN;
    return SQ_OK;
}

/* The largest weight, 1 without weights or where none is positive. Weights divided by it lie in
 * 0 … 1, so that neither their sum nor the sum of their squares can overflow or vanish. */
static inline double sq_case_weight_scale(const double *case_weights, size_t rows)
{
    double scale = 0;
    for (size_t row = 0; case_weights && row < rows; row++)
        if (case_weights[row] > scale)
            scale = case_weights[row];
    return scale > 0 ? scale : 1;
}

#endif
