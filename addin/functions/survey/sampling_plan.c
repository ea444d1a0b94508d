/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/sampling_plan.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "result.h"
#include "survey/sampling.h"

#include <math.h>

/* The arguments that both directions share; a share of 0.5 where nothing is known. */
static sq_status read_plan(sq_call *call, sq_survey_plan *plan)
{
    static const char *const measure_words[] = {N_("share"), N_("mean"), NULL};
    size_t measure;
    double spread;
    SQ_TRY(call_number(call, "level", 0.95, &plan->level));
    SQ_TRY(call_number(call, "population", NAN, &plan->population));
    SQ_TRY(call_number(call, "design_effect", 1, &plan->design_effect));
    SQ_TRY(call_word(call, "measure", measure_words, 0, &measure));
    SQ_TRY(call_number(call, "proportion_or_sd", measure == 0 ? 0.5 : NAN, &spread));
    if (isnan(spread))
        return SQ_BAD_ARGUMENT; /* of a mean, the standard deviation must be known */
    if (spread < 0 || (measure == 0 && spread > 1))
        return SQ_OUT_OF_DOMAIN;
    plan->of_share = measure == 0;
    plan->variance = measure == 0 ? spread * (1 - spread) : spread * spread;
    return SQ_OK;
}

sq_status sample_size(sq_call *call)
{
    sq_survey_plan plan;
    double wished, n;
    SQ_TRY(call_number(call, "margin", NAN, &wished));
    SQ_TRY(read_plan(call, &plan));
    SQ_TRY(sq_sample_size(&plan, wished, &n));
    return call_return_number(call, n);
}

sq_status margin(sq_call *call)
{
    sq_survey_plan plan;
    double n, reached;
    SQ_TRY(call_number(call, "n", NAN, &n));
    SQ_TRY(read_plan(call, &plan));
    SQ_TRY(sq_margin(&plan, n, &reached));
    return call_return_number(call, reached);
}

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
    SQ_TRY(call_matrix(call, "sizes", &given));
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
    out->names = call_memory(call, out->count, sizeof *out->names);
    out->sizes = call_memory(call, out->count, sizeof *out->sizes);
    if (!out->names || !out->sizes)
        return SQ_NO_MEMORY;
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
    SQ_TRY(call_weights(call, "sds", out->count, &out->sds));
    return call_weights(call, "costs", out->count, &out->costs);
}

static const char *const strata_header[] = {N_("Stratum"), N_("Size"), N_("Share"),
                                            N_("Proportional"), N_("Optimal")};

sq_status strata(sq_call *call)
{
    stratum_list list;
    double n, population = 0, *work, *proportional, *optimal;
    size_t columns;
    bool has_optimal;
    SQ_TRY(read_strata(call, &list));
    SQ_TRY(call_number(call, "n", NAN, &n));
    has_optimal = list.sds || list.costs;
    columns = LENGTH(strata_header) - !has_optimal;
    work = call_memory(call, 4 * list.count, sizeof *work);
    if (!work)
        return SQ_NO_MEMORY;
    proportional = work + 2 * list.count;
    optimal = work + 3 * list.count;
    SQ_TRY(
        sq_allocate(list.sizes, NULL, NULL, list.count, n, work, proportional, work + list.count));
    if (has_optimal)
        SQ_TRY(sq_allocate(list.sizes, list.sds, list.costs, list.count, n, work, optimal,
                           work + list.count));
    for (size_t h = 0; h < list.count; h++)
        population += list.sizes[h];
    SQ_TRY(call_return_table(call, 2 + list.count, columns));
    cell_header(call, 0, strata_header, columns);
    for (size_t h = 0; h < list.count; h++) {
        if (list.names[h])
            cell_text(call, 1 + h, 0, list.names[h]);
        else
            cell_number(call, 1 + h, 0, (double)h + 1);
        cell_numbers(call, 1 + h, 1,
                     (const double[]){list.sizes[h], list.sizes[h] / population, proportional[h],
                                      optimal[h]},
                     columns - 1);
    }
    cell_word(call, 1 + list.count, 0, N_("Total"));
    cell_numbers(call, 1 + list.count, 1, (const double[]){population, 1, n, n}, columns - 1);
    return SQ_OK;
}
