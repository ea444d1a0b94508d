/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.PLS: one table for each thing that is asked of a fitted path model.
 */
#include "functions/satisfaction_index/pls_reports.h"

#include "arguments.h"
#include "functions/satisfaction_index/fitted_model.h"
#include "functions/satisfaction_index/mediation.h"
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

static const sq_column summary_columns[] = {
    {N_("Respondents"), FIGURE_COUNT, N_("who count in the model")},
    {N_("Respondents left out"), FIGURE_COUNT, N_("for missing answers or a weight of 0")},
    {N_("Answers replaced"), FIGURE_COUNT, N_("by the mean of the item")},
    {N_("Items"), FIGURE_COUNT, N_("how many")},
    {N_("Constructs"), FIGURE_COUNT, N_("how many")},
    {N_("Scheme"), FIGURE_WORD, N_("the inner weights")},
    {N_("Metric"), FIGURE_WORD, N_("standardised, raw or consistent")},
    {N_("Iterations"), FIGURE_COUNT, N_("until the weights settled")},
    {N_("Last change"), FIGURE_NUMBER, N_("of a weight")},
    {N_("Goodness of fit"), FIGURE_NUMBER, N_("root of mean communality × mean R², 0 to 1")},
    {N_("Negative weights"), FIGURE_COUNT, N_("items with a weight below 0")},
    {N_("Problem"), FIGURE_WORD, N_("what stands in the way or is to be looked into")},
    {N_("Where"), FIGURE_WORD, N_("the item or construct")},
    {N_("Ends of the scale"), FIGURE_WORD, N_("whether given")},
    {NULL}};

static size_t negative_weights(const sq_pls *pls)
{
    size_t count = 0;
    for (size_t j = 0; j < pls->constructs; j++)
        count += sq_pls_negative_weights(pls, j);
    return count;
}

/* What stands in the way, or what is to be looked into: the first block with loadings of both signs;
 * and where. */
static void put_problem(sq_call *call, const fitted_model *model)
{
    const sq_model_problem *problem = &model->problem;
    const char **names =
        problem->fault == SQ_MODEL_UNKNOWN_CONSTRUCT ? model->column_names : model->names;
    size_t j = 0;
    while (problem->fault == SQ_MODEL_SOUND && j < model->constructs &&
           !sq_pls_has_both_signs(&model->pls, j))
        j++;
    if (problem->fault == SQ_MODEL_SOUND) {
        put_word(call, j < model->constructs ? BOTH_SIGNS : N_("no problem"));
        next_value(call);
        put_construct(call, model, j);
        return;
    }
    put_word(call, sq_model_sentence(problem->fault));
    next_value(call);
    if (problem->item < model->model.items)
        put_item(call, &model->answers, NULL, problem->item);
    else if (problem->construct < model->constructs && names[problem->construct])
        put_text(call, names[problem->construct]);
    else if (problem->construct < model->constructs)
        put_number(call, (double)problem->construct + 1);
}

/* One line, blank where it is not known. */
static void put_known(sq_call *call, bool known, double value)
{
    if (known)
        put_value(call, value);
    else
        next_value(call);
}

static sq_status summary(sq_call *call, fitted_model *model)
{
    static const char *const schemes[] = {N_("path"), N_("centroid"), N_("factorial")};
    const sq_pls *pls = &model->pls;
    size_t answered = model->data.rows, items = pls->items > 0 ? pls->items : model->model.items;
    bool sound = model->problem.fault == SQ_MODEL_SOUND;
    SQ_TRY(begin_rows(call, summary_columns));
    put_known(call, answered > 0, (double)answered);
    put_known(call, answered > 0, (double)(model->answers.answers.rows - answered));
    put_known(call, answered > 0, (double)model->data.replaced);
    put_value(call, (double)items);
    put_value(call, (double)model->constructs);
    put_word(call, schemes[model->options.scheme]);
    next_value(call);
    put_word(call, model->options.consistent                ? N_("consistent")
                   : model->options.metric == SQ_METRIC_RAW ? N_("raw")
                                                            : N_("standardised"));
    next_value(call);
    put_known(call, sound, (double)pls->iterations);
    put_known(call, sound, pls->change);
    put_known(call, sound, sound ? sq_pls_goodness_of_fit(pls) : 0);
    put_known(call, sound, sound ? (double)negative_weights(pls) : 0);
    put_problem(call, model);
    next_value(call);
    put_word(call, call_given(call, &in_scale_minimum) && call_given(call, &in_scale_maximum)
                       ? N_("given")
                       : N_("not given: no indices and no map of importance and performance"));
    return SQ_OK;
}

/* ---- Paths and effects. */

static const sq_column paths_columns[] = {
    {N_("From"), FIGURE_LABEL, N_("the construct that acts")},
    {N_("To"), FIGURE_WORD, N_("the construct acted on")},
    {N_("Path"), FIGURE_NUMBER, N_("path coefficient, standardised")},
    {N_("f²"), FIGURE_NUMBER,
     N_("effect size: what R² loses without it, over what is unexplained")},
    {N_("VIF"), FIGURE_NUMBER,
     N_("variance inflation: from 5 on the causes go together too closely")},
    {NULL}};

static sq_status paths(sq_call *call, fitted_model *model)
{
    size_t q = model->constructs;
    double *f2, *vif;
    SQ_TAKE_TABLE(f2, &call->memory, q, q);
    SQ_TAKE_TABLE(vif, &call->memory, q, q);
    sq_pls_effect_sizes(&model->pls, f2);
    sq_pls_inner_vif(&model->pls, vif);
    SQ_TRY(begin_table(call, paths_columns, 0, count_paths(&model->model)));
    for (size_t i = 0; i < q * q; i++) {
        if (model->model.paths[i] != 1)
            continue;
        next_row(call);
        put_construct(call, model, i / q);
        put_construct(call, model, i % q);
        put_numbers(call, (const double[]){model->pls.paths[i], f2[i], vif[i]}, 3);
    }
    return SQ_OK;
}

static const sq_column effects_columns[] = {
    {N_("From"), FIGURE_LABEL, N_("the construct that acts")},
    {N_("To"), FIGURE_WORD, N_("the construct acted on")},
    {N_("Direct"), FIGURE_NUMBER, N_("the path, 0 without one")},
    {N_("Indirect"), FIGURE_NUMBER, N_("through other constructs")},
    {N_("Total effect"), FIGURE_NUMBER, N_("both together, standardised")},
    {N_("Total in points"), FIGURE_NUMBER,
     N_("points of the index (0 to 100) for one point of the cause")},
    {NULL}};

static sq_status effects(sq_call *call, fitted_model *model)
{
    sq_pls *pls = &model->pls;
    size_t q = model->constructs;
    size_t count = sq_pls_list(pls, SQ_STATISTIC_EFFECTS, NULL, NULL);
    size_t *from, *to;
    double *total;
    double *points;
    sq_pls_scale scale;
    sq_status scaled = model_scale(call, model, &scale);
    if (scaled != SQ_OK && scaled != SQ_UNDEFINED)
        return scaled;
    SQ_TAKE(from, &call->memory, count);
    SQ_TAKE(to, &call->memory, count);
    SQ_TAKE_TABLE(total, &call->memory, q, q);
    SQ_TAKE_TABLE(points, &call->memory, q, q);
    sq_pls_list(pls, SQ_STATISTIC_EFFECTS, from, to);
    sq_pls_total_effects(pls, total);
    for (size_t j = 0; j < q; j++)
        sq_pls_importance(pls, scaled == SQ_OK ? &scale : NULL, j, points + j * q);
    SQ_TRY(begin_table(call, effects_columns, 0, count));
    for (size_t s = 0; s < count; s++) {
        double direct = pls->paths[from[s] * q + to[s]], whole = total[from[s] * q + to[s]];
        next_row(call);
        put_construct(call, model, from[s]);
        put_construct(call, model, to[s]);
        put_number(call, direct);
        put_number(call, whole - direct);
        put_number(call, whole);
        put_number(call, points[to[s] * q + from[s]]);
    }
    return SQ_OK;
}

/* ---- Items. */

/* What the rows of items begin with. */
static void put_item_of(sq_call *call, const fitted_model *model, size_t place)
{
    next_row(call);
    put_place(call, model, place);
    put_construct(call, model, model->pls.construct[place]);
    put_text(call, mode_name(model, model->pls.construct[place]));
}

static const sq_column loadings_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item")},
    {N_("Construct"), FIGURE_WORD, N_("the construct")},
    {N_("Mode"), FIGURE_WORD, N_("A reflective, B formative")},
    {N_("Loading"), FIGURE_NUMBER, N_("correlation with its construct")},
    {N_("Communality"), FIGURE_NUMBER, N_("its square: share of variance in common")},
    {N_("Redundancy"), FIGURE_NUMBER, N_("communality × R² of the construct")},
    {NULL}};

static sq_status loadings(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    SQ_TRY(begin_table(call, loadings_columns, 0, pls->items));
    for (size_t i = 0; i < pls->items; i++) {
        double communality = pls->loadings[i] * pls->loadings[i];
        double r2 = pls->r2[pls->construct[i]];
        put_item_of(call, model, i);
        put_number(call, pls->loadings[i]);
        put_number(call, communality);
        put_number(call, isnan(r2) ? r2 : communality * r2);
    }
    return SQ_OK;
}

static const sq_column weights_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item")},
    {N_("Construct"), FIGURE_WORD, N_("the construct")},
    {N_("Mode"), FIGURE_WORD, N_("A reflective, B formative")},
    {N_("Weight"), FIGURE_NUMBER, N_("of the standardised item")},
    {N_("Unit weight"), FIGURE_NUMBER, N_("of the item in its own units")},
    {N_("Index weight"), FIGURE_NUMBER, N_("the same as shares of 1")},
    {NULL}};

static sq_status weights(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    double *index;
    SQ_TAKE(index, &call->memory, pls->items);
    sq_pls_index_weights(pls, index);
    SQ_TRY(begin_table(call, weights_columns, 0, pls->items));
    for (size_t i = 0; i < pls->items; i++) {
        put_item_of(call, model, i);
        put_number(call, pls->weights[i]);
        put_number(call, pls->unit_weights[i]);
        put_number(call, index[i]);
    }
    return SQ_OK;
}

static const sq_column crossloadings_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item")},
    {N_("Construct"), FIGURE_WORD, N_("its own construct")},
    {N_("each construct"), FIGURE_NUMBER, N_("correlation of the item with it"), true},
    {NULL}};

static sq_status crossloadings(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    size_t q = model->constructs;
    SQ_TRY(begin_table(call, crossloadings_columns, q, pls->items));
    for (size_t j = 0; j < q; j++)
        put_construct(call, model, j);
    for (size_t i = 0; i < pls->items; i++) {
        next_row(call);
        put_place(call, model, i);
        put_construct(call, model, pls->construct[i]);
        put_numbers(call, pls->cross_loadings + i * q, q);
    }
    return SQ_OK;
}

static const sq_column vif_columns[] = {
    {N_("From"), FIGURE_LABEL, N_("a cause, or an item")},
    {N_("To"), FIGURE_WORD, N_("what it acts on, or its construct")},
    {N_("VIF"), FIGURE_NUMBER, N_("variance inflation among its like")},
    {NULL}};

/* Of the constructs that act on one, then of the items of each block. */
static sq_status vif(sq_call *call, fitted_model *model)
{
    sq_pls *pls = &model->pls;
    size_t q = model->constructs;
    double *inner;
    double *outer;
    SQ_TAKE_TABLE(inner, &call->memory, q, q);
    SQ_TAKE(outer, &call->memory, pls->items);
    sq_pls_inner_vif(pls, inner);
    sq_pls_outer_vif(pls, outer);
    SQ_TRY(begin_table(call, vif_columns, 0, count_paths(&model->model) + pls->items));
    for (size_t i = 0; i < q * q; i++) {
        if (model->model.paths[i] != 1)
            continue;
        next_row(call);
        put_construct(call, model, i / q);
        put_construct(call, model, i % q);
        put_number(call, inner[i]);
    }
    for (size_t i = 0; i < pls->items; i++) {
        next_row(call);
        put_place(call, model, i);
        put_construct(call, model, pls->construct[i]);
        put_number(call, outer[i]);
    }
    return SQ_OK;
}

/* ---- Constructs. */

static const sq_column r2_columns[] = {
    {N_("Construct"), FIGURE_LABEL, N_("the construct")},
    {N_("R²"), FIGURE_NUMBER, N_("share of variance that its causes explain")},
    {N_("R² adjusted"), FIGURE_NUMBER, N_("the same, adjusted for how many they are")},
    {N_("Communality"), FIGURE_NUMBER, N_("mean share of its items’ variance in common with it")},
    {N_("Redundancy"), FIGURE_NUMBER, N_("communality × R²")},
    {NULL}};

static sq_status r2(sq_call *call, fitted_model *model)
{
    SQ_TRY(begin_table(call, r2_columns, 0, model->constructs));
    for (size_t j = 0; j < model->constructs; j++) {
        sq_pls_block block = sq_pls_reliability(&model->pls, j);
        next_row(call);
        put_construct(call, model, j);
        put_number(call, model->pls.r2[j]);
        put_number(call, sq_pls_adjusted_r2(&model->pls, j, model->data.rows));
        put_number(call, block.communality);
        put_number(call, block.redundancy);
    }
    return SQ_OK;
}

static const sq_column reliability_columns[] = {
    {N_("Construct"), FIGURE_LABEL, N_("the construct")},
    {N_("Mode"), FIGURE_WORD, N_("A reflective, B formative")},
    {N_("Items"), FIGURE_COUNT, N_("how many items")},
    {N_("α"), FIGURE_NUMBER, N_("Cronbach's α, standardised")},
    {N_("rho_A"), FIGURE_NUMBER, N_("Dijkstra and Henseler's reliability")},
    {N_("rho_c"), FIGURE_NUMBER, N_("composite reliability")},
    {N_("AVE"), FIGURE_NUMBER, N_("average variance extracted")},
    {N_("Communality"), FIGURE_NUMBER, N_("mean squared loading")},
    {N_("Redundancy"), FIGURE_NUMBER, N_("communality × R²")},
    {N_("Remark"), FIGURE_WORD, N_("what to look into")},
    {NULL}};

static sq_status reliability(sq_call *call, fitted_model *model)
{
    SQ_TRY(begin_table(call, reliability_columns, 0, model->constructs));
    for (size_t j = 0; j < model->constructs; j++) {
        sq_pls_block block = sq_pls_reliability(&model->pls, j);
        const double numbers[] = {(double)block.items, block.alpha, block.rho_a,
                                  block.rho_c,         block.ave,   block.communality,
                                  block.redundancy};
        next_row(call);
        put_construct(call, model, j);
        put_text(call, mode_name(model, j));
        put_numbers(call, numbers, LENGTH(numbers));
        put_word(call, sq_pls_has_both_signs(&model->pls, j) ? BOTH_SIGNS : "");
    }
    return SQ_OK;
}

static const sq_column htmt_columns[] = {
    {N_("HTMT"), FIGURE_LABEL, N_("the construct")},
    {N_("each construct"), FIGURE_NUMBER,
     N_("ratio of correlations between and within blocks; below 0.85 or 0.9 they are distinct"),
     true},
    {NULL}};

static sq_status htmt(sq_call *call, fitted_model *model)
{
    size_t q = model->constructs;
    double *ratios;
    SQ_TAKE_TABLE(ratios, &call->memory, q, q);
    sq_pls_htmt(&model->pls, ratios);
    SQ_TRY(begin_table(call, htmt_columns, q, q));
    for (size_t j = 0; j < q; j++)
        put_construct(call, model, j);
    for (size_t j = 0; j < q; j++) {
        next_row(call);
        put_construct(call, model, j);
        for (size_t k = 0; k < q; k++)
            if (k != j)
                put_number(call, ratios[j * q + k]);
            else
                put_blank(call);
    }
    return SQ_OK;
}

static const sq_column q2_columns[] = {
    {N_("Construct"), FIGURE_LABEL, N_("the construct")},
    {N_("Q²"), FIGURE_NUMBER,
     N_("above 0: hidden answers are predicted better than by their mean")},
    {N_("Omission distance"), FIGURE_COUNT, N_("every how many-th answer is hidden")},
    {NULL}};

static sq_status q2(sq_call *call, fitted_model *model)
{
    enum { CUSTOMARY_DISTANCE = 7 };
    size_t distance = sq_blindfolding_distance(model->data.rows, CUSTOMARY_DISTANCE);
    double *values;
    SQ_TAKE(values, &call->memory, model->constructs);
    if (distance == 0)
        return SQ_UNDEFINED;
    SQ_TRY(
        sq_pls_q2(&model->pls, &model->data, &model->options, distance, values, &model->problem));
    SQ_TRY(begin_table(call, q2_columns, 0, model->constructs));
    for (size_t j = 0; j < model->constructs; j++) {
        next_row(call);
        put_construct(call, model, j);
        put_number(call, values[j]);
        put_number(call, (double)distance);
    }
    return SQ_OK;
}

/* ---- Scores, indices, importance and performance. */

static const sq_column scores_columns[] = {
    {N_("Respondent"), FIGURE_COUNT, N_("the row of the respondent, from 1")},
    {N_("each construct"), FIGURE_NUMBER, N_("standardised score; blank where left out"), true},
    {NULL}};

static sq_status scores(sq_call *call, fitted_model *model)
{
    size_t rows = model->answers.answers.rows, q = model->constructs;
    double *values;
    SQ_TAKE_TABLE(values, &call->memory, rows, q);
    sq_pls_spread_scores(&model->pls, &model->data, rows, values);
    SQ_TRY(begin_table(call, scores_columns, q, rows));
    for (size_t j = 0; j < q; j++)
        put_construct(call, model, j);
    for (size_t row = 0; row < rows; row++) {
        next_row(call);
        put_number(call, (double)row + 1);
        for (size_t j = 0; j < q; j++)
            if (!isnan(values[row * q + j]))
                put_number(call, values[row * q + j]);
            else
                put_blank(call); /* who was left out */
    }
    return SQ_OK;
}

static const sq_column indices_columns[] = {
    {N_("Construct"), FIGURE_LABEL, N_("the construct")},
    {N_("Index"), FIGURE_NUMBER, N_("0 to 100: mean of its items as a share of the scale")},
    {N_("Items"), FIGURE_COUNT, N_("how many items")},
    {N_("Negative weights"), FIGURE_COUNT, N_("items with a weight below 0")},
    {N_("Remark"), FIGURE_WORD, N_("what to look into")},
    {NULL}};

static sq_status indices(sq_call *call, fitted_model *model)
{
    const sq_pls *pls = &model->pls;
    sq_pls_scale scale;
    double *index;
    SQ_TAKE(index, &call->memory, model->constructs);
    SQ_TRY(model_scale(call, model, &scale));
    sq_pls_indices(pls, model->data.means, &scale, index);
    SQ_TRY(begin_table(call, indices_columns, 0, model->constructs));
    for (size_t j = 0; j < model->constructs; j++) {
        size_t negative = sq_pls_negative_weights(pls, j);
        next_row(call);
        put_construct(call, model, j);
        put_number(call, index[j]);
        put_number(call, (double)sq_pls_block_size(pls, j));
        put_number(call, (double)negative);
        if (negative > 0)
            put_word(call, N_("A weight is negative: the index does not lie on a 0–100 scale."));
    }
    return SQ_OK;
}

static const sq_column ipma_columns[] = {
    {N_("Construct"), FIGURE_LABEL, N_("what acts on the target, then the items of these")},
    {N_("Item"), FIGURE_WORD, N_("the item; blank for the construct itself")},
    {N_("Importance"), FIGURE_NUMBER, N_("points of the target’s index for one point of its own")},
    {N_("Performance"), FIGURE_NUMBER, N_("index, 0 to 100")},
    {NULL}};

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
    SQ_TAKE(out->index, &call->memory, q);
    SQ_TAKE(out->importance, &call->memory, q);
    SQ_TAKE(out->acts, &call->memory, q);
    SQ_TAKE(from, &call->memory, effects);
    SQ_TAKE(to, &call->memory, effects);
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
    priorities map;
    SQ_TRY(read_priorities(call, model, &map));
    SQ_TRY(begin_table(call, ipma_columns, 0, map.rows));
    for (size_t j = 0; j < model->constructs; j++) {
        if (!map.acts[j])
            continue;
        next_row(call);
        put_construct(call, model, j);
        put_blank(call);
        put_number(call, map.importance[j]);
        put_number(call, map.index[j]);
    }
    for (size_t i = 0; i < pls->items; i++) {
        size_t j = pls->construct[i];
        double importance = sq_pls_item_importance(pls, &map.scale, i) * map.importance[j];
        if (!map.acts[j])
            continue;
        next_row(call);
        put_construct(call, model, j);
        put_place(call, model, i);
        put_number(call, importance);
        put_number(call, sq_pls_item_performance(&model->data, &map.scale, i));
    }
    return SQ_OK;
}

/* ---- The function. */

static sq_status (*const results[])(sq_call *call, fitted_model *model) = {
    summary, paths, loadings, weights,     r2, effects,       scores,         indices,
    htmt,    vif,   ipma,     reliability, q2, crossloadings, mediation_table};

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
    .reports = {{summary_columns, IN_ROWS, "summary"},
                {paths_columns, WITH_HEADINGS, "paths"},
                {loadings_columns, WITH_HEADINGS, "loadings"},
                {weights_columns, WITH_HEADINGS, "weights"},
                {r2_columns, WITH_HEADINGS, "r2"},
                {effects_columns, WITH_HEADINGS, "effects"},
                {scores_columns, WITH_HEADINGS, "scores"},
                {indices_columns, WITH_HEADINGS, "indices"},
                {htmt_columns, WITH_HEADINGS, "htmt"},
                {vif_columns, WITH_HEADINGS, "vif"},
                {ipma_columns, WITH_HEADINGS, "ipma"},
                {reliability_columns, WITH_HEADINGS, "reliability"},
                {q2_columns, WITH_HEADINGS, "q2"},
                {crossloadings_columns, WITH_HEADINGS, "crossloadings"},
                {mediation_columns, WITH_HEADINGS, "mediation"}},
};
