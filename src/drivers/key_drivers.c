/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drivers/key_drivers.h"

#include "base/case_weights.h"
#include "base/rounding.h"
#include "base/vector.h"
#include "drivers/r2_shares.h"
#include "numerics/inference.h"
#include "numerics/random.h"
#include "numerics/symmetric.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

/* The respondents who count: attributes and behind them the overall, as deviations from their means in
 * standard deviations; and their correlations. */
typedef struct regression {
    size_t n, k;
    double *z;                /* [n × (k + 1)] */
    double *weight;           /* [n] of mean 1 */
    bool weighted;            /* they differ */
    double *mean, *sd, *size; /* [k + 1] */
    double *correlation;      /* [(k + 1)²] */
    double *among;            /* [k × k] of the attributes */
    double *inverse;          /* [k × k] */
    double *r;                /* [k] with the overall */
} regression;

static bool counts(const double *overall, const sq_table *attributes, size_t row, double weight)
{
    bool all = isfinite(overall[row]) && weight > 0;
    for (size_t i = 0; i < attributes->columns && all; i++)
        all = isfinite(sq_row(attributes, row)[i]);
    return all;
}

static sq_status take_rows(sq_arena *memory, const double *overall, const sq_table *attributes,
                           const double *case_weights, regression *out)
{
    size_t k = attributes->columns, rows = attributes->rows;
    double scale = sq_case_weight_scale(case_weights, rows);
    *out = (regression){.k = k};
    SQ_TAKE_TABLE(out->z, memory, rows, k + 1);
    SQ_TAKE(out->weight, memory, rows);
    SQ_TAKE(out->mean, memory, k + 1);
    SQ_TAKE(out->sd, memory, k + 1);
    SQ_TAKE(out->size, memory, k + 1);
    SQ_TAKE_TABLE(out->correlation, memory, k + 1, k + 1);
    SQ_TAKE_TABLE(out->among, memory, k, k);
    SQ_TAKE_TABLE(out->inverse, memory, k, k);
    SQ_TAKE(out->r, memory, k);
    for (size_t row = 0; row < rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        double *z = out->z + out->n * (k + 1);
        if (!counts(overall, attributes, row, weight))
            continue;
        memcpy(z, sq_row(attributes, row), k * sizeof *z);
        z[k] = overall[row];
        out->weighted = out->weighted || (out->n > 0 && weight != out->weight[0]);
        out->weight[out->n++] = weight;
    }
    return SQ_OK;
}

/* Answers become deviations in standard deviations; what has no spread stays 0. */
static void standardise(regression *g)
{
    size_t side = g->k + 1;
    double total = 0, n = (double)g->n;
    for (size_t row = 0; row < g->n; row++)
        total += g->weight[row];
    for (size_t row = 0; row < g->n; row++)
        g->weight[row] *= n / total;
    for (size_t i = 0; i < side; i++) {
        double *z = g->z + i, mean = 0, squares = 0, size = 0;
        for (size_t row = 0; row < g->n; row++)
            size = fmax(size, fabs(z[row * side]));
        for (size_t row = 0; size > 0 && row < g->n; row++)
            mean += g->weight[row] * (z[row * side] / size) / n;
        for (size_t row = 0; row < g->n; row++) {
            double away = size > 0 ? z[row * side] / size - mean : 0;
            squares += g->weight[row] * away * away;
            z[row * side] = away;
        }
        g->size[i] = size;
        g->mean[i] = mean * size;
        g->sd[i] = sq_rounded(sqrt(squares / (n - 1)), 1);
        for (size_t row = 0; row < g->n; row++)
            z[row * side] = g->sd[i] > 0 ? z[row * side] / g->sd[i] : 0;
        g->sd[i] *= size;
    }
}

/* product[side²], lower triangle, of rows that count so often. */
SQ_VECTORISED
static void add_row(size_t side, double weight, const double *restrict z, double *restrict product)
{
    for (size_t i = 0; i < side; i++) {
        double x = weight * z[i];
        for (size_t j = 0; j < side; j++)
            product[i * side + j] += x * z[j];
    }
}

/* Correlations of standardised columns, where all have a spread. */
static void correlate(const regression *g, double *out)
{
    memset(out, 0, (g->k + 1) * (g->k + 1) * sizeof *out);
    for (size_t row = 0; row < g->n; row++)
        add_row(g->k + 1, g->weight[row] / ((double)g->n - 1), g->z + row * (g->k + 1), out);
}

/* The correlations of the attributes, and theirs with the overall. */
static void take_apart(const double *correlation, size_t k, double *among, double r[])
{
    for (size_t i = 0; i < k; i++) {
        memcpy(among + i * k, correlation + i * (k + 1), k * sizeof *among);
        among[i * k + i] = 1;
        r[i] = sq_rounded(correlation[k * (k + 1) + i], 1);
    }
}

/* The first attribute without spread (its correlations are 0), or that those before it determine; SQ_NOWHERE: none. */
static sq_status find_determined(const regression *g, size_t *out)
{
    size_t constant = 0;
    SQ_TRY(sq_find_determined(g->among, g->k, out));
    while (constant < g->k && g->sd[constant] > 0)
        constant++;
    if (constant < g->k && constant < *out) /* SQ_NOWHERE is beyond all */
        *out = constant;
    return SQ_OK;
}

static void infer(double b, double se, double df, double *t, double *p)
{
    *t = *p = sq_error(isnan(se) ? sq_error_reason(se) : SQ_UNDEFINED);
    if (!(se > 0))
        return;
    *t = b / se;
    *p = sq_t_probability(*t, df);
}

/* Σ influence² on each standardised coefficient [k] and on the intercept, in standard deviations of the
 * overall. */
static void sum_influences(const regression *g, const double beta[], double squares[],
                           double *of_intercept)
{
    size_t k = g->k, side = k + 1;
    double n = (double)g->n;
    *of_intercept = 0;
    for (size_t row = 0; row < g->n; row++) {
        const double *z = g->z + row * side;
        double residual = z[k], at_zero = 1 / n;
        for (size_t i = 0; i < k; i++)
            residual -= beta[i] * z[i];
        residual *= g->weight[row];
        for (size_t i = 0; i < k; i++) {
            double own = 0;
            for (size_t j = 0; j < k; j++)
                own += g->inverse[i * k + j] * z[j];
            own /= n - 1;
            squares[i] += residual * own * (residual * own);
            at_zero -= own * g->mean[i] / g->sd[i];
        }
        *of_intercept += residual * at_zero * (residual * at_zero);
    }
}

static void fill_fit(const regression *g, const double beta[], sq_drivers *out)
{
    double df = (double)g->n - (double)g->k - 1, left, r2 = 0;
    for (size_t i = 0; i < g->k; i++)
        r2 += beta[i] * g->r[i];
    r2 = r2 > 1 - sq_singular ? 1 : fmax(0, r2);
    left = 1 - r2;
    out->r2 = r2;
    out->adjusted_r2 = 1 - left * ((double)g->n - 1) / df;
    out->df1 = (double)g->k;
    out->df2 = df;
    out->residual_sd = sqrt(left * ((double)g->n - 1) / df) * g->sd[g->k];
    out->f = out->p = sq_error(SQ_UNDEFINED);
    if (left > 0) {
        out->f = r2 / out->df1 / (left / df);
        out->p = gsl_cdf_fdist_Q(out->f, out->df1, df);
    }
}

/* Coefficients, their errors and tests; the fit stands. */
static sq_status fill_coefficients(const regression *g, const double beta[], sq_driver driver[],
                                   sq_drivers *out)
{
    SQ_SCRATCH(memory);
    size_t k = g->k;
    double df = out->df2, y = g->sd[k], n = (double)g->n, at_mean = 0, of_intercept = 0, *squares;
    double variance = (1 - out->r2) * (n - 1) / df; /* of residuals, in variances of the overall */
    SQ_TAKE(squares, &memory, k);
    if (g->weighted && variance > 0)
        sum_influences(g, beta, squares, &of_intercept);
    out->intercept = g->mean[k];
    for (size_t i = 0; i < k; i++) {
        double se = sqrt(variance * g->inverse[i * k + i] / (n - 1)), away = 0;
        if (g->weighted)
            se = sqrt(n / (n - 1) * squares[i]);
        driver[i].beta = sq_rounded(beta[i], 1);
        driver[i].b = driver[i].beta * y / g->sd[i];
        driver[i].se = se * y / g->sd[i];
        driver[i].vif = g->inverse[i * k + i];
        infer(driver[i].b, driver[i].se, df, &driver[i].t, &driver[i].p);
        out->intercept -= driver[i].b * g->mean[i];
        for (size_t j = 0; j < k; j++)
            away += g->inverse[i * k + j] * g->mean[j] / g->sd[j];
        at_mean += away * g->mean[i] / g->sd[i];
    }
    out->intercept = sq_rounded(out->intercept, g->size[k]);
    out->intercept_se = sqrt(variance * (1 / n + at_mean / (n - 1))) * y;
    if (g->weighted)
        out->intercept_se = sqrt(n / (n - 1) * of_intercept) * y;
    infer(out->intercept, out->intercept_se, df, &out->intercept_t, &out->intercept_p);
    return SQ_OK;
}

/* ---- Shares of R², and how exact they are. */

static double sum_of(const double numbers[], size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += numbers[i];
    return sum;
}

typedef struct resampling {
    const regression *g;
    gsl_rng *generator;
    double *times;              /* [n] how often each respondent is drawn */
    double *sum, *product;      /* [k + 1], [(k + 1)²] */
    double *among, *r, *weight; /* [k × k], [k], [k] */
} resampling;

static sq_status take_resampling(sq_arena *memory, const regression *g, unsigned long seed,
                                 resampling *out)
{
    size_t side = g->k + 1;
    out->g = g;
    out->generator = sq_generator(memory, seed);
    if (!out->generator)
        return SQ_NO_MEMORY;
    SQ_TAKE(out->times, memory, g->n);
    SQ_TAKE(out->sum, memory, side);
    SQ_TAKE_TABLE(out->product, memory, side, side);
    SQ_TAKE_TABLE(out->among, memory, g->k, g->k);
    SQ_TAKE(out->r, memory, g->k);
    SQ_TAKE(out->weight, memory, g->k);
    return SQ_OK;
}

/* The shares of one resample into share[k]; false where it has none. */
static sq_status resample(resampling *w, double share[], bool *stands)
{
    const regression *g = w->g;
    size_t k = g->k, side = k + 1;
    double total = 0, r2;
    sq_status status;
    *stands = false;
    memset(w->times, 0, g->n * sizeof *w->times);
    memset(w->sum, 0, side * sizeof *w->sum);
    memset(w->product, 0, side * side * sizeof *w->product);
    for (size_t i = 0; i < g->n; i++)
        w->times[gsl_rng_uniform_int(w->generator, g->n)]++;
    for (size_t row = 0; row < g->n; row++) {
        const double *z = g->z + row * side;
        double weight = w->times[row] * g->weight[row];
        if (!(weight > 0))
            continue;
        total += weight;
        for (size_t i = 0; i < side; i++)
            w->sum[i] += weight * z[i];
        add_row(side, weight, z, w->product);
    }
    for (size_t i = 0; i < side; i++)
        for (size_t j = 0; j < side; j++)
            w->product[i * side + j] -= w->sum[i] * w->sum[j] / total;
    if (sq_correlation_of_covariance(w->product, side, w->product) != SQ_OK)
        return SQ_OK;
    take_apart(w->product, k, w->among, w->r);
    status = sq_relative_weights(w->among, w->r, k, w->weight);
    if (status == SQ_NO_MEMORY)
        return status;
    r2 = sum_of(w->weight, k);
    *stands = status == SQ_OK && r2 > sq_rounding;
    for (size_t i = 0; i < k; i++)
        share[i] = w->weight[i] / r2;
    return SQ_OK;
}

static sq_status find_intervals(const regression *g, const sq_drivers_options *options,
                                sq_driver driver[])
{
    SQ_SCRATCH(memory);
    resampling w;
    double *shares, *sorted, tail = (1 - options->level) / 2;
    size_t left = 0;
    if (options->resamples < 2)
        return SQ_OK;
    SQ_TRY(take_resampling(&memory, g, options->seed, &w));
    SQ_TAKE_TABLE(shares, &memory, options->resamples, g->k);
    SQ_TAKE(sorted, &memory, options->resamples);
    for (size_t i = 0; i < options->resamples; i++) {
        bool stands;
        SQ_TRY(resample(&w, shares + left * g->k, &stands));
        left += stands;
    }
    if (left < 2)
        return SQ_OK;
    for (size_t i = 0; i < g->k; i++) {
        for (size_t s = 0; s < left; s++)
            sorted[s] = shares[s * g->k + i];
        gsl_sort(sorted, 1, left);
        driver[i].lower = gsl_stats_quantile_from_sorted_data(sorted, 1, left, tail);
        driver[i].upper = gsl_stats_quantile_from_sorted_data(sorted, 1, left, 1 - tail);
    }
    return SQ_OK;
}

static sq_status fill_shares(const regression *g, const sq_drivers_options *options,
                             const sq_drivers *fit, sq_driver driver[])
{
    SQ_SCRATCH(memory);
    double *numbers, *rank;
    size_t *order;
    SQ_TAKE(numbers, &memory, g->k);
    SQ_TAKE(rank, &memory, g->k);
    SQ_TAKE(order, &memory, g->k);
    SQ_TRY(sq_relative_weights(g->among, g->r, g->k, numbers));
    for (size_t i = 0; i < g->k; i++) {
        driver[i].weight = sq_rounded(numbers[i], 1);
        driver[i].share =
            fit->r2 > sq_rounding ? driver[i].weight / fit->r2 : sq_error(SQ_UNDEFINED);
        numbers[i] = -driver[i].weight;
    }
    sq_rank_ascending(numbers, sq_rounding, rank, order, g->k);
    for (size_t i = 0; i < g->k; i++)
        driver[i].rank = rank[i];
    if (options->shapley && g->k <= SQ_SHAPLEY_MOST) {
        SQ_TRY(sq_shapley_shares(g->among, g->r, g->k, numbers));
        for (size_t i = 0; i < g->k; i++)
            driver[i].shapley = sq_rounded(numbers[i], 1);
    }
    return fit->r2 > sq_rounding ? find_intervals(g, options, driver) : SQ_OK;
}

static void fill_nothing(const regression *g, sq_driver driver[], sq_drivers *out)
{
    double none = sq_error(SQ_UNDEFINED);
    for (size_t i = 0; i < g->k; i++)
        driver[i] = (sq_driver){g->sd[i] > 0 && g->sd[g->k] > 0 ? g->r[i] : none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none,
                                g->mean[i]};
    *out = (sq_drivers){g->n, none, none, none, none, none,      none,
                        none, none, none, none, none, SQ_NOWHERE};
}

sq_status sq_key_drivers(const double *overall, const sq_table *attributes,
                         const sq_drivers_options *options, sq_driver driver[], sq_drivers *out)
{
    SQ_SCRATCH(memory);
    size_t k = attributes->columns;
    regression g;
    double *beta;
    SQ_TRY(sq_check_level(options->level));
    SQ_TRY(sq_check_case_weights(options->case_weights, attributes->rows));
    SQ_TRY(take_rows(&memory, overall, attributes, options->case_weights, &g));
    if (g.n == 0 || k == 0)
        return SQ_NO_DATA;
    if (g.n < k + 2)
        return SQ_UNDEFINED;
    standardise(&g);
    correlate(&g, g.correlation);
    take_apart(g.correlation, k, g.among, g.r);
    fill_nothing(&g, driver, out);
    SQ_TRY(find_determined(&g, &out->determined));
    if (out->determined != SQ_NOWHERE || !(g.sd[k] > 0))
        return SQ_OK;
    SQ_TRY(sq_inverse(g.among, k, g.inverse, NULL));
    SQ_TAKE(beta, &memory, k);
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            beta[i] += g.inverse[i * k + j] * g.r[j];
    fill_fit(&g, beta, out);
    SQ_TRY(fill_coefficients(&g, beta, driver, out));
    return fill_shares(&g, options, out, driver);
}
