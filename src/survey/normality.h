/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape of the answers to an item, and whether it is that of a normal distribution.
 *
 * Requirements
 * 1 NaN is a missing answer and does not count; an infinite one is SQ_OUT_OF_DOMAIN.
 * 2 sd, skewness and kurtosis are those that Calc's STDEV, SKEW and KURT (SPSS, Excel) print: divisor
 *   n − 1, type 2 of Joanes & Gill 1998, The Statistician 47 (page not verified); kurtosis is 0 for
 *   the normal distribution. They need 2, 3 and 4 answers, skewness and kurtosis some spread.
 * 3 W and p are Shapiro and Wilk's (shapiro_wilk.h): of 3 to 5,000 answers with some spread.
 * 4 What is not defined is sq_error(SQ_UNDEFINED), without answers SQ_NO_DATA, and SQ_OUT_OF_DOMAIN
 *   what is too large for a double; a figure that is 0 but for rounding is 0.
 */
#ifndef SQ_NORMALITY_H
#define SQ_NORMALITY_H

#include "base/status.h"
#include "base/table.h"

typedef struct sq_normality {
    size_t n; /* answers */
    double mean, median, sd, skewness, kurtosis, w, p;
} sq_normality;

/* Of the answers in one column. Errors: SQ_OUT_OF_DOMAIN, SQ_NO_MEMORY. */
sq_status sq_normality_of(const sq_table *answers, size_t item, sq_normality *out);

#endif
