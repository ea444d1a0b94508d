/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The 0–100 satisfaction index of a few items, and the national index models as path tables with
 * the items they usually ask.
 *
 * Requirements of the index
 * 1 100·Σ w (x̄ − minimum)/(maximum − minimum), w summing to 1 (they are scaled), x̄ the (weighted)
 *   mean of an item over those who answered it, each item with the ends of its own scale. Source:
 *   Fornell et al. 1996, J. Marketing 60; for three items on 1–10 this is Σ(x̄ − 1)w/9·100.
 * 2 A negative weight, weights that are all 0, minimum ≥ maximum, an answer outside its ends:
 *   SQ_OUT_OF_DOMAIN. An item with a weight but without an answer: SQ_NO_DATA, without ends (NaN):
 *   SQ_UNDEFINED. Items of weight 0 do not matter, nor do their answers; respondents of weight 0
 *   neither.
 */
#ifndef SQ_SATISFACTION_INDEX_H
#define SQ_SATISFACTION_INDEX_H

#include "base/status.h"
#include "base/table.h"
#include "numerics/inference.h"

/* weights[columns], NULL: all alike. case_weights[rows] ≥ 0, NULL: all 1. minimum[columns],
 * maximum[columns]. */
sq_status sq_satisfaction_index(const sq_table *items, const double *weights,
                                const double *case_weights, const double *minimum,
                                const double *maximum, double *index);

/* The index and how exact it is. Respondents are what varies, items and their weights are given: se² =
 * n/(n−1)·Σu², u a respondent's influence, 100·Σ v·(x − x̄)·c/C over his answers, v an item's weight (sum
 * 1) divided by its scale, c his case weight, C those of all who answered the item, n the respondents who
 * answered an item of a weight. Without holes and case weights s/√n of the respondents' own indices. The
 * interval is Student's with n − 1 and ends at 0 and 100. Errors as above, and SQ_OUT_OF_DOMAIN for the
 * level; one respondent, or no spread: se and interval SQ_UNDEFINED. */
sq_status sq_satisfaction_index_estimate(const sq_table *items, const double *weights,
                                         const double *case_weights, const double *minimum,
                                         const double *maximum, double level, sq_estimate *out);

#define SQ_MOST_INDEX_CONSTRUCTS 7

typedef struct sq_index_item {
    size_t construct;    /* row of the path table */
    const char *wording; /* what the question is about */
} sq_index_item;

typedef struct sq_index_model {
    const char *name; /* "SCSB", "ACSI", "ECSI", "ECSI-2", "CCSI-image", "CCSI-market" */
    size_t constructs;
    const char *constructs_named[SQ_MOST_INDEX_CONSTRUCTS];
    const char *paths[SQ_MOST_INDEX_CONSTRUCTS]; /* a row of '0' and '1' each, row → column */
    const sq_index_item *items;
    size_t item_count;
    const char *source; /* where the model was published */
    const char *note;   /* what papers do differently, what was not verified */
} sq_index_model;

size_t sq_index_model_count(void);
const sq_index_model *sq_index_model_at(size_t position);

/* By name, without regard to case; NULL: there is none. */
const sq_index_model *sq_find_index_model(const char *name);

/* 1 where the row acts on the column, else 0. */
static inline double sq_index_model_path(const sq_index_model *model, size_t from, size_t to)
{
    return model->paths[from][to] == '1';
}

#endif
