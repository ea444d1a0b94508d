/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_resample.h"

#include "base/arena.h"
#include "base/vector.h"
#include "numerics/covariance.h"
#include "satisfaction_index/pls_quality.h"

#include <math.h>
#include <string.h>

sq_status sq_resample_take(sq_arena *memory, sq_resample *resample, const sq_pls_data *data)
{
    size_t n = data->rows, p = data->items;
    *resample = (sq_resample){.data = data};
    resample->stride = (p + 3) / 4 * 4;
    SQ_TAKE_TABLE(resample->shifted, memory, n, resample->stride);
    SQ_TAKE_TABLE(resample->product, memory, resample->stride, resample->stride);
    SQ_TAKE(resample->count, memory, n);
    SQ_TAKE_TABLE(resample->covariance, memory, p, p);
    SQ_TAKE(resample->sum, memory, p);
    SQ_TAKE(resample->shift, memory, p);
    for (size_t i = 0; i < p; i++) {
        double step = ldexp(1, ilogb(sqrt(data->covariance[i * p + i])));
        resample->shift[i] = round(data->means[i] / step) * step;
        for (size_t r = 0; r < n; r++)
            resample->shifted[r * resample->stride + i] =
                data->answers[r * p + i] - resample->shift[i];
    }
    return SQ_OK;
}

double sq_resample_work(const sq_resample *resample, size_t n)
{
    double p = (double)resample->data->items;
    return (double)n * p * (p + 3) / 2 + p * p;
}

double sq_pls_take_work(const sq_pls *pls, sq_pls_statistic statistic)
{
    double q = (double)pls->constructs;
    return statistic == SQ_STATISTIC_EFFECTS ? 3 * q * q * q * q : 0; /* as measured */
}

/* Adds four respondents to the sums and the lower triangle of the products: four at a time, each
 * sum is read and written once for eight additions and multiplications. Rows of the triangle are
 * filled up to whole vectors; what lies above the diagonal is nothing. */
SQ_VECTORISED
static void add_four(size_t p, size_t stride, const double *const row[4], const double weight[4],
                     double *sum, double *product)
{
    const double *restrict a = row[0], *restrict b = row[1];
    const double *restrict c = row[2], *restrict d = row[3];
    for (size_t i = 0; i < p; i++) {
        double *restrict out = product + i * stride;
        double x = weight[0] * a[i], y = weight[1] * b[i];
        double z = weight[2] * c[i], w = weight[3] * d[i];
        size_t filled = i / 4 + 1;
        sum[i] += x + y + z + w;
        for (size_t j = 0; j < 4 * filled; j++)
            out[j] += x * a[j] + y * b[j] + z * c[j] + w * d[j];
    }
}

/* Sums and products over everyone who counts; returns Σw and tells n. */
static double add_rows(sq_resample *resample, size_t *n)
{
    const sq_pls_data *data = resample->data;
    const double *row[4] = {resample->shifted, resample->shifted, resample->shifted,
                            resample->shifted};
    double weight[4] = {0}, total = 0, counted = 0;
    size_t waiting = 0;
    for (size_t r = 0; r < data->rows; r++) {
        double count = resample->count[r];
        if (count == 0)
            continue;
        row[waiting] = resample->shifted + r * resample->stride;
        weight[waiting] = count * data->case_weights[r];
        total += weight[waiting++];
        counted += count;
        if (waiting < 4)
            continue;
        add_four(data->items, resample->stride, row, weight, resample->sum, resample->product);
        weight[0] = weight[1] = weight[2] = weight[3] = 0;
        waiting = 0;
    }
    if (waiting > 0)
        add_four(data->items, resample->stride, row, weight, resample->sum, resample->product);
    *n = (size_t)counted;
    return total;
}

/* The lower triangle of the covariances, from sums and products. */
SQ_VECTORISED
static void centre(size_t p, size_t stride, double factor, double total, const double *restrict sum,
                   const double *product, double *covariance)
{
    for (size_t i = 0; i < p; i++) {
        const double *restrict from = product + i * stride;
        double *restrict to = covariance + i * p;
        double mean = total > 0 ? sum[i] / total : 0;
        for (size_t j = 0; j <= i; j++)
            to[j] = factor * (from[j] - mean * sum[j]);
        if (to[i] <= 1e-13 * factor * from[i])
            to[i] = 0; /* rounding: the item is constant */
    }
}

size_t sq_resample_covariance(sq_resample *resample)
{
    size_t p = resample->data->items, stride = resample->stride, n;
    double total, factor, *product = resample->product, *covariance = resample->covariance;
    memset(product, 0, stride * stride * sizeof *product);
    memset(resample->sum, 0, p * sizeof *resample->sum);
    total = add_rows(resample, &n);
    factor = n > 1 ? (double)n / ((double)n - 1) / total : 0;
    centre(p, stride, factor, total, resample->sum, product, covariance);
    sq_mirror(covariance, p);
    for (size_t i = 0; i < p; i++)
        resample->sum[i] = total > 0 ? resample->sum[i] / total : 0;
    return n;
}

/* The mean of an item over those who count; its holes are NaN. The first answer is taken off before
 * summing, so that a constant item stays constant exactly. NaN: nobody answered. */
static double mean_of_answers(const sq_resample *resample, size_t item)
{
    const sq_pls_data *data = resample->data;
    double origin = NAN, sum = 0, total = 0;
    for (size_t r = 0; r < data->rows; r++) {
        double answer = resample->shifted[r * resample->stride + item];
        double weight = resample->count[r] * data->case_weights[r];
        if (!(weight > 0) || isnan(answer))
            continue;
        origin = isnan(origin) ? answer : origin;
        sum += weight * (answer - origin);
        total += weight;
    }
    return origin + sum / total;
}

/* Where an answer stands among the shifted ones. */
static size_t place_of(const sq_resample *resample, size_t answer)
{
    size_t p = resample->data->items;
    return answer / p * resample->stride + answer % p;
}

size_t sq_resample_fill(sq_resample *resample)
{
    const sq_pls_data *data = resample->data;
    size_t p = data->items;
    for (size_t first = 0, end; first < data->replaced; first = end) {
        size_t item = data->hole[first] % p;
        double mean;
        for (end = first; end < data->replaced && data->hole[end] % p == item; end++)
            resample->shifted[place_of(resample, data->hole[end])] = NAN;
        mean = mean_of_answers(resample, item);
        if (isnan(mean))
            return item;
        for (size_t h = first; h < end; h++)
            resample->shifted[place_of(resample, data->hole[h])] = mean;
    }
    return SQ_NOWHERE;
}

void sq_resample_means(const sq_resample *resample, double *means)
{
    for (size_t i = 0; i < resample->data->items; i++)
        means[i] = resample->shift[i] + resample->sum[i];
}

/* Writes down one number's place, if the lists are asked for. */
static void put(size_t *from, size_t *to, size_t at, size_t source, size_t target)
{
    if (from && to) {
        from[at] = source;
        to[at] = target;
    }
}

/* inner[j × q + k] becomes 1 where a walk leads from j to k. */
static void find_walks(sq_pls *pls)
{
    size_t q = pls->constructs;
    memcpy(pls->inner, pls->model.paths, q * q * sizeof *pls->inner);
    for (size_t m = 0; m < q; m++)
        for (size_t j = 0; j < q; j++)
            for (size_t k = 0; k < q; k++)
                if (pls->inner[j * q + m] == 1 && pls->inner[m * q + k] == 1)
                    pls->inner[j * q + k] = 1;
}

static size_t list_pairs(const sq_pls *pls, const double *linked, size_t *from, size_t *to)
{
    size_t q = pls->constructs, count = 0;
    for (size_t j = 0; j < q; j++)
        for (size_t k = 0; k < q; k++)
            if (linked ? linked[j * q + k] == 1 : k < j)
                put(from, to, count++, j, k);
    return count;
}

size_t sq_pls_list(sq_pls *pls, sq_pls_statistic statistic, size_t *from, size_t *to)
{
    size_t count = 0;
    switch (statistic) {
    case SQ_STATISTIC_PATHS:
        return list_pairs(pls, pls->model.paths, from, to);
    case SQ_STATISTIC_EFFECTS:
        find_walks(pls);
        return list_pairs(pls, pls->inner, from, to);
    case SQ_STATISTIC_HTMT:
        return list_pairs(pls, NULL, from, to);
    case SQ_STATISTIC_LOADINGS:
    case SQ_STATISTIC_WEIGHTS:
        for (size_t i = 0; i < pls->items; i++)
            put(from, to, i, i, pls->construct[i]);
        return pls->items;
    case SQ_STATISTIC_R2:
        for (size_t j = 0; j < pls->constructs; j++)
            if (sq_pls_predecessors(pls, j) > 0)
                put(from, to, count++, SQ_NOWHERE, j);
        return count;
    case SQ_STATISTIC_INDICES:
        for (size_t j = 0; j < pls->constructs; j++)
            put(from, to, j, SQ_NOWHERE, j);
        return pls->constructs;
    }
    return 0;
}

void sq_pls_take(sq_pls *pls, sq_pls_statistic statistic, size_t count, const size_t *from,
                 const size_t *to, const double *means, const sq_pls_scale *scale, double *values)
{
    size_t q = pls->constructs;
    const double *table = pls->paths;
    switch (statistic) {
    case SQ_STATISTIC_LOADINGS:
        memcpy(values, pls->loadings, count * sizeof *values);
        return;
    case SQ_STATISTIC_WEIGHTS:
        memcpy(values, pls->weights, count * sizeof *values);
        return;
    case SQ_STATISTIC_R2:
        for (size_t s = 0; s < count; s++)
            values[s] = pls->r2[to[s]];
        return;
    case SQ_STATISTIC_INDICES:
        sq_pls_indices(pls, means, scale, values);
        return;
    case SQ_STATISTIC_EFFECTS:
        sq_pls_total_effects(pls, pls->inner);
        table = pls->inner;
        break;
    case SQ_STATISTIC_HTMT:
        sq_pls_htmt(pls, pls->inner);
        table = pls->inner;
        break;
    case SQ_STATISTIC_PATHS:
        break;
    }
    for (size_t s = 0; s < count; s++)
        values[s] = table[from[s] * q + to[s]];
}
