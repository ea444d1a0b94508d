/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions of the gap model that stand in files of their own, and what they share.
 */
#ifndef GAP_REPORTS_H
#define GAP_REPORTS_H

#include "functions/gap_model/gap_arguments.h"

/* The levels of the model, as SQ.GAP1 to SQ.GAP4 take them (ranges) and SQ.GAPS (values). */
#define MANAGEMENT                                                                                 \
    N_("Management's view of what customers expect: one row per manager, the same items.")
#define STANDARDS N_("The service standards that were set: one row per source, the same items.")
#define DELIVERY N_("The service as delivered: one row per observation, the same items.")
#define COMMUNICATIONS                                                                             \
    N_("The service as promised to customers: one row per message, the same items.")

extern const sq_function gaps_function;      /* gap_chain.c */
extern const sq_function gap_items_function; /* gap_tables.c */
extern const sq_function gap_dimensions_function;
extern const sq_function gap_respondents_function;
extern const sq_function gap_groups_function; /* gap_groups.c */
extern const sq_function gap_pairs_function;

#endif
