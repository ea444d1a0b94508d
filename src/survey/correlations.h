/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How two items go together: Pearson's correlation, or Spearman's of their ranks.
 *
 * Requirements
 * 1 Pairwise: every respondent who answered both. Ranks are those among these respondents, ties sharing
 *   their mean rank. An infinite answer is SQ_OUT_OF_DOMAIN.
 * 2 p is two-sided: Pearson by Student's t with n − 2, as R's cor.test. Spearman as that too: exact up to 9
 *   respondents without ties, to 1,290 by the series of Best & Roberts 1975, Applied Statistics 24
 *   (AS 89; page not verified), with ties or beyond by t.
 * 3 Fewer than three respondents, or an item without spread among them: SQ_UNDEFINED; without one:
 *   SQ_NO_DATA. An item with itself has r = 1 and no p.
 */
#ifndef SQ_CORRELATIONS_H
#define SQ_CORRELATIONS_H

#include "base/status.h"
#include "base/table.h"

#include <stdbool.h>

typedef struct sq_item_correlation {
    double r, p;
    size_t n; /* respondents who answered both */
} sq_item_correlation;

/* Of each column of first with each of second, out[first.columns × second.columns]. second NULL: of first with
 * itself. Both have the same rows. Errors: SQ_BAD_ARGUMENT shapes, SQ_OUT_OF_DOMAIN, SQ_NO_MEMORY. */
sq_status sq_correlations(const sq_table *first, const sq_table *second, bool by_ranks,
                          sq_item_correlation out[]);

#endif
