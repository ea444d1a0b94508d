/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wording is reduced twice: to plain text, then to its core, without what does not tell answers
 * apart ("I … that way", 我…这样). The lists hold cores.
 */
#include "kano_words.h"

#include "plain_text.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST = 256 }; /* bytes of a wording */

typedef struct wording {
    int meaning;
    const char *core;
} wording;

static const wording answers[] = {
    {1, "like"},
    {1, "like it"},
    {1, "like that"},
    {1, "like this"},
    {1, "like it very much"},
    {1, "like it a lot"},
    {1, "really like it"},
    {1, "would like it"},
    {1, "enjoy"},
    {1, "enjoy it"},
    {1, "would enjoy it"},
    {1, "love it"},
    {1, "would love it"},
    {1, "would be very helpful to me"},
    {1, "very helpful to me"},
    {1, "very helpful"},
    {1, "喜欢"},
    {1, "很喜欢"},
    {1, "非常喜欢"},
    {1, "喜爱"},
    {2, "must be"},
    {2, "must have"},
    {2, "must have it"},
    {2, "should be"},
    {2, "has to be"},
    {2, "expect"},
    {2, "expect it"},
    {2, "expect that"},
    {2, "expect this"},
    {2, "expected"},
    {2, "is expected"},
    {2, "am expecting it"},
    {2, "is a basic necessity or i expect it"},
    {2, "is a basic necessity"},
    {2, "basic necessity"},
    {2, "is a basic requirement for me"},
    {2, "is a basic requirement"},
    {2, "basic requirement for me"},
    {2, "basic requirement"},
    {2, "必须"},
    {2, "必需"},
    {2, "必须有"},
    {2, "必须要有"},
    {2, "必要"},
    {2, "理应"},
    {2, "理当"},
    {2, "理所当然"},
    {2, "应该"},
    {2, "应当"},
    {2, "本应"},
    {2, "本该"},
    {2, "本来就应该"},
    {2, "期望"},
    {3, "neutral"},
    {3, "am neutral"},
    {3, "feel neutral"},
    {3, "indifferent"},
    {3, "am indifferent"},
    {3, "do not care"},
    {3, "would not affect me"},
    {3, "does not affect me"},
    {3, "does not matter"},
    {3, "does not matter to me"},
    {3, "no preference"},
    {3, "have no preference"},
    {3, "无所谓"},
    {3, "感到无所谓"},
    {3, "中立"},
    {3, "保持中立"},
    {3, "是中立"},
    {3, "不在乎"},
    {3, "没感觉"},
    {3, "没有感觉"},
    {4, "live with"},
    {4, "live with it"},
    {4, "can live with"},
    {4, "can live with it"},
    {4, "can live with that"},
    {4, "can live with this"},
    {4, "could live with it"},
    {4, "dislike it but i can live with it"},
    {4, "dislike it but can live with it"},
    {4, "do not like it but i can live with it"},
    {4, "would be a minor inconvenience"},
    {4, "is a minor inconvenience"},
    {4, "minor inconvenience"},
    {4, "tolerate"},
    {4, "tolerate it"},
    {4, "can tolerate"},
    {4, "can tolerate it"},
    {4, "can tolerate that"},
    {4, "can tolerate this"},
    {4, "can accept"},
    {4, "can accept it"},
    {4, "忍受"},
    {4, "能忍受"},
    {4, "能够忍受"},
    {4, "可以忍受"},
    {4, "可忍受"},
    {4, "还能忍受"},
    {4, "勉强忍受"},
    {4, "勉强能忍受"},
    {4, "勉强可以忍受"},
    {4, "能容忍"},
    {4, "能够容忍"},
    {4, "可以容忍"},
    {4, "能接受"},
    {4, "能够接受"},
    {4, "可以接受"},
    {4, "可接受"},
    {4, "勉强接受"},
    {4, "勉强能接受"},
    {4, "勉强可以接受"},
    {4, "可以勉强接受"},
    {4, "能将就"},
    {4, "可以将就"},
    {4, "将就"},
    {5, "dislike"},
    {5, "dislike it"},
    {5, "dislike that"},
    {5, "dislike this"},
    {5, "dislike it very much"},
    {5, "strongly dislike it"},
    {5, "would dislike it"},
    {5, "do not like"},
    {5, "do not like it"},
    {5, "do not like that"},
    {5, "do not like this"},
    {5, "would not like it"},
    {5, "hate it"},
    {5, "can not accept it"},
    {5, "can not tolerate it"},
    {5, "can not live with it"},
    {5, "dislike it and i can not accept it"},
    {5, "dislike it and can not accept it"},
    {5, "would be a major problem for me"},
    {5, "is a major problem for me"},
    {5, "major problem for me"},
    {5, "major problem"},
    {5, "不喜欢"},
    {5, "很不喜欢"},
    {5, "非常不喜欢"},
    {5, "讨厌"},
    {5, "很讨厌"},
    {5, "不能忍受"},
    {5, "无法忍受"},
    {5, "不能接受"},
    {5, "无法接受"},
    {0, NULL},
};

static const wording categories[] = {
    {SQ_KANO_A, "a"},
    {SQ_KANO_A, "attractive"},
    {SQ_KANO_A, "delighter"},
    {SQ_KANO_A, "魅力"},
    {SQ_KANO_A, "兴奋"},
    {SQ_KANO_O, "o"},
    {SQ_KANO_O, "one dimensional"},
    {SQ_KANO_O, "performance"},
    {SQ_KANO_O, "期望"},
    {SQ_KANO_O, "一维"},
    {SQ_KANO_M, "m"},
    {SQ_KANO_M, "must be"},
    {SQ_KANO_M, "basic"},
    {SQ_KANO_M, "必备"},
    {SQ_KANO_M, "基本"},
    {SQ_KANO_I, "i"},
    {SQ_KANO_I, "indifferent"},
    {SQ_KANO_I, "无差异"},
    {SQ_KANO_R, "r"},
    {SQ_KANO_R, "reverse"},
    {SQ_KANO_R, "反向"},
    {SQ_KANO_R, "逆向"},
    {SQ_KANO_Q, "q"},
    {SQ_KANO_Q, "questionable"},
    {SQ_KANO_Q, "可疑"},
    {SQ_KANO_Q, "疑问"},
    {SQ_KANO_Q, "有疑问"},
    {SQ_KANO_NONE, NULL},
};

/* Words written in more than one way, contractions and misspellings, as plain text has them. */
static const struct {
    const char *written, *meant;
} spellings[] = {
    {"im", "i am"},
    {"id", "i would"},
    {"ill", "i will"},
    {"its", "it is"},
    {"dont", "do not"},
    {"doesnt", "does not"},
    {"wouldnt", "would not"},
    {"couldnt", "could not"},
    {"cant", "can not"},
    {"cannot", "can not"},
    {"livewith", "live with"},
    {"mustbe", "must be"},
    {"tollerate", "tolerate"},
    {"tolarate", "tolerate"},
    {"nuetral", "neutral"},
    {"netural", "neutral"},
    {"neutrel", "neutral"},
    {"dislke", "dislike"},
    {"disike", "dislike"},
    {"expct", "expect"},
    {"exepct", "expect"},
};

static const char *const english_openings[] = {"i ", "it ", "this ", "that ", NULL};
static const char *const english_endings[] = {" to be that way", " to be this way", " that way",
                                              " this way", NULL};
static const char *const chinese_openings[] = {"我觉得", "我认为", "我感觉", "我会",
                                               "我对此", "我",     "它",     NULL};
static const char *const chinese_endings[] = {"是这样", "这样", "如此", "它", "的", NULL};

static const char *meant(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (strlen(spellings[i].written) == length &&
            strncmp(spellings[i].written, word, length) == 0)
            return spellings[i].meant;
    return NULL;
}

/* Every word of plain as it is usually written; false where that does not fit into LONGEST. */
static bool spell(const char *plain, char spelled[LONGEST])
{
    size_t used = 0;
    while (*plain) {
        size_t length = strcspn(plain, " "), gap = plain[length] == ' ', size;
        const char *word = meant(plain, length);
        size = word ? strlen(word) : length;
        if (size + gap >= LONGEST - used)
            return false;
        memcpy(spelled + used, word ? word : plain, size);
        used += size;
        if (gap)
            spelled[used++] = ' ';
        plain += length + gap;
    }
    spelled[used] = '\0';
    return true;
}

static const char *without_opening(const char *text, const char *const openings[])
{
    for (size_t i = 0; openings[i]; i++) {
        size_t length = strlen(openings[i]);
        if (strncmp(text, openings[i], length) == 0 && text[length] != '\0')
            return text + length;
    }
    return text;
}

/* Cuts one ending off text; whether there was one. */
static bool cut_ending(char *text, const char *const endings[])
{
    size_t size = strlen(text);
    for (size_t i = 0; endings[i]; i++) {
        size_t length = strlen(endings[i]);
        if (length < size && strcmp(text + size - length, endings[i]) == 0) {
            text[size - length] = '\0';
            return true;
        }
    }
    return false;
}

static const char *core(char *text)
{
    cut_ending(text, english_endings);
    while (cut_ending(text, chinese_endings)) {
    }
    return without_opening(without_opening(text, english_openings), chinese_openings);
}

static int look_up(const wording list[], const char *text)
{
    size_t i = 0;
    while (list[i].core && strcmp(list[i].core, text) != 0)
        i++;
    return list[i].meaning;
}

/* 1 … 5, or 0 where the wording is not in the list. */
static int answer_of_wording(const char *plain)
{
    char spelled[LONGEST];
    return spell(plain, spelled) ? look_up(answers, core(spelled)) : 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether text is nothing but a number, such as " 4", "4.0" or "-2"; *value is 1 … 5 or 0 for any
 * other number. */
static bool read_number(const char *text, int *value)
{
    size_t digits = 0;
    bool negative, fraction = false;
    *value = 0;
    text += strspn(text, " \t\r\n");
    negative = *text == '-';
    text += *text == '-' || *text == '+';
    for (; is_digit(*text); text++, digits++)
        *value = *value > 9 ? 10 : 10 * *value + (*text - '0');
    if (digits > 0 && (*text == '.' || *text == ','))
        for (text++; is_digit(*text); text++)
            fraction = fraction || *text != '0';
    text += strspn(text, " \t\r\n");
    if (negative || fraction || *value > SQ_KANO_ANSWERS)
        *value = 0;
    return digits > 0 && *text == '\0';
}

/* A text of one character of full width (UTF-8: EF BC …), known to be a digit otherwise. */
static bool is_one_wide_digit(const char *text)
{
    return strlen(text) == 3 && strncmp(text, "\xEF\xBC", 2) == 0;
}

double sq_kano_code(const char *text)
{
    char plain[LONGEST];
    const char *wording_part = plain;
    int number = 0, answer;
    if (read_number(text, &number))
        return number > 0 ? number : sq_error(SQ_OUT_OF_DOMAIN);
    if (!sq_plain_text(text, plain, sizeof plain))
        return sq_error(SQ_BAD_ARGUMENT);
    if (plain[0] == '\0')
        return sq_error(SQ_NO_DATA);
    number = 0;
    if (is_digit(plain[0]) && !is_digit(plain[1])) {
        number = plain[0] - '0';
        wording_part += plain[1] == ' ' ? 2 : 1;
        if (*wording_part == '\0' && is_one_wide_digit(text))
            return number > 0 && number <= SQ_KANO_ANSWERS ? number : sq_error(SQ_OUT_OF_DOMAIN);
    }
    answer = answer_of_wording(wording_part);
    if (answer == 0 || (wording_part != plain && number != answer))
        return sq_error(SQ_BAD_ARGUMENT);
    return answer;
}

sq_kano_category sq_kano_category_of_word(const char *text)
{
    static const char *const endings[] = {" quality", " attribute", " requirement", "需求", "要求",
                                          "属性",     "质量",       "品质",         "因素", "型",
                                          NULL};
    char plain[LONGEST];
    if (!sq_plain_text(text, plain, sizeof plain))
        return SQ_KANO_NONE;
    while (cut_ending(plain, endings)) {
    }
    return (sq_kano_category)look_up(categories, plain);
}
