/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wordings of rating scales, as survey tools export them, to numbers: agreement, satisfaction,
 * frequency, likelihood, quality and importance, in English and Chinese, of five or seven levels.
 *
 * Requirements
 * 1 Case, punctuation, apostrophes, full width and traditional characters do not matter
 *   (plain_text.h).
 * 2 Nothing is guessed. A wording that is not in the list is refused, and so is one that scales in
 *   common use place differently ("good" is 3 of poor–fair–good–very good–excellent and 4 of
 *   others); its analyst gives the list (sq_answer_code_in).
 * 3 A number as text is itself ("4", "4.0", "4分", "4 stars"). A number or a letter before or a
 *   number behind a wording ("5 – Strongly agree", "A.非常同意", "非常同意（5分）") is left away; a
 *   number that says something else than the wording refuses the answer. So is the code that a
 *   survey tool puts behind it ("Strongly agree [AO05]").
 * 4 "N/A", "not applicable", "(跳过)" and their like are no answer, unless a list says otherwise.
 */
#ifndef SQ_ANSWER_WORDS_H
#define SQ_ANSWER_WORDS_H

#include "status.h"

#include <stddef.h>

/* The level 1 … levels that a text (UTF-8) says; levels is 5 or 7. sq_error: SQ_NO_DATA a text
 * without words or that says there is no answer, SQ_UNDEFINED a wording that is not known or
 * contradicts its number. */
double sq_answer_code(const char *text, int levels);

/* The same by a list: words[count] and their numbers[count]; NULL words are none. */
double sq_answer_code_in(const char *text, const char *const words[], const double numbers[],
                         size_t count);

/* For tests: the wordings of a scale and level, apart by '|', NULL behind the last scale. */
const char *sq_answer_wordings(size_t scale, int level, int *levels);

#endif
