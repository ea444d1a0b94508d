/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Loyalty and money": wrappers, then the rows of the catalogue. The table of losses
 * stands in loss_report.c.
 */
#include "arguments.h"
#include "call_limits.h"
#include "functions/loyalty/loss_report.h"
#include "functions/survey_arguments.h"
#include "language.h"
#include "loyalty/complaints.h"
#include "loyalty/customer_value.h"
#include "loyalty/retention.h"
#include "result.h"

#include <math.h>
#include <string.h>

/* ---- Retention. */

typedef struct retention_table {
    sq_retention_row *rows;
    size_t count;
} retention_table;

/* Two columns, score and rate; a first row of words is skipped, blank rows are, too. */
static sq_status read_retention_table(sq_call *call, retention_table *out)
{
    sq_values given;
    SQ_TRY(call_matrix(call, "table", &given));
    out->count = given.cells == 0 ? SQ_USUAL_RETENTION_ROWS : 0;
    out->rows = call_memory(call, given.cells == 0 ? out->count : given.rows, sizeof *out->rows);
    if (!out->rows)
        return SQ_NO_MEMORY;
    if (given.cells == 0) {
        memcpy(out->rows, sq_usual_retention, out->count * sizeof *out->rows);
        return SQ_OK;
    }
    if (given.columns != 2 || given.rows > WIDE)
        return SQ_BAD_ARGUMENT;
    for (size_t row = 0; row < given.rows; row++) {
        const double *numbers = given.numbers + 2 * row;
        const char **texts = given.texts + 2 * row;
        if (!texts[0] && !texts[1])
            continue;
        if (row == 0 && isnan(numbers[0]) && isnan(numbers[1]))
            continue;
        if (isnan(numbers[0]) || isnan(numbers[1]))
            return SQ_BAD_ARGUMENT;
        out->rows[out->count++] = (sq_retention_row){numbers[0], numbers[1]};
    }
    return sq_retention_sort(out->rows, out->count);
}

static sq_status retention(sq_call *call)
{
    retention_table table;
    double score, rate;
    SQ_TRY(call_number(call, "score", NAN, &score));
    SQ_TRY(read_retention_table(call, &table));
    SQ_TRY(sq_retention(table.rows, table.count, score, &rate));
    return call_return_number(call, rate);
}

static sq_status retention_expected(sq_call *call)
{
    retention_table table;
    sq_range scores;
    const double *case_weights;
    double rate;
    SQ_TRY(call_range(call, "scores", &scores));
    SQ_TRY(read_retention_table(call, &table));
    SQ_TRY(call_case_weights(call, "case_weights", &scores, &case_weights));
    SQ_TRY(sq_expected_retention(table.rows, table.count, &scores.answers, case_weights, &rate));
    return call_return_number(call, rate);
}

/* ---- What customers are worth. */

static sq_status lifetime_value(sq_call *call)
{
    double margin, rate, discount, years, value;
    SQ_TRY(call_number(call, "margin", NAN, &margin));
    SQ_TRY(call_number(call, "retention", NAN, &rate));
    SQ_TRY(call_number(call, "discount", NAN, &discount));
    SQ_TRY(call_number(call, "years", NAN, &years));
    SQ_TRY(sq_lifetime_value(margin, rate, discount, years, &value));
    return call_return_number(call, value);
}

static sq_status loss_cost(sq_call *call)
{
    sq_loss loss;
    double cost;
    SQ_TRY(call_number(call, "customers", NAN, &loss.customers));
    SQ_TRY(call_number(call, "retention", NAN, &loss.retention));
    SQ_TRY(call_number(call, "margin", NAN, &loss.margin));
    SQ_TRY(call_number(call, "years", 1, &loss.years));
    SQ_TRY(call_number(call, "discount", 0, &loss.discount));
    SQ_TRY(call_number(call, "replacement", 0, &loss.replacement));
    SQ_TRY(sq_loss_cost(&loss, &cost));
    return call_return_number(call, cost);
}

static sq_status acquisition_cost(sq_call *call)
{
    sq_acquisition acquisition;
    double cost;
    SQ_TRY(call_number(call, "campaign", NAN, &acquisition.campaign));
    SQ_TRY(call_number(call, "meetings", NAN, &acquisition.meetings));
    SQ_TRY(call_number(call, "meeting_cost", NAN, &acquisition.meeting_cost));
    SQ_TRY(call_number(call, "calls", NAN, &acquisition.calls));
    SQ_TRY(call_number(call, "call_cost", NAN, &acquisition.call_cost));
    SQ_TRY(call_number(call, "won", NAN, &acquisition.won));
    SQ_TRY(sq_acquisition_cost(&acquisition, &cost));
    return call_return_number(call, cost);
}

/* The sum of the components that were given. */
static sq_status read_total(sq_call *call, const char *name, double *total)
{
    sq_values values;
    size_t count = 0;
    SQ_TRY(call_matrix(call, name, &values));
    *total = 0;
    for (size_t i = 0; i < values.cells; i++) {
        if (!values.texts[i])
            continue;
        if (isnan(values.numbers[i]))
            return SQ_BAD_ARGUMENT;
        *total += values.numbers[i];
        count++;
    }
    return count > 0 ? SQ_OK : SQ_NO_DATA;
}

static sq_status delivered_value(sq_call *call)
{
    double value, cost;
    SQ_TRY(read_total(call, "value", &value));
    SQ_TRY(read_total(call, "cost", &cost));
    return isfinite(value - cost) ? call_return_number(call, value - cost) : SQ_OUT_OF_DOMAIN;
}

static sq_status unheard(sq_call *call)
{
    double complaints, rate, customers;
    SQ_TRY(call_number(call, "complaints", NAN, &complaints));
    SQ_TRY(call_number(call, "complaint_rate", NAN, &rate));
    SQ_TRY(sq_unheard(complaints, rate, &customers));
    return call_return_number(call, customers);
}

/* ---- Complaints. */

/* 1 and 0 or yes and no for each complaint; a header is skipped where the dates have one. */
static sq_status read_resolved(sq_call *call, const sq_range *opened, const double **out)
{
    sq_values given;
    size_t skip, rows = opened->answers.rows;
    double *resolved;
    *out = NULL;
    SQ_TRY(call_values(call, "resolved", &given));
    if (given.cells == 0)
        return SQ_OK;
    skip = opened->has_header && given.cells == opened->reference_rows + 1;
    if (given.cells - skip != opened->reference_rows)
        return SQ_BAD_ARGUMENT;
    resolved = call_memory(call, rows, sizeof *resolved);
    if (!resolved)
        return SQ_NO_MEMORY;
    for (size_t i = 0; i < rows; i++) {
        const char *text = given.texts[skip + i];
        resolved[i] = given.numbers[skip + i];
        if (!text || !isnan(resolved[i]))
            continue;
        if (!words_match(text, N_("yes")) && !words_match(text, N_("no")))
            return SQ_BAD_ARGUMENT;
        resolved[i] = words_match(text, "yes");
    }
    *out = resolved;
    return SQ_OK;
}

static const char *const complaint_rows[] = {
    N_("Complaints"),    N_("Answered"),       N_("Still open"),  N_("Share answered"),
    N_("Mean time"),     N_("Median time"),    N_("90 % within"), N_("Longest time"),
    N_("Within target"), N_("Share resolved"), N_("Resolved"),    N_("Resolved: not stated")};

static sq_status complaints(sq_call *call)
{
    sq_range opened, closed;
    const double *resolved;
    double target, *days;
    sq_complaints c;
    SQ_TRY(call_dates(call, "opened", &opened));
    SQ_TRY(call_dates(call, "closed", &closed));
    SQ_TRY(fit_ranges(call, &opened, &closed));
    if (opened.answers.columns != 1)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(read_resolved(call, &opened, &resolved));
    SQ_TRY(call_number(call, "target", NAN, &target));
    days = call_memory(call, opened.answers.rows, sizeof *days);
    if (!days)
        return SQ_NO_MEMORY;
    SQ_TRY(sq_complaints_of(opened.answers.values, closed.answers.values, resolved,
                            opened.answers.rows, target, days, &c));
    SQ_TRY(call_return_table(call, LENGTH(complaint_rows), 2));
    for (size_t i = 0; i < LENGTH(complaint_rows); i++) {
        const double numbers[LENGTH(complaint_rows)] = {
            (double)c.opened, (double)c.answered, (double)c.open,     c.answered_rate,
            c.mean,           c.median,           c.ninety,           c.longest,
            c.within_target,  c.resolved_rate,    (double)c.resolved, (double)c.not_stated};
        cell_word(call, i, 0, complaint_rows[i]);
        cell_number(call, i, 1, numbers[i]);
    }
    return SQ_OK;
}

/* ---- The catalogue. */

/* clang-format off */
#define RETENTION_TABLE                                                                            \
    {"table", OPTION,                                                                              \
     N_("Your own table: score and the share of customers still there a year later, from 0 to 1, " \
        "in two columns of at most 1,024 rows. Left out: 5 → 0.945, 4 → 0.825, 3 → 0.625, 2 → 0.175, 1 → 0.025.")}
#define RETENTION                                                                                  \
    {"retention", VALUE, N_("Share of customers who stay from one year to the next, from 0 to 1.")}
/* clang-format on */

const sq_function loyalty_functions[] = {
    {.name = "SQ.RETENTION",
     .call = retention,
     .summary = N_("Share of customers still there a year later, by their satisfaction score: "
                   "from a table, linear between its scores. A score outside the table is #NUM!."),
     .parameters = {{"score", VALUE, N_("Satisfaction score, in points of the table.")},
                    RETENTION_TABLE},
     .example = {"", "SQ.RETENTION(4.5)", "0.885"}},

    {.name = "SQ.RETENTION.EXPECTED",
     .call = retention_expected,
     .summary = N_("Expected retention of a survey: the mean over all answers of the retention "
                   "that belongs to each score."),
     .parameters = {{"scores", DATA, N_("Satisfaction scores: one row per respondent.")},
                    RETENTION_TABLE,
                    CASE_WEIGHTS},
     .example = {"5\n5\n4\n3", "SQ.RETENTION.EXPECTED(A1:A4)", "0.835"}},

    {.name = "SQ.LIFETIMEVALUE",
     .call = lifetime_value,
     .summary = N_("Lifetime value of a customer: the yearly margins to come, weighted by the "
                   "chance that the customer is still there, discounted to today; the first is a "
                   "year from now."),
     .parameters = {{"margin", VALUE, N_("Margin a customer brings in a year, in your currency.")},
                    RETENTION,
                    {"discount", VALUE, N_("Discount rate a year, such as 0.1 for 10 %.")},
                    {"years", OPTION,
                     N_("How many years count, a whole number. Left out: all to come.")}},
     .example = {"", "SQ.LIFETIMEVALUE(90;0.8;0.1)", "240"}},

    {.name = "SQ.LOSSCOST",
     .call = loss_cost,
     .summary = N_("What the customers lost in a year cost: their margins of a year, or of the "
                   "years given, discounted, and what it costs to win others in their place."),
     .parameters = {{"customers", VALUE, N_("Customers at the beginning of the year.")},
                    RETENTION,
                    {"margin", VALUE, N_("Margin a customer brings in a year, in your currency.")},
                    {"years", OPTION,
                     N_("How many years of a lost customer's margin count; 1 if left out: what "
                        "the loss costs in one year.")},
                    {"discount", OPTION,
                     N_("Discount rate a year, such as 0.1 for 10 %; 0 if left out.")},
                    {"replacement", OPTION,
                     N_("What it costs to win one customer, in your currency; 0 if left out.")}},
     .example = {"", "SQ.LOSSCOST(1000;0.8;50;5;0;30)", "56000"}},

    {.name = "SQ.ACQUISITIONCOST",
     .call = acquisition_cost,
     .summary = N_("What winning one customer costs: campaign, meetings and calls over the "
                   "customers won."),
     .parameters = {{"campaign", VALUE, N_("Cost of the campaign, in your currency.")},
                    {"meetings", VALUE, N_("How many meetings were held.")},
                    {"meeting_cost", VALUE, N_("Cost of one meeting, in your currency.")},
                    {"calls", VALUE, N_("How many calls were made.")},
                    {"call_cost", VALUE, N_("Cost of one call, in your currency.")},
                    {"won", VALUE, N_("How many customers were won.")}},
     .example = {"", "SQ.ACQUISITIONCOST(1000;20;50;100;2;11)", "200"}},

    {.name = "SQ.DELIVEREDVALUE",
     .call = delivered_value,
     .summary = N_("Customer delivered value: total customer value minus total customer cost. "
                   "Blank components are not counted."),
     .parameters = {{"value", VALUE,
                     N_("What the customer gets: product, service, personnel, image, in one "
                        "unit.")},
                    {"cost", VALUE,
                     N_("What it costs the customer: money, time, energy, psychological cost, in "
                        "the same unit.")}},
     .example = {"50|20|15|10\n40|5|3|2", "SQ.DELIVEREDVALUE(A1:D1;A2:D2)", "45"}},

    {.name = "SQ.LOSSES",
     .call = losses,
     .summary = N_("Loss analysis in Pareto order: a row for each reason, or for each combination "
                   "of labels (product, segment, period, reason), with counts, amounts, shares "
                   "and cumulated shares. Enter as an array."),
     .parameters =
         {{"reasons", DATA,
           N_("One row per loss, one to four columns of labels. Rows without a label are no "
              "losses.")},
          {"amounts", OPTION,
           N_("What each loss was worth, zero or more; a blank is a loss without an amount. Given "
              "it, the order is by amount.")},
          {"period", OPTION,
           N_("Turns dates among the labels into \"day\", \"month\", \"quarter\" or \"year\".")},
          {"header", OPTION,
           N_("1 if the first row names the columns, else 0. Left out: 1 where the first amount is "
              "a text, else 0.")}},
     .example = {"price\nservice\nprice", "INDEX(SQ.LOSSES(A1:A3);2;1)", "price"}},

    {.name = "SQ.COMPLAINTS",
     .call = complaints,
     .summary = N_("How complaints were dealt with: how many were answered, in what time (mean, "
                   "median, 90 %), within the target, and resolved. Enter as an array."),
     .parameters = {{"opened", DATA, N_("The date of each complaint, one column.")},
                    {"closed", DATA,
                     N_("The date it was answered, the same rows; blank while it is open.")},
                    {"resolved", OPTION,
                     N_("1 or \"yes\" where the customer took it for solved, 0 or \"no\" where "
                        "not; a blank is not stated.")},
                    {"target", OPTION, N_("Days within which a complaint is to be answered.")}},
     .example = {"10|12\n11|14\n12|\n13|14", "INDEX(SQ.COMPLAINTS(A1:A4;B1:B4);5;2)", "2"}},

    {.name = "SQ.UNHEARD",
     .call = unheard,
     .summary = N_("Dissatisfied customers behind the complaints, those who complained among them: "
                   "complaints over the share of the dissatisfied who complain."),
     .parameters = {{"complaints", VALUE, N_("How many complaints there were.")},
                    {"complaint_rate", VALUE,
                     N_("Share of dissatisfied customers who complain, above 0 up to 1. It "
                        "depends on the trade: ask a sample.")}},
     .example = {"", "SQ.UNHEARD(40;0.04)", "1000"}},

    {.name = NULL},
};
