/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the check of the data (data_check.h), each in a file of its own name. Internal.
 */
#ifndef SQ_DATA_CHECK_PARTS_H
#define SQ_DATA_CHECK_PARTS_H

#include "base/arena.h"
#include "survey/data_check.h"

#include <stdbool.h>

/* ---- check_counts.c: what was answered to each item, and how often. */

enum { SQ_MOST_LEVELS = 256 }; /* an item with more different answers is not on a rating scale */

typedef struct sq_level {
    double value;
    size_t count;
} sq_level;

typedef struct sq_item_counts {
    sq_level *levels; /* [distinct] ascending; nothing where many */
    size_t distinct;
    bool many;             /* more than SQ_MOST_LEVELS different answers */
    size_t answers, whole; /* finite numbers; of them whole ones */
    double least, largest; /* of them */
    double last;           /* of them, in the order of the rows */
    bool rising, falling;  /* strictly, from row to row */
    bool by_one;           /* each is the one before plus 1 */
    bool never_falling;    /* from row to row */
} sq_item_counts;

/* One pass. items[columns] is the caller's, their levels are in memory of the arena. */
sq_status sq_count_answers(sq_arena *memory, const sq_table *answers, sq_item_counts items[]);

/* How many of the answers lie in [minimum, maximum]; 0 where there are many. */
size_t sq_answers_within(const sq_item_counts *item, double minimum, double maximum);

/* ---- check_edges.c: rows that are no respondents. */

/* How many rows above the first number hold texts: rows of headers that were left in the range. */
size_t sq_header_rows(const sq_table *answers);

/* The row from which on the table holds totals or means of the rows above; rows where it does not.
 */
sq_status sq_summary_row(const sq_table *answers, size_t *row);

/* ---- check_columns.c: columns that hold no answers. */

typedef enum sq_column_kind {
    SQ_COLUMN_EMPTY, /* no number in it */
    SQ_COLUMN_ANSWERS,
    SQ_COLUMN_RUNNING_NUMBER, /* or an ID */
    SQ_COLUMN_TIME,           /* dates or times as the office counts them */
    SQ_COLUMN_OTHER_SCALE     /* answers, on another scale than most */
} sq_column_kind;

sq_status sq_column_kinds(const sq_table *answers, const sq_item_counts items[],
                          sq_column_kind kinds[]);

/* ---- check_scale.c */

typedef struct sq_scale {
    double minimum, maximum;
} sq_scale;

/* The scale of most columns of the kind SQ_COLUMN_ANSWERS; those clearly on another become
 * SQ_COLUMN_OTHER_SCALE. false where the answers do not show one. */
sq_status sq_find_scale(const sq_item_counts items[], size_t columns, sq_column_kind kinds[],
                        sq_scale *scale, bool *found);

/* The same against a scale that was given. */
void sq_hold_against_scale(const sq_item_counts items[], size_t columns, sq_column_kind kinds[],
                           const sq_scale *scale);

enum { SQ_MOST_CODES = 16 };

/* Answers outside the scale that stand apart from it and recur, ascending; how many. */
size_t sq_find_codes(const sq_item_counts items[], size_t columns, const sq_column_kind kinds[],
                     const sq_scale *scale, double codes[SQ_MOST_CODES]);

/* ---- check_items.c: how the items go together. */

typedef struct sq_relations {
    size_t *columns; /* [count] */
    size_t count;
    double *covariance;      /* [count × count] 0 where there is none */
    signed char *sign;       /* [count] −1: runs against the others */
    double *correlation;     /* [count] with the sum of the others, those with −1 turned round */
    double mean_correlation; /* of two items so turned, at least 0 */
} sq_relations;

/* Answers outside the scale are left out. */
sq_status sq_relate_items(sq_arena *memory, const sq_table *answers, const sq_column_kind kinds[],
                          const sq_scale *scale, sq_relations *out);

/* Whether an item runs against the others so clearly that it is no chance; *most: the place in
 * relations of the item that it opposes most. */
bool sq_runs_against(const sq_relations *relations, size_t item, size_t answers, size_t *most);

/* ---- check_chance.c: how many rows would be alike by chance. */

typedef struct sq_chance {
    double straight, twins; /* respondents; rows like an earlier one */
} sq_chance;

/* rows_with[k + 1]: how many respondents gave so many answers to the k items of relations. Rows
 * with fewer than fewest do not count. */
sq_status sq_expect_alike(const sq_item_counts items[], const sq_relations *relations,
                          const size_t rows_with[], size_t fewest, sq_chance *out);

/* Whether so many are more than chance explains. */
bool sq_is_more_than_chance(size_t count, double expected);

/* ---- What all of it works on. */

typedef struct sq_checked {
    sq_table answers; /* without the rows that are no respondents */
    size_t first_row; /* of them, in the table that was given */
    sq_scale scale;   /* −∞, ∞ where there is no limit */
    size_t fewest_answers;
    sq_item_counts *items; /* [columns] */
    sq_column_kind *kinds; /* [columns] */
    double codes[SQ_MOST_CODES];
    size_t code_count;
    sq_take_finding *report;
    void *context;
} sq_checked;

/* A finding with nothing but its kind and item, and what is not there said to be not there. */
sq_finding sq_finding_of(sq_finding_kind kind, size_t column);

/* Hands it over, its rows counted in the table that was given. */
sq_status sq_tell(const sq_checked *checked, sq_finding finding);

/* check_cells.c: cell by cell, requirements 2 and 4 to 8. */
sq_status sq_check_cells(const sq_checked *checked, const sq_check_options *options);

/* check_rows.c: respondents, requirements 11 to 13. */
sq_status sq_check_rows(const sq_checked *checked, const sq_relations *relations);

#endif
