/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/same_word.h"
#include "check.h"

/* Pairs by the Unicode Standard: chapter 5.18 (caseless matching), UAX #15 (composed and in parts,
 * compatibility), CaseFolding.txt. */
static const char *const same[][2] = {
    {"Tangibles", "tangibles"},
    {" Tangibles\t", "TANGIBLES"},
    {"Äußeres", "äußeres"},
    {"Äußeres", "ÄUSSERES"},
    {"Äußeres", "A\xCC\x88usseres"}, /* A and its dots apart, as macOS writes names of files */
    {"ТОН", "тон"},
    {"Надёжность", "НАДЁЖНОСТЬ"},
    {"ΠΟΙΌΤΗΤΑ", "ποιότητα"},
    {"ΣΑΣ", "σας"}, /* the final sigma */
    {"Édition", "e\xCC\x81"
                "dition"},
    {"Fiabilité", "FIABILITÉ"},
    {"Độ tin cậy", "ĐỘ TIN CẬY"},
    {"ÇALIŞMA", "çalişma"},
    {"Ｑ１", "Q1"},
    {"Ｑｕａｌｉｔｙ：Ｂ", "Quality:B"},
    {"ｶﾞ", "ガ"},
    {"ガ", "カ\xE3\x82\x99"},
    {"한국", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8"},
    {"ﬁt", "FIT"},
    {"ԵՐԵՒԱՆ", "երեւան"},
    {"ⅳ", "IV"},
    {"Perceived\xC2\xA0quality", "perceived  quality"},
    {"　满意度　", "满意度"},
    {"\xEF\xBB\xBFID", "id"},
    {"co\xC2\xADoperation", "cooperation"},
    {"\xFF", "\xFF"},
    {"", " \n"},
};

static const char *const different[][2] = {
    {"E1", "E2"},
    {"E1", "E11"},
    {"fiabilité", "fiabilite"}, /* an accent tells apart: über and uber, año and ano */
    {"тон", "ton"},             /* alike to the eye alone */
    {"满意", "满意度"},
    {"ı", "i"},
    {"a b", "ab"},
    {"", "a"},
    {"\xFF", "\xFE"},
    {"\xC3", "Ã"},
    {"가", "각"},
};

static void the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(same); i++) {
        if (!sq_same_word(same[i][0], same[i][1]) || !sq_same_word(same[i][1], same[i][0]))
            fail_msg("%s and %s are the same word", same[i][0], same[i][1]);
    }
}

static void not_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(different); i++) {
        int order = sq_compare_words(different[i][0], different[i][1]);
        assert_int_not_equal(order, 0);
        assert_int_equal(sq_compare_words(different[i][1], different[i][0]), -order);
    }
}

/* An order: of any three words of the tables, a ≤ b and b ≤ c give a ≤ c. */
static void an_order(void **state)
{
    const char *words[2 * LENGTH(same)];
    (void)state;
    for (size_t i = 0; i < LENGTH(words); i++)
        words[i] = same[i / 2][i % 2];
    for (size_t a = 0; a < LENGTH(words); a++)
        for (size_t b = 0; b < LENGTH(words); b++)
            for (size_t c = 0; c < LENGTH(words); c++)
                if (sq_compare_words(words[a], words[b]) <= 0 &&
                    sq_compare_words(words[b], words[c]) <= 0)
                    assert_true(sq_compare_words(words[a], words[c]) <= 0);
}

static void by_code_point(void **state)
{
    (void)state;
    assert_true(sq_compare_words("B", "a") > 0);
    assert_true(sq_compare_words("Z", "ä") < 0 || sq_compare_words("a\xCC\x88", "b") < 0);
    assert_true(sq_compare_words("a", "ab") < 0);
    assert_true(sq_compare_words("一", "二") < 0);
}

static void stretches(void **state)
{
    const char *word = "Qualität : B";
    (void)state;
    assert_int_equal(sq_compare_stretches((sq_stretch){word, 10}, (sq_stretch){"QUALITÄT", 9}), 0);
    assert_int_equal(sq_compare_stretches((sq_stretch){word + 11, 2}, (sq_stretch){"b", 1}), 0);
    /* cut within a character: the byte that is left is no letter */
    assert_int_not_equal(sq_compare_stretches((sq_stretch){"ä", 1}, (sq_stretch){"ä", 2}), 0);
}

static void within(void **state)
{
    (void)state;
    assert_true(sq_word_within("Kundenzufriedenheit / SATISFACTION", "satisf"));
    assert_true(sq_word_within("顾客满意度", "满意"));
    assert_true(sq_word_within("Ｓａｔｉｓｆａｃｔｉｏｎ", "satisf"));
    assert_false(sq_word_within("satis", "satisf"));
    assert_false(sq_word_within("", "a"));
}

/* Every character of a short text, alone and twice, folds to something and ends. */
static void every_character(void **state)
{
    (void)state;
    for (uint32_t point = 1; point < 0x20000; point++) {
        char text[5] = {0};
        uint32_t folded, last = 0;
        size_t count = 0;
        sq_fold fold;
        if (point < 0x80) {
            text[0] = (char)point;
        } else if (point < 0x800) {
            text[0] = (char)(0xC0 | point >> 6);
            text[1] = (char)(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            text[0] = (char)(0xE0 | point >> 12);
            text[1] = (char)(0x80 | (point >> 6 & 0x3F));
            text[2] = (char)(0x80 | (point & 0x3F));
        } else {
            text[0] = (char)(0xF0 | point >> 18);
            text[1] = (char)(0x80 | (point >> 12 & 0x3F));
            text[2] = (char)(0x80 | (point >> 6 & 0x3F));
            text[3] = (char)(0x80 | (point & 0x3F));
        }
        fold = sq_fold_begin((sq_stretch){text, strlen(text)});
        while ((folded = sq_fold_next(&fold)) != 0) {
            last = folded;
            count++;
        }
        assert_true(count <= 12); /* three stray bytes at most, four characters else */
        assert_true(count == 0 || last != 0);
        assert_int_equal(sq_compare_words(text, text), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same),        cmocka_unit_test(not_the_same),
        cmocka_unit_test(an_order),        cmocka_unit_test(by_code_point),
        cmocka_unit_test(stretches),       cmocka_unit_test(within),
        cmocka_unit_test(every_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
