/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gap model on the kiosk survey (tests/published/kiosk, reference tables of its authors; R from
 * tests/published/gap_tables.txt and gap_weights.txt), against slow versions, and at its edges.
 */
#include "check.h"
#include "gap_model/gap_model.h"
#include "gap_model/item_orders.h"

#include <gsl/gsl_errno.h>

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
enum { ITEMS = 24, DIMENSIONS = 6 };

/* usefulness 1–3, tangibles 4 5 6 22, control 7 8, economy 10 11 18, convenience 13–17, security */
static const size_t kiosk_dimension[ITEMS] = {
    0, 0, 0, 1, 1, 1, 2, 2, SQ_LEFT_OUT, 3, 3,           SQ_LEFT_OUT,
    4, 4, 4, 4, 4, 3, 5, 5, 5,           1, SQ_LEFT_OUT, SQ_LEFT_OUT};
static const sq_dimensions kiosk_dimensions = {DIMENSIONS, kiosk_dimension};

static sq_ratings kiosk(void)
{
    return (sq_ratings){.subtrahend = read_survey(KIOSK, "E1", ITEMS),
                        .minuend = read_survey(KIOSK, "P1", ITEMS)};
}

static void release(const sq_ratings *ratings)
{
    free((void *)ratings->subtrahend.values);
    free((void *)ratings->minuend.values);
}

static void kiosk_dimension_table(void **state)
{
    /* kiosk_servqual_gap_dimensions.csv: gap, sd, t, p, lower, upper, d */
    static const double expected[DIMENSIONS][7] = {
        {-0.62962962962963, 0.896608870878427, -10.1033942130122, 9.47142703568583e-20,
         -0.752493706108166, -0.506765553151093, -0.702234441437957},
        {-0.0144927536231884, 1.11739668347826, -0.186607332149946, 0.852152160341197,
         -0.167611818172741, 0.138626310926364, -0.012970106174},
        {-1.39130434782609, 1.42839503222596, -14.0138990250371, 8.86777988174481e-32,
         -1.58704012758592, -1.19556856806625, -0.974033314620206},
        {-1.23510466988728, 1.29579524020001, -13.7136340526807, 7.72372273240239e-31,
         -1.41267003942961, -1.05753930034495, -0.953163456362621},
        {-1.4695652173913, 1.20185588863088, -17.5922602579859, 6.66396718087637e-43,
         -1.63425789288564, -1.30487254189697, -1.22274661321116},
        {-1.71014492753623, 1.40070067627011, -17.5659948449901, 8.02035874645353e-43,
         -1.90208569524711, -1.51820415982535, -1.2209210408109}};
    sq_ratings ratings = kiosk();
    sq_gap dimension[DIMENSIONS], overall;
    (void)state;
    assert_int_equal(ratings.minuend.rows, 211);
    assert_int_equal(
        sq_gap_by_dimension(&ratings, &kiosk_dimensions, NULL, 0.95, dimension, NULL, &overall),
        SQ_OK);
    for (size_t d = 0; d < DIMENSIONS; d++) {
        const sq_estimate *gap = &dimension[d].gap;
        const double got[] = {gap->mean,  gap->sd,    gap->t,     gap->p,
                              gap->lower, gap->upper, gap->effect};
        assert_int_equal(gap->n, 207);
        for (size_t i = 0; i < LENGTH(got); i++)
            assert_near(got[i], expected[d][i], 1e-9 * fmin(1, fabs(expected[d][i])) + 1e-52);
        assert_near(dimension[d].minuend - dimension[d].subtrahend, gap->mean, 1e-12);
    }
    assert_near(overall.gap.mean, -1.07504025764895, 1e-12); /* R */
    assert_near(overall.gap.t, -18.80385109538, 1e-9);
    assert_near(overall.gap.sd, 0.822551497080736, 1e-12);
    release(&ratings);
}

static void kiosk_weighted(void **state)
{
    const double importance[] = {10, 10, 20, 10, 20, 30};
    sq_ratings ratings = kiosk();
    sq_gap dimension[DIMENSIONS], overall;
    double shares[DIMENSIONS], *weights = calloc(ratings.minuend.rows, sizeof *weights);
    size_t complete = 0;
    (void)state;
    sq_gap_by_dimension(&ratings, &kiosk_dimensions, importance, 0.95, dimension, shares, &overall);
    assert_near(overall.gap.mean, -1.27314009661836, 1e-12); /* R t.test of the weighted mean */
    assert_near(overall.gap.t, -19.99033756039, 1e-9);
    assert_near(shares[5], 0.3, 1e-15);
    for (size_t row = 0; row < ratings.minuend.rows; row++) /* weights 1 2 3 1 2 3 …, as in R */
        weights[row] = isnan(sq_row(&ratings.minuend, row)[0]) ? 7 : 1 + (double)(complete++ % 3);
    ratings.case_weights = weights;
    sq_gap_by_dimension(&ratings, &kiosk_dimensions, NULL, 0.95, dimension, NULL, &overall);
    assert_near(dimension[5].gap.mean, -1.73752012882448, 1e-12); /* R survey::svymean */
    assert_near(dimension[5].gap.se, 0.105656356612661, 1e-12);
    assert_near(dimension[5].gap.sd * dimension[5].gap.sd, 1.95881733710635, 1e-12); /* svyvar */
    for (size_t row = 0; row < ratings.minuend.rows; row++)
        weights[row] *= 1e-3;
    sq_gap_by_dimension(&ratings, &kiosk_dimensions, NULL, 0.95, dimension, NULL, &overall);
    assert_near(dimension[5].gap.se, 0.105656356612661, 1e-12); /* their scale is no matter */
    free(weights);
    release(&ratings);
}

static void kiosk_items(void **state)
{
    sq_ratings ratings = kiosk();
    sq_table e = read_survey("tests/published/kiosk/kiosk_servqual_gap_items.csv", "E", 6);
    sq_gap item[ITEMS], pooled;
    double holm[ITEMS], rank[ITEMS];
    (void)state;
    assert_int_equal(sq_gap_by_item(&ratings, 0.95, item, holm, rank), SQ_OK);
    for (size_t i = 0; i < ITEMS; i++) {
        const double *reference = sq_row(&e, i); /* E, P, gap, sd, t, p */
        const double got[] = {item[i].subtrahend, item[i].minuend, item[i].gap.mean,
                              item[i].gap.sd,     item[i].gap.t,   item[i].gap.p};
        for (size_t j = 0; j < LENGTH(got); j++)
            assert_near(got[j], reference[j], 1e-9 * fmin(1, fabs(reference[j])));
    }
    assert_near(holm[3], 2.52690462442869e-02, 1e-12); /* R p.adjust */
    assert_near(holm[5], 3.64999183049650e-01, 1e-12);
    assert_near(rank[22], 1, 0); /* item 23 falls shortest */
    assert_near(rank[3], 24, 0);
    sq_gap_pooled(&ratings, 0.95, &pooled);
    assert_near(pooled.gap.mean, -1.10205314009662, 1e-12);
    assert_near(pooled.gap.t, -18.95858969307, 1e-9);
    assert_near(pooled.gap.lower, -1.216658141475154, 1e-9);
    free((void *)e.values);
    release(&ratings);
}

static void published_means(void **state)
{
    /* A restaurant, n = 51: printed P, E and P − E (tests/published/servqual_restaurant.csv) */
    sq_table printed = read_survey("tests/published/servqual_restaurant.csv", "P_mean", 5);
    (void)state;
    for (size_t d = 0; d < printed.rows; d++) {
        const double *row = sq_row(&printed, d);
        sq_ratings ratings = {.minuend = {row, 1, 1}, .subtrahend = {row + 2, 1, 1}};
        sq_gap gap;
        assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
        assert_near(gap.gap.mean, row[4], 1.01e-4); /* four digits, rounded before the difference */
    }
    free((void *)printed.values);
}

/* ---- Random answers with gaps, and the same statistics the slow way. */

enum { ROWS = 60, COLUMNS = 6, GROUPS = 3 };
static const size_t three[COLUMNS] = {0, 0, 1, 1, 1, 2};

static double random_answer(void)
{
    static unsigned seed = 20261123;
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % 20 == 0 ? NAN : 1 + (double)((seed >> 18) % 7);
}

static void fill(double *values)
{
    for (size_t i = 0; i < (size_t)ROWS * COLUMNS; i++)
        values[i] = random_answer();
}

/* Dimension score of one respondent by definition; NaN without an answer. */
static double slow_score(const double *e, const double *p, size_t d)
{
    double sum = 0, n = 0;
    for (size_t i = 0; i < COLUMNS; i++)
        if (three[i] == d && !isnan(p[i] - e[i])) {
            sum += p[i] - e[i];
            n++;
        }
    return n > 0 ? sum / n : NAN;
}

static void against_the_slow_version(void **state)
{
    static double e[ROWS * COLUMNS], p[ROWS * COLUMNS];
    double overall_slow = 0, influence[ROWS] = {0}, variance = 0;
    sq_ratings ratings = {.minuend = {p, ROWS, COLUMNS}, .subtrahend = {e, ROWS, COLUMNS}};
    const sq_dimensions dimensions = {GROUPS, three};
    sq_gap dimension[GROUPS], overall;
    (void)state;
    fill(e);
    fill(p);
    assert_int_equal(
        sq_gap_by_dimension(&ratings, &dimensions, NULL, 0.95, dimension, NULL, &overall), SQ_OK);
    for (size_t d = 0; d < GROUPS; d++) {
        double scores[ROWS], mean = 0, squares = 0;
        size_t n = 0;
        for (size_t row = 0; row < ROWS; row++) {
            scores[row] = slow_score(e + row * COLUMNS, p + row * COLUMNS, d);
            if (!isnan(scores[row])) {
                mean += scores[row];
                n++;
            }
        }
        mean /= (double)n;
        for (size_t row = 0; row < ROWS; row++)
            if (!isnan(scores[row])) {
                squares += (scores[row] - mean) * (scores[row] - mean);
                influence[row] += (scores[row] - mean) / (double)n / GROUPS;
            }
        assert_int_equal(dimension[d].gap.n, n);
        assert_near(dimension[d].gap.mean, mean, 1e-12);
        assert_near(dimension[d].gap.se, sqrt(squares / (double)(n - 1) / (double)n), 1e-12);
        overall_slow += mean / GROUPS;
    }
    for (size_t row = 0; row < ROWS; row++)
        variance += influence[row] * influence[row];
    assert_near(overall.gap.mean, overall_slow, 1e-12);
    assert_near(overall.gap.se, sqrt(variance * ROWS / (ROWS - 1)), 1e-12);
}

static void invariances(void **state)
{
    static double e[ROWS * COLUMNS], p[ROWS * COLUMNS], e2[ROWS * COLUMNS], p2[ROWS * COLUMNS];
    sq_ratings first = {.minuend = {p, ROWS, COLUMNS}, .subtrahend = {e, ROWS, COLUMNS}};
    sq_ratings second = {.minuend = {p2, ROWS, COLUMNS}, .subtrahend = {e2, ROWS, COLUMNS}};
    const sq_dimensions dimensions = {GROUPS, three};
    sq_gap a[GROUPS], b[GROUPS], all_a, all_b;
    size_t rows[ROWS];
    (void)state;
    fill(e);
    fill(p);
    for (size_t row = 0; row < ROWS;
         row++) /* turned round, shifted by 1e6, three times the scale */
        for (size_t i = 0; i < COLUMNS; i++) {
            size_t to = (ROWS - 1 - row) * COLUMNS + i, from = row * COLUMNS + i;
            e2[to] = 3 * e[from] + 1e6;
            p2[to] = 3 * p[from] + 1e6;
            rows[row] = ROWS - 1 - row;
        }
    sq_gap_by_dimension(&first, &dimensions, NULL, 0.95, a, NULL, &all_a);
    sq_gap_by_dimension(&second, &dimensions, NULL, 0.95, b, NULL, &all_b);
    assert_near(all_b.gap.mean, 3 * all_a.gap.mean, 1e-8);
    assert_near(all_b.gap.t, all_a.gap.t, 1e-8);
    assert_near(b[1].gap.p, a[1].gap.p, 1e-8);
    first.rows = rows;
    first.row_count = ROWS;
    sq_gap_by_dimension(&first, &dimensions, NULL, 0.95, b, NULL, &all_b);
    assert_near(all_b.gap.mean, all_a.gap.mean, 1e-14);
    assert_near(all_b.gap.se, all_a.gap.se, 1e-14);
}

/* The second item has the answers of the first in another order: the sums round differently. */
static void equal_gaps_share_a_rank(void **state)
{
    enum { PEOPLE = 29 };
    double e[PEOPLE * 3], p[PEOPLE * 3], holm[3], rank[3];
    sq_ratings ratings = {.minuend = {p, PEOPLE, 3}, .subtrahend = {e, PEOPLE, 3}};
    sq_gap item[3];
    (void)state;
    for (int trial = 0; trial < 100; trial++) {
        for (size_t row = 0; row < PEOPLE; row++) {
            size_t turned = (row + 1) % PEOPLE;
            e[row * 3] = e[turned * 3 + 1] = random_answer();
            p[row * 3] = p[turned * 3 + 1] = random_answer() / 10;
            e[row * 3 + 2] = 7;
            p[row * 3 + 2] = 0;
        }
        assert_int_equal(sq_gap_by_item(&ratings, 0.95, item, holm, rank), SQ_OK);
        assert_near(rank[2], 1, 0);
        assert_near(rank[0], 2, 0);
        assert_near(rank[1], 2, 0);
    }
}

/* ---- Independent samples. */

static void independent_samples(void **state)
{
    /* gap_tables.R: standards against management, Welch on respondents' means */
    sq_table management = TABLE(3, 2, 6, 5, 5, 5, 7, 6);
    sq_table standards = TABLE(2, 2, 5, 6, 4, 5), other = TABLE(1, 3, 1, 2, 3);
    sq_table empty = TABLE(2, 2, NA, NA, NA, NA), half = TABLE(2, 2, 5, NA, 4, NA);
    sq_gap gap;
    (void)state;
    assert_int_equal(sq_gap_independent(&management, &standards, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, 5 - 17.0 / 3, 1e-12);
    assert_near(gap.gap.t, -1, 1e-12);
    assert_near(gap.gap.df, 2.42654028436, 1e-9);
    assert_near(gap.gap.p, 0.406374966789, 1e-9);
    assert_int_equal(gap.n_subtrahend, 3);
    assert_int_equal(gap.n_minuend, 2);
    assert_int_equal(sq_gap_independent(&management, &other, 0.95, &gap), SQ_BAD_ARGUMENT);
    assert_int_equal(sq_gap_independent(&management, &empty, 0.95, &gap), SQ_OK);
    assert_reason(gap.gap.mean, SQ_NO_DATA);
    assert_int_equal(sq_gap_independent(&management, &half, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, 4.5 - 6, 1e-12); /* only the item that both answered */
    assert_int_equal(sq_gap_independent(&half, &management, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, 6 - 4.5, 1e-12);
    assert_int_equal(sq_gap_independent(&management, &standards, 1, &gap), SQ_OUT_OF_DOMAIN);
}

/* Delivery − expectations is the sum, perceptions − delivery what is left, with answers missing. */
/* The items of 1988 by their numbers in the paper (Parasuraman, Zeithaml & Berry 1988). */
static void items_of_servqual(void **state)
{
    static const size_t last[] = {4, 9, 13, 17, 22};
    (void)state;
    for (size_t item = 1, dimension = 0; item <= SQ_SERVQUAL_ITEMS; item++) {
        bool turned = (item >= 10 && item <= 13) || item >= 18;
        dimension += item > last[dimension];
        assert_int_equal(sq_find_item_order("servqual")->of_item[item - 1], dimension);
        assert_near(sq_servqual_1988_reversed[item - 1], turned, 0);
    }
}

/* Both sides of a respondent's scores, and samples of one. By hand. */
static void both_sides_of_a_respondent(void **state)
{
    sq_ratings ratings = {.minuend = TABLE(1, 3, 5, 6, 2), .subtrahend = TABLE(1, 3, 7, 6, 3)};
    const sq_dimensions two = {2, (const size_t[]){0, 0, 1}}, none = {0, NULL};
    const sq_dimensions one = {1, (const size_t[]){0, 0, SQ_LEFT_OUT}};
    sq_score scores[2], overall;
    sq_gap gap;
    (void)state;
    sq_gap_of_respondent(&ratings, &two, 0, scores, &overall);
    assert_near(scores[0].minuend, 5.5, 0);
    assert_near(scores[0].subtrahend, 6.5, 0);
    assert_near(overall.minuend, 3.75, 0);
    assert_near(overall.subtrahend, 4.75, 0);
    assert_near(overall.gap, -1, 0);
    sq_gap_of_respondent(&ratings, &one, 0, scores, &overall);
    assert_near(overall.minuend, 5.5, 0);
    assert_int_equal(overall.answered, 2);
    sq_gap_of_respondent(&ratings, &none, 0, NULL, &overall);
    assert_near(overall.minuend, 13. / 3, 1e-15);
    assert_near(overall.subtrahend, 16. / 3, 1e-15);
    assert_int_equal(sq_gap_independent(&ratings.subtrahend, &ratings.minuend, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, -1, 1e-15);
    assert_reason(gap.gap.t, SQ_UNDEFINED);
}

/* ---- Edges. */

static void one_or_no_respondent(void **state)
{
    sq_ratings nobody = {.minuend = {NULL, 0, 2}, .subtrahend = {NULL, 0, 2}};
    sq_ratings one = {.minuend = TABLE(1, 2, 4, 5), .subtrahend = TABLE(1, 2, 6, 6)};
    sq_ratings silent = {.minuend = TABLE(2, 1, NA, 3), .subtrahend = TABLE(2, 1, 2, NA)};
    sq_gap gap, item[2];
    double holm[2], rank[2];
    (void)state;
    assert_int_equal(sq_gap_pooled(&nobody, 0.95, &gap), SQ_OK);
    assert_reason(gap.gap.mean, SQ_NO_DATA);
    assert_int_equal(sq_gap_by_item(&nobody, 0.95, item, holm, rank), SQ_OK);
    assert_reason(item[1].minuend, SQ_NO_DATA);
    assert_reason(rank[0], SQ_NO_DATA);
    assert_int_equal(sq_gap_pooled(&one, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, -1.5, 0);
    assert_reason(gap.gap.sd, SQ_UNDEFINED);
    assert_reason(gap.gap.p, SQ_UNDEFINED);
    assert_int_equal(sq_gap_pooled(&silent, 0.95, &gap), SQ_OK);
    assert_reason(gap.gap.mean, SQ_NO_DATA);
    assert_int_equal(gap.gap.n, 0);
}

static void no_spread(void **state)
{
    /* 0.1 and 0.3 have no exact binary form: rounding must not pass for spread */
    static double e[30], p[30];
    sq_ratings ratings = {.minuend = {p, 10, 3}, .subtrahend = {e, 10, 3}};
    sq_gap gap;
    (void)state;
    for (size_t i = 0; i < 30; i++) {
        e[i] = 0.1 * (double)(i % 7);
        p[i] = e[i] + 0.3;
    }
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, 0.3, 1e-15);
    assert_near(gap.gap.sd, 0, 0);
    assert_near(gap.gap.se, 0, 0);
    assert_reason(gap.gap.t, SQ_UNDEFINED);
}

static void importance_and_empty_dimensions(void **state)
{
    static const size_t of_item[] = {0, 1};
    const sq_dimensions dimensions = {2, of_item};
    sq_ratings ratings = {.minuend = TABLE(2, 2, 4, NA, 5, NA),
                          .subtrahend = TABLE(2, 2, 6, 6, 6, 6)};
    const double first_only[] = {1, 0}, none[] = {0, 0}, negative[] = {1, -1}, blank[] = {1, NAN};
    sq_gap dimension[2], overall;
    (void)state;
#define BY(importance)                                                                             \
    sq_gap_by_dimension(&ratings, &dimensions, importance, 0.95, dimension, NULL, &overall)
    assert_int_equal(BY(NULL), SQ_OK);
    assert_near(dimension[0].gap.mean, -1.5, 0);
    assert_reason(dimension[1].gap.mean, SQ_NO_DATA);
    assert_reason(overall.gap.mean, SQ_NO_DATA);
    assert_reason(overall.minuend, SQ_NO_DATA);
    assert_int_equal(overall.n_minuend, 0);
    assert_int_equal(BY(first_only), SQ_OK);
    assert_near(overall.gap.mean, -1.5, 0);
    assert_int_equal(overall.gap.n, 2);
    ratings.minuend = TABLE(2, 2, 4, NA, NA, 5); /* the second answers nothing that counts */
    assert_int_equal(BY(first_only), SQ_OK);
    assert_near(overall.gap.mean, -2, 0);
    assert_int_equal(overall.gap.n, 1);
    assert_int_equal(BY(none), SQ_OUT_OF_DOMAIN);
    assert_int_equal(BY(negative), SQ_OUT_OF_DOMAIN);
    assert_int_equal(BY(blank), SQ_OUT_OF_DOMAIN);
}

/* A spread that nobody knows is not a spread of 0: neither alone nor within an overall. */
static void dimension_of_one_respondent(void **state)
{
    const sq_dimensions dimensions = {2, (const size_t[]){0, 1}};
    const double first_only[] = {1, 0};
    sq_ratings apart = {.minuend = TABLE(2, 2, 4, NA, NA, 5),
                        .subtrahend = TABLE(2, 2, 6, 6, 6, 6)};
    sq_ratings lone = {.minuend = TABLE(3, 2, 4, NA, 5, NA, 3, 5),
                       .subtrahend = TABLE(3, 2, 6, 6, 6, 6, 6, 6)};
    sq_gap dimension[2], overall;
    (void)state;
    sq_gap_by_dimension(&apart, &dimensions, NULL, 0.95, dimension, NULL, &overall);
    assert_near(overall.gap.mean, -1.5, 0);
    assert_int_equal(overall.gap.n, 2);
    assert_reason(overall.gap.sd, SQ_UNDEFINED);
    assert_reason(overall.gap.se, SQ_UNDEFINED);
    sq_gap_by_dimension(&lone, &dimensions, NULL, 0.95, dimension, NULL, &overall);
    assert_near(dimension[0].gap.t, -2 * sqrt(3), 1e-12); /* gaps −2 −1 −3 */
    assert_near(overall.gap.mean, -1.5, 0);
    assert_reason(overall.gap.se, SQ_UNDEFINED);
    assert_reason(overall.gap.p, SQ_UNDEFINED);
    sq_gap_by_dimension(&lone, &dimensions, first_only, 0.95, dimension, NULL, &overall);
    assert_near(overall.gap.t, -2 * sqrt(3), 1e-12);
}

/* The overall of a single dimension is that dimension, with case weights and a missing answer too;
 * by hand: gaps −2 −1 −4, weights 1 5 2. */
static void overall_of_one_dimension(void **state)
{
    const sq_dimensions dimensions = {1, (const size_t[]){0, 0}};
    const double weights[] = {1, 5, 7, 2};
    sq_ratings ratings = {.minuend = TABLE(4, 2, 4, 4, 5, NA, 1, NA, 1, 3),
                          .subtrahend = TABLE(4, 2, 6, 6, 6, 6, NA, 6, 6, 6),
                          .case_weights = weights};
    sq_gap dimension, overall;
    (void)state;
    sq_gap_by_dimension(&ratings, &dimensions, NULL, 0.95, &dimension, NULL, &overall);
    assert_near(dimension.gap.mean, -15.0 / 8, 1e-14);
    assert_near(dimension.gap.sd, sqrt(3.0 / 2 * (1 / 64. + 5 * 49 / 64. + 2 * 289 / 64.) / 8),
                1e-14);
    assert_near(dimension.gap.se, sqrt(3.0 / 2 * (1 / 64. + 25 * 49 / 64. + 4 * 289 / 64.)) / 8,
                1e-14);
    assert_near(overall.gap.mean, dimension.gap.mean, 1e-14);
    assert_near(overall.gap.sd, dimension.gap.sd, 1e-14);
    assert_near(overall.gap.se, dimension.gap.se, 1e-14);
    assert_near(overall.gap.effect, dimension.gap.effect, 1e-14);
    assert_near(overall.minuend, dimension.minuend, 1e-14);
}

static void shapes_and_weights(void **state)
{
    sq_ratings ratings = {.minuend = TABLE(2, 2, 4, 5, 5, 5), .subtrahend = TABLE(1, 2, 6, 6)};
    const double no_weights[] = {0, 0}, second_only[] = {0, 2}, levels[] = {0, 1, -1, 95, NAN};
    sq_gap gap;
    (void)state;
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_BAD_ARGUMENT);
    ratings.subtrahend =
        (sq_table){NULL, 0, 2}; /* expectations of nobody are not no expectations */
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_BAD_ARGUMENT);
    ratings.subtrahend = TABLE(2, 2, 6, 6, 6, 6);
    ratings.beside = TABLE(1, 2, 1, 1);
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_BAD_ARGUMENT);
    ratings.beside = (sq_table){0};
    for (size_t i = 0; i < LENGTH(levels); i++)
        assert_int_equal(sq_gap_pooled(&ratings, levels[i], &gap), SQ_OUT_OF_DOMAIN);
    ratings.case_weights = no_weights;
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
    assert_reason(gap.gap.mean, SQ_NO_DATA);
    ratings.case_weights = second_only;
    assert_int_equal(sq_gap_pooled(&ratings, 0.95, &gap), SQ_OK);
    assert_near(gap.gap.mean, -1, 0);
    assert_int_equal(gap.gap.n, 1);
}

static void respondents_scores(void **state)
{
    static const size_t of_item[] = {0, 0, 1};
    const sq_dimensions two = {2, of_item}, none = {0, NULL};
    sq_ratings ratings = {.minuend = TABLE(2, 3, 4, 6, 7, NA, 3, NA),
                          .subtrahend = TABLE(2, 3, 5, 5, 5, 5, NA, 5)};
    sq_score dimension[2], overall;
    (void)state;
    sq_gap_of_respondent(&ratings, &two, 0, dimension, &overall);
    assert_near(dimension[0].gap, 0, 0);
    assert_near(dimension[1].gap, 2, 0);
    assert_near(overall.gap, 1, 0); /* the mean of 0 and 2 */
    assert_int_equal(overall.answered, 3);
    sq_gap_of_respondent(&ratings, &none, 0, NULL, &overall);
    assert_near(overall.gap, 2.0 / 3, 1e-15); /* the mean over items */
    sq_gap_of_respondent(&ratings, &two, 1, dimension, &overall);
    assert_reason(overall.gap, SQ_NO_DATA);
    assert_reason(dimension[0].minuend, SQ_NO_DATA);
    ratings.beside = TABLE(2, 3, 1, NA, 1, 1, 1, 1);
    sq_gap_of_respondent(&ratings, &none, 0, NULL, &overall);
    assert_near(overall.gap, 0.5, 1e-15); /* without the second item */
    ratings = (sq_ratings){.minuend = ratings.minuend};
    sq_gap_of_respondent(&ratings, &none, 0, NULL, &overall);
    assert_near(overall.gap, 17.0 / 3, 1e-15); /* perceptions alone */
    assert_near(overall.subtrahend, 0, 0);
    sq_gap_of_respondent(&ratings, &two, 1, dimension, &overall);
    assert_near(overall.gap, 3, 0);
    assert_reason(dimension[1].gap, SQ_NO_DATA);
}

static void disconfirmation(void **state)
{
    sq_ratings ratings = {.minuend = TABLE(4, 2, 6, NA, 5, NA, 6, NA, 5, NA),
                          .subtrahend = TABLE(4, 2, 7, 1, 5, 1, 4, 1, 6, NA)};
    const size_t first_and_third[] = {0, 2};
    const sq_dimensions none = {0}, two = {2, (const size_t[]){1, 0, 1, SQ_LEFT_OUT}};
    const sq_ratings four = {.minuend = TABLE(2, 4, 5, 5, 5, 5, 4, NA, 6, 7),
                             .subtrahend = TABLE(2, 4, 6, 5, 5, 1, 4, 1, 4, 1)};
    sq_disconfirmation item[7];
    (void)state;
    assert_int_equal(sq_disconfirm(&four, &two, item), SQ_OK);
    assert_int_equal(item[4].n, 1); /* the second item, answered by the first respondent alone */
    assert_near(item[4].satisfied, 1, 0);
    assert_int_equal(item[5].n, 4); /* the first and the third item */
    assert_near(item[5].dissatisfied, 0.25, 0);
    assert_near(item[5].satisfied, 0.5, 0);
    assert_near(item[5].delighted, 0.25, 0);
    assert_int_equal(item[6].n, 5); /* without the item left out */
    assert_near(item[6].delighted, 0.2, 1e-15);
    assert_int_equal(item[3].n, 2); /* which has its row all the same */
    assert_int_equal(sq_disconfirm(&ratings, &none, item), SQ_OK);
    assert_near(item[0].dissatisfied, 0.5, 0);
    assert_near(item[0].satisfied, 0.25, 0);
    assert_near(item[0].delighted, 0.25, 0);
    assert_reason(item[1].satisfied, SQ_NO_DATA);
    assert_int_equal(item[2].n, 4);
    assert_near(item[2].delighted, 0.25, 0);
    ratings.rows = first_and_third;
    ratings.row_count = 2;
    assert_int_equal(sq_disconfirm(&ratings, &none, item), SQ_OK);
    assert_near(item[0].dissatisfied, 0.5, 0);
    assert_near(item[0].satisfied, 0, 0);
    ratings.rows = NULL;
    ratings.subtrahend = (sq_table){0};
    assert_int_equal(sq_disconfirm(&ratings, &none, item), SQ_BAD_ARGUMENT);
}

/* Sums or squares beyond a double: no infinity, and no t = 0 or p = 1 computed from one. */
static void huge_answers(void **state)
{
    const sq_dimensions dimensions = {1, (const size_t[]){0}};
    const struct {
        sq_ratings ratings;
        sq_status mean, sd;
    } cases[] = {{{.minuend = TABLE(2, 1, 1e300, -1e300), .subtrahend = TABLE(2, 1, -1e300, 1e300)},
                  SQ_OK,
                  SQ_OUT_OF_DOMAIN}, /* the squares */
                 {{.minuend = TABLE(2, 1, 1e308, 1.5e308), .subtrahend = TABLE(2, 1, 0, 0)},
                  SQ_OK,
                  SQ_OUT_OF_DOMAIN}, /* the squares and the sum of the perceptions */
                 {{.minuend = TABLE(2, 1, 1.7e308, 1), .subtrahend = TABLE(2, 1, -1.7e308, 1)},
                  SQ_OUT_OF_DOMAIN,
                  SQ_OUT_OF_DOMAIN}, /* the gap itself */
                 {{.minuend = TABLE(1, 1, 1.7e308), .subtrahend = TABLE(1, 1, -1.7e308)},
                  SQ_OUT_OF_DOMAIN,
                  SQ_OUT_OF_DOMAIN}};
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sq_gap gap[2], overall;
        assert_int_equal(sq_gap_pooled(&cases[i].ratings, 0.95, &gap[0]), SQ_OK);
        assert_int_equal(sq_gap_by_dimension(&cases[i].ratings, &dimensions, NULL, 0.95, &gap[1],
                                             NULL, &overall),
                         SQ_OK);
        for (size_t j = 0; j < 3; j++) {
            const sq_gap *g = j < 2 ? &gap[j] : &overall;
            assert_reason(g->gap.mean, cases[i].mean);
            assert_reason(g->gap.sd, cases[i].sd);
            assert_reason(g->gap.se, cases[i].sd);
            assert_reason(g->gap.t, cases[i].sd);
            assert_reason(g->gap.p, cases[i].sd);
            assert_reason(g->gap.upper, cases[i].sd);
            assert_reason(g->gap.effect, cases[i].sd);
            assert_int_equal(isinf(g->minuend), 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kiosk_dimension_table),
        cmocka_unit_test(kiosk_weighted),
        cmocka_unit_test(kiosk_items),
        cmocka_unit_test(published_means),
        cmocka_unit_test(against_the_slow_version),
        cmocka_unit_test(invariances),
        cmocka_unit_test(equal_gaps_share_a_rank),
        cmocka_unit_test(independent_samples),
        cmocka_unit_test(items_of_servqual),
        cmocka_unit_test(both_sides_of_a_respondent),
        cmocka_unit_test(one_or_no_respondent),
        cmocka_unit_test(no_spread),
        cmocka_unit_test(importance_and_empty_dimensions),
        cmocka_unit_test(dimension_of_one_respondent),
        cmocka_unit_test(overall_of_one_dimension),
        cmocka_unit_test(shapes_and_weights),
        cmocka_unit_test(respondents_scores),
        cmocka_unit_test(disconfirmation),
        cmocka_unit_test(huge_answers),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
