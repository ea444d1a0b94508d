/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chain of the five gaps by hand, against a slow version, and its edges.
 */
#include "check.h"
#include "gap_model/gap_chain.h"

#include <gsl/gsl_errno.h>

static void chain_of_gaps(void **state)
{
    sq_ratings service = {.minuend = TABLE(4, 2, 5, 2, 5, NA, 4, NA, 5, 2),
                          .subtrahend = TABLE(4, 2, 7, 3, 7, NA, 7, NA, 6, 2)};
    sq_table levels[SQ_LEVELS] = {{0}};
    sq_gap_chain chain;
    (void)state;
    levels[SQ_MANAGEMENT] = levels[SQ_STANDARDS] = service.subtrahend;
    levels[SQ_DELIVERY] = service.minuend;
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
    assert_near(chain.gap[SQ_GAP_5].gap.mean, (-2 - 0.5) / 2, 1e-12); /* item gaps −2 and −1/2 */
    assert_near(chain.gap[SQ_GAP_1].gap.mean, 0, 1e-12);
    assert_near(chain.sum, -1.25, 1e-12);
    assert_near(chain.left, 0, 1e-12);
    assert_reason(chain.gap[SQ_GAP_4].gap.mean, SQ_UNDEFINED);
    /* Standards know one item only: the chain is on that item, 4.75 − 6.75, and left is 0 again. */
    levels[SQ_STANDARDS] = TABLE(1, 2, 6, NA);
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
    assert_near(chain.sum, -2, 1e-12);
    assert_near(chain.gap[SQ_GAP_2].subtrahend, 6.75, 1e-12);
    assert_near(chain.gap[SQ_GAP_2].minuend, 6, 1e-12);
    assert_near(chain.left, 0, 1e-12);
    levels[SQ_STANDARDS] = (sq_table){NULL, 0, 0};
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
    assert_reason(chain.sum, SQ_UNDEFINED);
    assert_near(chain.gap[SQ_GAP_1].gap.mean, 0, 1e-12);
    levels[SQ_STANDARDS] = TABLE(1, 1, 6);
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_BAD_ARGUMENT);
}

/* ---- The slow version: item by item, means of what is there. */

enum { MANY = 7, THREE = 3, EXPECTED = SQ_LEVELS, PERCEIVED, SIX };

typedef struct answers {
    size_t rows[SIX];
    double of[SIX][MANY * THREE];
} answers;

static bool is_counted(const answers *a, size_t level, size_t row, size_t item)
{
    if (isnan(a->of[level][row * THREE + item]))
        return false;
    return (level != EXPECTED && level != PERCEIVED) ||
           !isnan(a->of[EXPECTED + PERCEIVED - level][row * THREE + item]);
}

/* NaN where nobody answered. */
static double item_mean(const answers *a, size_t level, size_t item)
{
    double sum = 0, n = 0;
    for (size_t row = 0; row < a->rows[level]; row++)
        if (is_counted(a, level, row, item)) {
            sum += a->of[level][row * THREE + item];
            n++;
        }
    return sum / n;
}

static bool is_common(const answers *a, size_t item)
{
    bool by_all = true;
    for (size_t l = 0; l < SIX; l++)
        by_all = by_all && !isnan(item_mean(a, l, item));
    return by_all;
}

static double level_mean(const answers *a, size_t level)
{
    double sum = 0, common = 0;
    for (size_t item = 0; item < THREE; item++) {
        if (!is_common(a, item))
            continue;
        sum += item_mean(a, level, item);
        common++;
    }
    return sum / common;
}

static void check_chain(const answers *a)
{
    static const size_t from[] = {EXPECTED, SQ_MANAGEMENT, SQ_STANDARDS, SQ_COMMUNICATIONS,
                                  EXPECTED};
    static const size_t to[] = {SQ_MANAGEMENT, SQ_STANDARDS, SQ_DELIVERY, SQ_DELIVERY, PERCEIVED};
    sq_ratings service = {.minuend = {a->of[PERCEIVED], a->rows[PERCEIVED], THREE},
                          .subtrahend = {a->of[EXPECTED], a->rows[EXPECTED], THREE}};
    sq_table levels[SQ_LEVELS];
    sq_gap_chain chain;
    bool counted[THREE];
    for (size_t l = 0; l < SQ_LEVELS; l++)
        levels[l] = (sq_table){a->of[l], a->rows[l], THREE};
    assert_int_equal(sq_gap_chain_items(&service, levels, counted), SQ_OK);
    for (size_t item = 0; item < THREE; item++)
        assert_int_equal(counted[item], is_common(a, item));
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
    for (size_t g = 0; g < SQ_GAPS; g++) {
        double first = level_mean(a, from[g]), second = level_mean(a, to[g]);
        if (isnan(first)) { /* no item is common to all */
            assert_reason(chain.gap[g].gap.mean, SQ_NO_DATA);
            continue;
        }
        assert_near(chain.gap[g].subtrahend, first, 1e-13);
        assert_near(chain.gap[g].minuend, second, 1e-13);
        assert_near(chain.gap[g].gap.mean, second - first, 1e-13);
    }
    if (isnan(level_mean(a, EXPECTED)))
        return;
    assert_near(chain.sum, level_mean(a, SQ_DELIVERY) - level_mean(a, EXPECTED), 1e-13);
    assert_near(chain.left, level_mean(a, PERCEIVED) - level_mean(a, SQ_DELIVERY), 1e-13);
}

static void draw(answers *a, unsigned *seed)
{
    for (size_t l = 0; l < SIX; l++) {
        a->rows[l] = l < SQ_LEVELS ? 2 + l : MANY;
        for (size_t i = 0; i < a->rows[l] * THREE; i++) {
            *seed = *seed * 1103515245u + 12345u;
            a->of[l][i] = (double)(1 + (*seed >> 16) % 7);
        }
    }
}

/* One item after the other that one level after the other did not answer: whichever it is, it is no
 * part of any mean, and the other items are. */
static void items_that_a_level_did_not_answer(void **state)
{
    static answers a;
    unsigned seed = 1;
    (void)state;
    draw(&a, &seed);
    check_chain(&a);
    for (size_t level = 0; level < SIX; level++)
        for (size_t first = 0; first < THREE; first++)
            for (size_t second = 0; second < THREE; second++) {
                draw(&a, &seed);
                for (size_t row = 0; row < a.rows[level]; row++)
                    a.of[level][row * THREE + first] = a.of[level][row * THREE + second] = NA;
                check_chain(&a);
            }
    for (size_t row = 0; row < a.rows[SQ_DELIVERY]; row++)
        for (size_t item = 0; item < THREE; item++)
            a.of[SQ_DELIVERY][row * THREE + item] = NA;
    check_chain(&a);
}

/* Expectations are those of the respondents who answered the perception of the item beside it, and
 * the other way round, wherever the answers are missing. */
static void answers_beside_each_other(void **state)
{
    static answers a;
    unsigned seed = 7;
    (void)state;
    for (int trial = 0; trial < 200; trial++) {
        draw(&a, &seed);
        for (size_t l = EXPECTED; l < SIX; l++)
            for (size_t i = 0; i < MANY * THREE; i++) {
                seed = seed * 1103515245u + 12345u;
                if ((seed >> 16) % 3 == 0)
                    a.of[l][i] = NA;
            }
        check_chain(&a);
    }
}

static void levels_not_given(void **state)
{
    sq_ratings service = {.minuend = TABLE(2, 1, 5, 6), .subtrahend = TABLE(2, 1, 7, 6)};
    sq_table levels[SQ_LEVELS] = {{0}};
    sq_gap_chain chain;
    (void)state;
    assert_int_equal(sq_gap_chain_of(&service, levels, 0.95, &chain), SQ_OK);
    for (size_t g = SQ_GAP_1; g < SQ_GAP_5; g++) {
        assert_int_equal(chain.gap[g].n_minuend, 0);
        assert_int_equal(chain.gap[g].n_subtrahend, 0);
        assert_int_equal(chain.gap[g].gap.n, 0);
        assert_reason(chain.gap[g].gap.t, SQ_UNDEFINED);
        assert_reason(chain.gap[g].gap.effect, SQ_UNDEFINED);
        assert_reason(chain.gap[g].minuend, SQ_UNDEFINED);
    }
    assert_near(chain.gap[SQ_GAP_5].gap.mean, -1, 0);
    assert_reason(chain.left, SQ_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chain_of_gaps),
        cmocka_unit_test(items_that_a_level_did_not_answer),
        cmocka_unit_test(answers_beside_each_other),
        cmocka_unit_test(levels_not_given),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
