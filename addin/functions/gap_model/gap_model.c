/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Gap model": its single numbers and small tables, then the rows of the catalogue. The
 * reports that fill larger tables stand in files of their own (gap_reports.h).
 */
#include "arguments.h"
#include "functions/gap_model/gap_reports.h"
#include "functions/importance_table.h"
#include "gap_model/importance_performance.h"
#include "gap_model/zone_of_tolerance.h"
#include "result.h"

#include <math.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_management = {"management", DATA, MANAGEMENT};

static const sq_parameter in_standards = {"standards", DATA, STANDARDS};

static const sq_parameter in_delivery = {"delivery", DATA, DELIVERY};

static const sq_parameter in_communications = {"communications", DATA, COMMUNICATIONS};

static const sq_parameter in_gap5_dimensions = {
    "dimensions", OPTION,
    N_("One label or number per item; a blank leaves the item out; or \"SERVQUAL\" or \"MINSA\" "
       "for the order of their 22 items. Then the result is the mean of the dimensions' scores. "
       "Left out: the mean over all items."),
    .of_items = true};

static const sq_parameter in_minimum = {"minimum", DATA,
                                        N_("The lowest level that each respondent accepts: one row "
                                           "per respondent, one column per item.")};

static const sq_parameter in_desired = {
    "desired", DATA,
    N_("The level that each respondent wants: one row per respondent, one column per item.")};

static const sq_parameter in_ipa_importance = {
    "importance", DATA,
    N_("Importance of the items: one column per item; one or more rows of ratings.")};

static const sq_parameter in_performance = {
    "performance", DATA,
    N_("Performance on the same items: one column per item; one or more rows of ratings.")};

static const sq_parameter in_items = {"items", DATA,
                                      N_("Answers: one row per respondent, one column per item.")};

static const sq_parameter in_recode_minimum = {"minimum", VALUE,
                                               N_("The lowest point of the scale.")};

static const sq_parameter in_recode_maximum = {"maximum", VALUE,
                                               N_("The highest point of the scale.")};

static const sq_parameter in_reversed = {
    "reversed", OPTION,
    N_("1 for each item to turn round, else 0; or \"1988\": items 10–13 and 18–22 of that year's "
       "form of SERVQUAL. Left out: all.")};

/* ---- Single numbers. */

static sq_status between_samples(sq_call *call, const sq_parameter *first,
                                 const sq_parameter *second)
{
    sq_range subtrahend, minuend;
    sq_gap gap;
    SQ_TRY(call_range(call, first, &subtrahend));
    SQ_TRY(call_range(call, second, &minuend));
    SQ_TRY(sq_gap_independent(&subtrahend.answers, &minuend.answers, SQ_ANY_LEVEL, &gap));
    return call_return_number(call, gap.gap.mean);
}

static sq_status gap1(sq_call *call)
{
    return between_samples(call, &in_expectations, &in_management);
}

static const sq_function gap1_function = {
    .name = "SQ.GAP1",
    .call = gap1,
    .summary = N_("Knowledge gap: management's view of expectations minus customers' "
                  "expectations, the mean over the items. Negative: underestimated."),
    .parameters = {&in_expectations, &in_management},
    .example = {"7|6|6|5\n5|6|5|5", "SQ.GAP1(A1:B2;C1:D2)", "-0.75"},
};

static sq_status gap2(sq_call *call)
{
    return between_samples(call, &in_management, &in_standards);
}

static const sq_function gap2_function = {
    .name = "SQ.GAP2",
    .call = gap2,
    .summary = N_("Standards gap: service standards minus management's view of expectations, the "
                  "mean over the items."),
    .parameters = {&in_management, &in_standards},
    .example = {"6|5|5|5\n5|5|5|4", "SQ.GAP2(A1:B2;C1:D2)", "-0.5"},
};

static sq_status gap3(sq_call *call)
{
    return between_samples(call, &in_standards, &in_delivery);
}

static const sq_function gap3_function = {
    .name = "SQ.GAP3",
    .call = gap3,
    .summary = N_("Delivery gap: service delivered minus service standards, the mean over the "
                  "items."),
    .parameters = {&in_standards, &in_delivery},
    .example = {"5|5|4|5\n5|4|4|4", "SQ.GAP3(A1:B2;C1:D2)", "-0.5"},
};

static sq_status gap4(sq_call *call)
{
    return between_samples(call, &in_communications, &in_delivery);
}

static const sq_function gap4_function = {
    .name = "SQ.GAP4",
    .call = gap4,
    .summary = N_("Communication gap: service delivered minus what was communicated, the mean "
                  "over the items. Negative: more was promised than done."),
    .parameters = {&in_communications, &in_delivery},
    .example = {"6|7|4|5\n6|6|4|4", "SQ.GAP4(A1:B2;C1:D2)", "-2"},
};

static sq_status gap5(sq_call *call)
{
    rating_pair pair;
    dimension_gaps gaps;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(read_gaps(call, &pair.ratings, &pair.second, SQ_ANY_LEVEL, &gaps));
    return call_return_number(call, gaps.overall.gap.mean);
}

static const sq_function gap5_function = {
    .name = "SQ.GAP5",
    .call = gap5,
    .summary = N_("Service gap: perceptions minus expectations of the same respondents. Negative: "
                  "the service falls short."),
    .parameters = {&in_expectations, &in_perceptions, &in_gap5_dimensions, &in_importance,
                   &in_case_weights},
    .example = {"7|6|6|6\n5|5|5|4", "SQ.GAP5(A1:B2;C1:D2)", "-0.5"},
};

static sq_status servperf(sq_call *call)
{
    sq_range perceptions;
    sq_ratings ratings = {0};
    dimension_gaps gaps;
    SQ_TRY(call_range(call, &in_perceptions, &perceptions));
    SQ_TRY(call_case_weights(call, &in_case_weights, &perceptions, &ratings.case_weights));
    ratings.minuend = perceptions.answers;
    SQ_TRY(read_gaps(call, &ratings, &perceptions, SQ_ANY_LEVEL, &gaps));
    return call_return_number(call, gaps.overall.gap.mean);
}

static const sq_function servperf_function = {
    .name = "SQ.SERVPERF",
    .call = servperf,
    .summary = N_("Performance-only score of service quality: the mean of the perceptions."),
    .parameters = {&in_perceptions, &in_gap5_dimensions, &in_importance, &in_case_weights},
    .example = {"6|6\n5|4", "SQ.SERVPERF(A1:B2)", "5.25"},
};

static sq_status paired_mean(sq_call *call, const sq_parameter *first)
{
    rating_pair pair;
    sq_gap gap;
    SQ_TRY(read_pair(call, first, &in_perceptions, &pair));
    SQ_TRY(sq_gap_pooled(&pair.ratings, SQ_ANY_LEVEL, &gap));
    return call_return_number(call, gap.gap.mean);
}

static sq_status adequacy(sq_call *call)
{
    return paired_mean(call, &in_minimum);
}

static const sq_function adequacy_function = {
    .name = "SQ.ADEQUACY",
    .call = adequacy,
    .summary = N_("Measure of service adequacy: perceived level minus the minimum that customers "
                  "accept. Negative: below the zone of tolerance."),
    .parameters = {&in_minimum, &in_perceptions},
    .example = {"4|5|5|5\n5|4|4|6", "SQ.ADEQUACY(A1:B2;C1:D2)", "0.5"},
};

static sq_status superiority(sq_call *call)
{
    return paired_mean(call, &in_desired);
}

static const sq_function superiority_function = {
    .name = "SQ.SUPERIORITY",
    .call = superiority,
    .summary = N_("Measure of service superiority: perceived level minus the desired level. "
                  "Positive: above the zone of tolerance."),
    .parameters = {&in_desired, &in_perceptions},
    .example = {"7|6|5|6\n6|6|4|6", "SQ.SUPERIORITY(A1:B2;C1:D2)", "-1"},
};

/* ---- Small tables. */

static const sq_column tolerance_columns[] = {
    {N_("Dimension"), FIGURE_LABEL,
     N_("the dimension, in order of its first item; the last row is the overall")},
    {N_("n"), FIGURE_COUNT, N_("respondents who count")},
    {N_("Minimum"), FIGURE_NUMBER, N_("mean lowest level accepted, in points")},
    {N_("Desired"), FIGURE_NUMBER, N_("mean level desired, in points")},
    {N_("Perceived"), FIGURE_NUMBER, N_("mean perception, in points")},
    {N_("Width"), FIGURE_NUMBER, N_("desired minus minimum")},
    {N_("Adequacy"), FIGURE_NUMBER, N_("perceived minus minimum; negative: below the zone")},
    {N_("Superiority"), FIGURE_NUMBER, N_("perceived minus desired; positive: above the zone")},
    {N_("Position"), FIGURE_NUMBER,
     N_("adequacy over width: 0 at the minimum, 1 at the desired level")},
    {N_("Minimum above desired"), FIGURE_COUNT,
     N_("respondents with an item whose minimum exceeds the desired level")},
    {NULL}};

static void put_tolerance(sq_call *call, const sq_tolerance *zone)
{
    const double numbers[] = {(double)zone->n,   zone->minimum,  zone->desired,
                              zone->perceived,   zone->width,    zone->adequacy,
                              zone->superiority, zone->position, (double)zone->reversed};
    put_numbers(call, numbers, LENGTH(numbers));
}

static sq_status tolerance(sq_call *call)
{
    sq_range minimum, desired, perceptions;
    item_dimensions dimensions;
    sq_tolerance *zones, overall;
    size_t count;
    SQ_TRY(call_range(call, &in_minimum, &minimum));
    SQ_TRY(call_range(call, &in_desired, &desired));
    SQ_TRY(call_range(call, &in_perceptions, &perceptions));
    SQ_TRY(fit_ranges(call, &minimum, &desired));
    SQ_TRY(fit_ranges(call, &minimum, &perceptions));
    SQ_TRY(fit_ranges(call, &minimum, &desired)); /* again: the third may be the longest */
    SQ_TRY(read_dimensions(call, minimum.answers.columns, &dimensions));
    count = dimensions.model.count;
    SQ_TAKE(zones, &call->memory, count);
    SQ_TRY(sq_zone_of_tolerance(&minimum.answers, &desired.answers, &perceptions.answers,
                                &dimensions.model, zones, &overall));
    SQ_TRY(begin_table(call, tolerance_columns, 0, count + 1));
    for (size_t d = 0; d < count; d++) {
        next_row(call);
        put_text(call, dimensions.names[d]);
        put_tolerance(call, &zones[d]);
    }
    next_row(call);
    put_word(call, N_("Overall"));
    put_tolerance(call, &overall);
    return SQ_OK;
}

static const sq_function tolerance_function = {
    .name = "SQ.TOLERANCE",
    .call = tolerance,
    .summary = N_("Table of the zone of tolerance, a row per dimension and the overall: levels, "
                  "width, adequacy, superiority, position in the zone, respondents with an item "
                  "whose minimum "
                  "exceeds the desired level. Enter as an array."),
    .parameters = {&in_minimum, &in_desired, &in_perceptions, &in_dimensions},
    .example = {"4|8|5\n5|7|6", "INDEX(SQ.TOLERANCE(A1:A2;B1:B2;C1:C2);2;9)", "0.333333333333333"},
    .reports = {{tolerance_columns}},
};

static const sq_column disconfirmation_columns[] = {
    {N_("Item"), FIGURE_LABEL,
     N_("the item; behind the items the dimensions, if given; the last row is all together")},
    {N_("n"), FIGURE_COUNT, N_("pairs of answers")},
    {N_("Dissatisfied"), FIGURE_SHARE, N_("share of perceptions below the expectation")},
    {N_("Satisfied"), FIGURE_SHARE, N_("share that meet it")},
    {N_("Delighted"), FIGURE_SHARE, N_("share above it")},
    {NULL}};

static sq_status disconfirmation(sq_call *call)
{
    rating_pair pair;
    item_dimensions dimensions;
    sq_disconfirmation *shares;
    size_t columns, all;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    columns = pair.first.answers.columns;
    SQ_TRY(read_dimensions(call, columns, &dimensions));
    all = columns + dimensions.model.count;
    SQ_TAKE(shares, &call->memory, all + 1);
    SQ_TRY(sq_disconfirm(&pair.ratings, &dimensions.model, shares));
    SQ_TRY(begin_table(call, disconfirmation_columns, 0, all + 1));
    for (size_t i = 0; i <= all; i++) {
        const double numbers[] = {(double)shares[i].n, shares[i].dissatisfied, shares[i].satisfied,
                                  shares[i].delighted};
        next_row(call);
        if (i < columns)
            put_item(call, &pair.first, &pair.second, i);
        else if (i < all)
            put_text(call, dimensions.names[i - columns]);
        else
            put_word(call, N_("All items"));
        put_numbers(call, numbers, LENGTH(numbers));
    }
    return SQ_OK;
}

static const sq_function disconfirmation_function = {
    .name = "SQ.DISCONFIRMATION",
    .call = disconfirmation,
    .summary = N_("Table of the shares of answers below, at and above expectation, a row per item, "
                  "per dimension if given, and all together. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_dimensions},
    .example = {"7|6\n5|5\n4|6\n6|5", "INDEX(SQ.DISCONFIRMATION(A1:A4;B1:B4);2;3)", "0.5"},
    .reports = {{disconfirmation_columns}},
};

static sq_status ipa(sq_call *call)
{
    sq_range importance, performance;
    sq_crosshair where;
    sq_point crosshair = {0}, *points;
    size_t columns;
    SQ_TRY(call_range(call, &in_ipa_importance, &importance));
    SQ_TRY(call_range(call, &in_performance, &performance));
    SQ_TRY(read_crosshair(call, &where, &crosshair));
    columns = importance.answers.columns;
    SQ_TAKE(points, &call->memory, columns);
    SQ_TRY(sq_importance_performance(&importance.answers, &performance.answers, where, &crosshair,
                                     points));
    return return_importance(call, &importance, &performance, points, columns, &crosshair);
}

static const sq_function ipa_function = {
    .name = "SQ.IPA",
    .call = ipa,
    .summary = N_("Importance–performance analysis: table of the mean importance, the mean "
                  "performance and the quadrant of each item, and the crosshair. Enter as an "
                  "array."),
    .parameters = {&in_ipa_importance, &in_performance, &in_crosshair},
    .example = {"5|2|4|3\n5|2|2|5", "INDEX(SQ.IPA(A1:B2;C1:D2);2;4)", "concentrate here"},
    .reports = {{importance_columns}},
};

/* One flag per item, 0 or 1, or the word of a published form; left out: all. NULL: all. */
static sq_status read_reversed(sq_call *call, size_t items, const double **out)
{
    sq_values given;
    *out = NULL;
    SQ_TRY(call_matrix(call, &in_reversed, &given));
    if (given.cells == 1 && given.texts[0] && strcmp(given.texts[0], "1988") == 0) {
        *out = sq_servqual_1988_reversed;
        return items == SQ_SERVQUAL_ITEMS ? SQ_OK : SQ_BAD_ARGUMENT;
    }
    SQ_TRY(call_weights(call, &in_reversed, items, out));
    for (size_t i = 0; *out && i < items; i++)
        if ((*out)[i] != 0 && (*out)[i] != 1)
            return SQ_BAD_ARGUMENT;
    return SQ_OK;
}

/* An answer outside the scale is #NUM!, so that no later step takes it for one; a missing one stays
 * an empty text. */
static sq_status recode(sq_call *call)
{
    sq_range items;
    double minimum, maximum;
    const double *reversed;
    size_t rows, columns;
    SQ_TRY(call_range(call, &in_items, &items));
    SQ_TRY(call_number(call, &in_recode_minimum, &minimum));
    SQ_TRY(call_number(call, &in_recode_maximum, &maximum));
    if (!(minimum < maximum))
        return SQ_OUT_OF_DOMAIN;
    rows = items.answers.rows;
    columns = items.answers.columns;
    SQ_TRY(read_reversed(call, columns, &reversed));
    if (rows == 0)
        return SQ_NO_DATA;
    SQ_TRY(call_return_table(call, items.has_header + rows, columns));
    for (size_t i = 0; items.has_header && i < columns; i++)
        put_text(call, items.names[i]);
    for (size_t row = 0; row < rows; row++) {
        if (row > 0 || items.has_header)
            next_row(call);
        for (size_t i = 0; i < columns; i++) {
            double answer = sq_row(&items.answers, row)[i];
            if (isnan(answer))
                put_blank(call);
            else
                put_number(call,
                           sq_recode(answer, minimum, maximum, !reversed || reversed[i] != 0));
        }
    }
    return SQ_OK;
}

static const sq_function recode_function = {
    .name = "SQ.RECODE",
    .call = recode,
    .summary =
        N_("The answers turned round, all or the reversed items: minimum + maximum − answer. "
           "An answer outside the scale becomes #NUM!. Enter as an array."),
    .parameters = {&in_items, &in_recode_minimum, &in_recode_maximum, &in_reversed},
    .example = {"2|6\n7|1", "INDEX(SQ.RECODE(A1:B2;1;7;{0;1});2;2)", "7"},
};

static const sq_function *const functions[] = {&gap1_function,
                                               &gap2_function,
                                               &gap3_function,
                                               &gap4_function,
                                               &gap5_function,
                                               &gaps_function,
                                               &gap_items_function,
                                               &gap_dimensions_function,
                                               &gap_respondents_function,
                                               &gap_groups_function,
                                               &gap_pairs_function,
                                               &servperf_function,
                                               &adequacy_function,
                                               &superiority_function,
                                               &tolerance_function,
                                               &disconfirmation_function,
                                               &ipa_function,
                                               &recode_function,
                                               NULL};

const sq_family gap_model_family = {"XGapModel", N_("Gap model"), functions, NULL};
