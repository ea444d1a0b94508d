/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Reliability and validity": wrappers, then the rows of the catalogue.
 */
#include "reliability/reliability.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/reliability/confirmatory.h"
#include "functions/survey_arguments.h"
#include "reliability/factors.h"
#include "result.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define FOUR_ITEMS "5|4|5|4\n3|3|4|3\n4|4|4|5\n2|1|2|2\n1|2|1|1\n4|5|3|4"

/* ---- Arguments. */

static const sq_parameter in_items = {
    "items", DATA,
    N_("Answers to the items of a scale: one row per respondent, one column per item. Blanks, "
       "texts and errors are missing answers; a first row of texts names the items.")};

static const sq_parameter in_standardised = {
    "standardised", OPTION,
    N_("1 for α from the mean correlation, of items of equal spread; 0 for raw α."),
    .left_out = "0"};

static const sq_parameter in_missing = {
    "missing", OPTION, N_("How missing answers are treated."),
    .choices = (const sq_choice[]){{N_("pairwise"), N_("uses all there is")},
                                   {N_("listwise"), N_("only respondents who answered every item")},
                                   {NULL}},
    .left_out = "pairwise"};

static const sq_parameter in_count = {
    "count", OPTION, N_("Number of factors; 0: as many as there are eigenvalues above 1."),
    .left_out = "0"};

static const sq_parameter in_method = {
    "method", OPTION, N_("How the factors are found."),
    .choices = (const sq_choice[]){{N_("components"), N_("principal components, of all variance")},
                                   {N_("axes"), N_("principal axes, of the shared variance")},
                                   {NULL}},
    .left_out = "components"};

static const sq_parameter in_rotation = {
    "rotation", OPTION, N_("How the factors are turned."),
    .choices =
        (const sq_choice[]){{N_("none")},
                            {N_("varimax")},
                            {N_("promax"), N_("oblique")},
                            {N_("promax-kaiser"), N_("oblique, of normalised rows, as SPSS")},
                            {NULL}},
    .left_out = "varimax"};

/* ---- Arguments of this family. */

typedef struct item_answers {
    sq_range range;
    sq_items items;
} item_answers;

/* The answers to "items", and how missing ones and weights are treated where the function asks. */
static sq_status read_items(sq_call *call, item_answers *out)
{
    size_t missing;
    memset(out, 0, sizeof *out);
    SQ_TRY(call_range(call, &in_items, &out->range));
    SQ_TRY(call_word(call, &in_missing, &missing));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->range, &out->items.case_weights));
    out->items.minuend = out->range.answers;
    out->items.count = out->range.answers.columns;
    out->items.listwise = missing == 1;
    return within_covariances(out->range.answers.rows, out->items.count);
}

/* ---- Single numbers. */

static sq_status alpha(sq_call *call)
{
    item_answers answers;
    double standardised, result;
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(call_number(call, &in_standardised, &standardised));
    SQ_TRY(standardised != 0 ? sq_standardised_alpha(&answers.items, &result)
                             : sq_alpha(&answers.items, &result));
    return call_return_number(call, result);
}

static const sq_function alpha_function = {
    .name = "SQ.ALPHA",
    .call = alpha,
    .summary = N_("Cronbach's α of a scale. Not defined (#N/A) for one item or without spread."),
    .parameters = {&in_items, &in_standardised, &in_missing, &in_case_weights},
    .example = {"1|1\n2|3\n3|2", "SQ.ALPHA(A1:B3)", "0.666666666666667"},
};

static sq_status omega(sq_call *call)
{
    item_answers answers;
    double result;
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(within((double)answers.items.count, FACTORED_MAX));
    SQ_TRY(sq_omega(&answers.items, &result));
    return call_return_number(call, result);
}

static const sq_function omega_function = {
    .name = "SQ.OMEGA",
    .call = omega,
    .summary =
        N_("McDonald's ω total of a scale, from one factor fitted by maximum likelihood. "
           "Needs three items and takes at most 200: the time grows with their third power."),
    .parameters = {&in_items, &in_missing},
    .example = {"5|5|5\n3|3|1\n3|1|3\n1|3|3", "SQ.OMEGA(A1:C4)", "0.75"},
};

static sq_status split_half(sq_call *call)
{
    item_answers answers;
    sq_halves halves;
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(sq_split_half(&answers.items, &halves));
    return call_return_number(call, halves.coefficient);
}

static const sq_function split_half_function = {
    .name = "SQ.SPLITHALF",
    .call = split_half,
    .summary = N_("Split-half reliability: odd against even items, stepped up to full length "
                  "after Spearman and Brown."),
    .parameters = {&in_items},
    .example = {"1|1\n2|3\n3|2", "SQ.SPLITHALF(A1:B3)", "0.666666666666667"},
};

static sq_status gap_reliability(sq_call *call)
{
    sq_range expectations, perceptions;
    sq_items items = {0};
    sq_gap_scores scores;
    SQ_TRY(call_range(call, &in_expectations, &expectations));
    SQ_TRY(call_range(call, &in_perceptions, &perceptions));
    SQ_TRY(fit_ranges(call, &expectations, &perceptions));
    items.minuend = perceptions.answers;
    items.subtrahend = expectations.answers;
    items.count = perceptions.answers.columns;
    SQ_TRY(within_covariances(3 * items.minuend.rows, items.count));
    SQ_TRY(sq_gap_reliability(&items, &scores));
    return call_return_number(call, scores.reliability);
}

static const sq_function gap_reliability_function = {
    .name = "SQ.GAP.RELIABILITY",
    .call = gap_reliability,
    .summary = N_("Reliability of the difference score perceptions − expectations, with "
                  "Cronbach's α as the reliability of each side."),
    .parameters = {&in_expectations, &in_perceptions},
    .example = {"1|1|3|3\n2|3|2|1\n3|2|1|2", "SQ.GAP.RELIABILITY(A1:B3;C1:D3)",
                "0.833333333333333"},
};

/* ---- A few numbers in a row or column: the first of them is useful alone. */

static sq_status alpha_interval(sq_call *call)
{
    item_answers answers;
    double level, limits[2];
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(sq_alpha_interval(&answers.items, level, &limits[0], &limits[1]));
    return call_return_interval(call, limits[0], limits[1]);
}

static const sq_function alpha_interval_function = {
    .name = "SQ.ALPHA.INTERVAL",
    .call = alpha_interval,
    .summary = N_("Confidence interval of Cronbach's α after Feldt: lower and upper limit side "
                  "by side. Enter as an array."),
    .parameters = {&in_items, &in_level, &in_missing},
    .example = {FOUR_ITEMS, "COLUMNS(SQ.ALPHA.INTERVAL(A1:D6))", "2"},
    .reports = {{interval_columns, WITHOUT_HEADINGS}},
};

static const sq_column bartlett_columns[] = {
    {N_("χ²"), FIGURE_NUMBER, N_("of the test that no items are related")},
    {N_("df"), FIGURE_COUNT, N_("its degrees of freedom")},
    {N_("p"), FIGURE_PROBABILITY, N_("probability of so large a χ² by chance")},
    {NULL}};

static sq_status bartlett(sq_call *call)
{
    item_answers answers;
    sq_bartlett_test test;
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(sq_bartlett(&answers.items, &test));
    SQ_TRY(call_return_table(call, 1, 3));
    put_numbers(call, (const double[]){test.chi_square, test.df, test.p}, 3);
    return SQ_OK;
}

static const sq_function bartlett_function = {
    .name = "SQ.BARTLETT",
    .call = bartlett,
    .summary = N_("Bartlett's test that the items are uncorrelated: χ², degrees of freedom and p "
                  "side by side. Enter as an array."),
    .parameters = {&in_items, &in_missing},
    .example = {FOUR_ITEMS, "INDEX(SQ.BARTLETT(A1:D6);1;2)", "6"},
    .reports = {{bartlett_columns, WITHOUT_HEADINGS}},
};

static const sq_column kmo_columns[] = {
    {N_("KMO"), FIGURE_NUMBER, N_("0 to 1; the first row is all items together")},
    {N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {NULL}};

static sq_status kmo(sq_call *call)
{
    item_answers answers;
    double overall, *per_item;
    SQ_TRY(read_items(call, &answers));
    SQ_TAKE(per_item, &call->memory, answers.items.count);
    SQ_TRY(sq_kmo(&answers.items, &overall, per_item));
    SQ_TRY(call_return_table(call, 1 + answers.items.count, 2));
    put_number(call, overall);
    put_word(call, N_("All items"));
    for (size_t i = 0; i < answers.items.count; i++) {
        next_row(call);
        put_number(call, per_item[i]);
        put_item(call, &answers.range, NULL, i);
    }
    return SQ_OK;
}

static const sq_function kmo_function = {
    .name = "SQ.KMO",
    .call = kmo,
    .summary = N_("Kaiser–Meyer–Olkin measure of sampling adequacy: of all items together, then "
                  "of each, with their names beside. Enter as an array."),
    .parameters = {&in_items, &in_missing},
    .example = {FOUR_ITEMS, "ROWS(SQ.KMO(A1:D6))", "5"},
    .reports = {{kmo_columns, WITHOUT_HEADINGS}},
};

/* ---- Tables. */

static const char *const flag_words[] = {
    [SQ_ITEM_FINE] = "",
    [SQ_ITEM_EMPTY] = N_("fewer than two answers"),
    [SQ_ITEM_CONSTANT] = N_("everybody gave the same answer"),
    [SQ_ITEM_ALONE] = N_("no relation to the others can be computed"),
    [SQ_ITEM_AGAINST] = N_("runs against the others: worded the other way and not recoded?"),
    [SQ_ITEM_WEAK] = N_("weak: item–rest correlation below 0.3"),
    [SQ_ITEM_LOWERS_ALPHA] = N_("α is higher without it")};

static const sq_column items_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {N_("n"), FIGURE_COUNT, N_("answers")},
    {N_("Mean"), FIGURE_NUMBER, N_("mean answer, in points")},
    {N_("SD"), FIGURE_NUMBER, N_("standard deviation between respondents")},
    {N_("Item–rest r"), FIGURE_NUMBER, N_("correlation with the sum of the other items")},
    {N_("α without it"), FIGURE_NUMBER, N_("Cronbach's α of the other items")},
    {N_("Skew"), FIGURE_NUMBER, N_("skewness of the answers; 0 is symmetric")},
    {N_("Remark"), FIGURE_WORD, N_("what is wrong with it, if anything")},
    {NULL}};

static sq_status items(sq_call *call)
{
    item_answers answers;
    sq_item_statistics *statistics;
    SQ_TRY(read_items(call, &answers));
    SQ_TAKE(statistics, &call->memory, answers.items.count);
    SQ_TRY(sq_item_analysis(&answers.items, statistics));
    SQ_TRY(begin_table(call, items_columns, 0, answers.items.count));
    for (size_t i = 0; i < answers.items.count; i++) {
        const sq_item_statistics *item = &statistics[i];
        const double numbers[] = {(double)item->n, item->mean,          item->sd,
                                  item->item_rest, item->alpha_without, item->skew};
        next_row(call);
        put_item(call, &answers.range, NULL, i);
        put_numbers(call, numbers, LENGTH(numbers));
        put_word(call, flag_words[item->flag]);
    }
    return SQ_OK;
}

static const sq_function items_function = {
    .name = "SQ.ITEMS",
    .call = items,
    .summary = N_("Table with a row per item: n, mean, standard deviation, correlation with the "
                  "rest of the scale, α without it, skew, remark. Enter as an array."),
    .parameters = {&in_items, &in_missing, &in_case_weights},
    .example = {"1|1\n2|3\n3|2", "INDEX(SQ.ITEMS(A1:B3);2;5)", "0.5"},
    .reports = {{items_columns}},
};

static const sq_column scales_columns[] = {
    {N_("Dimension"), FIGURE_LABEL, N_("the dimension, in order of its first item")},
    {N_("Items"), FIGURE_COUNT, N_("how many items")},
    {N_("α"), FIGURE_NUMBER, N_("Cronbach's α")},
    {N_("Standardised α"), FIGURE_NUMBER, N_("α from the mean correlation")},
    {N_("ω"), FIGURE_NUMBER, N_("McDonald's ω total, from one factor")},
    {N_("Mean r"), FIGURE_NUMBER, N_("mean correlation between items")},
    {N_("AVE"), FIGURE_NUMBER, N_("average variance extracted, 0 to 1")},
    {N_("CR"), FIGURE_NUMBER, N_("composite reliability, 0 to 1")},
    {N_("λ2"), FIGURE_NUMBER, N_("Guttman's λ2")},
    {N_("λ6"), FIGURE_NUMBER, N_("Guttman's λ6")},
    {N_("Remark"), FIGURE_WORD, N_("why a figure is missing, or what to do")},
    {NULL}};

static const char *item_name(sq_call *call, const item_answers *answers, size_t item)
{
    char *name;
    if (answers->range.names)
        return answers->range.names[item];
    if (!(name = call_memory(call, 64, 1)))
        return "";
    snprintf(name, 64, "%s %zu", call_translate(call, N_("Item")), item + 1);
    return name;
}

/* What is wrong with a scale, or what to do. */
static void put_remark(sq_call *call, const sq_scale *scale, const char *improper)
{
    if (improper)
        put_sentence(call,
                     N_("One factor would leave %s no variance of its own (a Heywood case): no ω, "
                        "AVE and CR. Leave the item out, or look for two factors."),
                     improper);
    else if (isnan(scale->alpha))
        put_word(call, N_("No α: it takes two items with spread, answered by two respondents."));
    else if (scale->alpha < 0)
        put_word(call,
                 N_("α is negative: items run against each other. SQ.CHECK names them; turn those "
                    "that are worded the other way round with SQ.RECODE."));
}

/* One scale: the items of a dimension, or all of them where there are no dimensions. */
static sq_status put_scale(sq_call *call, const item_answers *answers,
                           const sq_dimensions *dimensions, size_t dimension)
{
    sq_items items = answers->items;
    sq_scale scale;
    size_t *columns;
    SQ_TAKE(columns, &call->memory, answers->items.count);
    items.count = 0;
    items.columns = columns;
    for (size_t i = 0; i < answers->items.count; i++)
        if (dimensions->count == 0 || dimensions->of_item[i] == dimension)
            columns[items.count++] = i;
    SQ_TRY(within((double)items.count, FACTORED_MAX));
    SQ_TRY(sq_scale_reliability(&items, &scale));
    put_numbers(call,
                (const double[]){(double)scale.k, scale.alpha, scale.standardised_alpha,
                                 scale.omega, scale.mean_r, scale.ave, scale.cr, scale.lambda2,
                                 scale.lambda6},
                9);
    put_remark(call, &scale,
               scale.improper < items.count ? item_name(call, answers, columns[scale.improper])
                                            : NULL);
    return SQ_OK;
}

static sq_status scales(sq_call *call)
{
    item_answers answers;
    item_dimensions dimensions;
    size_t rows;
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(read_dimensions(call, answers.items.count, &dimensions));
    rows = dimensions.model.count > 0 ? dimensions.model.count : 1;
    SQ_TRY(begin_table(call, scales_columns, 0, rows));
    for (size_t d = 0; d < rows; d++) {
        next_row(call);
        if (dimensions.model.count > 0)
            put_text(call, dimensions.names[d]);
        else
            put_word(call, N_("All items"));
        SQ_TRY(put_scale(call, &answers, &dimensions.model, d));
    }
    return SQ_OK;
}

static const sq_function scales_function = {
    .name = "SQ.RELIABILITY",
    .call = scales,
    .summary = N_("Table with a row per dimension: items, α, standardised α, ω, mean "
                  "correlation, average variance extracted, composite reliability, Guttman's λ2 "
                  "and λ6, remark. A dimension has at most 200 items: the time grows with their "
                  "third power. Enter as an array."),
    .parameters = {&in_items, &in_dimensions, &in_missing, &in_case_weights},
    .example = {"1|1\n2|3\n3|2", "INDEX(SQ.RELIABILITY(A1:B3);2;3)", "0.666666666666667"},
    .reports = {{scales_columns}},
};

/* ---- Factors. */

static void put_numbered(sq_call *call, const char *word, size_t number)
{
    char text[64];
    snprintf(text, sizeof text, "%s %zu", call_translate(call, word), number);
    put_text(call, text);
}

static const sq_column factors_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item; below, what each factor explains")},
    {N_("each factor"), FIGURE_NUMBER, N_("loading of the item on it"), true},
    {N_("Communality"), FIGURE_NUMBER, N_("share of its variance that the factors explain")},
    {N_("Eigenvalue"), FIGURE_NUMBER, N_("eigenvalues in order, for the scree plot")},
    {NULL}};

/* Items × factors with communality and, in order, the eigenvalues of the scree plot; then the
 * variance of each factor, its share, and how oblique factors correlate. */
static sq_status return_factors(sq_call *call, const item_answers *answers,
                                const sq_factors *factors, bool oblique)
{
    size_t k = factors->k, m = factors->count;
    SQ_TRY(begin_table(call, factors_columns, m + 2, k + 2 + (oblique ? m : 0)));
    for (size_t f = 0; f < m; f++)
        put_numbered(call, N_("Factor"), f + 1);
    put_headings(call, factors_columns + 2);
    for (size_t i = 0; i < k; i++) {
        next_row(call);
        put_item(call, &answers->range, NULL, i);
        put_numbers(call, factors->loadings + i * m, m);
        put_number(call, factors->communality[i]);
        put_number(call, factors->eigenvalue[i]);
    }
    next_row(call);
    put_word(call, N_("Variance"));
    put_numbers(call, factors->explained, m);
    next_row(call);
    put_word(call, N_("Share of variance"));
    for (size_t f = 0; f < m; f++)
        put_number(call, factors->explained[f] / (double)k);
    for (size_t f = 0; oblique && f < m; f++) {
        next_row(call);
        put_numbered(call, N_("r with factor"), f + 1);
        put_numbers(call, factors->correlation + f * m, m);
    }
    return SQ_OK;
}

/* Axes without a proper solution: the table with its eigenvalues, but errors for numbers that do
 * not exist, and in its first cell, which is what one cell without array entry shows, why. */
static sq_status return_improper(sq_call *call, const item_answers *answers, sq_factors *factors,
                                 bool oblique)
{
    size_t k = factors->k, m = factors->count;
    const char *sentence;
    for (size_t i = 0; i < k * m; i++)
        factors->loadings[i] = sq_error(SQ_NO_CONVERGENCE);
    for (size_t i = 0; i < k; i++)
        factors->communality[i] = sq_error(SQ_NO_CONVERGENCE);
    for (size_t f = 0; f < m; f++)
        factors->explained[f] = sq_error(SQ_NO_CONVERGENCE);
    for (size_t f = 0; f < m * m; f++)
        factors->correlation[f] = sq_error(SQ_NO_CONVERGENCE);
    SQ_TRY(return_factors(call, answers, factors, oblique));
    first_cell(call);
    if (factors->improper >= k) {
        put_word(call,
                 N_("The communalities do not settle: ask for fewer factors, or for components."));
        return SQ_OK;
    }
    if (factors->proper > 0)
        sentence = N_("The communality of %s reaches 1 with %zu factors (a Heywood case): ask for "
                      "%zu, or leave the item out.");
    else
        sentence = N_("The communality of %s reaches 1 (a Heywood case), whatever the number of "
                      "factors: leave the item out, or ask for components.");
    put_sentence(call, sentence, item_name(call, answers, factors->improper), m, factors->proper);
    return SQ_OK;
}

static sq_status factors(sq_call *call)
{
    item_answers answers;
    double count;
    size_t method, rotation;
    sq_factors *found;
    sq_status status;
    SQ_TRY(read_items(call, &answers));
    SQ_TRY(within((double)answers.items.count, FACTORED_MAX));
    SQ_TRY(call_number(call, &in_count, &count));
    SQ_TRY(call_word(call, &in_method, &method));
    SQ_TRY(call_word(call, &in_rotation, &rotation));
    if (count < 0 || count > (double)answers.items.count || count != floor(count))
        return SQ_OUT_OF_DOMAIN;
    if (!(found = sq_factors_in(&call->memory, answers.items.count)))
        return SQ_NO_MEMORY;
    status = sq_factor_analysis(&answers.items, (size_t)count, (sq_extraction)method,
                                (sq_rotation)rotation, found);
    if (status == SQ_OK)
        return return_factors(call, &answers, found, rotation >= SQ_PROMAX);
    if (status == SQ_NO_CONVERGENCE && found->proper < found->count)
        return return_improper(call, &answers, found, rotation >= SQ_PROMAX);
    return status;
}

static const sq_function factors_function = {
    .name = "SQ.FACTORS",
    .call = factors,
    .summary =
        N_("Factor analysis: table of the loadings with communality and eigenvalues, then "
           "the variance of each factor. Where axes have no proper solution, the first cell "
           "says which item is the reason. At most 200 items: the time grows with their third "
           "power. Enter as an array."),
    .parameters = {&in_items, &in_count, &in_method, &in_rotation, &in_missing, &in_case_weights},
    .example = {"1|2\n2|1\n3|4\n4|3", "INDEX(SQ.FACTORS(A1:B4;1);2;4)", "1.6"},
    .reports = {{factors_columns}},
};

static const sq_function *const functions[] = {&alpha_function,
                                               &alpha_interval_function,
                                               &omega_function,
                                               &split_half_function,
                                               &items_function,
                                               &scales_function,
                                               &kmo_function,
                                               &bartlett_function,
                                               &factors_function,
                                               &gap_reliability_function,
                                               &cfa_function,
                                               &cfa_compare_function,
                                               NULL};

const sq_family reliability_family = {"XReliability", N_("Reliability and validity"), functions,
                                      NULL};
