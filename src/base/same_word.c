/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/same_word.h"

#include "base/utf8.h"

#include <string.h>

typedef struct fold_run {
    uint16_t first, last, step, target;
} fold_run;

typedef struct fold_sequence {
    uint16_t point, becomes[SQ_FOLD_MOST];
} fold_sequence;

#include "base/fold_table.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The character that a run makes of one; the same where none does. Runs of step 2 lie between each
 * other, so the one found by its first character may not hold it, and an earlier one may. */
static uint32_t fold_by_run(uint32_t point)
{
    enum { INTERLEAVED = 2 };
    size_t low = 0, high = LENGTH(fold_runs);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fold_runs[middle].first <= point)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i-- > 0 && low - i <= INTERLEAVED;) {
        const fold_run *run = &fold_runs[i];
        if (point <= run->last && (point - run->first) % run->step == 0)
            return run->target + (point - run->first);
    }
    return point;
}

static const fold_sequence *find_sequence(uint32_t point)
{
    size_t low = 0, high = LENGTH(fold_sequences);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fold_sequences[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < LENGTH(fold_sequences) && fold_sequences[low].point == point ? &fold_sequences[low]
                                                                              : NULL;
}

/* A Hangul syllable into its letters (The Unicode Standard, 3.12); how many. */
static size_t take_syllable_apart(uint32_t point, uint32_t out[])
{
    enum { SYLLABLES = 0xAC00, LAST = 0xD7A3, LEAD = 0x1100, VOWEL = 0x1161, TAIL = 0x11A7 };
    enum { VOWELS = 21, TAILS = 28 };
    uint32_t index = point - SYLLABLES;
    if (point < SYLLABLES || point > LAST)
        return 0;
    out[0] = LEAD + index / (VOWELS * TAILS);
    out[1] = VOWEL + index / TAILS % VOWELS;
    out[2] = TAIL + index % TAILS;
    return out[2] == TAIL ? 2 : 3;
}

/* What a character becomes; how many characters, at most SQ_FOLD_MOST. */
static size_t fold_character(uint32_t point, uint32_t out[])
{
    const fold_sequence *sequence;
    size_t count = take_syllable_apart(point, out);
    if (point < 0x80) { /* most of all characters: no table is asked */
        out[0] = point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
        return 1;
    }
    sequence = find_sequence(point);
    if (count > 0)
        return count;
    if (!sequence) {
        out[0] = fold_by_run(point);
        return 1;
    }
    while (count < SQ_FOLD_MOST && sequence->becomes[count] != 0) {
        out[count] = sequence->becomes[count];
        count++;
    }
    return count;
}

static bool is_without_width(uint32_t point)
{
    return point == 0xAD || point == 0x34F || point == 0x61C ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x2064) || (point >= 0xFE00 && point <= 0xFE0F) ||
           point == 0xFEFF;
}

static bool is_blank(uint32_t point)
{
    return (point >= '\t' && point <= '\r') || point == ' ' || point == 0x85 || point == 0xA0 ||
           point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
           point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

sq_fold sq_fold_begin(sq_stretch text)
{
    return (sq_fold){.at = text.start, .end = text.start + text.length};
}

uint32_t sq_fold_next(sq_fold *fold)
{
    bool blank = false;
    if (fold->next < fold->count)
        return fold->waiting[fold->next++];
    while (fold->at < fold->end) {
        uint32_t point;
        size_t bytes = sq_utf8_decode(fold->at, (size_t)(fold->end - fold->at), &point);
        if (bytes == 0) {
            point = 0x110000 + (unsigned char)*fold->at;
            bytes = 1;
        }
        fold->at += bytes;
        if (is_blank(point))
            blank = true;
        if (is_blank(point) || is_without_width(point))
            continue;
        fold->next = 0;
        fold->count = fold_character(point, fold->waiting);
        if (blank && fold->begun) { /* the blank first */
            memmove(fold->waiting + 1, fold->waiting, fold->count * sizeof *fold->waiting);
            fold->waiting[0] = ' ';
            fold->count++;
        }
        fold->begun = true;
        return fold->waiting[fold->next++];
    }
    return 0;
}

int sq_compare_stretches(sq_stretch first, sq_stretch second)
{
    sq_fold a = sq_fold_begin(first), b = sq_fold_begin(second);
    uint32_t x, y;
    do {
        x = sq_fold_next(&a);
        y = sq_fold_next(&b);
    } while (x == y && x != 0);
    return (x > y) - (x < y);
}

static sq_stretch whole(const char *word)
{
    return (sq_stretch){word ? word : "", word ? strlen(word) : 0};
}

int sq_compare_words(const char *first, const char *second)
{
    return sq_compare_stretches(whole(first), whole(second));
}

/* Whether what is left of text begins with all of part. */
static bool begins_with(sq_fold text, const char *part)
{
    sq_fold wanted = sq_fold_begin((sq_stretch){part, strlen(part)});
    for (uint32_t point; (point = sq_fold_next(&wanted)) != 0;)
        if (sq_fold_next(&text) != point)
            return false;
    return true;
}

bool sq_word_within(const char *text, const char *part)
{
    sq_fold at = sq_fold_begin((sq_stretch){text, strlen(text)});
    do
        if (begins_with(at, part))
            return true;
    while (sq_fold_next(&at) != 0);
    return false;
}
