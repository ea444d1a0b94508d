/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What respondents and analysts typed, made comparable: the words of an answer without its case,
 * punctuation, width and script variant. Shared by every function that takes words.
 *
 * Requirements
 * 1 ASCII letters become small; letters and digits of full width become ASCII.
 * 2 Apostrophes of every shape disappear, so that can't and can’t are both cant. Other punctuation
 *   and every blank (no-break and ideographic too) part words: one space between words, none at
 *   the ends and none beside a Chinese character.
 * 3 The traditional characters of the wordings this project knows become the simplified ones. Every
 *   other character stays.
 */
#ifndef SQ_PLAIN_TEXT_H
#define SQ_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the words of text (UTF-8, zero-terminated) into plain, zero-terminated. False, and plain
 * empty, where text is no UTF-8 or its words do not fit into size bytes (size > 0). */
bool sq_plain_text(const char *text, char plain[], size_t size);

#endif
