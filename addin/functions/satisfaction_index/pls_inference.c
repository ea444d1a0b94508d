/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.PLS.BOOTSTRAP and SQ.PLS.GROUPS: how exact the numbers of a path model are, and whether they
 * differ between groups of respondents.
 */
#include "arguments.h"
#include "functions/satisfaction_index/fitted_model.h"
#include "functions/satisfaction_index/pls_reports.h"
#include "result.h"
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_groups.h"

#include <stdint.h>
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
                                                                             {NULL}}};

static const sq_parameter in_resamples = {
    "resamples", OPTION, N_("How many resamples, 1 to 100000."), .left_out = "5000"};

static const sq_parameter in_seed = {
    "seed", OPTION, N_("A whole number: the same seed gives the same numbers again."),
    .left_out = "1"};

static const sq_parameter in_groups = {"groups", DATA,
                                       N_("The group of each respondent: one column of labels or "
                                          "numbers; a blank leaves the respondent out.")};

static const sq_parameter in_pls_groups_resamples = {
    "resamples", OPTION,
    N_("How many permutations for each pair, 1 to 100000. Many groups allow fewer."),
    .left_out = "1000"};

/* A whole number within limits, else SQ_OUT_OF_DOMAIN. */
static sq_status read_count(sq_call *call, const sq_parameter *parameter, double least, double most,
                            unsigned long *out)
{
    double number;
    SQ_TRY(call_number(call, parameter, &number));
    if (number < least || number > most)
        return SQ_OUT_OF_DOMAIN;
    *out = (unsigned long)number;
    return SQ_OK;
}

static sq_status read_resampling(sq_call *call, unsigned long *resamples, unsigned long *seed)
{
    SQ_TRY(read_count(call, &in_resamples, 1, (double)SQ_MOST_RESAMPLES, resamples));
    return read_count(call, &in_seed, 0, UINT32_MAX, seed);
}

/* What the numbers rest on, below the table. */
static void cell_counts(sq_call *call, size_t row, const char *done, size_t used,
                        size_t not_converged, size_t not_defined)
{
    cell_word(call, row, 0, done);
    cell_number(call, row, 2, (double)used);
    cell_word(call, row + 1, 0, N_("Left out: not converged"));
    cell_number(call, row + 1, 2, (double)not_converged);
    cell_word(call, row + 2, 0, N_("Left out: not defined"));
    cell_number(call, row + 2, 2, (double)not_defined);
}

enum { COUNT_ROWS = 3 };

/* ---- The bootstrap. */

static const char *const bootstrap_header[] = {
    N_("From"), N_("To"),    N_("Estimate"), N_("Mean"),       N_("SE"),        N_("t"),
    N_("p"),    N_("Lower"), N_("Upper"),    N_("Lower (BC)"), N_("Upper (BC)")};

static sq_status bootstrap(sq_call *call, fitted_model *model, sq_pls_statistic statistic)
{
    bool of_items = statistic == SQ_STATISTIC_LOADINGS || statistic == SQ_STATISTIC_WEIGHTS;
    size_t count = sq_pls_list(&model->pls, statistic, NULL, NULL);
    sq_pls_bootstrap_row *rows = call_memory(call, count, sizeof *rows);
    sq_pls_bootstrap_counts counts;
    unsigned long resamples, seed;
    sq_pls_scale scale = {NULL, NULL};
    double level;
    if (!rows)
        return SQ_NO_MEMORY;
    if (statistic == SQ_STATISTIC_INDICES)
        SQ_TRY(model_scale(call, model, &scale));
    SQ_TRY(read_resampling(call, &resamples, &seed));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(sq_pls_bootstrap(&model->pls, &model->data, &model->options, statistic, &scale,
                            resamples, seed, level, rows, &counts, &model->problem));
    SQ_TRY(call_return_table(call, 1 + count + COUNT_ROWS, LENGTH(bootstrap_header)));
    cell_header(call, 0, bootstrap_header, LENGTH(bootstrap_header));
    for (size_t i = 0; i < count; i++) {
        const sq_pls_bootstrap_row *row = &rows[i];
        const double numbers[] = {row->estimate,
                                  row->mean,
                                  row->se,
                                  row->t,
                                  row->p,
                                  row->lower,
                                  row->upper,
                                  row->corrected_lower,
                                  row->corrected_upper};
        if (of_items)
            cell_place(call, 1 + i, 0, model, row->from);
        else
            cell_construct(call, 1 + i, 0, model, row->from);
        cell_construct(call, 1 + i, 1, model, row->to);
        cell_numbers(call, 1 + i, 2, numbers, LENGTH(numbers));
    }
    cell_counts(call, 1 + count, N_("Resamples used"), counts.done, counts.not_converged,
                counts.not_defined);
    return SQ_OK;
}

static sq_status pls_bootstrap(sq_call *call)
{
    fitted_model model;
    size_t statistic;
    sq_status status;
    SQ_TRY(call_word(call, &in_pls_bootstrap_result, &statistic));
    SQ_TRY(model_read(call, &model));
    status = model_open(&model);
    if (status == SQ_OK)
        status = bootstrap(call, &model, (sq_pls_statistic)statistic);
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
    size_t *group = call_memory(call, rows, sizeof *group);
    if (!group)
        return SQ_NO_MEMORY;
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
    sq_pls_groups_counts counts;
} comparison;

static sq_status compare(sq_call *call, fitted_model *model, comparison *out)
{
    size_t groups = out->groups->groups, pairs = groups * (groups - 1) / 2, *group;
    unsigned long permutations, seed;
    SQ_TRY(read_resampling(call, &permutations, &seed));
    SQ_TRY(by_respondent(call, out->groups, model->answers.answers.rows, &group));
    out->count = sq_pls_list(&model->pls, SQ_STATISTIC_PATHS, NULL, NULL);
    out->estimates = call_memory(call, groups, out->count * sizeof *out->estimates);
    out->p = call_memory(call, pairs, out->count * sizeof *out->p);
    out->n = call_memory(call, groups, sizeof *out->n);
    if (!out->estimates || !out->p || !out->n)
        return SQ_NO_MEMORY;
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

static void cell_comparison(sq_call *call, const comparison *result)
{
    size_t groups = result->groups->groups, count = result->count, pair = 0;
    const group_member *members = result->groups->members;
    const size_t *first = result->groups->first;
    for (size_t g = 0; g < groups; g++) {
        cell_text(call, 0, 2 + g, members[first[g]].label);
        for (size_t i = 0; i < count; i++)
            cell_number(call, 1 + i, 2 + g, result->estimates[g * count + i]);
        cell_number(call, 1 + count, 2 + g, (double)result->n[g]);
        for (size_t h = g + 1; h < groups; h++, pair++) {
            size_t column = 2 + groups + 2 * pair;
            cell_text(call, 0, column,
                      difference_name(call, members[first[g]].label, members[first[h]].label));
            cell_word(call, 0, column + 1, N_("p"));
            for (size_t i = 0; i < count; i++) {
                cell_number(
                    call, 1 + i, column,
                    difference(result->estimates[g * count + i], result->estimates[h * count + i]));
                cell_number(call, 1 + i, column + 1, result->p[pair * count + i]);
            }
        }
    }
}

static sq_status groups_table(sq_call *call, fitted_model *model)
{
    static const char *const header[] = {N_("From"), N_("To")};
    const sq_path_model *shape = &model->model;
    size_t q = model->constructs, row = 0, groups;
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
    SQ_TRY(
        call_return_table(call, 2 + result.count + COUNT_ROWS, 2 + groups + groups * (groups - 1)));
    cell_header(call, 0, header, 2);
    for (size_t i = 0; i < q * q; i++)
        if (shape->paths[i] == 1) {
            cell_construct(call, ++row, 0, model, i / q);
            cell_construct(call, row, 1, model, i % q);
        }
    cell_comparison(call, &result);
    cell_word(call, 1 + result.count, 0, N_("Respondents"));
    cell_counts(call, 2 + result.count, N_("Permutations used"), result.counts.done,
                result.counts.not_converged, result.counts.not_defined);
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
};
