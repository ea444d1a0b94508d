/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with the answers, and where: the first thing an analyst runs. Nothing is repaired.
 *
 * Requirements
 * 1 A respondent who left every cell of the row blank is reported once, as having answered nothing,
 *   and takes no part in anything below.
 * 2 Blanks, text, error cells and answers out of range are reported by item: how many, the first
 *   row, and for answers out of range the first such answer. Without limits only an infinite answer
 *   is out of range. A limit is itself in range.
 * 3 An item is constant where at least two respondents answered it, all the same.
 * 4 A respondent is straight-lined who gave the same answer to all items answered, if these are at
 *   least fewest_answers. One with fewer has not had the room to differ.
 * 5 A row is a duplicate if an earlier one has the same answers and the same gaps; it is reported
 *   with the first of its kind. Again at least fewest_answers must have been given, and rows of one
 *   and the same answer, which are alike by nature, are not reported once more. Rows are found by
 *   hash: the time is proportional to the answers.
 * 6 An item runs against the others where its correlation with the sum of the others is negative
 *   (pairwise, answers out of range left out, as item analysis in reliability.h): most often one
 *   that was worded the other way and not recoded. Needs three respondents; a constant item has
 *   none.
 * 7 Findings come in the order of sq_finding_kind, within a kind by item or by row.
 */
#ifndef SQ_DATA_CHECK_H
#define SQ_DATA_CHECK_H

#include "status.h"
#include "table.h"

#include <stddef.h>

typedef enum sq_finding_kind {
    SQ_FOUND_TEXT,             /* by item: cells with words */
    SQ_FOUND_ERROR_CELL,       /* by item: cells with an error value */
    SQ_FOUND_OUT_OF_RANGE,     /* by item: answers beyond the limits */
    SQ_FOUND_NOTHING_ANSWERED, /* all in one: respondents without a single answer */
    SQ_FOUND_BLANK,            /* by item: blank cells of respondents who answered something */
    SQ_FOUND_CONSTANT_ITEM,    /* by item */
    SQ_FOUND_AGAINST_OTHERS,   /* by item */
    SQ_FOUND_STRAIGHT_LINED,   /* by respondent */
    SQ_FOUND_DUPLICATE_ROW     /* by respondent, from the second of its kind on */
} sq_finding_kind;

typedef struct sq_finding {
    sq_finding_kind kind;
    size_t row;    /* the row, or the first row; SQ_NOWHERE for constant and against others */
    size_t column; /* the item; SQ_NOWHERE for a whole row */
    size_t count;  /* cells; respondents (nothing answered, constant); answers in the row (straight-
                      lined, duplicate); items it was held against (against others) */
    double value; /* the first answer out of range; the answer given throughout (constant, straight-
                     lined); the correlation (against others); else sq_error(SQ_UNDEFINED) */
    size_t like;  /* the earlier row that a duplicate repeats; else SQ_NOWHERE */
} sq_finding;

typedef struct sq_check_options {
    double minimum, maximum; /* limits of the scale; NaN: none */
    size_t fewest_answers; /* for straight lines and duplicates; 0: 6, or in a table of fewer items
                              all of them but at least 3 */
} sq_check_options;

/* Takes one finding; anything but SQ_OK ends the check with that status. */
typedef sq_status sq_report(void *context, const sq_finding *finding);

/* Hands every finding to report. Rows and columns count from 0. Errors: SQ_OUT_OF_DOMAIN where
 * minimum ≥ maximum, SQ_NO_DATA where no cell holds a number (after the findings that say why),
 * SQ_NO_MEMORY, and what report returns. */
sq_status sq_check(const sq_table *answers, const sq_check_options *options, sq_report *report,
                   void *context);

#endif
