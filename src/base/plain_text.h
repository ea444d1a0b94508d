/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What respondents and analysts typed, made comparable: the words of an answer without its case,
 * punctuation, width and script variant. Shared by every function that takes words.
 *
 * Requirements
 * 1 Characters are folded as those of "the same word" (same_word.h): case by Unicode, full width,
 *   ligatures, letters and their accents apart.
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

/* The text folded only (requirement 1) with its marks: every dash is '-', every bracket '(' or ')',
 * the enumeration comma '.'. The same errors. */
bool sq_folded_text(const char *text, char folded[], size_t size);

/* A plain text without its accents: "tres" of très. False where it does not fit. */
bool sq_without_accents(const char *plain, char out[], size_t size);

/* Cuts the first of the endings (NULL at the end) that a text has off it, unless nothing would be
 * left; whether there was one. */
bool sq_cut_ending(char *text, const char *const endings[]);

#endif
