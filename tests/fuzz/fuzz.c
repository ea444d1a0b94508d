/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls a function of the catalogue with what the bytes say: types, shapes, lengths, texts, and
 * numbers with NaN, infinities, huge and denormal ones. Whatever they say, the result is one
 * number, one text or a table without holes, and every number in it is finite or a coded error.
 *
 * Bytes: function, then for each parameter what it is, then the cells of the sheet.
 * FUZZ_FAMILY=n takes the functions of one family alone.
 */
#include "calc.h"
#include "call.h"
#include "catalogue.h"

#include <gsl/gsl_errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHEET_ROWS = 400, HEAD = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const words[] = {"",
                                    "mean",
                                    "median",
                                    "listwise",
                                    "pairwise",
                                    "paths",
                                    "effects",
                                    "summary",
                                    "scores",
                                    "ipma",
                                    "indices",
                                    "loadings",
                                    "weights",
                                    "r2",
                                    "q2",
                                    "htmt",
                                    "vif",
                                    "ECSI",
                                    "ACSI",
                                    "CCSI-image",
                                    "crossloadings",
                                    "reliability",
                                    "items",
                                    "source",
                                    "path",
                                    "factorial",
                                    "centroid",
                                    "plspm",
                                    "smartpls",
                                    "consistent",
                                    "raw",
                                    "standard",
                                    "pouliot",
                                    "mode",
                                    "grouped",
                                    "components",
                                    "varimax",
                                    "promax",
                                    "oblimin",
                                    "ml",
                                    "day",
                                    "month",
                                    "quarter",
                                    "year",
                                    "mentions",
                                    "incidents",
                                    "share",
                                    "midpoint",
                                    "zzz",
                                    "Image",
                                    "hygiene",
                                    "非常同意"};

static const sq_function *choose(uint8_t byte)
{
    static const sq_function *functions[256];
    static size_t count;
    if (count == 0) {
        const char *only = getenv("FUZZ_FAMILY");
        for (const sq_family *family = catalogue; family->interface; family++)
            if (!only || family - catalogue == atoi(only))
                for (const sq_function *f = family->functions; f->name && count < 256; f++)
                    functions[count++] = f;
        if (count == 0)
            exit(0);
    }
    return functions[byte % count];
}

typedef struct input {
    const uint8_t *head;
    unsigned char cells[SHEET_ROWS * SHEET_COLUMNS];
} input;

/* Where on the sheet an argument lies, and how big it is. */
static const unsigned char *place(const input *in, size_t argument, size_t *rows, size_t *columns)
{
    const uint8_t *say = in->head + 1 + 4 * argument;
    size_t row = say[1] % 4, column = (argument * 3 + say[2]) % SHEET_COLUMNS;
    *rows = say[3] < 250 ? 1 + (size_t)say[3] % 24 : SHEET_ROWS - row;
    *columns = 1 + say[2] / 16 % (SHEET_COLUMNS - column);
    return in->cells + row * SHEET_COLUMNS + column;
}

static uno_Interface *range_of(const input *in, size_t argument)
{
    size_t rows, columns;
    const unsigned char *cells = place(in, argument, &rows, &columns);
    uint8_t kind = in->head[1 + 4 * argument];
    return kind == 255 ? NULL : calc_range(cells, rows, columns, kind > 250);
}

static void construct_text(uno_Any *any, const char *text)
{
    rtl_uString *string = uno_from_utf8(text);
    uno_type_any_construct(any, &string, uno_string_type(), NULL);
    rtl_uString_release(string);
}

static void value_of(const input *in, size_t argument, uno_Any *any)
{
    const uint8_t *say = in->head + 1 + 4 * argument;
    size_t rows, columns;
    const unsigned char *cells = place(in, argument, &rows, &columns);
    uno_Sequence *sequence;
    double number = calc_number(say[1]) * (say[2] > 250 ? 1e6 : 1);
    sal_Int32 whole = say[1];
    switch (say[0] % 8) {
    case 0:
        uno_any_construct(any, NULL, NULL, NULL);
        break;
    case 1:
    case 2:
        uno_type_any_construct(any, &number, uno_double_type(), NULL);
        break;
    case 3:
    case 4:
        construct_text(any, words[say[1] % (sizeof words / sizeof *words)]);
        break;
    case 5:
        if (say[1] == 7)
            uno_type_any_construct(
                any, &whole, *typelib_static_type_getByTypeClass(typelib_TypeClass_LONG), NULL);
        else
            calc_cell(say[1], any);
        break;
    default:
        sequence = calc_cells(cells, say[1] == 9 ? 0 : rows, columns, say[1] == 10);
        uno_type_any_construct(any, &sequence, uno_cells_type(), NULL);
        uno_type_destructData(&sequence, uno_cells_type(), NULL);
    }
}

static void check_cell(const sq_function *function, const uno_Any *cell)
{
    if (uno_is_number(cell) && isinf(uno_number(cell))) {
        fprintf(stderr, "%s gives an infinity\n", function->name);
        abort();
    }
    if (!uno_is_number(cell) && !uno_is_string(cell)) {
        fprintf(stderr, "%s gives neither number nor text\n", function->name);
        abort();
    }
}

static void check(const sq_function *function, const uno_Any *result)
{
    size_t rows, columns;
    if (!uno_cells_shape(result, &rows, &columns) || rows == 0 || columns == 0) {
        fprintf(stderr, "%s gives a table with holes\n", function->name);
        abort();
    }
    if (result->pType->eTypeClass != typelib_TypeClass_SEQUENCE) {
        check_cell(function, result);
        return;
    }
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++)
            check_cell(function, &uno_anys(uno_rows(uno_sequence(result))[row])[column]);
}

static void call(const sq_function *function, const input *in)
{
    uno_Any values[PARAMETERS_MAX], result;
    uno_Interface *ranges[PARAMETERS_MAX] = {NULL};
    void *arguments[PARAMETERS_MAX];
    size_t count = 0;
    for (; count < PARAMETERS_MAX && function->parameters[count].kind != NO_PARAMETER; count++) {
        if (function->parameters[count].kind == DATA) {
            ranges[count] = range_of(in, count);
            arguments[count] = &ranges[count];
        } else {
            value_of(in, count, &values[count]);
            arguments[count] = &values[count];
        }
    }
    call_run(function, NULL, arguments, &result);
    check(function, &result);
    uno_any_destruct(&result, NULL);
    for (size_t i = 0; i < count; i++) {
        if (function->parameters[i].kind == DATA)
            uno_release(ranges[i]);
        else
            uno_any_destruct(&values[i], NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static input in;
    if (size < HEAD + 4)
        return 0;
    gsl_set_error_handler_off();
    in.head = data;
    for (size_t i = 0; i < sizeof in.cells; i++)
        in.cells[i] = data[HEAD + i % (size - HEAD)];
    call(choose(data[0]), &in);
    return 0;
}
