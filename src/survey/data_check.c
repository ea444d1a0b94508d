/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/data_check.h"

#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>

enum { ENOUGH_ANSWERS = 6, AT_LEAST_ANSWERS = 3 };

sq_finding sq_finding_of(sq_finding_kind kind, size_t column)
{
    sq_finding finding = {.kind = kind, .column = column, .opposed = SQ_NOWHERE};
    finding.value = finding.other = sq_error(SQ_UNDEFINED);
    for (size_t i = 0; i < SQ_FIRST_ROWS; i++)
        finding.rows[i] = finding.like[i] = SQ_NOWHERE;
    return finding;
}

sq_status sq_tell(const sq_checked *checked, sq_finding finding)
{
    for (size_t i = 0; i < SQ_FIRST_ROWS; i++) {
        finding.rows[i] += finding.rows[i] != SQ_NOWHERE ? checked->first_row : 0;
        finding.like[i] += finding.like[i] != SQ_NOWHERE ? checked->first_row : 0;
    }
    return checked->report(checked->context, &finding);
}

/* ---- The scale. */

static bool has_numbers(const sq_checked *c)
{
    for (size_t i = 0; i < c->answers.columns; i++)
        if (c->items[i].answers > 0)
            return true;
    return false;
}

static sq_status take_scale(sq_checked *c, const sq_check_options *options)
{
    sq_finding finding = sq_finding_of(SQ_FOUND_NO_SCALE, SQ_NOWHERE);
    bool found = false;
    c->scale.minimum = isnan(options->minimum) ? -INFINITY : options->minimum;
    c->scale.maximum = isnan(options->maximum) ? INFINITY : options->maximum;
    if (!isnan(options->minimum) || !isnan(options->maximum)) {
        sq_hold_against_scale(c->items, c->answers.columns, c->kinds, &c->scale);
        return SQ_OK;
    }
    SQ_TRY(sq_find_scale(c->items, c->answers.columns, c->kinds, &c->scale, &found));
    if (found) {
        finding.kind = SQ_FOUND_SCALE;
        finding.value = c->scale.minimum;
        finding.other = c->scale.maximum;
    }
    return has_numbers(c) ? sq_tell(c, finding) : SQ_OK;
}

/* ---- Rows and columns that hold no answers. */

static sq_status tell_edge(const sq_checked *c, sq_finding_kind kind, size_t row, size_t count)
{
    sq_finding finding = sq_finding_of(kind, SQ_NOWHERE);
    finding.rows[0] = row;
    finding.count = count;
    return count > 0 ? sq_tell(c, finding) : SQ_OK;
}

static sq_status take_edges_off(sq_checked *c)
{
    size_t headers = sq_header_rows(&c->answers), end, rows;
    SQ_TRY(tell_edge(c, SQ_FOUND_HEADER_ROWS, 0, headers));
    c->first_row = headers;
    c->answers.values += headers * c->answers.columns;
    rows = c->answers.rows -= headers;
    SQ_TRY(sq_summary_row(&c->answers, &end));
    c->answers.rows = end;
    return tell_edge(c, SQ_FOUND_SUMMARY_ROWS, end, rows - end);
}

static sq_status tell_columns(const sq_checked *c, sq_column_kind kind, sq_finding_kind what)
{
    for (size_t i = 0; i < c->answers.columns; i++)
        if (c->kinds[i] == kind) {
            sq_finding finding = sq_finding_of(what, i);
            finding.count = c->items[i].answers;
            SQ_TRY(sq_tell(c, finding));
        }
    return SQ_OK;
}

/* ---- Items. */

static sq_status tell_constant_items(const sq_checked *c)
{
    for (size_t i = 0; i < c->answers.columns; i++) {
        const sq_item_counts *item = &c->items[i];
        sq_finding finding = sq_finding_of(SQ_FOUND_CONSTANT_ITEM, i);
        size_t distinct = 0;
        for (size_t l = 0; l < item->distinct; l++)
            if (item->levels[l].value >= c->scale.minimum &&
                item->levels[l].value <= c->scale.maximum) {
                distinct++;
                finding.count = item->levels[l].count;
                finding.value = item->levels[l].value;
            }
        if (!item->many && distinct == 1 && finding.count >= 2)
            SQ_TRY(sq_tell(c, finding));
    }
    return SQ_OK;
}

static sq_status tell_items_against(const sq_checked *c, const sq_relations *r)
{
    size_t with_spread = 0;
    for (size_t i = 0; i < r->count; i++)
        with_spread += r->covariance[i * r->count + i] > 0;
    for (size_t i = 0; i < r->count; i++) {
        sq_finding finding = sq_finding_of(SQ_FOUND_AGAINST_OTHERS, r->columns[i]);
        size_t most;
        if (!sq_runs_against(r, i, c->items[r->columns[i]].answers, &most))
            continue;
        finding.count = with_spread - 1;
        finding.value = -r->correlation[i];
        finding.opposed = r->columns[most];
        SQ_TRY(sq_tell(c, finding));
    }
    return SQ_OK;
}

/* ---- All of it. */

static size_t enough_answers(const sq_check_options *options, size_t items)
{
    size_t enough = items < ENOUGH_ANSWERS ? items : ENOUGH_ANSWERS;
    if (options->fewest_answers > 0)
        return options->fewest_answers;
    return enough > AT_LEAST_ANSWERS ? enough : AT_LEAST_ANSWERS;
}

static sq_status check_answers(sq_checked *c, const sq_check_options *options)
{
    SQ_SCRATCH(memory);
    sq_relations relations;
    SQ_TRY(tell_columns(c, SQ_COLUMN_RUNNING_NUMBER, SQ_FOUND_RUNNING_NUMBER));
    SQ_TRY(tell_columns(c, SQ_COLUMN_TIME, SQ_FOUND_TIME));
    c->code_count = sq_find_codes(c->items, c->answers.columns, c->kinds, &c->scale, c->codes);
    SQ_TRY(sq_check_cells(c, options));
    SQ_TRY(tell_constant_items(c));
    SQ_TRY(sq_relate_items(&memory, &c->answers, c->kinds, &c->scale, &relations));
    SQ_TRY(tell_items_against(c, &relations));
    c->fewest_answers = enough_answers(options, relations.count);
    SQ_TRY(sq_check_rows(c, &relations));
    return has_numbers(c) ? SQ_OK : SQ_NO_DATA;
}

sq_status sq_check(const sq_table *answers, const sq_check_options *options,
                   sq_take_finding *report, void *context)
{
    sq_checked c = {.answers = *answers, .report = report, .context = context};
    SQ_SCRATCH(memory);
    if (options->minimum >= options->maximum) /* false where one is NaN */
        return SQ_OUT_OF_DOMAIN;
    if (answers->rows == 0 || answers->columns == 0)
        return SQ_NO_DATA;
    SQ_TAKE(c.items, &memory, answers->columns);
    SQ_TAKE(c.kinds, &memory, answers->columns);
    SQ_TRY(take_edges_off(&c));
    SQ_TRY(sq_count_answers(&memory, &c.answers, c.items));
    SQ_TRY(sq_column_kinds(&c.answers, c.items, c.kinds));
    SQ_TRY(take_scale(&c, options));
    return check_answers(&c, options);
}
