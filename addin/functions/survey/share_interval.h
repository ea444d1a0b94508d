/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.SHARE.INTERVAL.
 */
#ifndef FUNCTIONS_SHARE_INTERVAL_H
#define FUNCTIONS_SHARE_INTERVAL_H

#include "catalogue.h"

extern const sq_function share_interval_function;

#endif
