/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The types are real, the two ways out (uno_query, uno_invoke) are these.
 */
#define uno_query uno_query_of_an_office
#define uno_invoke uno_invoke_of_an_office
#include "uno.c"
#undef uno_query
#undef uno_invoke

#include "calc.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

bool uno_invoke(uno_Interface *object, uno_method *method, void *result, void *arguments[]);
uno_Interface *uno_query(uno_Interface *object, uno_interface_name *interface);

/* Some come by twos, so that their difference or sum passes the largest, and their half the least.
 */
const double calc_odd_numbers[] = {
    1e308,
    -1e308,
    5e-324,
    DBL_MAX,
    -DBL_MAX,
    -0.0,
    1e300,
    -1e300,
    -5e-324,
    1e-300,
    2147483648.0, /* 2³¹, 2³², 2⁵³, 2⁶³, 2⁶⁴: where integers end */
    4294967296.0,
    9007199254740993.0,
    9223372036854775808.0,
    -9223372036854775809.0,
    18446744073709551616.0,
    0.5,
    -1,
    1e7,
};
const size_t calc_odd_count = sizeof calc_odd_numbers / sizeof *calc_odd_numbers;

typedef struct range {
    uno_Interface interface;
    unsigned references;
    sal_Int32 row, column; /* of its first cell on the sheet */
    calc_area area;
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

static uno_Interface *make(sal_Int32 row, sal_Int32 column, calc_area area, bool hidden)
{
    range *r = calloc(1, sizeof *r);
    if (!r)
        abort();
    *r = (range){{acquire, release, NULL}, 1, row, column, area, hidden};
    return &r->interface;
}

uno_Interface *calc_range(calc_area area, bool hidden)
{
    return make(0, 0, area, hidden);
}

static const calc_value *value_at(calc_area area, size_t row, size_t column)
{
    if (area.at)
        return area.at(area.top + row, area.left + column);
    return area.cells + row * area.stride + column;
}

void calc_cell(const calc_value *value, uno_Any *cell)
{
    rtl_uString *string;
    switch (value->kind) {
    case CALC_NUMBER:
        uno_type_any_construct(cell, (void *)&value->number, uno_double_type(), NULL);
        break;
    case CALC_ERROR:
        uno_any_construct(cell, NULL, NULL, NULL);
        break;
    default:
        string = uno_from_utf8(value->kind == CALC_TEXT ? value->text : "");
        uno_type_any_construct(cell, &string, uno_string_type(), NULL);
        rtl_uString_release(string);
    }
}

uno_Sequence *calc_cells(calc_area area, bool ragged)
{
    uno_Sequence *sequence = NULL;
    uno_type_sequence_construct(&sequence, uno_cells_type(), NULL, (sal_Int32)area.rows, NULL);
    for (size_t row = 0; row < area.rows; row++) {
        size_t width = ragged && row % 2 ? area.columns / 2 : area.columns;
        uno_Sequence **place = &uno_rows(sequence)[row], *made = NULL;
        uno_type_destructData(place, uno_row_type(), NULL);
        uno_type_sequence_construct(&made, uno_row_type(), NULL, (sal_Int32)width, NULL);
        for (size_t column = 0; column < width; column++) {
            uno_any_destruct(&uno_anys(made)[column], NULL);
            calc_cell(value_at(area, row, column), &uno_anys(made)[column]);
        }
        *place = made;
    }
    return sequence;
}

static uno_Sequence *numbers_of(const range *r)
{
    uno_Sequence *sequence = NULL;
    size_t rows = r->hidden && r->area.rows > 1 ? r->area.rows - 1 : r->area.rows;
    static uno_type *row_type;
    if (!row_type)
        typelib_static_sequence_type_init(&row_type, uno_double_type());
    uno_type_sequence_construct(&sequence, uno_numbers_type(), NULL, (sal_Int32)rows, NULL);
    for (size_t row = 0; row < rows; row++) {
        uno_Sequence **place = &uno_rows(sequence)[row], *made = NULL;
        uno_type_destructData(place, row_type, NULL);
        uno_type_sequence_construct(&made, row_type, NULL, (sal_Int32)r->area.columns, NULL);
        for (size_t column = 0; column < r->area.columns; column++) {
            const calc_value *value = value_at(r->area, row, column);
            ((double *)(void *)made->elements)[column] =
                value->kind == CALC_NUMBER ? value->number : DBL_MIN;
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

/* How many cells hold anything. */
static double filled_of(const range *r)
{
    size_t filled = 0;
    for (size_t row = 0; row < r->area.rows; row++)
        for (size_t column = 0; column < r->area.columns; column++)
            filled += value_at(r->area, row, column)->kind != CALC_BLANK;
    return (double)filled;
}

static bool part_of(const range *r, void *result, void *arguments[])
{
    sal_Int32 left = *(sal_Int32 *)arguments[0], top = *(sal_Int32 *)arguments[1];
    sal_Int32 right = *(sal_Int32 *)arguments[2], bottom = *(sal_Int32 *)arguments[3];
    calc_area part;
    if (left < 0 || top < 0 || right < left || bottom < top ||
        right >= (sal_Int32)r->area.columns || bottom >= (sal_Int32)r->area.rows)
        return false;
    part = r->area;
    part.rows = (size_t)(bottom - top) + 1;
    part.columns = (size_t)(right - left) + 1;
    part.top += (size_t)top;
    part.left += (size_t)left;
    if (part.cells)
        part.cells += (size_t)top * part.stride + (size_t)left;
    *(uno_Interface **)result = make(r->row + top, r->column + left, part, r->hidden);
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
        address->right = r->column + (sal_Int32)r->area.columns - 1;
        address->bottom = r->row + (sal_Int32)r->area.rows - 1;
    } else if (strcmp(name, "getSpreadsheet") == 0 || strcmp(name, "createCursor") == 0) {
        object->acquire(object);
        *(uno_Interface **)result = object;
    } else if (strcmp(name, "gotoEndOfUsedArea") == 0) {
        return true;
    } else if (strcmp(name, "getCellRangeByPosition") == 0) {
        return part_of(r, result, arguments);
    } else if (strcmp(name, "getDataArray") == 0) {
        *(uno_Sequence **)result = calc_cells(r->area, false);
    } else if (strcmp(name, "getData") == 0) {
        *(uno_Sequence **)result = numbers_of(r);
    } else if (strcmp(name, "computeFunction") == 0) {
        *(double *)result = filled_of(r);
    } else {
        return false;
    }
    return true;
}

/* ---- The verdict. */

static bool is_error_of_the_catalogue(double value)
{
    static const unsigned codes[] = {502, 503, 514, 519, 523, 532, 32767};
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (bits == (UINT64_C(0x7FF8000000000000) | codes[i]))
            return true;
    return false;
}

static const char *fault_of_cell(const uno_Any *cell)
{
    if (uno_is_string(cell))
        return NULL;
    if (!uno_is_number(cell))
        return "neither number nor text";
    if (!isfinite(uno_number(cell)) && !is_error_of_the_catalogue(uno_number(cell)))
        return "neither a finite number nor an error of the catalogue";
    return NULL;
}

const char *calc_fault(const uno_Any *result)
{
    size_t rows, columns;
    if (!uno_cells_shape(result, &rows, &columns) || rows == 0 || columns == 0)
        return "a table with holes";
    if (result->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
        return fault_of_cell(result);
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) {
            const char *fault =
                fault_of_cell(&uno_anys(uno_rows(uno_sequence(result))[row])[column]);
            if (fault)
                return fault;
        }
    return NULL;
}
