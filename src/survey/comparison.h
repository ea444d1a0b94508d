/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Do groups of respondents answer an item differently.
 *
 * Requirements
 * 1 NaN is a missing answer, an infinite one SQ_OUT_OF_DOMAIN. Every respondent counts once.
 * 2 The interval of a mean is Student's, that of a median between the two answers that the sign test does
 *   not reject at the level (Conover 1999, Practical Nonparametric Statistics; page not verified): at
 *   least as sure as the level says. Too few answers for it: SQ_UNDEFINED.
 * 3 η² is the share of the spread of all answers that lies between the groups' means, all groups in it.
 */
#ifndef SQ_COMPARISON_H
#define SQ_COMPARISON_H

#include "base/table.h"
#include "numerics/inference.h"
#include "numerics/rank_groups.h"

/* The answers to an item by respondents rows[first[g] … first[g + 1] − 1], who are group g, in memory of the
 * arena. Errors: SQ_OUT_OF_DOMAIN, SQ_NO_MEMORY. */
sq_status sq_answers_of_groups(sq_arena *memory, const sq_table *answers, size_t item,
                               const size_t rows[], const size_t first[], size_t groups,
                               sq_grouped *out);

/* The mean of each group, into mean[groups]. */
void sq_means_of_groups(const sq_grouped *of, double level, sq_estimate mean[]);

/* η²; SQ_UNDEFINED without spread, SQ_NO_DATA without an answer. */
double sq_eta_squared(const sq_estimate mean[], size_t groups);

typedef struct sq_middle {
    double median, lower, upper;
} sq_middle;

/* The median of each group, into middle[groups]. Errors: SQ_NO_MEMORY. */
sq_status sq_medians_of_groups(const sq_grouped *of, double level, sq_middle middle[]);

#endif
