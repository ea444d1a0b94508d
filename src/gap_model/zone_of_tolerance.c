/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/zone_of_tolerance.h"

#include "base/arena.h"
#include "base/rounding.h"

#include <math.h>
#include <string.h>

typedef struct levels {
    double minimum, desired, perceived;
    double size; /* the largest |answer| */
    size_t answered;
    bool reversed;
} levels;

static void add(levels *sum, double minimum, double desired, double perceived)
{
    sum->minimum += minimum;
    sum->desired += desired;
    sum->perceived += perceived;
    sum->size = fmax(sum->size, fmax(fabs(minimum), fmax(fabs(desired), fabs(perceived))));
    sum->answered++;
    sum->reversed = sum->reversed || (minimum > desired && !sq_is_same(minimum, desired));
}

/* Over respondents. */
typedef struct sums {
    double weight; /* Σ weights */
    double size;   /* the largest |answer| */
} sums;

/* A respondent's score into the sums over respondents; weight is 1 or the number of answers. */
static void add_score(sq_tolerance *sum, sums *over, const levels *score, double weight)
{
    double answered = (double)score->answered;
    if (score->answered == 0)
        return;
    over->weight += weight;
    over->size = fmax(over->size, score->size);
    sum->minimum += weight * score->minimum / answered;
    sum->desired += weight * score->desired / answered;
    sum->perceived += weight * score->perceived / answered;
    sum->reversed += score->reversed;
    sum->n++;
}

static void finish(sq_tolerance *zone, double size)
{
    zone->width = sq_rounded(zone->desired - zone->minimum, size);
    zone->adequacy = sq_rounded(zone->perceived - zone->minimum, size);
    zone->superiority = sq_rounded(zone->perceived - zone->desired, size);
    zone->position = zone->width <= 0 ? sq_error(SQ_UNDEFINED) : zone->adequacy / zone->width;
}

/* What overflowed is no number; the reason of a sum that is none is handed on. */
static double mean(double sum, const sums *over)
{
    if (!(over->weight > 0))
        return sq_error(SQ_NO_DATA);
    return isinf(sum) ? sq_error(SQ_OUT_OF_DOMAIN) : sq_rounded(sum / over->weight, over->size);
}

static void divide(sq_tolerance *zone, const sums *over)
{
    zone->minimum = mean(zone->minimum, over);
    zone->desired = mean(zone->desired, over);
    zone->perceived = mean(zone->perceived, over);
    finish(zone, over->size);
}

/* Overall from the dimensions: the mean of their levels (requirement 2 of gap_model.h). */
static void average(const sq_tolerance dimension[], size_t count, double size,
                    sq_tolerance *overall)
{
    overall->minimum = overall->desired = overall->perceived = 0;
    for (size_t d = 0; d < count; d++) {
        overall->minimum += dimension[d].minimum;
        overall->desired += dimension[d].desired;
        overall->perceived += dimension[d].perceived;
    }
    divide(overall, &(sums){(double)count, size});
}

typedef struct work {
    const double *row[3]; /* minimum, desired, perceived of one respondent */
    levels *scores;       /* of one respondent, by dimension; the last over all items */
    sums *over;           /* by dimension; the last over all */
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
    SQ_SCRATCH(memory);
    work w;
    SQ_TAKE(w.scores, &memory, count + 1);
    SQ_TAKE(w.over, &memory, count + 1);
    for (size_t t = 1; t < 3; t++)
        if (tables[t]->rows != minimum->rows || tables[t]->columns != minimum->columns)
            return SQ_BAD_ARGUMENT;
    *overall = (sq_tolerance){0};
    for (size_t d = 0; d < count; d++)
        dimension[d] = (sq_tolerance){0};
    for (size_t row = 0; row < minimum->rows; row++) {
        for (size_t t = 0; t < 3; t++)
            w.row[t] = sq_row(tables[t], row);
        score_row(&w, dimensions, minimum->columns);
        for (size_t d = 0; d < count; d++)
            add_score(&dimension[d], &w.over[d], &w.scores[d], 1);
        add_score(overall, &w.over[count], &w.scores[count], (double)w.scores[count].answered);
    }
    for (size_t d = 0; d < count; d++)
        divide(&dimension[d], &w.over[d]);
    if (count == 0)
        divide(overall, &w.over[count]);
    else
        average(dimension, count, w.over[count].size, overall);
    return SQ_OK;
}
