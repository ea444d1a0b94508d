/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors that have no proper solution: which item, and how many factors would do, against an
 * iteration in R (tests/published/heywood.R); one factor that nothing holds in place.
 */
#include "check.h"
#include "numerics/one_factor.h"
#include "numerics/symmetric.h"
#include "reliability/factors.h"
#include "reliability/reliability.h"

#include <gsl/gsl_errno.h>

static sq_arena memory; /* of the factors of a test */

static sq_table read_set(size_t set)
{
    if (set == 0)
        return read_survey("tests/published/kiosk/kiosk_tidy.csv", "P1", 24);
    if (set == 1)
        return read_survey("tests/published/bank_satisfaction/satisfaction.csv", "imag1", 27);
    return read_survey("tests/published/russett/russa.csv", "gini", 9);
}

/* Every line of the table that R made; the item that passes 1 is told, and the most factors of the
 * lines above that settle. */
static void axes_name_the_item_and_a_number_that_does(void **state)
{
    sq_table expected;
    size_t set = (size_t)-1, proper = 0, improper_lines = 0;
    double *correlation = NULL;
    sq_factors *f = NULL;
    (void)state;
    NOT_UNDER_VALGRIND();
    expected = read_survey("tests/published/heywood.csv", "factors", 3);
    assert_int_equal(expected.rows, 29);
    for (size_t line = 0; line < expected.rows; line++) {
        const double *row = sq_row(&expected, line);
        if (row[0] == 1) {
            sq_table answers = read_set(++set);
            sq_items items = {.minuend = answers, .count = answers.columns, .listwise = true};
            sq_release(&memory);
            correlation = sq_take_table(&memory, items.count, items.count, sizeof *correlation);
            f = sq_factors_in(&memory, items.count);
            assert_non_null(correlation);
            assert_non_null(f);
            assert_int_equal(sq_correlation(&items, correlation, NULL), SQ_OK);
            free((void *)answers.values);
        }
        if (row[1] == 0) {
            double largest = 0;
            assert_int_equal(sq_factors_of_correlation(correlation, (size_t)row[0],
                                                       SQ_PRINCIPAL_AXES, SQ_NO_ROTATION, f),
                             SQ_OK);
            for (size_t i = 0; i < f->k; i++)
                largest = fmax(largest, f->communality[i]);
            assert_near(largest, row[2], 1e-8);
            proper = (size_t)row[0];
            continue;
        }
        improper_lines++;
        assert_int_equal(sq_factors_of_correlation(correlation, (size_t)row[0], SQ_PRINCIPAL_AXES,
                                                   SQ_VARIMAX, f),
                         SQ_NO_CONVERGENCE);
        assert_int_equal(f->count, (size_t)row[0]);
        assert_int_equal(f->improper + 1, (size_t)row[1]);
        assert_int_equal(f->proper, proper);
        assert_true(f->eigenvalue[0] > 1 && f->eigenvalue[0] > f->eigenvalue[1]);
    }
    assert_int_equal(improper_lines, 10);
    sq_release(&memory);
    free((void *)expected.values);
}

/* λ₁² would be 0.8·0.8/0.5 = 1.28: the first item, and fewer than one factor there are not. */
static void no_number_of_factors_does(void **state)
{
    const double heywood[] = {1, 0.8, 0.8, 0.8, 1, 0.5, 0.8, 0.5, 1};
    const double turned[] = {1, 0.5, 0.8, 0.5, 1, 0.8, 0.8, 0.8, 1};
    double loadings[3];
    size_t improper;
    sq_factors *f = sq_factors_in(&memory, 3);
    (void)state;
    assert_non_null(f);
    assert_int_equal(sq_factors_of_correlation(heywood, 1, SQ_PRINCIPAL_AXES, SQ_VARIMAX, f),
                     SQ_NO_CONVERGENCE);
    assert_int_equal(f->improper, 0);
    assert_int_equal(f->proper, 0);
    assert_int_equal(sq_one_factor(heywood, 3, loadings, &improper), SQ_NO_CONVERGENCE);
    assert_int_equal(improper, 0);
    assert_int_equal(sq_one_factor(turned, 3, loadings, &improper), SQ_NO_CONVERGENCE);
    assert_int_equal(improper, 2);
    sq_release(&memory);
}

/* A scale says which of its items it is, counted within the scale. */
static void a_scale_names_its_item(void **state)
{
    /* columns 1, 2, 3 have the correlations above: x, (x + e)/…, made of three contrasts */
    static const double a[] = {1, 1, 1, 1, -1, -1, -1, -1}, b[] = {1, 1, -1, -1, 1, 1, -1, -1};
    static const double c[] = {1, -1, 1, -1, 1, -1, 1, -1};
    const size_t columns[] = {3, 1, 2};
    double answers[8 * 4];
    sq_items items = {.minuend = {answers, 8, 4}, .count = 3, .columns = columns};
    sq_scale scale;
    (void)state;
    for (size_t r = 0; r < 8; r++) {
        answers[r * 4] = 7 * c[r];
        answers[r * 4 + 1] = a[r];                    /* r = 0.8 with both of the others, which */
        answers[r * 4 + 2] = 0.8 * a[r] + 0.6 * b[r]; /* have 0.64 + 0.6·(−0.14/0.6) = 0.5 */
        answers[r * 4 + 3] =
            0.8 * a[r] - 0.14 / 0.6 * b[r] + sqrt(0.36 - 0.14 * 0.14 / 0.36) * c[r];
    }
    assert_int_equal(sq_scale_reliability(&items, &scale), SQ_OK);
    assert_reason(scale.omega, SQ_NO_CONVERGENCE);
    assert_reason(scale.ave, SQ_NO_CONVERGENCE);
    assert_reason(scale.alpha, SQ_OK);
    assert_int_equal(scale.improper, 1); /* the second of 3, 1, 2 */
    items.count = 2;
    assert_int_equal(sq_scale_reliability(&items, &scale), SQ_OK);
    assert_reason(scale.omega, SQ_UNDEFINED);
    assert_int_equal(scale.improper, SQ_NOWHERE);
}

/* Two items share something, the third next to nothing: with 10⁻⁴ the factor is still where it was
 * made, with 10⁻⁶ a shift between the first two costs less than rounding, and there is none. */
static void next_to_undetermined(void **state)
{
    static const struct {
        double third;
        sq_status status;
    } cases[] = {{1e-2, SQ_OK},
                 {1e-4, SQ_OK},
                 {1e-5, SQ_NO_CONVERGENCE},
                 {1e-6, SQ_NO_CONVERGENCE},
                 {1e-7, SQ_NO_CONVERGENCE},
                 {1e-8, SQ_NO_CONVERGENCE}};
    /* where steps of a tamer matrix would come to rest, at one place of many */
    static const double resting[] = {
        1, 0.0010146921953746012,  1.2450090138553674e-08, 0.0010146921953746012,
        1, 1.1198285328758277e-10, 1.2450090138553674e-08, 1.1198285328758277e-10,
        1};
    double anywhere[3];
    (void)state;
    assert_int_equal(sq_one_factor(resting, 3, anywhere, NULL), SQ_NO_CONVERGENCE);
    for (size_t c = 0; c < LENGTH(cases); c++) {
        double made[3] = {0.5, 0.4, cases[c].third}, correlation[9], loadings[3];
        size_t improper;
        for (size_t i = 0; i < 9; i++)
            correlation[i] = i / 3 == i % 3 ? 1 : made[i / 3] * made[i % 3];
        assert_int_equal(sq_one_factor(correlation, 3, loadings, &improper), cases[c].status);
        assert_int_equal(improper, SQ_NOWHERE);
        for (size_t i = 0; cases[c].status == SQ_OK && i < 3; i++)
            assert_near(loadings[i], made[i], 1e-6 * made[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(axes_name_the_item_and_a_number_that_does),
        cmocka_unit_test(no_number_of_factors_does),
        cmocka_unit_test(a_scale_names_its_item),
        cmocka_unit_test(next_to_undetermined),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
