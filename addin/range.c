/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "range.h"

#include "base/number_text.h"
#include "call.h"
#include "text.h"
#include "workbook.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum {
    PIECE_CELLS = 64 * 1024, /* fetched at once: 1.5 MB in the office */
    NUMBER_ROWS = 32767,     /* of a longer piece the office gives a blank */
    FEW_CELLS = 4096,        /* up to here one way is as fast as the other */
    LONGEST_ANSWER = 256,    /* characters of a wording */
    BOUNDED_ROWS = 1000      /* up to here asking for the used area costs more than reading */
};

/* com::sun::star::table::CellRangeAddress */
typedef struct address {
    sal_Int16 sheet;
    sal_Int32 first_column, first_row, last_column, last_row;
} address;

static bool get_address(uno_Interface *cells, address *out)
{
    static uno_interface_name addressable = {"com.sun.star.sheet.XCellRangeAddressable", NULL};
    static uno_method get = {"com.sun.star.sheet.XCellRangeAddressable::getRangeAddress", NULL};
    uno_Interface *object = cells ? uno_query(cells, &addressable) : NULL;
    bool done = uno_invoke(object, &get, out, NULL);
    uno_release(object);
    return done && out->first_row >= 0 && out->last_row >= out->first_row &&
           out->first_column >= 0 && out->last_column >= out->first_column;
}

/* The last used cell of the sheet that the range lies on. */
static bool get_used_end(uno_Interface *cells, address *used)
{
    static uno_interface_name sheet_range = {"com.sun.star.sheet.XSheetCellRange", NULL};
    static uno_interface_name used_area = {"com.sun.star.sheet.XUsedAreaCursor", NULL};
    static uno_method get_sheet = {"com.sun.star.sheet.XSheetCellRange::getSpreadsheet", NULL};
    static uno_method create = {"com.sun.star.sheet.XSpreadsheet::createCursor", NULL};
    static uno_method go_to_end = {"com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea", NULL};
    uno_Interface *range = uno_query(cells, &sheet_range), *sheet = NULL, *cursor = NULL;
    uno_Interface *area = NULL;
    sal_Bool expand = sal_False;
    void *arguments[] = {&expand};
    bool done = uno_invoke(range, &get_sheet, &sheet, NULL) &&
                uno_invoke(sheet, &create, &cursor, NULL) &&
                (area = uno_query(cursor, &used_area)) &&
                uno_invoke(area, &go_to_end, NULL, arguments) && get_address(area, used);
    uno_release(area);
    uno_release(cursor);
    uno_release(sheet);
    uno_release(range);
    return done;
}

/* How many rows and columns of the range there are to read (requirements 4 and 5). */
typedef struct range_extent {
    size_t first_row, first_column; /* on the sheet */
    size_t reference_rows, rows;
    size_t columns, used_columns; /* of the table; those of them to read */
} range_extent;

static size_t overlap(sal_Int32 first, sal_Int32 last, sal_Int32 end)
{
    last = last < end ? last : end;
    return last < first ? 0 : (size_t)(last - first) + 1;
}

static sq_status measure(uno_Interface *cells, range_extent *out)
{
    address place, used;
    if (!get_address(cells, &place))
        return SQ_BAD_ARGUMENT;
    out->first_row = (size_t)place.first_row;
    out->first_column = (size_t)place.first_column;
    out->reference_rows = out->rows = (size_t)(place.last_row - place.first_row) + 1;
    out->columns = out->used_columns = (size_t)(place.last_column - place.first_column) + 1;
    if (out->rows <= BOUNDED_ROWS && out->columns <= WIDE)
        return SQ_OK;
    if (!get_used_end(cells, &used))
        return SQ_BAD_ARGUMENT;
    out->rows = overlap(place.first_row, place.last_row, used.last_row);
    out->used_columns = overlap(place.first_column, place.last_column, used.last_column);
    if (out->columns > WIDE)
        out->columns = out->used_columns;
    return SQ_OK;
}

/* ---- Cells in pieces. */

typedef struct cell_piece {
    uno_Sequence *rows; /* of []any */
    size_t first_row;   /* within the range */
} cell_piece;

/* A reader of one piece after the other; what it is handed is gone when it returns. */
typedef sq_status (*piece_reader)(void *context, const cell_piece *piece, size_t columns);

static uno_Interface *cut_part(uno_Interface *by_position, size_t first_row, size_t rows,
                               size_t columns)
{
    static uno_method cut = {"com.sun.star.table.XCellRange::getCellRangeByPosition", NULL};
    sal_Int32 left = 0, top = (sal_Int32)first_row, right = (sal_Int32)columns - 1;
    sal_Int32 bottom = (sal_Int32)(first_row + rows) - 1;
    void *arguments[] = {&left, &top, &right, &bottom};
    uno_Interface *cells = NULL;
    return uno_invoke(by_position, &cut, &cells, arguments) ? cells : NULL;
}

/* Fetches a part of the range by a method without arguments that gives rows of cells. The shape is
 * checked, so that readers may trust it; NULL where it is another one. */
static uno_Sequence *fetch_part(uno_Interface *by_position, size_t first_row, size_t rows,
                                size_t columns, uno_interface_name *interface, uno_method *get,
                                uno_type *type)
{
    uno_Interface *cells = cut_part(by_position, first_row, rows, columns);
    uno_Interface *data = cells ? uno_query(cells, interface) : NULL;
    uno_Sequence *fetched = NULL;
    bool done = uno_invoke(data, get, &fetched, NULL);
    uno_release(data);
    uno_release(cells);
    if (!done)
        return NULL;
    done = (size_t)fetched->nElements == rows;
    for (size_t row = 0; done && row < rows; row++)
        done = (size_t)uno_rows(fetched)[row]->nElements == columns;
    if (!done)
        uno_type_destructData(&fetched, type, NULL);
    return done ? fetched : NULL;
}

static uno_Sequence *fetch(uno_Interface *by_position, size_t first_row, size_t rows,
                           size_t columns)
{
    static uno_interface_name range_data = {"com.sun.star.sheet.XCellRangeData", NULL};
    static uno_method get = {"com.sun.star.sheet.XCellRangeData::getDataArray", NULL};
    return fetch_part(by_position, first_row, rows, columns, &range_data, &get, uno_cells_type());
}

static sq_status read_rows(uno_Interface *cells, size_t first, size_t end, size_t columns,
                           piece_reader read, void *context)
{
    size_t step = columns < PIECE_CELLS ? PIECE_CELLS / columns : 1;
    for (size_t row = first; row < end; row += step) {
        size_t rows = end - row < step ? end - row : step;
        cell_piece piece = {fetch(cells, row, rows, columns), row};
        sq_status status;
        if (!piece.rows)
            return SQ_BAD_ARGUMENT;
        status = read(context, &piece, columns);
        uno_type_destructData(&piece.rows, uno_cells_type(), NULL);
        SQ_TRY(status);
    }
    return SQ_OK;
}

static sq_status read_pieces(uno_Interface *cells, const range_extent *extent, piece_reader read,
                             void *context)
{
    if (extent->used_columns == 0)
        return SQ_OK;
    return read_rows(cells, 0, extent->rows, extent->used_columns, read, context);
}

/* ---- Answers. */

typedef struct answers_reader {
    sq_call *call;
    sq_range *out;
    double *values;
    size_t columns; /* of the table: those read and, at the end, unused ones */
    size_t rows;    /* up to the last that holds anything */
    range_purpose purpose;
    bool begun;           /* a row of numbers was read (requirement 8) */
    bool *number_as_text; /* [columns] such a text was found */
} answers_reader;

static bool is_blank(const uno_Any *cell)
{
    return uno_is_string(cell) && uno_string(cell)->length == 0;
}

/* The first row as names, if it is all text and none of them is a number (requirement 2). */
static sq_status read_header(answers_reader *reader, const uno_Any *cells, size_t columns)
{
    const char **names;
    for (size_t column = 0; column < columns; column++)
        if (!uno_is_string(&cells[column]) || is_blank(&cells[column]))
            return SQ_OK;
    if (columns < reader->columns)
        return SQ_OK; /* the unused columns have no name */
    if (!(names = call_memory(reader->call, columns, sizeof *names)))
        return SQ_NO_MEMORY;
    for (size_t column = 0; column < columns; column++)
        if (!(names[column] = call_utf8(reader->call, uno_string(&cells[column]))))
            return SQ_NO_MEMORY;
    for (size_t column = 0; column < columns; column++)
        if (sq_number_in_text(names[column]) == SQ_IS_NUMBER)
            return SQ_OK;
    reader->out->names = names;
    reader->out->has_header = true;
    return SQ_OK;
}

/* What number a cell holds as a text; a long one is a remark. */
static sq_text_number number_in(const uno_Any *cell)
{
    const rtl_uString *text = uno_is_string(cell) ? uno_string(cell) : NULL;
    rtl_String *utf8 = text && text->length <= LONGEST_ANSWER ? uno_to_utf8(text) : NULL;
    sq_text_number number = utf8 ? sq_number_in_text(utf8->buffer) : SQ_NO_NUMBER;
    if (utf8)
        rtl_string_release(utf8);
    return number;
}

/* Whether a number is a code for no answer. */
static bool is_code(const missing_codes *codes, double number)
{
    for (size_t i = 0; i < codes->count; i++)
        if (codes->numbers[i] == number)
            return true;
    return false;
}

/* A number as an answer, or as the code for none (requirement 9). */
static double coded(const answers_reader *reader, double number)
{
    bool none = reader->purpose != READ_DATES && is_code(&reader->call->missing, number);
    return none ? sq_missing(SQ_CODED) : number;
}

static double answer(answers_reader *reader, const uno_Any *cell, size_t column)
{
    if (uno_is_number(cell))
        return coded(reader, uno_number(cell));
    if (!uno_is_string(cell))
        return sq_missing(SQ_ERROR_CELL);
    if (is_blank(cell))
        return sq_missing(SQ_BLANK);
    if (number_in(cell) == SQ_NO_NUMBER)
        return sq_missing(SQ_TEXT);
    reader->number_as_text[column] = reader->number_as_text[column] || reader->begun;
    return sq_missing(SQ_TEXT_WITH_NUMBER);
}

static bool holds_number(const uno_Any *cells, size_t columns)
{
    for (size_t column = 0; column < columns; column++)
        if (uno_is_number(&cells[column]) || number_in(&cells[column]) == SQ_IS_NUMBER)
            return true;
    return false;
}

static sq_status read_answers(void *context, const cell_piece *piece, size_t columns)
{
    answers_reader *reader = context;
    for (size_t i = 0; i < (size_t)piece->rows->nElements; i++) {
        const uno_Any *cells = uno_anys(uno_rows(piece->rows)[i]);
        size_t row = piece->first_row + i;
        double *values;
        if (row == 0) {
            SQ_TRY(read_header(reader, cells, columns));
            if (reader->out->has_header)
                continue;
        }
        row -= reader->out->has_header;
        values = reader->values + row * reader->columns;
        reader->begun = reader->begun || holds_number(cells, columns);
        for (size_t column = 0; column < columns; column++) {
            values[column] = answer(reader, &cells[column], column);
            if (!is_blank(&cells[column]))
                reader->rows = row + 1;
        }
        for (size_t column = columns; column < reader->columns; column++)
            values[column] = sq_missing(SQ_BLANK);
    }
    return SQ_OK;
}

/* ---- Numbers alone, as charts take them. */

/* What the office puts where a cell holds no number. */
static bool is_number(double value)
{
    return !isnan(value) && value != DBL_MIN;
}

static uno_Sequence *fetch_numbers(uno_Interface *by_position, size_t first_row, size_t rows,
                                   size_t columns)
{
    static uno_interface_name chart_data = {"com.sun.star.chart.XChartDataArray", NULL};
    static uno_method get = {"com.sun.star.chart.XChartDataArray::getData", NULL};
    return fetch_part(by_position, first_row, rows, columns, &chart_data, &get, uno_numbers_type());
}

static void take_numbers(answers_reader *reader, uno_Sequence *numbers, size_t first_row,
                         size_t columns)
{
    for (size_t i = 0; i < (size_t)numbers->nElements; i++) {
        const double *cells = uno_doubles(uno_rows(numbers)[i]);
        size_t row = first_row + i - reader->out->has_header;
        double *values = reader->values + row * reader->columns;
        for (size_t column = 0; column < columns; column++) {
            values[column] =
                is_number(cells[column]) ? coded(reader, cells[column]) : sq_missing(SQ_BLANK);
            if (is_number(cells[column]))
                reader->rows = row + 1;
        }
        for (size_t column = columns; column < reader->columns; column++)
            values[column] = sq_missing(SQ_BLANK);
    }
}

static size_t count_numbers(const uno_Sequence *numbers, size_t columns)
{
    size_t count = 0;
    for (size_t row = 0; row < (size_t)numbers->nElements; row++) {
        const double *cells = uno_doubles(uno_rows((uno_Sequence *)numbers)[row]);
        for (size_t column = 0; column < columns; column++)
            count += is_number(cells[column]);
    }
    return count;
}

/* How many cells of some rows hold anything, as the office counts them at native speed; −1 where it
 * does not say. */
static double count_filled(uno_Interface *by_position, size_t first_row, size_t rows,
                           size_t columns)
{
    static uno_interface_name operation = {"com.sun.star.sheet.XSheetOperation", NULL};
    static uno_method compute = {"com.sun.star.sheet.XSheetOperation::computeFunction", NULL};
    sal_Int32 function = 3; /* com::sun::star::sheet::GeneralFunction_COUNT */
    void *arguments[] = {&function};
    uno_Interface *cells = cut_part(by_position, first_row, rows, columns);
    uno_Interface *object = cells ? uno_query(cells, &operation) : NULL;
    double count;
    if (!uno_invoke(object, &compute, &count, arguments))
        count = -1;
    uno_release(object);
    uno_release(cells);
    return count;
}

/* Rows of nothing but numbers and blanks at once; false where cells hold something else. */
static bool read_numbers_alone(uno_Interface *cells, size_t row, size_t rows, size_t columns,
                               answers_reader *reader)
{
    uno_Sequence *numbers = fetch_numbers(cells, row, rows, columns);
    size_t count = numbers ? count_numbers(numbers, columns) : 0;
    bool alone = numbers && count_filled(cells, row, rows, columns) == (double)count;
    if (alone) {
        take_numbers(reader, numbers, row, columns);
        reader->begun = reader->begun || count > 0;
    }
    if (numbers)
        uno_type_destructData(&numbers, uno_numbers_type(), NULL);
    return alone;
}

/* The header cell by cell, and so every piece that holds more than numbers. */
static sq_status read_numbers(uno_Interface *cells, const range_extent *extent,
                              answers_reader *reader)
{
    size_t columns = extent->used_columns, step = PIECE_CELLS / columns;
    step = step < 1 ? 1 : step > NUMBER_ROWS ? NUMBER_ROWS : step;
    SQ_TRY(read_rows(cells, 0, 1, columns, read_answers, reader));
    for (size_t row = 1; row < extent->rows; row += step) {
        size_t rows = extent->rows - row < step ? extent->rows - row : step;
        if (!read_numbers_alone(cells, row, rows, columns, reader))
            SQ_TRY(read_rows(cells, row, row + rows, columns, read_answers, reader));
    }
    return SQ_OK;
}

/* Whether what was read can stand (requirement 8). */
static sq_status settle(const answers_reader *reader)
{
    for (size_t column = 0; column < reader->columns; column++)
        if (reader->number_as_text[column] && reader->purpose != READ_REASONS) {
            reader->out->number_as_text = reader->number_as_text;
            return SQ_NUMBER_AS_TEXT;
        }
    return SQ_OK;
}

static sq_status allocate(answers_reader *reader, size_t rows)
{
    reader->values = call_memory(reader->call, rows * reader->columns, sizeof(double));
    reader->number_as_text = call_memory(reader->call, reader->columns, sizeof(bool));
    return reader->values && reader->number_as_text ? SQ_OK : SQ_NO_MEMORY;
}

/* The range by XCellRange, as Calc hands it over, of which pieces are cut. */
sq_status range_read(sq_call *call, uno_Interface *cells, range_purpose purpose, sq_range *out)
{
    range_extent extent;
    answers_reader reader = {.call = call, .out = out, .purpose = purpose};
    memset(out, 0, sizeof *out);
    call_missing_codes(call);
    SQ_TRY(measure(cells, &extent));
    reader.columns = extent.columns;
    SQ_TRY(within((double)extent.rows * (double)extent.columns, ANSWERS_MAX));
    SQ_TRY(allocate(&reader, extent.rows));
    if (purpose == READ_REASONS || extent.rows * extent.used_columns <= FEW_CELLS)
        SQ_TRY(read_pieces(cells, &extent, read_answers, &reader));
    else
        SQ_TRY(read_numbers(cells, &extent, &reader));
    out->answers = (sq_table){reader.values, reader.rows, reader.columns};
    out->room = extent.used_columns > 0 ? extent.rows - out->has_header : 0;
    out->reference_rows = extent.reference_rows - out->has_header;
    out->sheet_row = extent.first_row + out->has_header;
    out->sheet_column = extent.first_column;
    return settle(&reader);
}

/* A single cell as the table of one cell that it is. Calc hands over a blank one as 0, so 0 counts
 * as a missing answer here. */
static sq_status range_of_one(sq_call *call, const uno_Any *cell, sq_range *out)
{
    answers_reader reader = {.call = call, .out = out, .begun = true, .columns = 1};
    SQ_TRY(allocate(&reader, 1));
    *reader.values = uno_is_number(cell) && uno_number(cell) == 0 ? sq_missing(SQ_BLANK)
                                                                  : answer(&reader, cell, 0);
    out->answers = (sq_table){reader.values, 1, 1};
    out->reference_rows = 1;
    return settle(&reader);
}

sq_status range_from_any(sq_call *call, const uno_Any *any, sq_range *out)
{
    answers_reader reader = {.call = call, .out = out};
    size_t rows;
    memset(out, 0, sizeof *out);
    call_missing_codes(call);
    SQ_TRY(uno_cells_shape(any, &rows, &reader.columns) ? SQ_OK : SQ_BAD_ARGUMENT);
    if (any->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
        return range_of_one(call, any, out);
    SQ_TRY(within((double)rows * (double)reader.columns, VALUES_MAX));
    SQ_TRY(allocate(&reader, rows));
    SQ_TRY(read_answers(&reader, &(cell_piece){uno_sequence(any), 0}, reader.columns));
    out->answers = (sq_table){reader.values, reader.rows, reader.columns};
    out->reference_rows = rows - out->has_header;
    return settle(&reader);
}

/* ---- Labels. */

/* What a cell says; *text NULL where it says nothing. */
static sq_status read_text(sq_call *call, const uno_Any *cell, const char **text)
{
    *text = NULL;
    if (uno_is_number(cell))
        *text = call_number_text(call, uno_number(cell));
    else if (uno_is_string(cell) && !is_blank(cell))
        *text = call_utf8(call, uno_string(cell));
    else
        return SQ_OK;
    if (!*text)
        return SQ_NO_MEMORY;
    if (**text == '\0')
        *text = NULL;
    return SQ_OK;
}

typedef struct labels_reader {
    sq_call *call;
    const char **labels; /* the first is that of row skip */
    size_t skip, count;
} labels_reader;

/* A code for no answer is no label. */
static bool is_label(const labels_reader *reader, const uno_Any *cell)
{
    return !uno_is_number(cell) || !is_code(call_missing_codes(reader->call), uno_number(cell));
}

static sq_status read_labels(void *context, const cell_piece *piece, size_t columns)
{
    labels_reader *reader = context;
    (void)columns;
    for (size_t i = 0; i < (size_t)piece->rows->nElements; i++) {
        const uno_Any *cell = uno_anys(uno_rows(piece->rows)[i]);
        size_t row = piece->first_row + i;
        if (row >= reader->skip && row - reader->skip < reader->count && is_label(reader, cell))
            SQ_TRY(read_text(reader->call, cell, &reader->labels[row - reader->skip]));
    }
    return SQ_OK;
}

sq_status range_read_labels(sq_call *call, uno_Interface *cells, const sq_range *answers,
                            const char ***labels)
{
    range_extent extent;
    labels_reader reader = {call, NULL, 0, answers->answers.rows};
    SQ_TRY(measure(cells, &extent));
    if (extent.columns != 1 || extent.reference_rows < answers->reference_rows ||
        extent.reference_rows - answers->reference_rows > (size_t)answers->has_header)
        return SQ_BAD_ARGUMENT;
    reader.skip = extent.reference_rows - answers->reference_rows;
    SQ_TAKE(reader.labels, &call->memory, reader.count);
    *labels = reader.labels;
    return read_pieces(cells, &extent, read_labels, &reader);
}

typedef struct texts_reader {
    sq_call *call;
    size_t columns; /* of the table; fewer may be read */
    const char **texts;
    double *numbers;
} texts_reader;

static sq_status read_texts(void *context, const cell_piece *piece, size_t columns)
{
    texts_reader *reader = context;
    for (size_t i = 0; i < (size_t)piece->rows->nElements; i++) {
        const uno_Any *cells = uno_anys(uno_rows(piece->rows)[i]);
        size_t first = (piece->first_row + i) * reader->columns;
        for (size_t column = 0; column < columns; column++) {
            const uno_Any *cell = cells + column;
            reader->numbers[first + column] = uno_is_number(cell) ? uno_number(cell) : NAN;
            SQ_TRY(read_text(reader->call, cell, &reader->texts[first + column]));
        }
    }
    return SQ_OK;
}

sq_status range_read_texts(sq_call *call, uno_Interface *cells, range_texts *out)
{
    range_extent extent;
    texts_reader reader = {.call = call};
    SQ_TRY(measure(cells, &extent));
    if (extent.columns > WIDE)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(within((double)extent.rows * (double)extent.columns, TEXTS_MAX));
    reader.columns = extent.columns;
    SQ_TAKE_TABLE(reader.texts, &call->memory, extent.rows, extent.columns);
    SQ_TAKE_TABLE(reader.numbers, &call->memory, extent.rows, extent.columns);
    for (size_t i = 0; i < extent.rows * extent.columns; i++)
        reader.numbers[i] = NAN;
    *out = (range_texts){extent.rows, extent.columns, reader.texts, reader.numbers};
    return read_pieces(cells, &extent, read_texts, &reader);
}
