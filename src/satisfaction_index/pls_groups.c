/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_groups.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "numerics/random.h"
#include "satisfaction_index/pls_bootstrap.h"

#include <math.h>
#include <string.h>

typedef struct comparison {
    sq_pls *pls;
    const sq_pls_options *options;
    sq_pls_statistic statistic;
    const sq_pls_scale *scale;
    size_t m;               /* statistics */
    size_t *from, *to;      /* [m] */
    size_t *dealt;          /* [rows] the respondents of a pair, the first group's first */
    double *means;          /* [p] */
    double *first, *second; /* [m] the statistics of two groups */
    sq_resample resample;
    gsl_rng *generator;
} comparison;

/* A group of too few respondents for the model is told as such; the engine would find the items of
 * one respondent constant. */
static sq_status check_group(const sq_pls *pls, size_t n, sq_model_problem *problem)
{
    if (n < 3)
        return sq_model_wrong(problem, SQ_MODEL_TOO_FEW_RESPONDENTS, SQ_NOWHERE, SQ_NOWHERE);
    for (size_t j = 0; j < pls->constructs; j++)
        if (sq_pls_is_mode_b(pls, j) && n <= sq_pls_block_size(pls, j))
            return sq_model_wrong(problem, SQ_MODEL_MORE_ITEMS_THAN_RESPONDENTS, SQ_NOWHERE, j);
    return SQ_OK;
}

/* Fits the model to n respondents. */
static sq_status fit_rows(comparison *c, const size_t *rows, size_t n, sq_model_problem *problem)
{
    size_t unanswered;
    SQ_TRY(check_group(c->pls, n, problem));
    memset(c->resample.count, 0, c->resample.data->rows * sizeof *c->resample.count);
    for (size_t i = 0; i < n; i++)
        c->resample.count[rows[i]] = 1;
    unanswered = sq_resample_fill(&c->resample);
    if (unanswered != SQ_NOWHERE)
        return sq_model_wrong(problem, SQ_MODEL_ITEM_WITHOUT_ANSWERS, c->pls->column[unanswered],
                              c->pls->construct[unanswered]);
    sq_resample_covariance(&c->resample);
    c->pls->work += sq_resample_work(&c->resample, n) + sq_pls_take_work(c->pls, c->statistic);
    return sq_pls_fit(c->pls, c->resample.covariance, n, c->options, problem);
}

/* The statistics of n respondents. */
static sq_status fit(comparison *c, const size_t *rows, size_t n, double *values,
                     sq_model_problem *problem)
{
    SQ_TRY(fit_rows(c, rows, n, problem));
    sq_resample_means(&c->resample, c->means);
    sq_pls_take(c->pls, c->statistic, c->m, c->from, c->to, c->means, c->scale, values);
    return SQ_OK;
}

/* Puts the respondents of a group into dealt, from the given place on; returns how many. */
static size_t gather(comparison *c, const size_t *group, size_t which, size_t place)
{
    size_t count = 0;
    for (size_t r = 0; r < c->resample.data->rows; r++)
        if (group[c->resample.data->row[r]] == which)
            c->dealt[place + count++] = r;
    return count;
}

static void fit_group(comparison *c, const size_t *group, size_t which, double *estimates,
                      size_t *n, sq_model_problem *problem)
{
    sq_model_problem found;
    sq_status status;
    *n = gather(c, group, which, 0);
    status = fit(c, c->dealt, *n, estimates, &found);
    if (status == SQ_OK)
        return;
    for (size_t s = 0; s < c->m; s++)
        estimates[s] = sq_error(status);
    if (problem && problem->fault == SQ_MODEL_SOUND)
        *problem = found;
}

/* Requirement 5. */
static void keep_signs_of_all(comparison *c, const size_t *group, size_t groups)
{
    size_t n = 0;
    for (size_t g = 0; g < groups; g++)
        n += gather(c, group, g, n);
    if (fit_rows(c, c->dealt, n, NULL) == SQ_OK)
        sq_pls_keep_signs(c->pls);
}

/* Fisher and Yates: every order of the dealt is equally likely. */
static void shuffle(comparison *c, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = gsl_rng_uniform_int(c->generator, (unsigned long)i);
        size_t moved = c->dealt[i - 1];
        c->dealt[i - 1] = c->dealt[other];
        c->dealt[other] = moved;
    }
}

/* One permutation of a pair: p counts the differences that are as large as the one found. Errors:
 * SQ_OUT_OF_DOMAIN where all fits together have become too much. */
static sq_status permute(comparison *c, size_t n1, size_t n2, const double *one, const double *two,
                         double *p, sq_pls_counts *counts)
{
    sq_status status;
    sq_model_problem found;
    shuffle(c, n1 + n2);
    status = fit(c, c->dealt, n1, c->first, &found);
    if (status == SQ_OK)
        status = fit(c, c->dealt + n1, n2, c->second, &found);
    if (found.fault == SQ_MODEL_TOO_LARGE)
        return status;
    if (status != SQ_OK) {
        sq_pls_count_failure(counts, status);
        return SQ_OK;
    }
    counts->done++;
    for (size_t s = 0; s < c->m; s++) {
        double difference = fabs(one[s] - two[s]), now = fabs(c->first[s] - c->second[s]);
        double rounding = sq_singular * fmax(fabs(one[s]), fabs(two[s]));
        p[s] += now >= difference - rounding || isnan(now);
    }
    return SQ_OK;
}

static sq_status test_pair(comparison *c, const size_t *group, size_t g, size_t h,
                           size_t permutations, const double *estimates, double *p,
                           sq_pls_counts *counts)
{
    const double *one = estimates + g * c->m, *two = estimates + h * c->m;
    size_t n1 = gather(c, group, g, 0), n2 = gather(c, group, h, n1), before = counts->done;
    bool defined = false;
    for (size_t s = 0; s < c->m; s++) {
        p[s] = 0;
        defined = defined || !isnan(one[s] - two[s]);
    }
    for (size_t i = 0; defined && i < permutations; i++)
        SQ_TRY(permute(c, n1, n2, one, two, p, counts));
    for (size_t s = 0; s < c->m; s++) {
        if (isnan(one[s] - two[s]))
            p[s] = isnan(one[s]) ? one[s] : two[s];
        else if (counts->done == before)
            p[s] = sq_error(SQ_UNDEFINED);
        else
            p[s] = (1 + p[s]) / (1 + (double)(counts->done - before));
    }
    return SQ_OK;
}

/* Each group, then each pair of them. A permutation of a pair costs what its two groups did, so one
 * of every pair costs groups − 1 times what all groups did. */
static sq_status compare(comparison *c, const size_t *group, size_t groups, size_t permutations,
                         double *estimates, size_t *n, double *p, sq_pls_counts *counts,
                         sq_model_problem *problem)
{
    double before;
    keep_signs_of_all(c, group, groups);
    before = c->pls->work;
    for (size_t g = 0; g < groups; g++)
        fit_group(c, group, g, estimates + g * c->m, &n[g], problem);
    if ((double)permutations * ((double)groups - 1) * (c->pls->work - before) >
        SQ_MOST_EXPECTED_WORK)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    for (size_t g = 0; g < groups; g++)
        for (size_t h = g + 1; h < groups; h++, p += c->m)
            SQ_TRY(test_pair(c, group, g, h, permutations, estimates, p, counts));
    return SQ_OK;
}

static sq_status allocate(sq_arena *memory, comparison *c, const sq_pls_data *data,
                          unsigned long seed)
{
    c->m = sq_pls_list(c->pls, c->statistic, NULL, NULL);
    SQ_TAKE(c->from, memory, c->m);
    SQ_TAKE(c->to, memory, c->m);
    SQ_TAKE(c->dealt, memory, data->rows);
    SQ_TAKE(c->means, memory, data->items);
    SQ_TAKE(c->first, memory, c->m);
    SQ_TAKE(c->second, memory, c->m);
    c->generator = sq_generator(memory, seed);
    return c->generator ? sq_resample_take(memory, &c->resample, data) : SQ_NO_MEMORY;
}

sq_status sq_pls_groups(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                        sq_pls_statistic statistic, const sq_pls_scale *scale, const size_t *group,
                        size_t groups, size_t permutations, unsigned long seed, double *estimates,
                        size_t *n, double *p, sq_pls_counts *counts, sq_model_problem *problem)
{
    SQ_SCRATCH(memory);
    comparison c = {.pls = pls, .options = options, .statistic = statistic, .scale = scale};
    sq_status status;
    *counts = (sq_pls_counts){0};
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    if (groups < 2)
        return SQ_BAD_ARGUMENT;
    if (statistic == SQ_STATISTIC_INDICES && !scale)
        return SQ_UNDEFINED;
    if (groups > SQ_MOST_GROUPS || permutations > SQ_MOST_RESAMPLES)
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(allocate(&memory, &c, data, seed));
    sq_pls_list(pls, statistic, c.from, c.to);
    status = compare(&c, group, groups, permutations, estimates, n, p, counts, problem);
    sq_pls_release_signs(pls);
    return status;
}
