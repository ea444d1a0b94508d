/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What SQ.PLS.BOOTSTRAP, SQ.PLS.GROUPS and SQ.PLS.PREDICT share: how often, with which seed, and the
 * rows that say how many fits the figures rest on.
 */
#ifndef RESAMPLING_H
#define RESAMPLING_H

#include "arguments.h"
#include "result.h"
#include "satisfaction_index/pls_resample.h"

extern const sq_parameter in_resamples, in_seed;

/* A whole number within limits, else SQ_OUT_OF_DOMAIN. */
sq_status read_count(sq_call *call, const sq_parameter *parameter, double least, double most,
                     unsigned long *out);

/* The arguments "resamples" and "seed". */
sq_status read_resampling(sq_call *call, unsigned long *resamples, unsigned long *seed);

/* COUNT_ROWS rows below a table, each a name, so many blanks and a count; done names the first. */
enum { COUNT_ROWS = 3 };
void put_counts(sq_call *call, const char *done, size_t blanks, const sq_pls_counts *counts);

#endif
