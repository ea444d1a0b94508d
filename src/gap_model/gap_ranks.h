/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gaps by ranks: Wilcoxon's signed rank test (signed_ranks.h) instead of t, of items and of the
 * respondents' scores; and scores of groups, for tests between them (rank_groups.h).
 *
 * Every respondent counts once: ranks take no case weights.
 */
#ifndef SQ_GAP_RANKS_H
#define SQ_GAP_RANKS_H

#include "gap_model/gap_model.h"
#include "numerics/rank_groups.h"
#include "numerics/signed_ranks.h"

/* The gap of each column: item[columns], holm[columns] p adjusted after Holm. Errors: SQ_BAD_ARGUMENT
 * shapes, SQ_OUT_OF_DOMAIN a level outside 0 to 1, SQ_NO_MEMORY. */
sq_status sq_gap_ranks_by_item(const sq_ratings *ratings, double level, sq_signed_ranks item[],
                               double holm[]);

/* The respondents' gaps of each dimension, and behind them their overall gaps, scores[count + 1]: the mean
 * over the dimensions that he answered, weighted where importance[count] is given; without dimensions
 * the mean over his answers. points: the importance of each respondent, as own_importance.h; or NULL.
 * Errors as above. */
sq_status sq_gap_ranks_by_dimension(const sq_ratings *ratings, const sq_dimensions *dimensions,
                                    const double *importance, const sq_table *points, double level,
                                    sq_signed_ranks scores[]);

/* The gaps of respondents rows[first[g] … first[g + 1] − 1], who are group g: out[0] of their overall gaps,
 * out[1 + d] of dimension d, in memory of the arena; who has none is left away. Errors: SQ_NO_MEMORY. */
sq_status sq_gap_scores_of_groups(sq_arena *memory, const sq_ratings *ratings,
                                  const sq_dimensions *dimensions, const size_t rows[],
                                  const size_t first[], size_t groups, sq_grouped out[]);

#endif
