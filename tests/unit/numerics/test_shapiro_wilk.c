/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapiro and Wilk's test: against R's shapiro.test (tests/published/normality.R), scale and zero,
 * and the edges.
 */
#include "check.h"
#include "numerics/shapiro_wilk.h"

#include <gsl/gsl_sort_double.h>

enum { MOST = 5001 };

/* i² modulo a prime for i = 1 … n, sorted. */
static void squares(double value[], size_t n, size_t prime)
{
    for (size_t i = 0; i < n; i++)
        value[i] = (double)((i + 1) * (i + 1) % prime);
    gsl_sort(value, 1, n);
}

static void expect(const double sorted[], size_t n, double w, double p)
{
    double got_w = NAN, got_p = NAN;
    assert_int_equal(sq_shapiro_wilk(sorted, n, &got_w, &got_p), SQ_OK);
    assert_near(got_w, w, 1e-13);
    assert_near(got_p, p, 1e-10 * p + 1e-12 * (p > 0.1));
}

/* normality.R, "squares" */
static void like_r(void **state)
{
    static const struct {
        size_t n, prime;
        double w, p;
    } cases[] = {{3, 101, 0.979591836734694, 0.726226309942056},
                 {4, 101, 0.9621240375975, 0.792268587832208},
                 {5, 101, 0.949824534655559, 0.7359347808849},
                 {6, 101, 0.940924028962691, 0.66665303819573},
                 {7, 101, 0.934210511677231, 0.587250152004982},
                 {10, 101, 0.921427927463977, 0.369018540146245},
                 {11, 101, 0.91014326289139, 0.244848635747718},
                 {12, 101, 0.928589675972503, 0.365403245192059},
                 {13, 101, 0.94457836343699, 0.518843784301406},
                 {50, 101, 0.933683685083366, 0.00763801515166374},
                 {207, 101, 0.930109079909223, 2.21850106542733e-08},
                 {5000, 7919, 0.955523636853167, 1.48872564541724e-36}};
    static double value[MOST];
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        squares(value, cases[i].n, cases[i].prime);
        expect(value, cases[i].n, cases[i].w, cases[i].p);
    }
}

/* normality.R, "powers" and "likert": long tails and ties. */
static void skewed_and_tied(void **state)
{
    const double likert[] = {1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 6, 7};
    double value[12];
    (void)state;
    for (size_t i = 0; i < 12; i++)
        value[i] = pow(1.5, (double)(i + 1));
    expect(value, 11, 0.802589112185043, 0.0101750612767414);
    expect(value, 12, 0.780609831587415, 0.00568680889092512);
    for (size_t i = 0; i < 11; i++)
        value[i] = pow(2, (double)(i + 1));
    expect(value, 11, 0.660191402927413, 0.000145042603062004);
    for (size_t i = 0; i < 9; i++)
        value[i] = pow(10, (double)(i + 1));
    expect(value, 9, 0.444870065695943, 1.43433286519007e-06);
    expect(likert, 15, 0.956024980197281, 0.62372389903994);
}

/* normality.R, "three": the exact distribution, from W = 3/4, p = 0, to 1. */
static void three_values(void **state)
{
    double w, p;
    (void)state;
    expect((const double[]){0, 1, 10}, 3, 0.824175824175824, 0.173623970095166);
    assert_int_equal(sq_shapiro_wilk((const double[]){1, 2, 3}, 3, &w, &p), SQ_OK);
    assert_near(w, 1, 1e-15);
    assert_near(p, 1, 1e-7); /* the arc sine's slope at 1 is infinite */
    assert_int_equal(sq_shapiro_wilk((const double[]){1, 1, 2}, 3, &w, &p), SQ_OK);
    assert_near(w, 0.75, 1e-15);
    assert_near(p, 0, 1e-14);
}

/* Neither the unit nor the zero, nor which end is up, changes W. */
static void invariances(void **state)
{
    double value[50], other[50], w, p;
    (void)state;
    squares(value, 50, 101);
    for (size_t i = 0; i < 50; i++)
        other[i] = 1e3 - 0.25 * value[49 - i];
    expect(other, 50, 0.933683685083366, 0.00763801515166374);
    for (size_t i = 0; i < 50; i++)
        other[i] = value[i] * 1e300;
    assert_int_equal(sq_shapiro_wilk(other, 50, &w, &p), SQ_OK);
    assert_near(w, 0.933683685083366, 1e-13);
}

static void edges(void **state)
{
    static double value[MOST];
    double w, p;
    (void)state;
    squares(value, MOST, 7919);
    assert_int_equal(sq_shapiro_wilk(value, 5001, &w, &p), SQ_UNDEFINED);
    assert_int_equal(sq_shapiro_wilk(value, 2, &w, &p), SQ_UNDEFINED);
    assert_int_equal(sq_shapiro_wilk(value, 0, &w, &p), SQ_UNDEFINED);
    assert_int_equal(sq_shapiro_wilk((const double[]){4, 4, 4, 4}, 4, &w, &p), SQ_UNDEFINED);
    assert_int_equal(sq_shapiro_wilk((const double[]){0.3, 0.3, 0.1 + 0.2}, 3, &w, &p),
                     SQ_UNDEFINED); /* rounding is no spread */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(like_r), cmocka_unit_test(skewed_and_tied),
                                       cmocka_unit_test(three_values),
                                       cmocka_unit_test(invariances), cmocka_unit_test(edges)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
