/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loss analysis: which product, which customers, when, why; the few kinds that make up most of it
 * first (Pareto order).
 *
 * Requirements
 * 1 Each loss bears a key that tells its kind, 0 … kinds − 1 (SQ_NOWHERE: no loss), and perhaps an
 *   amount; a missing amount (NaN) leaves a loss that counts but adds nothing.
 * 2 Pareto order: by amount where there are amounts, else by count, the largest first; ties by
 *   count, then in the order of the kinds.
 * 3 Shares are of all losses, cumulated in that order; the last cumulated share is 1 exactly.
 * 4 No loss at all: SQ_NO_DATA. A negative or infinite amount: SQ_OUT_OF_DOMAIN. Amounts that are
 *   all 0 or missing: their shares are sq_error(SQ_UNDEFINED), the order is that of counts.
 */
#ifndef SQ_LOSSES_H
#define SQ_LOSSES_H

#include "base/status.h"
#include "base/table.h"

typedef struct sq_loss_kind {
    size_t kind; /* which one */
    size_t count;
    double share, cumulated; /* of the losses, 0 to 1 */
    double amount;
    double amount_share, amount_cumulated; /* of the amounts, 0 to 1 */
} sq_loss_kind;

/* Fills table[kinds], in Pareto order; kinds without a loss stand last with count 0.
 * amounts[losses] may be NULL. */
sq_status sq_pareto(const size_t *key, const double *amounts, size_t losses, size_t kinds,
                    sq_loss_kind *table);

typedef enum sq_period { SQ_DAY, SQ_MONTH, SQ_QUARTER, SQ_YEAR } sq_period;

/* The period that a date lies in, "2026-03-14", "2026-03", "2026-Q1", "2026"; date in days since
 * 1899-12-30, Calc's own count. Writes at most size bytes, 24 are enough. False where it is no date
 * from 1582-10-15, the first of this calendar, to 9999-12-31. */
int sq_period_name(double date, sq_period period, char *name, size_t size);

#endif
