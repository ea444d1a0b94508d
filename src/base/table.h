/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers as the statistics see them: one row per respondent, one column per item, NaN where the
 * answer is missing. The table does not own its numbers.
 */
#ifndef SQ_TABLE_H
#define SQ_TABLE_H

#include <stddef.h>

typedef struct sq_table {
    const double *values; /* rows × columns, row by row; never NULL where rows and columns > 0 */
    size_t rows;          /* respondents */
    size_t columns;       /* items */
} sq_table;

/* Why an answer is missing. To every statistic any NaN is a missing answer; the check of the data
 * also wants to know what stood in the cell. */
typedef enum sq_absence {
    SQ_BLANK,            /* nothing; also what any other NaN says */
    SQ_TEXT,             /* words where a number was expected */
    SQ_ERROR_CELL,       /* an error value */
    SQ_TEXT_WITH_NUMBER, /* a text that is a number or carries one: "5", "5 – agree" */
    SQ_CODED             /* a number that is the code for no answer */
} sq_absence;

/* A missing answer that remembers why. The reason lies in the second byte of the NaN, so that it
 * cannot be taken for the reason of an sq_error(), which lies in the first. */
double sq_missing(sq_absence absence);

/* Why an answer is missing; SQ_BLANK for a NaN that says nothing, and for a number. */
sq_absence sq_absence_of(double answer);

#define SQ_NOWHERE ((size_t)-1) /* no row, no column: of what has no place there */

/* The answers of one respondent. */
static inline const double *sq_row(const sq_table *table, size_t row)
{
    return table->values + row * table->columns;
}

/* The weight of one respondent; no weights means that all weigh the same. */
static inline double sq_case_weight(const double *case_weights, size_t row)
{
    return case_weights ? case_weights[row] : 1.0;
}

/* Whether n × size bytes can be counted without overflow. */
static inline int sq_fits(size_t n, size_t size)
{
    return size == 0 || n <= (size_t)-1 / 2 / size;
}

#endif
