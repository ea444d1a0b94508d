/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a confirmatory model fits (confirmatory.h, requirement 5): from its deviance to the figures papers print.
 */
#ifndef SQ_CFA_FIT_H
#define SQ_CFA_FIT_H

#include "reliability/confirmatory.h"

/* Fills out->fit from ln|Σ| + tr(SΣ⁻¹) on correlations, the number of parameters, and Σ ln of the standard
 * deviations (divisor n). Errors: SQ_NO_MEMORY, SQ_UNDEFINED. */
sq_status sq_fill_cfa_fit(sq_cfa *out, double n, double parameters, double deviance, double log_sd);

#endif
