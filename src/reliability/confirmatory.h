/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Confirmatory factor analysis: does each item measure the one dimension it is meant for. Maximum likelihood on the
 * covariances with divisor n (Jöreskog 1969, Psychometrika 34), as lavaan's cfa(std.lv = TRUE).
 *
 * Σ = ΛΦΛ′ + Θ: each item loads on its own factor, factors have variance 1, Θ is diagonal. F = ln|Σ| + tr(SΣ⁻¹) −
 * ln|S| − k is minimised by scoring (Newton's method with the expected second derivatives) on the correlations, for
 * the likelihood does not depend on units; estimates are put back into those of the items.
 *
 * Requirements
 * 1 Listwise: respondents who answered every item that belongs to a dimension. No more of them than items, or items
 *   that determine one another: SQ_UNDEFINED, and at_fault says which item.
 * 2 Models: correlated factors; one factor for all items; orthogonal factors; second-order, all factors loading on one
 *   general factor, Φ_fg = γ_f·γ_g. A factor of one item is that item: loading its standard deviation, nothing
 *   unique. What is not identified is SQ_UNDEFINED: more parameters than variances and covariances; two items of a
 *   factor that nothing else touches (one, orthogonal); fewer than three factors of second order.
 * 3 Standard errors: the expected information. A unique variance below 0, or a correlation of factors beyond 1, is a
 *   Heywood case: shown as it is, and counted.
 * 4 SQ_NO_CONVERGENCE where the gradient does not vanish: then nothing is filled in.
 * 5 χ² = n·F; CFI and TLI against independent items; RMSEA = √(max(0, χ² − df)/(df·n)), its limits from the noncentral
 *   χ²; SRMR over all moments, diagonal included; a model of no degrees of freedom has none of the last three.
 * 6 Each factor points the way of the majority of its items.
 */
#ifndef SQ_CONFIRMATORY_H
#define SQ_CONFIRMATORY_H

#include "base/arena.h"
#include "base/dimensions.h"
#include "base/status.h"
#include "base/table.h"

typedef enum sq_cfa_model {
    SQ_CFA_CORRELATED,
    SQ_CFA_ONE,
    SQ_CFA_ORTHOGONAL,
    SQ_CFA_SECOND_ORDER,
    SQ_CFA_MODELS
} sq_cfa_model;

/* What is estimated of an item. */
typedef struct sq_cfa_item {
    size_t column, factor;
    double loading, se, z, p; /* in units of the item */
    double standardised;
    double unique; /* share of its variance that is its own; below 0: a Heywood case */
} sq_cfa_item;

typedef struct sq_cfa_fit {
    double n, parameters, chi_square, df, p;
    double cfi, tli, rmsea, rmsea_lower, rmsea_upper, srmr; /* limits of 90 % */
    double aic, bic, log_likelihood;
    double baseline_chi_square, baseline_df;
} sq_cfa_fit;

/* Why a model is SQ_UNDEFINED. */
typedef enum sq_cfa_fault {
    SQ_CFA_FINE,
    SQ_CFA_FEW_RESPONDENTS, /* no more than items */
    SQ_CFA_CONSTANT,        /* an item without spread */
    SQ_CFA_DETERMINED,      /* an item that others determine */
    SQ_CFA_PARAMETERS,      /* more than variances and covariances */
    SQ_CFA_TWO_ITEMS,       /* a factor of two items that nothing else touches */
    SQ_CFA_FEW_FACTORS      /* fewer than three of second order */
} sq_cfa_fault;

typedef struct sq_cfa {
    sq_cfa_model model;
    size_t k, m;         /* items that count, factors */
    sq_cfa_item *item;   /* [k] */
    double *correlation; /* [m × m] of the factors */
    double *general;     /* [m] loadings on the general factor; SQ_UNDEFINED in other models */
    double *observed;    /* [k × k] correlations of the items */
    double *implied;     /* [k × k] by the model, where variances are those observed */
    sq_cfa_fit fit;
    size_t heywood; /* how many cases */
    sq_cfa_fault fault;
    size_t at_fault; /* the column of the item, or the factor of two items; SQ_NOWHERE: none */
} sq_cfa;

/* Fits a model, in memory of the arena. dimensions->of_item[columns]. Errors: SQ_NO_DATA no complete respondent or no
 * item, SQ_UNDEFINED, SQ_NO_CONVERGENCE, SQ_OUT_OF_DOMAIN an infinite answer, SQ_NO_MEMORY. */
sq_status sq_confirm(sq_arena *memory, const sq_table *answers, const sq_dimensions *dimensions,
                     sq_cfa_model model, sq_cfa *out);

typedef struct sq_cfa_validity {
    double cr, ave, msv; /* composite reliability, average and largest shared variance */
} sq_cfa_validity;

/* Of each factor, validity[m]; htmt[m × m], of absolute correlations, 1 in the diagonal. */
void sq_cfa_validity_of(const sq_cfa *cfa, sq_cfa_validity validity[], double htmt[]);

/* The probability of at most x under a noncentral χ². */
double sq_noncentral_chi_square(double x, double df, double noncentrality);

#endif
