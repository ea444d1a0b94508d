/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CALC_H
#define CALC_H

#include "uno.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

enum { SHEET_COLUMNS = 16 };

/* A cell range whose cells are the bytes from there, SHEET_COLUMNS to a row; released by release.
 * hidden: one row does not show, so that the way of charts gives another shape. */
uno_Interface *calc_range(const unsigned char *cells, size_t rows, size_t columns, bool hidden);

/* The same cells by value; ragged: rows of different length. */
uno_Sequence *calc_cells(const unsigned char *cells, size_t rows, size_t columns, bool ragged);

/* What a byte means as a number and as a cell. */
double calc_number(unsigned char byte);
void calc_cell(unsigned char byte, uno_Any *cell);

#endif
