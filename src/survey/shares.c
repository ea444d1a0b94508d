/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/shares.h"

#include "base/case_weights.h"
#include "base/rounding.h"

#include <math.h>

sq_status sq_answer_limits(const sq_table *answers, const double *case_weights, double *smallest,
                           double *largest)
{
    *smallest = INFINITY;
    *largest = -INFINITY;
    SQ_TRY(sq_check_case_weights(case_weights, answers->rows));
    for (size_t row = 0; row < answers->rows; row++) {
        if (!(sq_case_weight(case_weights, row) > 0))
            continue;
        for (size_t column = 0; column < answers->columns; column++) {
            double answer = sq_row(answers, row)[column];
            if (isinf(answer))
                return SQ_OUT_OF_DOMAIN;
            *smallest = fmin(*smallest, answer); /* fmin and fmax pass over NaN */
            *largest = fmax(*largest, answer);
        }
    }
    return *smallest <= *largest ? SQ_OK : SQ_NO_DATA;
}

static int is_count(double number)
{
    return number >= 1 && isfinite(number) && number == floor(number);
}

/* An answer this close to where the boxes begin is not inside, and one this close to the end not
 * beyond it. */
static double rounding_of(double end, double boxes)
{
    return sq_rounding * fmax(fabs(end), boxes);
}

typedef struct tally {
    double inside, all; /* Σ weights */
} tally;

/* Counts the answers to one item; side 1 looks from the top, −1 from the bottom. */
static sq_status count_item(const sq_table *answers, const double *case_weights, size_t item,
                            double boxes, double end, int side, tally *out)
{
    double scale = sq_case_weight_scale(case_weights, answers->rows);
    if (isnan(end))
        return SQ_UNDEFINED;
    if (isinf(end))
        return SQ_OUT_OF_DOMAIN;
    for (size_t row = 0; row < answers->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        double answer = sq_row(answers, row)[item], below = side * (end - answer);
        if (isnan(answer) || !(weight > 0))
            continue;
        if (isinf(answer) || below < -rounding_of(end, 0))
            return SQ_OUT_OF_DOMAIN;
        out->all += weight;
        if (below < boxes - rounding_of(end, boxes))
            out->inside += weight;
    }
    return SQ_OK;
}

static sq_status share_in_boxes(const sq_table *answers, const double *case_weights, double boxes,
                                const double *ends, size_t count, int side, double *share)
{
    tally sum = {0, 0};
    SQ_TRY(sq_check_case_weights(case_weights, answers->rows));
    if (!is_count(boxes))
        return SQ_OUT_OF_DOMAIN;
    for (size_t item = 0; item < answers->columns; item++)
        SQ_TRY(count_item(answers, case_weights, item, boxes, ends[count == 1 ? 0 : item], side,
                          &sum));
    if (!(sum.all > 0))
        return SQ_NO_DATA;
    *share = sum.inside / sum.all;
    return SQ_OK;
}

sq_status sq_top_box(const sq_table *answers, const double *case_weights, double boxes,
                     const double *ends, size_t count, double *share)
{
    return share_in_boxes(answers, case_weights, boxes, ends, count, 1, share);
}

sq_status sq_bottom_box(const sq_table *answers, const double *case_weights, double boxes,
                        const double *ends, size_t count, double *share)
{
    return share_in_boxes(answers, case_weights, boxes, ends, count, -1, share);
}

/* One answer: its level's share, or other. */
static void add_answer(double answer, double weight, double minimum, size_t levels, double *shares,
                       sq_distribution *out)
{
    double level = answer - minimum;
    if (level >= 0 && level < (double)levels && level == floor(level))
        shares[(size_t)level] += weight;
    else
        out->other += weight;
}

static double spread(const sq_table *answers, const double *case_weights, size_t from, size_t to,
                     double scale, double all, double size, const sq_distribution *sums)
{
    double squares = 0;
    for (size_t row = 0; row < answers->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        for (size_t column = from; column < to && weight > 0; column++) {
            double away = sq_row(answers, row)[column] - sums->mean;
            if (!isnan(away))
                squares += weight * away * away;
        }
    }
    if (sums->answered < 2)
        return sq_error(SQ_UNDEFINED);
    return sq_rounded(sqrt(squares / all * sums->answered / (sums->answered - 1)), size);
}

sq_status sq_distribution_of(const sq_table *answers, const double *case_weights, size_t from,
                             size_t to, double minimum, size_t levels, double *shares,
                             sq_distribution *out)
{
    double scale = sq_case_weight_scale(case_weights, answers->rows), all = 0, sum = 0;
    double size = 0;
    SQ_TRY(sq_check_case_weights(case_weights, answers->rows));
    *out = (sq_distribution){0};
    for (size_t level = 0; level < levels; level++)
        shares[level] = 0;
    for (size_t row = 0; row < answers->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        for (size_t column = from; column < to && weight > 0; column++) {
            double answer = sq_row(answers, row)[column];
            if (isinf(answer))
                return SQ_OUT_OF_DOMAIN;
            if (isnan(answer)) {
                out->missing++;
                continue;
            }
            out->answered++;
            all += weight;
            sum += weight * answer;
            size = fmax(size, fabs(answer));
            add_answer(answer, weight, minimum, levels, shares, out);
        }
    }
    for (size_t level = 0; level < levels; level++)
        shares[level] = all > 0 ? shares[level] / all : sq_error(SQ_NO_DATA);
    out->other = all > 0 ? out->other / all : sq_error(SQ_NO_DATA);
    out->mean = all > 0 ? sq_rounded(sum / all, size) : sq_error(SQ_NO_DATA);
    out->sd = all > 0 ? spread(answers, case_weights, from, to, scale, all, size, out)
                      : sq_error(SQ_NO_DATA);
    return SQ_OK;
}
