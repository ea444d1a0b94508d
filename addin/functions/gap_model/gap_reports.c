/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.GAPS, SQ.GAP.ITEMS, SQ.GAP.DIMENSIONS, SQ.GAP.RESPONDENTS, SQ.GAP.GROUPS: wrappers that fill a
 * table. Their rows of the catalogue stand in gap_model.c.
 */
#include "functions/gap_model/gap_reports.h"

#include "arguments.h"
#include "call_limits.h"
#include "gap_model/gap_chain.h"
#include "reliability/reliability.h"
#include "result.h"
#include "text.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Arguments. */

const sq_parameter in_importance = {
    "importance", OPTION,
    N_("One weight per dimension, in order of their first items; any total, such as 100 points.")};

static const sq_parameter in_gaps_management = {"management", OPTION, MANAGEMENT};

static const sq_parameter in_gaps_standards = {"standards", OPTION, STANDARDS};

static const sq_parameter in_gaps_delivery = {"delivery", OPTION, DELIVERY};

static const sq_parameter in_gaps_communications = {"communications", OPTION, COMMUNICATIONS};

static const sq_parameter in_groups = {
    "groups", DATA,
    N_("The segment of each respondent: one column of labels or numbers; a blank leaves the "
       "respondent out. Segments × dimensions are at most 1,048,576, because each takes an "
       "interval.")};

/* ---- Arguments of this family. */

sq_status read_pair(sq_call *call, const sq_parameter *first, const sq_parameter *second,
                    rating_pair *out)
{
    memset(out, 0, sizeof *out);
    SQ_TRY(call_range(call, first, &out->first));
    SQ_TRY(call_range(call, second, &out->second));
    SQ_TRY(fit_ranges(call, &out->first, &out->second));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->second, &out->ratings.case_weights));
    out->ratings.subtrahend = out->first.answers;
    out->ratings.minuend = out->second.answers;
    return SQ_OK;
}

sq_status read_gaps(sq_call *call, const sq_ratings *ratings, double level, dimension_gaps *out)
{
    const double *importance;
    size_t count;
    SQ_TRY(read_dimensions(call, ratings->minuend.columns, &out->dimensions));
    count = out->dimensions.model.count;
    SQ_TAKE(out->gaps, &call->memory, count);
    SQ_TAKE(out->shares, &call->memory, count);
    SQ_TRY(call_weights(call, &in_importance, count, &importance));
    if (count == 0)
        return importance ? SQ_BAD_ARGUMENT : sq_gap_pooled(ratings, level, &out->overall);
    return sq_gap_by_dimension(ratings, &out->dimensions.model, importance, level, out->gaps,
                               out->shares, &out->overall);
}

/* ---- Who is left out: "left out: new (n = 1), old (no spread) …". */

enum { MOST_NAMED = 10 };

typedef struct left_out {
    sq_call *call;
    const char *text; /* NULL: nobody */
    size_t count;
} left_out;

/* Adds one of n respondents to those left out; from two on it is for want of spread. */
static sq_status leave_out(left_out *list, const char *name, size_t n)
{
    enum { BESIDE_A_NAME = 60 };
    const char *begin = list->text ? list->text : call_translate(list->call, N_("left out:"));
    const char *why = call_translate(list->call, N_("no spread"));
    size_t room = strlen(begin) + strlen(name) + strlen(why) + BESIDE_A_NAME;
    char *text;
    if (list->count++ > MOST_NAMED)
        return SQ_OK;
    if (!(text = call_memory(list->call, room, 1)))
        return SQ_NO_MEMORY;
    if (list->count > MOST_NAMED)
        snprintf(text, room, "%s …", begin);
    else if (n > 1)
        snprintf(text, room, "%s%s %s (%s)", begin, list->text ? "," : "", name, why);
    else
        snprintf(text, room, "%s%s %s (n = %zu)", begin, list->text ? "," : "", name, n);
    list->text = text;
    return SQ_OK;
}

/* ---- The five gaps in one table. */

static double count_or_reason(size_t n, double mean)
{
    return sq_error_reason(mean) == SQ_UNDEFINED ? mean : (double)n;
}

static void put_gap(sq_call *call, const sq_gap *gap)
{
    const double numbers[] = {gap->gap.mean,
                              gap->subtrahend,
                              gap->minuend,
                              count_or_reason(gap->n_subtrahend, gap->subtrahend),
                              count_or_reason(gap->n_minuend, gap->minuend),
                              gap->gap.se,
                              gap->gap.t,
                              gap->gap.df,
                              gap->gap.p,
                              gap->gap.lower,
                              gap->gap.upper,
                              gap->gap.effect};
    put_numbers(call, numbers, LENGTH(numbers));
}

static const sq_column gaps_columns[] = {
    {N_("Gap"), FIGURE_LABEL, N_("the gap; then the chain of gaps 1 to 3")},
    {N_("Size"), FIGURE_NUMBER, N_("the mean \"to\" minus the mean \"from\", in points")},
    {N_("Mean from"), FIGURE_NUMBER, N_("mean of what is taken off")},
    {N_("Mean to"), FIGURE_NUMBER, N_("mean of what it is taken off from")},
    {N_("n from"), FIGURE_COUNT, N_("respondents behind the first mean")},
    {N_("n to"), FIGURE_COUNT, N_("respondents behind the second")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error of the size")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},
    {N_("df"), FIGURE_NUMBER, N_("its degrees of freedom")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {N_("d"), FIGURE_NUMBER, N_("effect size: the mean over its standard deviation (Cohen's d)")},
    {NULL}};

static const char *const gaps_rows[SQ_GAPS] = {
    [SQ_GAP_1] = N_("Gap 1 knowledge: expectations → management"),
    [SQ_GAP_2] = N_("Gap 2 standards: management → standards"),
    [SQ_GAP_3] = N_("Gap 3 delivery: standards → delivery"),
    [SQ_GAP_4] = N_("Gap 4 communication: communications → delivery"),
    [SQ_GAP_5] = N_("Gap 5 service: expectations → perceptions")};

static const sq_parameter *const in_levels[SQ_LEVELS] = {[SQ_MANAGEMENT] = &in_gaps_management,
                                                         [SQ_STANDARDS] = &in_gaps_standards,
                                                         [SQ_DELIVERY] = &in_gaps_delivery,
                                                         [SQ_COMMUNICATIONS] =
                                                             &in_gaps_communications};

/* The items that some level did not answer and the chain therefore goes without; *out is NULL where
 * it takes them all. */
static sq_status name_items(sq_call *call, const rating_pair *pair,
                            const sq_table levels[SQ_LEVELS], const char **out)
{
    size_t columns = pair->first.answers.columns;
    const char *const *names = pair->first.names ? pair->first.names : pair->second.names;
    left_out list = {.call = call};
    bool *counted;
    SQ_TAKE(counted, &call->memory, columns);
    SQ_TRY(sq_gap_chain_items(&pair->ratings, levels, counted));
    for (size_t i = 0; i < columns; i++) {
        const char *name = names ? names[i] : call_number_text(call, (double)i + 1);
        if (!name)
            return SQ_NO_MEMORY;
        if (!counted[i])
            SQ_TRY(leave_out(&list, name, 0));
    }
    *out = list.text;
    return SQ_OK;
}

static sq_status gaps(sq_call *call)
{
    const char *items_left_out;
    rating_pair pair;
    sq_table levels[SQ_LEVELS] = {{0}};
    sq_gap_chain chain;
    double confidence;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &confidence));
    for (size_t i = 0; i < SQ_LEVELS; i++) {
        sq_range range;
        if (!call_given(call, in_levels[i]))
            continue;
        SQ_TRY(call_answers(call, in_levels[i], &range));
        levels[i] = range.answers;
    }
    SQ_TRY(sq_gap_chain_of(&pair.ratings, levels, confidence, &chain));
    SQ_TRY(name_items(call, &pair, levels, &items_left_out));
    SQ_TRY(begin_table(call, gaps_columns, 0, SQ_GAPS + 2 + (items_left_out != NULL)));
    for (size_t i = 0; i < SQ_GAPS; i++) {
        next_row(call);
        put_word(call, gaps_rows[i]);
        put_gap(call, &chain.gap[i]);
    }
    next_row(call);
    put_word(call, N_("Gap 1 + 2 + 3"));
    put_number(call, chain.sum);
    next_row(call);
    put_word(call, N_("Left of Gap 5"));
    put_number(call, chain.left);
    if (items_left_out) {
        next_row(call);
        put_word(call, N_("Remark"));
        put_text(call, items_left_out);
    }
    return SQ_OK;
}

const sq_function gaps_function = {
    .name = "SQ.GAPS",
    .call = gaps,
    .summary = N_("Table of the five gaps with means, standard errors, tests and intervals; then "
                  "the chain of gaps 1 to 3 and what it leaves of gap 5; means over the items that "
                  "all levels answered, and which are left out. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_gaps_management, &in_gaps_standards,
                   &in_gaps_delivery, &in_gaps_communications, &in_level},
    .example = {"7|6|6|6\n5|5|5|4", "INDEX(SQ.GAPS(A1:B2;C1:D2);6;2)", "-0.5"},
    .reports = {{gaps_columns}},
};

/* ---- Tables by item, dimension, respondent and group. */

static const sq_column items_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},
    {N_("Expectation"), FIGURE_NUMBER,
     N_("mean expectation of those who answered both, in points of the scale")},
    {N_("Perception"), FIGURE_NUMBER, N_("mean perception of the same, in points of the scale")},
    {N_("Gap"), FIGURE_NUMBER, N_("perception minus expectation, in points of the scale")},
    {N_("SD"), FIGURE_NUMBER, N_("standard deviation of the gap between respondents")},
    {N_("n"), FIGURE_COUNT, N_("respondents who answered both")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("p (Holm)"), FIGURE_PROBABILITY, N_("the same adjusted for the number of items")},
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {N_("d"), FIGURE_NUMBER, N_("effect size: the mean over its standard deviation (Cohen's d)")},
    {N_("Rank"), FIGURE_COUNT, N_("1 is the largest shortfall")},
    {NULL}};

static sq_status gap_items(sq_call *call)
{
    rating_pair pair;
    double level, *holm, *rank;
    size_t columns;
    sq_gap *item;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &level));
    columns = pair.first.answers.columns;
    SQ_TAKE(item, &call->memory, columns);
    SQ_TAKE(holm, &call->memory, columns);
    SQ_TAKE(rank, &call->memory, columns);
    SQ_TRY(sq_gap_by_item(&pair.ratings, level, item, holm, rank));
    SQ_TRY(begin_table(call, items_columns, 0, columns));
    for (size_t i = 0; i < columns; i++) {
        const sq_estimate *gap = &item[i].gap;
        const double numbers[] = {item[i].subtrahend, item[i].minuend, gap->mean,   gap->sd,
                                  (double)gap->n,     gap->t,          gap->p,      holm[i],
                                  gap->lower,         gap->upper,      gap->effect, rank[i]};
        next_row(call);
        put_item(call, &pair.first, &pair.second, i);
        put_numbers(call, numbers, LENGTH(numbers));
    }
    return SQ_OK;
}

const sq_function gap_items_function = {
    .name = "SQ.GAP.ITEMS",
    .call = gap_items,
    .summary = N_("Table with a row per item: means, gap, standard deviation, n, t, p, p adjusted "
                  "after Holm, interval, effect size, rank of the shortfall. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_level, &in_case_weights},
    .example = {"7|6|6|6\n5|5|5|4", "INDEX(SQ.GAP.ITEMS(A1:B2;C1:D2);2;4)", "-0.5"},
    .reports = {{items_columns}},
};

static const sq_column dimensions_columns[] = {
    {N_("Dimension"), FIGURE_LABEL,
     N_("the dimension, in order of its first item; the last row is the overall")},
    {N_("Expectation"), FIGURE_NUMBER,
     N_("mean expectation of those who answered both, in points of the scale")},
    {N_("Perception"), FIGURE_NUMBER, N_("mean perception of the same, in points of the scale")},
    {N_("Gap"), FIGURE_NUMBER, N_("perception minus expectation, in points of the scale")},
    {N_("Weight"), FIGURE_SHARE, N_("its share of the importance")},
    {N_("Contribution"), FIGURE_NUMBER, N_("gap × weight; they add up to the overall")},
    {N_("n"), FIGURE_COUNT, N_("respondents who count")},
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},
    {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")},
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {N_("α expectations"), FIGURE_NUMBER, N_("Cronbach's α of the expectations")},
    {N_("α perceptions"), FIGURE_NUMBER, N_("Cronbach's α of the perceptions")},
    {N_("α gap"), FIGURE_NUMBER, N_("Cronbach's α of the gaps")},
    {N_("SD expectations"), FIGURE_NUMBER,
     N_("standard deviation of the respondents' expectations, as scores of the dimension")},
    {N_("SD perceptions"), FIGURE_NUMBER,
     N_("standard deviation of the respondents' perceptions, likewise")},
    {N_("SD gap"), FIGURE_NUMBER, N_("standard deviation of the gap between respondents")},
    {N_("d"), FIGURE_NUMBER, N_("effect size: the mean over its standard deviation (Cohen's d)")},
    {NULL}};

/* Whether an item counts in a dimension, or (SQ_LEFT_OUT) in the overall. */
static bool is_item_of(const dimension_gaps *gaps, size_t item, size_t dimension)
{
    size_t of_item = gaps->dimensions.model.count > 0 ? gaps->dimensions.model.of_item[item] : 0;
    if (dimension != SQ_LEFT_OUT)
        return of_item == dimension;
    return of_item != SQ_LEFT_OUT &&
           (gaps->dimensions.model.count == 0 || gaps->shares[of_item] > 0);
}

/* Expectations, perceptions and gaps, and how their items go together. */
enum { SIDES = 3 };
typedef struct gap_sides {
    sq_items items[SIDES];
    double *covariance[SIDES]; /* [items × items]; NULL: too many respondents × items² for all */
    size_t *n[SIDES];
} gap_sides;

static sq_status read_sides(sq_call *call, const rating_pair *pair, gap_sides *out)
{
    size_t k = pair->first.answers.columns;
    sq_items items = {.count = k, .case_weights = pair->ratings.case_weights};
    *out = (gap_sides){.items = {items, items, items}};
    out->items[0].minuend = pair->first.answers;
    out->items[1].minuend = out->items[2].minuend = pair->second.answers;
    out->items[2].subtrahend = pair->first.answers;
    if (within_covariances(SIDES * pair->first.answers.rows, k) != SQ_OK)
        return SQ_OK;
    for (size_t side = 0; side < SIDES; side++) {
        sq_status status;
        SQ_TAKE_TABLE(out->n[side], &call->memory, k, k);
        SQ_TAKE_TABLE(out->covariance[side], &call->memory, k, k);
        status = sq_covariance(&out->items[side], out->covariance[side], NULL, out->n[side]);
        if (status != SQ_OK && status != SQ_NO_DATA)
            return status;
    }
    return SQ_OK;
}

/* α of one dimension (SQ_LEFT_OUT: of all items that count in the overall) of each side. */
static sq_status dimension_alphas(sq_call *call, const gap_sides *sides, const dimension_gaps *gaps,
                                  size_t dimension, double alphas[SIDES])
{
    size_t *columns, count = 0, k = sides->items[0].count, rows = sides->items[0].minuend.rows;
    sq_status too_many;
    SQ_TAKE(columns, &call->memory, k);
    for (size_t i = 0; i < k; i++)
        if (is_item_of(gaps, i, dimension))
            columns[count++] = i;
    too_many = within_covariances(4 * rows, count);
    for (size_t side = 0; side < SIDES; side++) {
        sq_items items = sides->items[side];
        items.columns = columns;
        items.count = count;
        if (sides->covariance[side])
            alphas[side] =
                sq_alpha_of_block(sides->covariance[side], sides->n[side], k, columns, count);
        else if (too_many != SQ_OK)
            alphas[side] = sq_error(too_many); /* the rest of the row stands */
        else
            SQ_TRY(sq_alpha(&items, &alphas[side]));
    }
    return SQ_OK;
}

static sq_status put_dimension(sq_call *call, const gap_sides *sides, const dimension_gaps *gaps,
                               size_t dimension)
{
    const sq_gap *gap = dimension == SQ_LEFT_OUT ? &gaps->overall : &gaps->gaps[dimension];
    const sq_estimate *estimate = &gap->gap;
    double share = dimension == SQ_LEFT_OUT ? 1 : gaps->shares[dimension], alphas[SIDES];
    const double numbers[] = {
        gap->subtrahend,        gap->minuend,           estimate->mean, share,
        share * estimate->mean, (double)gap->n_minuend, estimate->t,    estimate->p,
        estimate->lower,        estimate->upper};
    put_numbers(call, numbers, LENGTH(numbers));
    SQ_TRY(dimension_alphas(call, sides, gaps, dimension, alphas));
    put_numbers(call, alphas, LENGTH(alphas));
    put_number(call, gap->subtrahend_sd);
    put_number(call, gap->minuend_sd);
    put_number(call, estimate->sd);
    put_number(call, estimate->effect);
    return SQ_OK;
}

static sq_status gap_dimensions(sq_call *call)
{
    rating_pair pair;
    dimension_gaps gaps;
    gap_sides sides;
    double level;
    size_t count;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(read_gaps(call, &pair.ratings, level, &gaps));
    SQ_TRY(read_sides(call, &pair, &sides));
    count = gaps.dimensions.model.count;
    SQ_TRY(begin_table(call, dimensions_columns, 0, count + 1));
    for (size_t d = 0; d < count; d++) {
        next_row(call);
        put_text(call, gaps.dimensions.names[d]);
        SQ_TRY(put_dimension(call, &sides, &gaps, d));
    }
    next_row(call);
    put_word(call, N_("Overall"));
    return put_dimension(call, &sides, &gaps, SQ_LEFT_OUT);
}

const sq_function gap_dimensions_function = {
    .name = "SQ.GAP.DIMENSIONS",
    .call = gap_dimensions,
    .summary = N_("Table with a row per dimension and the overall: means, gap, weight, "
                  "contribution, n, t, p, interval, Cronbach's α of expectations, perceptions and "
                  "gap, standard deviations of these, effect size. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_dimensions, &in_importance, &in_level,
                   &in_case_weights},
    .example = {"a|b|a|b\n7|6|6|6\n5|5|5|4",
                "INDEX(SQ.GAP.DIMENSIONS(A2:B3;C2:D3;A1:B1;{75;25});4;4)", "-0.5"},
    .reports = {{dimensions_columns}},
};

static const sq_column respondents_columns[] = {
    {N_("Respondent"), FIGURE_COUNT, N_("the row of the respondent, from 1")},
    {N_("Answers"), FIGURE_COUNT, N_("pairs of answers")},
    {N_("Expectation"), FIGURE_NUMBER, N_("mean expectation, in points")},
    {N_("Perception"), FIGURE_NUMBER, N_("mean perception, in points")},
    {N_("Gap"), FIGURE_NUMBER, N_("perception minus expectation, in points of the scale")},
    {N_("each dimension"), FIGURE_NUMBER, N_("the gap of the dimension"), true},
    {NULL}};

static sq_status gap_respondents(sq_call *call)
{
    rating_pair pair;
    item_dimensions dimensions;
    sq_score *scores, overall;
    size_t rows, count;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    rows = pair.ratings.minuend.rows;
    SQ_TRY(read_dimensions(call, pair.ratings.minuend.columns, &dimensions));
    count = dimensions.model.count;
    SQ_TAKE(scores, &call->memory, count);
    if (rows == 0)
        return SQ_NO_DATA;
    SQ_TRY(begin_table(call, respondents_columns, count, rows));
    for (size_t d = 0; d < count; d++)
        put_text(call, dimensions.names[d]);
    for (size_t row = 0; row < rows; row++) {
        sq_gap_of_respondent(&pair.ratings, &dimensions.model, row, scores, &overall);
        next_row(call);
        put_number(call, (double)row + 1);
        put_number(call, (double)overall.answered);
        put_number(call, overall.subtrahend);
        put_number(call, overall.minuend);
        put_number(call, overall.gap);
        for (size_t d = 0; d < count; d++)
            put_number(call, scores[d].gap);
    }
    return SQ_OK;
}

const sq_function gap_respondents_function = {
    .name = "SQ.GAP.RESPONDENTS",
    .call = gap_respondents,
    .summary = N_("Table with a row per respondent: answers, expectation, perception, gap, and "
                  "the gap of each dimension. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_dimensions},
    .example = {"7|6|6|6\n5|5|5|4", "INDEX(SQ.GAP.RESPONDENTS(A1:B2;C1:D2);3;5)", "-0.5"},
    .reports = {{respondents_columns}},
};

/* ---- Groups: the same report over the respondents of each label. */

static const sq_column groups_columns[] = {
    {N_("Group"), FIGURE_LABEL, N_("the segment; below, the test and its rows")},
    {N_("n"), FIGURE_COUNT, N_("respondents who count")},
    {N_("Expectation"), FIGURE_NUMBER,
     N_("mean expectation of those who answered both, in points of the scale")},
    {N_("Perception"), FIGURE_NUMBER, N_("mean perception of the same, in points of the scale")},
    {N_("Gap"), FIGURE_NUMBER, N_("perception minus expectation, in points of the scale")},
    {N_("SE"), FIGURE_NUMBER, N_("standard error")},
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},
    {N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")},
    {N_("each dimension"), FIGURE_NUMBER, N_("the gap of the dimension"), true},
    {NULL}};

enum { GROUP_GAP = 4, TEST_ROWS = 4 }; /* the column of the gap, above the tests */

/* What the groups are compared on: measure 0 is the overall, then the dimensions. */
typedef struct group_gaps {
    item_dimensions dimensions;
    size_t measures;        /* 1 + dimensions */
    sq_gap *gaps;           /* [dimensions] of one group */
    sq_gap *overall;        /* [groups] */
    sq_estimate *estimates; /* [measures × groups] */
    const char **left_out;  /* [measures] who is, NULL: nobody */
    double level;
} group_gaps;

static sq_status compare_group(const sq_ratings *all, const group_list *groups, size_t group,
                               group_gaps *work)
{
    sq_ratings ratings = *all;
    sq_gap *overall = &work->overall[group];
    size_t first = groups->first[group], count = work->dimensions.model.count;
    ratings.rows = groups->rows + first;
    ratings.row_count = groups->first[group + 1] - first;
    if (count == 0)
        SQ_TRY(sq_gap_pooled(&ratings, work->level, overall));
    else
        SQ_TRY(sq_gap_by_dimension(&ratings, &work->dimensions.model, NULL, work->level, work->gaps,
                                   NULL, overall));
    work->estimates[group] = overall->gap;
    for (size_t d = 0; d < count; d++)
        work->estimates[(1 + d) * groups->groups + group] = work->gaps[d].gap;
    return SQ_OK;
}

static void put_group(sq_call *call, const group_list *groups, size_t group, const group_gaps *work)
{
    const sq_gap *overall = &work->overall[group];
    const double numbers[] = {(double)overall->n_minuend, overall->subtrahend, overall->minuend,
                              overall->gap.mean,          overall->gap.se,     overall->gap.lower,
                              overall->gap.upper};
    next_row(call);
    put_text(call, groups->members[groups->first[group]].label);
    put_numbers(call, numbers, LENGTH(numbers));
    for (size_t m = 1; m < work->measures; m++)
        put_number(call, work->estimates[m * groups->groups + group].mean);
}

/* The groups that the test of one measure goes without; *out is NULL where it takes them all. */
static sq_status name_groups(sq_call *call, const group_list *groups, const sq_estimate estimates[],
                             const char **out)
{
    left_out list = {.call = call};
    for (size_t g = 0; g < groups->groups; g++)
        if (!sq_can_be_compared(&estimates[g]))
            SQ_TRY(leave_out(&list, groups->members[groups->first[g]].label, estimates[g].n));
    *out = list.text;
    return SQ_OK;
}

/* Computes everything; *remarks: whether somebody is left out of a test. */
static sq_status compare_groups(sq_call *call, const sq_ratings *ratings, const group_list *groups,
                                group_gaps *work, bool *remarks)
{
    size_t count = work->dimensions.model.count;
    work->measures = 1 + count;
    SQ_TAKE(work->gaps, &call->memory, count);
    SQ_TAKE(work->overall, &call->memory, groups->groups);
    SQ_TAKE_TABLE(work->estimates, &call->memory, work->measures, groups->groups);
    SQ_TAKE(work->left_out, &call->memory, work->measures);
    for (size_t group = 0; group < groups->groups; group++)
        SQ_TRY(compare_group(ratings, groups, group, work));
    *remarks = false;
    for (size_t m = 0; m < work->measures; m++) {
        SQ_TRY(name_groups(call, groups, work->estimates + m * groups->groups, &work->left_out[m]));
        *remarks = *remarks || work->left_out[m];
    }
    return SQ_OK;
}

static void put_left_out(sq_call *call, const group_gaps *work)
{
    next_row(call);
    put_word(call, N_("Remark"));
    for (const sq_column *column = groups_columns + 1; !column->each; column++)
        if (column == &groups_columns[GROUP_GAP] && work->left_out[0])
            put_text(call, work->left_out[0]);
        else
            put_blank(call);
    for (size_t m = 1; m < work->measures; m++)
        if (work->left_out[m])
            put_text(call, work->left_out[m]);
        else
            put_blank(call);
}

/* One line of the tests: what stands below the gap, then below each dimension. */
static void put_test(sq_call *call, const char *name, const group_gaps *work, const double *figures)
{
    next_row(call);
    put_word(call, name);
    for (const sq_column *column = groups_columns + 1; !column->each; column++)
        if (column == &groups_columns[GROUP_GAP])
            put_number(call, figures[0]);
        else
            put_blank(call);
    put_numbers(call, figures + 1, work->measures - 1);
}

/* The rows below those of the groups: the tests, and who is left out of them. */
static sq_status put_tests(sq_call *call, const group_list *groups, const group_gaps *work,
                           bool remarks)
{
    size_t m = work->measures;
    double *f, *df1;
    double *df2, *p;
    SQ_TAKE(f, &call->memory, m);
    SQ_TAKE(df1, &call->memory, m);
    SQ_TAKE(df2, &call->memory, m);
    SQ_TAKE(p, &call->memory, m);
    for (size_t i = 0; i < m; i++) {
        sq_f_test test = sq_welch_oneway(work->estimates + i * groups->groups, groups->groups);
        f[i] = test.f;
        df1[i] = test.df1;
        df2[i] = test.df2;
        p[i] = test.p;
    }
    put_test(call, N_("Welch F"), work, f);
    put_test(call, N_("df 1"), work, df1);
    put_test(call, N_("df 2"), work, df2);
    put_test(call, N_("p"), work, p);
    if (remarks)
        put_left_out(call, work);
    return SQ_OK;
}

static sq_status gap_groups(sq_call *call)
{
    rating_pair pair;
    group_list groups;
    group_gaps work;
    bool remarks;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &work.level));
    SQ_TRY(read_dimensions(call, pair.ratings.minuend.columns, &work.dimensions));
    SQ_TRY(read_groups(call, &in_groups, &pair.second, &groups));
    SQ_TRY(
        within((double)groups.groups * (1 + (double)work.dimensions.model.count), GROUP_GAPS_MAX));
    SQ_TRY(compare_groups(call, &pair.ratings, &groups, &work, &remarks));
    SQ_TRY(
        begin_table(call, groups_columns, work.measures - 1, groups.groups + TEST_ROWS + remarks));
    for (size_t d = 0; d < work.dimensions.model.count; d++)
        put_text(call, work.dimensions.names[d]);
    for (size_t group = 0; group < groups.groups; group++)
        put_group(call, &groups, group, &work);
    return put_tests(call, &groups, &work, remarks);
}

const sq_function gap_groups_function = {
    .name = "SQ.GAP.GROUPS",
    .call = gap_groups,
    .summary = N_("Table with a row per segment of respondents: n, means, gap, standard error, "
                  "interval, gap of each dimension; then Welch's test between the segments, and "
                  "which are left out of it: those of one respondent or without spread. Enter as "
                  "an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_groups, &in_dimensions, &in_level},
    .example = {"7|6|new\n5|5|old\n6|4|new\n6|5|old", "INDEX(SQ.GAP.GROUPS(A1:A4;B1:B4;C1:C4);2;5)",
                "-1.5"},
    .reports = {{groups_columns}},
};
