/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One call of one function from Calc: its arguments by name, its result, its memory.
 *
 * A wrapper asks for its arguments, computes with src and returns its result; every step gives an
 * sq_status, and the first that is not SQ_OK is the wrapper's own (SQ_TRY). Nothing is freed by
 * hand: memory of the call lives until the call ends.
 */
#ifndef CALL_H
#define CALL_H

#include "base/status.h"
#include "catalogue.h"
#include "range.h"
#include "uno.h"

#include <stdbool.h>
#include <stddef.h>

/* Codes that stand for no answer in this workbook. */
enum { MISSING_CODES_MAX = 32 };
typedef struct missing_codes {
    double numbers[MISSING_CODES_MAX];
    size_t count;
    bool known; /* whether the workbook was asked */
} missing_codes;

typedef struct sq_call {
    const sq_function *function;
    uno_Interface *document; /* the caller's model, or NULL */
    void **arguments;        /* as binary UNO hands them over, in the order of the descriptor */
    uno_Any *result;         /* constructed once there is one */
    bool has_result;
    int language;         /* of the workbook; -1 until a word is needed */
    struct block *memory; /* what lives until the call ends */
    missing_codes missing;
} sq_call;

/* Runs a function: document is the caller's model (may be NULL), arguments the values as binary
 * UNO hands them over, in the order of the descriptor; result is constructed, whatever happens. */
void call_run(const sq_function *function, uno_Interface *document, void *arguments[],
              uno_Any *result);

/* n × size bytes, zeroed, until the call ends; NULL if they cannot be had. */
void *call_memory(sq_call *call, size_t n, size_t size);

/* A copy of a string as UTF-8 in memory of the call, without blanks at its ends; NULL if the memory
 * cannot be had. */
const char *call_utf8(sq_call *call, const rtl_uString *string);

/* Whether two labels are the same to the analyst: Calc, too, does not tell A from a. */
int call_compare_labels(const char *first, const char *second);

/* ---- Arguments. A name that the descriptor does not have is a fault of the wrapper: it gives
 * SQ_BAD_ARGUMENT, and the example of the function fails. */

bool call_given(const sq_call *call, const char *name);

/* A DATA argument. */
sq_status call_range(sq_call *call, const char *name, sq_range *out);
sq_status call_range_with_reasons(sq_call *call, const char *name, sq_range *out);
/* The same of dates: no code stands for "no answer" among them. */
sq_status call_dates(sq_call *call, const char *name, sq_range *out);
/* Answers that come as a VALUE or OPTION; ask call_given first. */
sq_status call_answers(sq_call *call, const char *name, sq_range *out);
/* A DATA argument of one column of labels beside answers. */
sq_status call_row_labels(sq_call *call, const char *name, const sq_range *answers,
                          const char ***labels);

/* A number as people write it; NULL if the memory cannot be had. */
const char *call_number_text(sq_call *call, double number);

/* What stands in the cells of a DATA argument, any number of columns, without a header. */
sq_status call_texts(sq_call *call, const char *name, range_texts *out);

/* One number; fallback if it was left out. A text is SQ_BAD_ARGUMENT. */
sq_status call_number(sq_call *call, const char *name, double fallback, double *out);

/* One text; NULL if it was left out. A number is turned into its text. */
sq_status call_text(sq_call *call, const char *name, const char **out);

/* Which of the words (English, NULL at the end) a text is, in English or Chinese, in any case;
 * fallback if it was left out. An unknown word is SQ_BAD_ARGUMENT. */
sq_status call_word(sq_call *call, const char *name, const char *const words[], size_t fallback,
                    size_t *out);

/* The cells of an argument, row by row. Left out: no cells. */
typedef struct sq_values {
    size_t rows, columns;
    size_t cells;          /* rows × columns */
    size_t count;          /* up to the last cell that is not blank */
    const double *numbers; /* NaN where the cell holds no number */
    const char **texts;    /* NULL where blank; a number as its text */
} sq_values;
sq_status call_matrix(sq_call *call, const char *name, sq_values *out);
/* The same where it must be a row, a column or a single cell, else SQ_BAD_ARGUMENT. */
sq_status call_values(sq_call *call, const char *name, sq_values *out);

/* count numbers, no blank among them; *out NULL if left out. Another count or a text among them is
 * SQ_BAD_ARGUMENT, a negative number SQ_OUT_OF_DOMAIN. */
sq_status call_weights(sq_call *call, const char *name, size_t count, const double **out);
/* The same for respondents: the cells must fit the rows of answers, a header there means one here,
 * a blank leaves the respondent out, and what follows the last respondent does not count. */
sq_status call_case_weights(sq_call *call, const char *name, const sq_range *answers,
                            const double **out);

/* ---- Results. */

sq_status call_return_number(sq_call *call, double value);
sq_status call_return_text(sq_call *call, const char *utf8);
sq_status call_return_word(sq_call *call, const char *word); /* in the workbook's language */

/* A table, to be filled by the following; a cell that lies outside is ignored. */
sq_status call_return_table(sq_call *call, size_t rows, size_t columns);
/* Cells that the function left out become empty texts: Calc would take them for 0. Errors: more
 * texts than Calc takes in time (call_limits.h) SQ_OUT_OF_DOMAIN. */
sq_status call_finish_table(sq_call *call);
void cell_number(sq_call *call, size_t row, size_t column, double value); /* or sq_error() */
void cell_text(sq_call *call, size_t row, size_t column, const char *utf8);
void cell_word(sq_call *call, size_t row, size_t column, const char *word);
/* Words into the cells of the first row, from a column on; how many columns follows from the list.
 */
void cell_header(sq_call *call, size_t column, const char *const words[], size_t count);
/* Numbers into neighbouring cells of a row. */
void cell_numbers(sq_call *call, size_t row, size_t column, const double numbers[], size_t count);

/* A word of a result in the workbook's language (SQ.Language): UTF-8 that lives as long as the
 * add-in. word is marked with N_ where it stands. */
const char *call_translate(sq_call *call, const char *word);

/* The codes that the workbook's property SQ.Missing names. */
const missing_codes *call_missing_codes(sq_call *call);

#endif
