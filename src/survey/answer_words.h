/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers in words, as survey tools export them, to numbers: a block of them at once, because only
 * the block tells on which scale its wordings are. Agreement, satisfaction, frequency, likelihood,
 * quality, importance, performance against expectations, ease, degree; in English and Chinese; and
 * the answers of Kano's questionnaire.
 *
 * Requirements
 * 1 Case, punctuation, apostrophes, width, traditional characters do not matter (plain_text.h),
 *   nor a letter that only counts ("A.非常同意"); accents may be missing.
 * 2 Nothing is guessed. A wording that is not in the lists is SQ_UNDEFINED, and so is one that the
 *   scales it could be on place differently (answer_scale.h); its analyst says how many levels
 *   there are, or gives the list.
 * 3 The scale is that of the block: columns that ask for the same kind of thing are read together.
 *   A wording that several kinds share ("neutral") belongs to the kinds of its column, or else of
 *   the block.
 * 4 A number written beside words (answer_text.h) is the code, on whatever scale. It is refused
 *   where the words are known and no scale that rises with them has it there, or where it runs
 *   against the other numbers of the block. Beside words that are not known it must be marked.
 * 5 "N/A", "don't know", "(跳过)", "–" and their like are no answer (SQ_NO_DATA), unless an own list
 *   says otherwise. An own list holds alone: its wordings have its numbers.
 * 6 A first row of texts of which none is an answer is the header. A text with a number and words
 *   that are not known ("1、服务") is an answer only where the answers under it have that form, too,
 *   and it is among them or they hardly recur.
 */
#ifndef SQ_ANSWER_WORDS_H
#define SQ_ANSWER_WORDS_H

#include "survey/answer_book.h"

typedef struct sq_answer_block {
    const char *const *texts; /* [rows × columns], UTF-8, NULL where blank; of numbers their text */
    const double *numbers;    /* [rows × columns] NaN where the cell holds no number; NULL: none */
    size_t rows, columns;
} sq_answer_block;

typedef struct sq_answer_options {
    int levels;                 /* 4 … 7, 10 (1 … 10), 11 (0 … 10); 0: not given */
    bool kano;                  /* answers of Kano's questionnaire */
    const sq_answer_list *list; /* NULL: none */
} sq_answer_options;

enum {
    SQ_MOST_WORDINGS =
        1 << 18,              /* distinct texts: each takes some 15 μs, and no scale has so many */
    SQ_MOST_CHOICES = 1 << 24 /* columns × wordings chosen: 9 bytes each */
};

/* The codes, codes[rows × columns]: SQ_NO_DATA where there is no answer (also of the header),
 * SQ_UNDEFINED where it is not understood, for Kano SQ_OUT_OF_DOMAIN of other numbers than 1 … 5.
 * Every distinct text is read once. Errors: SQ_BAD_ARGUMENT another number of levels,
 * SQ_OUT_OF_DOMAIN more texts than there can be wordings, SQ_NO_MEMORY. */
sq_status sq_answer_codes(const sq_answer_block *block, const sq_answer_options *options,
                          double codes[], bool *header);

#endif
