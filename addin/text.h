/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of the office as UTF-8, and numbers as texts, in memory of the call.
 */
#ifndef TEXT_H
#define TEXT_H

#include "call.h"

/* A copy of a string as UTF-8, without blanks at its ends; NULL if the memory cannot be had. */
const char *call_utf8(sq_call *call, const rtl_uString *string);

/* A number as people write it; NULL if the memory cannot be had. */
const char *call_number_text(sq_call *call, double number);

#endif
