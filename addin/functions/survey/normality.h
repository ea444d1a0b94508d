/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQ.NORMALITY.
 */
#ifndef NORMALITY_H
#define NORMALITY_H

#include "catalogue.h"

extern const sq_function normality_function;

#endif
