/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs of groups by their means, and the studentised range behind two of the tests: against R
 * (tests/published/rank_tests.R), scale, and the edges.
 */
#include "check.h"
#include "numerics/pairs.h"
#include "numerics/studentised_range.h"
#include "reference.h"

#define FIGURES "tests/published/rank_tests.csv"

/* R's ptukey and qtukey where they are exact; Student's t of two means; R's integrate elsewhere. */
static void range_like_r(void **state)
{
    char line[128], name[32];
    FILE *file = fopen(FIGURES, "r");
    size_t checked = 0, means;
    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        double q, df, expected, tolerance = 1e-9;
        if (sscanf(line, "%31s %lf %zu %lf,%lf", name, &q, &means, &df, &expected) != 5)
            continue;
        checked++;
        if (strcmp(name, "qtukey") == 0) {
            assert_near(sq_range_quantile(q, means, df), expected, 1e-7);
            continue;
        }
        if (strcmp(name, "ptukey") == 0)
            tolerance = 1e-8;
        assert_near(sq_range_probability(q, means, df), expected, tolerance);
    }
    fclose(file);
    assert_int_equal(checked, 48 + 15 + 8 + 8);
}

static void range_at_the_edges(void **state)
{
    (void)state;
    assert_near(sq_range_probability(0, 3, 10), 1, 0);
    assert_near(sq_range_probability(1e6, 3, 10), 0, 1e-15);
    assert_near(sq_range_probability(sq_range_quantile(0.99, 4, 7.5), 4, 7.5), 0.01, 1e-11);
    assert_near(sq_range_quantile(0.95, 2, 3) / M_SQRT2, 3.18244630528371, 1e-8); /* t, 3 df */
    assert_near(sq_range_quantile(0.5, 2, 1) / M_SQRT2, 1, 1e-8);
}

static sq_estimate of(size_t n, const double *numbers)
{
    sq_estimate out = {.n = n};
    double squares = 0;
    for (size_t i = 0; i < n; i++) {
        out.mean += numbers[i] / (double)n;
        out.size = fmax(out.size, fabs(numbers[i]));
    }
    for (size_t i = 0; i < n; i++)
        squares += (numbers[i] - out.mean) * (numbers[i] - out.mean);
    out.sd = sqrt(squares / ((double)n - 1));
    out.se = out.sd / sqrt((double)n);
    sq_infer(&out, 0.95);
    return out;
}

/* The groups of rank_tests.R: (i² mod 7) − 2 of i = 1 … 60, by i mod 7 mod 3. */
static void three_groups(sq_estimate group[3], double scale)
{
    for (size_t g = 0; g < 3; g++) {
        double numbers[60];
        size_t count = 0;
        for (size_t i = 1; i <= 60; i++)
            if (i % 7 % 3 == g)
                numbers[count++] = scale * ((double)(i * i % 7) - 2);
        group[g] = of(count, numbers);
    }
}

static double figure(const char *name)
{
    char key[96];
    snprintf(key, sizeof key, "groups.%s", name);
    return reference(FIGURES, key);
}

static void means_like_r(void **state)
{
    sq_estimate group[3];
    sq_pair pair[3];
    (void)state;
    three_groups(group, 1);
    assert_int_equal(sq_pairs_of_means(group, 3, SQ_WELCH_PAIRS, 0.95, pair), SQ_OK);
    assert_near(pair[0].statistic, figure("welch.a.b.t"), 1e-12);
    assert_near(pair[0].df, figure("welch.a.b.df"), 1e-11);
    assert_near(pair[0].lower, figure("welch.a.b.lower"), 1e-12);
    assert_near(pair[2].upper, figure("welch.b.c.upper"), 1e-12);
    assert_near(pair[0].adjusted, figure("welch.holm.1"), 1e-12);
    assert_near(pair[1].adjusted / figure("welch.holm.2"), 1, 1e-6);
    assert_int_equal(sq_pairs_of_means(group, 3, SQ_GAMES_HOWELL, 0.95, pair), SQ_OK);
    assert_near(pair[0].p, figure("welch.a.b.p"), 1e-12);
    assert_near(pair[0].adjusted, figure("welch.a.b.gh"), 1e-8);
    assert_near(pair[0].lower, figure("welch.a.b.gh.lower"), 1e-7);
    assert_near(pair[1].lower, figure("welch.a.c.gh.lower"), 1e-7);
    assert_int_equal(sq_pairs_of_means(group, 3, SQ_TUKEY, 0.95, pair), SQ_OK);
    assert_near(pair[0].adjusted, figure("tukey.b-a.p"), 1e-8);
    assert_near(pair[0].lower, figure("tukey.b-a.lower"), 1e-7);
    assert_near(pair[2].upper, figure("tukey.c-b.upper"), 1e-7);
    assert_near(pair[1].df, 57, 0);
}

static void scale(void **state)
{
    sq_estimate group[3];
    sq_pair plain[3], pair[3];
    (void)state;
    for (sq_pair_test test = SQ_WELCH_PAIRS; test <= SQ_TUKEY; test++) {
        three_groups(group, 1);
        assert_int_equal(sq_pairs_of_means(group, 3, test, 0.9, plain), SQ_OK);
        three_groups(group, -1e150);
        assert_int_equal(sq_pairs_of_means(group, 3, test, 0.9, pair), SQ_OK);
        for (size_t i = 0; i < 3; i++) {
            assert_near(pair[i].statistic, -plain[i].statistic, 1e-12);
            assert_near(pair[i].adjusted, plain[i].adjusted, 1e-12);
            assert_near(pair[i].lower / -1e150, plain[i].upper, 1e-12);
        }
    }
}

static void edges(void **state)
{
    const double same[] = {4, 4, 4}, two[] = {1, 2}, one[] = {9};
    sq_estimate group[4] = {of(3, same), of(2, two), of(1, one), of(0, one)};
    sq_pair pair[6];
    (void)state;
    assert_int_equal(sq_pairs_of_means(group, 4, SQ_WELCH_PAIRS, 0.95, pair), SQ_OK);
    assert_near(pair[0].difference, 2.5, 0);
    assert_near(pair[0].df, 1, 1e-12);      /* the spread of the second alone */
    assert_reason(pair[1].p, SQ_UNDEFINED); /* a group of one */
    assert_near(pair[1].difference, -5, 0);
    assert_reason(pair[2].difference, SQ_NO_DATA);
    assert_near(pair[0].adjusted, pair[0].p, 0); /* one pair has a test */
    assert_int_equal(sq_pairs_of_means(group, 4, SQ_TUKEY, 0.95, pair), SQ_OK);
    assert_near(pair[0].df, 3, 0);
    assert_true(pair[1].adjusted > 0 && pair[1].adjusted < 1);
    assert_reason(pair[5].adjusted, SQ_NO_DATA);
    group[1] = of(3, same);
    assert_int_equal(sq_pairs_of_means(group, 4, SQ_TUKEY, 0.95, pair), SQ_OK);
    assert_reason(pair[1].p, SQ_UNDEFINED); /* no spread within a group */
    assert_near(pair[0].difference, 0, 0);
    assert_int_equal(sq_pairs_of_means(group, 4, SQ_GAMES_HOWELL, 0.95, pair), SQ_OK);
    assert_reason(pair[0].adjusted, SQ_UNDEFINED);
    assert_int_equal(sq_pairs_of_means(group, 4, SQ_GAMES_HOWELL, 1, pair), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pairs(0), 0);
    assert_int_equal(sq_pairs(1), 0);
    assert_int_equal(sq_pairs(5), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(range_like_r), cmocka_unit_test(range_at_the_edges),
        cmocka_unit_test(means_like_r), cmocka_unit_test(scale),
        cmocka_unit_test(edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
