/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.SAMPLESIZE, SQ.MARGIN, SQ.STRATA. Their rows of the catalogue stand in survey.c.
 */
#ifndef SAMPLING_PLAN_H
#define SAMPLING_PLAN_H

#include "arguments.h"
#include "result.h"

sq_status sample_size(sq_call *call);
sq_status margin(sq_call *call);
sq_status strata(sq_call *call);

#endif
