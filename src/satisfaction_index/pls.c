/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "base/same_word.h"
#include "base/vector.h"
#include "numerics/covariance.h"
#include "base/table.h"
#include "numerics/cholesky.h"

#include <math.h>
#include <string.h>

sq_pls_options sq_pls_default(void)
{
    return (sq_pls_options){.scheme = SQ_SCHEME_PATH,
                            .metric = SQ_METRIC_STANDARDISED,
                            .stopping = SQ_STOP_LARGEST_CHANGE,
                            .tolerance = 1e-7,
                            .limit = 300};
}

sq_status sq_pls_preset(const char *name, sq_pls_options *options)
{
    *options = sq_pls_default();
    if (sq_same_word(name, "smartpls")) {
        options->limit = 3000;
        return SQ_OK;
    }
    if (!sq_same_word(name, "plspm"))
        return SQ_BAD_ARGUMENT;
    options->scheme = SQ_SCHEME_CENTROID;
    options->stopping = SQ_STOP_SUM_OF_SQUARES;
    options->tolerance = 1e-6;
    options->limit = 100;
    options->population = true;
    return SQ_OK;
}

/* Puts the items into places, block after block. */
static void find_places(sq_pls *pls)
{
    size_t place = 0;
    for (size_t j = 0; j < pls->constructs; j++) {
        pls->first[j] = place;
        for (size_t i = 0; i < pls->model.items; i++) {
            if (pls->model.block[i] != j)
                continue;
            pls->column[place] = i;
            pls->construct[place++] = j;
        }
    }
    pls->first[pls->constructs] = place;
}

/* Products with the matrix of the items, correlations of scores, and the regressions of the path
 * scheme; what is done once are the items' correlations and the loadings. Each of these takes as
 * long as several multiplications in a long row, so they count as measured. */
static void find_work(sq_pls *pls)
{
    double p = (double)pls->items, q = (double)pls->constructs;
    pls->round_work = p * (p + 2 * q) + q * q * q;
    for (size_t j = 0; j < pls->constructs; j++) {
        double count = (double)sq_pls_predecessors(pls, j);
        pls->round_work += count * count * count / 6;
    }
    pls->round_work *= 8;
    pls->fit_work = 30 * p * p;
}

static sq_status take_results(sq_pls *pls)
{
    sq_arena *memory = &pls->memory;
    size_t p = pls->items, q = pls->constructs;
    SQ_TAKE(pls->weights, memory, p);
    SQ_TAKE(pls->unit_weights, memory, p);
    SQ_TAKE(pls->sd, memory, p);
    SQ_TAKE(pls->loadings, memory, p);
    SQ_TAKE_TABLE(pls->item_r, memory, p, p);
    SQ_TAKE_TABLE(pls->cross_loadings, memory, p, q);
    SQ_TAKE_TABLE(pls->correlations, memory, q, q);
    SQ_TAKE_TABLE(pls->paths, memory, q, q);
    SQ_TAKE(pls->r2, memory, q);
    SQ_TAKE(pls->rho_a, memory, q);
    SQ_TAKE(pls->column, memory, p);
    SQ_TAKE(pls->construct, memory, p);
    SQ_TAKE(pls->first, memory, q + 1);
    return SQ_OK;
}

static sq_status take_workspace(sq_pls *pls)
{
    sq_arena *memory = &pls->memory;
    size_t p = pls->items, q = pls->constructs;
    SQ_TAKE_TABLE(pls->matrix, memory, p, p);
    SQ_TAKE_TABLE(pls->factor, memory, p, p);
    SQ_TAKE_TABLE(pls->projection, memory, q, p);
    SQ_TAKE_TABLE(pls->inner, memory, q, q);
    SQ_TAKE_TABLE(pls->small, memory, q, q);
    SQ_TAKE(pls->previous, memory, p);
    SQ_TAKE(pls->direction, memory, p);
    SQ_TAKE(pls->solution, memory, q);
    SQ_TAKE(pls->chosen, memory, q);
    return SQ_OK;
}

sq_status sq_pls_alloc(sq_pls *pls, const sq_path_model *model, sq_model_problem *problem)
{
    sq_status status;
    *pls = (sq_pls){.model = *model, .constructs = model->constructs};
    SQ_TRY(sq_path_model_check(model, problem)); /* so q ≤ p: each construct has an item */
    for (size_t i = 0; i < model->items; i++)
        pls->items += model->block[i] != SQ_NOWHERE;
    status = take_results(pls);
    if (status == SQ_OK)
        status = take_workspace(pls);
    if (status != SQ_OK) {
        sq_pls_free(pls);
        return status;
    }
    find_places(pls);
    find_work(pls);
    return SQ_OK;
}

void sq_pls_free(sq_pls *pls)
{
    sq_release(&pls->memory);
    *pls = (sq_pls){0};
}

size_t sq_pls_predecessors(sq_pls *pls, size_t construct)
{
    size_t count = 0;
    for (size_t k = 0; k < pls->constructs; k++)
        if (pls->model.paths[k * pls->constructs + construct] == 1)
            pls->chosen[count++] = k;
    return count;
}

double sq_pls_regress(sq_pls *pls, size_t target, const size_t *chosen, size_t count)
{
    const double *r = pls->correlations;
    double r2 = 0;
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b <= a; b++)
            pls->small[a * count + b] = r[chosen[a] * pls->constructs + chosen[b]];
        pls->solution[a] = r[chosen[a] * pls->constructs + target];
    }
    if (!sq_cholesky(pls->small, count, count))
        return sq_error(SQ_UNDEFINED);
    sq_cholesky_solve(pls->small, count, count, pls->solution);
    for (size_t a = 0; a < count; a++) {
        pls->solution[a] = sq_rounded(pls->solution[a], 1);
        r2 += pls->solution[a] * r[chosen[a] * pls->constructs + target];
    }
    return fabs(1 - r2) <= sq_singular ? 1 : r2;
}

/* The lower triangle of the correlations. */
SQ_VECTORISED
static void correlate(size_t p, const double *covariance, double factor, const double *restrict sd,
                      double *correlation)
{
    for (size_t i = 0; i < p; i++) {
        const double *restrict from = covariance + i * p;
        double *restrict to = correlation + i * p, own = sd[i];
        for (size_t j = 0; j < i; j++)
            to[j] = factor * from[j] / (own * sd[j]);
        to[i] = 1;
    }
}

/* The items' standard deviations and correlations, and the matrix of the metric. */
static sq_status set_matrix(sq_pls *pls, const double *covariance, size_t n,
                            const sq_pls_options *options, sq_model_problem *problem)
{
    size_t p = pls->items;
    double factor = options->population ? ((double)n - 1) / (double)n : 1;
    for (size_t i = 0; i < p; i++) {
        pls->sd[i] = sqrt(factor * covariance[i * p + i]);
        if (!(pls->sd[i] > 0 && isfinite(pls->sd[i])))
            return sq_model_wrong(problem, SQ_MODEL_CONSTANT_ITEM, pls->column[i],
                                  pls->construct[i]);
    }
    correlate(p, covariance, factor, pls->sd, pls->item_r);
    sq_mirror(pls->item_r, p);
    if (options->metric == SQ_METRIC_STANDARDISED)
        memcpy(pls->matrix, pls->item_r, p * p * sizeof *pls->matrix);
    else
        for (size_t i = 0; i < p * p; i++)
            pls->matrix[i] = factor * covariance[i];
    return SQ_OK;
}

static sq_status factor_blocks(sq_pls *pls, sq_model_problem *problem)
{
    size_t p = pls->items;
    for (size_t j = 0; j < pls->constructs; j++) {
        size_t first = pls->first[j], size = sq_pls_block_size(pls, j);
        if (!sq_pls_is_mode_b(pls, j))
            continue;
        for (size_t i = first; i < first + size; i++)
            memcpy(pls->factor + i * p + first, pls->matrix + i * p + first,
                   size * sizeof *pls->factor);
        if (!sq_cholesky(pls->factor + first * p + first, size, p))
            return sq_model_wrong(problem, SQ_MODEL_COLLINEAR_ITEMS, SQ_NOWHERE, j);
    }
    return SQ_OK;
}

/* Scales the weights of a block so that its score has variance 1; false if it has none. */
static bool scale_block(sq_pls *pls, size_t j)
{
    double variance = 0, parts = 0;
    for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++) {
        const double *row = pls->matrix + i * pls->items;
        double sum = 0;
        for (size_t l = pls->first[j]; l < pls->first[j + 1]; l++)
            sum += row[l] * pls->weights[l];
        variance += pls->weights[i] * sum;
        parts += pls->weights[i] * pls->weights[i] * row[i];
    }
    if (!(variance > 1e-14 * parts && isfinite(variance)))
        return false;
    for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
        pls->weights[i] /= sqrt(variance);
    return true;
}

/* All weights 1; items that cancel each other leave it to the first of the block. */
static void start(sq_pls *pls)
{
    for (size_t j = 0; j < pls->constructs; j++) {
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
            pls->weights[i] = 1;
        if (scale_block(pls, j))
            continue;
        for (size_t i = pls->first[j] + 1; i < pls->first[j + 1]; i++)
            pls->weights[i] = 0;
        scale_block(pls, j);
    }
}

/* cov(item, score) with the score of one construct. */
SQ_VECTORISED
static void project_block(const sq_pls *pls, size_t k, double *restrict projection)
{
    memset(projection, 0, pls->items * sizeof *projection);
    for (size_t l = pls->first[k]; l < pls->first[k + 1]; l++) {
        const double *restrict row = pls->matrix + l * pls->items;
        double weight = pls->weights[l];
        for (size_t i = 0; i < pls->items; i++)
            projection[i] += row[i] * weight;
    }
}

/* cov(item, score) and the correlations of the scores, from scaled weights. */
static void project(sq_pls *pls)
{
    size_t p = pls->items, q = pls->constructs;
    for (size_t k = 0; k < q; k++)
        project_block(pls, k, pls->projection + k * p);
    for (size_t j = 0; j < q; j++) {
        for (size_t k = 0; k < j; k++) {
            double sum = 0;
            for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
                sum += pls->weights[i] * pls->projection[k * p + i];
            pls->correlations[j * q + k] = pls->correlations[k * q + j] = sum;
        }
        pls->correlations[j * q + j] = 1;
    }
}

/* The inner weights of one construct: how its neighbours make up its inner estimate. */
static bool set_inner(sq_pls *pls, size_t j, sq_scheme scheme)
{
    size_t q = pls->constructs, count = sq_pls_predecessors(pls, j);
    for (size_t k = 0; k < q; k++) {
        double r = pls->correlations[k * q + j];
        bool linked = pls->model.paths[k * q + j] == 1 || pls->model.paths[j * q + k] == 1;
        if (scheme == SQ_SCHEME_CENTROID)
            r = (r > 0) - (r < 0);
        pls->inner[k * q + j] = linked ? r : 0;
    }
    if (scheme != SQ_SCHEME_PATH || count == 0)
        return true;
    if (isnan(sq_pls_regress(pls, j, pls->chosen, count)))
        return false;
    for (size_t a = 0; a < count; a++)
        pls->inner[pls->chosen[a] * q + j] = pls->solution[a];
    return true;
}

/* Variance of the inner estimate of a construct. */
static double inner_variance(const sq_pls *pls, size_t j)
{
    size_t q = pls->constructs;
    double variance = 0;
    for (size_t k = 0; k < q; k++)
        for (size_t l = 0; l < q; l++)
            variance +=
                pls->inner[k * q + j] * pls->inner[l * q + j] * pls->correlations[k * q + l];
    return variance;
}

/* New weights of a block: the items' covariances with the inner estimate, in mode B regressed. */
static void set_outer(sq_pls *pls, size_t j, double scale)
{
    size_t q = pls->constructs, first = pls->first[j];
    for (size_t i = first; i < pls->first[j + 1]; i++) {
        double sum = 0;
        for (size_t k = 0; k < q; k++)
            sum += pls->projection[k * pls->items + i] * pls->inner[k * q + j];
        pls->weights[i] = scale * sum;
    }
    if (sq_pls_is_mode_b(pls, j))
        sq_cholesky_solve(pls->factor + first * pls->items + first, sq_pls_block_size(pls, j),
                          pls->items, pls->weights + first);
}

/* A weight without the unit of its item: of a scaled score it is one per unit, in mode A before it
 * is scaled it is a covariance. */
static double unit_free(const sq_pls *pls, size_t i, const sq_pls_options *options, bool scaled)
{
    if (options->metric == SQ_METRIC_STANDARDISED)
        return pls->weights[i];
    return scaled || sq_pls_is_mode_b(pls, pls->construct[i]) ? pls->weights[i] * pls->sd[i]
                                                              : pls->weights[i] / pls->sd[i];
}

static void keep_weights(sq_pls *pls, const sq_pls_options *options, bool scaled)
{
    for (size_t i = 0; i < pls->items; i++)
        pls->previous[i] = unit_free(pls, i, options, scaled);
}

/* How far the weights have moved, by the stopping rule; they become the previous ones. */
static double take_change(sq_pls *pls, const sq_pls_options *options)
{
    bool squares = options->stopping == SQ_STOP_SUM_OF_SQUARES;
    double change = 0;
    for (size_t i = 0; i < pls->items; i++) {
        double old = pls->previous[i], new = unit_free(pls, i, options, !squares);
        if (squares)
            change += (fabs(new) - fabs(old)) * (fabs(new) - fabs(old));
        else
            change = fmax(change, fabs(new - old));
    }
    keep_weights(pls, options, !squares);
    return change;
}

/* One round: inner weights, outer weights, change. Weights are left scaled. */
static sq_status iterate(sq_pls *pls, const sq_pls_options *options, sq_model_problem *problem)
{
    bool squares = options->stopping == SQ_STOP_SUM_OF_SQUARES, settled = true;
    project(pls);
    for (size_t j = 0; j < pls->constructs; j++)
        if (!set_inner(pls, j, options->scheme))
            return sq_model_wrong(problem, SQ_MODEL_COLLINEAR_CONSTRUCTS, SQ_NOWHERE, j);
    for (size_t j = 0; j < pls->constructs; j++) {
        double scale = squares ? 1 / sqrt(inner_variance(pls, j)) : 1;
        set_outer(pls, j, scale);
        if (!squares)
            settled = scale_block(pls, j) && settled;
    }
    pls->change = take_change(pls, options);
    pls->iterations++;
    pls->work += pls->round_work;
    if (squares)
        for (size_t j = 0; j < pls->constructs; j++)
            settled = scale_block(pls, j) && settled;
    return settled ? SQ_OK
                   : sq_model_wrong(problem, SQ_MODEL_NO_CONVERGENCE, SQ_NOWHERE, SQ_NOWHERE);
}

/* Requirement 4: what must not be negative in a block. */
static double sign_of_block(const sq_pls *pls, size_t j)
{
    double sum = 0, own = pls->cross_loadings[pls->first[j] * pls->constructs + j];
    for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
        sum += pls->directed ? pls->unit_weights[i] * pls->direction[i]
                             : pls->cross_loadings[i * pls->constructs + j];
    return fabs(sum) > sq_rounding * (double)sq_pls_block_size(pls, j) ? sum : own;
}

static void set_signs(sq_pls *pls)
{
    for (size_t j = 0; j < pls->constructs; j++) {
        if (!(sign_of_block(pls, j) < 0))
            continue;
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++) {
            pls->weights[i] = -pls->weights[i];
            pls->unit_weights[i] = -pls->unit_weights[i];
        }
        for (size_t i = 0; i < pls->items; i++)
            pls->cross_loadings[i * pls->constructs + j] *= -1;
        for (size_t k = 0; k < pls->constructs; k++)
            if (k != j) {
                pls->correlations[j * pls->constructs + k] *= -1;
                pls->correlations[k * pls->constructs + j] *= -1;
            }
    }
}

static void set_loadings(sq_pls *pls, const sq_pls_options *options)
{
    size_t p = pls->items, q = pls->constructs;
    bool raw = options->metric == SQ_METRIC_RAW;
    for (size_t i = 0; i < p; i++)
        for (size_t k = 0; k < q; k++)
            pls->cross_loadings[i * q + k] = pls->projection[k * p + i] / (raw ? pls->sd[i] : 1);
    for (size_t i = 0; i < p; i++)
        pls->unit_weights[i] = raw ? pls->weights[i] : pls->weights[i] / pls->sd[i];
    set_signs(pls);
    for (size_t i = 0; i < p; i++) {
        size_t j = pls->construct[i];
        if (sq_pls_block_size(pls, j) == 1)
            pls->cross_loadings[i * q + j] = 1;
        pls->loadings[i] = pls->cross_loadings[i * q + j];
    }
}

void sq_pls_keep_signs(sq_pls *pls)
{
    for (size_t i = 0; i < pls->items; i++)
        pls->direction[i] =
            pls->sd[i] * pls->cross_loadings[i * pls->constructs + pls->construct[i]];
    pls->directed = true;
}

void sq_pls_release_signs(sq_pls *pls)
{
    pls->directed = false;
}

/* rho_A = (w'w)² · w'(R − diag R)w / w'(ww' − diag ww')w, of weights on standardised items. */
static double rho_a(const sq_pls *pls, size_t j)
{
    size_t p = pls->items;
    double square = 0, fourth = 0, shared = 0;
    if (sq_pls_is_mode_b(pls, j) || sq_pls_block_size(pls, j) == 1)
        return 1;
    for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++) {
        double w = pls->unit_weights[i] * pls->sd[i];
        square += w * w;
        fourth += w * w * w * w;
        for (size_t l = pls->first[j]; l < i; l++)
            shared += 2 * w * pls->item_r[i * p + l] * pls->unit_weights[l] * pls->sd[l];
    }
    return square * square > fourth ? square * square * shared / (square * square - fourth)
                                    : sq_error(SQ_UNDEFINED);
}

/* Requirement 6, of loadings and correlations. */
static void correct(sq_pls *pls)
{
    size_t q = pls->constructs;
    for (size_t j = 0; j < q; j++) {
        double root = pls->rho_a[j] > 0 ? sqrt(pls->rho_a[j]) : sq_error(SQ_UNDEFINED), square = 0;
        for (size_t k = 0; k < q; k++)
            if (k != j) {
                pls->correlations[j * q + k] /= root;
                pls->correlations[k * q + j] /= root;
            }
        if (sq_pls_is_mode_b(pls, j) || sq_pls_block_size(pls, j) == 1)
            continue;
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
            square += pls->unit_weights[i] * pls->sd[i] * pls->unit_weights[i] * pls->sd[i];
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
            pls->loadings[i] = root * pls->unit_weights[i] * pls->sd[i] / square;
    }
}

static sq_status set_paths(sq_pls *pls, bool consistent, sq_model_problem *problem)
{
    size_t q = pls->constructs;
    for (size_t j = 0; j < q; j++) {
        size_t count = sq_pls_predecessors(pls, j);
        pls->r2[j] = sq_error(SQ_UNDEFINED);
        if (count == 0)
            continue;
        pls->r2[j] = sq_pls_regress(pls, j, pls->chosen, count);
        if (isnan(pls->r2[j]) && !consistent)
            return sq_model_wrong(problem, SQ_MODEL_COLLINEAR_CONSTRUCTS, SQ_NOWHERE, j);
        for (size_t a = 0; a < count; a++)
            pls->paths[pls->chosen[a] * q + j] =
                isnan(pls->r2[j]) ? sq_error(SQ_UNDEFINED) : pls->solution[a];
    }
    return SQ_OK;
}

sq_status sq_pls_fit(sq_pls *pls, const double *covariance, size_t n, const sq_pls_options *options,
                     sq_model_problem *problem)
{
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    pls->iterations = 0;
    pls->change = INFINITY;
    pls->work += pls->fit_work;
    SQ_TRY(set_matrix(pls, covariance, n, options, problem));
    SQ_TRY(factor_blocks(pls, problem));
    start(pls);
    keep_weights(pls, options, true);
    while (!(pls->change < options->tolerance)) {
        if (pls->work + pls->round_work > SQ_MOST_WORK)
            return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
        if (pls->iterations >= options->limit)
            return sq_model_wrong(problem, SQ_MODEL_NO_CONVERGENCE, SQ_NOWHERE, SQ_NOWHERE);
        SQ_TRY(iterate(pls, options, problem));
    }
    project(pls);
    set_loadings(pls, options);
    for (size_t j = 0; j < pls->constructs; j++)
        pls->rho_a[j] = rho_a(pls, j);
    if (options->consistent)
        correct(pls);
    return set_paths(pls, options->consistent, problem);
}
