/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/reliability/confirmatory.h"

#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "reliability/confirmatory.h"
#include "workbook.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>

/* ---- Arguments. */

static const sq_parameter in_confirmed = {"items", DATA,
                                          N_("Answers: one row per respondent, one column per "
                                             "item, at most 100 that belong to a dimension. "
                                             "Who left one out is left out.")};

static const sq_parameter in_result = {
    "result", VALUE, N_("What the table holds."),
    .choices =
        (const sq_choice[]){{N_("fit"), N_("how well the model fits")},
                            {N_("loadings"), N_("of each item on its dimension")},
                            {N_("correlations"), N_("of the dimensions")},
                            {N_("validity"), N_("convergent and discriminant")},
                            {N_("residuals"), N_("correlations of items less those of the model")},
                            {NULL}}};

enum { FIT, LOADINGS, CORRELATIONS, VALIDITY, RESIDUALS };

static const sq_parameter in_cfa_model = {
    "model", OPTION, N_("How the dimensions hang together."),
    .choices = (const sq_choice[]){{N_("correlated"), N_("each with each")},
                                   {N_("one"), N_("all items measure one thing")},
                                   {N_("orthogonal"), N_("not at all")},
                                   {N_("second-order"), N_("by one general dimension")},
                                   {NULL}},
    .left_out = "correlated"};

typedef struct confirmed {
    sq_range answers;
    item_dimensions dimensions;
    sq_cfa cfa;
} confirmed;

static sq_status read_confirmed(sq_call *call, confirmed *out)
{
    size_t items = 0;
    SQ_TRY(call_range(call, &in_confirmed, &out->answers));
    SQ_TRY(read_dimensions(call, out->answers.answers.columns, &out->dimensions));
    if (out->dimensions.model.count == 0)
        return SQ_BAD_ARGUMENT;
    for (size_t i = 0; i < out->answers.answers.columns; i++)
        items += out->dimensions.model.of_item[i] != SQ_LEFT_OUT;
    SQ_TRY(within((double)items, CONFIRMED_MAX));
    return within_covariances(out->answers.answers.rows, items);
}

/* What has no value, throughout. */
static void forget(sq_cfa *cfa)
{
    double none = sq_error(SQ_UNDEFINED), n = cfa->fit.n;
    double *fit = (double *)&cfa->fit;
    for (size_t i = 0; i < sizeof cfa->fit / sizeof *fit; i++)
        fit[i] = none;
    cfa->fit.n = n;
    for (size_t i = 0; i < cfa->k; i++) {
        sq_cfa_item *item = &cfa->item[i];
        item->loading = item->se = item->z = item->p = item->standardised = item->unique = none;
    }
    for (size_t i = 0; i < cfa->m * cfa->m; i++)
        cfa->correlation[i] = none;
    for (size_t i = 0; i < cfa->m; i++)
        cfa->general[i] = none;
    for (size_t i = 0; i < cfa->k * cfa->k; i++)
        cfa->observed[i] = none;
}

/* A model that is not defined has its table all the same, of errors; put_fault says why. */
static sq_status confirm(sq_call *call, confirmed *of, sq_cfa_model model)
{
    sq_status status =
        sq_confirm(&call->memory, &of->answers.answers, &of->dimensions.model, model, &of->cfa);
    if (status != SQ_UNDEFINED || of->cfa.fault == SQ_CFA_FINE)
        return status;
    forget(&of->cfa);
    return SQ_OK;
}

/* ---- Why there is no model, in the first cell, which is what one cell without array entry shows. */

static const char *const fault_sentences[] = {
    [SQ_CFA_FEW_RESPONDENTS] =
        N_("There are no more respondents who answered every item than there are items."),
    [SQ_CFA_CONSTANT] = N_("Everybody gave %s the same answer: leave it out."),
    [SQ_CFA_DETERMINED] = N_("%s is determined by the items before it, as a sum or a copy of them "
                             "would be: leave it out."),
    [SQ_CFA_PARAMETERS] =
        N_("The model has more parameters than the items have variances and covariances: "
           "leave dimensions together or ask more items."),
    [SQ_CFA_TWO_ITEMS] =
        N_("Two items of %s do not determine it in this model: ask more items, or take "
           "correlated dimensions."),
    [SQ_CFA_FEW_FACTORS] = N_("A general dimension behind others needs three of them or more.")};

static const char *name_at_fault(const confirmed *of, char number[32])
{
    size_t at = of->cfa.at_fault;
    if (at == SQ_NOWHERE)
        return "";
    if (of->cfa.fault == SQ_CFA_TWO_ITEMS)
        return of->cfa.m > 1 ? of->dimensions.names[at] : "";
    if (of->answers.names)
        return of->answers.names[at];
    snprintf(number, 32, "%zu", at + 1);
    return number;
}

static void put_fault(sq_call *call, const confirmed *of)
{
    char number[32];
    if (of->cfa.fault == SQ_CFA_FINE)
        return;
    first_cell(call);
    put_sentence(call, fault_sentences[of->cfa.fault], name_at_fault(of, number));
}

/* ---- Tables. */

static const sq_column fit_rows[] = {
    {N_("n"), FIGURE_COUNT, N_("respondents who answered every item")},
    {N_("Parameters"), FIGURE_COUNT, N_("that are estimated")},
    {N_("χ²"), FIGURE_NUMBER, N_("of the test that the model holds exactly")},
    {N_("df"), FIGURE_COUNT, N_("its degrees of freedom")},
    {N_("p"), FIGURE_PROBABILITY, N_("probability of so large a χ² where it does")},
    {N_("χ²/df"), FIGURE_NUMBER, N_("up to 3 is usual (Kline 2016; page not verified)")},
    {N_("CFI"), FIGURE_NUMBER, N_("from 0.95 good, from 0.90 acceptable (Hu & Bentler 1999)")},
    {N_("TLI"), FIGURE_NUMBER, N_("the same")},
    {N_("RMSEA"), FIGURE_NUMBER, N_("up to 0.06 good, up to 0.08 acceptable (Hu & Bentler 1999)")},
    {N_("RMSEA lower"), FIGURE_NUMBER, N_("lower end of its interval (90 percent)")},
    {N_("RMSEA upper"), FIGURE_NUMBER, N_("upper end of the same")},
    {N_("SRMR"), FIGURE_NUMBER, N_("up to 0.08 good (Hu & Bentler 1999)")},
    {N_("AIC"), FIGURE_NUMBER, N_("of two models of the same answers the smaller is better")},
    {N_("BIC"), FIGURE_NUMBER, N_("the same")},
    {N_("Log-likelihood"), FIGURE_NUMBER, N_("of the answers under the model")},
    {N_("Baseline χ²"), FIGURE_NUMBER, N_("where no items are related")},
    {N_("Baseline df"), FIGURE_COUNT, N_("its degrees of freedom")},
    {NULL}};

static sq_status return_fit(sq_call *call, const sq_cfa_fit *fit)
{
    const double values[] = {fit->n,
                             fit->parameters,
                             fit->chi_square,
                             fit->df,
                             fit->p,
                             fit->df > 0 ? fit->chi_square / fit->df : sq_error(SQ_UNDEFINED),
                             fit->cfi,
                             fit->tli,
                             fit->rmsea,
                             fit->rmsea_lower,
                             fit->rmsea_upper,
                             fit->srmr,
                             fit->aic,
                             fit->bic,
                             fit->log_likelihood,
                             fit->baseline_chi_square,
                             fit->baseline_df};
    SQ_TRY(begin_rows(call, fit_rows));
    for (size_t i = 0; i < LENGTH(values); i++)
        put_value(call, values[i]);
    return SQ_OK;
}

static const sq_column loadings_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {N_("Dimension"), FIGURE_LABEL, N_("the dimension it belongs to")},
    {N_("Estimate"), FIGURE_NUMBER,
     N_("points of the item per standard deviation of the dimension")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error")},
    {N_("z"), FIGURE_NUMBER, N_("estimate over standard error")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a z as far from 0 by chance")},
    {N_("Standardised"), FIGURE_NUMBER,
     N_("of standardised answers; from 0.5, better 0.7 (Hair et al. 2010; page "
        "not verified)")},
    {N_("R²"), FIGURE_SHARE, N_("share of the item's variance that the dimension explains")},
    {N_("Remark"), FIGURE_WORD, N_("a Heywood case: more than all of the variance explained")},
    {NULL}};

static void put_factor(sq_call *call, const confirmed *of, size_t factor)
{
    if (of->cfa.model == SQ_CFA_ONE)
        put_word(call, N_("All items"));
    else
        put_text(call, of->dimensions.names[factor]);
}

static sq_status return_loadings(sq_call *call, const confirmed *of)
{
    SQ_TRY(begin_table(call, loadings_columns, 0, of->cfa.k));
    for (size_t f = 0; f < of->cfa.m; f++)
        for (size_t i = 0; i < of->cfa.k; i++) {
            const sq_cfa_item *item = &of->cfa.item[i];
            const double numbers[] = {item->loading, item->se,           item->z,
                                      item->p,       item->standardised, 1 - item->unique};
            if (item->factor != f)
                continue;
            next_row(call);
            put_item(call, &of->answers, NULL, item->column);
            put_factor(call, of, f);
            put_numbers(call, numbers, LENGTH(numbers));
            if (item->unique < 0)
                put_word(call, N_("Heywood case: its own variance would be negative"));
        }
    return SQ_OK;
}

static const sq_column correlations_columns[] = {
    {N_("Dimension"), FIGURE_LABEL,
     N_("the dimension; of second order the last column is its loading on the general one")},
    {N_("each dimension"), FIGURE_NUMBER, N_("correlation with it; beyond 1 is a Heywood case"),
     true},
    {NULL}};

static sq_status return_correlations(sq_call *call, const confirmed *of)
{
    size_t m = of->cfa.m, general = of->cfa.model == SQ_CFA_SECOND_ORDER;
    SQ_TRY(begin_table(call, correlations_columns, m + general, m));
    for (size_t f = 0; f < m; f++)
        put_factor(call, of, f);
    if (general)
        put_word(call, N_("General"));
    for (size_t f = 0; f < m; f++) {
        next_row(call);
        put_factor(call, of, f);
        put_numbers(call, of->cfa.correlation + f * m, m);
        if (general)
            put_number(call, of->cfa.general[f]);
    }
    return SQ_OK;
}

static const sq_column validity_columns[] = {
    {N_("Dimension"), FIGURE_LABEL, N_("the dimension")},
    {N_("CR"), FIGURE_NUMBER, N_("composite reliability, from 0.7 (Fornell & Larcker 1981)")},
    {N_("AVE"), FIGURE_NUMBER, N_("average variance extracted, from 0.5 (the same)")},
    {N_("MSV"), FIGURE_NUMBER, N_("largest variance shared with another; AVE should be larger")},
    {N_("each dimension"), FIGURE_NUMBER,
     N_("in the diagonal √AVE, below it correlations, which should be smaller, above it HTMT, up "
        "to 0.85"),
     true},
    {NULL}};

static sq_status return_validity(sq_call *call, const confirmed *of)
{
    size_t m = of->cfa.m;
    sq_cfa_validity *validity;
    double *htmt;
    SQ_TAKE(validity, &call->memory, m);
    SQ_TAKE_TABLE(htmt, &call->memory, m, m);
    sq_cfa_validity_of(&of->cfa, validity, htmt);
    SQ_TRY(begin_table(call, validity_columns, m, m));
    for (size_t f = 0; f < m; f++)
        put_factor(call, of, f);
    for (size_t f = 0; f < m; f++) {
        next_row(call);
        put_factor(call, of, f);
        put_number(call, validity[f].cr);
        put_number(call, validity[f].ave);
        put_number(call, validity[f].msv);
        for (size_t h = 0; h < m; h++)
            put_number(call, h == f  ? sqrt(validity[f].ave)
                             : h < f ? of->cfa.correlation[f * m + h]
                                     : htmt[f * m + h]);
    }
    return SQ_OK;
}

static const sq_column residuals_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {N_("each item"), FIGURE_NUMBER,
     N_("correlation less that of the model; beyond 0.1 look closer"), true},
    {NULL}};

static sq_status return_residuals(sq_call *call, const confirmed *of)
{
    size_t k = of->cfa.k;
    SQ_TRY(begin_table(call, residuals_columns, k, k));
    for (size_t i = 0; i < k; i++)
        put_item(call, &of->answers, NULL, of->cfa.item[i].column);
    for (size_t i = 0; i < k; i++) {
        next_row(call);
        put_item(call, &of->answers, NULL, of->cfa.item[i].column);
        for (size_t j = 0; j < k; j++)
            put_number(call, of->cfa.observed[i * k + j] - of->cfa.implied[i * k + j]);
    }
    return SQ_OK;
}

static sq_status cfa(sq_call *call)
{
    confirmed of;
    size_t result, model;
    SQ_TRY(read_confirmed(call, &of));
    SQ_TRY(call_word(call, &in_result, &result));
    SQ_TRY(call_word(call, &in_cfa_model, &model));
    SQ_TRY(confirm(call, &of, (sq_cfa_model)model));
    switch (result) {
    case FIT:
        SQ_TRY(return_fit(call, &of.cfa.fit));
        break;
    case LOADINGS:
        SQ_TRY(return_loadings(call, &of));
        break;
    case CORRELATIONS:
        SQ_TRY(return_correlations(call, &of));
        break;
    case VALIDITY:
        SQ_TRY(return_validity(call, &of));
        break;
    default:
        SQ_TRY(return_residuals(call, &of));
    }
    put_fault(call, &of);
    return SQ_OK;
}

#define SIX_ITEMS                                                                                  \
    "5|4|5|4|3|4\n3|3|4|3|4|3\n4|4|4|5|5|5\n2|1|2|2|3|1\n1|2|1|1|2|2\n4|5|3|4|3|4\n5|5|4|2|2|"     \
    "3\n2|3|3|1|1|2\n"                                                                             \
    "3|3|2|5|4|4"

const sq_function cfa_function = {
    .name = "SQ.CFA",
    .call = cfa,
    .summary =
        N_("Confirmatory factor analysis by maximum likelihood: whether each item measures the "
           "dimension it is meant for. Table of the fit, the loadings, the correlations, the "
           "validity or "
           "the residuals. Where the model is not defined the first cell says why. Enter as an "
           "array."),
    .parameters = {&in_confirmed, &in_dimensions, &in_result, &in_cfa_model},
    .example = {"a|a|a|b|b|b\n" SIX_ITEMS, "INDEX(SQ.CFA(A2:F10;A1:F1;\"fit\");4;2)", "8"},
    .reports = {{fit_rows, IN_ROWS, N_("fit")},
                {loadings_columns, WITH_HEADINGS, N_("loadings")},
                {correlations_columns, WITH_HEADINGS, N_("correlations")},
                {validity_columns, WITH_HEADINGS, N_("validity")},
                {residuals_columns, WITH_HEADINGS, N_("residuals")}},
};

/* ---- Models side by side. */

static const sq_column compare_columns[] = {
    {N_("Model"), FIGURE_LABEL, N_("how the dimensions hang together")},
    {N_("χ²"), FIGURE_NUMBER, N_("of the test that the model holds exactly")},
    {N_("df"), FIGURE_COUNT, N_("its degrees of freedom")},
    {N_("CFI"), FIGURE_NUMBER, N_("from 0.95 good, from 0.90 acceptable (Hu & Bentler 1999)")},
    {N_("TLI"), FIGURE_NUMBER, N_("the same")},
    {N_("RMSEA"), FIGURE_NUMBER, N_("up to 0.06 good, up to 0.08 acceptable (Hu & Bentler 1999)")},
    {N_("SRMR"), FIGURE_NUMBER, N_("up to 0.08 good (Hu & Bentler 1999)")},
    {N_("AIC"), FIGURE_NUMBER, N_("of two models of the same answers the smaller is better")},
    {N_("BIC"), FIGURE_NUMBER, N_("the same")},
    {N_("Δχ²"), FIGURE_NUMBER, N_("χ² less that of correlated dimensions")},
    {N_("Δdf"), FIGURE_COUNT, N_("degrees of freedom less theirs")},
    {N_("p"), FIGURE_PROBABILITY,
     N_("probability of so large a Δχ² where the simpler model holds")},
    {NULL}};

static void put_model(sq_call *call, const sq_cfa_fit *fit, const sq_cfa_fit *against)
{
    double none = sq_error(SQ_UNDEFINED), df = fit->df - against->df;
    double away = fit->chi_square - against->chi_square;
    const double numbers[] = {fit->chi_square, fit->df,   fit->cfi, fit->tli,
                              fit->rmsea,      fit->srmr, fit->aic, fit->bic};
    put_numbers(call, numbers, LENGTH(numbers));
    put_number(call, df > 0 ? away : none);
    put_number(call, df > 0 ? df : none);
    put_number(call, df > 0 ? gsl_cdf_chisq_Q(fmax(0, away), df) : none);
}

static sq_status cfa_compare(sq_call *call)
{
    static const char *const names[SQ_CFA_MODELS] = {N_("correlated"), N_("one"), N_("orthogonal"),
                                                     N_("second-order")};
    confirmed of;
    sq_cfa_fit fits[SQ_CFA_MODELS];
    SQ_TRY(read_confirmed(call, &of));
    for (size_t model = 0; model < SQ_CFA_MODELS; model++) {
        sq_status status = confirm(call, &of, (sq_cfa_model)model);
        if (status == SQ_NO_CONVERGENCE) { /* the others stand */
            forget(&of.cfa);
            status = SQ_OK;
        }
        SQ_TRY(status);
        fits[model] = of.cfa.fit;
    }
    SQ_TRY(begin_table(call, compare_columns, 0, SQ_CFA_MODELS));
    for (size_t model = 0; model < SQ_CFA_MODELS; model++) {
        next_row(call);
        put_word(call, names[model]);
        put_model(call, &fits[model], &fits[SQ_CFA_CORRELATED]);
    }
    return SQ_OK;
}

const sq_function cfa_compare_function = {
    .name = "SQ.CFA.COMPARE",
    .call = cfa_compare,
    .summary =
        N_("Confirmatory models of the same items side by side: correlated dimensions, one for all "
           "items, "
           "orthogonal ones, a general one behind them; a row each, and their difference to "
           "correlated "
           "ones. A model that is not identified or finds no end has #N/A. Enter as an array."),
    .parameters = {&in_confirmed, &in_dimensions},
    .example = {"a|a|a|b|b|b\n" SIX_ITEMS, "INDEX(SQ.CFA.COMPARE(A2:F10;A1:F1);3;3)", "9"},
    .reports = {{compare_columns}},
};
