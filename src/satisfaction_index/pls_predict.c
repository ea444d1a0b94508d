/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_predict.h"

#include "base/arena.h"
#include "numerics/cholesky.h"
#include "numerics/random.h"
#include "satisfaction_index/pls_quality.h"

#include <math.h>
#include <string.h>

/* Errors of predictions so far. */
typedef struct errors {
    double squares, sizes; /* Σe², Σ|e| */
} errors;

/* What is known of one item. */
typedef struct item_errors {
    size_t n;             /* predictions */
    double total;         /* Σ(answer − mean of the rest)² */
    errors model, linear; /* linear.squares NaN: not determined in some fold */
} item_errors;

typedef struct prediction {
    sq_pls *pls;
    const sq_pls_data *data;
    const sq_pls_options *options;
    sq_antecedents antecedents;
    sq_resample resample;
    gsl_rng *generator;
    size_t folds;
    size_t *order;   /* [rows] the respondents as dealt: the folds one behind the other */
    bool *missing;   /* [rows × p] */
    bool *predicted; /* [p] by place */
    double *effects; /* [q × q] what a construct is predicted with, column from rows */
    double *slopes;  /* [p × p] of the item of the row, by the path model: per unit of each item */
    double *linear;  /* [p × p] and by the linear model */
    double *system;  /* [p × p] workspace */
    double *solution;   /* [p] */
    size_t *others;     /* [p] items of the other constructs */
    item_errors *items; /* [p] */
} prediction;

static bool is_explained(const sq_pls *pls, size_t construct)
{
    for (size_t k = 0; k < pls->constructs; k++)
        if (pls->model.paths[k * pls->constructs + construct] == 1)
            return true;
    return false;
}

size_t sq_pls_predicted_items(sq_pls *pls)
{
    size_t count = 0;
    for (size_t j = 0; j < pls->constructs; j++)
        count += is_explained(pls, j) ? sq_pls_block_size(pls, j) : 0;
    return count;
}

static sq_status allocate(sq_arena *memory, prediction *p, unsigned long seed)
{
    size_t items = p->data->items, rows = p->data->rows, q = p->pls->constructs;
    SQ_TAKE(p->order, memory, rows);
    SQ_TAKE_TABLE(p->missing, memory, rows, items);
    SQ_TAKE(p->predicted, memory, items);
    SQ_TAKE_TABLE(p->effects, memory, q, q);
    SQ_TAKE_TABLE(p->slopes, memory, items, items);
    SQ_TAKE_TABLE(p->linear, memory, items, items);
    SQ_TAKE_TABLE(p->system, memory, items, items);
    SQ_TAKE(p->solution, memory, items);
    SQ_TAKE(p->others, memory, items);
    SQ_TAKE(p->items, memory, items);
    p->generator = sq_generator(memory, seed);
    for (size_t i = 0; i < items; i++)
        p->predicted[i] = is_explained(p->pls, p->pls->construct[i]);
    for (size_t r = 0; r < rows; r++)
        p->order[r] = r;
    for (size_t h = 0; h < p->data->replaced; h++)
        p->missing[p->data->hole[h]] = true;
    return p->generator ? sq_resample_take(memory, &p->resample, p->data) : SQ_NO_MEMORY;
}

/* Fisher and Yates. */
static void deal(prediction *p)
{
    for (size_t r = p->data->rows; r > 1; r--) {
        size_t other = gsl_rng_uniform_int(p->generator, (unsigned long)r);
        size_t last = p->order[r - 1];
        p->order[r - 1] = p->order[other];
        p->order[other] = last;
    }
}

/* ---- What the rest says about the items. */

/* What each construct is predicted with: its paths, or the total effects of the earliest. */
static void set_effects(prediction *p)
{
    const sq_pls *pls = p->pls;
    size_t q = pls->constructs;
    if (p->antecedents == SQ_ANTECEDENTS_DIRECT) {
        memcpy(p->effects, pls->paths, q * q * sizeof *p->effects);
        return;
    }
    sq_pls_total_effects(pls, p->effects);
    for (size_t k = 0; k < q; k++)
        if (is_explained(pls, k))
            memset(p->effects + k * q, 0, q * sizeof *p->effects);
}

/* An item's slopes on the items of the constructs that predict its own. */
static void set_slopes(prediction *p, size_t item)
{
    const sq_pls *pls = p->pls;
    double *slopes = p->slopes + item * pls->items, unit = pls->sd[item] * pls->loadings[item];
    for (size_t i = 0; i < pls->items; i++) {
        double effect = p->effects[pls->construct[i] * pls->constructs + pls->construct[item]];
        slopes[i] = unit * effect * pls->unit_weights[i];
    }
}

/* The slopes of a block's items on all items of the other constructs; NaN where the n respondents
 * do not determine them. */
static void set_linear(prediction *p, size_t construct, size_t n)
{
    const sq_pls *pls = p->pls;
    size_t size = pls->items, count = 0;
    bool determined;
    for (size_t i = 0; i < size; i++)
        if (pls->construct[i] != construct)
            p->others[count++] = i;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b <= a; b++)
            p->system[a * count + b] = pls->item_r[p->others[a] * size + p->others[b]];
    determined = count < n && sq_cholesky(p->system, count, count);
    for (size_t item = pls->first[construct]; item < pls->first[construct + 1]; item++) {
        double *slopes = p->linear + item * size;
        memset(slopes, 0, size * sizeof *slopes);
        for (size_t a = 0; a < count; a++)
            p->solution[a] = pls->item_r[p->others[a] * size + item];
        if (determined)
            sq_cholesky_solve(p->system, count, count, p->solution);
        for (size_t a = 0; a < count; a++)
            slopes[p->others[a]] =
                determined ? p->solution[a] * pls->sd[item] / pls->sd[p->others[a]] : NAN;
    }
}

/* ---- Predictions. */

static double predicted(const double *slopes, const double *apart, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += slopes[i] * apart[i];
    return sum;
}

static void add_error(errors *sum, double error)
{
    sum->squares += error * error;
    sum->sizes += fabs(error);
}

/* Compares the answers of one respondent with what the rest says. */
static void compare(prediction *p, size_t respondent)
{
    size_t count = p->data->items;
    const double *answers = p->resample.shifted + respondent * p->resample.stride;
    double *apart = p->solution; /* from the means of the rest */
    for (size_t i = 0; i < count; i++)
        apart[i] = answers[i] - p->resample.sum[i];
    for (size_t i = 0; i < count; i++) {
        item_errors *item = &p->items[i];
        if (!p->predicted[i] || p->missing[respondent * count + i])
            continue;
        item->n++;
        item->total += apart[i] * apart[i];
        add_error(&item->model, apart[i] - predicted(p->slopes + i * count, apart, count));
        add_error(&item->linear, apart[i] - predicted(p->linear + i * count, apart, count));
    }
}

/* Fits the model to the respondents outside of first … last − 1 of the order. */
static sq_status fit_rest(prediction *p, size_t first, size_t last, sq_model_problem *problem)
{
    size_t n;
    for (size_t r = 0; r < p->data->rows; r++)
        p->resample.count[p->order[r]] = r < first || r >= last;
    if (sq_resample_fill(&p->resample) != SQ_NOWHERE)
        return SQ_NO_DATA;
    n = sq_resample_covariance(&p->resample);
    p->pls->work += sq_resample_work(&p->resample, n);
    SQ_TRY(sq_pls_fit(p->pls, p->resample.covariance, n, p->options, problem));
    set_effects(p);
    for (size_t j = 0; j < p->pls->constructs; j++) {
        if (!is_explained(p->pls, j))
            continue;
        set_linear(p, j, n);
        for (size_t i = p->pls->first[j]; i < p->pls->first[j + 1]; i++)
            set_slopes(p, i);
    }
    return SQ_OK;
}

/* Errors: SQ_OUT_OF_DOMAIN where all fits together have become too much. */
static sq_status predict_fold(prediction *p, size_t fold, sq_pls_counts *counts,
                              sq_model_problem *problem)
{
    size_t rows = p->data->rows;
    size_t first = fold * rows / p->folds, last = (fold + 1) * rows / p->folds;
    sq_model_problem found = {.fault = SQ_MODEL_SOUND};
    sq_status status = fit_rest(p, first, last, &found);
    if (found.fault == SQ_MODEL_TOO_LARGE)
        return sq_model_wrong(problem, found.fault, SQ_NOWHERE, SQ_NOWHERE);
    if (status != SQ_OK) {
        sq_pls_count_failure(counts, status);
        return SQ_OK;
    }
    counts->done++;
    for (size_t r = first; r < last; r++)
        compare(p, p->order[r]);
    return SQ_OK;
}

/* ---- The whole. */

/* Multiplications of one fold: the fit, and a linear model for each construct. */
static double work_of_fold(const prediction *p)
{
    const sq_pls *pls = p->pls;
    double items = (double)pls->items, work = 0;
    for (size_t j = 0; j < pls->constructs; j++)
        if (is_explained(pls, j))
            work += items * items * (items / 6 + (double)sq_pls_block_size(pls, j));
    return 8 * work + pls->fit_work + (double)pls->iterations * pls->round_work +
           sq_resample_work(&p->resample, p->data->rows);
}

static sq_status predict_all(prediction *p, size_t repetitions, sq_pls_counts *counts,
                             sq_model_problem *problem)
{
    double folds = (double)p->folds * (double)repetitions, items = (double)p->data->items;
    double comparing = 2 * (double)p->data->rows * (double)repetitions * items * items;
    if (folds * work_of_fold(p) + comparing > SQ_MOST_EXPECTED_WORK)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    for (size_t repetition = 0; repetition < repetitions; repetition++) {
        deal(p);
        for (size_t fold = 0; fold < p->folds; fold++)
            SQ_TRY(predict_fold(p, fold, counts, problem));
    }
    return SQ_OK;
}

static sq_prediction row_of(const prediction *p, size_t place)
{
    const item_errors *item = &p->items[place];
    double n = (double)item->n, nothing = sq_error(SQ_UNDEFINED);
    sq_prediction row = {place, nothing, nothing, nothing, nothing, nothing};
    if (item->n == 0)
        return row;
    if (item->total > 0)
        row.q2 = 1 - item->model.squares / item->total;
    row.rmse = sqrt(item->model.squares / n);
    row.mae = item->model.sizes / n;
    if (isnan(item->linear.squares))
        return row;
    row.linear_rmse = sqrt(item->linear.squares / n);
    row.linear_mae = item->linear.sizes / n;
    return row;
}

sq_status sq_pls_predict(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                         sq_antecedents antecedents, size_t folds, size_t repetitions,
                         unsigned long seed, sq_prediction *rows, sq_pls_counts *counts,
                         sq_model_problem *problem)
{
    SQ_SCRATCH(memory);
    prediction p = {.pls = pls,
                    .data = data,
                    .options = options,
                    .antecedents = antecedents,
                    .folds = folds < data->rows ? folds : data->rows};
    *counts = (sq_pls_counts){0};
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    if (options->consistent)
        return SQ_BAD_ARGUMENT;
    if (folds < 2 || repetitions < 1 || repetitions > SQ_MOST_REPETITIONS)
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(allocate(&memory, &p, seed));
    SQ_TRY(sq_pls_fit(pls, data->covariance, data->rows, options, problem));
    SQ_TRY(predict_all(&p, p.folds == data->rows ? 1 : repetitions, counts, problem));
    for (size_t i = 0; i < data->items; i++)
        if (p.predicted[i])
            *rows++ = row_of(&p, i);
    return sq_pls_fit(pls, data->covariance, data->rows, options, problem);
}
