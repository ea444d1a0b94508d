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
#include "catalogue.h"
#include "run.h"

#include <gsl/gsl_errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHEET_ROWS = 400, SHEET_COLUMNS = 16, HEAD = 64 };

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
        int place = 0;
        EACH_FAMILY(family)
        if (!only || place++ == atoi(only))
            EACH_FUNCTION(f, family)
        if (count < 256)
            functions[count++] = f;
        if (count == 0)
            exit(0);
    }
    return functions[byte % count];
}

typedef struct input {
    const uint8_t *head;
    calc_value cells[SHEET_ROWS * SHEET_COLUMNS];
} input;

/* What a byte means as a number: answers, and from ODD on what arithmetic stumbles over. */
enum { ODD = 160, TEXTS = 215, ERRORS = 250 };

static double number_of(uint8_t byte)
{
    return byte < ODD ? byte % 11 : calc_odd_numbers[(byte - ODD) % calc_odd_count];
}

/* A byte as a cell: mostly numbers, some blanks, texts and errors. */
static calc_value value_of_byte(uint8_t byte)
{
    static const char *const texts[] = {"",      "n/a",   "A",       "hygiene", "motivator", "M",
                                        "yes",   "Image", "Quality", "agree",   "非常同意",  "x:B",
                                        "price", "2026",  "\t",      "I"};
    const char *text = texts[byte % (sizeof texts / sizeof *texts)];
    if (byte >= ERRORS)
        return (calc_value){.kind = CALC_ERROR};
    if (byte >= TEXTS)
        return (calc_value){*text ? CALC_TEXT : CALC_BLANK, 0, text};
    return (calc_value){CALC_NUMBER, number_of(byte), NULL};
}

/* Where on the sheet an argument lies, and how big it is. */
static calc_area place(const input *in, size_t argument)
{
    const uint8_t *say = in->head + 1 + 4 * argument;
    size_t row = say[1] % 4, column = (argument * 3 + say[2]) % SHEET_COLUMNS;
    return (calc_area){in->cells + row * SHEET_COLUMNS + column, SHEET_COLUMNS,
                       say[3] < 250 ? 1 + (size_t)say[3] % 24 : SHEET_ROWS - row,
                       1 + say[2] / 16 % (SHEET_COLUMNS - column), NULL};
}

static uno_Interface *range_of(const input *in, size_t argument)
{
    uint8_t kind = in->head[1 + 4 * argument];
    return kind == 255 ? NULL : calc_range(place(in, argument), kind > 250);
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
    calc_area area = place(in, argument);
    calc_value value = value_of_byte(say[1]);
    uno_Sequence *sequence;
    double number = number_of(say[1]) * (say[2] > 250 ? 1e6 : 1);
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
            calc_cell(&value, any);
        break;
    default:
        if (say[1] == 9)
            area.rows = 0;
        sequence = calc_cells(area, say[1] == 10);
        uno_type_any_construct(any, &sequence, uno_cells_type(), NULL);
        uno_type_destructData(&sequence, uno_cells_type(), NULL);
    }
}

static void call(const sq_function *function, const input *in)
{
    uno_Any values[PARAMETERS_MAX], result;
    uno_Interface *ranges[PARAMETERS_MAX] = {NULL};
    void *arguments[PARAMETERS_MAX];
    const char *fault;
    size_t count = 0;
    for (; count < PARAMETERS_MAX && function->parameters[count]; count++) {
        if (function->parameters[count]->kind == DATA) {
            ranges[count] = range_of(in, count);
            arguments[count] = &ranges[count];
        } else {
            value_of(in, count, &values[count]);
            arguments[count] = &values[count];
        }
    }
    call_run(function, NULL, arguments, &result);
    if ((fault = calc_fault(&result))) {
        fprintf(stderr, "%s gives %s\n", function->name, fault);
        abort();
    }
    uno_any_destruct(&result, NULL);
    for (size_t i = 0; i < count; i++) {
        if (function->parameters[i]->kind == DATA)
            uno_release(ranges[i]);
        else
            uno_any_destruct(&values[i], NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static input in;
    static calc_value of_byte[256];
    if (size < HEAD + 4)
        return 0;
    for (size_t byte = 0; byte < 256; byte++)
        of_byte[byte] = value_of_byte((uint8_t)byte);
    gsl_set_error_handler_off();
    in.head = data;
    for (size_t i = 0; i < sizeof in.cells / sizeof *in.cells; i++)
        in.cells[i] = of_byte[data[HEAD + i % (size - HEAD)]];
    call(choose(data[0]), &in);
    return 0;
}
