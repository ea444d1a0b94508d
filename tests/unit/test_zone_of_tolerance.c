/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worked out by hand beside each figure.
 */
#include "check.h"
#include "zone_of_tolerance.h"

static const size_t two[] = {0, 1};
static const sq_dimensions dimensions = {2, two}, none = {0, NULL};

static void levels_by_dimension(void **state)
{
    sq_table minimum = TABLE(3, 2, 4, 5, 5, 4, 6, 6);
    sq_table desired = TABLE(3, 2, 7, 7, 6, 8, 5, 7);
    sq_table perceived = TABLE(3, 2, 5, 6, 6, 4, 5, 7);
    sq_tolerance zone[2], overall;
    (void)state;
    assert_int_equal(
        sq_zone_of_tolerance(&minimum, &desired, &perceived, &dimensions, zone, &overall), SQ_OK);
    assert_near(zone[0].minimum, 5, 1e-15); /* 15 / 3 */
    assert_near(zone[0].desired, 6, 1e-15); /* 18 / 3 */
    assert_near(zone[0].perceived, 16.0 / 3, 1e-15);
    assert_near(zone[0].width, 1, 1e-15);
    assert_near(zone[0].adequacy, 1.0 / 3, 1e-14);
    assert_near(zone[0].superiority, -2.0 / 3, 1e-14);
    assert_near(zone[0].position, 1.0 / 3, 1e-14);
    assert_int_equal(zone[0].reversed, 1); /* the third accepts no less than 6 and wants 5 */
    assert_int_equal(zone[1].reversed, 0);
    assert_near(overall.width, (1 + 7.0 / 3) / 2, 1e-14);
    assert_near(overall.position, 0.3, 1e-14); /* (5.5 − 5) / (20/3 − 5) */
    assert_int_equal(overall.reversed, 1);
    assert_int_equal(sq_zone_of_tolerance(&minimum, &desired, &perceived, &none, NULL, &overall),
                     SQ_OK);
    assert_near(overall.adequacy, 0.5, 1e-14); /* pooled: (33 − 30) / 6 */
    assert_int_equal(overall.n, 3);
}

static void edges(void **state)
{
    sq_table level = TABLE(2, 2, 4, NA, 5, NA), other = TABLE(1, 2, 4, 4);
    sq_table nobody = {NULL, 0, 2};
    sq_tolerance zone[2], overall;
    (void)state;
    assert_int_equal(sq_zone_of_tolerance(&level, &level, &level, &dimensions, zone, &overall),
                     SQ_OK);
    assert_near(zone[0].width, 0, 0);
    assert_reason(zone[0].position, SQ_UNDEFINED); /* a zone without width */
    assert_reason(zone[1].minimum, SQ_NO_DATA);
    assert_reason(overall.adequacy, SQ_NO_DATA);
    assert_int_equal(sq_zone_of_tolerance(&level, &other, &level, &dimensions, zone, &overall),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(sq_zone_of_tolerance(&nobody, &nobody, &nobody, &none, NULL, &overall), SQ_OK);
    assert_reason(overall.position, SQ_NO_DATA);
    assert_int_equal(overall.n, 0);
}

static void shift_and_scale(void **state)
{
    sq_table minimum = TABLE(3, 1, 4, 5, 6), desired = TABLE(3, 1, 7, 6, 8);
    sq_table perceived = TABLE(3, 1, 5, 6, 5);
    sq_table minimum2 = TABLE(3, 1, 112, 110, 108), desired2 = TABLE(3, 1, 116, 112, 114);
    sq_table perceived2 = TABLE(3, 1, 110, 112, 110); /* in another order, 2 x + 100 */
    sq_tolerance a, b;
    (void)state;
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &none, NULL, &a);
    sq_zone_of_tolerance(&minimum2, &desired2, &perceived2, &none, NULL, &b);
    assert_near(b.width, 2 * a.width, 1e-12);
    assert_near(b.position, a.position, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(levels_by_dimension),
                                       cmocka_unit_test(edges), cmocka_unit_test(shift_and_scale)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
