/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worked out by hand beside each figure.
 */
#include "check.h"
#include "importance_performance.h"

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
    crosshair = (sq_point){4.5, 1, SQ_NO_QUADRANT};
    sq_importance_performance(&importance, &performance, SQ_AT_GIVEN, &crosshair, item);
    assert_near(crosshair.importance, 4.5, 0);
    assert_int_equal(item[0].quadrant, SQ_OVERKILL);
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
    assert_int_equal(
        sq_importance_performance(&nothing, &ratings, SQ_AT_MIDPOINT, &crosshair, item),
        SQ_NO_DATA);
    assert_int_equal(sq_importance_performance(&three, &ratings, SQ_AT_MEAN, &crosshair, item),
                     SQ_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(at_the_mean), cmocka_unit_test(elsewhere),
                                       cmocka_unit_test(edges)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
