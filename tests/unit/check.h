/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every unit test uses: cmocka, assertions on numbers and on errors, and surveys read from the
 * CSV files of tests/published.
 */
#ifndef CHECK_H
#define CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/status.h"
#include "base/table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <valgrind/valgrind.h>

/* For what repeats thousands of times the calls that other tests make: figures, and no new memory. */
#define NOT_UNDER_VALGRIND()                                                                       \
    do {                                                                                           \
        if (RUNNING_ON_VALGRIND)                                                                   \
            skip();                                                                                \
    } while (0)

#define NA NAN /* a missing answer in a literal table */
#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* A literal table: TABLE(rows, columns, {…}). */
#define TABLE(row_count, column_count, ...)                                                        \
    ((sq_table){(const double[]){__VA_ARGS__}, (row_count), (column_count)})

/* |actual − expected| ≤ tolerance, and actual is a number. */
#define assert_near(actual, expected, tolerance)                                                   \
    check_near((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

/* actual is no number, for this reason. */
#define assert_reason(actual, reason) assert_int_equal((int)sq_error_reason(actual), (int)(reason))

static inline void check_near(double actual, double expected, double tolerance, const char *what,
                              const char *file, int line)
{
    if (fabs(actual - expected) <= tolerance)
        return;
    print_error("%s is %.17g, expected %.17g within %g\n", what, actual, expected, tolerance);
    _fail(file, line);
}

/* The columns named first … (count of them, side by side) of a CSV file with a header row, NaN
 * where a cell holds no number. values belongs to the caller, who frees (void *)table.values. */
static inline sq_table read_survey(const char *path, const char *first, size_t count)
{
    static char line[1 << 16];
    sq_table table = {NULL, 0, count};
    double *values = NULL;
    size_t skip = 0, capacity = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s cannot be read; run the tests from the project's top folder", path);
    if (!fgets(line, sizeof line, file))
        fail_msg("%s is empty", path);
    for (char *cell = line, *next = line; next; skip++, cell = next) {
        size_t length = strcspn(cell, ",\r\n"), quote = *cell == '"';
        next = cell[length] == ',' ? cell + length + 1 : NULL;
        cell += quote; /* R quotes names */
        length -= 2 * quote;
        if (length == strlen(first) && strncmp(cell, first, length) == 0)
            break;
        if (!next)
            fail_msg("%s has no column %s", path, first);
    }
    while (fgets(line, sizeof line, file)) {
        char *cell = line;
        if (table.rows == capacity)
            values = realloc(values, (capacity = capacity ? 2 * capacity : 64) * count * 8);
        assert_non_null(values);
        for (size_t column = 0; column < skip + count; column++) {
            size_t length = cell ? strcspn(cell, ",\r\n") : 0;
            char *end = cell;
            double number = cell ? strtod(cell, &end) : NAN;
            if (column >= skip)
                values[table.rows * count + column - skip] =
                    length > 0 && end == cell + length ? number : NAN;
            if (cell)
                cell = cell[length] == ',' ? cell + length + 1 : NULL;
        }
        table.rows++;
    }
    fclose(file);
    table.values = values;
    return table;
}

#endif
