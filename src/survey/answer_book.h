/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one text says, before it is known on which scale: a number, a wording of the lists, no
 * answer, or nothing that is known. The one reader behind every function that takes answers in
 * words.
 */
#ifndef SQ_ANSWER_BOOK_H
#define SQ_ANSWER_BOOK_H

#include "base/arena.h"
#include "base/status.h"
#include "survey/answer_lists.h"

#include <stdbool.h>
#include <stdint.h>

/* An analyst's own list: words[count], NULL for none, and their numbers[count]; NaN: no answer. */
typedef struct sq_answer_list {
    const char *const *words;
    const double *numbers;
    size_t count;
} sq_answer_list;

/* Where a wording stands. Those of one wording are linked by next. */
typedef struct sq_place {
    uint8_t scale, level, language, meaning; /* meaning: which of its level's in that language */
    int32_t next;                            /* −1 at the end */
} sq_place;

typedef struct sq_known_word {
    const char *word;
    uint32_t length;
    int32_t places; /* the first */
    uint32_t kinds; /* mask of sq_answer_kind */
} sq_known_word;

typedef struct sq_answer_book {
    sq_known_word *words;
    sq_place *places; /* as many as words at most */
    int32_t *slots;   /* hash table of words, −1 empty */
    size_t count, place_count, slot_count;
    const sq_answer_list *list; /* NULL: the lists of answer_lists.h */
    char (*list_words)[256];    /* plain words of the own list; behind them those without accents */
} sq_answer_book;

/* Opens the lists of some kinds (mask), or an own list, which lives as long as the book, in
 * memory of the arena. */
sq_status sq_answer_book_open(sq_arena *memory, sq_answer_book *book, uint32_t kinds,
                              const sq_answer_list *list);

typedef enum sq_said {
    SQ_SAID_NOTHING, /* no words, or that there is no answer */
    SQ_SAID_NUMBER,  /* a number alone, a wording of the own list, or a number marked as one beside
                        words that are not known: its code */
    SQ_SAID_WORDING, /* of the lists, perhaps with a number beside it */
    SQ_SAID_UNKNOWN
} sq_said;

typedef struct sq_reading {
    sq_said said;
    double number; /* NaN without one */
    int32_t word;  /* of the book, where a wording was said; else −1 */
    bool beside;   /* the number stands beside words that are not known */
} sq_reading;

sq_reading sq_read_answer(const sq_answer_book *book, const char *text);

#endif
