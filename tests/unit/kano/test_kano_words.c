/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wordings of Kano answers: the four answer sets of Berger et al. 1993 as the data of Reppel 2022
 * write them, Chinese ones, and what must not be taken for one.
 */
#include "base/plain_text.h"
#include "check.h"
#include "kano/kano_words.h"

#include <gsl/gsl_errno.h>

static void the_four_answer_sets(void **state)
{
    static const char *const sets[4][5] = {
        {"I like it that way", "I must be that way", /* the misprint of the study */
         "I am neutral", "I can live with it that way", "I dislike it that way"},
        {"I enjoy it that way", "It is a basic necessity or I expect it that way", "I am neutral",
         "I dislike it, but I can live with it that way", "I dislike it, and I can’t accept it"},
        {"This would be very helpful to me", "This is a basic requirement for me",
         "This would not affect me", "This would be a minor inconvenience",
         "This would be a major problem for me"},
        {"I like it", "I expect it", "I’m neutral", "I can tolerate it", "I dislike it"},
    };
    (void)state;
    for (size_t set = 0; set < 4; set++)
        for (int answer = 1; answer <= 5; answer++)
            assert_near(sq_kano_code(sets[set][answer - 1]), answer, 0);
}

static const struct {
    const char *text;
    double code;
} known[] = {
    {"LIKE", 1},
    {" i LIKE   it, that way! ", 1},
    {"I'd like it that way", 1},
    {"It must be that way", 2},
    {"must-be", 2},
    {"Must be.", 2},
    {"I expect it to be that way", 2},
    {"I'm neutral", 3},
    {"I don't care", 3},
    {"I do not care", 3},
    {"I’m nuetral", 3},
    {"live with", 4},
    {"I can live with it this way", 4},
    {"I dislike it but I can live with it that way", 4},
    {"I can tollerate it", 4},
    {"I can't accept it", 5},
    {"I cannot accept it", 5},
    {"I dislike it, and I can't accept it.", 5},
    {"I don’t like it", 5},
    {"dislike", 5},
    /* Chinese: simplified, with and without what may be left out */
    {"我喜欢", 1},
    {"我喜欢这样", 1},
    {"喜欢", 1},
    {"我很喜欢", 1},
    {"我 喜欢。", 1},
    {"必须这样", 2},
    {"必须", 2},
    {"必须是这样的", 2},
    {"它理应如此", 2},
    {"理所当然", 2},
    {"应该这样", 2},
    {"无所谓", 3},
    {"我无所谓", 3},
    {"我觉得无所谓", 3},
    {"中立", 3},
    {"能忍受", 4},
    {"我能忍受", 4},
    {"可以忍受", 4},
    {"勉强接受", 4},
    {"我可以接受", 4},
    {"不喜欢", 5},
    {"我不喜欢", 5},
    {"我很不喜欢！", 5},
    {"我不喜欢这样", 5},
    {"讨厌", 5},
    /* traditional */
    {"我喜歡", 1},
    {"必須這樣", 2},
    {"應該如此", 2},
    {"無所謂", 3},
    {"勉強接受", 4},
    {"我不喜歡這樣", 5},
    /* numbers as text */
    {"1", 1},
    {" 5 ", 5},
    {"3.0", 3},
    {"4,00", 4},
    {"+2", 2},
    {"３", 3},
    {"5 - I dislike it", 5},
    {"1. 我喜欢", 1},
    {"2：必须这样", 2},
};

static void wordings_in_use(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(known); i++) {
        if (sq_kano_code(known[i].text) != known[i].code)
            print_error("%s\n", known[i].text);
        assert_near(sq_kano_code(known[i].text), known[i].code, 0);
    }
}

static void what_is_refused(void **state)
{
    static const struct {
        const char *text;
        sq_status reason;
    } refused[] = {
        {"", SQ_NO_DATA},
        {"   ", SQ_NO_DATA},
        {"…", SQ_NO_DATA},
        {"　", SQ_NO_DATA},
        {"0", SQ_OUT_OF_DOMAIN},
        {"6", SQ_OUT_OF_DOMAIN},
        {"-1", SQ_OUT_OF_DOMAIN},
        {"2.5", SQ_OUT_OF_DOMAIN},
        {"2,5", SQ_OUT_OF_DOMAIN},
        {"11", SQ_OUT_OF_DOMAIN},
        {"99999999999999999999999999", SQ_OUT_OF_DOMAIN},
        {"６", SQ_OUT_OF_DOMAIN},
        {"- 3", SQ_UNDEFINED},
        {"1-5", SQ_UNDEFINED},
        {"3 4", SQ_UNDEFINED},
        {"1e0", SQ_UNDEFINED},
        {"5 - I like it", SQ_UNDEFINED}, /* a scale the other way round */
        {"9 我喜欢", SQ_UNDEFINED},
        {"n/a", SQ_NO_DATA},
        {"–", SQ_NO_DATA},
        {"不知道", SQ_NO_DATA},
        {"I", SQ_UNDEFINED},
        {"that way", SQ_UNDEFINED},
        {"I like it, and I can’t accept it", SQ_UNDEFINED},
        {"I do not dislike it", SQ_UNDEFINED},
        {"我", SQ_UNDEFINED},
        {"这样", SQ_UNDEFINED},
        {"不", SQ_UNDEFINED},
        {"不无所谓", SQ_UNDEFINED},
        {"\xE6\x88", SQ_UNDEFINED},     /* cut in a character */
        {"like\xFF", SQ_UNDEFINED},     /* no UTF-8 */
        {"\xC0\xAF", SQ_UNDEFINED},     /* overlong */
        {"\xED\xA0\x80", SQ_UNDEFINED}, /* half of a surrogate pair */
    };
    char longest[5000];
    (void)state;
    for (size_t i = 0; i < LENGTH(refused); i++) {
        if (sq_error_reason(sq_kano_code(refused[i].text)) != refused[i].reason)
            print_error("%s\n", refused[i].text);
        assert_reason(sq_kano_code(refused[i].text), refused[i].reason);
    }
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_reason(sq_kano_code(longest), SQ_UNDEFINED);
    for (size_t i = 0; i + 4 < sizeof longest; i += 3)
        memcpy(longest + i, "im ", 3); /* grows when it is spelled out */
    for (size_t length = 200; length < 320; length++) {
        longest[length] = '\0';
        assert_reason(sq_kano_code(longest), SQ_UNDEFINED);
        longest[length] = 'i';
    }
}

static void words_of_categories(void **state)
{
    static const struct {
        const char *text;
        char letter;
    } words[] = {
        {"A", 'A'},
        {"o", 'O'},
        {" M ", 'M'},
        {"i", 'I'},
        {"R", 'R'},
        {"q", 'Q'},
        {"Ａ", 'A'},
        {"Attractive", 'A'},
        {"must-be", 'M'},
        {"Must-be quality", 'M'},
        {"One-dimensional", 'O'},
        {"indifferent", 'I'},
        {"reverse", 'R'},
        {"questionable", 'Q'},
        {"魅力型", 'A'},
        {"期望型需求", 'O'},
        {"必备", 'M'},
        {"必備", 'M'},
        {"无差异型", 'I'},
        {"反向型", 'R'},
        {"可疑", 'Q'},
        {"", '\0'},
        {"X", '\0'},
        {"AO", '\0'},
        {"1", '\0'},
        {"\xFF", '\0'},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(words); i++)
        assert_int_equal(sq_kano_letter(sq_kano_category_of_word(words[i].text)), words[i].letter);
}

static void plain_texts(void **state)
{
    static const struct {
        const char *text, *plain;
    } texts[] = {
        {"", ""},
        {"  A  b-C ", "a b c"},
        {"can't, can’t `x´ can´t", "cant cant x cant"},
        {"我 很, 喜歡。", "我很喜欢"},
        {"a 我 b", "a我b"},
        {"ＡＢ１！", "ab1"},
        {"x\xC2\xA0y\xE2\x80\x8Bz", "x yz"}, /* a blank, and a space without width */
        {"É ü", "e\xCC\x81 u\xCC\x88"},      /* letters and accents apart */
        {"ÄUẞERE ТОН", "a\xCC\x88ussere тон"},
        {"😀", "😀"},
    };
    char plain[64];
    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        assert_true(sq_plain_text(texts[i].text, plain, sizeof plain));
        assert_string_equal(plain, texts[i].plain);
        /* what is plain stays as it is */
        assert_true(sq_plain_text(texts[i].plain, plain, sizeof plain));
        assert_string_equal(plain, texts[i].plain);
    }
    /* Exactly as long as the memory, and one byte longer; with a blank or a character at the end.
     */
    assert_true(sq_plain_text("ab c", plain, 5));
    assert_false(sq_plain_text("ab c", plain, 4));
    assert_string_equal(plain, "");
    assert_false(sq_plain_text("ab c", plain, 3));
    assert_false(sq_plain_text("ab", plain, 2));
    assert_false(sq_plain_text("我", plain, 3));
    assert_true(sq_plain_text("我", plain, 4));
    assert_true(sq_plain_text("...", plain, 1));
    assert_false(sq_plain_text("a", plain, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_four_answer_sets), cmocka_unit_test(wordings_in_use),
        cmocka_unit_test(what_is_refused),      cmocka_unit_test(words_of_categories),
        cmocka_unit_test(plain_texts),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
