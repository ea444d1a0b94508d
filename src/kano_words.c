/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kano_words.h"

#include "answer_words.h"
#include "plain_text.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST = SQ_ANSWER_BYTES };

typedef struct wording {
    int meaning;
    const char *core;
} wording;

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

static const char *const english_openings[] = {"i am ", "i ", "it ", "this ", "that ", NULL};
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

bool sq_core_of_answer(const char *plain, char core[SQ_ANSWER_BYTES])
{
    char text[SQ_ANSWER_BYTES];
    if (!spell(plain, text))
        return false;
    cut_ending(text, english_endings);
    while (cut_ending(text, chinese_endings)) {
    }
    strcpy(core, without_opening(without_opening(text, english_openings), chinese_openings));
    return true;
}

static int look_up(const wording list[], const char *text)
{
    size_t i = 0;
    while (list[i].core && strcmp(list[i].core, text) != 0)
        i++;
    return list[i].meaning;
}

double sq_kano_code(const char *text)
{
    double code;
    bool header;
    const sq_answer_block block = {&text, NULL, 1, 1};
    sq_status status = sq_answer_codes(&block, &(sq_answer_options){.kano = true}, &code, &header);
    return status == SQ_OK ? code : sq_error(status);
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
