/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.GAPS, SQ.GAP.ITEMS, SQ.GAP.DIMENSIONS, SQ.GAP.RESPONDENTS, SQ.GAP.GROUPS: wrappers that fill a
 * table. Their rows of the catalogue stand in gap_model.c.
 */
#include "gap_reports.h"

#include "gap_chain.h"
#include "limits.h"
#include "reliability.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Arguments of this family. */

sq_status read_pair(sq_call *call, const char *first, const char *second, rating_pair *out)
{
    memset(out, 0, sizeof *out);
    SQ_TRY(call_range(call, first, &out->first));
    SQ_TRY(call_range(call, second, &out->second));
    SQ_TRY(fit_ranges(call, &out->first, &out->second));
    SQ_TRY(call_case_weights(call, "case_weights", &out->second, &out->ratings.case_weights));
    out->ratings.subtrahend = out->first.answers;
    out->ratings.minuend = out->second.answers;
    return SQ_OK;
}

sq_status read_gaps(sq_call *call, const sq_ratings *ratings, bool classic, double level,
                    dimension_gaps *out)
{
    const double *importance;
    size_t count;
    SQ_TRY(read_dimensions(call, ratings->minuend.columns,
                           classic || call_given(call, "importance"), &out->dimensions));
    count = out->dimensions.model.count;
    out->gaps = call_memory(call, count, sizeof *out->gaps);
    out->shares = call_memory(call, count, sizeof *out->shares);
    if (!out->gaps || !out->shares)
        return SQ_NO_MEMORY;
    SQ_TRY(call_weights(call, "importance", count, &importance));
    if (count == 0)
        return importance ? SQ_BAD_ARGUMENT : sq_gap_pooled(ratings, level, &out->overall);
    return sq_gap_by_dimension(ratings, &out->dimensions.model, importance, level, out->gaps,
                               out->shares, &out->overall);
}

/* ---- The five gaps in one table. */

static double count_or_reason(size_t n, double mean)
{
    return sq_error_reason(mean) == SQ_UNDEFINED ? mean : (double)n;
}

static void cell_gap_row(sq_call *call, size_t row, const sq_gap *gap)
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
    cell_numbers(call, row, 1, numbers, LENGTH(numbers));
}

static const char *const gaps_header[] = {
    N_("Gap"), N_("Size"), N_("Mean from"), N_("Mean to"), N_("n from"), N_("n to"), N_("SE"),
    N_("t"),   N_("df"),   N_("p"),         N_("Lower"),   N_("Upper"),  N_("d")};

static const char *const gaps_rows[SQ_GAPS] = {
    [SQ_GAP_1] = N_("Gap 1 knowledge: expectations → management"),
    [SQ_GAP_2] = N_("Gap 2 standards: management → standards"),
    [SQ_GAP_3] = N_("Gap 3 delivery: standards → delivery"),
    [SQ_GAP_4] = N_("Gap 4 communication: communications → delivery"),
    [SQ_GAP_5] = N_("Gap 5 service: expectations → perceptions")};

static const char *const level_names[SQ_LEVELS] = {[SQ_MANAGEMENT] = "management",
                                                   [SQ_STANDARDS] = "standards",
                                                   [SQ_DELIVERY] = "delivery",
                                                   [SQ_COMMUNICATIONS] = "communications"};

sq_status gaps(sq_call *call)
{
    rating_pair pair;
    sq_table levels[SQ_LEVELS] = {{0}};
    sq_gap_chain chain;
    double confidence;
    SQ_TRY(read_pair(call, "expectations", "perceptions", &pair));
    SQ_TRY(call_number(call, "level", DEFAULT_LEVEL, &confidence));
    for (size_t i = 0; i < SQ_LEVELS; i++) {
        sq_range range;
        if (!call_given(call, level_names[i]))
            continue;
        SQ_TRY(call_answers(call, level_names[i], &range));
        levels[i] = range.answers;
    }
    SQ_TRY(sq_gap_chain_of(&pair.ratings, levels, confidence, &chain));
    SQ_TRY(call_return_table(call, 1 + SQ_GAPS + 2, LENGTH(gaps_header)));
    cell_header(call, 0, gaps_header, LENGTH(gaps_header));
    for (size_t i = 0; i < SQ_GAPS; i++) {
        cell_word(call, 1 + i, 0, gaps_rows[i]);
        cell_gap_row(call, 1 + i, &chain.gap[i]);
    }
    cell_word(call, 1 + SQ_GAPS, 0, N_("Gap 1 + 2 + 3"));
    cell_number(call, 1 + SQ_GAPS, 1, chain.sum);
    cell_word(call, 2 + SQ_GAPS, 0, N_("Left of Gap 5"));
    cell_number(call, 2 + SQ_GAPS, 1, chain.left);
    return SQ_OK;
}

/* ---- Tables by item, dimension, respondent and group. */

static const char *const items_header[] = {
    N_("Item"), N_("Expectation"), N_("Perception"), N_("Gap"),   N_("SD"), N_("n"),   N_("t"),
    N_("p"),    N_("p (Holm)"),    N_("Lower"),      N_("Upper"), N_("d"),  N_("Rank")};

sq_status gap_items(sq_call *call)
{
    rating_pair pair;
    double level, *holm, *rank;
    size_t columns;
    sq_gap *item;
    SQ_TRY(read_pair(call, "expectations", "perceptions", &pair));
    SQ_TRY(call_number(call, "level", DEFAULT_LEVEL, &level));
    columns = pair.first.answers.columns;
    item = call_memory(call, columns, sizeof *item);
    holm = call_memory(call, columns, sizeof *holm);
    rank = call_memory(call, columns, sizeof *rank);
    if (!item || !holm || !rank)
        return SQ_NO_MEMORY;
    SQ_TRY(sq_gap_by_item(&pair.ratings, level, item, holm, rank));
    SQ_TRY(call_return_table(call, 1 + columns, LENGTH(items_header)));
    cell_header(call, 0, items_header, LENGTH(items_header));
    for (size_t i = 0; i < columns; i++) {
        const sq_estimate *gap = &item[i].gap;
        const double numbers[] = {item[i].subtrahend, item[i].minuend, gap->mean,   gap->sd,
                                  (double)gap->n,     gap->t,          gap->p,      holm[i],
                                  gap->lower,         gap->upper,      gap->effect, rank[i]};
        cell_item(call, 1 + i, 0, &pair.first, &pair.second, i);
        cell_numbers(call, 1 + i, 1, numbers, LENGTH(numbers));
    }
    return SQ_OK;
}

static const char *const dimensions_header[] = {N_("Dimension"),
                                                N_("Expectation"),
                                                N_("Perception"),
                                                N_("Gap"),
                                                N_("Weight"),
                                                N_("Contribution"),
                                                N_("n"),
                                                N_("t"),
                                                N_("p"),
                                                N_("Lower"),
                                                N_("Upper"),
                                                N_("α expectations"),
                                                N_("α perceptions"),
                                                N_("α gap")};

/* α of one dimension (SQ_LEFT_OUT: of all items in a dimension) of expectations, perceptions, gap.
 */
static sq_status dimension_alphas(sq_call *call, const rating_pair *pair,
                                  const sq_dimensions *dimensions, size_t dimension,
                                  double alphas[3])
{
    sq_items items = {.case_weights = pair->ratings.case_weights};
    sq_status too_many;
    size_t *columns = call_memory(call, pair->first.answers.columns, sizeof *columns);
    if (!columns)
        return SQ_NO_MEMORY;
    for (size_t i = 0; i < pair->first.answers.columns; i++) {
        size_t of_item = dimensions->count > 0 ? dimensions->of_item[i] : 0;
        if (of_item != SQ_LEFT_OUT && (dimension == of_item || dimension == SQ_LEFT_OUT))
            columns[items.count++] = i;
    }
    too_many = within_covariances(4 * pair->first.answers.rows, items.count); /* α comes by sixes */
    if (too_many != SQ_OK) { /* the rest of the row stands */
        alphas[0] = alphas[1] = alphas[2] = sq_error(too_many);
        return SQ_OK;
    }
    items.columns = columns;
    items.minuend = pair->first.answers;
    SQ_TRY(sq_alpha(&items, &alphas[0]));
    items.minuend = pair->second.answers;
    SQ_TRY(sq_alpha(&items, &alphas[1]));
    items.subtrahend = pair->first.answers;
    return sq_alpha(&items, &alphas[2]);
}

static sq_status cell_dimension(sq_call *call, size_t row, const rating_pair *pair,
                                const dimension_gaps *gaps, size_t dimension)
{
    const sq_gap *gap = dimension == SQ_LEFT_OUT ? &gaps->overall : &gaps->gaps[dimension];
    const sq_estimate *estimate = &gap->gap;
    double share = dimension == SQ_LEFT_OUT ? 1 : gaps->shares[dimension], alphas[3];
    const double numbers[] = {
        gap->subtrahend,        gap->minuend,           estimate->mean, share,
        share * estimate->mean, (double)gap->n_minuend, estimate->t,    estimate->p,
        estimate->lower,        estimate->upper};
    cell_numbers(call, row, 1, numbers, LENGTH(numbers));
    SQ_TRY(dimension_alphas(call, pair, &gaps->dimensions.model, dimension, alphas));
    cell_numbers(call, row, 1 + LENGTH(numbers), alphas, LENGTH(alphas));
    return SQ_OK;
}

sq_status gap_dimensions(sq_call *call)
{
    rating_pair pair;
    dimension_gaps gaps;
    double level;
    size_t count;
    SQ_TRY(read_pair(call, "expectations", "perceptions", &pair));
    SQ_TRY(call_number(call, "level", DEFAULT_LEVEL, &level));
    SQ_TRY(read_gaps(call, &pair.ratings, true, level, &gaps));
    count = gaps.dimensions.model.count;
    SQ_TRY(call_return_table(call, 2 + count, LENGTH(dimensions_header)));
    cell_header(call, 0, dimensions_header, LENGTH(dimensions_header));
    for (size_t d = 0; d < count; d++) {
        cell_text(call, 1 + d, 0, gaps.dimensions.names[d]);
        SQ_TRY(cell_dimension(call, 1 + d, &pair, &gaps, d));
    }
    cell_word(call, 1 + count, 0, N_("Overall"));
    return cell_dimension(call, 1 + count, &pair, &gaps, SQ_LEFT_OUT);
}

static const char *const respondents_header[] = {N_("Respondent"), N_("Answers"), N_("Expectation"),
                                                 N_("Perception"), N_("Gap")};

sq_status gap_respondents(sq_call *call)
{
    rating_pair pair;
    item_dimensions dimensions;
    sq_score *scores, overall;
    size_t rows, count, fixed = LENGTH(respondents_header);
    SQ_TRY(read_pair(call, "expectations", "perceptions", &pair));
    rows = pair.ratings.minuend.rows;
    SQ_TRY(read_dimensions(call, pair.ratings.minuend.columns, true, &dimensions));
    count = dimensions.model.count;
    scores = call_memory(call, count, sizeof *scores);
    if (!scores)
        return SQ_NO_MEMORY;
    if (rows == 0)
        return SQ_NO_DATA;
    SQ_TRY(call_return_table(call, 1 + rows, fixed + count));
    cell_header(call, 0, respondents_header, fixed);
    for (size_t d = 0; d < count; d++)
        cell_text(call, 0, fixed + d, dimensions.names[d]);
    for (size_t row = 0; row < rows; row++) {
        sq_gap_of_respondent(&pair.ratings, &dimensions.model, row, scores, &overall);
        cell_numbers(call, 1 + row, 0,
                     (const double[]){(double)row + 1, (double)overall.answered, overall.subtrahend,
                                      overall.minuend, overall.gap},
                     fixed);
        for (size_t d = 0; d < count; d++)
            cell_number(call, 1 + row, fixed + d, scores[d].gap);
    }
    return SQ_OK;
}

/* ---- Groups: the same report over the respondents of each label. */

static const char *const groups_header[] = {N_("Group"),      N_("n"),    N_("Expectation"),
                                            N_("Perception"), N_("Gap"),  N_("SE"),
                                            N_("Lower"),      N_("Upper")};

/* What the groups are compared on: measure 0 is the overall, then the dimensions. */
typedef struct group_gaps {
    item_dimensions dimensions;
    sq_gap *gaps;           /* [dimensions] of one group */
    sq_estimate *estimates; /* [measures × groups] */
    double level;
} group_gaps;

static sq_status cell_group(sq_call *call, const sq_ratings *all, const group_list *groups,
                            size_t group, group_gaps *work)
{
    sq_ratings ratings = *all;
    sq_gap overall;
    size_t first = groups->first[group], count = work->dimensions.model.count;
    ratings.rows = groups->rows + first;
    ratings.row_count = groups->first[group + 1] - first;
    if (count == 0)
        SQ_TRY(sq_gap_pooled(&ratings, work->level, &overall));
    else
        SQ_TRY(sq_gap_by_dimension(&ratings, &work->dimensions.model, NULL, work->level, work->gaps,
                                   NULL, &overall));
    cell_text(call, 1 + group, 0, groups->members[first].label);
    cell_numbers(call, 1 + group, 1,
                 (const double[]){(double)overall.n_minuend, overall.subtrahend, overall.minuend,
                                  overall.gap.mean, overall.gap.se, overall.gap.lower,
                                  overall.gap.upper},
                 LENGTH(groups_header) - 1);
    work->estimates[group] = overall.gap;
    for (size_t d = 0; d < count; d++) {
        cell_number(call, 1 + group, LENGTH(groups_header) + d, work->gaps[d].gap.mean);
        work->estimates[(1 + d) * groups->groups + group] = work->gaps[d].gap;
    }
    return SQ_OK;
}

/* Welch's test of one measure below its column. */
static void cell_test(sq_call *call, size_t row, size_t column, sq_f_test test)
{
    cell_number(call, row, column, test.f);
    cell_number(call, row + 1, column, test.df1);
    cell_number(call, row + 2, column, test.df2);
    cell_number(call, row + 3, column, test.p);
}

sq_status gap_groups(sq_call *call)
{
    static const char *const test_rows[] = {N_("Welch F"), N_("df 1"), N_("df 2"), N_("p")};
    enum { GAP_COLUMN = 4 };
    rating_pair pair;
    group_list groups;
    group_gaps work;
    size_t count, fixed = LENGTH(groups_header);
    SQ_TRY(read_pair(call, "expectations", "perceptions", &pair));
    SQ_TRY(call_number(call, "level", DEFAULT_LEVEL, &work.level));
    SQ_TRY(read_dimensions(call, pair.ratings.minuend.columns, true, &work.dimensions));
    SQ_TRY(read_groups(call, &pair.second, &groups));
    count = work.dimensions.model.count;
    SQ_TRY(within((double)groups.groups * (1 + (double)count), GROUP_GAPS_MAX));
    work.gaps = call_memory(call, count, sizeof *work.gaps);
    work.estimates = call_memory(call, 1 + count, groups.groups * sizeof *work.estimates);
    if (!work.gaps || !work.estimates)
        return SQ_NO_MEMORY;
    SQ_TRY(call_return_table(call, 1 + groups.groups + LENGTH(test_rows), fixed + count));
    cell_header(call, 0, groups_header, fixed);
    for (size_t d = 0; d < count; d++)
        cell_text(call, 0, fixed + d, work.dimensions.names[d]);
    for (size_t group = 0; group < groups.groups; group++)
        SQ_TRY(cell_group(call, &pair.ratings, &groups, group, &work));
    for (size_t i = 0; i < LENGTH(test_rows); i++)
        cell_word(call, 1 + groups.groups + i, 0, test_rows[i]);
    for (size_t m = 0; m <= count; m++)
        cell_test(call, 1 + groups.groups, m == 0 ? GAP_COLUMN : fixed + m - 1,
                  sq_welch_oneway(work.estimates + m * groups.groups, groups.groups));
    return SQ_OK;
}
