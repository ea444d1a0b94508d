/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who or what a figure goes without, in words: "left out: new (n = 1), old (no spread) …".
 */
#ifndef LEFT_OUT_H
#define LEFT_OUT_H

#include "call.h"

typedef struct left_out {
    sq_call *call;
    const char *text; /* NULL: nobody */
    size_t count;
} left_out;

/* Adds one of n respondents to those left out; from two on it is for want of spread. Errors:
 * SQ_NO_MEMORY. */
sq_status leave_out(left_out *list, const char *name, size_t n);

#endif
