/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/promoters.h"

#include "functions/survey_arguments.h"
#include "survey/promoters.h"

/* ---- Arguments. */

static const sq_parameter in_recommendations = {
    "answers", DATA,
    N_("Whole numbers from 0 to 10: would you recommend us? Another number is #NUM!.")};

static const sq_parameter in_promoters_from = {
    "promoters_from", OPTION, N_("Answers from this on are promoters."), .left_out = "9"};

static const sq_parameter in_detractors_to = {
    "detractors_to", OPTION, N_("Answers up to this are detractors."), .left_out = "6"};

typedef struct recommendations {
    sq_range answers;
    const double *case_weights;
    sq_promoter_cuts cuts;
    double level;
} recommendations;

static sq_status read_recommendations(sq_call *call, recommendations *out)
{
    SQ_TRY(call_range(call, &in_recommendations, &out->answers));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->answers, &out->case_weights));
    SQ_TRY(call_number(call, &in_promoters_from, &out->cuts.promoters_from));
    SQ_TRY(call_number(call, &in_detractors_to, &out->cuts.detractors_to));
    return call_number(call, &in_level, &out->level);
}

static sq_status promoters_of_all(sq_call *call, sq_promoters *out)
{
    recommendations given;
    SQ_TRY(read_recommendations(call, &given));
    return sq_promoters_of(&given.answers.answers, given.case_weights, NULL, 0, &given.cuts,
                           given.level, out);
}

/* ---- The score. */

static sq_status nps(sq_call *call)
{
    sq_promoters promoters;
    SQ_TRY(promoters_of_all(call, &promoters));
    return call_return_number(call, promoters.score.mean);
}

const sq_function nps_function = {
    .name = "SQ.NPS",
    .call = nps,
    .summary = N_("Net promoter score from −100 to 100: share of the answers 9 and 10 minus share "
                  "of 0 to 6, times 100."),
    .parameters = {&in_recommendations, &in_case_weights, &in_promoters_from, &in_detractors_to},
    .example = {"10\n9\n8\n6", "SQ.NPS(A1:A4)", "25"},
};

static sq_status nps_interval(sq_call *call)
{
    sq_promoters promoters;
    SQ_TRY(promoters_of_all(call, &promoters));
    return call_return_interval(call, promoters.score.lower, promoters.score.upper);
}

const sq_function nps_interval_function = {
    .name = "SQ.NPS.INTERVAL",
    .call = nps_interval,
    .summary = N_("Confidence interval of the net promoter score: lower and upper limit side by "
                  "side. Not defined (#N/A) for one respondent or the same answer from all. Enter "
                  "as an array."),
    .parameters = {&in_recommendations, &in_level, &in_case_weights, &in_promoters_from,
                   &in_detractors_to},
    .example = {"10\n9\n8\n6", "COLUMNS(SQ.NPS.INTERVAL(A1:A4))", "2"},
    .reports = {{interval_columns, WITHOUT_HEADINGS}},
};

/* ---- By group. */

static const sq_column groups_columns[] = {
    {N_("Group"), FIGURE_LABEL, N_("the group; the last row is all of them together")},
    {N_("n"), FIGURE_COUNT, N_("respondents who answered")},
    {N_("Promoters"), FIGURE_SHARE, N_("share of the answers that promote")},
    {N_("Passives"), FIGURE_SHARE, N_("share of the answers between")},
    {N_("Detractors"), FIGURE_SHARE, N_("share of the answers that detract")},
    {N_("NPS"), FIGURE_NUMBER, N_("net promoter score, −100 to 100")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error")},
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {NULL}};

/* A group that nobody of answered has its row all the same. */
static sq_status put_promoters(sq_call *call, const recommendations *given, const size_t *rows,
                               size_t count)
{
    double none = sq_error(SQ_NO_DATA);
    sq_promoters promoters = {
        none, none, none, {.mean = none, .se = none, .lower = none, .upper = none}};
    sq_status status = sq_promoters_of(&given->answers.answers, given->case_weights, rows, count,
                                       &given->cuts, given->level, &promoters);
    if (status != SQ_OK && status != SQ_NO_DATA)
        return status;
    put_number(call, (double)promoters.score.n);
    put_number(call, promoters.promoters);
    put_number(call, promoters.passives);
    put_number(call, promoters.detractors);
    put_number(call, promoters.score.mean);
    put_number(call, promoters.score.se);
    put_number(call, promoters.score.lower);
    put_number(call, promoters.score.upper);
    return SQ_OK;
}

static sq_status nps_groups(sq_call *call)
{
    recommendations given;
    group_list groups;
    SQ_TRY(read_recommendations(call, &given));
    SQ_TRY(read_groups(call, &in_groups, &given.answers, &groups));
    SQ_TRY(begin_table(call, groups_columns, 0, groups.groups + 1));
    for (size_t g = 0; g < groups.groups; g++) {
        size_t first = groups.first[g];
        next_row(call);
        put_text(call, groups.members[first].label);
        SQ_TRY(put_promoters(call, &given, groups.rows + first, groups.first[g + 1] - first));
    }
    next_row(call);
    put_word(call, N_("All"));
    return put_promoters(call, &given, groups.rows, groups.count);
}

const sq_function nps_groups_function = {
    .name = "SQ.NPS.GROUPS",
    .call = nps_groups,
    .summary = N_("Table of the net promoter score with a row per group of respondents and all: n, "
                  "shares of promoters, passives and detractors, score, standard error, interval. "
                  "Enter as an array."),
    .parameters = {&in_recommendations, &in_groups, &in_level, &in_case_weights, &in_promoters_from,
                   &in_detractors_to},
    .example = {"10|new\n9|new\n8|old\n6|old", "INDEX(SQ.NPS.GROUPS(A1:A4;B1:B4);2;6)", "100"},
    .reports = {{groups_columns}},
};
