/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kano/kano_words.h"

#include "base/plain_text.h"
#include "survey/answer_text.h"
#include "survey/answer_words.h"

#include <stdbool.h>
#include <string.h>

typedef struct wording {
    int meaning;
    const char *core;
} wording;

static const wording categories[] = {
    {SQ_KANO_A, "a"},
    {SQ_KANO_A, "attractive"},
    {SQ_KANO_A, "delighter"},
    {SQ_KANO_A, "魅力"},
    {SQ_KANO_A, "兴奋"},
    {SQ_KANO_O, "o"},
    {SQ_KANO_O, "one dimensional"},
    {SQ_KANO_O, "performance"},
    {SQ_KANO_O, "期望"},
    {SQ_KANO_O, "一维"},
    {SQ_KANO_M, "m"},
    {SQ_KANO_M, "must be"},
    {SQ_KANO_M, "basic"},
    {SQ_KANO_M, "必备"},
    {SQ_KANO_M, "基本"},
    {SQ_KANO_I, "i"},
    {SQ_KANO_I, "indifferent"},
    {SQ_KANO_I, "无差异"},
    {SQ_KANO_R, "r"},
    {SQ_KANO_R, "reverse"},
    {SQ_KANO_R, "反向"},
    {SQ_KANO_R, "逆向"},
    {SQ_KANO_Q, "q"},
    {SQ_KANO_Q, "questionable"},
    {SQ_KANO_Q, "可疑"},
    {SQ_KANO_Q, "疑问"},
    {SQ_KANO_Q, "有疑问"},
    {SQ_KANO_NONE, NULL},
};

static int look_up(const wording list[], const char *text)
{
    size_t i = 0;
    while (list[i].core && strcmp(list[i].core, text) != 0)
        i++;
    return list[i].meaning;
}

double sq_kano_code(const char *text)
{
    double code;
    bool header;
    const sq_answer_block block = {&text, NULL, 1, 1};
    sq_status status = sq_answer_codes(&block, &(sq_answer_options){.kano = true}, &code, &header);
    return status == SQ_OK ? code : sq_error(status);
}

sq_kano_category sq_kano_category_of_word(const char *text)
{
    static const char *const endings[] = {" quality", " attribute", " requirement", "需求", "要求",
                                          "属性",     "质量",       "品质",         "因素", "型",
                                          NULL};
    char plain[SQ_ANSWER_BYTES];
    if (!sq_plain_text(text, plain, sizeof plain))
        return SQ_KANO_NONE;
    while (sq_cut_ending(plain, endings)) {
    }
    return (sq_kano_category)look_up(categories, plain);
}
