/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is given back at once; valgrind and the sanitizers see whether all of it is.
 */
#include "base/arena.h"
#include "check.h"

#include <stdint.h>

/* Pieces are zeroed, aligned, and none lies in another. */
static void pieces_are_apart(void **state)
{
    SQ_SCRATCH(memory);
    enum { PIECES = 2000 };
    unsigned char *piece[PIECES];
    (void)state;
    for (size_t i = 0; i < PIECES; i++) {
        size_t bytes = i % 97 + (i % 400 == 0 ? 50000 : 0);
        piece[i] = sq_take(&memory, bytes, 1);
        assert_non_null(piece[i]);
        assert_int_equal((uintptr_t)piece[i] % sizeof(double), 0);
        for (size_t at = 0; at < bytes; at++) {
            assert_int_equal(piece[i][at], 0);
            piece[i][at] = (unsigned char)(i + 1);
        }
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t at = 0; at < i % 97; at++)
            assert_int_equal(piece[i][at], (unsigned char)(i + 1));
}

static void nothing_is_something(void **state)
{
    SQ_SCRATCH(memory);
    (void)state;
    assert_non_null(sq_take(&memory, 0, sizeof(double)));
    assert_non_null(sq_take_table(&memory, 0, 5, sizeof(double)));
}

static void what_cannot_be_counted_is_refused(void **state)
{
    SQ_SCRATCH(memory);
    (void)state;
    assert_null(sq_take(&memory, SIZE_MAX, 2));
    assert_null(sq_take(&memory, SIZE_MAX / 8, 8));
    assert_null(sq_take_table(&memory, SIZE_MAX / 2, SIZE_MAX / 2, 8));
    assert_non_null(sq_take(&memory, 1, 8)); /* and goes on */
}

static sq_status fail_on_the_way(size_t count)
{
    SQ_SCRATCH(memory);
    double *some, *more;
    SQ_TAKE(some, &memory, 100);
    SQ_TAKE(more, &memory, count);
    some[0] = more[0] = 1;
    return SQ_OK;
}

/* Whatever the way out, valgrind finds nothing lost. */
static void a_failure_loses_nothing(void **state)
{
    (void)state;
    assert_int_equal(fail_on_the_way(10), SQ_OK);
    assert_int_equal(fail_on_the_way(SIZE_MAX), SQ_NO_MEMORY);
}

static void an_arena_may_be_used_anew(void **state)
{
    sq_arena memory = {NULL};
    (void)state;
    sq_release(&memory);
    assert_non_null(sq_take(&memory, 5, 8));
    sq_release(&memory);
    assert_null(memory.blocks);
    assert_non_null(sq_take(&memory, 5, 8));
    sq_release(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_apart),
        cmocka_unit_test(nothing_is_something),
        cmocka_unit_test(what_cannot_be_counted_is_refused),
        cmocka_unit_test(a_failure_loses_nothing),
        cmocka_unit_test(an_arena_may_be_used_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
