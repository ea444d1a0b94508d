/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reliability/factors.h"

#include "base/arena.h"
#include "base/rounding.h"
#include "base/table.h"
#include "numerics/rotation.h"
#include "numerics/symmetric.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

enum { MAXIMUM_ROUNDS = 5000 };
#define SETTLED 1e-9 /* largest change of a communality in a round */

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
    SQ_SCRATCH(memory);
    double all_r = 0, all_q = 0, *inverse;
    if (k < 2)
        return SQ_UNDEFINED;
    SQ_TAKE_TABLE(inverse, &memory, k, k);
    SQ_TRY(sq_inverse(correlation, k, inverse, NULL));
    for (size_t i = 0; i < k; i++) {
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
    return SQ_OK;
}

sq_status sq_kmo(const sq_items *items, double *overall, double *per_item)
{
    SQ_SCRATCH(memory);
    size_t k = items->count, n;
    double *correlation;
    sq_status status = k < 2 ? SQ_UNDEFINED : SQ_OK;
    SQ_TAKE_TABLE(correlation, &memory, k, k);
    if (status == SQ_OK)
        status = correlate(items, correlation, &n);
    if (status == SQ_OK)
        status = sq_kmo_of_correlation(correlation, k, overall, per_item);
    if (status != SQ_OK) {
        *overall = sq_error(status);
        for (size_t i = 0; per_item && i < k; i++)
            per_item[i] = sq_error(status);
    }
    return is_about_data(status);
}

sq_status sq_bartlett(const sq_items *items, sq_bartlett_test *test)
{
    SQ_SCRATCH(memory);
    size_t k = items->count;
    double *correlation, *inverse, log_determinant = 0, items_k = (double)k;
    sq_status status = k < 2 ? SQ_UNDEFINED : SQ_OK;
    *test = (sq_bartlett_test){0};
    SQ_TAKE_TABLE(correlation, &memory, k, k);
    SQ_TAKE_TABLE(inverse, &memory, k, k);
    if (status == SQ_OK)
        status = correlate(items, correlation, &test->n);
    if (status == SQ_OK)
        status = sq_inverse(correlation, k, inverse, &log_determinant);
    if (status == SQ_OK) {
        double factor = (double)test->n - 1 - (2 * items_k + 5) / 6;
        test->df = items_k * (items_k - 1) / 2;
        test->chi_square = factor > 0 ? fmax(0, -factor * log_determinant) : sq_error(SQ_UNDEFINED);
        test->p = factor > 0 ? gsl_cdf_chisq_Q(test->chi_square, test->df) : sq_error(SQ_UNDEFINED);
    } else {
        test->chi_square = test->df = test->p = sq_error(status);
    }
    return is_about_data(status);
}

static sq_status take_factors(sq_arena *memory, size_t k, sq_factors **out)
{
    sq_factors *factors;
    SQ_TAKE(factors, memory, 1);
    factors->k = k;
    SQ_TAKE_TABLE(factors->loadings, memory, k, k);
    SQ_TAKE_TABLE(factors->correlation, memory, k, k);
    SQ_TAKE(factors->communality, memory, k);
    SQ_TAKE(factors->eigenvalue, memory, k);
    SQ_TAKE(factors->explained, memory, k);
    *out = factors;
    return SQ_OK;
}

sq_factors *sq_factors_in(sq_arena *memory, size_t k)
{
    sq_factors *factors;
    return k > 0 && take_factors(memory, k, &factors) == SQ_OK ? factors : NULL;
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
        if (!(eigenvalue[factor] > sq_singular))
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

/* What finding axes needs. */
typedef struct axes_work {
    double *reduced; /* [k × k] correlations with communalities in the diagonal */
    double *vectors; /* [k × k] */
    double *values;  /* [k] */
} axes_work;

/* Principal axes of f->count factors, in no more than the rounds left. */
static sq_status extract_axes(const double *correlation, sq_factors *f, int *rounds,
                              const axes_work *work)
{
    size_t k = f->k;
    double *reduced = work->reduced, *vectors = work->vectors, *values = work->values;
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
static sq_status settle_axes(const double *correlation, sq_factors *f, const axes_work *work)
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
    if (rotation == SQ_PROMAX || rotation == SQ_PROMAX_KAISER)
        SQ_TRY(sq_promax(f->loadings, k, m, rotation == SQ_PROMAX_KAISER, f->correlation));
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
    while (count < k && eigenvalue[count] > 1 + sq_singular)
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
                         const axes_work *work)
{
    size_t k = f->k, most = extraction == SQ_PRINCIPAL_AXES ? most_axes(k) : k;
    if (most == 0)
        return SQ_UNDEFINED;
    if (f->count > most)
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(sq_eigen(correlation, k, f->eigenvalue, work->vectors));
    round_off(f->eigenvalue, k);
    if (f->count == 0) {
        size_t wanted = kaiser_count(f->eigenvalue, k);
        f->count = wanted < most ? wanted : most;
    }
    if (extraction == SQ_PRINCIPAL_AXES)
        return settle_axes(correlation, f, work);
    SQ_TRY(scale_vectors(f->eigenvalue, work->vectors, k, f->count, f->loadings));
    find_communalities(f->loadings, k, f->count, f->communality);
    return SQ_OK;
}

sq_status sq_factors_of_correlation(const double *correlation, size_t count,
                                    sq_extraction extraction, sq_rotation rotation,
                                    sq_factors *factors)
{
    SQ_SCRATCH(memory);
    axes_work work;
    size_t k = factors->k;
    if (k < 2)
        return SQ_UNDEFINED;
    SQ_TAKE_TABLE(work.reduced, &memory, k, k);
    SQ_TAKE_TABLE(work.vectors, &memory, k, k);
    SQ_TAKE(work.values, &memory, k);
    factors->count = count;
    factors->improper = SQ_NOWHERE;
    factors->proper = k; /* whatever fails before the axes has no such advice */
    SQ_TRY(extract(correlation, extraction, factors, &work));
    factors->proper = factors->count;
    SQ_TRY(rotate(factors, rotation));
    round_off(factors->loadings, k * factors->count);
    return SQ_OK;
}

sq_status sq_factor_analysis(const sq_items *items, size_t count, sq_extraction extraction,
                             sq_rotation rotation, sq_factors *factors)
{
    SQ_SCRATCH(memory);
    double *correlation;
    if (items->count < 2)
        return SQ_UNDEFINED;
    if (factors->k != items->count)
        return SQ_BAD_ARGUMENT;
    SQ_TAKE_TABLE(correlation, &memory, factors->k, factors->k);
    SQ_TRY(correlate(items, correlation, &factors->n));
    return sq_factors_of_correlation(correlation, count, extraction, rotation, factors);
}
