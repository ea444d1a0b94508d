/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One call from beginning to end.
 */
#ifndef RUN_H
#define RUN_H

#include "call.h"

/* Runs a function: document is the caller's model (may be NULL), arguments the values as binary
 * UNO hands them over, in the order of the descriptor; result is constructed, whatever happens. */
void call_run(const sq_function *function, uno_Interface *document, void *arguments[],
              uno_Any *result);

#endif
