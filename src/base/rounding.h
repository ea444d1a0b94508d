/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rounding leaves of 0. A double carries 16 digits: 0.3 − (0.1 + 0.2) is not 0 but −5.6E-17,
 * and its t, its d or its class would be printed like any other. A number computed from others of a
 * given size is told from 0 only above 10⁻¹² of that size. That is 10⁴ times the rounding of one
 * number, which is what a sum over 10⁸ answers gathers (as the square root of how many there are),
 * and far below the smallest difference that answers make: one scale point of one respondent among
 * a million is 10⁻⁶ of it.
 */
#ifndef SQ_ROUNDING_H
#define SQ_ROUNDING_H

#include <math.h>
#include <stdbool.h>

static const double sq_rounding = 1e-12;

/* Whether value, computed from numbers as large as size, is 0 but for rounding. NaN is not. */
static inline bool sq_is_zero(double value, double size)
{
    return fabs(value) <= sq_rounding * fabs(size);
}

/* value, or 0 where it is that but for rounding. */
static inline double sq_rounded(double value, double size)
{
    return sq_is_zero(value, size) ? 0 : value;
}

/* Whether two numbers are the same but for rounding. */
static inline bool sq_is_same(double first, double second)
{
    return first == second || sq_is_zero(first - second, fmax(fabs(first), fabs(second)));
}

/* The share of a variance that others leave, or a spread beside what it is the spread of, below
 * which there is none: a squared multiple correlation of 1 as far as answers to a survey can tell.
 */
static const double sq_singular = 1e-10;

#endif
