/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case weights have one meaning in every function that takes them, that of R's survey package
 * (tests/published/case_weights.R): only their proportions matter, a respondent of weight 0 is as if
 * absent, and errors are linearised.
 */
#include "base/case_weights.h"
#include "gap_model/gap_model.h"
#include "kano/kano.h"
#include "reference.h"
#include "reliability/reliability.h"
#include "survey/promoters.h"
#include "survey/shares.h"
#include "two_factor/penalty_reward.h"

#include <gsl/gsl_errno.h>

static sq_status net_promoter_score_of(const sq_table *answers, const double *weights,
                                       double *score)
{
    sq_promoters promoters;
    *score = 0;
    SQ_TRY(sq_promoters_of(answers, weights, NULL, 0, &(sq_promoter_cuts){9, 6}, 0.95, &promoters));
    *score = promoters.score.mean;
    return SQ_OK;
}

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define FIGURES "tests/published/case_weights.csv"

enum { ROWS = 211, ITEMS = 4, FEATURES = 3, MOST_FIGURES = 64 };

/* Of the same survey twice: all respondents, or those with a weight only. */
typedef struct survey {
    size_t rows;
    double weights[ROWS], sat[ROWS * ITEMS], overall[ROWS], first[ROWS];
    double functional[ROWS * FEATURES], dysfunctional[ROWS * FEATURES], e[ROWS], p[ROWS];
} survey;

static const double *column(const char *name, size_t count)
{
    sq_table table = read_survey(KIOSK, name, count);
    assert_int_equal(table.rows, ROWS);
    return table.values;
}

/* The holes and weights of case_weights.R, the weights in another unit. What respondents of weight 0
 * answered is replaced by nonsense, or they are dropped. */
static void read_kiosk(survey *s, double unit, bool drop)
{
    const double *resp = column("resp", 1), *sat = column("SAT1", ITEMS);
    const double *f = column("KF1", FEATURES), *d = column("KD1", FEATURES);
    const double *e = column("E1", 1), *p = column("P1", 1), *y = column("Y1_satisfied", 1);
    s->rows = 0;
    for (size_t row = 0; row < ROWS; row++) {
        double weight = fmod(resp[row], 5), nonsense = 1000.5;
        size_t to = s->rows;
        if (drop && weight == 0)
            continue;
        s->weights[to] = weight * unit;
        for (size_t i = 0; i < ITEMS; i++) {
            bool hole = (7 * (row + 1) + 3 * (i + 1)) % 23 == 0;
            s->sat[to * ITEMS + i] = weight == 0 ? nonsense : hole ? NA : sat[row * ITEMS + i];
        }
        for (size_t i = 0; i < FEATURES; i++) {
            s->functional[to * FEATURES + i] = weight == 0 ? nonsense : f[row * FEATURES + i];
            s->dysfunctional[to * FEATURES + i] = weight == 0 ? 3 : d[row * FEATURES + i];
        }
        s->e[to] = weight == 0 ? nonsense : e[row];
        s->p[to] = weight == 0 ? -nonsense : p[row];
        s->overall[to] = weight == 0 ? nonsense : y[row];
        s->first[to] = s->sat[to * ITEMS];
        s->rows++;
    }
    free((void *)resp), free((void *)sat), free((void *)f), free((void *)d);
    free((void *)e), free((void *)p), free((void *)y);
}

typedef struct figures {
    size_t count;
    char name[MOST_FIGURES][32];
    double value[MOST_FIGURES];
} figures;

static void put(figures *out, const char *name, double value)
{
    assert_true(out->count < MOST_FIGURES);
    snprintf(out->name[out->count], sizeof *out->name, "%s", name);
    out->value[out->count++] = value;
}

static void put_shares(const survey *s, figures *out)
{
    double share, shares[7], more[ROWS * ITEMS];
    sq_table answers = {s->sat, s->rows, ITEMS}, three_more = {more, s->rows, ITEMS};
    sq_distribution d;
    assert_int_equal(sq_top_box(&answers, s->weights, 2, &(double){7}, 1, &share), SQ_OK);
    put(out, "topbox_2_of_7", share);
    assert_int_equal(sq_bottom_box(&answers, s->weights, 3, &(double){1}, 1, &share), SQ_OK);
    put(out, "bottombox_3_of_7", share);
    for (size_t i = 0; i < s->rows * ITEMS; i++)
        more[i] = s->sat[i] + 3;
    assert_int_equal(net_promoter_score_of(&three_more, s->weights, &share), SQ_OK);
    put(out, "nps_of_3_more", share);
    assert_int_equal(sq_distribution_of(&answers, s->weights, 0, ITEMS, 1, 7, shares, &d), SQ_OK);
    put(out, "mean", d.mean);
    put(out, "sd", d.sd);
    for (size_t level = 0; level < 7; level++)
        put(out, (char[]){'s', 'h', 'a', 'r', 'e', 's', '_', (char)('1' + level), '\0'},
            shares[level]);
    assert_int_equal(sq_distribution_of(&answers, s->weights, 0, 1, 1, 7, shares, &d), SQ_OK);
    put(out, "item_mean", d.mean);
    put(out, "item_sd", d.sd);
}

static void put_kano(const survey *s, figures *out)
{
    sq_table f = {s->functional, s->rows, FEATURES}, d = {s->dysfunctional, s->rows, FEATURES};
    sq_kano feature[FEATURES];
    sq_kano_options options = {.case_weights = s->weights};
    assert_int_equal(sq_kano_features(&f, &d, &options, feature), SQ_OK);
    for (size_t j = 0; j < FEATURES; j++) {
        char name[32];
        snprintf(name, sizeof name, "kano_%zu_better", j + 1);
        put(out, name, feature[j].better);
        snprintf(name, sizeof name, "kano_%zu_worse", j + 1);
        put(out, name, feature[j].worse);
        for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++) {
            snprintf(name, sizeof name, "kano_%zu_%c", j + 1, sq_kano_letter((sq_kano_category)c));
            put(out, name, feature[j].count[c]);
        }
    }
}

static void put_the_rest(const survey *s, figures *out)
{
    sq_ratings ratings = {.minuend = {s->p, s->rows, 1},
                          .subtrahend = {s->e, s->rows, 1},
                          .case_weights = s->weights};
    sq_items items = {.minuend = {s->sat, s->rows, ITEMS},
                      .count = ITEMS,
                      .case_weights = s->weights,
                      .listwise = true};
    sq_penalty_reward_model model = {.low = 5, .high = 7, .case_weights = s->weights};
    sq_penalty_reward attribute;
    sq_penalty_reward_fit fit;
    sq_gap gap;
    double alpha;
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
    put(out, "gap", gap.gap.mean);
    put(out, "gap_se", gap.gap.se);
    assert_int_equal(sq_alpha(&items, &alpha), SQ_OK);
    put(out, "alpha", alpha);
    assert_int_equal(sq_penalty_reward_analysis(s->overall, &(sq_table){s->first, s->rows, 1},
                                                &model, &attribute, &fit),
                     SQ_OK);
    put(out, "prca_1", fit.intercept.b);
    put(out, "prca_2", attribute.penalty.b);
    put(out, "prca_3", attribute.reward.b);
    put(out, "prca_se_1", fit.intercept.se);
    put(out, "prca_se_2", attribute.penalty.se);
    put(out, "prca_se_3", attribute.reward.se);
}

static void compute(double unit, bool drop, figures *out)
{
    static survey s;
    *out = (figures){0};
    read_kiosk(&s, unit, drop);
    put_shares(&s, out);
    put_kano(&s, out);
    put_the_rest(&s, out);
}

static void as_the_survey_package(void **state)
{
    static figures all;
    (void)state;
    compute(1, false, &all);
    assert_int_equal(all.count, 47);
    for (size_t i = 0; i < all.count; i++) {
        double expected = reference(FIGURES, all.name[i]);
        assert_near(all.value[i], expected, 1e-12 * fmax(1, fabs(expected)));
    }
}

/* In any unit, and whether respondents of weight 0 are there or not. */
static void proportions_alone(void **state)
{
    static const double units[] = {0.1, 1e-300, 1e300};
    static figures plain, other;
    (void)state;
    compute(1, false, &plain);
    for (size_t i = 0; i < LENGTH(units); i++) {
        compute(units[i], i == 1, &other);
        for (size_t f = 0; f < plain.count; f++)
            assert_near(other.value[f], plain.value[f], 1e-12 * fmax(1, fabs(plain.value[f])));
    }
    compute(1, true, &other);
    for (size_t f = 0; f < plain.count; f++)
        assert_near(other.value[f], plain.value[f], 1e-14 * fmax(1, fabs(plain.value[f])));
}

static void which_weights_may_stand(void **state)
{
    (void)state;
    assert_int_equal(sq_check_case_weights(NULL, 3), SQ_OK);
    assert_int_equal(sq_check_case_weights((const double[]){0, NAN, 1e308}, 3), SQ_OK);
    assert_int_equal(sq_check_case_weights((const double[]){1, -1e-300}, 2), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_check_case_weights((const double[]){1, INFINITY}, 2), SQ_OUT_OF_DOMAIN);
    assert_near(sq_case_weight_scale((const double[]){0, NAN, 7, 3}, 4), 7, 0);
    assert_near(sq_case_weight_scale((const double[]){0, NAN}, 2), 1, 0);
    assert_near(sq_case_weight_scale(NULL, 9), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_the_survey_package),
        cmocka_unit_test(proportions_alone),
        cmocka_unit_test(which_weights_may_stand),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
