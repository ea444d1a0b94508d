/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.COMPARE and SQ.COMPARE.PAIRS: groups of respondents item by item.
 */
#ifndef FUNCTIONS_COMPARISON_H
#define FUNCTIONS_COMPARISON_H

#include "catalogue.h"

extern const sq_function compare_function;
extern const sq_function compare_pairs_function;

#endif
