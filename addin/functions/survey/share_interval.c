/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/share_interval.h"

#include "functions/survey_arguments.h"
#include "survey/share_interval.h"

#include <math.h>

static const sq_parameter in_from = {"from", VALUE, N_("The lowest answer that counts.")};

static const sq_parameter in_to = {
    "to", OPTION, N_("The highest answer that counts. Left out: all from the lowest on.")};

static sq_status share_interval(sq_call *call)
{
    sq_range answers;
    const double *case_weights;
    double from, to, level;
    sq_share share;
    SQ_TRY(call_range(call, &in_answers, &answers));
    SQ_TRY(call_number(call, &in_from, &from));
    SQ_TRY(call_number(call, &in_to, &to));
    SQ_TRY(call_number(call, &in_level, &level));
    SQ_TRY(call_case_weights(call, &in_case_weights, &answers, &case_weights));
    SQ_TRY(sq_share_interval(&answers.answers, case_weights, from, isnan(to) ? INFINITY : to, level,
                             &share));
    return call_return_interval(call, share.lower, share.upper);
}

const sq_function share_interval_function = {
    .name = "SQ.SHARE.INTERVAL",
    .call = share_interval,
    .summary =
        N_("Confidence interval of a share of answers, such as a top box, after Wilson: lower "
           "and upper limit side by side. Enter as an array."),
    .parameters = {&in_answers, &in_from, &in_to, &in_level, &in_case_weights},
    .example = {"5\n4\n3\n2", "COLUMNS(SQ.SHARE.INTERVAL(A1:A4;4))", "2"},
    .reports = {{interval_columns, WITHOUT_HEADINGS}},
};
