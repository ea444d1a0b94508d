/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.PLS.BOOTSTRAP and SQ.PLS.GROUPS: how exact the numbers of a path model are, and whether they
 * differ between groups of respondents.
 */
#include "arguments.h"
#include "functions/satisfaction_index/fitted_model.h"
#include "functions/satisfaction_index/mediation.h"
#include "functions/satisfaction_index/pls_reports.h"
#include "functions/satisfaction_index/resampling.h"
#include "result.h"
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_groups.h"

#include <stdio.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_pls_bootstrap_result = {"result", VALUE, N_("What is asked for."),
                                                     .choices =
                                                         (const sq_choice[]){{N_("paths")},
                                                                             {N_("effects")},
                                                                             {N_("loadings")},
                                                                             {N_("weights")},
                                                                             {N_("r2")},
                                                                             {N_("indices")},
                                                                             {N_("htmt")},
                                                                             {N_("mediation")},
                                                                             {NULL}}};

static const sq_parameter in_pls_groups_resamples = {
    "resamples", OPTION,
    N_("How many permutations for each pair, 1 to 100000. Many groups allow fewer."),
    .left_out = "1000"};

/* ---- The bootstrap. */

static const sq_column bootstrap_columns[] = {
    {N_("From"), FIGURE_LABEL, N_("the cause or the item")},
    {N_("To"), FIGURE_WORD, N_("the construct")},
    {N_("Estimate"), FIGURE_NUMBER, N_("from all respondents")},
    RESAMPLED_COLUMNS,
    {NULL}};

static sq_status bootstrap(sq_call *call, fitted_model *model, sq_pls_statistic statistic)
{
    bool of_items = statistic == SQ_STATISTIC_LOADINGS || statistic == SQ_STATISTIC_WEIGHTS;
    size_t count = sq_pls_list(&model->pls, statistic, NULL, NULL);
    sq_pls_bootstrap_row *rows;
    sq_pls_counts counts;
    unsigned long resamples, seed;
    sq_pls_scale scale = {NULL, NULL};
    double level;
    SQ_TAKE(rows, &call->memory, count);
    if (statistic == SQ_STATISTIC_INDICES)
        SQ_TRY(model_scale(call, model, &scale));
    SQ_TRY(read_resampling(call, &resamples, &seed));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(sq_pls_bootstrap(&model->pls, &model->data, &model->options, statistic, &scale,
                            resamples, seed, level, rows, &counts, &model->problem));
    SQ_TRY(begin_table(call, bootstrap_columns, 0, count + COUNT_ROWS));
    for (size_t i = 0; i < count; i++) {
        const sq_pls_bootstrap_row *row = &rows[i];
        next_row(call);
        if (of_items)
            put_place(call, model, row->from);
        else
            put_construct(call, model, row->from);
        put_construct(call, model, row->to);
        put_number(call, row->estimate);
        put_resampled(call, row);
    }
    put_counts(call, N_("Resamples used"), 1, &counts);
    return SQ_OK;
}

static sq_status pls_bootstrap(sq_call *call)
{
    enum { MEDIATION = SQ_STATISTIC_HTMT + 1 };
    fitted_model model;
    size_t statistic;
    sq_status status;
    SQ_TRY(call_word(call, &in_pls_bootstrap_result, &statistic));
    SQ_TRY(model_read(call, &model));
    status = model_open(&model);
    if (status == SQ_OK)
        status = statistic == MEDIATION ? bootstrapped_mediation(call, &model)
                                        : bootstrap(call, &model, (sq_pls_statistic)statistic);
    model_close(&model);
    return status;
}

const sq_function pls_bootstrap_function = {
    .name = "SQ.PLS.BOOTSTRAP",
    .call = pls_bootstrap,
    .summary = N_("Bootstrap of a path model: table of the estimate, its mean and standard error "
                  "over the resamples, t, p, percentile and bias-corrected intervals, and how "
                  "many resamples were used. More than ten seconds allow is #NUM!: resamples × "
                  "respondents × items² can be up to 40 billion. Enter as an array."),
    .parameters = {&in_answers, &in_blocks, &in_paths, &in_pls_bootstrap_result, &in_resamples,
                   &in_seed, &in_level, &in_scheme, &in_metric, &in_missing, &in_case_weights,
                   &in_scale_minimum, &in_scale_maximum},
    .example = {EXAMPLE_ANSWERS,
                "SUM(INDEX(SQ.PLS.BOOTSTRAP(" EXAMPLE_MODEL ";\"paths\";200);0;3))-"
                "INDEX(SQ.PLS.BOOTSTRAP(" EXAMPLE_MODEL ";\"paths\";200);2;3)",
                "200"},
    .reports = {{bootstrap_columns}, {bootstrapped_mediation_columns, .asked = "mediation"}},
};

/* ---- Groups. */

/* "A − B" */
static const char *difference_name(sq_call *call, const char *first, const char *second)
{
    static const char minus[] = " − ";
    size_t room = strlen(first) + sizeof minus + strlen(second);
    char *name = call_memory(call, room, 1);
    if (name)
        snprintf(name, room, "%s%s%s", first, minus, second);
    return name ? name : "";
}

static sq_status by_respondent(sq_call *call, const group_list *groups, size_t rows, size_t **out)
{
    size_t *group;
    SQ_TAKE(group, &call->memory, rows);
    for (size_t row = 0; row < rows; row++)
        group[row] = SQ_NOWHERE;
    for (size_t g = 0; g < groups->groups; g++)
        for (size_t i = groups->first[g]; i < groups->first[g + 1]; i++)
            group[groups->members[i].row] = g;
    *out = group;
    return SQ_OK;
}

/* What the comparison gives; [groups × count] and [pairs × count]. */
typedef struct comparison {
    const group_list *groups;
    size_t count;
    double *estimates, *p;
    size_t *n;
    sq_pls_counts counts;
} comparison;

static sq_status compare(sq_call *call, fitted_model *model, comparison *out)
{
    size_t groups = out->groups->groups, pairs = groups * (groups - 1) / 2, *group;
    unsigned long permutations, seed;
    SQ_TRY(read_resampling(call, &permutations, &seed));
    SQ_TRY(by_respondent(call, out->groups, model->answers.answers.rows, &group));
    out->count = sq_pls_list(&model->pls, SQ_STATISTIC_PATHS, NULL, NULL);
    SQ_TAKE_TABLE(out->estimates, &call->memory, groups, out->count);
    SQ_TAKE_TABLE(out->p, &call->memory, pairs, out->count);
    SQ_TAKE(out->n, &call->memory, groups);
    return sq_pls_groups(&model->pls, &model->data, &model->options, SQ_STATISTIC_PATHS, NULL,
                         group, groups, permutations, seed, out->estimates, out->n, out->p,
                         &out->counts, &model->problem);
}

static double difference(double first, double second)
{
    if (sq_error_reason(first) != SQ_OK)
        return first;
    return sq_error_reason(second) != SQ_OK ? second : first - second;
}

static const sq_column groups_columns[] = {
    {N_("From"), FIGURE_LABEL, N_("the construct that acts")},
    {N_("To"), FIGURE_WORD, N_("the construct acted on")},
    {N_("each group"), FIGURE_NUMBER, N_("its path coefficient; below, its respondents"), true},
    {N_("each pair"), FIGURE_NUMBER, N_("difference of the two, and p by permutation"), true},
    {NULL}};

/* Each pair of groups, (first, second), in order. */
#define EACH_PAIR(g, h, groups)                                                                    \
    for (size_t g = 0; g < (groups); g++)                                                          \
        for (size_t h = g + 1; h < (groups); h++)

static void put_group_headings(sq_call *call, const group_list *list)
{
    for (size_t g = 0; g < list->groups; g++)
        put_text(call, list->members[list->first[g]].label);
    EACH_PAIR(g, h, list->groups)
    {
        put_text(call, difference_name(call, list->members[list->first[g]].label,
                                       list->members[list->first[h]].label));
        put_word(call, N_("p"));
    }
}

/* The i-th path of each group, and how each pair of them differs. */
static void put_comparison(sq_call *call, const comparison *result, size_t i)
{
    size_t groups = result->groups->groups, count = result->count, pair = 0;
    const double *estimates = result->estimates;
    for (size_t g = 0; g < groups; g++)
        put_number(call, estimates[g * count + i]);
    EACH_PAIR(g, h, groups)
    {
        put_number(call, difference(estimates[g * count + i], estimates[h * count + i]));
        put_number(call, result->p[pair++ * count + i]);
    }
}

static sq_status groups_table(sq_call *call, fitted_model *model)
{
    const sq_path_model *shape = &model->model;
    size_t q = model->constructs, path = 0, groups;
    comparison result = {0};
    group_list list;
    SQ_TRY(read_groups(call, &in_groups, &model->answers, &list));
    groups = list.groups;
    if (groups < 2)
        return SQ_UNDEFINED; /* nothing to compare */
    if (groups > SQ_MOST_GROUPS)
        return SQ_OUT_OF_DOMAIN;
    result.groups = &list;
    SQ_TRY(compare(call, model, &result));
    SQ_TRY(begin_table(call, groups_columns, groups + groups * (groups - 1),
                       result.count + 1 + COUNT_ROWS));
    put_group_headings(call, &list);
    for (size_t i = 0; i < q * q; i++)
        if (shape->paths[i] == 1) {
            next_row(call);
            put_construct(call, model, i / q);
            put_construct(call, model, i % q);
            put_comparison(call, &result, path++);
        }
    next_row(call);
    put_word(call, N_("Respondents"));
    put_blank(call);
    for (size_t g = 0; g < groups; g++)
        put_number(call, (double)result.n[g]);
    put_counts(call, N_("Permutations used"), 1, &result.counts);
    return SQ_OK;
}

static sq_status pls_groups(sq_call *call)
{
    fitted_model model;
    sq_status status;
    SQ_TRY(model_read(call, &model));
    status = model_open(&model);
    if (status == SQ_OK)
        status = groups_table(call, &model);
    model_close(&model);
    return status;
}

const sq_function pls_groups_function = {
    .name = "SQ.PLS.GROUPS",
    .call = pls_groups,
    .summary = N_("Paths of each group of respondents, and for each pair of groups the "
                  "difference and its p by a permutation test. A missing answer is the mean of its "
                  "group. At most 30 groups, and no more than ten seconds allow; else #NUM!. Enter "
                  "as an array."),
    .parameters = {&in_answers, &in_groups, &in_blocks, &in_paths, &in_pls_groups_resamples,
                   &in_seed, &in_scheme, &in_metric, &in_missing, &in_case_weights},
    .example = {"5|4|new|A|B\n3|4|new||\n2|1|new||\n4|5|new||\n1|2|old||\n5|5|old||\n2|3|old||\n"
                "1|1|old||\n|A|B||\nA|0|1||\nB|0|0||",
                "ROUND(INDEX(SQ.PLS.GROUPS(A1:B8;C1:C8;D1:E1;A9:C11;100);2;3)-"
                "CORREL(A1:A4;B1:B4);9)",
                "0"},
    .reports = {{groups_columns}},
};
