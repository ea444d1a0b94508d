/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include "base/table.h"

#include <stdlib.h>

enum { BLOCK_BYTES = 32 * 1024 };

struct sq_block {
    struct sq_block *next;
    size_t used, room;
    max_align_t bytes[];
};

/* The block that pieces are taken from next. */
static struct sq_block *new_block(sq_arena *arena, size_t bytes)
{
    size_t room = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    struct sq_block *block = calloc(1, sizeof *block + room);
    if (!block)
        return NULL;
    block->room = room;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *sq_take(sq_arena *arena, size_t n, size_t size)
{
    size_t bytes, unit = sizeof(max_align_t);
    struct sq_block *block = arena->blocks;
    void *piece;
    if (!sq_fits(n, size))
        return NULL;
    bytes = (n * size + unit - 1) / unit * unit;
    if (!block || block->room - block->used < bytes)
        block = new_block(arena, bytes);
    if (!block)
        return NULL;
    piece = (char *)block->bytes + block->used;
    block->used += bytes;
    return piece;
}

void *sq_take_table(sq_arena *arena, size_t n, size_t m, size_t size)
{
    return sq_fits(m, size) ? sq_take(arena, n, m * size) : NULL;
}

void sq_release(sq_arena *arena)
{
    while (arena->blocks) {
        struct sq_block *block = arena->blocks;
        arena->blocks = block->next;
        free(block);
    }
}
