/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/gap_model.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"

#include <math.h>
#include <string.h>

const double sq_servqual_1988_reversed[SQ_SERVQUAL_ITEMS] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1,
                                                             1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1};

double sq_recode(double answer, double minimum, double maximum, bool reversed)
{
    if (answer < minimum || answer > maximum)
        return sq_error(SQ_OUT_OF_DOMAIN);
    return reversed ? minimum + maximum - answer : answer;
}

static size_t respondents(const sq_ratings *ratings)
{
    return ratings->rows ? ratings->row_count : ratings->minuend.rows;
}

static size_t respondent(const sq_ratings *ratings, size_t i)
{
    return ratings->rows ? ratings->rows[i] : i;
}

/* A table that goes with the minuend is absent or has its shape; an empty one is not absent. */
static bool fits(const sq_table *table, const sq_table *minuend)
{
    if (!table->values && table->columns == 0)
        return true;
    return table->rows == minuend->rows && table->columns == minuend->columns;
}

static sq_status check(const sq_ratings *ratings, double level)
{
    if (!fits(&ratings->subtrahend, &ratings->minuend) ||
        !fits(&ratings->beside, &ratings->minuend))
        return SQ_BAD_ARGUMENT;
    return sq_check_level(level);
}

/* ---- Scores of one respondent. */

/* The answers of one respondent; NULL where there is no such table. */
typedef struct answers {
    const double *minuend, *subtrahend, *beside;
} answers;

static answers answers_of(const sq_ratings *ratings, size_t row)
{
    return (answers){
        sq_row(&ratings->minuend, row),
        ratings->subtrahend.values ? sq_row(&ratings->subtrahend, row) : NULL,
        ratings->beside.values ? sq_row(&ratings->beside, row) : NULL,
    };
}

/* Both sides of an item; false where an answer is missing. */
static bool read_sides(const answers *of, size_t item, double *minuend, double *subtrahend)
{
    *minuend = of->minuend[item];
    *subtrahend = of->subtrahend ? of->subtrahend[item] : 0;
    return !isnan(*minuend) && !isnan(*subtrahend) && !(of->beside && isnan(of->beside[item]));
}

/* fmax of numbers, without its care for NaN, which costs a tenth of a report. */
static double larger(double a, double b)
{
    return a > b ? a : b;
}

static void score(const sq_ratings *ratings, const sq_dimensions *dimensions, size_t row,
                  sq_score scores[])
{
    answers of = answers_of(ratings, row);
    memset(scores, 0, dimensions->count * sizeof *scores);
    for (size_t i = 0; i < ratings->minuend.columns; i++) {
        size_t d = dimensions->of_item[i];
        double minuend, subtrahend;
        if (d == SQ_LEFT_OUT || !read_sides(&of, i, &minuend, &subtrahend))
            continue;
        scores[d].minuend += minuend;
        scores[d].subtrahend += subtrahend;
        scores[d].size = larger(scores[d].size, larger(fabs(minuend), fabs(subtrahend)));
        scores[d].answered++;
    }
    for (size_t d = 0; d < dimensions->count; d++) {
        double answered = (double)scores[d].answered;
        scores[d].gap = (scores[d].minuend - scores[d].subtrahend) / answered;
        scores[d].minuend /= answered;
        scores[d].subtrahend /= answered;
    }
}

static sq_score no_score(void)
{
    return (sq_score){sq_error(SQ_NO_DATA), sq_error(SQ_NO_DATA), sq_error(SQ_NO_DATA), 0, 0};
}

/* Adds one item or dimension to a mean in the making; answered counts the pairs. */
static void add_score(sq_score *sum, const sq_score *part)
{
    sum->minuend += part->minuend;
    sum->subtrahend += part->subtrahend;
    sum->gap += part->minuend - part->subtrahend;
    sum->answered += part->answered;
    sum->size = larger(sum->size, part->size);
}

static sq_score mean_score(const sq_score *sum, size_t parts)
{
    double n = (double)parts;
    return (sq_score){sum->minuend / n, sum->subtrahend / n, sq_rounded(sum->gap / n, sum->size),
                      sum->answered, sum->size};
}

void sq_gap_of_respondent(const sq_ratings *ratings, const sq_dimensions *dimensions, size_t row,
                          sq_score dimension[], sq_score *overall)
{
    answers of = answers_of(ratings, row);
    sq_score sum = {0};
    size_t parts = 0;
    if (dimensions->count > 0)
        score(ratings, dimensions, row, dimension);
    for (size_t d = 0; d < dimensions->count; d++) {
        if (dimension[d].answered == 0) {
            dimension[d] = no_score();
            continue;
        }
        dimension[d].gap = sq_rounded(dimension[d].gap, dimension[d].size);
        add_score(&sum, &dimension[d]);
        parts++;
    }
    for (size_t i = 0; dimensions->count == 0 && i < ratings->minuend.columns; i++) {
        sq_score pair = {.answered = 1};
        if (!read_sides(&of, i, &pair.minuend, &pair.subtrahend))
            continue;
        pair.size = larger(fabs(pair.minuend), fabs(pair.subtrahend));
        add_score(&sum, &pair);
        parts++;
    }
    *overall = parts == 0 ? no_score() : mean_score(&sum, parts);
}

sq_score sq_weighted_score(const sq_score dimension[], const double weights[], size_t count)
{
    sq_score sum = {0};
    double total = 0, gap = 0;
    for (size_t d = 0; d < count; d++)
        total += dimension[d].answered > 0 ? weights[d] : 0;
    if (!(total > 0))
        return no_score();
    for (size_t d = 0; d < count; d++) {
        double share = weights[d] / total;
        if (dimension[d].answered == 0)
            continue;
        sum.minuend += share * dimension[d].minuend;
        sum.subtrahend += share * dimension[d].subtrahend;
        gap += share * dimension[d].gap;
        sum.answered += dimension[d].answered;
        sum.size = larger(sum.size, dimension[d].size);
    }
    sum.gap = sq_rounded(gap, sum.size);
    return sum;
}

/* ---- Means of scores and their standard errors, in two passes over the table. */

typedef struct sums {
    double weight;              /* Σ weights */
    double minuend, subtrahend; /* Σ weight × side */
    double origin, gap;         /* the first gap, and Σ weight × (gap − origin) */
    double squares;             /* Σ weight × residual² */
    double minuend_squares, subtrahend_squares; /* the same of each side */
    double influences;                          /* Σ (weight × residual)² */
    double size;                                /* the largest |answer| */
    size_t n;                                   /* respondents of positive weight */
} sums;

typedef struct work {
    const sq_ratings *ratings;
    const sq_dimensions *dimensions;
    double scale;              /* of the case weights */
    const double *share;       /* of each dimension in the overall */
    bool by_answers;           /* a respondent weighs as many times as there are answers */
    sq_score *scores;          /* of one respondent */
    sums *sums;                /* of each dimension */
    double overall_influences; /* Σ influence² on the overall */
    double overall_squares;    /* Σ influence² / case weight */
    double minuend_squares, subtrahend_squares; /* the same of each side */
    double overall_weight;                      /* Σ case weights */
    size_t overall_n;                           /* respondents who count in it */
} work;

static double case_weight_of(const work *w, size_t row)
{
    return sq_case_weight(w->ratings->case_weights, row) / w->scale;
}

static double weight_of(const work *w, size_t row, size_t d)
{
    double weight = case_weight_of(w, row);
    size_t answered = w->scores[d].answered;
    if (answered == 0)
        return 0;
    return w->by_answers ? weight * (double)answered : weight;
}

static void sum_up(work *w)
{
    for (size_t i = 0; i < respondents(w->ratings); i++) {
        size_t row = respondent(w->ratings, i);
        score(w->ratings, w->dimensions, row, w->scores);
        for (size_t d = 0; d < w->dimensions->count; d++) {
            double weight = weight_of(w, row, d);
            sums *s = &w->sums[d];
            if (!(weight > 0))
                continue;
            if (s->n++ == 0)
                s->origin = w->scores[d].gap;
            s->size = larger(s->size, w->scores[d].size);
            s->weight += weight;
            s->minuend += weight * w->scores[d].minuend;
            s->subtrahend += weight * w->scores[d].subtrahend;
            s->gap += weight * (w->scores[d].gap - s->origin);
        }
    }
}

static double mean_gap(const sums *s)
{
    return s->origin + s->gap / s->weight;
}

static void sum_residuals(work *w)
{
    for (size_t i = 0; i < respondents(w->ratings); i++) {
        size_t row = respondent(w->ratings, i);
        double influence = 0, minuend = 0, subtrahend = 0, case_weight = case_weight_of(w, row);
        bool counts = false;
        score(w->ratings, w->dimensions, row, w->scores);
        for (size_t d = 0; d < w->dimensions->count; d++) {
            double weight = weight_of(w, row, d), residual, one, other, part;
            sums *s = &w->sums[d];
            if (!(weight > 0))
                continue;
            residual = w->scores[d].gap - mean_gap(s);
            s->squares += weight * residual * residual;
            s->influences += weight * residual * weight * residual;
            one = w->scores[d].minuend - s->minuend / s->weight;
            other = w->scores[d].subtrahend - s->subtrahend / s->weight;
            s->minuend_squares += weight * one * one;
            s->subtrahend_squares += weight * other * other;
            influence += w->share[d] * weight * residual / s->weight;
            part = w->share[d] * weight / s->weight;
            minuend += part * one;
            subtrahend += part * other;
            counts = counts || w->share[d] > 0;
        }
        if (!counts)
            continue;
        w->overall_influences += influence * influence;
        w->overall_squares += influence * influence / case_weight;
        w->minuend_squares += minuend * minuend / case_weight;
        w->subtrahend_squares += subtrahend * subtrahend / case_weight;
        w->overall_weight += case_weight;
        w->overall_n++;
    }
}

/* What overflowed is no number. */
static double spread(double squared)
{
    return isfinite(squared) ? sqrt(squared) : sq_error(SQ_OUT_OF_DOMAIN);
}

static double mean_of(double sum, const sums *s)
{
    double mean = sum / s->weight;
    return isfinite(mean) ? sq_rounded(mean, s->size) : sq_error(SQ_OUT_OF_DOMAIN);
}

static void estimate_dimension(const sums *s, double level, sq_gap *out)
{
    double n = (double)s->n;
    *out = (sq_gap){.n_minuend = s->n, .n_subtrahend = s->n, .gap = {.n = s->n, .size = s->size}};
    if (s->n == 0) {
        out->minuend = out->subtrahend = sq_error(SQ_NO_DATA);
        out->minuend_sd = out->subtrahend_sd = sq_error(SQ_NO_DATA);
    } else {
        out->minuend = mean_of(s->minuend, s);
        out->subtrahend = mean_of(s->subtrahend, s);
        out->gap.mean = mean_gap(s);
        out->minuend_sd = out->subtrahend_sd = sq_error(SQ_UNDEFINED);
    }
    if (s->n > 1) {
        double factor = n / (n - 1) / s->weight;
        out->minuend_sd = sq_rounded(spread(factor * s->minuend_squares), s->size);
        out->subtrahend_sd = sq_rounded(spread(factor * s->subtrahend_squares), s->size);
        out->gap.sd = spread(n / (n - 1) * s->squares / s->weight);
        out->gap.se = out->gap.sd;
        if (out->gap.sd > 0)
            out->gap.se = sqrt(n / (n - 1) * s->influences) / s->weight;
    }
    sq_infer(&out->gap, level);
}

/* How many respondents the least answered of the dimensions that count has. */
static size_t fewest_respondents(const work *w)
{
    size_t fewest = w->overall_n;
    for (size_t d = 0; d < w->dimensions->count; d++)
        if (w->share[d] > 0 && w->sums[d].n < fewest)
            fewest = w->sums[d].n;
    return fewest;
}

static void estimate_overall(const work *w, const sq_gap dimension[], double level, sq_gap *out)
{
    size_t fewest = fewest_respondents(w);
    double n = (double)w->overall_n;
    *out = (sq_gap){0};
    if (fewest > 0) /* requirement 2 */
        out->n_minuend = out->n_subtrahend = out->gap.n = w->overall_n;
    for (size_t d = 0; d < w->dimensions->count; d++) {
        if (!(w->share[d] > 0))
            continue;
        out->minuend += w->share[d] * dimension[d].minuend;
        out->subtrahend += w->share[d] * dimension[d].subtrahend;
        out->gap.mean += w->share[d] * dimension[d].gap.mean;
        out->gap.size = larger(out->gap.size, dimension[d].gap.size);
    }
    out->minuend = sq_rounded(out->minuend, out->gap.size);
    out->subtrahend = sq_rounded(out->subtrahend, out->gap.size);
    out->minuend_sd = out->subtrahend_sd = sq_error(fewest == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    if (fewest == 0)
        out->minuend = out->subtrahend = sq_error(SQ_NO_DATA);
    if (fewest == 1) /* requirement 6 */
        out->gap.sd = out->gap.se = sq_error(SQ_UNDEFINED);
    if (fewest > 1) {
        double factor = n / (n - 1) * w->overall_weight;
        out->minuend_sd = sq_rounded(spread(factor * w->minuend_squares), out->gap.size);
        out->subtrahend_sd = sq_rounded(spread(factor * w->subtrahend_squares), out->gap.size);
        out->gap.sd = spread(n / (n - 1) * w->overall_squares * w->overall_weight);
        out->gap.se = out->gap.sd;
        if (out->gap.sd > 0)
            out->gap.se = sqrt(n / (n - 1) * w->overall_influences);
    }
    sq_infer(&out->gap, level);
}

/* The engine behind all paired gaps; share and dimension are [dimensions->count]. */
static sq_status estimate(const sq_ratings *ratings, const sq_dimensions *dimensions,
                          const double *share, bool by_answers, double level, sq_gap dimension[],
                          sq_gap *overall)
{
    size_t count = dimensions->count;
    work w = {
        .ratings = ratings, .dimensions = dimensions, .share = share, .by_answers = by_answers};
    SQ_SCRATCH(memory);
    SQ_TRY(check(ratings, level));
    w.scale = sq_case_weight_scale(ratings->case_weights, ratings->minuend.rows);
    SQ_TAKE(w.scores, &memory, count);
    SQ_TAKE(w.sums, &memory, count);
    sum_up(&w);
    sum_residuals(&w);
    for (size_t d = 0; d < count; d++)
        estimate_dimension(&w.sums[d], level, &dimension[d]);
    if (overall)
        estimate_overall(&w, dimension, level, overall);
    return SQ_OK;
}

static sq_status to_shares(const double *importance, size_t count, double shares[])
{
    double total = 0;
    for (size_t d = 0; d < count; d++) {
        if (importance && !(importance[d] >= 0))
            return SQ_OUT_OF_DOMAIN;
        total += importance ? importance[d] : 1;
    }
    if (!(total > 0) || isinf(total))
        return SQ_OUT_OF_DOMAIN;
    for (size_t d = 0; d < count; d++)
        shares[d] = (importance ? importance[d] : 1) / total;
    return SQ_OK;
}

sq_status sq_gap_by_dimension(const sq_ratings *ratings, const sq_dimensions *dimensions,
                              const double *importance, double level, sq_gap dimension[],
                              double shares[], sq_gap *overall)
{
    SQ_SCRATCH(memory);
    if (!shares)
        SQ_TAKE(shares, &memory, dimensions->count);
    SQ_TRY(to_shares(importance, dimensions->count, shares));
    return estimate(ratings, dimensions, shares, false, level, dimension, overall);
}

sq_status sq_gap_pooled(const sq_ratings *ratings, double level, sq_gap *gap)
{
    SQ_SCRATCH(memory);
    const double share = 1;
    size_t *of_item; /* all in dimension 0 */
    SQ_TAKE(of_item, &memory, ratings->minuend.columns);
    return estimate(ratings, &(sq_dimensions){1, of_item}, &share, true, level, gap, NULL);
}

/* Each column as a dimension of its own. */
sq_status sq_gap_over_items(const sq_ratings *ratings, const double share[], double level,
                            sq_gap item[], sq_gap *overall)
{
    size_t columns = ratings->minuend.columns;
    SQ_SCRATCH(memory);
    size_t *of_item;
    SQ_TAKE(of_item, &memory, columns);
    for (size_t i = 0; i < columns; i++)
        of_item[i] = i;
    return estimate(ratings, &(sq_dimensions){columns, of_item}, share, false, level, item,
                    overall);
}

sq_status sq_gap_by_item(const sq_ratings *ratings, double level, sq_gap item[], double holm[],
                         double rank[])
{
    size_t columns = ratings->minuend.columns;
    SQ_SCRATCH(memory);
    double rounding = 0, *share, *p, *mean;
    size_t *order;
    SQ_TAKE(share, &memory, columns);
    SQ_TAKE(p, &memory, columns);
    SQ_TAKE(mean, &memory, columns);
    SQ_TAKE(order, &memory, columns);
    SQ_TRY(sq_gap_over_items(ratings, share, level, item, NULL));
    for (size_t i = 0; i < columns; i++) {
        p[i] = item[i].gap.p;
        mean[i] = item[i].gap.mean;
        rounding = fmax(rounding, sq_rounding * item[i].gap.size);
    }
    sq_holm(p, holm, order, columns);
    sq_rank_ascending(mean, rounding, rank, order, columns);
    return SQ_OK;
}

/* ---- Independent samples. */

sq_status sq_gap_independent(const sq_table *subtrahend, const sq_table *minuend, double level,
                             sq_gap *gap)
{
    size_t columns = minuend->columns, common = 0;
    const sq_ratings first = {.minuend = *subtrahend}, second = {.minuend = *minuend};
    SQ_SCRATCH(memory);
    sq_gap first_mean = {0}, second_mean = {0}, *item, *other;
    double *share;
    SQ_TAKE(item, &memory, columns);
    SQ_TAKE(other, &memory, columns);
    SQ_TAKE(share, &memory, columns);
    if (subtrahend->columns != columns)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(sq_gap_over_items(&first, share, level, item, NULL));
    SQ_TRY(sq_gap_over_items(&second, share, level, other, NULL));
    for (size_t i = 0; i < columns; i++) {
        if (item[i].gap.n > 0 && other[i].gap.n > 0) {
            share[i] = 1;
            common++;
        }
    }
    for (size_t i = 0; common > 0 && i < columns; i++)
        share[i] /= (double)common;
    SQ_TRY(sq_gap_over_items(&first, share, level, item, &first_mean));
    SQ_TRY(sq_gap_over_items(&second, share, level, item, &second_mean));
    *gap = (sq_gap){second_mean.minuend, first_mean.minuend, second_mean.gap.n, first_mean.gap.n,
                    sq_welch_difference(&first_mean.gap, &second_mean.gap, level)};
    return SQ_OK;
}

/* ---- Disconfirmation. */

static void count_pair(sq_disconfirmation *item, double minuend, double subtrahend)
{
    bool same = sq_is_same(minuend, subtrahend);
    item->n++;
    item->dissatisfied += minuend < subtrahend && !same;
    item->satisfied += same;
    item->delighted += minuend > subtrahend && !same;
}

static void add_pairs(sq_disconfirmation *sum, const sq_disconfirmation *item)
{
    sum->n += item->n;
    sum->dissatisfied += item->dissatisfied;
    sum->satisfied += item->satisfied;
    sum->delighted += item->delighted;
}

static void count_items(const sq_ratings *ratings, sq_disconfirmation item[])
{
    for (size_t i = 0; i < respondents(ratings); i++) {
        answers of = answers_of(ratings, respondent(ratings, i));
        for (size_t column = 0; column < ratings->minuend.columns; column++) {
            double minuend, subtrahend;
            if (read_sides(&of, column, &minuend, &subtrahend))
                count_pair(&item[column], minuend, subtrahend);
        }
    }
}

sq_status sq_disconfirm(const sq_ratings *ratings, const sq_dimensions *dimensions,
                        sq_disconfirmation item[])
{
    size_t columns = ratings->minuend.columns, all = columns + dimensions->count;
    SQ_TRY(check(ratings, SQ_ANY_LEVEL));
    if (ratings->subtrahend.columns != columns)
        return SQ_BAD_ARGUMENT;
    memset(item, 0, (all + 1) * sizeof *item);
    count_items(ratings, item);
    for (size_t i = 0; i < columns; i++) {
        size_t dimension = dimensions->count > 0 ? dimensions->of_item[i] : 0;
        if (dimension == SQ_LEFT_OUT)
            continue;
        if (dimensions->count > 0)
            add_pairs(&item[columns + dimension], &item[i]);
        add_pairs(&item[all], &item[i]);
    }
    for (size_t i = 0; i <= all; i++) {
        double n = item[i].n > 0 ? (double)item[i].n : sq_error(SQ_NO_DATA);
        item[i].dissatisfied /= n;
        item[i].satisfied /= n;
        item[i].delighted /= n;
    }
    return SQ_OK;
}
