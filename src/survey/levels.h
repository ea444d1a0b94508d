/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a score to one of a few levels, and from one scale to another.
 *
 * Requirements
 * 1 A score on a scale from minimum to maximum belongs to the nearest of the levels that stand at
 *   equal distances from one end to the other; half way between two it is the higher one.
 * 2 Levels with scores of their own (100, 80, 60, 30, 0, say): the nearest, half way the higher.
 * 3 Grades with thresholds, in any order: the highest that the score reaches; SQ_UNDEFINED below
 *   the lowest. Of two grades with one threshold the first.
 * 4 minimum ≥ maximum, no level, a score outside the scale or below the lowest or above the
 *   highest level's score, a number that is not finite: SQ_OUT_OF_DOMAIN.
 */
#ifndef SQ_LEVELS_H
#define SQ_LEVELS_H

#include "base/status.h"

#include <stddef.h>

/* Which of the levels, 0 the lowest. */
sq_status sq_level(double score, double minimum, double maximum, size_t levels, size_t *level);

/* Which of the levels by their scores, in any order; *level is a position in scores. */
sq_status sq_level_by_score(double score, const double *scores, size_t levels, size_t *level);

/* Which of the grades by their thresholds (requirement 3); *grade is a position in thresholds.
 * SQ_OUT_OF_DOMAIN a number that is not finite, or no grade. */
sq_status sq_grade(double score, const double *thresholds, size_t grades, size_t *grade);

/* Linear: from_min becomes to_min, from_max becomes to_max; to_min above to_max turns the scale
 * round. */
sq_status sq_rescale(double value, double from_min, double from_max, double to_min, double to_max,
                     double *out);

#endif
