/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The weighted score with the weights of each respondent, and gaps by ranks: against R
 * (tests/published/own_importance.R and rank_tests.R) on the kiosk survey with answers missing; what case
 * weights mean; the edges.
 */
#include "check.h"
#include "gap_model/gap_ranks.h"
#include "gap_model/own_importance.h"
#include "reference.h"

#define FIGURES "tests/published/own_importance.csv"
#define RANKS "tests/published/rank_tests.csv"
#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"

enum { DIMENSIONS = 6, ITEMS = 24, MOST = 300 };
#define OUT SQ_LEFT_OUT
static const size_t of_item[ITEMS] = {0, 0, 0, 1, 1, 1, 2, 2, OUT, 3, 3,   OUT,
                                      4, 4, 4, 4, 4, 3, 5, 5, 5,   1, OUT, OUT};
static const sq_dimensions dimensions = {DIMENSIONS, of_item};

static double figure(const char *name, const char *of)
{
    char key[64];
    snprintf(key, sizeof key, "%s.%s", name, of);
    return reference(FIGURES, key);
}

/* (respondent · dimension) modulo 7; every eleventh has given none. */
static sq_table points_of_respondents(double points[MOST * DIMENSIONS], size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        for (size_t d = 0; d < DIMENSIONS; d++)
            points[i * DIMENSIONS + d] =
                (i + 1) % 11 == 0 ? sq_missing(SQ_BLANK) : (double)((i + 1) * (d + 1) % 7);
    return (sq_table){points, rows, DIMENSIONS};
}

static void against_r(const char *name, const sq_ratings *ratings, const sq_table *points)
{
    sq_gap dimension[DIMENSIONS], overall;
    double share[DIMENSIONS], contribution[DIMENSIONS], sum = 0;
    char key[32];
    assert_int_equal(sq_gap_by_own_importance(ratings, &dimensions, points, 0.95, dimension, share,
                                              contribution, &overall),
                     SQ_OK);
    assert_near(overall.gap.mean, figure(name, "mean"), 1e-12);
    for (size_t d = 0; d < DIMENSIONS; d++) {
        snprintf(key, sizeof key, "share.%zu", d + 1);
        assert_near(share[d], figure(name, key), 1e-13);
        snprintf(key, sizeof key, "contribution.%zu", d + 1);
        assert_near(contribution[d], figure(name, key), 1e-12);
        sum += contribution[d];
    }
    assert_near(sum, overall.gap.mean, 1e-12);
    if (ratings->case_weights)
        return;
    assert_int_equal(overall.gap.n, figure(name, "n"));
    assert_near(overall.gap.t, figure(name, "t"), 1e-10);
    assert_near(overall.gap.p / figure(name, "p"), 1, 1e-9);
    assert_near(overall.gap.lower, figure(name, "lower"), 1e-12);
    assert_near(overall.gap.sd, figure(name, "sd"), 1e-12);
}

static void like_r(void **state)
{
    sq_table expectations = read_survey(KIOSK, "E1", ITEMS);
    sq_table perceptions = read_survey("tests/published/kiosk/perceptions_holes.csv", "P1", ITEMS);
    double room[MOST * DIMENSIONS], weights[MOST];
    sq_table points = points_of_respondents(room, perceptions.rows);
    sq_ratings ratings = {.minuend = perceptions, .subtrahend = expectations};
    sq_signed_ranks ranks[DIMENSIONS + 1];
    (void)state;
    for (size_t i = 0; i < perceptions.rows; i++)
        weights[i] = 1 + (double)((i + 1) % 3);
    against_r("gap", &ratings, &points);
    assert_int_equal(sq_gap_ranks_by_dimension(&ratings, &dimensions, NULL, &points, 0.95, ranks),
                     SQ_OK);
    assert_near(ranks[DIMENSIONS].p / figure("gap", "wilcoxon.p"), 1, 1e-9);
    ratings.case_weights = weights;
    against_r("weighted", &ratings, &points);
    against_r("servperf", &(sq_ratings){.minuend = perceptions}, &points);
    free((void *)expectations.values);
    free((void *)perceptions.values);
}

static void ranks_like_r(void **state)
{
    static const char *const names[] = {"usefulness",  "tangibles", "control", "economy",
                                        "convenience", "security",  "overall"};
    sq_ratings ratings = {.minuend = read_survey(KIOSK, "P1", ITEMS),
                          .subtrahend = read_survey(KIOSK, "E1", ITEMS)};
    const double equal[DIMENSIONS] = {2, 2, 2, 2, 2, 2};
    sq_signed_ranks dimension[DIMENSIONS + 1], weighted[DIMENSIONS + 1], item[ITEMS];
    double holm[ITEMS];
    char key[64];
    (void)state;
    assert_int_equal(sq_gap_ranks_by_dimension(&ratings, &dimensions, NULL, NULL, 0.95, dimension),
                     SQ_OK);
    assert_int_equal(sq_gap_ranks_by_dimension(&ratings, &dimensions, equal, NULL, 0.95, weighted),
                     SQ_OK);
    assert_near(weighted[DIMENSIONS].z, dimension[DIMENSIONS].z, 0);
    for (size_t d = 0; d <= DIMENSIONS; d++) {
        snprintf(key, sizeof key, "kiosk.%s.z", names[d]);
        assert_near(dimension[d].z, reference(RANKS, key), 1e-11);
        snprintf(key, sizeof key, "kiosk.%s.p", names[d]);
        assert_near(dimension[d].p / reference(RANKS, key), 1, 1e-9);
        snprintf(key, sizeof key, "kiosk.%s.lower", names[d]);
        assert_near(dimension[d].lower, reference(RANKS, key), 1e-4); /* as far as R searches */
    }
    assert_int_equal(sq_gap_ranks_by_item(&ratings, 0.95, item, holm), SQ_OK);
    assert_near(item[0].z, reference(RANKS, "kiosk.1.z"), 1e-12);
    assert_near(item[11].effect, reference(RANKS, "kiosk.12.r"), 1e-13);
    assert_near(holm[0] / reference(RANKS, "kiosk.holm.1"), 1, 1e-9);
    free((void *)ratings.subtrahend.values);
    ratings.subtrahend = (sq_table){0};
    assert_int_equal(sq_gap_ranks_by_item(&ratings, 0.95, item, holm), SQ_BAD_ARGUMENT);
    free((void *)ratings.minuend.values);
}

static void groups(void **state)
{
    SQ_SCRATCH(memory);
    sq_ratings ratings = {.minuend = TABLE(4, 2, 5, 6, NA, 3, NA, NA, 2, 2),
                          .subtrahend = TABLE(4, 2, 6, 6, 4, 4, 5, 5, 1, 4)};
    const size_t own[] = {0, 1}, rows[] = {3, 0, 2, 1}, first[] = {0, 2, 4};
    sq_grouped out[3];
    (void)state;
    assert_int_equal(
        sq_gap_scores_of_groups(&memory, &ratings, &(sq_dimensions){2, own}, rows, first, 2, out),
        SQ_OK);
    assert_int_equal(sq_group_size(&out[0], 0), 2);
    assert_int_equal(sq_group_size(&out[0], 1), 1);
    assert_near(out[0].numbers[0], -0.5, 0); /* (1 − 2) / 2 */
    assert_near(out[0].numbers[2], -1, 0);   /* one dimension answered */
    assert_int_equal(sq_group_size(&out[1], 1), 0);
    assert_near(out[2].numbers[0], -2, 0);
}

static void edges(void **state)
{
    const size_t own[] = {0, 1};
    const sq_dimensions two = {2, own};
    double blank = sq_missing(SQ_BLANK), text = sq_missing(SQ_TEXT), share[2], contribution[2];
    sq_ratings ratings = {.minuend = TABLE(3, 2, 5, 6, 3, NA, 4, 4),
                          .subtrahend = TABLE(3, 2, 6, 6, 4, 4, 5, 1)};
    sq_table none = TABLE(3, 2, 0, 0, blank, blank, text, 50), negative = TABLE(1, 2, -1, 5);
    sq_table some = TABLE(2, 2, 75, blank, 0, 100), one = TABLE(3, 1, 1, 1, 1);
    sq_gap dimension[2], overall;
    (void)state;
    assert_int_equal(sq_gap_by_own_importance(&ratings, &two, &none, 0.95, dimension, share,
                                              contribution, &overall),
                     SQ_OK);
    assert_reason(overall.gap.mean, SQ_NO_DATA);
    assert_reason(share[0], SQ_NO_DATA);
    assert_near(dimension[0].gap.mean, -1, 0); /* a dimension needs no points */
    /* the second gave all his points to what he did not answer; the third row is not there */
    assert_int_equal(sq_gap_by_own_importance(&ratings, &two, &some, 0.95, dimension, share,
                                              contribution, &overall),
                     SQ_OK);
    assert_int_equal(overall.gap.n, 1);
    assert_near(overall.gap.mean, -1, 0);
    assert_near(share[0], 1, 0);
    assert_reason(overall.gap.p, SQ_UNDEFINED);
    assert_int_equal(sq_gap_by_own_importance(&ratings, &two, &negative, 0.95, dimension, share,
                                              contribution, &overall),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_gap_by_own_importance(&ratings, &two, &one, 0.95, dimension, share,
                                              contribution, &overall),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(sq_gap_by_own_importance(&ratings, &two, &some, 1, dimension, share,
                                              contribution, &overall),
                     SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_r),
        cmocka_unit_test(ranks_like_r),
        cmocka_unit_test(groups),
        cmocka_unit_test(edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
