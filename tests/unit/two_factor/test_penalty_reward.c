/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Penalty–reward contrast analysis of the kiosk survey against R's lm and survey::svyglm
 * (tests/published/penalty_reward.R), against tables of means worked by hand, and its edges.
 */
#include "check.h"
#include "two_factor/penalty_reward.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

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

static void kiosk_as_svyglm(void **state)
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

/* Twelve respondents of whom three weigh eight times as much as the others. */
static void twelve_as_svyglm(void **state)
{
    static const double overall[] = {5, 4, 3, 4, 1, 2, 3, 3, 4, 5, 3, 2};
    static const double weights[] = {1, 1, 8, 1, 1, 8, 1, 1, 1, 8, 1, 1};
    sq_table rating = TABLE(12, 1, 5, 5, 3, 3, 1, 1, 3, 3, 5, 5, 3, 1);
    sq_penalty_reward_model model = {.low = NAN, .high = NAN, .case_weights = weights};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_int_equal(check_case("twelve", "T", &a, &fit, true), 4);
}

/* A weighted mean and n/(n − 1)·Σ(w(y − mean)/W)² of the respondents of one rating. */
static void weighted_mean(const double overall[], const double rating[], const double weights[],
                          size_t n, double of, double *mean, double *variance)
{
    double total = 0, sum = 0, squares = 0;
    for (size_t i = 0; i < n; i++)
        if (rating[i] == of) {
            total += weights[i];
            sum += weights[i] * overall[i];
        }
    for (size_t i = 0; i < n; i++)
        if (rating[i] == of)
            squares += pow(weights[i] * (overall[i] - sum / total) / total, 2);
    *mean = sum / total;
    *variance = squares * (double)n / ((double)n - 1);
}

/* One attribute is three weighted means of different respondents, whose variances add up. */
static void weights_of_one_attribute_by_hand(void **state)
{
    enum { N = 40 };
    double overall[N], answers[N], weights[N], mean[3], variance[3], df = N - 3;
    sq_table rating = {answers, N, 1};
    sq_penalty_reward_model model = {.low = 1, .high = 5, .theta = 0.1, .case_weights = weights};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    (void)state;
    assert_non_null(generator);
    for (size_t i = 0; i < N; i++) {
        answers[i] = (double[]){1, 3, 5}[i % 3];
        overall[i] = answers[i] + gsl_ran_ugaussian(generator) * (1 + (double)(i % 3));
        weights[i] = exp(gsl_ran_ugaussian(generator));
    }
    gsl_rng_free(generator);
    for (size_t g = 0; g < 3; g++)
        weighted_mean(overall, answers, weights, N, (double[]){1, 3, 5}[g], &mean[g], &variance[g]);
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.penalty.b, mean[0] - mean[1], 1e-12);
    assert_near(a.reward.b, mean[2] - mean[1], 1e-12);
    assert_near(a.penalty.se, sqrt(variance[0] + variance[1]), 1e-12);
    assert_near(a.reward.se, sqrt(variance[2] + variance[1]), 1e-12);
    assert_near(fit.intercept.b, mean[1], 1e-12);
    assert_near(fit.intercept.se, sqrt(variance[1]), 1e-12);
    assert_near(fit.df, df, 0);
    model.standardised = true; /* both by the same factor */
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.penalty.t, (mean[0] - mean[1]) / sqrt(variance[0] + variance[1]), 1e-10);
}

/* Two of three groups answer alike: their difference has no spread, whatever the third does, and
 * no t of 10¹⁵. */
static void no_spread_in_two_groups(void **state)
{
    static const double overall[] = {0.1, 0.1, 0.3, 0.3, 0.3, 0.7, 0.9, 0.6};
    static const double weights[] = {0.3, 0.7, 0.1, 1.3, 2, 0.9, 1.1, 3};
    sq_table rating = TABLE(8, 1, 1, 1, 3, 3, 3, 5, 5, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5, .case_weights = weights};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.penalty.b, -0.2, 1e-15);
    assert_near(a.penalty.se, 0, 0);
    assert_reason(a.penalty.t, SQ_UNDEFINED);
    assert_true(a.reward.se > 0.01);
}

/* Weights that are all alike say nothing, and one of 0 is a respondent who is not there. */
static void weights_that_say_nothing(void **state)
{
    survey s = read_kiosk("Y1_satisfied", "SAT1", ITEMS);
    sq_penalty_reward_model model = {.low = 3, .high = 6}, none = model;
    sq_penalty_reward a[ITEMS], b[ITEMS];
    sq_penalty_reward_fit fit, of_some;
    sq_table some = s.attributes;
    (void)state;
    model.case_weights = s.weights;
    for (size_t row = 0; row < ROWS; row++)
        s.weights[row] = 0.1;
    analyse(&s, &model, a, &fit);
    assert_int_equal(check_case("raw", "SAT", a, &fit, true), 50);
    for (size_t row = 0; row < ROWS; row++)
        s.weights[row] = row < 150 ? 2.5 : 0;
    analyse(&s, &model, a, &fit);
    some.rows = 150;
    assert_int_equal(sq_penalty_reward_analysis(s.overall.values, &some, &none, b, &of_some),
                     SQ_OK);
    assert_near(fit.df, of_some.df, 0);
    for (size_t j = 0; j < ITEMS; j++) {
        assert_near(a[j].penalty.se, b[j].penalty.se, 1e-12);
        assert_near(a[j].reward.p, b[j].reward.p, 1e-12);
        assert_int_equal(a[j].n_low, b[j].n_low);
    }
    forget(&s);
}

/* Of 3,000 surveys of 1,000 people with two attributes that do nothing, a fifth low and a fifth
 * high ratings, and weights from 1 to 8 (generator mt19937, seed 20261125), the share with p < 0.05
 * of the four coefficients. Over 20,000 such surveys it is 0.051 to 0.056, of 300 people 0.06, of
 * 100 people 0.08: the linearised error of svyglm is one for large samples. The formula of
 * lm(weights = …), which takes weights for precisions, gives 0.12 whatever the number of people. */
static void type_one_error(void **state)
{
    enum { N = 1000, SURVEYS = 3000 };
    static double overall[N], answers[N * 2], weights[N];
    sq_table ratings = {answers, N, 2};
    sq_penalty_reward_model model = {.low = 1, .high = 5, .theta = 0.1, .case_weights = weights};
    sq_penalty_reward a[2];
    sq_penalty_reward_fit fit;
    gsl_rng *generator;
    double found = 0;
    (void)state;
    NOT_UNDER_VALGRIND();
    generator = gsl_rng_alloc(gsl_rng_mt19937);
    assert_non_null(generator);
    gsl_rng_set(generator, 20261125);
    for (size_t i = 0; i < SURVEYS; i++) {
        for (size_t row = 0; row < N; row++) {
            overall[row] = gsl_ran_ugaussian(generator);
            weights[row] = 1 + 7 * pow(gsl_rng_uniform(generator), 3);
            answers[2 * row] = 1 + (double)gsl_rng_uniform_int(generator, 5);
            answers[2 * row + 1] = 1 + (double)gsl_rng_uniform_int(generator, 5);
        }
        assert_int_equal(sq_penalty_reward_analysis(overall, &ratings, &model, a, &fit), SQ_OK);
        for (size_t j = 0; j < 2; j++)
            found += (a[j].penalty.p < 0.05) + (a[j].reward.p < 0.05);
    }
    gsl_rng_free(generator);
    assert_true(found >= 0.04 * 4 * SURVEYS);
    assert_true(found <= 0.06 * 4 * SURVEYS);
}

/* The lowest answer, 1, is that of somebody without weight: 2 is the lowest. */
static void thresholds_of_those_who_count(void **state)
{
    static const double overall[] = {9, 2, 3, 5, 5, 8, 9}, weights[] = {0, 1, 1, 1, 1, 1, 1};
    sq_table rating = TABLE(7, 1, 1, 2, 2, 3, 3, 4, 4);
    sq_penalty_reward_model model = {.low = NAN, .high = NAN, .case_weights = weights};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(fit.low, 2, 0);
    assert_near(a.penalty.b, -2.5, 1e-14);
}

/* One attribute: the regression is the three means. Worked by hand. */
static void one_attribute_is_three_means(void **state)
{
    static const double overall[] = {2, 3, 5, 6, 7, 8, 9};
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
    assert_int_equal(a.n_low, 2);
    assert_int_equal(a.n_high, 2);
}

/* The means of one attribute: so many respondents rate it low, in the middle, high; overall is the
 * number given for each, ± 1 by turns. */
static sq_penalty_reward three_groups(const size_t respondents[3], const double overall[3],
                                      double theta)
{
    double values[64], answers[64];
    sq_table rating = {answers, 0, 1};
    sq_penalty_reward_model model = {.low = 1, .high = 5, .theta = theta};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    for (size_t g = 0; g < 3; g++)
        for (size_t i = 0; i < respondents[g]; i++) {
            values[rating.rows] = overall[g] + (i % 2 ? 1 : -1) * (i + 1 < respondents[g] || i % 2);
            answers[rating.rows++] = (double[]){1, 3, 5}[g];
        }
    assert_int_equal(sq_penalty_reward_analysis(values, &rating, &model, &a, &fit), SQ_OK);
    return a;
}

/* The class turns where the asymmetry passes θ; worked by hand: penalty −3.5, reward 2.5 and the
 * other way round. */
static void classes(void **state)
{
    static const size_t six[] = {6, 6, 6};
    static const double falls[] = {2.5, 6, 8.5}, rises[] = {3.5, 6, 9.5}, level[] = {3, 6, 9};
    (void)state;
    assert_int_equal(three_groups(six, falls, 0.1).impact, SQ_IMPACT_BASIC);
    assert_int_equal(three_groups(six, falls, 0.16).impact, SQ_IMPACT_BASIC);
    assert_int_equal(three_groups(six, falls, 0.17).impact, SQ_IMPACT_PERFORMANCE);
    assert_int_equal(three_groups(six, rises, 0.17).impact, SQ_IMPACT_PERFORMANCE);
    assert_int_equal(three_groups(six, rises, 0.16).impact, SQ_IMPACT_EXCITEMENT);
    assert_int_equal(three_groups(six, level, 0).impact, SQ_IMPACT_PERFORMANCE);
    assert_int_equal(three_groups(six, falls, 0.1).no_class, SQ_HAS_CLASS);
}

/* What data cannot carry has no class but a reason. */
static void no_class_without_ratings_or_signs(void **state)
{
    static const double right[] = {2, 6, 9}, up[] = {8, 6, 9}, down[] = {2, 6, 4};
    static const double turned[] = {8, 6, 4}, alike[] = {6, 6, 6};
    static const struct {
        size_t respondents[3];
        const double *overall;
        sq_no_class reason;
    } cases[] = {
        {{5, 6, 5}, right, SQ_HAS_CLASS},   {{4, 6, 5}, right, SQ_FEW_LOW},
        {{5, 6, 4}, right, SQ_FEW_HIGH},    {{4, 6, 4}, right, SQ_FEW_LOW_AND_HIGH},
        {{1, 6, 9}, up, SQ_FEW_LOW}, /* one respondent of the wrong sign */
        {{9, 6, 0}, right, SQ_FEW_HIGH},    {{6, 6, 6}, up, SQ_WRONG_PENALTY},
        {{6, 6, 6}, down, SQ_WRONG_REWARD}, {{6, 6, 6}, turned, SQ_WRONG_BOTH},
        {{6, 6, 6}, alike, SQ_NO_IMPACT},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sq_penalty_reward a = three_groups(cases[i].respondents, cases[i].overall, 0.1);
        assert_int_equal(a.no_class, cases[i].reason);
        assert_int_equal(a.impact == SQ_IMPACT_NONE, cases[i].reason != SQ_HAS_CLASS);
    }
}

/* Means that are the same but for rounding: 0, no sign, no class and no t. */
static void zero_but_for_rounding(void **state)
{
    static const double overall[] = {0.1 + 0.2, 0.3,       0.3, 0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2, 0.3,
                                     0.3,       0.1 + 0.2, 0.3, 0.7,       0.6, 0.5, 0.4};
    sq_table rating = TABLE(15, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5);
    sq_penalty_reward_model model = {.low = 1, .high = 5, .theta = 0.1};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
    assert_near(a.penalty.b, 0, 0);
    assert_near(a.penalty.t, 0, 0);
    assert_near(a.penalty.p, 1, 0);
    assert_false(a.wrong_penalty);
    assert_near(a.reward.b, 0.2, 1e-15);
    assert_near(a.asymmetry, 1, 0);
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
        for (size_t j = 0; j < 3; j++) {
            assert_int_equal(three[j].undetermined, j != third);
            assert_int_equal(three[j].no_class == SQ_NOT_DETERMINED, j != third);
        }
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

/* Everybody who weighs something rates it low: the other end of what weights may be. */
static void almost_everybody_low(void **state)
{
    static const double overall[] = {5, 3, 4}, weights[] = {1, 1e-300, 1e-300};
    sq_table rating = TABLE(3, 1, 1, 3, 3);
    sq_penalty_reward_model model = {.low = 1, .high = 5, .case_weights = weights};
    sq_penalty_reward a;
    sq_penalty_reward_fit fit;
    (void)state;
    assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit),
                     SQ_OUT_OF_DOMAIN);
}

/* One degree of freedom: the middle has two respondents who differ by 2, s² = 2; and the same in a
 * small unit, where standardised coefficients are the same. t with 1 df is Cauchy's. */
static void one_degree_of_freedom(void **state)
{
    sq_table rating = TABLE(4, 1, 1, 3, 3, 5);
    sq_penalty_reward a, b;
    sq_penalty_reward_fit fit;
    double unit = 1e-3;
    (void)state;
    for (int standardised = 0; standardised < 2; standardised++) {
        sq_penalty_reward_model model = {.low = 1, .high = 5, .standardised = standardised};
        const double overall[] = {1, 4, 6, 9};
        const double small[] = {1 * unit, 4 * unit, 6 * unit, 9 * unit};
        double scale = standardised ? 1 : unit;
        assert_int_equal(sq_penalty_reward_analysis(overall, &rating, &model, &a, &fit), SQ_OK);
        assert_int_equal(sq_penalty_reward_analysis(small, &rating, &model, &b, &fit), SQ_OK);
        assert_near(fit.df, 1, 0);
        assert_near(a.penalty.t, -4 / sqrt(3), 1e-14); /* −4 / √(2·(1 + 1/2)) */
        assert_near(a.penalty.p, 1 - 2 / acos(-1) * atan(4 / sqrt(3)), 1e-14);
        assert_near(b.penalty.b, a.penalty.b * scale, 1e-14 * scale);
        assert_near(b.reward.se, a.reward.se * scale, 1e-14 * scale);
        assert_near(b.reward.t, a.reward.t, 1e-13);
    }
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
        cmocka_unit_test(kiosk_as_svyglm),
        cmocka_unit_test(weights_of_zero),
        cmocka_unit_test(nobody_rates_low),
        cmocka_unit_test(other_items_and_a_single_one),
        cmocka_unit_test(twelve_as_svyglm),
        cmocka_unit_test(weights_of_one_attribute_by_hand),
        cmocka_unit_test(no_spread_in_two_groups),
        cmocka_unit_test(weights_that_say_nothing),
        cmocka_unit_test(type_one_error),
        cmocka_unit_test(thresholds_of_those_who_count),
        cmocka_unit_test(one_attribute_is_three_means),
        cmocka_unit_test(classes),
        cmocka_unit_test(no_class_without_ratings_or_signs),
        cmocka_unit_test(zero_but_for_rounding),
        cmocka_unit_test(wrong_signs_are_flagged),
        cmocka_unit_test(the_same_attribute_twice),
        cmocka_unit_test(nobody_in_the_middle),
        cmocka_unit_test(everybody_rates_low),
        cmocka_unit_test(the_same_overall_from_everybody),
        cmocka_unit_test(invariances),
        cmocka_unit_test(few_respondents),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(almost_everybody_low),
        cmocka_unit_test(one_degree_of_freedom),
        cmocka_unit_test(numbers_too_large),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
