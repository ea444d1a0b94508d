/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the numbers of a path model differ between groups of respondents: a permutation test.
 * Source: Chin & Dibbern 2010, Handbook of Partial Least Squares, ch. 8.
 *
 * Requirements
 * 1 Each pair of groups is tested by itself: its respondents are dealt anew to two groups of the
 *   same sizes, case weights going with them. p = (1 + permutations whose |difference| is at least
 *   the one found)/(1 + permutations done), so never 0; differences equal but for rounding
 *   (rounding.h) count as at least.
 * 2 A permutation in which one group's model cannot be fitted is left out and counted.
 * 3 A group whose model cannot be fitted: its estimates and the p of its pairs are sq_error() of
 *   the reason, the other groups are not affected. The first such problem is told.
 * 4 A missing answer is the mean of those in its group who did answer, in a permutation of those
 *   it was dealt to.
 * 5 The scores of every group and permutation have the signs that agree with those of all groups
 *   together (pls.h, requirement 4), where these can be fitted.
 * 6 No more than SQ_MOST_GROUPS groups, and what would take more than SQ_MOST_EXPECTED_WORK, by
 *   the work of the groups' fits, is refused: SQ_MODEL_TOO_LARGE.
 */
#ifndef SQ_PLS_GROUPS_H
#define SQ_PLS_GROUPS_H

#include "satisfaction_index/pls_resample.h"

#define SQ_MOST_GROUPS ((size_t)30) /* 435 pairs */

/* group[rows of the answers] tells each respondent's group, 0 … groups − 1; SQ_NOWHERE: none.
 * Fills, for the m = sq_pls_list(pls, statistic, NULL, NULL) numbers, estimates[groups × m],
 * n[groups], the respondents of each, and p[pairs × m], pairs in the order (0,1), (0,2), …, (1,2),
 * …; with permutations = 0 all p are sq_error(SQ_UNDEFINED). Indices of all groups are on one
 * scale. Errors: SQ_BAD_ARGUMENT for fewer than two groups, SQ_OUT_OF_DOMAIN for more than
 * SQ_MOST_GROUPS, more than SQ_MOST_RESAMPLES permutations or too large a model, SQ_NO_MEMORY. */
sq_status sq_pls_groups(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                        sq_pls_statistic statistic, const sq_pls_scale *scale, const size_t *group,
                        size_t groups, size_t permutations, unsigned long seed, double *estimates,
                        size_t *n, double *p, sq_pls_counts *counts, sq_model_problem *problem);

#endif
