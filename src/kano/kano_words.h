/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wording of Kano answers and categories, English and Chinese, to their numbers.
 *
 * Sources of wordings (answer_lists_en.c, answer_lists_zh.c): the four answer sets that Berger et
 * al. 1993 discuss (Center for Quality of Management J. 2(4), 25–27), with the misprint "I must be
 * that way" of the answers behind tests/published/kano_features (Reppel 2022); the Chinese ones are
 * those in common use (not verified against a publication).
 *
 * Requirements
 * 1 Answers are read as all worded answers are (answer_words.h): the same header, marks of "no
 *   answer", numbers beside words. The numbers are 1 … 5; any other is SQ_OUT_OF_DOMAIN.
 * 2 Nothing is guessed: a wording that is not in the list is refused, because "I can accept it" and
 *   "I can't accept it" are little apart.
 * 3 Answers are compared by their core (answer_core.h).
 */
#ifndef SQ_KANO_WORDS_H
#define SQ_KANO_WORDS_H

#include "kano/kano.h"

/* The answer 1 like, 2 must-be, 3 neutral, 4 live with, 5 dislike that a text (UTF-8) says.
 * sq_error: SQ_NO_DATA a text without words or that says there is no answer, SQ_OUT_OF_DOMAIN a
 * number that is not 1 … 5, SQ_UNDEFINED a wording that is not known or contradicts its number. */
double sq_kano_code(const char *text);

/* The category that a letter or word names (A, attractive, 魅力型 …); SQ_KANO_NONE for any other
 * text. */
sq_kano_category sq_kano_category_of_word(const char *text);

#endif
