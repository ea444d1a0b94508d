/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Penalty–reward contrast analysis of the kiosk survey against R's lm
 * (tests/published/penalty_reward.R), against tables of means worked by hand, and its edges.
 */
#include "check.h"
#include "penalty_reward.h"

#include <gsl/gsl_errno.h>

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define FITTED "tests/published/penalty_reward.csv"

enum { ROWS = 211, ITEMS = 24 };

typedef struct survey {
    sq_table attributes, overall, respondent;
    double weights[ROWS];
} survey;

static survey read_kiosk(const char *overall, const char *first, size_t items)
{
    survey s = {.attributes = read_survey(KIOSK, first, items),
                .overall = read_survey(KIOSK, overall, 1),
                .respondent = read_survey(KIOSK, "resp", 1)};
    assert_int_equal(s.attributes.rows, ROWS);
    return s;
}

static void forget(survey *s)
{
    free((void *)s->attributes.values);
    free((void *)s->overall.values);
    free((void *)s->respondent.values);
}

/* |actual − expected| ≤ tolerance, relative where expected is large or (p) tiny. */
static void assert_close(double actual, double expected)
{
    assert_near(actual, expected, 1e-9 * fabs(expected) + 1e-13 * (fabs(expected) > 1e-6));
}

/* How exact a p of Student's t is: GSL's far tail, p < 10⁻¹⁰, where df > 30, is a series that 40
 * digits by mpmath show off by up to 8·10⁻⁷ of p (df 31, t 17), and by 5·10⁻⁸ at the 8·10⁻⁶² here.
 */
static double tolerance_of_p(double p)
{
    return p * (p < 1e-10 ? 1e-6 : 1e-9);
}

/* One coefficient against b, se, t, p of lm; NA there is SQ_UNDEFINED here. */
static void check_coefficient(const sq_coefficient *c, const char *figures)
{
    double b, se, t, p;
    if (strncmp(figures, "NA", 2) == 0) {
        assert_reason(c->b, SQ_UNDEFINED);
        assert_reason(c->se, SQ_UNDEFINED);
        assert_reason(c->t, SQ_UNDEFINED);
        assert_reason(c->p, SQ_UNDEFINED);
        return;
    }
    assert_int_equal(sscanf(figures, "%lf,%lf,%lf,%lf", &b, &se, &t, &p), 4);
    assert_close(c->b, b);
    assert_close(c->se, se);
    assert_near(c->t, t, 1e-9 * (1 + fabs(t)));
    assert_near(c->p, p, tolerance_of_p(p));
}

/* Every line of one case; prefix is that of the attributes' names. Returns how many lines. */
static size_t check_case(const char *name, const char *prefix, const sq_penalty_reward result[],
                         const sq_penalty_reward_fit *fit, bool with_intercept)
{
    FILE *file = fopen(FITTED, "r");
    char line[512], low[32], high[32];
    size_t lines = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *coefficient = strchr(line, ',') + 1, *figures = strchr(coefficient, ',') + 1;
        unsigned long item;
        coefficient[-1] = figures[-1] = '\0';
        if (strcmp(line, name) != 0)
            continue;
        lines++;
        if (strcmp(coefficient, "R2") == 0) {
            double r2, df, n, rank;
            assert_int_equal(sscanf(figures, "%lf,%lf,%lf,%lf", &r2, &df, &n, &rank), 4);
            assert_near(fit->r2, r2, 1e-12);
            assert_near(fit->df, df, 0);
            assert_int_equal(fit->n, n);
            assert_int_equal(fit->rank, rank);
            continue;
        }
        if (strcmp(coefficient, "(Intercept)") == 0) {
            if (with_intercept)
                check_coefficient(&fit->intercept, figures);
            continue;
        }
        item = strtoul(coefficient + strlen(prefix), NULL, 10);
        snprintf(low, sizeof low, "%s%lu.low", prefix, item);
        snprintf(high, sizeof high, "%s%lu.high", prefix, item);
        if (strcmp(coefficient, low) == 0)
            check_coefficient(&result[item - 1].penalty, figures);
        else {
            assert_string_equal(coefficient, high);
            check_coefficient(&result[item - 1].reward, figures);
        }
    }
    fclose(file);
    return lines;
}

static void analyse(const survey *s, const sq_penalty_reward_model *model,
                    sq_penalty_reward result[], sq_penalty_reward_fit *fit)
{
    assert_int_equal(
        sq_penalty_reward_analysis(s->overall.values, &s->attributes, model, result, fit), SQ_OK);
}

static void kiosk_as_lm(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", ITEMS);
    sq_penalty_reward_model model = {.low = 3, .high = 6, .theta = 0.1};
    sq_penalty_reward result[ITEMS];
    sq_penalty_reward_fit fit;
    (void)state;
    analyse(&s, &model, result, &fit);
    assert_int_equal(fit.undetermined, 0);
    assert_int_equal(check_case("raw", "SAT", result, &fit, true), 50);
    model.standardised = true; /* R standardises overall too: its intercept is 0 */
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("standardised", "SAT", result, &fit, false), 50);
    forget(&s);
}

static void kiosk_as_weighted_lm(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", ITEMS);
    sq_penalty_reward_model model = {.low = 3, .high = 6, .case_weights = s.weights};
    sq_penalty_reward result[ITEMS];
    sq_penalty_reward_fit fit;
    (void)state;
    for (size_t row = 0; row < ROWS; row++)
        s.weights[row] = 1 + fmod(s.respondent.values[row], 3);
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("weighted", "SAT", result, &fit, true), 50);
    for (size_t row = 0; row < ROWS; row++)
        s.weights[row] *= 1e250; /* the scale does not matter */
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("weighted", "SAT", result, &fit, true), 50);
    model.standardised = true;
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("both", "SAT", result, &fit, false), 50);
    forget(&s);
}

/* Respondents of weight 0 are left out, and are no degrees of freedom. */
static void weights_of_zero(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", 6);
    sq_penalty_reward_model model = {.low = 3, .high = 6, .case_weights = s.weights};
    sq_penalty_reward result[6];
    sq_penalty_reward_fit fit;
    (void)state;
    for (size_t row = 0; row < ROWS; row++)
        s.weights[row] = fmod(s.respondent.values[row], 4) / 2;
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("zeros", "SAT", result, &fit, true), 14);
    for (size_t row = 0; row < ROWS; row++)
        if (s.weights[row] == 0)
            s.weights[row] = NA;
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("zeros", "SAT", result, &fit, true), 14);
    forget(&s);
}

/* Nobody rates items 2 and 3 at 1, the lowest answer: those penalties are open, the rest stands. */
static void nobody_rates_low(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", ITEMS);
    sq_penalty_reward_model model = {.low = NAN, .high = NAN, .theta = 0.1};
    sq_penalty_reward result[ITEMS];
    sq_penalty_reward_fit fit;
    (void)state;
    analyse(&s, &model, result, &fit);
    assert_near(fit.low, 1, 0);
    assert_near(fit.high, 7, 0);
    assert_int_equal(fit.undetermined, 2);
    assert_int_equal(check_case("default", "SAT", result, &fit, true), 50);
    for (size_t j = 0; j < ITEMS; j++)
        assert_int_equal(result[j].undetermined, j == 1 || j == 2);
    assert_int_equal(result[1].n_low, 0);
    assert_int_equal(result[1].n_high, 68); /* counted in the survey */
    assert_int_equal(result[1].impact, SQ_IMPACT_NONE);
    assert_reason(result[1].range, SQ_UNDEFINED);
    assert_reason(result[1].asymmetry, SQ_UNDEFINED);
    assert_false(result[1].wrong_penalty);
    forget(&s);
}

static void other_items_and_a_single_one(void **state)
{
    survey s = read_kiosk("Y2_excellent", "P1", ITEMS), t = read_kiosk("Y1_satisfied", "SAT12", 1);
    sq_penalty_reward_model model = {.low = 4, .high = 6};
    sq_penalty_reward result[ITEMS];
    sq_penalty_reward_fit fit;
    (void)state;
    analyse(&s, &model, result, &fit);
    assert_int_equal(check_case("perceptions", "P", result, &fit, true), 50);
    model.low = 3;
    analyse(&t, &model, &result[11], &fit); /* its name is SAT12 */
    assert_int_equal(check_case("one", "SAT", result, &fit, true), 4);
    forget(&s);
    forget(&t);
}

/* One attribute: the regression is the three means. Worked by hand. */
static void one_attribute_is_three_means(void **state)
{
    static const double overall[] = {2, 3, 5, 6, 7, 8, 9};
    double turned[LENGTH(overall)];
    sq_table rating = TABLE(7, 1, 1, 1, 3, 3, 3, 5, 5);
    sq_penalty_reward_model model = {.low = NAN, .high = NAN, .theta = 0.1};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(fit.intercept.b, 6, 1e-14);
    assert_near(a.penalty.b, 2.5 - 6, 1e-14);
    assert_near(a.reward.b, 8.5 - 6, 1e-14);
    assert_near(a.penalty.se, sqrt((0.5 + 2 + 0.5) / 4 * (1. / 2 + 1. / 3)), 1e-14);
    assert_near(fit.intercept.se, sqrt(3. / 4 / 3), 1e-14);
    assert_near(a.range, 6, 1e-14);
    assert_near(a.sgp, 2.5 / 6, 1e-14);
    assert_near(a.dgp, 3.5 / 6, 1e-14);
    assert_near(a.asymmetry, -1. / 6, 1e-14);
    assert_int_equal(a.impact, SQ_IMPACT_BASIC);
    assert_int_equal(a.n_low, 2);
    assert_int_equal(a.n_high, 2);
    model.theta = 0.2;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_int_equal(a.impact, SQ_IMPACT_PERFORMANCE);
    /* Turned round: reward 3.5, penalty −2.5. */
    rating = TABLE(7, 1, 5, 5, 3, 3, 3, 1, 1);
    for (size_t i = 0; i < LENGTH(overall); i++)
        turned[i] = -overall[i];
    assert_int_equal(sq_penalty_reward_analysis(turned, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.asymmetry, 1. / 6, 1e-14);
    assert_int_equal(a.impact, SQ_IMPACT_PERFORMANCE);
    model.theta = 0.16;
    assert_int_equal(sq_penalty_reward_analysis(turned, &rating, &model, &a, &fit), SQ_OK);
    assert_int_equal(a.impact, SQ_IMPACT_EXCITEMENT);
}

static void wrong_signs_are_flagged(void **state)
{
    static const double overall[] = {7, 8, 5, 6, 4, 3, 2.5};
    sq_table rating = TABLE(7, 1, 1, 1, 3, 3, 3, 5, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5, .theta = 0.1};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.penalty.b, 2.5, 1e-14);
    assert_near(a.reward.b, -2.25, 1e-14);
    assert_true(a.wrong_penalty);
    assert_true(a.wrong_reward);
    assert_near(a.range, 4.75, 1e-14);
}

/* Two attributes that are the same are both marked, wherever they stand; the third is what it is
 * without one of them, and so are R² and the degrees of freedom. */
static void the_same_attribute_twice(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", 2);
    sq_penalty_reward_model model = {.low = 3, .high = 6};
    sq_penalty_reward two[2], three[3];
    sq_penalty_reward_fit fit, both;
    (void)state;
    analyse(&s, &model, two, &fit);
    for (size_t third = 0; third < 3; third++) {
        double values[ROWS * 3];
        sq_table table = {values, ROWS, 3};
        for (size_t row = 0; row < ROWS; row++)
            for (size_t j = 0; j < 3; j++)
                values[row * 3 + j] = sq_row(&s.attributes, row)[j == third];
        assert_int_equal(sq_penalty_reward_analysis(s.overall.values, &table, &model, three, &both),
                         SQ_OK);
        assert_int_equal(both.undetermined, 2);
        assert_int_equal(both.rank, fit.rank);
        assert_near(both.r2, fit.r2, 1e-12);
        assert_near(both.intercept.b, fit.intercept.b, 1e-12);
        assert_near(both.intercept.se, fit.intercept.se, 1e-12);
        for (size_t j = 0; j < 3; j++)
            assert_int_equal(three[j].undetermined, j != third);
        assert_near(three[third].penalty.b, two[1].penalty.b, 1e-12);
        assert_near(three[third].reward.b, two[1].reward.b, 1e-12);
        assert_near(three[third].penalty.se, two[1].penalty.se, 1e-12);
        assert_near(three[third].penalty.p, two[1].penalty.p, 1e-12);
    }
    forget(&s);
}

/* Everybody rates the first attribute low or high: its two coefficients and the intercept cannot be
 * told apart; the second attribute can. Worked by hand: overall = 10·low₁ + 20·high₁ − 3·low₂ +
 * 1·high₂ without error. */
static void nobody_in_the_middle(void **state)
{
    static const double overall[] = {10, 7, 11, 20, 17, 21};
    sq_table rating = TABLE(6, 2, 1, 3, 1, 1, 1, 5, 5, 3, 5, 1, 5, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5};
    sq_penalty_reward a[2];
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, a, &fit), SQ_OK);
    assert_true(a[0].undetermined);
    assert_reason(a[0].penalty.b, SQ_UNDEFINED);
    assert_reason(a[0].reward.b, SQ_UNDEFINED);
    assert_reason(fit.intercept.b, SQ_UNDEFINED);
    assert_int_equal(a[0].n_low, 3);
    assert_int_equal(a[0].n_high, 3);
    assert_false(a[1].undetermined);
    assert_near(a[1].penalty.b, -3, 1e-13);
    assert_near(a[1].reward.b, 1, 1e-13);
    assert_near(fit.r2, 1, 0);
    assert_near(a[1].penalty.se, 0, 0); /* a perfect fit: no t of 10¹⁵ */
    assert_reason(a[1].penalty.t, SQ_UNDEFINED);
    assert_reason(a[1].penalty.p, SQ_UNDEFINED);
}

static void everybody_rates_low(void **state)
{
    static const double overall[] = {1, 2, 3, 4};
    sq_table one = TABLE(4, 1, 1, 1, 1, 1), two = TABLE(4, 2, 1, 1, 1, 3, 1, 1, 1, 3);
    sq_penalty_reward_model model = {.low = 1, .high = 5};
    sq_penalty_reward a[2];
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &one, &model, a, &fit), SQ_UNDEFINED);
    assert_int_equal(sq_penalty_reward_analysis(overall, &two, &model, a, &fit), SQ_OK);
    assert_true(a[0].undetermined);
    assert_true(a[1].undetermined); /* nobody rates it high */
    assert_near(a[1].penalty.b, -1, 1e-14);
    assert_reason(a[1].reward.b, SQ_UNDEFINED);
    assert_reason(fit.intercept.b, SQ_UNDEFINED);
}

static void the_same_overall_from_everybody(void **state)
{
    static const double overall[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    static const double weights[] = {0.3, 0.1, 0.7, 1, 2, 3};
    sq_table rating = TABLE(6, 1, 1, 1, 3, 3, 5, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5, .case_weights = weights};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.penalty.b, 0, 0);
    assert_near(a.reward.b, 0, 0);
    assert_near(a.penalty.se, 0, 0);
    assert_near(fit.intercept.b, 0.1, 0);
    assert_reason(a.penalty.t, SQ_UNDEFINED);
    assert_reason(a.sgp, SQ_UNDEFINED);
    assert_reason(fit.r2, SQ_UNDEFINED);
    assert_int_equal(a.impact, SQ_IMPACT_NONE);
    assert_false(a.wrong_penalty || a.wrong_reward);
    model.standardised = true;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_reason(a.penalty.b, SQ_UNDEFINED);
}

/* Shift and scale of overall and order of respondents and attributes. */
static void invariances(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", ITEMS);
    sq_penalty_reward_model model = {.low = 3, .high = 6, .theta = 0.1};
    sq_penalty_reward a[ITEMS], b[ITEMS];
    sq_penalty_reward_fit fit, turned;
    double *values = malloc(ROWS * ITEMS * sizeof *values), overall[ROWS];
    sq_table table = {values, ROWS, ITEMS};
    (void)state;
    assert_non_null(values);
    for (size_t row = 0; row < ROWS; row++) {
        overall[ROWS - 1 - row] = 1e6 - 100 * s.overall.values[row];
        for (size_t j = 0; j < ITEMS; j++)
            values[(ROWS - 1 - row) * ITEMS + ITEMS - 1 - j] = sq_row(&s.attributes, row)[j];
    }
    analyse(&s, &model, a, &fit);
    assert_int_equal(sq_penalty_reward_analysis(overall, &table, &model, b, &turned), SQ_OK);
    assert_near(turned.r2, fit.r2, 1e-12);
    assert_near(turned.intercept.b, 1e6 - 100 * fit.intercept.b, 1e-9);
    for (size_t j = 0; j < ITEMS; j++) {
        const sq_penalty_reward *other = &b[ITEMS - 1 - j];
        assert_near(other->penalty.b, -100 * a[j].penalty.b, 1e-9);
        assert_near(other->reward.se, 100 * a[j].reward.se, 1e-9);
        assert_near(other->reward.p, a[j].reward.p, 1e-9);
        assert_near(other->asymmetry, a[j].asymmetry, 1e-9);
        assert_int_equal(other->wrong_penalty, !a[j].wrong_penalty);
    }
    free(values);
    forget(&s);
}

static void few_respondents(void **state)
{
    static const double overall[] = {5, 3, 4, NA, 2};
    sq_penalty_reward_model model = {.low = 1, .high = 5};
    sq_table one = TABLE(1, 1, 1), none = TABLE(2, 1, NA, INFINITY), missing = {NULL, 0, 1};
    sq_table no_columns = {NULL, 3, 0}, two = TABLE(2, 1, 1, 3), three = TABLE(3, 1, 5, 1, 3);
    sq_table gaps = TABLE(5, 2, 5, 5, 1, NA, 1, 1, 3, 3, 3, 3);
    sq_penalty_reward a[2];
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &one, &model, a, &fit), SQ_UNDEFINED);
    assert_int_equal(sq_penalty_reward_analysis(overall, &none, &model, a, &fit), SQ_NO_DATA);
    assert_int_equal(sq_penalty_reward_analysis(overall, &missing, &model, a, &fit), SQ_NO_DATA);
    assert_int_equal(sq_penalty_reward_analysis(overall, &no_columns, &model, a, &fit), SQ_NO_DATA);
    assert_int_equal(sq_penalty_reward_analysis(overall, &two, &model, a, &fit), SQ_OK);
    assert_near(a[0].penalty.b, 2, 1e-15);
    assert_reason(a[0].penalty.se, SQ_UNDEFINED); /* no degrees of freedom */
    assert_reason(a[0].reward.b, SQ_UNDEFINED);
    assert_int_equal(sq_penalty_reward_analysis(overall, &three, &model, a, &fit), SQ_OK);
    assert_near(fit.df, 0, 0);
    assert_near(a[0].penalty.b, -1, 1e-15);
    assert_near(a[0].reward.b, 1, 1e-15);
    assert_reason(a[0].penalty.p, SQ_UNDEFINED);
    /* Rows 2 and 4 are not complete; the two attributes agree in the others. */
    assert_int_equal(sq_penalty_reward_analysis(overall, &gaps, &model, a, &fit), SQ_UNDEFINED);
}

static void bad_arguments(void **state)
{
    static const double overall[] = {5, 3, 4};
    double weights[] = {1, 1, -1};
    sq_table rating = TABLE(3, 1, 1, 3, 5), flat = TABLE(3, 1, 3, 3, 3);
    sq_penalty_reward_model model = {.low = 5, .high = 1};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
#define assert_refused(table, reason)                                                              \
    assert_int_equal(sq_penalty_reward_analysis(overall, &(table), &model, &a, &fit), reason)
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    model.high = 5;
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    model.low = model.high = NAN;
    assert_refused(flat, SQ_UNDEFINED);
    model.low = 7; /* above the largest answer */
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    model.low = 1;
    model.theta = -0.1;
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    model.theta = NAN;
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    model.theta = 0.1;
    model.case_weights = weights;
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    weights[2] = INFINITY;
    assert_refused(rating, SQ_OUT_OF_DOMAIN);
    weights[0] = weights[1] = weights[2] = 0;
    assert_refused(rating, SQ_NO_DATA);
    for (double small = 1e-300; small < 1e-10; small *= 1e10) { /* lost beside the others */
        weights[0] = 1;
        weights[1] = weights[2] = small;
        assert_refused(rating, SQ_OUT_OF_DOMAIN);
    }
    weights[1] = weights[2] = 1e-6;
    assert_refused(rating, SQ_OK);
    assert_near(a.penalty.b, 2, 1e-9);
    assert_near(a.reward.b, 1, 1e-9);
}

static void numbers_too_large(void **state)
{
    static const double overall[] = {1e308, -1e308, 1e308, -1e308, 0};
    sq_table rating = TABLE(5, 1, 1, 1, 3, 5, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit),
                     SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kiosk_as_lm),
        cmocka_unit_test(kiosk_as_weighted_lm),
        cmocka_unit_test(weights_of_zero),
        cmocka_unit_test(nobody_rates_low),
        cmocka_unit_test(other_items_and_a_single_one),
        cmocka_unit_test(one_attribute_is_three_means),
        cmocka_unit_test(wrong_signs_are_flagged),
        cmocka_unit_test(the_same_attribute_twice),
        cmocka_unit_test(nobody_in_the_middle),
        cmocka_unit_test(everybody_rates_low),
        cmocka_unit_test(the_same_overall_from_everybody),
        cmocka_unit_test(invariances),
        cmocka_unit_test(few_respondents),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(numbers_too_large),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
