/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a function of the add-in is. A family is a table of these in addin/functions/; the build
 * makes the IDL, the names and descriptions in every language, the reference and the workbook of
 * examples from them (addin/generate.c), and the dispatcher calls through them.
 *
 * To add a function: one row in the table of its family, one wrapper above the table, one pure
 * function in src, its tests. To add a family: its table, and its two lines in catalogue.c.
 */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "base/status.h"

#include <stddef.h>

struct sq_call;

enum { PARAMETERS_MAX = 16 };

typedef enum parameter_kind {
    NO_PARAMETER, /* the end of the list */
    DATA,  /* survey answers: a cell range, read in pieces, blanks are missing; comes first */
    VALUE, /* anything else: a number, a text, labels, a small table */
    OPTION /* a value that may be left out; comes last */
} parameter_kind;

typedef struct sq_parameter {
    const char *name; /* words joined by underscores: people see blanks, IDL lowerCamel */
    parameter_kind kind;
    const char *help; /* one sentence for the Function Wizard */
} sq_parameter;

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
    sq_parameter parameters[PARAMETERS_MAX + 1];
    sq_example example;
} sq_function;

typedef struct sq_family {
    const char *interface;        /* "XGapModel"; also the name of its IDL file */
    const char *title;            /* heading in the reference */
    const sq_function *functions; /* ends with a row without a name */
    const char *more;             /* file in addin/reference with more to say, or NULL */
} sq_family;

/* What the add-in is called: module.AddIn as a service, and in files, in capitals. */
extern const char addin_module[];

extern const sq_family catalogue[]; /* ends with a row without an interface */

#endif
