/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importance_performance.h"

#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

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
    return n > 0 ? sum / n : sq_error(SQ_NO_DATA);
}

/* Half-way between the smallest and the largest answer. */
static double midpoint(const sq_table *table)
{
    double smallest = INFINITY, largest = -INFINITY;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        if (table->values[i] < smallest)
            smallest = table->values[i];
        if (table->values[i] > largest)
            largest = table->values[i];
    }
    return smallest <= largest ? (smallest + largest) / 2 : sq_error(SQ_NO_DATA);
}

/* The mean or the median of those of the coordinates that are numbers; sorts them. */
static double centre(double coordinates[], size_t count, sq_crosshair where)
{
    size_t numbers = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(coordinates[i]))
            coordinates[numbers++] = coordinates[i];
    if (numbers == 0)
        return sq_error(SQ_NO_DATA);
    if (where == SQ_AT_MEAN)
        return gsl_stats_mean(coordinates, 1, numbers);
    gsl_sort(coordinates, 1, numbers);
    return gsl_stats_median_from_sorted_data(coordinates, 1, numbers);
}

static sq_quadrant quadrant(const sq_point *point, const sq_point *crosshair)
{
    if (isnan(point->importance) || isnan(point->performance))
        return SQ_NO_QUADRANT;
    if (point->importance >= crosshair->importance)
        return point->performance >= crosshair->performance ? SQ_KEEP_UP : SQ_CONCENTRATE;
    return point->performance >= crosshair->performance ? SQ_OVERKILL : SQ_LOW_PRIORITY;
}

sq_status sq_importance_performance(const sq_table *importance, const sq_table *performance,
                                    sq_crosshair where, sq_point *crosshair, sq_point item[])
{
    size_t columns = importance->columns;
    double *coordinates;
    if (performance->columns != columns)
        return SQ_BAD_ARGUMENT;
    if (!(coordinates = calloc(2 * columns + 1, sizeof *coordinates)))
        return SQ_NO_MEMORY;
    for (size_t i = 0; i < columns; i++) {
        coordinates[i] = item[i].importance = column_mean(importance, i);
        coordinates[columns + i] = item[i].performance = column_mean(performance, i);
    }
    if (where == SQ_AT_MIDPOINT) {
        crosshair->importance = midpoint(importance);
        crosshair->performance = midpoint(performance);
    } else if (where != SQ_AT_GIVEN) {
        crosshair->importance = centre(coordinates, columns, where);
        crosshair->performance = centre(coordinates + columns, columns, where);
    }
    crosshair->quadrant = SQ_NO_QUADRANT;
    for (size_t i = 0; i < columns; i++)
        item[i].quadrant = quadrant(&item[i], crosshair);
    free(coordinates);
    return isnan(crosshair->importance) || isnan(crosshair->performance) ? SQ_NO_DATA : SQ_OK;
}
