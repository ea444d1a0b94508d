/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arguments that several families share: dimensions, names of items, ranges that must fit.
 */
#ifndef SURVEY_ARGUMENTS_H
#define SURVEY_ARGUMENTS_H

#include "arguments.h"
#include "base/dimensions.h"
#include "result.h"

/* ---- Parameters as the catalogue describes them. */

extern const sq_parameter in_answers, in_scale_minimum, in_scale_maximum, in_expectations,
    in_perceptions, in_dimensions, in_groups, in_case_weights, in_level;

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
sq_status read_end(sq_call *call, const sq_parameter *parameter, size_t items, const double **out);

/* Errors: SQ_BAD_ARGUMENT texts, or another number of them than items; SQ_OUT_OF_DOMAIN where a
 * minimum is not below its maximum. A blank leaves the ends of an item open (NaN). */
sq_status read_ends(sq_call *call, size_t items, item_ends *out);

/* The labels of items, one per item, NULL where blank. SQ_BAD_ARGUMENT for another number. */
sq_status read_item_labels(sq_call *call, const sq_parameter *parameter, size_t items,
                           const char ***labels);

/* The name of an item into a cell: from the header of first, else of second (may be NULL), else its
 * number. */
void put_item(sq_call *call, const sq_range *first, const sq_range *second, size_t item);

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

/* By an argument of one label per respondent, a blank leaves the respondent out. Numbers by
 * size before texts by code point. Errors: SQ_NO_DATA all blank. */
sq_status read_groups(sq_call *call, const sq_parameter *parameter, const sq_range *answers,
                      group_list *out);

#endif
