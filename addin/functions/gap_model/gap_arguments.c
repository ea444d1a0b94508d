/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/gap_model/gap_arguments.h"

#include "arguments.h"
#include "gap_model/own_importance.h"

#include <string.h>

const sq_parameter in_importance = {"importance", OPTION,
                                    N_("One weight per dimension, in order of their first items; "
                                       "any total, such as 100 points. Or the "
                                       "points that each respondent shares out: a row per "
                                       "respondent, a column per dimension, perhaps "
                                       "with headings; who gave none is left out.")};

const sq_parameter in_pair_test = {
    "test", OPTION, N_("How the gap is tested."),
    .choices =
        (const sq_choice[]){
            {N_("t"), N_("its mean, by Student's t")},
            {N_("wilcoxon"), N_("its ranks, by Wilcoxon's signed rank test, without case weights")},
            {NULL}},
    .left_out = "t"};

sq_status read_pair(sq_call *call, const sq_parameter *first, const sq_parameter *second,
                    rating_pair *out)
{
    memset(out, 0, sizeof *out);
    SQ_TRY(call_range(call, first, &out->first));
    SQ_TRY(call_range(call, second, &out->second));
    SQ_TRY(fit_ranges(call, &out->first, &out->second));
    SQ_TRY(call_case_weights(call, &in_case_weights, &out->second, &out->ratings.case_weights));
    out->ratings.subtrahend = out->first.answers;
    out->ratings.minuend = out->second.answers;
    return SQ_OK;
}

/* Whether the argument is one weight per dimension. */
static sq_status is_shared(sq_call *call, size_t dimensions, bool *shared)
{
    sq_values given;
    SQ_TRY(call_matrix(call, &in_importance, &given));
    *shared = (given.rows == 1 || given.columns == 1) &&
              (given.count == dimensions || given.columns != dimensions);
    return SQ_OK;
}

/* The weights: one per dimension, or those of each respondent. */
static sq_status read_importance(sq_call *call, const sq_range *range, dimension_gaps *out)
{
    size_t count = out->dimensions.model.count;
    sq_range points;
    bool shared;
    out->importance = NULL;
    out->points = (sq_table){0};
    if (!call_given(call, &in_importance))
        return SQ_OK;
    if (count == 0)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(is_shared(call, count, &shared));
    if (shared)
        return call_weights(call, &in_importance, count, &out->importance);
    SQ_TRY(call_answers(call, &in_importance, &points));
    out->points = points.answers;
    return points.answers.columns == count && points.reference_rows == range->reference_rows
               ? SQ_OK
               : SQ_BAD_ARGUMENT;
}

sq_status read_gaps(sq_call *call, const sq_ratings *ratings, const sq_range *range, double level,
                    dimension_gaps *out)
{
    size_t count;
    SQ_TRY(read_dimensions(call, ratings->minuend.columns, &out->dimensions));
    count = out->dimensions.model.count;
    SQ_TAKE(out->gaps, &call->memory, count);
    SQ_TAKE(out->shares, &call->memory, count);
    SQ_TAKE(out->contributions, &call->memory, count);
    SQ_TRY(read_importance(call, range, out));
    if (count == 0)
        return sq_gap_pooled(ratings, level, &out->overall);
    if (out->points.columns > 0)
        return sq_gap_by_own_importance(ratings, &out->dimensions.model, &out->points, level,
                                        out->gaps, out->shares, out->contributions, &out->overall);
    SQ_TRY(sq_gap_by_dimension(ratings, &out->dimensions.model, out->importance, level, out->gaps,
                               out->shares, &out->overall));
    for (size_t d = 0; d < count; d++)
        out->contributions[d] = out->shares[d] * out->gaps[d].gap.mean;
    return SQ_OK;
}
