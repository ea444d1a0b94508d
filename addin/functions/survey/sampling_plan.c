/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/sampling_plan.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "result.h"
#include "survey/sampling.h"

#include <math.h>

/* ---- Arguments. */

static const sq_parameter in_margin = {
    "margin", VALUE,
    N_("Half the width of the interval: 0.05 for 5 points of a share, or units of the mean.")};

static const sq_parameter in_sample_size_level = {
    "level", OPTION, N_("Confidence level of the interval, between 0 and 1."), .left_out = "0.95"};

static const sq_parameter in_proportion_or_sd = {
    "proportion_or_sd", OPTION,
    N_("The share expected, from 0 to 1 (0.5 if left out, the safe side); for \"mean\" the "
       "standard deviation of an answer.")};

static const sq_parameter in_population = {
    "population", OPTION, N_("How many there are to choose from. Left out: without end.")};

static const sq_parameter in_design_effect = {
    "design_effect", OPTION, N_("How many times the variance of simple random sampling."),
    .left_out = "1"};

static const sq_parameter in_measure = {
    "measure", OPTION, N_("What is estimated."),
    .choices = (const sq_choice[]){{N_("share")}, {N_("mean")}, {NULL}}, .left_out = "share"};

static const sq_parameter in_n = {"n", VALUE, N_("How many respondents.")};

static const sq_parameter in_sizes = {"sizes", VALUE,
                                      N_("How many there are in each stratum, in a row or a "
                                         "column; or names and sizes in two columns.")};

static const sq_parameter in_strata_n = {
    "n", VALUE,
    N_("How many respondents in all; whole numbers are exact up to 9,007,199,254,740,992, and no "
       "size or number here is larger.")};

static const sq_parameter in_sds = {"sds", OPTION,
                                    N_("Standard deviation of the answer in each stratum.")};

static const sq_parameter in_costs = {"costs", OPTION,
                                      N_("Cost of one interview in each stratum.")};

/* The arguments that both directions share; a share of 0.5 where nothing is known. */
static sq_status read_plan(sq_call *call, sq_survey_plan *plan)
{
    size_t measure;
    double spread;
    SQ_TRY(call_number(call, &in_sample_size_level, &plan->level));
    SQ_TRY(call_number(call, &in_population, &plan->population));
    SQ_TRY(call_number(call, &in_design_effect, &plan->design_effect));
    SQ_TRY(call_word(call, &in_measure, &measure));
    SQ_TRY(call_number(call, &in_proportion_or_sd, &spread));
    if (isnan(spread) && measure == 0)
        spread = 0.5;
    if (isnan(spread))
        return SQ_BAD_ARGUMENT; /* of a mean, the standard deviation must be known */
    if (spread < 0 || (measure == 0 && spread > 1))
        return SQ_OUT_OF_DOMAIN;
    plan->of_share = measure == 0;
    plan->variance = measure == 0 ? spread * (1 - spread) : spread * spread;
    return SQ_OK;
}

static sq_status sample_size(sq_call *call)
{
    sq_survey_plan plan;
    double wished, n;
    SQ_TRY(call_number(call, &in_margin, &wished));
    SQ_TRY(read_plan(call, &plan));
    SQ_TRY(sq_sample_size(&plan, wished, &n));
    return call_return_number(call, n);
}

const sq_function sample_size_function = {
    .name = "SQ.SAMPLESIZE",
    .call = sample_size,
    .summary = N_("How many to ask for a margin of error: of a share or of a mean, in a "
                  "population of a given size."),
    .parameters = {&in_margin, &in_sample_size_level, &in_proportion_or_sd, &in_population,
                   &in_design_effect, &in_measure},
    .example = {"", "SQ.SAMPLESIZE(0.05)", "385"},
};

static sq_status margin(sq_call *call)
{
    sq_survey_plan plan;
    double n, reached;
    SQ_TRY(call_number(call, &in_n, &n));
    SQ_TRY(read_plan(call, &plan));
    SQ_TRY(sq_margin(&plan, n, &reached));
    return call_return_number(call, reached);
}

const sq_function margin_function = {
    .name = "SQ.MARGIN",
    .call = margin,
    .summary = N_("The margin of error that a number of respondents reaches: half the width of "
                  "the interval of a share or a mean."),
    .parameters = {&in_n, &in_sample_size_level, &in_proportion_or_sd, &in_population,
                   &in_design_effect, &in_measure},
    .example = {"", "SQ.MARGIN(1000;;;1000)", "0"},
};

/* ---- Strata. */

typedef struct stratum_list {
    size_t count;
    const char **names; /* [count] NULL where there is none */
    double *sizes;
    const double *sds, *costs; /* or NULL */
} stratum_list;

/* One size each, or names and sizes in two columns; blank rows at the end do not count. */
static sq_status read_sizes(sq_call *call, stratum_list *out)
{
    sq_values given;
    bool named;
    SQ_TRY(call_matrix(call, &in_sizes, &given));
    if (given.cells == 0)
        return SQ_BAD_ARGUMENT;
    named = given.columns == 2 && given.texts[0] && isnan(given.numbers[0]);
    if (!named && given.rows != 1 && given.columns != 1)
        return SQ_BAD_ARGUMENT;
    out->count = named ? (given.count + 1) / 2 : given.count;
    if (out->count == 0)
        return SQ_NO_DATA;
    if (out->count > WIDE)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(out->names, &call->memory, out->count);
    SQ_TAKE(out->sizes, &call->memory, out->count);
    for (size_t h = 0; h < out->count; h++) {
        out->names[h] = named ? given.texts[2 * h] : NULL;
        out->sizes[h] = given.numbers[named ? 2 * h + 1 : h];
        if (isnan(out->sizes[h]))
            return SQ_BAD_ARGUMENT;
    }
    return SQ_OK;
}

static sq_status read_strata(sq_call *call, stratum_list *out)
{
    SQ_TRY(read_sizes(call, out));
    SQ_TRY(call_weights(call, &in_sds, out->count, &out->sds));
    return call_weights(call, &in_costs, out->count, &out->costs);
}

static const sq_column strata_columns[] = {
    {N_("Stratum"), FIGURE_LABEL, N_("its name, or number without one; the last row is the total")},
    {N_("Size"), FIGURE_COUNT, N_("how many there are")},
    {N_("Share"), FIGURE_SHARE, N_("of the population")},
    {N_("Proportional"), FIGURE_COUNT, N_("respondents in proportion to the size")},
    {N_("Optimal"), FIGURE_COUNT,
     N_("respondents for the most exact mean; where standard deviations or costs are given")},
    {NULL}};

static sq_status strata(sq_call *call)
{
    stratum_list list;
    double n, population, *work, *proportional, *optimal;
    size_t figures;
    bool has_optimal;
    SQ_TRY(read_strata(call, &list));
    SQ_TRY(call_number(call, &in_strata_n, &n));
    has_optimal = list.sds || list.costs;
    figures = has_optimal ? 4 : 3;
    SQ_TAKE(work, &call->memory, 4 * list.count);
    proportional = work + 2 * list.count;
    optimal = work + 3 * list.count;
    SQ_TRY(
        sq_allocate(list.sizes, NULL, NULL, list.count, n, work, proportional, work + list.count));
    if (has_optimal)
        SQ_TRY(sq_allocate(list.sizes, list.sds, list.costs, list.count, n, work, optimal,
                           work + list.count));
    population = sq_population(list.sizes, list.count);
    SQ_TRY(call_return_table(call, 2 + list.count, 1 + figures)); /* Optimal may fall outside */
    put_headings(call, strata_columns);
    for (size_t h = 0; h < list.count; h++) {
        next_row(call);
        if (list.names[h])
            put_text(call, list.names[h]);
        else
            put_number(call, (double)h + 1);
        put_numbers(call,
                    (const double[]){list.sizes[h], list.sizes[h] / population, proportional[h],
                                     optimal[h]},
                    figures);
    }
    next_row(call);
    put_word(call, N_("Total"));
    put_numbers(call, (const double[]){population, 1, n, n}, figures);
    return SQ_OK;
}

const sq_function strata_function = {
    .name = "SQ.STRATA",
    .call = strata,
    .summary = N_("How many to ask in each stratum: in proportion to its size, and, where "
                  "standard deviations or costs are given, so that the mean is most exact "
                  "(Neyman). Enter as an array."),
    .parameters = {&in_sizes, &in_strata_n, &in_sds, &in_costs},
    .example = {"100|200\n10|20", "INDEX(SQ.STRATA(A1:B1;50;A2:B2);3;5)", "40"},
    .reports = {{strata_columns}},
};
