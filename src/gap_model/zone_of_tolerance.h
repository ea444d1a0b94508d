/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The zone of tolerance between the minimum and the desired level of service (Parasuraman, Zeithaml
 * & Berry 1994, J. Retailing 70): adequacy = perceived − minimum, superiority = perceived −
 * desired, width = desired − minimum, position = (perceived − minimum) / width.
 *
 * Requirements
 * 1 An item of a respondent counts where all three levels were answered. Dimension scores and the
 *   overall are means as in gap_model.h (requirements 1 and 2); without dimensions, pooled.
 * 2 The position is that of the means; without a positive width it is SQ_UNDEFINED. It lies outside
 *   0 … 1 where the perceived level lies outside the zone.
 * 3 reversed counts the respondents with an item whose minimum exceeds the desired level: to be
 *   looked at, not corrected.
 * 4 What is too large for a double is SQ_OUT_OF_DOMAIN; what is 0 but for rounding beside the
 *   largest answer (rounding.h) is 0.
 */
#ifndef SQ_ZONE_OF_TOLERANCE_H
#define SQ_ZONE_OF_TOLERANCE_H

#include "gap_model/gap_model.h"

typedef struct sq_tolerance {
    size_t n; /* respondents */
    double minimum, desired, perceived;
    double width, adequacy, superiority, position;
    size_t reversed;
} sq_tolerance;

/* The zone of each dimension (dimension[count]) and overall. Three tables of one shape. Errors:
 * SQ_BAD_ARGUMENT shapes, SQ_NO_MEMORY; SQ_NO_DATA stands in the numbers. */
sq_status sq_zone_of_tolerance(const sq_table *minimum, const sq_table *desired,
                               const sq_table *perceived, const sq_dimensions *dimensions,
                               sq_tolerance dimension[], sq_tolerance *overall);

#endif
