/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/gap_chain.h"

#include "base/arena.h"
#include "base/rounding.h"

/* Means of each level over the common items; a level not given stays as it is. */
typedef struct work {
    sq_ratings ratings[SQ_LEVELS + 2]; /* the levels, expectations, and the service gap */
    sq_gap mean[SQ_LEVELS + 2];
    double *share; /* [columns] */
    sq_gap *item;  /* [columns] */
} work;
enum { EXPECTATIONS = SQ_LEVELS, SERVICE, ALL };

static sq_status find_common_items(work *w, size_t columns, double level)
{
    double common = 0;
    for (size_t i = 0; i < columns; i++)
        w->share[i] = 1;
    for (size_t l = 0; l < ALL; l++) {
        if (!w->ratings[l].minuend.values)
            continue;
        SQ_TRY(sq_gap_over_items(&w->ratings[l], w->share, level, w->item, NULL));
        for (size_t i = 0; i < columns; i++)
            if (w->item[i].gap.n == 0)
                w->share[i] = 0;
    }
    for (size_t i = 0; i < columns; i++)
        common += w->share[i];
    for (size_t i = 0; common > 0 && i < columns; i++)
        w->share[i] /= common;
    return SQ_OK;
}

static sq_gap not_given(void)
{
    double none = sq_error(SQ_UNDEFINED);
    return (sq_gap){none, none, 0, 0, {0, none, none, none, none, none, none, none, none, none, 0}};
}

static sq_gap between(const work *w, size_t from, size_t to, double level)
{
    const sq_estimate *first = &w->mean[from].gap, *second = &w->mean[to].gap;
    if (!w->ratings[from].minuend.values || !w->ratings[to].minuend.values)
        return not_given();
    return (sq_gap){w->mean[to].minuend, w->mean[from].minuend, second->n, first->n,
                    sq_welch_difference(first, second, level)};
}

static sq_status fill_chain(work *w, size_t columns, double level, sq_gap_chain *chain)
{
    double size = 0;
    SQ_TRY(find_common_items(w, columns, level));
    for (size_t l = 0; l < ALL; l++)
        if (w->ratings[l].minuend.values)
            SQ_TRY(sq_gap_over_items(&w->ratings[l], w->share, level, w->item, &w->mean[l]));
    chain->gap[SQ_GAP_1] = between(w, EXPECTATIONS, SQ_MANAGEMENT, level);
    chain->gap[SQ_GAP_2] = between(w, SQ_MANAGEMENT, SQ_STANDARDS, level);
    chain->gap[SQ_GAP_3] = between(w, SQ_STANDARDS, SQ_DELIVERY, level);
    chain->gap[SQ_GAP_4] = between(w, SQ_COMMUNICATIONS, SQ_DELIVERY, level);
    chain->gap[SQ_GAP_5] = w->mean[SERVICE];
    chain->sum = chain->gap[SQ_GAP_1].gap.mean + chain->gap[SQ_GAP_2].gap.mean +
                 chain->gap[SQ_GAP_3].gap.mean;
    chain->left = chain->gap[SQ_GAP_5].gap.mean - chain->sum;
    for (size_t gap = 0; gap < SQ_GAPS; gap++)
        size = fmax(size, chain->gap[gap].gap.size);
    chain->sum = sq_rounded(chain->sum, size);
    chain->left = sq_rounded(chain->left, size);
    return SQ_OK;
}

/* Which answers stand at which level, and room for the items. */
static sq_status prepare(sq_arena *memory, work *w, const sq_ratings *service,
                         const sq_table levels[SQ_LEVELS])
{
    size_t columns = service->minuend.columns;
    *w = (work){0};
    SQ_TAKE(w->share, memory, columns);
    SQ_TAKE(w->item, memory, columns);
    for (size_t l = 0; l < SQ_LEVELS; l++) {
        w->ratings[l].minuend = levels[l];
        if (levels[l].values && levels[l].columns != columns)
            return SQ_BAD_ARGUMENT;
    }
    w->ratings[EXPECTATIONS].minuend = service->subtrahend;
    w->ratings[EXPECTATIONS].beside = service->minuend; /* requirement 1 */
    w->ratings[EXPECTATIONS].case_weights = service->case_weights;
    w->ratings[SERVICE] = *service;
    return SQ_OK;
}

sq_status sq_gap_chain_of(const sq_ratings *service, const sq_table levels[SQ_LEVELS], double level,
                          sq_gap_chain *chain)
{
    SQ_SCRATCH(memory);
    work w;
    SQ_TRY(prepare(&memory, &w, service, levels));
    return fill_chain(&w, service->minuend.columns, level, chain);
}

sq_status sq_gap_chain_items(const sq_ratings *service, const sq_table levels[SQ_LEVELS],
                             bool counted[])
{
    size_t columns = service->minuend.columns;
    SQ_SCRATCH(memory);
    work w;
    SQ_TRY(prepare(&memory, &w, service, levels));
    SQ_TRY(find_common_items(&w, columns, SQ_ANY_LEVEL));
    for (size_t i = 0; i < columns; i++)
        counted[i] = w.share[i] > 0;
    return SQ_OK;
}
