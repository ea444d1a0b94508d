/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The distribution of the studentised range: how far apart the largest and the smallest of several
 * means lie by chance, in units of their standard error. Tukey 1949, Biometrics 5; the integrals as
 * in Hochberg & Tamhane 1987, Multiple Comparison Procedures (pages not verified). Held against R's
 * ptukey; beyond 25,000 degrees of freedom R takes them for infinite, which this does not.
 */
#ifndef SQ_STUDENTISED_RANGE_H
#define SQ_STUDENTISED_RANGE_H

#include <stddef.h>

/* The probability of a range of more than q among means standardised by an estimate of df degrees of
 * freedom, df > 0, which may be a fraction; means ≥ 2. Exact to about 10⁻¹². */
double sq_range_probability(double q, size_t means, double df);

/* The range that is passed with probability 1 − level. */
double sq_range_quantile(double level, size_t means, double df);

#endif
