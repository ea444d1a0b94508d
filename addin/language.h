/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of results in Chinese, and the words of arguments back: the gettext catalogue
 * addin/po/zh_CN.po, compiled by msgfmt and linked into the add-in. The language of a result is the
 * workbook's, which no locale of the process knows, so the lookup is by language and not by locale.
 */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include <stdbool.h>

typedef enum sq_language { ENGLISH, CHINESE } sq_language;

/* The language of a tag such as "zh-CN" or "en-US"; what is not Chinese is English. */
sq_language words_language(const char *tag);

/* The word in that language; the word itself where there is no translation. */
const char *words_translate(sq_language language, const char *word);

/* Whether a text is that word, in English or in Chinese, whatever its case. */
bool words_match(const char *text, const char *word);

#endif
