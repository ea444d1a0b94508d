/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.PLS: one table for each thing that is asked of a fitted path model.
 */
#include "functions/satisfaction_index/pls_reports.h"

#include "arguments.h"
#include "functions/satisfaction_index/fitted_model.h"
#include "result.h"
#include "satisfaction_index/pls_blindfolding.h"
#include "satisfaction_index/pls_quality.h"

#include <math.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_pls_construct = {
    "construct", OPTION,
    N_("For \"ipma\": the construct to be improved. Left out: the one that means satisfaction.")};

static const char *mode_name(const fitted_model *model, size_t construct)
{
    return sq_pls_is_mode_b(&model->pls, construct) ? "B" : "A";
}

#define BOTH_SIGNS                                                                                 \
    N_("The loadings of a block have both signs: is an item worded the other way and not "         \
       "recoded?")

static size_t count_paths(const sq_path_model *model)
{
    size_t count = 0;
    for (size_t i = 0; i < model->constructs * model->constructs; i++)
        count += model->paths[i] == 1;
    return count;
}

/* ---- "summary": what was done, or what stands in the way. */

static const char *const summary_rows[] = {
    N_("Respondents"),     N_("Respondents left out"), N_("Answers replaced"),
    N_("Items"),           N_("Constructs"),           N_("Scheme"),
    N_("Metric"),          N_("Iterations"),           N_("Last change"),
    N_("Goodness of fit"), N_("Negative weights"),     N_("Problem"),
    N_("Where"),           N_("Ends of the scale")};

/* √(mean communality of blocks of several items · mean R²). Tenenhaus et al. 2005, section 2.5. */
static double goodness_of_fit(const sq_pls *pls)
{
    double communality = 0, r2 = 0;
    size_t items = 0, targets = 0;
    for (size_t j = 0; j < pls->constructs; j++) {
        size_t size = sq_pls_block_size(pls, j);
        if (size > 1) {
            communality += sq_pls_reliability(pls, j).communality * (double)size;
            items += size;
        }
        if (!isnan(pls->r2[j])) {
            r2 += pls->r2[j];
            targets++;
        }
    }
    if (items == 0 || targets == 0)
        return sq_error(SQ_UNDEFINED);
    return sqrt(communality / (double)items * r2 / (double)targets);
}

static size_t negative_weights(const sq_pls *pls)
{
    size_t count = 0;
    for (size_t j = 0; j < pls->constructs; j++)
        count += sq_pls_negative_weights(pls, j);
    return count;
}

/* What does not stop the model but is to be looked into: the first block with loadings of both
 * signs. */
static void cell_doubt(sq_call *call, size_t row, const fitted_model *model)
{
    for (size_t j = 0; j < model->constructs; j++)
        if (sq_pls_has_both_signs(&model->pls, j)) {
            cell_word(call, row, 1, BOTH_SIGNS);
            cell_construct(call, row + 1, 1, model, j);
            return;
        }
}

static void cell_problem(sq_call *call, size_t row, const fitted_model *model)
{
    const sq_model_problem *problem = &model->problem;
    const char **names =
        problem->fault == SQ_MODEL_UNKNOWN_CONSTRUCT ? model->column_names : model->names;
    cell_word(call, row, 1, problem->fault ? sq_model_sentence(problem->fault) : N_("no problem"));
    if (problem->item < model->model.items)
        cell_item(call, row + 1, 1, &model->answers, NULL, problem->item);
    else if (problem->construct < model->constructs && names[problem->construct])
        cell_text(call, row + 1, 1, names[problem->construct]);
    else if (problem->construct < model->constructs)
        cell_number(call, row + 1, 1, (double)problem->construct + 1);
}

static sq_status summary(sq_call *call, fitted_model *model)
{
    static const char *const schemes[] = {N_("path"), N_("centroid"), N_("factorial")};
    const sq_pls *pls = &model->pls;
    size_t answered = model->data.rows;
    SQ_TRY(call_return_table(call, LENGTH(summary_rows), 2));
    for (size_t i = 0; i < LENGTH(summary_rows); i++)
        cell_word(call, i, 0, summary_rows[i]);
    cell_number(call, 3, 1, (double)(pls->items > 0 ? pls->items : model->model.items));
    cell_number(call, 4, 1, (double)model->constructs);
    cell_word(call, 5, 1, schemes[model->options.scheme]);
    cell_word(call, 6, 1,
              model->options.consistent                ? N_("consistent")
              : model->options.metric == SQ_METRIC_RAW ? N_("raw")
                                                       : N_("standardised"));
    if (answered > 0) {
        cell_number(call, 0, 1, (double)answered);
        cell_number(call, 1, 1, (double)(model->answers.answers.rows - answered));
        cell_number(call, 2, 1, (double)model->data.replaced);
    }
    if (model->problem.fault == SQ_MODEL_SOUND) {
        cell_number(call, 7, 1, (double)pls->iterations);
        cell_number(call, 8, 1, pls->change);
        cell_number(call, 9, 1, goodness_of_fit(pls));
        cell_number(call, 10, 1, (double)negative_weights(pls));
    }
    cell_problem(call, 11, model);
    if (model->problem.fault == SQ_MODEL_SOUND)
        cell_doubt(call, 11, model);
    cell_word(call, 13, 1,
              call_given(call, &in_scale_minimum) && call_given(call, &in_scale_maximum)
                  ? N_("given")
                  : N_("not given: no indices and no map of importance and performance"));
    return SQ_OK;
}

/* ---- Paths and effects. */

static const char *const paths_header[] = {N_("From"), N_("To"), N_("Path"), N_("f²"), N_("VIF")};

static sq_status paths(sq_call *call, fitted_model *model)
{
    size_t q = model->constructs, row = 0;
    double *f2 = call_memory(call, q, q * sizeof *f2), *vif = call_memory(call, q, q * sizeof *vif);
    if (!f2 || !vif)
        return SQ_NO_MEMORY;
    sq_pls_effect_sizes(&model->pls, f2);
    sq_pls_inner_vif(&model->pls, vif);
    SQ_TRY(call_return_table(call, 1 + count_paths(&model->model), LENGTH(paths_header)));
    cell_header(call, 0, paths_header, LENGTH(paths_header));
    for (size_t i = 0; i < q * q; i++) {
        if (model->model.paths[i] != 1)
            continue;
        cell_construct(call, ++row, 0, model, i / q);
        cell_construct(call, row, 1, model, i % q);
        cell_numbers(call, row, 2, (const double[]){model->pls.paths[i], f2[i], vif[i]}, 3);
    }
    return SQ_OK;
}

static const char *const effects_header[] = {
    N_("From"), N_("To"), N_("Direct"), N_("Indirect"), N_("Total effect"), N_("Total in points")};

static sq_status effects(sq_call *call, fitted_model *model)
{
    sq_pls *pls = &model->pls;
    size_t q = model->constructs, row = 0;
    size_t count = sq_pls_list(pls, SQ_STATISTIC_EFFECTS, NULL, NULL);
    size_t *from = call_memory(call, count, sizeof *from),
           *to = call_memory(call, count, sizeof *to);
    double *total = call_memory(call, q, q * sizeof *total);
    double *points = call_memory(call, q, q * sizeof *points);
    sq_pls_scale scale;
    sq_status scaled = model_scale(call, model, &scale);
    if (scaled != SQ_OK && scaled != SQ_UNDEFINED)
        return scaled;
    if (!from || !to || !total || !points)
        return SQ_NO_MEMORY;
    sq_pls_list(pls, SQ_STATISTIC_EFFECTS, from, to);
    sq_pls_total_effects(pls, total);
    for (size_t j = 0; j < q; j++)
        sq_pls_importance(pls, scaled == SQ_OK ? &scale : NULL, j, points + j * q);
    SQ_TRY(call_return_table(call, 1 + count, LENGTH(effects_header)));
    cell_header(call, 0, effects_header, LENGTH(effects_header));
    for (size_t s = 0; s < count; s++) {
        double direct = pls->paths[from[s] * q + to[s]], whole = total[from[s] * q + to[s]];
        cell_construct(call, ++row, 0, model, from[s]);
        cell_construct(call, row, 1, model, to[s]);
        cell_numbers(call, row, 2,
                     (const double[]){direct, whole - direct, whole, points[to[s] * q + from[s]]},
                     4);
    }
    return SQ_OK;
}

/* ---- Items. */

static sq_status item_table(sq_call *call, fitted_model *model, const char *const header[],
                            size_t columns)
{
    SQ_TRY(call_return_table(call, 1 + model->pls.items, columns));
    cell_header(call, 0, header, columns);
    for (size_t i = 0; i < model->pls.items; i++) {
        cell_place(call, 1 + i, 0, model, i);
        cell_construct(call, 1 + i, 1, model, model->pls.construct[i]);
        cell_text(call, 1 + i, 2, mode_name(model, model->pls.construct[i]));
    }
    return SQ_OK;
}

static const char *const loadings_header[] = {N_("Item"),    N_("Construct"),   N_("Mode"),
                                              N_("Loading"), N_("Communality"), N_("Redundancy")};

static sq_status loadings(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    SQ_TRY(item_table(call, model, loadings_header, LENGTH(loadings_header)));
    for (size_t i = 0; i < pls->items; i++) {
        double communality = pls->loadings[i] * pls->loadings[i];
        double r2 = pls->r2[pls->construct[i]];
        cell_number(call, 1 + i, 3, pls->loadings[i]);
        cell_number(call, 1 + i, 4, communality);
        cell_number(call, 1 + i, 5, isnan(r2) ? r2 : communality * r2);
    }
    return SQ_OK;
}

static const char *const weights_header[] = {N_("Item"),   N_("Construct"),   N_("Mode"),
                                             N_("Weight"), N_("Unit weight"), N_("Index weight")};

static sq_status weights(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    double *index = call_memory(call, pls->items, sizeof *index);
    if (!index)
        return SQ_NO_MEMORY;
    sq_pls_index_weights(pls, index);
    SQ_TRY(item_table(call, model, weights_header, LENGTH(weights_header)));
    for (size_t i = 0; i < pls->items; i++)
        cell_numbers(call, 1 + i, 3,
                     (const double[]){pls->weights[i], pls->unit_weights[i], index[i]}, 3);
    return SQ_OK;
}

static sq_status crossloadings(sq_call *call, fitted_model *model)
{
    static const char *const header[] = {N_("Item"), N_("Construct")};
    const sq_pls *pls = &model->pls;
    size_t q = model->constructs;
    SQ_TRY(call_return_table(call, 1 + pls->items, 2 + q));
    cell_header(call, 0, header, 2);
    for (size_t j = 0; j < q; j++)
        cell_construct(call, 0, 2 + j, model, j);
    for (size_t i = 0; i < pls->items; i++) {
        cell_place(call, 1 + i, 0, model, i);
        cell_construct(call, 1 + i, 1, model, pls->construct[i]);
        cell_numbers(call, 1 + i, 2, pls->cross_loadings + i * q, q);
    }
    return SQ_OK;
}

static const char *const vif_header[] = {N_("From"), N_("To"), N_("VIF")};

/* Of the constructs that act on one, then of the items of each block. */
static sq_status vif(sq_call *call, fitted_model *model)
{
    sq_pls *pls = &model->pls;
    size_t q = model->constructs, row = 0;
    double *inner = call_memory(call, q, q * sizeof *inner);
    double *outer = call_memory(call, pls->items, sizeof *outer);
    if (!inner || !outer)
        return SQ_NO_MEMORY;
    sq_pls_inner_vif(pls, inner);
    sq_pls_outer_vif(pls, outer);
    SQ_TRY(
        call_return_table(call, 1 + count_paths(&model->model) + pls->items, LENGTH(vif_header)));
    cell_header(call, 0, vif_header, LENGTH(vif_header));
    for (size_t i = 0; i < q * q; i++) {
        if (model->model.paths[i] != 1)
            continue;
        cell_construct(call, ++row, 0, model, i / q);
        cell_construct(call, row, 1, model, i % q);
        cell_number(call, row, 2, inner[i]);
    }
    for (size_t i = 0; i < pls->items; i++) {
        cell_place(call, ++row, 0, model, i);
        cell_construct(call, row, 1, model, pls->construct[i]);
        cell_number(call, row, 2, outer[i]);
    }
    return SQ_OK;
}

/* ---- Constructs. */

static sq_status construct_table(sq_call *call, fitted_model *model, const char *const header[],
                                 size_t columns)
{
    SQ_TRY(call_return_table(call, 1 + model->constructs, columns));
    cell_header(call, 0, header, columns);
    for (size_t j = 0; j < model->constructs; j++)
        cell_construct(call, 1 + j, 0, model, j);
    return SQ_OK;
}

static const char *const r2_header[] = {N_("Construct"), N_("R²"), N_("R² adjusted"),
                                        N_("Communality"), N_("Redundancy")};

static sq_status r2(sq_call *call, fitted_model *model)
{
    SQ_TRY(construct_table(call, model, r2_header, LENGTH(r2_header)));
    for (size_t j = 0; j < model->constructs; j++) {
        sq_pls_block block = sq_pls_reliability(&model->pls, j);
        const double numbers[] = {model->pls.r2[j],
                                  sq_pls_adjusted_r2(&model->pls, j, model->data.rows),
                                  block.communality, block.redundancy};
        cell_numbers(call, 1 + j, 1, numbers, LENGTH(numbers));
    }
    return SQ_OK;
}

static const char *const reliability_header[] = {
    N_("Construct"), N_("Mode"), N_("Items"),       N_("α"),          N_("rho_A"),
    N_("rho_c"),     N_("AVE"),  N_("Communality"), N_("Redundancy"), N_("Remark")};

static sq_status reliability(sq_call *call, fitted_model *model)
{
    SQ_TRY(construct_table(call, model, reliability_header, LENGTH(reliability_header)));
    for (size_t j = 0; j < model->constructs; j++) {
        sq_pls_block block = sq_pls_reliability(&model->pls, j);
        const double numbers[] = {(double)block.items, block.alpha, block.rho_a,
                                  block.rho_c,         block.ave,   block.communality,
                                  block.redundancy};
        cell_text(call, 1 + j, 1, mode_name(model, j));
        cell_numbers(call, 1 + j, 2, numbers, LENGTH(numbers));
        cell_word(call, 1 + j, 2 + LENGTH(numbers),
                  sq_pls_has_both_signs(&model->pls, j) ? BOTH_SIGNS : "");
    }
    return SQ_OK;
}

static sq_status htmt(sq_call *call, fitted_model *model)
{
    size_t q = model->constructs;
    double *ratios = call_memory(call, q, q * sizeof *ratios);
    if (!ratios)
        return SQ_NO_MEMORY;
    sq_pls_htmt(&model->pls, ratios);
    SQ_TRY(call_return_table(call, 1 + q, 1 + q));
    cell_word(call, 0, 0, N_("HTMT"));
    for (size_t j = 0; j < q; j++) {
        cell_construct(call, 0, 1 + j, model, j);
        cell_construct(call, 1 + j, 0, model, j);
        for (size_t k = 0; k < q; k++)
            if (k != j)
                cell_number(call, 1 + j, 1 + k, ratios[j * q + k]);
    }
    return SQ_OK;
}

static sq_status q2(sq_call *call, fitted_model *model)
{
    enum { CUSTOMARY_DISTANCE = 7 };
    static const char *const header[] = {N_("Construct"), N_("Q²"), N_("Omission distance")};
    size_t distance = sq_blindfolding_distance(model->data.rows, CUSTOMARY_DISTANCE);
    double *values = call_memory(call, model->constructs, sizeof *values);
    if (!values)
        return SQ_NO_MEMORY;
    if (distance == 0)
        return SQ_UNDEFINED;
    SQ_TRY(
        sq_pls_q2(&model->pls, &model->data, &model->options, distance, values, &model->problem));
    SQ_TRY(construct_table(call, model, header, LENGTH(header)));
    for (size_t j = 0; j < model->constructs; j++) {
        cell_number(call, 1 + j, 1, values[j]);
        cell_number(call, 1 + j, 2, (double)distance);
    }
    return SQ_OK;
}

/* ---- Scores, indices, importance and performance. */

static sq_status scores(sq_call *call, fitted_model *model)
{
    size_t rows = model->answers.answers.rows, q = model->constructs;
    double *values = call_memory(call, rows, q * sizeof *values);
    if (!values)
        return SQ_NO_MEMORY;
    sq_pls_spread_scores(&model->pls, &model->data, rows, values);
    SQ_TRY(call_return_table(call, 1 + rows, 1 + q));
    cell_word(call, 0, 0, N_("Respondent"));
    for (size_t j = 0; j < q; j++)
        cell_construct(call, 0, 1 + j, model, j);
    for (size_t row = 0; row < rows; row++) {
        cell_number(call, 1 + row, 0, (double)row + 1);
        for (size_t j = 0; j < q; j++)
            if (!isnan(values[row * q + j])) /* who was left out has blank cells */
                cell_number(call, 1 + row, 1 + j, values[row * q + j]);
    }
    return SQ_OK;
}

static const char *const indices_header[] = {N_("Construct"), N_("Index"), N_("Items"),
                                             N_("Negative weights"), N_("Remark")};

static sq_status indices(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    sq_pls_scale scale;
    double *index = call_memory(call, model->constructs, sizeof *index);
    if (!index)
        return SQ_NO_MEMORY;
    SQ_TRY(model_scale(call, model, &scale));
    sq_pls_indices(pls, model->data.means, &scale, index);
    SQ_TRY(construct_table(call, model, indices_header, LENGTH(indices_header)));
    for (size_t j = 0; j < model->constructs; j++) {
        size_t negative = sq_pls_negative_weights(pls, j);
        cell_number(call, 1 + j, 1, index[j]);
        cell_number(call, 1 + j, 2, (double)sq_pls_block_size(pls, j));
        cell_number(call, 1 + j, 3, (double)negative);
        if (negative > 0)
            cell_word(call, 1 + j, 4,
                      N_("A weight is negative: the index does not lie on a 0–100 scale."));
    }
    return SQ_OK;
}

static const char *const ipma_header[] = {N_("Construct"), N_("Item"), N_("Importance"),
                                          N_("Performance")};

/* Which constructs act on the target, at once or through others; how many rows they and their items
 * are. */
static size_t find_causes(fitted_model *model, size_t target, const size_t *from, const size_t *to,
                          size_t effects, bool *acts)
{
    size_t rows = 0;
    for (size_t s = 0; s < effects; s++)
        if (to[s] == target) {
            acts[from[s]] = true;
            rows += 1 + sq_pls_block_size(&model->pls, from[s]);
        }
    return rows;
}

/* The numbers behind the map, and the room for them. */
typedef struct priorities {
    sq_pls_scale scale;
    double *index, *importance; /* [constructs] */
    bool *acts;                 /* [constructs] */
    size_t rows;
} priorities;

static sq_status read_priorities(sq_call *call, fitted_model *model, priorities *out)
{
    sq_pls *pls = &model->pls;
    size_t q = model->constructs, target, *from, *to;
    size_t effects = sq_pls_list(pls, SQ_STATISTIC_EFFECTS, NULL, NULL);
    SQ_TRY(model_construct(call, model, &target));
    SQ_TRY(model_scale(call, model, &out->scale));
    out->index = call_memory(call, q, sizeof *out->index);
    out->importance = call_memory(call, q, sizeof *out->importance);
    out->acts = call_memory(call, q, sizeof *out->acts);
    from = call_memory(call, effects, sizeof *from);
    to = call_memory(call, effects, sizeof *to);
    if (!out->index || !out->importance || !out->acts || !from || !to)
        return SQ_NO_MEMORY;
    sq_pls_list(pls, SQ_STATISTIC_EFFECTS, from, to);
    out->rows = find_causes(model, target, from, to, effects, out->acts);
    sq_pls_importance(pls, &out->scale, target, out->importance);
    sq_pls_indices(pls, model->data.means, &out->scale, out->index);
    return SQ_OK;
}

/* The constructs that act on the target, then the items of these. */
static sq_status ipma(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    size_t row = 0;
    priorities map;
    SQ_TRY(read_priorities(call, model, &map));
    SQ_TRY(call_return_table(call, 1 + map.rows, LENGTH(ipma_header)));
    cell_header(call, 0, ipma_header, LENGTH(ipma_header));
    for (size_t j = 0; j < model->constructs; j++) {
        if (!map.acts[j])
            continue;
        cell_construct(call, ++row, 0, model, j);
        cell_numbers(call, row, 2, (const double[]){map.importance[j], map.index[j]}, 2);
    }
    for (size_t i = 0; i < pls->items; i++) {
        size_t j = pls->construct[i];
        double minimum = map.scale.minimum[i], range = map.scale.maximum[i] - minimum;
        double importance = sq_pls_item_importance(pls, &map.scale, i) * map.importance[j];
        if (!map.acts[j])
            continue;
        cell_construct(call, ++row, 0, model, j);
        cell_place(call, row, 1, model, i);
        cell_numbers(call, row, 2,
                     (const double[]){importance, 100 * (model->data.means[i] - minimum) / range},
                     2);
    }
    return SQ_OK;
}

/* ---- The function. */

static sq_status (*const results[])(sq_call *call, fitted_model *model) = {
    summary, paths, loadings, weights, r2,          effects, scores,
    indices, htmt,  vif,      ipma,    reliability, q2,      crossloadings};

static sq_status pls(sq_call *call)
{
    fitted_model model;
    size_t result;
    sq_status status;
    SQ_TRY(call_word(call, &in_result, &result));
    SQ_TRY(model_read(call, &model));
    status = model_open(&model);
    if (status == SQ_OK)
        status = model_fit(&model);
    if (status == SQ_OK || (results[result] == summary && model.problem.fault != SQ_MODEL_SOUND))
        status = results[result](call, &model);
    model_close(&model);
    return status;
}

const sq_function pls_function = {
    .name = "SQ.PLS",
    .call = pls,
    .summary = N_("Path model by partial least squares: a table of what is asked for. "
                  "\"summary\" says what was done, or what is wrong and where. Enter as an "
                  "array."),
    .parameters = {&in_answers, &in_blocks, &in_paths, &in_result, &in_scheme, &in_metric,
                   &in_missing, &in_case_weights, &in_scale_minimum, &in_scale_maximum,
                   &in_pls_construct},
    .example = {EXAMPLE_ANSWERS, "INDEX(SQ.PLS(" EXAMPLE_MODEL ";\"summary\");1;2)", "5"},
};
