/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reliability/factors.h"

#include "base/rounding.h"
#include "base/table.h"
#include "numerics/rotation.h"
#include "numerics/symmetric.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAXIMUM_ROUNDS = 5000 };
#define SETTLED 1e-9  /* largest change of a communality in a round */
#define PRESENT 1e-10 /* an eigenvalue below is a factor without variance */

/* The correlation matrix with requirements 1 and 2 checked; undefined otherwise. */
static sq_status correlate(const sq_items *items, double *correlation, size_t *n)
{
    SQ_TRY(sq_correlation(items, correlation, n));
    return *n > items->count ? SQ_OK : SQ_UNDEFINED;
}

/* A failure that is about the data is told in the numbers; one about the machine stays one. */
static sq_status is_about_data(sq_status status)
{
    return status == SQ_NO_MEMORY ? SQ_NO_MEMORY : SQ_OK;
}

sq_status sq_kmo_of_correlation(const double *correlation, size_t k, double *overall,
                                double *per_item)
{
    double all_r = 0, all_q = 0, *inverse;
    sq_status status;
    if (k < 2)
        return SQ_UNDEFINED;
    if (!(inverse = sq_allocate_square(k, 1, 0)))
        return SQ_NO_MEMORY;
    status = sq_inverse(correlation, k, inverse, NULL);
    for (size_t i = 0; status == SQ_OK && i < k; i++) {
        double r = 0, q = 0;
        for (size_t j = 0; j < k; j++) {
            double partial = inverse[i * k + j];
            if (i == j)
                continue;
            r += correlation[i * k + j] * correlation[i * k + j];
            q += partial * partial / (inverse[i * k + i] * inverse[j * k + j]);
        }
        if (per_item)
            per_item[i] = r + q > 0 ? r / (r + q) : sq_error(SQ_UNDEFINED);
        all_r += r;
        all_q += q;
    }
    *overall = all_r + all_q > 0 ? all_r / (all_r + all_q) : sq_error(SQ_UNDEFINED);
    free(inverse);
    return status;
}

sq_status sq_kmo(const sq_items *items, double *overall, double *per_item)
{
    size_t k = items->count, n;
    double *correlation = NULL;
    sq_status status = k < 2 ? SQ_UNDEFINED : SQ_OK;
    if (status == SQ_OK && !(correlation = sq_allocate_square(k, 1, 0)))
        status = SQ_NO_MEMORY;
    if (status == SQ_OK)
        status = correlate(items, correlation, &n);
    if (status == SQ_OK)
        status = sq_kmo_of_correlation(correlation, k, overall, per_item);
    if (status != SQ_OK) {
        *overall = sq_error(status);
        for (size_t i = 0; per_item && i < k; i++)
            per_item[i] = sq_error(status);
    }
    free(correlation);
    return is_about_data(status);
}

sq_status sq_bartlett(const sq_items *items, sq_bartlett_test *test)
{
    size_t k = items->count;
    double *correlation = NULL, log_determinant = 0, items_k = (double)k;
    sq_status status = k < 2 ? SQ_UNDEFINED : SQ_OK;
    *test = (sq_bartlett_test){0};
    if (status == SQ_OK && !(correlation = sq_allocate_square(k, 2, 0)))
        status = SQ_NO_MEMORY;
    if (status == SQ_OK)
        status = correlate(items, correlation, &test->n);
    if (status == SQ_OK)
        status = sq_inverse(correlation, k, correlation + k * k, &log_determinant);
    if (status == SQ_OK) {
        double factor = (double)test->n - 1 - (2 * items_k + 5) / 6;
        test->df = items_k * (items_k - 1) / 2;
        test->chi_square = factor > 0 ? fmax(0, -factor * log_determinant) : sq_error(SQ_UNDEFINED);
        test->p = factor > 0 ? gsl_cdf_chisq_Q(test->chi_square, test->df) : sq_error(SQ_UNDEFINED);
    } else {
        test->chi_square = test->df = test->p = sq_error(status);
    }
    free(correlation);
    return is_about_data(status);
}

sq_factors *sq_factors_alloc(size_t k)
{
    sq_factors *factors = malloc(sizeof *factors);
    double *block = sq_allocate_square(k, 2, 3);
    if (!factors || !block) {
        free(block);
        free(factors);
        return NULL;
    }
    *factors = (sq_factors){.k = k, .loadings = block};
    factors->correlation = factors->loadings + k * k;
    factors->communality = factors->correlation + k * k;
    factors->eigenvalue = factors->communality + k;
    factors->explained = factors->eigenvalue + k;
    return factors;
}

void sq_factors_free(sq_factors *factors)
{
    if (factors)
        free(factors->loadings); /* the one block */
    free(factors);
}

static void find_communalities(const double *loadings, size_t k, size_t count, double *communality)
{
    for (size_t i = 0; i < k; i++) {
        communality[i] = 0;
        for (size_t factor = 0; factor < count; factor++)
            communality[i] += loadings[i * count + factor] * loadings[i * count + factor];
    }
}

/* Loadings of the first count eigenvectors, which lie in rows. */
static sq_status scale_vectors(const double *eigenvalue, const double *vectors, size_t k,
                               size_t count, double *loadings)
{
    for (size_t factor = 0; factor < count; factor++) {
        if (!(eigenvalue[factor] > PRESENT))
            return SQ_UNDEFINED;
        for (size_t i = 0; i < k; i++)
            loadings[i * count + factor] = sqrt(eigenvalue[factor]) * vectors[factor * k + i];
    }
    return SQ_OK;
}

/* The communalities in the diagonal of reduced are replaced by those of the loadings; returns the
 * largest change. */
static double replace_communalities(const double *communality, size_t k, double *reduced)
{
    double change = 0;
    for (size_t i = 0; i < k; i++) {
        change = fmax(change, fabs(communality[i] - reduced[i * k + i]));
        reduced[i * k + i] = communality[i];
    }
    return change;
}

/* The item with the largest communality above 1; SQ_NOWHERE: none has passed it. */
static size_t find_improper(const double *communality, size_t k)
{
    size_t largest = 0;
    for (size_t i = 1; i < k; i++)
        if (communality[i] > communality[largest])
            largest = i;
    return communality[largest] > 1 ? largest : SQ_NOWHERE;
}

/* Principal axes of f->count factors, in no more than the rounds left: work is [2·k² + k]. */
static sq_status extract_axes(const double *correlation, sq_factors *f, int *rounds, double *work)
{
    size_t k = f->k;
    double *reduced = work, *vectors = work + k * k, *values = vectors + k * k;
    SQ_TRY(sq_inverse(correlation, k, vectors, NULL));
    memcpy(reduced, correlation, k * k * sizeof *reduced);
    for (size_t i = 0; i < k; i++)
        reduced[i * k + i] = 1 - 1 / vectors[i * k + i]; /* squared multiple correlation */
    for (; *rounds > 0; --*rounds) {
        double change;
        SQ_TRY(sq_eigen(reduced, k, values, vectors));
        SQ_TRY(scale_vectors(values, vectors, k, f->count, f->loadings));
        find_communalities(f->loadings, k, f->count, f->communality);
        f->improper = find_improper(f->communality, k);
        if (f->improper != SQ_NOWHERE)
            return SQ_NO_CONVERGENCE;
        change = replace_communalities(f->communality, k, reduced);
        if (change <= SETTLED)
            return SQ_OK;
    }
    return SQ_NO_CONVERGENCE;
}

/* Principal axes; where these have no proper solution, what would. */
static sq_status settle_axes(const double *correlation, sq_factors *f, double *work)
{
    int rounds = MAXIMUM_ROUNDS; /* for all attempts together */
    size_t asked = f->count, improper;
    sq_status status = extract_axes(correlation, f, &rounds, work);
    if (status != SQ_NO_CONVERGENCE)
        return status;
    improper = f->improper;
    f->proper = 0;
    while (f->proper == 0 && --f->count > 0)
        if (extract_axes(correlation, f, &rounds, work) == SQ_OK)
            f->proper = f->count;
    f->count = asked;
    f->improper = improper;
    return status;
}

static sq_status rotate(sq_factors *f, sq_rotation rotation)
{
    size_t k = f->k, m = f->count;
    sq_order_factors(f->loadings, k, m);
    memset(f->correlation, 0, m * m * sizeof *f->correlation);
    for (size_t factor = 0; factor < m; factor++)
        f->correlation[factor * m + factor] = 1;
    if (rotation != SQ_NO_ROTATION)
        SQ_TRY(sq_varimax(f->loadings, k, m));
    if (rotation == SQ_PROMAX)
        SQ_TRY(sq_promax(f->loadings, k, m, f->correlation));
    sq_explained(f->loadings, k, m, f->correlation, f->explained);
    return SQ_OK;
}

/* Numbers of items' worth that are 0 but for rounding. */
static void round_off(double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        numbers[i] = sq_rounded(numbers[i], 1);
}

static size_t kaiser_count(const double *eigenvalue, size_t k)
{
    size_t count = 0;
    while (count < k && eigenvalue[count] > 1 + PRESENT)
        count++;
    return count > 0 ? count : 1;
}

/* Requirement 5: m axes take k·m − m(m − 1)/2 loadings out of k(k − 1)/2 correlations. */
static size_t most_axes(size_t k)
{
    size_t m = 0;
    while (m + 1 < k && (k - m - 1) * (k - m - 1) >= k + m + 1)
        m++;
    return m;
}

static sq_status extract(const double *correlation, sq_extraction extraction, sq_factors *f,
                         double *work)
{
    size_t k = f->k, most = extraction == SQ_PRINCIPAL_AXES ? most_axes(k) : k;
    if (most == 0)
        return SQ_UNDEFINED;
    if (f->count > most)
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(sq_eigen(correlation, k, f->eigenvalue, work));
    round_off(f->eigenvalue, k);
    if (f->count == 0) {
        size_t wanted = kaiser_count(f->eigenvalue, k);
        f->count = wanted < most ? wanted : most;
    }
    if (extraction == SQ_PRINCIPAL_AXES)
        return settle_axes(correlation, f, work);
    SQ_TRY(scale_vectors(f->eigenvalue, work, k, f->count, f->loadings));
    find_communalities(f->loadings, k, f->count, f->communality);
    return SQ_OK;
}

sq_status sq_factors_of_correlation(const double *correlation, size_t count,
                                    sq_extraction extraction, sq_rotation rotation,
                                    sq_factors *factors)
{
    double *work;
    sq_status status;
    if (factors->k < 2)
        return SQ_UNDEFINED;
    if (!(work = sq_allocate_square(factors->k, 2, 1)))
        return SQ_NO_MEMORY;
    factors->count = count;
    factors->improper = SQ_NOWHERE;
    factors->proper = factors->k; /* whatever fails before the axes has no such advice */
    status = extract(correlation, extraction, factors, work);
    if (status == SQ_OK) {
        factors->proper = factors->count;
        status = rotate(factors, rotation);
        round_off(factors->loadings, factors->k * factors->count);
    }
    free(work);
    return status;
}

sq_status sq_factor_analysis(const sq_items *items, size_t count, sq_extraction extraction,
                             sq_rotation rotation, sq_factors *factors)
{
    double *correlation;
    sq_status status;
    if (items->count < 2)
        return SQ_UNDEFINED;
    if (factors->k != items->count)
        return SQ_BAD_ARGUMENT;
    if (!(correlation = sq_allocate_square(factors->k, 1, 0)))
        return SQ_NO_MEMORY;
    status = correlate(items, correlation, &factors->n);
    if (status == SQ_OK)
        status = sq_factors_of_correlation(correlation, count, extraction, rotation, factors);
    free(correlation);
    return status;
}
