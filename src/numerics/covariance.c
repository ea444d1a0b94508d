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

enum { WAITING = 32 };

/* What is summed of a pair of items: the answers of the first respondent, Σw of what is taken off these,
 * of the products of both, Σw, how many, Σw of the squares. */
enum { ORIGIN_I, ORIGIN_J, SUM_I, SUM_J, PRODUCT, WEIGHT, COUNT, SQUARE_I, SQUARE_J, PAIR_FIELDS };

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
    /* Lower triangle, over the incomplete respondents who answered i and j: for each i a row of j for each
     * of pair_fields. */
    double *pairs; /* [k×PAIR_FIELDS×pair_room] */
    size_t pair_room;
    bool squares; /* whether they are asked for */
    /* Incomplete respondents who wait: a row of the triangle is fetched once for all of them. */
    double *waiting_answers, *waiting_present; /* [WAITING×k] */
    double waiting_weight[WAITING];
    size_t waiting;
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
    s->pair_room = k + 8; /* so that rows do not fall into one set of the cache */
    SQ_TAKE_TABLE(s->pairs, memory, PAIR_FIELDS * k, s->pair_room);
    SQ_TAKE_TABLE(s->waiting_answers, memory, WAITING, k);
    SQ_TAKE_TABLE(s->waiting_present, memory, WAITING, k);
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

/* Row i of one field of the triangle. */
static double *pair_row(const sums *s, size_t i, size_t field)
{
    return s->pairs + (PAIR_FIELDS * i + field) * s->pair_room;
}

static double pair_field(const sums *s, size_t i, size_t j, size_t field)
{
    return pair_row(s, i, field)[j];
}

/* One respondent whose answer to an item is given, and the pairs of that item with those up to it, whose
 * fields are room apart; without a branch. */
SQ_VECTORISED
static void add_pairs(size_t pairs, double weight, double answer, const double *restrict answers,
                      const double *restrict present, size_t room, double *restrict row)
{
    for (size_t j = 0; j < pairs; j++) {
        double there = present[j], w = there * weight;
        double first = row[COUNT * room + j] == 0 ? there : 0; /* he gives the origins */
        double origin = first != 0 ? answer : row[j], other = row[room + j], x, y;
        other = first != 0 ? answers[j] : other;
        x = there != 0 ? answer - origin : 0;
        y = there != 0 ? answers[j] - other : 0;
        row[ORIGIN_I * room + j] = origin;
        row[ORIGIN_J * room + j] = other;
        row[SUM_I * room + j] += w * x;
        row[SUM_J * room + j] += w * y;
        row[PRODUCT * room + j] += w * x * y;
        row[WEIGHT * room + j] += w;
        row[COUNT * room + j] += there;
    }
}

/* The squares of the same, once their origins stand. */
SQ_VECTORISED
static void add_squares(size_t pairs, double weight, double answer, const double *restrict answers,
                        const double *restrict present, size_t room, double *restrict row)
{
    for (size_t j = 0; j < pairs; j++) {
        double w = present[j] * weight;
        double x = answer - row[ORIGIN_I * room + j], y = answers[j] - row[ORIGIN_J * room + j];
        row[SQUARE_I * room + j] += w * x * x;
        row[SQUARE_J * room + j] += w * y * y;
    }
}

static void add_waiting(sums *s)
{
    for (size_t i = 0; i < s->k; i++)
        for (size_t r = 0; r < s->waiting; r++) {
            const double *answers = s->waiting_answers + r * s->k;
            const double *present = s->waiting_present + r * s->k;
            double weight = s->waiting_weight[r];
            double *row = pair_row(s, i, 0);
            if (present[i] == 0)
                continue;
            add_pairs(i + 1, weight, answers[i], answers, present, s->pair_room, row);
            if (s->squares)
                add_squares(i + 1, weight, answers[i], answers, present, s->pair_room, row);
        }
    s->waiting = 0;
}

static void add_incomplete(sums *s, double weight)
{
    size_t bytes = s->k * sizeof(double), place = s->waiting * s->k;
    memcpy(s->waiting_answers + place, s->answers, bytes);
    memcpy(s->waiting_present + place, s->present, bytes);
    s->waiting_weight[s->waiting++] = weight;
    if (s->waiting == WAITING)
        add_waiting(s);
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
    add_waiting(s);
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

static moments incomplete_moments(const sums *s, size_t i, size_t j)
{
    double w = pair_field(s, i, j, WEIGHT), x = pair_field(s, i, j, SUM_I);
    double y = pair_field(s, i, j, SUM_J);
    if (!(w > 0))
        return (moments){0};
    return (moments){w,
                     pair_field(s, i, j, ORIGIN_I) + x / w,
                     pair_field(s, i, j, ORIGIN_J) + y / w,
                     about_mean(pair_field(s, i, j, PRODUCT), x, y, w),
                     about_mean(pair_field(s, i, j, SQUARE_I), x, x, w),
                     about_mean(pair_field(s, i, j, SQUARE_J), y, y, w)};
}

/* How many respondents answered both. */
static size_t pair_count(const sums *s, size_t i, size_t j)
{
    return s->n + (size_t)pair_field(s, i, j, COUNT);
}

/* Both groups together (Chan, Golub & LeVeque 1983, Am. Stat. 37). */
static moments pair_moments(const sums *s, size_t i, size_t j)
{
    moments a = complete_moments(s, i, j), b = incomplete_moments(s, i, j);
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
    *n = pair_count(s, i, j);
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
    *n = pair_count(s, i, j);
    if (*n < 2)
        return sq_error(*n == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    if (!(x > sq_rounding * s->size[i]) || !(y > sq_rounding * s->size[j]) || isinf(x) || isinf(y))
        return sq_error(SQ_UNDEFINED);
    return i == j ? 1 : sq_rounded(both.product / both.weight / x / y, 1);
}

sq_status sq_correlation(const sq_items *items, double *correlation, size_t *fewest)
{
    SQ_SCRATCH(memory);
    size_t k = items->count, least = (size_t)-1, most = 0;
    sums s = {0};
    bool defined = true;
    if (k == 0)
        return SQ_NO_DATA;
    SQ_TRY(take_sums(&s, &memory, k));
    s.squares = true;
    add_rows(items, &s);
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j <= i; j++) {
            size_t n;
            correlation[i * k + j] = correlation[j * k + i] = correlation_entry(&s, i, j, &n);
            defined = defined && !isnan(correlation[i * k + j]);
            least = n < least ? n : least;
            most = n > most ? n : most;
        }
    if (fewest)
        *fewest = least;
    if (most == 0)
        return SQ_NO_DATA;
    return defined ? SQ_OK : SQ_UNDEFINED;
}
