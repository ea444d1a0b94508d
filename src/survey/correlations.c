/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/correlations.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "numerics/inference.h"
#include "numerics/ranks.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* ---- Columns, one behind the other. */

typedef struct columns {
    size_t rows, count;
    double *values;   /* [count × rows] beside the largest of the column; NaN where missing */
    uint32_t *place;  /* [count × rows] by ranks: which of its different values an answer is */
    size_t *distinct; /* [count] how many these are */
} columns;

static const double *column(const columns *of, size_t i)
{
    return of->values + i * of->rows;
}

static const uint32_t *places(const columns *of, size_t i)
{
    return of->place + i * of->rows;
}

static sq_status take_values(sq_arena *memory, const sq_table *table, columns *out)
{
    *out = (columns){.rows = table->rows, .count = table->columns};
    SQ_TAKE_TABLE(out->values, memory, table->columns, table->rows);
    for (size_t row = 0; row < table->rows; row++)
        for (size_t i = 0; i < table->columns; i++) {
            double answer = sq_row(table, row)[i];
            if (isinf(answer))
                return SQ_OUT_OF_DOMAIN;
            out->values[i * table->rows + row] = answer;
        }
    for (size_t i = 0; i < table->columns; i++) {
        double *values = out->values + i * table->rows, size = 0;
        for (size_t row = 0; row < table->rows; row++)
            size = fabs(values[row]) > size ? fabs(values[row]) : size;
        for (size_t row = 0; size > 0 && row < table->rows; row++)
            values[row] /= size;
    }
    return SQ_OK;
}

static sq_status take_places(sq_arena *memory, columns *of)
{
    SQ_TAKE_TABLE(of->place, memory, of->count, of->rows);
    SQ_TAKE(of->distinct, memory, of->count);
    for (size_t i = 0; i < of->count; i++) {
        SQ_SCRATCH(own);
        double *answered;
        sq_ranks ranks;
        size_t n = 0;
        SQ_TAKE(answered, &own, of->rows);
        for (size_t row = 0; row < of->rows; row++)
            if (!isnan(column(of, i)[row]))
                answered[n++] = column(of, i)[row];
        SQ_TRY(sq_rank(&own, answered, n, sq_rounding, &ranks));
        of->distinct[i] = ranks.count;
        n = 0;
        for (size_t row = 0; row < of->rows; row++)
            if (!isnan(column(of, i)[row]))
                of->place[i * of->rows + row] = (uint32_t)ranks.place[n++];
    }
    return SQ_OK;
}

/* ---- One pair. */

typedef struct workspace {
    double *x, *y;               /* [rows] the answers, or ranks, of those who gave both */
    uint32_t *x_place, *y_place; /* [rows] */
    size_t *times;               /* [rows] */
    double *rank;                /* [rows] */
    double *exact[10];           /* by n: the distribution of Σd²; NULL: not yet needed */
    sq_arena *memory;
} workspace;

static double sum_of(const double numbers[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += numbers[i];
    return sum;
}

/* r of x[n] and y[n], numbers as large as sizes of 1 (answers) or n (ranks). */
static double correlation_of(const double x[], const double y[], size_t n, double size)
{
    double mean_x = sum_of(x, n) / (double)n, mean_y = sum_of(y, n) / (double)n;
    double xx = 0, yy = 0, xy = 0, r;
    for (size_t i = 0; i < n; i++) {
        double a = x[i] - mean_x, b = y[i] - mean_y;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    if (sq_is_zero(sqrt(xx / (double)n), size) || sq_is_zero(sqrt(yy / (double)n), size))
        return sq_error(SQ_UNDEFINED);
    r = xy / sqrt(xx) / sqrt(yy);
    return sq_is_same(fabs(r), 1) || fabs(r) > 1 ? copysign(1, r) : sq_rounded(r, 1);
}

static double probability_by_t(double r, size_t n)
{
    double df = (double)n - 2;
    return fabs(r) < 1 ? sq_t_probability(r * sqrt(df / (1 - r * r)), df) : 0;
}

/* ---- Spearman's Σd² by chance. */

/* Counts the orders of what is left of 1 … n by the Σd² that they lead to. */
static void count_orders(size_t n, size_t at, unsigned int used, size_t sum, double ways[])
{
    if (at == n) {
        ways[sum]++;
        return;
    }
    for (size_t rank = 0; rank < n; rank++)
        if (!(used >> rank & 1)) {
            size_t d = rank > at ? rank - at : at - rank;
            count_orders(n, at + 1, used | 1U << rank, sum + d * d, ways);
        }
}

/* The probability of at most Σd², n ≤ 9. */
static sq_status exact_below(workspace *w, size_t n, double sum, double *out)
{
    size_t most = n * (n * n - 1) / 3;
    double orders = 1, below = 0;
    if (!w->exact[n]) {
        SQ_TAKE(w->exact[n], w->memory, most + 1);
        count_orders(n, 0, 0, 0, w->exact[n]);
    }
    for (size_t i = 2; i <= n; i++)
        orders *= (double)i;
    for (size_t s = 0; s <= most && (double)s <= sum + 0.25; s++)
        below += w->exact[n][s];
    *out = below / orders;
    return SQ_OK;
}

/* The probability of at least Σd² by Edgeworth's series. */
static double series_above(double sum, double n)
{
    double b = 1 / n, x = (6 * (sum - 1) * b / (n * n - 1) - 1) * sqrt(n - 1), y = x * x;
    double even = -0.0758 + b * (0.1033 + 0.3932 * b);
    double last = 0.0131 - 4.6e-4 * y;
    double higher = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * last);
    double u = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (even - y * b * higher));
    return fmin(1, fmax(0, u / exp(y / 2) + gsl_cdf_ugaussian_Q(x)));
}

static sq_status probability_of_ranks(workspace *w, double r, size_t n, bool ties, double *p)
{
    double count = (double)n, middle = (count * count * count - count) / 6, sum, one;
    *p = probability_by_t(r, n);
    if (ties || n > 1290)
        return SQ_OK;
    sum = round(middle * (1 - r)); /* Σd², an even number */
    if (n <= 9) {
        SQ_TRY(exact_below(w, n, fmin(sum, 2 * middle - sum), &one)); /* symmetric */
    } else if (sum > middle)
        one = series_above(sum, count);
    else
        one = 1 - series_above(sum + 2, count);
    *p = fmin(1, 2 * one);
    return SQ_OK;
}

/* Ranks of the n answers at these places of one column, and whether any tie. */
static bool rank_places(workspace *w, const uint32_t place[], size_t n, size_t distinct,
                        double ranks[])
{
    double ties;
    memset(w->times, 0, distinct * sizeof *w->times);
    for (size_t i = 0; i < n; i++)
        w->times[place[i]]++;
    ties = sq_mean_ranks(w->times, distinct, w->rank);
    for (size_t i = 0; i < n; i++)
        ranks[i] = w->rank[place[i]];
    return ties > 0;
}

static sq_status correlate_ranks(const columns *first, size_t i, const columns *second, size_t j,
                                 workspace *w, sq_item_correlation *out)
{
    const double *x = column(first, i), *y = column(second, j);
    size_t n = 0;
    bool ties;
    for (size_t row = 0; row < first->rows; row++) {
        if (isnan(x[row] + y[row]))
            continue;
        w->x_place[n] = places(first, i)[row];
        w->y_place[n++] = places(second, j)[row];
    }
    out->n = n;
    if (n < 3)
        return SQ_OK;
    ties = rank_places(w, w->x_place, n, first->distinct[i], w->x);
    ties = rank_places(w, w->y_place, n, second->distinct[j], w->y) || ties;
    out->r = correlation_of(w->x, w->y, n, (double)n);
    out->p = out->r;
    return isnan(out->r) ? SQ_OK : probability_of_ranks(w, out->r, n, ties, &out->p);
}

static void correlate_answers(const columns *first, size_t i, const columns *second, size_t j,
                              workspace *w, sq_item_correlation *out)
{
    const double *x = column(first, i), *y = column(second, j);
    size_t n = 0;
    for (size_t row = 0; row < first->rows; row++) {
        bool both = !isnan(x[row] + y[row]);
        w->x[n] = x[row];
        w->y[n] = y[row];
        n += both;
    }
    out->n = n;
    if (n < 3)
        return;
    out->r = correlation_of(w->x, w->y, n, 1);
    out->p = isnan(out->r) ? out->r : probability_by_t(out->r, n);
}

static sq_status take_workspace(sq_arena *memory, size_t rows, bool by_ranks, workspace *w)
{
    *w = (workspace){.memory = memory};
    SQ_TAKE(w->x, memory, rows + 1);
    SQ_TAKE(w->y, memory, rows + 1);
    if (!by_ranks)
        return SQ_OK;
    SQ_TAKE(w->x_place, memory, rows);
    SQ_TAKE(w->y_place, memory, rows);
    SQ_TAKE(w->times, memory, rows);
    SQ_TAKE(w->rank, memory, rows);
    return SQ_OK;
}

sq_status sq_correlations(const sq_table *first, const sq_table *second, bool by_ranks,
                          sq_item_correlation out[])
{
    SQ_SCRATCH(memory);
    const sq_table *other = second ? second : first;
    columns one, two;
    workspace w;
    if (other->rows != first->rows)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(take_values(&memory, first, &one));
    SQ_TRY(take_workspace(&memory, first->rows, by_ranks, &w));
    if (by_ranks)
        SQ_TRY(take_places(&memory, &one));
    two = one;
    if (second) {
        SQ_TRY(take_values(&memory, second, &two));
        if (by_ranks)
            SQ_TRY(take_places(&memory, &two));
    }
    for (size_t i = 0; i < one.count; i++)
        for (size_t j = second ? 0 : i; j < two.count; j++) {
            sq_item_correlation *pair = &out[i * two.count + j];
            pair->r = pair->p = sq_error(SQ_UNDEFINED);
            if (by_ranks)
                SQ_TRY(correlate_ranks(&one, i, &two, j, &w, pair));
            else
                correlate_answers(&one, i, &two, j, &w, pair);
            if (pair->n == 0)
                pair->r = pair->p = sq_error(SQ_NO_DATA);
            if (!second && i == j)
                pair->p = isnan(pair->p) ? pair->p : sq_error(SQ_UNDEFINED);
            if (!second)
                out[j * two.count + i] = *pair;
        }
    return SQ_OK;
}
