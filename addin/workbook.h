/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the workbook says of itself, in its custom document properties: SQ.Language, the language of
 * words in results ("zh-CN"; English without it), and SQ.Missing, the codes that stand for no answer
 * ("-99;99").
 */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include "call.h"

/* A word of a result in the workbook's language: UTF-8 that lives as long as the add-in. word is
 * marked with N_ where it stands. */
const char *call_translate(sq_call *call, const char *word);

/* The codes that the workbook names. */
const missing_codes *call_missing_codes(sq_call *call);

#endif
