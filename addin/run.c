/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include "result.h"

void call_run(const sq_function *function, uno_Interface *document, void *arguments[],
              uno_Any *result)
{
    sq_call call = {function, document, arguments, result, false, -1, {NULL}, {.count = 0}};
    sq_status status = function->call(&call);
    if (status == SQ_OK)
        status = call_finish_table(&call);
    if (status != SQ_OK || !call.has_result) {
        if (call.has_result)
            uno_any_destruct(result, NULL);
        call.has_result = false;
        call_return_number(&call, sq_error(status == SQ_OK ? SQ_UNDEFINED : status));
    }
    sq_release(&call.memory);
}
