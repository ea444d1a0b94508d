/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures marked R are from tests/published/gap_weights.txt, those read are from gap_model.R.
 */
#include "check.h"
#include "numerics/inference.h"
#include "reference.h"

#include <gsl/gsl_errno.h>

#define FIGURES "tests/published/gap_model.csv"

static double figure(const char *name, size_t number)
{
    char full[64];
    snprintf(full, sizeof full, "%s_%zu", name, number);
    return reference(FIGURES, full);
}

/* The samples of gap_weights.R: n, mean and standard error of a, b, c. */
static sq_estimate sample(size_t n, double mean, double se)
{
    sq_estimate estimate = {.n = n, .mean = mean, .se = se, .sd = se * sqrt((double)n)};
    sq_infer(&estimate, 0.95);
    return estimate;
}

#define SAMPLE_A sample(5, 5.6, 0.254950975679639)
#define SAMPLE_B sample(4, 4.35, 0.239791576165636)
#define SAMPLE_C sample(3, 6.26666666666667, 0.272845092395748)

static void student_from_tables(void **state)
{
    (void)state;
    /* Student's t in the tables of any textbook: 2.228 at 10 degrees of freedom */
    assert_near(sq_t_quantile(0.95, 10), 2.228, 5e-4);
    assert_near(sq_t_probability(2.228, 10), 0.05, 5e-5);
    assert_near(sq_t_probability(-2.228, 10), 0.05, 5e-5);
    assert_near(sq_t_probability(0, 3), 1, 0);
}

/* R's pt and qt to nine digits, from the middle to the far tails, down to p = 1e-210. */
static void student_near_and_far(void **state)
{
    const double dfs[] = {1, 2, 2.5, 5, 30, 31, 206, 999, 1001, 1e4, 1e6};
    const double t[] = {1e-3, 0.5, 2, 3, 3.1, 10, 40}, level[] = {0.01, 0.5, 0.95, 0.9999};
    (void)state;
    for (size_t d = 0; d < LENGTH(dfs); d++) {
        char name[32];
        snprintf(name, sizeof name, "pt_%.10g", dfs[d]);
        if (dfs[d] == 1e6)
            strcpy(name, "pt_1000000");
        for (size_t i = 0; i < LENGTH(t); i++)
            assert_near(sq_t_probability(t[i], dfs[d]), figure(name, i + 1),
                        1e-9 * figure(name, i + 1) + 1e-300);
        name[0] = 'q';
        for (size_t i = 0; i < LENGTH(level); i++)
            assert_near(sq_t_quantile(level[i], dfs[d]), figure(name, i + 1),
                        1e-11 * figure(name, i + 1));
    }
}

static void one_sample(void **state)
{
    sq_estimate e = {.n = 4, .mean = 2, .sd = 2, .se = 1};
    (void)state;
    sq_infer(&e, 0.95);
    assert_near(e.t, 2, 0);
    assert_near(e.df, 3, 0);
    assert_near(e.p, 0.139326, 1e-6);              /* R: 2 * pt(-2, 3) */
    assert_near(e.lower, 2 - 3.18244630528, 1e-9); /* R: qt(0.975, 3) */
    assert_near(e.upper, 2 + 3.18244630528, 1e-9);
    assert_near(e.effect, 1, 0);
}

static void too_few_or_no_spread(void **state)
{
    sq_estimate nobody = {.n = 0}, one = {.n = 1, .mean = 3}, same = {.n = 5, .mean = 3};
    (void)state;
    sq_infer(&nobody, 0.95);
    assert_reason(nobody.mean, SQ_NO_DATA);
    assert_reason(nobody.p, SQ_NO_DATA);
    sq_infer(&one, 0.95);
    assert_near(one.mean, 3, 0);
    assert_reason(one.sd, SQ_UNDEFINED);
    assert_reason(one.t, SQ_UNDEFINED);
    sq_infer(&same, 0.95);
    assert_near(same.sd, 0, 0);
    assert_reason(same.t, SQ_UNDEFINED);
    assert_reason(same.lower, SQ_UNDEFINED);
    assert_reason(same.effect, SQ_UNDEFINED);
}

static void levels(void **state)
{
    const double wrong[] = {0, 1, -0.5, 95, NAN, INFINITY};
    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++)
        assert_int_equal(sq_check_level(wrong[i]), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_check_level(0.95), SQ_OK);
}

static void welch_two_samples(void **state)
{
    sq_estimate a = SAMPLE_A, b = SAMPLE_B, d = sq_welch_difference(&a, &b, 0.9);
    sq_estimate back = sq_welch_difference(&b, &a, 0.9);
    (void)state;
    assert_near(d.mean, -1.25, 1e-12);
    assert_near(d.t, -3.571428571429, 1e-9); /* R t.test */
    assert_near(d.df, 6.952702702703, 1e-9);
    assert_near(d.p, 0.00918292812797, 1e-12);
    assert_near(d.lower, -1.913781801279041, 1e-9);
    assert_near(d.upper, -0.586218198720959, 1e-9);
    assert_near(back.t, -d.t, 1e-12);
    assert_near(back.p, d.p, 1e-15);
    /* pooled sd by hand: variances 0.325 and 0.23, (4 × 0.325 + 3 × 0.23) / 7 */
    assert_near(d.effect, -1.25 / sqrt((4 * 0.325 + 3 * 0.23) / 7), 1e-9);
}

static void welch_edges(void **state)
{
    sq_estimate a = SAMPLE_A, nobody = sample(0, 0, 0), one = sample(1, 4, 0);
    sq_estimate same = sample(3, 4, 0), d;
    (void)state;
    d = sq_welch_difference(&a, &nobody, 0.95);
    assert_reason(d.mean, SQ_NO_DATA);
    d = sq_welch_difference(&a, &one, 0.95);
    assert_near(d.mean, -1.6, 1e-12);
    assert_reason(d.t, SQ_UNDEFINED);
    assert_reason(d.se, SQ_UNDEFINED);
    d = sq_welch_difference(&same, &same, 0.95);
    assert_near(d.mean, 0, 0);
    assert_reason(d.p, SQ_UNDEFINED);
    d = sq_welch_difference(&a, &same, 0.95);
    assert_near(d.df, 4, 1e-12); /* the spread is all of the first sample */
}

/* Degrees of freedom know no scale; what overflows is no number. */
static void welch_scale(void **state)
{
    const double scales[] = {1e-150, 1e-90, 1, 1e90, 1e150};
    sq_estimate a = SAMPLE_A, b = SAMPLE_B, plain = sq_welch_difference(&a, &b, 0.95), d;
    (void)state;
    for (size_t i = 0; i < LENGTH(scales); i++) {
        sq_estimate a2 = sample(5, 5.6 * scales[i], 0.254950975679639 * scales[i]);
        sq_estimate b2 = sample(4, 4.35 * scales[i], 0.239791576165636 * scales[i]);
        d = sq_welch_difference(&a2, &b2, 0.95);
        assert_near(d.df, plain.df, 1e-12);
        assert_near(d.t, plain.t, 1e-12);
        assert_near(d.p, plain.p, 1e-14);
        assert_near(d.effect, plain.effect, 1e-12);
    }
    a = sample(5, -1e308, 1);
    b = sample(5, 1e308, 1);
    d = sq_welch_difference(&a, &b, 0.95);
    assert_reason(d.mean, SQ_OUT_OF_DOMAIN);
    assert_reason(d.t, SQ_OUT_OF_DOMAIN);
    a = sample(5, 1, INFINITY);
    assert_reason(a.se, SQ_OUT_OF_DOMAIN);
    assert_reason(a.p, SQ_OUT_OF_DOMAIN);
    d = sq_welch_difference(&a, &b, 0.95);
    assert_near(d.mean, 1e308, 0);
    assert_reason(d.p, SQ_OUT_OF_DOMAIN);
}

static void welch_one_way(void **state)
{
    sq_estimate groups[] = {SAMPLE_A, SAMPLE_B, SAMPLE_C}, two[] = {SAMPLE_A, SAMPLE_B};
    sq_estimate odd[] = {SAMPLE_A, sample(1, 4, 0)};
    sq_f_test test = sq_welch_oneway(groups, 3);
    (void)state;
    assert_near(test.f, 13.18096098625, 1e-9); /* R oneway.test */
    assert_near(test.df1, 2, 0);
    assert_near(test.df2, 5.415234687792, 1e-9);
    assert_near(test.p, 0.00830237141103, 1e-12);
    test = sq_welch_oneway(two, 2); /* with two groups it is Welch's t, squared */
    assert_near(test.f, 3.571428571429 * 3.571428571429, 1e-8);
    assert_near(test.df2, 6.952702702703, 1e-9);
    assert_reason(sq_welch_oneway(groups, 1).f, SQ_UNDEFINED);
    assert_reason(sq_welch_oneway(groups, 0).p, SQ_UNDEFINED);
    assert_reason(sq_welch_oneway(odd, 2).f, SQ_UNDEFINED);
}

/* Two of two respondents, by the formulas of Welch and Satterthwaite: variances 2 and 8, so the
 * squared error is 1 + 4, and df = 25 / (1 + 16); and in any unit the same F. */
static void samples_of_two(void **state)
{
    sq_estimate a = sample(2, 3, 1), b = sample(2, 9, 2), d = sq_welch_difference(&a, &b, 0.95);
    sq_f_test test = sq_welch_oneway((const sq_estimate[]){a, b}, 2);
    (void)state;
    assert_near(d.t, 6 / sqrt(5), 1e-14);
    assert_near(d.df, 25. / 17, 1e-14);
    assert_near(d.sd, sqrt(5), 1e-14);
    assert_near(test.f, 36. / 5, 1e-13);
    assert_near(test.df2, 25. / 17, 1e-13);
    a = sample(2, 3e-20, 1e-20);
    b = sample(2, 9e-20, 2e-20);
    test = sq_welch_oneway((const sq_estimate[]){a, b}, 2);
    assert_near(test.f, 36. / 5, 1e-13);
}

/* Groups of one or no respondent and those without spread are left out wherever they stand; the
 * rest is tested as if they were not there. */
static void groups_left_out(void **state)
{
    const sq_estimate left_out[] = {sample(1, 4, 0), sample(0, 0, 0), sample(9, 4, 0)};
    const sq_estimate groups[] = {SAMPLE_A, SAMPLE_B, SAMPLE_C};
    sq_f_test three = sq_welch_oneway(groups, 3);
    (void)state;
    for (size_t i = 0; i < LENGTH(left_out); i++) {
        assert_false(sq_can_be_compared(&left_out[i]));
        for (size_t place = 0; place < 4; place++) {
            sq_estimate four[4];
            sq_f_test test;
            for (size_t g = 0; g < 4; g++)
                four[g] = g == place ? left_out[i] : groups[g < place ? g : g - 1];
            test = sq_welch_oneway(four, 4);
            assert_near(test.f, three.f, 0);
            assert_near(test.df1, 2, 0);
            assert_near(test.df2, three.df2, 0);
            assert_near(test.p, three.p, 0);
        }
    }
    assert_true(sq_can_be_compared(&groups[0]));
    assert_reason(sq_welch_oneway(left_out, 3).p, SQ_UNDEFINED);
}

static void holm(void **state)
{
    const double p[] = {0.01, 0.04, 0.03, 0.005, 0.04, 0.2};
    const double expected[] = {0.05, 0.12, 0.12, 0.03, 0.12, 0.2}; /* R p.adjust */
    const double with_ties[] = {0.3, 0.001, NAN, 0.001, 0.02, 1, 0, 0.02, NAN, 0.9};
    double adjusted[10], turned[10], with_gap[] = {0.01, NAN, 0.04};
    size_t order[10];
    (void)state;
    sq_holm(p, adjusted, order, 6);
    for (size_t i = 0; i < 6; i++)
        assert_near(adjusted[i], expected[i], 1e-15);
    with_gap[1] = sq_error(SQ_NO_DATA);
    sq_holm(with_gap, with_gap, order, 3); /* two tests: 2 × 0.01 and 0.04 */
    assert_near(with_gap[0], 0.02, 1e-15);
    assert_reason(with_gap[1], SQ_NO_DATA);
    assert_near(with_gap[2], 0.04, 1e-15);
    sq_holm(p, adjusted, order, 0);
    for (size_t i = 0; i < LENGTH(with_ties); i++) {
        size_t other = (3 * i + 7) % LENGTH(with_ties); /* in another order too */
        turned[other] = with_ties[i];
    }
    sq_holm(with_ties, adjusted, order, LENGTH(with_ties));
    sq_holm(turned, turned, order, LENGTH(with_ties));
    for (size_t i = 0; i < LENGTH(with_ties); i++) {
        if (isnan(with_ties[i]))
            continue;
        assert_near(adjusted[i], figure("adjusted", i + 1), 1e-15);
        assert_near(turned[(3 * i + 7) % LENGTH(with_ties)], adjusted[i], 0);
    }
}

static void ranks(void **state)
{
    double values[] = {3, 1, NAN, 1, 2}, rank[5];
    const double expected[] = {4, 1, 0, 1, 3};
    size_t order[5];
    (void)state;
    values[2] = sq_error(SQ_NO_DATA);
    sq_rank_ascending(values, 0, rank, order, 5);
    for (size_t i = 0; i < 5; i++)
        if (i != 2)
            assert_near(rank[i], expected[i], 0);
    assert_reason(rank[2], SQ_NO_DATA);
    values[1] = 1 - 1e-15; /* a tie but for rounding */
    sq_rank_ascending(values, 0, rank, order, 5);
    assert_near(rank[3], 2, 0);
    sq_rank_ascending(values, 1e-14, rank, order, 5);
    assert_near(rank[1], 1, 0);
    assert_near(rank[3], 1, 0);
    assert_near(rank[4], 3, 0);
    sq_rank_ascending(values, 0, rank, order, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(student_from_tables),
                                       cmocka_unit_test(student_near_and_far),
                                       cmocka_unit_test(one_sample),
                                       cmocka_unit_test(too_few_or_no_spread),
                                       cmocka_unit_test(levels),
                                       cmocka_unit_test(welch_two_samples),
                                       cmocka_unit_test(welch_edges),
                                       cmocka_unit_test(welch_scale),
                                       cmocka_unit_test(welch_one_way),
                                       cmocka_unit_test(samples_of_two),
                                       cmocka_unit_test(groups_left_out),
                                       cmocka_unit_test(holm),
                                       cmocka_unit_test(ranks)};
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
