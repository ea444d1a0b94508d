/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The five gaps of one service as a chain: expectations → management's view → standards → delivery,
 * and beside it what was communicated (Gap 4) and what was perceived (Gap 5).
 *
 * Requirements
 * 1 On one scale Gap 1 + Gap 2 + Gap 3 = delivery − expectations, and what they leave of Gap 5 is
 *   perceptions − delivery, with missing answers too. So every mean is a mean of item means over
 *   the items that all given levels answered, and expectations are those of the respondents who
 *   answered the perception as well. (sq_gap_pooled and sq_gap_independent do without that.)
 * 2 Gap 5 is paired by respondent, the others compare independent samples by Welch's test.
 * 3 A gap with a level that was not given is SQ_UNDEFINED throughout.
 */
#ifndef SQ_GAP_CHAIN_H
#define SQ_GAP_CHAIN_H

#include "gap_model/gap_model.h"

enum { SQ_GAP_1, SQ_GAP_2, SQ_GAP_3, SQ_GAP_4, SQ_GAP_5, SQ_GAPS };
enum { SQ_MANAGEMENT, SQ_STANDARDS, SQ_DELIVERY, SQ_COMMUNICATIONS, SQ_LEVELS };

typedef struct sq_gap_chain {
    sq_gap gap[SQ_GAPS];
    double sum;  /* Gap 1 + 2 + 3 */
    double left; /* Gap 5 less that sum */
} sq_gap_chain;

/* service: perceptions minus expectations; levels: values NULL where not given, else the same
 * number of columns. Errors: SQ_BAD_ARGUMENT shapes, SQ_OUT_OF_DOMAIN level, SQ_NO_MEMORY;
 * SQ_NO_DATA stands in the numbers. */
sq_status sq_gap_chain_of(const sq_ratings *service, const sq_table levels[SQ_LEVELS], double level,
                          sq_gap_chain *chain);

/* Which items the means of the chain are over: counted[columns] (requirement 1). Errors as above. */
sq_status sq_gap_chain_items(const sq_ratings *service, const sq_table levels[SQ_LEVELS],
                             bool counted[]);

#endif
