/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the add-in calls in the office, without one: cells, ranges of them, and the verdict on what
 * a function gives back.
 */
#ifndef CALC_H
#define CALC_H

#include "catalogue.h"
#include "uno.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum calc_kind { CALC_BLANK, CALC_NUMBER, CALC_TEXT, CALC_ERROR } calc_kind;

typedef struct calc_value {
    calc_kind kind;
    double number;
    const char *text;
} calc_value;

/* Some cells of a sheet, stride of them to a row; they are the caller's. Or cells that are made
 * when they are asked for: at(top + row, left + column), each of which stays until the next. */
typedef struct calc_area {
    const calc_value *cells;
    size_t stride, rows, columns;
    const calc_value *(*at)(size_t row, size_t column);
    size_t top, left;
} calc_area;

/* A cell range; released by uno_release. hidden: one row does not show, so that the way of charts
 * gives another shape. */
uno_Interface *calc_range(calc_area area, bool hidden);

/* The same cells by value; ragged: rows of different length. */
uno_Sequence *calc_cells(calc_area area, bool ragged);

/* One cell as an any. */
void calc_cell(const calc_value *value, uno_Any *cell);

/* Numbers that arithmetic stumbles over: the largest, the smallest, −0, what no integer holds. */
extern const double calc_odd_numbers[];
extern const size_t calc_odd_count;

/* NULL where a result is what a cell can hold: a finite number, an error of the catalogue, a text,
 * or a table of these without holes; else what is wrong with it. */
const char *calc_fault(const uno_Any *result);

#endif
