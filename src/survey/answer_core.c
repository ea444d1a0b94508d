/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/answer_core.h"

#include "base/plain_text.h"

#include <stddef.h>
#include <string.h>

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

/* Every word of plain as it is usually written; false where that does not fit. */
static bool spell(const char *plain, char spelled[SQ_ANSWER_BYTES])
{
    size_t used = 0;
    while (*plain) {
        size_t length = strcspn(plain, " "), gap = plain[length] == ' ', size;
        const char *word = meant(plain, length);
        size = word ? strlen(word) : length;
        if (size + gap >= SQ_ANSWER_BYTES - used)
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

bool sq_core_of_answer(const char *plain, char core[SQ_ANSWER_BYTES])
{
    char text[SQ_ANSWER_BYTES];
    if (!spell(plain, text))
        return false;
    sq_cut_ending(text, english_endings);
    while (sq_cut_ending(text, chinese_endings)) {
    }
    strcpy(core, without_opening(without_opening(text, english_openings), chinese_openings));
    return true;
}
