/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the functions that compare groups of respondents share: the words of their tests, and the table of
 * pairs.
 */
#ifndef GROUP_TESTS_H
#define GROUP_TESTS_H

#include "functions/survey_arguments.h"
#include "numerics/pairs.h"

/* "welch" or "kruskal" between all groups; those of pairs. */
extern const sq_parameter in_groups_test, in_pairs_test;

enum { GROUPS_BY_MEANS, GROUPS_BY_RANKS };
sq_status read_groups_test(sq_call *call, size_t *test);
sq_status read_pairs_test(sq_call *call, sq_pair_test *test);

static inline bool is_by_ranks(sq_pair_test test)
{
    return test == SQ_DUNN || test == SQ_RANK_SUMS;
}

/* The table of pairs: which columns it has depends on the test. */
extern const sq_column pairs_after_holm[], pairs_by_range[], pairs_by_ranks[];
const sq_column *pairs_columns(sq_pair_test test);

/* The reports of a function that gives it. */
#define PAIRS_REPORTS                                                                              \
    {                                                                                              \
        {pairs_after_holm, WITH_HEADINGS, N_("welch")},                                            \
            {pairs_by_range, WITH_HEADINGS, N_("tukey")},                                          \
        {                                                                                          \
            pairs_by_ranks, WITH_HEADINGS, N_("dunn")                                              \
        }                                                                                          \
    }

/* Whether the pairs of groups × measures, of so many respondents, are few enough. */
sq_status within_pairs(sq_pair_test test, size_t measures, const group_list *groups);

/* The cells of one pair behind the first, which says what is compared. */
void put_pair(sq_call *call, const group_list *groups, sq_pair_test test, const sq_pair *pair);

#endif
