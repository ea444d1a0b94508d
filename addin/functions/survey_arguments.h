/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arguments that several families share: dimensions, names of items, ranges that must fit.
 */
#ifndef SURVEY_ARGUMENTS_H
#define SURVEY_ARGUMENTS_H

#include "arguments.h"
#include "base/dimensions.h"
#include "result.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* ---- Parameters as the catalogue describes them. */

/* By hand: the tool would take the braces of an initialiser for a block. */
/* clang-format off */
#define EXPECTATIONS                                                                               \
    {"expectations", DATA,                                                                         \
     N_("What was expected: one row per respondent, one column per item. Blanks, texts and "       \
        "errors are missing answers; a first row of texts names the items.")}
#define PERCEPTIONS                                                                                \
    {"perceptions", DATA,                                                                          \
     N_("What was perceived: the same respondents and items, in the same order.")}
#define DIMENSIONS                                                                                 \
    {"dimensions", OPTION,                                                                         \
     N_("One label or number per item, in a row or a column; a blank leaves the item out. Or the "  \
        "published order of 22 items: \"SERVQUAL\" is Tangibles (1–4), Reliability (5–9), "        \
        "Responsiveness (10–13), Assurance (14–17), Empathy (18–22); \"MINSA\" is Reliability "    \
        "(1–5), Responsiveness (6–9), Assurance (10–13), Empathy (14–18), Tangibles (19–22). "     \
        "Left out: none.")}
#define CASE_WEIGHTS                                                                               \
    {"case_weights", OPTION,                                                                       \
     N_("One weight per respondent, zero or more; only their proportions matter. A blank leaves "  \
        "the respondent out.")}
#define LEVEL                                                                                      \
    {"level", OPTION, N_("Confidence level of the intervals, between 0 and 1; 0.95 if left out.")}
/* clang-format on */

/* ---- Reading them. */

/* Items sorted into dimensions by the argument "dimensions". */
typedef struct item_dimensions {
    sq_dimensions model; /* count 0: no dimensions */
    const char **names;  /* [count] in the workbook's language */
} item_dimensions;

/* One label or number per item, a blank leaves an item out, dimensions in order of appearance; or the
 * word of a published order (item_orders.h). Left out: none. Errors: SQ_BAD_ARGUMENT another number
 * of labels than items, or of items than the order has; SQ_NO_DATA all blank. */
sq_status read_dimensions(sq_call *call, size_t items, item_dimensions *out);

/* Two ranges of the same respondents, whatever their columns: the one that ends earlier gets
 * missing answers there, so that it does not matter where in the survey an incomplete respondent
 * stands. SQ_BAD_ARGUMENT if the rows do not fit. */
sq_status join_respondents(sq_call *call, sq_range *first, sq_range *second);

/* The same of one shape, items included; what stands beside the two may begin at the header of
 * either. */
sq_status fit_ranges(sq_call *call, sq_range *first, sq_range *second);

/* The ends of the items' scales: of each of the two arguments one number, or one per item. */
typedef struct item_ends {
    const double *minimum, *maximum; /* [items]; NULL where not both were given */
} item_ends;

/* One of the two, [items]; NULL where it was left out. */
sq_status read_end(sq_call *call, const char *name, size_t items, const double **out);

/* Errors: SQ_BAD_ARGUMENT texts, or another number of them than items; SQ_OUT_OF_DOMAIN where a
 * minimum is not below its maximum. A blank leaves the ends of an item open (NaN). */
sq_status read_ends(sq_call *call, size_t items, item_ends *out);

/* The labels of items, one per item, NULL where blank. SQ_BAD_ARGUMENT for another number. */
sq_status read_item_labels(sq_call *call, const char *name, size_t items, const char ***labels);

/* The name of an item into a cell: from the header of first, else of second (may be NULL), else its
 * number. */
void cell_item(sq_call *call, size_t row, size_t column, const sq_range *first,
               const sq_range *second, size_t item);

/* ---- Groups of respondents. */

typedef struct group_member {
    const char *label;
    double number; /* of the label; NaN for a text */
    size_t row;
} group_member;

typedef struct group_list {
    group_member *members;
    size_t count;  /* members */
    size_t *rows;  /* [count] their rows */
    size_t *first; /* [groups + 1] where each group begins */
    size_t groups;
} group_list;

/* By the argument "groups", one label per respondent, a blank leaves the respondent out. Numbers by
 * size before texts by code point. Errors: SQ_NO_DATA all blank. */
sq_status read_groups(sq_call *call, const sq_range *answers, group_list *out);

#endif
