/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Retention by score, and what customers are worth. Figures are worked out beside, but for the
 * margin multiples of Gupta & Lehmann 2003, J. Interactive Marketing 17, table 1.
 */
#include "check.h"
#include "loyalty/customer_value.h"
#include "loyalty/retention.h"

static void usual_table(void **state)
{
    static const double expected[][2] = {{5, 0.945}, {4, 0.825},   {3, 0.625}, {2, 0.175},
                                         {1, 0.025}, {4.5, 0.885}, {1.5, 0.1}, {3.25, 0.675}};
    double rate;
    (void)state;
    for (size_t i = 0; i < LENGTH(expected); i++) {
        assert_int_equal(sq_retention(sq_usual_retention, 5, expected[i][0], &rate), SQ_OK);
        assert_near(rate, expected[i][1], 1e-15);
    }
    assert_int_equal(sq_retention(sq_usual_retention, 5, 5.01, &rate), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention(sq_usual_retention, 5, 0.99, &rate), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention(sq_usual_retention, 5, NAN, &rate), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention(sq_usual_retention, 0, 3, &rate), SQ_NO_DATA);
}

static void own_table(void **state)
{
    sq_retention_row mixed[] = {{10, 0.9}, {0, 0}, {5, 1}};
    sq_retention_row twice[] = {{1, 0.1}, {1, 0.2}}, above[] = {{1, 1.01}}, below[] = {{1, -0.01}};
    sq_retention_row missing[] = {{1, NAN}}, endless[] = {{INFINITY, 0.5}}, one[] = {{3, 0.5}};
    sq_retention_row huge[] = {{-1e308, 0}, {1e308, 1}};
    double rate;
    (void)state;
    assert_int_equal(sq_retention_sort(mixed, 3), SQ_OK);
    assert_int_equal(sq_retention(mixed, 3, 2.5, &rate), SQ_OK);
    assert_near(rate, 0.5, 1e-15);
    assert_int_equal(sq_retention(mixed, 3, 7.5, &rate), SQ_OK);
    assert_near(rate, 0.95, 1e-15);
    assert_int_equal(sq_retention_sort(twice, 2), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention_sort(above, 1), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention_sort(below, 1), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention_sort(missing, 1), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention_sort(endless, 1), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention_sort(one, 0), SQ_NO_DATA);
    assert_int_equal(sq_retention_sort(one, 1), SQ_OK);
    assert_int_equal(sq_retention(one, 1, 3, &rate), SQ_OK);
    assert_near(rate, 0.5, 0);
    assert_int_equal(sq_retention(one, 1, 3.1, &rate), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_retention(huge, 2, 0, &rate), SQ_OK);
    assert_near(rate, 0.5, 1e-15);
}

static void expected_of_a_survey(void **state)
{
    const sq_table scores = TABLE(5, 1, 5, 5, NA, 4, 3), nobody = TABLE(2, 1, NA, NA);
    const sq_table two = TABLE(2, 2, 5, 5, 4, 3), outside = TABLE(2, 1, 5, 6);
    const double weights[] = {1, 1, 7, 2, 0}, bad[] = {1, -1, 1, 1, 1};
    double rate, other;
    (void)state;
    assert_int_equal(sq_expected_retention(sq_usual_retention, 5, &scores, NULL, &rate), SQ_OK);
    assert_near(rate, (0.945 + 0.945 + 0.825 + 0.625) / 4, 1e-15);
    assert_int_equal(sq_expected_retention(sq_usual_retention, 5, &two, NULL, &other), SQ_OK);
    assert_near(other, rate, 1e-15); /* in another shape */
    assert_int_equal(sq_expected_retention(sq_usual_retention, 5, &scores, weights, &rate), SQ_OK);
    assert_near(rate, (2 * 0.945 + 2 * 0.825) / 4, 1e-15);
    assert_int_equal(sq_expected_retention(sq_usual_retention, 5, &nobody, NULL, &rate),
                     SQ_NO_DATA);
    assert_int_equal(sq_expected_retention(sq_usual_retention, 5, &outside, NULL, &rate),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_expected_retention(sq_usual_retention, 5, &scores, bad, &rate),
                     SQ_OUT_OF_DOMAIN);
}

static void lifetime_value(void **state)
{
    /* Gupta & Lehmann: rows retention 60, 70, 80, 90 %; columns discount 10, 12, 14, 16 % */
    static const double multiple[4][4] = {{1.20, 1.15, 1.11, 1.07},
                                          {1.75, 1.67, 1.59, 1.52},
                                          {2.67, 2.50, 2.35, 2.22},
                                          {4.50, 4.09, 3.75, 3.46}};
    double value, slow;
    (void)state;
    for (int r = 0; r < 4; r++)
        for (int d = 0; d < 4; d++) {
            assert_int_equal(sq_lifetime_value(1, 0.6 + 0.1 * r, 0.1 + 0.02 * d, NAN, &value),
                             SQ_OK);
            assert_near(value, multiple[r][d], 0.005 + 1e-12);
        }
    for (int years = 0; years <= 30; years++) { /* the sum itself */
        slow = 0;
        for (int t = 1; t <= years; t++)
            slow += 120 * pow(0.85 / 1.07, t);
        assert_int_equal(sq_lifetime_value(120, 0.85, 0.07, years, &value), SQ_OK);
        assert_near(value, slow, 1e-10);
    }
    assert_int_equal(sq_lifetime_value(100, 0.5, 0, NAN, &value), SQ_OK); /* discount 0 */
    assert_near(value, 100, 1e-12);
    assert_int_equal(sq_lifetime_value(100, 0, 0.1, NAN, &value), SQ_OK); /* nobody stays */
    assert_near(value, 0, 0);
    assert_int_equal(sq_lifetime_value(100, 1, 0.25, NAN, &value), SQ_OK); /* all stay for ever */
    assert_near(value, 400, 1e-12);
    assert_int_equal(sq_lifetime_value(100, 1, 0, 7, &value), SQ_OK);
    assert_near(value, 700, 0);
    assert_int_equal(sq_lifetime_value(100, 1, 0, NAN, &value), SQ_UNDEFINED); /* no end */
    assert_int_equal(sq_lifetime_value(100, 1, -0.1, NAN, &value), SQ_UNDEFINED);
}

static void lifetime_value_refuses(void **state)
{
    static const double bad[][4] = {
        {100, 1.1, 0.1, NAN}, {100, -0.1, 0.1, NAN}, {100, 0.5, -1, NAN},      {100, 0.5, 0.1, -1},
        {100, 0.5, 0.1, 1.5}, {INFINITY, 0.5, 0, 1}, {NAN, 0.5, 0.1, 1},       {100, NAN, 0.1, 1},
        {100, 0.5, NAN, 1},   {1e308, 1, -0.9, 9},   {100, 0.5, 0.1, INFINITY}};
    double value;
    (void)state;
    for (size_t i = 0; i < LENGTH(bad); i++)
        assert_int_equal(sq_lifetime_value(bad[i][0], bad[i][1], bad[i][2], bad[i][3], &value),
                         SQ_OUT_OF_DOMAIN);
}

static void cost_of_loss(void **state)
{
    sq_loss loss = {1000, 0.8, 50, 3, 0.1, 0};
    double cost;
    (void)state;
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OK);
    assert_near(cost, 200 * 50 * (1 / 1.1 + 1 / 1.21 + 1 / 1.331), 1e-9);
    loss.replacement = 30;
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OK);
    assert_near(cost, 200 * (50 * (1 / 1.1 + 1 / 1.21 + 1 / 1.331) + 30), 1e-9);
    loss = (sq_loss){5000, 0.785, 120, 1, 0, 0}; /* a year of 1075 lost customers' margins */
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OK);
    assert_near(cost, 129000, 1e-8);
    loss = (sq_loss){1000, 0.8, 50, NAN, 0, 0}; /* no horizon is not taken for one */
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OUT_OF_DOMAIN);
    loss = (sq_loss){1000, 1, 50, 1, 0.1, 30}; /* nobody leaves */
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OK);
    assert_near(cost, 0, 0);
    loss = (sq_loss){1000, 0, 50, 1, 0, 0}; /* all leave, after a year */
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OK);
    assert_near(cost, 50000, 1e-9);
    loss = (sq_loss){0, 0.5, 50, 2, 0.1, 5};
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OK);
    assert_near(cost, 0, 0);
    loss = (sq_loss){1000, 1.2, 50, 2, 0.1, 0};
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OUT_OF_DOMAIN);
    loss = (sq_loss){-1, 0.5, 50, 2, 0.1, 0};
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OUT_OF_DOMAIN);
    loss = (sq_loss){1e300, 0, 1e300, 2, 0.1, 0};
    assert_int_equal(sq_loss_cost(&loss, &cost), SQ_OUT_OF_DOMAIN);
}

static void winning_and_unheard(void **state)
{
    sq_acquisition won = {1000, 20, 50, 100, 2, 11};
    double value;
    (void)state;
    assert_int_equal(sq_acquisition_cost(&won, &value), SQ_OK);
    assert_near(value, (1000 + 1000 + 200) / 11.0, 1e-12);
    won.won = 0;
    assert_int_equal(sq_acquisition_cost(&won, &value), SQ_NO_DATA);
    won = (sq_acquisition){-1, 0, 0, 0, 0, 1};
    assert_int_equal(sq_acquisition_cost(&won, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_unheard(40, 0.04, &value), SQ_OK);
    assert_near(value, 1000, 1e-12);
    assert_int_equal(sq_unheard(0, 0.04, &value), SQ_OK);
    assert_near(value, 0, 0);
    assert_int_equal(sq_unheard(40, 0, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_unheard(40, 1.5, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_unheard(-1, 0.5, &value), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_unheard(1e308, 1e-10, &value), SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_table),
        cmocka_unit_test(own_table),
        cmocka_unit_test(expected_of_a_survey),
        cmocka_unit_test(lifetime_value),
        cmocka_unit_test(lifetime_value_refuses),
        cmocka_unit_test(cost_of_loss),
        cmocka_unit_test(winning_and_unheard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
