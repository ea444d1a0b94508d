/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>

enum {
    MOST_HEADER_ROWS = 5,  /* survey tools put at most three above the answers */
    MOST_SUMMARY_ROWS = 5, /* total, mean, SD, n, per cent */
    LARGEST_RATING = 10,   /* a sum up to there may be an answer */
    ENOUGH_ROWS = 3        /* of fewer, the last is often the sum by chance */
};
#define ROUNDING 1e-9   /* relative: sums in another order differ by less */
#define MOST_DECIMALS 4 /* to which people round a mean that they type */

/* ---- Headers. */

/* Texts in at least two cells and half of the row, and no number. */
static bool is_row_of_texts(const sq_table *answers, size_t row)
{
    const double *cell = sq_row(answers, row);
    size_t texts = 0;
    for (size_t i = 0; i < answers->columns; i++) {
        if (!isnan(cell[i]))
            return false;
        texts += sq_absence_of(cell[i]) == SQ_TEXT || sq_absence_of(cell[i]) == SQ_TEXT_WITH_NUMBER;
    }
    return texts >= 2 && 2 * texts >= answers->columns;
}

static bool has_number(const sq_table *answers, size_t row)
{
    for (size_t i = 0; i < answers->columns; i++)
        if (!isnan(sq_row(answers, row)[i]))
            return true;
    return false;
}

size_t sq_header_rows(const sq_table *answers)
{
    size_t rows = 0;
    while (rows < answers->rows && rows <= MOST_HEADER_ROWS && is_row_of_texts(answers, rows))
        rows++;
    return rows <= MOST_HEADER_ROWS && rows < answers->rows && has_number(answers, rows) ? rows : 0;
}

/* ---- Totals and means. */

/* What stands above a cell. */
typedef struct column_sum {
    double sum, largest; /* largest in magnitude */
    size_t n;
    bool whole;
} column_sum;

static void add_row(const sq_table *answers, size_t row, column_sum sums[])
{
    for (size_t i = 0; i < answers->columns; i++) {
        double x = sq_row(answers, row)[i];
        if (!isfinite(x))
            continue;
        sums[i].sum += x;
        sums[i].n++;
        sums[i].largest = fabs(x) > sums[i].largest ? fabs(x) : sums[i].largest;
        sums[i].whole = sums[i].whole && x == floor(x);
    }
}

static bool is_near(double a, double b)
{
    return fabs(a - b) <= ROUNDING * fmax(1, fabs(b));
}

/* Whether x is the mean, perhaps rounded to the decimals that x has. */
static bool is_mean(double x, double mean)
{
    double unit = 1;
    if (is_near(x, mean))
        return true;
    for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
        unit *= 10;
        if (is_near(x * unit, round(x * unit)))
            return fabs(x - mean) <= 0.5 / unit * (1 + ROUNDING);
    }
    return false;
}

/* Every number of the row is the sum of the numbers above it, or every one their mean, and some
 * could not be an answer: a sum larger than every answer and every rating, a mean that is not
 * whole. */
static bool is_summary(const sq_table *answers, size_t row, const column_sum above[])
{
    size_t numbers = 0, telling_sums = 0, telling_means = 0;
    bool sums = true, means = true;
    for (size_t i = 0; i < answers->columns; i++) {
        double x = sq_row(answers, row)[i];
        if (!isfinite(x))
            continue;
        numbers++;
        if (above[i].n < ENOUGH_ROWS)
            return false;
        sums = sums && is_near(x, above[i].sum);
        means = means && is_mean(x, above[i].sum / (double)above[i].n);
        telling_sums += fabs(x) > fmax(above[i].largest, LARGEST_RATING);
        telling_means += x != floor(x) && above[i].whole;
    }
    return (sums && telling_sums > 0) || (means && telling_means > 0);
}

sq_status sq_summary_row(const sq_table *answers, size_t *row)
{
    SQ_SCRATCH(memory);
    column_sum *sums;
    SQ_TAKE(sums, &memory, answers->columns);
    for (size_t i = 0; i < answers->columns; i++)
        sums[i].whole = true;
    for (*row = 0; *row < answers->rows; ++*row) {
        if (*row + MOST_SUMMARY_ROWS >= answers->rows && is_summary(answers, *row, sums))
            break;
        add_row(answers, *row, sums);
    }
    return SQ_OK;
}
