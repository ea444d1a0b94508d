/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data_check.h"

#include "covariance.h"
#include "reliability.h"
#include "symmetric.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ENOUGH_ANSWERS = 6, AT_LEAST_ANSWERS = 3, ENOUGH_RESPONDENTS = 3 };
#define ROUNDING 1e-12 /* a correlation that close to 0 has no sign */

/* How often something was found in an item, and where first. */
typedef struct tally {
    size_t count, row;
    double value;
} tally;

typedef struct item_tally {
    tally text, error_cell, out_of_range, blank;
    size_t answers; /* how many are in range */
    double first;   /* the first of them */
    bool varies;    /* another one differs from it */
} item_tally;

typedef struct check {
    const sq_table *answers;
    double minimum, maximum; /* −∞ and ∞ where there is no limit */
    size_t fewest_answers;
    sq_report *report;
    void *context;
    item_tally *items; /* [columns] */
    tally unanswered;  /* rows without anything */
    size_t numbers;    /* cells with a number */
    size_t *table;     /* [slots] rows by hash, SQ_NOWHERE where free */
    size_t slots;      /* a power of 2 */
} check;

static sq_status tell(const check *c, sq_finding finding)
{
    return c->report(c->context, &finding);
}

static bool is_empty(const check *c, size_t row)
{
    const double *answer = sq_row(c->answers, row);
    for (size_t i = 0; i < c->answers->columns; i++)
        if (!isnan(answer[i]) || sq_absence_of(answer[i]) != SQ_BLANK)
            return false;
    return true;
}

static bool is_in_range(const check *c, double answer)
{
    return isfinite(answer) && answer >= c->minimum && answer <= c->maximum;
}

static void count(tally *what, size_t row, double value)
{
    if (what->count++ == 0) {
        what->row = row;
        what->value = value;
    }
}

static void count_missing(item_tally *item, size_t row, double answer)
{
    double no_value = sq_error(SQ_UNDEFINED);
    switch (sq_absence_of(answer)) {
    case SQ_TEXT:
        count(&item->text, row, no_value);
        break;
    case SQ_ERROR_CELL:
        count(&item->error_cell, row, no_value);
        break;
    case SQ_BLANK:
        count(&item->blank, row, no_value);
        break;
    }
}

static void count_answer(const check *c, item_tally *item, size_t row, double answer)
{
    if (!is_in_range(c, answer)) {
        count(&item->out_of_range, row, answer);
    } else if (item->answers++ == 0) {
        item->first = answer;
    } else if (answer != item->first) {
        item->varies = true;
    }
}

static void count_cells(check *c)
{
    for (size_t row = 0; row < c->answers->rows; row++) {
        const double *answer = sq_row(c->answers, row);
        if (is_empty(c, row)) {
            count(&c->unanswered, row, sq_error(SQ_UNDEFINED));
            continue;
        }
        for (size_t i = 0; i < c->answers->columns; i++) {
            if (isnan(answer[i])) {
                count_missing(&c->items[i], row, answer[i]);
            } else {
                count_answer(c, &c->items[i], row, answer[i]);
                c->numbers++;
            }
        }
    }
}

static sq_status tell_tally(const check *c, sq_finding_kind kind, size_t column, const tally *what)
{
    if (what->count == 0)
        return SQ_OK;
    return tell(c, (sq_finding){kind, what->row, column, what->count, what->value, SQ_NOWHERE});
}

static sq_status tell_cells(const check *c)
{
    size_t k = c->answers->columns;
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_TEXT, i, &c->items[i].text));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_ERROR_CELL, i, &c->items[i].error_cell));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_OUT_OF_RANGE, i, &c->items[i].out_of_range));
    SQ_TRY(tell_tally(c, SQ_FOUND_NOTHING_ANSWERED, SQ_NOWHERE, &c->unanswered));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_BLANK, i, &c->items[i].blank));
    return SQ_OK;
}

static sq_status tell_constant_items(const check *c)
{
    for (size_t i = 0; i < c->answers->columns; i++) {
        const item_tally *item = &c->items[i];
        if (item->answers >= 2 && !item->varies)
            SQ_TRY(tell(c, (sq_finding){SQ_FOUND_CONSTANT_ITEM, SQ_NOWHERE, i, item->answers,
                                        item->first, SQ_NOWHERE}));
    }
    return SQ_OK;
}

/* A copy with the answers out of range taken out, or NULL where there are none or no memory, which
 * status tells apart. */
static double *copy_in_range(const check *c, sq_status *status)
{
    size_t cells = c->answers->rows * c->answers->columns, spoilt = 0;
    double *copy;
    *status = SQ_OK;
    for (size_t i = 0; i < c->answers->columns; i++)
        spoilt += c->items[i].out_of_range.count;
    if (spoilt == 0)
        return NULL;
    if (!sq_fits(cells, sizeof *copy) || !(copy = malloc(cells * sizeof *copy))) {
        *status = SQ_NO_MEMORY;
        return NULL;
    }
    for (size_t i = 0; i < cells; i++) {
        double answer = c->answers->values[i];
        copy[i] = is_in_range(c, answer) ? answer : sq_missing(SQ_BLANK);
    }
    return copy;
}

/* correlation[k] of each item with the sum of the others; covariance[k × k] is workspace. */
static sq_status relate_items(const check *c, double *covariance, double *correlation)
{
    size_t k = c->answers->columns;
    sq_items items = {.minuend = *c->answers, .count = k};
    sq_status status;
    double *copy = copy_in_range(c, &status);
    if (copy)
        items.minuend.values = copy;
    if (status == SQ_OK)
        status = sq_covariance(&items, covariance, NULL, NULL);
    if (status == SQ_OK)
        sq_item_rest_of_covariance(covariance, k, correlation);
    free(copy);
    return status;
}

static sq_status tell_items_against(const check *c)
{
    size_t k = c->answers->columns, others = 0;
    double *block;
    sq_status status;
    for (size_t i = 0; i < k; i++)
        others += c->items[i].answers >= 2;
    if (others < 2)
        return SQ_OK;
    if (!(block = sq_allocate_square(k, 1, 1)))
        return SQ_NO_MEMORY;
    status = relate_items(c, block, block + k * k);
    for (size_t i = 0; status == SQ_OK && i < k; i++) {
        double r = block[k * k + i];
        if (r < -ROUNDING && c->items[i].answers >= ENOUGH_RESPONDENTS)
            status = tell(
                c, (sq_finding){SQ_FOUND_AGAINST_OTHERS, SQ_NOWHERE, i, others - 1, r, SQ_NOWHERE});
    }
    free(block);
    return status == SQ_NO_DATA ? SQ_OK : status;
}

/* How many answers a row has; straight: whether they are all the same, and answer what they are. */
static size_t read_row(const check *c, size_t row, bool *straight, double *answer)
{
    const double *values = sq_row(c->answers, row);
    size_t answered = 0;
    *straight = true;
    for (size_t i = 0; i < c->answers->columns; i++) {
        if (isnan(values[i]))
            continue;
        if (answered++ == 0)
            *answer = values[i];
        else if (values[i] != *answer)
            *straight = false;
    }
    return answered;
}

static sq_status tell_straight_lines(const check *c)
{
    for (size_t row = 0; row < c->answers->rows; row++) {
        bool straight;
        double answer = 0;
        size_t answered = read_row(c, row, &straight, &answer);
        if (straight && answered >= c->fewest_answers)
            SQ_TRY(tell(c, (sq_finding){SQ_FOUND_STRAIGHT_LINED, row, SQ_NOWHERE, answered, answer,
                                        SQ_NOWHERE}));
    }
    return SQ_OK;
}

/* Every missing answer alike, and −0 like 0. */
static uint64_t bits_of(double answer)
{
    uint64_t bits;
    if (isnan(answer))
        return UINT64_MAX;
    answer = answer == 0 ? 0 : answer;
    memcpy(&bits, &answer, sizeof bits);
    return bits;
}

/* Multiply and shift, so that every bit of an answer reaches the low bits (the constant is 2⁶⁴ over
 * the golden ratio, made odd). */
static size_t hash_row(const check *c, size_t row)
{
    const double *answer = sq_row(c->answers, row);
    uint64_t hash = 0;
    for (size_t i = 0; i < c->answers->columns; i++) {
        hash = (hash ^ bits_of(answer[i])) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

static bool are_alike(const check *c, size_t a, size_t b)
{
    const double *x = sq_row(c->answers, a), *y = sq_row(c->answers, b);
    for (size_t i = 0; i < c->answers->columns; i++)
        if (bits_of(x[i]) != bits_of(y[i]))
            return false;
    return true;
}

/* The first row like this one; the row itself, which is remembered, where it is the first. */
static size_t first_alike(const check *c, size_t row)
{
    size_t slot = hash_row(c, row) & (c->slots - 1);
    while (c->table[slot] != SQ_NOWHERE) {
        if (are_alike(c, c->table[slot], row))
            return c->table[slot];
        slot = (slot + 1) & (c->slots - 1);
    }
    return c->table[slot] = row;
}

/* At most half of the slots will be taken. */
static bool allocate_table(check *c)
{
    c->slots = 2;
    while (c->slots / 2 < c->answers->rows) {
        if (!sq_fits(c->slots, 2 * sizeof *c->table))
            return false;
        c->slots *= 2;
    }
    c->table = malloc(c->slots * sizeof *c->table);
    for (size_t i = 0; c->table && i < c->slots; i++)
        c->table[i] = SQ_NOWHERE;
    return c->table != NULL;
}

static sq_status tell_duplicates(check *c)
{
    double none = sq_error(SQ_UNDEFINED);
    if (!allocate_table(c))
        return SQ_NO_MEMORY;
    for (size_t row = 0; row < c->answers->rows; row++) {
        bool straight;
        double answer = 0;
        size_t answered = read_row(c, row, &straight, &answer), first;
        if (straight || answered < c->fewest_answers)
            continue;
        first = first_alike(c, row);
        if (first != row)
            SQ_TRY(tell(
                c, (sq_finding){SQ_FOUND_DUPLICATE_ROW, row, SQ_NOWHERE, answered, none, first}));
    }
    return SQ_OK;
}

static sq_status tell_all(check *c)
{
    count_cells(c);
    SQ_TRY(tell_cells(c));
    SQ_TRY(tell_constant_items(c));
    SQ_TRY(tell_items_against(c));
    SQ_TRY(tell_straight_lines(c));
    SQ_TRY(tell_duplicates(c));
    return c->numbers > 0 ? SQ_OK : SQ_NO_DATA;
}

static size_t enough_answers(const sq_check_options *options, size_t columns)
{
    size_t enough = columns < ENOUGH_ANSWERS ? columns : ENOUGH_ANSWERS;
    if (options->fewest_answers > 0)
        return options->fewest_answers;
    return enough > AT_LEAST_ANSWERS ? enough : AT_LEAST_ANSWERS;
}

sq_status sq_check(const sq_table *answers, const sq_check_options *options, sq_report *report,
                   void *context)
{
    check c = {.answers = answers, .report = report, .context = context};
    sq_status status;
    if (options->minimum >= options->maximum) /* false where one is NaN */
        return SQ_OUT_OF_DOMAIN;
    if (answers->rows == 0 || answers->columns == 0)
        return SQ_NO_DATA;
    c.minimum = isnan(options->minimum) ? -INFINITY : options->minimum;
    c.maximum = isnan(options->maximum) ? INFINITY : options->maximum;
    c.fewest_answers = enough_answers(options, answers->columns);
    c.items = calloc(answers->columns, sizeof *c.items);
    status = c.items ? tell_all(&c) : SQ_NO_MEMORY;
    free(c.table);
    free(c.items);
    return status;
}
