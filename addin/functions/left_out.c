/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/left_out.h"

#include "workbook.h"

#include <stdio.h>
#include <string.h>

enum { MOST_NAMED = 10 };

sq_status leave_out(left_out *list, const char *name, size_t n)
{
    enum { BESIDE_A_NAME = 60 };
    const char *begin = list->text ? list->text : call_translate(list->call, N_("left out:"));
    const char *why = call_translate(list->call, N_("no spread"));
    size_t room = strlen(begin) + strlen(name) + strlen(why) + BESIDE_A_NAME;
    char *text;
    if (list->count++ > MOST_NAMED)
        return SQ_OK;
    if (!(text = call_memory(list->call, room, 1)))
        return SQ_NO_MEMORY;
    if (list->count > MOST_NAMED)
        snprintf(text, room, "%s …", begin);
    else if (n > 1)
        snprintf(text, room, "%s%s %s (%s)", begin, list->text ? "," : "", name, why);
    else
        snprintf(text, room, "%s%s %s (n = %zu)", begin, list->text ? "," : "", name, n);
    list->text = text;
    return SQ_OK;
}
