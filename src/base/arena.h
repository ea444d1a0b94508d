/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is given back all at once: what a call of the add-in or a function of src needs until it
 * ends. Nothing of it is freed by hand, so a failure on the way is handed on as it is (SQ_TRY).
 */
#ifndef SQ_ARENA_H
#define SQ_ARENA_H

#include "base/status.h"

#include <stddef.h>

typedef struct sq_arena {
    struct sq_block *blocks; /* NULL: nothing taken yet */
} sq_arena;

/* Room for n things of that size, zeroed, aligned for anything; never NULL for 0 of them. NULL where
 * the memory cannot be had, or n × size cannot be counted. Small pieces share a block. */
void *sq_take(sq_arena *arena, size_t n, size_t size);

/* The same for n × m things. */
void *sq_take_table(sq_arena *arena, size_t n, size_t m, size_t size);

/* Gives all of it back; the arena may be used anew. */
void sq_release(sq_arena *arena);

/* An arena that is given back where its block is left, whatever the way. */
#define SQ_SCRATCH(name) sq_arena name __attribute__((cleanup(sq_release))) = {NULL}

/* Takes room for count things of what the pointer points to, or hands SQ_NO_MEMORY on. */
#define SQ_TAKE(pointer, arena, count)                                                             \
    do {                                                                                           \
        (pointer) = sq_take((arena), (count), sizeof *(pointer));                                  \
        if (!(pointer))                                                                            \
            return SQ_NO_MEMORY;                                                                   \
    } while (0)

/* The same for n × m things. */
#define SQ_TAKE_TABLE(pointer, arena, n, m)                                                        \
    do {                                                                                           \
        (pointer) = sq_take_table((arena), (n), (m), sizeof *(pointer));                           \
        if (!(pointer))                                                                            \
            return SQ_NO_MEMORY;                                                                   \
    } while (0)

#endif
