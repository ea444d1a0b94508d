/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The usual names of the constructs of satisfaction indices, in English and Chinese, and the codes
 * that papers number their items by: "Perceived quality", 感知质量 and PERQ3 all mean Quality.
 *
 * Requirements
 * 1 A word means a construct of a model if it is its name; else if the two are names of the same
 *   thing (construct_words.c) and no other construct of the model is.
 * 2 A number at the end of a word, with what parts it from the word, counts the items and does not
 *   matter: IMAG1, Image 1, image_1. A name that ends in a number itself is found first.
 * 3 Words are compared as same_word.h says.
 */
#ifndef SQ_CONSTRUCT_WORDS_H
#define SQ_CONSTRUCT_WORDS_H

#include "base/same_word.h"

/* Which construct a word means; SQ_NOWHERE: none, or several. */
size_t sq_find_construct(sq_stretch word, size_t constructs, const char *const names[]);

/* Which construct is the satisfaction one: the one with a usual name (Satisfaction, Customer
 * satisfaction, CSI, SAT, 满意度, 顾客满意度, …), else the only one whose name speaks of
 * satisfaction; SQ_NOWHERE: none, or several. */
size_t sq_find_satisfaction(size_t constructs, const char *const names[]);

#endif
