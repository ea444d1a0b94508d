/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The result of a call: a number, a text, a word in the language of the workbook, or a table of them.
 */
#ifndef RESULT_H
#define RESULT_H

#include "call.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

sq_status call_return_number(sq_call *call, double value);
sq_status call_return_text(sq_call *call, const char *utf8);
sq_status call_return_word(sq_call *call, const char *word); /* in the workbook's language */

/* A confidence interval: lower and upper limit side by side, without headings. */
extern const sq_column interval_columns[];
sq_status call_return_interval(sq_call *call, double lower, double upper);

/* A table, to be filled by the following; a cell that lies outside is ignored. */
sq_status call_return_table(sq_call *call, size_t rows, size_t columns);
/* Cells that the function left out become empty texts: Calc would take them for 0. Errors: more
 * texts than Calc takes in time (call_limits.h) SQ_OUT_OF_DOMAIN. */
sq_status call_finish_table(sq_call *call);
/* ---- Cells are put from the top left: a row after the other, in it a cell after the other, so that
 * they stand in the order of the columns. A cell that lies outside is ignored. */

/* A table of rows below its headings: those of the columns up to the first that is there several times.
 * more: how many columns there are from that one on, whose headings are put next. Then next_row. */
sq_status begin_table(sq_call *call, const sq_column columns[], size_t more, size_t rows);
/* The headings of these columns, likewise. */
void put_headings(sq_call *call, const sq_column columns[]);

/* A table of two columns, the titles in the first; values come beside them, one row after the other:
 * put_value, or a put_* and next_value. */
sq_status begin_rows(sq_call *call, const sq_column columns[]);
void put_value(sq_call *call, double value);
void next_value(sq_call *call);

void next_row(sq_call *call);
void first_cell(sq_call *call); /* back to it */
void put_number(sq_call *call, double value);
void put_numbers(sq_call *call, const double numbers[], size_t count);
void put_text(sq_call *call, const char *utf8);
void put_word(sq_call *call, const char *word);
/* A sentence in the workbook's language with what stands in it, as printf puts it; nothing without memory. */
void put_sentence(sq_call *call, const char *sentence, ...);
void put_blank(sq_call *call);

#endif
