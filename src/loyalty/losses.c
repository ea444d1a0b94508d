/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loyalty/losses.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int by_count(const void *a, const void *b)
{
    const sq_loss_kind *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static int by_amount(const void *a, const void *b)
{
    const sq_loss_kind *x = a, *y = b;
    if (x->amount != y->amount)
        return x->amount < y->amount ? 1 : -1;
    return by_count(a, b);
}

static sq_status add_up(const size_t *key, const double *amounts, size_t losses, size_t kinds,
                        sq_loss_kind *table, size_t *count, double *total)
{
    *count = 0;
    *total = 0;
    for (size_t k = 0; k < kinds; k++)
        table[k] = (sq_loss_kind){.kind = k};
    for (size_t i = 0; i < losses; i++) {
        double amount = amounts ? amounts[i] : NAN;
        if (key[i] >= kinds)
            continue;
        if (amount < 0 || isinf(amount))
            return SQ_OUT_OF_DOMAIN;
        table[key[i]].count++;
        ++*count;
        if (!isnan(amount)) {
            table[key[i]].amount += amount;
            *total += amount;
        }
    }
    return isfinite(*total) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

sq_status sq_pareto(const size_t *key, const double *amounts, size_t losses, size_t kinds,
                    sq_loss_kind *table)
{
    size_t count, counted = 0, last = 0;
    double total, summed = 0;
    SQ_TRY(add_up(key, amounts, losses, kinds, table, &count, &total));
    if (count == 0)
        return SQ_NO_DATA;
    qsort(table, kinds, sizeof *table, total > 0 ? by_amount : by_count);
    for (size_t k = 0; k < kinds; k++) {
        counted += table[k].count;
        summed += table[k].amount;
        table[k].share = (double)table[k].count / (double)count;
        table[k].cumulated = (double)counted / (double)count;
        table[k].amount_share = total > 0 ? table[k].amount / total : sq_error(SQ_UNDEFINED);
        table[k].amount_cumulated = total > 0 ? summed / total : sq_error(SQ_UNDEFINED);
        if (table[k].amount > 0)
            last = k;
    }
    for (size_t k = last; total > 0 && k < kinds; k++)
        table[k].amount_cumulated = 1; /* not 0.99…: the sums were rounded in another order */
    return SQ_OK;
}

/* Year, month and day of the days since 1970-01-01. Source: Hinnant, chrono-compatible low-level
 * date algorithms, civil_from_days. */
static void civil(long days, long *year, long *month, long *day)
{
    long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    long of_era = z - era * 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long shifted = (5 * of_year + 2) / 153; /* 0 is March */
    *day = of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

int sq_period_name(double date, sq_period period, char *name, size_t size)
{
    const double since_1970 = 25569, first = -115858, last = 2958465; /* 1582-10-15, 9999-12-31 */
    long year, month, day;
    if (!(date >= first && date < last + 1))
        return 0;
    civil((long)(floor(date) - since_1970), &year, &month, &day);
    switch (period) {
    case SQ_DAY:
        return snprintf(name, size, "%ld-%02ld-%02ld", year, month, day) > 0;
    case SQ_MONTH:
        return snprintf(name, size, "%ld-%02ld", year, month) > 0;
    case SQ_QUARTER:
        return snprintf(name, size, "%ld-Q%ld", year, (month + 2) / 3) > 0;
    case SQ_YEAR:
        return snprintf(name, size, "%ld", year) > 0;
    }
    return 0;
}
