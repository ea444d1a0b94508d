/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stone and Geisser's Q² by blindfolding: how well the paths predict answers that were hidden.
 * Source: Chin 1998; Tenenhaus et al. 2005; Hair et al. 2017 (cross-validated redundancy).
 *
 * Requirements
 * 1 The answers of an endogenous block, item after item and within an item respondent after
 *   respondent, are numbered; round d = 1 … D hides every D-th of them, starting with the d-th. The
 *   (weighted) mean of the item's answers that remain stands for a hidden one, so that nothing of
 *   what is to be predicted is known; the model is fitted anew.
 * 2 A hidden answer is predicted as mean + sd·loading·(Σ path·score of the predecessors), of the
 *   fit that did not see it. Q² = 1 − Σ(answer − prediction)²/Σ(answer − mean)², the mean being
 *   that of what remained, both sums weighted and each item in units of its standard deviation.
 * 3 D divides neither into the respondents (each round would hide whole respondents) nor exceeds
 *   them: such a D is SQ_OUT_OF_DOMAIN. 7 is customary; sq_blindfolding_distance finds the next
 *   that will do.
 * 4 A construct without predecessors has no Q². A round that does not settle, or where an item
 *   becomes constant, makes the Q² of that block sq_error() of the reason.
 */
#ifndef SQ_PLS_BLINDFOLDING_H
#define SQ_PLS_BLINDFOLDING_H

#include "satisfaction_index/pls_data.h"

/* The smallest distance ≥ the one wished for that respondents can be blindfolded with; 0 if none.
 */
size_t sq_blindfolding_distance(size_t rows, size_t wished);

/* q2[constructs]. Afterwards pls holds the fit to all respondents. Errors: SQ_OUT_OF_DOMAIN
 * (distance), SQ_NO_MEMORY, the status of the problem for the fit to all. */
sq_status sq_pls_q2(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                    size_t distance, double *q2, sq_model_problem *problem);

#endif
