/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every first derivative of Σ is uv′ + vu′ for two vectors, so with W = Σ⁻¹ gradients and information are products
 * of vectors with W alone: an iteration costs as much as inverting Σ and the information.
 */
#include "reliability/confirmatory.h"

#include "base/rounding.h"
#include "numerics/covariance.h"
#include "numerics/symmetric.h"
#include "reliability/cfa_fit.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

enum { MOST_ROUNDS = 500, MOST_HALVINGS = 40 };
#define SETTLED 1e-10 /* of the gradient, per parameter */

typedef enum role { LOADING, UNIQUE, CORRELATION, GENERAL } role;

typedef struct parameter {
    role role;
    size_t first, second; /* the item, or the factors */
} parameter;

typedef struct model {
    size_t k, m, parameters;
    const sq_cfa_model kind;
    parameter *parameter;          /* [parameters] */
    size_t *factor;                /* [k] */
    size_t *items_of;              /* [m] how many */
    const double *s;               /* [k × k] observed correlations */
    double *lambda, *theta;        /* [k] */
    double *phi, *gamma;           /* [m × m], [m] */
    double *sigma, *w, *excess;    /* [k × k] Σ, Σ⁻¹, Σ⁻¹(Σ − S)Σ⁻¹ */
    double *u, *v;                 /* [parameters × k] derivatives */
    double *wu, *wv;               /* [parameters × k] times W */
    double *gradient, *step;       /* [parameters] */
    double *information, *inverse; /* [parameters²] */
    double *kept;                  /* [parameters] */
    double log_determinant;        /* of Σ */
} model;

/* ---- What is estimated. */

static bool is_alone(const model *g, size_t item)
{
    return g->items_of[g->factor[item]] == 1;
}

static void add_parameter(model *g, role of, size_t first, size_t second)
{
    if (g->parameter)
        g->parameter[g->parameters] = (parameter){of, first, second};
    g->parameters++;
}

/* Counts them, or lists them where there is room. */
static void list_parameters(model *g)
{
    g->parameters = 0;
    for (size_t i = 0; i < g->k; i++) {
        add_parameter(g, LOADING, i, 0);
        if (!is_alone(g, i))
            add_parameter(g, UNIQUE, i, 0);
    }
    for (size_t f = 0; f < g->m && g->kind == SQ_CFA_SECOND_ORDER; f++)
        add_parameter(g, GENERAL, f, 0);
    for (size_t f = 0; f < g->m && g->kind == SQ_CFA_CORRELATED; f++)
        for (size_t h = 0; h < f; h++)
            add_parameter(g, CORRELATION, f, h);
}

static double *value_of(const model *g, const parameter *p)
{
    switch (p->role) {
    case LOADING:
        return &g->lambda[p->first];
    case UNIQUE:
        return &g->theta[p->first];
    case GENERAL:
        return &g->gamma[p->first];
    default:
        return &g->phi[p->first * g->m + p->second];
    }
}

static sq_cfa_fault find_fault(const model *g, size_t *factor)
{
    bool touched = g->kind == SQ_CFA_CORRELATED || g->kind == SQ_CFA_SECOND_ORDER;
    if (g->kind == SQ_CFA_SECOND_ORDER && g->m < 3)
        return SQ_CFA_FEW_FACTORS;
    for (*factor = 0; *factor < g->m; ++*factor)
        if (g->items_of[*factor] == 2 && (!touched || g->m < 2))
            return SQ_CFA_TWO_ITEMS;
    *factor = SQ_NOWHERE;
    return g->parameters > g->k * (g->k + 1) / 2 ? SQ_CFA_PARAMETERS : SQ_CFA_FINE;
}

/* ---- Σ and what follows from it. */

static void fill_phi(model *g)
{
    for (size_t f = 0; f < g->m; f++) {
        g->phi[f * g->m + f] = 1;
        for (size_t h = 0; h < f; h++) {
            if (g->kind == SQ_CFA_SECOND_ORDER)
                g->phi[f * g->m + h] = g->gamma[f] * g->gamma[h];
            g->phi[h * g->m + f] = g->phi[f * g->m + h];
        }
    }
}

/* False where Σ is not positive definite. */
static bool fill_sigma(model *g)
{
    size_t k = g->k;
    fill_phi(g);
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++) {
            double phi = g->phi[g->factor[i] * g->m + g->factor[j]];
            g->sigma[i * k + j] = g->lambda[i] * g->lambda[j] * phi + (i == j ? g->theta[i] : 0);
        }
    return sq_inverse(g->sigma, k, g->w, &g->log_determinant) == SQ_OK;
}

/* ln|Σ| + tr(SΣ⁻¹). */
static double deviance(const model *g)
{
    double trace = 0;
    for (size_t i = 0; i < g->k * g->k; i++)
        trace += g->s[i] * g->w[i];
    return g->log_determinant + trace;
}

static void multiply(const double *a, const double *b, size_t k, double *out)
{
    memset(out, 0, k * k * sizeof *out);
    for (size_t i = 0; i < k; i++)
        for (size_t l = 0; l < k; l++)
            for (size_t j = 0; j < k; j++)
                out[i * k + j] += a[i * k + l] * b[l * k + j];
}

/* Σ⁻¹ − Σ⁻¹SΣ⁻¹; sigma is lost. */
static void fill_excess(model *g)
{
    size_t k = g->k;
    multiply(g->w, g->s, k, g->excess);
    multiply(g->excess, g->w, k, g->sigma);
    for (size_t i = 0; i < k * k; i++)
        g->excess[i] = g->w[i] - g->sigma[i];
}

/* The two vectors of a derivative. Of a unique variance, ee′ = (e/2)e′ + e(e/2)′. */
static void fill_derivative(model *g, size_t at)
{
    const parameter *p = &g->parameter[at];
    size_t k = g->k, m = g->m;
    double *u = g->u + at * k, *v = g->v + at * k;
    memset(u, 0, k * sizeof *u);
    memset(v, 0, k * sizeof *v);
    if (p->role == LOADING || p->role == UNIQUE)
        u[p->first] = 1;
    if (p->role == UNIQUE)
        v[p->first] = 0.5;
    for (size_t j = 0; j < k; j++) {
        size_t f = g->factor[j];
        if (p->role == LOADING)
            v[j] = g->lambda[j] * g->phi[g->factor[p->first] * m + f];
        if (p->role == CORRELATION || p->role == GENERAL)
            u[j] = f == p->first ? g->lambda[j] : 0;
        if (p->role == CORRELATION)
            v[j] = f == p->second ? g->lambda[j] : 0;
        if (p->role == GENERAL)
            v[j] = f == p->first ? 0 : g->gamma[f] * g->lambda[j];
    }
}

static double product(const double *a, const double *b, size_t k)
{
    double sum = 0;
    for (size_t i = 0; i < k; i++)
        sum += a[i] * b[i];
    return sum;
}

static void times(const double *matrix, const double *vector, size_t k, double *out)
{
    for (size_t i = 0; i < k; i++)
        out[i] = product(matrix + i * k, vector, k);
}

/* Gradient and expected second derivatives of F. */
static void fill_scores(model *g, double *workspace)
{
    size_t k = g->k, p = g->parameters;
    fill_excess(g);
    for (size_t a = 0; a < p; a++) {
        fill_derivative(g, a);
        times(g->w, g->u + a * k, k, g->wu + a * k);
        times(g->w, g->v + a * k, k, g->wv + a * k);
        times(g->excess, g->v + a * k, k, workspace);
        g->gradient[a] = 2 * product(g->u + a * k, workspace, k);
    }
    for (size_t a = 0; a < p; a++)
        for (size_t b = 0; b <= a; b++) {
            double uu = product(g->u + a * k, g->wu + b * k, k),
                   vv = product(g->v + a * k, g->wv + b * k, k);
            double uv = product(g->u + a * k, g->wv + b * k, k),
                   vu = product(g->v + a * k, g->wu + b * k, k);
            g->information[a * p + b] = g->information[b * p + a] = 2 * (uu * vv + uv * vu);
        }
}

/* ---- The minimum. */

static void start(model *g)
{
    for (size_t i = 0; i < g->k; i++) {
        double with = 0, others = 0;
        for (size_t j = 0; j < g->k; j++)
            if (j != i && g->factor[j] == g->factor[i]) {
                with += g->s[i * g->k + j];
                others++;
            }
        with = others > 0 ? with / others : 1;
        g->lambda[i] = is_alone(g, i) ? 1 : copysign(fmin(0.9, fmax(0.4, sqrt(fabs(with)))), with);
        g->theta[i] = is_alone(g, i) ? 0 : 1 - g->lambda[i] * g->lambda[i];
    }
    for (size_t f = 0; f < g->m; f++) {
        g->gamma[f] = 0.6;
        for (size_t h = 0; h < f; h++)
            g->phi[f * g->m + h] = g->kind == SQ_CFA_CORRELATED ? 0.3 : 0;
    }
}

/* Takes a share of the step from what is kept; false where Σ is none. */
static bool go(model *g, double share)
{
    for (size_t a = 0; a < g->parameters; a++)
        *value_of(g, &g->parameter[a]) = g->kept[a] - share * g->step[a];
    return fill_sigma(g);
}

/* As much of the step as lessens F. */
static bool descend(model *g, double *now)
{
    double share = 1;
    for (size_t a = 0; a < g->parameters; a++)
        g->kept[a] = *value_of(g, &g->parameter[a]);
    for (int halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
        double next = go(g, share) ? deviance(g) : INFINITY;
        if (next <= *now + 1e-13 * fabs(*now)) {
            *now = next;
            return true;
        }
    }
    return false;
}

static double largest_of(const double numbers[], size_t count)
{
    double largest = 0;
    for (size_t i = 0; i < count; i++)
        largest = fmax(largest, fabs(numbers[i]));
    return largest;
}

static sq_status minimise(model *g, sq_arena *memory)
{
    double now, *workspace;
    SQ_TAKE(workspace, memory, g->k);
    start(g);
    if (!fill_sigma(g))
        return SQ_NO_CONVERGENCE;
    now = deviance(g);
    for (int round = 0; round < MOST_ROUNDS; round++) {
        fill_scores(g, workspace);
        if (sq_inverse(g->information, g->parameters, g->inverse, NULL) != SQ_OK)
            return SQ_NO_CONVERGENCE;
        times(g->inverse, g->gradient, g->parameters, g->step);
        if (largest_of(g->gradient, g->parameters) < SETTLED)
            return fill_sigma(g) ? SQ_OK : SQ_NO_CONVERGENCE; /* sigma was lost */
        if (!descend(g, &now))
            break;
    }
    return SQ_NO_CONVERGENCE;
}

/* ---- From answers to the model and back. */

static sq_status take_model(sq_arena *memory, model *g)
{
    size_t k = g->k, p;
    SQ_TAKE(g->lambda, memory, k);
    SQ_TAKE(g->theta, memory, k);
    SQ_TAKE_TABLE(g->phi, memory, g->m, g->m);
    SQ_TAKE(g->gamma, memory, g->m);
    SQ_TAKE_TABLE(g->sigma, memory, k, k);
    SQ_TAKE_TABLE(g->w, memory, k, k);
    SQ_TAKE_TABLE(g->excess, memory, k, k);
    list_parameters(g);
    SQ_TAKE(g->parameter, memory, g->parameters);
    list_parameters(g);
    p = g->parameters;
    SQ_TAKE_TABLE(g->u, memory, p, k);
    SQ_TAKE_TABLE(g->v, memory, p, k);
    SQ_TAKE_TABLE(g->wu, memory, p, k);
    SQ_TAKE_TABLE(g->wv, memory, p, k);
    SQ_TAKE(g->gradient, memory, p);
    SQ_TAKE(g->step, memory, p);
    SQ_TAKE(g->kept, memory, p);
    SQ_TAKE_TABLE(g->information, memory, p, p);
    SQ_TAKE_TABLE(g->inverse, memory, p, p);
    return SQ_OK;
}

/* Turns a factor round where most of its items load below 0. */
static void direct(model *g)
{
    for (size_t f = 0; f < g->m; f++) {
        double sum = 0;
        for (size_t i = 0; i < g->k; i++)
            sum += g->factor[i] == f ? g->lambda[i] : 0;
        if (!(sum < 0))
            continue;
        for (size_t i = 0; i < g->k; i++)
            g->lambda[i] = g->factor[i] == f ? -g->lambda[i] : g->lambda[i];
        g->gamma[f] = -g->gamma[f];
        for (size_t h = 0; h < g->m; h++)
            if (h != f)
                g->phi[f * g->m + h] = g->phi[h * g->m + f] = -g->phi[f * g->m + h];
    }
}

static void test_loading(sq_cfa_item *item, double se)
{
    item->se = se;
    item->z = item->loading / se;
    item->p = 2 * gsl_cdf_ugaussian_Q(fabs(item->z));
}

static void hand_out(const model *g, const double sd[], double n, sq_cfa *out)
{
    double none = sq_error(SQ_UNDEFINED);
    for (size_t i = 0; i < g->k; i++) {
        out->item[i].loading = g->lambda[i] * sd[i];
        out->item[i].standardised = g->lambda[i];
        out->item[i].unique = g->theta[i];
        out->heywood += g->theta[i] < 0;
    }
    for (size_t a = 0; a < g->parameters; a++) {
        sq_cfa_item *item = &out->item[g->parameter[a].first];
        if (g->parameter[a].role != LOADING)
            continue;
        test_loading(item,
                     sqrt(2 / n * g->inverse[a * g->parameters + a]) * sd[g->parameter[a].first]);
    }
    for (size_t f = 0; f < g->m; f++) {
        out->general[f] = g->kind == SQ_CFA_SECOND_ORDER ? g->gamma[f] : none;
        for (size_t h = 0; h < g->m; h++) {
            out->correlation[f * g->m + h] = g->phi[f * g->m + h];
            out->heywood += h < f && fabs(g->phi[f * g->m + h]) > 1 + sq_rounding;
        }
    }
    memcpy(out->implied, g->sigma, g->k * g->k * sizeof *g->sigma);
}

/* The items that count, as they come, and their factors; without dimensions all belong to one. */
static sq_status choose_items(sq_arena *memory, const sq_dimensions *dimensions, size_t columns,
                              sq_cfa *out)
{
    size_t m = out->model == SQ_CFA_ONE ? 1 : dimensions->count;
    out->m = m;
    SQ_TAKE(out->item, memory, columns);
    for (size_t i = 0; i < columns; i++) {
        size_t factor = dimensions->count > 0 ? dimensions->of_item[i] : 0;
        if (factor == SQ_LEFT_OUT)
            continue;
        out->item[out->k++] =
            (sq_cfa_item){.column = i, .factor = out->model == SQ_CFA_ONE ? 0 : factor};
    }
    if (out->k == 0 || m == 0)
        return SQ_NO_DATA;
    SQ_TAKE_TABLE(out->correlation, memory, m, m);
    SQ_TAKE(out->general, memory, m);
    SQ_TAKE_TABLE(out->observed, memory, out->k, out->k);
    SQ_TAKE_TABLE(out->implied, memory, out->k, out->k);
    return SQ_OK;
}

/* Correlations of the complete respondents, standard deviations with divisor n, and n. */
static sq_status observe(sq_arena *memory, const sq_table *answers, sq_cfa *out, double sd[],
                         double *n)
{
    size_t k = out->k, *columns, *pairs, determined;
    double *covariance;
    sq_items items = {.minuend = *answers, .count = k, .listwise = true};
    SQ_TAKE(columns, memory, k);
    SQ_TAKE_TABLE(pairs, memory, k, k);
    SQ_TAKE_TABLE(covariance, memory, k, k);
    for (size_t i = 0; i < k; i++)
        columns[i] = out->item[i].column;
    items.columns = columns;
    SQ_TRY(sq_covariance(&items, covariance, NULL, pairs));
    *n = (double)pairs[0];
    out->fit.n = *n;
    out->fault = SQ_CFA_FEW_RESPONDENTS;
    if (!(*n > (double)k))
        return SQ_UNDEFINED;
    out->fault = SQ_CFA_FINE;
    for (size_t i = 0; i < k; i++) {
        sd[i] = sqrt(covariance[i * k + i] * (*n - 1) / *n);
        if (!isfinite(sd[i])) /* a variance beyond all numbers: nobody is to blame */
            return SQ_UNDEFINED;
        if (!(sd[i] > 0)) {
            out->fault = SQ_CFA_CONSTANT;
            out->at_fault = columns[i];
            return SQ_UNDEFINED;
        }
    }
    SQ_TRY(sq_correlation_of_covariance(covariance, k, out->observed));
    SQ_TRY(sq_find_determined(out->observed, k, &determined));
    if (determined != SQ_NOWHERE) {
        out->fault = SQ_CFA_DETERMINED;
        out->at_fault = columns[determined];
        return SQ_UNDEFINED;
    }
    return SQ_OK;
}

sq_status sq_confirm(sq_arena *memory, const sq_table *answers, const sq_dimensions *dimensions,
                     sq_cfa_model kind, sq_cfa *out)
{
    SQ_SCRATCH(own);
    model g = {.kind = kind};
    double *sd, n, log_sd = 0;
    *out = (sq_cfa){.model = kind, .at_fault = SQ_NOWHERE};
    SQ_TRY(choose_items(memory, dimensions, answers->columns, out));
    SQ_TAKE(sd, &own, out->k);
    SQ_TRY(observe(&own, answers, out, sd, &n));
    g.k = out->k;
    g.m = out->m;
    g.s = out->observed;
    SQ_TAKE(g.factor, &own, g.k);
    SQ_TAKE(g.items_of, &own, g.m);
    for (size_t i = 0; i < g.k; i++) {
        g.factor[i] = out->item[i].factor;
        g.items_of[g.factor[i]]++;
        log_sd += log(sd[i]);
    }
    SQ_TRY(take_model(&own, &g));
    out->fault = find_fault(&g, &out->at_fault);
    if (out->fault != SQ_CFA_FINE)
        return SQ_UNDEFINED;
    SQ_TRY(minimise(&g, &own));
    direct(&g);
    hand_out(&g, sd, n, out);
    return sq_fill_cfa_fit(out, n, (double)g.parameters, deviance(&g), log_sd);
}
