/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gap model of service quality (Parasuraman, Zeithaml & Berry 1985, J. Marketing 49; 1988,
 * J. Retailing 64). A gap is minuend − subtrahend, so a shortfall is negative.
 *
 * Requirements
 * 1 Paired ratings: the gap of an item is taken from respondents who answered both sides of it.
 *   The score of a respondent on a dimension is the mean of the gaps of the items answered; the
 *   score of the firm is the (weighted) mean over respondents with a score.
 * 2 Overall: the mean of the dimension scores, or their mean weighted by importance. A dimension of
 *   importance 0 does not count; one without any answer leaves the overall SQ_NO_DATA.
 * 3 Pooled: the mean over all answered pairs, items and respondents alike.
 * 4 Independent samples: the mean over items of the difference of item means, over the items that
 *   both samples answered; tested by Welch on the respondents' scores.
 * 5 Standard errors are those of a linear approximation, which for complete answers is exactly
 *   s/√n over the respondents' scores: se² = n/(n−1)·Σu², u the influence of a respondent on the
 *   estimate, w(x−x̄)/Σw for a weighted mean (as R's survey::svymean). n counts respondents with a
 *   positive weight; sd² = n/(n−1)·Σw(x−x̄)²/Σw, of the gap and of either side over
 *   the same respondents. The scale of the weights does not matter.
 * 6 One respondent: no sd, se, t, p, interval (SQ_UNDEFINED), neither in a dimension nor in an
 *   overall that counts such a dimension, for its spread is not known. The same score from all: sd
 *   and se are 0 and t, p, interval, effect SQ_UNDEFINED.
 * 7 What is too large for a double is SQ_OUT_OF_DOMAIN, and so is what follows from it.
 * 8 What is 0 but for rounding, beside the largest answer behind it (rounding.h), is 0: a gap, a
 *   mean, a spread. Two answers that are the same but for rounding are the same.
 */
#ifndef SQ_GAP_MODEL_H
#define SQ_GAP_MODEL_H

#include "base/dimensions.h"
#include "base/status.h"
#include "base/table.h"
#include "numerics/inference.h"

#include <stdbool.h>

typedef struct sq_ratings {
    sq_table minuend;           /* perceptions */
    sq_table subtrahend;        /* expectations, same shape; {0}: nothing is taken off */
    const double *case_weights; /* one per row, ≥ 0; NULL: all 1 */
    sq_table beside;    /* same shape: an answer counts only where this has one too; {0}: - */
    const size_t *rows; /* which respondents; NULL: all */
    size_t row_count;   /* how many of them, where rows is given */
} sq_ratings;

typedef struct sq_gap {
    double minuend, subtrahend;     /* means over the same answers as the gap */
    size_t n_minuend, n_subtrahend; /* respondents behind them */
    sq_estimate gap;
    double minuend_sd, subtrahend_sd; /* of the respondents' scores; 0 of independent samples */
} sq_gap;

/* The items that the 1988 form of SERVQUAL words negatively, 10–13 and 18–22: 1, else 0. */
enum { SQ_SERVQUAL_ITEMS = 22 };
extern const double sq_servqual_1988_reversed[SQ_SERVQUAL_ITEMS];

#define SQ_ANY_LEVEL 0.5 /* of confidence, where no interval is looked at */

/* An answer, or (reversed) what it is on the scale turned round: minimum + maximum − answer.
 * sq_error(SQ_OUT_OF_DOMAIN) outside the scale, so that no later step takes it for an answer. */
double sq_recode(double answer, double minimum, double maximum, bool reversed);

/* Gap of each dimension (dimension[count]) and overall (may be NULL). importance[count] ≥ 0, any
 * total; NULL: equal; shares[count] receives the weights as shares of 1, may be NULL. Errors:
 * SQ_BAD_ARGUMENT shapes, SQ_OUT_OF_DOMAIN a level outside (0, 1), a negative importance or none
 * positive, SQ_NO_MEMORY. */
sq_status sq_gap_by_dimension(const sq_ratings *ratings, const sq_dimensions *dimensions,
                              const double *importance, double level, sq_gap dimension[],
                              double shares[], sq_gap *overall);

/* Gap over all answers (requirement 3). Errors as above. */
sq_status sq_gap_pooled(const sq_ratings *ratings, double level, sq_gap *gap);

/* Gap of each column: item[columns], p adjusted after Holm, rank 1 for the largest shortfall.
 * Errors as above. */
sq_status sq_gap_by_item(const sq_ratings *ratings, double level, sq_gap item[], double holm[],
                         double rank[]);

/* Mean over the columns of their gaps, weighted by share[columns] (sum 1); item[columns] the gap of
 * each. overall may be NULL. Errors as above. */
sq_status sq_gap_over_items(const sq_ratings *ratings, const double share[], double level,
                            sq_gap item[], sq_gap *overall);

/* Gap between two independent samples (requirement 4); the same number of columns. Errors as
 * above. */
sq_status sq_gap_independent(const sq_table *subtrahend, const sq_table *minuend, double level,
                             sq_gap *gap);

/* The scores of one respondent: gap (and its two sides) of each dimension and overall, the mean of
 * those; without dimensions (count 0) the overall is the mean over answered items. *answered pairs
 * of answers. What was not answered is SQ_NO_DATA. dimension[count] may be NULL where count is 0.
 */
typedef struct sq_score {
    double minuend, subtrahend, gap;
    size_t answered;
    double size; /* the largest |answer| */
} sq_score;
void sq_gap_of_respondent(const sq_ratings *ratings, const sq_dimensions *dimensions, size_t row,
                          sq_score dimension[], sq_score *overall);

/* The overall of one respondent's dimensions where weights[count] ≥ 0 say how important they are:
 * Σ w·score/Σ w over those answered; SQ_NO_DATA where these have no weight. */
sq_score sq_weighted_score(const sq_score dimension[], const double weights[], size_t count);

/* Shares of pairs where the perception falls short, meets, exceeds: [columns + dimensions + 1], of each
 * item, of the pairs of each dimension, and of all pairs but those of items left out of the
 * dimensions. Every respondent counts alike, whatever the case weights. Without a pair SQ_NO_DATA.
 * Errors: SQ_BAD_ARGUMENT shapes, or nothing to compare with. */
typedef struct sq_disconfirmation {
    size_t n;
    double dissatisfied, satisfied, delighted;
} sq_disconfirmation;
sq_status sq_disconfirm(const sq_ratings *ratings, const sq_dimensions *dimensions,
                        sq_disconfirmation item[]);

#endif
