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

/* ---- The index of a few items. */

static sq_status satisfaction_index(sq_call *call)
{
    sq_range items;
    const double *weights, *case_weights;
    item_ends ends;
    double result;
    SQ_TRY(call_range(call, "items", &items));
    SQ_TRY(call_weights(call, "weights", items.answers.columns, &weights));
    SQ_TRY(read_ends(call, items.answers.columns, &ends));
    SQ_TRY(call_case_weights(call, "case_weights", &items, &case_weights));
    if (!ends.minimum)
        return SQ_UNDEFINED;
    SQ_TRY(sq_satisfaction_index(&items.answers, weights, case_weights, ends.minimum, ends.maximum,
                                 &result));
    return call_return_number(call, result);
}

/* ---- The published models. */

static sq_status model_paths(sq_call *call, const sq_index_model *model)
{
    size_t q = model->constructs;
    SQ_TRY(call_return_table(call, 1 + q, 1 + q));
    for (size_t j = 0; j < q; j++) {
        cell_word(call, 0, 1 + j, model->constructs_named[j]);
        cell_word(call, 1 + j, 0, model->constructs_named[j]);
        for (size_t k = 0; k < q; k++)
            cell_number(call, 1 + j, 1 + k, sq_index_model_path(model, j, k));
    }
    return SQ_OK;
}

static sq_status model_items(sq_call *call, const sq_index_model *model)
{
    static const char *const header[] = {N_("Construct"), N_("Item")};
    SQ_TRY(call_return_table(call, 1 + model->item_count, LENGTH(header)));
    cell_header(call, 0, header, LENGTH(header));
    for (size_t i = 0; i < model->item_count; i++) {
        cell_word(call, 1 + i, 0, model->constructs_named[model->items[i].construct]);
        cell_word(call, 1 + i, 1, model->items[i].wording);
    }
    return SQ_OK;
}

static sq_status model_source(sq_call *call, const sq_index_model *model)
{
    SQ_TRY(call_return_table(call, 3, 2));
    cell_word(call, 0, 0, N_("Model"));
    cell_text(call, 0, 1, model->name);
    cell_word(call, 1, 0, N_("Source"));
    cell_word(call, 1, 1, model->source);
    cell_word(call, 2, 0, N_("Note"));
    cell_word(call, 2, 1, model->note);
    return SQ_OK;
}

static sq_status index_model(sq_call *call)
{
    static const char *const part_words[] = {N_("paths"), N_("items"), N_("source"), NULL};
    static sq_status (*const parts[])(sq_call *, const sq_index_model *) = {
        model_paths, model_items, model_source};
    const sq_index_model *model;
    const char *name;
    size_t part;
    SQ_TRY(call_text(call, "name", &name));
    SQ_TRY(call_word(call, "part", part_words, 0, &part));
    model = name ? sq_find_index_model(name) : NULL;
    return model ? parts[part](call, model) : SQ_BAD_ARGUMENT;
}

/* ---- The index of a construct of a path model. */

static sq_status construct_index(sq_call *call, fitted_model *model)
{
    double *index = call_memory(call, model->constructs, sizeof *index);
    sq_pls_scale scale;
    size_t construct;
    if (!index)
        return SQ_NO_MEMORY;
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

/* ---- The catalogue. */

/* clang-format off */
#define ANSWERS                                                                                    \
    {"answers", DATA, N_("Answers: one row per respondent, one column per item. A first row of "   \
                         "texts names the items.")}
#define BLOCKS                                                                                     \
    {"blocks", VALUE,                                                                              \
     N_("The construct of each item, one name per item, in a row or a column; a blank leaves the "   \
        "item out. \"Quality:B\" asks for mode B (formative) for that block.")}
#define PATHS                                                                                      \
    {"paths", VALUE,                                                                               \
     N_("Square table with the constructs' names in its first row and column: 1 where the row "    \
        "acts on the column, else 0 or blank; up to 100 constructs. SQ.MODEL gives the published "  \
        "ones.")}
#define SCHEME                                                                                     \
    {"scheme", OPTION,                                                                             \
     N_("Inner weights: \"path\" (if left out), \"centroid\" or \"factorial\"; or a program's "    \
        "settings, \"plspm\" or \"smartpls\".")}
#define METRIC                                                                                     \
    {"metric", OPTION,                                                                             \
     N_("\"standardised\" items (if left out), \"raw\" items, or \"consistent\": standardised, "   \
        "with correlations corrected by rho_A.")}
#define MISSING                                                                                    \
    {"missing", OPTION,                                                                            \
     N_("Missing answers: \"mean\" puts the item's mean (if left out), \"listwise\" leaves the "   \
        "respondent out.")}
#define MINIMUM                                                                                    \
    {"minimum", OPTION,                                                                            \
     N_("Lowest point of the scale: one number, or one per item. Indices need it; without it they " \
        "are #N/A.")}
#define MAXIMUM                                                                                    \
    {"maximum", OPTION,                                                                            \
     N_("Highest point of the scale: one number, or one per item. Indices need it; without it they "\
        "are #N/A.")}
#define SEED                                                                                       \
    {"seed", OPTION, N_("A whole number: the same seed gives the same numbers again; 1 if left out.")}
/* clang-format on */

/* Two constructs of two items each, the second follows the first. */
#define EXAMPLE_ANSWERS "5|4|5|4\n3|4|3|3\n2|1|2|2\n4|5|4|5\n1|2|2|1\nA|A|B|B\n|A|B\nA|0|1\nB|0|0\n"
#define EXAMPLE_MODEL "A1:D5;A6:D6;A7:C9"

const sq_function satisfaction_index_functions[] = {
    {.name = "SQ.INDEX",
     .call = satisfaction_index,
     .summary = N_("Satisfaction index of a few items from 0 to 100: the weighted mean of the "
                   "items' means, as a share of the scale."),
     .parameters = {{"items", DATA, N_("Answers: one row per respondent, one column per item.")},
                    {"weights", OPTION,
                     N_("One weight per item, zero or more; only their proportions matter. Left "
                        "out: all alike.")},
                    MINIMUM,
                    MAXIMUM,
                    CASE_WEIGHTS},
     .example = {"8|6|7\n9|7|8", "SQ.INDEX(A1:C2;;1;10)", "72.2222222222222"}},

    {.name = "SQ.MODEL",
     .call = index_model,
     .summary = N_("A published satisfaction index model, to be seen and edited: its paths as a "
                   "table for SQ.PLS, its usual items by construct, or its source. Enter as an "
                   "array."),
     .parameters = {{"name", VALUE,
                     N_("\"SCSB\", \"ACSI\", \"ECSI\", \"ECSI-2\" (product and service quality), "
                        "\"CCSI-image\" or \"CCSI-market\".")},
                    {"part", OPTION, N_("\"paths\" (if left out), \"items\" or \"source\".")}},
     .example = {"", "SUM(SQ.MODEL(\"ACSI\"))", "9"}},

    {.name = "SQ.CSI",
     .call = csi,
     .summary = N_("Index of a construct of a path model, from 0 to 100: the mean of its items "
                   "with their outer weights, as a share of the scale."),
     .parameters = {ANSWERS,
                    BLOCKS,
                    PATHS,
                    {"construct", OPTION,
                     N_("The construct's name. Left out: the one that means satisfaction.")},
                    MINIMUM,
                    MAXIMUM,
                    SCHEME,
                    METRIC,
                    MISSING,
                    CASE_WEIGHTS},
     .example = {EXAMPLE_ANSWERS, "ROUND(SQ.CSI(" EXAMPLE_MODEL ";\"A\";1;5);6)", "52.302775"}},

    {.name = "SQ.PLS",
     .call = pls,
     .summary = N_("Path model by partial least squares: a table of what is asked for. "
                   "\"summary\" says what was done, or what is wrong and where. Enter as an "
                   "array."),
     .parameters = {ANSWERS,
                    BLOCKS,
                    PATHS,
                    {"result", VALUE,
                     N_("\"summary\", \"paths\", \"loadings\", \"weights\", \"r2\", \"effects\", "
                        "\"scores\", \"indices\", \"reliability\", \"htmt\", \"vif\", "
                        "\"crossloadings\", \"ipma\" or \"q2\".")},
                    SCHEME,
                    METRIC,
                    MISSING,
                    CASE_WEIGHTS,
                    MINIMUM,
                    MAXIMUM,
                    {"construct", OPTION,
                     N_("For \"ipma\": the construct to be improved. Left out: the one that "
                        "means satisfaction.")}},
     .example = {EXAMPLE_ANSWERS, "INDEX(SQ.PLS(" EXAMPLE_MODEL ";\"summary\");1;2)", "5"}},

    {.name = "SQ.PLS.BOOTSTRAP",
     .call = pls_bootstrap,
     .summary = N_("Bootstrap of a path model: table of the estimate, its mean and standard error "
                   "over the resamples, t, p, percentile and bias-corrected intervals, and how "
                   "many resamples were used. More than ten seconds allow is #NUM!: resamples × "
                   "respondents × items² can be up to 40 billion. Enter as an array."),
     .parameters = {ANSWERS,
                    BLOCKS,
                    PATHS,
                    {"result", VALUE,
                     N_("\"paths\", \"effects\", \"loadings\", \"weights\", \"r2\", \"indices\" "
                        "or \"htmt\".")},
                    {"resamples", OPTION, N_("How many resamples, 1 to 100000; 5000 if left out.")},
                    SEED,
                    LEVEL,
                    SCHEME,
                    METRIC,
                    MISSING,
                    CASE_WEIGHTS,
                    MINIMUM,
                    MAXIMUM},
     .example = {EXAMPLE_ANSWERS,
                 "SUM(INDEX(SQ.PLS.BOOTSTRAP(" EXAMPLE_MODEL ";\"paths\";200);0;3))-"
                 "INDEX(SQ.PLS.BOOTSTRAP(" EXAMPLE_MODEL ";\"paths\";200);2;3)",
                 "200"}},

    {.name = "SQ.PLS.GROUPS",
     .call = pls_groups,
     .summary =
         N_("Paths of each group of respondents, and for each pair of groups the "
            "difference and its p by a permutation test. A missing answer is the mean of its "
            "group. At most 30 groups, and no more than ten seconds allow; else #NUM!. Enter "
            "as an array."),
     .parameters = {ANSWERS,
                    {"groups", DATA,
                     N_("The group of each respondent: one column of labels or numbers; a blank "
                        "leaves the respondent out.")},
                    BLOCKS,
                    PATHS,
                    {"resamples", OPTION,
                     N_("How many permutations for each pair, 1 to 100000; 1000 if left out. "
                        "Many groups allow fewer.")},
                    SEED,
                    SCHEME,
                    METRIC,
                    MISSING,
                    CASE_WEIGHTS},
     .example = {"5|4|new|A|B\n3|4|new||\n2|1|new||\n4|5|new||\n1|2|old||\n5|5|old||\n2|3|old||\n"
                 "1|1|old||\n|A|B||\nA|0|1||\nB|0|0||",
                 "ROUND(INDEX(SQ.PLS.GROUPS(A1:B8;C1:C8;D1:E1;A9:C11;100);2;3)-"
                 "CORREL(A1:A4;B1:B4);9)",
                 "0"}},

    {.name = NULL},
};
