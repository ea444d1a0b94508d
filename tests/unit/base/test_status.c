/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

static void reasons_travel_in_nan(void **state)
{
    (void)state;
    for (int reason = SQ_BAD_ARGUMENT; reason <= SQ_NUMBER_AS_TEXT; reason++) {
        assert_true(isnan(sq_error((sq_status)reason)));
        assert_reason(sq_error((sq_status)reason), reason);
        assert_reason(sq_error((sq_status)reason) / 2 + 1, reason); /* through arithmetic */
    }
    assert_reason(0.0, SQ_OK);
    assert_reason(INFINITY, SQ_OK);
    assert_reason(NAN, SQ_UNDEFINED);
    assert_reason(-NAN, SQ_UNDEFINED);
    assert_reason(sq_missing(SQ_ERROR_CELL), SQ_UNDEFINED);
    assert_reason(sq_error(SQ_NO_DATA) - 3 * 2.5, SQ_NO_DATA);
    assert_reason(sqrt(sq_error(SQ_OUT_OF_DOMAIN)), SQ_OUT_OF_DOMAIN);
    assert_reason(-INFINITY, SQ_OK);
    assert_reason(sq_error((sq_status)200), SQ_UNDEFINED); /* a code that is no reason */
}

static void absences_travel_in_nan(void **state)
{
    (void)state;
    for (int absence = SQ_BLANK; absence <= SQ_ERROR_CELL; absence++) {
        assert_true(isnan(sq_missing((sq_absence)absence)));
        assert_int_equal((int)sq_absence_of(sq_missing((sq_absence)absence)), absence);
    }
    assert_int_equal((int)sq_absence_of(NAN), SQ_BLANK);
    assert_int_equal((int)sq_absence_of(4), SQ_BLANK);
    assert_int_equal((int)sq_absence_of(sq_error(SQ_OUT_OF_DOMAIN)), SQ_BLANK);
}

static void every_reason_has_a_sentence(void **state)
{
    (void)state;
    for (int reason = SQ_OK; reason <= SQ_NUMBER_AS_TEXT; reason++)
        assert_true(strlen(sq_status_sentence((sq_status)reason)) > 10);
    assert_non_null(sq_status_sentence((sq_status)200));
}

static void rows_and_weights(void **state)
{
    sq_table table = TABLE(2, 3, 1, 2, 3, 4, 5, 6);
    const double weights[] = {0.5, 2};
    (void)state;
    assert_near(sq_row(&table, 1)[2], 6, 0);
    assert_near(sq_case_weight(weights, 1), 2, 0);
    assert_near(sq_case_weight(NULL, 1), 1, 0);
}

static void sizes(void **state)
{
    (void)state;
    assert_true(sq_fits(1000, 8));
    assert_true(sq_fits((size_t)-1, 0));
    assert_false(sq_fits((size_t)-1 / 4, 8));
    assert_true(sq_fits(0, (size_t)-1));
    assert_false(sq_fits((size_t)-1, 1)); /* half of it is the most */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reasons_travel_in_nan),
                                       cmocka_unit_test(absences_travel_in_nan),
                                       cmocka_unit_test(every_reason_has_a_sentence),
                                       cmocka_unit_test(rows_and_weights), cmocka_unit_test(sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
