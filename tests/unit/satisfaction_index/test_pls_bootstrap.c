/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resampling of path models: against copies of the data fitted by the textbook algorithm, and
 * loosely against plspm's bootstrap; its limits.
 */
#include "numerics/covariance.h"
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_models.h"
#include "satisfaction_index/pls_textbook.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>

#define B 25 /* resamples of the slow bootstrap */

static void open_bank(fixture *f)
{
    set_bank(f);
    open_fixture(f, NULL, SQ_MISSING_LISTWISE);
}

static void counted_rows_are_repeated_rows(void **state)
{
    SQ_SCRATCH(memory);
    sq_resample resample;
    sq_table repeated;
    double weights[250], *copies, *copied_weights, expected[27 * 27], means[27], ours[27];
    sq_items items = {.count = 27, .listwise = true};
    size_t rows = 0;
    fixture f;
    (void)state;
    set_bank(&f);
    for (size_t r = 0; r < 250; r++)
        weights[r] = 0.3 + (double)(r % 5);
    open_fixture(&f, weights, SQ_MISSING_LISTWISE);
    copies = malloc(250 * 3 * 27 * sizeof *copies);
    copied_weights = malloc(250 * 3 * sizeof *copied_weights);
    assert_non_null(copies);
    assert_non_null(copied_weights);
    assert_int_equal(sq_resample_take(&memory, &resample, &f.data), SQ_OK);
    for (size_t r = 0; r < 250; r++) {
        resample.count[r] = (double)(r * 5 % 3);
        for (size_t c = 0; c < r * 5 % 3; c++) {
            memcpy(copies + 27 * rows, f.data.answers + 27 * r, 27 * sizeof *copies);
            copied_weights[rows++] = weights[r];
        }
    }
    repeated = (sq_table){copies, rows, 27};
    items.minuend = repeated;
    items.case_weights = copied_weights;
    assert_int_equal(sq_covariance(&items, expected, means, NULL), SQ_OK);
    assert_int_equal(sq_resample_covariance(&resample), rows);
    sq_resample_means(&resample, ours);
    for (size_t i = 0; i < 27 * 27; i++)
        assert_near(resample.covariance[i], expected[i], 1e-12);
    for (size_t i = 0; i < 27; i++)
        assert_near(ours[i], means[i], 1e-12);
    memset(resample.count, 0, 250 * sizeof *resample.count);
    resample.count[3] = 2; /* one respondent twice: no spread, exactly */
    assert_int_equal(sq_resample_covariance(&resample), 2);
    for (size_t i = 0; i < 27; i++)
        assert_true(resample.covariance[i * 27 + i] == 0);
    resample.count[3] = resample.count[4] = 1; /* two, whose weights are 3.3 and 4.3 */
    assert_int_equal(sq_resample_covariance(&resample), 2);
    for (size_t i = 0; i < 27; i++) {
        double apart = f.data.answers[3 * 27 + i] - f.data.answers[4 * 27 + i];
        assert_near(resample.covariance[i * 27 + i], 2 * 3.3 * 4.3 / (7.6 * 7.6) * apart * apart,
                    1e-12);
    }
    resample.count[3] = resample.count[4] = 0;
    assert_int_equal(sq_resample_covariance(&resample), 0);
    assert_true(resample.covariance[0] == 0);
    free(copies);
    free(copied_weights);
    close_fixture(&f);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double slow_quantile(const double *sorted, double share)
{
    double at = share * (B - 1), below = floor(at);
    size_t i = (size_t)below;
    return i + 1 < B ? sorted[i] * (1 - at + below) + sorted[i + 1] * (at - below) : sorted[B - 1];
}

/* Draws the same respondents, copies them, runs the textbook algorithm on the copy and turns its
 * scores to agree with those of all. The block of industry has loadings of both signs. */
static void bootstrap_matches_copies(void **state)
{
    static double paths[B][9];
    double whole_weights[9], whole_paths[9];
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    sq_pls_options options = exact_options();
    sq_pls_bootstrap_row rows[2];
    sq_pls_counts counts;
    double *answers, *copy;
    fixture f, whole;
    (void)state;
    set_russett(&f);
    set_russett(&whole);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    textbook(&whole, options.scheme, options.metric, whole_weights, whole_paths);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, B, 42,
                                      0.9, rows, &counts, NULL),
                     SQ_OK);
    assert_int_equal(counts.done, B);
    answers = (double *)f.answers.values;
    copy = malloc(47 * 9 * sizeof *copy);
    assert_non_null(copy);
    memcpy(copy, answers, 47 * 9 * sizeof *copy);
    gsl_rng_set(generator, 42);
    for (size_t b = 0; b < B; b++) {
        double weights[9];
        for (size_t r = 0; r < 47; r++)
            memcpy(answers + 9 * r, copy + 9 * gsl_rng_uniform_int(generator, 47),
                   9 * sizeof *copy);
        textbook(&f, options.scheme, options.metric, weights, paths[b]);
        agree(&f, weights, &whole, whole_weights, paths[b]);
    }
    for (size_t s = 0; s < 2; s++) {
        double sample[B], mean = 0, se = 0, share = 0, z0, z = gsl_cdf_ugaussian_Pinv(0.95);
        assert_int_equal(rows[s].from, s);
        assert_int_equal(rows[s].to, 2);
        for (size_t b = 0; b < B; b++) {
            sample[b] = paths[b][s * 3 + 2];
            mean += sample[b] / B;
            share += sample[b] < rows[s].estimate ? 1. / B : 0;
        }
        for (size_t b = 0; b < B; b++)
            se += (sample[b] - mean) * (sample[b] - mean) / (B - 1);
        qsort(sample, B, sizeof *sample, ascending);
        z0 = gsl_cdf_ugaussian_Pinv(share);
        assert_near(rows[s].mean, mean, 1e-9);
        assert_near(rows[s].se, sqrt(se), 1e-9);
        assert_near(rows[s].t, rows[s].estimate / sqrt(se), 1e-6);
        assert_near(rows[s].p, 2 * gsl_cdf_tdist_Q(rows[s].estimate / sqrt(se), B - 1), 1e-8);
        assert_true(rows[s].lower > 0); /* the sign does not turn */
        assert_near(rows[s].lower, slow_quantile(sample, 0.05), 1e-9);
        assert_near(rows[s].upper, slow_quantile(sample, 0.95), 1e-9);
        assert_near(rows[s].corrected_lower, slow_quantile(sample, gsl_cdf_ugaussian_P(2 * z0 - z)),
                    1e-8);
        assert_near(rows[s].corrected_upper, slow_quantile(sample, gsl_cdf_ugaussian_P(2 * z0 + z)),
                    1e-8);
    }
    free(copy);
    gsl_rng_free(generator);
    free((void *)whole.answers.values);
    close_fixture(&f);
}

/* plspm's bootstrap of the bank model, of few resamples and by another generator: each standard
 * error within a third, all together within 15 %. */
static void bootstrap_is_like_plspm(void **state)
{
    static const struct {
        const char *file;
        sq_pls_statistic statistic;
        size_t count;
    } cases[] = {{BANK "_boot_paths.csv", SQ_STATISTIC_PATHS, 10},
                 {BANK "_boot_total_effects.csv", SQ_STATISTIC_EFFECTS, 15},
                 {BANK "_boot_loadings.csv", SQ_STATISTIC_LOADINGS, 27},
                 {BANK "_boot_weights.csv", SQ_STATISTIC_WEIGHTS, 27},
                 {BANK "_boot_rsquared.csv", SQ_STATISTIC_R2, 5}};
    sq_pls_options options;
    fixture f;
    (void)state;
    NOT_UNDER_VALGRIND();
    open_bank(&f);
    sq_pls_preset("plspm", &options);
    options.metric = SQ_METRIC_RAW;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        sq_table expected = read_survey(cases[c].file, "original", 5);
        sq_pls_bootstrap_row rows[27];
        sq_pls_counts counts;
        double ratio = 0;
        assert_int_equal(sq_pls_list(&f.pls, cases[c].statistic, NULL, NULL), cases[c].count);
        assert_int_equal(expected.rows, cases[c].count);
        assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, cases[c].statistic, NULL, 2000,
                                          1, 0.95, rows, &counts, NULL),
                         SQ_OK);
        assert_int_equal(counts.done + counts.not_converged + counts.not_defined, 2000);
        assert_true(counts.done > 1990);
        for (size_t s = 0; s < cases[c].count; s++) {
            const double *row = sq_row(&expected, s);
            assert_near(rows[s].estimate, row[0], 1e-12);
            assert_near(rows[s].mean, row[1], 0.35 * rows[s].se);
            assert_near(rows[s].se / row[2], 1, 0.35);
            assert_true(rows[s].lower < rows[s].estimate && rows[s].estimate < rows[s].upper);
            assert_true(rows[s].corrected_lower < rows[s].corrected_upper);
            ratio += rows[s].se / row[2] / (double)cases[c].count;
        }
        assert_near(ratio, 1, 0.15);
        free((void *)expected.values);
    }
    close_fixture(&f);
}

static void seeds_repeat(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_pls_bootstrap_row one[10], two[10], three[10];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    open_bank(&f);
    sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 50, 7, 0.95, one, &counts,
                     NULL);
    sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 50, 7, 0.95, two, &counts,
                     NULL);
    sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 50, 8, 0.95, three,
                     &counts, NULL);
    assert_memory_equal(one, two, sizeof one);
    assert_true(one[0].se != three[0].se);
    assert_true(one[0].estimate == three[0].estimate);
    close_fixture(&f);
}

static void statistics_of_one_row(void **state)
{
    static const struct {
        sq_pls_statistic statistic;
        size_t count;
    } cases[] = {{SQ_STATISTIC_PATHS, 12},    {SQ_STATISTIC_EFFECTS, 21},
                 {SQ_STATISTIC_LOADINGS, 24}, {SQ_STATISTIC_WEIGHTS, 24},
                 {SQ_STATISTIC_R2, 6},        {SQ_STATISTIC_INDICES, 7},
                 {SQ_STATISTIC_HTMT, 21}};
    sq_pls_options options = sq_pls_default();
    static double ones[24], tens[24];
    const sq_pls_scale scale = {ones, tens};
    sq_pls_bootstrap_row rows[24];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    set_mobi(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    for (size_t i = 0; i < 24; i++) {
        ones[i] = 1;
        tens[i] = 10;
    }
    for (size_t c = 0; c < LENGTH(cases); c++) {
        assert_int_equal(sq_pls_list(&f.pls, cases[c].statistic, NULL, NULL), cases[c].count);
        assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, cases[c].statistic, &scale, 40,
                                          1, 0.95, rows, &counts, NULL),
                         SQ_OK);
        assert_int_equal(counts.done, 40);
        for (size_t s = 0; s < cases[c].count; s++)
            assert_true(isfinite(rows[s].estimate) && rows[s].se >= 0);
        if (cases[c].statistic == SQ_STATISTIC_LOADINGS) { /* the single item: no spread */
            assert_true(rows[20].estimate == 1 && rows[20].se == 0 && rows[20].lower == 1);
            assert_true(rows[20].corrected_upper == 1);
            assert_reason(rows[20].t, SQ_UNDEFINED);
            assert_reason(rows[20].p, SQ_UNDEFINED);
        }
    }
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_INDICES, NULL, 40, 1,
                                      0.95, rows, &counts, NULL),
                     SQ_UNDEFINED);
    close_fixture(&f);
}

static void edges_of_the_bootstrap(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_model_problem problem;
    sq_pls_bootstrap_row rows[10];
    sq_pls_counts counts;
    double *answers;
    fixture f;
    (void)state;
    open_bank(&f);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 0, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL,
                                      SQ_MOST_RESAMPLES + 1, 1, 0.95, rows, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 10, 1, 1,
                                      rows, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 1, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OK);
    assert_int_equal(counts.done, 1);
    assert_reason(rows[0].estimate, SQ_OK);
    assert_reason(rows[0].se, SQ_UNDEFINED);
    assert_reason(rows[0].lower, SQ_UNDEFINED);
    close_fixture(&f);

    set_russett(&f); /* an item that only one country answers otherwise */
    answers = (double *)f.answers.values;
    for (size_t r = 0; r < 47; r++)
        answers[r * 9 + 2] = r == 7 ? 0.7 : 0.1;
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 300, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OK);
    assert_true(counts.not_defined > 75 && counts.not_defined < 145); /* (46/47)^47 = 36 % */
    assert_int_equal(counts.done + counts.not_converged + counts.not_defined, 300);
    close_fixture(&f);

    set_russett(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    fit_fixture(&f, &options);
    options.limit = f.pls.iterations; /* enough for all, but not for every resample */
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 200, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OK);
    assert_true(counts.not_converged > 10 && counts.done > 10);
    options.limit = 2;
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 200, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_NO_CONVERGENCE);
    assert_int_equal(problem.fault, SQ_MODEL_NO_CONVERGENCE);
    close_fixture(&f);
}

/* What would take more than ten seconds is refused before it begins, what turns out to do so on the
 * way; a table of all resamples that would fill the memory, too. */
static void memory_of_the_bootstrap(void **state)
{
    enum { MANY = 33 }; /* 528 pairs of constructs, 100,000 times */
    static double paths[MANY * MANY], answers[40 * MANY];
    static sq_pls_bootstrap_row rows[MANY * (MANY - 1) / 2];
    size_t block[MANY];
    sq_path_model model = {MANY, MANY, block, paths, NULL};
    sq_table table = {answers, 40, MANY};
    sq_pls_options options = sq_pls_default();
    sq_pls_counts counts;
    sq_model_problem problem;
    sq_pls_data data;
    sq_pls pls;
    unsigned drawn = 1;
    (void)state;
    for (size_t i = 0; i < 40 * MANY; i++)
        answers[i] = (drawn = drawn * 1103515245u + 12345u) / 65536 % 7;
    for (size_t j = 0; j < MANY; j++) {
        block[j] = j;
        if (j > 0)
            paths[(j - 1) * MANY + j] = 1;
    }
    assert_int_equal(sq_pls_alloc(&pls, &model, &problem), SQ_OK);
    assert_int_equal(sq_pls_data_alloc(&data, &pls, &table, NULL, SQ_MISSING_MEAN, &problem),
                     SQ_OK);
    pls.round_work = pls.fit_work = 0; /* only the memory is to be in the way */
    assert_int_equal(sq_pls_bootstrap(&pls, &data, &options, SQ_STATISTIC_HTMT, NULL, 100000, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(problem.fault, SQ_MODEL_TOO_LARGE);
    assert_int_equal(sq_pls_bootstrap(&pls, &data, &options, SQ_STATISTIC_HTMT, NULL, 20, 1, 0.95,
                                      rows, &counts, &problem),
                     SQ_OK);
    sq_pls_data_free(&data);
    sq_pls_free(&pls);
}

static void limits_of_the_bootstrap(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_model_problem problem;
    sq_pls_bootstrap_row rows[27];
    sq_pls_counts counts;
    fixture f;
    (void)state;
    NOT_UNDER_VALGRIND();
    open_bank(&f);
    f.pls.round_work *= 1e4; /* as if each round took ten thousand times as long */
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 5000, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(problem.fault, SQ_MODEL_TOO_LARGE);
    assert_int_equal(counts.done, 0);
    assert_true(f.pls.work < 1e10);
    close_fixture(&f);
    open_bank(&f);
    f.pls.work = SQ_MOST_WORK - 3e8; /* enough for some thousands */
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 5000, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(problem.fault, SQ_MODEL_TOO_LARGE);
    assert_true(counts.done > 1000 && counts.done < 5000);
    assert_int_equal(sq_pls_fit(&f.pls, f.data.covariance, 250, &options, &problem),
                     SQ_OUT_OF_DOMAIN);
    f.pls.work = 0;
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 5000, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OK);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counted_rows_are_repeated_rows),
        cmocka_unit_test(bootstrap_matches_copies),
        cmocka_unit_test(bootstrap_is_like_plspm),
        cmocka_unit_test(seeds_repeat),
        cmocka_unit_test(statistics_of_one_row),
        cmocka_unit_test(edges_of_the_bootstrap),
        cmocka_unit_test(limits_of_the_bootstrap),
        cmocka_unit_test(memory_of_the_bootstrap),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
