/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of reliability.h that looks at each item: mean, spread, skew, and how it stands to the
 * others. All but the skew comes from the covariance matrix; the skew takes a second pass.
 */
#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"
#include "numerics/symmetric.h"
#include "reliability/reliability.h"

#include <math.h>

typedef struct item_moments {
    double *covariance; /* [k × k] */
    double *mean;       /* [k] */
    double *row;        /* [k] Σ_j s_ij, the covariance of an item with the total */
    double *second;     /* [k] Σw(x−x̄)² */
    double *third;      /* [k] Σw(x−x̄)³ */
    double *weight;     /* [k] Σw */
    double variances;   /* Σs_ii */
    double total;       /* variance of the total */
    size_t used;        /* items with a variance, which the total is made of */
    size_t *n;          /* [k × k] */
} item_moments;

/* Sums over the items that have a variance; returns how many they are. */
static size_t sum_rows(const double *covariance, size_t k, double *row, double *variances,
                       double *total)
{
    size_t used = 0;
    *variances = *total = 0;
    for (size_t i = 0; i < k; i++) {
        row[i] = 0;
        if (isnan(covariance[i * k + i]))
            continue;
        for (size_t j = 0; j < k; j++)
            row[i] += isnan(covariance[j * k + j]) ? 0 : covariance[i * k + j];
        *variances += covariance[i * k + i];
        *total += row[i];
        used++;
    }
    return used;
}

/* row is the covariance of the item with the total, of which the item is one part. */
static double item_rest(double own, double row, double total, double variances)
{
    double rest = total - 2 * row + own, r;
    if (!(own > 0) || !(rest > sq_rounding * variances))
        return sq_error(SQ_UNDEFINED);
    r = (row - own) / sqrt(own) / sqrt(rest);
    if (!(fabs(r) <= 1 + sq_rounding)) /* pairwise covariances of no real total */
        return sq_error(SQ_UNDEFINED);
    return sq_is_same(fabs(r), 1) ? copysign(1, r) : sq_rounded(r, 1);
}

void sq_item_rest_of_covariance(const double *covariance, size_t k, double *correlation)
{
    double variances, total;
    size_t used = sum_rows(covariance, k, correlation, &variances, &total);
    for (size_t i = 0; i < k; i++)
        correlation[i] = used < 2
                             ? sq_error(SQ_UNDEFINED)
                             : item_rest(covariance[i * k + i], correlation[i], total, variances);
}

static double alpha(double k, double variances, double total)
{
    if (k < 2 || !(total > sq_rounding * variances))
        return sq_error(SQ_UNDEFINED);
    return sq_rounded(k / (k - 1) * (1 - variances / total), 1);
}

static double alpha_without(const item_moments *m, size_t k, size_t i)
{
    double own = m->covariance[i * k + i], rest = m->total - 2 * m->row[i] + own;
    if (isnan(own))
        return own;
    return alpha((double)m->used - 1, m->variances - own, rest);
}

static bool is_complete(const sq_items *items, size_t row)
{
    for (size_t i = 0; i < items->count; i++)
        if (isnan(sq_item_answer(items, row, i)))
            return false;
    return true;
}

static void sum_powers(const sq_items *items, item_moments *m)
{
    double scale = sq_case_weight_scale(items->case_weights, items->minuend.rows);
    for (size_t row = 0; row < items->minuend.rows; row++) {
        double weight = sq_case_weight(items->case_weights, row) / scale;
        if (!(weight > 0) || (items->listwise && !is_complete(items, row)))
            continue;
        for (size_t i = 0; i < items->count; i++) {
            double answer = sq_item_answer(items, row, i), d = answer - m->mean[i];
            if (isnan(answer))
                continue;
            m->weight[i] += weight;
            m->second[i] += weight * d * d;
            m->third[i] += weight * d * d * d;
        }
    }
}

static double skew(double third, double second, double weight, size_t respondents)
{
    double n = (double)respondents, variance = second / weight;
    if (respondents < 3 || !(variance > 0))
        return sq_error(respondents == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    return third / weight / (variance * sqrt(variance)) * sqrt(n * (n - 1)) / (n - 2);
}

static sq_item_flag choose_flag(const sq_item_statistics *item, double alpha_of_all)
{
    if (item->n < 2)
        return SQ_ITEM_EMPTY;
    if (item->sd == 0)
        return SQ_ITEM_CONSTANT;
    if (isnan(item->item_rest))
        return SQ_ITEM_ALONE;
    if (item->item_rest < 0)
        return SQ_ITEM_AGAINST;
    if (item->item_rest < SQ_WEAK_ITEM)
        return SQ_ITEM_WEAK;
    if (item->alpha_without > alpha_of_all + sq_rounding)
        return SQ_ITEM_LOWERS_ALPHA;
    return SQ_ITEM_FINE;
}

static void describe(const item_moments *m, size_t k, sq_item_statistics *statistics)
{
    double alpha_of_all = alpha((double)m->used, m->variances, m->total);
    for (size_t i = 0; i < k; i++) {
        sq_item_statistics *item = &statistics[i];
        double own = m->covariance[i * k + i];
        item->n = m->n[i * k + i];
        item->mean = m->mean[i];
        item->sd = isnan(own) ? own : sqrt(own);
        item->item_rest = m->used < 2 ? sq_error(SQ_UNDEFINED)
                                      : item_rest(own, m->row[i], m->total, m->variances);
        item->alpha_without = alpha_without(m, k, i);
        item->skew = own == 0 ? sq_error(SQ_UNDEFINED)
                              : skew(m->third[i], m->second[i], m->weight[i], item->n);
        item->flag = choose_flag(item, alpha_of_all);
    }
}

static void nothing_to_describe(sq_item_statistics *statistics, size_t k)
{
    double none = sq_error(SQ_NO_DATA);
    for (size_t i = 0; i < k; i++)
        statistics[i] = (sq_item_statistics){.mean = none, none, none, none, none, SQ_ITEM_EMPTY};
}

static sq_status take_moments(item_moments *m, sq_arena *memory, size_t k)
{
    SQ_TAKE_TABLE(m->covariance, memory, k, k);
    SQ_TAKE_TABLE(m->n, memory, k, k);
    SQ_TAKE(m->mean, memory, k);
    SQ_TAKE(m->row, memory, k);
    SQ_TAKE(m->second, memory, k);
    SQ_TAKE(m->third, memory, k);
    SQ_TAKE(m->weight, memory, k);
    return SQ_OK;
}

sq_status sq_item_analysis(const sq_items *items, sq_item_statistics *statistics)
{
    SQ_SCRATCH(memory);
    size_t k = items->count;
    sq_status status;
    item_moments m = {0};
    if (k == 0)
        return SQ_OK;
    SQ_TRY(take_moments(&m, &memory, k));
    status = sq_covariance(items, m.covariance, m.mean, m.n);
    if (status == SQ_NO_DATA) {
        nothing_to_describe(statistics, k);
        return SQ_OK;
    }
    SQ_TRY(status);
    m.used = sum_rows(m.covariance, k, m.row, &m.variances, &m.total);
    sum_powers(items, &m);
    describe(&m, k, statistics);
    return SQ_OK;
}
