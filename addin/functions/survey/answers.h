/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What single answers say: SQ.LEVEL, SQ.GRADE, SQ.RESCALE, SQ.TOPBOX, SQ.BOTTOMBOX,
 * SQ.DISTRIBUTION, SQ.CODE.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "arguments.h"
#include "result.h"
#include "survey/answer_words.h"

extern const sq_function level_function;
extern const sq_function grade_function;
extern const sq_function rescale_function;
extern const sq_function top_box_function;
extern const sq_function bottom_box_function;
extern const sq_function distribution_function;
extern const sq_function code_function;

/* The codes of a block of worded answers as the result: the number of a single one, else a table
 * with the header as it is and empty texts where there is no answer. */
sq_status return_codes(sq_call *call, const sq_answer_block *block,
                       const sq_answer_options *options);

#endif
