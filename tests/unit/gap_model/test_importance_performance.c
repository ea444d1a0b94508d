/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worked out by hand beside each figure.
 */
#include "check.h"
#include "gap_model/importance_performance.h"
#include "reference.h"

#define FIGURES "tests/published/gap_model.csv"

static const double importances[] = {5, 2, 4, 3, 3, 2, 4, 5};  /* means 4 2 4 4 */
static const double performances[] = {5, 2, 2, 5, 3, 2, 4, 5}; /* means 4 2 3 5 */
static const sq_table importance = {importances, 2, 4}, performance = {performances, 2, 4};

static void at_the_mean(void **state)
{
    sq_point crosshair, item[4];
    (void)state;
    assert_int_equal(
        sq_importance_performance(&importance, &performance, SQ_AT_MEAN, &crosshair, item), SQ_OK);
    assert_near(crosshair.importance, 3.5, 0);
    assert_near(crosshair.performance, 3.5, 0);
    assert_int_equal(item[0].quadrant, SQ_KEEP_UP);
    assert_int_equal(item[1].quadrant, SQ_LOW_PRIORITY);
    assert_int_equal(item[2].quadrant, SQ_CONCENTRATE);
    assert_int_equal(item[3].quadrant, SQ_KEEP_UP);
}

static void elsewhere(void **state)
{
    sq_point crosshair, item[4];
    (void)state;
    sq_importance_performance(&importance, &performance, SQ_AT_MEDIAN, &crosshair, item);
    assert_near(crosshair.importance, 4, 0); /* of 2 4 4 4 */
    assert_near(crosshair.performance, 3.5, 0);
    assert_int_equal(item[0].quadrant, SQ_KEEP_UP); /* a tie goes to the upper side */
    sq_importance_performance(&importance, &performance, SQ_AT_MIDPOINT, &crosshair, item);
    assert_near(crosshair.importance, 3.5, 0); /* of 2 … 5 */
    assert_near(crosshair.performance, 3.5, 0);
    crosshair = (sq_point){4 + 8e-16, 1, SQ_NO_QUADRANT}; /* a tie but for rounding */
    sq_importance_performance(&importance, &performance, SQ_AT_GIVEN, &crosshair, item);
    assert_int_equal(item[0].quadrant, SQ_KEEP_UP);
    crosshair = (sq_point){4.5, 1, SQ_NO_QUADRANT};
    sq_importance_performance(&importance, &performance, SQ_AT_GIVEN, &crosshair, item);
    assert_near(crosshair.importance, 4.5, 0);
    assert_int_equal(item[0].quadrant, SQ_OVERKILL);
}

/* On a scale around 0 the mean of −0.3 0.1 0.2 0 is 0 but for rounding: the last item is a tie. */
static void a_tie_at_zero(void **state)
{
    sq_table table = TABLE(1, 4, -0.3, 0.1, 0.2, 0), ones = TABLE(1, 4, 1, 1, 1, 1);
    sq_point crosshair, item[4];
    (void)state;
    sq_importance_performance(&table, &ones, SQ_AT_MEAN, &crosshair, item);
    assert_int_equal(item[0].quadrant, SQ_OVERKILL);
    assert_int_equal(item[1].quadrant, SQ_KEEP_UP);
    assert_int_equal(item[3].quadrant, SQ_KEEP_UP);
    sq_importance_performance(&ones, &table, SQ_AT_MEAN, &crosshair, item);
    assert_int_equal(item[0].quadrant, SQ_CONCENTRATE);
    assert_int_equal(item[3].quadrant, SQ_KEEP_UP);
}

/* Medians of an odd and an even number of items, by hand, whatever the order of rows. */
static void medians(void **state)
{
    sq_table i5 = TABLE(2, 5, 1, 9, NA, 7, 2, 3, 7, NA, 5, 4); /* means 2 8 – 6 3 */
    sq_table p5 = TABLE(1, 5, 4, 1, 5, 3, 2);
    sq_point crosshair, item[5];
    (void)state;
    assert_int_equal(sq_importance_performance(&i5, &p5, SQ_AT_MEDIAN, &crosshair, item), SQ_OK);
    assert_near(crosshair.importance, 4.5, 0); /* of 2 3 6 8 */
    assert_near(crosshair.performance, 3, 0);  /* of 1 2 3 4 5 */
    assert_int_equal(item[0].quadrant, SQ_OVERKILL);
    assert_int_equal(item[1].quadrant, SQ_CONCENTRATE);
    assert_int_equal(item[2].quadrant, SQ_NO_QUADRANT);
    assert_int_equal(item[3].quadrant, SQ_KEEP_UP);
    assert_int_equal(item[4].quadrant, SQ_LOW_PRIORITY);
}

/* tests/published/gap_model.R: column means, their mean and median, by base R. */
static void kiosk(void **state)
{
    enum { ITEMS = 24 };
    sq_table imp = read_survey("tests/published/kiosk/kiosk_tidy.csv", "IMP1", ITEMS);
    sq_table sat = read_survey("tests/published/kiosk/kiosk_tidy.csv", "SAT1", ITEMS);
    sq_point crosshair, item[ITEMS];
    double upper_right = 0;
    (void)state;
    assert_int_equal(sq_importance_performance(&imp, &sat, SQ_AT_MEAN, &crosshair, item), SQ_OK);
    assert_near(item[0].importance, reference(FIGURES, "ipa_importance_1"), 1e-12);
    assert_near(item[23].performance, reference(FIGURES, "ipa_performance_24"), 1e-12);
    assert_near(crosshair.importance, reference(FIGURES, "ipa_mean_importance"), 1e-12);
    assert_near(crosshair.performance, reference(FIGURES, "ipa_mean_performance"), 1e-12);
    for (size_t i = 0; i < ITEMS; i++)
        upper_right += item[i].quadrant == SQ_KEEP_UP;
    assert_near(upper_right, reference(FIGURES, "ipa_keep_up"), 0);
    sq_importance_performance(&imp, &sat, SQ_AT_MEDIAN, &crosshair, item);
    assert_near(crosshair.importance, reference(FIGURES, "ipa_median_importance"), 1e-12);
    assert_near(crosshair.performance, reference(FIGURES, "ipa_median_performance"), 1e-12);
    free((void *)imp.values);
    free((void *)sat.values);
}

static void huge_answers(void **state)
{
    sq_table huge = TABLE(2, 2, 1e308, 1, 1e308, 2), usual = TABLE(1, 2, 4, 5);
    sq_table largest = TABLE(1, 2, 1.5e308, 1.7e308);
    sq_point crosshair, item[2];
    (void)state;
    assert_int_equal(sq_importance_performance(&huge, &usual, SQ_AT_MEAN, &crosshair, item), SQ_OK);
    assert_reason(item[0].importance, SQ_OUT_OF_DOMAIN);
    assert_int_equal(item[0].quadrant, SQ_NO_QUADRANT);
    assert_near(crosshair.importance, 1.5, 0);
    sq_importance_performance(&largest, &largest, SQ_AT_MIDPOINT, &crosshair, item);
    assert_near(crosshair.importance / 1e308, 1.6, 1e-15);
}

static void edges(void **state)
{
    sq_table missing = TABLE(2, 2, NA, 3, NA, 5), ratings = TABLE(1, 2, 2, 4);
    sq_table nothing = TABLE(1, 2, NA, NA), three = TABLE(1, 3, 1, 2, 3);
    sq_point crosshair, item[3];
    (void)state;
    assert_int_equal(sq_importance_performance(&missing, &ratings, SQ_AT_MEAN, &crosshair, item),
                     SQ_OK);
    assert_reason(item[0].importance, SQ_NO_DATA);
    assert_int_equal(item[0].quadrant, SQ_NO_QUADRANT);
    assert_near(crosshair.importance, 4, 0); /* the item without a coordinate does not move it */
    assert_int_equal(sq_importance_performance(&nothing, &ratings, SQ_AT_MEAN, &crosshair, item),
                     SQ_NO_DATA);
    assert_int_equal(item[1].quadrant, SQ_NO_QUADRANT);
    assert_int_equal(
        sq_importance_performance(&nothing, &ratings, SQ_AT_MIDPOINT, &crosshair, item),
        SQ_NO_DATA);
    assert_int_equal(sq_importance_performance(&three, &ratings, SQ_AT_MEAN, &crosshair, item),
                     SQ_BAD_ARGUMENT);
}

/* The mean or the median of one item is where it is, and says nothing; nor does the middle of a scale
 * of which one point was used. */
static void nothing_to_divide(void **state)
{
    static const sq_crosshair where[] = {SQ_AT_MEAN, SQ_AT_MEDIAN};
    sq_table one = TABLE(2, 1, 5, 4), half = TABLE(1, 2, 3, NA), both = TABLE(1, 2, 4, 5);
    sq_table same = TABLE(1, 2, 0.1 + 0.2, 0.3);
    sq_point crosshair, item[2];
    (void)state;
    for (size_t i = 0; i < LENGTH(where); i++) {
        assert_int_equal(sq_importance_performance(&one, &one, where[i], &crosshair, item), SQ_OK);
        assert_int_equal(item[0].quadrant, SQ_NO_QUADRANT);
        assert_near(crosshair.importance, 4.5, 0);
        sq_importance_performance(&half, &both, where[i], &crosshair, item);
        assert_int_equal(item[0].quadrant, SQ_NO_QUADRANT);
        sq_importance_performance(&both, &half, where[i], &crosshair, item);
        assert_int_equal(item[0].quadrant, SQ_NO_QUADRANT);
        sq_importance_performance(&both, &both, where[i], &crosshair, item);
        assert_int_equal(item[0].quadrant, SQ_LOW_PRIORITY);
    }
    sq_importance_performance(&same, &same, SQ_AT_MIDPOINT, &crosshair, item);
    assert_int_equal(item[0].quadrant, SQ_NO_QUADRANT);
    sq_importance_performance(&one, &one, SQ_AT_MIDPOINT, &crosshair, item);
    assert_int_equal(item[0].quadrant, SQ_KEEP_UP); /* of 4 and 5: the middle is 4.5, a tie */
    crosshair = (sq_point){.importance = 5, .performance = 3};
    sq_importance_performance(&one, &one, SQ_AT_GIVEN, &crosshair, item);
    assert_int_equal(item[0].quadrant, SQ_OVERKILL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_the_mean),   cmocka_unit_test(elsewhere),
        cmocka_unit_test(a_tie_at_zero), cmocka_unit_test(medians),
        cmocka_unit_test(kiosk),         cmocka_unit_test(huge_answers),
        cmocka_unit_test(edges),         cmocka_unit_test(nothing_to_divide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
