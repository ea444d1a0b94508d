/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/shapiro_wilk.h"

#include "base/arena.h"
#include "base/rounding.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_poly.h>
#include <gsl/gsl_statistics_double.h>

enum { FEWEST = 3, MOST = 5000, FEW = 11 /* up to here another curve gives p */ };

#define POLYNOMIAL(x, ...)                                                                         \
    gsl_poly_eval((const double[]){__VA_ARGS__},                                                   \
                  (int)(sizeof((const double[]){__VA_ARGS__}) / sizeof(double)), (x))

/* weight[i] of the value i from the end, positive; weights of the other half are their negatives. */
static void find_weights(size_t n, double weight[])
{
    double x = 1 / sqrt((double)n), squares = 0, left, of_left = 1;
    size_t half = n / 2, own = n > 5 ? 2 : 1; /* outermost weights with a curve of their own */
    if (n == FEWEST) {
        weight[0] = sqrt(0.5);
        return;
    }
    for (size_t i = 0; i < half; i++) {
        weight[i] = -gsl_cdf_ugaussian_Pinv(((double)i + 0.625) / ((double)n + 0.25));
        squares += 2 * weight[i] * weight[i];
    }
    left = squares;
    for (size_t i = 0; i < own; i++) {
        double curve = i == 0
                           ? POLYNOMIAL(x, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056)
                           : POLYNOMIAL(x, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
        left -= 2 * weight[i] * weight[i];
        weight[i] = weight[i] / sqrt(squares) + curve;
        of_left -= 2 * weight[i] * weight[i];
    }
    for (size_t i = own; i < half; i++)
        weight[i] /= sqrt(left / of_left);
}

/* 1 − W, without the loss that 1 minus W would bring. */
static double missing_correlation(const double sorted[], size_t n, const double weight[])
{
    double mean = gsl_stats_mean(sorted, 1, n), range = sorted[n - 1] - sorted[0];
    double of_weights = 0, of_values = 0, product = 0, root;
    for (size_t i = 0; i < n; i++) {
        double value = (sorted[i] - mean) / range, own = 0;
        if (i < n / 2)
            own = -weight[i];
        else if (n - 1 - i < n / 2)
            own = weight[n - 1 - i];
        of_weights += own * own;
        of_values += value * value;
        product += own * value;
    }
    root = sqrt(of_weights * of_values);
    return fmax(0, (root - product) * (root + product) / (of_weights * of_values));
}

static double probability(size_t n, double missing)
{
    double y = log(missing), x = log((double)n), mean, sd;
    if (n == FEWEST)
        return fmax(0, 6 / M_PI * (asin(sqrt(1 - missing)) - asin(sqrt(0.75))));
    if (n <= FEW) {
        double end = POLYNOMIAL((double)n, -2.273, 0.459);
        if (y >= end)
            return 0;
        y = -log(end - y);
        mean = POLYNOMIAL((double)n, 0.544, -0.39978, 0.025054, -6.714e-4);
        sd = exp(POLYNOMIAL((double)n, 1.3822, -0.77857, 0.062767, -0.0020322));
    } else {
        mean = POLYNOMIAL(x, -1.5861, -0.31082, -0.083751, 0.0038915);
        sd = exp(POLYNOMIAL(x, -0.4803, -0.082676, 0.0030302));
    }
    return gsl_cdf_ugaussian_Q((y - mean) / sd);
}

sq_status sq_shapiro_wilk(const double sorted[], size_t n, double *w, double *p)
{
    SQ_SCRATCH(memory);
    double *weight, missing;
    if (n < FEWEST || n > MOST || sq_is_same(sorted[0], sorted[n - 1]))
        return SQ_UNDEFINED;
    SQ_TAKE(weight, &memory, n / 2);
    find_weights(n, weight);
    missing = missing_correlation(sorted, n, weight);
    *w = 1 - missing;
    *p = probability(n, missing);
    return SQ_OK;
}
