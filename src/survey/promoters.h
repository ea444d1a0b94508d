/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The net promoter score: shares of promoters and detractors, the score and how exact it is.
 *
 * Source: Reichheld 2003, Harvard Business Review 81(12). Its standard error is that of a mean of 100
 * for a promoter, −100 for a detractor and 0 for the others (Rowe 2014; page not verified).
 *
 * Requirements
 * 1 Every answered cell counts as one answer, with the weight of its respondent; NaN is a missing
 *   answer. Answers are whole numbers from 0 to 10; another one is SQ_OUT_OF_DOMAIN. A respondent of
 *   weight 0 (or without weight) is as if absent, whatever was answered.
 * 2 Promoters are answers from promoters_from on, detractors those up to detractors_to; two numbers of
 *   which the first is not above the second are SQ_OUT_OF_DOMAIN.
 * 3 Respondents are what varies: the answers of one stand together. se² = n/(n−1)·Σu², u a respondent's
 *   influence on the score, w·Σ(x − score)/Σw of his answers, n the respondents who gave one (as R's
 *   survey::svyratio; with one answer each and no weights s/√n). The interval is Student's with n − 1,
 *   and ends at ±100.
 * 4 One respondent: no se and no interval (SQ_UNDEFINED); the same from all: neither.
 */
#ifndef SQ_PROMOTERS_H
#define SQ_PROMOTERS_H

#include "base/status.h"
#include "base/table.h"
#include "numerics/inference.h"

typedef struct sq_promoter_cuts {
    double promoters_from, detractors_to;
} sq_promoter_cuts;

typedef struct sq_promoters {
    double promoters, passives, detractors; /* shares of the answers, 0 to 1 */
    sq_estimate score;                      /* −100 to 100; n respondents */
} sq_promoters;

/* Of the respondents listed in rows[count]; rows NULL: of all. Errors: SQ_NO_DATA without an answer,
 * SQ_OUT_OF_DOMAIN. */
sq_status sq_promoters_of(const sq_table *answers, const double *case_weights, const size_t *rows,
                          size_t count, const sq_promoter_cuts *cuts, double level,
                          sq_promoters *out);

#endif
