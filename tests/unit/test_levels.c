/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levels, scales, boxes, net promoter score, distributions. All figures are
 * worked out by hand beside them.
 */
#include "check.h"
#include "levels.h"
#include "shares.h"

static void levels(void **state)
{
    static const double published[] = {0, 30, 60, 80, 100}, turned[] = {100, 80, 60, 30, 0};
    size_t level;
    (void)state;
    for (int score = 1; score <= 5; score++) {
        assert_int_equal(sq_level(score, 1, 5, 5, &level), SQ_OK);
        assert_int_equal(level, score - 1);
    }
    assert_int_equal(sq_level(2.49, 1, 5, 5, &level), SQ_OK);
    assert_int_equal(level, 1);
    assert_int_equal(sq_level(2.5, 1, 5, 5, &level), SQ_OK);
    assert_int_equal(level, 2); /* half way: the higher */
    assert_int_equal(sq_level(72, 0, 100, 5, &level), SQ_OK);
    assert_int_equal(level, 3); /* levels at 0, 25, 50, 75, 100 */
    assert_int_equal(sq_level(10, 1, 10, 7, &level), SQ_OK);
    assert_int_equal(level, 6);
    assert_int_equal(sq_level(3, 1, 5, 1, &level), SQ_OK);
    assert_int_equal(level, 0);
    assert_int_equal(sq_level(5.01, 1, 5, 5, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level(NAN, 1, 5, 5, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level(3, 5, 1, 5, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level(3, 1, 5, 0, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level_by_score(71, published, 5, &level), SQ_OK);
    assert_int_equal(level, 3);
    assert_int_equal(sq_level_by_score(70, published, 5, &level), SQ_OK);
    assert_int_equal(level, 3);
    assert_int_equal(sq_level_by_score(70, turned, 5, &level), SQ_OK);
    assert_int_equal(level, 1); /* 80, whatever the order */
    assert_int_equal(sq_level_by_score(101, published, 5, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level_by_score(1, published, 0, &level), SQ_OUT_OF_DOMAIN);
}

static void grades(void **state)
{
    static const double from[] = {25, 65, 76.61, 88.31}, shuffled[] = {76.61, 25, 88.31, 65};
    static const double twice[] = {3, 3, 1}, unbounded[] = {1, INFINITY}, none[] = {NAN, 1};
    size_t grade = 99;
    (void)state;
    assert_int_equal(sq_grade(85, from, 4, &grade), SQ_OK);
    assert_int_equal(grade, 2); /* 88.31 is nearer and not reached */
    assert_int_equal(sq_grade(85, shuffled, 4, &grade), SQ_OK);
    assert_int_equal(grade, 0);
    assert_int_equal(sq_grade(88.31, from, 4, &grade), SQ_OK);
    assert_int_equal(grade, 3);
    assert_int_equal(sq_grade(nextafter(88.31, 0), from, 4, &grade), SQ_OK);
    assert_int_equal(grade, 2);
    assert_int_equal(sq_grade(1e308, from, 4, &grade), SQ_OK);
    assert_int_equal(grade, 3);
    assert_int_equal(sq_grade(4, twice, 3, &grade), SQ_OK);
    assert_int_equal(grade, 0);
    grade = 99;
    assert_int_equal(sq_grade(24.99, from, 4, &grade), SQ_UNDEFINED);
    assert_int_equal(sq_grade(-1e308, from, 4, &grade), SQ_UNDEFINED);
    assert_int_equal(sq_grade(NAN, from, 4, &grade), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_grade(INFINITY, from, 4, &grade), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_grade(85, from, 0, &grade), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_grade(85, unbounded, 2, &grade), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_grade(85, none, 2, &grade), SQ_OUT_OF_DOMAIN);
    assert_int_equal(grade, 99);
}

static void rescale(void **state)
{
    double value;
    (void)state;
    assert_int_equal(sq_rescale(4, 1, 5, 0, 100, &value), SQ_OK);
    assert_near(value, 75, 1e-12);
    assert_int_equal(sq_rescale(1, 1, 7, 7, 1, &value), SQ_OK);
    assert_near(value, 7, 0);
    assert_int_equal(sq_rescale(5, 1, 5, 0, 0.1, &value), SQ_OK);
    assert_near(value, 0.1, 0);
    assert_int_equal(sq_rescale(0, 1, 5, 0, 100, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_rescale(1, 1, 1, 0, 100, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_rescale(NAN, 1, 5, 0, 100, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_rescale(1, 1, 5, -1e308, 1e308, &value), SQ_OUT_OF_DOMAIN);
}

static void boxes(void **state)
{
    const sq_table answers = TABLE(4, 2, 5, 4, 3, NA, 5, 1, 2, 4), none = TABLE(1, 1, NA);
    const double weights[] = {1, 1, 0, 2};
    double share;
    (void)state;
    assert_int_equal(sq_top_box(&answers, NULL, 1, NAN, &share), SQ_OK);
    assert_near(share, 2 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, NULL, 2, 5, &share), SQ_OK);
    assert_near(share, 4 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, NULL, 1, 7, &share), SQ_OK);
    assert_near(share, 0, 0); /* nobody chose the 7 of the scale */
    assert_int_equal(sq_bottom_box(&answers, NULL, 2, NAN, &share), SQ_OK);
    assert_near(share, 2 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, weights, 1, NAN, &share), SQ_OK);
    assert_near(share, 1 / 7.0, 1e-15); /* weights 1 1 1 2 2 of 5 4 3 2 4 */
    assert_int_equal(sq_top_box(&answers, NULL, 1, 4, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_bottom_box(&answers, NULL, 1, 2, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_top_box(&answers, NULL, 0, NAN, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_top_box(&answers, NULL, 1.5, NAN, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_top_box(&none, NULL, 1, NAN, &share), SQ_NO_DATA);
}

static void net_promoter_score(void **state)
{
    const sq_table answers = TABLE(10, 1, 10, 9, 9, 8, 7, 7, 6, 0, NA, 10);
    const sq_table all = TABLE(2, 1, 10, 9), nobody = TABLE(2, 1, 0, 6), half = TABLE(1, 1, 8.5);
    const sq_table eleven = TABLE(1, 1, 11), none = TABLE(1, 1, NA);
    double score;
    (void)state;
    assert_int_equal(sq_net_promoter_score(&answers, NULL, &score), SQ_OK);
    assert_near(score, 100 * (4 - 2) / 9.0, 1e-12);
    assert_int_equal(sq_net_promoter_score(&all, NULL, &score), SQ_OK);
    assert_near(score, 100, 0);
    assert_int_equal(sq_net_promoter_score(&nobody, NULL, &score), SQ_OK);
    assert_near(score, -100, 0);
    assert_int_equal(sq_net_promoter_score(&half, NULL, &score), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_net_promoter_score(&eleven, NULL, &score), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_net_promoter_score(&none, NULL, &score), SQ_NO_DATA);
}

static void distribution(void **state)
{
    const sq_table answers = TABLE(5, 2, 1, NA, 3, NA, 3, NA, 2.5, NA, NA, NA);
    const double weights[] = {1, 1, 2, 0, 1};
    double shares[3];
    sq_distribution d;
    (void)state;
    assert_int_equal(sq_distribution_of(&answers, NULL, 0, 1, 1, 3, shares, &d), SQ_OK);
    assert_near(d.answered, 4, 0);
    assert_near(d.missing, 1, 0);
    assert_near(d.mean, 9.5 / 4, 1e-15);
    assert_near(d.sd, sqrt((1 + 9 + 9 + 6.25 - 4 * 2.375 * 2.375) / 3), 1e-14);
    assert_near(shares[0], 0.25, 0);
    assert_near(shares[1], 0, 0);
    assert_near(shares[2], 0.5, 0);
    assert_near(d.other, 0.25, 0); /* 2.5 is no level */
    assert_int_equal(sq_distribution_of(&answers, weights, 0, 1, 1, 3, shares, &d), SQ_OK);
    assert_near(d.answered, 3, 0);
    assert_near(shares[2], 0.75, 0);
    assert_near(d.sd, sqrt((2.25 + 0.25 + 2 * 0.25) / 4 * 3 / 2), 1e-14); /* mean 2.5 */
    assert_int_equal(sq_distribution_of(&answers, NULL, 1, 2, 1, 3, shares, &d), SQ_OK);
    assert_reason(d.mean, SQ_NO_DATA);
    assert_reason(d.sd, SQ_NO_DATA);
    assert_reason(shares[0], SQ_NO_DATA);
    assert_int_equal(sq_distribution_of(&answers, NULL, 0, 2, 1, 3, shares, &d), SQ_OK);
    assert_near(d.missing, 6, 0);
    assert_near(shares[0], 0.25, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels),
        cmocka_unit_test(rescale),
        cmocka_unit_test(grades),
        cmocka_unit_test(boxes),
        cmocka_unit_test(net_promoter_score),
        cmocka_unit_test(distribution),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
