/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.NPS, SQ.NPS.GROUPS, SQ.NPS.INTERVAL.
 */
#ifndef PROMOTERS_H
#define PROMOTERS_H

#include "catalogue.h"

extern const sq_function nps_function;
extern const sq_function nps_groups_function;
extern const sq_function nps_interval_function;

#endif
