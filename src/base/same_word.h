/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "The same word": the one notion of it, for labels of dimensions and groups, words of options,
 * names of constructs. To the analyst Äußeres, äußeres and ÄUSSERES are one, and so are ТОН and
 * тон, Ｑ１ and Q1, an é in one character and in two.
 *
 * Requirements
 * 1 Case is folded by Unicode (full folding: ß is ss, the final sigma a sigma); full and half width,
 *   ligatures and other compatibility forms are what they stand for; a letter with its accent is
 *   the same composed or in parts. An accent that is there and one that is not differ.
 * 2 Blanks at the ends do not count, those within count as one, whatever their kind; characters
 *   without width (byte order mark, soft hyphen, joiners) do not count.
 * 3 The order is that of the folded code points: no locale has a say.
 * 4 Text that is no UTF-8 is compared byte by byte.
 */
#ifndef SQ_SAME_WORD_H
#define SQ_SAME_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 0 the same word, else negative or positive by the order of requirement 3. NULL is a blank. */
int sq_compare_words(const char *first, const char *second);

static inline bool sq_same_word(const char *first, const char *second)
{
    return sq_compare_words(first, second) == 0;
}

/* Whether the characters of part stand together somewhere in text. */
bool sq_word_within(const char *text, const char *part);

/* A part of a text, which need not end with a zero. */
typedef struct sq_stretch {
    const char *start;
    size_t length; /* bytes */
} sq_stretch;

int sq_compare_stretches(sq_stretch first, sq_stretch second);

/* The folded characters of a text, one after the other. */
enum { SQ_FOLD_MOST = 4 };
typedef struct sq_fold {
    const char *at, *end;
    uint32_t waiting[SQ_FOLD_MOST + 1]; /* what the last character became, still to be handed out */
    size_t next, count;
    bool begun; /* a character that is no blank was handed out */
} sq_fold;

sq_fold sq_fold_begin(sq_stretch text);

/* The next character; 0 at the end. A byte that is no UTF-8 is 0x110000 + its value. */
uint32_t sq_fold_next(sq_fold *fold);

#endif
