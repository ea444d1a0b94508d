/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is 0 but for rounding is 0, and what follows from it is no figure: 0.1 + 0.2 is not 0.3 to a
 * computer. And what is small but no rounding stays what it is.
 */
#include "base/rounding.h"
#include "check.h"
#include "gap_model/gap_chain.h"
#include "gap_model/gap_model.h"
#include "gap_model/zone_of_tolerance.h"
#include "kano/kano.h"
#include "numerics/covariance.h"
#include "reliability/reliability.h"
#include "survey/shares.h"
#include "two_factor/penalty_reward.h"
#include "two_factor/two_factor.h"

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
    assert_int_equal(sq_disconfirm(&ratings, &(sq_dimensions){0}, item), SQ_OK);
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

/* Gaps of 0.1, 0.2 and −0.3 add up to nothing; of a millionth less they do not, in any unit. */
static void steps_of_a_chain(void **state)
{
    (void)state;
    assert_true(0.1 + 0.2 - 0.3 != 0);
    for (double unit = 1e-20; unit < 1e21; unit *= 1e20)
        for (int less = 0; less < 2; less++) {
            const double e[] = {0, 0}, management[] = {0.1 * unit, 0.1 * unit};
            const double standards[] = {0.3 * unit, 0.3 * unit};
            const double delivery[] = {-1e-6 * less * unit, -1e-6 * less * unit};
            const double p[] = {0, 0};
            sq_ratings service = {.minuend = {p, 2, 1}, .subtrahend = {e, 2, 1}};
            sq_table levels[SQ_LEVELS] = {[SQ_MANAGEMENT] = {management, 2, 1},
                                          [SQ_STANDARDS] = {standards, 2, 1},
                                          [SQ_DELIVERY] = {delivery, 2, 1}};
            sq_gap_chain chain;
            assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
            assert_near(chain.sum, -1e-6 * less * unit, 1e-16 * unit);
            assert_near(chain.left, 1e-6 * less * unit, 1e-16 * unit);
            assert_true(less || chain.sum == 0);
        }
}

/* A minimum that is the desired level but for rounding, perceived as both; the levels' means are 0.
 */
static void a_zone_without_width(void **state)
{
    sq_table minimum = TABLE(2, 1, 0.1 + 0.2, -0.3), desired = TABLE(2, 1, 0.3, -0.3);
    sq_table perceived = TABLE(2, 1, 0.3, -0.1 - 0.2);
    const sq_dimensions none = {0, NULL}, one = {1, (const size_t[]){0}};
    sq_tolerance zone, overall;
    (void)state;
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &none, NULL, &overall);
    assert_near(overall.width, 0, 0);
    assert_near(overall.adequacy, 0, 0);
    assert_near(overall.superiority, 0, 0);
    assert_near(overall.minimum, 0, 0);
    assert_reason(overall.position, SQ_UNDEFINED);
    assert_int_equal(overall.reversed, 0);
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &one, &zone, &overall);
    assert_near(zone.adequacy, 0, 0);
    assert_near(overall.superiority, 0, 0);
    assert_reason(overall.position, SQ_UNDEFINED);
}

/* A mean of 3.3 three times is not 3.3 to a computer, but it meets a cut of 3.3. */
static void cuts_that_are_met(void **state)
{
    const sq_factor kinds[] = {SQ_FACTOR_HYGIENE, SQ_FACTOR_HYGIENE, SQ_FACTOR_HYGIENE,
                               SQ_FACTOR_MOTIVATOR};
    sq_table ratings = TABLE(2, 4, 0.1, 0.2, 0.9, 0.3, 0.1, -0.3, 0.2, 0.1 + 0.2);
    sq_two_factor scores;
    size_t n;
    (void)state;
    assert_true((0.1 + 0.2 + 0.9) / 3 < 0.4 || (0.1 + 0.2 + 0.9) / 3 > 0.4);
    scores = sq_two_factor_of_respondent(&ratings, kinds, 0.4, 0.1 + 0.2, 0);
    assert_int_equal(scores.state, SQ_STATE_SATISFIED);
    scores = sq_two_factor_of_respondent(&ratings, kinds, 0.3999, 0.3001, 0);
    assert_int_equal(scores.state, SQ_STATE_NOT_DISSATISFIED);
    scores = sq_two_factor_of_respondent(&ratings, kinds, 0, 0, 1);
    assert_near(scores.hygiene, 0, 0);
    ratings = TABLE(3, 1, 0.1, 0.2, -0.3);
    assert_near(sq_factor_score(&ratings, kinds, SQ_FACTOR_HYGIENE, &n), 0, 0);
}

/* 0.1 of 0.3 and 0.3 of 0.9 are the same share, and who is left of 0.1 + 0.2 when 0.3 are gone is
 * nobody. */
static void equal_shares(void **state)
{
    const double good[] = {0.1, 0.2}, bad[] = {0.3, 0.6};
    const double all[] = {0.3, 0}, some[] = {1, 1};
    sq_herzberg result[2];
    (void)state;
    assert_int_equal(
        sq_herzberg_factors(
            &(sq_incidents){.factors = 2, .good = good, .bad = bad, .denominator = SQ_OF_MENTIONS},
            result),
        SQ_OK);
    assert_true(result[0].share_good != result[0].share_bad);
    assert_int_equal(result[0].kind, SQ_FACTOR_NEITHER);
    assert_int_equal(result[1].kind, SQ_FACTOR_NEITHER);
    assert_int_equal(
        sq_herzberg_factors(
            &(sq_incidents){
                .factors = 2, .good = all, .bad = some, .good_total = 0.1 + 0.2, .bad_total = 4},
            result),
        SQ_OK);
    assert_reason(result[0].odds_ratio, SQ_UNDEFINED);
}

static void distributions(void **state)
{
    sq_table alike = TABLE(3, 1, 0.1, 0.1, 0.1), both_ways = TABLE(3, 1, 0.1, 0.2, -0.3);
    const double weights[] = {0.1, 0.7, 0.3};
    sq_distribution d;
    double share;
    (void)state;
    assert_int_equal(sq_distribution_of(&alike, weights, 0, 1, 0, 1, &share, &d), SQ_OK);
    assert_near(d.sd, 0, 0);
    assert_int_equal(sq_distribution_of(&both_ways, NULL, 0, 1, 0, 1, &share, &d), SQ_OK);
    assert_near(d.mean, 0, 0);
}

/* Weights of 0.1 and 0.2 on one category weigh as much as 0.3 on another: strengths of 0. */
static void tied_categories(void **state)
{
    sq_table f = TABLE(3, 1, 1, 1, 3), d = TABLE(3, 1, 3, 3, 3);
    const double weights[] = {0.1, 0.2, 0.3};
    sq_kano feature;
    (void)state;
    assert_int_equal(
        sq_kano_features(&f, &d, &(sq_kano_options){.case_weights = weights}, &feature), SQ_OK);
    assert_near(feature.category_strength, 0, 0);
    assert_near(feature.fong_difference, 0, 0);
    assert_near(feature.total_strength, 0.5, 1e-15);
}

/* Items that are constant but for rounding, whoever comes first, as gaps and as answers. */
static void items_without_spread(void **state)
{
    sq_table p = TABLE(4, 2, 0, 1, 0.3, 2, 0.1 + 0.2, 4, 0.7, 3);
    sq_table e = TABLE(4, 2, 0, 0, 0.1 + 0.2, 0, 0.3, 0, 0.7, 0);
    sq_table answers = TABLE(3, 2, 0.3, 1, 0.1 + 0.2, 2, 0.3, 4);
    sq_items gaps = {.minuend = p, .subtrahend = e, .count = 2};
    sq_items alone = {.minuend = answers, .count = 2};
    double covariance[4], alpha;
    (void)state;
    assert_int_equal(sq_covariance(&gaps, covariance, NULL, NULL), SQ_OK);
    assert_near(covariance[0], 0, 0);
    assert_near(covariance[1], 0, 0);
    assert_near(covariance[3], 5. / 3, 1e-15);
    assert_int_equal(sq_covariance(&alone, covariance, NULL, NULL), SQ_OK);
    assert_near(covariance[0], 0, 0);
    assert_near(covariance[2], 0, 0);
    assert_int_equal(sq_alpha(&alone, &alpha), SQ_OK);
    assert_near(alpha, 0, 0);
}

/* Items in proportion: each goes with the rest perfectly. Items that do not go together at all have
 * an item–rest correlation of 0 and none with a sign. */
static void perfect_and_no_correlation(void **state)
{
    sq_item_statistics of[3];
    sq_table perfect = TABLE(4, 2, 0.1, 0.3, 0.2, 0.6, 0.4, 1.2, 0.7, 2.1);
    sq_table none = TABLE(4, 2, 0.1, 0.1, 0.1, 0.3, 0.3, 0.1, 0.3, 0.3);
    (void)state;
    assert_int_equal(sq_item_analysis(&(sq_items){.minuend = perfect, .count = 2}, of), SQ_OK);
    assert_near(of[0].item_rest, 1, 0);
    assert_near(of[1].item_rest, 1, 0);
    assert_int_equal(sq_item_analysis(&(sq_items){.minuend = none, .count = 2}, of), SQ_OK);
    assert_near(of[0].item_rest, 0, 0);
    assert_int_equal(of[0].flag, SQ_ITEM_WEAK);
}

/* A regression that explains nothing: R² is 0. One that leaves no degree of freedom explains
 * everything and knows nothing. */
static void explained_variance(void **state)
{
    static const double overall[] = {0.1, 0.3, 0.1, 0.3, 0.1, 0.3}, three[] = {4, 5, 7};
    sq_table rating = TABLE(6, 1, 1, 1, 3, 3, 5, 5), few = TABLE(3, 1, 1, 3, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5, .theta = 0.1};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(fit.r2, 0, 0);
    assert_near(a.penalty.b, 0, 0);
    assert_int_equal(sq_penalty_reward_analysis(three, &few, &model, &a, &fit), SQ_OK);
    assert_reason(fit.r2, SQ_UNDEFINED);
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
        cmocka_unit_test(thresholds),
        cmocka_unit_test(the_same_answers),
        cmocka_unit_test(a_gap_of_nothing),
        cmocka_unit_test(scores_of_a_respondent),
        cmocka_unit_test(met_expectations),
        cmocka_unit_test(groups_alike),
        cmocka_unit_test(levels_alike),
        cmocka_unit_test(steps_of_a_chain),
        cmocka_unit_test(a_zone_without_width),
        cmocka_unit_test(cuts_that_are_met),
        cmocka_unit_test(equal_shares),
        cmocka_unit_test(distributions),
        cmocka_unit_test(tied_categories),
        cmocka_unit_test(items_without_spread),
        cmocka_unit_test(perfect_and_no_correlation),
        cmocka_unit_test(explained_variance),
        cmocka_unit_test(what_is_small_but_no_rounding),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
