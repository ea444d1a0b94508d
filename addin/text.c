/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include "base/number_text.h"
#include "uno.h"

#include <string.h>

const char *call_utf8(sq_call *call, const rtl_uString *string)
{
    rtl_uString *trimmed = NULL;
    rtl_String *utf8;
    char *copy;
    rtl_uString_newTrim(&trimmed, (rtl_uString *)string); /* only counts references to it */
    utf8 = trimmed ? uno_to_utf8(trimmed) : NULL;
    copy = utf8 ? call_memory(call, (size_t)utf8->length + 1, 1) : NULL;
    if (copy)
        memcpy(copy, utf8->buffer, (size_t)utf8->length);
    if (utf8)
        rtl_string_release(utf8);
    if (trimmed)
        rtl_uString_release(trimmed);
    return copy;
}

const char *call_number_text(sq_call *call, double number)
{
    char text[SQ_NUMBER_TEXT], *copy;
    sq_write_number(number, text);
    copy = call_memory(call, strlen(text) + 1, 1);
    return copy ? strcpy(copy, text) : NULL;
}
