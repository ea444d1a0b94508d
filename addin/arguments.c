/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"

#include "base/number_text.h"
#include "call_limits.h"
#include "language.h"
#include "text.h"

#include <math.h>
#include <string.h>

/* Position of a parameter, or PARAMETERS_MAX where the function has none of that name. */
static size_t position(const sq_call *call, const sq_parameter *parameter)
{
    const sq_parameter *const *parameters = call->function->parameters;
    for (size_t i = 0; i < PARAMETERS_MAX && parameters[i]; i++)
        if (parameters[i] == parameter || strcmp(parameters[i]->name, parameter->name) == 0)
            return i;
    return PARAMETERS_MAX;
}

/* The interface in a DATA argument; NULL if it is none. */
static uno_Interface *interface_argument(const sq_call *call, const sq_parameter *parameter)
{
    size_t i = position(call, parameter);
    if (i == PARAMETERS_MAX || call->function->parameters[i]->kind != DATA)
        return NULL;
    return *(uno_Interface **)call->arguments[i];
}

/* The any in another argument; NULL if it was left out. */
static const uno_Any *any_argument(const sq_call *call, const sq_parameter *parameter)
{
    size_t i = position(call, parameter);
    const uno_Any *any;
    if (i == PARAMETERS_MAX || call->function->parameters[i]->kind == DATA)
        return NULL;
    any = call->arguments[i];
    return uno_is_void(any) ? NULL : any;
}

/* The parameter as this function has it. */
static const sq_parameter *own(const sq_call *call, const sq_parameter *parameter)
{
    size_t i = position(call, parameter);
    return i == PARAMETERS_MAX ? parameter : call->function->parameters[i];
}

bool call_given(const sq_call *call, const sq_parameter *parameter)
{
    return any_argument(call, parameter) != NULL;
}

/* Whether numbers that are texts stand in items alone that a blank label leaves out. */
static bool only_in_left_out_items(sq_call *call, const sq_range *range)
{
    const sq_parameter *const *parameter = call->function->parameters;
    size_t column = 0, columns = range->answers.columns;
    sq_values labels;
    while (*parameter && !(*parameter)->of_items)
        parameter++;
    if (!*parameter || !call_given(call, *parameter) ||
        call_values(call, *parameter, &labels) != SQ_OK || labels.cells < columns)
        return false;
    while (column < columns && !(range->number_as_text[column] && labels.texts[column]))
        column++;
    return column == columns;
}

sq_status call_range(sq_call *call, const sq_parameter *parameter, sq_range *out)
{
    sq_status status = range_read(call, interface_argument(call, parameter), READ_ANSWERS, out);
    if (status == SQ_NUMBER_AS_TEXT && only_in_left_out_items(call, out))
        return SQ_OK;
    return status;
}

sq_status call_dates(sq_call *call, const sq_parameter *parameter, sq_range *out)
{
    return range_read(call, interface_argument(call, parameter), READ_DATES, out);
}

sq_status call_range_with_reasons(sq_call *call, const sq_parameter *parameter, sq_range *out)
{
    return range_read(call, interface_argument(call, parameter), READ_REASONS, out);
}

sq_status call_answers(sq_call *call, const sq_parameter *parameter, sq_range *out)
{
    const uno_Any *any = any_argument(call, parameter);
    return any ? range_from_any(call, any, out) : SQ_BAD_ARGUMENT;
}

sq_status call_row_labels(sq_call *call, const sq_parameter *parameter, const sq_range *answers,
                          const char ***labels)
{
    return range_read_labels(call, interface_argument(call, parameter), answers, labels);
}

sq_status call_texts(sq_call *call, const sq_parameter *parameter, range_texts *out)
{
    return range_read_texts(call, interface_argument(call, parameter), out);
}

/* One cell into the i-th of the values. */
static sq_status read_value(sq_call *call, const uno_Any *any, double *number, const char **text)
{
    *number = NAN;
    if (uno_is_number(any)) {
        *number = uno_number(any);
        *text = call_number_text(call, *number);
    } else if (uno_is_string(any)) {
        *text = call_utf8(call, uno_string(any));
        if (*text && **text == '\0') {
            *text = NULL;
            return SQ_OK;
        }
    } else {
        return uno_is_void(any) ? SQ_OK : SQ_BAD_ARGUMENT;
    }
    return *text ? SQ_OK : SQ_NO_MEMORY;
}

/* The cell of an argument; row and column lie inside its shape. */
static const uno_Any *cell_of(const uno_Any *any, size_t row, size_t column)
{
    if (any->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
        return any;
    return uno_anys(uno_rows(uno_sequence(any))[row]) + column;
}

sq_status call_matrix(sq_call *call, const sq_parameter *parameter, sq_values *out)
{
    const uno_Any *any = any_argument(call, parameter);
    double *numbers;
    const char **texts;
    memset(out, 0, sizeof *out);
    if (!any)
        return SQ_OK;
    SQ_TRY(uno_cells_shape(any, &out->rows, &out->columns) ? SQ_OK : SQ_BAD_ARGUMENT);
    out->cells = out->rows * out->columns;
    if (out->cells == 0)
        return SQ_BAD_ARGUMENT; /* no cells are not "left out" */
    SQ_TRY(within((double)out->rows * (double)out->columns, VALUES_MAX));
    SQ_TAKE(numbers, &call->memory, out->cells);
    SQ_TAKE(texts, &call->memory, out->cells);
    for (size_t i = 0; i < out->cells; i++) {
        SQ_TRY(read_value(call, cell_of(any, i / out->columns, i % out->columns), numbers + i,
                          texts + i));
        if (texts[i])
            out->count = i + 1;
    }
    out->numbers = numbers;
    out->texts = texts;
    return SQ_OK;
}

sq_status call_values(sq_call *call, const sq_parameter *parameter, sq_values *out)
{
    SQ_TRY(call_matrix(call, parameter, out));
    return out->cells == 0 || out->rows == 1 || out->columns == 1 ? SQ_OK : SQ_BAD_ARGUMENT;
}

/* The only cell of an argument; a range of several is SQ_BAD_ARGUMENT. */
static sq_status single(const uno_Any *any, const uno_Any **cell)
{
    size_t rows, columns;
    SQ_TRY(uno_cells_shape(any, &rows, &columns) ? SQ_OK : SQ_BAD_ARGUMENT);
    if (rows != 1 || columns != 1)
        return SQ_BAD_ARGUMENT;
    *cell = cell_of(any, 0, 0);
    return SQ_OK;
}

sq_status call_number(sq_call *call, const sq_parameter *parameter, double *out)
{
    const uno_Any *any = any_argument(call, parameter), *cell;
    const char *left_out = own(call, parameter)->left_out;
    *out = NAN;
    if (!any && left_out)
        sq_read_number(left_out, out);
    if (!any)
        return SQ_OK;
    SQ_TRY(single(any, &cell));
    if (!uno_is_number(cell))
        return SQ_BAD_ARGUMENT;
    *out = uno_number(cell);
    return isfinite(*out) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

sq_status call_text(sq_call *call, const sq_parameter *parameter, const char **out)
{
    const uno_Any *any = any_argument(call, parameter), *cell;
    double number;
    *out = NULL;
    if (!any)
        return SQ_OK;
    SQ_TRY(single(any, &cell));
    return read_value(call, cell, &number, out);
}

sq_status call_word(sq_call *call, const sq_parameter *parameter, size_t *out)
{
    const sq_parameter *asked = own(call, parameter);
    const char *text;
    *out = 0;
    SQ_TRY(call_text(call, parameter, &text));
    if (!text)
        text = asked->left_out ? asked->left_out : asked->choices[0].word;
    for (*out = 0; asked->choices[*out].word; ++*out)
        if (words_match(text, asked->choices[*out].word))
            return SQ_OK;
    return SQ_BAD_ARGUMENT;
}

/* numbers[0 … count−1] are weights. */
static sq_status check_weights(const double numbers[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (isnan(numbers[i]))
            return SQ_BAD_ARGUMENT;
        if (numbers[i] < 0 || isinf(numbers[i]))
            return SQ_OUT_OF_DOMAIN;
    }
    return SQ_OK;
}

/* Weights of respondents from a place on: a blank cell leaves the respondent out. */
static sq_status blanks_as_zeros(sq_call *call, const sq_values *values, size_t first, size_t count,
                                 const double **out)
{
    double *weights;
    SQ_TAKE(weights, &call->memory, count);
    for (size_t i = 0; i < count; i++)
        weights[i] = values->texts[first + i] ? values->numbers[first + i] : 0;
    *out = weights;
    return check_weights(weights, count);
}

sq_status call_weights(sq_call *call, const sq_parameter *parameter, size_t count,
                       const double **out)
{
    sq_values weights;
    *out = NULL;
    SQ_TRY(call_values(call, parameter, &weights));
    if (weights.cells == 0)
        return SQ_OK;
    if (weights.count != count)
        return SQ_BAD_ARGUMENT;
    *out = weights.numbers;
    return check_weights(*out, count);
}

sq_status call_case_weights(sq_call *call, const sq_parameter *parameter, const sq_range *answers,
                            const double **out)
{
    sq_values weights;
    size_t header;
    *out = NULL;
    SQ_TRY(call_values(call, parameter, &weights));
    if (weights.cells == 0)
        return SQ_OK;
    header = weights.cells - answers->reference_rows;
    if (weights.cells < answers->reference_rows || header > (size_t)answers->has_header)
        return SQ_BAD_ARGUMENT;
    return blanks_as_zeros(call, &weights, header, answers->answers.rows, out);
}
