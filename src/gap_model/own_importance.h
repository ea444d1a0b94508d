/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The weighted SERVQUAL score where each respondent says how important the dimensions are to him, as the
 * instrument asks: he shares out 100 points (Zeithaml, Parasuraman & Berry 1990, Delivering Quality
 * Service).
 *
 * Requirements
 * 1 A respondent's score is Σ w·gap/Σ w over the dimensions that he answered; the firm's is the mean
 *   over respondents, by their case weights. The mean of such products is not the product of means.
 * 2 Points are scaled to shares, so rows need not sum to 100. Blank beside others: no points. A row
 *   without points, or with what is no number, leaves the respondent out.
 * 3 share: the mean of the respondents' shares over all dimensions. contribution: the mean of
 *   w·gap/Σ w; they add up to the overall.
 * 4 The gaps of the dimensions are those of everybody who answered, whatever his points.
 */
#ifndef SQ_OWN_IMPORTANCE_H
#define SQ_OWN_IMPORTANCE_H

#include "gap_model/gap_model.h"

/* points: a row per respondent (of the table of ratings; rows that are not there have none), a column per
 * dimension. Fills dimension[count], share[count], contribution[count] and overall. Errors:
 * SQ_BAD_ARGUMENT shapes, SQ_OUT_OF_DOMAIN a negative or infinite number of points, or a level outside
 * 0 to 1, SQ_NO_MEMORY. Without a respondent overall, shares and contributions are SQ_NO_DATA. */
sq_status sq_gap_by_own_importance(const sq_ratings *ratings, const sq_dimensions *dimensions,
                                   const sq_table *points, double level, sq_gap dimension[],
                                   double share[], double contribution[], sq_gap *overall);

/* The points of one respondent, points[dimensions] 0 where blank, and their sum; 0: he has none. Errors:
 * SQ_OUT_OF_DOMAIN. */
sq_status sq_points_of(const sq_table *table, size_t row, double points[], double *sum);

#endif
