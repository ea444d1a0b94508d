/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/random.h"

gsl_rng *sq_generator(sq_arena *arena, unsigned long seed)
{
    gsl_rng *generator = sq_take(arena, 1, sizeof *generator);
    void *state = sq_take(arena, 1, gsl_rng_mt19937->size);
    if (!generator || !state)
        return NULL;
    *generator = (gsl_rng){gsl_rng_mt19937, state};
    gsl_rng_set(generator, seed);
    return generator;
}
