/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Characters of UTF-8 (RFC 3629).
 */
#ifndef SQ_UTF8_H
#define SQ_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The first character of size bytes (size > 0); the bytes it takes, 0 where there is none: a stray
 * byte, a form longer than need be, a surrogate, a cut character. */
static inline size_t sq_utf8_decode(const char *text, size_t size, uint32_t *point)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *byte = (const unsigned char *)text;
    size_t length = byte[0] < 0x80   ? 1
                    : byte[0] < 0xC0 ? 0
                    : byte[0] < 0xE0 ? 2
                    : byte[0] < 0xF0 ? 3
                    : byte[0] < 0xF8 ? 4
                                     : 0;
    *point = byte[0];
    if (length < 2 || length > size)
        return length < 2 ? length : 0;
    *point = byte[0] & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
        *point = *point << 6 | (byte[i] & 0x3FU);
    }
    if (*point < smallest[length] || *point > 0x10FFFF || (*point >= 0xD800 && *point <= 0xDFFF))
        return 0;
    return length;
}

#endif
