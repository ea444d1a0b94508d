/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many straight lines and twins chance gives, against closed forms.
 */
#include "check.h"
#include "survey/data_check_parts.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>

static int no_abort(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    return 0;
}

/* Two items cut at the median: P(both above) = ¼ + asin ρ / 2π (Sheppard 1899). */
static void chance_of_two(void **state)
{
    static sq_level halves[] = {{0, 50}, {1, 50}};
    const sq_item_counts items[] = {{.levels = halves, .distinct = 2, .answers = 100},
                                    {.levels = halves, .distinct = 2, .answers = 100}};
    size_t which[] = {0, 1}, rows_with[] = {0, 0, 100};
    signed char sign[] = {1, 1};
    (void)state;
    for (double rho = 0; rho < 0.9; rho += 0.2) {
        sq_relations relations = {.columns = which, .count = 2, .sign = sign};
        double both = 0.25 + asin(rho) / (2 * M_PI), one = 0.5 - both;
        sq_chance chance;
        relations.mean_correlation = rho;
        assert_int_equal(sq_expect_alike(items, &relations, rows_with, 2, &chance), SQ_OK);
        assert_near(chance.straight, 100 * 2 * both, 1e-3);
        assert_near(chance.twins, 4950 * 2 * one * one, 5e-2);
    }
}

/* Items without relation: products of their shares, counted by hand. */
static void chance_of_many(void **state)
{
    static sq_level first[] = {{1, 10}, {2, 30}}, second[] = {{1, 20}, {2, 10}, {3, 10}};
    const sq_item_counts items[] = {{.levels = first, .distinct = 2, .answers = 40},
                                    {.levels = second, .distinct = 3, .answers = 40},
                                    {.levels = first, .distinct = 2, .answers = 40}};
    size_t which[] = {0, 1, 2}, rows_with[] = {0, 0, 0, 40};
    signed char sign[] = {1, 1, 1};
    sq_relations relations = {.columns = which, .count = 3, .sign = sign};
    sq_chance chance;
    double ones = 0.25 * 0.5 * 0.25, twos = 0.75 * 0.25 * 0.75;
    double alike = 0.625 * 0.375 * 0.625 - ones * ones - twos * twos;
    (void)state;
    assert_int_equal(sq_expect_alike(items, &relations, rows_with, 3, &chance), SQ_OK);
    assert_near(chance.straight, 40 * (ones + twos), 1e-9);
    assert_near(chance.twins, 780 * alike, 1e-9);
}

/* Any one where chance gives hardly any; far more than several; none is never too many. */
static void more_than_chance(void **state)
{
    (void)state;
    assert_false(sq_is_more_than_chance(0, 0));
    assert_true(sq_is_more_than_chance(1, 0));
    assert_true(sq_is_more_than_chance(1, 0.05));  /* 1 − e⁻·⁰⁵ = .0488 */
    assert_false(sq_is_more_than_chance(1, 0.06)); /* .0582 */
    assert_true(sq_is_more_than_chance(2, 0.3));   /* 1 − 1.3 e⁻·³ = .0369 */
    assert_false(sq_is_more_than_chance(4, 1));    /* Poisson of 4: 4 are what is expected */
    assert_false(sq_is_more_than_chance(9, 1));    /* P(≥ 9) = .0214 */
    assert_true(sq_is_more_than_chance(10, 1));    /* P(≥ 10) = .0081 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(chance_of_two),
                                       cmocka_unit_test(chance_of_many),
                                       cmocka_unit_test(more_than_chance)};
    return cmocka_run_group_tests(tests, no_abort, NULL);
}
