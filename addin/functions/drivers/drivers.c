/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Key drivers": wrappers, then the rows of the catalogue.
 */
#include "drivers/key_drivers.h"

#include "call_limits.h"
#include "functions/importance_table.h"
#include "functions/survey_arguments.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>

/* ---- Arguments. */

static const sq_parameter in_overall = {
    "overall", DATA, N_("Overall satisfaction, or what else is to be explained: one column.")};

static const sq_parameter in_attributes = {
    "attributes", DATA,
    N_("Satisfaction with each attribute: the same respondents, one column per attribute, at most "
       "128. Who left one out is left out.")};

static const sq_parameter in_driver_performance = {
    "performance", DATA,
    N_("Satisfaction with each attribute: the same respondents, one column per attribute.")};

static const sq_parameter in_driver_resamples = {
    "resamples", OPTION,
    N_("Resamples of the bootstrap of the shares; 0: no intervals. Resamples × (respondents × "
       "(attributes + 6)² + 10 × attributes³) are at most 17,179,869,184."),
    .left_out = "1000"};

static const sq_parameter in_driver_seed = {
    "seed", OPTION, N_("Starts the random numbers: the same seed gives the same intervals."),
    .left_out = "0"};

static const sq_parameter in_derived = {
    "importance", OPTION, N_("What importance is derived as."),
    .choices = (const sq_choice[]){{N_("weight"), N_("share of R² by relative weights")},
                                   {N_("correlation"), N_("correlation with the overall")},
                                   {N_("beta"), N_("standardised coefficient")},
                                   {NULL}},
    .left_out = "weight"};

static const sq_parameter in_derived_crosshair = {
    "crosshair", OPTION,
    N_("Where the axes cross: a word, one number, or importance and performance."),
    .choices = (const sq_choice[]){{N_("mean")}, {N_("median")}, {NULL}}, .left_out = "mean"};

/* ---- Drivers. */

static const sq_column drivers_columns[] = {
    {N_("Attribute"), FIGURE_LABEL, N_("the attribute; below, the regression as a whole")},
    {N_("r"), FIGURE_NUMBER, N_("correlation with the overall; below, the figures of the whole")},
    {N_("b"), FIGURE_NUMBER,
     N_("points of overall per point of the attribute, the others held fixed")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error of b")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that b is 0")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("β"), FIGURE_NUMBER, N_("b of standardised answers")},
    {N_("VIF"), FIGURE_NUMBER, N_("variance inflation: from 5 attributes tell little apart")},
    {N_("Relative weight"), FIGURE_NUMBER, N_("its part of R² after Johnson; they add up to R²")},
    {N_("Share of R²"), FIGURE_SHARE,
     N_("the same as a share: what goes together, not what causes")},
    {N_("Lower"), FIGURE_SHARE, N_("lower end of the bootstrap interval of the share")},
    {N_("Upper"), FIGURE_SHARE, N_("upper end of the same")},
    {N_("Shapley"), FIGURE_NUMBER,
     N_("its part of R², the mean over all orders (LMG); up to 20 attributes")},
    {N_("Rank"), FIGURE_COUNT, N_("1 is the largest relative weight")},
    {NULL}};

typedef struct driver_answers {
    sq_range overall, attributes;
    sq_drivers_options options;
    sq_driver *drivers; /* [columns] */
    sq_drivers fit;
} driver_answers;

static sq_status read_answers(sq_call *call, const sq_parameter *attributes, driver_answers *out)
{
    SQ_TRY(call_range(call, &in_overall, &out->overall));
    SQ_TRY(call_range(call, attributes, &out->attributes));
    if (out->overall.answers.columns != 1)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(join_respondents(call, &out->overall, &out->attributes));
    SQ_TRY(within((double)out->attributes.answers.columns, ATTRIBUTES_MAX));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->attributes, &out->options.case_weights));
    SQ_TAKE(out->drivers, &call->memory, out->attributes.answers.columns);
    return SQ_OK;
}

static sq_status find_drivers(driver_answers *answers)
{
    return sq_key_drivers(answers->overall.answers.values, &answers->attributes.answers,
                          &answers->options, answers->drivers, &answers->fit);
}

/* A whole number of resamples, not too many for so many answers. */
static sq_status read_resamples(sq_call *call, sq_drivers_options *out)
{
    double resamples, seed;
    SQ_TRY(call_number(call, &in_driver_resamples, &resamples));
    SQ_TRY(call_number(call, &in_driver_seed, &seed));
    if (resamples < 0 || resamples != floor(resamples) || seed < 0 || seed != floor(seed))
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(within(resamples, DRIVER_RESAMPLES_MAX));
    SQ_TRY(within(seed, 4294967295.0));
    out->resamples = (size_t)resamples;
    out->seed = (unsigned long)seed;
    return SQ_OK;
}

static sq_status within_work(const driver_answers *answers)
{
    double n = (double)answers->attributes.answers.rows;
    double k = (double)answers->attributes.answers.columns;
    return within((double)answers->options.resamples * (n * (k + 6) * (k + 6) + 10 * k * k * k),
                  DRIVERS_WORK_MAX);
}

static void put_driver(sq_call *call, const sq_driver *of)
{
    const double numbers[] = {of->r,     of->b,       of->se,     of->t,     of->p,
                              of->beta,  of->vif,     of->weight, of->share, of->lower,
                              of->upper, of->shapley, of->rank};
    put_numbers(call, numbers, LENGTH(numbers));
}

static void put_whole(sq_call *call, const sq_drivers *fit)
{
    const struct {
        const char *name;
        double value;
    } rows[] = {{N_("R²"), fit->r2},
                {N_("Adjusted R²"), fit->adjusted_r2},
                {N_("F"), fit->f},
                {N_("df"), fit->df1},
                {N_("df 2"), fit->df2},
                {N_("p"), fit->p},
                {N_("Residual SD"), fit->residual_sd},
                {N_("n"), (double)fit->n}};
    next_row(call);
    put_word(call, N_("Intercept"));
    put_blank(call);
    put_number(call, fit->intercept);
    put_number(call, fit->intercept_se);
    put_number(call, fit->intercept_t);
    put_number(call, fit->intercept_p);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        next_row(call);
        put_word(call, rows[i].name);
        put_number(call, rows[i].value);
    }
}

enum { ROWS_OF_WHOLE = 9 };

/* In the first cell, which is what one cell without array entry shows: why there is nothing but r. */
static void put_determined(sq_call *call, const driver_answers *answers)
{
    size_t place = answers->fit.determined;
    char number[32];
    if (place == SQ_NOWHERE)
        return;
    snprintf(number, sizeof number, "%zu", place + 1);
    first_cell(call);
    put_sentence(
        call,
        N_("%s is constant, or the attributes before it determine it (as a sum or a mean of "
           "them would): leave it out. Without that there is no regression."),
        answers->attributes.names ? answers->attributes.names[place] : number);
}

static sq_status drivers(sq_call *call)
{
    driver_answers answers = {.options = {.shapley = true}};
    size_t count;
    SQ_TRY(call_number(call, &in_level, &answers.options.level));
    SQ_TRY(read_resamples(call, &answers.options));
    SQ_TRY(read_answers(call, &in_attributes, &answers));
    SQ_TRY(within_work(&answers));
    SQ_TRY(find_drivers(&answers));
    count = answers.attributes.answers.columns;
    SQ_TRY(begin_table(call, drivers_columns, 0, count + ROWS_OF_WHOLE));
    for (size_t i = 0; i < count; i++) {
        next_row(call);
        put_item(call, &answers.attributes, NULL, i);
        put_driver(call, &answers.drivers[i]);
    }
    put_whole(call, &answers.fit);
    put_determined(call, &answers);
    return SQ_OK;
}

static const sq_function drivers_function = {
    .name = "SQ.DRIVERS",
    .call = drivers,
    .summary =
        N_("Key drivers: table with a row per attribute: correlation with the overall, "
           "regression, relative weight and share of R² with its interval, Shapley share, rank; "
           "then the regression as a whole. A share says what goes together, not what causes. "
           "Where an attribute is determined by others, the first cell names it. Enter as an "
           "array."),
    .parameters = {&in_overall, &in_attributes, &in_level, &in_driver_resamples, &in_driver_seed,
                   &in_case_weights},
    .example = {"1|1|2\n2|2|1\n3|2|3\n4|4|4\n5|5|3\n5|4|5",
                "INDEX(SQ.DRIVERS(A1:A6;B1:C6;;0);12;2)", "6"},
    .reports = {{drivers_columns}},
};

/* ---- Importance derived from them. */

static double importance_of(const sq_driver *driver, size_t kind)
{
    const double by_kind[] = {driver->share, driver->r, driver->beta};
    return by_kind[kind];
}

static sq_status ipa_derived(sq_call *call)
{
    driver_answers answers = {.options = {.level = 0.95}};
    sq_crosshair where;
    sq_point crosshair = {0}, *points;
    double *importance;
    size_t kind, count;
    SQ_TRY(call_word(call, &in_derived, &kind));
    SQ_TRY(read_crosshair(call, &where, &crosshair));
    SQ_TRY(read_answers(call, &in_driver_performance, &answers));
    SQ_TRY(find_drivers(&answers));
    count = answers.attributes.answers.columns;
    SQ_TAKE(importance, &call->memory, count);
    SQ_TAKE(points, &call->memory, count);
    for (size_t i = 0; i < count; i++) {
        importance[i] = importance_of(&answers.drivers[i], kind);
        if (isnan(importance[i]))
            return sq_error_reason(importance[i]);
    }
    SQ_TRY(sq_importance_performance(&(sq_table){importance, 1, count}, &answers.attributes.answers,
                                     where, &crosshair, points));
    return return_importance(call, &answers.attributes, NULL, points, count, &crosshair);
}

static const sq_function ipa_derived_function = {
    .name = "SQ.IPA.DERIVED",
    .call = ipa_derived,
    .summary =
        N_("Importance–performance analysis with importance derived from overall satisfaction: "
           "table as that of SQ.IPA. Not defined (#N/A) where an attribute is determined by "
           "others. Enter as an array."),
    .parameters = {&in_overall, &in_driver_performance, &in_derived, &in_derived_crosshair},
    .example = {"1|1|2\n2|2|1\n3|2|3\n4|4|4\n5|5|3\n5|4|5",
                "INDEX(SQ.IPA.DERIVED(A1:A6;B1:C6);2;3)", "3"},
    .reports = {{importance_columns}},
};

static const sq_function *const functions[] = {&drivers_function, &ipa_derived_function, NULL};

const sq_family drivers_family = {"XDrivers", N_("Key drivers"), functions, NULL};
