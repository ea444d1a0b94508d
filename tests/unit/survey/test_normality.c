/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape of answers: against an obvious slow version and R (tests/published/normality.R; more of it
 * in tests/workbooks/survey.plan beside Calc's own SKEW and KURT), order, shift, scale, and the edges.
 */
#include "check.h"
#include "survey/normality.h"

static const double likert[] = {1, 2, 2, NA, 3, 3, 3, 4, 4, 5, 5, 5, 5, 7, 6, 2};

static sq_normality shape(const double *answers, size_t n)
{
    sq_table table = {answers, n, 1};
    sq_normality out;
    assert_int_equal(sq_normality_of(&table, 0, &out), SQ_OK);
    return out;
}

/* The sums as they are written in textbooks, of the answers as they stand. */
static void slow(void **state)
{
    sq_normality got = shape(likert, LENGTH(likert));
    double n = 15, sum = 0, power[5] = {0};
    (void)state;
    for (size_t i = 0; i < LENGTH(likert); i++)
        sum += isnan(likert[i]) ? 0 : likert[i];
    for (size_t i = 0; i < LENGTH(likert); i++)
        for (int k = 2; k < 5 && !isnan(likert[i]); k++)
            power[k] += pow(likert[i] - sum / n, k);
    power[0] = sqrt(power[2] / (n - 1));
    assert_int_equal(got.n, 15);
    assert_near(got.mean, sum / n, 1e-14);
    assert_near(got.median, 4, 0);
    assert_near(got.sd, power[0], 1e-14);
    assert_near(got.skewness, n / (n - 1) / (n - 2) * power[3] / pow(power[0], 3), 1e-13);
    assert_near(got.kurtosis,
                n * (n + 1) / (n - 1) / (n - 2) / (n - 3) * power[4] / pow(power[0], 4) -
                    3 * (n - 1) * (n - 1) / (n - 2) / (n - 3),
                1e-13);
    assert_near(got.w, 0.956024980197281, 1e-13); /* R */
    assert_near(got.p, 0.62372389903994, 1e-11);
}

static void order_shift_scale(void **state)
{
    double other[LENGTH(likert)];
    sq_normality plain = shape(likert, LENGTH(likert)), got;
    (void)state;
    for (size_t i = 0; i < LENGTH(likert); i++)
        other[i] = -1e150 * (likert[LENGTH(likert) - 1 - i] - 4);
    got = shape(other, LENGTH(other));
    assert_near(got.mean / 1e150, 4 - plain.mean, 1e-13);
    assert_near(got.sd / 1e150, plain.sd, 1e-13);
    assert_near(got.skewness, -plain.skewness, 1e-13);
    assert_near(got.kurtosis, plain.kurtosis, 1e-12);
    assert_near(got.w, plain.w, 1e-13);
}

static void few(void **state)
{
    const double one[] = {5, NA}, two[] = {5, 7}, three[] = {5, 7, 9}, same[] = {4, 4, 4, 4, 4};
    (void)state;
    assert_int_equal(shape(likert + 3, 1).n, 0);
    assert_reason(shape(likert + 3, 1).mean, SQ_NO_DATA);
    assert_reason(shape(likert + 3, 1).p, SQ_NO_DATA);
    assert_near(shape(one, 2).median, 5, 0);
    assert_reason(shape(one, 2).sd, SQ_UNDEFINED);
    assert_near(shape(two, 2).sd, sqrt(2), 1e-15);
    assert_near(shape(two, 2).median, 6, 1e-15);
    assert_reason(shape(two, 2).skewness, SQ_UNDEFINED);
    assert_near(shape(three, 3).skewness, 0, 0);
    assert_reason(shape(three, 3).kurtosis, SQ_UNDEFINED);
    assert_near(shape(three, 3).w, 1, 1e-15);
    assert_near(shape(same, 5).sd, 0, 0);
    assert_reason(shape(same, 5).skewness, SQ_UNDEFINED);
    assert_reason(shape(same, 5).kurtosis, SQ_UNDEFINED);
    assert_reason(shape(same, 5).w, SQ_UNDEFINED);
}

static void large(void **state)
{
    const double ends[] = {-1e308, -1e308, 1e308, 1e308}, apart[] = {-1.7e308, 1.7e308};
    const double beyond[] = {1, 2, INFINITY};
    sq_table table = {beyond, 3, 1};
    sq_normality out;
    (void)state;
    assert_near(shape(ends, 4).mean, 0, 0);
    assert_near(shape(ends, 4).kurtosis, -6, 1e-12); /* as of -1, -1, 1, 1 */
    assert_reason(shape(apart, 2).sd, SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_normality_of(&table, 0, &out), SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(slow), cmocka_unit_test(order_shift_scale),
                                       cmocka_unit_test(few), cmocka_unit_test(large)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
