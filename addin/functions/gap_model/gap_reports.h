/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reports of the gap model, and the arguments that they share with its single numbers.
 */
#ifndef GAP_REPORTS_H
#define GAP_REPORTS_H

#include "functions/survey_arguments.h"
#include "gap_model/gap_model.h"

#define DEFAULT_LEVEL 0.95

typedef struct rating_pair {
    sq_range first, second; /* what is taken off, and what it is taken off from */
    sq_ratings ratings;
} rating_pair;

/* Two data arguments of one shape; case_weights where the function has them. */
sq_status read_pair(sq_call *call, const char *first, const char *second, rating_pair *out);

/* The gap of each dimension and the overall. */
typedef struct dimension_gaps {
    item_dimensions dimensions;
    sq_gap *gaps, overall;
    double *shares;
} dimension_gaps;

/* By the arguments "dimensions" and "importance"; without dimensions pooled over the items, and then
 * an importance is SQ_BAD_ARGUMENT. */
sq_status read_gaps(sq_call *call, const sq_ratings *ratings, double level, dimension_gaps *out);

sq_status gaps(sq_call *call);
sq_status gap_items(sq_call *call);
sq_status gap_dimensions(sq_call *call);
sq_status gap_respondents(sq_call *call);
sq_status gap_groups(sq_call *call);

#endif
