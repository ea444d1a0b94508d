/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a path model predicts answers it has not seen: cross-validation against the mean and
 * against a linear model. Source: Shmueli, Ray, Velasquez Estrada & Chatla 2016, J. Bus. Res. 69;
 * Shmueli, Sarstedt, Hair, Cheah, Ting, Vaithilingam & Ringle 2019, Eur. J. Mark. 53.
 *
 * Requirements
 * 1 The respondents are dealt into folds of as nearly the same size as can be, anew in each
 *   repetition, by the seed alone. As many folds as respondents, or more: each is left out once,
 *   and there is nothing to repeat.
 * 2 The model is fitted to the respondents outside the fold. Those inside are standardised with the
 *   means and standard deviations of the rest and scored with its weights; a construct is predicted
 *   from the scores of those that act on it, or through the whole chain from the scores of those
 *   that nothing acts on; an item is mean + sd·loading·(predicted score), in units of its answers.
 * 3 The linear model regresses the item on all items of the other constructs, by the same rest. (So
 *   seminr; the articles take the items of the constructs that nothing acts on.) Where the rest
 *   does not determine it in each fold — no more respondents than items, or items that are sums of
 *   others — its figures are sq_error(SQ_UNDEFINED).
 * 4 RMSE √(Σe²/n), MAE Σ|e|/n, Q² predict 1 − Σe²/Σ(answer − mean of the rest)²; sums over all
 *   predictions of all repetitions. (seminr takes the mean of an answer's predictions over the
 *   repetitions first.)
 * 5 A missing answer is no answer to be predicted. Among what predicts, the mean of the rest stands
 *   for it, and in the fit as well: nothing of the fold is known to its prediction.
 * 6 A fold whose rest cannot be fitted is left out and counted. Nothing left:
 *   sq_error(SQ_UNDEFINED).
 * 7 Consistent PLS corrects paths and loadings for errors that scores still have, so it predicts
 *   nothing from scores: SQ_BAD_ARGUMENT.
 * 8 All respondents count alike; case weights only act in the fits.
 * 9 What would take more than SQ_MOST_EXPECTED_WORK, by the fit to all, is refused before it
 *   begins: SQ_MODEL_TOO_LARGE.
 */
#ifndef SQ_PLS_PREDICT_H
#define SQ_PLS_PREDICT_H

#include "satisfaction_index/pls_resample.h"

#define SQ_MOST_REPETITIONS ((size_t)1000)

typedef enum sq_antecedents {
    SQ_ANTECEDENTS_DIRECT,  /* those that act on the construct at once */
    SQ_ANTECEDENTS_EARLIEST /* those that nothing acts on */
} sq_antecedents;

typedef struct sq_prediction {
    size_t place; /* the item */
    double q2;    /* Q² predict */
    double rmse, mae;
    double linear_rmse, linear_mae; /* of the linear model */
} sq_prediction;

/* How many items belong to constructs that something acts on. */
size_t sq_pls_predicted_items(sq_pls *pls);

/* Fills rows[sq_pls_predicted_items(pls)], in the order of places. counts are of folds, all
 * repetitions together. Afterwards pls holds the fit to all respondents. Errors: the status of the
 * problem for the fit to all; SQ_OUT_OF_DOMAIN for fewer than two folds, no repetition or more than
 * SQ_MOST_REPETITIONS; SQ_NO_MEMORY. */
sq_status sq_pls_predict(sq_pls *pls, const sq_pls_data *data, const sq_pls_options *options,
                         sq_antecedents antecedents, size_t folds, size_t repetitions,
                         unsigned long seed, sq_prediction *rows, sq_pls_counts *counts,
                         sq_model_problem *problem);

#endif
