/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What customers are worth, what it costs to lose and to win them.
 *
 * Requirements
 * 1 Money in any currency, the same throughout; retention and discount are shares a year (0.8, not
 *   80); times in years; payments at the ends of years, the first a year from now.
 * 2 A retention outside 0–1, a discount of −1 and below or 1 and above (10 was meant for 10 %),
 *   negative counts, costs and years, infinite numbers: SQ_OUT_OF_DOMAIN. A margin may be negative.
 *   A result too large for a double: SQ_OUT_OF_DOMAIN.
 */
#ifndef SQ_CUSTOMER_VALUE_H
#define SQ_CUSTOMER_VALUE_H

#include "base/status.h"

/* Lifetime value of a customer: Σ margin·(r/(1 + d))ᵗ over t = 1 … years, years a whole number;
 * NaN: for ever, margin·r/(1 + d − r), SQ_UNDEFINED where that does not end (r ≥ 1 + d). Source:
 * Gupta & Lehmann 2003, J. Interactive Marketing 17. */
sq_status sq_lifetime_value(double margin, double retention, double discount, double years,
                            double *value);

/* What the customers lost in a year cost: customers·(1 − r)·(margin·annuity + replacement), annuity
 * the present value of 1 a year for that many years, (1 − (1 + d)^−years)/d. A horizon of the
 * expected lifetime, 1/(1 − r), would cancel 1 − r: undiscounted the cost would be the same
 * whatever the retention. replacement: what it costs to win one in the place of one. */
typedef struct sq_loss {
    double customers, retention, margin, years, discount, replacement;
} sq_loss;
sq_status sq_loss_cost(const sq_loss *loss, double *cost);

/* What winning one customer costs: (campaign + meetings·cost + calls·cost)/won. Nobody won:
 * SQ_NO_DATA. */
typedef struct sq_acquisition {
    double campaign, meetings, meeting_cost, calls, call_cost, won;
} sq_acquisition;
sq_status sq_acquisition_cost(const sq_acquisition *acquisition, double *cost);

/* Dissatisfied customers behind the complaints, those who complained among them: complaints/rate,
 * rate the share of the dissatisfied who complain, above 0 up to 1. Which share it is depends on
 * the trade; "1 in 27" is folklore. */
sq_status sq_unheard(double complaints, double complaint_rate, double *customers);

#endif
