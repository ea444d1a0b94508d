/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.GAP.GROUPS: the gaps of the respondents of each label, and the tests between them; SQ.GAP.PAIRS:
 * which of them differ.
 */
#include "arguments.h"
#include "call_limits.h"
#include "functions/gap_model/gap_reports.h"
#include "functions/group_tests.h"
#include "functions/left_out.h"
#include "gap_model/gap_ranks.h"
#include "result.h"

#include <string.h>

static const sq_parameter in_segments = {
    "groups", DATA,
    N_("The segment of each respondent: one column of labels or numbers; a blank leaves the "
       "respondent out. Segments × dimensions are at most 1,048,576, because each takes an "
       "interval.")};

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

static sq_status compare_groups(sq_call *call, const sq_ratings *ratings, const group_list *groups,
                                group_gaps *work)
{
    SQ_TAKE(work->gaps, &call->memory, work->dimensions.model.count);
    SQ_TAKE(work->overall, &call->memory, groups->groups);
    SQ_TAKE_TABLE(work->estimates, &call->memory, work->measures, groups->groups);
    for (size_t group = 0; group < groups->groups; group++)
        SQ_TRY(compare_group(ratings, groups, group, work));
    return SQ_OK;
}

/* *remarks: whether somebody is left out of a test. */
static sq_status name_left_out(sq_call *call, const group_list *groups, group_gaps *work,
                               bool *remarks)
{
    SQ_TAKE(work->left_out, &call->memory, work->measures);
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

/* The tests of every measure, a line for each of their figures. */
typedef struct test_lines {
    const char *name[TEST_ROWS];
    double *figures[TEST_ROWS]; /* [measures] */
} test_lines;

static void test_means(const group_list *groups, const group_gaps *work, test_lines *out)
{
    const char *const names[TEST_ROWS] = {N_("Welch F"), N_("df 1"), N_("df 2"), N_("p")};
    memcpy(out->name, names, sizeof names);
    for (size_t m = 0; m < work->measures; m++) {
        sq_f_test test = sq_welch_oneway(work->estimates + m * groups->groups, groups->groups);
        out->figures[0][m] = test.f;
        out->figures[1][m] = test.df1;
        out->figures[2][m] = test.df2;
        out->figures[3][m] = test.p;
    }
}

static sq_status test_ranks(const sq_grouped scores[], const group_gaps *work, test_lines *out)
{
    const char *const names[TEST_ROWS] = {N_("Kruskal–Wallis H"), N_("df"), N_("p"), N_("ε²")};
    memcpy(out->name, names, sizeof names);
    for (size_t m = 0; m < work->measures; m++) {
        sq_rank_test test;
        SQ_TRY(sq_kruskal_wallis(&scores[m], &test));
        out->figures[0][m] = test.h;
        out->figures[1][m] = test.df;
        out->figures[2][m] = test.p;
        out->figures[3][m] = test.effect;
    }
    return SQ_OK;
}

/* What both functions read, and what they compute of it. */
typedef struct segments {
    rating_pair pair;
    group_list groups;
    group_gaps work;
    sq_grouped *scores; /* [measures] by ranks; NULL: by means */
} segments;

/* Ranks take no case weights. */
static sq_status read_segments(sq_call *call, segments *out)
{
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &out->pair));
    SQ_TRY(call_number(call, &in_level, &out->work.level));
    SQ_TRY(read_dimensions(call, out->pair.ratings.minuend.columns, &out->work.dimensions));
    SQ_TRY(read_groups(call, &in_segments, &out->pair.second, &out->groups));
    out->work.measures = 1 + out->work.dimensions.model.count;
    out->scores = NULL;
    return within((double)out->groups.groups * (double)out->work.measures, GROUP_GAPS_MAX);
}

static sq_status score_segments(sq_call *call, segments *s)
{
    if (s->pair.ratings.case_weights)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE(s->scores, &call->memory, s->work.measures);
    return sq_gap_scores_of_groups(&call->memory, &s->pair.ratings, &s->work.dimensions.model,
                                   s->groups.rows, s->groups.first, s->groups.groups, s->scores);
}

static sq_status gap_groups(sq_call *call)
{
    segments s;
    test_lines lines;
    size_t test;
    bool remarks = false;
    SQ_TRY(read_segments(call, &s));
    SQ_TRY(read_groups_test(call, &test));
    SQ_TRY(compare_groups(call, &s.pair.ratings, &s.groups, &s.work));
    for (size_t i = 0; i < TEST_ROWS; i++)
        SQ_TAKE(lines.figures[i], &call->memory, s.work.measures);
    if (test == GROUPS_BY_RANKS) {
        SQ_TRY(score_segments(call, &s));
        SQ_TRY(test_ranks(s.scores, &s.work, &lines));
    } else {
        SQ_TRY(name_left_out(call, &s.groups, &s.work, &remarks));
        test_means(&s.groups, &s.work, &lines);
    }
    SQ_TRY(begin_table(call, groups_columns, s.work.measures - 1,
                       s.groups.groups + TEST_ROWS + remarks));
    for (size_t d = 0; d < s.work.dimensions.model.count; d++)
        put_text(call, s.work.dimensions.names[d]);
    for (size_t group = 0; group < s.groups.groups; group++)
        put_group(call, &s.groups, group, &s.work);
    for (size_t i = 0; i < TEST_ROWS; i++)
        put_test(call, lines.name[i], &s.work, lines.figures[i]);
    if (remarks)
        put_left_out(call, &s.work);
    return SQ_OK;
}

const sq_function gap_groups_function = {
    .name = "SQ.GAP.GROUPS",
    .call = gap_groups,
    .summary =
        N_("Table with a row per segment of respondents: n, means, gap, standard error, "
           "interval, gap of each dimension; then the test between the segments, by Welch "
           "with those left out that have one respondent or no spread, or by ranks. Enter as "
           "an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_segments, &in_dimensions, &in_level,
                   &in_groups_test, &in_case_weights},
    .example = {"7|6|new\n5|5|old\n6|4|new\n6|5|old", "INDEX(SQ.GAP.GROUPS(A1:A4;B1:B4;C1:C4);2;5)",
                "-1.5"},
    .reports = {{groups_columns}},
};

/* ---- Which segments differ from which. */

static sq_status gap_pairs(sq_call *call)
{
    SQ_SCRATCH(memory);
    segments s;
    sq_rank_sums kept = {.memory = &memory};
    sq_pair_test test;
    sq_pair *pair;
    size_t pairs;
    SQ_TRY(read_segments(call, &s));
    SQ_TRY(read_pairs_test(call, &test));
    SQ_TRY(within_pairs(test, s.work.measures, &s.groups));
    pairs = sq_pairs(s.groups.groups);
    SQ_TAKE(pair, &memory, pairs);
    SQ_TRY(is_by_ranks(test) ? score_segments(call, &s)
                             : compare_groups(call, &s.pair.ratings, &s.groups, &s.work));
    SQ_TRY(pairs > 0 ? SQ_OK : SQ_UNDEFINED);
    SQ_TRY(begin_table(call, pairs_columns(test), 0, s.work.measures * pairs));
    for (size_t m = 0; m < s.work.measures; m++) {
        SQ_TRY(is_by_ranks(test) ? sq_pairs_of_ranks(&s.scores[m], test, &kept, pair)
                                 : sq_pairs_of_means(s.work.estimates + m * s.groups.groups,
                                                     s.groups.groups, test, s.work.level, pair));
        for (size_t i = 0; i < pairs; i++) {
            next_row(call);
            if (m == 0)
                put_word(call, N_("Overall"));
            else
                put_text(call, s.work.dimensions.names[m - 1]);
            put_pair(call, &s.groups, test, &pair[i]);
        }
    }
    return SQ_OK;
}

const sq_function gap_pairs_function = {
    .name = "SQ.GAP.PAIRS",
    .call = gap_pairs,
    .summary =
        N_("Table with a row per pair of segments: difference of their gaps, t or z, p, p "
           "adjusted for the number of pairs, interval; overall, then for each dimension. One "
           "segment has no pair (#N/A). Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_segments, &in_dimensions, &in_pairs_test,
                   &in_level, &in_case_weights},
    .example = {"7|6|new\n5|5|old\n6|4|new\n6|5|old", "INDEX(SQ.GAP.PAIRS(A1:A4;B1:B4;C1:C4);2;4)",
                "-1"},
    .reports = PAIRS_REPORTS,
};
