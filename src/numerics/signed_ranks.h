/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wilcoxon's signed rank test of paired answers: are the differences as often and as far above 0 as
 * below it. Sources: Wilcoxon 1945, Biometrics Bulletin 1; the effect is the matched-pairs
 * rank-biserial correlation (Kerby 2014, Comprehensive Psychology 3; page not verified); the interval
 * that of Hodges & Lehmann 1963, Ann. Math. Stat. 34. As R's wilcox.test(paired = TRUE,
 * conf.int = TRUE), except as said in 4.
 *
 * Requirements
 * 1 Differences of 0 are dropped; ties share their mean rank.
 * 2 Exact below 50 differences without ties where none was dropped; else by the normal distribution
 *   with a variance for ties and a continuity correction of 1/2. z has the correction always.
 * 3 The interval holds the middle of the differences that were not dropped: the values that the test
 *   would not reject. Its ends are means of two differences.
 * 4 Too few differences for the level: no interval (SQ_UNDEFINED; R gives one of another level). An
 *   exact interval may miss the level by half of what is left of 1, as R's. Where R searches an
 *   approximate end to 10⁻⁴, the end is found.
 * 5 No difference but 0: all SQ_UNDEFINED; none at all: SQ_NO_DATA.
 */
#ifndef SQ_SIGNED_RANKS_H
#define SQ_SIGNED_RANKS_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum { SQ_EXACT_BELOW = 50 }; /* as R's default */

typedef struct sq_signed_ranks {
    size_t n;            /* differences that are not 0 */
    double sum;          /* of the ranks of those above 0 (R's V) */
    double z, p;         /* p two-sided */
    double effect;       /* −1: all below 0, 1: all above */
    double lower, upper; /* of the middle */
    bool exact;
} sq_signed_ranks;

/* Of differences[n], none NaN, between answers as large as size. Errors: SQ_OUT_OF_DOMAIN a level
 * outside 0 to 1, SQ_NO_MEMORY. */
sq_status sq_signed_rank_test(const double differences[], size_t n, double size, double level,
                              sq_signed_ranks *out);

#endif
