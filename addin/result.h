/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The result of a call: a number, a text, a word in the language of the workbook, or a table of them.
 */
#ifndef RESULT_H
#define RESULT_H

#include "call.h"

sq_status call_return_number(sq_call *call, double value);
sq_status call_return_text(sq_call *call, const char *utf8);
sq_status call_return_word(sq_call *call, const char *word); /* in the workbook's language */

/* A table, to be filled by the following; a cell that lies outside is ignored. */
sq_status call_return_table(sq_call *call, size_t rows, size_t columns);
/* Cells that the function left out become empty texts: Calc would take them for 0. Errors: more
 * texts than Calc takes in time (call_limits.h) SQ_OUT_OF_DOMAIN. */
sq_status call_finish_table(sq_call *call);
void cell_number(sq_call *call, size_t row, size_t column, double value); /* or sq_error() */
void cell_text(sq_call *call, size_t row, size_t column, const char *utf8);
void cell_word(sq_call *call, size_t row, size_t column, const char *word);
/* Words into the cells of the first row, from a column on; how many columns follows from the list.
 */
void cell_header(sq_call *call, size_t column, const char *const words[], size_t count);
/* Numbers into neighbouring cells of a row. */
void cell_numbers(sq_call *call, size_t row, size_t column, const double numbers[], size_t count);

#endif
