/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many customers stay, from how satisfied they are.
 *
 * Requirements
 * 1 The default table, for a score on a five-point scale: 5 → 94.5 %, 4 → 82.5 %, 3 → 62.5 %,
 *   2 → 17.5 %, 1 → 2.5 %: the midpoints of 92–97, 80–85, 60–65, 15–20 and 0–5 %, figures that
 *   textbooks of customer satisfaction repeat; no study behind them was found. Everybody's own
 *   table is better.
 * 2 Between two scores of the table: linear. Outside it: SQ_OUT_OF_DOMAIN, never a guess.
 * 3 Rates are shares from 0 to 1; scores are finite and no two alike; their order does not matter.
 *   Else SQ_OUT_OF_DOMAIN.
 * 4 Expected retention: the mean over all answers, weighted by the respondents' weights: Σ share of
 *   each score · its rate. NaN is a missing answer.
 */
#ifndef SQ_RETENTION_H
#define SQ_RETENTION_H

#include "base/status.h"
#include "base/table.h"

typedef struct sq_retention_row {
    double score; /* in points of the scale */
    double rate;  /* share of customers still there a year later, 0 to 1 */
} sq_retention_row;

/* The default table, by rising score. */
extern const sq_retention_row sq_usual_retention[];
enum { SQ_USUAL_RETENTION_ROWS = 5 };

/* Checks a table (requirement 3) and sorts it by score; a table must pass here before it is used.
 */
sq_status sq_retention_sort(sq_retention_row *table, size_t rows);

/* The rate of one score. */
sq_status sq_retention(const sq_retention_row *table, size_t rows, double score, double *rate);

/* The mean rate of all answers. SQ_NO_DATA without any answer of a weight above 0. */
sq_status sq_expected_retention(const sq_retention_row *table, size_t rows, const sq_table *scores,
                                const double *case_weights, double *rate);

#endif
