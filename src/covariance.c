/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Respondents who answered everything share one set of sums; those with a gap in their answers go
 * into sums kept per pair. So complete data cost k²/2 multiplications a row and no test.
 */
#include "covariance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct sums {
    size_t k;            /* items */
    double *origin;      /* [k] the first answer of each item, taken off before summing */
    double *rounding;    /* [k] a standard deviation up to here is none */
    double *answers;     /* [k] one respondent's answers, less the origin; 0 where missing */
    double *present;     /* [k] 1 where answered, else 0 */
    double *sum;         /* [k] Σwx, complete respondents */
    double *product;     /* [k×k] Σwxy, all, lower triangle */
    double weight;       /* Σw, complete respondents */
    size_t n;            /* complete respondents */
    double *pair_sum;    /* [k×k] Σwx_i over respondents who answered i and j, incomplete ones */
    double *pair_weight; /* [k×k] Σw likewise, lower triangle */
    double *pair_n;      /* [k×k] how many, lower triangle */
} sums;

/* One block of memory for all the sums, zeroed; NULL if it cannot be had. */
static double *allocate_sums(sums *s, size_t k)
{
    double *block = NULL;
    if (k > 0 && sq_fits(k, k) && sq_fits(4 * k + 5, k * sizeof *block))
        block = calloc((4 * k + 5) * k, sizeof *block);
    if (!block)
        return NULL;
    s->k = k;
    s->origin = block;
    s->rounding = s->origin + k;
    s->answers = s->rounding + k;
    s->present = s->answers + k;
    s->sum = s->present + k;
    s->product = s->sum + k;
    s->pair_sum = s->product + k * k;
    s->pair_weight = s->pair_sum + k * k;
    s->pair_n = s->pair_weight + k * k;
    return block;
}

/* Reads one respondent into answers and present; returns how many items were answered. */
static size_t read_row(const sq_items *items, size_t row, sums *s)
{
    size_t answered = 0;
    for (size_t i = 0; i < s->k; i++) {
        double answer = sq_item_answer(items, row, i);
        int there = !isnan(answer);
        s->present[i] = there;
        s->answers[i] = there ? answer - s->origin[i] : 0;
        answered += (size_t)there;
    }
    return answered;
}

/* Whether a respondent of this weight who answered so many items is counted. */
static bool is_counted(const sq_items *items, double weight, size_t answered)
{
    return weight > 0 && answered > 0 && (!items->listwise || answered == items->count);
}

/* What the subtraction of a gap cannot tell from 0; a single rating has none of it. */
static double rounding_of_gap(const sq_items *items, size_t row, size_t i)
{
    size_t column = items->columns ? items->columns[i] : i;
    if (!items->subtrahend.values)
        return 0;
    return 1e-13 * fmax(fabs(sq_row(&items->minuend, row)[column]),
                        fabs(sq_row(&items->subtrahend, row)[column]));
}

/* Origins are answers that count: only then are all differences of a constant item 0. One that
 * nobody answered stays NaN and is never used. */
static void find_origins(const sq_items *items, sums *s)
{
    size_t left = s->k;
    for (size_t i = 0; i < s->k; i++)
        s->origin[i] = NAN;
    for (size_t row = 0; left > 0 && row < items->minuend.rows; row++) {
        double weight = sq_case_weight(items->case_weights, row);
        if (!is_counted(items, weight, read_row(items, row, s)))
            continue;
        for (size_t i = 0; i < s->k; i++) {
            if (s->present[i] == 0 || !isnan(s->origin[i]))
                continue;
            s->origin[i] = sq_item_answer(items, row, i);
            s->rounding[i] = rounding_of_gap(items, row, i);
            left--;
        }
    }
}

static void add_products(sums *s, double weight)
{
    for (size_t i = 0; i < s->k; i++) {
        double x = weight * s->answers[i], *product = s->product + i * s->k;
        for (size_t j = 0; j <= i; j++)
            product[j] += x * s->answers[j];
    }
}

static void add_complete(sums *s, double weight)
{
    for (size_t i = 0; i < s->k; i++)
        s->sum[i] += weight * s->answers[i];
    add_products(s, weight);
    s->weight += weight;
    s->n++;
}

static void add_incomplete(sums *s, double weight)
{
    size_t k = s->k;
    for (size_t i = 0; i < k; i++) {
        if (s->present[i] == 0)
            continue;
        for (size_t j = 0; j < k; j++)
            s->pair_sum[i * k + j] += weight * s->answers[i] * s->present[j];
        for (size_t j = 0; j <= i; j++) {
            s->pair_weight[i * k + j] += weight * s->present[j];
            s->pair_n[i * k + j] += s->present[j];
        }
    }
    add_products(s, weight); /* what is missing is 0 and adds nothing */
}

static void add_rows(const sq_items *items, sums *s)
{
    for (size_t row = 0; row < items->minuend.rows; row++) {
        double weight = sq_case_weight(items->case_weights, row);
        size_t answered;
        if (!(weight > 0))
            continue;
        answered = read_row(items, row, s);
        if (answered == s->k)
            add_complete(s, weight);
        else if (is_counted(items, weight, answered))
            add_incomplete(s, weight);
    }
}

static double entry(const sums *s, size_t i, size_t j, size_t *n)
{
    size_t ij = i * s->k + j, ji = j * s->k + i;
    double weight = s->weight + s->pair_weight[ij];
    double x = s->sum[i] + s->pair_sum[ij], y = s->sum[j] + s->pair_sum[ji], moment;
    *n = s->n + (size_t)s->pair_n[ij];
    if (*n < 2)
        return sq_error(*n == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    moment = (s->product[ij] - x * y / weight) / weight;
    if (i == j && moment < 0)
        moment = 0; /* rounding */
    return moment * (double)*n / ((double)*n - 1);
}

/* A constant gap varies with nothing, itself included. */
static void flatten_constants(const double *rounding, size_t k, double *covariance)
{
    for (size_t i = 0; i < k; i++) {
        if (!(covariance[i * k + i] <= rounding[i] * rounding[i]))
            continue;
        for (size_t j = 0; j < k; j++)
            if (!isnan(covariance[i * k + j]))
                covariance[i * k + j] = covariance[j * k + i] = 0;
    }
}

sq_status sq_covariance(const sq_items *items, double *covariance, double *means, size_t *n)
{
    size_t k = items->count, most = 0;
    sums s = {0};
    double *block = allocate_sums(&s, k);
    if (!block)
        return k == 0 ? SQ_NO_DATA : SQ_NO_MEMORY;
    find_origins(items, &s);
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
            double weight = s.weight + s.pair_weight[i * k + i];
            means[i] = weight > 0 ? s.origin[i] + (s.sum[i] + s.pair_sum[i * k + i]) / weight
                                  : sq_error(SQ_NO_DATA);
        }
    }
    flatten_constants(s.rounding, k, covariance);
    free(block);
    return most > 0 ? SQ_OK : SQ_NO_DATA;
}
