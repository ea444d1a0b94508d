/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The covariance matrix of items with missing answers and case weights, in one pass over the
 * answers. Most of reliability, factor analysis and path modelling is mathematics on this matrix.
 *
 * Requirements
 * 1 Pairwise: the covariance of two items uses every respondent who answered both, with the means
 *   over those respondents (as R's cov(use = "pairwise.complete.obs")). Listwise: only respondents
 *   who answered every item.
 * 2 Divisor: Σw(x−x̄)(y−ȳ)/Σw · n/(n−1), n the respondents with a positive weight. Without weights
 *   that is the sample covariance; the scale of the weights does not matter (as R's
 *   survey::svyvar).
 * 3 Fewer than two respondents for a pair: that entry is sq_error(SQ_UNDEFINED), without one
 *   sq_error(SQ_NO_DATA).
 * 4 A constant item has variance 0 exactly, and so has one that is constant but for rounding
 *   beside its largest answer (rounding.h; 1.2 − 1.1 is not 3.4 − 3.3 to a computer).
 * 5 Numbers far from zero lose no digits: sums are of differences from an answer of someone who is
 *   in the sum. An answer far away touches no pair that its respondent did not answer.
 */
#ifndef SQ_COVARIANCE_H
#define SQ_COVARIANCE_H

#include "base/status.h"
#include "base/table.h"

#include <stdbool.h>

/* What one item of a covariance is: minuend − subtrahend (a gap), or minuend alone. */
typedef struct sq_items {
    sq_table minuend;
    sq_table subtrahend;        /* values NULL: nothing is taken off; else the shape of minuend */
    const size_t *columns;      /* which columns; NULL: the first count columns */
    size_t count;               /* how many items */
    const double *case_weights; /* one per row, ≥ 0; NULL: all 1 */
    bool listwise;
} sq_items;

/* The answer of one respondent to the i-th of the items; NaN where missing. */
static inline double sq_item_answer(const sq_items *items, size_t row, size_t i)
{
    size_t column = items->columns ? items->columns[i] : i;
    double answer = sq_row(&items->minuend, row)[column];
    return items->subtrahend.values ? answer - sq_row(&items->subtrahend, row)[column] : answer;
}

/* Fills covariance[count × count], row by row, symmetric; means[count] over all answers of an item
 * (listwise: of the complete respondents) and n[count × count], the respondents behind each entry,
 * may be NULL. Errors: SQ_NO_DATA where no pair has a respondent, SQ_NO_MEMORY. */
sq_status sq_covariance(const sq_items *items, double *covariance, double *means, size_t *n);

/* The correlation matrix[count × count] of the items: the correlation of two is that of the respondents
 * who answered both, with the spreads among these (as R's cor(use = "pairwise.complete.obs"), psych and
 * SPSS); or listwise. Its diagonal is exactly 1, and what is 0 but for rounding is 0. fewest: the
 * respondents behind the least answered pair, may be NULL. Errors: SQ_NO_DATA where no pair has a
 * respondent, SQ_UNDEFINED where a pair has fewer than two or an item no spread among them,
 * SQ_NO_MEMORY. */
sq_status sq_correlation(const sq_items *items, double *correlation, size_t *fewest);

/* Copies the lower triangle of matrix[k × k] into the upper. */
static inline void sq_mirror(double *matrix, size_t k)
{
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < i; j++)
            matrix[j * k + i] = matrix[i * k + j];
}

#endif
