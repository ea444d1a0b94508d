/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check of the data on published surveys, in which there is nothing but what their descriptions
 * say, on a large one, and on numbers as large as cells can hold.
 */
#include "survey/findings.h"

#include <time.h>

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define BANK "tests/published/bank_satisfaction/satisfaction.csv"
#define MOBI "tests/published/mobi/mobi.csv"
#define RUSSETT "tests/published/russett/russa.csv"
#define KANO "tests/published/kano_features/storage--cohort1-coded.csv"

/* ---- Published surveys. */

static void published(void **state)
{
    static const struct {
        const char *path, *first;
        size_t items;
        double minimum, maximum;
    } cases[] = {
        {KIOSK, "E1", 24, 1, 7},          {KIOSK, "P1", 24, 1, 7},    {KIOSK, "E1", 48, 1, 7},
        {KIOSK, "IMP1", 24, 1, 7},        {KIOSK, "SAT1", 24, 1, 7},  {KIOSK, "KF1", 29, 1, 5},
        {KIOSK, "KD1", 29, 1, 5},         {KIOSK, "E1", 4, 1, 7},     {KIOSK, "P9", 4, 1, 7},
        {KIOSK, "Y1_satisfied", 4, 1, 5}, {BANK, "imag1", 27, 0, 10}, {BANK, "imag1", 5, 0, 10},
        {BANK, "expe1", 5, 0, 10},        {BANK, "sat1", 4, 0, 10},   {BANK, "loy1", 4, 0, 10},
        {MOBI, "CUEX1", 24, 1, 10},       {MOBI, "CUSA1", 3, 1, 10},  {MOBI, "PERV1", 2, 1, 10}};
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        sq_table table = read_survey(cases[c].path, cases[c].first, cases[c].items);
        run(table);
        expect_scale(cases[c].minimum, cases[c].maximum);
        for (size_t i = 0; i < count; i++)
            if (found[i].kind != SQ_FOUND_SCALE && found[i].kind != SQ_FOUND_NOTHING_ANSWERED &&
                found[i].kind != SQ_FOUND_STRAIGHT_LINED && found[i].kind != SQ_FOUND_TWINS)
                fail_msg("%s %s: kind %d", cases[c].path, cases[c].first, (int)found[i].kind);
        if (cases[c].items < 6) /* a few items of one construct: honest answers look like this */
            assert_int_equal(findings_of(SQ_FOUND_STRAIGHT_LINED) + findings_of(SQ_FOUND_TWINS), 0);
        free((void *)table.values);
    }
}

/* Importance from 1 to 9 beside pairs of 1 to 5; figures of countries. */
static void published_mixtures(void **state)
{
    sq_table table = read_survey(KANO, "F1_functional", 15);
    (void)state;
    run(table);
    expect_scale(1, 5);
    assert_int_equal(findings_of(SQ_FOUND_OTHER_SCALE), 5);
    for (size_t i = 0; i < count; i++)
        if (found[i].kind == SQ_FOUND_OTHER_SCALE)
            assert_int_equal(found[i].column % 3, 2);
    free((void *)table.values);
    table = read_survey(RUSSETT, "gini", 9);
    run(table);
    assert_int_equal(findings_of(SQ_FOUND_NO_SCALE), 1);
    assert_int_equal(findings_of(SQ_FOUND_OUT_OF_RANGE) + findings_of(SQ_FOUND_CODE), 0);
    free((void *)table.values);
}

/* 100,000 × 44, with everything there is to compute: well under a second. */
static void large(void **state)
{
    enum { ROWS = 100000, K = 44 };
    double *values;
    clock_t start;
    double seconds;
    (void)state;
    NOT_UNDER_VALGRIND();
    values = survey(ROWS, K, 1, 7, 0.4);
    for (size_t i = 0; i < K; i++) {
        values[5 * K + i] = 4;
        values[10 * K + i] = (double)(1 + i % 2 * 6); /* as nobody answers */
    }
    memcpy(values + 99000 * (size_t)K, values + 10 * K, K * sizeof *values);
    start = clock();
    run((sq_table){values, ROWS, K});
    seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    print_message("%d × %d: %.2f s\n", ROWS, K, seconds);
    assert_true(seconds < 15); /* under the sanitizers and valgrind, too */
    expect_scale(1, 7);
    free(values);
}

/* Numbers as large as a cell can hold end nothing. */
static void extremes(void **state)
{
    const double huge[] = {1e308, -1e308, 3, 4, -1e308, 1e308, 5, 1e308,
                           2,     3,      1, 2, 1e308,  4,     3, -1e308};
    (void)state;
    for (size_t rows = 1; rows <= 4; rows++)
        for (size_t k = 1; k <= 4; k++) {
            run((sq_table){huge, rows, k});
            run_between((sq_table){huge, rows, k}, 1, 5);
            run_between((sq_table){huge, rows, k}, -1e308, 1e308);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(published),
                                       cmocka_unit_test(published_mixtures),
                                       cmocka_unit_test(large), cmocka_unit_test(extremes)};
    return cmocka_run_group_tests(tests, no_abort, NULL);
}
