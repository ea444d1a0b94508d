/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.GAP.ITEMS, SQ.GAP.DIMENSIONS, SQ.GAP.RESPONDENTS.
 */
#include "arguments.h"
#include "call_limits.h"
#include "functions/gap_model/gap_reports.h"
#include "gap_model/gap_ranks.h"
#include "reliability/reliability.h"
#include "result.h"

#define ITEM_BEFORE                                                                                \
    {N_("Item"), FIGURE_LABEL, N_("the item: its heading, or its number without one")},            \
        {N_("Expectation"), FIGURE_NUMBER,                                                         \
         N_("mean expectation of those who answered both, in points of the scale")},               \
        {N_("Perception"), FIGURE_NUMBER,                                                          \
         N_("mean perception of the same, in points of the scale")},                               \
        {N_("Gap"), FIGURE_NUMBER, N_("perception minus expectation, in points of the scale")},    \
        {N_("SD"), FIGURE_NUMBER, N_("standard deviation of the gap between respondents")},        \
    {                                                                                              \
        N_("n"), FIGURE_COUNT, N_("respondents who answered both")                                 \
    }

/* How a gap is tested: by t, or by ranks. */
#define TESTED_BY_T                                                                                \
    {N_("t"), FIGURE_NUMBER, N_("t of the test that it is 0")},                                    \
    {                                                                                              \
        N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")    \
    }
#define TESTED_BY_RANKS                                                                            \
    {N_("z"), FIGURE_NUMBER, N_("of Wilcoxon's signed rank test that its middle is 0")},           \
    {                                                                                              \
        N_("p"), FIGURE_PROBABILITY,                                                               \
            N_("two-sided probability of such ranks by chance; exact below 50 gaps without ties")  \
    }
#define MEAN_INTERVAL                                                                              \
    {N_("Lower"), FIGURE_NUMBER, N_("lower end of the confidence interval")},                      \
    {                                                                                              \
        N_("Upper"), FIGURE_NUMBER, N_("upper end of the confidence interval")                     \
    }
#define MIDDLE_INTERVAL                                                                            \
    {N_("Lower"), FIGURE_NUMBER,                                                                   \
     N_("lower end of the interval of the middle of the gaps that are not 0 (Hodges–Lehmann)")},   \
    {                                                                                              \
        N_("Upper"), FIGURE_NUMBER, N_("upper end of the same")                                    \
    }
#define EFFECT_D                                                                                   \
    {                                                                                              \
        N_("d"), FIGURE_NUMBER,                                                                    \
            N_("effect size: the mean over its standard deviation (Cohen's d)")                    \
    }
#define EFFECT_R                                                                                   \
    {                                                                                              \
        N_("r"), FIGURE_NUMBER,                                                                    \
            N_("effect size: matched-pairs rank-biserial correlation, −1 to 1")                    \
    }
#define ITEM_HOLM                                                                                  \
    {                                                                                              \
        N_("p (Holm)"), FIGURE_PROBABILITY, N_("the same adjusted for the number of items")        \
    }
#define ITEM_RANK                                                                                  \
    {                                                                                              \
        N_("Rank"), FIGURE_COUNT, N_("1 is the largest shortfall")                                 \
    }

static const sq_column items_columns[] = {ITEM_BEFORE, TESTED_BY_T, ITEM_HOLM, MEAN_INTERVAL,
                                          EFFECT_D,    ITEM_RANK,   {NULL}};
static const sq_column items_by_ranks[] = {ITEM_BEFORE, TESTED_BY_RANKS, ITEM_HOLM, MIDDLE_INTERVAL,
                                           EFFECT_R,    ITEM_RANK,       {NULL}};

/* The figures of the test of one gap, by t or by ranks. */
typedef struct tested {
    double statistic, p, lower, upper, effect;
} tested;

static tested by_t(const sq_estimate *gap)
{
    return (tested){gap->t, gap->p, gap->lower, gap->upper, gap->effect};
}

static tested by_ranks(const sq_signed_ranks *gap)
{
    return (tested){gap->z, gap->p, gap->lower, gap->upper, gap->effect};
}

/* Which test is asked for; ranks take no case weights. */
static sq_status read_pair_test(sq_call *call, const sq_ratings *ratings, size_t *test)
{
    SQ_TRY(call_word(call, &in_pair_test, test));
    return *test == BY_RANKS && ratings->case_weights ? SQ_BAD_ARGUMENT : SQ_OK;
}

static sq_status gap_items(sq_call *call)
{
    rating_pair pair;
    double level, *holm, *rank;
    size_t columns, test;
    sq_gap *item;
    sq_signed_ranks *ranks;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(read_pair_test(call, &pair.ratings, &test));
    columns = pair.first.answers.columns;
    SQ_TAKE(item, &call->memory, columns);
    SQ_TAKE(ranks, &call->memory, columns);
    SQ_TAKE(holm, &call->memory, columns);
    SQ_TAKE(rank, &call->memory, columns);
    SQ_TRY(sq_gap_by_item(&pair.ratings, level, item, holm, rank));
    if (test == BY_RANKS)
        SQ_TRY(sq_gap_ranks_by_item(&pair.ratings, level, ranks, holm));
    SQ_TRY(begin_table(call, test == BY_RANKS ? items_by_ranks : items_columns, 0, columns));
    for (size_t i = 0; i < columns; i++) {
        const sq_estimate *gap = &item[i].gap;
        tested is = test == BY_RANKS ? by_ranks(&ranks[i]) : by_t(gap);
        const double numbers[] = {item[i].subtrahend, item[i].minuend, gap->mean, gap->sd,
                                  (double)gap->n,     is.statistic,    is.p,      holm[i],
                                  is.lower,           is.upper,        is.effect, rank[i]};
        next_row(call);
        put_item(call, &pair.first, &pair.second, i);
        put_numbers(call, numbers, LENGTH(numbers));
    }
    return SQ_OK;
}

const sq_function gap_items_function = {
    .name = "SQ.GAP.ITEMS",
    .call = gap_items,
    .summary =
        N_("Table with a row per item: means, gap, standard deviation, n, t (or z by ranks), p, p "
           "adjusted after Holm, interval, effect size, rank of the shortfall. Enter as an "
           "array."),
    .parameters = {&in_expectations, &in_perceptions, &in_level, &in_case_weights, &in_pair_test},
    .example = {"7|6|6|6\n5|5|5|4", "INDEX(SQ.GAP.ITEMS(A1:B2;C1:D2);2;4)", "-0.5"},
    .reports = {{items_columns, WITH_HEADINGS, N_("t")},
                {items_by_ranks, WITH_HEADINGS, N_("wilcoxon")}},
};

#define DIMENSION_BEFORE                                                                           \
    {N_("Dimension"), FIGURE_LABEL,                                                                \
     N_("the dimension, in order of its first item; the last row is the overall")},                \
        {N_("Expectation"), FIGURE_NUMBER,                                                         \
         N_("mean expectation of those who answered both, in points of the scale")},               \
        {N_("Perception"), FIGURE_NUMBER,                                                          \
         N_("mean perception of the same, in points of the scale")},                               \
        {N_("Gap"), FIGURE_NUMBER, N_("perception minus expectation, in points of the scale")},    \
        {N_("Weight"), FIGURE_SHARE,                                                               \
         N_("its share of the importance; of each respondent's weights the mean share")},          \
        {N_("Contribution"), FIGURE_NUMBER,                                                        \
         N_("gap × weight, of each respondent where weights are; they add up to the overall")},    \
    {                                                                                              \
        N_("n"), FIGURE_COUNT, N_("respondents who count")                                         \
    }
#define DIMENSION_SPREAD                                                                           \
    {N_("α expectations"), FIGURE_NUMBER, N_("Cronbach's α of the expectations")},                 \
        {N_("α perceptions"), FIGURE_NUMBER, N_("Cronbach's α of the perceptions")},               \
        {N_("α gap"), FIGURE_NUMBER, N_("Cronbach's α of the gaps")},                              \
        {N_("SD expectations"), FIGURE_NUMBER,                                                     \
         N_("standard deviation of the respondents' expectations, as scores of the dimension")},   \
        {N_("SD perceptions"), FIGURE_NUMBER,                                                      \
         N_("standard deviation of the respondents' perceptions, likewise")},                      \
    {                                                                                              \
        N_("SD gap"), FIGURE_NUMBER, N_("standard deviation of the gap between respondents")       \
    }

static const sq_column dimensions_columns[] = {DIMENSION_BEFORE, TESTED_BY_T, MEAN_INTERVAL,
                                               DIMENSION_SPREAD, EFFECT_D,    {NULL}};
static const sq_column dimensions_by_ranks[] = {DIMENSION_BEFORE, TESTED_BY_RANKS, MIDDLE_INTERVAL,
                                                DIMENSION_SPREAD, EFFECT_R,        {NULL}};

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
                               size_t dimension, const tested *is)
{
    bool whole = dimension == SQ_LEFT_OUT;
    const sq_gap *gap = whole ? &gaps->overall : &gaps->gaps[dimension];
    const sq_estimate *estimate = &gap->gap;
    double alphas[SIDES];
    const double numbers[] = {gap->subtrahend,
                              gap->minuend,
                              estimate->mean,
                              whole ? 1 : gaps->shares[dimension],
                              whole ? estimate->mean : gaps->contributions[dimension],
                              (double)gap->n_minuend,
                              is->statistic,
                              is->p,
                              is->lower,
                              is->upper};
    put_numbers(call, numbers, LENGTH(numbers));
    SQ_TRY(dimension_alphas(call, sides, gaps, dimension, alphas));
    put_numbers(call, alphas, LENGTH(alphas));
    put_number(call, gap->subtrahend_sd);
    put_number(call, gap->minuend_sd);
    put_number(call, estimate->sd);
    put_number(call, is->effect);
    return SQ_OK;
}

/* The test of each dimension and behind them that of the overall: out[dimensions + 1]. */
static sq_status test_dimensions(sq_call *call, const sq_ratings *ratings,
                                 const dimension_gaps *gaps, double level, tested out[])
{
    const sq_dimensions *model = &gaps->dimensions.model;
    sq_signed_ranks *ranks;
    size_t test;
    SQ_TRY(read_pair_test(call, ratings, &test));
    for (size_t d = 0; d <= model->count; d++)
        out[d] = by_t(d < model->count ? &gaps->gaps[d].gap : &gaps->overall.gap);
    if (test == BY_T)
        return SQ_OK;
    SQ_TAKE(ranks, &call->memory, model->count + 1);
    SQ_TRY(sq_gap_ranks_by_dimension(ratings, model, gaps->importance,
                                     gaps->points.columns > 0 ? &gaps->points : NULL, level,
                                     ranks));
    for (size_t d = 0; d <= model->count; d++)
        out[d] = by_ranks(&ranks[d]);
    return SQ_OK;
}

static sq_status gap_dimensions(sq_call *call)
{
    rating_pair pair;
    dimension_gaps gaps;
    gap_sides sides;
    tested *is;
    double level;
    size_t count, test;
    SQ_TRY(read_pair(call, &in_expectations, &in_perceptions, &pair));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(call_word(call, &in_pair_test, &test));
    SQ_TRY(read_gaps(call, &pair.ratings, &pair.second, level, &gaps));
    SQ_TRY(read_sides(call, &pair, &sides));
    count = gaps.dimensions.model.count;
    SQ_TAKE(is, &call->memory, count + 1);
    SQ_TRY(test_dimensions(call, &pair.ratings, &gaps, level, is));
    SQ_TRY(begin_table(call, test == BY_RANKS ? dimensions_by_ranks : dimensions_columns, 0,
                       count + 1));
    for (size_t d = 0; d < count; d++) {
        next_row(call);
        put_text(call, gaps.dimensions.names[d]);
        SQ_TRY(put_dimension(call, &sides, &gaps, d, &is[d]));
    }
    next_row(call);
    put_word(call, N_("Overall"));
    return put_dimension(call, &sides, &gaps, SQ_LEFT_OUT, &is[count]);
}

const sq_function gap_dimensions_function = {
    .name = "SQ.GAP.DIMENSIONS",
    .call = gap_dimensions,
    .summary = N_("Table with a row per dimension and the overall: means, gap, weight, "
                  "contribution, n, t (or z by ranks), p, interval, Cronbach's α of expectations, "
                  "perceptions and "
                  "gap, standard deviations of these, effect size. Enter as an array."),
    .parameters = {&in_expectations, &in_perceptions, &in_dimensions, &in_importance, &in_level,
                   &in_case_weights, &in_pair_test},
    .example = {"a|b|a|b\n7|6|6|6\n5|5|5|4",
                "INDEX(SQ.GAP.DIMENSIONS(A2:B3;C2:D3;A1:B1;{75;25});4;4)", "-0.5"},
    .reports = {{dimensions_columns, WITH_HEADINGS, N_("t")},
                {dimensions_by_ranks, WITH_HEADINGS, N_("wilcoxon")}},
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
