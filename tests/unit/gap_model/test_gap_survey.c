/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gap model with answers missing and case weights: the kiosk survey with holes against R's
 * survey package (tests/published/gap_model.R), and random answers against the definition of
 * linearised standard errors, influence by influence.
 */
#include "gap_model/gap_model.h"
#include "reference.h"

#include <gsl/gsl_errno.h>

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define FIGURES "tests/published/gap_model.csv"

/* ---- Kiosk. */

enum { ITEMS = 24, DIMENSIONS = 6 };
static const size_t kiosk_dimension[ITEMS] = {
    0, 0, 0, 1, 1, 1, 2, 2, SQ_LEFT_OUT, 3, 3,           SQ_LEFT_OUT,
    4, 4, 4, 4, 4, 3, 5, 5, 5,           1, SQ_LEFT_OUT, SQ_LEFT_OUT};
static const sq_dimensions kiosk_dimensions = {DIMENSIONS, kiosk_dimension};

typedef struct survey {
    double *expectations, *perceptions, *weights;
    sq_ratings ratings;
} survey;

/* holes: answers taken out, and weights 0 to 4, by the rule of gap_model.R, which counts from 1. */
static survey read_kiosk(bool holes)
{
    sq_table e = read_survey(KIOSK, "E1", ITEMS), p = read_survey(KIOSK, "P1", ITEMS);
    survey s = {.expectations = (double *)e.values,
                .perceptions = (double *)p.values,
                .weights = calloc(e.rows, sizeof(double))};
    for (size_t row = 0; row < e.rows; row++)
        for (size_t i = 0; holes && i < ITEMS; i++) {
            if ((5 * (row + 1) + 11 * (i + 1)) % 19 == 0)
                s.expectations[row * ITEMS + i] = NAN;
            if ((7 * (row + 1) + 3 * (i + 1)) % 23 == 0)
                s.perceptions[row * ITEMS + i] = NAN;
            s.weights[row] = (double)((row + 1) % 5);
        }
    s.ratings =
        (sq_ratings){.minuend = p, .subtrahend = e, .case_weights = holes ? s.weights : NULL};
    return s;
}

static void release(const survey *s)
{
    free(s->expectations);
    free(s->perceptions);
    free(s->weights);
}

static double figure(const char *name, size_t number)
{
    char full[64];
    snprintf(full, sizeof full, "%s_%zu", name, number);
    return reference(FIGURES, full);
}

/* n, mean and SE; sd and p where the file has them. */
static void assert_figures(const sq_estimate *estimate, const char *name, bool with_sd)
{
    double p = with_sd ? figure(name, 5) : 0;
    assert_near((double)estimate->n, figure(name, 1), 0);
    assert_near(estimate->mean, figure(name, 2), 1e-12);
    assert_near(estimate->se, figure(name, 3), 1e-12);
    if (!with_sd)
        return;
    assert_near(estimate->sd, figure(name, 4), 1e-12);
    assert_near(estimate->p, p, 1e-9 * p);
}

static void weighted_items(void **state)
{
    survey s = read_kiosk(true);
    sq_gap item[ITEMS];
    double holm[ITEMS], rank[ITEMS];
    (void)state;
    assert_int_equal(sq_gap_by_item(&s.ratings, 0.95, item, holm, rank), SQ_OK);
    for (size_t i = 0; i < ITEMS; i++) {
        char name[16];
        snprintf(name, sizeof name, "item_%zu", i + 1);
        assert_figures(&item[i].gap, name, true);
        assert_near(holm[i], figure("holm", i + 1), 1e-9 * figure("holm", i + 1));
        assert_near(rank[i], figure("rank", i + 1), 0);
    }
    release(&s);
}

static void weighted_dimensions(void **state)
{
    const double importance[] = {10, 10, 20, 10, 20, 30};
    survey s = read_kiosk(true);
    sq_gap dimension[DIMENSIONS], overall, pooled;
    (void)state;
    sq_gap_by_dimension(&s.ratings, &kiosk_dimensions, NULL, 0.95, dimension, NULL, &overall);
    for (size_t d = 0; d < DIMENSIONS; d++) {
        char name[16];
        snprintf(name, sizeof name, "dimension_%zu", d + 1);
        assert_figures(&dimension[d].gap, name, true);
    }
    assert_figures(&overall.gap, "overall", false); /* svytotal and svycontrast */
    sq_gap_by_dimension(&s.ratings, &kiosk_dimensions, importance, 0.95, dimension, NULL, &overall);
    assert_figures(&overall.gap, "overall_importance", false);
    sq_gap_pooled(&s.ratings, 0.95, &pooled);
    assert_figures(&pooled.gap, "pooled", false); /* svyratio */
    release(&s);
}

/* The spread of one side is that of a score of its own, over the answers that the other has, too. */
static void spread_of_each_side(void **state)
{
    (void)state;
    for (int holes = 0; holes < 2; holes++) {
        survey s = read_kiosk(holes);
        sq_ratings sides[] = {s.ratings, s.ratings};
        sq_gap dimension[DIMENSIONS], overall, alone[2][DIMENSIONS], whole[2];
        sides[0].subtrahend = sides[1].subtrahend = (sq_table){0};
        sides[0].beside = s.ratings.subtrahend;
        sides[1].minuend = s.ratings.subtrahend;
        sides[1].beside = s.ratings.minuend;
        sq_gap_by_dimension(&s.ratings, &kiosk_dimensions, NULL, 0.95, dimension, NULL, &overall);
        for (size_t side = 0; side < 2; side++)
            sq_gap_by_dimension(&sides[side], &kiosk_dimensions, NULL, 0.95, alone[side], NULL,
                                &whole[side]);
        for (size_t d = 0; d < DIMENSIONS; d++) {
            assert_near(dimension[d].minuend_sd, alone[0][d].gap.sd, 1e-12);
            assert_near(dimension[d].subtrahend_sd, alone[1][d].gap.sd, 1e-12);
            assert_true(dimension[d].minuend_sd > 0.5 && dimension[d].minuend_sd < 3);
        }
        assert_near(overall.minuend_sd, whole[0].gap.sd, 1e-12);
        assert_near(overall.subtrahend_sd, whole[1].gap.sd, 1e-12);
        release(&s);
    }
}

/* Nobody, one respondent, and the same from all. */
static void spread_at_the_edges(void **state)
{
    static const double answers[] = {1.1, 2.2, 1.1, 2.2};
    const sq_dimensions one = {1, (const size_t[]){0, 0}};
    (void)state;
    for (size_t rows = 0; rows <= 2; rows++) {
        sq_ratings ratings = {.minuend = {answers, rows, 2}, .subtrahend = {answers, rows, 2}};
        sq_gap gap, overall;
        assert_int_equal(sq_gap_by_dimension(&ratings, &one, NULL, 0.95, &gap, NULL, &overall),
                         SQ_OK);
        if (rows == 2) {
            assert_near(gap.minuend_sd, 0, 0);
            assert_near(overall.subtrahend_sd, 0, 0);
            continue;
        }
        assert_reason(gap.minuend_sd, rows == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
        assert_reason(gap.subtrahend_sd, rows == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
        assert_reason(overall.minuend_sd, rows == 0 ? SQ_NO_DATA : SQ_UNDEFINED);
    }
}

/* The rows of one sex: expectations of the first sample, perceptions of the second. */
static sq_table rows_of(const double *answers, const sq_table *sex, double code)
{
    sq_table out = {NULL, 0, ITEMS};
    double *rows = malloc(sex->rows * ITEMS * sizeof *rows);
    assert_non_null(rows);
    for (size_t row = 0; row < sex->rows; row++)
        if (sex->values[row] == code) {
            memcpy(rows + out.rows * ITEMS, answers + row * ITEMS, ITEMS * sizeof *rows);
            out.rows++;
        }
    out.values = rows;
    return out;
}

static sq_gap between_sexes(bool holes, double level)
{
    survey s = read_kiosk(holes);
    sq_table sex = read_survey(KIOSK, "sex_code", 1);
    sq_table first = rows_of(s.expectations, &sex, 1), second = rows_of(s.perceptions, &sex, 2);
    sq_gap gap;
    assert_int_equal(sq_gap_independent(&first, &second, level, &gap), SQ_OK);
    free((void *)first.values);
    free((void *)second.values);
    free((void *)sex.values);
    release(&s);
    return gap;
}

static void independent_samples(void **state)
{
    sq_gap gap = between_sexes(false, 0.9); /* complete: t.test of respondents' means */
    const double got[] = {gap.gap.t, gap.gap.df, gap.gap.p, gap.gap.lower, gap.gap.upper};
    (void)state;
    assert_near(gap.gap.mean, reference(FIGURES, "independent_mean"), 1e-12);
    for (size_t i = 0; i < LENGTH(got); i++)
        assert_near(got[i], figure("independent", i + 1),
                    1e-10 * fmin(1, fabs(figure("independent", i + 1))));
    gap = between_sexes(true, 0.95); /* with holes: each a sum of 24 means by svycontrast */
    assert_near((double)gap.n_subtrahend, figure("independent_holes", 1), 0);
    assert_near((double)gap.n_minuend, figure("independent_holes", 2), 0);
    assert_near(gap.gap.mean, figure("independent_holes", 3), 1e-12);
    assert_near(gap.gap.se, figure("independent_holes", 4), 1e-12);
}

/* Security by frequency of use, respondents picked by rows: oneway.test. */
static void groups_of_respondents(void **state)
{
    enum { FIRST_GROUP = 1, GROUPS = 3 };
    size_t of_item_security[ITEMS];
    const sq_dimensions security = {1, of_item_security};
    survey s = read_kiosk(false);
    sq_table frequency = read_survey(KIOSK, "frequency_code", 1);
    size_t *rows = calloc(frequency.rows, sizeof *rows);
    sq_estimate group[GROUPS];
    sq_f_test test;
    (void)state;
    for (size_t i = 0; i < ITEMS; i++)
        of_item_security[i] = kiosk_dimension[i] == 5 ? 0 : SQ_LEFT_OUT;
    for (size_t g = 0; g < GROUPS; g++) {
        sq_gap gap;
        s.ratings.rows = rows;
        s.ratings.row_count = 0;
        for (size_t row = 0; row < frequency.rows; row++)
            if (frequency.values[row] == (double)(FIRST_GROUP + g))
                rows[s.ratings.row_count++] = row;
        sq_gap_by_dimension(&s.ratings, &security, NULL, 0.95, &gap, NULL, NULL);
        group[g] = gap.gap;
    }
    test = sq_welch_oneway(group, GROUPS);
    assert_near(test.f, figure("oneway", 1), 1e-12);
    assert_near(test.df1, figure("oneway", 2), 0);
    assert_near(test.df2, figure("oneway", 3), 1e-10);
    assert_near(test.p, figure("oneway", 4), 1e-12);
    free(rows);
    free((void *)frequency.values);
    release(&s);
}

/* ---- Random answers, 5 % missing, against the definition: an estimate as a function of the case
 * weights, its influences u = w·∂estimate/∂w by difference quotients, se² = n/(n−1)·Σu². */

enum { ROWS = 40, COLUMNS = 7, THREE = 3 };
static const size_t of_item[COLUMNS] = {0, 0, 1, SQ_LEFT_OUT, 1, 1, 2};
static const double shares[THREE] = {0.2, 0.5, 0.3};

typedef struct sample {
    double e[ROWS][COLUMNS], p[ROWS][COLUMNS], w[ROWS];
} sample;

static unsigned next_random(void)
{
    static unsigned seed = 19880101;
    seed = seed * 1103515245u + 12345u;
    return seed >> 16;
}

static double random_answer(void)
{
    return next_random() % 20 == 0 ? sq_missing(SQ_BLANK) : 1 + next_random() % 7;
}

static void draw(sample *s)
{
    for (size_t row = 0; row < ROWS; row++) {
        for (size_t i = 0; i < COLUMNS; i++) {
            s->e[row][i] = random_answer();
            s->p[row][i] = random_answer();
        }
        s->w[row] = next_random() % 10 == 0 ? 0 : 0.25 + (next_random() % 8) / 4.0;
    }
    s->e[3][6] = s->p[9][6] = NAN; /* nobody's last dimension */
}

/* The mean gap of a dimension, item by item and respondent by respondent. */
static double slow_dimension(const sample *s, size_t d)
{
    double top = 0, bottom = 0;
    for (size_t row = 0; row < ROWS; row++) {
        double sum = 0;
        int n = 0;
        for (size_t i = 0; i < COLUMNS; i++)
            if (of_item[i] == d && !isnan(s->e[row][i]) && !isnan(s->p[row][i])) {
                sum += s->p[row][i] - s->e[row][i];
                n++;
            }
        if (n > 0) {
            top += s->w[row] * sum / n;
            bottom += s->w[row];
        }
    }
    return top / bottom;
}

static double slow_overall(const sample *s)
{
    double overall = 0;
    for (size_t d = 0; d < THREE; d++)
        overall += shares[d] * slow_dimension(s, d);
    return overall;
}

static double slow_pooled(const sample *s)
{
    double top = 0, bottom = 0;
    for (size_t i = 0; i < COLUMNS; i++)
        for (size_t row = 0; row < ROWS; row++)
            if (!isnan(s->p[row][i] - s->e[row][i])) {
                top += s->w[row] * (s->p[row][i] - s->e[row][i]);
                bottom += s->w[row];
            }
    return top / bottom;
}

static double slow_first(const sample *s)
{
    return slow_dimension(s, 0);
}

static double slow_last(const sample *s)
{
    return slow_dimension(s, 2);
}

/* ∂/∂w by Richardson's extrapolation of central differences: error of order step⁴. */
static double slow_se(const sample *s, double (*estimate)(const sample *), size_t n)
{
    double sum = 0;
    for (size_t row = 0; row < ROWS; row++) {
        sample moved = *s;
        double slope[2];
        for (int i = 0; i < 2; i++) {
            double step = 1e-3 * s->w[row] * (1 + i);
            moved.w[row] = s->w[row] + step;
            slope[i] = estimate(&moved);
            moved.w[row] = s->w[row] - step;
            slope[i] = s->w[row] > 0 ? (slope[i] - estimate(&moved)) / (2 * step) : 0;
        }
        sum += pow(s->w[row] * (4 * slope[0] - slope[1]) / 3, 2);
    }
    return sqrt((double)n / ((double)n - 1) * sum);
}

static sq_ratings ratings_of(const sample *s)
{
    return (sq_ratings){.minuend = {&s->p[0][0], ROWS, COLUMNS},
                        .subtrahend = {&s->e[0][0], ROWS, COLUMNS},
                        .case_weights = s->w};
}

static void against_influences(void **state)
{
    static sample s;
    const sq_dimensions dimensions = {THREE, of_item};
    (void)state;
    for (int trial = 0; trial < 5; trial++) {
        sq_gap dimension[THREE], overall, pooled;
        sq_ratings ratings;
        draw(&s);
        ratings = ratings_of(&s);
        sq_gap_by_dimension(&ratings, &dimensions, shares, 0.95, dimension, NULL, &overall);
        sq_gap_pooled(&ratings, 0.95, &pooled);
        assert_near(dimension[1].gap.mean, slow_dimension(&s, 1), 1e-12);
        assert_near(overall.gap.mean, slow_overall(&s), 1e-12);
        assert_near(pooled.gap.mean, slow_pooled(&s), 1e-12);
        assert_near(dimension[0].gap.se, slow_se(&s, slow_first, dimension[0].gap.n), 1e-9);
        assert_near(dimension[2].gap.se, slow_se(&s, slow_last, dimension[2].gap.n), 1e-9);
        assert_near(overall.gap.se, slow_se(&s, slow_overall, overall.gap.n), 1e-9);
        assert_near(pooled.gap.se, slow_se(&s, slow_pooled, pooled.gap.n), 1e-9);
    }
}

/* Complete answers, no weights: s² as Σ over pairs of respondents (x−y)²/(n(n−1)), no mean in it.
 */
static void against_pairs(void **state)
{
    static sample s;
    sq_ratings ratings;
    sq_gap pooled;
    double score[ROWS], squares = 0;
    (void)state;
    draw(&s);
    for (size_t row = 0; row < ROWS; row++) {
        score[row] = 0;
        for (size_t i = 0; i < COLUMNS; i++) {
            s.e[row][i] = fmax(s.e[row][i], 1); /* fmax passes over NaN */
            s.p[row][i] = fmax(s.p[row][i], 1);
            score[row] += (s.p[row][i] - s.e[row][i]) / COLUMNS;
        }
        for (size_t other = 0; other < row; other++)
            squares += pow(score[row] - score[other], 2);
    }
    ratings = ratings_of(&s);
    ratings.case_weights = NULL;
    sq_gap_pooled(&ratings, 0.95, &pooled);
    assert_near(pooled.gap.sd * pooled.gap.sd, squares / ROWS / (ROWS - 1), 1e-12);
    assert_near(pooled.gap.se, pooled.gap.sd / sqrt(ROWS), 1e-14);
}

/* ---- Invariances. */

static void assert_same(const sq_gap *a, const sq_gap *b, double scale)
{
    assert_int_equal(a->gap.n, b->gap.n);
    assert_near(b->gap.mean, scale * a->gap.mean, 1e-12 * scale);
    assert_near(b->gap.sd, scale * a->gap.sd, 1e-12 * scale);
    assert_near(b->gap.se, scale * a->gap.se, 1e-12 * scale);
    assert_near(b->gap.t, a->gap.t, 1e-9);
    assert_near(b->gap.p, a->gap.p, 1e-10);
    assert_near(b->gap.effect, a->gap.effect, 1e-11);
}

static void assert_invariant(const sample *s, const sample *t, const size_t *of_item_t,
                             double scale)
{
    const sq_dimensions before = {THREE, of_item}, after = {THREE, of_item_t};
    sq_ratings first = ratings_of(s), second = ratings_of(t);
    sq_gap a[THREE], b[THREE], all_a, all_b;
    sq_gap_by_dimension(&first, &before, shares, 0.95, a, NULL, &all_a);
    sq_gap_by_dimension(&second, &after, shares, 0.95, b, NULL, &all_b);
    for (size_t d = 0; d < THREE; d++)
        assert_same(&a[d], &b[d], scale);
    assert_same(&all_a, &all_b, scale);
    sq_gap_pooled(&first, 0.95, &all_a);
    sq_gap_pooled(&second, 0.95, &all_b);
    assert_same(&all_a, &all_b, scale);
}

static void invariances(void **state)
{
    static sample s, t;
    size_t turned[COLUMNS];
    (void)state;
    draw(&s);
    for (size_t row = 0; row < ROWS; row++) { /* respondents in another order */
        t.w[(row * 7 + 3) % ROWS] = s.w[row];
        memcpy(t.e[(row * 7 + 3) % ROWS], s.e[row], sizeof s.e[row]);
        memcpy(t.p[(row * 7 + 3) % ROWS], s.p[row], sizeof s.p[row]);
    }
    assert_invariant(&s, &t, of_item, 1);
    t = s;
    for (size_t i = 0; i < COLUMNS; i++) { /* items too */
        turned[COLUMNS - 1 - i] = of_item[i];
        for (size_t row = 0; row < ROWS; row++) {
            t.e[row][COLUMNS - 1 - i] = s.e[row][i];
            t.p[row][COLUMNS - 1 - i] = s.p[row][i];
        }
    }
    assert_invariant(&s, &t, turned, 1);
    t = s;
    for (size_t row = 0; row < ROWS; row++) { /* a constant on both sides, weights in cents */
        t.w[row] *= 100;
        for (size_t i = 0; i < COLUMNS; i++) {
            t.e[row][i] += 50;
            t.p[row][i] += 50;
        }
    }
    assert_invariant(&s, &t, of_item, 1);
    t = s;
    for (size_t row = 0; row < ROWS; row++) /* 1 to 7 as tenths, with weights as shares */
        for (size_t i = 0; i < COLUMNS; i++) {
            t.w[row] = s.w[row] / 1000;
            t.e[row][i] *= 0.1;
            t.p[row][i] *= 0.1;
        }
    assert_invariant(&s, &t, of_item, 0.1);
}

/* Weight 0 is as good as not asked; equal weights are no weights; for weights are not counts, the
 * mean with weight 2 is that of two respondents and the SE is not. */
static void what_weights_are(void **state)
{
    const double twos[] = {2, 2, 2}, last_off[] = {1, 1, 0}, first_twice[] = {2, 1, 1};
    sq_ratings three = {.minuend = TABLE(3, 1, 4, 5, 2), .subtrahend = TABLE(3, 1, 6, 6, 6)};
    sq_ratings two = {.minuend = TABLE(2, 1, 4, 5), .subtrahend = TABLE(2, 1, 6, 6)};
    sq_ratings four = {.minuend = TABLE(4, 1, 4, 4, 5, 2), .subtrahend = TABLE(4, 1, 6, 6, 6, 6)};
    sq_gap plain, weighted;
    (void)state;
    sq_gap_pooled(&three, 0.95, &plain);
    three.case_weights = twos;
    sq_gap_pooled(&three, 0.95, &weighted);
    assert_same(&plain, &weighted, 1);
    three.case_weights = last_off;
    sq_gap_pooled(&three, 0.95, &weighted);
    sq_gap_pooled(&two, 0.95, &plain);
    assert_same(&plain, &weighted, 1);
    three.case_weights = first_twice;
    sq_gap_pooled(&three, 0.95, &weighted);
    sq_gap_pooled(&four, 0.95, &plain);
    assert_near(weighted.gap.mean, plain.gap.mean, 1e-15);
    assert_int_equal(weighted.gap.n, 3);
    /* by hand: gaps −2 −1 −4, mean −9/4, u = 2/16, 5/16, −7/16; four respondents: s² = 19/12 */
    assert_near(weighted.gap.se, sqrt(1.5 * (4 + 25 + 49)) / 16, 1e-14);
    assert_near(plain.gap.sd, sqrt(19.0 / 12), 1e-14);
}

/* Constant gaps on a scale around 0, in decimals, are no spread whatever the rounding. */
static void constant_gaps(void **state)
{
    static sample s;
    const sq_dimensions dimensions = {THREE, of_item};
    (void)state;
    for (int trial = 0; trial < 200; trial++) {
        sq_gap dimension[THREE], overall, pooled;
        sq_ratings ratings;
        double gap = (1 + next_random() % 30) / 10.0;
        draw(&s);
        for (size_t row = 0; row < ROWS; row++)
            for (size_t i = 0; i < COLUMNS; i++) {
                s.e[row][i] = (s.e[row][i] - 4) * 0.7;
                s.p[row][i] = s.e[row][i] + gap;
            }
        ratings = ratings_of(&s);
        sq_gap_by_dimension(&ratings, &dimensions, shares, 0.95, dimension, NULL, &overall);
        sq_gap_pooled(&ratings, 0.95, &pooled);
        assert_near(overall.gap.mean, gap, 1e-14);
        assert_near(overall.gap.sd, 0, 0);
        assert_near(dimension[1].gap.se, 0, 0);
        assert_near(pooled.gap.sd, 0, 0);
        assert_reason(pooled.gap.t, SQ_UNDEFINED);
        assert_reason(overall.gap.effect, SQ_UNDEFINED);
    }
}

/* Two respondents, one column: t = mean / (|difference| / 2). */
static void two_respondents(void **state)
{
    sq_ratings ratings = {.minuend = TABLE(2, 1, 4, 7), .subtrahend = TABLE(2, 1, 5, 3)};
    sq_gap item;
    double holm, rank;
    (void)state;
    assert_int_equal(sq_gap_by_item(&ratings, 0.95, &item, &holm, &rank), SQ_OK);
    assert_near(item.gap.mean, 1.5, 0);
    assert_near(item.gap.sd, 5 / sqrt(2), 1e-15);
    assert_near(item.gap.t, 0.6, 1e-15);
    assert_near(item.gap.p, 1 - 2 / M_PI * atan(0.6), 1e-14); /* t with 1 df is Cauchy's */
    assert_near(holm, item.gap.p, 0);
    assert_near(rank, 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weighted_items),      cmocka_unit_test(weighted_dimensions),
        cmocka_unit_test(spread_of_each_side), cmocka_unit_test(spread_at_the_edges),
        cmocka_unit_test(independent_samples), cmocka_unit_test(groups_of_respondents),
        cmocka_unit_test(against_influences),  cmocka_unit_test(against_pairs),
        cmocka_unit_test(invariances),         cmocka_unit_test(what_weights_are),
        cmocka_unit_test(constant_gaps),       cmocka_unit_test(two_respondents),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
