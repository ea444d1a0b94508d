/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many chose what: top and bottom boxes, distributions of items.
 *
 * Requirements
 * 1 Every answered cell counts as one answer, with the weight of its respondent; NaN is a missing
 *   answer, an infinite one SQ_OUT_OF_DOMAIN. Nothing answered: SQ_NO_DATA.
 * 2 Shares lie from 0 to 1.
 * 3 A respondent of weight 0 (or without weight) is as if absent, whatever was answered.
 * 4 A mean or a spread that is 0 but for rounding beside the largest answer (rounding.h) is 0.
 */
#ifndef SQ_SHARES_H
#define SQ_SHARES_H

#include "base/status.h"
#include "base/table.h"

/* Share of answers within that many boxes (a whole number ≥ 1) of the end of the scale: above end −
 * boxes at the top, below end + boxes at the bottom, by more than rounding; answers between the
 * points of the scale count where they lie. ends[count] of the items, count 1 for all of them. An
 * answer beyond its end: SQ_OUT_OF_DOMAIN; no end (NaN): SQ_UNDEFINED; no answer: SQ_NO_DATA. */
sq_status sq_top_box(const sq_table *answers, const double *case_weights, double boxes,
                     const double *ends, size_t count, double *share);
sq_status sq_bottom_box(const sq_table *answers, const double *case_weights, double boxes,
                        const double *ends, size_t count, double *share);

typedef struct sq_distribution {
    double answered, missing; /* respondents */
    double mean, sd;          /* sd: divisor n − 1, weights scaled to the number answered */
    double other;             /* share of answers that are none of the levels */
} sq_distribution;

/* The column from … up to to − 1 together: shares[levels] of minimum, minimum + 1, …; a column that
 * nobody answered has shares, mean and sd sq_error(SQ_NO_DATA). A respondent of weight 0 does not
 * count. */
sq_status sq_distribution_of(const sq_table *answers, const double *case_weights, size_t from,
                             size_t to, double minimum, size_t levels, double *shares,
                             sq_distribution *out);

/* The smallest and the largest answer of those with a weight above 0. */
sq_status sq_answer_limits(const sq_table *answers, const double *case_weights, double *smallest,
                           double *largest);

#endif
