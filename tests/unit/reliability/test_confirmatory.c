/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Confirmatory factor analysis: against lavaan (tests/published/cfa.R) on its own published example, the kiosk survey and
 * the bank with holes; an obvious slow maximum; order, shift and scale; what is not identified, and the edges.
 */
#include "check.h"
#include "reference.h"
#include "reliability/confirmatory.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <stdbool.h>

#define FIGURES "tests/published/cfa.csv"
#define HOLZINGER "tests/published/holzinger.csv"
#define OUT SQ_LEFT_OUT

enum { MOST = 24 };
static const size_t three_of[] = {0, 0, 0, 1, 1, 1, 2, 2, 2};
static const sq_dimensions three = {3, three_of};

static double figure(const char *name, const char *of, size_t at)
{
    return reference_of(FIGURES, name, of, at);
}

static void fit_like_lavaan(const char *name, const sq_cfa *got)
{
    const sq_cfa_fit *fit = &got->fit;
    assert_near(fit->parameters, figure(name, "npar", 0), 0);
    assert_near(fit->df, figure(name, "df", 0), 0);
    assert_near(fit->chi_square, figure(name, "chisq", 0), 1e-6);
    assert_near(fit->p, figure(name, "pvalue", 0), 1e-8);
    assert_near(fit->cfi, figure(name, "cfi", 0), 1e-8);
    assert_near(fit->tli, figure(name, "tli", 0), 1e-8);
    assert_near(fit->rmsea, figure(name, "rmsea", 0), 1e-8);
    assert_near(fit->rmsea_lower, figure(name, "rmsea.ci.lower", 0),
                1e-5); /* as far as lavaan searches */
    assert_near(fit->rmsea_upper, figure(name, "rmsea.ci.upper", 0), 1e-5);
    assert_near(fit->srmr, figure(name, "srmr", 0), 1e-7);
    assert_near(fit->aic, figure(name, "aic", 0), 1e-5);
    assert_near(fit->bic, figure(name, "bic", 0), 1e-5);
    assert_near(fit->log_likelihood, figure(name, "logl", 0), 1e-5);
    /* lavaan fits the baseline by search, too */
    assert_near(fit->baseline_chi_square, figure(name, "baseline.chisq", 0), 1e-6);
    assert_near(fit->baseline_df, figure(name, "baseline.df", 0), 0);
}

/* Items of one factor after the other, as lavaan lists them. */
static void loadings_like_lavaan(const char *name, const sq_cfa *got, bool errors)
{
    size_t at = 0;
    for (size_t f = 0; f < got->m; f++)
        for (size_t i = 0; i < got->k; i++) {
            const sq_cfa_item *item = &got->item[i];
            if (item->factor != f)
                continue;
            at++;
            assert_near(item->standardised, figure(name, "loading", at), 1e-6);
            assert_near(1 - item->unique, figure(name, "r2", at), 1e-6);
            if (errors)
                assert_near(item->se, figure(name, "se", at), 1e-6);
        }
}

static void holzinger(sq_arena *memory, const sq_dimensions *dimensions, sq_cfa_model model,
                      sq_cfa *out)
{
    sq_table answers = read_survey(HOLZINGER, "x1", 9);
    assert_int_equal(sq_confirm(memory, &answers, dimensions, model, out), SQ_OK);
    free((void *)answers.values);
}

static void published_example(void **state)
{
    SQ_SCRATCH(memory);
    sq_cfa got;
    size_t at = 0;
    (void)state;
    holzinger(&memory, &three, SQ_CFA_CORRELATED, &got);
    /* as printed in Rosseel 2012, J. Statistical Software 48(2) */
    assert_near(got.fit.chi_square, 85.306, 5e-4);
    assert_near(got.fit.df, 24, 0);
    assert_near(got.fit.cfi, 0.931, 5e-4);
    assert_near(got.fit.rmsea, 0.092, 5e-4);
    fit_like_lavaan("three", &got);
    loadings_like_lavaan("three", &got, true);
    for (size_t i = 0; i < 9; i++) {
        assert_near(got.item[i].loading, figure("three", "estimate", i + 1), 1e-6);
        assert_near(got.item[i].z, figure("three", "z", i + 1), 1e-4);
    }
    assert_near(got.correlation[1], figure("three", "correlation", 1), 1e-6);
    assert_near(got.correlation[2], figure("three", "correlation", 2), 1e-6);
    assert_near(got.correlation[5], figure("three", "correlation", 3), 1e-6);
    for (size_t column = 0; column < 9; column++)
        for (size_t row = column + 1; row < 9; row++)
            assert_near(got.observed[row * 9 + column] - got.implied[row * 9 + column],
                        figure("three", "residual", ++at), 1e-6);
}

static void other_models(void **state)
{
    SQ_SCRATCH(memory);
    sq_cfa got;
    (void)state;
    holzinger(&memory, &three, SQ_CFA_ONE, &got);
    fit_like_lavaan("one", &got);
    loadings_like_lavaan("one", &got, false);
    holzinger(&memory, &three, SQ_CFA_ORTHOGONAL, &got);
    fit_like_lavaan("orthogonal", &got);
    loadings_like_lavaan("orthogonal", &got, true);
    assert_near(got.correlation[1], 0, 0);
    holzinger(&memory, &three, SQ_CFA_SECOND_ORDER, &got);
    fit_like_lavaan("second", &got);
    loadings_like_lavaan("second", &got, false);
    for (size_t f = 0; f < 3; f++)
        assert_near(got.general[f], figure("second", "general", f + 1), 1e-6);
}

static void surveys(void **state)
{
    static const size_t six_of[MOST] = {0, 0, 0, 1, 1, 1, 2, 2, OUT, 3, 3,   OUT,
                                        4, 4, 4, 4, 4, 3, 5, 5, 5,   1, OUT, OUT};
    static const size_t two_of[] = {0, 0, 0, 0, 0, 1, 1, 1, 1};
    static const size_t single_of[] = {0, 0, 0, 1, OUT, OUT, 2, 2, 2};
    SQ_SCRATCH(memory);
    sq_table kiosk = read_survey("tests/published/kiosk/kiosk_tidy.csv", "P1", MOST);
    sq_table image = read_survey("tests/published/bank_satisfaction/satisfaction.csv", "imag1", 5);
    sq_table loyalty = read_survey("tests/published/bank_satisfaction/satisfaction.csv", "loy1", 4);
    double bank[300 * 9];
    sq_cfa got;
    (void)state;
    assert_int_equal(
        sq_confirm(&memory, &kiosk, &(sq_dimensions){6, six_of}, SQ_CFA_CORRELATED, &got), SQ_OK);
    fit_like_lavaan("kiosk", &got);
    loadings_like_lavaan("kiosk", &got, true);
    for (size_t row = 0; row < image.rows; row++) {
        memcpy(bank + 9 * row, sq_row(&image, row), 5 * sizeof *bank);
        memcpy(bank + 9 * row + 5, sq_row(&loyalty, row), 4 * sizeof *bank);
        if ((row + 1) % 7 == 0)
            bank[9 * row + 1] = NA;
    }
    assert_int_equal(sq_confirm(&memory, &(sq_table){bank, image.rows, 9},
                                &(sq_dimensions){2, two_of}, SQ_CFA_CORRELATED, &got),
                     SQ_OK);
    assert_near(got.fit.n, figure("bank", "n", 0), 0);
    fit_like_lavaan("bank", &got);
    loadings_like_lavaan("bank", &got, true);
    holzinger(&memory, &(sq_dimensions){3, single_of}, SQ_CFA_CORRELATED, &got);
    fit_like_lavaan("single", &got);
    loadings_like_lavaan("single", &got, true);
    free((void *)kiosk.values);
    free((void *)image.values);
    free((void *)loyalty.values);
}

/* ---- The obvious slow maximum: downhill by numerical differences on loadings, logarithms of unique variances and the
 * one correlation of two factors. */

static double slow_deviance(const gsl_vector *at, void *parameters)
{
    const double *s = parameters;
    double sigma[36], inverse[36], trace = 0, determinant = 1;
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++) {
            double phi = i / 3 == j / 3 ? 1 : tanh(gsl_vector_get(at, 12));
            sigma[i * 6 + j] = gsl_vector_get(at, i) * gsl_vector_get(at, j) * phi +
                               (i == j ? exp(gsl_vector_get(at, 6 + i)) : 0);
            inverse[i * 6 + j] = i == j;
        }
    for (size_t i = 0; i < 6; i++) { /* Gauss and Jordan */
        double pivot = sigma[i * 6 + i];
        determinant *= pivot;
        for (size_t j = 0; j < 6; j++) {
            sigma[i * 6 + j] /= pivot;
            inverse[i * 6 + j] /= pivot;
        }
        for (size_t l = 0; l < 6; l++) {
            double factor = sigma[l * 6 + i];
            for (size_t j = 0; j < 6 && l != i; j++) {
                sigma[l * 6 + j] -= factor * sigma[i * 6 + j];
                inverse[l * 6 + j] -= factor * inverse[i * 6 + j];
            }
        }
    }
    for (size_t i = 0; i < 36; i++)
        trace += s[i] * inverse[i];
    return log(determinant) + trace;
}

static void slowly(void **state)
{
    static const size_t two_of[] = {0, 0, 0, 1, 1, 1, OUT, OUT, OUT};
    SQ_SCRATCH(memory);
    sq_cfa got;
    gsl_vector *at = gsl_vector_alloc(13), *step = gsl_vector_alloc(13);
    gsl_multimin_fminimizer *minimizer =
        gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, 13);
    gsl_multimin_function function = {slow_deviance, 13, NULL};
    (void)state;
    holzinger(&memory, &(sq_dimensions){2, two_of}, SQ_CFA_CORRELATED, &got);
    function.params = got.observed;
    for (size_t i = 0; i < 13; i++)
        gsl_vector_set(at, i, i < 6 ? 0.6 : i < 12 ? -0.5 : 0.2);
    for (int again = 0; again < 6; again++) {
        gsl_vector_set_all(step, 0.1);
        gsl_multimin_fminimizer_set(minimizer, &function, at, step);
        for (int i = 0; i < 6000 && gsl_multimin_fminimizer_size(minimizer) > 1e-10; i++)
            gsl_multimin_fminimizer_iterate(minimizer);
        gsl_vector_memcpy(at, minimizer->x);
    }
    for (size_t i = 0; i < 6; i++)
        assert_near(got.item[i].standardised, fabs(gsl_vector_get(at, i)), 1e-5);
    assert_near(got.correlation[1], tanh(gsl_vector_get(at, 12)), 1e-5);
    gsl_multimin_fminimizer_free(minimizer);
    gsl_vector_free(at);
    gsl_vector_free(step);
}

static void order_shift_scale(void **state)
{
    SQ_SCRATCH(memory);
    sq_table answers = read_survey(HOLZINGER, "x1", 9);
    double other[301 * 9];
    size_t of_item[9];
    sq_cfa plain, got;
    (void)state;
    for (size_t i = 0; i < 9; i++)
        of_item[8 - i] = three_of[i];
    for (size_t row = 0; row < answers.rows; row++)
        for (size_t i = 0; i < 9; i++)
            other[(answers.rows - 1 - row) * 9 + 8 - i] =
                (i == 4 ? -1e6 : 1e-3) * answers.values[row * 9 + i] + 50;
    holzinger(&memory, &three, SQ_CFA_CORRELATED, &plain);
    assert_int_equal(sq_confirm(&memory, &(sq_table){other, answers.rows, 9},
                                &(sq_dimensions){3, of_item}, SQ_CFA_CORRELATED, &got),
                     SQ_OK);
    assert_near(got.fit.chi_square, plain.fit.chi_square, 1e-6);
    assert_near(got.fit.rmsea_upper, plain.fit.rmsea_upper, 1e-8);
    for (size_t i = 0; i < 9; i++) {
        double scale = i == 4 ? -1e6 : 1e-3;
        assert_near(got.item[8 - i].standardised, (scale < 0 ? -1 : 1) * plain.item[i].standardised,
                    1e-7);
        assert_near(got.item[8 - i].loading / scale, plain.item[i].loading, 1e-7);
        assert_near(got.item[8 - i].se / fabs(scale), plain.item[i].se, 1e-7);
    }
    free((void *)answers.values);
}

static void validity(void **state)
{
    SQ_SCRATCH(memory);
    sq_cfa got;
    sq_cfa_validity of[3];
    double htmt[9], sum, squares;
    (void)state;
    holzinger(&memory, &three, SQ_CFA_CORRELATED, &got);
    sq_cfa_validity_of(&got, of, htmt);
    sum = got.item[0].standardised + got.item[1].standardised + got.item[2].standardised;
    squares = pow(got.item[0].standardised, 2) + pow(got.item[1].standardised, 2) +
              pow(got.item[2].standardised, 2);
    assert_near(of[0].ave, squares / 3, 1e-12);
    assert_near(of[0].cr, sum * sum / (sum * sum + 3 - squares), 1e-9);
    assert_near(of[0].msv, pow(fmax(fabs(got.correlation[1]), fabs(got.correlation[2])), 2), 1e-12);
    assert_near(htmt[0], 1, 0);
    assert_near(htmt[1], htmt[3], 1e-15);
    assert_true(htmt[1] > 0.3 && htmt[1] < 0.6);
}

static void not_identified(void **state)
{
    SQ_SCRATCH(memory);
    static const size_t pair_of[] = {0, 0, 0, 1, 1, OUT, OUT, OUT, OUT},
                        two_of[] = {0, 0, 0, 1, 1, 1, OUT, OUT, OUT};
    sq_table answers = read_survey(HOLZINGER, "x1", 9), few = answers, sum,
             none = {answers.values, 0, 9};
    double *values = malloc(answers.rows * 9 * sizeof *values);
    sq_cfa got;
    (void)state;
    memcpy(values, answers.values, answers.rows * 9 * sizeof *values);
    sum = (sq_table){values, answers.rows, 9};
    /* two items of a factor: by its correlation with another, not by themselves */
    assert_int_equal(
        sq_confirm(&memory, &answers, &(sq_dimensions){2, pair_of}, SQ_CFA_CORRELATED, &got),
        SQ_OK);
    assert_int_equal(
        sq_confirm(&memory, &answers, &(sq_dimensions){2, pair_of}, SQ_CFA_ORTHOGONAL, &got),
        SQ_UNDEFINED);
    assert_int_equal(got.fault, SQ_CFA_TWO_ITEMS);
    assert_int_equal(
        sq_confirm(&memory, &answers, &(sq_dimensions){2, two_of}, SQ_CFA_SECOND_ORDER, &got),
        SQ_UNDEFINED);
    assert_int_equal(got.fault, SQ_CFA_FEW_FACTORS);
    few.rows = 9; /* as many respondents as items */
    assert_int_equal(sq_confirm(&memory, &few, &three, SQ_CFA_CORRELATED, &got), SQ_UNDEFINED);
    assert_int_equal(sq_confirm(&memory, &none, &three, SQ_CFA_CORRELATED, &got), SQ_NO_DATA);
    for (size_t row = 0; row < sum.rows; row++)
        values[row * 9 + 5] = values[row * 9] + values[row * 9 + 3];
    assert_int_equal(sq_confirm(&memory, &sum, &three, SQ_CFA_CORRELATED, &got), SQ_UNDEFINED);
    assert_int_equal(got.at_fault, 5);
    for (size_t row = 0; row < sum.rows; row++)
        values[row * 9 + 5] = 4;
    assert_int_equal(sq_confirm(&memory, &sum, &three, SQ_CFA_CORRELATED, &got), SQ_UNDEFINED);
    assert_int_equal(got.at_fault, 5);
    values[5] =
        1e308; /* its variance is beyond all numbers: no figure, and no item that is blamed */
    assert_int_equal(sq_confirm(&memory, &sum, &three, SQ_CFA_CORRELATED, &got), SQ_UNDEFINED);
    assert_int_equal(got.fault, SQ_CFA_FINE);
    assert_int_equal(got.at_fault, SQ_NOWHERE);
    free(values);
    free((void *)answers.values);
}

/* Four respondents whose correlations are exactly r12 = r13 = 0.8, r23 = 0.5: the one factor of three items explains
 * r12·r13/r23 = 1.28 of the first, r12·r23/r13 = 0.5 of the others, and no less. */
static void heywood(void **state)
{
    static const size_t one_of[] = {0, 0, 0};
    static const double contrast[4][3] = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
    SQ_SCRATCH(memory);
    double answers[12];
    sq_cfa got;
    (void)state;
    for (size_t row = 0; row < 4; row++) {
        const double *z = contrast[row];
        answers[3 * row] = 4 + z[0];
        answers[3 * row + 1] = 4 + 0.8 * z[0] + 0.6 * z[1];
        answers[3 * row + 2] =
            4 + 0.8 * z[0] - 0.14 / 0.6 * z[1] + sqrt(0.36 - 0.14 * 0.14 / 0.36) * z[2];
    }
    assert_int_equal(sq_confirm(&memory, &(sq_table){answers, 4, 3}, &(sq_dimensions){1, one_of},
                                SQ_CFA_CORRELATED, &got),
                     SQ_OK);
    assert_int_equal(got.heywood, 1);
    assert_near(got.item[0].unique, -0.28, 1e-7);
    assert_near(got.item[0].standardised, sqrt(1.28), 1e-7);
    assert_near(got.item[1].unique, 0.5, 1e-7);
    assert_near(got.item[2].unique, 0.5, 1e-7);
    assert_near(got.fit.df, 0, 0);
    assert_near(got.fit.chi_square, 0, 1e-9);
}

static void noncentral(void **state)
{
    (void)state;
    assert_near(sq_noncentral_chi_square(20, 8, 7.3), reference(FIGURES, "noncentral"), 1e-12);
    assert_near(sq_noncentral_chi_square(400, 24, 300), reference(FIGURES, "noncentral.far"),
                1e-10);
    assert_near(sq_noncentral_chi_square(3.84145882069412, 1, 0), 0.95, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_example), cmocka_unit_test(other_models),
        cmocka_unit_test(surveys),           cmocka_unit_test(slowly),
        cmocka_unit_test(order_shift_scale), cmocka_unit_test(validity),
        cmocka_unit_test(not_identified),    cmocka_unit_test(heywood),
        cmocka_unit_test(noncentral),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
