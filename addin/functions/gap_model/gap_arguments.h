/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arguments that several functions of the gap model read.
 */
#ifndef GAP_ARGUMENTS_H
#define GAP_ARGUMENTS_H

#include "functions/survey_arguments.h"
#include "gap_model/gap_model.h"

extern const sq_parameter in_importance, in_pair_test;

/* "t" or "wilcoxon". */
enum { BY_T, BY_RANKS };

typedef struct rating_pair {
    sq_range first, second; /* what is taken off, and what it is taken off from */
    sq_ratings ratings;
} rating_pair;

/* Two data arguments of one shape; case_weights where the function has them. */
sq_status read_pair(sq_call *call, const sq_parameter *first, const sq_parameter *second,
                    rating_pair *out);

/* The gap of each dimension and the overall, and how important each dimension is. */
typedef struct dimension_gaps {
    item_dimensions dimensions;
    sq_gap *gaps, overall;
    double *shares, *contributions; /* contributions add up to the overall */
    const double *importance;       /* the weights of all respondents; NULL: not given */
    sq_table points;                /* those of each respondent; no columns: not given */
} dimension_gaps;

/* By the arguments "dimensions" and "importance"; without dimensions pooled over the items, and then
 * an importance is SQ_BAD_ARGUMENT. range: that of the ratings, whose rows each respondent's weights
 * must fit. */
sq_status read_gaps(sq_call *call, const sq_ratings *ratings, const sq_range *range, double level,
                    dimension_gaps *out);

#endif
