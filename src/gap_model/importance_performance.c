/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/importance_performance.h"

#include "base/arena.h"
#include "base/rounding.h"

#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdbool.h>

static double column_mean(const sq_table *table, size_t column)
{
    double sum = 0, n = 0;
    for (size_t row = 0; row < table->rows; row++) {
        double answer = sq_row(table, row)[column];
        if (isnan(answer))
            continue;
        sum += answer;
        n++;
    }
    if (n == 0)
        return sq_error(SQ_NO_DATA);
    return isfinite(sum) ? sum / n : sq_error(SQ_OUT_OF_DOMAIN);
}

/* Widens smallest … largest to hold the answers; false if there is none. */
static bool widen(const sq_table *table, double *smallest, double *largest)
{
    bool found = false;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        if (isnan(table->values[i]))
            continue;
        *smallest = fmin(*smallest, table->values[i]);
        *largest = fmax(*largest, table->values[i]);
        found = true;
    }
    return found;
}

/* Half-way between the smallest and the largest answer of both sides; *told: whether they differ.
 */
static double midpoint(const sq_table *importance, const sq_table *performance, bool *told)
{
    double smallest = INFINITY, largest = -INFINITY;
    *told = false;
    if (!widen(importance, &smallest, &largest) || !widen(performance, &smallest, &largest))
        return sq_error(SQ_NO_DATA);
    *told = !sq_is_same(smallest, largest);
    return smallest / 2 + largest / 2;
}

/* The mean or the median of those of the coordinates that are numbers; sorts them. *told becomes
 * false where there is one only. */
static double centre(double coordinates[], size_t count, sq_crosshair where, bool *told)
{
    size_t numbers = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(coordinates[i]))
            coordinates[numbers++] = coordinates[i];
    if (numbers == 0)
        return sq_error(SQ_NO_DATA);
    *told = *told && numbers > 1;
    if (where == SQ_AT_MEAN)
        return gsl_stats_mean(coordinates, 1, numbers);
    gsl_sort(coordinates, 1, numbers);
    return gsl_stats_median_from_sorted_data(coordinates, 1, numbers);
}

/* How far rounding may move a coordinate of that axis, or its centre. */
static double rounding_of(const double coordinates[], size_t count, double centre)
{
    double largest = fabs(centre);
    for (size_t i = 0; i < count; i++)
        largest = fmax(largest, fabs(coordinates[i])); /* fmax passes over NaN */
    return sq_rounding * largest;
}

/* Whether a coordinate is on the upper side; one that differs by rounding is a tie. */
static bool is_upper(double coordinate, double centre, double rounding)
{
    return coordinate >= centre - rounding;
}

static sq_quadrant quadrant(const sq_point *point, const sq_point *crosshair,
                            const sq_point *rounding)
{
    bool important = is_upper(point->importance, crosshair->importance, rounding->importance);
    bool performed = is_upper(point->performance, crosshair->performance, rounding->performance);
    if (isnan(point->importance) || isnan(point->performance) || isnan(crosshair->importance) ||
        isnan(crosshair->performance))
        return SQ_NO_QUADRANT;
    if (important)
        return performed ? SQ_KEEP_UP : SQ_CONCENTRATE;
    return performed ? SQ_OVERKILL : SQ_LOW_PRIORITY;
}

sq_status sq_importance_performance(const sq_table *importance, const sq_table *performance,
                                    sq_crosshair where, sq_point *crosshair, sq_point item[])
{
    size_t columns = importance->columns;
    SQ_SCRATCH(memory);
    double *importances, *performances;
    sq_point rounding = {0};
    bool told = true; /* requirement 4 */
    if (performance->columns != columns)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(importances, &memory, columns);
    SQ_TAKE(performances, &memory, columns);
    for (size_t i = 0; i < columns; i++) {
        importances[i] = item[i].importance = column_mean(importance, i);
        performances[i] = item[i].performance = column_mean(performance, i);
    }
    if (where == SQ_AT_MIDPOINT) {
        crosshair->importance = crosshair->performance = midpoint(importance, performance, &told);
    } else if (where != SQ_AT_GIVEN) {
        crosshair->importance = centre(importances, columns, where, &told);
        crosshair->performance = centre(performances, columns, where, &told);
    }
    crosshair->quadrant = SQ_NO_QUADRANT;
    rounding.importance = rounding_of(importances, columns, crosshair->importance);
    rounding.performance = rounding_of(performances, columns, crosshair->performance);
    for (size_t i = 0; i < columns; i++)
        item[i].quadrant = told ? quadrant(&item[i], crosshair, &rounding) : SQ_NO_QUADRANT;
    return isnan(crosshair->importance) || isnan(crosshair->performance) ? SQ_NO_DATA : SQ_OK;
}
