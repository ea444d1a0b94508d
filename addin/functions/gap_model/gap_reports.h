/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reports of the gap model, and the arguments that they share with its single numbers.
 */
#ifndef GAP_REPORTS_H
#define GAP_REPORTS_H

#include "functions/survey_arguments.h"
#include "gap_model/gap_model.h"

/* The levels of the model, as SQ.GAP1 to SQ.GAP4 take them (ranges) and SQ.GAPS (values). */
#define MANAGEMENT                                                                                 \
    N_("Management's view of what customers expect: one row per manager, the same items.")
#define STANDARDS N_("The service standards that were set: one row per source, the same items.")
#define DELIVERY N_("The service as delivered: one row per observation, the same items.")
#define COMMUNICATIONS                                                                             \
    N_("The service as promised to customers: one row per message, the same items.")

typedef struct rating_pair {
    sq_range first, second; /* what is taken off, and what it is taken off from */
    sq_ratings ratings;
} rating_pair;

/* Two data arguments of one shape; case_weights where the function has them. */
sq_status read_pair(sq_call *call, const sq_parameter *first, const sq_parameter *second,
                    rating_pair *out);

/* The gap of each dimension and the overall. */
typedef struct dimension_gaps {
    item_dimensions dimensions;
    sq_gap *gaps, overall;
    double *shares;
} dimension_gaps;

/* By the arguments "dimensions" and "importance"; without dimensions pooled over the items, and then
 * an importance is SQ_BAD_ARGUMENT. */
sq_status read_gaps(sq_call *call, const sq_ratings *ratings, double level, dimension_gaps *out);

extern const sq_function gaps_function;
extern const sq_function gap_items_function;
extern const sq_function gap_dimensions_function;
extern const sq_function gap_respondents_function;
extern const sq_function gap_groups_function;

/* ---- Parameters that several files of the family read. */

extern const sq_parameter in_importance;

#define MANAGEMENT                                                                                 \
    N_("Management's view of what customers expect: one row per manager, the same items.")
#define STANDARDS N_("The service standards that were set: one row per source, the same items.")
#define DELIVERY N_("The service as delivered: one row per observation, the same items.")
#define COMMUNICATIONS                                                                             \
    N_("The service as promised to customers: one row per message, the same items.")

#endif
