/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Kano": wrappers, then the rows of the catalogue.
 */
#include "kano/kano.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/survey/answers.h"
#include "functions/survey_arguments.h"
#include "kano/kano_words.h"
#include "result.h"

#include <math.h>
#include <string.h>

#define EIGHT_ANSWERS "1|5\n1|5\n1|3\n2|5\n3|5\n3|3\n1|5\n3|3"

/* ---- Arguments. */

static const sq_parameter in_functional = {
    "functional", DATA,
    N_("Answers to the functional question (the feature is there), 1 like … 5 dislike, any other "
       "number is #NUM!: one row per respondent, one column per feature.")};

static const sq_parameter in_dysfunctional = {
    "dysfunctional", DATA,
    N_("Answers to the dysfunctional question (the feature is missing), 1 like … 5 dislike: the "
       "same respondents and features.")};

static const sq_parameter in_table = {
    "table", OPTION,
    N_("Evaluation table: a word, or 5 × 5 cells of your own with A, O, M, I, R or Q; rows "
       "functional, columns dysfunctional."),
    .choices = (const sq_choice[]){{N_("standard")}, {N_("pouliot")}, {NULL}},
    .left_out = "standard"};

static const sq_parameter in_rule = {
    "rule", OPTION, N_("How the category is chosen."),
    .choices =
        (const sq_choice[]){
            {N_("mode"), N_("the most frequent")},
            {N_("grouped"),
             N_("the most frequent of O, A, M if they outnumber I, R, Q, else of these")},
            {NULL}},
    .left_out = "mode"};

static const sq_parameter in_seed = {
    "seed", OPTION,
    N_("Seed of the bootstrap, a whole number; the same seed gives the same result."),
    .left_out = "0"};

static const sq_parameter in_kano_answer_functional = {
    "functional", VALUE, N_("The functional answer: 1 to 5 or its wording.")};

static const sq_parameter in_kano_answer_dysfunctional = {
    "dysfunctional", VALUE, N_("The dysfunctional answer: 1 to 5 or its wording.")};

static const sq_parameter in_text = {
    "text", VALUE,
    N_("The wording, such as \"I like it\" or \"必须这样\". At most 262,144 different ones.")};

enum { RESAMPLES = 1000 };

/* ---- Arguments of this family. */

/* "standard", "pouliot", or 5 × 5 cells with a category each. */
static sq_status read_evaluation_table(sq_call *call, sq_kano_table *table)
{
    sq_values given;
    size_t word;
    *table = sq_kano_standard;
    SQ_TRY(call_matrix(call, &in_table, &given));
    if (given.cells == 0)
        return SQ_OK;
    if (given.cells == 1) {
        SQ_TRY(call_word(call, &in_table, &word));
        *table = word == 1 ? sq_kano_pouliot : sq_kano_standard;
        return SQ_OK;
    }
    if (given.rows != 5 || given.columns != 5)
        return SQ_BAD_ARGUMENT;
    for (size_t i = 0; i < given.cells; i++) {
        sq_kano_category category =
            given.texts[i] ? sq_kano_category_of_word(given.texts[i]) : SQ_KANO_NONE;
        if (category == SQ_KANO_NONE)
            return SQ_BAD_ARGUMENT;
        table->cell[i / 5][i % 5] = category;
    }
    return SQ_OK;
}

typedef struct kano_arguments {
    sq_range functional, dysfunctional;
    sq_kano_table table;
    sq_kano_options options;
} kano_arguments;

static sq_status read_arguments(sq_call *call, kano_arguments *out)
{
    size_t rule;
    memset(out, 0, sizeof *out);
    SQ_TRY(call_range(call, &in_functional, &out->functional));
    SQ_TRY(call_range(call, &in_dysfunctional, &out->dysfunctional));
    SQ_TRY(join_respondents(call, &out->functional, &out->dysfunctional));
    if (out->functional.answers.columns != out->dysfunctional.answers.columns ||
        out->functional.answers.columns > WIDE)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(read_evaluation_table(call, &out->table));
    SQ_TRY(call_word(call, &in_rule, &rule));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->functional, &out->options.case_weights));
    out->options.table = &out->table;
    out->options.rule = rule == 1 ? SQ_KANO_GROUPED : SQ_KANO_MODE;
    return SQ_OK;
}

static sq_status read_features(sq_call *call, kano_arguments *arguments, sq_kano **features)
{
    SQ_TAKE(*features, &call->memory, arguments->functional.answers.columns);
    return sq_kano_features(&arguments->functional.answers, &arguments->dysfunctional.answers,
                            &arguments->options, *features);
}

/* Everything on the one feature of the ranges. */
static sq_status read_one_feature(sq_call *call, sq_kano **feature)
{
    kano_arguments arguments;
    SQ_TRY(read_arguments(call, &arguments));
    if (arguments.functional.answers.columns != 1)
        return SQ_BAD_ARGUMENT;
    return read_features(call, &arguments, feature);
}

static void put_category(sq_call *call, sq_kano_category category)
{
    if (category == SQ_KANO_NONE)
        put_number(call, sq_error(SQ_NO_DATA));
    else
        put_text(call, (const char[]){sq_kano_letter(category), '\0'});
}

static sq_status return_category(sq_call *call, sq_kano_category category)
{
    if (category == SQ_KANO_NONE)
        return SQ_NO_DATA;
    return call_return_text(call, (const char[]){sq_kano_letter(category), '\0'});
}

/* ---- Wrappers. */

/* An answer outside 1 … 5 is #NUM! for the whole table; the column "Unusable" stays because sheets
 * hold the places of columns. */
static const double no_longer_counted = 0;

static const sq_column kano_columns[] = {
    {N_("Feature"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {"A", FIGURE_COUNT, N_("answers that say attractive")},
    {"O", FIGURE_COUNT, N_("one-dimensional")},
    {"M", FIGURE_COUNT, N_("must-be")},
    {"I", FIGURE_COUNT, N_("indifferent")},
    {"R", FIGURE_COUNT, N_("reverse")},
    {"Q", FIGURE_COUNT, N_("questionable")},
    {N_("n"), FIGURE_COUNT, N_("respondents who answered both questions")},
    {N_("Category"), FIGURE_WORD, N_("the letter that the rule chooses")},
    {N_("Better"), FIGURE_NUMBER, N_("0 to 1: how much it raises satisfaction if it is there")},
    {N_("Worse"), FIGURE_NUMBER, N_("−1 to 0: how much it lowers it if missing")},
    {N_("Category strength"), FIGURE_SHARE,
     N_("the first count minus the second, as a share of n")},
    {N_("Total strength"), FIGURE_SHARE, N_("A, O and M as a share of n")},
    {N_("Distinct (Fong)"), FIGURE_WORD, N_("whether the two largest counts differ, at 90 %")},
    {N_("Bootstrap share"), FIGURE_SHARE, N_("share of resamples that come to the same category")},
    {N_("Missing"), FIGURE_COUNT, N_("respondents without a pair of answers")},
    {N_("Unusable"), FIGURE_COUNT, N_("always 0; kept for old sheets")},
    {NULL}};

static sq_status kano(sq_call *call)
{
    kano_arguments arguments;
    sq_kano *features;
    double seed;
    size_t columns, pairs = 0;
    SQ_TRY(read_arguments(call, &arguments));
    SQ_TRY(call_number(call, &in_seed, &seed));
    if (seed < 0 || seed > 4294967295.0 || seed != floor(seed))
        return SQ_OUT_OF_DOMAIN;
    arguments.options.resamples = RESAMPLES;
    arguments.options.seed = (unsigned long)seed;
    SQ_TRY(read_features(call, &arguments, &features));
    columns = arguments.functional.answers.columns;
    for (size_t i = 0; i < columns; i++)
        pairs += features[i].n;
    if (pairs == 0)
        return SQ_NO_DATA;
    SQ_TRY(begin_table(call, kano_columns, 0, columns));
    for (size_t i = 0; i < columns; i++) {
        const sq_kano *feature = &features[i];
        const double shares[] = {feature->better, feature->worse, feature->category_strength,
                                 feature->total_strength};
        next_row(call);
        put_item(call, &arguments.functional, &arguments.dysfunctional, i);
        put_numbers(call, feature->count, SQ_KANO_CATEGORIES);
        put_number(call, (double)feature->n);
        put_category(call, feature->category);
        put_numbers(call, shares, LENGTH(shares));
        if (feature->category == SQ_KANO_NONE)
            put_number(call, sq_error(SQ_NO_DATA));
        else
            put_word(call, feature->distinct ? N_("yes") : N_("no"));
        put_number(call, feature->bootstrap);
        put_number(call, (double)feature->missing);
        put_number(call, no_longer_counted);
    }
    return SQ_OK;
}

static const sq_function kano_function = {
    .name = "SQ.KANO",
    .call = kano,
    .summary = N_("Table with a row per feature: counts of the Kano categories, n, category, "
                  "better, worse, strengths, whether the category is distinct (Fong), its share "
                  "of bootstrap samples. Enter as an array."),
    .parameters = {&in_functional, &in_dysfunctional, &in_table, &in_rule, &in_case_weights,
                   &in_seed},
    .example = {EIGHT_ANSWERS, "INDEX(SQ.KANO(A1:A8;B1:B8);2;3)", "3"},
    .reports = {{kano_columns}},
};

static sq_status kano_category(sq_call *call)
{
    sq_kano *feature;
    SQ_TRY(read_one_feature(call, &feature));
    return return_category(call, feature->category);
}

static const sq_function kano_category_function = {
    .name = "SQ.KANO.CATEGORY",
    .call = kano_category,
    .summary = N_("The Kano category of one feature: A attractive, O one-dimensional, M must-be, "
                  "I indifferent, R reverse, Q questionable."),
    .parameters = {&in_functional, &in_dysfunctional, &in_table, &in_rule},
    .example = {EIGHT_ANSWERS, "SQ.KANO.CATEGORY(A1:A8;B1:B8)", "O"},
};

static sq_status better(sq_call *call)
{
    sq_kano *feature;
    SQ_TRY(read_one_feature(call, &feature));
    return call_return_number(call, feature->better);
}

static const sq_function better_function = {
    .name = "SQ.BETTER",
    .call = better,
    .summary = N_("Better coefficient of one feature, (A + O) / (A + O + M + I): how much it "
                  "raises satisfaction where it is there."),
    .parameters = {&in_functional, &in_dysfunctional, &in_table, &in_case_weights},
    .example = {EIGHT_ANSWERS, "SQ.BETTER(A1:A8;B1:B8)", "0.5"},
};

static sq_status worse(sq_call *call)
{
    sq_kano *feature;
    SQ_TRY(read_one_feature(call, &feature));
    return call_return_number(call, feature->worse);
}

static const sq_function worse_function = {
    .name = "SQ.WORSE",
    .call = worse,
    .summary = N_("Worse coefficient of one feature, −(O + M) / (A + O + M + I): how much it "
                  "lowers satisfaction where it is missing."),
    .parameters = {&in_functional, &in_dysfunctional, &in_table, &in_case_weights},
    .example = {EIGHT_ANSWERS, "SQ.WORSE(A1:A8;B1:B8)", "-0.625"},
};

/* One answer: 1 … 5 or its wording. */
static sq_status read_answer(sq_call *call, const sq_parameter *parameter, double *answer)
{
    const char *text;
    SQ_TRY(call_text(call, parameter, &text));
    if (!text)
        return SQ_NO_DATA;
    *answer = sq_kano_code(text);
    return sq_error_reason(*answer);
}

static sq_status kano_answer(sq_call *call)
{
    sq_kano_table table;
    sq_kano_category category;
    double functional, dysfunctional;
    SQ_TRY(read_evaluation_table(call, &table));
    SQ_TRY(read_answer(call, &in_kano_answer_functional, &functional));
    SQ_TRY(read_answer(call, &in_kano_answer_dysfunctional, &dysfunctional));
    SQ_TRY(sq_kano_answer(functional, dysfunctional, &table, &category));
    return return_category(call, category);
}

static const sq_function kano_answer_function = {
    .name = "SQ.KANO.ANSWER",
    .call = kano_answer,
    .summary = N_("The cell of the evaluation table for one pair of answers."),
    .parameters = {&in_kano_answer_functional, &in_kano_answer_dysfunctional, &in_table},
    .example = {"2|5", "SQ.KANO.ANSWER(A1;B1)", "M"},
};

static const sq_column scores_columns[] = {
    {N_("Feature"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {N_("n"), FIGURE_COUNT, N_("respondents who answered both questions")},
    {N_("Functional"), FIGURE_NUMBER, N_("mean functional score, −2 to 4")},
    {N_("SD"), FIGURE_NUMBER, N_("standard deviation between respondents")},
    {N_("Dysfunctional"), FIGURE_NUMBER, N_("mean dysfunctional score, −2 to 4")},
    {N_("SD"), FIGURE_NUMBER, N_("standard deviation between respondents")},
    {N_("Missing"), FIGURE_COUNT, N_("respondents without a pair of answers")},
    {N_("Unusable"), FIGURE_COUNT, N_("always 0; kept for old sheets")},
    {NULL}};

static sq_status kano_scores(sq_call *call)
{
    kano_arguments arguments;
    sq_kano_scores *scores;
    size_t columns, pairs = 0;
    SQ_TRY(read_arguments(call, &arguments));
    columns = arguments.functional.answers.columns;
    SQ_TAKE(scores, &call->memory, columns);
    SQ_TRY(sq_kano_continuous(&arguments.functional.answers, &arguments.dysfunctional.answers, NULL,
                              scores));
    for (size_t i = 0; i < columns; i++)
        pairs += scores[i].n;
    if (pairs == 0)
        return SQ_NO_DATA;
    SQ_TRY(begin_table(call, scores_columns, 0, columns));
    for (size_t i = 0; i < columns; i++) {
        const double numbers[] = {(double)scores[i].n,        scores[i].functional,
                                  scores[i].functional_sd,    scores[i].dysfunctional,
                                  scores[i].dysfunctional_sd, (double)scores[i].missing,
                                  no_longer_counted};
        next_row(call);
        put_item(call, &arguments.functional, &arguments.dysfunctional, i);
        put_numbers(call, numbers, LENGTH(numbers));
    }
    return SQ_OK;
}

static const sq_function kano_scores_function = {
    .name = "SQ.KANO.SCORES",
    .call = kano_scores,
    .summary = N_("Table with a row per feature: mean and standard deviation of the functional "
                  "and the dysfunctional score (DuMouchel). Enter as an array."),
    .parameters = {&in_functional, &in_dysfunctional},
    .example = {EIGHT_ANSWERS, "INDEX(SQ.KANO.SCORES(A1:A8;B1:B8);2;3)", "2.25"},
    .reports = {{scores_columns}},
};

static sq_status kano_code(sq_call *call)
{
    sq_values cells;
    SQ_TRY(call_matrix(call, &in_text, &cells));
    return return_codes(call,
                        &(sq_answer_block){cells.texts, cells.numbers, cells.rows, cells.columns},
                        &(sq_answer_options){.kano = true});
}

static const sq_function kano_code_function = {
    .name = "SQ.KANO.CODE",
    .call = kano_code,
    .summary = N_("The number 1 to 5 of an answer's wording, in English or Chinese; a range of "
                  "wordings gives a table. A first row that names the features stays, \"N/A\" "
                  "becomes blank, a wording that is not known is #N/A."),
    .parameters = {&in_text},
    .example = {"I like it that way", "SQ.KANO.CODE(A1)", "1"},
};

static const sq_function *const functions[] = {
    &kano_function,  &kano_category_function, &kano_answer_function, &better_function,
    &worse_function, &kano_scores_function,   &kano_code_function,   NULL};

const sq_family kano_family = {"XKano", N_("Kano"), functions, NULL};
