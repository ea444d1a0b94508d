/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/rotation.h"

#include "base/arena.h"
#include "numerics/symmetric.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { MAXIMUM_SWEEPS = 1000 };
#define SETTLED 1e-8     /* largest angle of a sweep, in radians */
#define INDIFFERENT 1e-8 /* criterion per item below which no angle is better than another */

static double sum_of_squares(const double *loadings, size_t k, size_t count, size_t factor)
{
    double sum = 0;
    for (size_t i = 0; i < k; i++)
        sum += loadings[i * count + factor] * loadings[i * count + factor];
    return sum;
}

static void swap_factors(double *loadings, size_t k, size_t count, size_t a, size_t b)
{
    for (size_t i = 0; i < k; i++) {
        double kept = loadings[i * count + a];
        loadings[i * count + a] = loadings[i * count + b];
        loadings[i * count + b] = kept;
    }
}

static void point_with_majority(double *loadings, size_t k, size_t count, size_t factor)
{
    double sum = 0;
    for (size_t i = 0; i < k; i++)
        sum += loadings[i * count + factor];
    for (size_t i = 0; sum < 0 && i < k; i++)
        loadings[i * count + factor] = -loadings[i * count + factor];
}

void sq_order_factors(double *loadings, size_t k, size_t count)
{
    for (size_t a = 0; a < count; a++) {
        size_t largest = a;
        for (size_t b = a + 1; b < count; b++)
            if (sum_of_squares(loadings, k, count, b) > sum_of_squares(loadings, k, count, largest))
                largest = b;
        if (largest != a)
            swap_factors(loadings, k, count, a, largest);
        point_with_majority(loadings, k, count, a);
    }
}

/* The angle that turns two factors to the largest sum of variances of squared loadings. */
static double varimax_angle(const double *loadings, size_t k, size_t count, size_t a, size_t b)
{
    double sum_u = 0, sum_v = 0, numerator = 0, denominator = 0, n = (double)k;
    for (size_t i = 0; i < k; i++) {
        double x = loadings[i * count + a], y = loadings[i * count + b];
        double u = x * x - y * y, v = 2 * x * y;
        sum_u += u;
        sum_v += v;
        numerator += 2 * u * v;
        denominator += u * u - v * v;
    }
    numerator -= 2 * sum_u * sum_v / n;
    denominator -= (sum_u * sum_u - sum_v * sum_v) / n;
    if (hypot(numerator, denominator) < INDIFFERENT * n) /* rounding must not choose one */
        return 0;
    return atan2(numerator, denominator) / 4;
}

static void turn(double *loadings, size_t k, size_t count, size_t a, size_t b, double angle)
{
    double c = cos(angle), s = sin(angle);
    for (size_t i = 0; i < k; i++) {
        double x = loadings[i * count + a], y = loadings[i * count + b];
        loadings[i * count + a] = c * x + s * y;
        loadings[i * count + b] = c * y - s * x;
    }
}

static double row_length(const double *loadings, size_t count, size_t i)
{
    double sum = 0;
    for (size_t factor = 0; factor < count; factor++)
        sum += loadings[i * count + factor] * loadings[i * count + factor];
    return sqrt(sum);
}

/* One sweep over all pairs of factors; returns the largest angle. */
static double sweep(double *loadings, size_t k, size_t count)
{
    double largest = 0;
    for (size_t a = 0; a < count; a++)
        for (size_t b = a + 1; b < count; b++) {
            double angle = varimax_angle(loadings, k, count, a, b);
            if (angle != 0)
                turn(loadings, k, count, a, b, angle);
            largest = fmax(largest, fabs(angle));
        }
    return largest;
}

/* Rows to length 1, where they have one; length[k] is what they had. */
static void normalise_rows(double *loadings, size_t k, size_t count, double length[])
{
    for (size_t i = 0; i < k; i++) {
        length[i] = row_length(loadings, count, i);
        for (size_t factor = 0; length[i] > 0 && factor < count; factor++)
            loadings[i * count + factor] /= length[i];
    }
}

static void restore_rows(double *loadings, size_t k, size_t count, const double length[])
{
    for (size_t i = 0; i < k; i++)
        for (size_t factor = 0; length[i] > 0 && factor < count; factor++)
            loadings[i * count + factor] *= length[i];
}

sq_status sq_varimax(double *loadings, size_t k, size_t count)
{
    bool settled = count < 2;
    SQ_SCRATCH(memory);
    double *length;
    if (k == 0)
        return SQ_NO_MEMORY;
    SQ_TAKE(length, &memory, k);
    normalise_rows(loadings, k, count, length);
    for (int sweeps = 0; !settled && sweeps < MAXIMUM_SWEEPS; sweeps++)
        settled = sweep(loadings, k, count) <= SETTLED;
    restore_rows(loadings, k, count, length);
    sq_order_factors(loadings, k, count);
    return settled ? SQ_OK : SQ_NO_CONVERGENCE;
}

/* product[count × count] = leftᵀ·right of two k × count matrices. */
static void cross_product(const double *left, const double *right, size_t k, size_t count,
                          double *product)
{
    memset(product, 0, count * count * sizeof *product);
    for (size_t i = 0; i < k; i++)
        for (size_t a = 0; a < count; a++)
            for (size_t b = 0; b < count; b++)
                product[a * count + b] += left[i * count + a] * right[i * count + b];
}

/* result[k × count] = left[k × count]·right[count × count]. */
static void multiply(const double *left, const double *right, size_t k, size_t count,
                     double *result)
{
    for (size_t i = 0; i < k; i++)
        for (size_t b = 0; b < count; b++) {
            double sum = 0;
            for (size_t a = 0; a < count; a++)
                sum += left[i * count + a] * right[a * count + b];
            result[i * count + b] = sum;
        }
}

/* Scales the columns of turn so that the factors, of covariance (turnᵀ·turn)⁻¹, have variance 1;
 * correlation becomes theirs. */
static sq_status scale_turn(double *turning, size_t count, double *product, double *correlation)
{
    cross_product(turning, turning, count, count, product);
    SQ_TRY(sq_inverse(product, count, correlation, NULL));
    for (size_t b = 0; b < count; b++)
        for (size_t a = 0; a < count; a++)
            turning[a * count + b] *= sqrt(correlation[b * count + b]);
    return sq_correlation_of_covariance(correlation, count, correlation);
}

/* Orders and points oblique factors as requirement 3 says, correlations with them. */
static void order_oblique(double *loadings, size_t k, size_t count, double *correlation,
                          double *explained)
{
    for (size_t a = 0; a < count; a++) {
        size_t largest = a;
        double sum = 0;
        sq_explained(loadings, k, count, correlation, explained);
        for (size_t b = a + 1; b < count; b++)
            if (explained[b] > explained[largest])
                largest = b;
        if (largest != a) {
            swap_factors(loadings, k, count, a, largest);
            swap_factors(correlation, count, count, a, largest); /* columns */
            for (size_t b = 0; b < count; b++) {                 /* and rows */
                double kept = correlation[a * count + b];
                correlation[a * count + b] = correlation[largest * count + b];
                correlation[largest * count + b] = kept;
            }
        }
        for (size_t i = 0; i < k; i++)
            sum += loadings[i * count + a];
        for (size_t b = 0; sum < 0 && b < count; b++)
            if (b != a)
                correlation[a * count + b] = correlation[b * count + a] =
                    -correlation[a * count + b];
        point_with_majority(loadings, k, count, a);
    }
}

sq_status sq_promax(double *loadings, size_t k, size_t count, bool kaiser, double *correlation)
{
    SQ_SCRATCH(memory);
    double *target, *product, *inverse, *turning, *length;
    if (count == 1) {
        correlation[0] = 1;
        return SQ_OK;
    }
    SQ_TAKE_TABLE(target, &memory, k, count);
    SQ_TAKE_TABLE(product, &memory, count, count);
    SQ_TAKE_TABLE(inverse, &memory, count, count);
    SQ_TAKE_TABLE(turning, &memory, count, count);
    SQ_TAKE(length, &memory, k);
    if (kaiser)
        normalise_rows(loadings, k, count, length);
    for (size_t i = 0; i < k * count; i++)
        target[i] = loadings[i] * fabs(loadings[i] * loadings[i] * loadings[i]);
    /* least squares of the target on the loadings */
    cross_product(loadings, loadings, k, count, product);
    SQ_TRY(sq_inverse(product, count, inverse, NULL));
    cross_product(loadings, target, k, count, product);
    multiply(inverse, product, count, count, turning);
    SQ_TRY(scale_turn(turning, count, product, correlation));
    memcpy(target, loadings, k * count * sizeof *target);
    multiply(target, turning, k, count, loadings);
    if (kaiser)
        restore_rows(loadings, k, count, length);
    order_oblique(loadings, k, count, correlation, product);
    return SQ_OK;
}

void sq_explained(const double *loadings, size_t k, size_t count, const double *correlation,
                  double *explained)
{
    for (size_t a = 0; a < count; a++) {
        explained[a] = 0;
        for (size_t i = 0; i < k; i++)
            for (size_t b = 0; b < count; b++) {
                double phi = correlation ? correlation[a * count + b] : a == b;
                explained[a] += phi * loadings[i * count + a] * loadings[i * count + b];
            }
    }
}
