/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests by ranks between independent groups: Kruskal & Wallis 1952, JASA 47, as R's kruskal.test; the
 * rank sum test of two groups (Wilcoxon 1945; Mann & Whitney 1947), as R's wilcox.test; Dunn 1964,
 * Technometrics 6 (page not verified).
 *
 * Requirements
 * 1 All numbers are ranked together, ties sharing their mean rank, and every variance is one for ties.
 *   A group of one counts; one of none is as if absent.
 * 2 Kruskal and Wallis: H by χ², the effect ε² = H/(n − 1) (Tomczak & Tomczak 2014, Trends in Sport
 *   Sciences 1; page not verified). Fewer than two groups, or all numbers the same: SQ_UNDEFINED.
 * 3 Rank sum: exact where both groups have fewer than 50 and nothing ties, else normal with a continuity
 *   correction of 1/2; z has the correction always. The two groups alone are ranked.
 */
#ifndef SQ_RANK_GROUPS_H
#define SQ_RANK_GROUPS_H

#include "base/arena.h"
#include "base/status.h"

#include <stddef.h>

/* Numbers of independent groups, one group behind the other. */
typedef struct sq_grouped {
    const double *numbers; /* [first[groups]] none NaN */
    const size_t *first;   /* [groups + 1] where each group begins */
    size_t groups;
    double
        size; /* of the largest of them, or of the answers they are differences of (rounding.h) */
} sq_grouped;

static inline size_t sq_group_size(const sq_grouped *of, size_t group)
{
    return of->first[group + 1] - of->first[group];
}

typedef struct sq_rank_test {
    double h, df, p, effect;
} sq_rank_test;

/* Errors: SQ_NO_MEMORY. */
sq_status sq_kruskal_wallis(const sq_grouped *of, sq_rank_test *out);

typedef struct sq_deviate {
    double z, p; /* p two-sided; z above 0: the first group has the higher ranks */
} sq_deviate;

/* Dunn's z of every pair of groups (0 with 1, 0 with 2, … 1 with 2, …) into pair[groups(groups−1)/2].
 * A pair with an empty group: SQ_NO_DATA; all numbers the same: SQ_UNDEFINED. Errors: SQ_NO_MEMORY. */
sq_status sq_dunn(const sq_grouped *of, sq_deviate pair[]);

/* The exact distributions that were needed, kept for the next pair of such sizes. */
typedef struct sq_rank_sums {
    sq_arena *memory;
    double **below; /* by the sizes of both groups; NULL: none yet */
} sq_rank_sums;

/* The rank sum test of two of the groups. Errors: SQ_NO_MEMORY. */
sq_status sq_rank_sum_test(const sq_grouped *of, size_t first, size_t second, sq_rank_sums *kept,
                           sq_deviate *out);

#endif
