/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell range of survey answers, read into a table of doubles.
 *
 * Requirements
 * 1 A number (or a logical: 1, 0) is an answer. Blank, text and error cells are missing answers.
 * 2 A first row that is all text is the header: it names the items and is no respondent. A text
 *   that is a number names nothing.
 * 3 Hidden and filtered rows and columns count like any others.
 * 4 Only the sheet's used area is read, so whole columns cost what their filled rows cost; rows
 *   after the last that holds anything are no respondents.
 * 5 A range of at most WIDE columns keeps them all, so that an item nobody answered stays an item;
 *   a wider one ends at the last used column.
 * 6 Cells are fetched in pieces, so that the office never holds a second copy of the data.
 * 7 Numbers alone come faster, by the way charts take (XChartDataArray); it leaves out hidden rows
 *   and columns and does not say what a cell without a number holds. So a piece whose shape is not
 *   the one asked for is fetched again cell by cell, and who must know why an answer is missing
 *   reads with range_read_reasons. SQ.PROBE.SAME of the tests holds that both ways read the same.
 * 8 A text among the answers that is a number, or carries one in or below the first row that holds
 *   numbers, is no missing answer: SQ_NUMBER_AS_TEXT, for a figure from the rest would be wrong
 *   and look right. Other texts are missing answers, and rows of texts above the first numbers
 *   (second and third headers) do no harm. A text longer than an answer is a remark.
 * 9 The codes that the workbook names in SQ.Missing are missing answers.
 * 10 Nothing is read of what is larger than call_limits.h allows: SQ_OUT_OF_DOMAIN.
 */
#ifndef RANGE_H
#define RANGE_H

#include "base/status.h"
#include "base/table.h"
#include "call_limits.h"
#include "uno.h"

typedef struct sq_range {
    sq_table answers;      /* rows without the header and without the empty end */
    size_t room;           /* rows that are in memory: those beyond answers.rows are blank */
    const char **names;    /* one per item, UTF-8; NULL without a header */
    size_t reference_rows; /* rows of the reference less the header: what must fit other ranges */
    bool has_header;
    bool *number_as_text; /* [columns] where such a text stands (requirement 8); NULL: nowhere */
    size_t sheet_row, sheet_column; /* of the first answer on its sheet, from 0; 0 by value */
} sq_range;

struct sq_call;

typedef enum range_purpose {
    READ_ANSWERS,
    READ_REASONS, /* with the reasons of missing answers (sq_absence), none of them an error */
    READ_DATES    /* without requirement 9 */
} range_purpose;

/* Reads it with memory of the call. Errors: SQ_BAD_ARGUMENT where it is no cell range,
 * SQ_OUT_OF_DOMAIN where it is too large, SQ_NUMBER_AS_TEXT (out is filled all the same),
 * SQ_NO_MEMORY. */
sq_status range_read(struct sq_call *call, uno_Interface *cells, range_purpose purpose,
                     sq_range *out);

/* The same from the cells that an `any` holds by value: a small table of answers. */
sq_status range_from_any(struct sq_call *call, const uno_Any *any, sq_range *out);

/* Reads one column of labels: texts as they are, numbers as texts, NULL for blank and error cells.
 * The rows are those of answers: a header there means one here. Errors: SQ_BAD_ARGUMENT where the
 * rows do not fit or there is more than one column. */
sq_status range_read_labels(struct sq_call *call, uno_Interface *cells, const sq_range *answers,
                            const char ***labels);

/* What stands in the cells of a range as people see it, row by row: labels beside labels. */
typedef struct range_texts {
    size_t rows, columns;  /* rows after the last used row of the sheet left away */
    const char **texts;    /* NULL for blank and error cells; a number as its text */
    const double *numbers; /* NaN where the cell holds no number */
} range_texts;

/* Reads it with memory of the call; no row is a header. At most WIDE columns. */
sq_status range_read_texts(struct sq_call *call, uno_Interface *cells, range_texts *out);

#endif
