/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loss analysis in Pareto order, periods of dates, and how complaints were dealt with. All figures
 * are worked out by hand beside them.
 */
#include "check.h"
#include "loyalty/complaints.h"
#include "loyalty/losses.h"

/* Nine losses of four kinds: 0 ×2, 1 ×4, 2 ×3, 3 never. */
static const size_t keys[] = {1, 0, 1, 2, 1, 2, 0, 1, 2, SQ_NOWHERE};

static void pareto_by_count(void **state)
{
    sq_loss_kind table[4];
    (void)state;
    assert_int_equal(sq_pareto(keys, NULL, 10, 4, table), SQ_OK);
    assert_int_equal(table[0].kind, 1);
    assert_int_equal(table[1].kind, 2);
    assert_int_equal(table[2].kind, 0);
    assert_int_equal(table[3].kind, 3);
    assert_int_equal(table[3].count, 0);
    assert_near(table[0].share, 4 / 9.0, 1e-15);
    assert_near(table[1].cumulated, 7 / 9.0, 1e-15);
    assert_true(table[2].cumulated == 1 && table[3].cumulated == 1);
    assert_reason(table[0].amount_share, SQ_UNDEFINED);
}

static void pareto_by_amount(void **state)
{
    static const double amounts[] = {10, 100, NA, 30, 20, 30, 100, 0, 10, 999};
    static const double nothing[] = {0, 0, NA, 0, 0, 0, 0, 0, 0, 0};
    sq_loss_kind table[4];
    (void)state;
    assert_int_equal(sq_pareto(keys, amounts, 10, 4, table), SQ_OK);
    assert_int_equal(table[0].kind, 0); /* 200 of 300, two of nine losses */
    assert_int_equal(table[1].kind, 2); /* 70 */
    assert_int_equal(table[2].kind, 1); /* 30 */
    assert_near(table[0].amount, 200, 0);
    assert_near(table[0].amount_share, 2 / 3.0, 1e-15);
    assert_near(table[1].amount_cumulated, 0.9, 1e-15);
    assert_true(table[2].amount_cumulated == 1 && table[3].amount_cumulated == 1);
    assert_near(table[0].share, 2 / 9.0, 1e-15);
    assert_int_equal(table[2].count, 4); /* a missing amount is still a loss */
    assert_int_equal(sq_pareto(keys, nothing, 10, 4, table), SQ_OK);
    assert_int_equal(table[0].kind, 1); /* by count */
    assert_reason(table[0].amount_share, SQ_UNDEFINED);
}

static void pareto_edges(void **state)
{
    static const size_t nobody[] = {SQ_NOWHERE, SQ_NOWHERE}, one[] = {0}, ties[] = {1, 0, 2};
    static const double negative[] = {-1}, endless[] = {INFINITY};
    sq_loss_kind table[3];
    (void)state;
    assert_int_equal(sq_pareto(nobody, NULL, 2, 1, table), SQ_NO_DATA);
    assert_int_equal(sq_pareto(nobody, NULL, 0, 0, table), SQ_NO_DATA);
    assert_int_equal(sq_pareto(one, negative, 1, 1, table), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pareto(one, endless, 1, 1, table), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pareto(one, NULL, 1, 1, table), SQ_OK);
    assert_true(table[0].share == 1 && table[0].cumulated == 1);
    assert_int_equal(sq_pareto(ties, NULL, 3, 3, table), SQ_OK);
    for (size_t k = 0; k < 3; k++)
        assert_int_equal(table[k].kind, k);
}

static void periods(void **state)
{
    static const struct {
        double date;
        const char *day, *quarter;
    } dates[] = {{0, "1899-12-30", "1899-Q4"},      {2, "1900-01-01", "1900-Q1"},
                 {61, "1900-03-01", "1900-Q1"},     {36525, "1999-12-31", "1999-Q4"},
                 {36585, "2000-02-29", "2000-Q1"},  {46095.75, "2026-03-14", "2026-Q1"},
                 {46204, "2026-07-01", "2026-Q3"},  {73050, "2099-12-31", "2099-Q4"},
                 {-0.5, "1899-12-29", "1899-Q4"},   {2958465, "9999-12-31", "9999-Q4"},
                 {-115858, "1582-10-15", "1582-Q4"}};
    char name[24];
    (void)state;
    for (size_t i = 0; i < LENGTH(dates); i++) {
        assert_true(sq_period_name(dates[i].date, SQ_DAY, name, sizeof name));
        assert_string_equal(name, dates[i].day);
        assert_true(sq_period_name(dates[i].date, SQ_QUARTER, name, sizeof name));
        assert_string_equal(name, dates[i].quarter);
    }
    assert_true(sq_period_name(46095, SQ_MONTH, name, sizeof name));
    assert_string_equal(name, "2026-03");
    assert_true(sq_period_name(46095, SQ_YEAR, name, sizeof name));
    assert_string_equal(name, "2026");
    assert_false(sq_period_name(NAN, SQ_YEAR, name, sizeof name));
    assert_false(sq_period_name(1e300, SQ_YEAR, name, sizeof name));
    assert_false(sq_period_name(-1e300, SQ_YEAR, name, sizeof name));
}

/* Amounts below 1 are amounts, and a key beyond the kinds is none of them. */
static void small_amounts(void **state)
{
    static const size_t of[] = {0, 1, 1, 2, 3};
    static const double amounts[] = {0.25, 0.125, 0.0625, 0.0625, 9};
    sq_loss_kind table[3];
    (void)state;
    assert_int_equal(sq_pareto(of, amounts, 5, 3, table), SQ_OK);
    assert_int_equal(table[0].kind, 0); /* by amount, though 1 was lost more often */
    assert_near(table[0].amount_share, 0.5, 0);
    assert_near(table[1].amount_share, 0.375, 0);
    assert_near(table[1].amount_cumulated, 0.875, 0);
    assert_near(table[2].amount_cumulated, 1, 0);
    assert_near(table[1].share, 0.5, 0);
}

/* Equal amounts go by count, equal counts by the order of the kinds. */
static void ties_of_losses(void **state)
{
    static const size_t of[] = {3, 3, 2, 1, 1, 0};
    static const double amounts[] = {2, 2, 4, 3, 1, 4};
    sq_loss_kind table[4];
    (void)state;
    assert_int_equal(sq_pareto(of, amounts, 6, 4, table), SQ_OK); /* 4 of each */
    for (size_t k = 0; k < 4; k++)
        assert_int_equal(table[k].kind, ((const size_t[]){1, 3, 0, 2})[k]);
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* The Gregorian calendar by counting days: each of them through a whole cycle of 400 years, then the
 * first and the last of each month to the end of 9999. */
static void every_day(void **state)
{
    double date = -115858; /* 1582-10-15, where 1899-12-30 is 0 */
    (void)state;
    NOT_UNDER_VALGRIND();
    for (int year = 1582; year <= 9999; year++)
        for (int month = year == 1582 ? 10 : 1; month <= 12; month++)
            for (int day = year == 1582 && month == 10 ? 15 : 1; day <= days_of(year, month);
                 day++, date++) {
                char name[48], expected[48];
                if (year > 2000 && day > 1 && day < days_of(year, month))
                    continue;
                snprintf(expected, sizeof expected, "%04d-%02d-%02d", year, month, day);
                assert_int_equal(sq_period_name(date, SQ_DAY, name, sizeof name), 1);
                if (strcmp(name, expected) != 0)
                    fail_msg("%g is %s, not %s", date, name, expected);
            }
    assert_near(date, 2958466, 0); /* 10000-01-01 */
    assert_int_equal(sq_period_name(date, SQ_DAY, (char[16]){0}, 16), 0);
    assert_int_equal(sq_period_name(date - 0.001, SQ_DAY, (char[16]){0}, 16), 1);
    assert_int_equal(sq_period_name(-115858.001, SQ_DAY, (char[16]){0}, 16), 0);
}

/* Answered after 2, 3 and 1 days, one open. */
static const double opened[] = {10, 11, 12, NA, 13}, closed[] = {12, 14, NA, 99, 14};

static void complaints(void **state)
{
    static const double resolved[] = {1, 0, NA, 1, 1};
    double days[5];
    sq_complaints c;
    (void)state;
    assert_int_equal(sq_complaints_of(opened, closed, resolved, 5, 2, days, &c), SQ_OK);
    assert_int_equal(c.opened, 4);
    assert_int_equal(c.answered, 3);
    assert_int_equal(c.open, 1);
    assert_near(c.answered_rate, 0.75, 0);
    assert_near(c.mean, 2, 1e-15);
    assert_near(c.median, 2, 0);
    assert_near(c.ninety, 2.8, 1e-14); /* type 7 of 1, 2, 3: 1 + 0.9·2 */
    assert_near(c.longest, 3, 0);
    assert_near(c.within_target, 2 / 3.0, 1e-15);
    assert_int_equal(c.resolved, 2);
    assert_int_equal(c.not_stated, 1);
    assert_near(c.resolved_rate, 2 / 3.0, 1e-15);
}

static void complaints_edges(void **state)
{
    static const double none[] = {NA, NA}, before[] = {9, 14, 13, 0, 14}, twice[] = {1, 0, 2, 1, 1};
    static const double endless[] = {INFINITY, 1}, open[] = {NA, NA, NA, NA, NA};
    double days[5];
    sq_complaints c;
    (void)state;
    assert_int_equal(sq_complaints_of(none, none, NULL, 2, NAN, days, &c), SQ_NO_DATA);
    assert_int_equal(sq_complaints_of(opened, before, NULL, 5, NAN, days, &c), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_complaints_of(opened, closed, twice, 5, NAN, days, &c), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_complaints_of(endless, endless, NULL, 2, NAN, days, &c), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_complaints_of(opened, closed, NULL, 5, -1, days, &c), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_complaints_of(opened, open, open, 5, 3, days, &c), SQ_OK);
    assert_near(c.answered_rate, 0, 0);
    assert_reason(c.mean, SQ_NO_DATA);
    assert_reason(c.within_target, SQ_NO_DATA);
    assert_reason(c.resolved_rate, SQ_NO_DATA);
    assert_int_equal(sq_complaints_of(opened, closed, NULL, 5, NAN, days, &c), SQ_OK);
    assert_reason(c.within_target, SQ_UNDEFINED);
    assert_reason(c.resolved_rate, SQ_UNDEFINED);
    assert_int_equal(sq_complaints_of(opened, opened, NULL, 1, 0, days, &c), SQ_OK);
    assert_near(c.ninety, 0, 0); /* the same day */
    assert_near(c.within_target, 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pareto_by_count),  cmocka_unit_test(pareto_by_amount),
        cmocka_unit_test(pareto_edges),     cmocka_unit_test(periods),
        cmocka_unit_test(small_amounts),    cmocka_unit_test(ties_of_losses),
        cmocka_unit_test(every_day),        cmocka_unit_test(complaints),
        cmocka_unit_test(complaints_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
