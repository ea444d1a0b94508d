/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Correlations: against R (tests/published/correlations.R), an obvious slow version, order, shift and scale,
 * and the edges.
 */
#include "check.h"
#include "reference.h"
#include "survey/correlations.h"

#define FIGURES "tests/published/correlations.csv"

static double figure(const char *name, const char *method, const char *what)
{
    char key[96];
    snprintf(key, sizeof key, "%s%s%s.%s", name, *method ? "." : "", method, what);
    return reference(FIGURES, key);
}

static sq_item_correlation correlation(const double *pairs, size_t n, bool by_ranks)
{
    sq_table table = {pairs, n, 2};
    sq_item_correlation out[4];
    assert_int_equal(sq_correlations(&table, NULL, by_ranks, out), SQ_OK);
    assert_true(out[1].r == out[2].r || isnan(out[1].r));
    return out[1];
}

static void against_r(const char *name, const double *pairs, size_t n)
{
    static const char *const methods[] = {"pearson", "spearman"};
    for (int by_ranks = 0; by_ranks < 2; by_ranks++) {
        sq_item_correlation got = correlation(pairs, n, by_ranks);
        double p = figure(name, methods[by_ranks], "p");
        assert_int_equal(got.n, figure(name, "", "n"));
        assert_near(got.r, figure(name, methods[by_ranks], "r"), 1e-13);
        assert_near(got.p, p, 1e-10 * p);
    }
}

static void like_r(void **state)
{
    static const size_t distinct[] = {3, 5, 8, 9, 10, 11, 30, 207}, related[] = {6, 9, 12, 40};
    double pairs[2 * 207];
    char name[32];
    (void)state;
    for (size_t c = 0; c < LENGTH(distinct); c++) {
        for (size_t i = 1; i <= distinct[c]; i++) {
            pairs[2 * i - 2] = (double)(i * 37 % 1301);
            pairs[2 * i - 1] = (double)((i * i * i + 3 * i * i) % 1301);
        }
        snprintf(name, sizeof name, "distinct.%zu", distinct[c]);
        against_r(name, pairs, distinct[c]);
    }
    for (size_t c = 0; c < LENGTH(related); c++) {
        for (size_t i = 1; i <= related[c]; i++) {
            pairs[2 * i - 2] = (double)i;
            pairs[2 * i - 1] = (double)(i + 3 * (i % 3)) * pow(1.0001, (double)i);
        }
        snprintf(name, sizeof name, "related.%zu", related[c]);
        against_r(name, pairs, related[c]);
    }
    for (size_t i = 1; i <= 40; i++) {
        pairs[2 * i - 2] = (double)(i * i % 7);
        pairs[2 * i - 1] = (double)(i * i * i % 5);
    }
    against_r("ties.40", pairs, 40);
}

/* Holes: each pair has its own respondents, and ranks among them. */
static void with_holes(void **state)
{
    sq_table survey = read_survey("tests/published/kiosk/perceptions_holes.csv", "P1", 4);
    sq_item_correlation matrix[16], ranked[16], part[2 * 2];
    double *first, *second;
    (void)state;
    assert_int_equal(sq_correlations(&survey, NULL, false, matrix), SQ_OK);
    assert_int_equal(sq_correlations(&survey, NULL, true, ranked), SQ_OK);
    assert_near(matrix[1].r, figure("holes.1.2", "pearson", "r"), 1e-13);
    assert_near(matrix[11].p, figure("holes.3.4", "pearson", "p"), 1e-12);
    assert_near(ranked[1].r, figure("holes.1.2", "spearman", "r"), 1e-13);
    assert_near(ranked[11].r, figure("holes.3.4", "spearman", "r"), 1e-13);
    assert_int_equal(ranked[11].n, figure("holes.3.4", "", "n"));
    assert_near(matrix[5].r, 1, 0);
    assert_reason(matrix[5].p, SQ_UNDEFINED);
    /* one half with the other is that corner of the whole */
    first = malloc(2 * survey.rows * sizeof *first);
    second = malloc(2 * survey.rows * sizeof *second);
    for (size_t row = 0; row < survey.rows; row++) {
        memcpy(first + 2 * row, sq_row(&survey, row), 2 * sizeof *first);
        memcpy(second + 2 * row, sq_row(&survey, row) + 2, 2 * sizeof *second);
    }
    assert_int_equal(sq_correlations(&(sq_table){first, survey.rows, 2},
                                     &(sq_table){second, survey.rows, 2}, true, part),
                     SQ_OK);
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++)
            assert_near(part[2 * i + j].r, ranked[4 * i + 2 + j].r, 0);
    free(first);
    free(second);
    free((void *)survey.values);
}

static void bank_with_holes(void **state)
{
    sq_table image = read_survey("tests/published/bank_satisfaction/satisfaction.csv", "imag1", 1);
    sq_table loyalty = read_survey("tests/published/bank_satisfaction/satisfaction.csv", "loy1", 1);
    double *pairs = malloc(2 * image.rows * sizeof *pairs);
    (void)state;
    for (size_t i = 0; i < image.rows; i++) {
        pairs[2 * i] = (i + 1) % 7 == 0 ? NA : image.values[i];
        pairs[2 * i + 1] = (i + 1) % 11 == 3 ? NA : loyalty.values[i];
    }
    against_r("bank", pairs, image.rows);
    free(pairs);
    free((void *)image.values);
    free((void *)loyalty.values);
}

/* Every order of six ranks. */
static void slowly(void **state)
{
    const double pairs[] = {1, 3, 2, 1, 3, 2, 4, 6, 5, 4, 6, 5};
    size_t order[6], less = 0, all = 0;
    double own = 0;
    (void)state;
    for (size_t i = 0; i < 6; i++)
        own += pow(pairs[2 * i] - pairs[2 * i + 1], 2);
    for (size_t code = 0; code < 46656; code++) {
        size_t rest = code, used = 0;
        double sum = 0;
        for (size_t i = 0; i < 6; i++, rest /= 6) {
            order[i] = rest % 6;
            used |= (size_t)1 << order[i];
            sum += pow((double)order[i] - (double)i, 2);
        }
        if (used != 63)
            continue;
        all++;
        less += sum <= own;
    }
    assert_int_equal(all, 720);
    assert_near(correlation(pairs, 6, true).p, 2 * (double)less / 720, 1e-15);
}

static void order_shift_scale(void **state)
{
    double pairs[80], other[80];
    (void)state;
    for (size_t i = 0; i < 40; i++) {
        pairs[2 * i] = (double)(i * i % 7);
        pairs[2 * i + 1] = (double)(i * i * i % 5);
        other[2 * (39 - i)] = 1e307 * (pairs[2 * i] + 1);
        other[2 * (39 - i) + 1] = -1e-300 * pairs[2 * i + 1];
    }
    for (int by_ranks = 0; by_ranks < 2; by_ranks++) {
        sq_item_correlation plain = correlation(pairs, 40, by_ranks);
        sq_item_correlation got = correlation(other, 40, by_ranks);
        assert_near(got.r, -plain.r, 1e-14);
        assert_near(got.p, plain.p, 1e-13);
    }
}

static void edges(void **state)
{
    const double two[] = {1, 2, 3, 4, NA, 5}, constant[] = {1, 4, 2, 4, 3, 4},
                 nobody[] = {1, NA, NA, 2};
    const double line[] = {1, 0.1, 2, 0.2, 3, 0.3}, infinite[] = {1, 2, 3, INFINITY};
    sq_item_correlation out[4];
    (void)state;
    for (int by_ranks = 0; by_ranks < 2; by_ranks++) {
        assert_int_equal(correlation(two, 3, by_ranks).n, 2);
        assert_reason(correlation(two, 3, by_ranks).r, SQ_UNDEFINED);
        assert_reason(correlation(constant, 3, by_ranks).r, SQ_UNDEFINED);
        assert_reason(correlation(constant, 3, by_ranks).p, SQ_UNDEFINED);
        assert_reason(correlation(nobody, 2, by_ranks).r, SQ_NO_DATA);
        assert_reason(correlation(nobody, 0, by_ranks).r, SQ_NO_DATA);
        assert_near(correlation(line, 3, by_ranks).r, 1, 0);
        assert_int_equal(sq_correlations(&(sq_table){infinite, 2, 2}, NULL, by_ranks, out),
                         SQ_OUT_OF_DOMAIN);
    }
    assert_near(correlation(line, 3, false).p, 0, 0);
    assert_near(correlation(line, 3, true).p, 1.0 / 3, 1e-15); /* two of six orders */
    assert_int_equal(sq_correlations(&(sq_table){line, 3, 2}, &(sq_table){line, 2, 2}, false, out),
                     SQ_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_r),
        cmocka_unit_test(with_holes),
        cmocka_unit_test(slowly),
        cmocka_unit_test(bank_with_holes),
        cmocka_unit_test(order_shift_scale),
        cmocka_unit_test(edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
