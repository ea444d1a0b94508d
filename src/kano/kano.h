/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kano's method: every respondent answers for every feature how it would be with it (functional)
 * and how without (dysfunctional), each 1 like, 2 must-be, 3 neutral, 4 live with, 5 dislike. An
 * evaluation table makes a category of each pair; the categories of all respondents give the
 * feature's.
 *
 * Sources: Kano, Seraku, Takahashi & Tsuji 1984, J. Japanese Soc. Quality Control 14(2); Berger et
 * al. 1993, Center for Quality of Management J. 2(4) (Pouliot's table, better and worse,
 * DuMouchel's scores); Fong 1996, ibid. 5(3); Lee & Newcomb 1997 (category and total strength).
 * Fong and Lee & Newcomb were not at hand: their formulas are tested against figures computed
 * apart from this code, not against printed ones.
 *
 * Requirements
 * 1 A pair counts where both answers are there; one with a missing answer (NaN) is counted in
 *   missing. An answer that is not exactly 1, 2, 3, 4 or 5 is SQ_OUT_OF_DOMAIN for the whole, also
 *   beside a missing one: codes of another scale (−2 … 2, 0 … 4) would give a plausible table of
 *   the rest. Respondents of weight 0 are as if absent.
 * 2 Better = (A+O)/(A+O+M+I), worse = −(O+M)/(A+O+M+I): SQ_NO_DATA where A+O+M+I = 0. Worse
 *   is never positive.
 * 3 Rule of the mode: the largest count, ties M > O > A > I > R > Q. Grouped rule: where O+A+M
 *   exceeds I+R+Q the largest of those three, else of the other three, ties in the same order.
 * 4 Category strength = (first − second)/n of the six counts, total strength = (A+O+M)/n, whatever
 *   the rule.
 * 5 Fong: with a and b the two largest counts they are distinct where a − b ≥
 *   1.65·√((a+b)(2n−a−b)/(2n)).
 * 6 Bootstrap: the share of resamples (multinomial, from the counts) that come to the feature's
 *   category by the same rule. The generator is GSL's mt19937 seeded anew for each feature, so the
 *   share depends on the feature's counts, the rule and the seed, not on its neighbours.
 * 7 Case weights: shares are Σw of a category over Σw; counts are those shares times n, the number
 *   of respondents with a usable pair and a positive weight, so the scale of the weights does not
 *   matter. Fong's test and the bootstrap use Kish's effective number of respondents, (Σw)²/Σw²,
 *   for n (Kish 1965, Survey Sampling); without weights that is n. Counts closer to each other than
 *   10⁻⁹·n are tied, so that the order of the respondents cannot matter.
 * 8 Without a usable pair: no category, and SQ_NO_DATA in every number but n, missing and unusable.
 *   One respondent, or as much as one by weight: no bootstrap (SQ_UNDEFINED), for every resample is
 *   that respondent again.
 */
#ifndef SQ_KANO_H
#define SQ_KANO_H

#include "base/status.h"
#include "base/table.h"
#include "survey/answer_lists.h"

#include <stdbool.h>

typedef enum sq_kano_category {
    SQ_KANO_A, /* attractive */
    SQ_KANO_O, /* one-dimensional */
    SQ_KANO_M, /* must-be */
    SQ_KANO_I, /* indifferent */
    SQ_KANO_R, /* reverse */
    SQ_KANO_Q, /* questionable */
    SQ_KANO_NONE
} sq_kano_category;
enum { SQ_KANO_CATEGORIES = SQ_KANO_NONE };

/* "AOMIRQ"[category]; SQ_KANO_NONE has no letter: '\0'. */
char sq_kano_letter(sq_kano_category category);

/* cell[functional − 1][dysfunctional − 1] */
typedef struct sq_kano_table {
    sq_kano_category cell[SQ_KANO_ANSWERS][SQ_KANO_ANSWERS];
} sq_kano_table;

extern const sq_kano_table sq_kano_standard; /* Kano 1984 as in Berger et al. 1993 */
extern const sq_kano_table sq_kano_pouliot;  /* Q also at (2, 2) and (4, 4) */

typedef enum sq_kano_rule { SQ_KANO_MODE, SQ_KANO_GROUPED } sq_kano_rule;

typedef struct sq_kano_options {
    const sq_kano_table *table; /* NULL: the standard one */
    sq_kano_rule rule;
    const double *case_weights; /* one per respondent (case_weights.h); NULL: all 1 */
    size_t resamples;           /* of the bootstrap; 0: none is made, its share is SQ_UNDEFINED */
    unsigned long seed;         /* 0 is the generator's own default, 4357 */
} sq_kano_options;

typedef struct sq_kano {
    double count[SQ_KANO_CATEGORIES]; /* respondents, in the order of sq_kano_category */
    size_t n;                         /* respondents behind them */
    size_t missing;                   /* pairs left out, of respondents with a positive weight */
    double effective_n;               /* Kish's; n without weights */
    sq_kano_category category;
    double better, worse;     /* shares, 0 … 1 and −1 … 0 */
    double category_strength; /* share, 0 … 1 */
    double total_strength;    /* share, 0 … 1 */
    double fong_difference;   /* a − b, respondents (effective ones where weighted) */
    double fong_critical;     /* what it must reach */
    bool distinct;            /* whether it does; false without a usable pair */
    double bootstrap;         /* share of resamples with the same category */
} sq_kano;

/* The category of one pair. SQ_NO_DATA where an answer is missing, SQ_OUT_OF_DOMAIN where one is
 * not 1 … 5; *category is then SQ_KANO_NONE. table NULL: the standard one. */
sq_status sq_kano_answer(double functional, double dysfunctional, const sq_kano_table *table,
                         sq_kano_category *category);

/* Everything on each feature, feature[columns]; two tables of one shape, a column per feature.
 * Errors: SQ_BAD_ARGUMENT shapes or a table of the user's own with a cell that is no category,
 * SQ_OUT_OF_DOMAIN an answer (requirement 1) or case weights (case_weights.h), SQ_NO_DATA no
 * columns, SQ_NO_MEMORY. A feature without a usable pair is no error (requirement 8). */
sq_status sq_kano_features(const sq_table *functional, const sq_table *dysfunctional,
                           const sq_kano_options *options, sq_kano feature[]);

/* The same of one feature from counts of respondents (≥ 0, finite), as papers print them; n is
 * their rounded sum, effective_n the sum. table and case_weights of the options are not used.
 * Errors: SQ_OUT_OF_DOMAIN. */
sq_status sq_kano_of_counts(const double count[SQ_KANO_CATEGORIES], const sq_kano_options *options,
                            sq_kano *feature);

/* DuMouchel's continuous scores: functional 4, 2, 0, −1, −2, dysfunctional −2, −1, 0, 2, 4 for the
 * answers 1 … 5; mean and standard deviation between respondents (n − 1; weighted
 * Σw(x−x̄)²/Σw·n/(n−1)). Source: DuMouchel in Berger et al. 1993. */
typedef struct sq_kano_scores {
    size_t n, missing; /* as in sq_kano */
    double functional, functional_sd;
    double dysfunctional, dysfunctional_sd;
} sq_kano_scores;

/* The scores of each feature, feature[columns]. Without a usable pair SQ_NO_DATA; with one, the
 * standard deviation is SQ_UNDEFINED. Errors as sq_kano_features. */
sq_status sq_kano_continuous(const sq_table *functional, const sq_table *dysfunctional,
                             const double *case_weights, sq_kano_scores feature[]);

#endif
