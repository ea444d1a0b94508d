/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read off a fitted path model: effects, explained variance, reliability and validity of
 * the blocks, 0–100 indices, importance and performance.
 *
 * Requirements
 * 1 All functions take a model after sq_pls_fit and change none of its results.
 * 2 A number that the model does not have (the R² of a construct without predecessors, the α of a
 *   single item, the AVE of a block in mode B) is sq_error(SQ_UNDEFINED).
 * 3 After a consistent fit, effects, f², VIF and reliabilities follow from the corrected numbers;
 *   cross-loadings and index weights stay those of the scores.
 */
#ifndef SQ_PLS_QUALITY_H
#define SQ_PLS_QUALITY_H

#include "satisfaction_index/pls_data.h"

/* total[q × q], row on column: (I − B)⁻¹ − I = B + B² + …; indirect effects are total − paths. */
void sq_pls_total_effects(const sq_pls *pls, double *total);

/* 1 − (1 − R²)(n − 1)/(n − m − 1), m predecessors. */
double sq_pls_adjusted_r2(sq_pls *pls, size_t construct, size_t n);

/* f2[q × q], row on column: (R² − R² without the row)/(1 − R²), the scores being the same for both.
 * (seminr estimates the whole model anew without the path: 0.3036 where this gives 0.3024 for image
 * on satisfaction in its own test.) An R² of 1 leaves nothing to compare with. Source: Cohen 1988.
 */
void sq_pls_effect_sizes(sq_pls *pls, double *f2);

/* vif[q × q]: of the row among the predecessors of the column, 1/(1 − R²); 1 for the only one. */
void sq_pls_inner_vif(sq_pls *pls, double *vif);

/* vif[p]: of each item among the items of its block; 1 for a single item. */
void sq_pls_outer_vif(sq_pls *pls, double *vif);

typedef struct sq_pls_block {
    size_t items;       /* in the block */
    double alpha;       /* Cronbach's α of the standardised items; two and more in mode A */
    double rho_a;       /* Dijkstra & Henseler's; mode A */
    double rho_c;       /* composite reliability, (Σλ)²/((Σλ)² + Σ(1 − λ²)); mode A */
    double ave;         /* mean λ²; mode A */
    double communality; /* mean λ² of any block */
    double redundancy;  /* communality · R² */
} sq_pls_block;

sq_pls_block sq_pls_reliability(const sq_pls *pls, size_t construct);

/* htmt[q × q], symmetric: mean |r| between the items of two blocks over the geometric mean of the
 * mean |r| within them; within a single item it is 1. Diagonal sq_error(SQ_UNDEFINED). Source:
 * Henseler, Ringle, Sarstedt 2015, J. Acad. Mark. Sci. 43; absolute correlations as Ringle et al.
 * 2023 (HTMT+) and seminr. */
void sq_pls_htmt(const sq_pls *pls, double *htmt);

/* weights[p]: outer weights per scale unit, made to sum to 1 in each block. A block whose weights
 * do not sum to more than 0: sq_error(SQ_UNDEFINED). */
void sq_pls_index_weights(const sq_pls *pls, double *weights);

/* Items of the construct with a negative weight: its index may leave 0–100 and is to be flagged. */
size_t sq_pls_negative_weights(const sq_pls *pls, size_t construct);

/* Whether the block's loadings have both signs, rounding aside: items worded against each other.
 * Then the sign of its score, Σ cor(item, score) ≥ 0, hangs on which items are in the majority. */
bool sq_pls_has_both_signs(const sq_pls *pls, size_t construct);

/* index[q]: 100·Σu(x̄ − minimum)/Σu(maximum − minimum), u the weights per scale unit, x̄ the items'
 * means [p]; on one common scale that is 100·(Σ w x̄ − minimum)/(maximum − minimum). A block whose
 * weights do not sum to more than 0: sq_error(SQ_UNDEFINED). */
void sq_pls_indices(const sq_pls *pls, const double *means, const sq_pls_scale *scale,
                    double *index);

/* importance[q] of each construct for the target: its total effect between 0–100 indices, so how
 * many points the target's index gains from one point; the target itself sq_error(SQ_UNDEFINED).
 * Performance is the index. scale NULL: all items on one scale, whose ends then cancel. Source:
 * Ringle & Sarstedt 2016, Ind. Manag. Data Syst. 116. */
void sq_pls_importance(const sq_pls *pls, const sq_pls_scale *scale, size_t target,
                       double *importance);

/* How many points the index of its construct gains from one point of the item's own 0–100. */
double sq_pls_item_importance(const sq_pls *pls, const sq_pls_scale *scale, size_t item);

/* √(mean communality of blocks of several items · mean R²): Tenenhaus et al. 2005, section 2.5.
 * SQ_UNDEFINED without such a block or without a construct that is explained. */
double sq_pls_goodness_of_fit(const sq_pls *pls);

/* The mean of the item at a place on a scale from 0 to 100. */
double sq_pls_item_performance(const sq_pls_data *data, const sq_pls_scale *scale, size_t i);

#endif
