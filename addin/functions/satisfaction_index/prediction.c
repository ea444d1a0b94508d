/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.PLS.PREDICT: whether a path model predicts answers it has not seen.
 */
#include "arguments.h"
#include "functions/satisfaction_index/fitted_model.h"
#include "functions/satisfaction_index/pls_reports.h"
#include "functions/satisfaction_index/resampling.h"
#include "result.h"
#include "satisfaction_index/pls_predict.h"

#include <math.h>
#include <stdint.h>

static const sq_parameter in_folds = {
    "folds", OPTION,
    N_("Into how many parts the respondents are dealt, 2 or more. As many as respondents: each is "
       "predicted by all others."),
    .left_out = "10"};

static const sq_parameter in_repetitions = {
    "repetitions", OPTION, N_("How often they are dealt anew, 1 to 1000."), .left_out = "10"};

static const sq_parameter in_antecedents = {
    "antecedents", OPTION, N_("What a construct is predicted from."),
    .choices = (const sq_choice[]){{N_("direct"), N_("what acts on it at once")},
                                   {N_("earliest"), N_("what nothing acts on")},
                                   {NULL}},
    .left_out = "direct"};

static const sq_column predict_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item of a construct that something acts on")},
    {N_("Construct"), FIGURE_WORD, N_("the construct")},
    {N_("Q² predict"), FIGURE_NUMBER,
     N_("above 0: the model predicts better than the mean of the others")},
    {N_("RMSE"), FIGURE_NUMBER, N_("root of the mean squared error, in points of the answers")},
    {N_("MAE"), FIGURE_NUMBER, N_("mean absolute error")},
    {N_("RMSE (linear)"), FIGURE_NUMBER,
     N_("of a linear model of all items of the other constructs")},
    {N_("MAE (linear)"), FIGURE_NUMBER, N_("likewise")},
    {N_("Better"), FIGURE_WORD,
     N_("path model or linear model, by RMSE; blank where the linear model is not determined")},
    {NULL}};

static void put_better(sq_call *call, const sq_prediction *row)
{
    if (!isfinite(row->rmse) || !isfinite(row->linear_rmse))
        put_blank(call);
    else if (row->rmse == row->linear_rmse)
        put_word(call, N_("equal"));
    else
        put_word(call, row->rmse < row->linear_rmse ? N_("path model") : N_("linear model"));
}

static sq_status predict(sq_call *call, fitted_model *model)
{
    unsigned long folds, repetitions, seed;
    size_t antecedents, count = sq_pls_predicted_items(&model->pls);
    sq_prediction *rows;
    sq_pls_counts counts;
    SQ_TRY(read_count(call, &in_folds, 2, UINT32_MAX, &folds));
    SQ_TRY(read_count(call, &in_repetitions, 1, (double)SQ_MOST_REPETITIONS, &repetitions));
    SQ_TRY(read_count(call, &in_seed, 0, UINT32_MAX, &seed));
    SQ_TRY(call_word(call, &in_antecedents, &antecedents));
    SQ_TAKE(rows, &call->memory, count);
    SQ_TRY(sq_pls_predict(&model->pls, &model->data, &model->options,
                          antecedents == 1 ? SQ_ANTECEDENTS_EARLIEST : SQ_ANTECEDENTS_DIRECT, folds,
                          repetitions, seed, rows, &counts, &model->problem));
    SQ_TRY(begin_table(call, predict_columns, 0, count + COUNT_ROWS));
    for (size_t i = 0; i < count; i++) {
        next_row(call);
        put_place(call, model, rows[i].place);
        put_construct(call, model, model->pls.construct[rows[i].place]);
        put_numbers(call,
                    (const double[]){rows[i].q2, rows[i].rmse, rows[i].mae, rows[i].linear_rmse,
                                     rows[i].linear_mae},
                    5);
        put_better(call, &rows[i]);
    }
    put_counts(call, N_("Parts predicted"), 1, &counts);
    return SQ_OK;
}

static sq_status pls_predict(sq_call *call)
{
    fitted_model model;
    sq_status status;
    SQ_TRY(model_read(call, &model));
    status = model_open(&model);
    if (status == SQ_OK)
        status = predict(call, &model);
    model_close(&model);
    return status;
}

const sq_function pls_predict_function = {
    .name = "SQ.PLS.PREDICT",
    .call = pls_predict,
    .summary = N_("Whether a path model predicts answers it has not seen: for each item of a "
                  "construct that something acts on Q² predict, the errors of the model, those of "
                  "a linear model, and which is better. The metric \"consistent\" predicts "
                  "nothing: #VALUE!. Enter as an array."),
    .parameters = {&in_answers, &in_blocks, &in_paths, &in_folds, &in_repetitions, &in_seed,
                   &in_antecedents, &in_scheme, &in_metric, &in_missing},
    .example = {EXAMPLE_ANSWERS, "INDEX(SQ.PLS.PREDICT(" EXAMPLE_MODEL ";5);4;3)", "5"},
    .reports = {{predict_columns}},
};
