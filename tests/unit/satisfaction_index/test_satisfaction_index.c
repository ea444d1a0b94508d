/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The 0–100 index, and the national models.
 */
#include "check.h"
#include "satisfaction_index/path_model.h"
#include "satisfaction_index/construct_words.h"
#include "satisfaction_index/satisfaction_index.h"

/* The ACSI score of three items on 1–10 as published for the State of Ohio (verint.com 2013):
 * ((X1−1)w1 + (X2−1)w2 + (X3−1)w3)/9·100, w = 0.3885, 0.3190, 0.2925. */
static void matches_published_acsi_formula(void **state)
{
    static const double ones[] = {1, 1, 1}, tens[] = {10, 10, 10};
    static const double weights[] = {0.3885, 0.3190, 0.2925}, scaled[] = {3885, 3190, 2925};
    sq_table items = TABLE(2, 3, 9, 7, 8, 7, 8, 7);
    double index, expected = (7 * 0.3885 + 6.5 * 0.3190 + 6.5 * 0.2925) / 9 * 100;
    (void)state;
    assert_int_equal(sq_satisfaction_index(&items, weights, NULL, ones, tens, &index), SQ_OK);
    assert_near(index, expected, 1e-12);
    assert_near(index, 74.380555555555560, 1e-9); /* the same by hand */
    assert_int_equal(sq_satisfaction_index(&items, scaled, NULL, ones, tens, &index), SQ_OK);
    assert_near(index, expected, 1e-12);
}

/* Two items from 1 to 5 and one from 0 to 100: 5 4 90, 3 4 40, 2 1 35, 4 5 80, 1 2 20, 3 3 60. Means
 * 3, 19/6, 325/6; as shares of their scales 1/2, 13/24, 13/24; their mean is 19/36. */
static void each_item_has_its_own_scale(void **state)
{
    static const double minimum[] = {1, 1, 0}, maximum[] = {5, 5, 100}, wide[] = {100, 100, 100};
    static const double zero[] = {0, 0, 0};
    sq_table items = TABLE(6, 3, 5, 4, 90, 3, 4, 40, 2, 1, 35, 4, 5, 80, 1, 2, 20, 3, 3, 60);
    double index;
    (void)state;
    assert_int_equal(sq_satisfaction_index(&items, NULL, NULL, minimum, maximum, &index), SQ_OK);
    assert_near(index, 100 * 19.0 / 36, 1e-12);
    assert_int_equal(sq_satisfaction_index(&items, NULL, NULL, zero, wide, &index), SQ_OK);
    assert_near(index, (3 + 19.0 / 6 + 325.0 / 6) / 3, 1e-12);
    assert_int_equal(
        sq_satisfaction_index(&items, NULL, NULL, minimum, (double[]){5, 5, 80}, &index),
        SQ_OUT_OF_DOMAIN);
    assert_int_equal(
        sq_satisfaction_index(&items, NULL, NULL, minimum, (double[]){5, 5, NA}, &index),
        SQ_UNDEFINED);
}

static void cases_of_the_index(void **state)
{
    static const double alike[] = {1, 1}, first[] = {2, 0}, negative[] = {2, -1}, none[] = {0, 0};
    static const double nobody[] = {0, 0, 0}, twice[] = {1, 2, 1}, twice_but_one[] = {2, 0, 2},
                        wrong[] = {1, -1, 1};
    const sq_table full = TABLE(3, 2, 1, 5, 3, 4, 5, 3);
    const sq_table gaps = TABLE(3, 2, 1, NA, NA, 4, 5, NA);
    const sq_table blank = TABLE(3, 2, 1, NA, 3, NA, 5, NA);
    const sq_table beyond = TABLE(3, 2, 1, 5, 30, 40, 5, 3);
    const sq_table constant = TABLE(3, 2, 4, 4, 4, 4, 4, 4);
    const struct {
        const char *what;
        sq_table items;
        const double *weights, *case_weights;
        double minimum, maximum;
        sq_status status;
        double expected;
    } cases[] = {
        {"equal weights", full, NULL, NULL, 1, 5, SQ_OK, 62.5},
        {"equal weights given", full, alike, NULL, 1, 5, SQ_OK, 62.5},
        {"no limits", full, NULL, NULL, NAN, NAN, SQ_UNDEFINED, 0},
        {"no minimum", full, NULL, NULL, NAN, 5, SQ_UNDEFINED, 0},
        {"a wider scale", full, NULL, NULL, 0, 10, SQ_OK, 35},
        {"one item", full, first, NULL, 1, 5, SQ_OK, 50},
        {"case weights", full, first, twice, 1, 5, SQ_OK, 50},
        {"means of the answers there are", gaps, NULL, NULL, 1, 5, SQ_OK, 62.5},
        {"an item nobody answered", blank, NULL, NULL, 1, 5, SQ_NO_DATA, 0},
        {"the same without weight", blank, first, NULL, 1, 5, SQ_OK, 50},
        {"nobody counts", full, NULL, nobody, 1, 5, SQ_NO_DATA, 0},
        {"negative weight", full, negative, NULL, 1, 5, SQ_OUT_OF_DOMAIN, 0},
        {"weights 0", full, none, NULL, 1, 5, SQ_OUT_OF_DOMAIN, 0},
        {"negative case weight", full, NULL, wrong, 1, 5, SQ_OUT_OF_DOMAIN, 0},
        {"minimum above maximum", full, NULL, NULL, 5, 1, SQ_OUT_OF_DOMAIN, 0},
        {"infinite scale", full, NULL, NULL, 1, INFINITY, SQ_OUT_OF_DOMAIN, 0},
        {"answers beyond the scale", full, NULL, NULL, 1, 4, SQ_OUT_OF_DOMAIN, 0},
        {"beyond it, without weight", full, first, NULL, 1, 5, SQ_OK, 50},
        {"no spread, no limits", constant, NULL, NULL, NAN, NAN, SQ_UNDEFINED, 0},
        {"no spread", constant, NULL, NULL, 1, 5, SQ_OK, 75},
        {"who is beyond it does not count", beyond, NULL, twice_but_one, 1, 5, SQ_OK, 62.5},
        {"no respondents", {NULL, 0, 2}, NULL, NULL, 1, 5, SQ_NO_DATA, 0},
        {"no items", {NULL, 0, 0}, NULL, NULL, 1, 5, SQ_NO_DATA, 0},
    };
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        const double minimum[] = {cases[c].minimum, cases[c].minimum};
        const double maximum[] = {cases[c].maximum, cases[c].maximum};
        double index;
        sq_status status = sq_satisfaction_index(&cases[c].items, cases[c].weights,
                                                 cases[c].case_weights, minimum, maximum, &index);
        if (status != cases[c].status)
            fail_msg("%s: status %d", cases[c].what, (int)status);
        if (status == SQ_OK)
            assert_near(index, cases[c].expected, 1e-12);
        else
            assert_true(isnan(index));
    }
}

/* Eight respondents and three items from 1 to 10 of weights 2, 1, 1: as R's t.test of the respondents'
 * own indices; with holes and case weights by the derivatives of the index
 * (tests/published/index_interval.R). */
static void interval_of_the_index(void **state)
{
    static const double ones[] = {1, 1, 1}, tens[] = {10, 10, 10}, weights[] = {2, 1, 1};
    static const double holes[] = {8, 6, 7,  9, NA, 8, NA, 8,  6,  10, 9,  9,
                                   3, 4, NA, 7, 7,  8, NA, NA, NA, 9,  10, 10};
    static const double cases[] = {1, 2, 1, 0.5, 3, 1, 2, 0};
    sq_table whole =
        TABLE(8, 3, 8, 6, 7, 9, 7, 8, 5, 8, 6, 10, 9, 9, 3, 4, 2, 7, 7, 8, 6, 5, 6, 9, 10, 10);
    sq_table some = {holes, 8, 3};
    double scaled[8];
    sq_estimate got;
    (void)state;
    assert_int_equal(sq_satisfaction_index_estimate(&whole, weights, NULL, ones, tens, 0.95, &got),
                     SQ_OK);
    assert_int_equal(got.n, 8);
    assert_near(got.mean, 67.3611111111, 1e-9);
    assert_near(got.lower, 47.2783247576, 1e-9);
    assert_near(got.upper, 87.4438974646, 1e-9);
    assert_int_equal(sq_satisfaction_index_estimate(&some, weights, NULL, ones, tens, 0.95, &got),
                     SQ_OK);
    assert_int_equal(got.n, 7);
    assert_near(got.mean, 74.07407407407, 1e-9);
    assert_near(got.se, 8.40400229185, 1e-6);
    for (size_t i = 0; i < 8; i++)
        scaled[i] = cases[i] * 1e300; /* only the proportions matter */
    assert_int_equal(sq_satisfaction_index_estimate(&some, weights, scaled, ones, tens, 0.95, &got),
                     SQ_OK);
    assert_int_equal(got.n, 6);
    assert_near(got.mean, 60.6889406889, 1e-9);
    assert_near(got.se, 11.9998842272, 1e-6);
    assert_near(got.lower, 29.8422562647, 1e-5);
}

static void edges_of_the_interval(void **state)
{
    static const double one[] = {1}, five[] = {5}, none[] = {0, 0, 0};
    sq_table single = TABLE(2, 1, 4, NA), same = TABLE(3, 1, 4, 4, 4), far = TABLE(3, 1, 1, 5, 5);
    sq_estimate got;
    (void)state;
    assert_int_equal(sq_satisfaction_index_estimate(&single, NULL, NULL, one, five, 0.95, &got),
                     SQ_OK);
    assert_near(got.mean, 75, 1e-12);
    assert_reason(got.lower, SQ_UNDEFINED);
    assert_int_equal(sq_satisfaction_index_estimate(&same, NULL, NULL, one, five, 0.95, &got),
                     SQ_OK);
    assert_reason(got.upper, SQ_UNDEFINED);
    assert_int_equal(sq_satisfaction_index_estimate(&far, NULL, NULL, one, five, 0.95, &got),
                     SQ_OK);
    assert_near(got.lower, 0, 0);
    assert_near(got.upper, 100, 0);
    assert_int_equal(sq_satisfaction_index_estimate(&far, NULL, NULL, one, five, 1, &got),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_satisfaction_index_estimate(&far, NULL, none, one, five, 0.95, &got),
                     SQ_NO_DATA);
    assert_int_equal(sq_satisfaction_index_estimate(&far, NULL, NULL, five, one, 0.95, &got),
                     SQ_OUT_OF_DOMAIN);
}

static void all_models_are_sound(void **state)
{
    static const struct {
        const char *name;
        size_t constructs, paths, items;
    } expected[] = {{"SCSB", 5, 6, 10},    {"ACSI", 6, 9, 15},        {"ECSI", 7, 12, 24},
                    {"ECSI-2", 7, 13, 23}, {"CCSI-image", 7, 13, 20}, {"CCSI-market", 7, 12, 20}};
    (void)state;
    assert_int_equal(sq_index_model_count(), LENGTH(expected));
    for (size_t m = 0; m < LENGTH(expected); m++) {
        const sq_index_model *model = sq_index_model_at(m);
        double paths[SQ_MOST_INDEX_CONSTRUCTS * SQ_MOST_INDEX_CONSTRUCTS];
        size_t block[32], q = model->constructs, count = 0;
        sq_path_model numbers = {model->item_count, q, block, paths, NULL};
        sq_model_problem problem;
        assert_string_equal(model->name, expected[m].name);
        assert_ptr_equal(sq_find_index_model(model->name), model);
        assert_int_equal(q, expected[m].constructs);
        assert_int_equal(model->item_count, expected[m].items);
        for (size_t j = 0; j < q; j++) {
            assert_int_equal(strlen(model->paths[j]), q);
            for (size_t k = 0; k < q; k++)
                count += (paths[j * q + k] = sq_index_model_path(model, j, k)) == 1;
        }
        assert_int_equal(count, expected[m].paths);
        for (size_t i = 0; i < model->item_count; i++) {
            const char *name = model->constructs_named[model->items[i].construct];
            block[i] = model->items[i].construct;
            assert_memory_equal(model->items[i].wording, name, strlen(name));
        }
        assert_int_equal(sq_path_model_check(&numbers, &problem), SQ_OK);
        assert_true(sq_find_satisfaction(q, model->constructs_named) < q);
        assert_true(strlen(model->source) > 0 && strlen(model->note) > 0);
    }
    assert_non_null(sq_find_index_model(" ecsi "));
    assert_null(sq_find_index_model("NCSI"));
    assert_null(sq_find_index_model(NULL));
    assert_null(sq_index_model_at(LENGTH(expected)));
}

/* The ECSI paths one by one, from design to string: Image→Expectation, Satisfaction, Loyalty, … */
static void ecsi_paths_are_the_published_ones(void **state)
{
    static const size_t paths[][2] = {{0, 1}, {0, 4}, {0, 6}, {1, 2}, {1, 3}, {1, 4},
                                      {2, 3}, {2, 4}, {3, 4}, {4, 5}, {4, 6}, {5, 6}};
    const sq_index_model *model = sq_find_index_model("ECSI");
    (void)state;
    for (size_t i = 0; i < LENGTH(paths); i++)
        assert_true(sq_index_model_path(model, paths[i][0], paths[i][1]) == 1);
}

static void the_satisfaction_construct_is_found(void **state)
{
    static const struct {
        const char *names[3];
        size_t expected;
    } cases[] = {
        {{"Image", "Satisfaction", "Loyalty"}, 1},
        {{"IMAG", "LOY", " sat "}, 2},
        {{"形象", "顾客满意度", "忠诚"}, 1},
        {{"Overall satisfaction", "Image", "Loyalty"}, 0},
        {{"Staff satisfaction", "Guest satisfaction", "Loyalty"}, SQ_NOWHERE},
        {{"Staff satisfaction", "Satisfaction", "Loyalty"}, 1},
        {{"Image", "Saturation", "Loyalty"}, SQ_NOWHERE},
        {{"", NULL, "s"}, SQ_NOWHERE},
    };
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++)
        assert_int_equal(sq_find_satisfaction(3, cases[c].names), cases[c].expected);
    assert_int_equal(sq_find_satisfaction(0, NULL), SQ_NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interval_of_the_index),
        cmocka_unit_test(edges_of_the_interval),
        cmocka_unit_test(matches_published_acsi_formula),
        cmocka_unit_test(cases_of_the_index),
        cmocka_unit_test(each_item_has_its_own_scale),
        cmocka_unit_test(all_models_are_sound),
        cmocka_unit_test(ecsi_paths_are_the_published_ones),
        cmocka_unit_test(the_satisfaction_construct_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
