/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Against the definition, pair by pair, and against published and R figures.
 */
#include "numerics/covariance.h"
#include "reference.h"
#include "reliability/reliability.h"

enum { ROWS = 80, ITEMS = 5 };

static void random_answers(double *values, unsigned seed, unsigned blanks_per_100)
{
    for (size_t i = 0; i < (size_t)ROWS * ITEMS; i++) {
        seed = seed * 1103515245u + 12345u;
        values[i] = (seed >> 16) % 100 < blanks_per_100 ? NAN : 1 + (double)((seed >> 20) % 7);
    }
}

/* Requirement 1 and 2 written out: means over the pair's respondents, then products. */
static double slow(const double *values, const double *weights, size_t i, size_t j)
{
    double total = 0, x = 0, y = 0, product = 0, n = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t row = 0; row < ROWS; row++) {
            double a = values[row * ITEMS + i], b = values[row * ITEMS + j];
            double weight = weights ? weights[row] : 1;
            if (isnan(a) || isnan(b) || weight == 0)
                continue;
            if (pass == 0) {
                n++;
                total += weight;
                x += weight * a;
                y += weight * b;
            } else {
                product += weight * (a - x / total) * (b - y / total);
            }
        }
    return product / total * n / (n - 1);
}

static void against_the_definition(void **state)
{
    static double values[ROWS * ITEMS], weights[ROWS];
    double covariance[ITEMS * ITEMS];
    (void)state;
    for (unsigned blanks = 0; blanks <= 30; blanks += 10) {
        sq_items items = {.minuend = {values, ROWS, ITEMS}, .count = ITEMS};
        random_answers(values, 7 + blanks, blanks);
        for (size_t row = 0; row < ROWS; row++)
            weights[row] = (double)(row % 4);
        for (int weighted = 0; weighted < 2; weighted++) {
            items.case_weights = weighted ? weights : NULL;
            assert_int_equal(sq_covariance(&items, covariance, NULL, NULL), SQ_OK);
            for (size_t i = 0; i < ITEMS; i++)
                for (size_t j = 0; j < ITEMS; j++)
                    assert_near(covariance[i * ITEMS + j], slow(values, items.case_weights, i, j),
                                1e-12);
        }
    }
}

static void listwise_and_columns(void **state)
{
    /* rows 1 and 4 are complete in columns 0 and 2 */
    sq_table table = TABLE(4, 3, 1, 9, 2, NA, 9, 4, 3, 9, NA, 5, 9, 8);
    const size_t columns[] = {2, 0};
    sq_items items = {.minuend = table, .columns = columns, .count = 2, .listwise = true};
    double covariance[4], means[2];
    size_t n[4];
    (void)state;
    assert_int_equal(sq_covariance(&items, covariance, means, n), SQ_OK);
    assert_near(covariance[0], 18, 1e-12); /* of 2 and 8 */
    assert_near(covariance[1], 12, 1e-12);
    assert_near(means[0], 5, 1e-12);
    assert_int_equal(n[3], 2);
    items.listwise = false;
    assert_int_equal(sq_covariance(&items, covariance, means, n), SQ_OK);
    assert_int_equal(n[0], 3);
    assert_near(means[0], 14.0 / 3, 1e-12);
    assert_near(covariance[0], 28.0 / 3, 1e-12); /* of 2 4 8 */
}

static void far_from_zero(void **state)
{
    sq_table near = TABLE(3, 2, 1, 2, 2, 4, 4, 3);
    sq_table far = TABLE(3, 2, 1e9 + 1, 1e9 + 2, 1e9 + 2, 1e9 + 4, 1e9 + 4, 1e9 + 3);
    double a[4], b[4];
    (void)state;
    sq_covariance(&(sq_items){.minuend = near, .count = 2}, a, NULL, NULL);
    sq_covariance(&(sq_items){.minuend = far, .count = 2}, b, NULL, NULL);
    for (size_t i = 0; i < 4; i++)
        assert_near(b[i], a[i], 1e-12);
}

static void edges(void **state)
{
    sq_table constant = TABLE(3, 2, 0.1, 1, 0.1, 2, 0.1, 4), one = TABLE(1, 2, 3, 4);
    sq_table apart = TABLE(2, 2, 1, NA, NA, 2), missing = TABLE(2, 2, NA, NA, NA, NA);
    double covariance[4], alpha;
    (void)state;
    sq_covariance(&(sq_items){.minuend = constant, .count = 2}, covariance, NULL, NULL);
    assert_near(covariance[0], 0, 0);
    assert_near(covariance[1], 0, 0);
    sq_covariance(&(sq_items){.minuend = one, .count = 2}, covariance, NULL, NULL);
    assert_reason(covariance[0], SQ_UNDEFINED);
    sq_covariance(&(sq_items){.minuend = apart, .count = 2}, covariance, NULL, NULL);
    assert_reason(covariance[1], SQ_NO_DATA);
    assert_int_equal(
        sq_covariance(&(sq_items){.minuend = missing, .count = 2}, covariance, NULL, NULL),
        SQ_NO_DATA);
    assert_int_equal(sq_covariance(&(sq_items){.minuend = one}, covariance, NULL, NULL),
                     SQ_NO_DATA);
    assert_int_equal(sq_alpha(&(sq_items){.minuend = missing, .count = 2}, &alpha), SQ_OK);
    assert_reason(alpha, SQ_NO_DATA);
    assert_int_equal(sq_alpha(&(sq_items){.minuend = constant, .count = 1}, &alpha), SQ_OK);
    assert_reason(alpha, SQ_UNDEFINED);
}

/* 100 points shared out among four items: the total has no spread, whatever rounding says. */
static void alpha_of_constant_sums(void **state)
{
    double values[20 * 4], alpha;
    unsigned seed = 3;
    (void)state;
    for (int trial = 0; trial < 50; trial++) {
        for (size_t row = 0; row < 20; row++) {
            double rest = 100;
            for (size_t i = 0; i < 3; i++) {
                seed = seed * 1103515245u + 12345u;
                values[row * 4 + i] = (double)((seed >> 16) % 300) / 10;
                rest -= values[row * 4 + i];
            }
            values[row * 4 + 3] = rest;
        }
        assert_int_equal(sq_alpha(&(sq_items){.minuend = {values, 20, 4}, .count = 4}, &alpha),
                         SQ_OK);
        assert_reason(alpha, SQ_UNDEFINED);
    }
}

static void alpha_of_the_kiosk_survey(void **state)
{
    sq_table e = read_survey("tests/published/kiosk/kiosk_tidy.csv", "E1", 24);
    sq_table p = read_survey("tests/published/kiosk/kiosk_tidy.csv", "P1", 24);
    const size_t tangibles[] = {3, 4, 5, 21};
    sq_items items = {.minuend = e, .columns = tangibles, .count = 4};
    double alpha;
    (void)state; /* figures: tests/published/gap_tables.txt */
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_near(alpha, 0.85923438975587, 1e-12);
    items.minuend = p;
    items.subtrahend = e;
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_near(alpha, 0.715015315361848, 1e-12);
    free((void *)e.values);
    free((void *)p.values);
}

/* The kiosk survey with the holes and the weights of tests/published/reliability.R: base R's
 * cov(use = "pairwise") and survey::svyvar. */
static void against_r(void **state)
{
    const char *figures = "tests/published/reliability.csv";
    sq_table p = read_survey("tests/published/kiosk/kiosk_tidy.csv", "P1", 24);
    double *values = (double *)p.values, *weights = malloc(p.rows * sizeof *weights);
    double plain[25], weighted[25];
    sq_items items = {.minuend = p, .count = 5};
    (void)state;
    assert_non_null(weights);
    for (size_t row = 0; row < p.rows; row++)
        weights[row] = (double)((row + 1) % 5);
    items.case_weights = weights;
    assert_int_equal(sq_covariance(&items, weighted, NULL, NULL), SQ_OK);
    for (size_t cell = 0; cell < p.rows * 24; cell++)
        if ((7 * (cell / 24 + 1) + 3 * (cell % 24 + 1)) % 23 == 0)
            values[cell] = NAN;
    items.case_weights = NULL;
    assert_int_equal(sq_covariance(&items, plain, NULL, NULL), SQ_OK);
    for (size_t i = 0; i < 25; i++) {
        char name[40];
        snprintf(name, sizeof name, "H.cov.%zu.%zu", i % 5 + 1, i / 5 + 1);
        assert_near(plain[i], reference(figures, name), 1e-12);
        snprintf(name, sizeof name, "P.weighted.cov.%zu.%zu", i % 5 + 1, i / 5 + 1);
        assert_near(weighted[i], reference(figures, name), 1e-12);
    }
    free(weights);
    free(values);
}

/* The first answer is another's, who does not count: by weight, or listwise. And a gap of decimals.
 */
static void constant_items(void **state)
{
    enum { N = 8 };
    double values[2 * N], weights[N], e[N], p[N], covariance[4], alpha;
    sq_items items = {.minuend = {values, N, 2}, .count = 2, .case_weights = weights};
    (void)state;
    for (size_t row = 0; row < N; row++) {
        values[2 * row] = row == 0 ? 5 : 3.1;
        values[2 * row + 1] = (double)(row * row % 5);
        weights[row] = row == 0 ? 0 : 0.7;
        e[row] = 1.1 + (double)row * 0.3;
        p[row] = e[row] + 0.1;
    }
    assert_int_equal(sq_covariance(&items, covariance, NULL, NULL), SQ_OK);
    assert_near(covariance[0], 0, 0);
    assert_near(covariance[1], 0, 0);
    items.case_weights = NULL;
    items.listwise = true;
    values[1] = NAN;
    assert_int_equal(sq_covariance(&items, covariance, NULL, NULL), SQ_OK);
    assert_near(covariance[0], 0, 0);
    items = (sq_items){.minuend = {p, N / 2, 2}, .subtrahend = {e, N / 2, 2}, .count = 2};
    assert_int_equal(sq_covariance(&items, covariance, NULL, NULL), SQ_OK);
    for (size_t i = 0; i < 4; i++)
        assert_near(covariance[i], 0, 0);
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    assert_reason(alpha, SQ_UNDEFINED);
}

/* A gap is the covariance of the differences, missing where either side is. */
static void gaps(void **state)
{
    static double e[ROWS * ITEMS], p[ROWS * ITEMS], gap[ROWS * ITEMS];
    sq_items both = {.minuend = {p, ROWS, ITEMS}, .subtrahend = {e, ROWS, ITEMS}, .count = ITEMS};
    sq_items plain = {.minuend = {gap, ROWS, ITEMS}, .count = ITEMS};
    double a[ITEMS * ITEMS], b[ITEMS * ITEMS];
    (void)state;
    random_answers(e, 3, 10);
    random_answers(p, 4, 10);
    for (size_t i = 0; i < (size_t)ROWS * ITEMS; i++)
        gap[i] = p[i] - e[i];
    assert_int_equal(sq_covariance(&both, a, NULL, NULL), SQ_OK);
    assert_int_equal(sq_covariance(&plain, b, NULL, NULL), SQ_OK);
    for (size_t i = 0; i < LENGTH(a); i++) {
        assert_near(a[i], b[i], 0);
        assert_near(a[i], slow(gap, NULL, i / ITEMS, i % ITEMS), 1e-12);
    }
}

/* An answer far away by someone who did not answer the other item: R's
 * cov(use = "pairwise.complete.obs") of the same rows is 1.8. */
static void not_in_the_pair(void **state)
{
    const double rows[][2] = {{1e9, NA}, {NA, 1e9}, {1, 2},      {2, 1}, {3, 3},
                              {4, 4},    {5, 5},    {NA, -1e12}, {3, 3}};
    (void)state;
    for (size_t turn = 0; turn < LENGTH(rows); turn++) { /* whoever comes first */
        double turned[LENGTH(rows)][2], covariance[4], means[2];
        size_t n[4];
        sq_items items = {.minuend = {turned[0], LENGTH(rows), 2}, .count = 2};
        for (size_t i = 0; i < LENGTH(rows); i++)
            memcpy(turned[i], rows[(i + turn) % LENGTH(rows)], sizeof turned[i]);
        assert_int_equal(sq_covariance(&items, covariance, means, n), SQ_OK);
        assert_int_equal(n[1], 6);
        assert_near(covariance[1], 1.8, 1e-14);
        items.listwise = true;
        assert_int_equal(sq_covariance(&items, covariance, means, n), SQ_OK);
        assert_near(covariance[1], 1.8, 1e-14);
        assert_near(means[0], 3, 1e-15);
    }
}

/* No row is complete: three items, each pair answered by others. */
static void no_complete_row(void **state)
{
    const double rows[] = {NA, 1e8 + 1, 5,  NA, 1e8 + 2, 7, NA, 1e8 + 3, 6, 1,  NA, 4, 2, NA,
                           4,  4,       NA, 9,  3,       7, NA, 5,       6, NA, 4,  9, NA};
    double covariance[9];
    sq_items items = {.minuend = {rows, 9, 3}, .count = 3};
    (void)state;
    assert_int_equal(sq_covariance(&items, covariance, NULL, NULL), SQ_OK);
    assert_near(covariance[1], -0.5, 1e-14);     /* 3 5 4 with 7 6 9, by hand */
    assert_near(covariance[2], 25.0 / 6, 1e-14); /* 1 2 4 with 4 4 9: 75/9 over 2 */
    assert_near(covariance[5], 0.5, 1e-14);      /* 1 2 3 (far away) with 5 7 6 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(not_in_the_pair),
                                       cmocka_unit_test(no_complete_row),
                                       cmocka_unit_test(against_the_definition),
                                       cmocka_unit_test(listwise_and_columns),
                                       cmocka_unit_test(far_from_zero),
                                       cmocka_unit_test(edges),
                                       cmocka_unit_test(against_r),
                                       cmocka_unit_test(gaps),
                                       cmocka_unit_test(constant_items),
                                       cmocka_unit_test(alpha_of_constant_sums),
                                       cmocka_unit_test(alpha_of_the_kiosk_survey)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
