/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.CORRELATIONS.
 */
#ifndef FUNCTIONS_CORRELATIONS_H
#define FUNCTIONS_CORRELATIONS_H

#include "catalogue.h"

extern const sq_function correlations_function;

#endif
