/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How complaints were dealt with.
 *
 * Requirements
 * 1 A complaint has a date when it was opened and, once answered, one when it was closed; in days.
 *   Without an opening date (NaN) there is no complaint; without a closing date it is open.
 * 2 Closed before opened, an infinite date, a target below 0: SQ_OUT_OF_DOMAIN, for such dates are
 *   mistakes that would shorten the mean silently.
 * 3 Times are those of the answered: mean, median and 90 % point by R's type 7 (as Calc's
 *   PERCENTILE); nobody answered: sq_error(SQ_NO_DATA). Within target: share of the answered.
 * 4 resolved: 1 yes, 0 no, NaN not stated; the rate is of those stated. Any other number is
 *   SQ_OUT_OF_DOMAIN.
 */
#ifndef SQ_COMPLAINTS_H
#define SQ_COMPLAINTS_H

#include "base/status.h"

#include <stddef.h>

typedef struct sq_complaints {
    size_t opened, answered, open;
    double answered_rate;                 /* share of the opened */
    double mean, median, ninety, longest; /* days */
    double within_target;                 /* share of the answered; SQ_UNDEFINED without a target */
    size_t resolved, not_stated;
    double resolved_rate; /* share of those stated; SQ_UNDEFINED where it was not asked */
} sq_complaints;

/* opened[n], closed[n], resolved[n] or NULL; target in days, NaN: none; days[n] is workspace. No
 * complaint: SQ_NO_DATA. */
sq_status sq_complaints_of(const double *opened, const double *closed, const double *resolved,
                           size_t n, double target, double *days, sq_complaints *out);

#endif
