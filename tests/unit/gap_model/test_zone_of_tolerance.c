/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worked out by hand beside each figure.
 */
#include "check.h"
#include "gap_model/zone_of_tolerance.h"

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

/* One respondent, or none left of three half-answered ones. */
static void few_respondents(void **state)
{
    sq_table minimum = TABLE(1, 2, 3, 2), desired = TABLE(1, 2, 7, 6),
             perceived = TABLE(1, 2, 6, 7);
    sq_table m = TABLE(3, 2, NA, 2, 1, NA, 1, 2), d = TABLE(3, 2, 6, 6, NA, 6, 5, NA);
    sq_table p = TABLE(3, 2, 5, NA, 5, 5, NA, 5);
    const size_t second_only[] = {SQ_LEFT_OUT, 0};
    const sq_dimensions left_out = {1, second_only};
    sq_tolerance zone[2], overall;
    (void)state;
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &dimensions, zone, &overall);
    assert_int_equal(zone[0].n, 1);
    assert_near(zone[0].position, 0.75, 0); /* (6 − 3) / (7 − 3) */
    assert_near(zone[1].position, 1.25, 0); /* (7 − 2) / (6 − 2): above the zone */
    assert_near(overall.position, 1, 0);    /* (6.5 − 2.5) / (6.5 − 2.5) */
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &left_out, zone, &overall);
    assert_near(overall.minimum, 2, 0);
    assert_near(overall.position, 1.25, 0);
    assert_int_equal(sq_zone_of_tolerance(&m, &d, &p, &dimensions, zone, &overall), SQ_OK);
    assert_int_equal(zone[0].n, 0);
    assert_int_equal(overall.reversed, 0);
    assert_reason(zone[1].width, SQ_NO_DATA);
    assert_reason(overall.position, SQ_NO_DATA);
}

/* Missing answers by hand: the first respondent's item 1 lacks a desired level. */
static void missing_answers(void **state)
{
    sq_table minimum = TABLE(2, 3, 1, 3, 4, 2, 3, NA), desired = TABLE(2, 3, NA, 6, 6, 5, 7, 6);
    sq_table perceived = TABLE(2, 3, 7, 4, 5, 4, 4, 6);
    const sq_dimensions first_two = {2, (const size_t[]){0, 0, 1}};
    sq_tolerance zone[2], overall;
    (void)state;
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &first_two, zone, &overall);
    /* respondents' means on dimension 0: 3 6 4 and 2.5 6 4; on dimension 1: 4 6 5 from one */
    assert_near(zone[0].minimum, 2.75, 1e-15);
    assert_near(zone[0].desired, 6, 1e-15);
    assert_near(zone[0].adequacy, 1.25, 1e-15);
    assert_near(zone[0].position, 1.25 / 3.25, 1e-15);
    assert_int_equal(zone[1].n, 1);
    assert_near(zone[1].position, 0.5, 1e-15);
    assert_near(overall.minimum, 3.375, 1e-15); /* of dimensions */
    assert_int_equal(overall.n, 2);
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &none, NULL, &overall);
    assert_near(overall.minimum, 3, 1e-15);          /* pooled: 3 4 2 3 */
    assert_near(overall.desired, 6, 1e-15);          /* 6 6 5 7 */
    assert_near(overall.perceived, 17.0 / 4, 1e-15); /* 4 5 4 4 */
    assert_near(overall.position, 1.25 / 3, 1e-15);
    minimum = TABLE(2, 3, 1, 2, 3, 6, NA, 6);
    desired = TABLE(2, 3, 7, 7, 7, 7, 7, NA);
    sq_zone_of_tolerance(&minimum, &desired, &desired, &none, NULL, &overall);
    assert_near(overall.minimum, 3, 1e-15); /* 1 2 3 of one, 6 of the other: not (2 + 6) / 2 */
}

/* Who accepts no less than 6 and wishes for 4 has no zone for 5 to be in the middle of. */
static void zone_upside_down(void **state)
{
    const sq_dimensions one = {1, (const size_t[]){0}};
    sq_table minimum = TABLE(1, 1, 6), desired = TABLE(1, 1, 4), perceived = TABLE(1, 1, 5);
    sq_tolerance zone, overall;
    (void)state;
    sq_zone_of_tolerance(&minimum, &desired, &perceived, &one, &zone, &overall);
    assert_near(zone.width, -2, 0);
    assert_near(zone.adequacy, -1, 0);
    assert_near(zone.superiority, 1, 0);
    assert_int_equal(zone.reversed, 1);
    assert_reason(zone.position, SQ_UNDEFINED);
    assert_reason(overall.position, SQ_UNDEFINED);
}

static void huge_answers(void **state)
{
    sq_table huge = TABLE(2, 1, 1e308, 1e308), more = TABLE(2, 1, 1.5e308, 1.5e308);
    sq_tolerance overall;
    (void)state;
    sq_zone_of_tolerance(&huge, &more, &huge, &none, NULL, &overall);
    assert_reason(overall.minimum, SQ_OUT_OF_DOMAIN);
    assert_reason(overall.width, SQ_OUT_OF_DOMAIN);
    assert_reason(overall.position, SQ_OUT_OF_DOMAIN);
}

/* The same levels in another order: no width, though the sums round differently. */
static void width_within_rounding(void **state)
{
    double minimum[9 * 3], desired[9 * 3], perceived[9 * 3];
    const sq_dimensions all = {1, (const size_t[]){0, 0, 0}};
    sq_tolerance zone, overall;
    unsigned seed = 5;
    (void)state;
    for (int trial = 0; trial < 50; trial++) {
        for (size_t i = 0; i < 27; i++) {
            size_t turned = (8 - i / 3) * 3 + i % 3;
            seed = seed * 1103515245u + 12345u;
            minimum[i] = desired[turned] = (double)((seed >> 16) % 70) / 10;
            perceived[i] = (double)((seed >> 20) % 7);
        }
        minimum[0] = desired[24] = NA;
        assert_int_equal(sq_zone_of_tolerance(&(sq_table){desired, 9, 3},
                                              &(sq_table){desired, 9, 3},
                                              &(sq_table){perceived, 9, 3}, &all, &zone, &overall),
                         SQ_OK);
        assert_reason(zone.position, SQ_UNDEFINED);
        minimum[0] = desired[24] = 1;
        sq_zone_of_tolerance(&(sq_table){minimum, 9, 3}, &(sq_table){desired, 9, 3},
                             &(sq_table){perceived, 9, 3}, &all, &zone, &overall);
        assert_near(zone.width, 0, 0);
        assert_reason(zone.position, SQ_UNDEFINED);
        assert_reason(overall.position, SQ_UNDEFINED);
    }
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_by_dimension),   cmocka_unit_test(edges),
        cmocka_unit_test(few_respondents),       cmocka_unit_test(missing_answers),
        cmocka_unit_test(zone_upside_down),      cmocka_unit_test(huge_answers),
        cmocka_unit_test(width_within_rounding), cmocka_unit_test(shift_and_scale)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
