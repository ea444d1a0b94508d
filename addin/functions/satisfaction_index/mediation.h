/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "mediation" of SQ.PLS and SQ.PLS.BOOTSTRAP: through what a construct acts on another.
 */
#ifndef MEDIATION_H
#define MEDIATION_H

#include "functions/satisfaction_index/fitted_model.h"
#include "result.h"

extern const sq_column mediation_columns[], bootstrapped_mediation_columns[];

/* A row for each chain of a fitted model. The kind follows from the intervals that the bootstrap
 * has where nothing is said about it; where that would take too long it is SQ_OUT_OF_DOMAIN. */
sq_status mediation_table(sq_call *call, fitted_model *model);

/* The same with what the arguments "resamples", "seed" and "level" give, and how exact it is. */
sq_status bootstrapped_mediation(sq_call *call, fitted_model *model);

#endif
