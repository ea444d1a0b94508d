/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Does a set of items measure one thing, and how exactly. All of it is mathematics on the
 * covariance matrix S of the items; missing answers and case weights are dealt with there
 * (covariance.h).
 *
 * Requirements
 * 1 A coefficient that is not defined is an sq_error(): SQ_NO_DATA without answers, SQ_UNDEFINED
 *   for a single item, a pair of items that fewer than two respondents answered both of, and a
 *   total without spread. sq_status reports only what is about the call or the machine.
 * 2 A total without spread is one whose variance is rounding: below 1e-12 of Σs_ii
 *   (rounding.h).
 *   Likewise a coefficient that is 1 or 0 but for rounding is so.
 * 3 A missing answer is never a 0: with a row total that skips blanks, 3 % of them make items that
 *   have nothing in common look reliable.
 * 4 Negative coefficients are handed out as they are: they say that items run against each other.
 * 5 Where an interval or a test needs one number of respondents and answers are missing, it is the
 *   smallest that any two items have in common.
 */
#ifndef SQ_RELIABILITY_H
#define SQ_RELIABILITY_H

#include "base/status.h"
#include "numerics/covariance.h"

/* Cronbach's α from a covariance matrix of k items: k/(k−1)·(1 − Σs²_i / s²_T), s²_T the sum of all
 * entries. Source: Cronbach 1951, Psychometrika 16. */
double sq_alpha_of_covariance(const double *covariance, size_t k);

/* The same of items[count] among the k of a matrix, n[k × k] respondents behind its entries: what
 * sq_alpha gives of these items alone. */
double sq_alpha_of_block(const double *covariance, const size_t *n, size_t k, const size_t *items,
                         size_t count);

/* α of the items scaled to equal spread: k·r̄/(1 + (k−1)·r̄), r̄ the mean correlation. A constant item
 * has none: SQ_UNDEFINED. */
double sq_standardised_alpha_of_covariance(const double *covariance, size_t k);

/* Mean correlation of the pairs of items. */
double sq_mean_correlation_of_covariance(const double *covariance, size_t k);

/* Guttman's lower bounds. λ2 = (Σs_ij + √(k/(k−1)·Σs²_ij))/s²_T over i ≠ j; λ6 = 1 − Σe²_i/s²_T,
 * e²_i the variance of an item given all others, SQ_UNDEFINED where items are collinear. Source:
 * Guttman 1945, Psychometrika 10. */
double sq_lambda2_of_covariance(const double *covariance, size_t k);
double sq_lambda6_of_covariance(const double *covariance, size_t k);

/* The same from the answers; missing answers as items->listwise says. Errors: SQ_NO_MEMORY. */
sq_status sq_alpha(const sq_items *items, double *alpha);
sq_status sq_standardised_alpha(const sq_items *items, double *alpha);

/* Confidence interval of α: (1 − α)/(1 − α̂) is F with n−1 and (n−1)(k−1) degrees of freedom. Exact
 * for complete answers, normal and parallel items; with missing answers n is that of requirement 5.
 * Both ends are SQ_UNDEFINED where missing answers have put α above 1. Errors: SQ_OUT_OF_DOMAIN for
 * a level outside (0, 1), SQ_NO_MEMORY. Source: Feldt 1965, Psychometrika 30. */
sq_status sq_alpha_interval(const sq_items *items, double level, double *lower, double *upper);

/* ω total of one factor by maximum likelihood (one_factor.h): (Σλ)²/((Σλ)² + Σψ), with the loadings
 * and unique variances of the items in their own units, as α has them. Needs three items that are
 * not collinear: else SQ_UNDEFINED; SQ_NO_CONVERGENCE where there is no proper solution (a unique
 * variance that would be negative). Errors: SQ_NO_MEMORY.
 * Source: McDonald 1999, Test Theory. */
sq_status sq_omega(const sq_items *items, double *omega);

typedef struct sq_halves {
    double correlation; /* of the sum of the odd and the sum of the even items */
    double coefficient; /* stepped up to full length: Spearman–Brown, 2r/(1 + r); where the number
                           of items is odd its form for unequal halves (Horst 1951, Psychometrika
                           16), 2r/(r + √(r² + 4pq(1 − r²))), p and q the shares of the items */
    double lambda4;     /* Guttman's λ4 of these halves, 2·(1 − (s²_A + s²_B)/s²_T) */
} sq_halves;

/* Split half, odd against even columns as they stand. Errors: SQ_NO_MEMORY. */
sq_status sq_split_half(const sq_items *items, sq_halves *halves);

/* What an analyst should look at in an item, the gravest first. */
typedef enum sq_item_flag {
    SQ_ITEM_FINE,
    SQ_ITEM_EMPTY,    /* fewer than two answers */
    SQ_ITEM_CONSTANT, /* everybody gave the same answer */
    SQ_ITEM_ALONE,    /* no correlation with the others: there are none, or without spread */
    SQ_ITEM_AGAINST,  /* item–rest correlation below 0: worded the other way and not recoded? */
    SQ_ITEM_WEAK,     /* item–rest correlation below SQ_WEAK_ITEM */
    SQ_ITEM_LOWERS_ALPHA /* α is higher without it */
} sq_item_flag;

#define SQ_WEAK_ITEM 0.3 /* a rule of thumb (Nunnally & Bernstein 1994; page not verified) */

typedef struct sq_item_statistics {
    size_t n;             /* respondents who answered it; listwise: who answered everything */
    double mean;          /* in units of the scale */
    double sd;            /* n − 1 */
    double item_rest;     /* correlation with the sum of the other items */
    double alpha_without; /* α of the other items; needs three items */
    double skew; /* n/((n−1)(n−2))·Σ((x−x̄)/s)³, as Calc's SKEW; needs three answers */
    sq_item_flag flag;
} sq_item_statistics;

/* One entry per item. An item with fewer than two answers is flagged and no part of the rest that
 * the others are held against. Errors: SQ_NO_MEMORY. */
sq_status sq_item_analysis(const sq_items *items, sq_item_statistics *statistics);

/* Item–rest correlations[k] from a covariance matrix, items without a variance left out. An item or
 * a rest without spread, and a single item: sq_error(SQ_UNDEFINED). */
void sq_item_rest_of_covariance(const double *covariance, size_t k, double *item_rest);

typedef struct sq_scale {
    size_t k;                  /* items */
    double alpha;              /* Cronbach's */
    double standardised_alpha; /* of items of equal spread */
    double omega;              /* as sq_omega */
    double mean_r;             /* mean correlation of the pairs */
    double ave;                /* average variance extracted: mean of λ² standardised */
    double cr;                 /* composite reliability: ω of the standardised loadings,
                                  (Σλ)²/((Σλ)² + Σ(1 − λ²)) */
    double lambda2, lambda6;   /* Guttman's */
    size_t improper; /* where ω, AVE and CR are SQ_NO_CONVERGENCE: the item, of those of the scale,
                        that one factor would leave no variance of its own; else SQ_NOWHERE */
} sq_scale;

/* Everything about one scale from one pass over the answers. ω, AVE and CR are from the one factor
 * of one_factor.h. Errors: SQ_NO_MEMORY. Source of AVE and CR: Fornell & Larcker 1981, J. Marketing
 * Res. 18. */
sq_status sq_scale_reliability(const sq_items *items, sq_scale *scale);

typedef struct sq_gap_scores {
    double alpha_minuend, alpha_subtrahend; /* α of perceptions and of expectations */
    double correlation;                     /* of their totals */
    double reliability;                     /* of the difference of the totals */
} sq_gap_scores;

/* Reliability of the difference score P − E. With α as the reliability of each side,
 *   (α_E·s²_E + α_P·s²_P − 2·r·s_E·s_P)/(s²_E + s²_P − 2·r·s_E·s_P)
 *     = 1 − (s²_E·(1 − α_E) + s²_P·(1 − α_P))/s²_D,
 * which is computed in the second form, s²_D from the answers of those who gave both.
 * items has both sides. Errors: SQ_BAD_ARGUMENT without a subtrahend, SQ_NO_MEMORY.
 * Source: Peter, Churchill & Brown 1993, J. Consumer Res. 19 (the page not verified). */
sq_status sq_gap_reliability(const sq_items *items, sq_gap_scores *scores);

#endif
