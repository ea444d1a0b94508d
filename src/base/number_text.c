/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/number_text.h"

#include "base/same_word.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t digits_at(const char *text)
{
    size_t n = 0;
    while (text[n] >= '0' && text[n] <= '9')
        n++;
    return n;
}

/* The parts of a number: how long it is, and where its point is (point == length: none). */
static size_t measure(const char *text, size_t *point)
{
    size_t sign = *text == '-' || *text == '+', whole = digits_at(text + sign);
    size_t length = sign + whole, fraction = 0;
    *point = (size_t)-1;
    if (text[length] == '.') {
        fraction = digits_at(text + length + 1);
        if (fraction > 0 || whole > 0) {
            *point = length;
            length += 1 + fraction;
        }
    }
    if (whole + fraction == 0)
        return 0;
    if (text[length] == 'e' || text[length] == 'E') {
        size_t exponent = length + 1 + (text[length + 1] == '-' || text[length + 1] == '+');
        if (digits_at(text + exponent) > 0)
            length = exponent + digits_at(text + exponent);
    }
    return length;
}

size_t sq_read_number(const char *text, double *number)
{
    enum { ROOM = 400 }; /* more digits than any number that differs from a shorter one */
    const char *mark = localeconv()->decimal_point;
    char copy[ROOM];
    size_t point, length = measure(text, &point), used = 0;
    *number = NAN;
    if (length == 0 || length + strlen(mark) >= ROOM)
        return 0;
    for (size_t i = 0; i < length; i++) {
        if (i == point) {
            memcpy(copy + used, mark, strlen(mark));
            used += strlen(mark);
        } else {
            copy[used++] = text[i];
        }
    }
    copy[used] = '\0';
    *number = strtod(copy, NULL);
    return length;
}

void sq_write_number(double number, char text[SQ_NUMBER_TEXT])
{
    const char *mark = localeconv()->decimal_point;
    char *found;
    snprintf(text, SQ_NUMBER_TEXT, "%.15g", number == 0 ? 0 : number); /* no −0 */
    found = strcmp(mark, ".") == 0 ? NULL : strstr(text, mark);
    if (!found)
        return;
    *found = '.';
    memmove(found + 1, found + strlen(mark), strlen(found + strlen(mark)) + 1);
}

/* ---- Numbers among words. The characters come folded: full width is ASCII, blanks are one. */

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* What may stand within a number and around it without being a word. */
static bool is_in_number(uint32_t c)
{
    return is_digit(c) || c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == ' ' ||
           c == '+' || c == '-' || c == 0x2212 || c == '%';
}

static bool is_bracket(uint32_t c)
{
    return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || c == 0x3010 ||
           c == 0x3011;
}

double sq_number_of_text(const char *text)
{
    enum { ROOM = 64 };
    sq_fold fold = sq_fold_begin((sq_stretch){text, strlen(text)});
    char plain[ROOM];
    size_t length = 0;
    double number;
    for (uint32_t c; (c = sq_fold_next(&fold)) != 0; length++) {
        if (c >= 0x80 || length + 1 >= ROOM)
            return NAN;
        plain[length] = (char)c;
    }
    plain[length] = '\0';
    return length > 0 && sq_read_number(plain, &number) == length ? number : NAN;
}

sq_text_number sq_number_in_text(const char *text)
{
    sq_fold fold = sq_fold_begin((sq_stretch){text, strlen(text)});
    bool begins = false, words = false, any = false, ends = false, first = true;
    for (uint32_t c; (c = sq_fold_next(&fold)) != 0;) {
        bool digit = is_digit(c);
        any = any || digit;
        if (first && !is_bracket(c) && (digit || !is_in_number(c))) {
            begins = digit;
            first = false;
        }
        words = words || !(is_in_number(c) || is_bracket(c));
        if (!(c == ' ' || c == '%' || is_bracket(c)))
            ends = digit;
    }
    if (!any)
        return SQ_NO_NUMBER;
    return !words ? SQ_IS_NUMBER : begins || ends ? SQ_CARRIES_NUMBER : SQ_NO_NUMBER;
}
