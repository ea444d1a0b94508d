/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The compiled catalogue (GNU gettext manual, "The Format of GNU MO Files"): at 8 the number of
 * texts, at 12 and 16 the offsets of two tables of (length, offset), originals in order of bytes,
 * translations beside them. Numbers are of the machine that ran msgfmt: ours.
 */
#include "language.h"

#include "base/same_word.h"

#include <stdint.h>
#include <string.h>

extern const unsigned char zh_CN_mo[]; /* build/addin/zh_CN.mo.c */

static uint32_t number_at(uint32_t offset)
{
    uint32_t number;
    memcpy(&number, zh_CN_mo + offset, sizeof number);
    return number;
}

static const char *text_at(uint32_t table, uint32_t index)
{
    return (const char *)zh_CN_mo + number_at(table + 8 * index + 4);
}

sq_language words_language(const char *tag)
{
    return strncmp(tag, "zh", 2) == 0 ? CHINESE : ENGLISH;
}

const char *words_translate(sq_language language, const char *word)
{
    uint32_t first = 0, last = number_at(8), originals = number_at(12);
    if (language == ENGLISH || *word == '\0')
        return word;
    while (first < last) {
        uint32_t middle = first + (last - first) / 2;
        int order = strcmp(word, text_at(originals, middle));
        if (order == 0)
            return text_at(number_at(16), middle);
        if (order < 0)
            last = middle;
        else
            first = middle + 1;
    }
    return word;
}

bool words_match(const char *text, const char *word)
{
    return sq_same_word(text, word) || sq_same_word(text, words_translate(CHINESE, word));
}
