/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of SQ.LOSSES; its row of the catalogue stands in loyalty.c.
 */
#ifndef LOSS_REPORT_H
#define LOSS_REPORT_H

#include "arguments.h"
#include "result.h"

extern const sq_function losses_function;

#endif
