/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>

enum { ENOUGH_FOR_NPS = 8, FIVE_POINTS = 5 };

/* How often something was found, and where first. */
typedef struct tally {
    size_t count, column, rows[SQ_FIRST_ROWS];
    double value;
} tally;

typedef struct item_tally {
    tally text, text_with_number, error_cell, out_of_range, not_whole, coded, blank;
} item_tally;

typedef struct cells {
    const sq_checked *checked;
    item_tally *items;          /* [columns] */
    tally codes[SQ_MOST_CODES]; /* of all items */
    tally unanswered;           /* rows without anything */
} cells;

static bool is_empty(const sq_table *answers, size_t row)
{
    const double *answer = sq_row(answers, row);
    for (size_t i = 0; i < answers->columns; i++)
        if (!isnan(answer[i]) || sq_absence_of(answer[i]) != SQ_BLANK)
            return false;
    return true;
}

static void count(tally *what, size_t row, size_t column, double value)
{
    if (what->count == 0) {
        what->column = column;
        what->value = value;
    }
    if (what->count < SQ_FIRST_ROWS)
        what->rows[what->count] = row;
    what->count++;
}

static void count_missing(item_tally *item, size_t row, size_t column, double answer)
{
    double none = sq_error(SQ_UNDEFINED);
    switch (sq_absence_of(answer)) {
    case SQ_TEXT:
        count(&item->text, row, column, none);
        break;
    case SQ_TEXT_WITH_NUMBER:
        count(&item->text_with_number, row, column, none);
        break;
    case SQ_ERROR_CELL:
        count(&item->error_cell, row, column, none);
        break;
    case SQ_CODED:
        count(&item->coded, row, column, none);
        break;
    case SQ_BLANK:
        count(&item->blank, row, column, none);
        break;
    }
}

static void count_outside(cells *c, size_t row, size_t column, double answer)
{
    for (size_t code = 0; code < c->checked->code_count; code++)
        if (c->checked->codes[code] == answer) {
            count(&c->codes[code], row, column, answer);
            return;
        }
    count(&c->items[column].out_of_range, row, column, answer);
}

static void count_answer(cells *c, size_t row, size_t column, double answer)
{
    const sq_scale *scale = &c->checked->scale;
    if (isfinite(answer) && c->checked->kinds[column] != SQ_COLUMN_ANSWERS)
        return;
    if (!isfinite(answer) || answer < scale->minimum || answer > scale->maximum)
        count_outside(c, row, column, answer);
    if (isfinite(answer) && answer != floor(answer))
        count(&c->items[column].not_whole, row, column, answer);
}

static void count_cells(cells *c)
{
    const sq_table *answers = &c->checked->answers;
    for (size_t row = 0; row < answers->rows; row++) {
        const double *answer = sq_row(answers, row);
        if (is_empty(answers, row)) {
            count(&c->unanswered, row, SQ_NOWHERE, sq_error(SQ_UNDEFINED));
            continue;
        }
        for (size_t i = 0; i < answers->columns; i++)
            if (isnan(answer[i]))
                count_missing(&c->items[i], row, i, answer[i]);
            else
                count_answer(c, row, i, answer[i]);
    }
}

static sq_status tell_tally(const cells *c, sq_finding_kind kind, const tally *what)
{
    sq_finding finding = sq_finding_of(kind, what->column);
    if (what->count == 0)
        return SQ_OK;
    for (size_t i = 0; i < SQ_FIRST_ROWS && i < what->count; i++)
        finding.rows[i] = what->rows[i];
    finding.count = what->count;
    finding.value = what->value;
    return sq_tell(c->checked, finding);
}

static sq_status tell_other_scales(const cells *c)
{
    for (size_t i = 0; i < c->checked->answers.columns; i++) {
        const sq_item_counts *item = &c->checked->items[i];
        sq_finding finding = sq_finding_of(SQ_FOUND_OTHER_SCALE, i);
        if (c->checked->kinds[i] != SQ_COLUMN_OTHER_SCALE)
            continue;
        finding.count = item->answers;
        finding.value = item->least;
        finding.other = item->largest;
        SQ_TRY(sq_tell(c->checked, finding));
    }
    return SQ_OK;
}

/* Only where most items have whole answers alone. */
static sq_status tell_not_whole(const cells *c)
{
    size_t items = 0, whole = 0, k = c->checked->answers.columns;
    for (size_t i = 0; i < k; i++) {
        items += c->checked->kinds[i] == SQ_COLUMN_ANSWERS;
        whole += c->checked->kinds[i] == SQ_COLUMN_ANSWERS && c->items[i].not_whole.count == 0;
    }
    for (size_t i = 0; 2 * whole > items && i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_NOT_WHOLE, &c->items[i].not_whole));
    return SQ_OK;
}

static sq_status tell_if_not_nps(const cells *c, const sq_check_options *options)
{
    sq_finding finding = sq_finding_of(SQ_FOUND_NOT_NPS, SQ_NOWHERE);
    double largest = 0;
    if (options->minimum != 0 || options->maximum != 10)
        return SQ_OK;
    for (size_t i = 0; i < c->checked->answers.columns; i++)
        if (c->checked->kinds[i] == SQ_COLUMN_ANSWERS) {
            finding.count += c->checked->items[i].answers;
            largest = fmax(largest, c->checked->items[i].largest);
        }
    finding.value = largest;
    return finding.count >= ENOUGH_FOR_NPS && largest <= FIVE_POINTS ? sq_tell(c->checked, finding)
                                                                     : SQ_OK;
}

static sq_status tell_cells(const cells *c, const sq_check_options *options)
{
    size_t k = c->checked->answers.columns;
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_TEXT_WITH_NUMBER, &c->items[i].text_with_number));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_TEXT, &c->items[i].text));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_ERROR_CELL, &c->items[i].error_cell));
    for (size_t code = 0; code < c->checked->code_count; code++)
        SQ_TRY(tell_tally(c, SQ_FOUND_CODE, &c->codes[code]));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_OUT_OF_RANGE, &c->items[i].out_of_range));
    SQ_TRY(tell_other_scales(c));
    SQ_TRY(tell_not_whole(c));
    SQ_TRY(tell_if_not_nps(c, options));
    SQ_TRY(tell_tally(c, SQ_FOUND_NOTHING_ANSWERED, &c->unanswered));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_CODED, &c->items[i].coded));
    for (size_t i = 0; i < k; i++)
        SQ_TRY(tell_tally(c, SQ_FOUND_BLANK, &c->items[i].blank));
    return SQ_OK;
}

sq_status sq_check_cells(const sq_checked *checked, const sq_check_options *options)
{
    cells c = {.checked = checked};
    SQ_SCRATCH(memory);
    SQ_TAKE(c.items, &memory, checked->answers.columns);
    count_cells(&c);
    return tell_cells(&c, options);
}
