/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of SQ.PLS, SQ.PLS.BOOTSTRAP and SQ.PLS.GROUPS. Their rows of the catalogue stand in
 * satisfaction_index.c.
 */
#ifndef PLS_REPORTS_H
#define PLS_REPORTS_H

#include "arguments.h"
#include "result.h"

sq_status pls(sq_call *call);
sq_status pls_bootstrap(sq_call *call);
sq_status pls_groups(sq_call *call);

#endif
