/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_bootstrap.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "numerics/inference.h"
#include "numerics/random.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Everything one bootstrap needs. */
typedef struct bootstrap {
    sq_pls *pls;
    const sq_pls_options *options;
    sq_pls_statistic statistic;
    const sq_pls_scale *scale;
    size_t m;          /* statistics */
    size_t resamples;  /* asked for */
    size_t *from, *to; /* [m] */
    double *means;     /* [p] of the items in the resample */
    double *one;       /* [m] the statistics of one resample */
    double *sample;    /* [m × resamples] each statistic's in a row */
    sq_resample resample;
    gsl_rng *generator;
} bootstrap;

static void draw(bootstrap *b)
{
    size_t n = b->resample.data->rows;
    memset(b->resample.count, 0, n * sizeof *b->resample.count);
    for (size_t r = 0; r < n; r++)
        b->resample.count[gsl_rng_uniform_int(b->generator, (unsigned long)n)]++;
}

static int all_numbers(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return 0;
    return 1;
}

/* One resample: drawn, fitted, its statistics kept. Errors: SQ_OUT_OF_DOMAIN where all fits
 * together have become too much. */
static sq_status add_resample(bootstrap *b, sq_pls_counts *counts, sq_model_problem *problem)
{
    sq_model_problem found;
    sq_status status;
    size_t n;
    draw(b);
    n = sq_resample_covariance(&b->resample);
    b->pls->work += sq_resample_work(&b->resample, n) + sq_pls_take_work(b->pls, b->statistic);
    status = sq_pls_fit(b->pls, b->resample.covariance, n, b->options, &found);
    if (found.fault == SQ_MODEL_TOO_LARGE)
        return sq_model_wrong(problem, found.fault, SQ_NOWHERE, SQ_NOWHERE);
    if (status == SQ_OK) {
        sq_resample_means(&b->resample, b->means);
        sq_pls_take(b->pls, b->statistic, b->m, b->from, b->to, b->means, b->scale, b->one);
    }
    if (status == SQ_OK && !all_numbers(b->one, b->m))
        status = SQ_UNDEFINED;
    if (status != SQ_OK) {
        sq_pls_count_failure(counts, status);
        return SQ_OK;
    }
    for (size_t s = 0; s < b->m; s++)
        b->sample[s * b->resamples + counts->done] = b->one[s];
    counts->done++;
    return SQ_OK;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* R's quantile of type 7, from sorted numbers. */
static double quantile(const double *sorted, size_t n, double share)
{
    double at = share * ((double)n - 1);
    size_t below = (size_t)at;
    if (below + 1 >= n)
        return sorted[n - 1];
    return sorted[below] + (at - (double)below) * (sorted[below + 1] - sorted[below]);
}

static void set_corrected(sq_pls_bootstrap_row *row, const double *sorted, size_t n, double level)
{
    double below = 0, z = gsl_cdf_ugaussian_Pinv((1 + level) / 2), z0;
    for (size_t i = 0; i < n; i++)
        below += sorted[i] < row->estimate ? 1 : sorted[i] == row->estimate ? 0.5 : 0;
    row->corrected_lower = row->corrected_upper = sq_error(SQ_UNDEFINED);
    if (!(below > 0 && below < (double)n))
        return;
    z0 = gsl_cdf_ugaussian_Pinv(below / (double)n);
    row->corrected_lower = quantile(sorted, n, gsl_cdf_ugaussian_P(2 * z0 - z));
    row->corrected_upper = quantile(sorted, n, gsl_cdf_ugaussian_P(2 * z0 + z));
}

/* Mean, SE, t, p and intervals of one statistic; sorts its sample. */
static void summarise(sq_pls_bootstrap_row *row, double *sample, size_t n, double level)
{
    double sum = 0, square = 0, largest = 0, mean;
    row->mean = row->se = row->t = row->p = sq_error(SQ_UNDEFINED);
    row->lower = row->upper = row->corrected_lower = row->corrected_upper = row->t;
    if (n < 2)
        return;
    for (size_t i = 0; i < n; i++) {
        sum += sample[i] - sample[0]; /* so that no spread is exactly none */
        largest = fmax(largest, fabs(sample[i]));
    }
    mean = sum / (double)n;
    for (size_t i = 0; i < n; i++)
        square += (sample[i] - sample[0] - mean) * (sample[i] - sample[0] - mean);
    row->mean = sample[0] + mean;
    row->se = sqrt(square / ((double)n - 1));
    if (row->se <= sq_singular * largest)
        row->se = 0;
    if (row->se > 0) {
        row->t = row->estimate / row->se;
        row->p = sq_t_probability(row->t, (double)n - 1);
    }
    qsort(sample, n, sizeof *sample, ascending);
    row->lower = quantile(sample, n, (1 - level) / 2);
    row->upper = quantile(sample, n, (1 + level) / 2);
    set_corrected(row, sample, n, level);
}

/* The fit to all respondents: the estimates, and what pls holds in the end. */
static sq_status estimate(bootstrap *b, sq_pls_bootstrap_row *rows, sq_model_problem *problem)
{
    const sq_pls_data *data = b->resample.data;
    /* NOLINTNEXTLINE(clang-analyzer-*): the data of all respondents are there */
    SQ_TRY(sq_pls_fit(b->pls, data->covariance, data->rows, b->options, problem));
    sq_pls_take(b->pls, b->statistic, b->m, b->from, b->to, data->means, b->scale, b->one);
    for (size_t s = 0; s < b->m; s++)
        rows[s] = (sq_pls_bootstrap_row){.from = b->from[s], .to = b->to[s], .estimate = b->one[s]};
    return SQ_OK;
}

/* After the fit to all: as many resamples as were asked for. */
static sq_status resample_all(bootstrap *b, sq_pls_counts *counts, sq_model_problem *problem)
{
    double one = b->pls->fit_work + (double)b->pls->iterations * b->pls->round_work +
                 sq_resample_work(&b->resample, b->resample.data->rows) +
                 sq_pls_take_work(b->pls, b->statistic);
    sq_status status = SQ_OK;
    if ((double)b->resamples * one > SQ_MOST_EXPECTED_WORK)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    sq_pls_keep_signs(b->pls);
    for (size_t r = 0; status == SQ_OK && r < b->resamples; r++)
        status = add_resample(b, counts, problem);
    return status;
}

static sq_status allocate(sq_arena *memory, bootstrap *b, const sq_pls_data *data,
                          unsigned long seed, sq_model_problem *problem)
{
    b->m = sq_pls_list(b->pls, b->statistic, NULL, NULL);
    if ((double)b->m * (double)b->resamples > SQ_MOST_KEPT)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    SQ_TAKE_TABLE(b->sample, memory, b->m, b->resamples);
    SQ_TAKE(b->one, memory, b->m);
    SQ_TAKE(b->means, memory, data->items);
    SQ_TAKE(b->from, memory, b->m);
    SQ_TAKE(b->to, memory, b->m);
    b->generator = sq_generator(memory, seed);
    return b->generator ? sq_resample_take(memory, &b->resample, data) : SQ_NO_MEMORY;
}

/* Draws and fits as often as was asked for: estimates in rows[m], all the rest in b->sample. */
static sq_status run(sq_arena *memory, bootstrap *b, const sq_pls_data *data, unsigned long seed,
                     double level, sq_pls_bootstrap_row *rows, sq_pls_counts *counts,
                     sq_model_problem *problem)
{
    sq_status status;
    *counts = (sq_pls_counts){0};
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    SQ_TRY(sq_check_level(level));
    if (b->resamples < 1 || b->resamples > SQ_MOST_RESAMPLES)
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(allocate(memory, b, data, seed, problem));
    sq_pls_list(b->pls, b->statistic, b->from, b->to);
    status = estimate(b, rows, problem);
    if (status == SQ_OK)
        status = resample_all(b, counts, problem);
    sq_pls_release_signs(b->pls);
    return status;
}

sq_status sq_pls_bootstrap(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                           sq_pls_statistic statistic, const sq_pls_scale *scale, size_t resamples,
                           unsigned long seed, double level, sq_pls_bootstrap_row *rows,
                           sq_pls_counts *counts, sq_model_problem *problem)
{
    SQ_SCRATCH(memory);
    bootstrap b = {.pls = pls,
                   .options = options,
                   .statistic = statistic,
                   .resamples = resamples,
                   .scale = scale};
    if (statistic == SQ_STATISTIC_INDICES && !scale)
        return SQ_UNDEFINED;
    SQ_TRY(run(&memory, &b, data, seed, level, rows, counts, problem));
    for (size_t s = 0; s < b.m; s++)
        summarise(&rows[s], b.sample + s * resamples, counts->done, level);
    return sq_pls_fit(pls, data->covariance, data->rows, options, problem);
}

/* Which of the m paths each step of a chain is: its effect in a resample is their product. */
static double effect_of(const bootstrap *b, const sq_chains *chains, size_t chain,
                        const size_t *path_at, size_t resample)
{
    double effect = 1;
    for (size_t i = chains->first[chain]; i + 1 < chains->first[chain + 1]; i++) {
        size_t path = path_at[chains->construct[i] * b->pls->constructs + chains->construct[i + 1]];
        effect *= b->sample[path * b->resamples + resample];
    }
    return effect;
}

/* The path at each place of the path table. */
static sq_status index_paths(sq_arena *memory, const bootstrap *b, size_t **path_at)
{
    SQ_TAKE_TABLE(*path_at, memory, b->pls->constructs, b->pls->constructs);
    for (size_t s = 0; s < b->m; s++)
        (*path_at)[b->from[s] * b->pls->constructs + b->to[s]] = s;
    return SQ_OK;
}

sq_status sq_pls_bootstrap_chains(sq_pls *pls, const sq_pls_data *data,
                                  const sq_pls_options *options, const sq_chains *chains,
                                  size_t resamples, unsigned long seed, double level,
                                  sq_pls_bootstrap_row *effects, sq_pls_bootstrap_row *paths,
                                  sq_pls_counts *counts, sq_model_problem *problem)
{
    SQ_SCRATCH(memory);
    bootstrap b = {
        .pls = pls, .options = options, .statistic = SQ_STATISTIC_PATHS, .resamples = resamples};
    size_t *path_at;
    double *sample;
    if ((double)chains->count * (double)resamples > SQ_MOST_KEPT)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    SQ_TRY(run(&memory, &b, data, seed, level, paths, counts, problem));
    SQ_TRY(index_paths(&memory, &b, &path_at));
    SQ_TAKE(sample, &memory, resamples);
    SQ_TRY(sq_pls_fit(pls, data->covariance, data->rows, options, problem));
    for (size_t c = 0; c < chains->count; c++) {
        size_t end = chains->first[c + 1];
        effects[c] = (sq_pls_bootstrap_row){.from = chains->construct[chains->first[c]],
                                            .to = chains->construct[end - 1],
                                            .estimate = sq_chain_effect(chains, c, pls)};
        for (size_t r = 0; r < counts->done; r++)
            sample[r] = effect_of(&b, chains, c, path_at, r);
        summarise(&effects[c], sample, counts->done, level);
    }
    for (size_t s = 0; s < b.m; s++)
        summarise(&paths[s], b.sample + s * resamples, counts->done, level);
    return SQ_OK;
}
