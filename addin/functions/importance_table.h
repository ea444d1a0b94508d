/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of an importance–performance analysis, whose importance was asked for or derived.
 */
#ifndef IMPORTANCE_TABLE_H
#define IMPORTANCE_TABLE_H

#include "functions/survey_arguments.h"
#include "gap_model/importance_performance.h"

extern const sq_parameter in_crosshair;
extern const sq_column importance_columns[];

/* The argument "crosshair": a word, one number for both axes, or two numbers: importance, performance. */
sq_status read_crosshair(sq_call *call, sq_crosshair *where, sq_point *crosshair);

/* points[count] and the crosshair; items have the names of first, else of second (may be NULL). */
sq_status return_importance(sq_call *call, const sq_range *first, const sq_range *second,
                            const sq_point points[], size_t count, const sq_point *crosshair);

#endif
