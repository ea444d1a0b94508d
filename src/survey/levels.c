/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/levels.h"

#include <math.h>

static int is_scale(double minimum, double maximum)
{
    return minimum < maximum && isfinite(maximum - minimum);
}

sq_status sq_level(double score, double minimum, double maximum, size_t levels, size_t *level)
{
    if (levels == 0 || !is_scale(minimum, maximum) || !(score >= minimum && score <= maximum))
        return SQ_OUT_OF_DOMAIN;
    *level = (size_t)floor((score - minimum) / (maximum - minimum) * (double)(levels - 1) + 0.5);
    return SQ_OK;
}

sq_status sq_level_by_score(double score, const double *scores, size_t levels, size_t *level)
{
    double lowest = INFINITY, highest = -INFINITY, nearest = INFINITY, scale;
    for (size_t i = 0; i < levels; i++) {
        if (!isfinite(scores[i]))
            return SQ_OUT_OF_DOMAIN;
        lowest = fmin(lowest, scores[i]);
        highest = fmax(highest, scores[i]);
    }
    if (!(score >= lowest && score <= highest))
        return SQ_OUT_OF_DOMAIN;
    scale = isfinite(highest - lowest) ? 1 : 0.5; /* no difference is larger than this one */
    *level = 0;
    for (size_t i = 0; i < levels; i++) {
        double away = fabs(scale * scores[i] - scale * score);
        if (away < nearest || (away == nearest && scores[i] > scores[*level])) {
            nearest = away;
            *level = i;
        }
    }
    return SQ_OK;
}

sq_status sq_grade(double score, const double *thresholds, size_t grades, size_t *grade)
{
    size_t reached = grades; /* none yet */
    if (grades == 0 || !isfinite(score))
        return SQ_OUT_OF_DOMAIN;
    for (size_t i = 0; i < grades; i++) {
        if (!isfinite(thresholds[i]))
            return SQ_OUT_OF_DOMAIN;
        if (thresholds[i] <= score && (reached == grades || thresholds[i] > thresholds[reached]))
            reached = i;
    }
    if (reached == grades)
        return SQ_UNDEFINED;
    *grade = reached;
    return SQ_OK;
}

sq_status sq_rescale(double value, double from_min, double from_max, double to_min, double to_max,
                     double *out)
{
    double share;
    if (!is_scale(from_min, from_max) || !isfinite(to_max - to_min) ||
        !(value >= from_min && value <= from_max))
        return SQ_OUT_OF_DOMAIN;
    share = (value - from_min) / (from_max - from_min);
    *out = share == 1 ? to_max : to_min + share * (to_max - to_min);
    return SQ_OK;
}
