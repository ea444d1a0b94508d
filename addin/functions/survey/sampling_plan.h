/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.SAMPLESIZE, SQ.MARGIN, SQ.STRATA. Their rows of the catalogue stand in survey.c.
 */
#ifndef SAMPLING_PLAN_H
#define SAMPLING_PLAN_H

#include "arguments.h"
#include "result.h"

extern const sq_function sample_size_function;
extern const sq_function margin_function;
extern const sq_function strata_function;

#endif
