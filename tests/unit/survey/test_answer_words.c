/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worded answers to numbers. Expected codes are those that the scales have by their definition: the
 * place of a wording among those of its scale, or the number that is written in the answer.
 */
#include <valgrind/valgrind.h>

#include "base/plain_text.h"
#include "check.h"
#include "survey/answer_scale.h"
#include "survey/answer_words.h"

#define NO_ANSWER (-1.0)    /* SQ_NO_DATA */
#define NOT_KNOWN (-2.0)    /* SQ_UNDEFINED */
#define OUT_OF_RANGE (-3.0) /* SQ_OUT_OF_DOMAIN */

enum { MOST_ANSWERS = 12, LONG = 256 };

static double told(double code)
{
    switch (sq_error_reason(code)) {
    case SQ_OK:
        return code;
    case SQ_NO_DATA:
        return NO_ANSWER;
    case SQ_UNDEFINED:
        return NOT_KNOWN;
    default:
        return OUT_OF_RANGE;
    }
}

static bool codes_of(const char *const texts[], size_t rows, size_t columns, int levels,
                     double codes[])
{
    const sq_answer_block block = {texts, NULL, rows, columns};
    bool header;
    assert_int_equal(
        sq_answer_codes(&block, &(sq_answer_options){.levels = levels}, codes, &header), SQ_OK);
    for (size_t i = 0; i < rows * columns; i++)
        codes[i] = told(codes[i]);
    return header;
}

static double code_of(const char *text, int levels)
{
    double code;
    codes_of(&text, 1, 1, levels, &code);
    return code;
}

/* ---- The lists. */

static void next_spelling(const char **spellings, char word[LONG])
{
    size_t length = strcspn(*spellings, "|=");
    snprintf(word, LONG, "%.*s", (int)length, *spellings);
    *spellings += length + ((*spellings)[length] != '\0');
}

static void every_wording_is_plain_and_on_one_level(void **state)
{
    (void)state;
    for (size_t l = 0; l < SQ_ANSWER_LANGUAGES; l++)
        for (size_t i = 0; i < sq_answer_languages[l]->count; i++) {
            const sq_scale_words *scale = &sq_answer_languages[l]->scales[i];
            int of = sq_answer_scales[scale->scale].levels;
            for (int level = 1; level <= of; level++) {
                const char *spellings = scale->levels[level - 1];
                assert_non_null(spellings);
                while (*spellings) {
                    char word[LONG], plain[LONG];
                    next_spelling(&spellings, word);
                    assert_true(sq_plain_text(word, plain, sizeof plain));
                    assert_string_equal(plain, word);
                    for (int other = 1; other <= of; other++) {
                        const char *others = scale->levels[other - 1];
                        while (other != level && *others) {
                            char second[LONG];
                            next_spelling(&others, second);
                            assert_string_not_equal(second, word);
                        }
                    }
                }
            }
            assert_true(of == SQ_MOST_LEVELS || !scale->levels[of]);
        }
}

/* The first wording of each level of a scale. */
static int first_wordings(const sq_scale_words *scale, char words[SQ_MOST_LEVELS][LONG],
                          const char *texts[])
{
    int of = sq_answer_scales[scale->scale].levels;
    for (int level = 0; level < of; level++) {
        const char *spellings = scale->levels[level];
        next_spelling(&spellings, words[level]);
        texts[level] = words[level];
    }
    return of;
}

/* Whole blocks of every scale, in the order of the scale and shuffled, with capitals. */
static void whole_scales_are_one_to_the_number_of_levels(void **state)
{
    (void)state;
    for (size_t l = 0; l < SQ_ANSWER_LANGUAGES; l++)
        for (size_t i = 0; i < sq_answer_languages[l]->count; i++) {
            const sq_scale_words *scale = &sq_answer_languages[l]->scales[i];
            char words[SQ_MOST_LEVELS][LONG];
            const char *texts[SQ_MOST_LEVELS], *turned[SQ_MOST_LEVELS];
            double codes[SQ_MOST_LEVELS];
            int of = first_wordings(scale, words, texts);
            if (sq_answer_scales[scale->scale].kind == SQ_KANO_KIND)
                continue;
            for (int level = 0; level < of; level++) {
                for (char *at = words[level]; *at; at++)
                    if (*at >= 'a' && *at <= 'z' && (at == words[level] || at[-1] == ' '))
                        *at = (char)(*at - 'a' + 'A');
                turned[(level * 3 + 2) % of] = texts[level]; /* 3 and of have no common factor */
            }
            codes_of(texts, (size_t)of, 1, 0, codes);
            for (int level = 0; level < of; level++)
                if (codes[level] != level + 1)
                    fail_msg("%s of scale %d is %g, not %d", texts[level], scale->scale,
                             codes[level], level + 1);
            if (of % 3 == 0)
                continue;
            codes_of(turned, (size_t)of, 1, 0, codes);
            for (int level = 0; level < of; level++)
                assert_near(codes[(level * 3 + 2) % of], level + 1, 0);
        }
}

/* ---- Properties, over every choice of wordings of every scale. */

static void check_choice(const char *const texts[], size_t count, int levels)
{
    double codes[SQ_MOST_LEVELS], again[SQ_MOST_LEVELS];
    const char *turned[SQ_MOST_LEVELS];
    codes_of(texts, count, 1, levels, codes);
    for (size_t i = 0; i < count; i++)
        turned[i] = texts[count - 1 - i];
    codes_of(turned, count, 1, levels, again);
    for (size_t i = 0; i < count; i++) {
        assert_near(again[count - 1 - i], codes[i], 0); /* whatever their order */
        assert_true(codes[i] == NOT_KNOWN || codes[i] >= 0);
        for (size_t j = 0; j < i; j++) /* rise with the levels, and differ */
            if (codes[i] >= 0 && codes[j] >= 0 && codes[i] <= codes[j])
                fail_msg("%s is %g, %s is %g", texts[i], codes[i], texts[j], codes[j]);
    }
}

static void codes_rise_and_differ(void **state)
{
    static const int given[] = {0, 4, 5, 6, 7, 10, 11};
    (void)state;
    for (size_t l = 0; l < SQ_ANSWER_LANGUAGES; l++)
        for (size_t i = 0; i < sq_answer_languages[l]->count; i++) {
            const sq_scale_words *scale = &sq_answer_languages[l]->scales[i];
            char words[SQ_MOST_LEVELS][LONG];
            const char *texts[SQ_MOST_LEVELS], *some[SQ_MOST_LEVELS];
            int of = first_wordings(scale, words, texts);
            if (sq_answer_scales[scale->scale].kind == SQ_KANO_KIND)
                continue;
            /* valgrind looks at memory, where each of them is like the next */
            for (int choice = 1; choice < 1 << of; choice += RUNNING_ON_VALGRIND ? 13 : 1) {
                size_t count = 0;
                for (int level = 0; level < of; level++)
                    if (choice >> level & 1)
                        some[count++] = texts[level];
                for (size_t g = 0; g < LENGTH(given); g++)
                    check_choice(some, count, given[g]);
            }
        }
}

/* ---- Blocks. */

static const struct block_case {
    const char *name;
    const char *texts[MOST_ANSWERS]; /* one below the other */
    int levels;
    double codes[MOST_ANSWERS];
} blocks[] = {
    {"four of agreement",
     {"Strongly disagree", "Disagree", "Agree", "Strongly agree"},
     0,
     {1, 2, 3, 4}},
    {"the same, five said",
     {"Strongly disagree", "Disagree", "Agree", "Strongly agree"},
     5,
     {1, 2, 4, 5}},
    {"a middle makes it five",
     {"Strongly disagree", "Disagree", "Agree", "Strongly agree", "Neutral"},
     0,
     {1, 2, 4, 5, 3}},
    {"six without a middle",
     {"Strongly disagree", "Disagree", "Somewhat disagree", "Somewhat agree", "Agree",
      "Strongly agree"},
     0,
     {1, 2, 3, 4, 5, 6}},
    {"seven at the default",
     {"Strongly agree", "Agree", "Somewhat agree", "Neither agree nor disagree",
      "Somewhat disagree", "Disagree", "Strongly disagree"},
     0,
     {7, 6, 5, 4, 3, 2, 1}},
    {"two that five cannot tell apart", {"Agree", "Somewhat agree"}, 0, {6, 5}},
    {"seven on five", {"Agree", "Somewhat agree", "Strongly agree"}, 5, {-2, -2, -2}},
    {"the usual five where some are missing", {"Agree", "Strongly agree"}, 0, {4, 5}},
    {"quality of four", {"Excellent", "Good", "Fair", "Poor"}, 0, {4, 3, 2, 1}},
    {"quality of five", {"Poor", "Fair", "Good", "Very good", "Excellent"}, 0, {1, 2, 3, 4, 5}},
    {"the other quality of five",
     {"Very poor", "Poor", "Fair", "Good", "Very good"},
     0,
     {1, 2, 3, 4, 5}},
    {"good is 3 or 4", {"Good"}, 0, {-2}},
    {"but excellent is the end of five", {"Good", "Excellent"}, 5, {-2, 5}},
    {"an unknown one might be the middle",
     {"Strongly disagree", "Disagree", "It depends", "Agree", "Strongly agree"},
     0,
     {1, 2, -2, -2, -2}},
    {"no answers are no levels",
     {"Strongly disagree", "Disagree", "Don't know", "Agree", "Strongly agree", "N/A"},
     0,
     {1, 2, -1, 3, 4, -1}},
    {"importance, how much",
     {"Not at all important", "Slightly important", "Moderately important", "Very important",
      "Extremely important"},
     0,
     {1, 2, 3, 4, 5}},
    {"never to always of four", {"Never", "Sometimes", "Usually", "Always"}, 0, {1, 2, 3, 4}},
    {"spellings are one wording", {"Agree somewhat", "Somewhat agree", "Agree"}, 0, {5, 5, 6}},
    {"the scale of seven that has both", {"Strongly agree", "Totally agree"}, 0, {6, 7}},
    {"two meanings on no scale together", {"Neutral", "Undecided"}, 0, {-2, -2}},
    {"two languages share levels",
     {"Strongly agree", "非常同意", "Agree", "同意"},
     0,
     {5, 5, 4, 4}},
    {"Chinese of seven",
     {"非常同意", "同意", "比较同意", "一般", "不太同意", "不同意", "非常不同意"},
     0,
     {7, 6, 5, 4, 3, 2, 1}},
    {"Chinese of four", {"很满意", "满意", "不满意", "很不满意"}, 0, {4, 3, 2, 1}},
    {"ends with numbers written",
     {"Extremely likely - 10", "9", "Not at all likely - 0"},
     0,
     {10, 9, 0}},
    {"ends without", {"Extremely likely", "9", "1", "Not at all likely"}, 0, {10, 9, 1, 0}},
    {"the low end may be 0 or 1", {"Extremely likely", "9", "Not at all likely"}, 0, {10, 9, -2}},
    {"ten levels", {"Extremely likely", "9", "Not at all likely"}, 10, {10, 9, 1}},
    {"eleven levels", {"Extremely likely", "9", "Not at all likely"}, 11, {10, 9, 0}},
    {"six of seven or of ten", {"Strongly agree", "6"}, 0, {-2, 6}},
    {"six of seven", {"Strongly agree", "6"}, 7, {7, 6}},
    {"codes of all kinds",
     {"5=bad", "5 – Totalmente de acuerdo", "10 - Extremely likely", "7 (Extremely satisfied)"},
     5,
     {5, 5, 10, 7}},
    {"from zero",
     {"0 - Strongly disagree", "1 - Disagree", "2 - Neutral", "3 - Agree", "4 - Strongly agree"},
     0,
     {0, 1, 2, 3, 4}},
    {"labels among ten",
     {"1 - Very dissatisfied", "5 - Neutral", "10 - Very satisfied"},
     0,
     {1, 5, 10}},
    {"numbers the other way round",
     {"1 - Strongly agree", "2 - Agree", "3 - Neutral", "4 - Disagree", "5 - Strongly disagree"},
     0,
     {-2, -2, 3, -2, -2}},
    {"one number of two wordings",
     {"3 - Agree", "3 - Neutral", "5 - Strongly agree"},
     0,
     {-2, -2, 5}},
    {"two numbers of one wording", {"4 - Strongly agree", "5 - Strongly agree"}, 0, {-2, -2}},
    {"numbers beside some", {"7 - Strongly agree", "Agree", "Neutral"}, 0, {7, 6, 4}},
};

static void blocks_have_their_scale(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(blocks); i++) {
        double codes[MOST_ANSWERS];
        size_t count = 0;
        while (count < MOST_ANSWERS && blocks[i].texts[count])
            count++;
        codes_of(blocks[i].texts, count, 1, blocks[i].levels, codes);
        for (size_t j = 0; j < count; j++)
            if (codes[j] != blocks[i].codes[j])
                fail_msg("%s: %s is %g, not %g", blocks[i].name, blocks[i].texts[j], codes[j],
                         blocks[i].codes[j]);
    }
}

/* A column each of agreement and satisfaction; what they share belongs to its column. */
static void columns_of_several_kinds(void **state)
{
    static const char *const texts[] = {
        "Strongly disagree", "Very satisfied", "Disagree",          "Satisfied", "Agree",
        "Neutral",           "Strongly agree", "Very dissatisfied", NULL,        NULL};
    static const double expected[] = {1, 5, 2, 4, 3, 3, 4, 1, NO_ANSWER, NO_ANSWER};
    static const char *const lonely[] = {"Strongly disagree", "Neutral", "Disagree", "Neutral",
                                         "Somewhat agree",    "Neutral", "Agree",    "Neutral"};
    double codes[10];
    (void)state;
    assert_false(codes_of(texts, 5, 2, 0, codes));
    for (size_t i = 0; i < LENGTH(expected); i++)
        assert_near(codes[i], expected[i], 0);
    codes_of(lonely, 4, 2, 0, codes); /* seven levels: nothing but agreement in the block */
    assert_near(codes[1], 4, 0);
    assert_near(codes[4], 5, 0);
    assert_near(codes[6], 6, 0);
}

/* ---- Single texts. */

static void texts(void **state)
{
    static const struct {
        const char *text;
        int levels;
        double code;
    } known[] = {{"Strongly agree", 5, 5},
                 {" strongly AGREE. ", 0, 5},
                 {"Agree", 7, 6},
                 {"Agree", 5, 4},
                 {"Agree", 4, 3},
                 {"I strongly agree", 0, 5},
                 {"非常同意", 5, 5},
                 {"非常同意", 7, 7},
                 {"较满意", 7, 5},
                 {"很滿意", 5, 5},
                 {"一般", 7, 4},
                 {"很好", 0, 5},
                 {"Agree somewhat", 0, 4},
                 {"5 - Strongly agree", 5, 5},
                 {"A.非常不同意", 5, 1},
                 {"b) disagree", 5, 2},
                 {"非常同意（5分）", 5, 5},
                 {"５、非常同意", 0, 5},
                 {"5分", 5, 5},
                 {"５", 5, 5},
                 {"[4] whatever", 0, 4},
                 {"whatever [4]", 0, 4},
                 {"whatever = 4", 0, 4},
                 {"4 stars", 5, 4},
                 {"4.0", 5, 4},
                 {"3,5", 5, 3.5},
                 {"10", 5, 10},
                 {"0", 5, 0},
                 {"80%", 0, 0.8},
                 {"80 ％", 0, 0.8},
                 {"Strongly agree [AO05]", 0, 5},
                 {"Disagree [A2]", 5, 2},
                 {"非常同意[A1]", 5, 5},
                 {"Strongly Agree (5)", 5, 5},
                 {"Neither agree nor disagree", 5, 3}};
    static const char *const unknown[] = {"1 - Strongly agree",
                                          "Strongly agree (1)",
                                          "4 - Disagree",
                                          "2 - Agree",
                                          "3 times",
                                          "1-5",
                                          "-3",
                                          "agreeable",
                                          "1,000",
                                          "\xff\xfe",
                                          "agree or disagree",
                                          "18-25",
                                          "2026-10-01",
                                          "01.10.2026",
                                          "10:30",
                                          "4/5",
                                          "5+",
                                          "Windows-10",
                                          "$5",
                                          "maybe",
                                          "[AO05]",
                                          "agree [x]",
                                          "agree [5]x",
                                          "agree AO05]",
                                          "5 - Strongly agree (4)"};
    static const char *const none[] = {"N/A",
                                       "n/a",
                                       "(跳过)",
                                       "（空）",
                                       "不适用",
                                       "Skipped",
                                       "n.a.",
                                       "Don’t know",
                                       "DON'T KNOW",
                                       "not sure",
                                       "Unsure",
                                       "NULL",
                                       "#NULL!",
                                       "–",
                                       "-",
                                       "…",
                                       "不知道",
                                       "拒绝回答",
                                       "NA",
                                       "I don't know",
                                       "Refused",
                                       "prefer not to answer",
                                       "Prefer not to say.",
                                       "99 - Don't know",
                                       "Not applicable",
                                       "N/A [A7]",
                                       "跳過"};
    char longest[1000];
    (void)state;
    for (size_t i = 0; i < LENGTH(known); i++)
        if (!(fabs(code_of(known[i].text, known[i].levels) - known[i].code) < 1e-12))
            fail_msg("%s is %g", known[i].text, code_of(known[i].text, known[i].levels));
    for (size_t i = 0; i < LENGTH(unknown); i++)
        if (code_of(unknown[i], 0) != NOT_KNOWN)
            fail_msg("%s is taken for %g", unknown[i], code_of(unknown[i], 0));
    for (size_t i = 0; i < LENGTH(none); i++)
        if (code_of(none[i], 0) != NO_ANSWER)
            fail_msg("%s is taken for %g", none[i], code_of(none[i], 0));
    assert_near(code_of(NULL, 0), NO_ANSWER, 0);
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_near(code_of(longest, 0), NOT_KNOWN, 0);
}

static void other_numbers_of_levels(void **state)
{
    const char *text = "Agree";
    const sq_answer_block block = {&text, NULL, 1, 1};
    double code;
    bool header;
    (void)state;
    for (int levels = -3; levels < 15; levels++)
        assert_int_equal(
            sq_answer_codes(&block, &(sq_answer_options){.levels = levels}, &code, &header),
            levels == 0 || levels == 10 || levels == 11 || (levels >= 4 && levels <= 7)
                ? SQ_OK
                : SQ_BAD_ARGUMENT);
}

/* ---- The header. */

static void headers(void **state)
{
    static const char *const titles[] = {"1、服务", "2、环境", "非常同意", "同意"};
    static const char *const answers[] = {"5=bad", "4=worse", "5=bad", "3=best"};
    static const char *const first[] = {"5=bad", "4=worse", "3=best", "2=none"};
    static const char *const over_unknown[] = {"1. Personal", "5 - ja",   "5 - ja",
                                               "4 - eher",    "4 - eher", "5 - ja"};
    static const char *const number[] = {"-3", "5"}, *const none[] = {"n/a", "Agree"};
    static const char *const blank[] = {"Q1", NULL, "Agree", "Agree"}, *const one[] = {"Q1"};
    double codes[8];
    (void)state;
    assert_true(codes_of(titles, 2, 2, 0, codes));
    assert_near(codes[0], NO_ANSWER, 0);
    assert_near(codes[2], 5, 0);
    assert_false(codes_of(answers, 4, 1, 0, codes)); /* it is among those below */
    assert_near(codes[0], 5, 0);
    assert_false(codes_of(first, 4, 1, 0, codes)); /* they do not recur */
    assert_true(codes_of(over_unknown, 6, 1, 0, codes));
    assert_near(codes[5], 5, 0);
    assert_false(codes_of(number, 2, 1, 0, codes));
    assert_false(codes_of(none, 2, 1, 0, codes));
    assert_false(codes_of(blank, 2, 2, 0, codes));
    assert_near(codes[0], NOT_KNOWN, 0);
    assert_false(codes_of(one, 1, 1, 0, codes));
}

/* ---- Own lists. */

static double code_in(const char *text, const sq_answer_list *list)
{
    const sq_answer_block block = {&text, NULL, 1, 1};
    double code;
    bool header;
    assert_int_equal(sq_answer_codes(&block, &(sq_answer_options){.list = list}, &code, &header),
                     SQ_OK);
    return told(code);
}

static void own_lists(void **state)
{
    static const char *const words[] = {"Poor",   "Fair", NULL,        "Very good!",
                                        "1 of 2", "N/A",  "Never used"};
    static const double numbers[] = {1, 2, 3, 4, 7, 9, NAN};
    const sq_answer_list list = {words, numbers, LENGTH(words)};
    static const char *const french[] = {"Très satisfait", "Satisfait", "Sans avis", "pâté",
                                         "pate"};
    static const double codes[] = {5, 4, NAN, 1, 2};
    const sq_answer_list accents = {french, codes, LENGTH(french)};
    (void)state;
    assert_near(code_in("poor", &list), 1, 0);
    assert_near(code_in("VERY GOOD", &list), 4, 0);
    assert_near(code_in("1 of 2", &list), 7, 0);
    assert_near(code_in("N/A", &list), 9, 0);
    assert_near(code_in("never used", &list), NO_ANSWER, 0);
    assert_near(code_in("don't know", &list), NO_ANSWER, 0);
    assert_near(code_in("9", &list), 9, 0);
    assert_near(code_in("2 - Fair", &list), 2, 0);
    assert_near(code_in("3 - Fair", &list), NOT_KNOWN, 0);
    assert_near(code_in("3 - unheard of", &list), 3, 0);
    assert_near(code_in("good", &list), NOT_KNOWN, 0);
    assert_near(code_in("strongly agree", &list), NOT_KNOWN, 0);
    assert_near(code_in("TRÈS SATISFAIT", &accents), 5, 0);
    assert_near(code_in("Tres satisfait", &accents), 5, 0);
    assert_near(code_in("Tre\xCC\x80s satisfait", &accents), 5, 0); /* the accent by itself */
    assert_near(code_in("sans avis", &accents), NO_ANSWER, 0);
    assert_near(code_in("Pâté", &accents), 1, 0); /* as it is written */
    assert_near(code_in("pate", &accents), 2, 0);
    assert_near(code_in("paté", &accents), NOT_KNOWN, 0); /* either */
    assert_near(code_in("Poor", &(sq_answer_list){words, numbers, 0}), NOT_KNOWN, 0);
}

/* Many distinct texts: a table that grows, none read for another. */
static void many_texts(void **state)
{
    enum { MANY = 20000 };
    char(*texts)[16] = calloc(MANY, sizeof *texts);
    const char **cells = calloc(MANY, sizeof *cells);
    double *codes = calloc(MANY, sizeof *codes);
    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof texts[i], "%zu", i);
        cells[i] = texts[i];
    }
    codes_of(cells, MANY, 1, 0, codes);
    for (size_t i = 0; i < MANY; i++)
        assert_near(codes[i], (double)i, 0);
    free(texts);
    free(cells);
    free(codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_wording_is_plain_and_on_one_level),
        cmocka_unit_test(whole_scales_are_one_to_the_number_of_levels),
        cmocka_unit_test(codes_rise_and_differ),
        cmocka_unit_test(blocks_have_their_scale),
        cmocka_unit_test(columns_of_several_kinds),
        cmocka_unit_test(texts),
        cmocka_unit_test(other_numbers_of_levels),
        cmocka_unit_test(headers),
        cmocka_unit_test(own_lists),
        cmocka_unit_test(many_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
