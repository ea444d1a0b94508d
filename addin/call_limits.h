/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The most that a call takes. Nothing can be cancelled while the office computes, so what an
 * argument may ask for ends where a call would take more than 10 seconds or 1 GB on a machine of
 * two cores; beyond it stands #NUM! (Err:502 for items, as in every function), at once. The
 * reference tells each. tests/fuzz/limits draws the worst call of each function at its limits.
 */
#ifndef CALL_LIMITS_H
#define CALL_LIMITS_H

#include "base/status.h"

#include <stddef.h>

enum {
    WIDE = 1024,               /* items that have names, dimensions and relations */
    ANSWERS_MAX = 24 << 20,    /* cells of a range of answers: a full sheet of 24 items, 200 MB */
    TEXTS_MAX = 4 << 20,       /* cells of a range of labels: a full sheet of 4, 300 MB */
    VALUES_MAX = 4 << 20,      /* cells by value, of which the office has made 100 MB before */
    RESULT_MAX = 8 << 20,      /* cells of a result: a full sheet of 8 columns, 200 MB and texts */
    FACTORED_MAX = 200,        /* items behind factors: each round takes their third power */
    CONFIRMED_MAX = 100,       /* items of a confirmatory model: two parameters each, and more */
    ATTRIBUTES_MAX = 128,      /* of PRCA: two dummies each, and again the third power */
    GROUP_GAPS_MAX = 1 << 20,  /* groups × dimensions, an interval each */
    PAIRS_MAX = 1 << 14,       /* pairs of groups × what is compared: three texts a row */
    RANGE_PAIRS_MAX = 1 << 11, /* the same by the studentised range, 2 ms each */
    RANKED_MAX = 1 << 26       /* answers that rank sum tests of pairs rank */
};

/* Respondents × items²: what covariances take; all rows of a sheet by 44 items. */
#define COVARIANCES_MAX 2147483648.0

/* Resamples × (respondents × (attributes + 6)² + 10 × attributes³) of key drivers; and their number. */
#define DRIVERS_WORK_MAX 17179869184.0
enum { DRIVER_RESAMPLES_MAX = 1 << 16 };

/* Numbers that Calc moves while it takes the texts (and blanks) of a table one by one, each of which
 * stands before the numbers below it: 4 s, a column of 250,000 texts. */
#define MOVED_MAX 3.2e10

static inline sq_status within(double asked, double most)
{
    return asked <= most ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

/* Of functions that relate each item to each other. */
static inline sq_status within_covariances(size_t respondents, size_t items)
{
    if (items > WIDE)
        return SQ_BAD_ARGUMENT;
    return within((double)respondents * (double)items * (double)items, COVARIANCES_MAX);
}

#endif
