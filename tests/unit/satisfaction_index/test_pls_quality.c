/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Effects, reliability, validity, indices and Q² of path models, against plspm and seminr, against
 * regressions on scores, and by identities.
 */
#include "satisfaction_index/pls_blindfolding.h"
#include "satisfaction_index/pls_models.h"
#include "satisfaction_index/pls_quality.h"
#include "satisfaction_index/pls_textbook.h"

#include <gsl/gsl_errno.h>

static void open_bank_as_plspm(fixture *f)
{
    sq_pls_options options;
    set_bank(f);
    open_fixture(f, NULL, SQ_MISSING_LISTWISE);
    sq_pls_preset("plspm", &options);
    options.metric = SQ_METRIC_RAW;
    fit_fixture(f, &options);
}

/* Some of image, expectation and value act on satisfaction: the model of seminr's own tests from
 * the first construct on. */
static void open_small_mobi(fixture *f, size_t first)
{
    static const size_t columns[] = {10, 11, 12, 13, 14, 0, 1, 2, 22, 23, 3, 4, 5};
    static const size_t block[] = {0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3};
    sq_table mobi = read_survey("tests/published/mobi/mobi.csv", "CUEX1", 24);
    sq_pls_options options = sq_pls_default();
    size_t q = 4 - first, skip = first == 0 ? 0 : 5, p = 13 - skip;
    double *answers = malloc(250 * p * sizeof *answers);
    assert_non_null(answers);
    *f = (fixture){.answers = {answers, 250, p}};
    for (size_t r = 0; r < 250; r++)
        for (size_t i = 0; i < p; i++)
            answers[r * p + i] = sq_row(&mobi, r)[columns[skip + i]];
    for (size_t i = 0; i < p; i++)
        f->block[i] = block[skip + i] - first;
    for (size_t j = 0; j + 1 < q; j++)
        f->paths[j * q + q - 1] = 1;
    f->model = (sq_path_model){p, q, f->block, f->paths, f->modes};
    free((void *)mobi.values);
    open_fixture(f, NULL, SQ_MISSING_LISTWISE);
    fit_fixture(f, &options);
}

static void effects_match_plspm(void **state)
{
    sq_table effects = read_survey(BANK ".effects.csv", "direct", 3);
    double total[36];
    size_t row = 0;
    fixture f;
    (void)state;
    open_bank_as_plspm(&f);
    sq_pls_total_effects(&f.pls, total);
    for (size_t j = 0; j < 6; j++)
        for (size_t k = j + 1; k < 6; k++, row++) {
            assert_near(total[j * 6 + k] - f.pls.paths[j * 6 + k], sq_row(&effects, row)[1], 1e-13);
            assert_near(total[j * 6 + k], sq_row(&effects, row)[2], 1e-13);
        }
    free((void *)effects.values);
    close_fixture(&f);
}

/* (I − B)(T + I) = I, of constructs in an order in which paths lead up and down the table. */
static void total_effects_are_the_inverse(void **state)
{
    static const size_t block[] = {5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 3, 3, 3, 3,
                                   3, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4};
    static const char *const rows[] = {"011100", "001000", "000010", "011000", "000000", "101010"};
    sq_pls_options options = sq_pls_default();
    double total[36];
    fixture f;
    (void)state;
    set_fixture(&f, BANK ".csv", "imag1", 27, block, 6, rows);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    fit_fixture(&f, &options);
    sq_pls_total_effects(&f.pls, total);
    for (size_t j = 0; j < 6; j++)
        for (size_t k = 0; k < 6; k++) {
            double sum = total[j * 6 + k] + (j == k);
            for (size_t m = 0; m < 6; m++)
                sum -= f.pls.paths[j * 6 + m] * (total[m * 6 + k] + (m == k));
            assert_near(sum, j == k, 1e-14);
        }
    close_fixture(&f);
}

static void blocks_match_plspm(void **state)
{
    sq_table summary = read_survey(BANK ".inner-summary.csv", "r_squared", 4);
    sq_table unidim = read_survey(BANK "_unidim.csv", "mvs", 2);
    fixture f;
    (void)state;
    open_bank_as_plspm(&f);
    for (size_t j = 0; j < 6; j++) {
        sq_pls_block block = sq_pls_reliability(&f.pls, j);
        assert_int_equal(block.items, (int)sq_row(&unidim, j)[0]);
        assert_near(block.alpha, sq_row(&unidim, j)[1], 1e-13);
        assert_near(block.communality, sq_row(&summary, j)[1], 1e-13);
        assert_near(block.ave, sq_row(&summary, j)[3], 1e-13);
        if (j > 0)
            assert_near(block.redundancy, sq_row(&summary, j)[2], 1e-13);
        else
            assert_reason(block.redundancy, SQ_UNDEFINED);
    }
    free((void *)summary.values);
    free((void *)unidim.values);
    close_fixture(&f);
}

static void quality_matches_seminr(void **state)
{
    /* alpha, rhoC, AVE, rhoA */
    static const double reliability[4][4] = {
        {0.722834595427083, 0.818325774056256, 0.477979834838268, 0.745291554480322},
        {0.451902555978063, 0.733177801505283, 0.480507046633952, 0.461657986928213},
        {0.823631979352573, 0.917897281748515, 0.84831067540365, 0.857527048393235},
        {0.779195021918597, 0.871457927643628, 0.693363990925202, 0.784023593590752}};
    static const double htmt[4][4] = {{0, 0.88803042750925, 0.651659392487802, 0.910100923782741},
                                      {0, 0, 0.588628982316289, 0.865108193553153},
                                      {0, 0, 0, 0.740808927759395},
                                      {0}};
    static const double inner_vif[] = {1.6139498810707, 1.36849662441311, 1.37801850355244};
    static const double outer_vif[] = {1.96158254047704, 1.96158254047704, 1.50500417008445,
                                       1.76197723191477, 1.64446280215093};
    static const double cross[][4] = {
        {0.763199100938388, 0.351586629361819, 0.396662680764419, 0.549181935347663},
        {0.350272365836377, 0.76152466539557, 0.29426936238514, 0.372254478283692},
        {0.530183701954831, 0.348741408573845, 0.940265063862509, 0.617842868245876},
        {0.627868432872707, 0.390906142343749, 0.598952326330781, 0.850379560919916}};
    static const size_t cross_place[] = {0, 5, 9, 12};
    double table[16], vif[13];
    fixture f;
    (void)state;
    open_small_mobi(&f, 0);
    for (size_t j = 0; j < 4; j++) {
        sq_pls_block block = sq_pls_reliability(&f.pls, j);
        assert_near(block.alpha, reliability[j][0], 1e-12);
        assert_near(block.rho_c, reliability[j][1], 1e-8);
        assert_near(block.ave, reliability[j][2], 1e-8);
        assert_near(block.rho_a, reliability[j][3], 1e-8);
        for (size_t k = 0; k < 4; k++)
            assert_near(f.pls.cross_loadings[cross_place[j] * 4 + k], cross[j][k], 1e-7);
    }
    sq_pls_htmt(&f.pls, table);
    for (size_t j = 0; j < 4; j++) {
        assert_reason(table[j * 4 + j], SQ_UNDEFINED);
        for (size_t k = j + 1; k < 4; k++) {
            assert_near(table[j * 4 + k], htmt[j][k], 1e-13);
            assert_true(table[j * 4 + k] == table[k * 4 + j]);
        }
    }
    sq_pls_inner_vif(&f.pls, table);
    for (size_t j = 0; j < 3; j++)
        assert_near(table[j * 4 + 3], inner_vif[j], 1e-7);
    assert_reason(table[3], SQ_OK);
    assert_reason(table[0], SQ_UNDEFINED);
    sq_pls_outer_vif(&f.pls, vif);
    for (size_t i = 0; i < 5; i++)
        assert_near(vif[8 + i], outer_vif[i], 1e-12);
    close_fixture(&f);
}

/* seminr's f² of image on satisfaction is of two estimations, with image and without. */
static void explained_variance_matches_seminr(void **state)
{
    fixture with, without;
    (void)state;
    open_small_mobi(&with, 0);
    open_small_mobi(&without, 1);
    assert_near((with.pls.r2[3] - without.pls.r2[2]) / (1 - with.pls.r2[3]), 0.303554364141901,
                1e-8);
    close_fixture(&with);
    close_fixture(&without);
}

/* f² is t²/df of the coefficient in the regression on scores. */
static void effect_sizes_match_regression(void **state)
{
    double f2[16], scores[250 * 4], column[4][250], b[3], residual = 0, xx;
    double *x[3] = {column[0], column[1], column[2]}, *others[2] = {column[1], column[2]}, c[2];
    fixture f;
    (void)state;
    open_small_mobi(&f, 0);
    sq_pls_effect_sizes(&f.pls, f2);
    sq_pls_scores(&f.pls, &f.data, scores);
    for (size_t r = 0; r < 250; r++)
        for (size_t j = 0; j < 4; j++)
            column[j][r] = scores[r * 4 + j];
    regress(x, 3, column[3], 250, b);
    regress(others, 2, column[0], 250, c);
    for (size_t r = 0; r < 250; r++) {
        double e = column[3][r];
        for (size_t j = 0; j < 3; j++)
            e -= b[j] * column[j][r];
        residual += e * e;
        column[0][r] -= c[0] * column[1][r] + c[1] * column[2][r];
    }
    xx = product(column[0], column[0], 250);
    assert_near(f2[0 * 4 + 3], b[0] * b[0] * xx / residual, 1e-10);
    assert_near(sq_pls_adjusted_r2(&f.pls, 3, 250), 1 - residual / 246, 1e-10);
    assert_reason(sq_pls_adjusted_r2(&f.pls, 3, 4), SQ_UNDEFINED);
    close_fixture(&f);
}

/* seminr's adjusted R² of the consistent ECSI model. */
static void adjusted_r2_matches_seminr(void **state)
{
    static const double expected[] = {NAN,
                                      0.744248074932625,
                                      0.757695172231513,
                                      0.450718576344322,
                                      0.926132199579756,
                                      0.350774245955336,
                                      0.73162197776785};
    sq_pls_options options = sq_pls_default();
    double vif[49];
    fixture f;
    (void)state;
    set_mobi(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    options.consistent = true;
    fit_fixture(&f, &options);
    for (size_t j = 1; j < 7; j++)
        assert_near(sq_pls_adjusted_r2(&f.pls, j, 250), expected[j], 1e-7);
    assert_reason(sq_pls_adjusted_r2(&f.pls, 0, 250), SQ_UNDEFINED);
    sq_pls_inner_vif(&f.pls, vif);
    assert_near(vif[0 * 7 + 1], 1, 0); /* the only predecessor */
    close_fixture(&f);
}

static void single_items_and_mode_b(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_pls_block block;
    double htmt[49], vif[24];
    fixture f;
    (void)state;
    set_mobi(&f);
    f.modes[2] = SQ_MODE_B;
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    fit_fixture(&f, &options);
    block = sq_pls_reliability(&f.pls, 5); /* complaints: one item */
    assert_true(block.ave == 1 && block.rho_c == 1 && block.rho_a == 1);
    assert_reason(block.alpha, SQ_UNDEFINED);
    block = sq_pls_reliability(&f.pls, 2); /* quality: mode B */
    assert_reason(block.ave, SQ_UNDEFINED);
    assert_reason(block.rho_a, SQ_UNDEFINED);
    assert_reason(block.rho_c, SQ_UNDEFINED);
    assert_reason(block.alpha, SQ_UNDEFINED);
    assert_near(block.redundancy, block.communality * f.pls.r2[2], 1e-15);
    sq_pls_htmt(&f.pls, htmt);
    assert_true(htmt[5 * 7 + 4] > 0 && htmt[5 * 7 + 4] < 1);
    sq_pls_outer_vif(&f.pls, vif);
    assert_near(vif[20], 1, 0);
    close_fixture(&f);
}

/* ---- indices and importance ---- */

/* Σ w x̄ of weights that sum to 1, respondent by respondent; and regressions between the indices. */
static void indices_are_means_of_scaled_scores(void **state)
{
    static double index_of[6][250];
    double index[6], importance[6], weights[27], expected[6], b[4];
    double zeros[27], tens[27], below[27], above[27];
    const sq_pls_scale scale = {zeros, tens}, longer = {below, above};
    double *image[] = {index_of[0]},
           *before[] = {index_of[0], index_of[1], index_of[2], index_of[3]};
    fixture f;
    (void)state;
    open_bank_as_plspm(&f);
    for (size_t i = 0; i < 27; i++) {
        zeros[i] = 0;
        tens[i] = 10;
        below[i] = -2;
        above[i] = 12;
    }
    assert_true(sq_pls_answers_within(&f.data, zeros, tens));
    assert_false(sq_pls_answers_within(&f.data, tens, above));
    sq_pls_index_weights(&f.pls, weights);
    for (size_t j = 0; j < 6; j++) {
        double sum = 0;
        for (size_t i = f.pls.first[j]; i < f.pls.first[j + 1]; i++)
            sum += weights[i];
        assert_near(sum, 1, 1e-14);
        assert_int_equal(sq_pls_negative_weights(&f.pls, j), 0);
        expected[j] = 0;
        for (size_t r = 0; r < 250; r++) {
            index_of[j][r] = 0;
            for (size_t i = f.pls.first[j]; i < f.pls.first[j + 1]; i++)
                index_of[j][r] += 100 * weights[i] * sq_row(&f.answers, r)[i] / 10;
            expected[j] += index_of[j][r] / 250;
        }
    }
    sq_pls_indices(&f.pls, f.data.means, &scale, index);
    for (size_t j = 0; j < 6; j++) {
        assert_near(index[j], expected[j], 1e-11);
        make_standard(index_of[j], 250, false);
    }
    sq_pls_indices(&f.pls, f.data.means, &longer, index);
    for (size_t j = 0; j < 6; j++) /* the same means on a longer scale */
        assert_near(index[j], 100 * (expected[j] / 10 + 2) / 14, 1e-11);
    sq_pls_importance(&f.pls, &scale, 1, importance); /* expectation: image alone acts on it */
    regress(image, 1, index_of[1], 250, b);
    assert_near(importance[0], b[0], 1e-12);
    assert_near(importance[4], 0, 0);
    assert_reason(importance[1], SQ_UNDEFINED);
    sq_pls_importance(&f.pls, NULL, 4, importance); /* satisfaction: value directly only */
    regress(before, 4, index_of[4], 250, b);
    assert_near(importance[3], b[3], 1e-11);
    for (size_t i = 0; i < 27; i++)
        assert_near(sq_pls_item_importance(&f.pls, &longer, i), weights[i], 1e-14);
    close_fixture(&f);
}

/* The last item of each block asked from 0 to 100 instead: with ends of its own, everything in
 * indices stays, and as many points of index. */
static void an_item_on_another_scale(void **state)
{
    double minimum[27] = {0}, maximum[27], index[6], stretched[6], importance[6], changed[6];
    double *copy;
    const sq_pls_scale scale = {minimum, maximum};
    sq_pls_options options = sq_pls_default();
    fixture f;
    (void)state;
    set_bank(&f);
    for (size_t i = 0; i < 27; i++)
        maximum[i] = 10;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    fit_fixture(&f, &options);
    sq_pls_indices(&f.pls, f.data.means, &scale, index);
    sq_pls_importance(&f.pls, &scale, 4, importance);
    copy = malloc(f.answers.rows * f.answers.columns * sizeof *copy);
    memcpy(copy, f.answers.values, f.answers.rows * f.answers.columns * sizeof *copy);
    for (size_t j = 0; j < 6; j++) {
        size_t last = f.pls.first[j + 1] - 1;
        maximum[last] = 100;
        for (size_t row = 0; row < f.answers.rows; row++)
            copy[row * f.answers.columns + f.pls.column[last]] *= 10;
    }
    sq_pls_data_free(&f.data);
    assert_int_equal(sq_pls_data_alloc(&f.data, &f.pls,
                                       &(sq_table){copy, f.answers.rows, f.answers.columns}, NULL,
                                       SQ_MISSING_MEAN, NULL),
                     SQ_OK);
    fit_fixture(&f, &options);
    sq_pls_indices(&f.pls, f.data.means, &scale, stretched);
    sq_pls_importance(&f.pls, &scale, 4, changed);
    for (size_t j = 0; j < 6; j++) {
        assert_near(stretched[j], index[j], 1e-9);
        if (j != 4)
            assert_near(changed[j], importance[j], 1e-9);
    }
    free(copy);
    close_fixture(&f);
}

static void negative_weights_are_counted(void **state)
{
    sq_pls_options options = sq_pls_default();
    double index[3], weights[9], minimum[9], maximum[9];
    fixture f;
    (void)state;
    set_russett(&f);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    fit_fixture(&f, &options);
    assert_int_equal(sq_pls_negative_weights(&f.pls, 0), 0);
    assert_int_equal(sq_pls_negative_weights(&f.pls, 1), 1); /* gnpr */
    f.pls.unit_weights[3] = -2; /* as if the weights summed to less than 0 */
    f.pls.unit_weights[4] = 1;
    for (size_t i = 0; i < 9; i++) {
        minimum[i] = 0;
        maximum[i] = 100;
    }
    sq_pls_indices(&f.pls, f.data.means, &(sq_pls_scale){minimum, maximum}, index);
    assert_reason(index[1], SQ_UNDEFINED);
    assert_reason(index[0], SQ_OK);
    sq_pls_index_weights(&f.pls, weights);
    assert_reason(weights[3], SQ_UNDEFINED);
    close_fixture(&f);
}

/* ---- Q² ---- */

/* Blindfolding spelt out: raw answers replaced, the textbook algorithm, vectors of scores. */
static double slow_q2(fixture *f, size_t j, size_t distance, sq_scheme scheme)
{
    size_t n = f->answers.rows, p = f->model.items, q = f->model.constructs, cell = 0;
    double *answers = (double *)f->answers.values, error = 0, total = 0;
    double *copy = malloc(n * p * sizeof *copy);
    assert_non_null(copy);
    memcpy(copy, answers, n * p * sizeof *copy);
    for (size_t round = 0; round < distance; round++) {
        static double z[MOST_ITEMS][MOST_ROWS];
        double weights[MOST_ITEMS], paths[MOST_CONSTRUCTS * MOST_CONSTRUCTS], own[MOST_ROWS] = {0};
        double predicted[MOST_ROWS] = {0};
        cell = 0;
        for (size_t i = 0; i < p; i++)
            for (size_t r = 0; f->block[i] == j && r < n; r++, cell++)
                if (cell % distance == round) {
                    double sum = 0, left = 0; /* of the answers of this item that remain */
                    for (size_t t = 0; t < n; t++)
                        if ((cell - r + t) % distance != round) {
                            sum += copy[t * p + i];
                            left++;
                        }
                    answers[r * p + i] = sum / left;
                }
        textbook(f, scheme, SQ_METRIC_STANDARDISED, weights, paths);
        for (size_t i = 0; i < p; i++) {
            size_t k = f->block[i];
            for (size_t r = 0; r < n; r++)
                z[i][r] = answers[r * p + i];
            make_standard(z[i], n, true);
            for (size_t r = 0; r < n; r++) {
                predicted[r] += paths[k * q + j] * weights[i] * z[i][r];
                own[r] += k == j ? weights[i] * z[i][r] : 0;
            }
        }
        cell = 0;
        for (size_t i = 0; i < p; i++) {
            double mean = 0, sd = 0, full = 0, variance = 0;
            double loading = product(z[i], own, n) / ((double)n - 1);
            for (size_t r = 0; r < n; r++) {
                mean += answers[r * p + i] / (double)n;
                full += copy[r * p + i] / (double)n;
            }
            for (size_t r = 0; r < n; r++) {
                sd += (answers[r * p + i] - mean) * (answers[r * p + i] - mean);
                variance += (copy[r * p + i] - full) * (copy[r * p + i] - full);
            }
            sd = sqrt(sd / ((double)n - 1));
            for (size_t r = 0; f->block[i] == j && r < n; r++, cell++)
                if (cell % distance == round) {
                    double miss = copy[r * p + i] - mean - sd * loading * predicted[r];
                    error += miss * miss / variance;
                    total += (copy[r * p + i] - mean) * (copy[r * p + i] - mean) / variance;
                }
        }
        memcpy(answers, copy, n * p * sizeof *copy);
    }
    free(copy);
    return 1 - error / total;
}

static void blindfolding_matches_the_slow_way(void **state)
{
    sq_pls_options options = exact_options();
    double q2[6], before;
    fixture f;
    (void)state;
    NOT_UNDER_VALGRIND();
    set_russett(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    fit_fixture(&f, &options);
    before = f.pls.paths[2];
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 7, q2, NULL), SQ_OK);
    assert_reason(q2[0], SQ_UNDEFINED);
    assert_near(q2[2], slow_q2(&f, 2, 7, options.scheme), 1e-9);
    assert_true(f.pls.paths[2] == before);
    close_fixture(&f);
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 7, q2, NULL), SQ_OK);
    assert_near(q2[3], slow_q2(&f, 3, 7, options.scheme), 1e-9);
    for (size_t j = 1; j < 6; j++)
        assert_true(q2[j] > 0.1 && q2[j] < f.pls.r2[j]);
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 5, q2, NULL), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 1, q2, NULL), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 250, q2, NULL), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_blindfolding_distance(250, 5), 6);
    assert_int_equal(sq_blindfolding_distance(250, 7), 7);
    assert_int_equal(sq_blindfolding_distance(3, 7), 0);
    close_fixture(&f);
}

/* R, by the formulas: tests/published/path_models.R. */
static void blindfolding_matches_r(void **state)
{
    sq_table expected = read_survey("tests/published/path_models.csv", "value", 1);
    sq_pls_options options = exact_options();
    double q2[6];
    fixture f;
    (void)state;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 7, q2, NULL), SQ_OK);
    for (size_t j = 1; j < 6; j++)
        assert_near(q2[j], expected.values[j - 1], 1e-12);
    free((void *)expected.values);
    close_fixture(&f);
}

/* Case weights that are all alike change nothing. An item of which a single answer differs has no
 * spread left in the round that hides it: exactly none, whatever the binary form of the rest. */
static void blindfolding_with_weights_and_constants(void **state)
{
    sq_pls_options options = exact_options();
    double plain[6], weighted[6], weights[250], *answers;
    fixture f;
    (void)state;
    for (size_t c = 0; c < 2; c++) {
        set_bank(&f);
        for (size_t r = 0; r < 250; r++)
            weights[r] = 0.37;
        open_fixture(&f, c ? weights : NULL, SQ_MISSING_LISTWISE);
        assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 7, c ? weighted : plain, NULL),
                         SQ_OK);
        close_fixture(&f);
    }
    for (size_t j = 1; j < 6; j++)
        assert_near(weighted[j], plain[j], 1e-12);
    set_bank(&f);
    answers = (double *)f.answers.values;
    for (size_t r = 0; r < 250; r++)
        answers[r * 27 + 6] = r == 33 ? 0.7 : 0.1;
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(sq_pls_q2(&f.pls, &f.data, &options, 7, plain, NULL), SQ_OK);
    assert_reason(plain[1], SQ_UNDEFINED);
    assert_reason(plain[2], SQ_OK);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(effects_match_plspm),
        cmocka_unit_test(total_effects_are_the_inverse),
        cmocka_unit_test(blocks_match_plspm),
        cmocka_unit_test(quality_matches_seminr),
        cmocka_unit_test(explained_variance_matches_seminr),
        cmocka_unit_test(effect_sizes_match_regression),
        cmocka_unit_test(adjusted_r2_matches_seminr),
        cmocka_unit_test(single_items_and_mode_b),
        cmocka_unit_test(indices_are_means_of_scaled_scores),
        cmocka_unit_test(an_item_on_another_scale),
        cmocka_unit_test(negative_weights_are_counted),
        cmocka_unit_test(blindfolding_matches_the_slow_way),
        cmocka_unit_test(blindfolding_matches_r),
        cmocka_unit_test(blindfolding_with_weights_and_constants),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
