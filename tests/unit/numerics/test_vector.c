/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the loops that the loader chooses for the processor (base/vector.h) give, to the last bit: in a
 * line that tests/same_bits.sh compares with that of the sanitized build, which has the plain loops.
 */
#include "check.h"
#include "numerics/covariance.h"
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_models.h"

enum { ROWS = 333, LARGEST = 41 };

static uint64_t state_of_numbers = 1, bits = 14695981039346656037U;

/* 0 … 1, by Knuth's linear congruence. */
static double draw(void)
{
    state_of_numbers = state_of_numbers * 6364136223846793005U + 1442695040888963407U;
    return (double)(state_of_numbers >> 11) / 9007199254740992.0;
}

static void draw_answers(double *answers, size_t count, double missing)
{
    for (size_t i = 0; i < count; i++)
        answers[i] = draw() < missing ? NAN : floor(1 + 7 * draw()) + (draw() < 0.1 ? draw() : 0);
}

/* FNV-1a of their bytes. */
static void note(const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t byte = 0; byte < sizeof *numbers; byte++)
            bits = (bits ^ ((const unsigned char *)&numbers[i])[byte]) * 1099511628211U;
}

static void covariances(void **state)
{
    static double minuend[ROWS * LARGEST], subtrahend[ROWS * LARGEST], weights[ROWS];
    double covariance[LARGEST * LARGEST], means[LARGEST];
    size_t columns[LARGEST];
    (void)state;
    for (size_t row = 0; row < ROWS; row++)
        weights[row] = draw() < 0.1 ? 0 : draw();
    for (size_t k = 1; k <= LARGEST; k++)
        for (int kind = 0; kind < 8; kind++) {
            sq_items items = {.minuend = {minuend, ROWS, k}, .count = k};
            draw_answers(minuend, ROWS * k, kind & 1 ? 0.05 : 0);
            draw_answers(subtrahend, ROWS * k, kind & 1 ? 0.05 : 0);
            for (size_t i = 0; i < k; i++)
                columns[i] = k - 1 - i;
            if (kind & 2)
                items.subtrahend = (sq_table){subtrahend, ROWS, k};
            items.columns = kind & 4 ? columns : NULL;
            items.case_weights = kind & 4 ? weights : NULL;
            assert_int_equal(sq_covariance(&items, covariance, means, NULL), SQ_OK);
            note(covariance, k * k);
            note(means, k);
        }
}

static void bootstrap(void **state)
{
    const sq_pls_options options = sq_pls_default();
    sq_pls_bootstrap_row rows[27];
    sq_pls_counts counts;
    sq_model_problem problem;
    fixture f;
    (void)state;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_MEAN);
    fit_fixture(&f, &options);
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_LOADINGS, NULL, 50, 1,
                                      0.95, rows, &counts, &problem),
                     SQ_OK);
    for (size_t i = 0; i < 27; i++)
        note((const double[]){rows[i].estimate, rows[i].mean, rows[i].se, rows[i].lower}, 4);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(covariances), cmocka_unit_test(bootstrap)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    printf("# bits %016llx\n", (unsigned long long)bits);
    return failed;
}
