/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_data.h"

#include "base/arena.h"
#include "numerics/covariance.h"

#include <math.h>
#include <string.h>

/* How many of the model's items a respondent answered. */
static size_t count_answers(const sq_pls *pls, const sq_table *answers, size_t row)
{
    size_t answered = 0;
    for (size_t i = 0; i < pls->items; i++)
        answered += isfinite(sq_row(answers, row)[pls->column[i]]) != 0;
    return answered;
}

/* Copies the respondents who stay; missing answers stay NaN. */
static void take_rows(sq_pls_data *data, const sq_pls *pls, const sq_table *answers,
                      const double *case_weights, sq_missing_rule missing)
{
    size_t enough = missing == SQ_MISSING_LISTWISE ? pls->items : 1;
    for (size_t row = 0; row < answers->rows; row++) {
        double weight = sq_case_weight(case_weights, row);
        double *copy = data->answers + data->rows * data->items;
        if (!(weight > 0) || count_answers(pls, answers, row) < enough)
            continue;
        for (size_t i = 0; i < data->items; i++) {
            double answer = sq_row(answers, row)[pls->column[i]];
            copy[i] = isfinite(answer) ? answer : NAN;
        }
        data->case_weights[data->rows] = weight;
        data->row[data->rows++] = row;
    }
}

/* Finds the missing answers, item after item. */
static sq_status find_holes(sq_pls_data *data)
{
    size_t cells = data->rows * data->items;
    for (size_t cell = 0; cell < cells; cell++)
        data->replaced += isnan(data->answers[cell]) != 0;
    SQ_TAKE(data->hole, &data->memory, data->replaced);
    for (size_t i = 0, h = 0; i < data->items; i++)
        for (size_t cell = i; cell < cells; cell += data->items)
            if (isnan(data->answers[cell]))
                data->hole[h++] = cell;
    return SQ_OK;
}

/* Puts means for missing answers. The first answer is taken off before summing, so that a constant
 * item stays constant exactly. */
static sq_status replace_missing(sq_pls_data *data, const sq_pls *pls, sq_model_problem *problem)
{
    for (size_t i = 0; i < data->items; i++) {
        double origin = NAN, sum = 0, weight = 0, mean;
        for (size_t r = 0; r < data->rows; r++) {
            double answer = data->answers[r * data->items + i];
            if (isnan(answer))
                continue;
            origin = isnan(origin) ? answer : origin;
            sum += data->case_weights[r] * (answer - origin);
            weight += data->case_weights[r];
        }
        if (isnan(origin))
            return sq_model_wrong(problem, SQ_MODEL_ITEM_WITHOUT_ANSWERS, pls->column[i],
                                  pls->construct[i]);
        mean = origin + sum / weight;
        for (size_t r = 0; r < data->rows; r++)
            if (isnan(data->answers[r * data->items + i]))
                data->answers[r * data->items + i] = mean;
    }
    return SQ_OK;
}

static sq_status check_weights(const double *case_weights, size_t rows, sq_model_problem *problem)
{
    for (size_t row = 0; case_weights && row < rows; row++)
        if (!(case_weights[row] >= 0 && isfinite(case_weights[row])))
            return sq_model_wrong(problem, SQ_MODEL_NEGATIVE_CASE_WEIGHT, SQ_NOWHERE, SQ_NOWHERE);
    return SQ_OK;
}

static sq_status check_size(const sq_pls_data *data, const sq_pls *pls, sq_model_problem *problem)
{
    if (data->rows < 3)
        return sq_model_wrong(problem, SQ_MODEL_TOO_FEW_RESPONDENTS, SQ_NOWHERE, SQ_NOWHERE);
    for (size_t j = 0; j < pls->constructs; j++)
        if (sq_pls_is_mode_b(pls, j) && data->rows <= sq_pls_block_size(pls, j))
            return sq_model_wrong(problem, SQ_MODEL_MORE_ITEMS_THAN_RESPONDENTS, SQ_NOWHERE, j);
    return SQ_OK;
}

/* The matrix, and the item without spread if there is one. */
static sq_status set_covariance(sq_pls_data *data, const sq_pls *pls, sq_model_problem *problem)
{
    size_t p = data->items;
    sq_items items = {.minuend = {data->answers, data->rows, p},
                      .count = p,
                      .case_weights = data->case_weights,
                      .listwise = true};
    SQ_TRY(sq_covariance(&items, data->covariance, data->means, NULL));
    for (size_t i = 0; i < p; i++)
        if (!(data->covariance[i * p + i] > 0))
            return sq_model_wrong(problem, SQ_MODEL_CONSTANT_ITEM, pls->column[i],
                                  pls->construct[i]);
    return SQ_OK;
}

static sq_status allocate(sq_pls_data *data, size_t rows, size_t p)
{
    SQ_TAKE_TABLE(data->answers, &data->memory, rows, p);
    SQ_TAKE_TABLE(data->covariance, &data->memory, p, p);
    SQ_TAKE(data->means, &data->memory, p);
    SQ_TAKE(data->case_weights, &data->memory,
            rows + 1); /* one is put before it is known to count */
    SQ_TAKE(data->row, &data->memory, rows + 1);
    return SQ_OK;
}

static sq_status fill(sq_pls_data *data, const sq_pls *pls, const sq_table *answers,
                      const double *case_weights, sq_missing_rule missing,
                      sq_model_problem *problem)
{
    SQ_TRY(allocate(data, answers->rows, pls->items));
    take_rows(data, pls, answers, case_weights, missing);
    SQ_TRY(check_size(data, pls, problem));
    SQ_TRY(find_holes(data));
    SQ_TRY(replace_missing(data, pls, problem));
    return set_covariance(data, pls, problem);
}

sq_status sq_pls_data_alloc(sq_pls_data *data, const sq_pls *pls, const sq_table *answers,
                            const double *case_weights, sq_missing_rule missing,
                            sq_model_problem *problem)
{
    sq_status status;
    *data = (sq_pls_data){.items = pls->items};
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    if (answers->columns != pls->model.items)
        return sq_model_wrong(problem, SQ_MODEL_SHAPE, SQ_NOWHERE, SQ_NOWHERE);
    SQ_TRY(check_weights(case_weights, answers->rows, problem));
    status = fill(data, pls, answers, case_weights, missing, problem);
    if (status != SQ_OK)
        sq_pls_data_free(data);
    return status;
}

void sq_pls_data_free(sq_pls_data *data)
{
    sq_release(&data->memory);
}

static void score_row(const sq_pls *pls, const sq_pls_data *data, size_t r, double *scores)
{
    const double *answers = data->answers + r * data->items;
    for (size_t j = 0; j < pls->constructs; j++) {
        scores[j] = 0;
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
            scores[j] += pls->unit_weights[i] * (answers[i] - data->means[i]);
    }
}

bool sq_pls_answers_within(const sq_pls_data *data, const double *minimum, const double *maximum)
{
    for (size_t row = 0; row < data->rows; row++)
        for (size_t i = 0; i < data->items; i++) {
            double answer = data->answers[row * data->items + i];
            if (answer < minimum[i] || answer > maximum[i])
                return false;
        }
    return true;
}

void sq_pls_scores(const sq_pls *pls, const sq_pls_data *data, double *scores)
{
    for (size_t r = 0; r < data->rows; r++)
        score_row(pls, data, r, scores + r * pls->constructs);
}

void sq_pls_spread_scores(const sq_pls *pls, const sq_pls_data *data, size_t rows, double *scores)
{
    for (size_t i = 0; i < rows * pls->constructs; i++)
        scores[i] = sq_error(SQ_NO_DATA);
    for (size_t r = 0; r < data->rows; r++)
        score_row(pls, data, r, scores + data->row[r] * pls->constructs);
}
