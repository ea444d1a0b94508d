/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/importance_table.h"

#include <math.h>

const sq_parameter in_crosshair = {
    "crosshair", OPTION,
    N_("Where the axes cross: a word, one number, or importance and performance."),
    .choices =
        (const sq_choice[]){{N_("mean")},
                            {N_("median")},
                            {N_("midpoint"), N_("between the smallest and the largest rating")},
                            {NULL}},
    .left_out = "mean"};

static const char *const quadrant_words[] = {[SQ_KEEP_UP] = N_("keep up the good work"),
                                             [SQ_CONCENTRATE] = N_("concentrate here"),
                                             [SQ_LOW_PRIORITY] = N_("low priority"),
                                             [SQ_OVERKILL] = N_("possible overkill")};

sq_status read_crosshair(sq_call *call, sq_crosshair *where, sq_point *crosshair)
{
    sq_values given;
    size_t word;
    SQ_TRY(call_values(call, &in_crosshair, &given));
    *where = SQ_AT_MEAN;
    if (given.count == 0)
        return given.cells == 0 ? SQ_OK : SQ_BAD_ARGUMENT;
    if (isnan(given.numbers[0])) {
        SQ_TRY(call_word(call, &in_crosshair, &word));
        *where = (sq_crosshair)word;
        return SQ_OK;
    }
    if (given.count > 2 || isnan(given.numbers[given.count - 1]))
        return SQ_BAD_ARGUMENT;
    *where = SQ_AT_GIVEN;
    crosshair->importance = given.numbers[0];
    crosshair->performance = given.numbers[given.count - 1];
    return SQ_OK;
}

const sq_column importance_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item; the last row is the crosshair")},
    {N_("Importance"), FIGURE_NUMBER, N_("mean importance, in points")},
    {N_("Performance"), FIGURE_NUMBER, N_("mean performance, in points")},
    {N_("Quadrant"), FIGURE_WORD, N_("where it lies to the crosshair, and what that advises")},
    {NULL}};

/* Why: without a coordinate, or without another item to compare with. */
static double no_quadrant(const sq_point *point)
{
    bool missing = isnan(point->importance) || isnan(point->performance);
    return sq_error(missing ? SQ_NO_DATA : SQ_UNDEFINED);
}

sq_status return_importance(sq_call *call, const sq_range *first, const sq_range *second,
                            const sq_point points[], size_t count, const sq_point *crosshair)
{
    SQ_TRY(begin_table(call, importance_columns, 0, count + 1));
    for (size_t i = 0; i < count; i++) {
        next_row(call);
        put_item(call, first, second, i);
        put_number(call, points[i].importance);
        put_number(call, points[i].performance);
        if (points[i].quadrant == SQ_NO_QUADRANT)
            put_number(call, no_quadrant(&points[i]));
        else
            put_word(call, quadrant_words[points[i].quadrant]);
    }
    next_row(call);
    put_word(call, N_("Crosshair"));
    put_number(call, crosshair->importance);
    put_number(call, crosshair->performance);
    return SQ_OK;
}
