/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapiro and Wilk's test of normality.
 *
 * Source: Royston 1995, Applied Statistics 44 (algorithm AS R94; page not verified, figures checked
 * against R's shapiro.test).
 *
 * Requirements
 * 1 W is the squared correlation of the ordered values with the normal scores' weights; it does not
 *   change with the scale or the zero of the values. p is small where they are not normal.
 * 2 3 to 5,000 values of which two differ (rounding.h); else SQ_UNDEFINED.
 */
#ifndef SQ_SHAPIRO_WILK_H
#define SQ_SHAPIRO_WILK_H

#include "base/status.h"

#include <stddef.h>

/* Of sorted[n] finite values whose range is finite. Errors: SQ_UNDEFINED, SQ_NO_MEMORY. */
sq_status sq_shapiro_wilk(const double sorted[], size_t n, double *w, double *p);

#endif
