/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A path model: which items measure which construct, and which construct acts on which. Reading it
 * from the words of a sheet, and saying what is wrong with it.
 *
 * Requirements
 * 1 Names are compared as same_word.h says. A block word may also be a usual name of the construct
 *   or the code of an item, "Perceived quality" or PERQ3 (construct_words.h).
 * 2 A block word "Quality:B" (or with the full-width colon, "Quality：B") asks for mode B of the
 *   whole block; saying it once is enough, ":A" on another item of the block contradicts it.
 * 3 A cell of the path table is 0 or blank (NaN: no path) or 1 (row → column). Rows and columns
 *   may stand in different orders; the constructs keep the order of the rows.
 * 4 Each thing a user can get wrong has a fault of its own with one sentence, and the place of the
 *   first such thing is told: the item, or the construct, or both ends of a path.
 */
#ifndef SQ_PATH_MODEL_H
#define SQ_PATH_MODEL_H

#include "base/same_word.h"
#include "base/status.h"
#include "base/table.h"

#include <stdbool.h>
#include <stddef.h>

#define SQ_MOST_CONSTRUCTS 100 /* the work of a round grows with their fourth power */

typedef enum sq_mode {
    SQ_MODE_A, /* reflective: the weight of an item is its covariance with the inner estimate */
    SQ_MODE_B  /* formative: the weights are the regression of the inner estimate on the items */
} sq_mode;

/* A model by numbers; the arrays belong to the caller and outlive everything made of the model. */
typedef struct sq_path_model {
    size_t items;        /* columns of the answers */
    size_t constructs;   /* blocks */
    const size_t *block; /* [items] the construct of each item; SQ_NOWHERE leaves it out */
    const double *paths; /* [constructs × constructs] 1 where the row acts on the column, else 0 */
    const sq_mode *modes; /* [constructs]; NULL: all mode A */
} sq_path_model;

typedef enum sq_model_fault {
    SQ_MODEL_SOUND,
    /* of the words */
    SQ_MODEL_ITEM_WITHOUT_BLOCK,     /* item: its block name is no construct's */
    SQ_MODEL_CONSTRUCT_WITHOUT_NAME, /* construct: a blank heading in the path table */
    SQ_MODEL_CONSTRUCT_TWICE,        /* construct: two rows or two columns bear its name */
    SQ_MODEL_UNKNOWN_CONSTRUCT,      /* construct: a column whose name heads no row */
    SQ_MODEL_TWO_MODES,              /* item, construct: ":A" and ":B" in one block */
    SQ_MODEL_UNKNOWN_MODE,           /* item: another word than A or B behind the colon */
    /* of the model */
    SQ_MODEL_EMPTY,                   /* no construct or no item at all */
    SQ_MODEL_CONSTRUCT_WITHOUT_ITEMS, /* construct */
    SQ_MODEL_BAD_PATH,                /* construct, other: a cell that is neither 0 nor 1 */
    SQ_MODEL_CYCLE,                   /* construct: it acts on itself, at once or through others */
    SQ_MODEL_ISOLATED_CONSTRUCT,      /* construct: no path leads to it or from it */
    /* of the answers to it */
    SQ_MODEL_SHAPE,                /* the answers have other columns than the model has items */
    SQ_MODEL_NEGATIVE_CASE_WEIGHT, /* a case weight below zero, or none */
    SQ_MODEL_TOO_FEW_RESPONDENTS,  /* fewer than three are left */
    SQ_MODEL_ITEM_WITHOUT_ANSWERS, /* item, construct */
    SQ_MODEL_CONSTANT_ITEM,        /* item, construct */
    SQ_MODEL_MORE_ITEMS_THAN_RESPONDENTS, /* construct: mode B */
    SQ_MODEL_COLLINEAR_ITEMS,             /* construct: mode B, an item is a sum of the others */
    SQ_MODEL_COLLINEAR_CONSTRUCTS,        /* construct: its predecessors say the same */
    SQ_MODEL_NO_CONVERGENCE,              /* the weights did not settle */
    SQ_MODEL_TOO_LARGE                    /* more constructs, or more to be computed than there may
                                             be: SQ_MOST_CONSTRUCTS, SQ_MOST_WORK (pls.h) */
} sq_model_fault;

/* What is wrong, and where: SQ_NOWHERE for what the fault has no place in. */
typedef struct sq_model_problem {
    sq_model_fault fault;
    size_t item;      /* column of the answers */
    size_t construct; /* row of the path table (SQ_MODEL_UNKNOWN_CONSTRUCT: column) */
    size_t other;     /* SQ_MODEL_BAD_PATH: the construct at the other end */
} sq_model_problem;

/* The construct a block word belongs to, SQ_NOWHERE for none or a blank; and what stands behind its
 * colon, start NULL without one. */
size_t sq_find_block(const char *word, size_t constructs, const char *const names[],
                     sq_stretch *mode);

/* One English sentence per fault, never NULL; and the status that the call ends with. */
const char *sq_model_sentence(sq_model_fault fault);
sq_status sq_model_status(sq_model_fault fault);

/* Writes the problem down and returns its status. */
sq_status sq_model_wrong(sq_model_problem *problem, sq_model_fault fault, size_t item,
                         size_t construct);

/* Reads the words: block_words[items] one per item, row_names[constructs], column_names[constructs]
 * and table[constructs × constructs] as they stand in the sheet. Fills block[items],
 * modes[constructs] and paths[constructs × constructs], both in the order of the rows. It finds the
 * faults of the words and of the table's cells; sq_path_model_check finds the rest. NULL is a blank
 * word, and a blank block word leaves the item out. Errors: the status of the fault. */
sq_status sq_path_model_read(size_t items, const char *const block_words[], size_t constructs,
                             const char *const row_names[], const char *const column_names[],
                             const double *table, size_t *block, sq_mode *modes, double *paths,
                             sq_model_problem *problem);

/* Whether a model can be estimated, whatever the answers. */
sq_status sq_path_model_check(const sq_path_model *model, sq_model_problem *problem);

#endif
