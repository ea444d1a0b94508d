/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.GAPS: the five gaps in one table, and their chain.
 */
#include "gap_model/gap_chain.h"

#include "arguments.h"
#include "functions/gap_model/gap_reports.h"
#include "functions/left_out.h"
#include "result.h"
#include "text.h"

static const sq_parameter in_gaps_management = {"management", OPTION, MANAGEMENT};

static const sq_parameter in_gaps_standards = {"standards", OPTION, STANDARDS};

static const sq_parameter in_gaps_delivery = {"delivery", OPTION, DELIVERY};

static const sq_parameter in_gaps_communications = {"communications", OPTION, COMMUNICATIONS};

static double count_or_reason(size_t n, double mean)
{
    return sq_error_reason(mean) == SQ_UNDEFINED ? mean : (double)n;
}

static void put_gap(sq_call *call, const sq_gap *gap)
{
    const double numbers[] = {gap->gap.mean,
                              gap->subtrahend,
                              gap->minuend,
                              count_or_reason(gap->n_subtrahend, gap->subtrahend),
                              count_or_reason(gap->n_minuend, gap->minuend),
                              gap->gap.se,
                              gap->gap.t,
                              gap->gap.df,
                              gap->gap.p,
                              gap->gap.lower,
                              gap->gap.upper,
                              gap->gap.effect};
    put_numbers(call, numbers, LENGTH(numbers));
}

static const sq_column gaps_columns[] = {
    {N_("Gap"), FIGURE_LABEL, N_("the gap; then the chain of gaps 1 to 3")},
    {N_("Size"), FIGURE_NUMBER, N_("the mean \"to\" minus the mean \"from\", in points")},
    {N_("Mean from"), FIGURE_NUMBER, N_("mean of what is taken off")},
    {N_("Mean to"), FIGURE_NUMBER, N_("mean of what it is taken off from")},
    {N_("n from"), FIGURE_COUNT, N_("respondents behind the first mean")},
    {N_("n to"), FIGURE_COUNT, N_("respondents behind the second")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error of the size")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},
    {N_("df"), FIGURE_NUMBER, N_("its degrees of freedom")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {N_("d"), FIGURE_NUMBER, N_("effect size: the mean over its standard deviation (Cohen's d)")},
    {NULL}};

static const char *const gaps_rows[SQ_GAPS] = {
    [SQ_GAP_1] = N_("Gap 1 knowledge: expectations → management"),
    [SQ_GAP_2] = N_("Gap 2 standards: management → standards"),
    [SQ_GAP_3] = N_("Gap 3 delivery: standards → delivery"),
    [SQ_GAP_4] = N_("Gap 4 communication: communications → delivery"),
    [SQ_GAP_5] = N_("Gap 5 service: expectations → perceptions")};

static const sq_parameter *const in_levels[SQ_LEVELS] = {[SQ_MANAGEMENT] = &in_gaps_management,
                                                         [SQ_STANDARDS] = &in_gaps_standards,
                                                         [SQ_DELIVERY] = &in_gaps_delivery,
                                                         [SQ_COMMUNICATIONS] =
                                                             &in_gaps_communications};

/* The items that some level did not answer and the chain therefore goes without; *out is NULL where
 * it takes them all. */
static sq_status name_items(sq_call *call, const rating_pair *pair,
                            const sq_table levels[SQ_LEVELS], const char **out)
{
    size_t columns = pair->first.answers.columns;
    const char *const *names = pair->first.names ? pair->first.names : pair->second.names;
    left_out list = {.call = call};
    bool *counted;
    SQ_TAKE(counted, &call->memory, columns);
    SQ_TRY(sq_gap_chain_items(&pair->ratings, levels, counted));
    for (size_t i = 0; i < columns; i++) {
        const char *name = names ? names[i] : call_number_text(call, (double)i + 1);
        if (!name)
            return SQ_NO_MEMORY;
        if (!counted[i])
            SQ_TRY(leave_out(&list, name, 0));
    }
    *out = list.text;
    return SQ_OK;
}

static sq_status gaps(sq_call *call)
{
    const char *items_left_out;
    rating_pair pair;
    sq_table levels[SQ_LEVELS] = {{0}};
    sq_gap_chain chain;
    double confidence;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &confidence));
    for (size_t i = 0; i < SQ_LEVELS; i++) {
        sq_range range;
        if (!call_given(call, in_levels[i]))
            continue;
        SQ_TRY(call_answers(call, in_levels[i], &range));
        levels[i] = range.answers;
    }
    SQ_TRY(sq_gap_chain_of(&pair.ratings, levels, confidence, &chain));
    SQ_TRY(name_items(call, &pair, levels, &items_left_out));
    SQ_TRY(begin_table(call, gaps_columns, 0, SQ_GAPS + 2 + (items_left_out != NULL)));
    for (size_t i = 0; i < SQ_GAPS; i++) {
        next_row(call);
        put_word(call, gaps_rows[i]);
        put_gap(call, &chain.gap[i]);
    }
    next_row(call);
    put_word(call, N_("Gap 1 + 2 + 3"));
    put_number(call, chain.sum);
    next_row(call);
    put_word(call, N_("Left of Gap 5"));
    put_number(call, chain.left);
    if (items_left_out) {
        next_row(call);
        put_word(call, N_("Remark"));
        put_text(call, items_left_out);
    }
    return SQ_OK;
}

const sq_function gaps_function = {
    .name = "SQ.GAPS",
    .call = gaps,
    .summary = N_("Table of the five gaps with means, standard errors, tests and intervals; then "
                  "the chain of gaps 1 to 3 and what it leaves of gap 5; means over the items that "
                  "all levels answered, and which are left out. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_gaps_management, &in_gaps_standards,
                   &in_gaps_delivery, &in_gaps_communications, &in_level, &in_case_weights},
    .example = {"7|6|6|6\n5|5|5|4", "INDEX(SQ.GAPS(A1:B2;C1:D2);6;2)", "-0.5"},
    .reports = {{gaps_columns}},
};
