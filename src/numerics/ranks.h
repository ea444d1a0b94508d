/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks of numbers, ties sharing their mean rank: what every test by ranks begins with.
 *
 * Requirements
 * 1 Numbers no further apart than rounding from the smallest of their tie are the same.
 * 2 Answers take few different values, so these are counted, not sorted: time grows with n. Numbers
 *   that are all different are sorted.
 */
#ifndef SQ_RANKS_H
#define SQ_RANKS_H

#include "base/arena.h"
#include "base/status.h"

#include <stddef.h>

typedef struct sq_ranks {
    size_t n;      /* numbers */
    size_t count;  /* different ones */
    double *value; /* [count] ascending */
    size_t *times; /* [count] how often each occurs */
    double *rank;  /* [count] its mean rank, from 1 */
    size_t *place; /* [n] which of them each number is */
    double ties;   /* Σ(t³ − t), t the times */
} sq_ranks;

/* Ranks of numbers[n], none of them NaN, in memory of the arena. Errors: SQ_NO_MEMORY. */
sq_status sq_rank(sq_arena *memory, const double numbers[], size_t n, double rounding,
                  sq_ranks *out);

/* Mean ranks from how often each of count values occurs, and Σ(t³ − t). */
double sq_mean_ranks(const size_t times[], size_t count, double rank[]);

#endif
