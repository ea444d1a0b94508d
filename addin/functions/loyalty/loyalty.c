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

/* ---- Arguments. */

static const sq_parameter in_score = {"score", VALUE,
                                      N_("Satisfaction score, in points of the table.")};

static const sq_parameter in_table = {
    "table", OPTION,
    N_("Your own table: score and the share of customers still there a year later, from 0 to 1, in "
       "two columns of at most 1,024 rows. Left out: 5 → 0.945, 4 → 0.825, 3 → 0.625, 2 → 0.175, 1 "
       "→ 0.025.")};

static const sq_parameter in_scores = {"scores", DATA,
                                       N_("Satisfaction scores: one row per respondent.")};

static const sq_parameter in_margin = {"margin", VALUE,
                                       N_("Margin a customer brings in a year, in your currency.")};

static const sq_parameter in_retention = {
    "retention", VALUE, N_("Share of customers who stay from one year to the next, from 0 to 1.")};

static const sq_parameter in_discount = {"discount", VALUE,
                                         N_("Discount rate a year, such as 0.1 for 10 %.")};

static const sq_parameter in_years = {
    "years", OPTION, N_("How many years count, a whole number. Left out: all to come.")};

static const sq_parameter in_customers = {"customers", VALUE,
                                          N_("Customers at the beginning of the year.")};

static const sq_parameter in_loss_cost_years = {
    "years", OPTION,
    N_("How many years of a lost customer's margin count; 1: what the loss costs in one year."),
    .left_out = "1"};

static const sq_parameter in_loss_cost_discount = {
    "discount", OPTION, N_("Discount rate a year, such as 0.1 for 10 %."), .left_out = "0"};

static const sq_parameter in_replacement = {
    "replacement", OPTION, N_("What it costs to win one customer, in your currency."),
    .left_out = "0"};

static const sq_parameter in_campaign = {"campaign", VALUE,
                                         N_("Cost of the campaign, in your currency.")};

static const sq_parameter in_meetings = {"meetings", VALUE, N_("How many meetings were held.")};

static const sq_parameter in_meeting_cost = {"meeting_cost", VALUE,
                                             N_("Cost of one meeting, in your currency.")};

static const sq_parameter in_calls = {"calls", VALUE, N_("How many calls were made.")};

static const sq_parameter in_call_cost = {"call_cost", VALUE,
                                          N_("Cost of one call, in your currency.")};

static const sq_parameter in_won = {"won", VALUE, N_("How many customers were won.")};

static const sq_parameter in_value = {
    "value", VALUE, N_("What the customer gets: product, service, personnel, image, in one unit.")};

static const sq_parameter in_cost = {
    "cost", VALUE,
    N_("What it costs the customer: money, time, energy, psychological cost, in the same unit.")};

static const sq_parameter in_opened = {"opened", DATA,
                                       N_("The date of each complaint, one column.")};

static const sq_parameter in_closed = {
    "closed", DATA, N_("The date it was answered, the same rows; blank while it is open.")};

static const sq_parameter in_resolved = {"resolved", OPTION,
                                         N_("1 or \"yes\" where the customer took it for solved, 0 "
                                            "or \"no\" where not; a blank is not stated.")};

static const sq_parameter in_target = {"target", OPTION,
                                       N_("Days within which a complaint is to be answered.")};

static const sq_parameter in_complaints = {"complaints", VALUE,
                                           N_("How many complaints there were.")};

static const sq_parameter in_complaint_rate = {
    "complaint_rate", VALUE,
    N_("Share of dissatisfied customers who complain, above 0 up to 1. It depends on the trade: "
       "ask a sample.")};

/* ---- Retention. */

typedef struct retention_table {
    sq_retention_row *rows;
    size_t count;
} retention_table;

/* Two columns, score and rate; a first row of words is skipped, blank rows are, too. */
static sq_status read_retention_table(sq_call *call, retention_table *out)
{
    sq_values given;
    SQ_TRY(call_matrix(call, &in_table, &given));
    out->count = given.cells == 0 ? SQ_USUAL_RETENTION_ROWS : 0;
    SQ_TAKE(out->rows, &call->memory, given.cells == 0 ? out->count : given.rows);
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
    SQ_TRY(call_number(call, &in_score, &score));
    SQ_TRY(read_retention_table(call, &table));
    SQ_TRY(sq_retention(table.rows, table.count, score, &rate));
    return call_return_number(call, rate);
}

static const sq_function retention_function = {
    .name = "SQ.RETENTION",
    .call = retention,
    .summary = N_("Share of customers still there a year later, by their satisfaction score: "
                  "from a table, linear between its scores. A score outside the table is #NUM!."),
    .parameters = {&in_score, &in_table},
    .example = {"", "SQ.RETENTION(4.5)", "0.885"},
};

static sq_status retention_expected(sq_call *call)
{
    retention_table table;
    sq_range scores;
    const double *case_weights;
    double rate;
    SQ_TRY(call_range(call, &in_scores, &scores));
    SQ_TRY(read_retention_table(call, &table));
    SQ_TRY(call_case_weights(call, &in_case_weights, &scores, &case_weights));
    SQ_TRY(sq_expected_retention(table.rows, table.count, &scores.answers, case_weights, &rate));
    return call_return_number(call, rate);
}

static const sq_function retention_expected_function = {
    .name = "SQ.RETENTION.EXPECTED",
    .call = retention_expected,
    .summary = N_("Expected retention of a survey: the mean over all answers of the retention "
                  "that belongs to each score."),
    .parameters = {&in_scores, &in_table, &in_case_weights},
    .example = {"5\n5\n4\n3", "SQ.RETENTION.EXPECTED(A1:A4)", "0.835"},
};

/* ---- What customers are worth. */

static sq_status lifetime_value(sq_call *call)
{
    double margin, rate, discount, years, value;
    SQ_TRY(call_number(call, &in_margin, &margin));
    SQ_TRY(call_number(call, &in_retention, &rate));
    SQ_TRY(call_number(call, &in_discount, &discount));
    SQ_TRY(call_number(call, &in_years, &years));
    SQ_TRY(sq_lifetime_value(margin, rate, discount, years, &value));
    return call_return_number(call, value);
}

static const sq_function lifetime_value_function = {
    .name = "SQ.LIFETIMEVALUE",
    .call = lifetime_value,
    .summary = N_("Lifetime value of a customer: the yearly margins to come, weighted by the "
                  "chance that the customer is still there, discounted to today; the first is a "
                  "year from now."),
    .parameters = {&in_margin, &in_retention, &in_discount, &in_years},
    .example = {"", "SQ.LIFETIMEVALUE(90;0.8;0.1)", "240"},
};

static sq_status loss_cost(sq_call *call)
{
    sq_loss loss;
    double cost;
    SQ_TRY(call_number(call, &in_customers, &loss.customers));
    SQ_TRY(call_number(call, &in_retention, &loss.retention));
    SQ_TRY(call_number(call, &in_margin, &loss.margin));
    SQ_TRY(call_number(call, &in_loss_cost_years, &loss.years));
    SQ_TRY(call_number(call, &in_loss_cost_discount, &loss.discount));
    SQ_TRY(call_number(call, &in_replacement, &loss.replacement));
    SQ_TRY(sq_loss_cost(&loss, &cost));
    return call_return_number(call, cost);
}

static const sq_function loss_cost_function = {
    .name = "SQ.LOSSCOST",
    .call = loss_cost,
    .summary = N_("What the customers lost in a year cost: their margins of a year, or of the "
                  "years given, discounted, and what it costs to win others in their place."),
    .parameters = {&in_customers, &in_retention, &in_margin, &in_loss_cost_years,
                   &in_loss_cost_discount, &in_replacement},
    .example = {"", "SQ.LOSSCOST(1000;0.8;50;5;0;30)", "56000"},
};

static sq_status acquisition_cost(sq_call *call)
{
    sq_acquisition acquisition;
    double cost;
    SQ_TRY(call_number(call, &in_campaign, &acquisition.campaign));
    SQ_TRY(call_number(call, &in_meetings, &acquisition.meetings));
    SQ_TRY(call_number(call, &in_meeting_cost, &acquisition.meeting_cost));
    SQ_TRY(call_number(call, &in_calls, &acquisition.calls));
    SQ_TRY(call_number(call, &in_call_cost, &acquisition.call_cost));
    SQ_TRY(call_number(call, &in_won, &acquisition.won));
    SQ_TRY(sq_acquisition_cost(&acquisition, &cost));
    return call_return_number(call, cost);
}

static const sq_function acquisition_cost_function = {
    .name = "SQ.ACQUISITIONCOST",
    .call = acquisition_cost,
    .summary = N_("What winning one customer costs: campaign, meetings and calls over the "
                  "customers won."),
    .parameters = {&in_campaign, &in_meetings, &in_meeting_cost, &in_calls, &in_call_cost, &in_won},
    .example = {"", "SQ.ACQUISITIONCOST(1000;20;50;100;2;11)", "200"},
};

/* The sum of the components that were given. */
static sq_status read_total(sq_call *call, const sq_parameter *parameter, double *total)
{
    sq_values values;
    size_t count = 0;
    SQ_TRY(call_matrix(call, parameter, &values));
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
    SQ_TRY(read_total(call, &in_value, &value));
    SQ_TRY(read_total(call, &in_cost, &cost));
    return isfinite(value - cost) ? call_return_number(call, value - cost) : SQ_OUT_OF_DOMAIN;
}

static const sq_function delivered_value_function = {
    .name = "SQ.DELIVEREDVALUE",
    .call = delivered_value,
    .summary = N_("Customer delivered value: total customer value minus total customer cost. "
                  "Blank components are not counted."),
    .parameters = {&in_value, &in_cost},
    .example = {"50|20|15|10\n40|5|3|2", "SQ.DELIVEREDVALUE(A1:D1;A2:D2)", "45"},
};

static sq_status unheard(sq_call *call)
{
    double complaints, rate, customers;
    SQ_TRY(call_number(call, &in_complaints, &complaints));
    SQ_TRY(call_number(call, &in_complaint_rate, &rate));
    SQ_TRY(sq_unheard(complaints, rate, &customers));
    return call_return_number(call, customers);
}

static const sq_function unheard_function = {
    .name = "SQ.UNHEARD",
    .call = unheard,
    .summary = N_("Dissatisfied customers behind the complaints, those who complained among them: "
                  "complaints over the share of the dissatisfied who complain."),
    .parameters = {&in_complaints, &in_complaint_rate},
    .example = {"", "SQ.UNHEARD(40;0.04)", "1000"},
};

/* ---- Complaints. */

/* 1 and 0 or yes and no for each complaint; a header is skipped where the dates have one. */
static sq_status read_resolved(sq_call *call, const sq_range *opened, const double **out)
{
    sq_values given;
    size_t skip, rows = opened->answers.rows;
    double *resolved;
    *out = NULL;
    SQ_TRY(call_values(call, &in_resolved, &given));
    if (given.cells == 0)
        return SQ_OK;
    skip = opened->has_header && given.cells == opened->reference_rows + 1;
    if (given.cells - skip != opened->reference_rows)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(resolved, &call->memory, rows);
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

static const sq_column complaints_columns[] = {
    {N_("Complaints"), FIGURE_COUNT, N_("how many have a date")},
    {N_("Answered"), FIGURE_COUNT, N_("of them with a date of the answer")},
    {N_("Still open"), FIGURE_COUNT, N_("those without")},
    {N_("Share answered"), FIGURE_SHARE, N_("of all")},
    {N_("Mean time"), FIGURE_NUMBER, N_("days to the answer")},
    {N_("Median time"), FIGURE_NUMBER, N_("days that half took at most")},
    {N_("90 % within"), FIGURE_NUMBER, N_("days that nine of ten took at most")},
    {N_("Longest time"), FIGURE_NUMBER, N_("days")},
    {N_("Within target"), FIGURE_SHARE, N_("of the answered, if a target is given")},
    {N_("Share resolved"), FIGURE_SHARE, N_("of those where it is stated")},
    {N_("Resolved"), FIGURE_COUNT, N_("how many")},
    {N_("Resolved: not stated"), FIGURE_COUNT, N_("how many")},
    {NULL}};

static sq_status complaints(sq_call *call)
{
    sq_range opened, closed;
    const double *resolved;
    double target, *days;
    sq_complaints c;
    SQ_TRY(call_dates(call, &in_opened, &opened));
    SQ_TRY(call_dates(call, &in_closed, &closed));
    SQ_TRY(fit_ranges(call, &opened, &closed));
    if (opened.answers.columns != 1)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(read_resolved(call, &opened, &resolved));
    SQ_TRY(call_number(call, &in_target, &target));
    SQ_TAKE(days, &call->memory, opened.answers.rows);
    SQ_TRY(sq_complaints_of(opened.answers.values, closed.answers.values, resolved,
                            opened.answers.rows, target, days, &c));
    SQ_TRY(begin_rows(call, complaints_columns));
    put_value(call, (double)c.opened);
    put_value(call, (double)c.answered);
    put_value(call, (double)c.open);
    put_value(call, c.answered_rate);
    put_value(call, c.mean);
    put_value(call, c.median);
    put_value(call, c.ninety);
    put_value(call, c.longest);
    put_value(call, c.within_target);
    put_value(call, c.resolved_rate);
    put_value(call, (double)c.resolved);
    put_value(call, (double)c.not_stated);
    return SQ_OK;
}

static const sq_function complaints_function = {
    .name = "SQ.COMPLAINTS",
    .call = complaints,
    .summary = N_("How complaints were dealt with: how many were answered, in what time (mean, "
                  "median, 90 %), within the target, and resolved. Enter as an array."),
    .parameters = {&in_opened, &in_closed, &in_resolved, &in_target},
    .example = {"10|12\n11|14\n12|\n13|14", "INDEX(SQ.COMPLAINTS(A1:A4;B1:B4);5;2)", "2"},
    .reports = {{complaints_columns, IN_ROWS}},
};

static const sq_function *const functions[] = {
    &retention_function,        &retention_expected_function,
    &lifetime_value_function,   &loss_cost_function,
    &acquisition_cost_function, &delivered_value_function,
    &losses_function,           &complaints_function,
    &unheard_function,          NULL};

const sq_family loyalty_family = {"XLoyalty", N_("Loyalty and money"), functions, NULL};
