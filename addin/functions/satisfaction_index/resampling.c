/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/satisfaction_index/resampling.h"

#include <stdint.h>

const sq_parameter in_resamples = {"resamples", OPTION, N_("How many resamples, 1 to 100000."),
                                   .left_out = "5000"};

const sq_parameter in_seed = {"seed", OPTION,
                              N_("A whole number: the same seed gives the same numbers again."),
                              .left_out = "1"};

sq_status read_count(sq_call *call, const sq_parameter *parameter, double least, double most,
                     unsigned long *out)
{
    double number;
    SQ_TRY(call_number(call, parameter, &number));
    if (number < least || number > most)
        return SQ_OUT_OF_DOMAIN;
    *out = (unsigned long)number;
    return SQ_OK;
}

sq_status read_resampling(sq_call *call, unsigned long *resamples, unsigned long *seed)
{
    SQ_TRY(read_count(call, &in_resamples, 1, (double)SQ_MOST_RESAMPLES, resamples));
    return read_count(call, &in_seed, 0, UINT32_MAX, seed);
}

void put_resampled(sq_call *call, const sq_pls_bootstrap_row *row)
{
    const double numbers[] = {
        row->mean,           row->se, row->t, row->p, row->lower, row->upper, row->corrected_lower,
        row->corrected_upper};
    put_numbers(call, numbers, LENGTH(numbers));
}

static void put_count(sq_call *call, const char *name, size_t blanks, size_t count)
{
    next_row(call);
    put_word(call, name);
    for (size_t i = 0; i < blanks; i++)
        put_blank(call);
    put_number(call, (double)count);
}

void put_counts(sq_call *call, const char *done, size_t blanks, const sq_pls_counts *counts)
{
    put_count(call, done, blanks, counts->done);
    put_count(call, N_("Left out: not converged"), blanks, counts->not_converged);
    put_count(call, N_("Left out: not defined"), blanks, counts->not_defined);
}
