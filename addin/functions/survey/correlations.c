/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/correlations.h"

#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "survey/correlations.h"

static const sq_parameter in_with = {"with", OPTION,
                                     N_("Other answers of the same respondents, which become the "
                                        "columns. Left out: the answers with "
                                        "each other.")};

static const sq_parameter in_method = {
    "method", OPTION, N_("Whose correlation."),
    .choices = (const sq_choice[]){{N_("pearson"), N_("of the answers")},
                                   {N_("spearman"), N_("of their ranks")},
                                   {NULL}},
    .left_out = "pearson"};

static const sq_parameter in_show = {
    "show", OPTION, N_("What the table holds."),
    .choices = (const sq_choice[]){{N_("r"), N_("the correlations")},
                                   {N_("p"), N_("the two-sided probability of each by chance")},
                                   {N_("n"), N_("the respondents who answered both")},
                                   {NULL}},
    .left_out = "r"};

enum { SHOW_R, SHOW_P, SHOW_N };

#define ITEM                                                                                       \
    {                                                                                              \
        N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")           \
    }

static const sq_column r_columns[] = {
    ITEM, {N_("each item"), FIGURE_NUMBER, N_("correlation with it, −1 to 1"), true}, {NULL}};
static const sq_column p_columns[] = {
    ITEM,
    {N_("each item"), FIGURE_PROBABILITY, N_("probability of such a correlation by chance"), true},
    {NULL}};
static const sq_column n_columns[] = {
    ITEM, {N_("each item"), FIGURE_COUNT, N_("respondents who answered both"), true}, {NULL}};

/* Cells of answers × items that the pairs of one call look at; by ranks each takes thrice the time. */
static sq_status within_pairs_of_items(size_t rows, size_t first, size_t second, size_t by_ranks)
{
    if (first > WIDE || second > WIDE)
        return SQ_BAD_ARGUMENT;
    return within((double)rows * (double)first * (double)second,
                  by_ranks ? COVARIANCES_MAX / 4 : COVARIANCES_MAX);
}

static void put_correlation(sq_call *call, const sq_item_correlation *of, size_t show)
{
    put_number(call, show == SHOW_R ? of->r : show == SHOW_P ? of->p : (double)of->n);
}

static sq_status correlations(sq_call *call)
{
    sq_range answers, with;
    const sq_range *across = &answers;
    sq_item_correlation *matrix;
    size_t by_ranks, show;
    SQ_TRY(call_range(call, &in_answers, &answers));
    SQ_TRY(call_word(call, &in_method, &by_ranks));
    SQ_TRY(call_word(call, &in_show, &show));
    if (call_given(call, &in_with)) {
        SQ_TRY(call_answers(call, &in_with, &with));
        SQ_TRY(join_respondents(call, &answers, &with));
        across = &with;
    }
    SQ_TRY(within_pairs_of_items(answers.answers.rows, answers.answers.columns,
                                 across->answers.columns, by_ranks));
    SQ_TAKE_TABLE(matrix, &call->memory, answers.answers.columns, across->answers.columns);
    SQ_TRY(sq_correlations(&answers.answers, across == &with ? &with.answers : NULL, by_ranks == 1,
                           matrix));
    SQ_TRY(begin_table(call, r_columns, across->answers.columns, answers.answers.columns));
    for (size_t j = 0; j < across->answers.columns; j++)
        put_item(call, across, NULL, j);
    for (size_t i = 0; i < answers.answers.columns; i++) {
        next_row(call);
        put_item(call, &answers, NULL, i);
        for (size_t j = 0; j < across->answers.columns; j++)
            put_correlation(call, matrix++, show);
    }
    return SQ_OK;
}

const sq_function correlations_function = {
    .name = "SQ.CORRELATIONS",
    .call = correlations,
    .summary =
        N_("Matrix of the correlations of items, each from the respondents who answered both; "
           "their probabilities or numbers of respondents where asked for. Fewer than three: "
           "#N/A. Enter as an array."),
    .parameters = {&in_answers, &in_with, &in_method, &in_show},
    .example = {"1|2\n2|4\n3|6", "INDEX(SQ.CORRELATIONS(A1:B3);3;2)", "1"},
    .reports = {{r_columns, WITH_HEADINGS, N_("r")},
                {p_columns, WITH_HEADINGS, N_("p")},
                {n_columns, WITH_HEADINGS, N_("n")}},
};
