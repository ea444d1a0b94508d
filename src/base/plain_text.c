/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/plain_text.h"

#include "base/same_word.h"
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* Pairs: a traditional character, then the simplified one. */
static const char script_pairs[] =
    "歡欢須须這这樣样無无謂谓應应該该當当沒没關关係系討讨厭厌滿满對对強强"
    "覺觉認认為为會会還还勵励維维屬属質质異异備备問问題题個个過过將将"
    "願愿愛爱興兴奮奋許许們们嗎吗與与產产務务項项類类顧顾"
    "較较極极經经總总從从頻频優优點点確确贊赞說说來来時时"
    "價价輕轻緊紧難难預预慮虑稱称準准絕绝數数達达遠远";

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
        pair += sq_utf8_decode(pair, 4, &traditional);
        pair += sq_utf8_decode(pair, 4, &simple);
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

/* Blanks and punctuation: ASCII, Latin-1, general punctuation, mathematical signs, CJK punctuation,
 * and the rest of the full-width and compatibility forms. */
static bool parts_words(uint32_t point)
{
    return (point < 0x80 && !is_letter_or_digit(point)) || (point >= 0x80 && point < 0xC0) ||
           (point >= 0x2000 && point <= 0x206F) || (point >= 0x2190 && point <= 0x22FF) ||
           (point >= 0x3000 && point <= 0x303F) || (point >= 0xFE30 && point <= 0xFE4F) ||
           (point >= 0xFF00 && point <= 0xFF65);
}

static bool is_chinese(uint32_t point)
{
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0x20000 && point <= 0x3FFFF);
}

static bool is_dash(uint32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212 ||
           point == 0xFE58 || point == 0xFE63;
}

static bool is_accent(uint32_t point)
{
    return point >= 0x300 && point <= 0x36F;
}

/* Brackets of all kinds as round ones, dashes as one, and the comma of lists as a point. */
static uint32_t plain_mark(uint32_t point)
{
    if (point == '[' || point == '{' || point == 0x3010 || point == 0x3014 || point == 0x3016)
        return '(';
    if (point == ']' || point == '}' || point == 0x3011 || point == 0x3015 || point == 0x3017)
        return ')';
    if (point == 0x3001 || point == 0x3002)
        return '.';
    return is_dash(point) ? '-' : point;
}

/* Appends a character; false where it does not fit. */
static bool append(uint32_t point, char out[], size_t size, size_t *used)
{
    char encoded[4];
    size_t length = encode(point, encoded);
    if (*used >= size || length >= size - *used)
        return false;
    memcpy(out + *used, encoded, length);
    *used += length;
    out[*used] = '\0';
    return true;
}

bool sq_folded_text(const char *text, char folded[], size_t size)
{
    sq_fold fold = sq_fold_begin((sq_stretch){text, strlen(text)});
    size_t used = 0;
    folded[0] = '\0';
    for (uint32_t point; (point = sq_fold_next(&fold)) != 0;)
        if (point > 0x10FFFF || !append(plain_mark(point), folded, size, &used)) {
            folded[0] = '\0';
            return false;
        }
    return true;
}

bool sq_plain_text(const char *text, char plain[], size_t size)
{
    sq_fold fold = sq_fold_begin((sq_stretch){text, strlen(text)});
    size_t used = 0;
    bool parted = false, chinese = true; /* what stood before; nothing parts the first word */
    bool earlier = false;                /* parted before the last blank or mark */
    plain[0] = '\0';
    for (uint32_t point; (point = sq_fold_next(&fold)) != 0;) {
        bool fits = point <= 0x10FFFF;
        if (is_apostrophe(point))
            continue;
        if (parted && is_accent(point)) { /* ´ is a blank with an accent: an apostrophe */
            parted = earlier;
            continue;
        }
        if (parts_words(point)) {
            earlier = parted;
            parted = true;
            continue;
        }
        point = is_chinese(point) ? simplified(point) : point;
        if (parted && !chinese && !is_chinese(point))
            fits = fits && append(' ', plain, size, &used);
        parted = false;
        chinese = is_chinese(point);
        if (!fits || !append(point, plain, size, &used)) {
            plain[0] = '\0';
            return false;
        }
    }
    return true;
}

/* A letter that is written with a stroke, or without its dot, as its relative. */
static uint32_t without_stroke(uint32_t point)
{
    switch (point) {
    case 0xF8:
        return 'o';
    case 0x111:
        return 'd';
    case 0x131:
        return 'i';
    case 0x142:
        return 'l';
    default:
        return point;
    }
}

bool sq_without_accents(const char *plain, char out[], size_t size)
{
    size_t used = 0, bytes;
    out[0] = '\0';
    for (uint32_t point; *plain; plain += bytes) {
        bytes = sq_utf8_decode(plain, strlen(plain), &point);
        if (bytes == 0)
            return false;
        if (is_accent(point))
            continue;
        if (!append(without_stroke(point), out, size, &used))
            return false;
    }
    return true;
}

bool sq_cut_ending(char *text, const char *const endings[])
{
    size_t size = strlen(text);
    for (size_t i = 0; endings[i]; i++) {
        size_t length = strlen(endings[i]);
        if (length < size && strcmp(text + size - length, endings[i]) == 0) {
            text[size - length] = '\0';
            return true;
        }
    }
    return false;
}
