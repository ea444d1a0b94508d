/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What missing answers, case weights and Kaiser's rows do to reliability and factors: against psych and base R
 * (tests/published/missing_answers.R).
 */
#include "check.h"
#include "numerics/rotation.h"
#include "reference.h"
#include "reliability/factors.h"
#include "reliability/reliability.h"

#include <gsl/gsl_errno.h>

#define FIGURES "tests/published/missing_answers.csv"
#define HOLES "tests/published/kiosk/perceptions_holes.csv"

enum { SIX = 6, MOST = 300 };

static double figure(const char *name, const char *of, size_t at)
{
    return reference_of(FIGURES, name, of, at);
}

static void adequacy(const sq_items *items, const char *name)
{
    double overall, each[SIX];
    sq_bartlett_test test;
    assert_int_equal(sq_kmo(items, &overall, each), SQ_OK);
    assert_near(overall, figure(name, "kmo", 0), 1e-11);
    for (size_t i = 0; i < items->count; i++)
        assert_near(each[i], figure(name, "msa", i + 1), 1e-11);
    assert_int_equal(sq_bartlett(items, &test), SQ_OK);
    assert_near(test.chi_square, figure(name, "bartlett", 1), 1e-9);
    assert_near(test.p / figure(name, "bartlett", 3), 1, 1e-8);
    assert_int_equal(test.n, figure(name, "n", 0));
}

static void like_psych(void **state)
{
    const double answers[] = {5, 4, 5, 4,  3, 3, 4, 3, 4, 4,  4, 5, 2, 1, 2, 2,
                              1, 2, 1, NA, 4, 5, 3, 4, 5, NA, 4, 4, 2, 3, 3, 1};
    sq_table survey = read_survey(HOLES, "P1", SIX);
    sq_items small = {.minuend = {answers, 8, 4}, .count = 4},
             six = {.minuend = survey, .count = SIX};
    sq_factors *factors;
    SQ_SCRATCH(memory);
    (void)state;
    adequacy(&small, "small.pair");
    adequacy(&six, "six.pair");
    factors = sq_factors_in(&memory, SIX);
    assert_int_equal(sq_factor_analysis(&six, 2, SQ_PRINCIPAL_COMPONENTS, SQ_VARIMAX, factors),
                     SQ_OK);
    for (size_t i = 0; i < SIX; i++)
        assert_near(factors->eigenvalue[i], figure("six.pair", "eigenvalue", i + 1), 1e-12);
    small.listwise = six.listwise = true;
    adequacy(&small, "small.comp");
    adequacy(&six, "six.comp");
    assert_int_equal(sq_factor_analysis(&six, 2, SQ_PRINCIPAL_COMPONENTS, SQ_VARIMAX, factors),
                     SQ_OK);
    for (size_t i = 0; i < SIX; i++)
        assert_near(factors->eigenvalue[i], figure("six.comp", "eigenvalue", i + 1), 1e-12);
    free((void *)survey.values);
}

static void listwise(void **state)
{
    sq_table survey = read_survey(HOLES, "P1", SIX);
    sq_items six = {.minuend = survey, .count = SIX, .listwise = true};
    sq_item_statistics items[SIX];
    sq_scale scale;
    double lower, upper, omega;
    (void)state;
    assert_int_equal(sq_item_analysis(&six, items), SQ_OK);
    for (size_t i = 0; i < SIX; i++) {
        assert_int_equal(items[i].n, figure("listwise", "n", 0));
        assert_near(items[i].mean, figure("listwise", "mean", i + 1), 1e-12);
        assert_near(items[i].sd, figure("listwise", "sd", i + 1), 1e-12);
        assert_near(items[i].item_rest, figure("listwise", "item_rest", i + 1), 1e-12);
        assert_near(items[i].alpha_without, figure("listwise", "alpha_without", i + 1), 1e-12);
    }
    assert_int_equal(sq_scale_reliability(&six, &scale), SQ_OK);
    assert_near(scale.alpha, figure("listwise", "alpha", 0), 1e-12);
    assert_near(scale.standardised_alpha, figure("listwise", "standardised", 0), 1e-12);
    assert_near(scale.mean_r, figure("listwise", "mean_r", 0), 1e-12);
    assert_near(scale.omega, figure("listwise", "omega", 0), 1e-6); /* as far as factanal settles */
    assert_near(scale.ave, figure("listwise", "ave", 0), 1e-6);
    assert_int_equal(sq_omega(&six, &omega), SQ_OK);
    assert_near(omega, scale.omega, 1e-15);
    assert_int_equal(sq_alpha_interval(&six, 0.95, &lower, &upper), SQ_OK);
    assert_near(lower, figure("listwise", "interval", 1), 1e-10);
    assert_near(upper, figure("listwise", "interval", 2), 1e-10);
    free((void *)survey.values);
}

/* Whole weights are so many respondents of each kind. */
static void weighted(void **state)
{
    SQ_SCRATCH(memory);
    sq_table survey = read_survey(HOLES, "P1", SIX);
    double weights[MOST];
    sq_items six = {.minuend = survey, .count = SIX, .case_weights = weights};
    sq_item_statistics items[SIX];
    sq_factors *factors = sq_factors_in(&memory, SIX);
    sq_scale scale;
    (void)state;
    for (size_t row = 0; row < survey.rows; row++)
        weights[row] = 1 + (double)((row + 1) % 3);
    assert_int_equal(sq_item_analysis(&six, items), SQ_OK);
    for (size_t i = 0; i < SIX; i++)
        assert_near(items[i].mean, figure("weighted", "mean", i + 1), 1e-12);
    assert_int_equal(sq_factor_analysis(&six, 2, SQ_PRINCIPAL_COMPONENTS, SQ_NO_ROTATION, factors),
                     SQ_OK);
    for (size_t i = 0; i < SIX; i++)
        assert_near(factors->eigenvalue[i], figure("weighted", "eigenvalue", i + 1), 1e-12);
    six.listwise = true;
    assert_int_equal(sq_scale_reliability(&six, &scale), SQ_OK);
    assert_near(scale.alpha, figure("weighted", "alpha", 0), 1e-12);
    free((void *)survey.values);
}

static void promax_of_normalised_rows(void **state)
{
    SQ_SCRATCH(memory);
    enum { ITEMS = 24, M = 3 };
    sq_table survey = read_survey("tests/published/kiosk/kiosk_tidy.csv", "P1", ITEMS);
    sq_items items = {.minuend = survey, .count = ITEMS, .listwise = true};
    sq_factors *factors = sq_factors_in(&memory, ITEMS);
    char name[16];
    (void)state;
    assert_int_equal(
        sq_factor_analysis(&items, M, SQ_PRINCIPAL_COMPONENTS, SQ_PROMAX_KAISER, factors), SQ_OK);
    for (size_t f = 0; f < M; f++)
        for (size_t i = 0; i < ITEMS; i++) {
            snprintf(name, sizeof name, "%zu", f + 1);
            assert_near(factors->loadings[i * M + f], figure("kaiser", name, i + 1), 1e-6);
        }
    assert_near(factors->correlation[1], figure("kaiser", "phi", 1), 1e-6);
    assert_near(factors->correlation[2], figure("kaiser", "phi", 2), 1e-6);
    assert_near(factors->correlation[5], figure("kaiser", "phi", 3), 1e-6);
    free((void *)survey.values);
}

/* Each pair has its own spread: where that is none, there is no correlation; order and scale are nothing. */
static void edges(void **state)
{
    const double flat[] = {1, 5, 2, 5, 3, NA, 4, NA, NA, 1}, none[] = {1, NA, NA, 2, 3, NA};
    const double far[] = {1e9 + 1, 2, 1e9 + 2, 1, 1e9 + 3, 3, NA, 7, 1e9 + 4, NA};
    sq_items items = {.minuend = {flat, 5, 2}, .count = 2};
    double matrix[4];
    size_t fewest;
    (void)state;
    assert_int_equal(sq_correlation(&items, matrix, &fewest), SQ_UNDEFINED);
    items.minuend = (sq_table){none, 3, 2};
    assert_int_equal(sq_correlation(&items, matrix, &fewest), SQ_UNDEFINED);
    items.minuend = (sq_table){none + 1, 1, 2};
    assert_int_equal(sq_correlation(&items, matrix, &fewest), SQ_NO_DATA);
    items.minuend = (sq_table){far, 5, 2};
    assert_int_equal(sq_correlation(&items, matrix, &fewest), SQ_OK);
    assert_near(matrix[1], 0.5, 1e-12); /* of three respondents: 1 2 3 with 2 1 3 */
    assert_int_equal(fewest, 3);
    assert_near(matrix[0], 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_psych), cmocka_unit_test(listwise),
        cmocka_unit_test(weighted),   cmocka_unit_test(promax_of_normalised_rows),
        cmocka_unit_test(edges),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
