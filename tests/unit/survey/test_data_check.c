/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check of the data: each kind of finding on a table made to have it, an obvious slow version
 * on random answers, and the edges.
 */
#include "check.h"
#include "survey/data_check.h"

#include <gsl/gsl_errno.h>
#include <stdbool.h>
#include <time.h>

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define TEXT sq_missing(SQ_TEXT)
#define ERROR_CELL sq_missing(SQ_ERROR_CELL)

enum { MOST = 4000 };

typedef struct findings {
    size_t count, limit;
    sq_finding list[MOST];
} findings;

static findings found;

static sq_status count_duplicates(void *context, const sq_finding *finding)
{
    *(size_t *)context += finding->kind == SQ_FOUND_TWINS ? finding->count : 0;
    return SQ_OK;
}

static sq_status keep(void *context, const sq_finding *finding)
{
    findings *f = context;
    if (f->count == f->limit)
        return SQ_NO_MEMORY;
    f->list[f->count++] = *finding;
    return SQ_OK;
}

static sq_status run(sq_table table, double minimum, double maximum, size_t fewest)
{
    sq_check_options options = {minimum, maximum, fewest};
    found.count = 0;
    found.limit = MOST;
    return sq_check(&table, &options, keep, &found);
}

static void expect(size_t index, sq_finding_kind kind, size_t row, size_t column, size_t count)
{
    assert_true(index < found.count);
    assert_int_equal(found.list[index].kind, kind);
    assert_int_equal(found.list[index].rows[0], row);
    assert_int_equal(found.list[index].column, column);
    assert_int_equal(found.list[index].count, count);
}

static int no_abort(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    return 0;
}

/* Every kind once, in the order of the kinds. */
static void every_kind(void **state)
{
    const double values[] = {5,  1,  TEXT, 3,  2,  3,          //
                             4,  2,  4,    3,  3,  6,          //
                             3,  3,  3,    3,  3,  3,          //
                             NA, NA, NA,   NA, NA, NA,         //
                             2,  4,  2,    3,  3,  ERROR_CELL, //
                             1,  5,  1,    3,  NA, 1,          //
                             4,  2,  4,    3,  3,  6,          //
                             5,  1,  TEXT, 3,  5,  5};
    (void)state;
    assert_int_equal(run((sq_table){values, 8, 6}, 1, 5, 0), SQ_OK);
    expect(0, SQ_FOUND_TEXT, 0, 2, 2);
    assert_reason(found.list[0].value, SQ_UNDEFINED);
    expect(1, SQ_FOUND_ERROR_CELL, 4, 5, 1);
    expect(2, SQ_FOUND_OUT_OF_RANGE, 1, 5, 2);
    assert_near(found.list[2].value, 6, 0);
    expect(3, SQ_FOUND_NOTHING_ANSWERED, 3, SQ_NOWHERE, 1);
    expect(4, SQ_FOUND_BLANK, 5, 4, 1);
    expect(5, SQ_FOUND_CONSTANT_ITEM, SQ_NOWHERE, 3, 7);
    assert_near(found.list[5].value, 3, 0);
    expect(6, SQ_FOUND_AGAINST_OTHERS, SQ_NOWHERE, 1, 4); /* the constant one has no say */
    assert_true(found.list[6].value < -0.5 && found.list[6].value >= -1);
    expect(7, SQ_FOUND_STRAIGHT_LINED, 2, SQ_NOWHERE, 1);
    assert_int_equal(found.list[7].rows[1], SQ_NOWHERE);
    expect(8, SQ_FOUND_TWINS, 6, SQ_NOWHERE, 1);
    assert_int_equal(found.list[8].like[0], 1);
    assert_int_equal(found.count, 9);
}

/* Four people never used a kiosk: their rows are blank. Nothing else is missing (README of the
 * data), and the answers are 1 … 7. */
static void kiosk(void **state)
{
    sq_table p = read_survey(KIOSK, "P1", 24);
    size_t straight = 0;
    (void)state;
    assert_int_equal(run(p, 1, 7, 0), SQ_OK);
    assert_int_equal(found.list[0].kind, SQ_FOUND_NOTHING_ANSWERED);
    assert_int_equal(found.list[0].count, 4);
    for (size_t i = 1; i < found.count; i++)
        assert_true(found.list[i].kind >= SQ_FOUND_AGAINST_OTHERS);
    for (size_t row = 0; row < p.rows; row++) {
        bool same = true;
        for (size_t i = 0; i < 24; i++)
            same = same && sq_row(&p, row)[i] == sq_row(&p, row)[0];
        straight += same;
    }
    assert_int_equal(found.list[1].kind, SQ_FOUND_STRAIGHT_LINED);
    assert_int_equal(found.list[1].count, straight);
    assert_int_equal(run(p, NAN, 6.5, 0), SQ_OK);
    assert_int_equal(found.list[0].kind, SQ_FOUND_OUT_OF_RANGE);
    assert_near(found.list[0].value, 7, 0);
    free((void *)p.values);
}

/* The item turned round is the one reported; an answer out of range does not hide it. */
static void item_against_the_others(void **state)
{
    sq_table p = read_survey(KIOSK, "P1", 24);
    double *values = (double *)p.values;
    size_t against = 0;
    (void)state;
    for (size_t row = 0; row < p.rows; row++)
        values[row * 24 + 10] = 8 - values[row * 24 + 10];
    values[20 * 24 + 10] = 1e9;
    values[20 * 24 + 11] = 1e9;
    assert_int_equal(run(p, 1, 7, 0), SQ_OK);
    for (size_t i = 0; i < found.count; i++)
        if (found.list[i].kind == SQ_FOUND_AGAINST_OTHERS) {
            assert_int_equal(found.list[i].column, 10);
            assert_int_equal(found.list[i].count, 23);
            against++;
        }
    assert_int_equal(against, 1);
    free(values);
}

/* −0 is 0; a blank, a text and an error are all gaps; a gap is not an answer. */
static void what_is_alike(void **state)
{
    const double values[] = {0.0,  1, 2, NA,         5,  //
                             -0.0, 1, 2, TEXT,       5,  //
                             0,    1, 2, ERROR_CELL, 5,  //
                             0,    1, 2, 5,          NA, //
                             3,    0, 5, 4,          1,  //
                             5,    4, 1, 3,          2,  //
                             2,    5, 4, 1,          0,  //
                             4,    3, 0, 2,          3,  //
                             1,    2, 3, 0,          4};
    (void)state;
    assert_int_equal(run((sq_table){values, 9, 5}, NAN, NAN, 3), SQ_OK);
    expect(found.count - 1, SQ_FOUND_TWINS, 1, SQ_NOWHERE, 2);
    assert_int_equal(found.list[found.count - 1].rows[1], 2);
    assert_int_equal(found.list[found.count - 1].rows[2], SQ_NOWHERE);
    assert_int_equal(found.list[found.count - 1].like[0], 0);
    assert_int_equal(found.list[found.count - 1].like[1], 0);
}

static size_t count_kind(sq_finding_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < found.count; i++)
        count += found.list[i].kind == kind ? found.list[i].count : 0;
    return count;
}

/* How few answers are enough: all of a small table but at least 3; 6 of a large one; what is asked.
 */
static void enough_answers(void **state)
{
    enum { ROWS = 40, K = 8 };
    double table[ROWS * K];
    (void)state;
    for (size_t cell = 0; cell < (size_t)ROWS * K; cell++) /* Latin: every point in every column */
        table[cell] = (double)(cell / K * (5 + cell % K * 7) % 41);
    for (size_t i = 0; i < K; i++) {
        table[0 * K + i] = i < 6 ? 2 : NA;
        table[1 * K + i] = i < 3 ? NA : 2;
        table[2 * K + i] = table[3 * K + i] = i < 4 ? (double)i : NA;
    }
    assert_int_equal(run((sq_table){table, ROWS, K}, 0, 40, 0), SQ_OK);
    assert_int_equal(count_kind(SQ_FOUND_STRAIGHT_LINED), 1);
    assert_int_equal(count_kind(SQ_FOUND_TWINS), 0);
    assert_int_equal(run((sq_table){table, ROWS, K}, 0, 40, 4), SQ_OK);
    assert_int_equal(count_kind(SQ_FOUND_STRAIGHT_LINED), 2);
    assert_int_equal(count_kind(SQ_FOUND_TWINS), 1);
    for (size_t items = 2; items <= 3; items++) {
        for (size_t cell = 0; cell < ROWS * items; cell++)
            table[cell] = (double)(cell / items * (5 + cell % items * 7) % 41);
        table[0] = table[1] = table[2] = 3;
        assert_int_equal(run((sq_table){table, ROWS, items}, 0, 40, 0), SQ_OK);
        assert_int_equal(count_kind(SQ_FOUND_STRAIGHT_LINED), items == 3);
    }
}

/* Every pair of rows compared. Every fifth row repeats an earlier one, which may have gaps. */
static void against_a_slow_version(void **state)
{
    enum { ROWS = 500, K = 8 };
    static double values[ROWS * K];
    unsigned seed = 11;
    size_t twins = 0;
    const sq_finding *last;
    (void)state;
    for (size_t cell = 0; cell < (size_t)ROWS * K; cell++) {
        seed = seed * 1664525u + 1013904223u;
        values[cell] = (seed >> 20) % 24 == 0 ? NAN : 1 + (double)((seed >> 24) % 4);
    }
    for (size_t row = 5; row < ROWS; row += 5)
        memcpy(values + row * K, values + row * 7 / 11 * K, K * sizeof *values);
    assert_int_equal(run((sq_table){values, ROWS, K}, NAN, NAN, 3), SQ_OK);
    last = &found.list[found.count - 1];
    assert_int_equal(last->kind, SQ_FOUND_TWINS);
    for (size_t row = 0; row < ROWS; row++) {
        size_t like = SQ_NOWHERE, answered = 0;
        const double *x = values + row * K;
        bool straight = true;
        double first = NAN;
        for (size_t i = 0; i < K; i++) {
            answered += isnan(x[i]) ? 0 : 1;
            first = isnan(first) ? x[i] : first;
            straight = straight && (isnan(x[i]) || x[i] == first);
        }
        for (size_t earlier = 0; earlier < row && like == SQ_NOWHERE; earlier++) {
            bool same = true;
            for (size_t i = 0; i < K; i++) {
                double y = values[earlier * K + i];
                same = same && (isnan(y) ? isnan(x[i]) : x[i] == y);
            }
            like = same ? earlier : like;
        }
        if (like == SQ_NOWHERE || straight || answered < 3)
            continue;
        if (twins < SQ_FIRST_ROWS) {
            assert_int_equal(last->rows[twins], row);
            assert_int_equal(last->like[twins], like);
        }
        twins++;
    }
    assert_int_equal(last->count, twins);
    assert_true(twins > 90);
}

/* A hundred thousand rows, all different or all the same, take no longer than their answers. */
static void many_rows(void **state)
{
    enum { ROWS = 100000, K = 10 };
    double *values = malloc(sizeof *values * ROWS * K);
    sq_check_options options = {NAN, NAN, 0};
    size_t duplicates = 0;
    clock_t start = clock();
    (void)state;
    assert_non_null(values);
    for (size_t row = 0; row < ROWS; row++)
        for (size_t i = 0; i < K; i++) {
            size_t digit = row * 650011 % (1 << 20); /* every row another one */
            for (size_t shift = 0; shift < i; shift++)
                digit /= 4;
            values[row * K + i] = (double)(digit % 4);
        }
    assert_int_equal(
        sq_check(&(sq_table){values, ROWS, K}, &options, count_duplicates, &duplicates), SQ_OK);
    assert_int_equal(duplicates, 0);
    memcpy(values + ROWS / 2 * K, values, ROWS / 2 * K * sizeof *values);
    assert_int_equal(
        sq_check(&(sq_table){values, ROWS, K}, &options, count_duplicates, &duplicates), SQ_OK);
    assert_int_equal(duplicates, ROWS / 2 - 1); /* the first is a straight line of 0 */
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 20);
    free(values);
}

static void edges(void **state)
{
    const double blank[] = {NA, NA, NA, NA}, words[] = {TEXT, TEXT, NA, TEXT};
    const double one[] = {4}, infinite[] = {1, INFINITY, -INFINITY, 2};
    (void)state;
    assert_int_equal(run((sq_table){NULL, 0, 4}, NAN, NAN, 0), SQ_NO_DATA);
    assert_int_equal(run((sq_table){NULL, 4, 0}, NAN, NAN, 0), SQ_NO_DATA);
    assert_int_equal(found.count, 0);
    assert_int_equal(run((sq_table){blank, 2, 2}, NAN, NAN, 0), SQ_NO_DATA);
    assert_int_equal(found.count, 1);
    expect(0, SQ_FOUND_NOTHING_ANSWERED, 0, SQ_NOWHERE, 2);
    assert_int_equal(run((sq_table){words, 2, 2}, NAN, NAN, 0), SQ_NO_DATA);
    assert_int_equal(found.count, 3);
    expect(0, SQ_FOUND_TEXT, 0, 0, 1);
    expect(1, SQ_FOUND_TEXT, 0, 1, 2);
    expect(2, SQ_FOUND_BLANK, 1, 0, 1);
    assert_int_equal(run((sq_table){one, 1, 1}, 1, 5, 0), SQ_OK);
    assert_int_equal(found.count, 0);
    assert_int_equal(run((sq_table){one, 1, 1}, 4, 4, 0), SQ_OUT_OF_DOMAIN);
    assert_int_equal(run((sq_table){one, 1, 1}, 5, 1, 0), SQ_OUT_OF_DOMAIN);
    assert_int_equal(run((sq_table){one, 1, 1}, 4, 5, 0), SQ_OK); /* a limit is in range */
    assert_int_equal(found.count, 0);
    assert_int_equal(run((sq_table){one, 1, 1}, 5, NAN, 0), SQ_OK);
    expect(0, SQ_FOUND_OUT_OF_RANGE, 0, 0, 1);
    assert_int_equal(run((sq_table){infinite, 2, 2}, NAN, NAN, 0), SQ_OK);
    assert_int_equal(count_kind(SQ_FOUND_OUT_OF_RANGE), 2);
}

/* Clean answers have no findings, and what report says ends the check. */
static void clean_and_stopped(void **state)
{
    const double values[] = {1, 2, 1, 2, 2, 3, 4, 4, 3, 5, 5, 4};
    sq_table table = {values, 4, 3};
    sq_check_options options = {1, 3, 0};
    (void)state;
    assert_int_equal(run(table, 1, 5, 0), SQ_OK);
    assert_int_equal(found.count, 0);
    found.limit = 1;
    assert_int_equal(sq_check(&table, &options, keep, &found), SQ_NO_MEMORY);
    assert_int_equal(found.count, 1);
}

static void absences(void **state)
{
    (void)state;
    assert_true(isnan(sq_missing(SQ_BLANK)) && isnan(TEXT) && isnan(ERROR_CELL));
    assert_int_equal(sq_absence_of(sq_missing(SQ_BLANK)), SQ_BLANK);
    assert_int_equal(sq_absence_of(TEXT), SQ_TEXT);
    assert_int_equal(sq_absence_of(ERROR_CELL), SQ_ERROR_CELL);
    assert_int_equal(sq_absence_of(NAN), SQ_BLANK);
    assert_int_equal(sq_absence_of(-NAN), SQ_BLANK);
    assert_int_equal(sq_absence_of(3), SQ_BLANK);
    assert_int_equal(sq_absence_of(sq_error(SQ_NO_MEMORY)), SQ_BLANK);
    assert_reason(TEXT, SQ_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_kind),
                                       cmocka_unit_test(kiosk),
                                       cmocka_unit_test(item_against_the_others),
                                       cmocka_unit_test(what_is_alike),
                                       cmocka_unit_test(enough_answers),
                                       cmocka_unit_test(against_a_slow_version),
                                       cmocka_unit_test(many_rows),
                                       cmocka_unit_test(edges),
                                       cmocka_unit_test(clean_and_stopped),
                                       cmocka_unit_test(absences)};
    return cmocka_run_group_tests(tests, no_abort, NULL);
}
