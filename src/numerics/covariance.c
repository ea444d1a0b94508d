/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Respondents who answered everything share one set of sums; those with a gap in their answers go
 * into sums kept per pair. So complete data cost k²/2 multiplications a row and no test.
 */
#include "numerics/covariance.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"

#include <math.h>
#include <string.h>

typedef struct sums {
    size_t k;        /* items */
    double *origin;  /* [k] an answer of each item by a complete respondent, taken off first */
    double *size;    /* [k] the largest |number| behind the answers that count */
    double *answers; /* [k] one respondent's answers; 0 where missing */
    double *present; /* [k] 1 where answered, else 0 */
    double *sum;     /* [k] Σw(x − origin), complete respondents */
    double *product; /* [k×k] Σw(x − origin)(y − origin), likewise, lower triangle */
    double weight;   /* Σw, complete respondents */
    size_t n;        /* complete respondents */
    /* [k×k] lower triangle, over the incomplete respondents who answered i and j: */
    double *origin_i, *origin_j; /* the answers of the first of them */
    double *sum_i, *sum_j;       /* Σw(x_i − its origin), Σw(x_j − its origin) */
    double *pair_product;        /* Σw of the products of both */
    double *pair_weight;         /* Σw */
    double *pair_n;              /* how many */
} sums;

static sq_status take_sums(sums *s, sq_arena *memory, size_t k)
{
    s->k = k;
    SQ_TAKE(s->origin, memory, k);
    SQ_TAKE(s->size, memory, k);
    SQ_TAKE(s->answers, memory, k);
    SQ_TAKE(s->present, memory, k);
    SQ_TAKE(s->sum, memory, k);
    SQ_TAKE_TABLE(s->product, memory, k, k);
    SQ_TAKE_TABLE(s->origin_i, memory, k, k);
    SQ_TAKE_TABLE(s->origin_j, memory, k, k);
    SQ_TAKE_TABLE(s->sum_i, memory, k, k);
    SQ_TAKE_TABLE(s->sum_j, memory, k, k);
    SQ_TAKE_TABLE(s->pair_product, memory, k, k);
    SQ_TAKE_TABLE(s->pair_weight, memory, k, k);
    SQ_TAKE_TABLE(s->pair_n, memory, k, k);
    return SQ_OK;
}

/* Reads one respondent into answers and present; returns how many items were answered. */
static size_t read_row(const sq_items *items, size_t row, sums *s)
{
    size_t answered = 0;
    for (size_t i = 0; i < s->k; i++) {
        double answer = sq_item_answer(items, row, i);
        int there = !isnan(answer);
        s->present[i] = there;
        s->answers[i] = there ? answer : 0;
        answered += (size_t)there;
    }
    return answered;
}

/* Whether a respondent of this weight who answered so many items is counted. */
static bool is_counted(const sq_items *items, double weight, size_t answered)
{
    return weight > 0 && answered > 0 && (!items->listwise || answered == items->count);
}

/* The first who counts gives the origin: only an origin that is summed itself leaves differences of
 * 0 where an item is constant, and none that are larger than the spread. */
static void add_complete(sums *s, double weight)
{
    if (s->n++ == 0)
        memcpy(s->origin, s->answers, s->k * sizeof *s->origin);
    for (size_t i = 0; i < s->k; i++)
        s->answers[i] -= s->origin[i];
    for (size_t i = 0; i < s->k; i++) {
        double x = weight * s->answers[i], *product = s->product + i * s->k;
        s->sum[i] += x;
        for (size_t j = 0; j <= i; j++)
            product[j] += x * s->answers[j];
    }
    s->weight += weight;
}

/* One respondent who answered item i into its pairs with the items up to it; without a branch. */
static void add_pairs(sums *s, double weight, size_t i)
{
    size_t row = i * s->k;
    for (size_t j = 0; j <= i; j++) {
        bool first = s->present[j] != 0 && s->pair_n[row + j] == 0;
        double x, y, w = s->present[j] != 0 ? weight : 0;
        s->origin_i[row + j] = first ? s->answers[i] : s->origin_i[row + j];
        s->origin_j[row + j] = first ? s->answers[j] : s->origin_j[row + j];
        x = s->present[j] != 0 ? s->answers[i] - s->origin_i[row + j] : 0;
        y = s->present[j] != 0 ? s->answers[j] - s->origin_j[row + j] : 0;
        s->sum_i[row + j] += w * x;
        s->sum_j[row + j] += w * y;
        s->pair_product[row + j] += w * x * y;
        s->pair_weight[row + j] += w;
        s->pair_n[row + j] += s->present[j];
    }
}

static void add_incomplete(sums *s, double weight)
{
    for (size_t i = 0; i < s->k; i++)
        if (s->present[i] != 0)
            add_pairs(s, weight, i);
}

static void find_sizes(const sq_items *items, size_t row, sums *s)
{
    for (size_t i = 0; i < s->k; i++) {
        double size = s->present[i] != 0 ? sq_item_size(items, row, i) : 0;
        s->size[i] = size > s->size[i] ? size : s->size[i];
    }
}

static void add_rows(const sq_items *items, sums *s)
{
    double scale = sq_case_weight_scale(items->case_weights, items->minuend.rows);
    for (size_t row = 0; row < items->minuend.rows; row++) {
        double weight = sq_case_weight(items->case_weights, row) / scale;
        size_t answered;
        if (!(weight > 0))
            continue;
        answered = read_row(items, row, s);
        if (is_counted(items, weight, answered))
            find_sizes(items, row, s);
        if (answered == s->k)
            add_complete(s, weight);
        else if (is_counted(items, weight, answered))
            add_incomplete(s, weight);
    }
}

/* What one of the two groups of respondents says of a pair. */
typedef struct moments {
    double weight, x, y, product; /* Σw, means, Σw(x − x̄)(y − ȳ) */
} moments;

static moments moments_of(double weight, double origin_x, double origin_y, double x, double y,
                          double product)
{
    if (!(weight > 0))
        return (moments){0};
    return (moments){weight, origin_x + x / weight, origin_y + y / weight,
                     product - x * y / weight};
}

/* Both groups together (Chan, Golub & LeVeque 1983, Am. Stat. 37). */
static moments pair_moments(const sums *s, size_t i, size_t j)
{
    size_t ij = i * s->k + j;
    moments a =
        moments_of(s->weight, s->origin[i], s->origin[j], s->sum[i], s->sum[j], s->product[ij]);
    moments b = moments_of(s->pair_weight[ij], s->origin_i[ij], s->origin_j[ij], s->sum_i[ij],
                           s->sum_j[ij], s->pair_product[ij]);
    double weight = a.weight + b.weight, share = b.weight / weight;
    if (!(a.weight > 0) || !(b.weight > 0))
        return a.weight > 0 ? a : b;
    return (moments){weight, a.x + share * (b.x - a.x), a.y + share * (b.y - a.y),
                     a.product + b.product + a.weight * share * (b.x - a.x) * (b.y - a.y)};
}

static double entry(const sums *s, size_t i, size_t j, size_t *n)
{
    moments both = pair_moments(s, i, j);
    double moment = both.product / both.weight;
    *n = s->n + (size_t)s->pair_n[i * s->k + j];
    if (*n < 2)
        return sq_error(*n == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    if (i == j && moment < 0)
        moment = 0; /* rounding */
    return moment * (double)*n / ((double)*n - 1);
}

/* A constant item varies with nothing, itself included. */
static void flatten_constants(const double *size, size_t k, double *covariance)
{
    for (size_t i = 0; i < k; i++) {
        if (!sq_is_zero(sqrt(covariance[i * k + i]), size[i]))
            continue;
        for (size_t j = 0; j < k; j++)
            if (!isnan(covariance[i * k + j]))
                covariance[i * k + j] = covariance[j * k + i] = 0;
    }
}

sq_status sq_covariance(const sq_items *items, double *covariance, double *means, size_t *n)
{
    size_t k = items->count, most = 0;
    SQ_SCRATCH(memory);
    sums s = {0};
    if (k == 0)
        return SQ_NO_DATA;
    SQ_TRY(take_sums(&s, &memory, k));
    add_rows(items, &s);
    for (size_t i = 0; i < k; i++) {
        for (size_t j = 0; j <= i; j++) {
            size_t count;
            covariance[i * k + j] = covariance[j * k + i] = entry(&s, i, j, &count);
            if (n)
                n[i * k + j] = n[j * k + i] = count;
            most = count > most ? count : most;
        }
        if (means) {
            moments both = pair_moments(&s, i, i);
            means[i] = both.weight > 0 ? both.x : sq_error(SQ_NO_DATA);
        }
    }
    flatten_constants(s.size, k, covariance);
    return most > 0 ? SQ_OK : SQ_NO_DATA;
}
