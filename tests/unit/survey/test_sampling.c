/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sample sizes against the table of Krejcie & Morgan 1970 (Educ. Psychol. Meas. 30) where it rounds
 * up as we do, and against the margin itself; allocations by hand.
 */
#include "check.h"
#include "survey/sampling.h"

static sq_survey_plan share_of(double population)
{
    return (sq_survey_plan){0.95, 0.25, population, 1};
}

static void krejcie_and_morgan(void **state)
{
    static const double table[][2] = {{10, 10},    {100, 80},    {200, 132},    {1000, 278},
                                      {5000, 357}, {10000, 370}, {1000000, 384}};
    (void)state;
    for (size_t i = 0; i < LENGTH(table); i++) {
        sq_survey_plan plan = share_of(table[i][0]);
        double n;
        assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OK);
        assert_near(n, table[i][1], 0);
    }
}

static void sizes(void **state)
{
    sq_survey_plan plan = share_of(NAN);
    double n;
    (void)state;
    assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OK);
    assert_near(n, 385, 0); /* 1.959964²/4/0.0025 = 384.15 */
    plan.design_effect = 1.5;
    assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OK);
    assert_near(n, 577, 0); /* 576.22 */
    plan = (sq_survey_plan){0.95, 100, NAN, 1};
    assert_int_equal(sq_sample_size(&plan, 2, &n), SQ_OK);
    assert_near(n, 97, 0); /* (1.96·10/2)² = 96.04 */
    plan = (sq_survey_plan){0.95, 0, 50, 1};
    assert_int_equal(sq_sample_size(&plan, 2, &n), SQ_OK);
    assert_near(n, 1, 0); /* all alike: one is enough */
    plan = share_of(1);
    assert_int_equal(sq_sample_size(&plan, 0.01, &n), SQ_OK);
    assert_near(n, 1, 0);
}

/* The smallest n whose margin is not above the one wished for. */
static void size_is_the_smallest(void **state)
{
    (void)state;
    for (int population = 2; population <= 400; population += 7)
        for (int points = 1; points <= 20; points++) {
            sq_survey_plan plan = share_of(population);
            double n, reached, wished = points / 100.0;
            assert_int_equal(sq_sample_size(&plan, wished, &n), SQ_OK);
            assert_int_equal(sq_margin(&plan, n, &reached), SQ_OK);
            assert_true(reached <= wished * (1 + 1e-9));
            if (n > 1) {
                assert_int_equal(sq_margin(&plan, n - 1, &reached), SQ_OK);
                assert_true(reached > wished);
            }
        }
}

static void margins(void **state)
{
    sq_survey_plan plan = share_of(NAN);
    double margin;
    (void)state;
    assert_int_equal(sq_margin(&plan, 1000, &margin), SQ_OK);
    assert_near(margin, 0.0309898, 1e-7); /* "3.1 points" of opinion polls */
    plan = share_of(1000);
    assert_int_equal(sq_margin(&plan, 1000, &margin), SQ_OK);
    assert_near(margin, 0, 0);
    plan = share_of(1);
    assert_int_equal(sq_margin(&plan, 1, &margin), SQ_OK);
    assert_near(margin, 0, 0);
    assert_int_equal(sq_margin(&plan, 2, &margin), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_margin(&plan, 0, &margin), SQ_OUT_OF_DOMAIN);
}

static void refusals(void **state)
{
    sq_survey_plan plan = share_of(0);
    double n;
    (void)state;
    assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OUT_OF_DOMAIN); /* zero population */
    plan = share_of(NAN);
    assert_int_equal(sq_sample_size(&plan, 0, &n), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_sample_size(&plan, -0.1, &n), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_sample_size(&plan, NAN, &n), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_sample_size(&plan, 1e-300, &n), SQ_OUT_OF_DOMAIN);
    plan.level = 1;
    assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OUT_OF_DOMAIN);
    plan = (sq_survey_plan){0.95, -1, NAN, 1};
    assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OUT_OF_DOMAIN);
    plan = (sq_survey_plan){0.95, 0.25, NAN, 0};
    assert_int_equal(sq_sample_size(&plan, 0.05, &n), SQ_OUT_OF_DOMAIN);
}

static void allocations(void **state)
{
    static const double sizes_of[] = {100, 200}, sds[] = {10, 20}, costs[] = {1, 4};
    double exact[2], whole[2], rest[2];
    (void)state;
    { /* beyond 2⁵³ nothing is left over by ones, and sharing out would not end */
        const double vast[] = {1e300, 1e300}, largest[] = {9007199254740992.0, 0};
        assert_int_equal(sq_allocate(vast, NULL, NULL, 2, 1e300, exact, whole, rest),
                         SQ_OUT_OF_DOMAIN);
        assert_int_equal(sq_allocate(largest, NULL, NULL, 2, 1, exact, whole, rest), SQ_OK);
    }
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 2, 50, exact, whole, rest), SQ_OK);
    assert_near(exact[0], 50 / 3.0, 1e-12);
    assert_near(whole[0], 17, 0);
    assert_near(whole[1], 33, 0);
    assert_int_equal(sq_allocate(sizes_of, sds, NULL, 2, 50, exact, whole, rest), SQ_OK);
    assert_near(whole[0], 10, 0); /* 100·10 : 200·20 */
    assert_near(whole[1], 40, 0);
    assert_int_equal(sq_allocate(sizes_of, sds, costs, 2, 30, exact, whole, rest), SQ_OK);
    assert_near(whole[0], 10, 0); /* 1000/1 : 4000/2 */
    assert_near(whole[1], 20, 0);
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 1, 30, exact, whole, rest), SQ_OK);
    assert_near(whole[0], 30, 0); /* one stratum */
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 2, 300, exact, whole, rest), SQ_OK);
    assert_near(whole[0] + whole[1], 300, 0); /* everybody */
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 2, 0, exact, whole, rest), SQ_OK);
    assert_near(whole[0] + whole[1], 0, 0);
}

/* Largest remainders, by hand: 5/3 each, the first two of equals get the two that are left; and
 * shares far below 1, where interviews are dear, are shared out all the same. */
static void remainders(void **state)
{
    static const double alike[] = {10, 10, 10}, one_each[] = {1, 1}, dear[] = {1e6, 4e6};
    static const double tenths[] = {1, 2, 7}, large[] = {3e14, 6e14};
    double exact[3], whole[3], rest[3];
    (void)state;
    assert_int_equal(sq_allocate(alike, NULL, NULL, 3, 5, exact, whole, rest), SQ_OK);
    assert_near(whole[0], 2, 0);
    assert_near(whole[1], 2, 0);
    assert_near(whole[2], 1, 0);
    assert_int_equal(sq_allocate(one_each, NULL, dear, 2, 1, exact, whole, rest), SQ_OK);
    assert_near(exact[0], 2 / 3.0, 1e-15); /* 1/1000 : 1/2000 */
    assert_near(whole[0], 1, 0);
    assert_near(whole[1], 0, 0);
    for (double n = 1; n <= 10; n++) { /* of ten, n·(0.1, 0.2, 0.7): rounding never takes one off */
        assert_int_equal(sq_allocate(tenths, NULL, NULL, 3, n, exact, whole, rest), SQ_OK);
        assert_near(whole[0] + whole[1] + whole[2], n, 0);
        for (size_t h = 0; h < 3; h++)
            assert_true(fabs(whole[h] - n * tenths[h] / 10) < 1);
    }
    assert_near(whole[2], 7, 0);
    assert_int_equal(sq_allocate(large, NULL, NULL, 2, 3e14, exact, whole, rest), SQ_OK);
    assert_near(whole[0], 1e14, 0);
    assert_near(whole[1], 2e14, 0);
}

/* A size that is whole but for rounding is not one more; one that is larger by more is. n₀ = z²·v/m²
 * with v = (m/z)²·100. */
static void rounded_up(void **state)
{
    const double z = 1.95996398454005423;
    double n;
    (void)state;
    for (double margin = 0.01; margin < 1; margin *= 1.37) {
        sq_survey_plan plan = {0.95, margin / z * (margin / z) * 100, NAN, 1};
        assert_int_equal(sq_sample_size(&plan, margin, &n), SQ_OK);
        assert_near(n, 100, 0);
        plan.variance *= 1 + 1e-9;
        assert_int_equal(sq_sample_size(&plan, margin, &n), SQ_OK);
        assert_near(n, 101, 0);
        plan.variance *= 1 - 2e-9;
        assert_int_equal(sq_sample_size(&plan, margin, &n), SQ_OK);
        assert_near(n, 100, 0);
    }
}

static void full_strata(void **state)
{
    static const double sizes_of[] = {10, 1000, 0, 20}, sds[] = {100, 1, 5, 100};
    double exact[4], whole[4], rest[4];
    (void)state;
    assert_int_equal(sq_allocate(sizes_of, sds, NULL, 4, 100, exact, whole, rest), SQ_OK);
    assert_near(whole[0], 10, 0); /* its share would be 25 of 10 */
    assert_near(whole[3], 20, 0); /* and 50 of 20 */
    assert_near(whole[1], 70, 0);
    assert_near(whole[2], 0, 0);
}

static void allocation_sums_up(void **state)
{
    static const double sizes_of[] = {7, 13, 29, 31, 1, 97, 3}, sds[] = {3, 1, 4, 1, 5, 9, 2};
    (void)state;
    for (int n = 0; n <= 181; n++)
        for (int kind = 0; kind < 2; kind++) {
            double exact[7], whole[7], rest[7], sum = 0;
            assert_int_equal(
                sq_allocate(sizes_of, kind ? sds : NULL, NULL, 7, n, exact, whole, rest), SQ_OK);
            for (size_t h = 0; h < 7; h++) {
                assert_true(whole[h] >= 0 && whole[h] <= sizes_of[h]);
                assert_true(fabs(whole[h] - exact[h]) <= 1 + 1e-9);
                sum += whole[h];
            }
            assert_near(sum, n, 0);
        }
}

static void allocation_refuses(void **state)
{
    static const double sizes_of[] = {10, 20}, zero[] = {0, 0}, negative[] = {10, -1};
    static const double half[] = {10.5, 2}, free_of_cost[] = {1, 0};
    double exact[2], whole[2], rest[2];
    (void)state;
    assert_int_equal(sq_allocate(zero, NULL, NULL, 2, 0, exact, whole, rest), SQ_NO_DATA);
    assert_int_equal(sq_allocate(sizes_of, zero, NULL, 2, 5, exact, whole, rest), SQ_NO_DATA);
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 0, 5, exact, whole, rest), SQ_NO_DATA);
    assert_int_equal(sq_allocate(negative, NULL, NULL, 2, 5, exact, whole, rest), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_allocate(half, NULL, NULL, 2, 5, exact, whole, rest), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_allocate(sizes_of, NULL, free_of_cost, 2, 5, exact, whole, rest),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 2, 31, exact, whole, rest),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_allocate(sizes_of, NULL, NULL, 2, 2.5, exact, whole, rest),
                     SQ_OUT_OF_DOMAIN);
}

/* 5 for 5 points of a share is a mistake of units; of a mean it is 5 of its units. */
static void margin_of_a_share(void **state)
{
    const sq_survey_plan share = {0.95, 0.25, NAN, 1, true}, mean = {0.95, 900, NAN, 1, false};
    double n;
    (void)state;
    assert_int_equal(sq_sample_size(&share, 5, &n), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_sample_size(&share, 1, &n), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_sample_size(&share, 0.05, &n), SQ_OK);
    assert_near(n, 385, 0);
    assert_int_equal(sq_sample_size(&mean, 5, &n), SQ_OK);
    assert_near(n, 139, 0); /* (1.959964 · 30/5)² = 138.3 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(margin_of_a_share),
        cmocka_unit_test(krejcie_and_morgan),
        cmocka_unit_test(sizes),
        cmocka_unit_test(size_is_the_smallest),
        cmocka_unit_test(margins),
        cmocka_unit_test(refusals),
        cmocka_unit_test(allocations),
        cmocka_unit_test(remainders),
        cmocka_unit_test(rounded_up),
        cmocka_unit_test(full_strata),
        cmocka_unit_test(allocation_sums_up),
        cmocka_unit_test(allocation_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
