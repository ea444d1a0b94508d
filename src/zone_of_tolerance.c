/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zone_of_tolerance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct levels {
    double minimum, desired, perceived;
    size_t answered;
    bool reversed;
} levels;

static void add(levels *sum, double minimum, double desired, double perceived)
{
    sum->minimum += minimum;
    sum->desired += desired;
    sum->perceived += perceived;
    sum->answered++;
    sum->reversed = sum->reversed || minimum > desired;
}

/* A respondent's score into the sums over respondents; weight is 1 or the number of answers. */
static void add_score(sq_tolerance *sum, double *total, const levels *score, double weight)
{
    double answered = (double)score->answered;
    if (score->answered == 0)
        return;
    *total += weight;
    sum->minimum += weight * score->minimum / answered;
    sum->desired += weight * score->desired / answered;
    sum->perceived += weight * score->perceived / answered;
    sum->reversed += score->reversed;
    sum->n++;
}

static void finish(sq_tolerance *zone)
{
    double rounding = 1e-13 * fmax(fabs(zone->desired), fabs(zone->minimum));
    zone->width = zone->desired - zone->minimum;
    if (fabs(zone->width) <= rounding)
        zone->width = 0;
    zone->adequacy = zone->perceived - zone->minimum;
    zone->superiority = zone->perceived - zone->desired;
    zone->position = zone->width <= 0 ? sq_error(SQ_UNDEFINED) : zone->adequacy / zone->width;
}

/* What overflowed is no number; the reason of a sum that is none is handed on. */
static double mean(double sum, double total)
{
    if (!(total > 0))
        return sq_error(SQ_NO_DATA);
    return isinf(sum) ? sq_error(SQ_OUT_OF_DOMAIN) : sum / total;
}

static void divide(sq_tolerance *zone, double total)
{
    zone->minimum = mean(zone->minimum, total);
    zone->desired = mean(zone->desired, total);
    zone->perceived = mean(zone->perceived, total);
    finish(zone);
}

/* Overall from the dimensions: the mean of their levels (requirement 2 of gap_model.h). */
static void average(const sq_tolerance dimension[], size_t count, sq_tolerance *overall)
{
    for (size_t d = 0; d < count; d++) {
        overall->minimum += dimension[d].minimum;
        overall->desired += dimension[d].desired;
        overall->perceived += dimension[d].perceived;
    }
    divide(overall, (double)count);
}

typedef struct work {
    const double *row[3]; /* minimum, desired, perceived of one respondent */
    levels *scores;       /* of one respondent, by dimension; the last over all items */
    double *total;        /* Σ weights, by dimension; the last over all */
} work;

static void score_row(work *w, const sq_dimensions *dimensions, size_t columns)
{
    levels *all = &w->scores[dimensions->count];
    memset(w->scores, 0, (dimensions->count + 1) * sizeof *w->scores);
    for (size_t i = 0; i < columns; i++) {
        double minimum = w->row[0][i], desired = w->row[1][i], perceived = w->row[2][i];
        size_t d = dimensions->count > 0 ? dimensions->of_item[i] : 0;
        if (d == SQ_LEFT_OUT || isnan(minimum) || isnan(desired) || isnan(perceived))
            continue;
        add(all, minimum, desired, perceived);
        if (dimensions->count > 0)
            add(&w->scores[d], minimum, desired, perceived);
    }
}

sq_status sq_zone_of_tolerance(const sq_table *minimum, const sq_table *desired,
                               const sq_table *perceived, const sq_dimensions *dimensions,
                               sq_tolerance dimension[], sq_tolerance *overall)
{
    size_t count = dimensions->count;
    const sq_table *tables[] = {minimum, desired, perceived};
    work w = {.scores = calloc(count + 1, sizeof *w.scores),
              .total = calloc(count + 1, sizeof *w.total)};
    sq_status status = w.scores && w.total ? SQ_OK : SQ_NO_MEMORY;
    for (size_t t = 1; t < 3; t++)
        if (tables[t]->rows != minimum->rows || tables[t]->columns != minimum->columns)
            status = SQ_BAD_ARGUMENT;
    *overall = (sq_tolerance){0};
    for (size_t d = 0; status == SQ_OK && d < count; d++)
        dimension[d] = (sq_tolerance){0};
    for (size_t row = 0; status == SQ_OK && row < minimum->rows; row++) {
        for (size_t t = 0; t < 3; t++)
            w.row[t] = sq_row(tables[t], row);
        score_row(&w, dimensions, minimum->columns);
        for (size_t d = 0; d < count; d++)
            add_score(&dimension[d], &w.total[d], &w.scores[d], 1);
        add_score(overall, &w.total[count], &w.scores[count], (double)w.scores[count].answered);
    }
    for (size_t d = 0; status == SQ_OK && d < count; d++)
        divide(&dimension[d], w.total[d]);
    if (status == SQ_OK && count == 0)
        divide(overall, w.total[count]);
    if (status == SQ_OK && count > 0) {
        overall->minimum = overall->desired = overall->perceived = 0;
        average(dimension, count, overall);
    }
    free(w.scores);
    free(w.total);
    return status;
}
