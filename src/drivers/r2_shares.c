/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drivers/r2_shares.h"

#include "base/rounding.h"
#include "numerics/symmetric.h"

#include <math.h>
#include <string.h>

/* ---- Relative weights. */

sq_status sq_relative_weights(const double *correlation, const double r[], size_t k,
                              double weight[])
{
    SQ_SCRATCH(memory);
    double *values, *vectors, *root, *b;
    SQ_TAKE(values, &memory, k);
    SQ_TAKE_TABLE(vectors, &memory, k, k);
    SQ_TAKE_TABLE(root, &memory, k, k);
    SQ_TAKE(b, &memory, k);
    SQ_TRY(sq_eigen(correlation, k, values, vectors));
    if (!(values[k - 1] > sq_singular))
        return SQ_UNDEFINED;
    for (size_t e = 0; e < k; e++) {
        const double *vector = vectors + e * k;
        double scale = sqrt(values[e]), along = 0;
        for (size_t i = 0; i < k; i++)
            along += vector[i] * r[i];
        for (size_t i = 0; i < k; i++) {
            double scaled = scale * vector[i];
            b[i] += along / scale * vector[i];
            for (size_t j = 0; j < k; j++)
                root[i * k + j] += scaled * vector[j];
        }
    }
    for (size_t i = 0; i < k; i++) {
        weight[i] = 0;
        for (size_t j = 0; j < k; j++)
            weight[i] += root[i * k + j] * root[i * k + j] * b[j] * b[j];
    }
    return SQ_OK;
}

/* ---- Shapley shares. R² of every set of predictors, by taking one after the other in or leaving it out: what
 * is left of those behind, given those taken in, is a smaller matrix, so the work is that of the last few. */

typedef struct sets {
    size_t k;
    double *r2; /* [2^k] by the bits of the set */
    double *
        matrix; /* [k + 1] matrices of (k + 1)², one for each depth: predictors, then what is predicted */
} sets;

static double *matrix_at(const sets *s, size_t depth)
{
    return s->matrix + depth * (s->k + 1) * (s->k + 1);
}

/* What is left given predictor depth: for those behind it and what is predicted. */
static bool take_in(const sets *s, size_t depth)
{
    size_t k = s->k, side = k + 1;
    const double *from = matrix_at(s, depth);
    double *to = matrix_at(s, depth + 1), pivot = from[depth * side + depth];
    if (!(pivot > sq_singular))
        return false;
    for (size_t i = depth + 1; i <= k; i++) {
        double ratio = from[i * side + depth] / pivot;
        for (size_t j = depth + 1; j <= i; j++)
            to[i * side + j] = from[i * side + j] - ratio * from[j * side + depth];
    }
    return true;
}

static void leave_out(const sets *s, size_t depth)
{
    size_t side = s->k + 1;
    const double *from = matrix_at(s, depth);
    double *to = matrix_at(s, depth + 1);
    for (size_t i = depth + 1; i <= s->k; i++)
        memcpy(to + i * side + depth + 1, from + i * side + depth + 1, (i - depth) * sizeof *to);
}

/* Every set that agrees with chosen in its first depth bits. Recursion no deeper than k. */
static bool find_sets(const sets *s, size_t depth, size_t chosen)
{
    size_t side = s->k + 1;
    if (depth == s->k) {
        s->r2[chosen] = 1 - matrix_at(s, depth)[side * side - 1];
        return true;
    }
    leave_out(s, depth);
    if (!find_sets(s, depth + 1, chosen))
        return false;
    return take_in(s, depth) && find_sets(s, depth + 1, chosen | (size_t)1 << depth);
}

/* How much a set of that size counts among all orders: size!·(k − size − 1)!/k!. */
static void find_shares_of_sizes(size_t k, double of_size[])
{
    double ways = 1; /* (k − 1) over size */
    for (size_t size = 0; size < k; size++) {
        of_size[size] = 1 / ((double)k * ways);
        ways = ways * (double)(k - 1 - size) / (double)(size + 1);
    }
}

sq_status sq_shapley_shares(const double *correlation, const double r[], size_t k, double share[])
{
    SQ_SCRATCH(memory);
    size_t side = k + 1, all = (size_t)1 << k;
    sets s = {.k = k};
    double *first, *of_size;
    SQ_TAKE(s.r2, &memory, all);
    SQ_TAKE_TABLE(s.matrix, &memory, side, side * side);
    SQ_TAKE(of_size, &memory, k);
    first = matrix_at(&s, 0);
    for (size_t i = 0; i < k; i++) {
        memcpy(first + i * side, correlation + i * k, k * sizeof *first);
        first[k * side + i] = r[i];
        share[i] = 0;
    }
    first[side * side - 1] = 1;
    if (!find_sets(&s, 0, 0))
        return SQ_UNDEFINED;
    find_shares_of_sizes(k, of_size);
    for (size_t set = 0; set < all; set++) {
        double counts =
            of_size[__builtin_popcountll(set) == (int)k ? 0 : (size_t)__builtin_popcountll(set)];
        for (size_t i = 0; i < k; i++)
            if (!(set >> i & 1))
                share[i] += counts * (s.r2[set | (size_t)1 << i] - s.r2[set]);
    }
    return SQ_OK;
}
