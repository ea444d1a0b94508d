/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks, signed ranks, Kruskal and Wallis, rank sums, Dunn: against R (tests/published/rank_tests.R),
 * obvious slow versions, order, shift and scale, and the edges.
 */
#include "check.h"
#include "numerics/pairs.h"
#include "numerics/ranks.h"
#include "numerics/signed_ranks.h"
#include "reference.h"

#define FIGURES "tests/published/rank_tests.csv"

static double figure(const char *name, const char *of)
{
    char key[96];
    snprintf(key, sizeof key, "%s.%s", name, of);
    return reference(FIGURES, key);
}

enum { MOST = 400 };

static double distinct_number(size_t i)
{
    double x = (double)(i * i % 211) + 1;
    return i % 3 == 0 ? -x : x;
}

static double likert_number(size_t i)
{
    return (double)(i * i % 7) - 2;
}

static void fill(double numbers[], double (*number)(size_t i), size_t n)
{
    for (size_t i = 0; i < n; i++)
        numbers[i] = number(i + 1);
}

/* ---- Ranks. */

static void ranks(void **state)
{
    double numbers[MOST];
    (void)state;
    for (size_t n = 0; n <= 300; n += 60)
        for (int distinct = 0; distinct < 2; distinct++) {
            SQ_SCRATCH(memory);
            double ties = 0;
            sq_ranks out;
            fill(numbers, distinct ? distinct_number : likert_number, n);
            assert_int_equal(sq_rank(&memory, numbers, n, 1e-12, &out), SQ_OK);
            for (size_t i = 0; i < n; i++) {
                double below = 0, same = 0;
                for (size_t j = 0; j < n; j++) {
                    below += numbers[j] < numbers[i];
                    same += numbers[j] == numbers[i];
                }
                ties += same * same - 1;
                assert_near(out.rank[out.place[i]], below + (same + 1) / 2, 0);
                assert_near(out.value[out.place[i]], numbers[i], 0);
            }
            assert_near(out.ties, ties, 0);
        }
}

static void ranks_but_for_rounding(void **state)
{
    const double numbers[] = {0.3 - 0.1, 0.2, 0.0, -0.0, 0.1 + 0.1};
    SQ_SCRATCH(memory);
    sq_ranks out;
    (void)state;
    assert_int_equal(sq_rank(&memory, numbers, 5, 1e-12, &out), SQ_OK);
    assert_int_equal(out.count, 2);
    assert_near(out.rank[out.place[0]], 4, 0);
    assert_near(out.rank[out.place[3]], 1.5, 0);
    assert_near(out.ties, 24 + 6, 0);
}

/* ---- Signed ranks. */

static sq_signed_ranks signed_test(const double *differences, size_t n, double level)
{
    double size = 0;
    sq_signed_ranks out;
    for (size_t i = 0; i < n; i++)
        size = fmax(size, fabs(differences[i]));
    assert_int_equal(sq_signed_rank_test(differences, n, size, level, &out), SQ_OK);
    return out;
}

/* end: how exactly R finds the ends of the interval; its search ends within 10⁻⁴ (uniroot's tol). */
static void against_r(const char *name, const sq_signed_ranks *got, double end)
{
    assert_int_equal(got->n, figure(name, "n"));
    assert_near(got->sum, figure(name, "v"), 1e-9);
    assert_near(got->z, figure(name, "z"), 1e-12);
    assert_near(got->p / figure(name, "p"), 1, 1e-11);
    assert_near(got->effect, figure(name, "r"), 1e-12);
    if (isnan(end))
        return;
    assert_near(got->lower, figure(name, "lower"), end);
    assert_near(got->upper, figure(name, "upper"), end);
}

static void signed_like_r(void **state)
{
    static const size_t distinct[] = {2, 3, 5, 6, 10, 49, 50, 51}, likert[] = {10, 49, 50, 200};
    double numbers[MOST];
    char name[32];
    sq_signed_ranks got;
    (void)state;
    for (size_t i = 0; i < LENGTH(distinct); i++) {
        size_t n = distinct[i];
        fill(numbers, distinct_number, n);
        snprintf(name, sizeof name, "distinct.%zu", n);
        got = signed_test(numbers, n, 0.95);
        assert_int_equal(got.exact, n < 50);
        /* of two and of three R gives an interval of another level, and says so */
        against_r(name, &got, n < 5 ? NAN : n < 50 ? 1e-9 : 1e-4);
        if (n < 5)
            assert_reason(got.lower, SQ_UNDEFINED);
    }
    fill(numbers, distinct_number, 20);
    got = signed_test(numbers, 20, 0.9);
    against_r("distinct.20.90", &got, 1e-9);
    for (size_t i = 0; i < LENGTH(likert); i++) {
        fill(numbers, likert_number, likert[i]);
        snprintf(name, sizeof name, "likert.%zu", likert[i]);
        got = signed_test(numbers, likert[i], 0.95);
        assert_false(got.exact);
        against_r(name, &got, 1e-4);
    }
}

/* All signs of the ranks 1 … n; all means of two differences, sorted. */
static void signed_slowly(void **state)
{
    enum { N = 9 };
    double numbers[N], averages[N * (N + 1) / 2];
    size_t more = 0, less = 0, count = 0;
    sq_signed_ranks got;
    (void)state;
    fill(numbers, distinct_number, N);
    got = signed_test(numbers, N, 0.9);
    for (unsigned int signs = 0; signs < 1U << N; signs++) {
        double sum = 0;
        for (unsigned int rank = 1; rank <= N; rank++)
            sum += signs >> (rank - 1) & 1 ? rank : 0;
        more += sum >= got.sum;
        less += sum <= got.sum;
    }
    assert_near(got.p, fmin(1, 2 * (double)(more < less ? more : less) / (1 << N)), 1e-15);
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j <= i; j++) {
            double average = (numbers[i] + numbers[j]) / 2;
            size_t place = count++;
            for (; place > 0 && averages[place - 1] > average; place--)
                averages[place] = averages[place - 1];
            averages[place] = average;
        }
    /* 2·P(V ≤ 8) = 0.098 ≤ 0.1 < 2·P(V ≤ 9): the ninth from either end (Hollander & Wolfe's table) */
    assert_near(got.lower, averages[8], 0);
    assert_near(got.upper, averages[count - 9], 0);
}

static void signed_order_shift_scale(void **state)
{
    double numbers[60], other[60];
    sq_signed_ranks plain, got;
    (void)state;
    fill(numbers, likert_number, 60);
    plain = signed_test(numbers, 60, 0.95);
    for (size_t i = 0; i < 60; i++)
        other[i] = -1e300 * numbers[59 - i];
    got = signed_test(other, 60, 0.95);
    assert_near(got.z, -plain.z, 1e-13);
    assert_near(got.p, plain.p, 1e-15);
    assert_near(got.effect, -plain.effect, 1e-15);
    assert_near(got.lower / -1e300, plain.upper, 1e-12);
    assert_near(got.upper / -1e300, plain.lower, 1e-12);
}

/* Two averages that are neighbours among the numbers of a computer: the search ends. */
static void signed_neighbours(void **state)
{
    const double numbers[] = {1, 1.5, nextafter(1.25, 2)};
    sq_signed_ranks got = signed_test(numbers, 3, 0.7);
    (void)state;
    assert_near(got.lower, 1, 0);
    got = signed_test(numbers, 3, 0.2);
    assert_true(got.lower >= 1.125 && got.lower <= 1.25);
}

static void signed_edges(void **state)
{
    const double zeros[] = {0, 0, 1e-17, 0}, huge[] = {1e308, -1e308, 1e308, 1.5e308, 1e-300, 7};
    const double one[] = {3};
    sq_signed_ranks got = signed_test(zeros, 0, 0.95);
    (void)state;
    assert_reason(got.p, SQ_NO_DATA);
    assert_int_equal(sq_signed_rank_test(zeros, 4, 5, 0.95, &got), SQ_OK);
    assert_int_equal(got.n, 0);
    assert_reason(got.p, SQ_UNDEFINED);
    assert_reason(got.lower, SQ_UNDEFINED);
    got = signed_test(one, 1, 0.95);
    assert_near(got.p, 1, 0);
    assert_near(got.effect, 1, 0);
    assert_reason(got.upper, SQ_UNDEFINED);
    got = signed_test(huge, 6, 0.95);
    assert_int_equal(got.n, 4); /* beside 1E308 the others are rounding */
    assert_true(got.p > 0 && got.p <= 1);
    assert_int_equal(sq_signed_rank_test(one, 1, 3, 1, &got), SQ_OUT_OF_DOMAIN);
}

/* ---- Groups. */

/* The numbers that R has, sorted by group as sq_grouped wants them. */
static sq_grouped three_groups(double numbers[60], size_t first[4])
{
    size_t count = 0;
    for (size_t g = 0; g < 3; g++) {
        first[g] = count;
        for (size_t i = 1; i <= 60; i++)
            if (i % 7 % 3 == g)
                numbers[count++] = likert_number(i);
    }
    first[3] = count;
    return (sq_grouped){numbers, first, 3, 4};
}

static void groups_like_r(void **state)
{
    SQ_SCRATCH(memory);
    double numbers[60];
    size_t first[4];
    sq_grouped of = three_groups(numbers, first);
    sq_rank_sums kept = {.memory = &memory};
    sq_rank_test test;
    sq_pair pair[3];
    (void)state;
    assert_int_equal(sq_kruskal_wallis(&of, &test), SQ_OK);
    assert_near(test.h, figure("groups", "h"), 1e-11);
    assert_near(test.df, 2, 0);
    assert_near(test.p / figure("groups", "p"), 1, 1e-11);
    assert_near(test.effect, figure("groups", "effect"), 1e-13);
    assert_int_equal(sq_pairs_of_ranks(&of, SQ_DUNN, &kept, pair), SQ_OK);
    assert_near(pair[0].statistic, figure("groups", "dunn.a.b"), 1e-12);
    assert_near(pair[1].statistic, figure("groups", "dunn.a.c"), 1e-12);
    assert_near(pair[2].statistic, figure("groups", "dunn.b.c"), 1e-12);
    assert_near(pair[0].adjusted, figure("groups", "dunn.holm.1"), 1e-12);
    assert_near(pair[1].adjusted / figure("groups", "dunn.holm.2"), 1, 1e-10);
    assert_int_equal(sq_pairs_of_ranks(&of, SQ_RANK_SUMS, &kept, pair), SQ_OK);
    assert_near(pair[0].statistic, figure("groups", "a.b.z"), 1e-12);
    assert_near(pair[2].statistic, figure("groups", "b.c.z"), 1e-12);
    assert_near(pair[0].p, figure("groups", "a.b.p"), 1e-12);
    assert_near(pair[1].p / figure("groups", "a.c.p"), 1, 1e-10);
    assert_near(pair[2].adjusted / figure("groups", "ranksum.holm.3"), 1, 1e-10);
}

/* The bank's customers with answers missing, in four groups by their number. */
static void bank_with_holes(void **state)
{
    SQ_SCRATCH(memory);
    sq_table image = read_survey("tests/published/bank_satisfaction/satisfaction.csv", "imag1", 1);
    sq_table loyalty = read_survey("tests/published/bank_satisfaction/satisfaction.csv", "loy1", 1);
    double differences[MOST], numbers[MOST];
    size_t n = 0, count = 0, first[5];
    sq_grouped of = {numbers, first, 4, 10};
    sq_rank_sums kept = {.memory = &memory};
    sq_signed_ranks got;
    sq_rank_test test;
    sq_pair pair[6];
    (void)state;
    for (size_t i = 1; i <= image.rows; i++)
        if (i % 7 != 0 && i % 11 != 3)
            differences[n++] = loyalty.values[i - 1] - image.values[i - 1];
    got = signed_test(differences, n, 0.95);
    against_r("bank", &got, 1e-4);
    for (size_t g = 0; g < 4; g++) {
        first[g] = count;
        for (size_t i = 1; i <= image.rows; i++)
            if (i % 7 != 0 && i % 4 == g)
                numbers[count++] = image.values[i - 1];
    }
    first[4] = count;
    assert_int_equal(sq_kruskal_wallis(&of, &test), SQ_OK);
    assert_near(test.h, figure("bank4", "h"), 1e-11);
    assert_near(test.p, figure("bank4", "p"), 1e-11);
    assert_int_equal(sq_pairs_of_ranks(&of, SQ_DUNN, &kept, pair), SQ_OK);
    assert_near(pair[1].statistic, figure("bank4", "dunn.0.2"), 1e-12);
    assert_near(pair[5].adjusted, figure("bank4", "dunn.holm.6"), 1e-11);
    free((void *)image.values);
    free((void *)loyalty.values);
}

static sq_deviate rank_sums(const double *numbers, size_t m, size_t n)
{
    SQ_SCRATCH(memory);
    size_t first[] = {0, m, m + n};
    sq_grouped of = {numbers, first, 2, 300};
    sq_rank_sums kept = {.memory = &memory};
    sq_deviate got, again;
    assert_int_equal(sq_rank_sum_test(&of, 0, 1, &kept, &got), SQ_OK);
    assert_int_equal(sq_rank_sum_test(&of, 1, 0, &kept, &again), SQ_OK);
    assert_near(again.z, -got.z, 1e-14);
    assert_near(again.p, got.p, 1e-14);
    return got;
}

static void rank_sums_like_r(void **state)
{
    static const size_t sizes[][2] = {{1, 1}, {3, 3}, {10, 10}, {49, 49}, {50, 50}, {7, 30}};
    static const char *const names[] = {"1", "3", "10", "49", "50", "7.30"};
    double numbers[MOST];
    (void)state;
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        size_t m = sizes[i][0], n = sizes[i][1];
        char key[48];
        sq_deviate got;
        fill(numbers, distinct_number, m + n);
        for (size_t j = 0; j < m; j++)
            numbers[j] += 0.5;
        got = rank_sums(numbers, m, n);
        snprintf(key, sizeof key, "distinct.ranksum.%s", names[i]);
        assert_near(got.z, figure(key, "z"), 1e-12);
        assert_near(got.p, figure(key, "p"), 1e-12);
    }
}

/* All ways to draw the first group of four out of nine ranks. */
static void rank_sums_slowly(void **state)
{
    double numbers[9], got, below = 0, above = 0, all = 0, sum = 0;
    (void)state;
    fill(numbers, distinct_number, 9);
    got = rank_sums(numbers, 4, 5).p;
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 9; j++)
            sum += numbers[j] <= numbers[i];
    for (unsigned int chosen = 0; chosen < 1U << 9; chosen++) {
        double other = 0, members = 0;
        for (unsigned int rank = 1; rank <= 9; rank++) {
            members += chosen >> (rank - 1) & 1;
            other += chosen >> (rank - 1) & 1 ? rank : 0;
        }
        if (members != 4)
            continue;
        all++;
        below += other <= sum;
        above += other >= sum;
    }
    assert_near(got, fmin(1, 2 * fmin(below, above) / all), 1e-15);
}

static void groups_at_the_edges(void **state)
{
    SQ_SCRATCH(memory);
    const double numbers[] = {1, 2, 5, 5, 5};
    size_t one_empty[] = {0, 2, 2, 5}, one[] = {0, 5}, same[] = {2, 4, 5};
    sq_rank_sums kept = {.memory = &memory};
    sq_rank_test test;
    sq_pair pair[3];
    (void)state;
    assert_int_equal(sq_kruskal_wallis(&(sq_grouped){numbers, one_empty, 3, 5}, &test), SQ_OK);
    assert_near(test.df, 1, 0);
    assert_int_equal(
        sq_pairs_of_ranks(&(sq_grouped){numbers, one_empty, 3, 5}, SQ_DUNN, &kept, pair), SQ_OK);
    assert_reason(pair[0].statistic, SQ_NO_DATA);
    assert_reason(pair[0].adjusted, SQ_NO_DATA);
    assert_near(pair[1].difference, -3.5, 0);
    assert_int_equal(sq_kruskal_wallis(&(sq_grouped){numbers, one, 1, 5}, &test), SQ_OK);
    assert_reason(test.p, SQ_UNDEFINED);
    assert_int_equal(sq_kruskal_wallis(&(sq_grouped){numbers, same, 2, 5}, &test), SQ_OK);
    assert_reason(test.h, SQ_UNDEFINED);
    assert_int_equal(
        sq_pairs_of_ranks(&(sq_grouped){numbers, same, 2, 5}, SQ_RANK_SUMS, &kept, pair), SQ_OK);
    assert_reason(pair[0].p, SQ_UNDEFINED);
    assert_near(pair[0].difference, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks),
        cmocka_unit_test(ranks_but_for_rounding),
        cmocka_unit_test(signed_like_r),
        cmocka_unit_test(signed_slowly),
        cmocka_unit_test(signed_order_shift_scale),
        cmocka_unit_test(signed_neighbours),
        cmocka_unit_test(signed_edges),
        cmocka_unit_test(groups_like_r),
        cmocka_unit_test(bank_with_holes),
        cmocka_unit_test(rank_sums_like_r),
        cmocka_unit_test(rank_sums_slowly),
        cmocka_unit_test(groups_at_the_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
