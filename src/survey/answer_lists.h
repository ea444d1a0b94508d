/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wordings of rating scales as data: what scales there are, and in each language what their
 * levels are called. A language is one table of rows, a row one scale; to add one is to add its
 * table to sq_answer_languages.
 *
 * Requirements
 * 1 A level is written as its meanings apart by '|', a meaning as its spellings apart by '='. Two
 *   meanings of one level never stand on one scale together: where both occur among the answers of
 *   one language, it is another scale (answer_scale.h). Spellings are one meaning.
 * 2 Wordings are plain (plain_text.h), and each stands on one level of a scale.
 */
#ifndef SQ_ANSWER_LISTS_H
#define SQ_ANSWER_LISTS_H

#include <stddef.h>

/* What a scale asks for. A bit of a mask each. */
typedef enum sq_answer_kind {
    SQ_AGREEMENT,
    SQ_CONFORMITY, /* how well a statement describes oneself */
    SQ_SATISFACTION,
    SQ_FREQUENCY,
    SQ_LIKELIHOOD,
    SQ_QUALITY,
    SQ_IMPORTANCE,
    SQ_EXPECTATION, /* performance against what was expected */
    SQ_EASE,
    SQ_DEGREE, /* how much: "not at all" … "very much" */
    SQ_KANO_KIND,
    SQ_ANSWER_KINDS
} sq_answer_kind;
enum { SQ_KANO_ANSWERS = 5 }; /* levels of the one scale of SQ_KANO_KIND */

/* The scales of answer_lists.c, in its order. */
typedef enum sq_scale_name {
    AGREEMENT_5,
    AGREEMENT_7,
    AGREEMENT_STRONG_7,
    AGREEMENT_MILD_5,
    AGREEMENT_PLAIN_5,
    CONFORMITY_5,
    CONFORMITY_7,
    SATISFACTION_5,
    SATISFACTION_7,
    SATISFACTION_STRONG_7,
    SATISFACTION_MILD_5,
    SATISFACTION_PLAIN_5,
    SATISFACTION_HOW_5,
    SATISFACTION_HOW_4,
    FREQUENCY_5,
    FREQUENCY_4,
    FREQUENCY_LOW_4,
    FREQUENCY_6,
    FREQUENCY_RARE_6,
    FREQUENCY_7,
    FREQUENCY_USUAL_7,
    LIKELIHOOD_5,
    LIKELIHOOD_7,
    LIKELIHOOD_STRONG_7,
    LIKELIHOOD_HOW_5,
    QUALITY_5,
    QUALITY_PLAIN_5,
    QUALITY_GOOD_5,
    QUALITY_AVERAGE_5,
    QUALITY_4,
    QUALITY_6,
    QUALITY_7,
    IMPORTANCE_5,
    IMPORTANCE_HOW_5,
    IMPORTANCE_PLAIN_5,
    IMPORTANCE_HOW_4,
    IMPORTANCE_7,
    EXPECTATION_5,
    EASE_5,
    EASE_7,
    DEGREE_5,
    DEGREE_4,
    KANO_5,
    SQ_ANSWER_SCALES
} sq_scale_name;

enum {
    SQ_USUAL = 1,         /* the reading of its wordings where nothing else decides */
    SQ_MAY_HALVE = 2,     /* its middle may be missing: four levels of five, six of seven */
    SQ_NUMBER_ENDS = 4,   /* its ends may stand at the ends of 1 … 10 and 0 … 10 */
    SQ_WHEN_COMPLETE = 8, /* only where every level was chosen, or the number of levels is given */
    SQ_WHEN_ENDED =
        16 /* only where an end was chosen: who says "strongly" thinks of no "totally" */
};

enum { SQ_MOST_LEVELS = 7 };

typedef struct sq_answer_scale {
    sq_answer_kind kind;
    int levels;
    int flags;
} sq_answer_scale;

extern const sq_answer_scale sq_answer_scales[SQ_ANSWER_SCALES];

typedef struct sq_scale_words {
    sq_scale_name scale;
    const char *levels[SQ_MOST_LEVELS]; /* from the lowest up */
} sq_scale_words;

typedef struct sq_answer_language {
    const sq_scale_words *scales;
    size_t count;
    const char *no_answer; /* what is written where a question was not answered, apart by '|' */
} sq_answer_language;

extern const sq_answer_language sq_english_answers, sq_chinese_answers;

enum { SQ_ANSWER_LANGUAGES = 2 };
extern const sq_answer_language *const sq_answer_languages[SQ_ANSWER_LANGUAGES];

#endif
