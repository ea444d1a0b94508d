/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reliability of the kiosk survey against psych, lavaan and base R
 * (tests/published/reliability.csv, written by reliability.R), against slow versions from row
 * totals, and at its edges.
 */
#include "reference.h"
#include "reliability/kiosk_scales.h"
#include "reliability/reliability.h"

static sq_items items_of(sq_table table, const kiosk_scale *s)
{
    return (sq_items){.minuend = table, .columns = s->columns, .count = s->count};
}

/* The perceptions with the holes that reliability.R makes; the caller frees. */
static double *with_holes(void)
{
    size_t cells = kiosk[1].rows * ITEMS;
    double *values = malloc(cells * sizeof *values);
    assert_non_null(values);
    for (size_t cell = 0; cell < cells; cell++) {
        size_t row = cell / ITEMS + 1, column = cell % ITEMS + 1;
        values[cell] = (7 * row + 3 * column) % 23 == 0 ? NAN : kiosk[1].values[cell];
    }
    return values;
}

static double figure(const char *set, const char *name, const char *statistic, size_t index)
{
    char key[80];
    int length = snprintf(key, sizeof key, "%s.%s.%s", set, name, statistic);
    if (index > 0)
        snprintf(key + length, sizeof key - (size_t)length, ".%zu", index);
    return reference(FIGURES, key);
}

/* psych: alpha, guttman; base R for what is on covariances. Complete answers: exact to rounding. */
static void coefficients(const sq_items *items, const char *set, const char *name)
{
    size_t k = items->count;
    double alpha, standardised, r[ITEMS];
    double covariance[ITEMS * ITEMS], correlation[ITEMS * ITEMS];
    sq_item_statistics item[ITEMS];
    sq_scale summary;
    assert_int_equal(sq_alpha(items, &alpha), SQ_OK);
    assert_near(alpha, figure(set, name, "alpha", 0), 1e-12);
    assert_int_equal(sq_standardised_alpha(items, &standardised), SQ_OK);
    assert_near(standardised, figure(set, name, "standardised", 0), 1e-12);
    assert_int_equal(sq_scale_reliability(items, &summary), SQ_OK);
    assert_int_equal(summary.k, k);
    assert_near(summary.alpha, alpha, 0);
    assert_near(summary.standardised_alpha, standardised, 0);
    assert_near(summary.mean_r, figure(set, name, "mean_r", 0), 1e-12);
    assert_near(summary.lambda2, figure(set, name, "lambda2", 0), 1e-12);
    assert_near(summary.lambda6, figure(set, name, "lambda6", 0), 1e-11);
    assert_int_equal(sq_covariance(items, covariance, NULL, NULL), SQ_OK);
    for (size_t i = 0; i < k * k; i++) {
        size_t row = i / k, column = i % k;
        correlation[i] =
            covariance[i] / sqrt(covariance[row * k + row] * covariance[column * k + column]);
    }
    if (k > 2) {
        assert_near(sq_lambda2_of_covariance(correlation, k), figure(set, name, "r_lambda2", 0),
                    1e-12);
        assert_near(sq_lambda6_of_covariance(correlation, k), figure(set, name, "r_lambda6", 0),
                    1e-11);
    }
    assert_int_equal(sq_item_analysis(items, item), SQ_OK);
    sq_item_rest_of_covariance(covariance, k, r);
    for (size_t i = 0; i < k; i++) {
        assert_int_equal(item[i].n, (size_t)figure(set, name, "n", i + 1));
        assert_near(item[i].mean, figure(set, name, "mean", i + 1), 1e-12);
        assert_near(item[i].sd, figure(set, name, "sd", i + 1), 1e-12);
        assert_near(item[i].skew, figure(set, name, "skew", i + 1), 1e-11);
        assert_near(item[i].item_rest, r[i], 0);
        if (k > 2)
            assert_near(item[i].alpha_without, figure(set, name, "without", i + 1), 1e-12);
        else
            assert_reason(item[i].alpha_without, SQ_UNDEFINED);
    }
}

static void kiosk_coefficients(void **state)
{
    (void)state;
    for (size_t side = 0; side < 2; side++)
        for (size_t s = 0; s < LENGTH(scales); s++) {
            sq_items items = items_of(kiosk[side], &scales[s]);
            sq_item_statistics item[ITEMS];
            coefficients(&items, side_name[side], scales[s].name);
            assert_int_equal(sq_item_analysis(&items, item), SQ_OK);
            for (size_t i = 0; i < items.count; i++)
                assert_near(item[i].item_rest,
                            figure(side_name[side], scales[s].name, "item_rest", i + 1), 1e-12);
        }
}

static void kiosk_with_holes(void **state)
{
    double *values = with_holes(), alpha;
    sq_table holes = {values, kiosk[1].rows, ITEMS};
    const size_t first[] = {0, 1, 2, 3, 4, 5};
    sq_items listwise = {.minuend = holes, .columns = first, .count = 6, .listwise = true};
    sq_items tangibles = items_of(holes, &scales[1]), all = items_of(holes, &scales[6]);
    (void)state;
    coefficients(&tangibles, "H", "tangibles"); /* psych with use = "pairwise" */
    coefficients(&all, "H", "all");
    assert_int_equal(sq_alpha(&listwise, &alpha), SQ_OK);
    assert_near(alpha, reference(FIGURES, "H.listwise.alpha"), 1e-12);
    free(values);
}

/* Listwise is the analysis of the complete rows, all of it. */
static void listwise_is_complete_rows(void **state)
{
    double *values = with_holes(), *complete = calloc(kiosk[1].rows * ITEMS, sizeof *complete);
    sq_items listwise = {.minuend = {values, kiosk[1].rows, ITEMS}, .count = 6, .listwise = true};
    sq_items copy = {.minuend = {complete, 0, ITEMS}, .count = 6};
    sq_item_statistics a[6], b[6];
    (void)state;
    assert_non_null(complete);
    for (size_t row = 0; row < kiosk[1].rows; row++) {
        int missing = 0;
        for (size_t i = 0; i < 6; i++)
            missing += isnan(values[row * ITEMS + i]);
        if (missing == 0)
            memcpy(complete + copy.minuend.rows++ * ITEMS, values + row * ITEMS,
                   ITEMS * sizeof *values);
    }
    assert_true(copy.minuend.rows < 200 && copy.minuend.rows > 100);
    assert_int_equal(sq_item_analysis(&listwise, a), SQ_OK);
    assert_int_equal(sq_item_analysis(&copy, b), SQ_OK);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(a[i].n, copy.minuend.rows);
        assert_near(a[i].mean, b[i].mean, 1e-12);
        assert_near(a[i].item_rest, b[i].item_rest, 1e-12);
        assert_near(a[i].alpha_without, b[i].alpha_without, 1e-12);
        assert_near(a[i].skew, b[i].skew, 1e-12);
    }
    free(complete);
    free(values);
}

/* survey::svyvar of respondents with a positive weight; any scale of the weights. */
static void weighted(void **state)
{
    sq_items items = {.minuend = kiosk[1], .count = 5};
    double *weights = malloc(kiosk[1].rows * sizeof *weights), alpha;
    (void)state;
    assert_non_null(weights);
    for (size_t scaled = 0; scaled < 2; scaled++) {
        for (size_t row = 0; row < kiosk[1].rows; row++)
            weights[row] = (double)((row + 1) % 5) * (scaled ? 0.37 : 1);
        items.case_weights = weights;
        assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
        assert_near(alpha, reference(FIGURES, "P.weighted.alpha"), 1e-12);
    }
    free(weights);
}

/* Calc's SKEW({2;3;5;9}) by hand: mean 4.75, Σd² = 28.75, Σd³ = 50.625. With weights 2 and 1 and 1
 * the moments are those of {2;2;3;5;9}'s shares, with n = 4 respondents. */
static void skewness(void **state)
{
    sq_table table = TABLE(4, 1, 2, 3, 5, 9);
    const double weights[] = {2, 1, 1, 1};
    sq_items items = {.minuend = table, .count = 1};
    sq_item_statistics item;
    double s = sqrt(28.75 / 3), m2 = 0, m3 = 0, mean = 21.0 / 5;
    (void)state;
    assert_int_equal(sq_item_analysis(&items, &item), SQ_OK);
    assert_near(item.skew, 4.0 / (3 * 2) * 50.625 / (s * s * s), 1e-12);
    items.case_weights = weights;
    for (size_t row = 0; row < 4; row++) {
        double d = table.values[row] - mean;
        m2 += weights[row] / 5 * d * d;
        m3 += weights[row] / 5 * d * d * d;
    }
    assert_int_equal(sq_item_analysis(&items, &item), SQ_OK);
    assert_near(item.mean, mean, 1e-12);
    assert_near(item.skew, m3 / pow(m2, 1.5) * sqrt(12) / 2, 1e-12);
}

/* Two answers have no skew, three have: Calc's SKEW({1;2;6}) by hand, mean 3, Σd² = 14, Σd³ = 18. And
 * two respondents are enough for an item to have a spread. */
static void skew_of_two_and_three(void **state)
{
    sq_item_statistics item[2];
    double s = sqrt(7);
    (void)state;
    assert_int_equal(
        sq_item_analysis(&(sq_items){.minuend = TABLE(3, 1, 1, 2, 6), .count = 1}, item), SQ_OK);
    assert_near(item[0].skew, 3.0 / (2 * 1) * 18 / (s * s * s), 1e-14);
    assert_int_equal(
        sq_item_analysis(&(sq_items){.minuend = TABLE(2, 2, 1, 2, 2, 4), .count = 2}, item), SQ_OK);
    assert_reason(item[0].skew, SQ_UNDEFINED);
    assert_int_equal(item[0].flag, SQ_ITEM_FINE);
    assert_near(item[1].sd, sqrt(2), 1e-15);
    assert_int_equal(sq_item_analysis(&(sq_items){.minuend = TABLE(1, 1, 4), .count = 1}, item),
                     SQ_OK);
    assert_reason(item[0].skew, SQ_UNDEFINED);
    assert_int_equal(item[0].flag, SQ_ITEM_EMPTY);
}

/* psych::alpha.ci at 95 % and 90 %. */
static void feldt_interval(void **state)
{
    (void)state;
    for (size_t side = 0; side < 2; side++)
        for (size_t s = 0; s < LENGTH(scales); s++) {
            sq_items items = items_of(kiosk[side], &scales[s]);
            const char *set = side_name[side], *name = scales[s].name;
            double lower, upper;
            assert_int_equal(sq_alpha_interval(&items, 0.95, &lower, &upper), SQ_OK);
            assert_near(lower, figure(set, name, "feldt95", 1), 1e-11);
            assert_near(upper, figure(set, name, "feldt95", 2), 1e-11);
            assert_int_equal(sq_alpha_interval(&items, 0.9, &lower, &upper), SQ_OK);
            assert_near(lower, figure(set, name, "feldt90", 1), 1e-11);
            assert_near(upper, figure(set, name, "feldt90", 2), 1e-11);
        }
}

/* A thousand respondents, where GSL's own quantile of F fails: (1 − limit)/(1 − α̂) is R's
 * qf(c(.975, .025), 999, 999·21). */
static void interval_of_many(void **state)
{
    enum { ROWS = 1000, K = 22 };
    double *values = malloc(sizeof *values * ROWS * K), alpha, lower, upper;
    sq_items items = {.minuend = {values, ROWS, K}, .count = K};
    unsigned seed = 5;
    (void)state;
    assert_non_null(values);
    for (size_t row = 0; row < ROWS; row++)
        for (size_t i = 0; i < K; i++) {
            seed = seed * 1103515245u + 12345u;
            values[row * K + i] = (double)(row % 5) + (double)((seed >> 16) % 7);
        }
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_int_equal(sq_alpha_interval(&items, 0.95, &lower, &upper), SQ_OK);
    assert_near((1 - lower) / (1 - alpha), reference(FIGURES, "f.1"), 1e-9);
    assert_near((1 - upper) / (1 - alpha), reference(FIGURES, "f.2"), 1e-9);
    free(values);
}

/* lavaan::cfa finds its minimum to about 1e-6 in a loading. */
static void omega(void **state)
{
    (void)state;
    for (size_t side = 0; side < 2; side++)
        for (size_t s = 0; s < LENGTH(scales); s++) {
            sq_items items = items_of(kiosk[side], &scales[s]);
            const char *set = side_name[side], *name = scales[s].name;
            double value;
            sq_scale summary;
            assert_int_equal(sq_omega(&items, &value), SQ_OK);
            assert_int_equal(sq_scale_reliability(&items, &summary), SQ_OK);
            if (items.count == 2) { /* not identified */
                assert_reason(value, SQ_UNDEFINED);
                assert_reason(summary.ave, SQ_UNDEFINED);
                assert_reason(summary.cr, SQ_UNDEFINED);
                continue;
            }
            assert_near(value, figure(set, name, "omega", 0), 5e-6);
            assert_near(summary.omega, value, 0);
            assert_near(summary.ave, figure(set, name, "ave", 0), 5e-6);
            assert_near(summary.cr, figure(set, name, "cr", 0), 5e-6);
        }
}

/* Equal covariances: one factor of equal loadings, so ω is α is CR, whatever the method. */
static void omega_of_parallel_items(void **state)
{
    static const double values[] = {3,  1,  1,  1,  1,  3,  1,  1,  1,  1,  3,  1,  1,  1,  1,  3,
                                    -3, -1, -1, -1, -1, -3, -1, -1, -1, -1, -3, -1, -1, -1, -1, -3};
    sq_items items = {.minuend = {values, 8, 4}, .count = 4};
    sq_scale scale;
    (void)state;
    assert_int_equal(sq_scale_reliability(&items, &scale), SQ_OK);
    /* Σx² = 2·(9 + 3), Σxy = 2·(3 + 3 + 1 + 1): r = 2/3, α = 4·⅔/3 = 8/9 */
    assert_near(scale.mean_r, 2.0 / 3, 1e-12);
    assert_near(scale.alpha, 8.0 / 9, 1e-12);
    assert_near(scale.standardised_alpha, 8.0 / 9, 1e-12);
    assert_near(scale.omega, 8.0 / 9, 1e-12);
    assert_near(scale.cr, 8.0 / 9, 1e-12);
    assert_near(scale.ave, 2.0 / 3, 1e-12);
    assert_near(scale.lambda2, 8.0 / 9, 1e-12);
    /* variance of an item given three others: 1 − 3r²/(1 + 2r) = 3/7; Σs = 12 */
    assert_near(scale.lambda6, 1 - 4 * (3.0 / 7) / 12, 1e-12);
}

/* Base R from row sums; where the halves are unequal Horst's formula as printed, ours is the same
 * rearranged. */
static void split_half(void **state)
{
    (void)state;
    for (size_t side = 0; side < 2; side++)
        for (size_t s = 0; s < LENGTH(scales); s++) {
            sq_items items = items_of(kiosk[side], &scales[s]);
            const char *set = side_name[side], *name = scales[s].name;
            sq_halves halves;
            assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
            assert_near(halves.correlation, figure(set, name, "half_r_rows", 0), 1e-12);
            assert_near(halves.coefficient, figure(set, name, "horst", 0), 1e-12);
            assert_near(halves.lambda4, figure(set, name, "lambda4", 0), 1e-12);
            if (items.count % 2 == 0)
                assert_near(halves.coefficient, figure(set, name, "spearman_brown", 0), 1e-12);
        }
}

static void split_half_with_holes(void **state)
{
    double *values = with_holes();
    sq_items items = {.minuend = {values, kiosk[1].rows, ITEMS}, .count = ITEMS};
    sq_halves halves;
    (void)state;
    assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
    assert_near(halves.correlation, reference(FIGURES, "H.all.half_r"), 1e-12);
    free(values);
}

/* The textbook's formula from row sums in base R. */
static void gap_reliability(void **state)
{
    (void)state;
    for (size_t s = 0; s < LENGTH(scales); s++) {
        sq_items items = items_of(kiosk[1], &scales[s]);
        sq_gap_scores scores;
        items.subtrahend = kiosk[0];
        assert_int_equal(sq_gap_reliability(&items, &scores), SQ_OK);
        assert_near(scores.reliability, figure("gap", scales[s].name, "reliability", 0), 1e-12);
        assert_near(scores.correlation, figure("gap", scales[s].name, "correlation", 0), 1e-12);
        assert_near(scores.alpha_minuend, figure("P", scales[s].name, "alpha", 0), 1e-12);
        assert_near(scores.alpha_subtrahend, figure("E", scales[s].name, "alpha", 0), 1e-12);
    }
}

static void gap_reliability_edges(void **state)
{
    sq_table p = TABLE(4, 2, 1, 2, 2, 4, 4, 3, 5, 5), same = TABLE(4, 2, 0, 1, 1, 3, 3, 2, 4, 4);
    sq_table none = TABLE(4, 2, NA, NA, NA, NA, NA, NA, NA, NA);
    sq_items items = {.minuend = p, .count = 2};
    sq_gap_scores scores;
    (void)state;
    assert_int_equal(sq_gap_reliability(&items, &scores), SQ_BAD_ARGUMENT);
    items.subtrahend = same; /* the same gap from everybody */
    assert_int_equal(sq_gap_reliability(&items, &scores), SQ_OK);
    assert_reason(scores.reliability, SQ_UNDEFINED);
    items.subtrahend = none;
    assert_int_equal(sq_gap_reliability(&items, &scores), SQ_OK);
    assert_reason(scores.reliability, SQ_NO_DATA);
    items.count = 1;
    assert_int_equal(sq_gap_reliability(&items, &scores), SQ_OK);
    assert_reason(scores.reliability, SQ_UNDEFINED);
}

/* A generator of our own, so that the numbers are the same everywhere. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 12;
}

/* α as a spreadsheet has it that sums each row: a blank adds nothing to the total, as if it were 0,
 * while the variances of the items leave it out. */
static double naive_alpha(const sq_table *table)
{
    double k = (double)table->columns, n = (double)table->rows, variances = 0;
    double total = 0, squares = 0;
    for (size_t i = 0; i < table->columns; i++) {
        double sum = 0, square = 0, answers = 0;
        for (size_t row = 0; row < table->rows; row++) {
            double x = sq_row(table, row)[i];
            if (isnan(x))
                continue;
            sum += x;
            square += x * x;
            answers++;
        }
        variances += (square - sum * sum / answers) / (answers - 1);
    }
    for (size_t row = 0; row < table->rows; row++) {
        double sum = 0;
        for (size_t i = 0; i < table->columns; i++)
            sum += isnan(sq_row(table, row)[i]) ? 0 : sq_row(table, row)[i];
        total += sum;
        squares += sum * sum;
    }
    return k / (k - 1) * (1 - variances / ((squares - total * total / n) / (n - 1)));
}

/* 22 items 1 … 5 that have nothing to do with each other: α is 0. With 3 % of blanks the naive one
 * is 0.095 = 22/21·(1 − 2/2.20); that of 40,000 respondents may err by 0.007 (standard error √(2k/
 * ((k−1)n))). Without blanks the two are the same. */
static void blanks_are_not_zeros(void **state)
{
    enum { ROWS = 40000, K = 22 };
    double *values = malloc(sizeof *values * ROWS * K), alpha, naive;
    sq_table table = {values, ROWS, K};
    sq_items items = {.minuend = table, .count = K};
    unsigned seed = 20240229;
    (void)state;
    assert_non_null(values);
    for (size_t cell = 0; cell < (size_t)ROWS * K; cell++)
        values[cell] = 1 + next_random(&seed) % 5;
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_near(alpha, naive_alpha(&table), 1e-10);
    assert_near(alpha, 0, 0.022);
    for (size_t cell = 0; cell < (size_t)ROWS * K; cell++)
        if (next_random(&seed) % 100 < 3)
            values[cell] = sq_missing(cell % 2 ? SQ_TEXT : SQ_BLANK);
    naive = naive_alpha(&table);
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_near(alpha, 0, 0.022);
    assert_near(naive, 0.095, 0.022);
    free(values);
}

/* Order of respondents, a shift, a common scale; items reversed together. */
static void invariances(void **state)
{
    double *values = with_holes(), *changed = malloc(sizeof *changed * kiosk[1].rows * ITEMS);
    size_t rows = kiosk[1].rows;
    sq_items a = {.minuend = {values, rows, ITEMS}, .count = ITEMS}, b = a;
    sq_scale x, y;
    sq_item_statistics before[ITEMS], after[ITEMS];
    (void)state;
    assert_non_null(changed);
    for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < ITEMS; i++)
            changed[(rows - 1 - row) * ITEMS + i] = 100 - 2.5 * values[row * ITEMS + i];
    b.minuend.values = changed;
    assert_int_equal(sq_scale_reliability(&a, &x), SQ_OK);
    assert_int_equal(sq_scale_reliability(&b, &y), SQ_OK);
    assert_near(x.alpha, y.alpha, 1e-12);
    assert_near(x.standardised_alpha, y.standardised_alpha, 1e-12);
    assert_near(x.omega, y.omega, 1e-9);
    assert_near(x.ave, y.ave, 1e-9);
    assert_near(x.lambda2, y.lambda2, 1e-12);
    assert_near(x.lambda6, y.lambda6, 1e-11);
    assert_int_equal(sq_item_analysis(&a, before), SQ_OK);
    assert_int_equal(sq_item_analysis(&b, after), SQ_OK);
    for (size_t i = 0; i < ITEMS; i++) {
        assert_near(before[i].item_rest, after[i].item_rest, 1e-12);
        assert_near(before[i].skew, -after[i].skew, 1e-11);
        assert_int_equal(before[i].flag, after[i].flag);
    }
    free(changed);
    free(values);
}

/* Bad input, and for each coefficient why it is not there. */
static void edges(void **state)
{
    static const struct {
        const char *name;
        double values[12]; /* 4 × 3 */
        sq_status alpha, standardised, interval, omega, half, lambda6;
    } cases[] = {
        {"all missing",
         {NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA},
         SQ_NO_DATA,
         SQ_NO_DATA,
         SQ_NO_DATA,
         SQ_NO_DATA,
         SQ_NO_DATA,
         SQ_NO_DATA},
        {"one respondent",
         {1, 2, 3, NA, NA, NA, NA, NA, NA, NA, NA, NA},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"all constant",
         {0.1, 3, 5, 0.1, 3, 5, 0.1, 3, 5, 0.1, 3, 5},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"one constant",
         {1, 3, 2, 2, 3, 1, 3, 3, 4, 4, 3, 5},
         SQ_OK,
         SQ_UNDEFINED,
         SQ_OK,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"a total without spread",
         {1, 2, 3, 2, 3, 1, 3, 1, 2, 2, 2, 2},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"the same item thrice",
         {1, 1, 1, 2, 2, 2, 4, 4, 4, 5, 5, 5},
         SQ_OK,
         SQ_OK,
         SQ_OK,
         SQ_UNDEFINED,
         SQ_OK,
         SQ_UNDEFINED},
        {"an item the sum of others",
         {1, 2, 3, 2, 1, 3, 4, 2, 6, 5, 6, 11},
         SQ_OK,
         SQ_OK,
         SQ_OK,
         SQ_UNDEFINED,
         SQ_OK,
         SQ_UNDEFINED},
        {"a pair never answered together",
         {1, NA, 3, 2, NA, 3, NA, 2, 6, NA, 6, 11},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"infinite",
         {1, 2, INFINITY, 2, 1, 3, 4, 2, 6, 5, 6, 11},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
    };
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        sq_items items = {.minuend = {cases[c].values, 4, 3}, .count = 3};
        double value, upper;
        sq_halves halves;
        sq_scale scale;
        sq_item_statistics item[3];
        print_message("    %s\n", cases[c].name);
        assert_int_equal(sq_alpha(&items, &value), SQ_OK);
        assert_reason(value, cases[c].alpha);
        assert_int_equal(sq_standardised_alpha(&items, &value), SQ_OK);
        assert_reason(value, cases[c].standardised);
        assert_int_equal(sq_alpha_interval(&items, 0.95, &value, &upper), SQ_OK);
        assert_reason(value, cases[c].interval);
        assert_reason(upper, cases[c].interval);
        assert_int_equal(sq_omega(&items, &value), SQ_OK);
        assert_reason(value, cases[c].omega);
        assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
        assert_reason(halves.coefficient, cases[c].half);
        assert_int_equal(sq_scale_reliability(&items, &scale), SQ_OK);
        assert_reason(scale.alpha, cases[c].alpha);
        assert_reason(scale.omega, cases[c].omega);
        assert_reason(scale.cr, cases[c].omega);
        assert_reason(scale.lambda6, cases[c].lambda6);
        assert_int_equal(sq_item_analysis(&items, item), SQ_OK);
    }
}

static void edges_of_size(void **state)
{
    sq_table table = TABLE(3, 2, 1, 2, 2, 4, 4, 3);
    sq_items items = {.minuend = table, .count = 1};
    double value, upper;
    sq_halves halves;
    sq_item_statistics item[2];
    (void)state;
    for (size_t count = 0; count < 2; count++) { /* no item, one item */
        items.count = count;
        assert_int_equal(sq_alpha(&items, &value), SQ_OK);
        assert_reason(value, SQ_UNDEFINED);
        assert_int_equal(sq_omega(&items, &value), SQ_OK);
        assert_reason(value, SQ_UNDEFINED);
        assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
        assert_reason(halves.coefficient, SQ_UNDEFINED);
        assert_reason(halves.correlation, SQ_UNDEFINED);
        assert_int_equal(sq_item_analysis(&items, item), SQ_OK);
    }
    assert_int_equal(item[0].flag, SQ_ITEM_ALONE);
    assert_near(item[0].mean, 7.0 / 3, 1e-12);
    assert_reason(item[0].item_rest, SQ_UNDEFINED);
    items.count = 2;
    assert_int_equal(sq_alpha_interval(&items, 1, &value, &upper), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_alpha_interval(&items, 0, &value, &upper), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_alpha_interval(&items, NAN, &value, &upper), SQ_OUT_OF_DOMAIN);
    assert_reason(value, SQ_OUT_OF_DOMAIN);
    items.minuend.rows = 0;
    assert_int_equal(sq_alpha(&items, &value), SQ_OK);
    assert_reason(value, SQ_NO_DATA);
    assert_int_equal(sq_item_analysis(&items, item), SQ_OK);
    assert_int_equal(item[1].flag, SQ_ITEM_EMPTY);
    assert_reason(item[1].mean, SQ_NO_DATA);
}

/* α = 1 leaves no room: its interval is a point. */
static void perfect_reliability(void **state)
{
    sq_table table = TABLE(4, 2, 1, 2, 2, 3, 4, 5, 5, 6);
    sq_items items = {.minuend = table, .count = 2};
    double lower, upper;
    sq_halves halves;
    (void)state;
    assert_int_equal(sq_alpha_interval(&items, 0.95, &lower, &upper), SQ_OK);
    assert_near(lower, 1, 1e-12);
    assert_near(upper, 1, 1e-12);
    assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
    assert_near(halves.coefficient, 1, 1e-12);
}

/* Items that always move together, in steps of a tenth: α is 1, not next to it, and has an
 * interval, whichever way their sums are rounded. Items made to be uncorrelated: 0. */
static void moving_together_is_exactly_one(void **state)
{
    unsigned drawn = 1;
    (void)state;
    for (size_t k = 2; k < 30; k++)
        for (size_t times = 0; times < 20; times++) {
            double answers[20 * 30], alpha, standardised, lower, upper;
            sq_items items = {.minuend = {answers, 20, k}, .count = k};
            sq_halves halves;
            sq_scale scale;
            for (size_t r = 0; r < 20; r++) {
                double common = 0.1 * ((drawn = drawn * 1103515245u + 12345u) / 65536 % 7);
                for (size_t i = 0; i < k; i++)
                    answers[r * k + i] = common + 0.1 * (double)i;
            }
            assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
            assert_near(alpha, 1, 0);
            assert_int_equal(sq_standardised_alpha(&items, &standardised), SQ_OK);
            assert_near(standardised, 1, 0);
            assert_int_equal(sq_alpha_interval(&items, 0.95, &lower, &upper), SQ_OK);
            assert_near(lower, 1, 0);
            assert_near(upper, 1, 0);
            assert_int_equal(sq_scale_reliability(&items, &scale), SQ_OK);
            assert_near(scale.mean_r, 1, 0);
            assert_near(scale.lambda2, 1, 0);
            assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
            assert_near(halves.correlation, 1, 0);
            assert_near(halves.coefficient, 1, 0);
            if (k % 2 == 0)
                assert_near(halves.lambda4, 1, 0);
        }
    {
        const sq_table crossed = TABLE(4, 2, 0.1, 0.3, 0.1, 0.7, 0.6, 0.3, 0.6, 0.7);
        sq_items items = {.minuend = crossed, .count = 2};
        sq_halves halves;
        double alpha;
        assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
        assert_near(alpha, 0, 0);
        assert_int_equal(sq_split_half(&items, &halves), SQ_OK);
        assert_near(halves.correlation, 0, 0);
    }
}

/* Items that run against each other have a negative α: 3·(−0.3)/(1 − 2·0.3). */
static void negative_alpha_is_handed_out(void **state)
{
    const double against[] = {1, -0.3, -0.3, -0.3, 1, -0.3, -0.3, -0.3, 1};
    const double opposite[] = {4, -6, -6, 9};
    (void)state;
    assert_near(sq_standardised_alpha_of_covariance(against, 3), -2.25, 1e-14);
    assert_near(sq_alpha_of_covariance(against, 3), -2.25, 1e-14);
    assert_near(sq_mean_correlation_of_covariance(opposite, 2), -1, 1e-15);
    assert_reason(sq_standardised_alpha_of_covariance(opposite, 2), SQ_UNDEFINED);
}

/* Covariances of the pairs that were answered need not belong to any answers: α is then above 1,
 * and an interval would be upside down. */
static void no_interval_above_one(void **state)
{
    sq_table table = TABLE(3, 4, 9, 3, 7, 9, 0, 0, 0, 0, 2, NA, 0, NA);
    sq_items items = {.minuend = table, .count = 4};
    double alpha, lower, upper;
    (void)state;
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_true(alpha > 1);
    assert_int_equal(sq_alpha_interval(&items, 0.95, &lower, &upper), SQ_OK);
    assert_reason(lower, SQ_UNDEFINED);
    assert_reason(upper, SQ_UNDEFINED);
}

static void flags(void **state)
{
    /* a and b agree, c runs against them, d is constant, e is empty, f is noise */
    sq_table table = TABLE(6, 6, 1, 1, 6, 3, NA, 2, 2, 3, 5, 3, NA, 1, 3, 2, 4, 3, NA, 2, 4, 5, 2,
                           3, NA, 2, 5, 4, 3, 3, NA, 1, 6, 6, 1, 3, 4, 2);
    const size_t without_c[] = {0, 1, 3, 4, 5};
    sq_items items = {.minuend = table, .columns = without_c, .count = 5};
    sq_item_statistics item[6];
    (void)state;
    assert_int_equal(sq_item_analysis(&items, item), SQ_OK);
    assert_int_equal(item[0].flag, SQ_ITEM_FINE);
    assert_int_equal(item[2].flag, SQ_ITEM_CONSTANT);
    assert_near(item[2].sd, 0, 0);
    assert_reason(item[2].item_rest, SQ_UNDEFINED);
    assert_reason(item[2].skew, SQ_UNDEFINED);
    assert_int_equal(item[3].flag, SQ_ITEM_EMPTY);
    assert_int_equal(item[3].n, 1);
    assert_near(item[3].mean, 4, 0);
    assert_reason(item[3].sd, SQ_UNDEFINED);
    assert_int_equal(item[4].flag, SQ_ITEM_WEAK);
    items = (sq_items){.minuend = table, .count = 3};
    assert_int_equal(sq_item_analysis(&items, item), SQ_OK);
    assert_int_equal(item[2].flag, SQ_ITEM_AGAINST);
    assert_true(item[2].item_rest < -0.8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(kiosk_coefficients),
                                       cmocka_unit_test(kiosk_with_holes),
                                       cmocka_unit_test(listwise_is_complete_rows),
                                       cmocka_unit_test(weighted),
                                       cmocka_unit_test(skewness),
                                       cmocka_unit_test(skew_of_two_and_three),
                                       cmocka_unit_test(feldt_interval),
                                       cmocka_unit_test(interval_of_many),
                                       cmocka_unit_test(omega),
                                       cmocka_unit_test(omega_of_parallel_items),
                                       cmocka_unit_test(split_half),
                                       cmocka_unit_test(split_half_with_holes),
                                       cmocka_unit_test(gap_reliability),
                                       cmocka_unit_test(gap_reliability_edges),
                                       cmocka_unit_test(blanks_are_not_zeros),
                                       cmocka_unit_test(invariances),
                                       cmocka_unit_test(edges),
                                       cmocka_unit_test(edges_of_size),
                                       cmocka_unit_test(perfect_reliability),
                                       cmocka_unit_test(moving_together_is_exactly_one),
                                       cmocka_unit_test(negative_alpha_is_handed_out),
                                       cmocka_unit_test(no_interval_above_one),
                                       cmocka_unit_test(flags)};
    return cmocka_run_group_tests(tests, read_kiosk, release_kiosk);
}
