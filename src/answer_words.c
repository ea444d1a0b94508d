/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "answer_words.h"

#include "plain_text.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 256, MOST_LEVELS = 7 };

/* Plain wordings, apart by '|', from the lowest level up.
 * NOLINTBEGIN(bugprone-suspicious-missing-comma): long ones go over several lines */
static const struct {
    int levels;
    const char *wordings[MOST_LEVELS];
} scales[] = {
    {5,
     {"strongly disagree|disagree strongly|completely disagree|totally disagree|fully disagree|"
      "非常不同意|很不同意|完全不同意|强烈不同意|极不同意|非常不赞同",
      "disagree|somewhat disagree|slightly disagree|tend to disagree|"
      "不同意|比较不同意|较不同意|不太同意|有点不同意|不赞同",
      "neutral|neither agree nor disagree|neither|undecided|中立|一般|普通|不确定|"
      "既不同意也不反对|既不同意也不不同意|说不清",
      "agree|somewhat agree|slightly agree|tend to agree|同意|比较同意|较同意|有点同意|赞同",
      "strongly agree|agree strongly|completely agree|totally agree|fully agree|"
      "非常同意|很同意|完全同意|强烈同意|极同意|非常赞同"}},
    {5,
     {"very dissatisfied|extremely dissatisfied|completely dissatisfied|very unsatisfied|"
      "很不满意|非常不满意|十分不满意|极不满意",
      "dissatisfied|somewhat dissatisfied|unsatisfied|不满意|比较不满意|较不满意|不太满意",
      "neither satisfied nor dissatisfied|neutral|一般|中立",
      "satisfied|somewhat satisfied|满意|比较满意|较满意",
      "very satisfied|extremely satisfied|completely satisfied|很满意|非常满意|十分满意|极满意"}},
    {5,
     {"never|从不|从未|从来不|从来没有", "rarely|seldom|很少|极少",
      "sometimes|occasionally|有时|偶尔|有时候", "often|frequently|经常|常常|时常",
      "always|总是|一直"}},
    {5,
     {"very unlikely|extremely unlikely|definitely not|很不可能|非常不可能|完全不可能|一定不会",
      "unlikely|somewhat unlikely|probably not|不可能|不太可能|可能不会",
      "neither likely nor unlikely|neutral|might or might not|unsure|一般|不确定",
      "likely|somewhat likely|probably|比较可能|可能会",
      "very likely|extremely likely|definitely|很可能|非常可能|一定会"}},
    {5, {"很差|非常差", "差|较差|比较差", "一般|中等", "好|较好|比较好", "很好|非常好"}},
    {5,
     {"很不重要|非常不重要|完全不重要", "不重要|不太重要|比较不重要", "一般",
      "重要|比较重要|较重要", "很重要|非常重要"}},
    {7,
     {"strongly disagree|disagree strongly|completely disagree|totally disagree|fully disagree|"
      "非常不同意|很不同意|完全不同意|强烈不同意|极不同意",
      "disagree|不同意",
      "somewhat disagree|slightly disagree|有点不同意|不太同意|比较不同意|较不同意",
      "neutral|neither agree nor disagree|neither|undecided|中立|一般|普通|不确定|既不同意也不反对",
      "somewhat agree|slightly agree|有点同意|比较同意|较同意", "agree|同意",
      "strongly agree|agree strongly|completely agree|totally agree|fully agree|"
      "非常同意|很同意|完全同意|强烈同意|极同意"}},
    {7,
     {"very dissatisfied|extremely dissatisfied|completely dissatisfied|很不满意|非常不满意",
      "dissatisfied|unsatisfied|不满意",
      "somewhat dissatisfied|slightly dissatisfied|不太满意|较不满意|比较不满意",
      "neutral|neither satisfied nor dissatisfied|一般|中立",
      "somewhat satisfied|slightly satisfied|较满意|比较满意", "satisfied|满意",
      "very satisfied|extremely satisfied|completely satisfied|很满意|非常满意"}},
    {7,
     {"very unlikely|extremely unlikely|很不可能|非常不可能", "unlikely|不可能",
      "somewhat unlikely|slightly unlikely|不太可能",
      "neutral|neither likely nor unlikely|一般|不确定", "somewhat likely|slightly likely|比较可能",
      "likely|可能", "very likely|extremely likely|很可能|非常可能"}},
    {7,
     {"never|从不|从未", "very rarely|极少", "rarely|seldom|很少",
      "sometimes|occasionally|有时|偶尔", "often|frequently|经常|常常",
      "very often|very frequently|非常频繁", "always|总是"}},
};

/* NOLINTEND(bugprone-suspicious-missing-comma) */

const char *sq_answer_wordings(size_t scale, int level, int *levels)
{
    if (scale >= sizeof scales / sizeof *scales || level < 1 || level > scales[scale].levels)
        return NULL;
    *levels = scales[scale].levels;
    return scales[scale].wordings[level - 1];
}

/* What tools write where a question was not answered. */
static const char no_answer[] = "n a|na|not applicable|no answer|not answered|skipped|"
                                "不适用|未回答|未作答|跳过|空";

static bool is_among(const char *plain, const char *wordings)
{
    size_t length = strlen(plain);
    while (wordings) {
        const char *end = strchr(wordings, '|');
        size_t span = end ? (size_t)(end - wordings) : strlen(wordings);
        if (span == length && memcmp(wordings, plain, length) == 0)
            return true;
        wordings = end ? end + 1 : NULL;
    }
    return false;
}

/* What a plain wording means; NaN: nothing. */
typedef double (*lookup)(const void *context, const char *plain);

static double in_scales(const void *context, const char *plain)
{
    int levels = *(const int *)context;
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (int level = 0; scales[s].levels == levels && level < levels; level++)
            if (is_among(plain, scales[s].wordings[level]))
                return level + 1;
    return NAN;
}

typedef struct word_list {
    const char *const *words;
    const double *numbers;
    size_t count;
} word_list;

static double in_list(const void *context, const char *plain)
{
    const word_list *list = context;
    char word[LONGEST];
    for (size_t i = 0; i < list->count; i++)
        if (list->words[i] && sq_plain_text(list->words[i], word, sizeof word) &&
            strcmp(word, plain) == 0)
            return list->numbers[i];
    return NAN;
}

/* The number a text begins with; *rest what follows it. NaN: none. */
static double leading_number(const char *text, const char **rest)
{
    double number = 0, place = 1;
    const char *at = text + strspn(text, " \t");
    const char *digits = at;
    for (; *at >= '0' && *at <= '9' && at - digits < 9; at++)
        number = number * 10 + (*at - '0');
    if (at == digits)
        return NAN;
    if ((*at == '.' || *at == ',') && at[1] >= '0' && at[1] <= '9' &&
        strspn(at + 1, "0123456789") < 3)
        for (at++; *at >= '0' && *at <= '9'; at++) /* three digits may be thousands */
            number += (*at - '0') * (place /= 10);
    *rest = at;
    return number;
}

/* A plain text without the number at its end; *number NaN where there is none. */
static void cut_number(char *plain, double *number)
{
    size_t length = strlen(plain), end;
    static const char *const units[] = {"分", "星", "点", " points", " point", " stars", " star"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t unit = strlen(units[i]);
        if (length > unit && strcmp(plain + length - unit, units[i]) == 0) {
            length -= unit;
            break;
        }
    }
    for (end = length; length > 0 && plain[length - 1] >= '0' && plain[length - 1] <= '9';)
        length--;
    *number = NAN;
    if (length == end || end - length > 9)
        return;
    plain[end] = '\0';
    *number = strtod(plain + length, NULL);
    while (length > 0 && plain[length - 1] == ' ')
        length--;
    plain[length] = '\0';
}

/* The wording, or the wording behind a letter: "A.非常同意", "b) agree". */
static double meaning(const char *plain, lookup find, const void *context)
{
    double found = find(context, plain);
    if (!isnan(found) || !(plain[0] >= 'a' && plain[0] <= 'g') || plain[1] == '\0')
        return found;
    if (plain[1] == ' ' || (plain[1] & 0x80))
        return find(context, plain + (plain[1] == ' ' ? 2 : 1));
    return found;
}

/* Where the code of an answer begins that a tool puts behind it, "Strongly agree [AO05]"; else the
 * end of the text. */
static size_t without_code(const char *text)
{
    size_t length = strlen(text), digits, first;
    if (length < 4 || length >= LONGEST || text[length - 1] != ']')
        return length;
    for (digits = length - 1; digits > 0 && strchr("0123456789", text[digits - 1]);)
        digits--;
    for (first = digits; first > 0 && text[first - 1] >= 'A' && text[first - 1] <= 'Z';)
        first--;
    return first > 1 && digits > first && text[first - 1] == '[' ? first - 1 : length;
}

static double code_plainly(const char *text, lookup find, const void *context)
{
    char plain[LONGEST];
    const char *rest = text;
    double before, behind, found;
    if (!sq_plain_text(text, plain, sizeof plain))
        return sq_error(SQ_UNDEFINED);
    if (plain[0] == '\0')
        return sq_error(SQ_NO_DATA);
    found = meaning(plain, find, context); /* a list may have numbers in its words */
    if (!isnan(found))
        return found;
    if (is_among(plain, no_answer))
        return sq_error(SQ_NO_DATA);
    before = leading_number(text, &rest);
    if (!isnan(before) && !sq_plain_text(rest, plain, sizeof plain))
        return sq_error(SQ_UNDEFINED);
    if (!isnan(before) && (plain[0] == '\0' || is_among(plain, "分|星|点|points|point|stars|star")))
        return before;
    cut_number(plain, &behind);
    if (isnan(before) && plain[0] == '\0' && (*text & 0x80)) /* digits of full width, "５分" */
        return isnan(behind) ? sq_error(SQ_UNDEFINED) : behind;
    found = meaning(plain, find, context);
    if (isnan(found) || (!isnan(before) && before != found) || (!isnan(behind) && behind != found))
        return sq_error(SQ_UNDEFINED);
    return found;
}

static double code(const char *text, lookup find, const void *context)
{
    char shorter[LONGEST];
    size_t length;
    if (!text)
        return sq_error(SQ_NO_DATA);
    length = without_code(text);
    if (text[length] == '\0')
        return code_plainly(text, find, context);
    memcpy(shorter, text, length);
    shorter[length] = '\0';
    return code_plainly(shorter, find, context);
}

double sq_answer_code(const char *text, int levels)
{
    return code(text, in_scales, &levels);
}

double sq_answer_code_in(const char *text, const char *const words[], const double numbers[],
                         size_t count)
{
    const word_list list = {words, numbers, count};
    return code(text, in_list, &list);
}
