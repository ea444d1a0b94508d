/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/ranks.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct placed {
    double value;
    size_t index; /* of the number; among few values, of the slot */
} placed;

static int compare_values(const void *a, const void *b)
{
    double first = ((const placed *)a)->value, second = ((const placed *)b)->value;
    return (first > second) - (first < second);
}

/* ---- Few different values: a table of them, found by their bits. */

enum { SLOT_BITS = 8, SLOTS = 1 << SLOT_BITS, FEW = SLOTS / 2 };

typedef struct few_values {
    double value[SLOTS];
    size_t times[SLOTS]; /* 0: an empty slot */
    size_t count;
} few_values;

static size_t slot_of(const few_values *few, double number)
{
    uint64_t bits;
    size_t slot;
    memcpy(&bits, &number, sizeof bits);
    slot = (size_t)(bits * UINT64_C(0x9E3779B97F4A7C15) >> (64 - SLOT_BITS));
    while (few->times[slot] > 0 && few->value[slot] != number)
        slot = (slot + 1) % SLOTS;
    return slot;
}

/* Counts the values, place[n] the slot of each number; false where there are too many. */
static int count_few(const double numbers[], size_t n, few_values *few, size_t place[])
{
    memset(few, 0, sizeof *few);
    for (size_t i = 0; i < n; i++) {
        double number = numbers[i] + 0.0; /* −0 is 0 */
        size_t slot = slot_of(few, number);
        if (few->times[slot] == 0) {
            if (few->count++ == FEW)
                return 0;
            few->value[slot] = number;
        }
        few->times[slot]++;
        place[i] = slot;
    }
    return 1;
}

static void take_value(sq_ranks *out, double value, size_t times, double rounding)
{
    if (out->count == 0 || value - out->value[out->count - 1] > rounding) {
        out->value[out->count] = value;
        out->times[out->count] = 0;
        out->count++;
    }
    out->times[out->count - 1] += times;
}

static sq_status rank_few(sq_arena *memory, const few_values *few, double rounding, sq_ranks *out)
{
    placed sorted[FEW];
    size_t values = 0, place_of[SLOTS];
    for (size_t slot = 0; slot < SLOTS; slot++)
        if (few->times[slot] > 0)
            sorted[values++] = (placed){few->value[slot], slot};
    qsort(sorted, values, sizeof *sorted, compare_values);
    SQ_TAKE(out->value, memory, values);
    SQ_TAKE(out->times, memory, values);
    for (size_t i = 0; i < values; i++) {
        take_value(out, sorted[i].value, few->times[sorted[i].index], rounding);
        place_of[sorted[i].index] = out->count - 1;
    }
    for (size_t i = 0; i < out->n; i++)
        out->place[i] = place_of[out->place[i]];
    return SQ_OK;
}

/* ---- Many. */

static sq_status rank_many(sq_arena *memory, const double numbers[], double rounding, sq_ranks *out)
{
    SQ_SCRATCH(own);
    placed *sorted;
    SQ_TAKE(sorted, &own, out->n);
    SQ_TAKE(out->value, memory, out->n);
    SQ_TAKE(out->times, memory, out->n);
    for (size_t i = 0; i < out->n; i++)
        sorted[i] = (placed){numbers[i], i};
    qsort(sorted, out->n, sizeof *sorted, compare_values);
    for (size_t i = 0; i < out->n; i++) {
        take_value(out, sorted[i].value, 1, rounding);
        out->place[sorted[i].index] = out->count - 1;
    }
    return SQ_OK;
}

double sq_mean_ranks(const size_t times[], size_t count, double rank[])
{
    double below = 0, ties = 0;
    for (size_t i = 0; i < count; i++) {
        double t = (double)times[i];
        rank[i] = below + (t + 1) / 2;
        below += t;
        ties += t * t * t - t;
    }
    return ties;
}

sq_status sq_rank(sq_arena *memory, const double numbers[], size_t n, double rounding,
                  sq_ranks *out)
{
    few_values few;
    *out = (sq_ranks){.n = n};
    SQ_TAKE(out->place, memory, n);
    SQ_TRY(count_few(numbers, n, &few, out->place) ? rank_few(memory, &few, rounding, out)
                                                   : rank_many(memory, numbers, rounding, out));
    SQ_TAKE(out->rank, memory, out->count);
    out->ties = sq_mean_ranks(out->times, out->count, out->rank);
    return SQ_OK;
}
