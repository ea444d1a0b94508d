/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is 0 but for rounding is 0, and what follows from it is no figure: 0.1 + 0.2 is not 0.3 to a
 * computer. And what is small but no rounding stays what it is.
 */
#include "check.h"
#include "gap_chain.h"
#include "gap_model.h"
#include "rounding.h"

#include <gsl/gsl_errno.h>

static const double rounded = 0.1 + 0.2, exact = 0.3;

static void thresholds(void **state)
{
    (void)state;
    assert_true(rounded != exact); /* else these tests say nothing */
    assert_true(sq_is_same(rounded, exact));
    assert_true(sq_is_same(-1e308, -1e308));
    assert_false(sq_is_same(1, 1.00000000001));
    assert_false(sq_is_same(-1, 1));
    assert_false(sq_is_same(NAN, NAN));
    assert_true(sq_is_same(0, -0.0));
    assert_near(sq_rounded(rounded - exact, exact), 0, 0);
    assert_near(sq_rounded(1e-300, 1e-300), 1e-300, 0);
    assert_near(sq_rounded(-1e-11, 1), -1e-11, 0);
    assert_reason(sq_rounded(sq_error(SQ_NO_DATA), 1), SQ_NO_DATA);
    assert_false(sq_is_zero(1, 0));
    assert_true(sq_is_zero(0, 0));
}

static void assert_no_gap_no_spread(const sq_gap *gap)
{
    assert_near(gap->gap.mean, 0, 0);
    assert_near(gap->gap.sd, 0, 0);
    assert_near(gap->gap.se, 0, 0);
    assert_reason(gap->gap.t, SQ_UNDEFINED);
    assert_reason(gap->gap.p, SQ_UNDEFINED);
    assert_reason(gap->gap.effect, SQ_UNDEFINED);
}

/* Perceptions that are the expectations but for rounding, on a scale whose means are 0 so that only
 * the answers tell how large a number is. */
static void the_same_answers(void **state)
{
    static const double e[] = {0.3, -0.3, 0.3, -0.3, 0.3, -0.3, 0.3, -0.3};
    static const double p[] = {0.1 + 0.2, -0.3, 0.3, -0.1 - 0.2, 0.3, -0.1 - 0.2, 0.1 + 0.2, -0.3};
    sq_ratings ratings = {.minuend = {p, 4, 2}, .subtrahend = {e, 4, 2}};
    sq_gap item[2], dimension, overall, pooled;
    double holm[2], rank[2];
    (void)state;
    assert_int_equal(sq_gap_by_item(&ratings, 0.95, item, holm, rank), SQ_OK);
    assert_no_gap_no_spread(&item[0]);
    assert_no_gap_no_spread(&item[1]);
    assert_reason(holm[0], SQ_UNDEFINED);
    assert_near(rank[0], 1, 0);
    assert_near(rank[1], 1, 0);
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &pooled), SQ_OK);
    assert_no_gap_no_spread(&pooled);
    assert_near(pooled.minuend, 0, 0);
    assert_int_equal(sq_gap_by_dimension(&ratings, &(sq_dimensions){1, (const size_t[]){0, 0}},
                                         NULL, 0.95, &dimension, NULL, &overall),
                     SQ_OK);
    assert_no_gap_no_spread(&dimension);
    assert_no_gap_no_spread(&overall);
}

/* Gaps of 0.1, 0.1 and −0.2: their mean is 0, t is 0 and p 1, whatever the unit. */
static void a_gap_of_nothing(void **state)
{
    (void)state;
    for (double unit = 1e-100; unit < 1e101; unit *= 1e50) {
        const double e[] = {0.1 * unit, 0.2 * unit, 0.3 * unit};
        const double p[] = {0.2 * unit, 0.3 * unit, 0.1 * unit};
        sq_ratings ratings = {.minuend = {p, 3, 1}, .subtrahend = {e, 3, 1}};
        sq_gap gap;
        assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
        assert_near(gap.gap.mean, 0, 0);
        assert_near(gap.gap.t, 0, 0);
        assert_near(gap.gap.p, 1, 0);
        assert_near(gap.gap.effect, 0, 0);
        assert_near(gap.gap.sd, sqrt(0.03) * unit, 1e-15 * unit);
    }
}

static void scores_of_a_respondent(void **state)
{
    sq_ratings ratings = {.minuend = TABLE(1, 3, 0.1, 0.2, 0.7),
                          .subtrahend = TABLE(1, 3, 0.3, 0, 0.7)};
    const sq_dimensions two = {2, (const size_t[]){0, 0, 1}}, none = {0, NULL};
    sq_score scores[2], overall;
    (void)state;
    assert_true(0.1 + 0.2 - 0.3 != 0);
    sq_gap_of_respondent(&ratings, &two, 0, scores, &overall);
    assert_near(scores[0].gap, 0, 0);
    assert_near(overall.gap, 0, 0);
    sq_gap_of_respondent(&ratings, &none, 0, NULL, &overall);
    assert_near(overall.gap, 0, 0);
    assert_int_equal(overall.answered, 3);
}

static void met_expectations(void **state)
{
    sq_ratings ratings = {.minuend = TABLE(4, 1, rounded, exact, 0.4, 0.2),
                          .subtrahend = TABLE(4, 1, exact, rounded, exact, exact)};
    sq_disconfirmation item[2];
    (void)state;
    assert_int_equal(sq_disconfirm(&ratings, item), SQ_OK);
    assert_near(item[0].satisfied, 0.5, 0);
    assert_near(item[0].delighted, 0.25, 0);
    assert_near(item[1].dissatisfied, 0.25, 0);
}

/* The sample of a group whose answers are as large as size. */
static sq_estimate group_of(size_t n, double mean, double sd, double size)
{
    sq_estimate group = {.n = n, .mean = mean, .sd = sd, .se = sd / sqrt((double)n), .size = size};
    sq_infer(&group, 0.95);
    return group;
}

static void groups_alike(void **state)
{
    sq_estimate groups[] = {group_of(5, rounded, 0.1, 1), group_of(6, exact, 0.2, 1),
                            group_of(7, rounded, 0.1, 1)};
    sq_estimate difference = sq_welch_difference(&groups[0], &groups[1], 0.95);
    sq_f_test test = sq_welch_oneway(groups, 3);
    (void)state;
    assert_near(difference.mean, 0, 0);
    assert_near(difference.t, 0, 0);
    assert_near(difference.p, 1, 0);
    assert_near(test.f, 0, 0);
    assert_near(test.p, 1, 0);
}

static void levels_alike(void **state)
{
    sq_ratings service = {.minuend = TABLE(3, 1, 0.3, 0.2, 0.4),
                          .subtrahend = TABLE(3, 1, 0.3, 0.2, 0.4)};
    sq_table levels[SQ_LEVELS];
    sq_gap_chain chain;
    (void)state;
    levels[SQ_MANAGEMENT] = TABLE(2, 1, 0.7, 0.1);
    levels[SQ_STANDARDS] = TABLE(3, 1, 0.1, 0.6, 0.2);
    levels[SQ_DELIVERY] = TABLE(2, 1, 0.1, 0.5);
    levels[SQ_COMMUNICATIONS] = TABLE(2, 1, 0.2, 0.4);
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
    assert_near(chain.sum, 0, 0);
    assert_near(chain.left, 0, 0);
    assert_near(chain.gap[SQ_GAP_4].gap.mean, 0, 0);
    assert_near(chain.gap[SQ_GAP_5].gap.mean, 0, 0);
}

/* One respondent of a million is one point less satisfied, and answers far from 0 differ by 1. */
static void what_is_small_but_no_rounding(void **state)
{
    enum { N = 1000000 };
    double *p = malloc(N * sizeof *p), *e = malloc(N * sizeof *e);
    sq_ratings ratings = {.minuend = {p, N, 1}, .subtrahend = {e, N, 1}};
    sq_gap gap;
    (void)state;
    assert_non_null(p);
    assert_non_null(e);
    for (size_t i = 0; i < N; i++)
        p[i] = e[i] = 1 + (double)(i % 7);
    p[N / 2]--;
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, -1e-6, 1e-18);
    assert_near(gap.gap.t, -1, 1e-9);
    free(p);
    free(e);
    ratings = (sq_ratings){.minuend = TABLE(4, 1, 1e9, 1e9 + 1, 1e9, 1e9 + 1)};
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.sd, sqrt(1. / 3), 1e-9);
    assert_true(gap.gap.t > 1e9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thresholds),       cmocka_unit_test(the_same_answers),
        cmocka_unit_test(a_gap_of_nothing), cmocka_unit_test(scores_of_a_respondent),
        cmocka_unit_test(met_expectations), cmocka_unit_test(groups_alike),
        cmocka_unit_test(levels_alike),     cmocka_unit_test(what_is_small_but_no_rounding),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
