/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with the answers, and where: the first thing an analyst runs. Nothing is repaired.
 *
 * Requirements
 * 1 Rows of texts above the first number (header rows left in the range), and rows of totals or
 *   means at the end, are reported once and take no part in anything below.
 * 2 A respondent who left every cell of the row blank is reported once, as having answered
 *   nothing, and takes no part in anything below.
 * 3 Columns of running numbers, IDs, dates and times are reported and take no part in 5 to 12.
 * 4 Blanks, texts, texts that are or carry a number, and error cells are reported by item: how
 *   many, and the first of them.
 * 5 Without limits the scale is looked for (check_scale.c) and reported, or that none is to be
 *   seen. With a limit only what was given counts. A limit is itself in range; an infinite answer
 *   is never.
 * 6 Answers outside the scale that stand apart from it and recur are codes for no answer, reported
 *   by code; others are out of range, reported by item. An item whose answers are clearly on
 *   another scale is reported as such and takes no part in 7 to 12.
 * 7 An item with answers that are not whole is reported where most items have whole ones alone.
 * 8 Answers given as 0 to 10 of which at least 8 hold no answer above 5 are reported: they look
 *   like five points, of which a net promoter score would be −100.
 * 9 An item is constant where at least two respondents answered it, all the same.
 * 10 An item runs against the others where, all such items turned round, it goes with the sum of
 *   the others more clearly than chance brings any item 1 time in 20, and at least five
 *   respondents answered it: most often one that was worded the other way and not recoded. Of two
 *   items that oppose each other the one is reported that the others speak against.
 * 11 A respondent is straight-lined who gave the same answer to all items answered, if these are at
 *   least fewest_answers. One with fewer has not had the room to differ.
 * 12 A row is a twin if an earlier one has the same answers and the same gaps. Again at least
 *   fewest_answers must have been given, and rows of one and the same answer, which are alike by
 *   nature, do not count once more. Rows are found by hash: the time is proportional to the
 *   answers.
 * 13 Straight lines and twins are reported in one finding each, where they are more than chance
 *   gives (check_chance.c).
 * 14 Findings come in the order of sq_finding_kind, within a kind by item.
 */
#ifndef SQ_DATA_CHECK_H
#define SQ_DATA_CHECK_H

#include "base/status.h"
#include "base/table.h"

#include <stddef.h>

typedef enum sq_finding_kind {
    SQ_FOUND_HEADER_ROWS,      /* count of them; rows[0] is the first */
    SQ_FOUND_SUMMARY_ROWS,     /* count of them, from rows[0] on */
    SQ_FOUND_SCALE,            /* what the scale was taken to be: value to other */
    SQ_FOUND_NO_SCALE,         /* none is to be seen, and none was given */
    SQ_FOUND_RUNNING_NUMBER,   /* by item: a running number or an ID */
    SQ_FOUND_TIME,             /* by item: dates or times */
    SQ_FOUND_TEXT_WITH_NUMBER, /* by item: cells with a text that is or carries a number */
    SQ_FOUND_TEXT,             /* by item: cells with other words */
    SQ_FOUND_ERROR_CELL,       /* by item: cells with an error value */
    SQ_FOUND_CODE,             /* by code: looks like a code for no answer */
    SQ_FOUND_OUT_OF_RANGE,     /* by item: answers beyond the scale */
    SQ_FOUND_OTHER_SCALE,      /* by item: answers on another scale, from value to other */
    SQ_FOUND_NOT_WHOLE,        /* by item: answers with decimals where most items have none */
    SQ_FOUND_NOT_NPS,          /* five points where 0 to 10 are wanted: the largest is value */
    SQ_FOUND_NOTHING_ANSWERED, /* respondents without a single answer */
    SQ_FOUND_CODED,            /* by item: codes for no answer, named as such (SQ_CODED) */
    SQ_FOUND_BLANK,            /* by item: blank cells of respondents who answered something */
    SQ_FOUND_CONSTANT_ITEM,    /* by item */
    SQ_FOUND_AGAINST_OTHERS,   /* by item */
    SQ_FOUND_STRAIGHT_LINED,   /* respondents */
    SQ_FOUND_TWINS             /* respondents, from the second of a kind on */
} sq_finding_kind;

enum { SQ_FIRST_ROWS = 3 };

typedef struct sq_finding {
    sq_finding_kind kind;
    size_t column;              /* the item; SQ_NOWHERE for whole rows and for all items */
    size_t count;               /* cells; rows; respondents; answers of the column (running number,
                                   time, constant); items it was held against (against others) */
    size_t rows[SQ_FIRST_ROWS]; /* the first ones; SQ_NOWHERE where there are no more */
    size_t like[SQ_FIRST_ROWS]; /* the earlier row that each twin repeats; else SQ_NOWHERE */
    size_t opposed;             /* the item that it opposes most (against others) */
    double value; /* the first answer (out of range, not whole); the code; the answer of a constant
                     item; the correlation with the sum of the others (against others); how many
                     chance gives (straight-lined, twins); else sq_error(SQ_UNDEFINED) */
    double other; /* the other end of a scale */
} sq_finding;

typedef struct sq_check_options {
    double minimum, maximum; /* limits of the scale; NaN: none */
    size_t fewest_answers;   /* for straight lines and twins; 0: 6, or in a table of fewer items all
                                of them but at least 3 */
} sq_check_options;

/* Takes one finding; anything but SQ_OK ends the check with that status. */
typedef sq_status sq_take_finding(void *context, const sq_finding *finding);

/* Hands every finding to report. Rows and columns count from 0. Errors: SQ_OUT_OF_DOMAIN where
 * minimum ≥ maximum, SQ_NO_DATA where no cell holds a number (after the findings that say why),
 * SQ_NO_MEMORY, and what report returns. */
sq_status sq_check(const sq_table *answers, const sq_check_options *options,
                   sq_take_finding *report, void *context);

#endif
