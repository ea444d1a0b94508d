/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loyalty/complaints.h"

#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

static sq_status count(const double *opened, const double *closed, const double *resolved, size_t n,
                       double target, double *days, sq_complaints *out)
{
    size_t within = 0, stated = 0;
    for (size_t i = 0; i < n; i++) {
        if (isnan(opened[i]))
            continue;
        out->opened++;
        if (!isfinite(opened[i]) || isinf(closed[i]) || closed[i] < opened[i])
            return SQ_OUT_OF_DOMAIN;
        if (!isnan(closed[i])) {
            days[out->answered++] = closed[i] - opened[i];
            within += closed[i] - opened[i] <= target;
        }
        if (!resolved || isnan(resolved[i]))
            continue;
        if (resolved[i] != 0 && resolved[i] != 1)
            return SQ_OUT_OF_DOMAIN;
        stated++;
        out->resolved += resolved[i] == 1;
    }
    out->open = out->opened - out->answered;
    out->not_stated = resolved ? out->opened - stated : 0;
    out->resolved_rate = !resolved    ? sq_error(SQ_UNDEFINED)
                         : stated > 0 ? (double)out->resolved / (double)stated
                                      : sq_error(SQ_NO_DATA);
    out->within_target = isnan(target)       ? sq_error(SQ_UNDEFINED)
                         : out->answered > 0 ? (double)within / (double)out->answered
                                             : sq_error(SQ_NO_DATA);
    return SQ_OK;
}

sq_status sq_complaints_of(const double *opened, const double *closed, const double *resolved,
                           size_t n, double target, double *days, sq_complaints *out)
{
    *out = (sq_complaints){0};
    if (target < 0 || isinf(target))
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(count(opened, closed, resolved, n, target, days, out));
    if (out->opened == 0)
        return SQ_NO_DATA;
    out->answered_rate = (double)out->answered / (double)out->opened;
    out->mean = out->median = out->ninety = out->longest = sq_error(SQ_NO_DATA);
    if (out->answered == 0)
        return SQ_OK;
    gsl_sort(days, 1, out->answered);
    out->mean = gsl_stats_mean(days, 1, out->answered);
    out->median = gsl_stats_quantile_from_sorted_data(days, 1, out->answered, 0.5);
    out->ninety = gsl_stats_quantile_from_sorted_data(days, 1, out->answered, 0.9);
    out->longest = days[out->answered - 1];
    return SQ_OK;
}
