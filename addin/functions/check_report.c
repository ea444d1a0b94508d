/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_report.h"

#include "data_check.h"
#include "survey_arguments.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const finding_words[] = {
    [SQ_FOUND_TEXT] = N_("text where a number is expected"),
    [SQ_FOUND_ERROR_CELL] = N_("error cell"),
    [SQ_FOUND_OUT_OF_RANGE] = N_("answer out of range"),
    [SQ_FOUND_NOTHING_ANSWERED] = N_("nothing answered"),
    [SQ_FOUND_BLANK] = N_("missing answer"),
    [SQ_FOUND_CONSTANT_ITEM] = N_("the same answer from everybody"),
    [SQ_FOUND_AGAINST_OTHERS] = N_("runs against the other items"),
    [SQ_FOUND_STRAIGHT_LINED] = N_("the same answer to every item"),
    [SQ_FOUND_DUPLICATE_ROW] = N_("the same answers as another respondent")};

static const char *const advice_words[] = {
    [SQ_FOUND_TEXT] = N_("Retype it as a number, or code the wording; until then it counts as "
                         "missing."),
    [SQ_FOUND_ERROR_CELL] = N_("Mend the formula in the cell; until then it counts as missing."),
    [SQ_FOUND_OUT_OF_RANGE] =
        N_("Compare it with the questionnaire and correct it; it counts as it "
           "stands."),
    [SQ_FOUND_NOTHING_ANSWERED] = N_("Nothing to do: such respondents are left out."),
    [SQ_FOUND_BLANK] =
        N_("Nothing to do if it was not answered: it counts as missing, never as 0."),
    [SQ_FOUND_CONSTANT_ITEM] = N_("Leave the item out of reliability and factors: it tells nothing "
                                  "apart."),
    [SQ_FOUND_AGAINST_OTHERS] = N_("If it is worded the other way, turn it round with SQ.RECODE."),
    [SQ_FOUND_STRAIGHT_LINED] = N_("Look at the time taken; decide whether to keep the "
                                   "respondent."),
    [SQ_FOUND_DUPLICATE_ROW] = N_("Look whether it was entered twice; if so, delete one.")};

static const char *const check_header[] = {N_("Finding"),  N_("Item"),  N_("Where"),
                                           N_("How many"), N_("Value"), N_("What to do")};

typedef struct findings {
    sq_call *call;
    sq_finding *list;
    size_t count, room;
} findings;

static sq_status keep_finding(void *context, const sq_finding *finding)
{
    findings *found = context;
    if (found->count == found->room) {
        size_t room = found->room > 0 ? 2 * found->room : 64;
        sq_finding *list = call_memory(found->call, room, sizeof *list);
        if (!list)
            return SQ_NO_MEMORY;
        if (found->count > 0)
            memcpy(list, found->list, found->count * sizeof *list);
        found->list = list;
        found->room = room;
    }
    found->list[found->count++] = *finding;
    return SQ_OK;
}

/* Column 0 is A, 26 is AA. */
static void column_letters(size_t column, char letters[16])
{
    char turned[16];
    size_t length = 0;
    for (column++; column > 0 && length < sizeof turned; column = (column - 1) / 26)
        turned[length++] = (char)('A' + (column - 1) % 26);
    for (size_t i = 0; i < length; i++)
        letters[i] = turned[length - 1 - i];
    letters[length] = '\0';
}

/* The cell, the row or the column of a finding, as the sheet names it. */
static void cell_where(sq_call *call, size_t row, const sq_range *range, const sq_finding *finding)
{
    char letters[16] = "", text[96];
    size_t first = range->sheet_row + 1;
    if (finding->column != SQ_NOWHERE)
        column_letters(range->sheet_column + finding->column, letters);
    if (finding->row == SQ_NOWHERE)
        snprintf(text, sizeof text, "%s", letters);
    else if (finding->like != SQ_NOWHERE)
        snprintf(text, sizeof text, "%zu:%zu = %zu:%zu", first + finding->row, first + finding->row,
                 first + finding->like, first + finding->like);
    else if (finding->column == SQ_NOWHERE)
        snprintf(text, sizeof text, "%zu:%zu", first + finding->row, first + finding->row);
    else
        snprintf(text, sizeof text, "%s%zu", letters, first + finding->row);
    cell_text(call, row, 2, text);
}

static void cell_finding(sq_call *call, size_t row, const sq_range *range,
                         const sq_finding *finding)
{
    cell_word(call, row, 0, finding_words[finding->kind]);
    if (finding->column != SQ_NOWHERE)
        cell_item(call, row, 1, range, NULL, finding->column);
    cell_where(call, row, range, finding);
    cell_number(call, row, 3, (double)finding->count);
    if (!isnan(finding->value))
        cell_number(call, row, 4, finding->value);
    cell_word(call, row, 5, advice_words[finding->kind]);
}

sq_status check(sq_call *call)
{
    sq_range range;
    sq_check_options options = {0};
    findings found = {.call = call};
    sq_status status;
    SQ_TRY(call_range_with_reasons(call, "answers", &range));
    SQ_TRY(call_number(call, "minimum", NAN, &options.minimum));
    SQ_TRY(call_number(call, "maximum", NAN, &options.maximum));
    if (range.answers.columns > WIDE)
        return SQ_BAD_ARGUMENT;
    status = sq_check(&range.answers, &options, keep_finding, &found);
    if (status != SQ_OK && (status != SQ_NO_DATA || found.count == 0))
        return status;
    SQ_TRY(call_return_table(call, found.count > 0 ? 1 + found.count : 2, LENGTH(check_header)));
    cell_header(call, 0, check_header, LENGTH(check_header));
    for (size_t i = 0; i < found.count; i++)
        cell_finding(call, 1 + i, &range, &found.list[i]);
    if (found.count == 0) {
        cell_word(call, 1, 0, N_("nothing found"));
        cell_number(call, 1, 3, 0);
        cell_word(call, 1, 5, N_("The answers can be analysed."));
    }
    return SQ_OK;
}
