/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What any rotation keeps, on loadings drawn at random so that factors have to change places and
 * directions: ΛΦΛᵀ is LLᵀ, factors come in order, each with its majority.
 */
#include "check.h"
#include "numerics/rotation.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>

enum { K = 7, M = 3, DRAWN = 500 };

static double entry(const double *loadings, const double *correlation, size_t i, size_t j)
{
    double sum = 0;
    for (size_t a = 0; a < M; a++)
        for (size_t b = 0; b < M; b++)
            sum += loadings[i * M + a] * (correlation ? correlation[a * M + b] : a == b) *
                   loadings[j * M + b];
    return sum;
}

static void promax_keeps_what_the_factors_explain(void **state)
{
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    (void)state;
    for (size_t drawn = 0; drawn < DRAWN; drawn++) {
        double before[K * M], loadings[K * M], correlation[M * M], explained[M];
        for (size_t i = 0; i < K * M; i++)
            before[i] = loadings[i] = 1.2 * gsl_rng_uniform(generator) - 0.6;
        assert_int_equal(sq_promax(loadings, K, M, false, correlation), SQ_OK);
        for (size_t i = 0; i < K; i++)
            for (size_t j = 0; j < K; j++)
                assert_near(entry(loadings, correlation, i, j), entry(before, NULL, i, j), 1e-11);
        sq_explained(loadings, K, M, correlation, explained);
        for (size_t a = 0; a < M; a++) {
            double sum = 0;
            for (size_t i = 0; i < K; i++)
                sum += loadings[i * M + a];
            assert_true(sum >= 0);
            assert_true(a == 0 || explained[a] <= explained[a - 1] + 1e-12);
            assert_near(correlation[a * M + a], 1, 0);
            for (size_t b = 0; b < M; b++)
                assert_true(correlation[a * M + b] == correlation[b * M + a]);
        }
    }
    gsl_rng_free(generator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(promax_keeps_what_the_factors_explain),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
