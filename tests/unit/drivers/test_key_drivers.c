/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Key drivers: against R (tests/published/key_drivers.R: lm, svyglm, relative weights by eigen, Shapley shares from all
 * orders of lm), sums, order, shift and scale, repeatable resamples, and the edges.
 */
#include "check.h"
#include "drivers/key_drivers.h"
#include "reference.h"

#include <gsl/gsl_errno.h>

#define FIGURES "tests/published/key_drivers.csv"
#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define BANK "tests/published/bank_satisfaction/satisfaction.csv"

enum { MOST = 24, ROWS = 300 };

static double figure(const char *name, const char *of, size_t at)
{
    return reference_of(FIGURES, name, of, at);
}

static const sq_drivers_options plain = {.level = 0.95, .shapley = true};

static void against_r(const char *name, const sq_driver driver[], size_t k, const sq_drivers *fit)
{
    assert_int_equal(fit->n, figure(name, "n", 0));
    assert_near(fit->r2, figure(name, "r2", 0), 1e-12);
    assert_near(fit->intercept, figure(name, "intercept", 0), 1e-10);
    assert_near(fit->intercept_se, figure(name, "intercept_se", 0), 1e-10);
    for (size_t i = 0; i < k; i++) {
        assert_near(driver[i].r, figure(name, "r", i + 1), 1e-12);
        assert_near(driver[i].b, figure(name, "b", i + 1), 1e-11);
        assert_near(driver[i].se, figure(name, "se", i + 1), 1e-11);
        assert_near(driver[i].t, figure(name, "t", i + 1), 1e-9);
        assert_near(driver[i].beta, figure(name, "beta", i + 1), 1e-11);
        assert_near(driver[i].vif, figure(name, "vif", i + 1), 1e-10);
        assert_near(driver[i].weight, figure(name, "weight", i + 1), 1e-12);
        assert_near(driver[i].share, driver[i].weight / fit->r2, 1e-12);
    }
}

static void tests_like_r(const char *name, const sq_driver driver[], size_t k,
                         const sq_drivers *fit)
{
    assert_near(fit->adjusted_r2, figure(name, "adjusted", 0), 1e-12);
    assert_near(fit->f, figure(name, "f", 0), 1e-9);
    assert_near(fit->p / figure(name, "f.p", 0), 1, 1e-9);
    assert_near(fit->residual_sd, figure(name, "sigma", 0), 1e-11);
    for (size_t i = 0; i < k; i++)
        assert_near(driver[i].p / figure(name, "p", i + 1), 1, 1e-8);
}

static void kiosk(size_t k, const double *weights, sq_driver driver[], sq_drivers *fit)
{
    sq_table overall = read_survey(KIOSK, "Y1_satisfied", 1),
             attributes = read_survey(KIOSK, "SAT1", k);
    sq_drivers_options options = plain;
    options.case_weights = weights;
    assert_int_equal(sq_key_drivers(overall.values, &attributes, &options, driver, fit), SQ_OK);
    free((void *)overall.values);
    free((void *)attributes.values);
}

static void like_r(void **state)
{
    sq_driver driver[MOST];
    sq_drivers fit;
    double sum = 0, shapley = 0, weights[ROWS];
    (void)state;
    kiosk(5, NULL, driver, &fit);
    against_r("five", driver, 5, &fit);
    tests_like_r("five", driver, 5, &fit);
    for (size_t i = 0; i < 5; i++) {
        assert_near(driver[i].shapley, figure("five", "shapley", i + 1), 1e-12);
        sum += driver[i].weight;
        shapley += driver[i].shapley;
    }
    assert_near(sum, fit.r2, 1e-13);
    assert_near(shapley, fit.r2, 1e-13);
    assert_near(driver[2].rank, 1, 0);
    kiosk(24, NULL, driver, &fit);
    against_r("all", driver, 24, &fit);
    tests_like_r("all", driver, 24, &fit);
    assert_reason(driver[0].shapley, SQ_UNDEFINED); /* above twenty */
    for (size_t i = 0; i < ROWS; i++)
        weights[i] = 1e200 * (1 + (double)((i + 1) % 3));
    kiosk(5, weights, driver, &fit);
    against_r("weighted", driver, 5, &fit);
}

static void bank_with_holes(void **state)
{
    sq_table overall = read_survey(BANK, "sat1", 1), image = read_survey(BANK, "imag1", 5);
    sq_driver driver[5];
    sq_drivers fit;
    (void)state;
    for (size_t row = 6; row < image.rows; row += 7)
        ((double *)image.values)[row * 5 + 1] = NA;
    assert_int_equal(sq_key_drivers(overall.values, &image, &plain, driver, &fit), SQ_OK);
    against_r("bank", driver, 5, &fit);
    tests_like_r("bank", driver, 5, &fit);
    free((void *)overall.values);
    free((void *)image.values);
}

/* Twenty attributes: the shares add up to R², and those of equal attributes are equal. */
static void many_shapley_shares(void **state)
{
    sq_driver driver[MOST];
    sq_drivers fit;
    double sum = 0;
    (void)state;
    kiosk(20, NULL, driver, &fit);
    for (size_t i = 0; i < 20; i++)
        sum += driver[i].shapley;
    assert_near(sum, fit.r2, 1e-12);
}

static void order_shift_scale(void **state)
{
    sq_table overall = read_survey(KIOSK, "Y1_satisfied", 1), four = read_survey(KIOSK, "SAT1", 4);
    double other[ROWS * 4], y[ROWS];
    sq_driver driver[4], turned[4];
    sq_drivers fit, fit_turned;
    (void)state;
    for (size_t row = 0; row < four.rows; row++) {
        size_t to = four.rows - 1 - row;
        y[to] = 1e100 * overall.values[row];
        for (size_t i = 0; i < 4; i++)
            other[to * 4 + 3 - i] = (i == 1 ? -1e-5 : 3) * four.values[row * 4 + i] + 40;
    }
    assert_int_equal(sq_key_drivers(overall.values, &four, &plain, driver, &fit), SQ_OK);
    assert_int_equal(
        sq_key_drivers(y, &(sq_table){other, four.rows, 4}, &plain, turned, &fit_turned), SQ_OK);
    assert_near(fit_turned.r2, fit.r2, 1e-10);
    for (size_t i = 0; i < 4; i++) {
        double scale = i == 1 ? -1e-5 : 3;
        assert_near(turned[3 - i].b * scale / 1e100, driver[i].b, 1e-9);
        assert_near(turned[3 - i].t * (i == 1 ? -1 : 1), driver[i].t, 1e-8);
        assert_near(turned[3 - i].weight, driver[i].weight, 1e-10);
        assert_near(turned[3 - i].shapley, driver[i].shapley, 1e-10);
    }
    free((void *)overall.values);
    free((void *)four.values);
}

static void intervals(void **state)
{
    sq_table overall = read_survey(KIOSK, "Y1_satisfied", 1), five = read_survey(KIOSK, "SAT1", 5);
    sq_drivers_options options = {.level = 0.9, .resamples = 200, .seed = 7};
    sq_driver driver[5], again[5];
    sq_drivers fit;
    (void)state;
    assert_int_equal(sq_key_drivers(overall.values, &five, &options, driver, &fit), SQ_OK);
    assert_int_equal(sq_key_drivers(overall.values, &five, &options, again, &fit), SQ_OK);
    for (size_t i = 0; i < 5; i++) {
        assert_near(again[i].lower, driver[i].lower, 0);
        assert_true(driver[i].lower > 0 && driver[i].lower < driver[i].share);
        assert_true(driver[i].upper > driver[i].share && driver[i].upper < 1);
        assert_reason(driver[i].shapley, SQ_UNDEFINED); /* not asked for */
    }
    options.seed = 8;
    assert_int_equal(sq_key_drivers(overall.values, &five, &options, again, &fit), SQ_OK);
    assert_true(again[0].lower != driver[0].lower);
    assert_true(fabs(again[0].lower - driver[0].lower) < 0.05);
    free((void *)overall.values);
    free((void *)five.values);
}

static void edges(void **state)
{
    const double y[] = {1, 2, 3, 5, 4, NA}, same[] = {3, 3, 3, 3, 3, 3};
    sq_table sum = TABLE(6, 3, 1, 2, 3, 2, 1, 3, 4, 1, 5, 3, 3, 6, 1, 1, 2, 9, 9, 9);
    sq_table one = TABLE(6, 2, 1, 4, 2, 4, 4, 4, 3, 4, 5, 4, 9, 4),
             line = TABLE(6, 1, 1, 2, 3, 5, 4, 7);
    sq_drivers_options options = plain;
    sq_driver driver[3];
    sq_drivers fit;
    (void)state;
    assert_int_equal(sq_key_drivers(y, &sum, &options, driver, &fit), SQ_OK);
    assert_int_equal(fit.determined, 2); /* the sum of the two before it */
    assert_reason(driver[0].b, SQ_UNDEFINED);
    assert_true(fabs(driver[0].r) < 1);
    assert_int_equal(sq_key_drivers(y, &one, &options, driver, &fit), SQ_OK);
    assert_int_equal(fit.determined, 1); /* constant */
    assert_reason(driver[1].r, SQ_UNDEFINED);
    assert_int_equal(sq_key_drivers(same, &line, &options, driver, &fit), SQ_OK);
    assert_reason(fit.r2, SQ_UNDEFINED);
    assert_int_equal(sq_key_drivers(y, &line, &options, driver, &fit), SQ_OK);
    assert_near(fit.r2, 1, 0);
    assert_near(driver[0].b, 1, 1e-14);
    assert_near(driver[0].se, 0, 0);
    assert_reason(driver[0].p, SQ_UNDEFINED);
    assert_near(driver[0].shapley, 1, 1e-14);
    sum.rows = 4;
    assert_int_equal(sq_key_drivers(y, &sum, &options, driver, &fit), SQ_UNDEFINED);
    sum.rows = 0;
    assert_int_equal(sq_key_drivers(y, &sum, &options, driver, &fit), SQ_NO_DATA);
    options.level = 1;
    assert_int_equal(sq_key_drivers(y, &line, &options, driver, &fit), SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_r),
        cmocka_unit_test(bank_with_holes),
        cmocka_unit_test(many_shapley_shares),
        cmocka_unit_test(order_shift_scale),
        cmocka_unit_test(intervals),
        cmocka_unit_test(edges),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
