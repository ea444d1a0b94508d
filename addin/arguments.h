/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arguments of a call by their parameters.
 */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include "call.h"
#include "range.h"

#include <stdbool.h>

bool call_given(const sq_call *call, const sq_parameter *parameter);

/* A DATA argument. */
sq_status call_range(sq_call *call, const sq_parameter *parameter, sq_range *out);
sq_status call_range_with_reasons(sq_call *call, const sq_parameter *parameter, sq_range *out);
/* The same of dates: no code stands for "no answer" among them. */
sq_status call_dates(sq_call *call, const sq_parameter *parameter, sq_range *out);
/* Answers that come as a VALUE or OPTION; ask call_given first. */
sq_status call_answers(sq_call *call, const sq_parameter *parameter, sq_range *out);
/* A DATA argument of one column of labels beside answers. */
sq_status call_row_labels(sq_call *call, const sq_parameter *parameter, const sq_range *answers,
                          const char ***labels);

/* What stands in the cells of a DATA argument, any number of columns, without a header. */
sq_status call_texts(sq_call *call, const sq_parameter *parameter, range_texts *out);

/* One number; if it was left out, the parameter's own, and NaN where that has none. A text is
 * SQ_BAD_ARGUMENT. */
sq_status call_number(sq_call *call, const sq_parameter *parameter, double *out);

/* One text; NULL if it was left out. A number is turned into its text. */
sq_status call_text(sq_call *call, const sq_parameter *parameter, const char **out);

/* Which of the parameter's choices a text is, in English or Chinese, in any case; the parameter's own,
 * else the first, if it was left out. An unknown word is SQ_BAD_ARGUMENT. */
sq_status call_word(sq_call *call, const sq_parameter *parameter, size_t *out);

/* The cells of an argument, row by row. Left out: no cells. */
typedef struct sq_values {
    size_t rows, columns;
    size_t cells;          /* rows × columns */
    size_t count;          /* up to the last cell that is not blank */
    const double *numbers; /* NaN where the cell holds no number */
    const char **texts;    /* NULL where blank; a number as its text */
} sq_values;
sq_status call_matrix(sq_call *call, const sq_parameter *parameter, sq_values *out);
/* The same where it must be a row, a column or a single cell, else SQ_BAD_ARGUMENT. */
sq_status call_values(sq_call *call, const sq_parameter *parameter, sq_values *out);

/* count numbers, no blank among them; *out NULL if left out. Another count or a text among them is
 * SQ_BAD_ARGUMENT, a negative number SQ_OUT_OF_DOMAIN. */
sq_status call_weights(sq_call *call, const sq_parameter *parameter, size_t count,
                       const double **out);
/* The same for respondents: the cells must fit the rows of answers, a header there means one here,
 * a blank leaves the respondent out, and what follows the last respondent does not count. */
sq_status call_case_weights(sq_call *call, const sq_parameter *parameter, const sq_range *answers,
                            const double **out);

#endif
