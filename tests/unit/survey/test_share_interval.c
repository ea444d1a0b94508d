/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interval of a share: against R (tests/published/share_interval.R), scale of weights, order, edges.
 */
#include "check.h"
#include "reference.h"
#include "survey/share_interval.h"

#define FIGURES "tests/published/share_interval.csv"

static void against_r(const char *name, const sq_share *got)
{
    char key[64];
    snprintf(key, sizeof key, "%s.lower", name);
    assert_near(got->lower, reference(FIGURES, key), 1e-13);
    snprintf(key, sizeof key, "%s.upper", name);
    assert_near(got->upper, reference(FIGURES, key), 1e-13);
}

static sq_share share(const sq_table *answers, const double *weights, double from, double to,
                      double level)
{
    sq_share out;
    assert_int_equal(sq_share_interval(answers, weights, from, to, level, &out), SQ_OK);
    return out;
}

/* of n answers so many are 5, the others 2 */
static sq_share simple(size_t inside, size_t n, double level)
{
    double answers[32];
    sq_table table = {answers, n, 1};
    for (size_t i = 0; i < n; i++)
        answers[i] = i < inside ? 5 : 2;
    return share(&table, NULL, 4, INFINITY, level);
}

static void like_r(void **state)
{
    sq_share got = simple(7, 20, 0.95);
    (void)state;
    assert_near(got.n, 20, 1e-12);
    against_r("7.20", &got);
    got = simple(7, 20, 0.9);
    against_r("7.20.90", &got);
    got = simple(0, 12, 0.95);
    against_r("0.12", &got);
    assert_near(got.lower, 0, 0);
    got = simple(12, 12, 0.95);
    against_r("12.12", &got);
    assert_near(got.upper, 1, 0);
    got = simple(1, 1, 0.95);
    against_r("1.1", &got);
}

static void surveys(void **state)
{
    sq_table kiosk = read_survey("tests/published/kiosk/kiosk_tidy.csv", "P1", 1);
    sq_table holes = read_survey("tests/published/kiosk/perceptions_holes.csv", "P1", 4);
    double weights[300], other[300];
    sq_share got = share(&kiosk, NULL, 6, INFINITY, 0.95), scaled;
    (void)state;
    against_r("kiosk.P1.6", &got);
    got = share(&kiosk, NULL, 3, 5, 0.95);
    against_r("kiosk.P1.3.5", &got);
    got = share(&holes, NULL, 6, INFINITY, 0.95);
    against_r("holes", &got);
    for (size_t i = 0; i < holes.rows; i++) {
        weights[i] = 1 + (double)((i + 1) % 3);
        other[i] = 1e300 * weights[i];
    }
    got = share(&holes, weights, 6, INFINITY, 0.95);
    against_r("holes.weighted", &got);
    scaled = share(&holes, other, 6, INFINITY, 0.95);
    assert_near(scaled.lower, got.lower, 1e-14);
    free((void *)kiosk.values);
    free((void *)holes.values);
}

static void edges(void **state)
{
    const double answers[] = {NA, 0.1 + 0.2, NA, 9, 1e308, 3}, weights[] = {1, 2, 0},
                 wrong[] = {1, -1, 1};
    sq_table three = {answers, 3, 1}, none = {answers, 1, 1}, infinite = TABLE(1, 1, INFINITY);
    sq_share out = share(&three, NULL, 0.3, 0.3, 0.95);
    (void)state;
    assert_near(out.share, 1, 0); /* 0.3 but for rounding */
    assert_near(out.n, 1, 0);
    assert_int_equal(sq_share_interval(&none, NULL, 1, 5, 0.95, &out), SQ_NO_DATA);
    assert_int_equal(sq_share_interval(&(sq_table){answers, 0, 1}, NULL, 1, 5, 0.95, &out),
                     SQ_NO_DATA);
    assert_int_equal(sq_share_interval(&three, wrong, 1, 5, 0.95, &out), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_share_interval(&three, NULL, 5, 1, 0.95, &out), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_share_interval(&three, NULL, 1, 5, 1, &out), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_share_interval(&infinite, NULL, 1, 5, 0.95, &out), SQ_OUT_OF_DOMAIN);
    three = (sq_table){answers + 3, 3, 1};
    out = share(&three, weights, 9, INFINITY, 0.95); /* the third does not count */
    assert_near(out.share, 1, 0);
    assert_near(out.n, 9.0 / 5, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_r),
        cmocka_unit_test(surveys),
        cmocka_unit_test(edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
