/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain_text.h"

#include <stdint.h>
#include <string.h>

/* Pairs: a traditional character, then the simplified one. */
static const char script_pairs[] =
    "歡欢須须這这樣样無无謂谓應应該该當当沒没關关係系討讨厭厌滿满對对強强"
    "覺觉認认為为會会還还勵励維维屬属質质異异備备問问題题個个過过將将"
    "願愿愛爱興兴奮奋許许們们嗎吗與与產产務务項项類类顧顾"
    "較较極极經经總总從从頻频優优點点確确贊赞說说來来時时";

/* One character of UTF-8 (RFC 3629); the bytes it takes, 0 where there is none. */
static size_t decode(const char *text, uint32_t *point)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *byte = (const unsigned char *)text;
    size_t length = byte[0] < 0x80   ? 1
                    : byte[0] < 0xC0 ? 0
                    : byte[0] < 0xE0 ? 2
                    : byte[0] < 0xF0 ? 3
                    : byte[0] < 0xF8 ? 4
                                     : 0;
    if (length < 2) {
        *point = byte[0];
        return length;
    }
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

static size_t encode(uint32_t point, char byte[4])
{
    if (point < 0x80) {
        byte[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        byte[0] = (char)(0xC0 | point >> 6);
        byte[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        byte[0] = (char)(0xE0 | point >> 12);
        byte[1] = (char)(0x80 | (point >> 6 & 0x3F));
        byte[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    byte[0] = (char)(0xF0 | point >> 18);
    byte[1] = (char)(0x80 | (point >> 12 & 0x3F));
    byte[2] = (char)(0x80 | (point >> 6 & 0x3F));
    byte[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

static uint32_t simplified(uint32_t point)
{
    for (const char *pair = script_pairs; *pair;) {
        uint32_t traditional, simple;
        pair += decode(pair, &traditional);
        pair += decode(pair, &simple);
        if (traditional == point)
            return simple;
    }
    return point;
}

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == '`' || point == 0xB4 || point == 0x2BC ||
           (point >= 0x2018 && point <= 0x201B) || point == 0x2032;
}

static bool is_letter_or_digit(uint32_t point)
{
    return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
}

/* Blanks and punctuation: ASCII, Latin-1, general punctuation, CJK punctuation, and the rest of the
 * full-width and compatibility forms. */
static bool parts_words(uint32_t point)
{
    return (point < 0x80 && !is_letter_or_digit(point)) || (point >= 0x80 && point < 0xC0) ||
           (point >= 0x2000 && point <= 0x206F) || (point >= 0x3000 && point <= 0x303F) ||
           (point >= 0xFE30 && point <= 0xFE4F) || (point >= 0xFF00 && point <= 0xFF65) ||
           point == 0xFEFF;
}

static bool is_chinese(uint32_t point)
{
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0x20000 && point <= 0x3FFFF);
}

static uint32_t plain_character(uint32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        point -= 0xFEE0; /* full width */
    if (point >= 'A' && point <= 'Z')
        point += 'a' - 'A';
    return is_chinese(point) ? simplified(point) : point;
}

bool sq_plain_text(const char *text, char plain[], size_t size)
{
    size_t used = 0, bytes;
    bool parted = false, chinese = true; /* what stood before; nothing parts the first word */
    uint32_t point;
    plain[0] = '\0';
    for (; *text; text += bytes) {
        char encoded[4];
        size_t length;
        bytes = decode(text, &point);
        if (bytes == 0) {
            plain[0] = '\0';
            return false;
        }
        point = plain_character(point);
        if (is_apostrophe(point))
            continue;
        if (parts_words(point)) {
            parted = true;
            continue;
        }
        if (parted && !chinese && !is_chinese(point) && used < size)
            plain[used++] = ' ';
        parted = false;
        chinese = is_chinese(point);
        length = encode(point, encoded);
        if (used >= size || length >= size - used) {
            plain[0] = '\0';
            return false;
        }
        memcpy(plain + used, encoded, length);
        used += length;
    }
    plain[used] = '\0';
    return true;
}
