/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/promoters.h"

#include "base/case_weights.h"
#include "base/rounding.h"

#include <math.h>

/* What the answers of some respondents add up to. */
typedef struct tally {
    double promoters, detractors, all; /* Σ weights of answers */
    size_t answered;                   /* answers of one respondent */
} tally;

/* Adds the answers of one respondent. */
static sq_status add_row(const sq_table *answers, size_t row, double weight,
                         const sq_promoter_cuts *cuts, tally *sum)
{
    for (size_t i = 0; i < answers->columns; i++) {
        double answer = sq_row(answers, row)[i];
        if (isnan(answer))
            continue;
        if (!(answer >= 0 && answer <= 10) || answer != floor(answer))
            return SQ_OUT_OF_DOMAIN;
        sum->promoters += answer >= cuts->promoters_from ? weight : 0;
        sum->detractors += answer <= cuts->detractors_to ? weight : 0;
        sum->all += weight;
        sum->answered++;
    }
    return SQ_OK;
}

/* Some respondents: rows[count], or the first count; and the largest of their weights. */
typedef struct group {
    const sq_table *answers;
    const double *case_weights;
    const size_t *rows;
    size_t count;
    double scale;
} group;

static size_t row_of(const group *of, size_t i)
{
    return of->rows ? of->rows[i] : i;
}

/* Weights divided by the largest; a negative or infinite one is SQ_OUT_OF_DOMAIN. */
static sq_status find_scale(group *of)
{
    of->scale = 0;
    for (size_t i = 0; i < of->count; i++) {
        double weight = sq_case_weight(of->case_weights, row_of(of, i));
        if (weight < 0 || isinf(weight))
            return SQ_OUT_OF_DOMAIN;
        of->scale = weight > of->scale ? weight : of->scale;
    }
    return of->scale > 0 ? SQ_OK : SQ_NO_DATA;
}

static double weight_of(const group *of, size_t i)
{
    return sq_case_weight(of->case_weights, row_of(of, i)) / of->scale;
}

/* Σ influence² on the score, and how many respondents there are. */
static double sum_influences(const group *of, const sq_promoter_cuts *cuts, const tally *sum,
                             double score, size_t *n)
{
    double squares = 0;
    *n = 0;
    for (size_t i = 0; i < of->count; i++) {
        double influence;
        tally own = {0};
        if (!(weight_of(of, i) > 0) ||
            add_row(of->answers, row_of(of, i), weight_of(of, i), cuts, &own) != SQ_OK ||
            own.answered == 0)
            continue;
        influence = (100 * (own.promoters - own.detractors) - score * own.all) / sum->all;
        squares += influence * influence;
        ++*n;
    }
    return squares;
}

sq_status sq_promoters_of(const sq_table *answers, const double *case_weights, const size_t *rows,
                          size_t count, const sq_promoter_cuts *cuts, double level,
                          sq_promoters *out)
{
    group of = {answers, case_weights, rows, rows ? count : answers->rows, 0};
    double squares;
    tally sum = {0};
    sq_estimate *score = &out->score;
    SQ_TRY(sq_check_level(level));
    if (!(cuts->promoters_from > cuts->detractors_to))
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(find_scale(&of));
    for (size_t i = 0; i < of.count; i++)
        if (weight_of(&of, i) > 0)
            SQ_TRY(add_row(answers, row_of(&of, i), weight_of(&of, i), cuts, &sum));
    if (!(sum.all > 0))
        return SQ_NO_DATA;
    *out = (sq_promoters){.promoters = sum.promoters / sum.all,
                          .detractors = sum.detractors / sum.all,
                          .score = {.size = 100}};
    out->passives = sq_rounded(1 - out->promoters - out->detractors, 1);
    score->mean = 100 * (out->promoters - out->detractors);
    squares = sum_influences(&of, cuts, &sum, score->mean, &score->n);
    sq_infer_from_influences(score, squares, level, -100, 100);
    return SQ_OK;
}
