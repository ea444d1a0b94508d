/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Path models that must not depend on how items are worded, in which unit they are given, or on
 * rounding: the sign of a score, the stop of the iteration, numbers that are 0 or 1 or not defined.
 */
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_groups.h"
#include "satisfaction_index/pls_models.h"
#include "satisfaction_index/pls_quality.h"
#include "satisfaction_index/pls_textbook.h"

#include <gsl/gsl_errno.h>

/* Two of the four items of value are worded the other way: the loadings of its block sum to about
 * nothing, and either sign is as good as the other. */
static void reverse_two(fixture *f)
{
    double *answers = (double *)f->answers.values;
    for (size_t r = 0; r < 250; r++) {
        answers[r * 27 + 16] = 11 - answers[r * 27 + 16];
        answers[r * 27 + 18] = 11 - answers[r * 27 + 18];
    }
}

static bool of_value(const fixture *f, size_t end)
{
    (void)f;
    return end == 3;
}

/* The wording of items is no news: t, p and every |number| are those of the answers recoded, the
 * sign turns in every resample or in none. */
static void wording_changes_no_bootstrap(void **state)
{
    static const sq_pls_statistic statistics[] = {SQ_STATISTIC_PATHS, SQ_STATISTIC_EFFECTS,
                                                  SQ_STATISTIC_R2, SQ_STATISTIC_HTMT};
    (void)state;
    NOT_UNDER_VALGRIND();
    for (unsigned c = 0; c < 2 * 4; c++) {
        sq_pls_options options = exact_options();
        sq_pls_bootstrap_row one[27], two[27];
        sq_pls_counts counts;
        fixture f, g;
        double turned = 0;
        size_t m;
        options.metric = (sq_metric)(c % 2);
        set_bank(&f);
        set_bank(&g);
        reverse_two(&g);
        open_fixture(&f, NULL, SQ_MISSING_MEAN);
        open_fixture(&g, NULL, SQ_MISSING_MEAN);
        m = sq_pls_list(&f.pls, statistics[c / 2], NULL, NULL);
        assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, statistics[c / 2], NULL, 200,
                                          1, 0.95, one, &counts, NULL),
                         SQ_OK);
        assert_int_equal(counts.done, 200);
        assert_int_equal(sq_pls_bootstrap(&g.pls, &g.data, &options, statistics[c / 2], NULL, 200,
                                          1, 0.95, two, &counts, NULL),
                         SQ_OK);
        assert_int_equal(counts.done, 200);
        assert_true(sq_pls_has_both_signs(&g.pls, 3));
        assert_false(sq_pls_has_both_signs(&f.pls, 3));
        assert_false(sq_pls_has_both_signs(&g.pls, 2));
        for (size_t s = 0; s < m; s++) {
            assert_near(fabs(two[s].estimate), fabs(one[s].estimate), 1e-9);
            assert_near(two[s].se, one[s].se, 1e-9 * one[s].se);
            assert_near(fabs(two[s].t), fabs(one[s].t), 1e-6 * fabs(one[s].t));
            assert_near(two[s].p, one[s].p, 1e-6 * one[s].p);
            turned += two[s].estimate * one[s].estimate < 0 &&
                      (of_value(&f, one[s].from) != of_value(&f, one[s].to));
        }
        assert_true(statistics[c / 2] == SQ_STATISTIC_R2 || turned == 0 || turned >= 3);
        if (statistics[c / 2] == SQ_STATISTIC_PATHS) {
            assert_int_equal(one[6].from, 2); /* quality → value: plain to see */
            assert_int_equal(one[6].to, 3);
            assert_true(fabs(one[6].estimate) > 0.6 && two[6].p < 1e-10);
        }
        close_fixture(&f);
        close_fixture(&g);
    }
}

/* Resample by resample: with the rule applied anew the sign does turn, so that this is a test. */
static void signs_of_resamples_agree(void **state)
{
    SQ_SCRATCH(memory);
    sq_pls_options options = sq_pls_default();
    sq_resample resample;
    size_t turned_by_rule = 0;
    double whole;
    fixture f;
    (void)state;
    set_bank(&f);
    reverse_two(&f);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    fit_fixture(&f, &options);
    whole = f.pls.paths[2 * 6 + 3];
    assert_int_equal(sq_resample_take(&memory, &resample, &f.data), SQ_OK);
    for (size_t b = 0; b < 100; b++) {
        size_t n, state_of_drawing = b + 1;
        memset(resample.count, 0, 250 * sizeof *resample.count);
        for (size_t r = 0; r < 250; r++) {
            state_of_drawing = (state_of_drawing * 1103515245 + 12345) % 2147483648u;
            resample.count[state_of_drawing / 65536 % 250]++;
        }
        n = sq_resample_covariance(&resample);
        fit_fixture(&f, &options);
        sq_pls_keep_signs(&f.pls);
        assert_int_equal(sq_pls_fit(&f.pls, resample.covariance, n, &options, NULL), SQ_OK);
        assert_true(f.pls.paths[2 * 6 + 3] * whole > 0.1);
        sq_pls_release_signs(&f.pls);
        assert_int_equal(sq_pls_fit(&f.pls, resample.covariance, n, &options, NULL), SQ_OK);
        turned_by_rule += f.pls.paths[2 * 6 + 3] * whole < 0;
    }
    assert_true(turned_by_rule > 10);
    close_fixture(&f);
}

/* Groups and their permutations likewise: the same p, however the items are worded. */
static void wording_changes_no_permutation(void **state)
{
    sq_pls_options options = exact_options();
    double estimates[2][20], p[2][10];
    size_t group[250], n[2];
    (void)state;
    for (size_t r = 0; r < 250; r++)
        group[r] = r % 3 == 0;
    for (size_t c = 0; c < 2; c++) {
        sq_pls_counts counts;
        fixture f;
        set_bank(&f);
        if (c == 1)
            reverse_two(&f);
        open_fixture(&f, NULL, SQ_MISSING_MEAN);
        assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group,
                                       2, 199, 3, estimates[c], n, p[c], &counts, NULL),
                         SQ_OK);
        assert_int_equal(counts.done, 199);
        close_fixture(&f);
    }
    for (size_t s = 0; s < 10; s++) {
        assert_near(fabs(estimates[1][s] - estimates[1][10 + s]),
                    fabs(estimates[0][s] - estimates[0][10 + s]), 1e-9);
        assert_near(p[1][s], p[0][s], 1e-12);
    }
}

/* A sum of loadings that is nothing but rounding has no sign of its own: the first item has. */
static void without_a_majority_the_first_item_points(void **state)
{
    static const double a[] = {1, 2, 3, 4, 5, 6}, b[] = {2, 1, 4, 3, 6, 5};
    static const double paths[] = {0, 1, 0, 0};
    (void)state;
    for (unsigned c = 0; c < 4 * 50; c++) {
        double factor = 0.1 * (1 + c / 4); /* each rounds the sum of the loadings in its own way */
        bool turned = c % 2 == 1;
        size_t own = c / 2 % 2, other = 1 - own,
               block[] = {own, own, other}; /* which construct it is */
        sq_path_model model = {3, 2, block, paths, NULL};
        sq_pls_options options = sq_pls_default();
        double answers[6 * 3];
        sq_table table = {answers, 6, 3};
        sq_model_problem problem;
        sq_pls_data data;
        sq_pls pls;
        for (size_t r = 0; r < 6; r++) {
            answers[r * 3] = turned ? -0.1 * a[r] : 0.1 * a[r];
            answers[r * 3 + 1] = (turned ? factor : -factor) * a[r];
            answers[r * 3 + 2] = b[r];
        }
        assert_int_equal(sq_pls_alloc(&pls, &model, &problem), SQ_OK);
        assert_int_equal(sq_pls_data_alloc(&data, &pls, &table, NULL, SQ_MISSING_MEAN, &problem),
                         SQ_OK);
        assert_int_equal(sq_pls_fit(&pls, data.covariance, 6, &options, &problem), SQ_OK);
        assert_near(pls.loadings[pls.first[own]], 1, 1e-12);
        assert_near(pls.loadings[pls.first[own] + 1], -1, 1e-12);
        assert_near(pls.paths[1], turned ? -29. / 35 : 29. / 35, 1e-12); /* r of a and b */
        sq_pls_data_free(&data);
        sq_pls_free(&pls);
    }
}

/* Where two scores of the fit whose signs are kept are turned round, all numbers of the next fit
 * are those of scores turned round: nothing is left behind, in either triangle. */
static void a_turned_score_turns_everything(void **state)
{
    sq_pls_options options = sq_pls_default();
    double scores[250 * 6], weights[27], paths[36];
    const double *answers;
    fixture f;
    (void)state;
    set_bank(&f);
    answers = f.answers.values;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    fit_fixture(&f, &options);
    memcpy(weights, f.pls.weights, sizeof weights);
    memcpy(paths, f.pls.paths, sizeof paths);
    sq_pls_keep_signs(&f.pls);
    for (size_t i = 5; i < 15; i++) /* expectation and quality */
        f.pls.direction[i] *= -1;
    fit_fixture(&f, &options);
    sq_pls_scores(&f.pls, &f.data, scores);
    for (size_t i = 0; i < 27; i++) {
        double sign = i >= 5 && i < 15 ? -1 : 1;
        assert_near(f.pls.weights[i], sign * weights[i], 0);
        assert_true(f.pls.loadings[i] * sign > 0);
        assert_near(f.pls.loadings[i], f.pls.cross_loadings[i * 6 + f.pls.construct[i]], 0);
    }
    for (size_t j = 0; j < 6; j++) {
        assert_false(sq_pls_has_both_signs(&f.pls, j));
        for (size_t k = 0; k < 6; k++) {
            double sign = (j == 1 || j == 2) == (k == 1 || k == 2) ? 1 : -1;
            assert_near(f.pls.paths[j * 6 + k], sign * paths[j * 6 + k], 1e-14);
        }
    }
    for (size_t j = 0; j < 6; j++)
        for (size_t k = 0; k < 6; k++) {
            double sum = 0;
            for (size_t r = 0; r < 250; r++)
                sum += scores[r * 6 + j] * scores[r * 6 + k] / 249;
            assert_near(f.pls.correlations[j * 6 + k], sum, 1e-12);
            assert_near(f.pls.correlations[j * 6 + k], f.pls.correlations[k * 6 + j], 0);
        }
    for (size_t i = 0; i < 27; i++)
        for (size_t k = 0; k < 6; k++) {
            double x[250], y[250];
            for (size_t r = 0; r < 250; r++) {
                x[r] = answers[r * 27 + i];
                y[r] = scores[r * 6 + k];
            }
            make_standard(x, 250, true);
            assert_near(f.pls.cross_loadings[i * 6 + k], product(x, y, 250) / 249, 1e-12);
        }
    assert_true(f.pls.correlations[0 * 6 + 1] < 0 && f.pls.correlations[1 * 6 + 2] > 0);
    sq_pls_release_signs(&f.pls);
    fit_fixture(&f, &options);
    for (size_t i = 0; i < 27; i++)
        assert_near(f.pls.weights[i], weights[i], 0);
    close_fixture(&f);
}

/* Centroid scheme: a neighbour without any correlation has no say, rather than that of a positive
 * one. Four contrasts: the first block is u + v and u − v, its neighbours are v and u. */
static void no_correlation_has_no_sign(void **state)
{
    static const double u[] = {1, 1, 1, 1, -1, -1, -1, -1}, v[] = {1, 1, -1, -1, 1, 1, -1, -1};
    static const size_t block[] = {0, 0, 1, 2, 3};
    static const double paths[] = {0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0};
    sq_path_model model = {5, 4, block, paths, NULL};
    sq_pls_options options = sq_pls_default();
    double answers[8 * 5];
    sq_table table = {answers, 8, 5};
    sq_model_problem problem;
    sq_pls_data data;
    sq_pls pls;
    (void)state;
    options.scheme = SQ_SCHEME_CENTROID;
    for (size_t r = 0; r < 8; r++) {
        double row[] = {u[r] + v[r], u[r] - v[r], v[r], u[r], v[r] + (r % 2 ? 1 : -1)};
        memcpy(answers + 5 * r, row, sizeof row);
    }
    assert_int_equal(sq_pls_alloc(&pls, &model, &problem), SQ_OK);
    assert_int_equal(sq_pls_data_alloc(&data, &pls, &table, NULL, SQ_MISSING_MEAN, &problem),
                     SQ_OK);
    assert_int_equal(sq_pls_fit(&pls, data.covariance, 8, &options, &problem), SQ_OK);
    assert_near(pls.loadings[0], sqrt(0.5), 1e-14);
    assert_near(pls.loadings[1], sqrt(0.5), 1e-14);
    assert_near(pls.paths[0 * 4 + 1], 0, 0);
    assert_near(pls.paths[0 * 4 + 2], 1, 1e-14);
    sq_pls_data_free(&data);
    sq_pls_free(&pls);
}

/* ---- units ---- */

/* The unit changes nothing but scale: not the rounds, not the numbers, up to the last digit for a
 * unit that is a power of two; and origin and unit do not touch what resampling makes of it. */
static void the_unit_has_no_say(void **state)
{
    static const double units[] = {1e5, 1e-5, 1e12, 0x1p-20, 0x1p30};
    (void)state;
    for (unsigned c = 0; c < LENGTH(units) * 2 * 2; c++) {
        sq_pls_options options = sq_pls_default();
        double unit = units[c / 4], tolerance = c / 4 >= 3 ? 0 : 1e-12;
        sq_pls_bootstrap_row one[10], two[10];
        sq_pls_counts counts;
        double *answers;
        fixture f, g;
        if (c % 2)
            sq_pls_preset("plspm", &options);
        options.metric = (sq_metric)(c / 2 % 2);
        set_bank(&f);
        set_bank(&g);
        answers = (double *)g.answers.values;
        for (size_t i = 0; i < 250 * 27; i++)
            answers[i] *= unit;
        open_fixture(&f, NULL, SQ_MISSING_MEAN);
        open_fixture(&g, NULL, SQ_MISSING_MEAN);
        fit_fixture(&f, &options);
        fit_fixture(&g, &options);
        assert_int_equal(g.pls.iterations, f.pls.iterations);
        assert_near(g.pls.change, f.pls.change, 1e-6 * f.pls.change);
        for (size_t i = 0; i < 27; i++) {
            double scale = options.metric == SQ_METRIC_RAW ? unit : 1;
            assert_near(g.pls.weights[i] * scale, f.pls.weights[i], tolerance);
            assert_near(g.pls.loadings[i], f.pls.loadings[i], tolerance);
        }
        for (size_t i = 0; i < 36; i++)
            assert_near(g.pls.paths[i], f.pls.paths[i], tolerance);
        assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 30,
                                          1, 0.95, one, &counts, NULL),
                         SQ_OK);
        assert_int_equal(sq_pls_bootstrap(&g.pls, &g.data, &options, SQ_STATISTIC_PATHS, NULL, 30,
                                          1, 0.95, two, &counts, NULL),
                         SQ_OK);
        for (size_t s = 0; s < 10; s++)
            assert_near(two[s].se, one[s].se, 10 * tolerance * one[s].se);
        close_fixture(&f);
        close_fixture(&g);
    }
}

/* Answers far from 0: 2³⁰ is taken off before anything is multiplied. */
static void the_origin_has_no_say(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_pls_bootstrap_row one[10], two[10];
    sq_pls_counts counts;
    double *answers;
    fixture f, g;
    (void)state;
    set_bank(&f);
    set_bank(&g);
    answers = (double *)g.answers.values;
    for (size_t i = 0; i < 250 * 27; i++)
        answers[i] += 0x1p30;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    open_fixture(&g, NULL, SQ_MISSING_MEAN);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 30, 1,
                                      0.95, one, &counts, NULL),
                     SQ_OK);
    assert_int_equal(sq_pls_bootstrap(&g.pls, &g.data, &options, SQ_STATISTIC_PATHS, NULL, 30, 1,
                                      0.95, two, &counts, NULL),
                     SQ_OK);
    for (size_t s = 0; s < 10; s++) {
        assert_near(two[s].se, one[s].se, 1e-13 * one[s].se);
        assert_near(two[s].lower, one[s].lower, 1e-13);
    }
    close_fixture(&f);
    close_fixture(&g);
}

/* ---- what is 0, 1 or not defined but for rounding ---- */

/* y is the sum of the first block's items and says the same as it; the second block is then worth
 * nothing, in every resample. */
static void open_perfect(fixture *f)
{
    static const size_t block[] = {0, 0, 1, 1, 2};
    double *answers = malloc(40 * 5 * sizeof *answers);
    unsigned drawn = 1;
    assert_non_null(answers);
    *f = (fixture){.answers = {answers, 40, 5}};
    for (size_t r = 0; r < 40; r++) {
        for (size_t i = 0; i < 4; i++) {
            drawn = drawn * 1103515245u + 12345u;
            answers[r * 5 + i] = 0.1 * (1 + drawn / 65536 % 7);
        }
        answers[r * 5 + 1] = 0.7 * answers[r * 5];
        answers[r * 5 + 4] = 3 - 0.3 * answers[r * 5];
    }
    memcpy(f->block, block, sizeof block);
    f->paths[0 * 3 + 2] = f->paths[1 * 3 + 2] = 1;
    f->model = (sq_path_model){5, 3, f->block, f->paths, f->modes};
    open_fixture(f, NULL, SQ_MISSING_MEAN);
}

static void perfectly_related_scores(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 3 * 2; c++) {
        sq_pls_options options = sq_pls_default();
        sq_pls_bootstrap_row rows[2];
        sq_pls_counts counts;
        double f2[9], vif[9];
        fixture f;
        options.scheme = (sq_scheme)(c % 3);
        options.metric = (sq_metric)(c / 3);
        open_perfect(&f);
        fit_fixture(&f, &options);
        assert_near(f.pls.paths[0 * 3 + 2], -1, 1e-12);
        assert_near(f.pls.paths[1 * 3 + 2], 0, 0);
        assert_near(f.pls.r2[2], 1, 0);
        sq_pls_effect_sizes(&f.pls, f2);
        assert_reason(f2[0 * 3 + 2], SQ_UNDEFINED);
        assert_reason(f2[1 * 3 + 2], SQ_UNDEFINED);
        sq_pls_inner_vif(&f.pls, vif);
        assert_true(vif[0 * 3 + 2] >= 1 && vif[0 * 3 + 2] < 2);
        sq_pls_outer_vif(&f.pls, vif); /* one item is 0.7 times the other */
        assert_reason(vif[0], SQ_UNDEFINED);
        assert_reason(vif[2], SQ_OK);
        assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, 100,
                                          1, 0.95, rows, &counts, NULL),
                         SQ_OK);
        assert_true(counts.done > 90);
        for (size_t s = 0; s < 2; s++) {
            assert_near(rows[s].se, 0, 0);
            assert_reason(rows[s].t, SQ_UNDEFINED);
            assert_reason(rows[s].p, SQ_UNDEFINED);
        }
        close_fixture(&f);
    }
}

/* What is next to 1 is 1, but a corrected correlation may put R² far beyond it, which is to be
 * seen. */
static void beyond_one_is_not_rounding(void **state)
{
    static const size_t one[] = {0};
    sq_pls_options options = sq_pls_default();
    fixture f;
    (void)state;
    open_perfect(&f);
    fit_fixture(&f, &options);
    f.pls.correlations[0 * 3 + 2] = f.pls.correlations[2 * 3 + 0] = 1.1;
    assert_near(sq_pls_regress(&f.pls, 2, one, 1), 1.21, 1e-15);
    f.pls.correlations[0 * 3 + 2] = f.pls.correlations[2 * 3 + 0] = 1 + 1e-13;
    assert_near(sq_pls_regress(&f.pls, 2, one, 1), 1, 0);
    f.pls.correlations[0 * 3 + 2] = f.pls.correlations[2 * 3 + 0] = 0.9999;
    assert_near(sq_pls_regress(&f.pls, 2, one, 1), 0.9999 * 0.9999, 1e-15);
    close_fixture(&f);
}

/* Groups whose paths are both −1, each with its own rounding, do not differ. */
static void perfectly_related_groups(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_pls_counts counts;
    size_t group[40], n[2];
    double estimates[4], p[2];
    fixture f;
    (void)state;
    open_perfect(&f);
    for (size_t r = 0; r < 40; r++)
        group[r] = r % 3 == 0;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 2,
                                   99, 1, estimates, n, p, &counts, NULL),
                     SQ_OK);
    assert_near(p[0], 1, 0);
    assert_near(p[1], 1, 0);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wording_changes_no_bootstrap),
        cmocka_unit_test(signs_of_resamples_agree),
        cmocka_unit_test(wording_changes_no_permutation),
        cmocka_unit_test(without_a_majority_the_first_item_points),
        cmocka_unit_test(a_turned_score_turns_everything),
        cmocka_unit_test(no_correlation_has_no_sign),
        cmocka_unit_test(the_unit_has_no_say),
        cmocka_unit_test(the_origin_has_no_say),
        cmocka_unit_test(perfectly_related_scores),
        cmocka_unit_test(beyond_one_is_not_rounding),
        cmocka_unit_test(perfectly_related_groups),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
