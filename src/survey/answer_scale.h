/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scale that a set of wordings is on, and their numbers on it. Every wording that people chose
 * among the answers to questions of one kind (agreement, say) has been read before.
 *
 * Requirements
 * 1 A scale fits where every wording stands on it and no two of one language share a level; written
 *   numbers beside wordings, and numbers among the answers, are its numbers.
 * 2 The number of levels given: the scales that have so many. 10 and 11 are 1 … 10 and 0 … 10 with
 *   the wordings at their ends.
 * 3 Else a scale whose every level was chosen, if there is one: so four wordings without a middle
 *   are 1 … 4, and seven are 1 … 7. Where an unknown wording stands among the answers it might be
 *   the level that is missing, so then requirement 4 must agree.
 * 4 Else the usual scale of five levels of that kind, if it fits.
 * 5 Else all scales that fit and have a middle, and 1 … 10 and 0 … 10 where a number above 5, or 0,
 *   stands among the answers. Scales of four and six levels are only taken by 2 and 3; one
 *   whose ends go beyond the usual ones ("totally agree") only where one of them was chosen.
 * 6 A wording has a number where all scales so found give it the same; else it is SQ_UNDEFINED. So
 *   codes never depend on the order of the answers, rise with the levels, and differ where the
 *   meanings do.
 */
#ifndef SQ_ANSWER_SCALE_H
#define SQ_ANSWER_SCALE_H

#include "survey/answer_book.h"

#include <stddef.h>

/* What was chosen among the answers to questions of one kind. */
typedef struct sq_chosen {
    sq_answer_kind kind;
    const int32_t *words; /* [count] of the book, each once */
    const double *beside; /* [count] the number written beside each; NaN without one */
    size_t count;
    unsigned int numbers; /* bit v: the number v, 0 … 10, stands among the answers by itself */
    bool unknown;         /* a wording that is not known stands among them */
} sq_chosen;

/* The code of each wording, code[count]; levels 4 … 7, 10, 11, or 0 for not given. SQ_NO_DATA where
 * no scale of the kind with so many levels has the wording: then the kind has no say. */
void sq_answer_scale_codes(const sq_answer_book *book, const sq_chosen *chosen, int levels,
                           double code[]);

/* Whether a number may stand beside a wording: whether some scale that rises with the wordings has
 * it there. zero: a 0 is written beside some wording of the block, so that scales may begin with
 * it.
 */
bool sq_number_may_stand(const sq_answer_book *book, int32_t word, double number, bool zero);

/* Whether two wordings with their numbers can stand on one scale: their order is the same, and they
 * share a number where they share a meaning only. True where no scale has both. */
bool sq_numbers_agree(const sq_answer_book *book, int32_t first, double first_number,
                      int32_t second, double second_number);

#endif
