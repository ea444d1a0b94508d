/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How exactly a share of answers is known: of a top or bottom box, or of any stretch of the scale.
 *
 * Requirements
 * 1 Every answered cell counts as one answer, with the weight of its respondent; NaN is a missing answer,
 *   an infinite one SQ_OUT_OF_DOMAIN. The share is that of answers from … to, both but for rounding.
 * 2 The interval is Wilson's (1927, JASA 22), which stays between 0 and 1 and holds near them, too: as R's
 *   prop.test(correct = FALSE) where everybody gave one answer and weighs the same.
 * 3 Else n is the number of answers that would be as exact: p(1 − p)/Σu², u a respondent's influence on
 *   the share, for respondents are what varies. Where Σu² is 0, for nobody or everybody is inside,
 *   or as many of each one's answers, n is (Σw)²/Σw² of the respondents (Kish 1965, Survey Sampling; page not verified).
 */
#ifndef SQ_SHARE_INTERVAL_H
#define SQ_SHARE_INTERVAL_H

#include "base/status.h"
#include "base/table.h"

typedef struct sq_share {
    double share, n; /* n of requirement 3 */
    double lower, upper;
} sq_share;

/* Errors: SQ_NO_DATA without an answer, SQ_OUT_OF_DOMAIN a level outside 0 to 1, from above to, weights. */
sq_status sq_share_interval(const sq_table *answers, const double *case_weights, double from,
                            double to, double level, sq_share *out);

#endif
