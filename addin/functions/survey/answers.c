/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/answers.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "result.h"
#include "survey/levels.h"
#include "survey/shares.h"

#include <math.h>

/* ---- Arguments. */

static const sq_parameter in_score = {"score", VALUE,
                                      N_("A score on the scale from minimum to maximum.")};

static const sq_parameter in_levels = {
    "levels", OPTION,
    N_("5 (if left out) or 7, or your own wordings from the lowest up; with their scores in a "
       "second column the nearest is taken, also from below: for \"from … on\" use SQ.GRADE.")};

static const sq_parameter in_level_minimum = {
    "minimum", OPTION, N_("The lowest point of the scale."), .left_out = "1"};

static const sq_parameter in_level_maximum = {
    "maximum", OPTION,
    N_("The highest point of the scale. Left out: as many as there are levels.")};

static const sq_parameter in_grade_score = {"score", VALUE, N_("A number.")};

static const sq_parameter in_table = {
    "table", VALUE, N_("Labels and their thresholds in two columns, rows in any order.")};

static const sq_parameter in_value = {"value", VALUE,
                                      N_("A number, or a range of numbers; blanks stay blank.")};

static const sq_parameter in_from_min = {"from_min", VALUE,
                                         N_("The lowest point of the scale it is on.")};

static const sq_parameter in_from_max = {"from_max", VALUE,
                                         N_("The highest point of the scale it is on.")};

static const sq_parameter in_to_min = {"to_min", VALUE, N_("What the lowest point becomes.")};

static const sq_parameter in_to_max = {"to_max", VALUE, N_("What the highest point becomes.")};

static const sq_parameter in_top_box_answers = {
    "answers", DATA,
    N_("Answers on one scale: one row per respondent; every answered cell counts.")};

static const sq_parameter in_boxes = {"boxes", OPTION, N_("How many points from the end count."),
                                      .left_out = "1"};

static const sq_parameter in_top_box_maximum = {
    "maximum", OPTION,
    N_("The highest point of the scale: one number, or one per item. Left out: #N/A, for who "
       "happened to answer does not say it.")};

static const sq_parameter in_bottom_box_minimum = {
    "minimum", OPTION,
    N_("The lowest point of the scale: one number, or one per item. Left out: #N/A, for who "
       "happened to answer does not say it.")};

static const sq_parameter in_distribution_minimum = {
    "minimum", OPTION, N_("The lowest point of the scale. Left out: the smallest answer.")};

static const sq_parameter in_distribution_maximum = {
    "maximum", OPTION, N_("The highest point of the scale. Left out: the largest answer.")};

static const sq_parameter in_text = {
    "text", DATA,
    N_("One cell, or a range of answers that belong together; a first row that names the items "
       "stays. At most 262,144 different texts.")};

static const sq_parameter in_code_levels = {
    "levels", OPTION,
    N_("How many levels the scale has: 4 to 7, or 10 (1 to 10) and 11 (0 to 10) with worded ends. "
       "Or your own wordings from the lowest up; in two columns with their numbers, a blank for no "
       "answer.")};

/* ---- Levels. */

/* The wordings of five and seven levels, from the lowest up. */
static const char *const five_levels[] = {N_("very dissatisfied"), N_("dissatisfied"),
                                          N_("neutral"), N_("satisfied"), N_("very satisfied")};
static const char *const seven_levels[] = {
    N_("very dissatisfied"),  N_("dissatisfied"), N_("somewhat dissatisfied"), N_("neutral"),
    N_("somewhat satisfied"), N_("satisfied"),    N_("very satisfied")};

/* Levels by their own wordings: as many as there are, with scores where there is a second column.
 */
typedef struct own_levels {
    const char **words;
    double *scores; /* NULL without a second column */
    size_t count;
} own_levels;

/* blanks: a wording may stand without a score, which is then NaN. */
static sq_status read_own_levels(sq_call *call, const sq_values *given, bool blanks,
                                 own_levels *out)
{
    bool scored = given->columns == 2 && (given->rows >= 2 || !isnan(given->numbers[1]));
    size_t count = scored ? given->rows : given->cells;
    if (!scored && given->rows != 1 && given->columns != 1)
        return SQ_BAD_ARGUMENT;
    out->words = call_memory(call, count, sizeof *out->words);
    out->scores = scored ? call_memory(call, count, sizeof *out->scores) : NULL;
    out->count = 0;
    if (!out->words || (scored && !out->scores))
        return SQ_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const char *word = given->texts[scored ? 2 * i : i];
        if (!word)
            continue;
        if (scored && isnan(given->numbers[2 * i + 1]) && (!blanks || given->texts[2 * i + 1]))
            return SQ_BAD_ARGUMENT;
        if (scored)
            out->scores[out->count] = given->numbers[2 * i + 1];
        out->words[out->count++] = word;
    }
    return out->count > 0 ? SQ_OK : SQ_NO_DATA;
}

static sq_status own_level(sq_call *call, const sq_values *given, double score)
{
    own_levels own;
    size_t which;
    double minimum, maximum;
    SQ_TRY(read_own_levels(call, given, false, &own));
    SQ_TRY(call_number(call, &in_level_minimum, &minimum));
    SQ_TRY(call_number(call, &in_level_maximum, &maximum));
    if (isnan(maximum))
        maximum = (double)own.count;
    SQ_TRY(own.scores ? sq_level_by_score(score, own.scores, own.count, &which)
                      : sq_level(score, minimum, maximum, own.count, &which));
    return call_return_text(call, own.words[which]);
}

static sq_status level(sq_call *call)
{
    sq_values given;
    double score, minimum, maximum;
    size_t which, count = LENGTH(five_levels);
    const char *const *words = five_levels;
    SQ_TRY(call_number(call, &in_score, &score));
    SQ_TRY(call_matrix(call, &in_levels, &given));
    if (given.cells > 1 || (given.cells == 1 && given.texts[0] && isnan(given.numbers[0])))
        return own_level(call, &given, score);
    if (given.cells == 1 && given.numbers[0] != 5) {
        if (given.numbers[0] != 7)
            return SQ_BAD_ARGUMENT;
        words = seven_levels;
        count = LENGTH(seven_levels);
    }
    SQ_TRY(call_number(call, &in_level_minimum, &minimum));
    SQ_TRY(call_number(call, &in_level_maximum, &maximum));
    if (isnan(maximum))
        maximum = (double)count;
    SQ_TRY(sq_level(score, minimum, maximum, count, &which));
    return call_return_word(call, words[which]);
}

const sq_function level_function = {
    .name = "SQ.LEVEL",
    .call = level,
    .summary = N_("The wording of the level that a score belongs to, of five or seven levels from "
                  "very dissatisfied to very satisfied, or of your own."),
    .parameters = {&in_score, &in_levels, &in_level_minimum, &in_level_maximum},
    .example = {"", "SQ.LEVEL(4)", "satisfied"},
};

static sq_status grade(sq_call *call)
{
    sq_values given;
    own_levels grades;
    double score;
    size_t reached;
    SQ_TRY(call_number(call, &in_grade_score, &score));
    SQ_TRY(call_matrix(call, &in_table, &given));
    SQ_TRY(read_own_levels(call, &given, false, &grades));
    if (!grades.scores)
        return SQ_BAD_ARGUMENT; /* words without thresholds */
    SQ_TRY(sq_grade(score, grades.scores, grades.count, &reached));
    return call_return_text(call, grades.words[reached]);
}

const sq_function grade_function = {
    .name = "SQ.GRADE",
    .call = grade,
    .summary = N_("The label of the highest threshold that a score reaches. Below the lowest "
                  "threshold: #N/A."),
    .parameters = {&in_grade_score, &in_table},
    .example = {"D|25\nC|65\nB|76.61\nA|88.31", "SQ.GRADE(85;A1:B4)", "B"},
};

/* ---- From one scale to another; a range gives a range. */

static sq_status rescale(sq_call *call)
{
    sq_values values;
    double from_min, from_max, to_min, to_max, result;
    SQ_TRY(call_matrix(call, &in_value, &values));
    SQ_TRY(call_number(call, &in_from_min, &from_min));
    SQ_TRY(call_number(call, &in_from_max, &from_max));
    SQ_TRY(call_number(call, &in_to_min, &to_min));
    SQ_TRY(call_number(call, &in_to_max, &to_max));
    if (values.cells == 0)
        return SQ_BAD_ARGUMENT;
    if (values.cells == 1) {
        if (isnan(values.numbers[0]))
            return values.texts[0] ? SQ_BAD_ARGUMENT : SQ_NO_DATA;
        SQ_TRY(sq_rescale(values.numbers[0], from_min, from_max, to_min, to_max, &result));
        return call_return_number(call, result);
    }
    SQ_TRY(call_return_table(call, values.rows, values.columns));
    for (size_t i = 0; i < values.cells; i++) {
        if (i > 0 && i % values.columns == 0)
            next_row(call);
        if (!isnan(values.numbers[i])) {
            sq_status status =
                sq_rescale(values.numbers[i], from_min, from_max, to_min, to_max, &result);
            put_number(call, status == SQ_OK ? result : sq_error(status));
        } else if (values.texts[i]) {
            put_text(call, values.texts[i]); /* a header, or what it says */
        } else {
            put_blank(call);
        }
    }
    return SQ_OK;
}

const sq_function rescale_function = {
    .name = "SQ.RESCALE",
    .call = rescale,
    .summary = N_("A value, or a range of them, from one scale to another, linear: the ends go to "
                  "the ends. A value outside the first scale is #NUM!."),
    .parameters = {&in_value, &in_from_min, &in_from_max, &in_to_min, &in_to_max},
    .example = {"", "SQ.RESCALE(4;1;5;0;100)", "75"},
};

/* ---- Boxes. */

typedef sq_status (*box_share)(const sq_table *answers, const double *case_weights, double boxes,
                               const double *ends, size_t count, double *share);

static sq_status box(sq_call *call, const sq_parameter *end_name, box_share share_of)
{
    sq_range answers;
    const double *case_weights;
    const double *ends;
    double boxes, share;
    SQ_TRY(call_range(call, &in_answers, &answers));
    SQ_TRY(call_number(call, &in_boxes, &boxes));
    SQ_TRY(read_end(call, end_name, answers.answers.columns, &ends));
    SQ_TRY(call_case_weights(call, &in_case_weights, &answers, &case_weights));
    if (!ends)
        return SQ_UNDEFINED;
    SQ_TRY(share_of(&answers.answers, case_weights, boxes, ends, answers.answers.columns, &share));
    return call_return_number(call, share);
}

static sq_status top_box(sq_call *call)
{
    return box(call, &in_top_box_maximum, sq_top_box);
}

const sq_function top_box_function = {
    .name = "SQ.TOPBOX",
    .call = top_box,
    .summary = N_("Share of answers in the top boxes, the highest points of the scale."),
    .parameters = {&in_top_box_answers, &in_boxes, &in_top_box_maximum, &in_case_weights},
    .example = {"5\n4\n5\n2", "SQ.TOPBOX(A1:A4;2;5)", "0.75"},
};

static sq_status bottom_box(sq_call *call)
{
    return box(call, &in_bottom_box_minimum, sq_bottom_box);
}

const sq_function bottom_box_function = {
    .name = "SQ.BOTTOMBOX",
    .call = bottom_box,
    .summary = N_("Share of answers in the bottom boxes, the lowest points of the scale."),
    .parameters = {&in_top_box_answers, &in_boxes, &in_bottom_box_minimum, &in_case_weights},
    .example = {"5\n4\n5\n2", "SQ.BOTTOMBOX(A1:A4;2;1)", "0.25"},
};

/* ---- Distributions. */

static const sq_column distribution_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item; the last row is all items together")},
    {N_("n"), FIGURE_COUNT, N_("answers")},
    {N_("Missing"), FIGURE_COUNT, N_("missing answers")},
    {N_("Mean"), FIGURE_NUMBER, N_("mean answer, in points")},
    {N_("SD"), FIGURE_NUMBER, N_("standard deviation of the answers")},
    {N_("each point"), FIGURE_SHARE, N_("share of the answers at that point of the scale"), true},
    {N_("Other"), FIGURE_SHARE, N_("share of answers that are none of these")},
    {NULL}};
enum { MOST_LEVELS = 101 };

typedef struct level_scale {
    double minimum;
    size_t levels;
} level_scale;

/* Whole numbers from the smallest to the largest answer, or the ends given. */
static sq_status read_level_scale(sq_call *call, const sq_range *answers,
                                  const double *case_weights, level_scale *out)
{
    double smallest, largest, minimum, maximum;
    SQ_TRY(sq_answer_limits(&answers->answers, case_weights, &smallest, &largest));
    SQ_TRY(call_number(call, &in_distribution_minimum, &minimum));
    SQ_TRY(call_number(call, &in_distribution_maximum, &maximum));
    if (isnan(minimum))
        minimum = floor(smallest);
    if (isnan(maximum))
        maximum = ceil(largest);
    if (!(minimum <= maximum && maximum - minimum < MOST_LEVELS) || minimum != floor(minimum))
        return SQ_OUT_OF_DOMAIN;
    *out = (level_scale){minimum, (size_t)(maximum - minimum) + 1};
    return SQ_OK;
}

static sq_status put_distribution(sq_call *call, const sq_range *answers,
                                  const double *case_weights, size_t from, size_t to,
                                  const level_scale *scale)
{
    sq_distribution d;
    double shares[MOST_LEVELS];
    SQ_TRY(sq_distribution_of(&answers->answers, case_weights, from, to, scale->minimum,
                              scale->levels, shares, &d));
    put_number(call, d.answered);
    put_number(call, d.missing);
    put_number(call, d.mean);
    put_number(call, d.sd);
    put_numbers(call, shares, scale->levels);
    put_number(call, d.other);
    return SQ_OK;
}

static sq_status distribution(sq_call *call)
{
    sq_range answers;
    const double *case_weights;
    level_scale scale;
    size_t items;
    SQ_TRY(call_range(call, &in_answers, &answers));
    SQ_TRY(call_case_weights(call, &in_case_weights, &answers, &case_weights));
    SQ_TRY(read_level_scale(call, &answers, case_weights, &scale));
    items = answers.answers.columns;
    if (items > WIDE)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(begin_table(call, distribution_columns, scale.levels + 1, items + 1));
    for (size_t l = 0; l < scale.levels; l++)
        put_number(call, scale.minimum + (double)l);
    put_word(call, N_("Other"));
    for (size_t item = 0; item < items; item++) {
        next_row(call);
        put_item(call, &answers, NULL, item);
        SQ_TRY(put_distribution(call, &answers, case_weights, item, item + 1, &scale));
    }
    next_row(call);
    put_word(call, N_("All items"));
    return put_distribution(call, &answers, case_weights, 0, items, &scale);
}

const sq_function distribution_function = {
    .name = "SQ.DISTRIBUTION",
    .call = distribution,
    .summary = N_("Table with a row per item and all items together: n, missing answers, mean, "
                  "standard deviation, and the share of each point of the scale. Enter as an "
                  "array."),
    .parameters = {&in_answers, &in_distribution_minimum, &in_distribution_maximum,
                   &in_case_weights},
    .example = {"1|2\n2|2\n|1\n2|2", "INDEX(SQ.DISTRIBUTION(A1:B4);3;7)", "0.75"},
    .reports = {{distribution_columns}},
};

/* ---- Wordings to numbers. */

sq_status return_codes(sq_call *call, const sq_answer_block *block,
                       const sq_answer_options *options)
{
    size_t cells = block->rows * block->columns;
    double *codes;
    bool header;
    SQ_TAKE(codes, &call->memory, cells);
    SQ_TRY(sq_answer_codes(block, options, codes, &header));
    if (cells == 1 && sq_error_reason(codes[0]) == SQ_NO_DATA)
        return block->texts[0] ? call_return_text(call, "") : SQ_NO_DATA;
    if (cells == 1)
        return call_return_number(call, codes[0]);
    SQ_TRY(call_return_table(call, block->rows, block->columns));
    for (size_t row = 0; row < block->rows; row++) {
        if (row > 0)
            next_row(call);
        for (size_t i = row * block->columns; i < (row + 1) * block->columns; i++) {
            if (row == 0 && header)
                put_text(call, block->texts[i]);
            else if (!isnan(codes[i]) || sq_error_reason(codes[i]) != SQ_NO_DATA)
                put_number(call, codes[i]);
            else
                put_blank(call); /* no answer stays an empty text */
        }
    }
    return SQ_OK;
}

/* A number of levels, or a list of one's own: a blank beside a wording says that it is no answer.
 */
static sq_status read_code_options(sq_call *call, sq_answer_list *list, sq_answer_options *out)
{
    sq_values given;
    own_levels own;
    double *counted;
    *out = (sq_answer_options){0};
    SQ_TRY(call_matrix(call, &in_levels, &given));
    if (given.cells == 0 || (given.cells == 1 && !given.texts[0]))
        return SQ_OK;
    if (given.cells == 1 && !isnan(given.numbers[0])) {
        out->levels = given.numbers[0] >= 4 && given.numbers[0] <= 11 ? (int)given.numbers[0] : -1;
        return out->levels == given.numbers[0] ? SQ_OK : SQ_BAD_ARGUMENT;
    }
    SQ_TRY(read_own_levels(call, &given, true, &own));
    SQ_TAKE(counted, &call->memory, own.count);
    for (size_t i = 0; i < own.count; i++)
        counted[i] = (double)i + 1;
    *list = (sq_answer_list){own.words, own.scores ? own.scores : counted, own.count};
    out->list = list;
    return SQ_OK;
}

static sq_status code(sq_call *call)
{
    range_texts cells;
    sq_answer_list list;
    sq_answer_options options;
    SQ_TRY(call_texts(call, &in_text, &cells));
    SQ_TRY(read_code_options(call, &list, &options));
    if (cells.rows == 0)
        return SQ_NO_DATA;
    return return_codes(
        call, &(sq_answer_block){cells.texts, cells.numbers, cells.rows, cells.columns}, &options);
}

const sq_function code_function = {
    .name = "SQ.CODE",
    .call = code,
    .summary = N_("Answers in words, as survey tools export them, to numbers, on the scale that "
                  "the range shows: where no other is filled to its last level, the usual one of "
                  "five. What is not known, or could be several numbers, is #N/A; \"N/A\" and "
                  "its like become blank; a number written in an answer is its code. For a "
                  "range: enter as an array."),
    .parameters = {&in_text, &in_code_levels},
    .example = {"Strongly agree", "SQ.CODE(A1)", "5"},
};
