/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importance–performance analysis (Martilla & James 1977, J. Marketing 41): each item is a point
 * (performance, importance), and a crosshair divides the plane into four quadrants.
 *
 * Requirements
 * 1 The coordinates of an item are the means of its answers; importance and performance may come
 *   from different respondents.
 * 2 The crosshair lies at the mean or the median of the items' coordinates, or half-way between the
 *   smallest and the largest answer of both sides (the middle of the scale where its ends were
 *   used), or where the caller puts it.
 * 3 A tie, but for rounding, goes to the upper side. An item without a coordinate has no quadrant,
 *   and it does not move the crosshair.
 * 4 The mean or the median of one item is that item, and a scale of which one point was used has no
 *   middle: then no item has a quadrant. One item against a crosshair that the caller puts has.
 */
#ifndef SQ_IMPORTANCE_PERFORMANCE_H
#define SQ_IMPORTANCE_PERFORMANCE_H

#include "base/status.h"
#include "base/table.h"

typedef enum sq_quadrant {
    SQ_KEEP_UP,     /* important and done well */
    SQ_CONCENTRATE, /* important, not done well */
    SQ_LOW_PRIORITY,
    SQ_OVERKILL, /* done well, not important */
    SQ_NO_QUADRANT
} sq_quadrant;

typedef enum sq_crosshair { SQ_AT_MEAN, SQ_AT_MEDIAN, SQ_AT_MIDPOINT, SQ_AT_GIVEN } sq_crosshair;

typedef struct sq_point {
    double importance, performance; /* means; sq_error(SQ_NO_DATA) without answers */
    sq_quadrant quadrant;
} sq_point;

/* item[columns] and the crosshair, which is read where it is given and else filled. The tables have
 * the same number of columns. Errors: SQ_BAD_ARGUMENT, SQ_NO_DATA, SQ_NO_MEMORY. */
sq_status sq_importance_performance(const sq_table *importance, const sq_table *performance,
                                    sq_crosshair where, sq_point *crosshair, sq_point item[]);

#endif
