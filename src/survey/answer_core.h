/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The core of a Kano answer's wording: what does not tell such answers apart is left away ("I … that
 * way", 我…这样), and a few misspellings are mended. The lists of wordings hold cores.
 */
#ifndef SQ_ANSWER_CORE_H
#define SQ_ANSWER_CORE_H

#include "survey/answer_text.h"

/* The core of plain words (plain_text.h). False where it does not fit. */
bool sq_core_of_answer(const char *plain, char core[SQ_ANSWER_BYTES]);

#endif
