/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What single answers say: SQ.LEVEL, SQ.GRADE, SQ.RESCALE, SQ.TOPBOX, SQ.BOTTOMBOX, SQ.NPS,
 * SQ.DISTRIBUTION, SQ.CODE. Their rows of the catalogue stand in survey.c.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "arguments.h"
#include "result.h"
#include "survey/answer_words.h"

sq_status level(sq_call *call);
sq_status grade(sq_call *call);
sq_status rescale(sq_call *call);
sq_status top_box(sq_call *call);
sq_status bottom_box(sq_call *call);
sq_status net_promoter_score(sq_call *call);
sq_status distribution(sq_call *call);
sq_status code(sq_call *call);

/* The codes of a block of worded answers as the result: the number of a single one, else a table
 * with the header as it is and empty texts where there is no answer. */
sq_status return_codes(sq_call *call, const sq_answer_block *block,
                       const sq_answer_options *options);

#endif
