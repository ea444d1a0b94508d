/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

static void reasons_travel_in_nan(void **state)
{
    (void)state;
    for (int reason = SQ_BAD_ARGUMENT; reason <= SQ_NO_MEMORY; reason++) {
        assert_true(isnan(sq_error((sq_status)reason)));
        assert_reason(sq_error((sq_status)reason), reason);
        assert_reason(sq_error((sq_status)reason) / 2 + 1, reason); /* through arithmetic */
    }
    assert_reason(0.0, SQ_OK);
    assert_reason(INFINITY, SQ_OK);
    assert_reason(NAN, SQ_UNDEFINED);
    assert_reason(-NAN, SQ_UNDEFINED);
    assert_reason(sq_missing(SQ_ERROR_CELL), SQ_UNDEFINED);
}

static void absences_travel_in_nan(void **state)
{
    (void)state;
    for (int absence = SQ_BLANK; absence <= SQ_ERROR_CELL; absence++) {
        assert_true(isnan(sq_missing((sq_absence)absence)));
        assert_int_equal((int)sq_absence_of(sq_missing((sq_absence)absence)), absence);
    }
    assert_int_equal((int)sq_absence_of(NAN), SQ_BLANK);
}

static void every_reason_has_a_sentence(void **state)
{
    (void)state;
    for (int reason = SQ_OK; reason <= SQ_NO_MEMORY; reason++)
        assert_true(strlen(sq_status_sentence((sq_status)reason)) > 10);
}

static void sizes(void **state)
{
    (void)state;
    assert_true(sq_fits(1000, 8));
    assert_true(sq_fits((size_t)-1, 0));
    assert_false(sq_fits((size_t)-1 / 4, 8));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reasons_travel_in_nan), cmocka_unit_test(absences_travel_in_nan),
        cmocka_unit_test(every_reason_has_a_sentence), cmocka_unit_test(sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
