/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of an answer taken apart: its words, and the number that is written beside them.
 *
 * Requirements
 * 1 A number stands before the words or behind them, in brackets, after a dash or an equals sign,
 *   before a point, a colon or a closing bracket ("5 – agree", "5=bad", "agree (5)", "Likely -
 *   10"); then it is marked as one. Set apart by a blank alone, or by nothing ("5 agree", "3
 *   times"), it is not.
 * 2 A number is digits, with at most one decimal mark, point or comma; three digits behind it may
 *   be thousands and are none, unless a 0 stands before. "80 %" is 0.8. 分, 星, 点, points, stars
 *   behind it are left away. Digits of full width count. Ranges ("18-25"), dates, times and
 *   fractions ("4/5") are words, and so is a number with a sign before it but +.
 * 3 The code that a tool puts behind an answer in brackets, "[AO05]", is left away.
 */
#ifndef SQ_ANSWER_TEXT_H
#define SQ_ANSWER_TEXT_H

#include <stdbool.h>

enum { SQ_ANSWER_BYTES = 256 };

typedef struct sq_answer_text {
    char words[SQ_ANSWER_BYTES]; /* plain (plain_text.h), without the number; "" a number alone */
    double number;               /* NaN without one */
    bool marked;                 /* requirement 1 */
} sq_answer_text;

/* False where text is no UTF-8, too long, or has two numbers that differ. */
bool sq_take_answer_apart(const char *text, sq_answer_text *out);

/* The same without looking for numbers, but requirement 3. */
bool sq_answer_words_of(const char *text, char words[SQ_ANSWER_BYTES]);

#endif
