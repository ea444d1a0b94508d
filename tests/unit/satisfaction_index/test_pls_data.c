/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Missing answers of path models, and the faults that only the answers show.
 */
#include "satisfaction_index/pls_models.h"

#include <gsl/gsl_errno.h>

static void missing_answers_are_dealt_with(void **state)
{
    fixture f;
    double *answers, sum = 0;
    (void)state;
    set_bank(&f);
    answers = (double *)f.answers.values;
    for (size_t r = 1; r < 250; r++)
        sum += answers[r * 27 + 2];
    answers[0 * 27 + 2] = NA;
    answers[1 * 27 + 5] = INFINITY; /* no answer either */
    sum -= answers[2 * 27 + 2];
    for (size_t i = 0; i < 27; i++)
        answers[2 * 27 + i] = NA;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    assert_int_equal(f.data.rows, 249);
    assert_int_equal(f.data.replaced, 2);
    assert_near(f.data.answers[2], sum / 248, 1e-12);
    assert_int_equal(f.data.row[2], 3);
    sq_pls_data_free(&f.data);
    sq_pls_free(&f.pls);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(f.data.rows, 247);
    assert_int_equal(f.data.replaced, 0);
    assert_int_equal(f.data.row[0], 3);
    close_fixture(&f);
}

static sq_model_problem data_problem(fixture *f, const double *case_weights, sq_status expected)
{
    sq_model_problem problem;
    assert_int_equal(sq_pls_alloc(&f->pls, &f->model, &problem), SQ_OK);
    assert_int_equal(
        sq_pls_data_alloc(&f->data, &f->pls, &f->answers, case_weights, SQ_MISSING_MEAN, &problem),
        expected);
    sq_pls_free(&f->pls);
    return problem;
}

static void faults_of_the_answers_are_told(void **state)
{
    double weights[47], *answers;
    sq_model_problem problem;
    fixture f;
    (void)state;
    for (size_t r = 0; r < 47; r++)
        weights[r] = 1;
    set_russett(&f);
    answers = (double *)f.answers.values;
    weights[3] = -1;
    assert_int_equal(data_problem(&f, weights, SQ_OUT_OF_DOMAIN).fault,
                     SQ_MODEL_NEGATIVE_CASE_WEIGHT);
    weights[3] = NAN;
    assert_int_equal(data_problem(&f, weights, SQ_OUT_OF_DOMAIN).fault,
                     SQ_MODEL_NEGATIVE_CASE_WEIGHT);
    for (size_t r = 0; r < 47; r++)
        answers[r * 9 + 4] = 0.1;
    answers[5 * 9 + 4] = NA; /* its mean must be 0.1 exactly */
    problem = data_problem(&f, NULL, SQ_UNDEFINED);
    assert_int_equal(problem.fault, SQ_MODEL_CONSTANT_ITEM);
    assert_int_equal(problem.item, 4);
    assert_int_equal(problem.construct, 1);
    for (size_t r = 0; r < 47; r++)
        answers[r * 9 + 4] = NA;
    problem = data_problem(&f, NULL, SQ_NO_DATA);
    assert_int_equal(problem.fault, SQ_MODEL_ITEM_WITHOUT_ANSWERS);
    assert_int_equal(problem.item, 4);
    for (size_t rows = 0; rows < 3; rows++) {
        f.answers.rows = rows;
        assert_int_equal(data_problem(&f, NULL, SQ_NO_DATA).fault, SQ_MODEL_TOO_FEW_RESPONDENTS);
    }
    f.answers.rows = 4;
    f.modes[2] = SQ_MODE_B; /* four items */
    problem = data_problem(&f, NULL, SQ_UNDEFINED);
    assert_int_equal(problem.fault, SQ_MODEL_MORE_ITEMS_THAN_RESPONDENTS);
    assert_int_equal(problem.construct, 2);
    f.answers.columns = 8;
    assert_int_equal(data_problem(&f, NULL, SQ_BAD_ARGUMENT).fault, SQ_MODEL_SHAPE);
    free(answers);
}

static void faults_of_the_fit_are_told(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_model_problem problem;
    double *answers;
    fixture f;
    (void)state;
    set_russett(&f);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    options.limit = 3;
    assert_int_equal(sq_pls_fit(&f.pls, f.data.covariance, f.data.rows, &options, &problem),
                     SQ_NO_CONVERGENCE);
    assert_int_equal(problem.fault, SQ_MODEL_NO_CONVERGENCE);
    close_fixture(&f);
    set_russett(&f);
    answers = (double *)f.answers.values;
    for (size_t r = 0; r < 47; r++)
        answers[r * 9 + 1] = 3 - 2 * answers[r * 9]; /* farm runs with gini */
    f.modes[0] = SQ_MODE_B;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    options = sq_pls_default();
    assert_int_equal(sq_pls_fit(&f.pls, f.data.covariance, f.data.rows, &options, &problem),
                     SQ_UNDEFINED);
    assert_int_equal(problem.fault, SQ_MODEL_COLLINEAR_ITEMS);
    assert_int_equal(problem.construct, 0);
    close_fixture(&f);
}

/* Two predecessors that are one and the same; and items that cancel each other at the start. */
static void collinear_and_cancelling(void **state)
{
    static const double answers[] = {1, 1, 2, 6, 2, 2, 1, 5, 3, 3, 5, 4,
                                     4, 4, 4, 3, 5, 5, 6, 2, 7, 7, 5, 0};
    static const size_t apart[] = {0, 1, 2, 2}, together[] = {0, 1, 1, 0};
    static const double paths[] = {0, 0, 1, 0, 0, 1, 0, 0, 0}, pair[] = {0, 1, 0, 0};
    sq_table table = {answers, 6, 4};
    sq_path_model model = {4, 3, apart, paths, NULL};
    sq_pls_options options = sq_pls_default();
    sq_model_problem problem;
    sq_pls_data data;
    sq_pls pls;
    (void)state;
    assert_int_equal(sq_pls_alloc(&pls, &model, &problem), SQ_OK);
    assert_int_equal(sq_pls_data_alloc(&data, &pls, &table, NULL, SQ_MISSING_MEAN, &problem),
                     SQ_OK);
    assert_int_equal(sq_pls_fit(&pls, data.covariance, data.rows, &options, &problem),
                     SQ_UNDEFINED);
    assert_int_equal(problem.fault, SQ_MODEL_COLLINEAR_CONSTRUCTS);
    assert_int_equal(problem.construct, 2);
    sq_pls_data_free(&data);
    sq_pls_free(&pls);
    model = (sq_path_model){4, 2, together, pair, NULL}; /* items 0 and 3: x and 7 − x */
    assert_int_equal(sq_pls_alloc(&pls, &model, &problem), SQ_OK);
    assert_int_equal(sq_pls_data_alloc(&data, &pls, &table, NULL, SQ_MISSING_MEAN, &problem),
                     SQ_OK);
    assert_int_equal(sq_pls_fit(&pls, data.covariance, data.rows, &options, &problem), SQ_OK);
    assert_near(fabs(pls.loadings[0]), 1, 1e-9);
    assert_near(pls.loadings[0] + pls.loadings[1], 0, 1e-9);
    sq_pls_data_free(&data);
    sq_pls_free(&pls);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_answers_are_dealt_with),
        cmocka_unit_test(faults_of_the_answers_are_told),
        cmocka_unit_test(faults_of_the_fit_are_told),
        cmocka_unit_test(collinear_and_cancelling),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
