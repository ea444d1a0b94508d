/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of SQ.PLS, SQ.PLS.BOOTSTRAP, SQ.PLS.GROUPS and SQ.PLS.PREDICT. Their rows of the catalogue stand in
 * satisfaction_index.c.
 */
#ifndef PLS_REPORTS_H
#define PLS_REPORTS_H

#include "arguments.h"
#include "result.h"

extern const sq_function pls_function;
extern const sq_function pls_bootstrap_function;
extern const sq_function pls_groups_function;
extern const sq_function pls_predict_function;

#endif
