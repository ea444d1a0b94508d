/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levels, scales, boxes, net promoter score, distributions. All figures are
 * worked out by hand beside them.
 */
#include "check.h"
#include "survey/levels.h"
#include "survey/promoters.h"
#include "survey/shares.h"

static sq_status net_promoter_score_of(const sq_table *answers, const double *weights,
                                       double *score)
{
    sq_promoters promoters;
    *score = 0;
    SQ_TRY(sq_promoters_of(answers, weights, NULL, 0, &(sq_promoter_cuts){9, 6}, 0.95, &promoters));
    *score = promoters.score.mean;
    return SQ_OK;
}

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

/* Scores whose differences are larger than any double, or smaller than a normal one. */
static void levels_at_the_ends_of_numbers(void **state)
{
    static const double wide[] = {-1e308, 0, 1e308}, low[] = {-1e308, 0, 1};
    static const double tiny[] = {0, 5e-324, 1e-323}, signs[] = {-1, -0.0, 1};
    size_t level = 9;
    (void)state;
    assert_int_equal(sq_level_by_score(1e308, wide, 3, &level), SQ_OK);
    assert_int_equal(level, 2);
    assert_int_equal(sq_level_by_score(-1e308, wide, 3, &level), SQ_OK);
    assert_int_equal(level, 0);
    assert_int_equal(sq_level_by_score(5e307, wide, 3, &level), SQ_OK);
    assert_int_equal(level, 2); /* half way: the higher */
    assert_int_equal(sq_level_by_score(-5.1e307, wide, 3, &level), SQ_OK);
    assert_int_equal(level, 0);
    assert_int_equal(sq_level_by_score(1e308, low, 3, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level_by_score(1, low, 3, &level), SQ_OK);
    assert_int_equal(level, 2);
    assert_int_equal(sq_level_by_score(0, tiny, 3, &level), SQ_OK);
    assert_int_equal(level, 0);
    assert_int_equal(sq_level_by_score(5e-324, tiny, 3, &level), SQ_OK);
    assert_int_equal(level, 1);
    assert_int_equal(sq_level_by_score(0, signs, 3, &level), SQ_OK);
    assert_int_equal(level, 1);
    assert_int_equal(sq_level(1e308, -1e308, 1e308, 5, &level), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_level(1e308, 0, 1e308, 5, &level), SQ_OK);
    assert_int_equal(level, 4);
    assert_int_equal(sq_level(5e-324, 0, 5e-324, 5, &level), SQ_OK);
    assert_int_equal(level, 4);
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
    assert_int_equal(sq_top_box(&answers, NULL, 1, &(double){NAN}, 1, &share), SQ_UNDEFINED);
    assert_int_equal(sq_bottom_box(&answers, NULL, 1, &(double){NAN}, 1, &share), SQ_UNDEFINED);
    assert_int_equal(sq_top_box(&answers, NULL, 1, &(double){5}, 1, &share), SQ_OK);
    assert_near(share, 2 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, NULL, 2, &(double){5}, 1, &share), SQ_OK);
    assert_near(share, 4 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, NULL, 1, &(double){7}, 1, &share), SQ_OK);
    assert_near(share, 0, 0); /* nobody chose the 7 of the scale */
    assert_int_equal(sq_bottom_box(&answers, NULL, 2, &(double){1}, 1, &share), SQ_OK);
    assert_near(share, 2 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, weights, 1, &(double){5}, 1, &share), SQ_OK);
    assert_near(share, 1 / 7.0, 1e-15); /* weights 1 1 1 2 2 of 5 4 3 2 4 */
    assert_int_equal(sq_top_box(&answers, NULL, 1, &(double){4}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_bottom_box(&answers, NULL, 1, &(double){2}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_top_box(&answers, NULL, 0, &(double){5}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_top_box(&answers, NULL, 1.5, &(double){5}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_top_box(&none, NULL, 1, &(double){5}, 1, &share), SQ_NO_DATA);
    /* an item each: 5 3 5 2 of 1 … 5, and 4 1 4 of 1 … 4 */
    assert_int_equal(sq_top_box(&answers, NULL, 1, (const double[]){5, 4}, 2, &share), SQ_OK);
    assert_near(share, 4 / 7.0, 1e-15);
    assert_int_equal(sq_bottom_box(&answers, NULL, 1, (const double[]){2, 1}, 2, &share), SQ_OK);
    assert_near(share, 2 / 7.0, 1e-15);
    assert_int_equal(sq_top_box(&answers, NULL, 1, (const double[]){5, 3}, 2, &share),
                     SQ_OUT_OF_DOMAIN);
}

/* Answers between the points of the scale, means of several questions say: with the ends 1 and 5 the
 * top box is above 4, the bottom box below 2, and the points themselves, however rounded, are not in
 * it. Counted by hand. */
static void boxes_between_the_points(void **state)
{
    const sq_table answers = TABLE(10, 1, 1, 1.5, 2, 2.001, 3, 3.999, 4, 4.001, 4.5, 5);
    const sq_table rounded = TABLE(4, 1, 0.4 - 0.1, 0.1 + 0.2, 0.6 - 0.3, 1);
    const sq_table tenths = TABLE(4, 1, 9.3, 8.3, 8.7, 9.1);
    double share;
    (void)state;
    sq_top_box(&answers, NULL, 1, &(double){5}, 1, &share);
    assert_near(share, 0.3, 1e-15);
    sq_top_box(&answers, NULL, 2, &(double){5}, 1, &share);
    assert_near(share, 0.5, 1e-15); /* 3 is not above 3, 3.999 is */
    sq_bottom_box(&answers, NULL, 1, &(double){1}, 1, &share);
    assert_near(share, 0.2, 1e-15);
    sq_bottom_box(&answers, NULL, 2, &(double){1}, 1, &share);
    assert_near(share, 0.4, 1e-15);
    sq_top_box(&answers, NULL, 4, &(double){5}, 1, &share);
    assert_near(share, 0.9, 1e-15); /* all but 1 */
    sq_top_box(&answers, NULL, 5, &(double){5}, 1, &share);
    assert_near(share, 1, 0);
    sq_bottom_box(&answers, NULL, 1, &(double){0}, 1, &share);
    assert_near(share, 0, 0);
    sq_bottom_box(&answers, NULL, 1, &(double){0.5}, 1, &share);
    assert_near(share, 0.1, 1e-15); /* below 1.5 */
    sq_bottom_box(&rounded, NULL, 1, &(double){0.6 - 0.3}, 1, &share);
    assert_near(share, 1, 0);
    sq_bottom_box(&rounded, NULL, 1, &(double){-0.7}, 1,
                  &share); /* below 0.3: nobody, though they are */
    assert_near(share, 0, 0);
    sq_top_box(&rounded, NULL, 1, &(double){1.3}, 1, &share); /* above 0.3 */
    assert_near(share, 0.25, 0);
    sq_top_box(&tenths, NULL, 1, &(double){9.3}, 1, &share); /* above 8.3 */
    assert_near(share, 0.75, 0);
    assert_int_equal(sq_bottom_box(&rounded, NULL, 1, &(double){0.1 + 0.2}, 1, &share),
                     SQ_OK);  /* 0.3 is not */
    assert_near(share, 1, 0); /* beyond it */
    assert_int_equal(sq_top_box(&TABLE(2, 1, 0.1 + 0.2, -2), NULL, 1, &(double){0.3}, 1, &share),
                     SQ_OK);
    assert_near(share, 0.5, 0);
    assert_int_equal(sq_top_box(&tenths, NULL, 1, &(double){9.29}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_bottom_box(&tenths, NULL, 1, &(double){8.31}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_bottom_box(&answers, NULL, 1.5, &(double){1}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_bottom_box(&answers, NULL, -1, &(double){1}, 1, &share), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_bottom_box(&answers, NULL, INFINITY, &(double){1}, 1, &share),
                     SQ_OUT_OF_DOMAIN);
}

/* One answer has a mean and no spread; two have one, whatever they weigh: √(Σw(x − x̄)²/Σw·2/1). */
static void one_answer_and_two(void **state)
{
    const sq_table one = TABLE(1, 1, 4), two = TABLE(2, 1, 4, 7), nobody = TABLE(2, 1, NA, NA);
    const double weights[] = {2, 1};
    double shares[2];
    sq_distribution d;
    (void)state;
    assert_int_equal(sq_distribution_of(&one, NULL, 0, 1, 4, 2, shares, &d), SQ_OK);
    assert_near(d.mean, 4, 0);
    assert_near(shares[0], 1, 0);
    assert_near(shares[1], 0, 0);
    assert_near(d.other, 0, 0);
    assert_reason(d.sd, SQ_UNDEFINED);
    assert_int_equal(sq_distribution_of(&two, weights, 0, 1, 4, 2, shares, &d), SQ_OK);
    assert_near(d.mean, 5, 0);
    assert_near(d.sd, sqrt((2 * 1 + 1 * 4) / 3.0 * 2), 1e-15);
    assert_near(d.other, 1 / 3.0, 1e-16);
    assert_int_equal(sq_distribution_of(&nobody, NULL, 0, 1, 4, 2, shares, &d), SQ_OK);
    assert_reason(d.mean, SQ_NO_DATA);
    assert_reason(d.sd, SQ_NO_DATA);
    assert_reason(d.other, SQ_NO_DATA);
    assert_reason(shares[1], SQ_NO_DATA);
    assert_near(d.missing, 2, 0);
}

/* A respondent of weight 0, or without one, is as if absent: neither limits nor errors of theirs. */
static void who_is_absent(void **state)
{
    const sq_table answers = TABLE(4, 1, 10, 7.5, 3, 12), same = TABLE(2, 1, 10, 3);
    const double weights[] = {1, 0, 3, NAN}, of_same[] = {1, 3}, none[] = {0, 0, 0, NAN};
    double score, expected, smallest, largest, shares[3];
    sq_distribution d;
    (void)state;
    assert_int_equal(net_promoter_score_of(&answers, weights, &score), SQ_OK);
    assert_int_equal(net_promoter_score_of(&same, of_same, &expected), SQ_OK);
    assert_near(score, expected, 0);
    assert_near(score, -50, 1e-12); /* a quarter promotes, three do not */
    assert_int_equal(sq_answer_limits(&answers, weights, &smallest, &largest), SQ_OK);
    assert_near(smallest, 3, 0);
    assert_near(largest, 10, 0);
    assert_int_equal(sq_top_box(&answers, weights, 1, &(double){10}, 1, &score), SQ_OK);
    assert_near(score, 0.25, 0);
    assert_int_equal(sq_distribution_of(&answers, weights, 0, 1, 8, 3, shares, &d), SQ_OK);
    assert_near(d.answered, 2, 0);
    assert_near(d.missing, 0, 0);
    assert_near(d.mean, 4.75, 1e-15);
    assert_near(d.other, 0.75, 0);
    assert_near(shares[2], 0.25, 0);
    assert_int_equal(net_promoter_score_of(&answers, none, &score), SQ_NO_DATA);
}

static void net_promoter_score(void **state)
{
    const sq_table answers = TABLE(10, 1, 10, 9, 9, 8, 7, 7, 6, 0, NA, 10);
    const sq_table all = TABLE(2, 1, 10, 9), nobody = TABLE(2, 1, 0, 6), half = TABLE(1, 1, 8.5);
    const sq_table eleven = TABLE(1, 1, 11), none = TABLE(1, 1, NA);
    double score;
    (void)state;
    assert_int_equal(net_promoter_score_of(&answers, NULL, &score), SQ_OK);
    assert_near(score, 100 * (4 - 2) / 9.0, 1e-12);
    assert_int_equal(net_promoter_score_of(&all, NULL, &score), SQ_OK);
    assert_near(score, 100, 0);
    assert_int_equal(net_promoter_score_of(&nobody, NULL, &score), SQ_OK);
    assert_near(score, -100, 0);
    assert_int_equal(net_promoter_score_of(&half, NULL, &score), SQ_OUT_OF_DOMAIN);
    assert_int_equal(net_promoter_score_of(&eleven, NULL, &score), SQ_OUT_OF_DOMAIN);
    assert_int_equal(net_promoter_score_of(&none, NULL, &score), SQ_NO_DATA);
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
        cmocka_unit_test(levels_at_the_ends_of_numbers),
        cmocka_unit_test(rescale),
        cmocka_unit_test(grades),
        cmocka_unit_test(boxes),
        cmocka_unit_test(boxes_between_the_points),
        cmocka_unit_test(who_is_absent),
        cmocka_unit_test(one_answer_and_two),
        cmocka_unit_test(net_promoter_score),
        cmocka_unit_test(distribution),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
