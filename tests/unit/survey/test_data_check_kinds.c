/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the check of the data sees without being told: each kind on hand-made answers that have it
 * and on answers that only look like it.
 */
#include "survey/findings.h"

#include <stdbool.h>

#define TEXT sq_missing(SQ_TEXT)
#define FIVE_TEXT sq_missing(SQ_TEXT_WITH_NUMBER)

/* ---- The scale. */

static void scales(void **state)
{
    static const struct {
        double minimum, maximum;
    } cases[] = {{1, 5},  {1, 7},  {1, 10}, {0, 10}, {0, 4},
                 {-3, 3}, {-2, 2}, {1, 4},  {1, 9},  {1, 6}};
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (int shift = -1; shift <= 1; shift++) {
            double *values = survey(120, 8, cases[i].minimum, cases[i].maximum, 0.7 * shift);
            run((sq_table){values, 120, 8});
            expect_scale(cases[i].minimum, cases[i].maximum);
            assert_int_equal(count, 1);
            free(values);
        }
}

/* Nobody chose the lowest points: the usual scale all the same, and nothing else. */
static void skewed_and_small(void **state)
{
    (void)state;
    run(TABLE(4, 3, 5, 4, 5, 4, 5, 4, 3, 4, 5, 5, 5, 3));
    expect_scale(1, 5);
    run(TABLE(4, 3, 6, 7, 5, 7, 7, 6, 5, 6, 7, 6, 5, 7));
    expect_scale(1, 7);
    run(TABLE(5, 2, 9, 8, 10, 9, 7, 9, 8, 10, 9, 7));
    expect_scale(1, 10);
    run(TABLE(2, 2, 3, 4, 4, 3)); /* too few */
    assert_int_equal(findings_of(SQ_FOUND_NO_SCALE), 1);
}

static void percentages(void **state)
{
    const double values[] = {20, 35, 80, 90, 45, 60, 75, 85, 10, 95, 50, 99,
                             65, 70, 15, 30, 55, 40, 5,  25, 88, 62, 71, 33};
    (void)state;
    run((sq_table){values, 8, 3});
    expect_scale(0, 100);
    assert_int_equal(count, 1);
}

/* ---- Codes for no answer. */

static void codes(void **state)
{
    static const double cases[] = {-99, 99, 999, -1, 9999, 88};
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (int given = 0; given <= 1; given++) {
            double *values = survey(60, 9, 1, 7, 0.5);
            values[4 * 9 + 1] = values[17 * 9 + 1] = values[30 * 9 + 5] = cases[i];
            run_between((sq_table){values, 60, 9}, given ? 1 : NAN, given ? 7 : NAN);
            if (!given)
                expect_scale(1, 7);
            assert_near(the(SQ_FOUND_CODE)->value, cases[i], 0);
            assert_int_equal(the(SQ_FOUND_CODE)->count, 3);
            assert_int_equal(the(SQ_FOUND_CODE)->column, 1);
            assert_int_equal(the(SQ_FOUND_CODE)->rows[2], 30);
            assert_int_equal(count, given ? 1 : 2);
            free(values);
        }
}

/* Two codes side by side; 0 below 1 to 5; once is a slip; the next point is no code. */
static void codes_and_slips(void **state)
{
    double *values = survey(60, 6, 1, 5, 0.5);
    (void)state;
    values[7] = values[13] = 98;
    values[20] = values[27] = 99;
    values[40] = values[52] = 0;
    values[99] = 55;
    run((sq_table){values, 60, 6});
    expect_scale(1, 5);
    assert_int_equal(findings_of(SQ_FOUND_CODE), 3);
    assert_near(found[1].value, 0, 0);
    assert_near(found[2].value, 98, 0);
    assert_near(found[3].value, 99, 0);
    assert_near(the(SQ_FOUND_OUT_OF_RANGE)->value, 55, 0);
    assert_int_equal(count, 5);
    free(values);
    values = survey(60, 6, 1, 5, 0.5);
    values[7] = values[13] = 6;
    run_between((sq_table){values, 60, 6}, 1, 5);
    assert_int_equal(findings_of(SQ_FOUND_CODE), 0);
    assert_int_equal(findings_of(SQ_FOUND_OUT_OF_RANGE), 1);
    assert_int_equal(count, 1);
    free(values);
}

/* ---- Columns that hold no answers. */

/* A running number, a time, and answers: each seen for what it is. */
static void columns(void **state)
{
    const double values[] = {1, 46000.375, 4, 5, 2, 46000.382, 5, 3, 3, 46000.401, 2, 2,
                             4, 46000.512, 3, 4, 5, 46001.333, 4, 5, 6, 46001.390, 1, 1};
    (void)state;
    run((sq_table){values, 6, 4});
    expect_scale(1, 5);
    assert_int_equal(the(SQ_FOUND_RUNNING_NUMBER)->column, 0);
    assert_int_equal(the(SQ_FOUND_TIME)->column, 1);
    assert_int_equal(count, 3);
}

static void ids(void **state)
{
    enum { ROWS = 40, K = 6 };
    double *values = survey(ROWS, K, 1, 5, 0);
    (void)state;
    for (size_t row = 0; row < ROWS; row++) {
        values[row * K] = 11500000000.0 + (double)(row * 7919 % 10007); /* as tools give them */
        values[row * K + 1] = 1 + (double)(row * 23 % ROWS);            /* 1 to 40, shuffled */
        values[row * K + 2] = 45990 + (double)(row / 9);                /* days */
    }
    run((sq_table){values, ROWS, K});
    expect_scale(1, 5);
    assert_int_equal(findings_of(SQ_FOUND_RUNNING_NUMBER), 2);
    assert_int_equal(the(SQ_FOUND_TIME)->column, 2);
    assert_int_equal(count, 4);
    free(values);
}

/* Ordered answers and a percentage of everybody's own are none. */
static void no_ids(void **state)
{
    const double values[] = {1, 90, 2, 1, 40, 3, 2, 35, 2, 3, 80, 4, 3, 20, 5,
                             4, 60, 3, 4, 10, 4, 5, 70, 1, 5, 55, 2, 5, 65, 3};
    (void)state;
    run((sq_table){values, 10, 3});
    assert_int_equal(findings_of(SQ_FOUND_RUNNING_NUMBER) + findings_of(SQ_FOUND_TIME), 0);
    expect_scale(1, 5);
    assert_int_equal(the(SQ_FOUND_OTHER_SCALE)->column, 1);
    assert_int_equal(count, 2);
}

/* ---- Rows that are no respondents. */

static void totals_and_means(void **state)
{
    static const double answers[] = {5, 4, 3, 3, 4, 4, 2, 1, 3, 4, 5, 2, 1, 2, 5, 3, 3, 1};
    static const double sums[] = {18, 19, 18};
    static const double means[] = {3, 3.17, 3}, sds[] = {1.41, 1.47, 1.41}, ns[] = {6, 6, 6};
    double values[9 * 3];
    (void)state;
    memcpy(values, answers, sizeof answers);
    memcpy(values + 18, sums, sizeof sums);
    run((sq_table){values, 7, 3});
    assert_int_equal(the(SQ_FOUND_SUMMARY_ROWS)->rows[0], 6);
    assert_int_equal(the(SQ_FOUND_SUMMARY_ROWS)->count, 1);
    expect_scale(1, 5);
    memcpy(values + 18, means, sizeof means);
    memcpy(values + 21, sds, sizeof sds);
    memcpy(values + 24, ns, sizeof ns);
    run((sq_table){values, 9, 3});
    assert_int_equal(the(SQ_FOUND_SUMMARY_ROWS)->rows[0], 6);
    assert_int_equal(the(SQ_FOUND_SUMMARY_ROWS)->count, 3);
    assert_int_equal(count, 2);
}

/* A last respondent whose answers are the sum, or the whole mean, of those above. */
static void no_totals(void **state)
{
    (void)state;
    run(TABLE(4, 2, 1, 2, 1, 2, 1, 1, 3, 5));
    assert_int_equal(findings_of(SQ_FOUND_SUMMARY_ROWS), 0);
    run(TABLE(5, 2, 1, 5, 5, 1, 2, 4, 4, 2, 3, 3));
    assert_int_equal(findings_of(SQ_FOUND_SUMMARY_ROWS), 0);
    run(TABLE(7, 1, 0, 2, 1, 0, 3, 1, 7));
    assert_int_equal(findings_of(SQ_FOUND_SUMMARY_ROWS), 0);
}

static void header_rows(void **state)
{
    const double two[] = {TEXT, TEXT, TEXT, TEXT, NA, TEXT, 4, 5, 3, 2, TEXT, 4, 3, 3, 5};
    const double words[] = {4, 5, 3, TEXT, TEXT, TEXT, 2, 3, 4, 3, 3, 5};
    (void)state;
    run((sq_table){two, 5, 3});
    assert_int_equal(the(SQ_FOUND_HEADER_ROWS)->count, 2);
    assert_int_equal(the(SQ_FOUND_HEADER_ROWS)->rows[0], 0);
    assert_int_equal(the(SQ_FOUND_TEXT)->count, 1);
    assert_int_equal(the(SQ_FOUND_TEXT)->rows[0], 3); /* as the table counts */
    assert_int_equal(findings_of(SQ_FOUND_BLANK), 0);
    run((sq_table){words, 4, 3});
    assert_int_equal(findings_of(SQ_FOUND_HEADER_ROWS), 0);
    assert_int_equal(findings_of(SQ_FOUND_TEXT), 3);
}

static void texts_with_numbers(void **state)
{
    const double values[] = {4, 5, FIVE_TEXT, 4, 3, FIVE_TEXT, 2, FIVE_TEXT, TEXT, 1, 2, 2};
    (void)state;
    run((sq_table){values, 4, 3});
    assert_int_equal(findings_of(SQ_FOUND_TEXT_WITH_NUMBER), 2);
    assert_int_equal(the(SQ_FOUND_TEXT)->count, 1);
    assert_int_equal(found[1].column, 1);
    assert_int_equal(found[2].column, 2);
    assert_int_equal(found[2].count, 2);
    assert_int_equal(found[2].rows[0], 0);
    assert_int_equal(found[2].rows[1], 1);
}

/* ---- Scales mixed. */

static void other_scale(void **state)
{
    double *values = survey(50, 5, 1, 5, 0), *ten = survey(50, 5, 0, 10, 0.3);
    (void)state;
    run(TABLE(6, 3, 5, 4, 90, 3, 4, 40, 2, 1, 35, 4, 5, 80, 1, 2, 20, 3, 3, 60));
    expect_scale(1, 5);
    assert_int_equal(the(SQ_FOUND_OTHER_SCALE)->column, 2);
    assert_near(the(SQ_FOUND_OTHER_SCALE)->value, 20, 0);
    assert_near(the(SQ_FOUND_OTHER_SCALE)->other, 90, 0);
    assert_int_equal(count, 2);
    for (size_t row = 0; row < 50; row++)
        values[row * 5 + 4] = ten[row * 5 + 4]; /* recommendation beside five points */
    run((sq_table){values, 50, 5});
    expect_scale(1, 5);
    assert_int_equal(the(SQ_FOUND_OTHER_SCALE)->column, 4);
    assert_int_equal(count, 2);
    run_between((sq_table){values, 50, 5}, 1, 5);
    assert_int_equal(the(SQ_FOUND_OTHER_SCALE)->column, 4);
    free(values);
    free(ten);
}

static void not_whole(void **state)
{
    double *values = survey(50, 5, 1, 5, 0);
    (void)state;
    values[33] = 3.5;
    run((sq_table){values, 50, 5});
    assert_int_equal(the(SQ_FOUND_NOT_WHOLE)->column, 3);
    assert_int_equal(the(SQ_FOUND_NOT_WHOLE)->rows[0], 6);
    assert_near(the(SQ_FOUND_NOT_WHOLE)->value, 3.5, 0);
    assert_int_equal(count, 2);
    for (size_t row = 0; row < 50; row++)
        for (size_t i = 0; i < 4; i++)
            values[row * 5 + i] += 0.25; /* most items: then it is their way */
    run_between((sq_table){values, 50, 5}, 1, 6);
    assert_int_equal(findings_of(SQ_FOUND_NOT_WHOLE), 0);
    free(values);
}

static void not_nps(void **state)
{
    (void)state;
    run_between(TABLE(8, 1, 5, 4, 4, 3, 5, 5, 2, 4), 0, 10);
    assert_near(the(SQ_FOUND_NOT_NPS)->value, 5, 0);
    run_between(TABLE(8, 1, 5, 4, 4, 3, 5, 6, 2, 4), 0, 10);
    assert_int_equal(findings_of(SQ_FOUND_NOT_NPS), 0);
    run_between(TABLE(3, 1, 5, 4, 4), 0, 10); /* three may all be dissatisfied */
    assert_int_equal(findings_of(SQ_FOUND_NOT_NPS), 0);
    run_between(TABLE(8, 1, 5, 4, 4, 3, 5, 5, 2, 4), 1, 5);
    assert_int_equal(count, 0);
}

/* ---- Items against each other. */

static void opposed(void **state)
{
    double *values = survey(80, 6, 1, 5, 0);
    (void)state;
    for (size_t row = 0; row < 80; row++) {
        values[row * 6 + 1] = 6 - values[row * 6 + 1];
        values[row * 6 + 4] = 6 - values[row * 6 + 4];
    }
    run((sq_table){values, 80, 6});
    assert_int_equal(findings_of(SQ_FOUND_AGAINST_OTHERS), 2);
    assert_int_equal(found[1].column, 1);
    assert_int_equal(found[2].column, 4);
    assert_true(found[1].value < 0 && found[1].opposed != 4);
    for (size_t row = 0; row < 80; row++)
        for (size_t i = 0; i < 6; i += i == 0 ? 2 : i == 3 ? 2 : 1)
            values[row * 6 + i] = 6 - values[row * 6 + i]; /* the other four: all agree again */
    run((sq_table){values, 80, 6});
    assert_int_equal(findings_of(SQ_FOUND_AGAINST_OTHERS), 0);
    free(values);
}

/* Of two opposed items among three that one, not both; of two alone one, with the other. */
static void one_of_two(void **state)
{
    const double three[] = {1, 5, 1, 2, 4, 2, 3, 3, 3, 4, 2, 4, 5, 1, 5, 5, 2, 4, 1, 4, 2, 2, 5, 1};
    const double two[] = {1, 5, 2, 4, 3, 3, 4, 2, 5, 1, 5, 2, 1, 4, 2, 5};
    (void)state;
    run((sq_table){three, 8, 3});
    assert_int_equal(the(SQ_FOUND_AGAINST_OTHERS)->column, 1);
    run((sq_table){two, 8, 2});
    assert_int_equal(the(SQ_FOUND_AGAINST_OTHERS)->count, 1);
    assert_int_equal(the(SQ_FOUND_AGAINST_OTHERS)->opposed + the(SQ_FOUND_AGAINST_OTHERS)->column,
                     1);
}

/* ---- Chance. */

/* Many answered all alike: they do not make themselves likely. */
static void many_straight_lines(void **state)
{
    double *values = survey(100, 10, 1, 5, 0);
    size_t straight = 0;
    (void)state;
    for (size_t row = 0; row < 30; row++)
        for (size_t i = 0; i < 10; i++)
            values[row * 10 + i] = 5;
    for (size_t row = 0; row < 100; row++) {
        bool same = true;
        for (size_t i = 1; i < 10; i++)
            same = same && values[row * 10 + i] == values[row * 10];
        straight += same;
    }
    run((sq_table){values, 100, 10});
    assert_int_equal(the(SQ_FOUND_STRAIGHT_LINED)->count, straight);
    assert_true(the(SQ_FOUND_STRAIGHT_LINED)->value < 1);
    assert_int_equal(count, 2);
    free(values);
}

/* Respondents entered twice, under other numbers. */
static void entered_twice(void **state)
{
    enum { ROWS = 60, K = 13 };
    double *values = survey(ROWS, K, 1, 5, 0);
    (void)state;
    memcpy(values + 50 * K, values + 10 * K, 4 * K * sizeof *values);
    for (size_t row = 0; row < ROWS; row++)
        values[row * K] = (double)(row + 101);
    run((sq_table){values, ROWS, K});
    assert_int_equal(the(SQ_FOUND_TWINS)->count, 4);
    assert_int_equal(the(SQ_FOUND_TWINS)->rows[0], 50);
    assert_int_equal(the(SQ_FOUND_TWINS)->like[0], 10);
    assert_int_equal(the(SQ_FOUND_TWINS)->rows[2], 52);
    assert_int_equal(count, 3);
    free(values);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(scales),
                                       cmocka_unit_test(skewed_and_small),
                                       cmocka_unit_test(percentages),
                                       cmocka_unit_test(codes),
                                       cmocka_unit_test(codes_and_slips),
                                       cmocka_unit_test(columns),
                                       cmocka_unit_test(ids),
                                       cmocka_unit_test(no_ids),
                                       cmocka_unit_test(totals_and_means),
                                       cmocka_unit_test(no_totals),
                                       cmocka_unit_test(header_rows),
                                       cmocka_unit_test(texts_with_numbers),
                                       cmocka_unit_test(other_scale),
                                       cmocka_unit_test(not_whole),
                                       cmocka_unit_test(not_nps),
                                       cmocka_unit_test(opposed),
                                       cmocka_unit_test(one_of_two),
                                       cmocka_unit_test(many_straight_lines),
                                       cmocka_unit_test(entered_twice)};
    return cmocka_run_group_tests(tests, no_abort, NULL);
}
