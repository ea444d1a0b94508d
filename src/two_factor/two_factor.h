/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Herzberg's two factors: what satisfies (motivators) is not the opposite of what dissatisfies
 * (hygiene factors). From critical incidents, and from ratings.
 *
 * Sources: Herzberg, Mausner & Snyderman 1959, The Motivation to Work; Herzberg 1968, Harvard
 * Business Review 46(1) (neither page at hand: which denominator each uses is not verified, and no
 * figure of theirs is used); Fisher's exact test as R's fisher.test.
 *
 * Requirements
 * 1 Incidents: share of a factor = its mentions over the denominator of its side, good or bad. Of
 *   incidents (one incident may name several factors, shares add to more than 1: the form of 1959)
 *   or of all mentions (shares add to 1: the form of 1968).
 * 2 A factor whose share of good incidents exceeds that of bad ones is a motivator; where it is
 *   smaller, a hygiene factor; equal, or without good or without bad incidents, neither.
 * 3 Odds ratio = good·(N_bad − bad) / (bad·(N_good − good)), the cross-product, not the conditional
 *   estimate that R prints; SQ_UNDEFINED where the divisor is 0.
 * 4 Fisher's p is two-sided: the probability, all margins given, of every table no more
 *   probable than the one observed, with R's allowance of 10⁻⁷ for ties. It needs whole
 *   numbers: SQ_UNDEFINED for a factor with fractions. Below 10⁻²⁹⁰ it is 0.
 * 5 Ratings: the score of a respondent is the mean of the answered items of a kind; that of all
 *   is the mean over respondents with a score. Items of neither kind do not count.
 * 6 State of a respondent: hygiene below its cut, dissatisfied, whatever the motivators;
 *   hygiene met (at or above its cut) and motivators below theirs, not dissatisfied; both met,
 *   satisfied. Unknown where a score that decides is missing. A score that misses its cut by
 *   rounding only (rounding.h) meets it, and shares that differ by no more are equal.
 */
#ifndef SQ_TWO_FACTOR_H
#define SQ_TWO_FACTOR_H

#include "base/status.h"
#include "base/table.h"

typedef enum sq_factor { SQ_FACTOR_NEITHER, SQ_FACTOR_HYGIENE, SQ_FACTOR_MOTIVATOR } sq_factor;

/* The kind that a word names (hygiene, H, 保健, 保健因素; motivator, M, 激励, 激励因素 …); a text
 * without words is SQ_FACTOR_NEITHER. SQ_BAD_ARGUMENT for any other word. */
sq_status sq_factor_of_word(const char *text, sq_factor *factor);

/* Two-sided p of Fisher's exact test of the table a b / c d, counts up to 10⁹. SQ_OUT_OF_DOMAIN for
 * a negative or larger count, SQ_UNDEFINED for a fraction; a table with an empty row or column has
 * p = 1. */
double sq_fisher_exact(double a, double b, double c, double d);

typedef enum sq_denominator { SQ_OF_INCIDENTS, SQ_OF_MENTIONS } sq_denominator;

typedef struct sq_incidents {
    size_t factors;
    const double *good, *bad;     /* [factors] mentions of each factor, ≥ 0 */
    double good_total, bad_total; /* incidents; needed for SQ_OF_INCIDENTS only */
    sq_denominator denominator;
} sq_incidents;

typedef struct sq_herzberg {
    double share_good, share_bad; /* 0 … 1 */
    sq_factor kind;
    double odds_ratio;
    double p; /* Fisher's exact, two-sided */
} sq_herzberg;

/* Each factor, result[factors]. A side without incidents: its shares, the odds ratio and p are
 * SQ_NO_DATA. Errors: SQ_BAD_ARGUMENT a count or a needed total that is missing, SQ_OUT_OF_DOMAIN a
 * negative or infinite one, or a factor named more often than there are incidents, SQ_NO_DATA no
 * factors. */
sq_status sq_herzberg_factors(const sq_incidents *incidents, sq_herzberg result[]);

/* Of all mentions of motivators and hygiene factors together, the share of each kind on the good
 * and on the bad side, as the summary of 1968 draws them; factors of neither kind stay out. */
typedef struct sq_herzberg_split {
    double motivator_good, hygiene_good; /* shares, together 1 */
    double motivator_bad, hygiene_bad;
    double good, bad; /* mentions behind them */
} sq_herzberg_split;

/* Uses good and bad of the incidents only; kind[factors]. A side without mentions is SQ_NO_DATA.
 * Errors as above. */
sq_status sq_herzberg_by_kind(const sq_incidents *incidents, const sq_factor kind[],
                              sq_herzberg_split *split);

/* The mean score of one kind, SQ_FACTOR_HYGIENE or SQ_FACTOR_MOTIVATOR (requirement 5), and the
 * respondents behind it; kind[columns]. SQ_NO_DATA where there is none. */
double sq_factor_score(const sq_table *ratings, const sq_factor kind[], sq_factor which, size_t *n);

typedef enum sq_factor_state {
    SQ_STATE_DISSATISFIED,
    SQ_STATE_NOT_DISSATISFIED,
    SQ_STATE_SATISFIED,
    SQ_STATE_UNKNOWN
} sq_factor_state;
enum { SQ_FACTOR_STATES = SQ_STATE_UNKNOWN };

typedef struct sq_two_factor {
    double hygiene, motivator; /* scores; SQ_NO_DATA where nothing was answered */
    sq_factor_state state;
} sq_two_factor;

/* The middle between the smallest and the largest answer to the items of either kind, the cut where
 * none is given; SQ_NO_DATA without an answer, SQ_UNDEFINED where all answers are the same, which
 * would all reach it. */
double sq_factor_cut(const sq_table *ratings, const sq_factor kind[]);

/* Scores and state of one respondent. */
sq_two_factor sq_two_factor_of_respondent(const sq_table *ratings, const sq_factor kind[],
                                          double hygiene_cut, double motivator_cut, size_t row);

typedef struct sq_two_factor_states {
    size_t count[SQ_FACTOR_STATES]; /* respondents in each state */
    size_t n, unknown;              /* respondents with a state, and without */
    double share[SQ_FACTOR_STATES]; /* count/n; SQ_NO_DATA where n is 0 */
} sq_two_factor_states;

/* How many respondents are in each state. SQ_OUT_OF_DOMAIN for a cut that is not finite. */
sq_status sq_two_factor_count(const sq_table *ratings, const sq_factor kind[], double hygiene_cut,
                              double motivator_cut, sq_two_factor_states *states);

#endif
