/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/comparison.h"

#include "call_limits.h"
#include "functions/group_tests.h"
#include "functions/left_out.h"
#include "survey/comparison.h"
#include "workbook.h"

#include <stdio.h>
#include <string.h>

typedef struct comparison {
    sq_range answers;
    group_list groups;
    double level;
} comparison;

static sq_status read_comparison(sq_call *call, comparison *out)
{
    SQ_TRY(call_range(call, &in_answers, &out->answers));
    SQ_TRY(call_number(call, &in_level, &out->level));
    SQ_TRY(sq_check_level(out->level));
    return read_groups(call, &in_groups, &out->answers, &out->groups);
}

static const char *label_of(const comparison *of, size_t group)
{
    return of->groups.members[of->groups.first[group]].label;
}

/* ---- All groups. */

#define ITEM                                                                                       \
    {                                                                                              \
        N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")           \
    }
#define EACH_N                                                                                     \
    {                                                                                              \
        N_("n of each group"), FIGURE_COUNT, N_("respondents of the group who answered"), true     \
    }
#define TEST_P                                                                                     \
    {N_("p"), FIGURE_PROBABILITY, N_("probability of groups as different by chance")},             \
    {                                                                                              \
        N_("p (Holm)"), FIGURE_PROBABILITY, N_("the same adjusted for the number of items")        \
    }
#define EACH_LIMIT                                                                                 \
    {N_("lower of each group"), FIGURE_NUMBER, N_("lower end of its confidence interval"), true},  \
        {N_("upper of each group"), FIGURE_NUMBER, N_("upper end of the same"), true},             \
    {                                                                                              \
        N_("Remark"), FIGURE_WORD, N_("which groups the test goes without")                        \
    }

static const sq_column by_means[] = {
    ITEM,
    EACH_N,
    {N_("mean of each group"), FIGURE_NUMBER, N_("its mean answer, in points"), true},
    {N_("F"), FIGURE_NUMBER, N_("Welch's F of the test that all means are the same")},
    {N_("df"), FIGURE_COUNT, N_("its first degrees of freedom")},
    {N_("df 2"), FIGURE_NUMBER, N_("its second")},
    TEST_P,
    {N_("η²"), FIGURE_SHARE, N_("effect size: share of the spread that lies between the groups")},
    EACH_LIMIT,
    {NULL}};

static const sq_column by_ranks[] = {
    ITEM,
    EACH_N,
    {N_("median of each group"), FIGURE_NUMBER, N_("its median answer, in points"), true},
    {N_("H"), FIGURE_NUMBER, N_("Kruskal and Wallis's H of the test that all ranks are alike")},
    {N_("df"), FIGURE_COUNT, N_("its degrees of freedom")},
    {N_("df 2"), FIGURE_NUMBER, N_("empty: H has no second")},
    TEST_P,
    {N_("ε²"), FIGURE_SHARE, N_("effect size: H/(n − 1)")},
    EACH_LIMIT,
    {NULL}};

enum { TEST_COLUMNS = 6, EACH_COLUMNS = 4 };

/* "n: women": what a column holds, and of whom. */
static sq_status put_heading(sq_call *call, const char *word, const char *label)
{
    const char *translated = call_translate(call, word);
    size_t room = strlen(translated) + strlen(label) + 4;
    char *text = call_memory(call, room, 1);
    if (!text)
        return SQ_NO_MEMORY;
    snprintf(text, room, "%s: %s", translated, label);
    put_text(call, text);
    return SQ_OK;
}

static sq_status put_headings_of_groups(sq_call *call, const comparison *of, bool ranks)
{
    const sq_column *test = (ranks ? by_ranks : by_means) + 3; /* behind what each group has */
    for (size_t g = 0; g < of->groups.groups; g++) {
        SQ_TRY(put_heading(call, N_("n"), label_of(of, g)));
        SQ_TRY(put_heading(call, ranks ? N_("Median") : N_("Mean"), label_of(of, g)));
    }
    put_headings(call, test);
    for (size_t g = 0; g < of->groups.groups; g++) {
        SQ_TRY(put_heading(call, N_("Lower"), label_of(of, g)));
        SQ_TRY(put_heading(call, N_("Upper"), label_of(of, g)));
    }
    put_word(call, N_("Remark"));
    return SQ_OK;
}

/* What is known of an item. */
typedef struct compared {
    size_t *n;         /* [groups] */
    sq_middle *middle; /* [groups] mean or median, and its interval */
    double statistic, df1, df2, p, effect;
    const char *left_out; /* NULL: nobody */
} compared;

static sq_status compare_means(sq_call *call, const comparison *of, const sq_grouped *answers,
                               sq_estimate mean[], compared *out)
{
    left_out list = {.call = call};
    size_t groups = of->groups.groups;
    sq_f_test test;
    sq_means_of_groups(answers, of->level, mean);
    test = sq_welch_oneway(mean, groups);
    for (size_t g = 0; g < groups; g++) {
        out->middle[g] = (sq_middle){mean[g].mean, mean[g].lower, mean[g].upper};
        if (!sq_can_be_compared(&mean[g]))
            SQ_TRY(leave_out(&list, label_of(of, g), mean[g].n));
    }
    out->statistic = test.f;
    out->df1 = test.df1;
    out->df2 = test.df2;
    out->p = test.p;
    out->effect = sq_eta_squared(mean, groups);
    out->left_out = list.text;
    return SQ_OK;
}

static sq_status compare_ranks(const comparison *of, const sq_grouped *answers, compared *out)
{
    sq_rank_test test;
    SQ_TRY(sq_kruskal_wallis(answers, &test));
    SQ_TRY(sq_medians_of_groups(answers, of->level, out->middle));
    out->statistic = test.h;
    out->df1 = test.df;
    out->p = test.p;
    out->effect = test.effect;
    return SQ_OK;
}

static sq_status compare_items(sq_call *call, const comparison *of, bool ranks, compared item[])
{
    size_t groups = of->groups.groups;
    sq_estimate *mean;
    SQ_TAKE(mean, &call->memory, groups);
    for (size_t i = 0; i < of->answers.answers.columns; i++) {
        SQ_SCRATCH(memory);
        sq_grouped answers;
        SQ_TAKE(item[i].n, &call->memory, groups);
        SQ_TAKE(item[i].middle, &call->memory, groups);
        SQ_TRY(sq_answers_of_groups(&memory, &of->answers.answers, i, of->groups.rows,
                                    of->groups.first, groups, &answers));
        for (size_t g = 0; g < groups; g++)
            item[i].n[g] = sq_group_size(&answers, g);
        SQ_TRY(ranks ? compare_ranks(of, &answers, &item[i])
                     : compare_means(call, of, &answers, mean, &item[i]));
    }
    return SQ_OK;
}

static void put_compared(sq_call *call, const comparison *of, bool ranks, const compared *item,
                         double holm)
{
    for (size_t g = 0; g < of->groups.groups; g++) {
        put_number(call, (double)item->n[g]);
        put_number(call, item->middle[g].median);
    }
    put_number(call, item->statistic);
    put_number(call, item->df1);
    if (ranks)
        put_blank(call);
    else
        put_number(call, item->df2);
    put_number(call, item->p);
    put_number(call, holm);
    put_number(call, item->effect);
    for (size_t g = 0; g < of->groups.groups; g++) {
        put_number(call, item->middle[g].lower);
        put_number(call, item->middle[g].upper);
    }
    if (item->left_out)
        put_text(call, item->left_out);
}

static sq_status compare(sq_call *call)
{
    comparison of;
    compared *item;
    double *holm;
    size_t test, items, *order;
    bool ranks;
    SQ_TRY(read_comparison(call, &of));
    SQ_TRY(read_groups_test(call, &test));
    ranks = test == GROUPS_BY_RANKS;
    items = of.answers.answers.columns;
    SQ_TRY(within((double)of.groups.groups, WIDE));
    SQ_TRY(within((double)of.groups.groups * (double)items, GROUP_GAPS_MAX));
    SQ_TAKE(item, &call->memory, items);
    SQ_TAKE(holm, &call->memory, items);
    SQ_TAKE(order, &call->memory, items);
    SQ_TRY(compare_items(call, &of, ranks, item));
    for (size_t i = 0; i < items; i++)
        holm[i] = item[i].p;
    sq_holm(holm, holm, order, items);
    SQ_TRY(begin_table(call, by_means, EACH_COLUMNS * of.groups.groups + TEST_COLUMNS + 1, items));
    SQ_TRY(put_headings_of_groups(call, &of, ranks));
    for (size_t i = 0; i < items; i++) {
        next_row(call);
        put_item(call, &of.answers, NULL, i);
        put_compared(call, &of, ranks, &item[i], holm[i]);
    }
    return SQ_OK;
}

const sq_function compare_function = {
    .name = "SQ.COMPARE",
    .call = compare,
    .summary =
        N_("Table with a row per item that compares groups of respondents: n and mean of "
           "each, the test between them, p, p adjusted after Holm, effect size, intervals of "
           "the groups. By ranks medians stand for means. At most 1,024 groups. Enter as an "
           "array."),
    .parameters = {&in_answers, &in_groups, &in_groups_test, &in_level},
    .example = {"5|new\n4|old\n3|new\n2|old", "INDEX(SQ.COMPARE(A1:A4;B1:B4);2;3)", "4"},
    .reports = {{by_means, WITH_HEADINGS, N_("welch")}, {by_ranks, WITH_HEADINGS, N_("kruskal")}},
};

/* ---- Pairs of them. */

static sq_status put_pairs(sq_call *call, const comparison *of, size_t item, sq_pair_test test,
                           const sq_pair pair[], size_t pairs)
{
    for (size_t i = 0; i < pairs; i++) {
        next_row(call);
        put_item(call, &of->answers, NULL, item);
        put_pair(call, &of->groups, test, &pair[i]);
    }
    return SQ_OK;
}

static sq_status compare_pairs(sq_call *call)
{
    SQ_SCRATCH(memory);
    comparison of;
    sq_pair_test test;
    sq_pair *pair;
    sq_rank_sums kept = {.memory = &memory};
    sq_estimate *mean;
    size_t items, pairs;
    SQ_TRY(read_comparison(call, &of));
    SQ_TRY(read_pairs_test(call, &test));
    items = of.answers.answers.columns;
    SQ_TRY(within_pairs(test, items, &of.groups));
    pairs = sq_pairs(of.groups.groups);
    SQ_TRY(pairs > 0 ? SQ_OK : SQ_UNDEFINED);
    SQ_TAKE(pair, &memory, pairs);
    SQ_TAKE(mean, &memory, of.groups.groups);
    SQ_TRY(begin_table(call, pairs_columns(test), 0, items * pairs));
    for (size_t i = 0; i < items; i++) {
        SQ_SCRATCH(own);
        sq_grouped answers;
        SQ_TRY(sq_answers_of_groups(&own, &of.answers.answers, i, of.groups.rows, of.groups.first,
                                    of.groups.groups, &answers));
        sq_means_of_groups(&answers, of.level, mean);
        SQ_TRY(is_by_ranks(test) ? sq_pairs_of_ranks(&answers, test, &kept, pair)
                                 : sq_pairs_of_means(mean, of.groups.groups, test, of.level, pair));
        SQ_TRY(put_pairs(call, &of, i, test, pair, pairs));
    }
    return SQ_OK;
}

const sq_function compare_pairs_function = {
    .name = "SQ.COMPARE.PAIRS",
    .call = compare_pairs,
    .summary = N_("Table with a row per item and pair of groups: difference, t or z, p, p adjusted "
                  "within the item, interval. One group has no pair (#N/A). Enter as an array."),
    .parameters = {&in_answers, &in_groups, &in_pairs_test, &in_level},
    .example = {"5|new\n4|old\n3|new\n2|old", "INDEX(SQ.COMPARE.PAIRS(A1:A4;B1:B4);2;4)", "1"},
    .reports = PAIRS_REPORTS,
};
