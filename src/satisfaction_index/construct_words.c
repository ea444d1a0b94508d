/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/construct_words.h"

#include "base/table.h"

#include <string.h>

enum { MOST_WORDS = 24 };

/* Names of the same thing. A word may stand in two lists: which is meant the model says. */
static const char *const image[MOST_WORDS] = {"Image",
                                              "Corporate image",
                                              "Company image",
                                              "Brand image",
                                              "Customer image",
                                              "Perceived image",
                                              "IMAG",
                                              "IMA",
                                              "IMG",
                                              "IM",
                                              "形象",
                                              "企业形象",
                                              "公司形象",
                                              "品牌形象",
                                              "形象感知",
                                              "感知形象"};
static const char *const expectation[MOST_WORDS] = {"Expectation",
                                                    "Expectations",
                                                    "Customer expectation",
                                                    "Customer expectations",
                                                    "Customers' expectations",
                                                    "Expected quality",
                                                    "CUEX",
                                                    "EXPE",
                                                    "EXPEC",
                                                    "EXP",
                                                    "EX",
                                                    "CE",
                                                    "期望",
                                                    "期望质量",
                                                    "顾客期望",
                                                    "客户期望",
                                                    "用户期望",
                                                    "预期",
                                                    "预期质量",
                                                    "顾客预期",
                                                    "客户预期",
                                                    "用户预期"};
static const char *const quality[MOST_WORDS] = {"Quality",
                                                "Perceived quality",
                                                "Perceived overall quality",
                                                "Overall quality",
                                                "Quality perception",
                                                "PERQ",
                                                "QUAL",
                                                "QUA",
                                                "PQ",
                                                "质量",
                                                "感知质量",
                                                "质量感知",
                                                "总体质量",
                                                "品质",
                                                "感知品质",
                                                "顾客感知质量",
                                                "客户感知质量",
                                                "用户感知质量"};
static const char *const product_quality[MOST_WORDS] = {"Product quality",
                                                        "Perceived product quality",
                                                        "Perceived quality of products",
                                                        "Perceived hardware quality",
                                                        "Hardware quality",
                                                        "Hardware",
                                                        "PROQ",
                                                        "PQ",
                                                        "产品质量",
                                                        "感知产品质量",
                                                        "硬件质量",
                                                        "产品质量感知"};
static const char *const service_quality[MOST_WORDS] = {"Service quality",
                                                        "Perceived service quality",
                                                        "Perceived quality of service",
                                                        "Perceived software quality",
                                                        "Software quality",
                                                        "Service",
                                                        "SERQ",
                                                        "SERVQ",
                                                        "SQ",
                                                        "服务质量",
                                                        "感知服务质量",
                                                        "软件质量",
                                                        "服务质量感知"};
static const char *const value[MOST_WORDS] = {"Value",
                                              "Perceived value",
                                              "Customer value",
                                              "Value for money",
                                              "Customer perceived value",
                                              "PERV",
                                              "VALU",
                                              "VAL",
                                              "PV",
                                              "价值",
                                              "值",
                                              "感知价值",
                                              "价值感知",
                                              "顾客感知价值",
                                              "客户感知价值",
                                              "用户感知价值",
                                              "顾客价值"};
static const char *const performance[MOST_WORDS] = {"Performance",
                                                    "Perceived performance",
                                                    "Perceived value",
                                                    "Value for money",
                                                    "Value",
                                                    "PERF",
                                                    "绩效",
                                                    "感知绩效",
                                                    "绩效感知",
                                                    "感知价值"};
static const char *const satisfaction[MOST_WORDS] = {"Satisfaction",
                                                     "Customer satisfaction",
                                                     "Overall satisfaction",
                                                     "Overall customer satisfaction",
                                                     "Satisfaction index",
                                                     "CSI",
                                                     "CUSA",
                                                     "SATI",
                                                     "SATIS",
                                                     "SAT",
                                                     "CS",
                                                     "满意度",
                                                     "顾客满意度",
                                                     "客户满意度",
                                                     "用户满意度",
                                                     "总体满意度",
                                                     "满意",
                                                     "顾客满意",
                                                     "客户满意",
                                                     "用户满意"};
static const char *const complaints[MOST_WORDS] = {"Complaints",
                                                   "Complaint",
                                                   "Customer complaints",
                                                   "Customer complaint",
                                                   "Complaint handling",
                                                   "Complaint behaviour",
                                                   "CUSCO",
                                                   "COMPL",
                                                   "COMP",
                                                   "CC",
                                                   "抱怨",
                                                   "顾客抱怨",
                                                   "客户抱怨",
                                                   "用户抱怨",
                                                   "投诉",
                                                   "顾客投诉",
                                                   "客户投诉",
                                                   "用户投诉"};
static const char *const loyalty[MOST_WORDS] = {
    "Loyalty",  "Customer loyalty", "CUSL",     "LOYA",       "LOY",      "CL",
    "忠诚",     "忠诚度",           "顾客忠诚", "顾客忠诚度", "客户忠诚", "客户忠诚度",
    "用户忠诚", "用户忠诚度"};
static const char *const market[MOST_WORDS] = {"Market environment", "Market", "市场环境"};

static const char *const *const things[] = {
    image,       expectation,  quality,    product_quality, service_quality, value,
    performance, satisfaction, complaints, loyalty,         market};

static sq_stretch whole(const char *word)
{
    return (sq_stretch){word ? word : "", word ? strlen(word) : 0};
}

static bool is_among(sq_stretch word, const char *const words[])
{
    for (size_t i = 0; i < MOST_WORDS && words[i]; i++)
        if (sq_compare_stretches(word, whole(words[i])) == 0)
            return true;
    return false;
}

static bool mean_the_same(sq_stretch word, sq_stretch other)
{
    for (size_t t = 0; t < sizeof things / sizeof *things; t++)
        if (is_among(word, things[t]) && is_among(other, things[t]))
            return true;
    return false;
}

static bool counts(char letter)
{
    return (letter >= '0' && letter <= '9') || strchr(" _-.", letter);
}

/* The word without the number that counts items. */
static sq_stretch without_number(sq_stretch word)
{
    while (word.length > 0 && counts(word.start[word.length - 1]))
        word.length--;
    return word;
}

static size_t find_name(sq_stretch word, size_t constructs, const char *const names[])
{
    for (size_t j = 0; j < constructs; j++)
        if (sq_compare_stretches(word, whole(names[j])) == 0)
            return j;
    return SQ_NOWHERE;
}

/* The only construct whose name means the same as a word. */
static size_t find_meaning(sq_stretch word, size_t constructs, const char *const names[])
{
    size_t found = SQ_NOWHERE;
    for (size_t j = 0; j < constructs; j++) {
        if (!mean_the_same(word, whole(names[j])))
            continue;
        if (found != SQ_NOWHERE)
            return SQ_NOWHERE;
        found = j;
    }
    return found;
}

size_t sq_find_construct(sq_stretch word, size_t constructs, const char *const names[])
{
    sq_stretch bare = without_number(word);
    size_t found;
    if (sq_compare_stretches(word, whole(NULL)) == 0)
        return SQ_NOWHERE;
    found = find_name(word, constructs, names);
    if (found == SQ_NOWHERE)
        found = find_meaning(word, constructs, names);
    if (found != SQ_NOWHERE || bare.length == 0)
        return found;
    found = find_name(bare, constructs, names);
    return found != SQ_NOWHERE ? found : find_meaning(bare, constructs, names);
}

static bool speaks_of_satisfaction(const char *name)
{
    return sq_word_within(name, "satisf") || sq_word_within(name, "满意") ||
           sq_word_within(name, "滿意");
}

size_t sq_find_satisfaction(size_t constructs, const char *const names[])
{
    size_t found = SQ_NOWHERE, count = 0;
    for (size_t u = 0; u < MOST_WORDS && satisfaction[u]; u++) {
        size_t usual = find_name(whole(satisfaction[u]), constructs, names);
        if (usual != SQ_NOWHERE)
            return usual;
    }
    for (size_t j = 0; j < constructs; j++)
        if (names[j] && speaks_of_satisfaction(names[j])) {
            found = j;
            count++;
        }
    return count == 1 ? found : SQ_NOWHERE;
}
