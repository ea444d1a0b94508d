/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Here a reason becomes the error that a cell shows.
 */
#include "result.h"

#include "call_limits.h"
#include "workbook.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Calc's error code for a reason: it shows a NaN with this code in its low bits as that error. */
static unsigned error_code(sq_status reason)
{
    switch (reason) {
    case SQ_BAD_ARGUMENT:
        return 502; /* Err:502 */
    case SQ_OUT_OF_DOMAIN:
        return 503; /* #NUM! */
    case SQ_NO_DATA:
        return 532; /* #DIV/0! */
    case SQ_NO_CONVERGENCE:
        return 523; /* Err:523 */
    case SQ_NO_MEMORY:
        return 514; /* Err:514, internal overflow */
    case SQ_NUMBER_AS_TEXT:
        return 519; /* #VALUE! */
    case SQ_OK:
    case SQ_UNDEFINED:
        break;
    }
    return 32767; /* #N/A */
}

/* A number as Calc wants it: a reason as its coded NaN, an infinity as #NUM!. */
static double number_for_calc(double value)
{
    uint64_t bits;
    if (isinf(value))
        value = sq_error(SQ_OUT_OF_DOMAIN);
    if (!isnan(value))
        return value;
    bits = UINT64_C(0x7FF8000000000000) | error_code(sq_error_reason(value));
    memcpy(&value, &bits, sizeof value);
    return value;
}

sq_status call_return_number(sq_call *call, double value)
{
    value = number_for_calc(value);
    uno_type_any_construct(call->result, &value, uno_double_type(), NULL);
    call->has_result = true;
    return SQ_OK;
}

sq_status call_return_text(sq_call *call, const char *utf8)
{
    rtl_uString *string = uno_from_utf8(utf8);
    if (!string)
        return SQ_NO_MEMORY;
    uno_type_any_construct(call->result, &string, uno_string_type(), NULL);
    rtl_uString_release(string);
    call->has_result = true;
    return SQ_OK;
}

sq_status call_return_word(sq_call *call, const char *word)
{
    return call_return_text(call, call_translate(call, word));
}

/* ---- Tables. */

sq_status call_return_table(sq_call *call, size_t rows, size_t columns)
{
    uno_Sequence *table = NULL;
    if (rows == 0 || columns == 0)
        return SQ_NO_DATA;
    SQ_TRY(within((double)rows * (double)columns, RESULT_MAX));
    if (!uno_type_sequence_construct(&table, uno_cells_type(), NULL, (sal_Int32)rows, NULL))
        return SQ_NO_MEMORY;
    for (size_t row = 0; row < rows; row++) {
        uno_Sequence **place = uno_rows(table) + row;
        if (!uno_type_sequence_realloc(place, uno_row_type(), (sal_Int32)columns, NULL, NULL)) {
            uno_type_destructData(&table, uno_cells_type(), NULL);
            return SQ_NO_MEMORY;
        }
    }
    uno_type_any_construct(call->result, &table, uno_cells_type(), NULL);
    uno_type_destructData(&table, uno_cells_type(), NULL);
    call->has_result = true;
    return SQ_OK;
}

/* The cell of the table; NULL outside. The any holds the only reference, so writing is safe. */
static uno_Any *cell(sq_call *call, size_t row, size_t column)
{
    uno_Sequence *table;
    if (!call->has_result || call->result->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
        return NULL;
    table = uno_sequence(call->result);
    if (row >= (size_t)table->nElements || column >= (size_t)uno_rows(table)[row]->nElements)
        return NULL;
    return uno_anys(uno_rows(table)[row]) + column;
}

static void cell_number(sq_call *call, size_t row, size_t column, double value)
{
    uno_Any *place = cell(call, row, column);
    value = number_for_calc(value);
    if (place)
        uno_type_any_assign(place, &value, uno_double_type(), NULL, NULL);
}

static void cell_text(sq_call *call, size_t row, size_t column, const char *utf8)
{
    uno_Any *place = cell(call, row, column);
    rtl_uString *string = place ? uno_from_utf8(utf8) : NULL;
    if (!string)
        return;
    uno_type_any_assign(place, &string, uno_string_type(), NULL, NULL);
    rtl_uString_release(string);
}

static void cell_word(sq_call *call, size_t row, size_t column, const char *word)
{
    cell_text(call, row, column, call_translate(call, word));
}

/* ---- Its end. */

static bool is_blank(const uno_Any *any)
{
    return uno_is_void(any) || (uno_is_string(any) && uno_string(any)->length == 0);
}

static bool row_is_blank(uno_Sequence *row)
{
    for (size_t column = 0; column < (size_t)row->nElements; column++)
        if (!is_blank(uno_anys(row) + column))
            return false;
    return true;
}

/* What Calc moves while it takes the texts of a table: each pushes the numbers below it aside. */
static double moved_by_texts(uno_Sequence *table)
{
    size_t rows = (size_t)table->nElements;
    double moved = 0;
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < (size_t)uno_rows(table)[row]->nElements; column++)
            if (!uno_is_number(uno_anys(uno_rows(table)[row]) + column))
                moved += (double)(rows - row);
    return moved;
}

static void fill_empty_cells(sq_call *call, uno_Sequence *table)
{
    for (size_t row = 0; row < (size_t)table->nElements; row++)
        for (size_t column = 0; column < (size_t)uno_rows(table)[row]->nElements; column++)
            if (uno_is_void(uno_anys(uno_rows(table)[row]) + column))
                cell_text(call, row, column, "");
}

/* A whole column by value is a million rows: the blank ones at its end are left out. */
static sq_status cut_blank_rows(sq_call *call)
{
    uno_Sequence **table = call->result->pData;
    sal_Int32 rows = (*table)->nElements;
    while (rows > 1 && row_is_blank(uno_rows(*table)[rows - 1]))
        rows--;
    return uno_type_sequence_realloc(table, uno_cells_type(), rows, NULL, NULL) ? SQ_OK
                                                                                : SQ_NO_MEMORY;
}

sq_status call_finish_table(sq_call *call)
{
    if (!call->has_result || call->result->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
        return SQ_OK;
    if (moved_by_texts(uno_sequence(call->result)) > MOVED_MAX)
        SQ_TRY(cut_blank_rows(call));
    SQ_TRY(within(moved_by_texts(uno_sequence(call->result)), MOVED_MAX));
    fill_empty_cells(call, uno_sequence(call->result));
    return SQ_OK;
}

/* ---- From the top left. */

sq_status begin_table(sq_call *call, const sq_column columns[], size_t more, size_t rows)
{
    size_t count = 0;
    while (columns[count].title && !columns[count].each)
        count++;
    SQ_TRY(call_return_table(call, 1 + rows, count + more));
    call->row = call->column = 0;
    put_headings(call, columns);
    return SQ_OK;
}

void put_headings(sq_call *call, const sq_column columns[])
{
    for (; columns->title && !columns->each; columns++)
        put_word(call, columns->title);
}

sq_status begin_rows(sq_call *call, const sq_column columns[])
{
    size_t rows = 0;
    while (columns[rows].title)
        rows++;
    SQ_TRY(call_return_table(call, rows, 2));
    for (size_t row = 0; row < rows; row++)
        cell_word(call, row, 0, columns[row].title);
    call->row = 0;
    call->column = 1;
    return SQ_OK;
}

void next_value(sq_call *call)
{
    call->row++;
    call->column = 1;
}

void put_value(sq_call *call, double value)
{
    put_number(call, value);
    next_value(call);
}

void first_cell(sq_call *call)
{
    call->row = call->column = 0;
}

void next_row(sq_call *call)
{
    call->row++;
    call->column = 0;
}

void put_number(sq_call *call, double value)
{
    cell_number(call, call->row, call->column++, value);
}

void put_numbers(sq_call *call, const double numbers[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_number(call, numbers[i]);
}

void put_text(sq_call *call, const char *utf8)
{
    cell_text(call, call->row, call->column++, utf8);
}

void put_word(sq_call *call, const char *word)
{
    cell_word(call, call->row, call->column++, word);
}

void put_sentence(sq_call *call, const char *sentence, ...)
{
    const char *translated = call_translate(call, sentence);
    va_list names;
    char *text = NULL;
    int length;
    va_start(names, sentence);
    length =
        vsnprintf(NULL, 0, translated, names); /* NOLINT(clang-analyzer-valist.*): it began above */
    va_end(names);
    if (length < 0 || !(text = call_memory(call, (size_t)length + 1, 1)))
        return;
    va_start(names, sentence);
    vsnprintf(text, (size_t)length + 1, translated, names);
    va_end(names);
    put_text(call, text);
}

void put_blank(sq_call *call)
{
    call->column++;
}

/* ---- Intervals. */

const sq_column interval_columns[] = {
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {NULL}};

sq_status call_return_interval(sq_call *call, double lower, double upper)
{
    SQ_TRY(call_return_table(call, 1, 2));
    put_number(call, lower);
    put_number(call, upper);
    return SQ_OK;
}
