/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey_arguments.h"

#include "arguments.h"
#include "base/number_text.h"
#include "base/same_word.h"
#include "call_limits.h"
#include "gap_model/item_orders.h"
#include "result.h"
#include "workbook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const sq_parameter in_answers = {"answers", DATA,
                                 N_("Answers: one row per respondent, one column per item. A first "
                                    "row of texts names the items.")};

const sq_parameter in_scale_minimum = {"minimum", OPTION,
                                       N_("Lowest point of the scale: one number, or one per item. "
                                          "Indices need it; without it they are #N/A.")};

const sq_parameter in_scale_maximum = {"maximum", OPTION,
                                       N_("Highest point of the scale: one number, or one per "
                                          "item. Indices need it; without it they are #N/A.")};

const sq_parameter in_expectations = {
    "expectations", DATA,
    N_("What was expected: one row per respondent, one column per item. Blanks, texts and errors "
       "are missing answers; a first row of texts names the items.")};

const sq_parameter in_perceptions = {
    "perceptions", DATA,
    N_("What was perceived: the same respondents and items, in the same order.")};

const sq_parameter in_dimensions = {
    "dimensions", OPTION,
    N_("One label or number per item, in a row or a column; a blank leaves the item out. Or the "
       "published order of 22 items: \"SERVQUAL\" is Tangibles (1–4), Reliability (5–9), "
       "Responsiveness (10–13), Assurance (14–17), Empathy (18–22); \"MINSA\" is Reliability "
       "(1–5), Responsiveness (6–9), Assurance (10–13), Empathy (14–18), Tangibles (19–22). Left "
       "out: none."),
    .of_items = true};

const sq_parameter in_case_weights = {"case_weights", OPTION,
                                      N_("One weight per respondent, zero or more; only their "
                                         "proportions matter. A blank leaves the respondent out.")};

const sq_parameter in_groups = {
    "groups", DATA,
    N_("The group of each respondent: one column of labels or numbers; a blank leaves the "
       "respondent out.")};

const sq_parameter in_level = {
    "level", OPTION, N_("Confidence level of the intervals, between 0 and 1."), .left_out = "0.95"};

/* A published order of items, if the argument is the word of one. */
static sq_status read_item_order(sq_call *call, size_t items, const sq_item_order *order,
                                 item_dimensions *out)
{
    if (items != SQ_ORDER_ITEMS)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(out->names, &call->memory, SQ_ORDER_DIMENSIONS);
    for (size_t d = 0; d < SQ_ORDER_DIMENSIONS; d++)
        out->names[d] = call_translate(call, order->dimension[d]);
    out->model = (sq_dimensions){SQ_ORDER_DIMENSIONS, order->of_item};
    return SQ_OK;
}

/* The dimension of that name, a new one if need be. */
static size_t dimension_named(item_dimensions *dimensions, const char *name)
{
    for (size_t d = 0; d < dimensions->model.count; d++)
        if (sq_compare_words(dimensions->names[d], name) == 0)
            return d;
    dimensions->names[dimensions->model.count] = name;
    return dimensions->model.count++;
}

sq_status read_item_labels(sq_call *call, const sq_parameter *parameter, size_t items,
                           const char ***labels)
{
    sq_values values;
    if (items > WIDE)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(call_values(call, parameter, &values));
    *labels = values.texts;
    return values.cells < items || values.count > items ? SQ_BAD_ARGUMENT : SQ_OK;
}

sq_status read_dimensions(sq_call *call, size_t items, item_dimensions *out)
{
    const sq_item_order *order;
    const char **labels;
    sq_values given;
    size_t *of_item;
    memset(out, 0, sizeof *out);
    if (!call_given(call, &in_dimensions))
        return SQ_OK;
    SQ_TRY(call_values(call, &in_dimensions, &given));
    order = given.cells == 1 && given.texts[0] ? sq_find_item_order(given.texts[0]) : NULL;
    if (order && items != 1)
        return read_item_order(call, items, order, out);
    SQ_TRY(read_item_labels(call, &in_dimensions, items, &labels));
    SQ_TAKE(of_item, &call->memory, items);
    SQ_TAKE(out->names, &call->memory, items);
    for (size_t i = 0; i < items; i++)
        of_item[i] = labels[i] ? dimension_named(out, labels[i]) : SQ_LEFT_OUT;
    out->model.of_item = of_item;
    return out->model.count > 0 ? SQ_OK : SQ_NO_DATA;
}

sq_status read_end(sq_call *call, const sq_parameter *parameter, size_t items, const double **out)
{
    sq_values given;
    double *ends;
    *out = NULL;
    SQ_TRY(call_values(call, parameter, &given));
    if (given.count == 0)
        return SQ_OK;
    if (given.cells != 1 && (given.cells < items || given.count > items))
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(ends, &call->memory, items);
    for (size_t i = 0; i < items; i++) {
        size_t cell = given.cells == 1 ? 0 : i;
        if (given.texts[cell] && isnan(given.numbers[cell]))
            return SQ_BAD_ARGUMENT;
        ends[i] = given.numbers[cell];
    }
    *out = ends;
    return SQ_OK;
}

sq_status read_ends(sq_call *call, size_t items, item_ends *out)
{
    item_ends ends;
    *out = (item_ends){NULL, NULL};
    SQ_TRY(read_end(call, &in_scale_minimum, items, &ends.minimum));
    SQ_TRY(read_end(call, &in_scale_maximum, items, &ends.maximum));
    if (!ends.minimum || !ends.maximum)
        return SQ_OK;
    for (size_t i = 0; i < items; i++)
        if (ends.minimum[i] >= ends.maximum[i] || isinf(ends.maximum[i] - ends.minimum[i]))
            return SQ_OUT_OF_DOMAIN;
    *out = ends;
    return SQ_OK;
}

/* Missing answers at the end, up to that many respondents. */
static sq_status lengthen(sq_call *call, sq_range *range, size_t rows)
{
    sq_table *answers = &range->answers;
    size_t had = answers->rows * answers->columns, cells = rows * answers->columns;
    double *values;
    if (rows <= answers->rows)
        return SQ_OK;
    if (rows <= range->room) { /* they are there already */
        answers->rows = rows;
        return SQ_OK;
    }
    SQ_TRY(within((double)rows * (double)answers->columns, ANSWERS_MAX));
    SQ_TAKE(values, &call->memory, cells);
    for (size_t i = 0; i < cells; i++)
        values[i] = i < had ? answers->values[i] : sq_missing(SQ_BLANK);
    *answers = (sq_table){values, rows, answers->columns};
    range->room = rows;
    return SQ_OK;
}

sq_status join_respondents(sq_call *call, sq_range *first, sq_range *second)
{
    if (first->reference_rows != second->reference_rows)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(lengthen(call, first, second->answers.rows));
    return lengthen(call, second, first->answers.rows);
}

/* An empty range has no header to see, but its first row stands beside the other's. */
static void skip_header_of_nothing(sq_range *empty, const sq_range *other)
{
    if (empty->answers.rows == 0 && !empty->has_header && other->has_header &&
        empty->reference_rows == other->reference_rows + 1)
        empty->reference_rows--;
}

sq_status fit_ranges(sq_call *call, sq_range *first, sq_range *second)
{
    skip_header_of_nothing(first, second);
    skip_header_of_nothing(second, first);
    if (first->reference_rows != second->reference_rows ||
        first->answers.columns != second->answers.columns)
        return SQ_BAD_ARGUMENT;
    first->has_header = second->has_header = first->has_header || second->has_header;
    return join_respondents(call, first, second);
}

void put_item(sq_call *call, const sq_range *first, const sq_range *second, size_t item)
{
    if (first->names)
        put_text(call, first->names[item]);
    else if (second && second->names)
        put_text(call, second->names[item]);
    else
        put_number(call, (double)item + 1);
}

/* ---- Groups: respondents sorted by label. */

/* Numbers by size before texts by code point, then rows; so the order of respondents is no matter.
 */
static int compare_members(const void *a, const void *b)
{
    const group_member *first = a, *second = b;
    int order = isnan(first->number) - isnan(second->number);
    if (order == 0 && !isnan(first->number))
        order = (first->number > second->number) - (first->number < second->number);
    if (order == 0)
        order = sq_compare_words(first->label, second->label);
    return order ? order : (first->row > second->row) - (first->row < second->row);
}

sq_status read_groups(sq_call *call, const sq_parameter *parameter, const sq_range *answers,
                      group_list *out)
{
    const char **labels;
    size_t rows = answers->answers.rows;
    memset(out, 0, sizeof *out);
    SQ_TRY(call_row_labels(call, parameter, answers, &labels));
    SQ_TAKE(out->members, &call->memory, rows);
    SQ_TAKE(out->rows, &call->memory, rows);
    SQ_TAKE(out->first, &call->memory, rows + 1);
    for (size_t row = 0; row < rows; row++) {
        group_member *member = &out->members[out->count];
        if (!labels[row])
            continue;
        *member = (group_member){labels[row], sq_number_of_text(labels[row]), row};
        out->count++;
    }
    if (out->count == 0)
        return SQ_NO_DATA;
    qsort(out->members, out->count, sizeof *out->members, compare_members);
    for (size_t i = 0; i < out->count; i++) {
        out->rows[i] = out->members[i].row;
        if (i == 0 || sq_compare_words(out->members[i].label, out->members[i - 1].label) != 0)
            out->first[out->groups++] = i;
    }
    out->first[out->groups] = out->count;
    return SQ_OK;
}
