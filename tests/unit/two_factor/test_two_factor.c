/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two factors: Fisher's exact test against R (tests/published/fisher_exact.R), against Fisher's own
 * example and an obvious slow version; shares, scores and states worked by hand. No published
 * percentages of Herzberg's are used.
 */
#include "check.h"
#include "two_factor/two_factor.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>

#define H SQ_FACTOR_HYGIENE
#define M SQ_FACTOR_MOTIVATOR
#define N SQ_FACTOR_NEITHER

static void fisher_as_r(void **state)
{
    sq_table t = read_survey("tests/published/fisher_exact.csv", "a", 5);
    (void)state;
    assert_int_equal(t.rows, 57);
    for (size_t row = 0; row < t.rows; row++) {
        const double *c = sq_row(&t, row);
        /* R's probabilities are differences of logarithms of factorials: 10⁻⁹ at these sizes */
        double tolerance = 1e-9 * c[4] + 1e-300;
        assert_near(sq_fisher_exact(c[0], c[1], c[2], c[3]), c[4], tolerance);
        assert_near(sq_fisher_exact(c[2], c[3], c[0], c[1]), c[4], tolerance); /* rows turned */
        assert_near(sq_fisher_exact(c[1], c[0], c[3], c[2]), c[4], tolerance); /* columns */
        assert_near(sq_fisher_exact(c[0], c[2], c[1], c[3]), c[4], tolerance); /* both */
    }
    free((void *)t.values);
}

/* Fisher 1935, The Design of Experiments, ch. 2: 8 cups, all 4 right: 1/70 one-sided, by symmetry
 * 2/70 two-sided; 3 right of each: (1 + 16 + 16 + 1)/70. */
static void tea_tasting(void **state)
{
    (void)state;
    assert_near(sq_fisher_exact(4, 0, 0, 4), 2. / 70, 1e-16);
    assert_near(sq_fisher_exact(3, 1, 1, 3), 34. / 70, 1e-15);
    assert_near(sq_fisher_exact(2, 2, 2, 2), 1, 0);
}

/* The slow version: every table's probability by GSL's hypergeometric density. */
static void fisher_as_the_sum_of_all_tables(void **state)
{
    (void)state;
    for (unsigned int a = 0; a <= 9; a += 3)
        for (unsigned int b = 0; b <= 12; b += 4)
            for (unsigned int c = 0; c <= 10; c += 5)
                for (unsigned int d = 1; d <= 19; d += 6) {
                    double observed = gsl_ran_hypergeometric_pdf(a, a + b, c + d, a + c), p = 0;
                    for (unsigned int x = 0; x <= a + c; x++) {
                        double one = gsl_ran_hypergeometric_pdf(x, a + b, c + d, a + c);
                        p += one <= observed * (1 + 1e-7) ? one : 0;
                    }
                    assert_near(sq_fisher_exact(a, b, c, d), p, 1e-12);
                }
}

static void fisher_at_the_edges(void **state)
{
    (void)state;
    assert_near(sq_fisher_exact(0, 0, 0, 0), 1, 0);
    assert_near(sq_fisher_exact(0, 5, 0, 3), 1, 0);
    assert_near(sq_fisher_exact(7, 0, 0, 0), 1, 0);
    assert_reason(sq_fisher_exact(-1, 2, 3, 4), SQ_OUT_OF_DOMAIN);
    assert_reason(sq_fisher_exact(1, INFINITY, 3, 4), SQ_OUT_OF_DOMAIN);
    assert_reason(sq_fisher_exact(1, 2, 2e9, 4), SQ_OUT_OF_DOMAIN);
    assert_reason(sq_fisher_exact(1, 2, 3.5, 4), SQ_UNDEFINED);
    assert_reason(sq_fisher_exact(1, NA, 3, 4), SQ_NO_DATA);
    /* The largest tables end in time, and what underflows is 0 */
    assert_near(sq_fisher_exact(1e9, 1e9, 1e9, 1e9), 1, 1e-9);
    assert_near(sq_fisher_exact(1e9, 0, 0, 1e9), 0, 0);
    /* Normal limit with all margins 10⁹: z = 27950.5/√(2·10⁹/16), p = erfc(z/√2) */
    assert_near(sq_fisher_exact(5e8 + 27951, 5e8 - 27951, 5e8 - 27951, 5e8 + 27951), 0.01242042726,
                1e-8);
}

/* 20 good incidents and 10 bad ones; worked by hand. */
static void shares_of_incidents_and_of_mentions(void **state)
{
    static const double good[] = {12, 5, 8, 0, 4}, bad[] = {2, 6, 4, 0, 0};
    sq_incidents incidents = {5, good, bad, 20, 10, SQ_OF_INCIDENTS};
    sq_herzberg h[5];
    (void)state;
    assert_int_equal(sq_herzberg_factors(&incidents, h), SQ_OK);
    assert_near(h[0].share_good, 0.6, 1e-16);
    assert_near(h[0].share_bad, 0.2, 1e-16);
    assert_int_equal(h[0].kind, M);
    assert_near(h[0].odds_ratio, 12. * 8 / (2 * 8), 1e-15);
    assert_near(h[0].p, sq_fisher_exact(12, 8, 2, 8), 1e-15);
    assert_int_equal(h[1].kind, H);
    assert_int_equal(h[2].kind, N); /* 0.4 and 0.4 */
    assert_near(h[2].odds_ratio, 1, 1e-15);
    assert_near(h[2].p, 1, 0);
    assert_int_equal(h[3].kind, N);
    assert_reason(h[3].odds_ratio, SQ_UNDEFINED);
    assert_near(h[3].p, 1, 0);
    assert_int_equal(h[4].kind, M);
    assert_reason(h[4].odds_ratio, SQ_UNDEFINED); /* infinite */
    incidents.denominator = SQ_OF_MENTIONS;       /* 29 and 12 */
    incidents.good_total = incidents.bad_total = NA;
    assert_int_equal(sq_herzberg_factors(&incidents, h), SQ_OK);
    assert_near(h[0].share_good, 12. / 29, 1e-16);
    assert_near(h[0].share_bad, 2. / 12, 1e-16);
    assert_near(h[0].odds_ratio, 12. * 10 / (2 * 17), 1e-15);
    assert_int_equal(h[2].kind, H);
}

static void sides_without_incidents(void **state)
{
    static const double good[] = {3, 1}, none[] = {0, 0};
    sq_incidents incidents = {2, good, none, 0, 0, SQ_OF_MENTIONS};
    sq_factor kind[] = {M, H};
    sq_herzberg h[2];
    sq_herzberg_split split;
    (void)state;
    assert_int_equal(sq_herzberg_factors(&incidents, h), SQ_OK);
    assert_near(h[0].share_good, 0.75, 0);
    assert_reason(h[0].share_bad, SQ_NO_DATA);
    assert_reason(h[0].odds_ratio, SQ_NO_DATA);
    assert_reason(h[0].p, SQ_NO_DATA);
    assert_int_equal(h[0].kind, N);
    assert_int_equal(sq_herzberg_by_kind(&incidents, kind, &split), SQ_OK);
    assert_near(split.motivator_good, 0.75, 0);
    assert_near(split.hygiene_good, 0.25, 0);
    assert_reason(split.motivator_bad, SQ_NO_DATA);
}

static void fractions_have_shares_but_no_test(void **state)
{
    static const double good[] = {2.5, 1}, bad[] = {1, 3};
    sq_incidents incidents = {2, good, bad, 10, 10, SQ_OF_INCIDENTS};
    sq_herzberg h[2];
    (void)state;
    assert_int_equal(sq_herzberg_factors(&incidents, h), SQ_OK);
    assert_near(h[0].share_good, 0.25, 0);
    assert_reason(h[0].p, SQ_UNDEFINED);
    assert_near(h[1].p, sq_fisher_exact(1, 9, 3, 7), 1e-15);
}

static void bad_incidents(void **state)
{
    static const struct {
        double good[2], bad[2], good_total, bad_total;
        sq_denominator denominator;
        sq_status status;
    } cases[] = {
        {{1, 2}, {1, 2}, NA, 5, SQ_OF_INCIDENTS, SQ_BAD_ARGUMENT},
        {{1, 2}, {1, 2}, 5, NA, SQ_OF_INCIDENTS, SQ_BAD_ARGUMENT},
        {{1, NA}, {1, 2}, 5, 5, SQ_OF_INCIDENTS, SQ_BAD_ARGUMENT},
        {{1, 2}, {NA, 2}, 5, 5, SQ_OF_MENTIONS, SQ_BAD_ARGUMENT},
        {{1, -2}, {1, 2}, 5, 5, SQ_OF_MENTIONS, SQ_OUT_OF_DOMAIN},
        {{1, 2}, {1, INFINITY}, 5, 5, SQ_OF_MENTIONS, SQ_OUT_OF_DOMAIN},
        {{1, 6}, {1, 2}, 5, 5, SQ_OF_INCIDENTS, SQ_OUT_OF_DOMAIN},
        {{1, 2}, {1, 6}, 5, 5, SQ_OF_INCIDENTS, SQ_OUT_OF_DOMAIN},
        {{1, 2}, {1, 2}, -5, 5, SQ_OF_INCIDENTS, SQ_OUT_OF_DOMAIN},
        {{1e308, 1e308}, {1, 2}, 5, 5, SQ_OF_MENTIONS, SQ_OUT_OF_DOMAIN},
        {{1, 6}, {1, 2}, 5, 5, SQ_OF_MENTIONS, SQ_OK},
    };
    sq_herzberg h[2];
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sq_incidents incidents = {2,
                                  cases[i].good,
                                  cases[i].bad,
                                  cases[i].good_total,
                                  cases[i].bad_total,
                                  cases[i].denominator};
        assert_int_equal(sq_herzberg_factors(&incidents, h), cases[i].status);
    }
    assert_int_equal(sq_herzberg_factors(&(sq_incidents){0}, h), SQ_NO_DATA);
}

static void split_by_kind(void **state)
{
    static const double good[] = {8, 3, 1, 100}, bad[] = {1, 2, 6, 100};
    static const sq_factor kind[] = {M, M, H, N};
    sq_incidents incidents = {.factors = 4, .good = good, .bad = bad};
    sq_herzberg_split split;
    (void)state;
    assert_int_equal(sq_herzberg_by_kind(&incidents, kind, &split), SQ_OK);
    assert_near(split.motivator_good, 11. / 12, 1e-16);
    assert_near(split.hygiene_good, 1. / 12, 1e-16);
    assert_near(split.motivator_bad, 3. / 9, 1e-16);
    assert_near(split.hygiene_bad, 6. / 9, 1e-16);
    assert_near(split.good, 12, 0);
    assert_near(split.bad, 9, 0);
    incidents.factors = 0;
    assert_int_equal(sq_herzberg_by_kind(&incidents, kind, &split), SQ_NO_DATA);
}

static void words_of_factors(void **state)
{
    static const struct {
        const char *text;
        sq_status status;
        sq_factor factor;
    } words[] = {
        {"hygiene", SQ_OK, H},
        {"Hygiene ", SQ_OK, H},
        {"H", SQ_OK, H},
        {"h", SQ_OK, H},
        {"Ｈ", SQ_OK, H},
        {"保健", SQ_OK, H},
        {"保健因素", SQ_OK, H},
        {"MOTIVATOR", SQ_OK, M},
        {"m", SQ_OK, M},
        {"激励", SQ_OK, M},
        {"激勵", SQ_OK, M},
        {"激励因素", SQ_OK, M},
        {"hygiene-factor", SQ_OK, H},
        {"", SQ_OK, N},
        {"  ", SQ_OK, N},
        {"x", SQ_BAD_ARGUMENT, N},
        {"hygienic", SQ_BAD_ARGUMENT, N},
        {"\xFF", SQ_BAD_ARGUMENT, N},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(words); i++) {
        sq_factor factor;
        assert_int_equal(sq_factor_of_word(words[i].text, &factor), words[i].status);
        assert_int_equal(factor, words[i].factor);
    }
}

/* Columns: hygiene, hygiene, neither, motivator. Worked by hand. */
static const sq_factor kinds[] = {H, H, N, M};
static const double ratings[] = {
    4,  2,  9,  5,        /* 3, 5 */
    NA, 4,  1,  2,        /* 4, 2 */
    5,  5,  NA, NA,       /* 5, – */
    NA, NA, 3,  4,        /* –, 4 */
    1,  2,  5,  NA,       /* 1.5, – */
    NA, NA, NA, INFINITY, /* –, – */
};
#define RATINGS ((sq_table){ratings, 6, 4})

static void scores_of_all(void **state)
{
    size_t n;
    (void)state;
    assert_near(sq_factor_score(&RATINGS, kinds, H, &n), (3 + 4 + 5 + 1.5) / 4, 1e-15);
    assert_int_equal(n, 4);
    assert_near(sq_factor_score(&RATINGS, kinds, M, &n), 11. / 3, 1e-15);
    assert_int_equal(n, 3);
    assert_reason(sq_factor_score(&RATINGS, (const sq_factor[]){H, H, H, H}, M, &n), SQ_NO_DATA);
    assert_int_equal(n, 0);
    assert_reason(sq_factor_score(&TABLE(1, 1, NA), (const sq_factor[]){H}, H, &n), SQ_NO_DATA);
    /* the same from everybody is exactly that */
    assert_near(sq_factor_score(&TABLE(3, 1, 0.1, 0.1, 0.1), (const sq_factor[]){H}, H, &n), 0.1,
                0);
}

static void states_of_respondents(void **state)
{
    static const sq_factor_state expected[] = {SQ_STATE_SATISFIED,    SQ_STATE_NOT_DISSATISFIED,
                                               SQ_STATE_UNKNOWN,      SQ_STATE_UNKNOWN,
                                               SQ_STATE_DISSATISFIED, SQ_STATE_UNKNOWN};
    sq_two_factor_states states;
    (void)state;
    for (size_t row = 0; row < 6; row++) /* at the cut is met: 3 ≥ 3, 5 ≥ 5 */
        assert_int_equal(sq_two_factor_of_respondent(&RATINGS, kinds, 3, 5, row).state,
                         expected[row]);
    assert_near(sq_two_factor_of_respondent(&RATINGS, kinds, 3, 5, 0).hygiene, 3, 0);
    assert_near(sq_two_factor_of_respondent(&RATINGS, kinds, 3, 5, 0).motivator, 5, 0);
    assert_reason(sq_two_factor_of_respondent(&RATINGS, kinds, 3, 5, 3).hygiene, SQ_NO_DATA);
    assert_int_equal(sq_two_factor_of_respondent(&RATINGS, kinds, NA, 5, 0).state,
                     SQ_STATE_UNKNOWN);
    assert_int_equal(sq_two_factor_count(&RATINGS, kinds, 3, 5, &states), SQ_OK);
    assert_int_equal(states.n, 3);
    assert_int_equal(states.unknown, 3);
    for (size_t s = 0; s < SQ_FACTOR_STATES; s++) {
        assert_int_equal(states.count[s], 1);
        assert_near(states.share[s], 1. / 3, 1e-16);
    }
    assert_int_equal(sq_two_factor_count(&RATINGS, kinds, NA, 5, &states), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_two_factor_count(&RATINGS, kinds, 3, INFINITY, &states), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_two_factor_count(&(sq_table){NULL, 0, 4}, kinds, 3, 5, &states), SQ_OK);
    assert_reason(states.share[SQ_STATE_SATISFIED], SQ_NO_DATA);
}

/* One respondent has a mean, one incident of each kind has shares. */
static void the_smallest_of_all(void **state)
{
    const double good[] = {1, 0}, bad[] = {0, 1};
    sq_herzberg result[2];
    size_t n;
    (void)state;
    assert_near(
        sq_factor_score(&TABLE(1, 2, 4, 5), (const sq_factor[]){H, M}, SQ_FACTOR_MOTIVATOR, &n), 5,
        0);
    assert_int_equal(n, 1);
    assert_int_equal(
        sq_herzberg_factors(
            &(sq_incidents){.factors = 2, .good = good, .bad = bad, .denominator = SQ_OF_MENTIONS},
            result),
        SQ_OK);
    assert_int_equal(result[0].kind, SQ_FACTOR_MOTIVATOR);
    assert_int_equal(result[1].kind, SQ_FACTOR_HYGIENE);
    assert_near(result[0].p, 1, 0); /* Fisher: of two tables, both as probable */
}

/* The item of neither kind, with the largest answer 9, does not count. */
static void the_cut_where_none_is_given(void **state)
{
    (void)state;
    assert_near(sq_factor_cut(&RATINGS, kinds), 3, 0);
    assert_reason(sq_factor_cut(&TABLE(1, 1, 7), (const sq_factor[]){N}), SQ_NO_DATA);
    assert_reason(sq_factor_cut(&TABLE(1, 1, 7), (const sq_factor[]){M}), SQ_UNDEFINED);
    assert_reason(sq_factor_cut(&TABLE(1, 2, 0.1 + 0.2, 0.3), (const sq_factor[]){M, H}),
                  SQ_UNDEFINED);
    assert_near(sq_factor_cut(&TABLE(2, 1, 7, 6), (const sq_factor[]){M}), 6.5, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fisher_as_r),
        cmocka_unit_test(the_smallest_of_all),
        cmocka_unit_test(tea_tasting),
        cmocka_unit_test(fisher_as_the_sum_of_all_tables),
        cmocka_unit_test(fisher_at_the_edges),
        cmocka_unit_test(shares_of_incidents_and_of_mentions),
        cmocka_unit_test(sides_without_incidents),
        cmocka_unit_test(fractions_have_shares_but_no_test),
        cmocka_unit_test(bad_incidents),
        cmocka_unit_test(split_by_kind),
        cmocka_unit_test(words_of_factors),
        cmocka_unit_test(scores_of_all),
        cmocka_unit_test(states_of_respondents),
        cmocka_unit_test(the_cut_where_none_is_given),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
