/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/check_report.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "result.h"
#include "survey/data_check.h"
#include "text.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_minimum = {"minimum", OPTION,
                                        N_("The lowest point of the scale. Both ends left out: the "
                                           "scale that the answers show, which the table names.")};

static const sq_parameter in_maximum = {"maximum", OPTION, N_("The highest point of the scale.")};

/* What is found, and what to do; {1} and {2} are filled in. */
typedef struct finding_text {
    const char *finding, *advice;
} finding_text;

/* clang-format off */
static const finding_text texts[] = {
    [SQ_FOUND_HEADER_ROWS] = {
        N_("rows of texts above the answers"),
        N_("Begin the range at row {1}, the first with answers.")},
    [SQ_FOUND_SUMMARY_ROWS] = {
        N_("totals or means below the answers"),
        N_("End the range at row {1}: what follows would count as respondents.")},
    [SQ_FOUND_SCALE] = {
        N_("scale taken to be {1} to {2}"),
        N_("If it is another one, give minimum and maximum.")},
    [SQ_FOUND_NO_SCALE] = {
        N_("no scale to be seen"),
        N_("Give minimum and maximum: without them no answer can be out of range.")},
    [SQ_FOUND_RUNNING_NUMBER] = {
        N_("running number or ID"),
        N_("Leave the column out of the range: its numbers are no answers.")},
    [SQ_FOUND_TIME] = {
        N_("dates or times"),
        N_("Leave the column out of the range: its numbers are no answers.")},
    [SQ_FOUND_TEXT_WITH_NUMBER] = {
        N_("text that is or carries a number"),
        N_("Make numbers of such cells with SQ.CODE; as they stand they are no answers.")},
    [SQ_FOUND_TEXT] = {
        N_("text where a number is expected"),
        N_("Retype it as a number, or code the wording; until then it counts as missing.")},
    [SQ_FOUND_ERROR_CELL] = {
        N_("error cell"),
        N_("Mend the formula in the cell; until then it counts as missing.")},
    [SQ_FOUND_CODE] = {
        N_("looks like a code for no answer"),
        N_("If {1} stands for no answer, set the property SQ.Missing of the workbook to \"{2}\"; "
           "until then it counts as an answer.")},
    [SQ_FOUND_OUT_OF_RANGE] = {
        N_("answer out of range"),
        N_("Compare it with the questionnaire and correct it; it counts as it stands.")},
    [SQ_FOUND_OTHER_SCALE] = {
        N_("answers on another scale"),
        N_("They go from {1} to {2}: analyse the item apart, or bring it to the scale of the "
           "others with SQ.RESCALE.")},
    [SQ_FOUND_NOT_WHOLE] = {
        N_("answer with decimals"),
        N_("Most items have whole numbers alone: correct it, or leave the column out if it holds "
           "means.")},
    [SQ_FOUND_NOT_NPS] = {
        N_("no answer above {1} on a scale of 0 to 10"),
        N_("This looks like a scale of 1 to 5, on which SQ.NPS says nothing: ask from 0 to 10, or "
           "use SQ.TOPBOX.")},
    [SQ_FOUND_NOTHING_ANSWERED] = {
        N_("nothing answered"),
        N_("Nothing to do: such respondents are left out.")},
    [SQ_FOUND_CODED] = {
        N_("code for no answer"),
        N_("Nothing to do: the property SQ.Missing of the workbook ({1}) makes it a missing answer.")},
    [SQ_FOUND_BLANK] = {
        N_("missing answer"),
        N_("Nothing to do if it was not answered: it counts as missing, never as 0.")},
    [SQ_FOUND_CONSTANT_ITEM] = {
        N_("the same answer from everybody"),
        N_("Leave the item out of reliability and factors: it tells nothing apart.")},
    [SQ_FOUND_AGAINST_OTHERS] = {
        N_("runs against the other items"),
        N_("It falls where the sum of the others rises (Value: the correlation), most of all "
           "against {1}. If it is worded the other way, turn it round with SQ.RECODE.")},
    [SQ_FOUND_STRAIGHT_LINED] = {
        N_("the same answer to every item"),
        N_("Chance gives {1} such respondents. Look at the time taken; decide whether to keep "
           "them.")},
    [SQ_FOUND_TWINS] = {
        N_("the same answers as another respondent"),
        N_("Chance gives {1} such respondents. Look whether they were entered twice; if so, "
           "delete them.")}};
/* clang-format on */

static const char two_items_advice[] =
    N_("It and {1} go against each other (Value: the correlation); two items do not tell which of "
       "them is worded the other way. Read them, then turn that one round with SQ.RECODE.");
static const char nps_advice[] =
    N_("If it is another one, give minimum and maximum. SQ.NPS wants answers from 0 to 10.");

static const sq_column check_columns[] = {
    {N_("Finding"), FIGURE_LABEL, N_("what was found")},
    {N_("Item"), FIGURE_WORD, N_("the item, if it is one")},
    {N_("Where"), FIGURE_WORD, N_("cells, rows or columns of the sheet")},
    {N_("How many"), FIGURE_COUNT, N_("cells or respondents")},
    {N_("Value"), FIGURE_NUMBER, N_("the number that stands there")},
    {N_("What to do"), FIGURE_WORD, N_("advice")},
    {NULL}};

typedef struct findings {
    sq_call *call;
    const sq_range *range;
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

/* ---- Where. */

/* Column 0 is A, 26 is AA. */
static void column_letters(size_t column, char letters[16])
{
    char turned[16];
    size_t length = 0;
    for (column++; column > 0 && length < sizeof turned - 1; column = (column - 1) / 26)
        turned[length++] = (char)('A' + (column - 1) % 26);
    for (size_t i = 0; i < length; i++)
        letters[i] = turned[length - 1 - i];
    letters[length] = '\0';
}

/* The first cells, rows or pairs of alike rows, as the sheet names them. */
static void list_places(const findings *found, const sq_finding *finding, const char *letters,
                        char *text, size_t room)
{
    size_t first = found->range->sheet_row + 1, length = 0;
    for (size_t i = 0; i < SQ_FIRST_ROWS && finding->rows[i] != SQ_NOWHERE; i++) {
        size_t row = first + finding->rows[i], like = first + finding->like[i];
        const char *comma = i > 0 ? ", " : "";
        int written;
        if (*letters)
            written = snprintf(text + length, room - length, "%s%s%zu", comma, letters, row);
        else if (finding->like[i] != SQ_NOWHERE)
            written = snprintf(text + length, room - length, "%s%zu:%zu = %zu:%zu", comma, row, row,
                               like, like);
        else
            written = snprintf(text + length, room - length, "%s%zu:%zu", comma, row, row);
        length += written > 0 ? (size_t)written : 0;
        if (length >= room)
            return;
    }
    if (finding->count > SQ_FIRST_ROWS)
        snprintf(text + length, room - length, " …");
}

static void put_where(const findings *found, const sq_finding *finding)
{
    char letters[16] = "", text[256] = "";
    size_t first = found->range->sheet_row + 1 + finding->rows[0];
    if (finding->column != SQ_NOWHERE)
        column_letters(found->range->sheet_column + finding->column, letters);
    if (finding->rows[0] == SQ_NOWHERE)
        snprintf(text, sizeof text, "%s", letters);
    else if (finding->kind == SQ_FOUND_HEADER_ROWS || finding->kind == SQ_FOUND_SUMMARY_ROWS)
        snprintf(text, sizeof text, "%zu:%zu", first, first + finding->count - 1);
    else
        list_places(found, finding, letters, text, sizeof text);
    put_text(found->call, text);
}

/* ---- Sentences. */

/* The word in the workbook's language, {1} and {2} filled in. */
static void put_filled(sq_call *call, const char *word, const char *first, const char *second)
{
    const char *pattern = call_translate(call, word);
    size_t length = strlen(pattern) + strlen(first) + strlen(second) + 1;
    char *text = call_memory(call, length, 1), *end = text;
    if (!text) {
        put_blank(call);
        return;
    }
    while (*pattern) {
        const char *part = strncmp(pattern, "{1}", 3) == 0   ? first
                           : strncmp(pattern, "{2}", 3) == 0 ? second
                                                             : NULL;
        if (!part) {
            *end++ = *pattern++;
            continue;
        }
        while (*part)
            *end++ = *part++;
        pattern += 3;
    }
    put_text(call, text);
}

static const char *number(sq_call *call, double value)
{
    const char *text = isnan(value) ? "" : call_number_text(call, value);
    return text ? text : "";
}

/* As many as a reader wants to know: one decimal. */
static const char *expected(sq_call *call, double value)
{
    return value < 0.05 ? "< 0.1" : number(call, round(value * 10) / 10);
}

enum { LONGEST_CODE = 32 };

static void add_code(sq_call *call, char *list, double code)
{
    size_t length = strlen(list);
    snprintf(list + length, LONGEST_CODE, "%s%s", length > 0 ? ";" : "", number(call, code));
}

/* The codes that the workbook names in SQ.Missing and, with found ones, those as well. */
static const char *list_codes(const findings *found, bool found_ones)
{
    sq_call *call = found->call;
    const missing_codes *known = call_missing_codes(call);
    char *list = call_memory(call, (known->count + found->count) * LONGEST_CODE + 1, 1);
    if (!list)
        return "";
    for (size_t i = 0; i < known->count; i++)
        add_code(call, list, known->numbers[i]);
    for (size_t i = 0; found_ones && i < found->count; i++)
        if (found->list[i].kind == SQ_FOUND_CODE)
            add_code(call, list, found->list[i].value);
    return list;
}

static const char *item_name(const findings *found, size_t item)
{
    char *letters;
    if (found->range->names)
        return found->range->names[item];
    letters = call_memory(found->call, 16, 1);
    if (letters)
        column_letters(found->range->sheet_column + item, letters);
    return letters ? letters : "";
}

static void put_advice(const findings *found, const sq_finding *finding)
{
    sq_call *call = found->call;
    const char *advice = texts[finding->kind].advice, *first = "", *second = "";
    size_t top = found->range->sheet_row + 1;
    switch (finding->kind) {
    case SQ_FOUND_HEADER_ROWS:
        first = number(call, (double)(top + finding->count));
        break;
    case SQ_FOUND_SUMMARY_ROWS:
        first = number(call, (double)(top + finding->rows[0] - 1));
        break;
    case SQ_FOUND_SCALE:
        if (found->range->answers.columns == 1 && finding->other < 10)
            advice = nps_advice;
        break;
    case SQ_FOUND_CODE:
        first = number(call, finding->value);
        second = list_codes(found, true);
        break;
    case SQ_FOUND_CODED:
        first = list_codes(found, false);
        break;
    case SQ_FOUND_OTHER_SCALE:
        first = number(call, finding->value);
        second = number(call, finding->other);
        break;
    case SQ_FOUND_AGAINST_OTHERS:
        first = item_name(found, finding->opposed);
        if (finding->count == 1)
            advice = two_items_advice;
        break;
    case SQ_FOUND_STRAIGHT_LINED:
    case SQ_FOUND_TWINS:
        first = expected(call, finding->value);
        break;
    default:
        break;
    }
    put_filled(call, advice, first, second);
}

static void put_finding(const findings *found, const sq_finding *finding)
{
    sq_call *call = found->call;
    bool of_scale = finding->kind == SQ_FOUND_SCALE || finding->kind == SQ_FOUND_NO_SCALE;
    next_row(call);
    put_filled(call, texts[finding->kind].finding, number(call, finding->value),
               number(call, finding->other));
    if (finding->column != SQ_NOWHERE)
        put_item(call, found->range, NULL, finding->column);
    else
        put_blank(call);
    put_where(found, finding);
    if (of_scale)
        put_blank(call);
    else
        put_number(call, (double)finding->count);
    if (!of_scale && !isnan(finding->value) && isnan(finding->other))
        put_number(call, finding->value);
    else
        put_blank(call);
    put_advice(found, finding);
}

/* Whether nothing is wrong: a scale that was recognised is no fault. */
static bool is_clean(const findings *found)
{
    return found->count == 0 || (found->count == 1 && found->list[0].kind == SQ_FOUND_SCALE);
}

static sq_status check(sq_call *call)
{
    sq_range range;
    sq_check_options options = {0};
    findings found = {.call = call, .range = &range};
    sq_status status;
    SQ_TRY(call_range_with_reasons(call, &in_answers, &range));
    SQ_TRY(call_number(call, &in_minimum, &options.minimum));
    SQ_TRY(call_number(call, &in_maximum, &options.maximum));
    SQ_TRY(within_covariances(range.answers.rows, range.answers.columns));
    status = sq_check(&range.answers, &options, keep_finding, &found);
    if (status != SQ_OK && (status != SQ_NO_DATA || found.count == 0))
        return status;
    SQ_TRY(begin_table(call, check_columns, 0, found.count + is_clean(&found)));
    for (size_t i = 0; i < found.count; i++)
        put_finding(&found, &found.list[i]);
    if (is_clean(&found)) {
        next_row(call);
        put_word(call, N_("nothing found"));
        put_blank(call);
        put_blank(call);
        put_number(call, 0);
        put_blank(call);
        put_word(call, N_("The answers can be analysed."));
    }
    return SQ_OK;
}

const sq_function check_function = {
    .name = "SQ.CHECK",
    .call = check,
    .summary = N_("Table of what is wrong with the answers, where, and what to do: header rows and "
                  "totals in the range, IDs and times, texts, errors, blanks, codes for no answer, "
                  "answers out of range, mixed scales, constant items, items that run against the "
                  "others, straight lines and twins beyond chance. Enter as an array."),
    .parameters = {&in_answers, &in_minimum, &in_maximum},
    .example = {"Q1|Q2|Q3\n5|4|9\n3|n/a|4\n4|5|3", "INDEX(SQ.CHECK(A1:C4;1;7);2;3)", "B3"},
    .reports = {{check_columns}},
};
