/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a function of the add-in is: a row that stands below its wrapper in addin/functions/FAMILY, its
 * parameters, each an object, above. The build makes the IDL, the names and descriptions in every
 * language, the reference and the workbook of examples from them (addin/generate.c), and the
 * dispatcher calls through them.
 *
 * To add a function: the wrapper and its row, a line in the list of its family, a pure function in
 * src, its tests, the translation.
 */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

struct sq_call;

enum { PARAMETERS_MAX = 16 };

typedef enum parameter_kind {
    DATA,  /* survey answers: a cell range, read in pieces, blanks are missing; comes first */
    VALUE, /* anything else: a number, a text, labels, a small table */
    OPTION /* a value that may be left out; comes last */
} parameter_kind;

typedef struct sq_choice {
    const char *word;    /* in English; taken in Chinese, too */
    const char *meaning; /* or NULL where the word says it */
} sq_choice;

/* One object serves every function that means the same. Where they differ, each has its own, and what
 * several read together is found by the name. */
typedef struct sq_parameter {
    const char *name; /* words joined by underscores: people see blanks, IDL lowerCamel */
    parameter_kind kind;
    const char *help;         /* a sentence or two for the Function Wizard */
    const char *left_out;     /* what stands for it if left out: a number, or one of the choices */
    const sq_choice *choices; /* the words it takes, one without a word at the end; or NULL */
    size_t offered;           /* of them named to people, 0: all; behind are other spellings */
    bool of_items;            /* labels of items, one each: a blank leaves the item out */
} sq_parameter;

/* What kind of figure a column holds: how it is shown on sheets follows from it. */
typedef enum sq_figure {
    FIGURE_LABEL,       /* what the row is about */
    FIGURE_WORD,        /* any other text */
    FIGURE_COUNT,       /* a whole number of things */
    FIGURE_NUMBER,      /* with decimals */
    FIGURE_SHARE,       /* 0 to 1, a part of a whole */
    FIGURE_PROBABILITY, /* p of a test */
    FIGURE_MONEY
} sq_figure;

typedef struct sq_column {
    const char *title;
    sq_figure figure;
    const char *meaning; /* with its unit: for the reference */
    bool each;           /* any number of columns, "each dimension", with headings of their own */
} sq_column;

typedef enum sq_layout {
    WITH_HEADINGS,
    WITHOUT_HEADINGS,
    IN_ROWS /* what would be a column is a row: its name and its value */
} sq_layout;

/* A table that a function gives; of several, the one that its argument asks for. */
typedef struct sq_report {
    const sq_column *columns; /* one without a title at the end; NULL: no more reports */
    sq_layout layout;
    const char *asked; /* the word that asks for it, or NULL */
} sq_report;

enum { REPORTS_MAX = 15 };

/* An example that the build recalculates: rows of cells put at A1, cells apart by '|', rows by
 * '\n'; a formula over them; and what it gives. */
typedef struct sq_example {
    const char *cells;
    const char *formula;
    const char
        *expected; /* a number, or a text; where it comes from stands in the test workbooks */
} sq_example;

typedef struct sq_function {
    const char *name; /* what the analyst types; the name in files follows from it: never renamed */
    sq_status (*call)(struct sq_call *call);
    const char *summary; /* a sentence or two for the Function Wizard */
    const sq_parameter *parameters[PARAMETERS_MAX + 1]; /* NULL at the end */
    sq_example example;
    sq_report reports[REPORTS_MAX + 1]; /* the tables it gives; none: one cell */
} sq_function;

typedef struct sq_family {
    const char *interface;               /* "XGapModel"; also the name of its IDL file */
    const char *title;                   /* heading in the reference */
    const sq_function *const *functions; /* NULL at the end */
    const char *more;                    /* file in addin/reference with more to say, or NULL */
} sq_family;

/* What the add-in is called: module.AddIn as a service, and in files, in capitals. */
extern const char addin_module[];

extern const sq_family *const catalogue[]; /* NULL at the end */

/* Each of a list of pointers, NULL at the end, by its name. */
#define EACH(type, item, list)                                                                     \
    for (const type *const *item##_at = (list), *item = *item##_at; item; item = *++item##_at)
#define EACH_FAMILY(family) EACH(sq_family, family, catalogue)
#define EACH_FUNCTION(function, family) EACH(sq_function, function, (family)->functions)
#define EACH_PARAMETER(parameter, function) EACH(sq_parameter, parameter, (function)->parameters)

#endif
