/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One call of one function from Calc, as everything on this floor knows it.
 *
 * A wrapper asks for its arguments (arguments.h), computes with src and returns its result
 * (result.h); every step gives an sq_status, and the first that is not SQ_OK is the wrapper's own
 * (SQ_TRY). Nothing is freed by hand: memory of the call lives until the call ends. Files stand on a
 * ladder, each knowing those before it alone: uno, call, text, language and workbook, range,
 * arguments and result, run.
 */
#ifndef CALL_H
#define CALL_H

#include "base/arena.h"
#include "base/status.h"
#include "catalogue.h"
#include "uno.h"

#include <stdbool.h>
#include <stddef.h>

/* Codes that stand for no answer in this workbook. */
enum { MISSING_CODES_MAX = 32 };
typedef struct missing_codes {
    double numbers[MISSING_CODES_MAX];
    size_t count;
    bool known; /* whether the workbook was asked */
} missing_codes;

typedef struct sq_call {
    const sq_function *function;
    uno_Interface *document; /* the caller's model, or NULL */
    void **arguments;        /* as binary UNO hands them over, in the order of the descriptor */
    uno_Any *result;         /* constructed once there is one */
    bool has_result;
    int language;    /* of the workbook; -1 until a word is needed */
    sq_arena memory; /* what lives until the call ends */
    missing_codes missing;
    size_t row, column; /* of the table: where the next cell is put (result.h) */
} sq_call;

/* n × size bytes, zeroed, until the call ends; NULL if they cannot be had. */
static inline void *call_memory(sq_call *call, size_t n, size_t size)
{
    return sq_take(&call->memory, n, size);
}

#endif
