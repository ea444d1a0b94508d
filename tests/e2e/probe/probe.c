/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A second add-in on the same floor, for the tests alone: its functions show what Calc hands over
 * and what it makes of coded errors. So the facts that the add-in rests on are pinned on every
 * LibreOffice it runs on, codes that no function of ours gives today included.
 */
#include "arguments.h"
#include "result.h"

#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const sq_parameter in_code = {"code", VALUE, "Code or reason.", "0"};
static const sq_parameter in_value = {"value", OPTION, "Anything."};
static const sq_parameter in_data = {"data", DATA, "A range."};
static const sq_parameter in_more = {"more", DATA, "Another."};
static const sq_parameter in_one = {"one", VALUE, "A."}, in_two = {"two", VALUE, "B."};

static double coded(double code)
{
    uint64_t bits = UINT64_C(0x7FF8000000000000) | (uint64_t)code;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* The raw NaN, past result.c: what Calc itself makes of it. */
static sq_status error_alone(sq_call *call)
{
    double code, value;
    SQ_TRY(call_number(call, &in_code, &code));
    value = coded(code);
    uno_type_any_construct(call->result, &value, uno_double_type(), NULL);
    call->has_result = true;
    return SQ_OK;
}

static sq_status error_in_matrix(sq_call *call)
{
    double code, value;
    uno_Any *cells;
    SQ_TRY(call_number(call, &in_code, &code));
    SQ_TRY(call_return_table(call, 1, 2));
    value = coded(code);
    cells = uno_anys(uno_rows(uno_sequence(call->result))[0]);
    uno_type_any_assign(&cells[0], &value, uno_double_type(), NULL, NULL);
    put_blank(call);
    put_number(call, 1);
    return SQ_OK;
}

/* A reason, by the way all functions take. */
static sq_status reason_alone(sq_call *call)
{
    double reason;
    SQ_TRY(call_number(call, &in_code, &reason));
    return (sq_status)reason;
}

static sq_status reason_in_table(sq_call *call)
{
    double reason;
    SQ_TRY(call_number(call, &in_code, &reason));
    SQ_TRY(call_return_table(call, 1, 3)); /* the third cell is left out */
    put_number(call, sq_error((sq_status)reason));
    put_number(call, INFINITY);
    return SQ_OK;
}

/* What arrives in an any: v void, n number, s text, b empty text, ? anything else; rows apart by /.
 */
static sq_status kinds(sq_call *call)
{
    char text[256], *end = text;
    const uno_Any *any = call->arguments[0];
    size_t rows, columns;
    if (!uno_cells_shape(any, &rows, &columns))
        return SQ_BAD_ARGUMENT;
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns && end < text + 250; column++) {
            const uno_Any *cell = any->pType->eTypeClass == typelib_TypeClass_SEQUENCE
                                      ? uno_anys(uno_rows(uno_sequence(any))[row]) + column
                                      : any;
            *end++ = uno_is_void(cell)              ? 'v'
                     : uno_is_number(cell)          ? 'n'
                     : !uno_is_string(cell)         ? '?'
                     : uno_string(cell)->length > 0 ? 's'
                                                    : 'b';
        }
        *end++ = '/';
    }
    *end = '\0';
    return call_return_text(call, text);
}

/* What range.c makes of a range: rows × columns, numbers, blanks, texts, errors, header. */
static sq_status table(sq_call *call)
{
    char text[256];
    sq_range range;
    size_t numbers = 0, absent[4] = {0};
    SQ_TRY(call_range_with_reasons(call, &in_data, &range));
    for (size_t i = 0; i < range.answers.rows * range.answers.columns; i++) {
        if (isnan(range.answers.values[i]))
            absent[sq_absence_of(range.answers.values[i])]++;
        else
            numbers++;
    }
    snprintf(text, sizeof text, "%zux%zu of %zu, n%zu b%zu s%zu e%zu %s", range.answers.rows,
             range.answers.columns, range.reference_rows, numbers, absent[SQ_BLANK],
             absent[SQ_TEXT] + absent[SQ_TEXT_WITH_NUMBER], absent[SQ_ERROR_CELL],
             range.has_header ? range.names[0] : "-");
    return call_return_text(call, text);
}

/* Whether both ways of reading read the same; where not, what differs first. */
static sq_status same(sq_call *call)
{
    sq_range fast, sure;
    SQ_TRY(call_range(call, &in_data, &fast));
    SQ_TRY(call_range_with_reasons(call, &in_data, &sure));
    if (fast.answers.rows != sure.answers.rows || fast.answers.columns != sure.answers.columns)
        return call_return_text(call, "shape");
    if (fast.reference_rows != sure.reference_rows || fast.has_header != sure.has_header ||
        fast.room != sure.room || fast.sheet_row != sure.sheet_row)
        return call_return_text(call, "place");
    for (size_t i = 0; i < sure.answers.rows * sure.answers.columns; i++)
        if (isnan(fast.answers.values[i]) != isnan(sure.answers.values[i]) ||
            (!isnan(sure.answers.values[i]) && fast.answers.values[i] != sure.answers.values[i]))
            return call_return_number(call, (double)i);
    return call_return_text(call, "same");
}

/* What the report must read, by our reader, and no more: how many answers there are. */
static sq_status count(sq_call *call)
{
    sq_range expectations, perceptions;
    size_t answers = 0;
    SQ_TRY(call_range(call, &in_data, &expectations));
    SQ_TRY(call_range(call, &in_more, &perceptions));
    for (size_t i = 0; i < expectations.answers.rows * expectations.answers.columns; i++)
        answers += (size_t)!isnan(expectations.answers.values[i]);
    for (size_t i = 0; i < perceptions.answers.rows * perceptions.answers.columns; i++)
        answers += (size_t)!isnan(perceptions.answers.values[i]);
    return call_return_number(call, (double)answers);
}

/* The floor of what a call costs that takes ranges as values: Calc hands them over, and no more. */
static sq_status touch(sq_call *call)
{
    return call_return_number(call, 1);
}

/* How the office's process writes the point of 10.5. */
static sq_status decimal_point(sq_call *call)
{
    return call_return_text(call, localeconv()->decimal_point);
}

static const sq_function probes[] = {
    {"SQ.PROBE.ERROR", error_alone, "A coded error.", {&in_code}, {0}},
    {"SQ.PROBE.MATRIX", error_in_matrix, "One in a matrix.", {&in_code}, {0}},
    {"SQ.PROBE.REASON", reason_alone, "A reason.", {&in_code}, {0}},
    {"SQ.PROBE.TABLE", reason_in_table, "One in a table.", {&in_code}, {0}},
    {"SQ.PROBE.KINDS", kinds, "What arrives.", {&in_value}, {0}},
    {"SQ.PROBE.SAME", same, "Two ways.", {&in_data}, {0}},
    {"SQ.PROBE.TOUCH", touch, "Nothing.", {&in_one, &in_two}, {0}},
    {"SQ.PROBE.POINT", decimal_point, "Locale.", {&in_value}, {0}},
    {"SQ.PROBE.DATA", table, "What is read.", {&in_data}, {0}},
    {"SQ.PROBE.COUNT", count, "Reads two ranges.", {&in_data, &in_more}, {0}},
};

static const sq_function *const functions[] = {&probes[0], &probes[1], &probes[2], &probes[3],
                                               &probes[4], &probes[5], &probes[6], &probes[7],
                                               &probes[8], &probes[9], NULL};

static const sq_family probe_family = {"XProbe", "Probe", functions, NULL};

const char addin_module[] = "org.servqualprobe";

const sq_family *const catalogue[] = {&probe_family, NULL};
