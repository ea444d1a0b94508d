/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors of the kiosk survey against psych, lavaan, factanal, stats::varimax and stats::promax
 * (tests/published/reliability.csv, written by reliability.R), against what defines a solution, and
 * at the edges.
 */
#include "numerics/one_factor.h"
#include "numerics/rotation.h"
#include "numerics/symmetric.h"
#include "reference.h"
#include "reliability/kiosk_scales.h"
#include "reliability/factors.h"

static sq_arena memory; /* of the factors of a test */

static sq_items items_of(size_t side, const kiosk_scale *s)
{
    return (sq_items){.minuend = kiosk[side], .columns = s->columns, .count = s->count};
}

static double figure(const char *set, const char *statistic, size_t i, size_t j)
{
    char key[80];
    int length = snprintf(key, sizeof key, "%s.%s", set, statistic);
    if (j > 0)
        length += snprintf(key + length, sizeof key - (size_t)length, ".%zu", j);
    if (i > 0)
        snprintf(key + length, sizeof key - (size_t)length, ".%zu", i);
    return reference(FIGURES, key);
}

/* psych::KMO and psych::cortest.bartlett. */
static void kmo_and_bartlett(void **state)
{
    (void)state;
    for (size_t side = 0; side < 2; side++)
        for (size_t s = 0; s < LENGTH(scales); s++) {
            sq_items items = items_of(side, &scales[s]);
            double overall, per_item[ITEMS];
            sq_bartlett_test test;
            char set[40];
            snprintf(set, sizeof set, "%s.%s", side_name[side], scales[s].name);
            assert_int_equal(sq_kmo(&items, &overall, per_item), SQ_OK);
            assert_near(overall, figure(set, "kmo", 0, 0), 1e-11);
            for (size_t i = 0; i < items.count; i++)
                assert_near(per_item[i], figure(set, "msa", i + 1, 0), 1e-11);
            assert_int_equal(sq_bartlett(&items, &test), SQ_OK);
            assert_int_equal(test.n, 207);
            assert_near(test.chi_square / figure(set, "bartlett", 1, 0), 1, 1e-11);
            assert_near(test.df, figure(set, "bartlett", 2, 0), 0);
            assert_near(test.p, figure(set, "bartlett", 3, 0), 1e-12);
        }
}

/* k = 3 with all correlations ½: by hand q = ⅓, KMO = ¼/(¼ + 1/9) = 9/13, |R| = ½. */
static void kmo_by_hand(void **state)
{
    const double r[] = {1, 0.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 1};
    double overall, per_item[3], inverse[9], logarithm;
    (void)state;
    assert_int_equal(sq_kmo_of_correlation(r, 3, &overall, per_item), SQ_OK);
    assert_near(overall, 9.0 / 13, 1e-14);
    assert_near(per_item[1], 9.0 / 13, 1e-14);
    assert_int_equal(sq_inverse(r, 3, inverse, &logarithm), SQ_OK);
    assert_near(logarithm, log(0.5), 1e-14);
    assert_near(inverse[0], 1.5, 1e-14);
    assert_near(inverse[1], -0.5, 1e-14);
}

/* factanal stops at about 1e-7 of a loading, lavaan at about 1e-5. */
static void one_factor(void **state)
{
    (void)state;
    for (size_t side = 0; side < 2; side++)
        for (size_t s = 0; s < LENGTH(scales); s++) {
            sq_items items = items_of(side, &scales[s]);
            size_t k = items.count, fewest;
            double correlation[ITEMS * ITEMS], loadings[ITEMS];
            char set[40];
            snprintf(set, sizeof set, "%s.%s", side_name[side], scales[s].name);
            assert_int_equal(sq_correlation(&items, correlation, &fewest), SQ_OK);
            assert_int_equal(fewest, 207);
            if (k < 3) {
                assert_int_equal(sq_one_factor(correlation, k, loadings, NULL), SQ_UNDEFINED);
                continue;
            }
            assert_int_equal(sq_one_factor(correlation, k, loadings, NULL), SQ_OK);
            for (size_t i = 0; i < k; i++) {
                assert_near(loadings[i], figure(set, "factanal", i + 1, 0), 1e-6);
                assert_near(loadings[i], figure(set, "loading", i + 1, 0), 1e-5);
            }
        }
}

/* What makes it the maximum: with Σ = λλᵀ + Ψ, λ = (R Σ⁻¹) λ and diag Σ = diag R. */
static void one_factor_satisfies_its_equations(void **state)
{
    double correlation[ITEMS * ITEMS], model[ITEMS * ITEMS], inverse[ITEMS * ITEMS];
    double loadings[ITEMS], solved[ITEMS];
    (void)state;
    for (size_t side = 0; side < 2; side++) {
        sq_items items = items_of(side, &scales[6]);
        assert_int_equal(sq_correlation(&items, correlation, NULL), SQ_OK);
        assert_int_equal(sq_one_factor(correlation, ITEMS, loadings, NULL), SQ_OK);
        for (size_t i = 0; i < ITEMS; i++)
            for (size_t j = 0; j < ITEMS; j++)
                model[i * ITEMS + j] = i == j ? 1 : loadings[i] * loadings[j];
        assert_int_equal(sq_inverse(model, ITEMS, inverse, NULL), SQ_OK);
        for (size_t i = 0; i < ITEMS; i++) {
            solved[i] = 0;
            for (size_t j = 0; j < ITEMS; j++)
                solved[i] += inverse[i * ITEMS + j] * loadings[j];
        }
        for (size_t i = 0; i < ITEMS; i++) {
            double product = 0;
            for (size_t j = 0; j < ITEMS; j++)
                product += correlation[i * ITEMS + j] * solved[j];
            assert_near(product, loadings[i], 1e-9);
        }
    }
}

/* Three items have the exact solution λ₁ = √(r₁₂·r₁₃/r₂₃); one of rank one is found as it is. */
static void one_factor_exact(void **state)
{
    const double three[] = {1, 0.48, 0.4, 0.48, 1, 0.3, 0.4, 0.3, 1};
    const double made[] = {0.9, -0.8, 0.7, 0.3, 0.05};
    double correlation[25], loadings[5];
    (void)state;
    assert_int_equal(sq_one_factor(three, 3, loadings, NULL), SQ_OK);
    assert_near(loadings[0], 0.8, 1e-10);
    assert_near(loadings[1], 0.6, 1e-10);
    assert_near(loadings[2], 0.5, 1e-10);
    for (size_t i = 0; i < 25; i++)
        correlation[i] = i / 5 == i % 5 ? 1 : made[i / 5] * made[i % 5];
    assert_int_equal(sq_one_factor(correlation, 5, loadings, NULL), SQ_OK);
    for (size_t i = 0; i < 5; i++)
        assert_near(loadings[i], made[i], 1e-9);
}

static void one_factor_improper(void **state)
{
    /* λ₁² would be 0.8·0.8/0.5 > 1; no correlation; the signs of no factor; collinear */
    static const struct {
        const char *name;
        double r[9];
        sq_status status;
    } cases[] = {{"Heywood", {1, 0.8, 0.8, 0.8, 1, 0.5, 0.8, 0.5, 1}, SQ_NO_CONVERGENCE},
                 {"uncorrelated", {1, 0, 0, 0, 1, 0, 0, 0, 1}, SQ_NO_CONVERGENCE},
                 {"one pair only", {1, 0.5, 0, 0.5, 1, 0, 0, 0, 1}, SQ_NO_CONVERGENCE},
                 {"contrary signs", {1, 0.4, 0.4, 0.4, 1, -0.4, 0.4, -0.4, 1}, SQ_NO_CONVERGENCE},
                 {"collinear", {1, 1, 0.5, 1, 1, 0.5, 0.5, 0.5, 1}, SQ_UNDEFINED},
                 {"not positive definite", {1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1}, SQ_UNDEFINED},
                 {"not a number", {1, NA, 0.9, NA, 1, 0.9, 0.9, 0.9, 1}, SQ_UNDEFINED},
                 {"infinite", {1, INFINITY, 0.9, INFINITY, 1, 0.9, 0.9, 0.9, 1}, SQ_UNDEFINED}};
    double loadings[3];
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        print_message("    %s\n", cases[c].name);
        assert_int_equal(sq_one_factor(cases[c].r, 3, loadings, NULL), cases[c].status);
    }
}

static void compare(const sq_factors *f, const char *set, const char *rotation, double tolerance)
{
    for (size_t m = 0; m < f->count; m++)
        for (size_t i = 0; i < f->k; i++)
            assert_near(f->loadings[i * f->count + m], figure(set, rotation, i + 1, m + 1),
                        tolerance);
}

/* psych::principal and psych::fa(fm = "pa"), both turned by R. Our axes settle to 1e-9 a round. */
static void against_psych(void **state)
{
    static const struct {
        const char *set;
        size_t count;
        sq_extraction extraction;
        double tolerance;
    } cases[] = {{"components3", 3, SQ_PRINCIPAL_COMPONENTS, 1e-7},
                 {"components5", 5, SQ_PRINCIPAL_COMPONENTS, 1e-7},
                 {"axes3", 3, SQ_PRINCIPAL_AXES, 1e-6},
                 {"axes5", 5, SQ_PRINCIPAL_AXES, 1e-6}};
    sq_items items = items_of(1, &scales[6]);
    sq_factors *f = sq_factors_in(&memory, ITEMS);
    (void)state;
    NOT_UNDER_VALGRIND();
    assert_non_null(f);
    for (size_t c = 0; c < LENGTH(cases); c++) {
        size_t m = cases[c].count;
        const char *set = cases[c].set;
        double tolerance = cases[c].tolerance, sum = 0;
        assert_int_equal(sq_factor_analysis(&items, m, cases[c].extraction, SQ_NO_ROTATION, f),
                         SQ_OK);
        assert_int_equal(f->count, m);
        assert_int_equal(f->n, 207);
        compare(f, set, "none", tolerance);
        for (size_t i = 0; i < ITEMS; i++) {
            assert_near(f->communality[i], figure(set, "communality", i + 1, 0), tolerance);
            assert_near(f->eigenvalue[i], figure("factors", "eigenvalue", i + 1, 0), 1e-12);
            sum += f->communality[i];
        }
        assert_int_equal(sq_factor_analysis(&items, m, cases[c].extraction, SQ_VARIMAX, f), SQ_OK);
        compare(f, set, "varimax", tolerance);
        assert_int_equal(sq_factor_analysis(&items, m, cases[c].extraction, SQ_PROMAX, f), SQ_OK);
        compare(f, set, "promax", 10 * tolerance);
        for (size_t a = 0; a < m; a++) {
            assert_near(f->explained[a], figure(set, "promax_explained", a + 1, 0), 10 * tolerance);
            sum -= f->explained[a];
            for (size_t b = 0; b < m; b++)
                assert_near(f->correlation[a * m + b], figure(set, "correlation", b + 1, a + 1),
                            10 * tolerance);
        }
        assert_near(sum, 0, 1e-9); /* what factors explain together is the communalities */
    }
    sq_release(&memory);
}

/* psych::fa(fm = "minres") reaches the same communalities by minimising; its optimiser is loose. */
static void axes_are_minres(void **state)
{
    sq_items items = items_of(1, &scales[6]);
    sq_factors *f = sq_factors_in(&memory, ITEMS);
    (void)state;
    assert_non_null(f);
    assert_int_equal(sq_factor_analysis(&items, 3, SQ_PRINCIPAL_AXES, SQ_NO_ROTATION, f), SQ_OK);
    for (size_t i = 0; i < ITEMS; i++)
        assert_near(f->communality[i], figure("minres3", "communality", i + 1, 0), 1e-3);
    sq_release(&memory);
}

/* Loadings give the matrix back: all components exactly, and an axis of three items its own. */
static void loadings_give_the_matrix_back(void **state)
{
    const double three[] = {1, 0.48, 0.4, 0.48, 1, 0.3, 0.4, 0.3, 1};
    sq_factors *f = sq_factors_in(&memory, 3);
    (void)state;
    assert_non_null(f);
    for (sq_rotation rotation = SQ_NO_ROTATION; rotation <= SQ_PROMAX; rotation++) {
        assert_int_equal(sq_factors_of_correlation(three, 3, SQ_PRINCIPAL_COMPONENTS, rotation, f),
                         SQ_OK);
        for (size_t i = 0; i < 3; i++)
            for (size_t j = 0; j < 3; j++) {
                double sum = 0;
                for (size_t a = 0; a < 3; a++)
                    for (size_t b = 0; b < 3; b++)
                        sum += f->loadings[i * 3 + a] * f->correlation[a * 3 + b] *
                               f->loadings[j * 3 + b];
                assert_near(sum, three[i * 3 + j], 1e-12);
            }
        assert_int_equal(sq_factors_of_correlation(three, 1, SQ_PRINCIPAL_AXES, rotation, f),
                         SQ_OK);
        assert_near(f->loadings[0], 0.8, 1e-6);
        assert_near(f->loadings[1], 0.6, 1e-6);
        assert_near(f->loadings[2], 0.5, 1e-6);
        assert_near(f->explained[0], 0.64 + 0.36 + 0.25, 1e-6);
        assert_near(f->correlation[0], 1, 0);
    }
    sq_release(&memory);
}

/* Two clean clusters: varimax finds them whatever angle they come in; promax finds that they
 * correlate. By hand: loadings 0.9 and 0.8 turned by 30°. */
static void varimax_finds_clusters(void **state)
{
    const double clean[] = {0.9, 0, 0.8, 0, 0.9, 0, 0, 0.8, 0, 0.8, 0, 0};
    double turned[12], c = cos(acos(-1) / 6), s = 0.5, correlation[4];
    (void)state;
    for (size_t i = 0; i < 6; i++) {
        turned[2 * i] = c * clean[2 * i] - s * clean[2 * i + 1];
        turned[2 * i + 1] = s * clean[2 * i] + c * clean[2 * i + 1];
    }
    assert_int_equal(sq_varimax(turned, 6, 2), SQ_OK);
    for (size_t i = 0; i < 12; i++)
        assert_near(turned[i], clean[i], 1e-8);
    assert_int_equal(sq_promax(turned, 6, 2, false, correlation), SQ_OK);
    for (size_t i = 0; i < 12; i++)
        assert_near(turned[i], clean[i], 1e-8); /* orthogonal already */
    assert_near(correlation[1], 0, 1e-8);
    /* nothing to choose between angles: every item on the same line */
    for (size_t i = 0; i < 12; i++)
        turned[i] = 0.5;
    assert_int_equal(sq_varimax(turned, 6, 2), SQ_OK);
    for (size_t i = 0; i < 6; i++)
        assert_near(turned[2 * i] * turned[2 * i] + turned[2 * i + 1] * turned[2 * i + 1], 0.5,
                    1e-12);
    /* the second factor has collapsed */
    memset(turned, 0, sizeof turned);
    turned[0] = turned[2] = 1;
    assert_int_equal(sq_promax(turned, 6, 2, false, correlation), SQ_UNDEFINED);
}

static void kaisers_rule(void **state)
{
    sq_items items = items_of(1, &scales[6]);
    sq_factors *f = sq_factors_in(&memory, ITEMS);
    const double identity[] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    (void)state;
    assert_non_null(f);
    assert_int_equal(sq_factor_analysis(&items, 0, SQ_PRINCIPAL_COMPONENTS, SQ_VARIMAX, f), SQ_OK);
    assert_int_equal(f->count, 6); /* R: the sixth eigenvalue is 1.068, the seventh 0.953 */
    assert_int_equal(sq_factor_analysis(&items, 24, SQ_PRINCIPAL_COMPONENTS, SQ_VARIMAX, f), SQ_OK);
    sq_release(&memory);
    f = sq_factors_in(&memory, 3);
    assert_non_null(f);
    assert_int_equal(sq_factors_of_correlation(identity, 0, SQ_PRINCIPAL_COMPONENTS, SQ_PROMAX, f),
                     SQ_OK);
    assert_int_equal(f->count, 1);
    assert_int_equal(sq_factors_of_correlation(identity, 0, SQ_PRINCIPAL_AXES, SQ_PROMAX, f),
                     SQ_UNDEFINED);
    sq_release(&memory);
}

/* Order of respondents, shift and scale per item. */
static void invariances(void **state)
{
    size_t rows = kiosk[1].rows;
    double *changed = malloc(sizeof *changed * rows * ITEMS), overall[2];
    sq_items a = items_of(1, &scales[6]), b = a;
    sq_factors *f = sq_factors_in(&memory, ITEMS), *g = sq_factors_in(&memory, ITEMS);
    (void)state;
    assert_non_null(changed);
    assert_non_null(f);
    assert_non_null(g);
    for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < ITEMS; i++)
            changed[(rows - 1 - row) * ITEMS + i] =
                (1 + (double)i) * kiosk[1].values[row * ITEMS + i] - 1000;
    b.minuend.values = changed;
    sq_kmo(&a, &overall[0], NULL);
    sq_kmo(&b, &overall[1], NULL);
    assert_near(overall[0], overall[1], 1e-10);
    assert_int_equal(sq_factor_analysis(&a, 4, SQ_PRINCIPAL_AXES, SQ_PROMAX, f), SQ_OK);
    assert_int_equal(sq_factor_analysis(&b, 4, SQ_PRINCIPAL_AXES, SQ_PROMAX, g), SQ_OK);
    for (size_t i = 0; i < ITEMS * 4; i++)
        assert_near(f->loadings[i], g->loadings[i], 1e-6);
    sq_release(&memory);
    sq_release(&memory);
    free(changed);
}

/* Reasons of KMO, of Bartlett, of components and of axes. */
static void edges(void **state)
{
    static const struct {
        const char *name;
        size_t rows, columns;
        double values[18];
        sq_status kmo, bartlett, components, axes;
    } cases[] = {
        {"all missing",
         6,
         3,
         {NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA},
         SQ_NO_DATA,
         SQ_NO_DATA,
         SQ_NO_DATA,
         SQ_NO_DATA},
        {"one item",
         6,
         1,
         {1, 2, 3, 4, 5, 7},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"two items",
         6,
         2,
         {1, 2, 2, 1, 3, 5, 4, 4, 5, 3, 6, 6},
         SQ_OK,
         SQ_OK,
         SQ_OK,
         SQ_UNDEFINED},
        {"one constant",
         6,
         3,
         {1, 2, 0.1, 2, 1, 0.1, 3, 5, 0.1, 4, 4, 0.1, 5, 3, 0.1, 6, 6, 0.1},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"as many respondents as items",
         3,
         3,
         {1, 2, 4, 2, 1, 5, 3, 5, 1},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"more items than respondents",
         2,
         5,
         {1, 2, 3, 4, 5, 5, 3, 4, 1, 2},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"few in common",
         6,
         3,
         {1, 2, 4, 2, 1, 5, 3, 5, 1, 3, NA, 2, 1, NA, 2, 1, NA, 7},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
        {"the sum of others",
         6,
         3,
         {1, 2, 3, 2, 1, 3, 3, 5, 8, 4, 4, 8, 5, 3, 8, 6, 6, 12},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_OK,
         SQ_UNDEFINED},
        {"the same item twice",
         6,
         3,
         {1, 1, 3, 2, 2, 3, 3, 3, 8, 4, 4, 2, 5, 5, 8, 6, 6, 12},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_OK,
         SQ_UNDEFINED},
        {"infinite",
         6,
         2,
         {1, 2, 2, INFINITY, 3, 5, 4, 4, 5, 3, 6, 6},
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED,
         SQ_UNDEFINED},
    };
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        size_t k = cases[c].columns;
        sq_items items = {.minuend = {cases[c].values, cases[c].rows, k}, .count = k};
        sq_factors *f = sq_factors_in(&memory, k);
        sq_bartlett_test test;
        double overall, per_item[5];
        print_message("    %s\n", cases[c].name);
        assert_non_null(f);
        assert_int_equal(sq_kmo(&items, &overall, per_item), SQ_OK);
        assert_reason(overall, cases[c].kmo);
        assert_reason(per_item[k - 1], cases[c].kmo);
        assert_int_equal(sq_bartlett(&items, &test), SQ_OK);
        assert_reason(test.chi_square, cases[c].bartlett);
        assert_reason(test.p, cases[c].bartlett);
        assert_int_equal(sq_factor_analysis(&items, 1, SQ_PRINCIPAL_COMPONENTS, SQ_VARIMAX, f),
                         cases[c].components);
        assert_int_equal(sq_factor_analysis(&items, 1, SQ_PRINCIPAL_AXES, SQ_VARIMAX, f),
                         cases[c].axes);
        sq_release(&memory);
    }
}

static void too_many_factors(void **state)
{
    sq_items items = items_of(1, &scales[4]); /* five items */
    sq_factors *f = sq_factors_in(&memory, 5);
    const double heywood[] = {1, 0.8, 0.8, 0.8, 1, 0.5, 0.8, 0.5, 1};
    (void)state;
    assert_non_null(f);
    assert_int_equal(sq_factor_analysis(&items, 5, SQ_PRINCIPAL_COMPONENTS, SQ_PROMAX, f), SQ_OK);
    assert_int_equal(sq_factor_analysis(&items, 6, SQ_PRINCIPAL_COMPONENTS, SQ_PROMAX, f),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_factor_analysis(&items, (size_t)-1, SQ_PRINCIPAL_AXES, SQ_PROMAX, f),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_factor_analysis(&items, 3, SQ_PRINCIPAL_AXES, SQ_PROMAX, f),
                     SQ_OUT_OF_DOMAIN);
    f->k = 3;
    assert_int_equal(sq_factor_analysis(&items, 1, SQ_PRINCIPAL_AXES, SQ_PROMAX, f),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(sq_factors_of_correlation(heywood, 1, SQ_PRINCIPAL_AXES, SQ_VARIMAX, f),
                     SQ_NO_CONVERGENCE);
    sq_release(&memory);
    assert_null(sq_factors_in(&memory, 0));
    assert_null(sq_factors_in(&memory, (size_t)-1 / 4));
    sq_release(&memory);
}

/* No correlation at all leaves KMO without a value; Bartlett sees it in χ² = 0. */
static void orthogonal_items(void **state)
{
    sq_table table = TABLE(4, 2, 1, 1, 1, -1, -1, 1, -1, -1);
    sq_items items = {.minuend = table, .count = 2};
    sq_bartlett_test test;
    double overall;
    (void)state;
    assert_int_equal(sq_kmo(&items, &overall, NULL), SQ_OK);
    assert_reason(overall, SQ_UNDEFINED);
    assert_int_equal(sq_bartlett(&items, &test), SQ_OK);
    assert_near(test.chi_square, 0, 0);
    assert_near(test.p, 1, 0);
}

/* Answers in tenths that are not related at all, and one item that is the sum of two: what is 0 is
 * not left as the rounding of sums. */
static void nothing_is_not_noise(void **state)
{
    double answers[8 * 3], overall, per_item[3];
    sq_items items = {.minuend = {answers, 8, 3}, .count = 3};
    sq_bartlett_test test;
    sq_factors *f = sq_factors_in(&memory, 3);
    (void)state;
    assert_non_null(f);
    for (size_t r = 0; r < 8; r++) {
        answers[r * 3] = r & 1 ? 0.1 : 0.7;
        answers[r * 3 + 1] = r & 2 ? 0.3 : 1.1;
        answers[r * 3 + 2] = r & 4 ? 0.9 : 0.2;
    }
    assert_int_equal(sq_kmo(&items, &overall, per_item), SQ_OK);
    assert_reason(overall, SQ_UNDEFINED);
    for (size_t i = 0; i < 3; i++)
        assert_reason(per_item[i], SQ_UNDEFINED);
    assert_int_equal(sq_bartlett(&items, &test), SQ_OK);
    assert_near(test.chi_square, 0, 0);
    assert_near(test.p, 1, 0);
    for (size_t r = 0; r < 8; r++)
        answers[r * 3 + 2] = answers[r * 3] + answers[r * 3 + 1];
    assert_int_equal(sq_factor_analysis(&items, 2, SQ_PRINCIPAL_COMPONENTS, SQ_VARIMAX, f), SQ_OK);
    assert_near(f->eigenvalue[2], 0, 0);
    assert_near(f->eigenvalue[0], 2, 1e-12); /* r² of the sum with its parts add up to 1 */
    assert_near(f->eigenvalue[1], 1, 1e-12);
    sq_release(&memory);
}

static void eigenvectors(void **state)
{
    const double matrix[] = {2, 1, 0, 1, 2, 0, 0, 0, 5};
    double value[3], vector[9];
    (void)state;
    assert_int_equal(sq_eigen(matrix, 3, value, vector), SQ_OK);
    assert_near(value[0], 5, 1e-14);
    assert_near(value[1], 3, 1e-14);
    assert_near(value[2], 1, 1e-14);
    assert_near(fabs(vector[2]), 1, 1e-14);
    assert_near(fabs(vector[3]), sqrt(0.5), 1e-14);
    assert_near(vector[3], vector[4], 1e-14);
    assert_near(vector[6], -vector[7], 1e-14);
    assert_int_equal(sq_eigen((const double[]){1, NAN, NAN, 1}, 2, value, NULL), SQ_UNDEFINED);
    assert_int_equal(sq_eigen(matrix, 0, value, NULL), SQ_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(kmo_and_bartlett),
                                       cmocka_unit_test(kmo_by_hand),
                                       cmocka_unit_test(one_factor),
                                       cmocka_unit_test(one_factor_satisfies_its_equations),
                                       cmocka_unit_test(one_factor_exact),
                                       cmocka_unit_test(one_factor_improper),
                                       cmocka_unit_test(against_psych),
                                       cmocka_unit_test(axes_are_minres),
                                       cmocka_unit_test(loadings_give_the_matrix_back),
                                       cmocka_unit_test(varimax_finds_clusters),
                                       cmocka_unit_test(kaisers_rule),
                                       cmocka_unit_test(invariances),
                                       cmocka_unit_test(edges),
                                       cmocka_unit_test(too_many_factors),
                                       cmocka_unit_test(orthogonal_items),
                                       cmocka_unit_test(nothing_is_not_noise),
                                       cmocka_unit_test(eigenvectors)};
    return cmocka_run_group_tests(tests, read_kiosk, release_kiosk);
}
