/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_blindfolding.h"

#include "base/arena.h"
#include "numerics/covariance.h"

#include <math.h>
#include <string.h>

/* The answers with some hidden, and what becomes of them. */
typedef struct blindfold {
    sq_pls *pls;
    const sq_pls_data *data;
    const sq_pls_options *options;
    size_t distance;
    sq_pls_data hidden; /* answers [rows × p], covariance [p × p], means [p]; the rest is data's */
    double error, total; /* sums of squares of the block so far */
} blindfold;

size_t sq_blindfolding_distance(size_t rows, size_t wished)
{
    for (size_t distance = wished < 2 ? 2 : wished; distance < rows; distance++)
        if (rows % distance != 0)
            return distance;
    return 0;
}

/* The mean of an item's answers that are not NaN. The first is taken off before summing, so that
 * what remains of a constant item stays constant exactly. */
static double mean_of_remaining(const blindfold *b, size_t item)
{
    double origin = NAN, sum = 0, total = 0;
    for (size_t r = 0; r < b->data->rows; r++) {
        double answer = b->hidden.answers[r * b->data->items + item];
        if (isnan(answer))
            continue;
        origin = isnan(origin) ? answer : origin;
        sum += b->data->case_weights[r] * (answer - origin);
        total += b->data->case_weights[r];
    }
    return origin + sum / total;
}

/* Hides what round d leaves out of the block of construct j: NaN first, then the mean. */
static void hide(blindfold *b, size_t j, size_t d)
{
    size_t p = b->data->items, rows = b->data->rows, first = b->pls->first[j];
    size_t count = rows * sq_pls_block_size(b->pls, j);
    for (size_t at = d; at < count; at += b->distance)
        b->hidden.answers[at % rows * p + first + at / rows] = NAN;
    for (size_t item = first; item < b->pls->first[j + 1]; item++) {
        double mean = mean_of_remaining(b, item);
        for (size_t cell = item; cell < rows * p; cell += p)
            if (isnan(b->hidden.answers[cell]))
                b->hidden.answers[cell] = mean;
    }
}

static void show(blindfold *b, size_t j, size_t d)
{
    size_t p = b->data->items, rows = b->data->rows, first = b->pls->first[j];
    size_t count = rows * sq_pls_block_size(b->pls, j);
    for (size_t at = d; at < count; at += b->distance) {
        size_t cell = at % rows * p + first + at / rows;
        b->hidden.answers[cell] = b->data->answers[cell];
    }
}

/* The construct as its predecessors predict it for a respondent. */
static double predicted_score(const blindfold *b, size_t j, size_t row)
{
    const sq_pls *pls = b->pls;
    const double *answers = b->hidden.answers + row * b->data->items;
    double predicted = 0;
    for (size_t k = 0; k < pls->constructs; k++) {
        double score = 0;
        if (pls->model.paths[k * pls->constructs + j] != 1)
            continue;
        for (size_t i = pls->first[k]; i < pls->first[k + 1]; i++)
            score += pls->unit_weights[i] * (answers[i] - b->hidden.means[i]);
        predicted += pls->paths[k * pls->constructs + j] * score;
    }
    return predicted;
}

/* Adds the squares of round d. */
static void compare(blindfold *b, size_t j, size_t d)
{
    size_t p = b->data->items, rows = b->data->rows, first = b->pls->first[j];
    size_t count = rows * sq_pls_block_size(b->pls, j);
    for (size_t at = d; at < count; at += b->distance) {
        size_t item = first + at / rows, row = at % rows;
        double weight = b->data->case_weights[row] / b->data->covariance[item * p + item];
        double answer = b->data->answers[row * p + item];
        double predicted = b->hidden.means[item] +
                           b->pls->sd[item] * b->pls->loadings[item] * predicted_score(b, j, row);
        b->error += weight * (answer - predicted) * (answer - predicted);
        b->total += weight * (answer - b->hidden.means[item]) * (answer - b->hidden.means[item]);
    }
}

static double q2_of_block(blindfold *b, size_t j)
{
    sq_items items = {.minuend = {b->hidden.answers, b->data->rows, b->data->items},
                      .count = b->data->items,
                      .case_weights = b->data->case_weights,
                      .listwise = true};
    b->error = b->total = 0;
    for (size_t d = 0; d < b->distance; d++) {
        sq_status status;
        hide(b, j, d);
        b->pls->work += (double)b->data->rows * (double)(items.count * items.count) / 2;
        status = sq_covariance(&items, b->hidden.covariance, b->hidden.means, NULL);
        if (status == SQ_OK)
            status = sq_pls_fit(b->pls, b->hidden.covariance, b->data->rows, b->options, NULL);
        if (status == SQ_OK)
            compare(b, j, d);
        show(b, j, d);
        if (status != SQ_OK)
            return sq_error(status);
    }
    return b->total > 0 && !isnan(b->error) ? 1 - b->error / b->total : sq_error(SQ_UNDEFINED);
}

sq_status sq_pls_q2(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                    size_t distance, double *q2, sq_model_problem *problem)
{
    SQ_SCRATCH(memory);
    size_t p = data->items, cells = data->rows * p; /* as many as data holds already */
    blindfold b = {.pls = pls, .data = data, .options = options, .distance = distance};
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    if (distance < 2 || distance >= data->rows || data->rows % distance == 0)
        return SQ_OUT_OF_DOMAIN;
    SQ_TAKE(b.hidden.answers, &memory, cells);
    SQ_TAKE_TABLE(b.hidden.covariance, &memory, p, p);
    SQ_TAKE(b.hidden.means, &memory, p);
    memcpy(b.hidden.answers, data->answers, cells * sizeof *b.hidden.answers);
    for (size_t j = 0; j < pls->constructs; j++)
        q2[j] = sq_pls_predecessors(pls, j) > 0 ? q2_of_block(&b, j) : sq_error(SQ_UNDEFINED);
    return sq_pls_fit(pls, data->covariance, data->rows, options, problem);
}
