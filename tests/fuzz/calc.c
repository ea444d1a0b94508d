/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the add-in calls in the office, without one: cell ranges made of bytes. The types are real,
 * the two ways out (uno_query, uno_invoke) are these.
 */
#define uno_query uno_query_of_an_office
#define uno_invoke uno_invoke_of_an_office
#include "../../addin/uno.c"
#undef uno_query
#undef uno_invoke

#include "calc.h"

#include <float.h>
#include <stdint.h>
#include <stdlib.h>

bool uno_invoke(uno_Interface *object, uno_method *method, void *result, void *arguments[]);
uno_Interface *uno_query(uno_Interface *object, uno_interface_name *interface);

typedef struct range {
    uno_Interface interface;
    unsigned references;
    sal_Int32 row, column, rows, columns; /* on the sheet */
    const unsigned char *cells;           /* those of the sheet, SHEET_COLUMNS to a row */
    bool hidden;
} range;

static void acquire(uno_Interface *object)
{
    ((range *)(void *)object)->references++;
}

static void release(uno_Interface *object)
{
    range *r = (range *)(void *)object;
    if (--r->references == 0)
        free(r);
}

static uno_Interface *make(const unsigned char *cells, sal_Int32 row, sal_Int32 column,
                           sal_Int32 rows, sal_Int32 columns, bool hidden)
{
    range *r = calloc(1, sizeof *r);
    if (!r)
        abort();
    *r = (range){{acquire, release, NULL}, 1, row, column, rows, columns, cells, hidden};
    return &r->interface;
}

uno_Interface *calc_range(const unsigned char *cells, size_t rows, size_t columns, bool hidden)
{
    return make(cells, 0, 0, (sal_Int32)rows, (sal_Int32)columns, hidden);
}

double calc_number(unsigned char byte)
{
    static const double odd[] = {
        0,        -1,      0.5,      1e308,     -1e308, 5e-324, DBL_MAX,
        -DBL_MAX, DBL_MIN, INFINITY, -INFINITY, NAN,    1e-300, 4503599627370497.0};
    if (byte < 200)
        return byte % 11;
    return odd[byte % (sizeof odd / sizeof *odd)];
}

/* A byte as a cell: mostly numbers, some blanks, texts and errors. */
void calc_cell(unsigned char byte, uno_Any *cell)
{
    static const char *const texts[] = {"",      "n/a",   "A",       "hygiene", "motivator", "M",
                                        "yes",   "Image", "Quality", "agree",   "非常同意",  "x:B",
                                        "price", "2026",  "\t",      "I"};
    if (byte < 215) {
        double number = calc_number(byte);
        uno_type_any_construct(cell, &number, uno_double_type(), NULL);
    } else if (byte < 250) {
        rtl_uString *string = uno_from_utf8(texts[byte % (sizeof texts / sizeof *texts)]);
        uno_type_any_construct(cell, &string, uno_string_type(), NULL);
        rtl_uString_release(string);
    } else {
        uno_any_construct(cell, NULL, NULL, NULL);
    }
}

static unsigned char byte_at(const range *r, sal_Int32 row, sal_Int32 column)
{
    return r->cells[(size_t)(r->row + row) * SHEET_COLUMNS + (size_t)(r->column + column)];
}

uno_Sequence *calc_cells(const unsigned char *cells, size_t rows, size_t columns, bool ragged)
{
    uno_Sequence *sequence = NULL;
    uno_type_sequence_construct(&sequence, uno_cells_type(), NULL, (sal_Int32)rows, NULL);
    for (size_t row = 0; row < rows; row++) {
        size_t width = ragged && row % 2 ? columns / 2 : columns;
        uno_Sequence **place = &uno_rows(sequence)[row], *made = NULL;
        uno_type_destructData(place, uno_row_type(), NULL);
        uno_type_sequence_construct(&made, uno_row_type(), NULL, (sal_Int32)width, NULL);
        for (size_t column = 0; column < width; column++) {
            uno_any_destruct(&uno_anys(made)[column], NULL);
            calc_cell(cells[row * SHEET_COLUMNS + column], &uno_anys(made)[column]);
        }
        *place = made;
    }
    return sequence;
}

static uno_Sequence *numbers_of(const range *r)
{
    uno_Sequence *sequence = NULL;
    sal_Int32 rows = r->hidden && r->rows > 1 ? r->rows - 1 : r->rows;
    static uno_type *row_type;
    if (!row_type)
        typelib_static_sequence_type_init(&row_type, uno_double_type());
    uno_type_sequence_construct(&sequence, uno_numbers_type(), NULL, rows, NULL);
    for (sal_Int32 row = 0; row < rows; row++) {
        uno_Sequence **place = &uno_rows(sequence)[row], *made = NULL;
        uno_type_destructData(place, row_type, NULL);
        uno_type_sequence_construct(&made, row_type, NULL, r->columns, NULL);
        for (sal_Int32 column = 0; column < r->columns; column++) {
            unsigned char byte = byte_at(r, row, column);
            ((double *)(void *)made->elements)[column] = byte < 215 ? calc_number(byte) : DBL_MIN;
        }
        *place = made;
    }
    return sequence;
}

uno_Interface *uno_query(uno_Interface *object, uno_interface_name *interface)
{
    (void)interface;
    if (object)
        object->acquire(object);
    return object;
}

static bool part_of(const range *r, void *result, void *arguments[])
{
    sal_Int32 left = *(sal_Int32 *)arguments[0], top = *(sal_Int32 *)arguments[1];
    sal_Int32 right = *(sal_Int32 *)arguments[2], bottom = *(sal_Int32 *)arguments[3];
    if (left < 0 || top < 0 || right < left || bottom < top || right >= r->columns ||
        bottom >= r->rows)
        return false;
    *(uno_Interface **)result = make(r->cells, r->row + top, r->column + left, bottom - top + 1,
                                     right - left + 1, r->hidden);
    return true;
}

bool uno_invoke(uno_Interface *object, uno_method *method, void *result, void *arguments[])
{
    struct {
        sal_Int16 sheet;
        sal_Int32 left, top, right, bottom;
    } *address = result;
    const range *r = (const range *)(void *)object;
    const char *name;
    if (!object)
        return false;
    name = strstr(method->name, "::") + 2;
    if (strcmp(name, "getRangeAddress") == 0) {
        address->sheet = 0;
        address->left = r->column;
        address->top = r->row;
        address->right = r->column + r->columns - 1;
        address->bottom = r->row + r->rows - 1;
    } else if (strcmp(name, "getSpreadsheet") == 0 || strcmp(name, "createCursor") == 0) {
        object->acquire(object);
        *(uno_Interface **)result = object;
    } else if (strcmp(name, "gotoEndOfUsedArea") == 0) {
        return true;
    } else if (strcmp(name, "getCellRangeByPosition") == 0) {
        return part_of(r, result, arguments);
    } else if (strcmp(name, "getDataArray") == 0) {
        *(uno_Sequence **)result =
            calc_cells(r->cells + (size_t)r->row * SHEET_COLUMNS + (size_t)r->column,
                       (size_t)r->rows, (size_t)r->columns, false);
    } else if (strcmp(name, "getData") == 0) {
        *(uno_Sequence **)result = numbers_of(r);
    } else {
        return false;
    }
    return true;
}
