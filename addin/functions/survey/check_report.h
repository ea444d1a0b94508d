/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check of the data, SQ.CHECK: a row for each finding, with what to do next. Its row of the
 * catalogue stands in survey.c.
 */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "arguments.h"
#include "result.h"

extern const sq_function check_function;

#endif
