/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one generator of random numbers, GSL's mt19937: the same seed gives the same numbers everywhere.
 */
#ifndef SQ_RANDOM_H
#define SQ_RANDOM_H

#include "base/arena.h"

#include <gsl/gsl_rng.h>

/* A generator in memory of the arena, which gives it back; NULL if that cannot be had. */
gsl_rng *sq_generator(sq_arena *arena, unsigned long seed);

#endif
