/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both integrals are sums at equal distances, which for smooth functions that die away at either end
 * converge faster than any power of the distance.
 */
#include "numerics/studentised_range.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* Where the largest of the means may lie, its density there, and the share of the others below. */
enum { PLACES = 103 };
#define LOWEST (-8.0)
#define APART (1.0 / 6)

typedef struct ranges {
    double means, df;
    double density[PLACES], below[PLACES];
} ranges;

static double normal_below(double z)
{
    return erfc(-z * M_SQRT1_2) / 2;
}

static ranges ranges_of(size_t means, double df)
{
    ranges of = {.means = (double)means, .df = df};
    for (int i = 0; i < PLACES; i++) {
        double z = LOWEST + APART * i;
        of.density[i] = of.means * APART * exp(-z * z / 2) / sqrt(2 * M_PI);
        of.below[i] = normal_below(z);
    }
    return of;
}

/* The probability of a range of more than w where the standard error is known:
 * 1 − k∫φ(z)(Φ(z) − Φ(z − w))^(k−1) dz. */
static double known_beyond(const ranges *of, double w)
{
    double within = 0;
    for (int i = 0; i < PLACES; i++) {
        double share = of->below[i] - normal_below(LOWEST + APART * i - w);
        within += of->density[i] * pow(share, of->means - 1);
    }
    return within < 1 ? 1 - within : 0;
}

/* The mean of that over s, the estimated standard error beside the true one: s² is χ²/df, and
 * u = ln s has a density of e^(df·(u − (s² − 1)/2)), up to a factor. From the middle to one side. */
static double one_side(const ranges *of, double q, double step)
{
    double sum = 0, density = 1;
    for (double u = step; density > 1e-18; u += step) {
        density = exp(of->df * (u - expm1(2 * u) / 2));
        sum += density * known_beyond(of, q * exp(u));
    }
    return sum;
}

static double beyond(const ranges *of, double q)
{
    double step = fmin(0.1, 0.4 / sqrt(2 * of->df)), half = of->df / 2;
    double sum = known_beyond(of, q) + one_side(of, q, step) + one_side(of, q, -step);
    return fmin(1, 2 * step * sqrt(half / (2 * M_PI)) / gsl_sf_gammastar(half) * sum);
}

double sq_range_probability(double q, size_t means, double df)
{
    ranges of = ranges_of(means, df);
    return q > 0 ? beyond(&of, q) : 1;
}

typedef struct wanted {
    ranges of;
    double log_probability;
} wanted;

static double distance(double q, void *parameters)
{
    const wanted *w = parameters;
    return log(fmax(beyond(&w->of, q), 1e-300)) - w->log_probability;
}

double sq_range_quantile(double level, size_t means, double df)
{
    wanted w = {ranges_of(means, df), log(1 - level)};
    gsl_function function = {distance, &w};
    gsl_root_fsolver *solver;
    double low = 0.01, high = 5, q;
    while (distance(high, &w) > 0 && high < 1e6)
        low = high, high *= 2;
    if (!(distance(low, &w) > 0) || !(solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent)))
        return NAN;
    gsl_root_fsolver_set(solver, &function, low, high);
    for (int round = 0; round < 100; round++) {
        gsl_root_fsolver_iterate(solver);
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
        if (high - low <= 1e-10 * high)
            break;
    }
    q = gsl_root_fsolver_root(solver);
    gsl_root_fsolver_free(solver);
    return q;
}
