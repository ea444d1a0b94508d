/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/group_tests.h"

#include "call_limits.h"

const sq_parameter in_groups_test = {
    "test", OPTION, N_("How the groups are compared."),
    .choices = (const sq_choice[]){{N_("welch"), N_("means, of groups with spreads of their own")},
                                   {N_("kruskal"), N_("ranks, after Kruskal and Wallis")},
                                   {NULL}},
    .left_out = "welch"};

enum { OFFERED_PAIR_TESTS = SQ_RANK_SUMS + 1 };

const sq_parameter in_pairs_test = {
    "test",
    OPTION,
    N_("How two groups are compared. Up to 16,384 pairs, of \"games-howell\" and \"tukey\" 2,048, "
       "of all "
       "that is compared; \"wilcoxon\" up to 67,108,864 respondents × other groups."),
    .choices =
        (const sq_choice[]){{N_("welch"), N_("means, each pair by its own spreads, after Holm")},
                            {N_("games-howell"), N_("the same, adjusted by the range")},
                            {N_("tukey"), N_("means, one spread for all groups")},
                            {N_("dunn"), N_("ranks among all groups, after Holm")},
                            {N_("wilcoxon"), N_("ranks of each pair, rank sum test, after Holm")},
                            {N_("kruskal")},
                            {NULL}},
    .left_out = "welch",
    .offered = OFFERED_PAIR_TESTS};

/* ---- The table of pairs. */

#define PAIR                                                                                       \
    {N_("Measure"), FIGURE_LABEL, N_("the item or the dimension; \"Overall\": the whole gap")},    \
        {N_("Group"), FIGURE_LABEL, N_("a group")},                                                \
    {                                                                                              \
        N_("Compared with"), FIGURE_LABEL, N_("another one")                                       \
    }

#define BY_T                                                                                       \
    {N_("Difference"), FIGURE_NUMBER, N_("mean of the group minus that of the other")},            \
        {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},                                \
        {N_("df"), FIGURE_NUMBER, N_("its degrees of freedom")},                                   \
    {                                                                                              \
        N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")    \
    }

#define INTERVAL                                                                                   \
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},                      \
    {                                                                                              \
        N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")                     \
    }

#define HOLM                                                                                       \
    {                                                                                              \
        N_("p (Holm)"), FIGURE_PROBABILITY, N_("the same adjusted for the number of pairs")        \
    }

const sq_column pairs_after_holm[] = {PAIR, BY_T, HOLM, INTERVAL, {NULL}};

const sq_column pairs_by_range[] = {
    PAIR,
    BY_T,
    {N_("p (Tukey)"), FIGURE_PROBABILITY, N_("adjusted by the range of so many groups")},
    INTERVAL,
    {NULL}};

const sq_column pairs_by_ranks[] = {
    PAIR,
    {N_("Difference"), FIGURE_NUMBER, N_("median of the group minus that of the other")},
    {N_("z"), FIGURE_NUMBER, N_("how far their ranks are apart, in standard errors")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a z as far from 0 by chance")},
    HOLM,
    {NULL}};

const sq_column *pairs_columns(sq_pair_test test)
{
    if (is_by_ranks(test))
        return pairs_by_ranks;
    return test == SQ_WELCH_PAIRS ? pairs_after_holm : pairs_by_range;
}

/* ---- Reading the tests. */

sq_status read_groups_test(sq_call *call, size_t *test)
{
    return call_word(call, &in_groups_test, test);
}

sq_status read_pairs_test(sq_call *call, sq_pair_test *test)
{
    size_t word;
    SQ_TRY(call_word(call, &in_pairs_test, &word));
    *test =
        word < OFFERED_PAIR_TESTS ? (sq_pair_test)word : SQ_DUNN; /* "kruskal" means its pairs */
    return SQ_OK;
}

sq_status within_pairs(sq_pair_test test, size_t measures, const group_list *groups)
{
    bool by_range = test == SQ_GAMES_HOWELL || test == SQ_TUKEY;
    double all = (double)measures, others = (double)groups->groups - 1;
    SQ_TRY(
        within(all * (double)groups->groups * others / 2, by_range ? RANGE_PAIRS_MAX : PAIRS_MAX));
    return test == SQ_RANK_SUMS ? within(all * (double)groups->count * others, RANKED_MAX) : SQ_OK;
}

void put_pair(sq_call *call, const group_list *groups, sq_pair_test test, const sq_pair *pair)
{
    put_text(call, groups->members[groups->first[pair->first]].label);
    put_text(call, groups->members[groups->first[pair->second]].label);
    put_number(call, pair->difference);
    put_number(call, pair->statistic);
    if (!is_by_ranks(test))
        put_number(call, pair->df);
    put_number(call, pair->p);
    put_number(call, pair->adjusted);
    if (is_by_ranks(test))
        return;
    put_number(call, pair->lower);
    put_number(call, pair->upper);
}
