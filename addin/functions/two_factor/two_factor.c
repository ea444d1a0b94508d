/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Two factors": wrappers, then the rows of the catalogue.
 */
#include "two_factor/two_factor.h"

#include "arguments.h"
#include "call_limits.h"
#include "functions/survey_arguments.h"
#include "result.h"
#include "two_factor/penalty_reward.h"

#include <math.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_good = {
    "good", VALUE, N_("How often each factor was named in satisfying incidents, in a column.")};

static const sq_parameter in_bad = {
    "bad", VALUE, N_("How often each factor was named in dissatisfying incidents.")};

static const sq_parameter in_incidents_good = {"incidents_good", OPTION,
                                               N_("Number of satisfying incidents.")};

static const sq_parameter in_incidents_bad = {"incidents_bad", OPTION,
                                              N_("Number of dissatisfying incidents.")};

static const sq_parameter in_denominator = {
    "denominator", OPTION,
    N_("What shares are of; left out, incidents where their numbers are given, else mentions of "
       "all factors."),
    .choices = (const sq_choice[]){{N_("incidents")}, {N_("mentions")}, {NULL}}};

static const sq_parameter in_factors = {
    "factors", VALUE,
    N_("The kind of each one: hygiene, H or 保健, motivator, M or 激励; a blank is neither."),
    .of_items = true};

static const sq_parameter in_ratings = {
    "ratings", DATA,
    N_("Satisfaction with each item: one row per respondent, one column per item.")};

static const sq_parameter in_hygiene_cut = {
    "hygiene_cut", OPTION,
    N_("The score from which hygiene is met; left out, the middle of the answers.")};

static const sq_parameter in_motivator_cut = {
    "motivator_cut", OPTION,
    N_("The score from which motivators are met; left out, the middle of the answers.")};

static const sq_parameter in_overall = {
    "overall", DATA, N_("Overall satisfaction: one column, one row per respondent.")};

static const sq_parameter in_attributes = {
    "attributes", DATA,
    N_("Satisfaction with each attribute: the same respondents, one column per attribute; at most "
       "128, because the time grows with their third power.")};

static const sq_parameter in_low = {
    "low", OPTION, N_("A rating up to this is low; left out, the smallest answer.")};

static const sq_parameter in_high = {
    "high", OPTION, N_("A rating from this on is high; left out, the largest answer.")};

static const sq_parameter in_theta = {
    "theta", OPTION,
    N_("How far the asymmetry must be from 0 to tell basic or excitement from performance."),
    .left_out = "0.1"};

static const sq_parameter in_standardised = {"standardised", OPTION,
                                             N_("1 for standardised coefficients, 0 for raw ones."),
                                             .left_out = "0"};

/* ---- Arguments of this family. */

/* The kind of each item or factor from its word. */
static sq_status read_kinds(sq_call *call, size_t items, const sq_factor **kinds)
{
    const char **labels;
    sq_factor *kind;
    SQ_TAKE(kind, &call->memory, items);
    SQ_TRY(read_item_labels(call, &in_factors, items, &labels));
    for (size_t i = 0; i < items; i++)
        SQ_TRY(sq_factor_of_word(labels[i] ? labels[i] : "", &kind[i]));
    *kinds = kind;
    return SQ_OK;
}

/* The mentions of each factor on both sides; a blank is none, a text is no count. */
static sq_status read_incidents(sq_call *call, sq_incidents *out)
{
    sq_values good, bad;
    double *counts;
    SQ_TRY(call_values(call, &in_good, &good));
    SQ_TRY(call_values(call, &in_bad, &bad));
    if (good.cells != bad.cells || good.cells == 0 || good.count > WIDE || bad.count > WIDE)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(counts, &call->memory, 2 * good.cells);
    for (size_t i = 0; i < good.cells; i++) {
        counts[i] = good.texts[i] ? good.numbers[i] : 0;
        counts[good.cells + i] = bad.texts[i] ? bad.numbers[i] : 0;
    }
    *out = (sq_incidents){.factors = good.count > bad.count ? good.count : bad.count,
                          .good = counts,
                          .bad = counts + good.cells};
    return SQ_OK;
}

typedef struct rated_factors {
    sq_range ratings;
    const sq_factor *kind;
    double hygiene_cut, motivator_cut;
} rated_factors;

static sq_status read_rated_factors(sq_call *call, rated_factors *out)
{
    SQ_TRY(call_range(call, &in_ratings, &out->ratings));
    return read_kinds(call, out->ratings.answers.columns, &out->kind);
}

static sq_status read_cuts(sq_call *call, rated_factors *out)
{
    double middle = sq_factor_cut(&out->ratings.answers, out->kind);
    SQ_TRY(call_number(call, &in_hygiene_cut, &out->hygiene_cut));
    SQ_TRY(call_number(call, &in_motivator_cut, &out->motivator_cut));
    if (isnan(out->hygiene_cut))
        out->hygiene_cut = middle;
    if (isnan(out->motivator_cut))
        out->motivator_cut = middle;
    return isnan(out->hygiene_cut) || isnan(out->motivator_cut) ? sq_error_reason(middle) : SQ_OK;
}

/* ---- Incidents. */

static const char *const kind_words[] = {[SQ_FACTOR_NEITHER] = N_("neither"),
                                         [SQ_FACTOR_HYGIENE] = N_("hygiene"),
                                         [SQ_FACTOR_MOTIVATOR] = N_("motivator")};

static const sq_column herzberg_columns[] = {
    {N_("Factor"), FIGURE_LABEL, N_("number of the factor in your list")},
    {N_("Share of good"), FIGURE_SHARE, N_("share of satisfying incidents that name it")},
    {N_("Share of bad"), FIGURE_SHARE, N_("share of dissatisfying incidents that name it")},
    {N_("Class"), FIGURE_WORD, N_("motivator, hygiene or neither")},
    {N_("Odds ratio"), FIGURE_NUMBER, N_("odds of being named in good to those in bad incidents")},
    {N_("p (Fisher)"), FIGURE_PROBABILITY, N_("Fisher's exact two-sided probability")},
    {NULL}};

static sq_status herzberg(sq_call *call)
{
    sq_incidents incidents;
    sq_herzberg *factors;
    bool totals = call_given(call, &in_incidents_good) || call_given(call, &in_incidents_bad);
    size_t denominator;
    SQ_TRY(read_incidents(call, &incidents));
    SQ_TRY(call_number(call, &in_incidents_good, &incidents.good_total));
    SQ_TRY(call_number(call, &in_incidents_bad, &incidents.bad_total));
    SQ_TRY(call_word(call, &in_denominator, &denominator));
    if (!call_given(call, &in_denominator))
        denominator = totals ? 0 : 1;
    incidents.denominator = denominator == 0 ? SQ_OF_INCIDENTS : SQ_OF_MENTIONS;
    SQ_TAKE(factors, &call->memory, incidents.factors);
    SQ_TRY(sq_herzberg_factors(&incidents, factors));
    SQ_TRY(begin_table(call, herzberg_columns, 0, incidents.factors));
    for (size_t i = 0; i < incidents.factors; i++) {
        next_row(call);
        put_number(call, (double)i + 1);
        put_number(call, factors[i].share_good);
        put_number(call, factors[i].share_bad);
        if (isnan(factors[i].share_good) || isnan(factors[i].share_bad))
            put_number(call, sq_error(SQ_NO_DATA));
        else
            put_word(call, kind_words[factors[i].kind]);
        put_number(call, factors[i].odds_ratio);
        put_number(call, factors[i].p);
    }
    return SQ_OK;
}

static const sq_function herzberg_function = {
    .name = "SQ.HERZBERG",
    .call = herzberg,
    .summary = N_("Table of Herzberg's two factors from critical incidents, a row per factor: "
                  "shares, class, odds ratio, Fisher's exact p. Enter as an array."),
    .parameters = {&in_good, &in_bad, &in_incidents_good, &in_incidents_bad, &in_denominator},
    .example = {"30|5\n10|20", "INDEX(SQ.HERZBERG(A1:A2;B1:B2);2;4)", "motivator"},
    .reports = {{herzberg_columns}},
};

static const sq_column split_columns[] = {
    {N_("Factors"), FIGURE_LABEL, N_("motivators, hygiene factors, number of mentions")},
    {N_("Satisfying"), FIGURE_SHARE, N_("share of satisfying mentions; last, their number")},
    {N_("Dissatisfying"), FIGURE_SHARE, N_("share of dissatisfying mentions; last, their number")},
    {NULL}};

static void put_split(sq_call *call, const char *name, double good, double bad)
{
    next_row(call);
    put_word(call, name);
    put_number(call, good);
    put_number(call, bad);
}

static sq_status herzberg_split(sq_call *call)
{
    sq_incidents incidents;
    const sq_factor *kind;
    sq_herzberg_split split;
    SQ_TRY(read_incidents(call, &incidents));
    SQ_TRY(read_kinds(call, incidents.factors, &kind));
    SQ_TRY(sq_herzberg_by_kind(&incidents, kind, &split));
    SQ_TRY(begin_table(call, split_columns, 0, 3));
    put_split(call, N_("Motivators"), split.motivator_good, split.motivator_bad);
    put_split(call, N_("Hygiene factors"), split.hygiene_good, split.hygiene_bad);
    put_split(call, N_("Mentions"), split.good, split.bad);
    return SQ_OK;
}

static const sq_function herzberg_split_function = {
    .name = "SQ.HERZBERG.SPLIT",
    .call = herzberg_split,
    .summary = N_("Table of the shares of motivators and of hygiene factors among satisfying and "
                  "among dissatisfying mentions. Enter as an array."),
    .parameters = {&in_good, &in_bad, &in_factors},
    .example = {"30|5|motivator\n10|15|hygiene", "INDEX(SQ.HERZBERG.SPLIT(A1:A2;B1:B2;C1:C2);2;2)",
                "0.75"},
    .reports = {{split_columns}},
};

/* ---- Ratings. */

static sq_status mean_score(sq_call *call, sq_factor which)
{
    rated_factors rated;
    size_t n;
    SQ_TRY(read_rated_factors(call, &rated));
    return call_return_number(call, sq_factor_score(&rated.ratings.answers, rated.kind, which, &n));
}

static sq_status hygiene(sq_call *call)
{
    return mean_score(call, SQ_FACTOR_HYGIENE);
}

static const sq_function hygiene_function = {
    .name = "SQ.HYGIENE",
    .call = hygiene,
    .summary = N_("Mean score of the hygiene factors: what keeps from dissatisfaction."),
    .parameters = {&in_ratings, &in_factors},
    .example = {"H|M\n3|5\n4|4", "SQ.HYGIENE(A2:B3;A1:B1)", "3.5"},
};

static sq_status motivator(sq_call *call)
{
    return mean_score(call, SQ_FACTOR_MOTIVATOR);
}

static const sq_function motivator_function = {
    .name = "SQ.MOTIVATOR",
    .call = motivator,
    .summary = N_("Mean score of the motivators: what makes satisfied."),
    .parameters = {&in_ratings, &in_factors},
    .example = {"H|M\n3|5\n4|4", "SQ.MOTIVATOR(A2:B3;A1:B1)", "4.5"},
};

static const char *const state_words[] = {[SQ_STATE_DISSATISFIED] = N_("dissatisfied"),
                                          [SQ_STATE_NOT_DISSATISFIED] = N_("not dissatisfied"),
                                          [SQ_STATE_SATISFIED] = N_("satisfied"),
                                          [SQ_STATE_UNKNOWN] = N_("unknown")};

static const sq_column respondents_columns[] = {
    {N_("Respondent"), FIGURE_COUNT, N_("the row of the respondent, from 1")},
    {N_("Hygiene factors"), FIGURE_NUMBER, N_("mean rating of the hygiene factors, in points")},
    {N_("Motivators"), FIGURE_NUMBER, N_("mean rating of the motivators, in points")},
    {N_("State"), FIGURE_WORD,
     N_("dissatisfied, not dissatisfied, satisfied; unknown where answers are missing")},
    {NULL}};

static sq_status two_factor(sq_call *call)
{
    rated_factors rated;
    size_t rows;
    SQ_TRY(read_rated_factors(call, &rated));
    SQ_TRY(read_cuts(call, &rated));
    rows = rated.ratings.answers.rows;
    SQ_TRY(begin_table(call, respondents_columns, 0, rows));
    for (size_t row = 0; row < rows; row++) {
        sq_two_factor score = sq_two_factor_of_respondent(
            &rated.ratings.answers, rated.kind, rated.hygiene_cut, rated.motivator_cut, row);
        next_row(call);
        put_number(call, (double)row + 1);
        put_number(call, score.hygiene);
        put_number(call, score.motivator);
        put_word(call, state_words[score.state]);
    }
    return SQ_OK;
}

static const sq_function two_factor_function = {
    .name = "SQ.TWOFACTOR",
    .call = two_factor,
    .summary = N_("Table with a row per respondent: score of hygiene factors, score of "
                  "motivators, state. Enter as an array."),
    .parameters = {&in_ratings, &in_factors, &in_hygiene_cut, &in_motivator_cut},
    .example = {"H|M\n5|5\n4|2\n1|4", "INDEX(SQ.TWOFACTOR(A2:B4;A1:B1;3;3);3;4)",
                "not dissatisfied"},
    .reports = {{respondents_columns}},
};

static const sq_column states_columns[] = {
    {N_("State"), FIGURE_LABEL, N_("the state")},
    {N_("Respondents"), FIGURE_COUNT, N_("how many are in it")},
    {N_("Share"), FIGURE_SHARE, N_("of those whose state is known")},
    {NULL}};

static sq_status two_factor_states(sq_call *call)
{
    rated_factors rated;
    sq_two_factor_states states;
    SQ_TRY(read_rated_factors(call, &rated));
    SQ_TRY(read_cuts(call, &rated));
    SQ_TRY(sq_two_factor_count(&rated.ratings.answers, rated.kind, rated.hygiene_cut,
                               rated.motivator_cut, &states));
    SQ_TRY(begin_table(call, states_columns, 0, SQ_FACTOR_STATES + 1));
    for (size_t i = 0; i < SQ_FACTOR_STATES; i++) {
        next_row(call);
        put_word(call, state_words[i]);
        put_number(call, (double)states.count[i]);
        put_number(call, states.share[i]);
    }
    next_row(call);
    put_word(call, state_words[SQ_STATE_UNKNOWN]);
    put_number(call, (double)states.unknown);
    return SQ_OK;
}

static const sq_function two_factor_states_function = {
    .name = "SQ.TWOFACTOR.STATES",
    .call = two_factor_states,
    .summary = N_("Table of the respondents who are dissatisfied, not dissatisfied and "
                  "satisfied, and their shares. Enter as an array."),
    .parameters = {&in_ratings, &in_factors, &in_hygiene_cut, &in_motivator_cut},
    .example = {"H|M\n5|5\n4|2\n1|4\n5|4", "INDEX(SQ.TWOFACTOR.STATES(A2:B5;A1:B1;3;3);4;3)",
                "0.5"},
    .reports = {{states_columns}},
};

/* ---- Penalty–reward contrast analysis. */

static const char *const impact_words[] = {[SQ_IMPACT_BASIC] = N_("basic (hygiene)"),
                                           [SQ_IMPACT_PERFORMANCE] = N_("performance (hybrid)"),
                                           [SQ_IMPACT_EXCITEMENT] = N_("excitement (motivator)")};

/* In the place of the class. */
static const char *const no_class_words[] = {
    [SQ_FEW_LOW] = N_("no class: fewer than 5 low ratings"),
    [SQ_FEW_HIGH] = N_("no class: fewer than 5 high ratings"),
    [SQ_FEW_LOW_AND_HIGH] = N_("no class: fewer than 5 low and 5 high ratings"),
    [SQ_NOT_DETERMINED] = N_("no class: goes with other attributes"),
    [SQ_WRONG_PENALTY] = N_("no class: wrong sign of the penalty"),
    [SQ_WRONG_REWARD] = N_("no class: wrong sign of the reward"),
    [SQ_WRONG_BOTH] = N_("no class: wrong sign of penalty and reward"),
    [SQ_NO_IMPACT] = N_("no class: neither penalty nor reward")};

static const sq_column prca_columns[] = {
    {N_("Attribute"), FIGURE_LABEL, N_("the attribute; then intercept, R² and n")},
    {N_("Penalty"), FIGURE_NUMBER,
     N_("what a low rating takes from overall satisfaction, in points")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("Reward"), FIGURE_NUMBER, N_("what a high rating adds, in points")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("n low"), FIGURE_COUNT, N_("low ratings")},
    {N_("n high"), FIGURE_COUNT, N_("high ratings")},
    {N_("Range of impact"), FIGURE_NUMBER, N_("reward minus penalty")},
    {N_("SGP"), FIGURE_NUMBER, N_("satisfaction-generating potential: reward over range")},
    {N_("DGP"), FIGURE_NUMBER, N_("dissatisfaction-generating potential: penalty over range")},
    {N_("Asymmetry"), FIGURE_NUMBER, N_("SGP minus DGP, −1 to 1")},
    {N_("Class"), FIGURE_WORD, N_("basic, performance or excitement; or why there is none")},
    {N_("Remark"), FIGURE_WORD, N_("what to know before believing it")},
    {NULL}};

/* What the analyst must know before believing the class. */
static const char *remark(const sq_penalty_reward *attribute)
{
    if (attribute->undetermined)
        return attribute->n_low == 0 && attribute->n_high == 0 ? N_("nobody rates it low or high")
               : attribute->n_low == 0                         ? N_("nobody rates it low")
               : attribute->n_high == 0                        ? N_("nobody rates it high")
                                        : N_("goes with other attributes: not determined");
    if (attribute->wrong_penalty && attribute->wrong_reward)
        return N_("wrong sign: penalty and reward");
    if (attribute->wrong_penalty)
        return N_("wrong sign: penalty");
    return attribute->wrong_reward ? N_("wrong sign: reward") : "";
}

static void put_attribute(sq_call *call, const sq_penalty_reward *attribute)
{
    const double numbers[] = {attribute->penalty.b,     attribute->penalty.se,
                              attribute->penalty.t,     attribute->penalty.p,
                              attribute->reward.b,      attribute->reward.se,
                              attribute->reward.t,      attribute->reward.p,
                              (double)attribute->n_low, (double)attribute->n_high,
                              attribute->range,         attribute->sgp,
                              attribute->dgp,           attribute->asymmetry};
    put_numbers(call, numbers, LENGTH(numbers));
    put_word(call, attribute->no_class == SQ_HAS_CLASS ? impact_words[attribute->impact]
                                                       : no_class_words[attribute->no_class]);
    put_word(call, remark(attribute));
}

/* The last rows: intercept with its test, R², respondents. */
static void put_fit(sq_call *call, const sq_penalty_reward_fit *fit)
{
    const double intercept[] = {fit->intercept.b, fit->intercept.se, fit->intercept.t,
                                fit->intercept.p};
    next_row(call);
    put_word(call, N_("Intercept"));
    put_numbers(call, intercept, LENGTH(intercept));
    next_row(call);
    put_word(call, N_("R²"));
    put_number(call, fit->r2);
    next_row(call);
    put_word(call, N_("n"));
    put_number(call, (double)fit->n);
}

static sq_status read_model(sq_call *call, const sq_range *attributes,
                            sq_penalty_reward_model *model)
{
    double standardised;
    SQ_TRY(call_number(call, &in_low, &model->low));
    SQ_TRY(call_number(call, &in_high, &model->high));
    SQ_TRY(call_number(call, &in_theta, &model->theta));
    SQ_TRY(call_number(call, &in_standardised, &standardised));
    model->standardised = standardised != 0;
    return call_case_weights(call, &in_case_weights, attributes, &model->case_weights);
}

static sq_status prca(sq_call *call)
{
    sq_range overall, attributes;
    sq_penalty_reward_model model;
    sq_penalty_reward *result;
    sq_penalty_reward_fit fit;
    size_t columns;
    SQ_TRY(call_range(call, &in_overall, &overall));
    SQ_TRY(call_range(call, &in_attributes, &attributes));
    if (overall.answers.columns != 1)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(within((double)attributes.answers.columns, ATTRIBUTES_MAX));
    SQ_TRY(join_respondents(call, &overall, &attributes));
    SQ_TRY(read_model(call, &attributes, &model));
    columns = attributes.answers.columns;
    SQ_TAKE(result, &call->memory, columns);
    SQ_TRY(sq_penalty_reward_analysis(overall.answers.values, &attributes.answers, &model, result,
                                      &fit));
    SQ_TRY(begin_table(call, prca_columns, 0, columns + 3));
    for (size_t i = 0; i < columns; i++) {
        next_row(call);
        put_item(call, &attributes, NULL, i);
        put_attribute(call, &result[i]);
    }
    put_fit(call, &fit);
    return SQ_OK;
}

static const sq_function prca_function = {
    .name = "SQ.PRCA",
    .call = prca,
    .summary =
        N_("Penalty–reward contrast analysis: table with a row per attribute of penalty "
           "and reward with tests, n low and high, range of impact, asymmetry, class (or why "
           "there is none: fewer than 5 low or high ratings, a wrong sign) and remark; "
           "then intercept, R² and n. Enter as an array."),
    .parameters = {&in_overall, &in_attributes, &in_low, &in_high, &in_theta, &in_standardised,
                   &in_case_weights},
    .example = {"5|5\n5|5\n3|3\n4|3\n1|1\n2|1", "INDEX(SQ.PRCA(A1:A6;B1:B6);2;2)", "-2"},
    .reports = {{prca_columns}},
};

static const sq_function *const functions[] = {
    &herzberg_function,   &herzberg_split_function,    &hygiene_function, &motivator_function,
    &two_factor_function, &two_factor_states_function, &prca_function,    NULL};

const sq_family two_factor_family = {"XTwoFactor", N_("Two factors"), functions, NULL};
