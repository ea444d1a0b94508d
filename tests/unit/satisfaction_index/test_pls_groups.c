/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of a path model: permutation tests against dealing out the respondents, ties, missing
 * answers of a group against the group by itself, limits.
 */
#include "satisfaction_index/pls_groups.h"
#include "satisfaction_index/pls_models.h"
#include "satisfaction_index/pls_textbook.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>

/* Deals the same way and runs the textbook algorithm on copies of both groups. */
static void permutation_matches_dealing(void **state)
{
    enum { DEALS = 15 };
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    sq_pls_options options = exact_options();
    size_t group[47], n[2], dealt[47], n1 = 0, at = 0;
    double estimates[4], p[2], weights[9], one[9], two[9], found[2], larger[2] = {0}, *copy;
    double whole_weights[9], whole_paths[9];
    sq_pls_counts counts;
    double *answers;
    fixture f, whole;
    (void)state;
    set_russett(&f);
    set_russett(&whole);
    textbook(&whole, options.scheme, options.metric, whole_weights, whole_paths);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    for (size_t r = 0; r < 47; r++)
        n1 += (group[r] = r % 5 < 2) == 0;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 2,
                                   DEALS, 5, estimates, n, p, &counts, NULL),
                     SQ_OK);
    assert_int_equal(n[0], n1);
    assert_int_equal(n[0] + n[1], 47);
    assert_int_equal(counts.done, DEALS);
    answers = (double *)f.answers.values;
    copy = malloc(47 * 9 * sizeof *copy);
    assert_non_null(copy);
    memcpy(copy, answers, 47 * 9 * sizeof *copy);
    for (size_t g = 0; g < 2; g++)
        for (size_t r = 0; r < 47; r++)
            if (group[r] == g)
                dealt[at++] = r;
    gsl_rng_set(generator, 5);
    for (size_t d = 0; d <= DEALS; d++) {
        for (size_t i = 47; d > 0 && i > 1; i--) {
            size_t other = gsl_rng_uniform_int(generator, i), moved = dealt[i - 1];
            dealt[i - 1] = dealt[other];
            dealt[other] = moved;
        }
        f.answers.rows = n1;
        for (size_t i = 0; i < n1; i++)
            memcpy(answers + 9 * i, copy + 9 * dealt[i], 9 * sizeof *copy);
        textbook(&f, options.scheme, options.metric, weights, one);
        agree(&f, weights, &whole, whole_weights, one);
        f.answers.rows = 47 - n1;
        for (size_t i = n1; i < 47; i++)
            memcpy(answers + 9 * (i - n1), copy + 9 * dealt[i], 9 * sizeof *copy);
        textbook(&f, options.scheme, options.metric, weights, two);
        agree(&f, weights, &whole, whole_weights, two);
        for (size_t s = 0; s < 2; s++) {
            double difference = fabs(one[s * 3 + 2] - two[s * 3 + 2]);
            if (d == 0) {
                found[s] = difference;
                assert_near(estimates[s], one[s * 3 + 2], 1e-9);
                assert_near(estimates[2 + s], two[s * 3 + 2], 1e-9);
            } else
                larger[s] += difference >= found[s];
        }
    }
    for (size_t s = 0; s < 2; s++)
        assert_near(p[s], (1 + larger[s]) / (1 + DEALS), 1e-12);
    free(copy);
    free((void *)whole.answers.values);
    gsl_rng_free(generator);
    close_fixture(&f);
}

static void groups_that_differ_and_groups_that_do_not(void **state)
{
    sq_pls_options options = sq_pls_default();
    sq_model_problem problem;
    size_t group[250], n[3];
    double estimates[3 * 10], p[3 * 10], *answers;
    sq_pls_counts counts;
    fixture f;
    (void)state;
    set_bank(&f);
    answers = (double *)f.answers.values;
    /* groups 0 and 1 answer alike, one by one; in group 2 expectation runs against the rest */
    for (size_t r = 0; r < 250; r++)
        group[r] = r < 200 ? r % 2 : 2;
    for (size_t r = 1; r < 200; r += 2)
        memcpy(answers + 27 * r, answers + 27 * (r - 1), 27 * sizeof *answers);
    for (size_t r = 200; r < 250; r++)
        for (size_t i = 5; i < 10; i++)
            answers[27 * r + i] = 10 - answers[27 * r + i];
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 3,
                                   99, 1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    assert_int_equal(problem.fault, SQ_MODEL_SOUND);
    assert_int_equal(n[0], 100);
    assert_int_equal(n[2], 50);
    for (size_t s = 0; s < 10; s++) {
        assert_near(estimates[s], estimates[10 + s], 0);
        assert_near(p[s], 1, 0); /* no difference at all: every deal is at least as far apart */
    }
    assert_near(p[10], 0.01, 1e-12); /* image → expectation: 0.6 against −0.6 */
    assert_near(p[20], 0.01, 1e-12);
    assert_int_equal(counts.done + counts.not_converged + counts.not_defined, 3 * 99);
    group[0] = SQ_NOWHERE; /* belongs nowhere; and a group of two respondents */
    for (size_t r = 202; r < 250; r++)
        group[r] = SQ_NOWHERE;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 3, 9,
                                   1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    assert_int_equal(n[0], 99);
    assert_int_equal(n[2], 2);
    assert_int_equal(problem.fault, SQ_MODEL_TOO_FEW_RESPONDENTS);
    assert_reason(estimates[0], SQ_OK);
    assert_reason(estimates[20], SQ_NO_DATA);
    assert_reason(p[0], SQ_OK);
    assert_reason(p[10], SQ_NO_DATA);
    assert_reason(p[20], SQ_NO_DATA);
    assert_int_equal(counts.done, 9);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 2, 0,
                                   1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    assert_reason(p[0], SQ_UNDEFINED);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 1, 9,
                                   1, estimates, n, p, &counts, &problem),
                     SQ_BAD_ARGUMENT);
    close_fixture(&f);
}

/* ---- ties ---- */

/* Two groups of three, one item a construct, so that a path is a correlation: of the twenty ways to
 * deal them, the one found and its mirror image are as far apart as each other, and no other is so
 * far. The answers have no exact binary form, and each order of respondents rounds in its own way.
 */
static void ties_count_as_at_least(void **state)
{
    enum { DEALS = 400 };
    static const double answers[] = {0.1, 0.1, 0.7, 0.3, 1.1, 0.7, 0.3, 1.3, 0.9, 1.1, 1.3, 0.9};
    static const size_t block[] = {0, 1}, group[] = {0, 0, 0, 1, 1, 1};
    static const double paths[] = {0, 1, 0, 0};
    sq_path_model model = {2, 2, block, paths, NULL};
    sq_table table = {answers, 6, 2};
    sq_pls_options options = sq_pls_default();
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    size_t n[2], dealt[] = {0, 1, 2, 3, 4, 5}, as_far = 0;
    double estimates[2], p;
    sq_pls_counts counts;
    sq_model_problem problem;
    sq_pls_data data;
    sq_pls pls;
    (void)state;
    assert_int_equal(sq_pls_alloc(&pls, &model, &problem), SQ_OK);
    assert_int_equal(sq_pls_data_alloc(&data, &pls, &table, NULL, SQ_MISSING_MEAN, &problem),
                     SQ_OK);
    assert_int_equal(sq_pls_groups(&pls, &data, &options, SQ_STATISTIC_PATHS, NULL, group, 2, DEALS,
                                   9, estimates, n, &p, &counts, &problem),
                     SQ_OK);
    assert_int_equal(counts.done, DEALS);
    assert_true(estimates[0] > 0.95 && estimates[1] < -0.95);
    gsl_rng_set(generator, 9);
    for (size_t d = 0; d < DEALS; d++) {
        size_t low = 0;
        for (size_t i = 6; i > 1; i--) {
            size_t other = gsl_rng_uniform_int(generator, i), moved = dealt[i - 1];
            dealt[i - 1] = dealt[other];
            dealt[other] = moved;
        }
        for (size_t i = 0; i < 3; i++)
            low += dealt[i] < 3;
        as_far += low == 3 || low == 0;
    }
    assert_true(as_far > 20);
    assert_near(p, (1 + (double)as_far) / (1 + DEALS), 1e-15);
    gsl_rng_free(generator);
    sq_pls_data_free(&data);
    sq_pls_free(&pls);
}

/* ---- missing answers ---- */

static void make_holes(fixture *f)
{
    double *answers = (double *)f->answers.values;
    for (size_t r = 0; r < 250; r++) {
        answers[r * 27 + 16] += r % 3 == 0 ? 3 : 0; /* the groups differ in level */
        if (r % 7 == 2)
            answers[r * 27 + 16] = NAN;
        if (r % 5 == 1)
            answers[r * 27 + r % 27] = NAN;
    }
}

/* A group's numbers are those of the group alone, whatever the others answered; case weights, too.
 */
static void holes_are_the_groups_own(void **state)
{
    sq_pls_options options = exact_options();
    size_t group[250], n[2];
    (void)state;
    for (size_t c = 0; c < 2; c++) {
        double estimates[20], p[10], weights[250];
        sq_pls_counts counts;
        sq_model_problem problem;
        fixture f;
        set_bank(&f);
        make_holes(&f);
        for (size_t r = 0; r < 250; r++) {
            group[r] = r % 3 == 0;
            weights[r] = c ? 0.5 + (double)(r % 4) : 1;
        }
        open_fixture(&f, weights, SQ_MISSING_MEAN);
        assert_true(f.data.replaced > 50);
        assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group,
                                       2, 1, 1, estimates, n, p, &counts, &problem),
                         SQ_OK);
        assert_int_equal(problem.fault, SQ_MODEL_SOUND);
        close_fixture(&f);
        for (size_t g = 0; g < 2; g++) {
            double alone[250], *from = estimates + 10 * g;
            set_bank(&f);
            make_holes(&f);
            for (size_t r = 0; r < 250; r++)
                alone[r] = group[r] == g ? weights[r] : 0;
            open_fixture(&f, alone, SQ_MISSING_MEAN);
            fit_fixture(&f, &options);
            assert_int_equal(n[g], f.data.rows);
            for (size_t i = 0, s = 0; i < 36; i++)
                if (f.paths[i] == 1)
                    assert_near(from[s++], f.pls.paths[i], 1e-11);
            close_fixture(&f);
        }
    }
}

/* Two groups with holes in one item, against R: tests/published/path_models.R. */
static void holes_match_r(void **state)
{
    sq_table expected = read_survey("tests/published/path_models.csv", "value", 1);
    sq_pls_options options = exact_options();
    double estimates[20], p[10], *answers;
    size_t group[250], n[2];
    sq_pls_counts counts;
    FILE *file;
    char line[512];
    fixture f;
    (void)state;
    set_bank(&f);
    answers = (double *)f.answers.values;
    for (size_t r = 2; r < 250; r += 7)
        answers[r * 27 + 5] = NAN;
    assert_non_null(file = fopen(BANK ".csv", "r"));
    assert_non_null(fgets(line, sizeof line, file));
    for (size_t r = 0; r < 250; r++) {
        assert_non_null(fgets(line, sizeof line, file));
        group[r] = strstr(line, "female") == NULL; /* women first */
    }
    fclose(file);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 2, 1,
                                   1, estimates, n, p, &counts, NULL),
                     SQ_OK);
    for (size_t g = 0; g < 2; g++) {
        assert_near(estimates[g * 10], expected.values[5 + 2 * g], 1e-12);     /* to expectation */
        assert_near(estimates[g * 10 + 3], expected.values[6 + 2 * g], 1e-12); /* to quality */
    }
    free((void *)expected.values);
    close_fixture(&f);
}

/* A permutation fills the holes of those it was dealt to: dealt here by hand and fitted alone. */
static void permutations_fill_their_own_holes(void **state)
{
    enum { DEALS = 12 };
    sq_pls_options options = exact_options();
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    size_t group[250], n[2], dealt[250], at = 0;
    double estimates[20], p[10], larger[10] = {0};
    sq_pls_counts counts;
    fixture f;
    (void)state;
    set_bank(&f);
    make_holes(&f);
    for (size_t r = 0; r < 250; r++)
        group[r] = r % 3 == 0;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 2,
                                   DEALS, 4, estimates, n, p, &counts, NULL),
                     SQ_OK);
    assert_int_equal(counts.done, DEALS);
    close_fixture(&f);
    for (size_t g = 0; g < 2; g++)
        for (size_t r = 0; r < 250; r++)
            if (group[r] == g)
                dealt[at++] = r;
    gsl_rng_set(generator, 4);
    for (size_t d = 0; d < DEALS; d++) {
        double paths[2][36];
        for (size_t i = 250; i > 1; i--) {
            size_t other = gsl_rng_uniform_int(generator, i), moved = dealt[i - 1];
            dealt[i - 1] = dealt[other];
            dealt[other] = moved;
        }
        for (size_t g = 0; g < 2; g++) {
            double alone[250] = {0};
            for (size_t i = g ? n[0] : 0; i < (g ? 250 : n[0]); i++)
                alone[dealt[i]] = 1;
            set_bank(&f);
            make_holes(&f);
            open_fixture(&f, alone, SQ_MISSING_MEAN);
            fit_fixture(&f, &options);
            memcpy(paths[g], f.pls.paths, sizeof paths[g]);
            if (g == 1)
                for (size_t i = 0, s = 0; i < 36; i++)
                    if (f.paths[i] == 1) {
                        larger[s] += fabs(paths[0][i] - paths[1][i]) >=
                                     fabs(estimates[s] - estimates[10 + s]);
                        s++;
                    }
            close_fixture(&f);
        }
    }
    for (size_t s = 0; s < 10; s++)
        assert_near(p[s], (1 + larger[s]) / (1 + DEALS), 1e-15);
    gsl_rng_free(generator);
}

/* An item that one group did not answer at all: that group has no model, the others do. */
static void an_item_that_a_group_did_not_answer(void **state)
{
    sq_pls_options options = sq_pls_default();
    size_t group[250], n[3];
    double estimates[30], p[30], *answers;
    sq_pls_counts counts;
    sq_model_problem problem;
    fixture f;
    (void)state;
    set_bank(&f);
    answers = (double *)f.answers.values;
    for (size_t r = 0; r < 250; r++)
        if ((group[r] = r % 3) == 1)
            answers[r * 27 + 7] = NAN;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 3,
                                   20, 1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    assert_int_equal(problem.fault, SQ_MODEL_ITEM_WITHOUT_ANSWERS);
    assert_int_equal(problem.item, 7);
    assert_int_equal(problem.construct, 1);
    assert_reason(estimates[0], SQ_OK);
    assert_reason(estimates[10], SQ_NO_DATA);
    assert_reason(p[0], SQ_NO_DATA);
    assert_reason(p[10], SQ_OK);
    assert_reason(p[20], SQ_NO_DATA);
    assert_int_equal(counts.done, 20);
    close_fixture(&f);
}

/* Permutations that are left out are counted by their reason; indices need a scale. */
static void permutations_left_out(void **state)
{
    sq_pls_options options = sq_pls_default();
    size_t group[250], n[2];
    double estimates[20], p[10];
    sq_pls_counts counts;
    sq_model_problem problem;
    fixture f;
    (void)state;
    for (size_t r = 0; r < 250; r++)
        group[r] = r % 2;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    options.limit = 2;
    do { /* enough for the groups, but not for all they could have been */
        options.limit++;
        assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group,
                                       2, 200, 1, estimates, n, p, &counts, &problem),
                         SQ_OK);
    } while (problem.fault == SQ_MODEL_NO_CONVERGENCE);
    assert_int_equal(problem.fault, SQ_MODEL_SOUND);
    assert_true(counts.done > 0 && counts.not_converged > 0);
    assert_int_equal(counts.not_defined, 0);
    assert_int_equal(counts.done + counts.not_converged, 200);
    options.limit = 300;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_INDICES, NULL, group, 2,
                                   1, 1, estimates, n, p, &counts, &problem),
                     SQ_UNDEFINED);
    close_fixture(&f);
    set_bank(&f); /* an item that one respondent of either group answers otherwise */
    for (size_t r = 0; r < 250; r++)
        ((double *)f.answers.values)[r * 27 + 2] = r == 7 || r == 8 ? 3 : 2;
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 2,
                                   100, 1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    assert_true(counts.not_defined > 25 && counts.not_defined < 75); /* both in one: a half */
    assert_int_equal(counts.done + counts.not_converged + counts.not_defined, 100);
    close_fixture(&f);
}

/* ---- limits ---- */

static void limits_of_groups(void **state)
{
    sq_pls_options options = sq_pls_default();
    static double estimates[31 * 10], p[31 * 15 * 10];
    size_t group[250], n[31];
    sq_pls_counts counts;
    sq_model_problem problem;
    fixture f;
    (void)state;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    for (size_t r = 0; r < 250; r++)
        group[r] = r % 31;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 31,
                                   1, 1, estimates, n, p, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    for (size_t r = 0; r < 250; r++)
        group[r] = r % 30;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 30,
                                   1, 1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    assert_int_equal(n[29], 8);
    for (size_t r = 0; r < 250; r++)
        group[r] = r % 5;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 5,
                                   SQ_MOST_RESAMPLES + 1, 1, estimates, n, p, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 5,
                                   SQ_MOST_RESAMPLES, 1, estimates, n, p, &counts, &problem),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(problem.fault, SQ_MODEL_TOO_LARGE);
    assert_int_equal(counts.done, 0); /* before anything was computed */
    f.pls.work = 0;
    assert_int_equal(sq_pls_groups(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, group, 5,
                                   10, 1, estimates, n, p, &counts, &problem),
                     SQ_OK);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(permutation_matches_dealing),
        cmocka_unit_test(groups_that_differ_and_groups_that_do_not),
        cmocka_unit_test(ties_count_as_at_least),
        cmocka_unit_test(holes_are_the_groups_own),
        cmocka_unit_test(holes_match_r),
        cmocka_unit_test(permutations_fill_their_own_holes),
        cmocka_unit_test(an_item_that_a_group_did_not_answer),
        cmocka_unit_test(permutations_left_out),
        cmocka_unit_test(limits_of_groups),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
