/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The net promoter score and its interval: against R's t.test of 100, 0 and −100
 * (tests/published/promoters.R), an obvious slow version, replication, and the edges.
 */
#include "check.h"
#include "numerics/inference.h"
#include "survey/promoters.h"

static const sq_promoter_cuts usual = {9, 6};
static const double ten[] = {10, 9, 8, 6, 7, 10, 3, 9, 9, 0};

static sq_promoters promoters_of(sq_table answers, const double *weights)
{
    sq_promoters out;
    assert_int_equal(sq_promoters_of(&answers, weights, NULL, 0, &usual, 0.95, &out), SQ_OK);
    return out;
}

/* promoters.R: t.test(c(100, 100, 0, -100, 0, 100, -100, 100, 100, -100)) */
static void like_r(void **state)
{
    sq_promoters p = promoters_of((sq_table){ten, 10, 1}, NULL);
    (void)state;
    assert_near(p.promoters, 0.5, 1e-15);
    assert_near(p.passives, 0.2, 1e-15);
    assert_near(p.detractors, 0.3, 1e-15);
    assert_near(p.score.mean, 20, 1e-13);
    assert_near(p.score.se, 29.0593262902712, 1e-12);
    assert_near(p.score.lower, -45.7367631136271, 1e-11);
    assert_near(p.score.upper, 85.7367631136271, 1e-11);
    assert_int_equal(p.score.n, 10);
}

/* A weight of 2 gives the shares of two such respondents; the scale of the weights does not matter. */
static void weights(void **state)
{
    const double twice[] = {2, 2, 1, 1, 1, 1, 1, 1, 1, 0},
                 scaled[] = {2e300, 2e300, 1e300, 1e300, 1e300, 1e300, 1e300, 1e300, 1e300, 0};
    const double repeated[] = {10, 10, 9, 9, 8, 6, 7, 10, 3, 9, 9};
    sq_promoters weighted = promoters_of((sq_table){ten, 10, 1}, twice);
    sq_promoters large = promoters_of((sq_table){ten, 10, 1}, scaled);
    sq_promoters copies = promoters_of((sq_table){repeated, 11, 1}, NULL);
    double mean = weighted.score.mean, squares = 0;
    (void)state;
    assert_near(weighted.score.mean, copies.score.mean, 1e-12);
    assert_near(large.score.mean, mean, 1e-12);
    assert_near(large.score.se, weighted.score.se, 1e-12);
    for (size_t i = 0; i < 9; i++) { /* svymean: n/(n − 1)·Σ(w(x − mean)/Σw)² */
        double x = ten[i] >= 9 ? 100 : ten[i] <= 6 ? -100 : 0;
        squares += pow(twice[i] * (x - mean) / 11, 2);
    }
    assert_near(weighted.score.se, sqrt(9.0 / 8 * squares), 1e-12);
    assert_int_equal(weighted.score.n, 9);
}

/* Several answers of a respondent stand together: as R's svyratio of sums over counts. */
static void several_answers(void **state)
{
    const double answers[] = {10, 9, NA, 8, 6, 7, 10, NA, NA, NA, 3, 9};
    sq_promoters p = promoters_of((sq_table){answers, 6, 2}, NULL);
    const double sums[] = {200, 0, -100, 100, 0}, counts[] = {2, 1, 2, 1, 2};
    double all = 0, count = 0, squares = 0, mean;
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        all += sums[i];
        count += counts[i];
    }
    mean = all / count;
    for (size_t i = 0; i < 5; i++)
        squares += pow((sums[i] - counts[i] * mean) / count, 2);
    assert_near(p.score.mean, mean, 1e-13);
    assert_near(p.score.se, sqrt(5.0 / 4 * squares), 1e-12);
    assert_int_equal(p.score.n, 5);
}

/* The order of the respondents does not matter, nor who is not listed. */
static void some_respondents(void **state)
{
    const size_t rows[] = {9, 3, 0, 5};
    const double alone[] = {10, 6, 10, 0};
    sq_promoters listed, own = promoters_of((sq_table){alone, 4, 1}, NULL);
    (void)state;
    assert_int_equal(sq_promoters_of(&(sq_table){ten, 10, 1}, NULL, rows, 4, &usual, 0.95, &listed),
                     SQ_OK);
    assert_near(listed.score.mean, own.score.mean, 0);
    assert_near(listed.score.se, own.score.se, 1e-12);
    assert_near(listed.score.lower, own.score.lower, 1e-11);
}

static void own_cuts(void **state)
{
    const double five[] = {5, 4, 3, 2, 5};
    sq_promoters p;
    sq_table answers = {five, 5, 1};
    (void)state;
    assert_int_equal(sq_promoters_of(&answers, NULL, NULL, 0, &(sq_promoter_cuts){5, 3}, 0.95, &p),
                     SQ_OK);
    assert_near(p.score.mean, 0, 1e-13);
    assert_near(p.passives, 0.2, 1e-15);
    assert_int_equal(sq_promoters_of(&answers, NULL, NULL, 0, &(sq_promoter_cuts){4, 4}, 0.95, &p),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_promoters_of(&answers, NULL, NULL, 0, &(sq_promoter_cuts){NA, 4}, 0.95, &p),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(
        sq_promoters_of(&answers, NULL, NULL, 0, &(sq_promoter_cuts){1e308, -1e308}, 0.95, &p),
        SQ_OK);
}

static void edges(void **state)
{
    const double same[] = {10, 10, 10}, none[] = {NA, NA}, odd[] = {10, 7.5}, far[] = {10, 1e308};
    const double minus[] = {1, -1}, nothing[] = {0, 0, 0}, ends[] = {10, 6, 10, 3};
    sq_promoters p = promoters_of((sq_table){same, 3, 1}, NULL);
    (void)state;
    assert_near(p.score.mean, 100, 0);
    assert_reason(p.score.lower, SQ_UNDEFINED);
    p = promoters_of((sq_table){ends, 4, 1}, NULL); /* Student's would end at ±183.7 */
    assert_near(p.score.lower, -100, 0);
    assert_near(p.score.upper, 100, 0);
    p = promoters_of((sq_table){same, 1, 1}, NULL);
    assert_near(p.score.mean, 100, 0);
    assert_reason(p.score.se, SQ_UNDEFINED);
    assert_int_equal(sq_promoters_of(&(sq_table){none, 2, 1}, NULL, NULL, 0, &usual, 0.95, &p),
                     SQ_NO_DATA);
    assert_int_equal(sq_promoters_of(&(sq_table){none, 0, 1}, NULL, NULL, 0, &usual, 0.95, &p),
                     SQ_NO_DATA);
    assert_int_equal(sq_promoters_of(&(sq_table){odd, 2, 1}, NULL, NULL, 0, &usual, 0.95, &p),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_promoters_of(&(sq_table){far, 2, 1}, NULL, NULL, 0, &usual, 0.95, &p),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_promoters_of(&(sq_table){same, 2, 1}, minus, NULL, 0, &usual, 0.95, &p),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_promoters_of(&(sq_table){same, 3, 1}, nothing, NULL, 0, &usual, 0.95, &p),
                     SQ_NO_DATA);
    assert_int_equal(sq_promoters_of(&(sq_table){same, 3, 1}, NULL, NULL, 0, &usual, 1, &p),
                     SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_r),          cmocka_unit_test(weights),
        cmocka_unit_test(several_answers), cmocka_unit_test(some_respondents),
        cmocka_unit_test(own_cuts),        cmocka_unit_test(edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
