/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which groups differ from which, once a test has found that not all are alike.
 *
 * Requirements
 * 1 Difference, statistic and interval are the first group of a pair minus the second.
 * 2 Welch: t of the two groups alone, p adjusted after Holm over the pairs that have one; the interval
 *   is that of one pair. Games and Howell: the same t and p; adjusted and interval hold for all pairs,
 *   by the studentised range of as many groups as have two members (Games & Howell 1976, J. Educ.
 *   Statistics 1; page not verified). Tukey: one variance for all groups, from the spread within them
 *   (as R's TukeyHSD; groups of unequal size after Kramer 1956, Biometrics 12); a group of one counts.
 * 3 By ranks (rank_groups.h): Dunn, or the rank sum test of each pair; after Holm. The difference is
 *   that of the medians; no interval and no degrees of freedom (SQ_UNDEFINED).
 * 4 A pair with an empty group: SQ_NO_DATA. Without spread, or two members of each (Tukey: more members
 *   than groups): SQ_UNDEFINED.
 */
#ifndef SQ_PAIRS_H
#define SQ_PAIRS_H

#include "numerics/inference.h"
#include "numerics/rank_groups.h"

typedef enum sq_pair_test {
    SQ_WELCH_PAIRS,
    SQ_GAMES_HOWELL,
    SQ_TUKEY,
    SQ_DUNN,
    SQ_RANK_SUMS
} sq_pair_test;

typedef struct sq_pair {
    size_t first, second; /* groups */
    double difference;
    double statistic; /* t, or z by ranks */
    double df, p, adjusted;
    double lower, upper;
} sq_pair;

/* How many pairs so many groups make. */
size_t sq_pairs(size_t groups);

/* By the means of groups: pair[sq_pairs(groups)]. Errors: SQ_OUT_OF_DOMAIN a level outside 0 to 1,
 * SQ_NO_MEMORY. */
sq_status sq_pairs_of_means(const sq_estimate group[], size_t groups, sq_pair_test test,
                            double level, sq_pair pair[]);

/* By ranks; kept as in rank_groups.h. Errors: SQ_NO_MEMORY. */
sq_status sq_pairs_of_ranks(const sq_grouped *of, sq_pair_test test, sq_rank_sums *kept,
                            sq_pair pair[]);

/* The middle of numbers[n]; SQ_NO_DATA of none. */
sq_status sq_median(const double numbers[], size_t n, double *out);

#endif
