/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/satisfaction_index/fitted_model.h"

#include "arguments.h"
#include "call_limits.h"
#include "result.h"
#include "satisfaction_index/construct_words.h"

#include <math.h>
#include <string.h>

/* ---- Arguments. */

const sq_parameter in_blocks = {
    "blocks", VALUE,
    N_("The construct of each item, one name per item, in a row or a column; a blank leaves the "
       "item out. \"Quality:B\" asks for mode B (formative) for that block."),
    .of_items = true};

const sq_parameter in_paths = {
    "paths", VALUE,
    N_("Square table with the constructs' names in its first row and column: 1 where the row acts "
       "on the column, else 0 or blank; up to 100 constructs. SQ.MODEL gives the published ones.")};

const sq_parameter in_construct = {
    "construct", OPTION, N_("The construct's name. Left out: the one that means satisfaction.")};

const sq_parameter in_scheme = {"scheme", OPTION,
                                N_("Inner weights, or the settings of a program."),
                                .choices = (const sq_choice[]){{N_("path")},
                                                               {N_("centroid")},
                                                               {N_("factorial")},
                                                               {N_("plspm"), N_("R's plspm")},
                                                               {N_("smartpls"), N_("SmartPLS")},
                                                               {NULL}},
                                .left_out = "path"};

const sq_parameter in_metric = {
    "metric",
    OPTION,
    N_("What the items are turned into."),
    .choices = (const sq_choice[]){{N_("standardised")},
                                   {N_("raw")},
                                   {N_("consistent"),
                                    N_("standardised, with correlations corrected by rho_A")},
                                   {N_("standardized")},
                                   {NULL}},
    .left_out = "standardised",
    .offered = 3};

const sq_parameter in_missing = {
    "missing", OPTION, N_("How missing answers are treated."),
    .choices = (const sq_choice[]){{N_("mean"), N_("the item's mean is put")},
                                   {N_("listwise"), N_("the respondent is left out")},
                                   {NULL}},
    .left_out = "mean"};

const sq_parameter in_result = {"result", VALUE, N_("What is asked for."),
                                .choices = (const sq_choice[]){{N_("summary")},
                                                               {N_("paths")},
                                                               {N_("loadings")},
                                                               {N_("weights")},
                                                               {N_("r2")},
                                                               {N_("effects")},
                                                               {N_("scores")},
                                                               {N_("indices")},
                                                               {N_("htmt")},
                                                               {N_("vif")},
                                                               {N_("ipma")},
                                                               {N_("reliability")},
                                                               {N_("q2")},
                                                               {N_("crossloadings")},
                                                               {N_("mediation")},
                                                               {NULL}}};

/* ---- The path table. */

static bool row_is_blank(const sq_values *table, size_t row)
{
    for (size_t column = 0; column < table->columns; column++)
        if (table->texts[row * table->columns + column])
            return false;
    return true;
}

static bool column_is_blank(const sq_values *table, size_t column)
{
    for (size_t row = 0; row < table->rows; row++)
        if (table->texts[row * table->columns + column])
            return false;
    return true;
}

/* Names of both sides, and the cells between them, without blank rows and columns at the ends. */
static sq_status read_path_table(sq_call *call, fitted_model *out, double **cells)
{
    sq_values table;
    size_t rows, columns, q;
    SQ_TRY(call_matrix(call, &in_paths, &table));
    for (rows = table.rows; rows > 0 && row_is_blank(&table, rows - 1); rows--)
        ;
    for (columns = table.columns; columns > 0 && column_is_blank(&table, columns - 1); columns--)
        ;
    if (rows != columns || rows < 2)
        return SQ_BAD_ARGUMENT;
    out->constructs = q = rows - 1;
    if (q > SQ_MOST_CONSTRUCTS)
        return SQ_OUT_OF_DOMAIN;
    SQ_TAKE(out->names, &call->memory, q);
    SQ_TAKE(out->column_names, &call->memory, q);
    SQ_TAKE_TABLE(*cells, &call->memory, q, q);
    for (size_t j = 0; j < q; j++) {
        out->names[j] = table.texts[(j + 1) * table.columns];
        out->column_names[j] = table.texts[j + 1];
        for (size_t k = 0; k < q; k++) {
            size_t cell = (j + 1) * table.columns + k + 1;
            bool is_text = table.texts[cell] && isnan(table.numbers[cell]);
            (*cells)[j * q + k] = is_text ? 2 : table.numbers[cell]; /* 2 is no path at all */
        }
    }
    return SQ_OK;
}

/* ---- Reading. */

static sq_status read_options(sq_call *call, fitted_model *out)
{
    enum { CENTROID = 1, FACTORIAL, PLSPM, SMARTPLS };
    enum { RAW = 1, CONSISTENT };
    size_t scheme, metric, missing;
    SQ_TRY(call_word(call, &in_scheme, &scheme));
    SQ_TRY(call_word(call, &in_metric, &metric));
    SQ_TRY(call_word(call, &in_missing, &missing));
    out->missing = missing == 1 ? SQ_MISSING_LISTWISE : SQ_MISSING_MEAN;
    out->options = sq_pls_default();
    if (scheme == PLSPM || scheme == SMARTPLS)
        SQ_TRY(sq_pls_preset(in_scheme.choices[scheme].word, &out->options));
    else if (scheme > 0)
        out->options.scheme = scheme == CENTROID ? SQ_SCHEME_CENTROID : SQ_SCHEME_FACTORIAL;
    if (call_given(call, &in_metric))
        out->options.metric = metric == RAW ? SQ_METRIC_RAW : SQ_METRIC_STANDARDISED;
    out->options.consistent = metric == CONSISTENT;
    return SQ_OK;
}

sq_status model_read(sq_call *call, fitted_model *out)
{
    const char **blocks;
    double *cells, *paths;
    size_t items, *block;
    sq_mode *modes;
    memset(out, 0, sizeof *out);
    SQ_TRY(call_range(call, &in_answers, &out->answers));
    items = out->answers.answers.columns;
    if (items > WIDE)
        return SQ_BAD_ARGUMENT; /* no questionnaire, and its covariances would fill the memory */
    SQ_TRY(read_options(call, out));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->answers, &out->case_weights));
    SQ_TRY(read_path_table(call, out, &cells));
    SQ_TRY(read_item_labels(call, &in_blocks, items, &blocks));
    SQ_TAKE(block, &call->memory, items);
    SQ_TAKE(modes, &call->memory, out->constructs);
    SQ_TAKE_TABLE(paths, &call->memory, out->constructs, out->constructs);
    out->model = (sq_path_model){items, out->constructs, block, paths, modes};
    sq_path_model_read(items, blocks, out->constructs, out->names, out->column_names, cells, block,
                       modes, paths, &out->problem);
    return SQ_OK;
}

sq_status model_read_names(sq_call *call, fitted_model *out)
{
    double *cells;
    memset(out, 0, sizeof *out);
    return read_path_table(call, out, &cells);
}

sq_status model_open(fitted_model *model)
{
    SQ_TRY(sq_model_status(model->problem.fault));
    SQ_TRY(sq_pls_alloc(&model->pls, &model->model, &model->problem));
    return sq_pls_data_alloc(&model->data, &model->pls, &model->answers.answers,
                             model->case_weights, model->missing, &model->problem);
}

sq_status model_fit(fitted_model *model)
{
    return sq_pls_fit(&model->pls, model->data.covariance, model->data.rows, &model->options,
                      &model->problem);
}

void model_close(fitted_model *model)
{
    sq_pls_data_free(&model->data);
    sq_pls_free(&model->pls);
}

/* ---- What else the functions ask for. */

sq_status model_scale(sq_call *call, const fitted_model *model, sq_pls_scale *scale)
{
    size_t places = model->pls.items;
    double *minimum;
    double *maximum;
    item_ends ends;
    SQ_TAKE(minimum, &call->memory, places);
    SQ_TAKE(maximum, &call->memory, places);
    SQ_TRY(read_ends(call, model->model.items, &ends));
    if (!ends.minimum)
        return SQ_UNDEFINED;
    for (size_t i = 0; i < places; i++) {
        minimum[i] = ends.minimum[model->pls.column[i]];
        maximum[i] = ends.maximum[model->pls.column[i]];
        if (isnan(minimum[i]) || isnan(maximum[i]))
            return SQ_UNDEFINED;
    }
    *scale = (sq_pls_scale){minimum, maximum};
    return sq_pls_answers_within(&model->data, minimum, maximum) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

sq_status model_construct(sq_call *call, const fitted_model *model, size_t *construct)
{
    const char *name;
    SQ_TRY(call_text(call, &in_construct, &name));
    if (name)
        *construct =
            sq_find_construct((sq_stretch){name, strlen(name)}, model->constructs, model->names);
    else
        *construct = sq_find_satisfaction(model->constructs, model->names);
    return *construct == SQ_NOWHERE ? SQ_BAD_ARGUMENT : SQ_OK;
}

void put_construct(sq_call *call, const fitted_model *model, size_t construct)
{
    if (construct < model->constructs)
        put_text(call, model->names[construct]);
    else
        put_blank(call);
}

void put_place(sq_call *call, const fitted_model *model, size_t place)
{
    if (place < model->pls.items)
        put_item(call, &model->answers, NULL, model->pls.column[place]);
    else
        put_blank(call);
}
