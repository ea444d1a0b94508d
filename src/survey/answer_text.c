/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/answer_text.h"

#include "base/plain_text.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* A part of the folded text, from start to end. */
typedef struct part {
    const char *start, *end;
} part;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static part trimmed(part text)
{
    while (text.start < text.end && *text.start == ' ')
        text.start++;
    while (text.end > text.start && text.end[-1] == ' ')
        text.end--;
    return text;
}

static bool starts(part text, const char *with)
{
    size_t length = strlen(with);
    return (size_t)(text.end - text.start) >= length && memcmp(text.start, with, length) == 0;
}

/* Digits, a decimal mark, digits (requirement 2) at the start of text; the bytes they take. */
static size_t read_digits(part text, double *number)
{
    const char *at = text.start, *mark;
    double place = 1;
    *number = 0;
    for (; at < text.end && is_digit(*at); at++)
        *number = *number * 10 + (*at - '0');
    mark = at;
    if (at == text.start || at - text.start > 15)
        return 0;
    if (at + 1 >= text.end || (*at != '.' && *at != ',') || !is_digit(at[1]))
        return (size_t)(at - text.start);
    for (at++; at < text.end && is_digit(*at); at++)
        *number += (*at - '0') * (place /= 10);
    if (at - mark == 4 && !(mark - text.start == 1 && *text.start == '0'))
        return 0;
    return (size_t)(at - text.start);
}

/* What is counted in, between a number and its end. */
static size_t read_unit(part text)
{
    static const char *const units[] = {"分", "星", "点", "points", "point", "stars", "star"};
    const char *from = text.start;
    for (; text.start < text.end && *text.start == ' '; text.start++) {
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        part rest = {text.start + strlen(units[i]), text.end};
        if (starts(text, units[i]) &&
            (rest.start == rest.end || *rest.start < 'a' || *rest.start > 'z'))
            return (size_t)(rest.start - from);
    }
    return 0;
}

/* A number with its percent sign or unit at the start of text; the bytes it takes, 0 for none. */
static size_t read_number(part text, double *number)
{
    const char *from = text.start;
    size_t length;
    if (starts(text, "+"))
        text.start++;
    length = read_digits(text, number);
    if (length == 0)
        return 0;
    text.start += length;
    if (starts(text, "%") || starts(text, " %")) {
        text.start += *text.start == ' ' ? 2 : 1;
        *number /= 100;
    } else {
        text.start += read_unit(text);
    }
    return (size_t)(text.start - from);
}

/* The number before the words, cut off text. */
static void take_leading(part *text, sq_answer_text *out)
{
    part rest = *text;
    double number;
    bool bracket = starts(rest, "("), marked = bracket;
    size_t length;
    rest.start += bracket;
    length = read_number(rest, &number);
    if (length == 0)
        return;
    rest.start += length;
    if (bracket && !starts(rest, ")"))
        return;
    rest.start += bracket;
    rest = trimmed(rest);
    if (rest.start < rest.end && strchr("-=:.)", *rest.start)) {
        marked = true;
        rest.start++;
        rest = trimmed(rest);
        if (rest.start == rest.end && !strchr(".)", rest.start[-1]))
            return; /* "5 -" */
    }
    if (rest.start < rest.end && (is_digit(*rest.start) || strchr("/+%,", *rest.start)))
        return; /* a range, a date, a fraction, thousands */
    *text = rest;
    out->number = number;
    out->marked = marked;
}

/* Where the number begins that text ends with, without bracket; its end where there is none. */
static const char *start_of_number(part text)
{
    const char *at = text.end;
    for (const char *from = text.end; from > text.start; from--) {
        double number;
        if (is_digit(from[-1]) && (from - 1 == text.start || !strchr("0123456789.,", from[-2])) &&
            read_number((part){from - 1, text.end}, &number) == (size_t)(text.end - from + 1))
            at = from - 1;
    }
    return at;
}

/* The number behind the words, cut off text; *number NaN where there is none. */
static void take_trailing(part *text, double *number, bool *marked)
{
    part rest = *text, digits = *text;
    bool bracket = text->end > text->start && text->end[-1] == ')';
    *number = NAN;
    *marked = bracket;
    digits.end -= bracket;
    digits.start = start_of_number(digits);
    if (digits.start == digits.end || digits.start == text->start)
        return;
    rest.end = digits.start - bracket;
    if (bracket && *rest.end != '(')
        return;
    rest = trimmed(rest);
    if (!bracket && rest.end > rest.start && strchr("-=", rest.end[-1])) {
        *marked = rest.end[-1] == '=' || rest.end != digits.start ||
                  (rest.end - 1 > rest.start && rest.end[-2] == ' ');
        rest.end--;
        rest = trimmed(rest);
    }
    if (rest.start == rest.end || is_digit(rest.end[-1]) || strchr("/.,:+$#", rest.end[-1]))
        return;
    read_number(digits, number);
    *text = rest;
}

/* Requirement 3. */
static void drop_tool_code(part *text)
{
    const char *at = text->end;
    if (at == text->start || *--at != ')')
        return;
    while (at > text->start && is_digit(at[-1]))
        at--;
    if (at == text->end - 1)
        return; /* no digit */
    const char *digits = at;
    while (at > text->start && at[-1] >= 'a' && at[-1] <= 'z')
        at--;
    if (at < digits && at - 1 > text->start && at[-1] == '(') {
        text->end = at - 1;
        *text = trimmed(*text);
    }
}

static bool plain_part(part text, char words[SQ_ANSWER_BYTES])
{
    char copy[SQ_ANSWER_BYTES];
    size_t length = (size_t)(text.end - text.start);
    memcpy(copy, text.start, length);
    copy[length] = '\0';
    return sq_plain_text(copy, words, SQ_ANSWER_BYTES);
}

static bool fold_part(const char *text, char folded[SQ_ANSWER_BYTES], part *out)
{
    if (!sq_folded_text(text, folded, SQ_ANSWER_BYTES))
        return false;
    *out = trimmed((part){folded, folded + strlen(folded)});
    drop_tool_code(out);
    return true;
}

bool sq_answer_words_of(const char *text, char words[SQ_ANSWER_BYTES])
{
    char folded[SQ_ANSWER_BYTES];
    part rest;
    return fold_part(text, folded, &rest) && plain_part(rest, words);
}

bool sq_take_answer_apart(const char *text, sq_answer_text *out)
{
    char folded[SQ_ANSWER_BYTES];
    part rest;
    double behind;
    bool marked;
    out->number = NAN;
    out->marked = false;
    out->words[0] = '\0';
    if (!fold_part(text, folded, &rest))
        return false;
    take_leading(&rest, out);
    take_trailing(&rest, &behind, &marked);
    if (!isnan(behind)) {
        if (!isnan(out->number) && out->number != behind)
            return false;
        out->number = behind;
        out->marked = out->marked || marked;
    }
    return plain_part(rest, out->words) &&
           (isnan(out->number) || out->words[0] != '\0' || rest.start == rest.end);
}
