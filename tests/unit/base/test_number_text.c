/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each test runs twice: in the C locale, and in one that writes 10.5 as 10,5 (made by the build
 * from Debian's description of it).
 */
#include "base/number_text.h"
#include "check.h"

#include <float.h>
#include <locale.h>

static int in_german(void **state)
{
    (void)state;
    setenv("LOCPATH", "build/locale", 1);
    if (!setlocale(LC_ALL, "de_DE.UTF-8"))
        fail_msg("build/locale has no de_DE.UTF-8");
    return strcmp(localeconv()->decimal_point, ",");
}

static int in_c(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C");
    return 0;
}

static void read(void **state)
{
    static const struct {
        const char *text;
        double number;
        size_t length;
    } rows[] = {
        {"10.5", 10.5, 4},
        {"10,5", 10, 2},
        {"-3", -3, 2},
        {"+.5e1x", 5, 5},
        {"7.", 7, 2},
        {"1e400", INFINITY, 5},
        {"1e-400", 0, 6},
        {"2e", 2, 1},
        {"2e+", 2, 1},
        {"0x10", 0, 1},
        {"5 agree", 5, 1},
        {"4.9E-324", 4.9E-324, 8},
        {"1.7976931348623157e308", DBL_MAX, 22},
    };
    static const char *const none[] = {"", ".", "-", "e5", "inf", "nan", " 1", "五"};
    double number;
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_int_equal(sq_read_number(rows[i].text, &number), rows[i].length);
        assert_true(number == rows[i].number);
    }
    for (size_t i = 0; i < LENGTH(none); i++) {
        assert_int_equal(sq_read_number(none[i], &number), 0);
        assert_true(isnan(number));
    }
}

static void written(void **state)
{
    static const struct {
        double number;
        const char *text;
    } rows[] = {
        {10.5, "10.5"},
        {-0.0, "0"},
        {1e21, "1e+21"},
        {0.1 + 0.2, "0.3"},
        {2, "2"},
        {-1.25e-7, "-1.25e-07"},
        {-DBL_MAX, "-1.79769313486232e+308"},
    };
    char text[SQ_NUMBER_TEXT];
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        sq_write_number(rows[i].number, text);
        assert_string_equal(text, rows[i].text);
    }
}

static void whole(void **state)
{
    (void)state;
    assert_true(sq_number_of_text("10.5") == 10.5);
    assert_true(sq_number_of_text(" １０．５ ") == 10.5);
    assert_true(isnan(sq_number_of_text("10,5")));
    assert_true(isnan(sq_number_of_text("10.5 x")));
    assert_true(isnan(sq_number_of_text("")));
}

static void among_words(void **state)
{
    static const char *const numbers[] = {"7",
                                          " 4,5",
                                          "1.500.000",
                                          "1'500",
                                          "80 %",
                                          "３",
                                          "-3",
                                          "−3",
                                          "(5)",
                                          "+1",
                                          "10\xC2\xA0"
                                          "000"};
    static const char *const carry[] = {"5 – agree", "5=bad",     "Likely (10)", "Likely - 10",
                                        "7分",       "(3) so-so", "Ｑ １",       "非常同意（5分）5",
                                        "-1 bad"};
    static const char *const words[] = {"", "agree", "n/a", "–", "%", "满意", "a 5 b", "()"};
    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++)
        if (sq_number_in_text(numbers[i]) != SQ_IS_NUMBER)
            fail_msg("%s is a number", numbers[i]);
    for (size_t i = 0; i < LENGTH(carry); i++)
        if (sq_number_in_text(carry[i]) != SQ_CARRIES_NUMBER)
            fail_msg("%s carries a number", carry[i]);
    for (size_t i = 0; i < LENGTH(words); i++)
        if (sq_number_in_text(words[i]) != SQ_NO_NUMBER)
            fail_msg("%s holds no number", words[i]);
}

#define TWICE(test)                                                                                \
    cmocka_unit_test(test),                                                                        \
    {                                                                                              \
#test " in German", test, in_german, in_c, NULL                                            \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {TWICE(read), TWICE(written), TWICE(whole),
                                       TWICE(among_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
