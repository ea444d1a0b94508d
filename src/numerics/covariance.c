/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Respondents who answered everything share one set of sums; those with a gap in their answers go
 * into sums kept per pair. So complete data cost k²/2 multiplications a row and no test.
 */
#include "numerics/covariance.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"
#include "base/vector.h"

#include <math.h>
#include <string.h>

typedef struct sums {
    size_t k;         /* items */
    size_t stride;    /* k, or the next multiple of four */
    double *origin;   /* [k] an answer of each item by a complete respondent, taken off first */
    double *size;     /* [k] the largest |number| behind the answers that count */
    double *answers;  /* [stride] one respondent's answers; 0 where missing */
    double *own_size; /* [k] how large they are */
    double *picked, *taken_off; /* [k] workspace */
    double *present;            /* [k] 1 where answered, else 0 */
    double *sum;                /* [k] Σw(x − origin), complete respondents */
    double *product; /* [k×stride] Σw(x − origin)(y − origin), likewise, lower triangle */
    double weight;   /* Σw, complete respondents */
    size_t n;        /* complete respondents */
    /* [k×k] lower triangle, over the incomplete respondents who answered i and j: */
    double *origin_i, *origin_j; /* the answers of the first of them */
    double *sum_i, *sum_j;       /* Σw(x_i − its origin), Σw(x_j − its origin) */
    double *pair_product;        /* Σw of the products of both */
    double *pair_weight;         /* Σw */
    double *pair_n;              /* how many */
    double *square_i, *square_j; /* Σw of the squares of each; NULL: not asked for */
} sums;

static sq_status take_sums(sums *s, sq_arena *memory, size_t k)
{
    s->k = k;
    s->stride = (k + 3) / 4 * 4;
    SQ_TAKE(s->origin, memory, k);
    SQ_TAKE(s->size, memory, k);
    SQ_TAKE(s->own_size, memory, k);
    SQ_TAKE(s->picked, memory, k);
    SQ_TAKE(s->taken_off, memory, k);
    SQ_TAKE(s->answers, memory, s->stride);
    SQ_TAKE(s->present, memory, k);
    SQ_TAKE(s->sum, memory, k);
    SQ_TAKE_TABLE(s->product, memory, k, s->stride);
    SQ_TAKE_TABLE(s->origin_i, memory, k, k);
    SQ_TAKE_TABLE(s->origin_j, memory, k, k);
    SQ_TAKE_TABLE(s->sum_i, memory, k, k);
    SQ_TAKE_TABLE(s->sum_j, memory, k, k);
    SQ_TAKE_TABLE(s->pair_product, memory, k, k);
    SQ_TAKE_TABLE(s->pair_weight, memory, k, k);
    SQ_TAKE_TABLE(s->pair_n, memory, k, k);
    return SQ_OK;
}

/* One side of the items of one respondent where they are not the columns as they stand. */
static const double *pick(const sq_items *items, const sq_table *table, size_t row, double *room)
{
    const double *answers = sq_row(table, row);
    if (!items->columns)
        return answers;
    for (size_t i = 0; i < items->count; i++)
        room[i] = answers[items->columns[i]];
    return room;
}

/* Answers, 0 where missing; whether they are there; how large. */
SQ_VECTORISED
static void take(size_t k, const double *restrict from, double *restrict answers,
                 double *restrict present, double *restrict size)
{
    for (size_t i = 0; i < k; i++) {
        double answer = from[i];
        bool there = answer == answer;
        present[i] = there ? 1 : 0;
        answers[i] = there ? answer : 0;
        size[i] = there ? fabs(answer) : 0;
    }
}

/* The same of gaps. */
SQ_VECTORISED
static void take_gaps(size_t k, const double *restrict from, const double *restrict off,
                      double *restrict answers, double *restrict present, double *restrict size)
{
    for (size_t i = 0; i < k; i++) {
        double answer = from[i] - off[i], one = fabs(from[i]), other = fabs(off[i]);
        bool there = answer == answer;
        present[i] = there ? 1 : 0;
        answers[i] = there ? answer : 0;
        one = other > one ? other : one;
        size[i] = there ? one : 0;
    }
}

/* Reads one respondent; returns how many items were answered. */
static size_t read_row(const sq_items *items, size_t row, sums *s)
{
    const double *from = pick(items, &items->minuend, row, s->picked);
    double answered = 0;
    if (items->subtrahend.values)
        take_gaps(s->k, from, pick(items, &items->subtrahend, row, s->taken_off), s->answers,
                  s->present, s->own_size);
    else
        take(s->k, from, s->answers, s->present, s->own_size);
    for (size_t i = 0; i < s->k; i++)
        answered += s->present[i];
    return (size_t)answered;
}

/* Whether a respondent of this weight who answered so many items is counted. */
static bool is_counted(const sq_items *items, double weight, size_t answered)
{
    return weight > 0 && answered > 0 && (!items->listwise || answered == items->count);
}

/* Rows of the triangle are filled up to whole vectors: behind the items answers are 0. */
SQ_VECTORISED
static void add_products(size_t k, size_t stride, double weight, const double *restrict answers,
                         double *restrict sum, double *restrict product)
{
    for (size_t i = 0; i < k; i++) {
        double *restrict out = product + i * stride;
        double x = weight * answers[i];
        size_t filled = i / 4 + 1;
        sum[i] += x;
        for (size_t j = 0; j < 4 * filled; j++)
            out[j] += x * answers[j];
    }
}

/* The first who counts gives the origin: only an origin that is summed itself leaves differences of
 * 0 where an item is constant, and none that are larger than the spread. */
static void add_complete(sums *s, double weight)
{
    if (s->n++ == 0)
        memcpy(s->origin, s->answers, s->k * sizeof *s->origin);
    for (size_t i = 0; i < s->k; i++)
        s->answers[i] -= s->origin[i];
    add_products(s->k, s->stride, weight, s->answers, s->sum, s->product);
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
        if (s->square_i) {
            s->square_i[row + j] += w * x * x;
            s->square_j[row + j] += w * y * y;
        }
        s->pair_n[row + j] += s->present[j];
    }
}

static void add_incomplete(sums *s, double weight)
{
    for (size_t i = 0; i < s->k; i++)
        if (s->present[i] != 0)
            add_pairs(s, weight, i);
}

SQ_VECTORISED
static void find_sizes(size_t k, const double *restrict own, double *restrict size)
{
    for (size_t i = 0; i < k; i++)
        size[i] = own[i] > size[i] ? own[i] : size[i];
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
            find_sizes(s->k, s->own_size, s->size);
        if (answered == s->k)
            add_complete(s, weight);
        else if (is_counted(items, weight, answered))
            add_incomplete(s, weight);
    }
}

/* What one of the two groups of respondents says of a pair. */
typedef struct moments {
    double weight, x, y; /* Σw, means */
    double product;      /* Σw(x − x̄)(y − ȳ) */
    double xx, yy;       /* Σw(x − x̄)², Σw(y − ȳ)², where they were asked for */
} moments;

static double about_mean(double sum_of_products, double sum_x, double sum_y, double weight)
{
    return sum_of_products - sum_x * sum_y / weight;
}

static moments complete_moments(const sums *s, size_t i, size_t j)
{
    double w = s->weight, x = s->sum[i], y = s->sum[j];
    if (!(w > 0))
        return (moments){0};
    return (moments){w,
                     s->origin[i] + x / w,
                     s->origin[j] + y / w,
                     about_mean(s->product[i * s->stride + j], x, y, w),
                     about_mean(s->product[i * s->stride + i], x, x, w),
                     about_mean(s->product[j * s->stride + j], y, y, w)};
}

static moments incomplete_moments(const sums *s, size_t ij)
{
    double w = s->pair_weight[ij], x = s->sum_i[ij], y = s->sum_j[ij];
    if (!(w > 0))
        return (moments){0};
    return (moments){w,
                     s->origin_i[ij] + x / w,
                     s->origin_j[ij] + y / w,
                     about_mean(s->pair_product[ij], x, y, w),
                     s->square_i ? about_mean(s->square_i[ij], x, x, w) : 0,
                     s->square_j ? about_mean(s->square_j[ij], y, y, w) : 0};
}

/* Both groups together (Chan, Golub & LeVeque 1983, Am. Stat. 37). */
static moments pair_moments(const sums *s, size_t i, size_t j)
{
    moments a = complete_moments(s, i, j), b = incomplete_moments(s, i * s->k + j);
    double weight = a.weight + b.weight, share = b.weight / weight, x = b.x - a.x, y = b.y - a.y;
    if (!(a.weight > 0) || !(b.weight > 0))
        return a.weight > 0 ? a : b;
    return (moments){weight,
                     a.x + share * x,
                     a.y + share * y,
                     a.product + b.product + a.weight * share * x * y,
                     a.xx + b.xx + a.weight * share * x * x,
                     a.yy + b.yy + a.weight * share * y * y};
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

/* Of the respondents who answered both items; an item without spread among them has none. */
static double correlation_entry(const sums *s, size_t i, size_t j, size_t *n)
{
    moments both = pair_moments(s, i, j);
    double x = sqrt(both.xx / both.weight), y = sqrt(both.yy / both.weight);
    *n = s->n + (size_t)s->pair_n[i * s->k + j];
    if (*n < 2)
        return sq_error(*n == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    if (!(x > sq_rounding * s->size[i]) || !(y > sq_rounding * s->size[j]) || isinf(x) || isinf(y))
        return sq_error(SQ_UNDEFINED);
    return i == j ? 1 : sq_rounded(both.product / both.weight / x / y, 1);
}

/* Whether no pair has a respondent. */
static bool nobody(const sums *s)
{
    for (size_t i = 0; i < s->k * s->k; i++)
        if (s->pair_n[i] > 0)
            return false;
    return s->n == 0;
}

sq_status sq_correlation(const sq_items *items, double *correlation, size_t *fewest)
{
    SQ_SCRATCH(memory);
    size_t k = items->count, least = (size_t)-1;
    sums s = {0};
    bool defined = true;
    if (k == 0)
        return SQ_NO_DATA;
    SQ_TRY(take_sums(&s, &memory, k));
    SQ_TAKE_TABLE(s.square_i, &memory, k, k);
    SQ_TAKE_TABLE(s.square_j, &memory, k, k);
    add_rows(items, &s);
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j <= i; j++) {
            size_t n;
            correlation[i * k + j] = correlation[j * k + i] = correlation_entry(&s, i, j, &n);
            defined = defined && !isnan(correlation[i * k + j]);
            least = n < least ? n : least;
        }
    if (fewest)
        *fewest = least;
    if (!defined)
        return nobody(&s) ? SQ_NO_DATA : SQ_UNDEFINED;
    return SQ_OK;
}
