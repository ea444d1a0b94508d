/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What SQ.PLS.BOOTSTRAP, SQ.PLS.GROUPS and SQ.PLS.PREDICT share: how often, with which seed, and the
 * rows that say how many fits the figures rest on.
 */
#ifndef RESAMPLING_H
#define RESAMPLING_H

#include "arguments.h"
#include "result.h"
#include "satisfaction_index/pls_bootstrap.h"

extern const sq_parameter in_resamples, in_seed;

/* A whole number within limits, else SQ_OUT_OF_DOMAIN. */
sq_status read_count(sq_call *call, const sq_parameter *parameter, double least, double most,
                     unsigned long *out);

/* The arguments "resamples" and "seed". */
sq_status read_resampling(sq_call *call, unsigned long *resamples, unsigned long *seed);

/* What the bootstrap says of a figure, behind its estimate: the columns, and a row's numbers. */
#define RESAMPLED_COLUMNS                                                                          \
    {N_("Mean"), FIGURE_NUMBER, N_("over the resamples")},                                         \
        {N_("SE"), FIGURE_NUMBER, N_("standard deviation over the resamples")},                    \
        {N_("t"), FIGURE_NUMBER, N_("estimate over SE")},                                          \
        {N_("p"), FIGURE_PROBABILITY, N_("two-sided probability of a t as far from 0 by chance")}, \
        {N_("Lower"), FIGURE_NUMBER, N_("percentile interval")},                                   \
        {N_("Upper"), FIGURE_NUMBER, N_("percentile interval, its other end")},                    \
        {N_("Lower (BC)"), FIGURE_NUMBER, N_("bias-corrected interval")},                          \
    {                                                                                              \
        N_("Upper (BC)"), FIGURE_NUMBER, N_("bias-corrected interval, its other end")              \
    }
void put_resampled(sq_call *call, const sq_pls_bootstrap_row *row);

/* COUNT_ROWS rows below a table, each a name, so many blanks and a count; done names the first. */
enum { COUNT_ROWS = 3 };
void put_counts(sq_call *call, const char *done, size_t blanks, const sq_pls_counts *counts);

#endif
