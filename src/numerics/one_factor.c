/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With A = Ψ^-½ R Ψ^-½, its eigenvalues e₁ ≥ … ≥ e_k and vectors v_m, the loadings are
 * λ_i = √(e₁ − 1)·√ψ_i·v_i1 and what is left to minimise is f = Σ_{m>1} (e_m − ln e_m − 1). In
 * θ_i = ln ψ_i, since ∂e_m/∂θ_i = −e_m·v_im²:
 *   ∂f/∂θ_i = Σ_{m>1} (1 − e_m)·v_im²
 *   ∂²f/∂θ_i∂θ_j = (Σ_{m>1} v_im·v_jm)·(Σ_{m>1} e_m·v_im·v_jm)
 *                + v_i1·v_j1·Σ_{m>1} (e_m − 1)(e_m + e₁)/(e_m − e₁)·v_im·v_jm
 * The first line of the second derivatives is positive definite by itself; it stands in for the
 * whole where the whole is not.
 */
#include "numerics/one_factor.h"

#include "base/arena.h"
#include "base/table.h"
#include "numerics/symmetric.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { MAXIMUM_STEPS = 200, MAXIMUM_HALVINGS = 40 };
#define SETTLED 1e-10 /* largest first derivative at the minimum */
#define NEAR 1e-6     /* largest step, in ln ψ, that may still be left to it */

typedef struct fit {
    const double *correlation;
    size_t k;
    double *scaled;   /* [k × k] A, workspace; then the inverse of the second derivatives */
    double *vectors;  /* [k × k] eigenvectors of A, in rows */
    double *curve;    /* [k × k] second derivatives */
    double *definite; /* [k × k] their part that is always positive definite */
    double *value;    /* [k] eigenvalues of A */
    double *theta;    /* [k] ln ψ */
    double *trial;    /* [k] the next θ */
    double *slope;    /* [k] first derivatives */
    bool flat;        /* the second derivatives are singular or have no minimum there */
} fit;

/* f at θ; leaves the eigenvalues and vectors of A behind. */
static sq_status evaluate(fit *t, const double *theta, double *f)
{
    size_t k = t->k;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            t->scaled[i * k + j] = t->correlation[i * k + j] * exp(-(theta[i] + theta[j]) / 2);
    SQ_TRY(sq_eigen(t->scaled, k, t->value, t->vectors));
    *f = 0;
    for (size_t m = 1; m < k; m++) {
        if (!(t->value[m] > 0))
            return SQ_UNDEFINED;
        *f += t->value[m] - log(t->value[m]) - 1;
    }
    return SQ_OK;
}

static double find_slope(fit *t)
{
    double steepest = 0;
    for (size_t i = 0; i < t->k; i++) {
        t->slope[i] = 0;
        for (size_t m = 1; m < t->k; m++) {
            double v = t->vectors[m * t->k + i];
            t->slope[i] += (1 - t->value[m]) * v * v;
        }
        steepest = fmax(steepest, fabs(t->slope[i]));
    }
    return steepest;
}

static void find_curve(fit *t)
{
    size_t k = t->k;
    double first = t->value[0];
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j <= i; j++) {
            double plain = 0, valued = 0, mixed = 0;
            for (size_t m = 1; m < k; m++) {
                double e = t->value[m], v = t->vectors[m * k + i] * t->vectors[m * k + j];
                double apart = fmin(e - first, -DBL_EPSILON * first); /* never 0 */
                plain += v;
                valued += e * v;
                mixed += (e - 1) * (e + first) / apart * v;
            }
            mixed *= t->vectors[i] * t->vectors[j];
            t->definite[i * k + j] = t->definite[j * k + i] = plain * valued;
            t->curve[i * k + j] = t->curve[j * k + i] = plain * valued + mixed;
        }
}

static double longest(const double *step, size_t k)
{
    double length = 0;
    for (size_t i = 0; i < k; i++)
        length = fmax(length, fabs(step[i]));
    return length;
}

/* The Newton step of slope and curve into trial. */
static sq_status find_step(fit *t)
{
    size_t k = t->k;
    sq_status status;
    find_curve(t);
    status = sq_inverse(t->curve, k, t->scaled, NULL);
    t->flat = status == SQ_UNDEFINED;
    if (t->flat)
        status = sq_inverse(t->definite, k, t->scaled, NULL);
    if (status != SQ_OK)
        return status;
    for (size_t i = 0; i < k; i++) {
        t->trial[i] = 0;
        for (size_t j = 0; j < k; j++)
            t->trial[i] -= t->scaled[i * k + j] * t->slope[j];
    }
    return SQ_OK;
}

/* Goes along the step, at most by a factor e in ψ, halving until f does not rise. Near the minimum
 * f is the difference of rounded numbers: a rise that is only rounding is let pass. */
static sq_status walk(fit *t, double *f)
{
    size_t k = t->k;
    double length = fmin(1, 1 / longest(t->trial, k)), lowered = NAN;
    for (size_t i = 0; i < k; i++)
        t->trial[i] = t->theta[i] + length * t->trial[i];
    for (int halvings = 0; halvings < MAXIMUM_HALVINGS; halvings++) {
        sq_status status = evaluate(t, t->trial, &lowered);
        if (status != SQ_OK && status != SQ_UNDEFINED)
            return status;
        if (status == SQ_OK && lowered <= *f + 64 * DBL_EPSILON * (double)k) {
            memcpy(t->theta, t->trial, k * sizeof *t->theta);
            *f = lowered;
            return SQ_OK;
        }
        for (size_t i = 0; i < k; i++)
            t->trial[i] = (t->theta[i] + t->trial[i]) / 2;
    }
    return SQ_NO_CONVERGENCE;
}

/* Requirement 3: the item with the least of its own; SQ_NOWHERE: each has enough. */
static size_t find_improper(const fit *t)
{
    size_t least = 0;
    for (size_t i = 1; i < t->k; i++)
        if (!(t->theta[i] >= t->theta[least]))
            least = i;
    return t->theta[least] > log(SQ_SMALLEST_UNIQUE) ? SQ_NOWHERE : least;
}

static sq_status minimise(fit *t, size_t *improper)
{
    double f;
    bool level;
    sq_status status = evaluate(t, t->theta, &f);
    for (int steps = 0; status == SQ_OK && steps < MAXIMUM_STEPS; steps++) {
        if ((*improper = find_improper(t)) != SQ_NOWHERE)
            return SQ_NO_CONVERGENCE;
        level = find_slope(t) <= SETTLED;
        status = find_step(t);
        if (status == SQ_OK && level && t->flat) /* requirement 4: nothing holds it in place */
            return SQ_NO_CONVERGENCE;
        if (status == SQ_OK && level && longest(t->trial, t->k) <= NEAR)
            return SQ_OK;
        if (status == SQ_OK)
            status = walk(t, &f);
        if (status == SQ_UNDEFINED) /* a flat or runaway likelihood, not a singular matrix */
            status = SQ_NO_CONVERGENCE;
    }
    return status == SQ_OK ? SQ_NO_CONVERGENCE : status;
}

static void read_loadings(const fit *t, double *loadings)
{
    double size = sqrt(fmax(0, t->value[0] - 1)), sum = 0;
    for (size_t i = 0; i < t->k; i++) {
        loadings[i] = size * exp(t->theta[i] / 2) * t->vectors[i];
        sum += loadings[i];
    }
    for (size_t i = 0; sum < 0 && i < t->k; i++)
        loadings[i] = -loadings[i];
}

static sq_status take_fit(fit *t, sq_arena *memory)
{
    SQ_TAKE_TABLE(t->scaled, memory, t->k, t->k);
    SQ_TAKE_TABLE(t->vectors, memory, t->k, t->k);
    SQ_TAKE_TABLE(t->curve, memory, t->k, t->k);
    SQ_TAKE_TABLE(t->definite, memory, t->k, t->k);
    SQ_TAKE(t->value, memory, t->k);
    SQ_TAKE(t->theta, memory, t->k);
    SQ_TAKE(t->trial, memory, t->k);
    SQ_TAKE(t->slope, memory, t->k);
    return SQ_OK;
}

sq_status sq_one_factor(const double *correlation, size_t k, double *loadings, size_t *improper)
{
    SQ_SCRATCH(memory);
    fit t = {.correlation = correlation, .k = k};
    size_t heywood = SQ_NOWHERE;
    sq_status status;
    if (improper)
        *improper = SQ_NOWHERE;
    if (k < 3)
        return SQ_UNDEFINED;
    SQ_TRY(take_fit(&t, &memory));
    SQ_TRY(sq_inverse(correlation, k, t.scaled, NULL));
    /* start: the variance that the other items leave, less the usual share for one factor */
    for (size_t i = 0; i < k; i++)
        t.theta[i] = log((1 - 0.5 / (double)k) / t.scaled[i * k + i]);
    status = minimise(&t, &heywood);
    if (improper)
        *improper = heywood;
    if (status == SQ_OK)
        read_loadings(&t, loadings);
    return status;
}
