/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.CFA and SQ.CFA.COMPARE.
 */
#ifndef FUNCTIONS_CONFIRMATORY_H
#define FUNCTIONS_CONFIRMATORY_H

#include "catalogue.h"

extern const sq_function cfa_function;
extern const sq_function cfa_compare_function;

#endif
