/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prediction by path models: against seminr (mobi, each respondent left out), against base R (bank,
 * path_models.R), against a slow loop over refits by the textbook algorithm; invariances and edges.
 */
#include "reference.h"
#include "satisfaction_index/pls_models.h"
#include "satisfaction_index/pls_predict.h"
#include "satisfaction_index/pls_textbook.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>

#define MODELS "tests/published/path_models.csv"

static void predict(fixture *f, const sq_pls_options *options, sq_antecedents antecedents,
                    size_t folds, size_t repetitions, sq_prediction *rows, sq_pls_counts *counts)
{
    assert_int_equal(sq_pls_predict(&f->pls, &f->data, options, antecedents, folds, repetitions, 1,
                                    rows, counts, NULL),
                     SQ_OK);
}

/* seminr 2.4: rmse, mae, lm_rmse, lm_mae, q2predict of an item. */
static void read_seminr(const char *antecedents, const char *item, double figures[5])
{
    char line[256], key[64];
    FILE *file = fopen("tests/published/mobi/mobi_predict_loocv.csv", "r");
    int found = 0;
    assert_non_null(file);
    snprintf(key, sizeof key, "\"%s\",\"%s\",", antecedents, item);
    while (found != 5 && fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0)
            found = sscanf(line + strlen(key), "%lf,%lf,%lf,%lf,%lf", &figures[0], &figures[1],
                           &figures[2], &figures[3], &figures[4]);
    fclose(file);
    if (found != 5)
        fail_msg("%s %s is not in seminr's figures", antecedents, item);
}

static void mobi_agrees_with_seminr(void **state)
{
    static const char *const items[] = {
        "CUEX1", "CUEX2", "CUEX3", "PERQ1", "PERQ2", "PERQ3", "PERQ4", "PERQ5", "PERQ6", "PERQ7",
        "PERV1", "PERV2", "CUSA1", "CUSA2", "CUSA3", "CUSCO", "CUSL1", "CUSL2", "CUSL3"};
    sq_pls_options options = sq_pls_default();
    sq_prediction rows[19];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    set_mobi(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(sq_pls_predicted_items(&f.pls), 19);
    for (int earliest = 0; earliest < 2; earliest++) {
        predict(&f, &options, earliest ? SQ_ANTECEDENTS_EARLIEST : SQ_ANTECEDENTS_DIRECT, 250, 7,
                rows, &counts);
        assert_int_equal(counts.done, 250);
        for (size_t i = 0; i < 19; i++) {
            double expected[5];
            read_seminr(earliest ? "earliest" : "direct", items[i], expected);
            assert_near(rows[i].rmse, expected[0], 2e-8);
            assert_near(rows[i].mae, expected[1], 2e-8);
            assert_near(rows[i].linear_rmse, expected[2], 1e-12);
            assert_near(rows[i].linear_mae, expected[3], 1e-12);
            assert_near(rows[i].q2, expected[4], 2e-8);
        }
    }
    close_fixture(&f);
}

static void bank_agrees_with_base_r(void **state)
{
    static const char *const blocks[] = {"imag", "expe", "qual", "val", "sat", "loy"};
    sq_pls_options options = exact_options();
    sq_prediction rows[22];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    for (int holes = 0; holes < 2; holes++) {
        set_bank(&f);
        for (size_t r = 2; holes && r < 250; r += 7)
            ((double *)f.answers.values)[r * 27 + 5] = NA;
        open_fixture(&f, NULL, SQ_MISSING_MEAN);
        for (int earliest = 0; earliest < 2; earliest++) {
            const char *of = holes ? "holes" : "each";
            const char *what = earliest ? "earliest" : "direct";
            predict(&f, &options, earliest ? SQ_ANTECEDENTS_EARLIEST : SQ_ANTECEDENTS_DIRECT, 1000,
                    1, rows, &counts);
            for (size_t i = 0; i < 22; i++) {
                size_t place = rows[i].place, j = f.pls.construct[place];
                char name[64];
                snprintf(name, sizeof name, "%s.%s.%s%zu", of, what, blocks[j],
                         place - f.pls.first[j] + 1);
                assert_near(rows[i].rmse, reference_of(MODELS, name, "rmse", 0), 1e-10);
                assert_near(rows[i].mae, reference_of(MODELS, name, "mae", 0), 1e-10);
                assert_near(rows[i].q2, reference_of(MODELS, name, "q2", 0), 1e-10);
                snprintf(name, sizeof name, "%s.linear.%s%zu", of, blocks[j],
                         place - f.pls.first[j] + 1);
                assert_near(rows[i].linear_rmse, reference_of(MODELS, name, "rmse", 0), 1e-10);
                assert_near(rows[i].linear_mae, reference_of(MODELS, name, "mae", 0), 1e-10);
            }
        }
        close_fixture(&f);
    }
}

/* ---- The slow loop. */

#define COUNTRIES 47

/* Mean and standard deviation of an item over the rest. */
static void describe(const fixture *rest, size_t item, double *mean, double *sd)
{
    double x[COUNTRIES];
    size_t n = rest->answers.rows;
    *mean = 0;
    for (size_t r = 0; r < n; r++) {
        x[r] = sq_row(&rest->answers, r)[item];
        *mean += x[r] / (double)n;
    }
    make_standard(x, n, false);
    *sd = sqrt(product(x, x, n) / ((double)n - 1));
}

/* The prediction of the last block's items for a country by the textbook fit to the rest. */
static void predict_slowly(const fixture *rest, const double *answers, double predictions[9])
{
    double weights[9], paths[9], mean[9], sd[9], score[COUNTRIES], x[COUNTRIES], predictor = 0;
    size_t n = rest->answers.rows;
    textbook(rest, SQ_SCHEME_PATH, SQ_METRIC_STANDARDISED, weights, paths);
    memset(score, 0, sizeof score);
    for (size_t i = 0; i < 9; i++) {
        describe(rest, i, &mean[i], &sd[i]);
        predictor += paths[rest->block[i] * 3 + 2] * weights[i] * (answers[i] - mean[i]) / sd[i];
        for (size_t r = 0; r < n && rest->block[i] == 2; r++)
            score[r] += weights[i] * (sq_row(&rest->answers, r)[i] - mean[i]) / sd[i];
    }
    for (size_t i = 5; i < 9; i++) {
        for (size_t r = 0; r < n; r++)
            x[r] = (sq_row(&rest->answers, r)[i] - mean[i]) / sd[i];
        predictions[i] = mean[i] + sd[i] * product(x, score, n) / ((double)n - 1) * predictor;
    }
}

/* Deals as the header says, copies the rest of each fold, fits it anew. */
static void folds_match_a_slow_loop(void **state)
{
    enum { FOLDS = 5, REPETITIONS = 2, SEED = 1 };
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    double squares[9] = {0}, sizes[9] = {0}, total[9] = {0}, copy[COUNTRIES * 9];
    size_t order[COUNTRIES];
    sq_pls_options options = exact_options();
    sq_prediction rows[4];
    sq_pls_counts counts;
    fixture f, rest;
    (void)state;
    set_russett(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    rest = f;
    rest.answers.values = copy;
    gsl_rng_set(generator, SEED);
    for (size_t r = 0; r < COUNTRIES; r++)
        order[r] = r;
    for (size_t repetition = 0; repetition < REPETITIONS; repetition++) {
        for (size_t r = COUNTRIES; r > 1; r--) {
            size_t other = gsl_rng_uniform_int(generator, r), last = order[r - 1];
            order[r - 1] = order[other];
            order[other] = last;
        }
        for (size_t fold = 0; fold < FOLDS; fold++) {
            size_t first = fold * COUNTRIES / FOLDS, last = (fold + 1) * COUNTRIES / FOLDS;
            rest.answers.rows = 0;
            for (size_t r = 0; r < COUNTRIES; r++)
                if (r < first || r >= last)
                    memcpy(copy + 9 * rest.answers.rows++, sq_row(&f.answers, order[r]),
                           9 * sizeof *copy);
            for (size_t r = first; r < last; r++) {
                const double *answers = sq_row(&f.answers, order[r]);
                double predictions[9], mean, sd;
                predict_slowly(&rest, answers, predictions);
                for (size_t i = 5; i < 9; i++) {
                    double error = answers[i] - predictions[i];
                    describe(&rest, i, &mean, &sd);
                    squares[i] += error * error;
                    sizes[i] += fabs(error);
                    total[i] += (answers[i] - mean) * (answers[i] - mean);
                }
            }
        }
    }
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, FOLDS, REPETITIONS, rows, &counts);
    assert_int_equal(counts.done, FOLDS * REPETITIONS);
    for (size_t i = 5; i < 9; i++) {
        double n = COUNTRIES * REPETITIONS;
        assert_int_equal(rows[i - 5].place, i);
        assert_near(rows[i - 5].rmse, sqrt(squares[i] / n), 1e-9);
        assert_near(rows[i - 5].mae, sizes[i] / n, 1e-9);
        assert_near(rows[i - 5].q2, 1 - squares[i] / total[i], 1e-9);
    }
    gsl_rng_free(generator);
    close_fixture(&f);
}

static void seeds_repeat(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_prediction one[4], two[4], other[4];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    set_russett(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 10, 3, one, &counts);
    assert_int_equal(counts.done, 30);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 10, 3, two, &counts);
    assert_memory_equal(one, two, sizeof one);
    assert_int_equal(sq_pls_predict(&f.pls, &f.data, &options, SQ_ANTECEDENTS_DIRECT, 10, 3, 2,
                                    other, &counts, NULL),
                     SQ_OK);
    assert_true(one[0].rmse != other[0].rmse);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 47, 9, one, &counts);
    assert_int_equal(counts.done, 47); /* nothing to repeat */
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 1000000, 1, two, &counts);
    for (size_t i = 0; i < 4; i++)
        assert_near(one[i].q2, two[i].q2, 1e-12);
    close_fixture(&f);
}

/* Other units and origins, and a predictor turned round, change errors by their units alone. */
static void units_have_no_say(void **state)
{
    sq_pls_options options = exact_options();
    sq_prediction plain[4], turned[4];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    for (int changed = 0; changed < 2; changed++) {
        set_russett(&f);
        for (size_t r = 0; changed && r < COUNTRIES; r++) {
            double *answers = (double *)f.answers.values + 9 * r;
            answers[0] = 7 - 3 * answers[0];
            answers[5] = 1000 * answers[5] - 1e6;
            answers[8] = -0.01 * answers[8];
        }
        open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
        predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 6, 2, changed ? turned : plain, &counts);
        close_fixture(&f);
    }
    for (size_t i = 0; i < 4; i++) {
        double unit = i == 0 ? 1000 : i == 3 ? 0.01 : 1;
        assert_near(turned[i].q2, plain[i].q2, 1e-9);
        assert_near(turned[i].rmse, unit * plain[i].rmse, 1e-9 * unit);
        assert_near(turned[i].linear_mae, unit * plain[i].linear_mae, 1e-9 * unit);
    }
}

/* ---- Edges. */

/* Two items of each of two constructs. */
static void set_small(fixture *f, size_t rows, const double *answers)
{
    static const size_t block[] = {0, 0, 1, 1};
    *f = (fixture){0};
    f->answers = (sq_table){malloc(rows * 4 * sizeof *answers), rows, 4};
    assert_non_null(f->answers.values);
    memcpy((double *)f->answers.values, answers, rows * 4 * sizeof *answers);
    memcpy(f->block, block, sizeof block);
    f->paths[1] = 1;
    f->model = (sq_path_model){4, 2, f->block, f->paths, f->modes};
}

static void what_cannot_be_is_said(void **state)
{
    static const double same[] = {1, 1, 2, 1, 2, 2, 3, 2, 3, 3, 5, 4, 4, 4, 1, 3, 5, 5, 4, 4};
    static const double one[] = {1, 2, 2, 1, 2, 2, 2, 2, 3, 5, 2, 4, 4, 4, 2, 3, 5, 5, 9, 4};
    static const double few[] = {1, 2, 2, 1, 2, 3, 3, 5, 4, 1, 5, 4};
    sq_pls_options options = sq_pls_default();
    sq_prediction rows[2];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    set_small(&f, 5, same); /* an item of the others twice */
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 5, 1, rows, &counts);
    assert_int_equal(counts.done, 5);
    assert_near(rows[0].rmse, rows[0].rmse, 0); /* a number */
    assert_true(isnan(rows[0].linear_rmse) && isnan(rows[0].linear_mae));
    assert_int_equal(sq_pls_predict(&f.pls, &f.data, &options, SQ_ANTECEDENTS_DIRECT, 1, 1, 1, rows,
                                    &counts, NULL),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_predict(&f.pls, &f.data, &options, SQ_ANTECEDENTS_DIRECT, 2, 0, 1, rows,
                                    &counts, NULL),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_predict(&f.pls, &f.data, &options, SQ_ANTECEDENTS_DIRECT, 2, 1001, 1,
                                    rows, &counts, NULL),
                     SQ_OUT_OF_DOMAIN);
    options.consistent = true;
    assert_int_equal(sq_pls_predict(&f.pls, &f.data, &options, SQ_ANTECEDENTS_DIRECT, 2, 1, 1, rows,
                                    &counts, NULL),
                     SQ_BAD_ARGUMENT);
    options.consistent = false;
    close_fixture(&f);
    set_small(&f, 5, one); /* without the last the third item is constant */
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 5, 1, rows, &counts);
    assert_int_equal(counts.done, 4);
    assert_int_equal(counts.not_defined, 1);
    close_fixture(&f);
    set_small(&f, 3, few); /* two are left, whom any two items fit */
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 3, 1, rows, &counts);
    assert_int_equal(counts.done, 3);
    assert_true(isfinite(rows[0].rmse) && isnan(rows[0].linear_rmse));
    close_fixture(&f);
}

/* Whom nobody asked is not predicted: the figures are those of the others alone. */
static void missing_answers_are_not_predicted(void **state)
{
    static const double answers[] = {1, 2, 2,  1, 2, 2, 3, 2, 3, 5, 1, 4,
                                     4, 4, NA, 3, 5, 4, 4, 5, 2, 3, 2, 2};
    sq_pls_options options = exact_options();
    sq_prediction rows[2];
    sq_pls_counts counts;
    double squares = 0;
    fixture f;
    (void)state;
    set_small(&f, 6, answers);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    predict(&f, &options, SQ_ANTECEDENTS_DIRECT, 6, 1, rows, &counts);
    for (size_t out = 0; out < 6; out++) {
        fixture rest;
        double copy[20], score = 0, mean = 0;
        size_t n = 0;
        for (size_t r = 0; r < 6; r++)
            if (r != out)
                memcpy(copy + 4 * n++, answers + 4 * r, 4 * sizeof *copy);
        set_small(&rest, 5, copy);
        open_fixture(&rest, NULL, SQ_MISSING_MEAN);
        fit_fixture(&rest, &options);
        for (size_t i = 0; i < 2; i++)
            score += rest.pls.unit_weights[i] * (answers[4 * out + i] - rest.data.means[i]);
        mean = rest.data.means[2];
        if (!isnan(answers[4 * out + 2])) {
            double e = answers[4 * out + 2] - mean -
                       rest.pls.sd[2] * rest.pls.loadings[2] * rest.pls.paths[1] * score;
            squares += e * e;
        }
        close_fixture(&rest);
    }
    assert_near(rows[0].rmse, sqrt(squares / 5), 1e-9);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mobi_agrees_with_seminr),
        cmocka_unit_test(bank_agrees_with_base_r),
        cmocka_unit_test(folds_match_a_slow_loop),
        cmocka_unit_test(seeds_repeat),
        cmocka_unit_test(units_have_no_say),
        cmocka_unit_test(what_cannot_be_is_said),
        cmocka_unit_test(missing_answers_are_not_predicted),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
