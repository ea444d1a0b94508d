/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers made fit for a path model: missing ones dealt with, items in places, and what is computed
 * respondent by respondent.
 *
 * Requirements
 * 1 Missing: mean replacement puts the (weighted) mean of the item for a missing answer; a
 *   respondent who answered no item of the model is left out. Listwise leaves out whoever missed
 *   one. An infinite answer counts as missing.
 * 2 Case weights are finite and ≥ 0; respondents with weight 0 are left out. Their scale does not
 *   matter: Σw(x−x̄)(y−ȳ)/Σw · n/(n−1), n the respondents left (covariance.h).
 * 3 Fewer than three respondents, an item nobody answered, a constant item, and a block in mode B
 *   with no more respondents than items are faults that name their place.
 */
#ifndef SQ_PLS_DATA_H
#define SQ_PLS_DATA_H

#include "base/table.h"
#include "satisfaction_index/pls.h"

typedef enum sq_missing_rule { SQ_MISSING_MEAN, SQ_MISSING_LISTWISE } sq_missing_rule;

typedef struct sq_pls_data {
    size_t rows;          /* respondents left */
    size_t items;         /* p */
    double *answers;      /* [rows × p] complete, by place */
    double *case_weights; /* [rows] > 0, all 1 where none were given */
    size_t *row;          /* [rows] which row of the answers each was */
    double *means;        /* [p] weighted, by place */
    double *covariance;   /* [p × p] divisor n − 1, by place */
    size_t replaced;      /* missing answers that were replaced */
    size_t *hole;         /* [replaced] which of answers those are, item after item */
    sq_arena memory;      /* of all these */
} sq_pls_data;

/* Reads the answers: one column per item of the model. After success: sq_pls_data_free. Errors: the
 * status of the problem, SQ_NO_MEMORY. */
sq_status sq_pls_data_alloc(sq_pls_data *data, const sq_pls *pls, const sq_table *answers,
                            const double *case_weights, sq_missing_rule missing,
                            sq_model_problem *problem);
void sq_pls_data_free(sq_pls_data *data);

/* Whether all answers of the respondents left lie between the ends, minimum[p] and maximum[p]. */
bool sq_pls_answers_within(const sq_pls_data *data, const double *minimum, const double *maximum);

/* scores[data->rows × constructs] of the respondents left: variance 1, mean 0, in the divisor of
 * the options of the fit. */
void sq_pls_scores(const sq_pls *pls, const sq_pls_data *data, double *scores);

/* The same with a row for each of the rows of the answers; who was left out: sq_error(SQ_NO_DATA).
 */
void sq_pls_spread_scores(const sq_pls *pls, const sq_pls_data *data, size_t rows, double *scores);

#endif
