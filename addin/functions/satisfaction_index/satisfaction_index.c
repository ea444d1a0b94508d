/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Satisfaction index": wrappers, then the rows of the catalogue.
 */
#include "satisfaction_index/satisfaction_index.h"

#include "arguments.h"
#include "functions/satisfaction_index/fitted_model.h"
#include "functions/satisfaction_index/pls_reports.h"
#include "result.h"
#include "satisfaction_index/pls_quality.h"

#include <math.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_items = {"items", DATA,
                                      N_("Answers: one row per respondent, one column per item.")};

static const sq_parameter in_weights = {
    "weights", OPTION,
    N_("One weight per item, zero or more; only their proportions matter. Left out: all alike.")};

static const sq_parameter in_name = {"name", VALUE,
                                     N_("\"SCSB\", \"ACSI\", \"ECSI\", \"ECSI-2\" (product and "
                                        "service quality), \"CCSI-image\" or \"CCSI-market\".")};

static const sq_parameter in_part = {
    "part", OPTION, N_("What of the model."),
    .choices = (const sq_choice[]){{N_("paths")}, {N_("items")}, {N_("source")}, {NULL}},
    .left_out = "paths"};

/* ---- The index of a few items. */

typedef struct index_arguments {
    sq_range items;
    const double *weights, *case_weights;
    item_ends ends;
} index_arguments;

static sq_status read_index(sq_call *call, index_arguments *out)
{
    SQ_TRY(call_range(call, &in_items, &out->items));
    SQ_TRY(call_weights(call, &in_weights, out->items.answers.columns, &out->weights));
    SQ_TRY(read_ends(call, out->items.answers.columns, &out->ends));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->items, &out->case_weights));
    return out->ends.minimum ? SQ_OK : SQ_UNDEFINED;
}

static sq_status satisfaction_index(sq_call *call)
{
    index_arguments of;
    double result;
    SQ_TRY(read_index(call, &of));
    SQ_TRY(sq_satisfaction_index(&of.items.answers, of.weights, of.case_weights, of.ends.minimum,
                                 of.ends.maximum, &result));
    return call_return_number(call, result);
}

static const sq_function satisfaction_index_function = {
    .name = "SQ.INDEX",
    .call = satisfaction_index,
    .summary = N_("Satisfaction index of a few items from 0 to 100: the weighted mean of the "
                  "items' means, as a share of the scale."),
    .parameters = {&in_items, &in_weights, &in_scale_minimum, &in_scale_maximum, &in_case_weights},
    .example = {"8|6|7\n9|7|8", "SQ.INDEX(A1:C2;;1;10)", "72.2222222222222"},
};

static sq_status satisfaction_index_interval(sq_call *call)
{
    index_arguments of;
    sq_estimate index;
    double level;
    SQ_TRY(read_index(call, &of));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(sq_satisfaction_index_estimate(&of.items.answers, of.weights, of.case_weights,
                                          of.ends.minimum, of.ends.maximum, level, &index));
    return call_return_interval(call, index.lower, index.upper);
}

static const sq_function satisfaction_index_interval_function = {
    .name = "SQ.INDEX.INTERVAL",
    .call = satisfaction_index_interval,
    .summary = N_("Confidence interval of the satisfaction index of a few items: lower and upper "
                  "limit side by side. Not defined (#N/A) for one respondent or the same answers "
                  "from all. Enter as an array."),
    .parameters = {&in_items, &in_weights, &in_scale_minimum, &in_scale_maximum, &in_level,
                   &in_case_weights},
    .example = {"8|6|7\n9|7|8", "COLUMNS(SQ.INDEX.INTERVAL(A1:C2;;1;10))", "2"},
    .reports = {{interval_columns, WITHOUT_HEADINGS}},
};

/* ---- The published models. */

static const sq_column model_paths_columns[] = {
    {N_("each construct"), FIGURE_NUMBER, N_("1 where the row acts on the column"), true}, {NULL}};

static sq_status model_paths(sq_call *call, const sq_index_model *model)
{
    size_t q = model->constructs;
    SQ_TRY(call_return_table(call, 1 + q, 1 + q));
    put_blank(call);
    for (size_t j = 0; j < q; j++)
        put_word(call, model->constructs_named[j]);
    for (size_t j = 0; j < q; j++) {
        next_row(call);
        put_word(call, model->constructs_named[j]);
        for (size_t k = 0; k < q; k++)
            put_number(call, sq_index_model_path(model, j, k));
    }
    return SQ_OK;
}

static const sq_column model_items_columns[] = {
    {N_("Construct"), FIGURE_LABEL, N_("the construct")},
    {N_("Item"), FIGURE_WORD, N_("its usual wording")},
    {NULL}};

static sq_status model_items(sq_call *call, const sq_index_model *model)
{
    SQ_TRY(begin_table(call, model_items_columns, 0, model->item_count));
    for (size_t i = 0; i < model->item_count; i++) {
        next_row(call);
        put_word(call, model->constructs_named[model->items[i].construct]);
        put_word(call, model->items[i].wording);
    }
    return SQ_OK;
}

static const sq_column model_source_columns[] = {
    {N_("Model"), FIGURE_LABEL, N_("what the row tells: model, source, note")},
    {N_("Text"), FIGURE_WORD, N_("and its text")},
    {NULL}};

static sq_status model_source(sq_call *call, const sq_index_model *model)
{
    SQ_TRY(call_return_table(call, 3, 2));
    put_word(call, N_("Model"));
    put_text(call, model->name);
    next_row(call);
    put_word(call, N_("Source"));
    put_word(call, model->source);
    next_row(call);
    put_word(call, N_("Note"));
    put_word(call, model->note);
    return SQ_OK;
}

static sq_status index_model(sq_call *call)
{
    static sq_status (*const parts[])(sq_call *, const sq_index_model *) = {
        model_paths, model_items, model_source};
    const sq_index_model *model;
    const char *name;
    size_t part;
    SQ_TRY(call_text(call, &in_name, &name));
    SQ_TRY(call_word(call, &in_part, &part));
    model = name ? sq_find_index_model(name) : NULL;
    return model ? parts[part](call, model) : SQ_BAD_ARGUMENT;
}

static const sq_function index_model_function = {
    .name = "SQ.MODEL",
    .call = index_model,
    .summary = N_("A published satisfaction index model, to be seen and edited: its paths as a "
                  "table for SQ.PLS, its usual items by construct, or its source. Enter as an "
                  "array."),
    .parameters = {&in_name, &in_part},
    .example = {"", "SUM(SQ.MODEL(\"ACSI\"))", "9"},
    .reports = {{model_paths_columns, .asked = "paths"},
                {model_items_columns, .asked = "items"},
                {model_source_columns, WITHOUT_HEADINGS, "source"}},
};

/* ---- What belongs to which construct. */

static const sq_parameter in_words = {
    "words", VALUE, N_("Names of constructs, or of items as IMAG1; also several cells.")};

/* The name of the path table with the mode of the word, "Quality:B"; NULL where it means none. */
static sq_status meaning_of(sq_call *call, const fitted_model *model, const char *word,
                            const char **out)
{
    sq_stretch mode;
    size_t construct = sq_find_block(word, model->constructs, model->names, &mode);
    char *name;
    *out = NULL;
    if (construct == SQ_NOWHERE)
        return SQ_OK;
    SQ_TAKE(name, &call->memory, strlen(model->names[construct]) + mode.length + 2);
    strcpy(name, model->names[construct]);
    if (mode.start)
        strncat(strcat(name, ":"), mode.start, mode.length);
    *out = name;
    return SQ_OK;
}

static sq_status constructs(sq_call *call)
{
    fitted_model model;
    sq_values words;
    const char *meaning;
    SQ_TRY(call_matrix(call, &in_words, &words));
    if (words.cells == 0)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(model_read_names(call, &model));
    if (words.cells == 1) { /* a text and no table: Calc compares such a one */
        SQ_TRY(meaning_of(call, &model, words.texts[0], &meaning));
        return meaning ? call_return_text(call, meaning) : SQ_UNDEFINED;
    }
    SQ_TRY(call_return_table(call, words.rows, words.columns));
    for (size_t i = 0; i < words.cells; i++) {
        if (i > 0 && i % words.columns == 0)
            next_row(call);
        SQ_TRY(meaning_of(call, &model, words.texts[i], &meaning));
        if (meaning)
            put_text(call, meaning);
        else if (words.texts[i])
            put_number(call, sq_error(SQ_UNDEFINED));
        else
            put_blank(call);
    }
    return SQ_OK;
}

static const sq_column constructs_columns[] = {
    {N_("each word"), FIGURE_WORD, N_("the construct of the path table it belongs to"), true},
    {NULL}};

static const sq_function constructs_function = {
    .name = "SQ.CONSTRUCTS",
    .call = constructs,
    .summary = N_("Which construct of a path table each word means, by its name, its usual names "
                  "or the code of an item: \"Perceived quality\" and \"PERQ3\" are Quality. #N/A "
                  "where it means none, or could mean several. SQ.PLS reads its blocks in the same "
                  "way. For several words enter as an array."),
    .parameters = {&in_words, &in_paths},
    .example = {"PERQ3|Customer loyalty", "INDEX(SQ.CONSTRUCTS(A1:B1;SQ.MODEL(\"ECSI\"));1;2)",
                "Loyalty"},
    .reports = {{constructs_columns, WITHOUT_HEADINGS}},
};

/* ---- The index of a construct of a path model. */

static sq_status construct_index(sq_call *call, fitted_model *model)
{
    double *index;
    sq_pls_scale scale;
    size_t construct;
    SQ_TAKE(index, &call->memory, model->constructs);
    SQ_TRY(model_construct(call, model, &construct));
    SQ_TRY(model_scale(call, model, &scale));
    SQ_TRY(model_fit(model));
    if (sq_pls_negative_weights(&model->pls, construct) > 0)
        return SQ_OUT_OF_DOMAIN; /* it would not lie on 0–100; SQ.PLS shows it with a remark */
    sq_pls_indices(&model->pls, model->data.means, &scale, index);
    return call_return_number(call, index[construct]);
}

static sq_status csi(sq_call *call)
{
    fitted_model model;
    sq_status status;
    SQ_TRY(model_read(call, &model));
    status = model_open(&model);
    if (status == SQ_OK)
        status = construct_index(call, &model);
    model_close(&model);
    return status;
}

static const sq_function csi_function = {
    .name = "SQ.CSI",
    .call = csi,
    .summary = N_("Index of a construct of a path model, from 0 to 100: the mean of its items "
                  "with their outer weights, as a share of the scale."),
    .parameters = {&in_answers, &in_blocks, &in_paths, &in_construct, &in_scale_minimum,
                   &in_scale_maximum, &in_scheme, &in_metric, &in_missing, &in_case_weights},
    .example = {EXAMPLE_ANSWERS, "ROUND(SQ.CSI(" EXAMPLE_MODEL ";\"A\";1;5);6)", "52.302775"},
};

static const sq_function *const functions[] = {&satisfaction_index_function,
                                               &index_model_function,
                                               &csi_function,
                                               &pls_function,
                                               &pls_bootstrap_function,
                                               &pls_groups_function,
                                               &satisfaction_index_interval_function,
                                               &pls_predict_function,
                                               &constructs_function,
                                               NULL};

const sq_family satisfaction_index_family = {"XSatisfactionIndex", N_("Satisfaction index"),
                                             functions, "path-models"};
