/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dummies are 0 and 1, so the cross-products of a hundred of them come from one pass over the
 * ratings by adding weights, and without case weights they are exact. Scaled to correlations, the
 * symmetric matrix is taken apart into eigenvectors: those of eigenvalue 0 are the null space of
 * the design (requirement 3), the others solve the regression. A second pass sums the residuals.
 */
#include "penalty_reward.h"

#include "case_weights.h"
#include "inference.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>
#include <math.h>
#include <stdlib.h>

/* Eigenvalues of the correlations of the dummies below this are 0; those of a dummy that differs
 * from others in one respondent out of a million are still above. */
static const double smallest_eigenvalue = 1e-9;
/* Squared part of a dummy in the null space above which it is not determined. */
static const double smallest_part = 1e-10;

/* Of all case weights, that a dummy which is not constant must have, and leave to others. */
static const double smallest_share = 1e-10;
/* Residual over total variance below which nothing but rounding is left. */
static const double perfect_fit = 1e-20;

typedef struct regression {
    const double *overall;
    const sq_table *attributes;
    const sq_penalty_reward_model *model;
    double low, high;
    double scale;         /* of the case weights */
    size_t m;             /* dummies: 2j low, 2j + 1 high of attribute j */
    size_t *ones;         /* [m] those of one respondent */
    size_t *count;        /* [m] respondents with a 1 */
    size_t *used;         /* [k] dummies that are not constant */
    size_t k;             /* how many */
    double *mean;         /* [m] Σw of those with a 1; then over W */
    double *sum;          /* [m] Σw·y of those, y = overall less origin */
    double *sd;           /* [m] √(mean·(1 − mean)), exactly 0 where constant */
    double *b;            /* [m] coefficients, in units of overall */
    double *variance;     /* [m] of b, in units of the residual variance */
    double *open;         /* [m] squared part in the null space */
    gsl_matrix *products; /* [m × m] Σw·x·x, lower triangle; then correlations [k × k] */
    gsl_matrix *vectors;  /* [m × m] */
    gsl_vector *values;   /* [m] */
    size_t n, rank;
    double origin;             /* the first overall rating */
    double total;              /* W = Σw */
    double y;                  /* Σw·y; then over W */
    double mean_variance;      /* of Σ mean·b, in units of the residual variance */
    double squares, residuals; /* Σw(y − ȳ)² and Σw·residual² */
    bool intercept_open;       /* the data do not determine the intercept */
} regression;

static void release(regression *r)
{
    free(r->ones);
    free(r->mean);
    gsl_matrix_free(r->products);
    gsl_matrix_free(r->vectors);
    gsl_vector_free(r->values);
}

/* What was had before a failure is freed by release() all the same. */
static sq_status allocate(regression *r)
{
    size_t m = r->m;
    if (!sq_fits(m, m) || !sq_fits(m * m, sizeof(double)))
        return SQ_NO_MEMORY;
    r->ones = calloc(3 * m, sizeof *r->ones);
    r->mean = calloc(6 * m, sizeof *r->mean);
    r->products = gsl_matrix_calloc(m, m);
    r->vectors = gsl_matrix_calloc(m, m);
    r->values = gsl_vector_calloc(m);
    if (!r->ones || !r->mean || !r->products || !r->vectors || !r->values)
        return SQ_NO_MEMORY;
    r->count = r->ones + m;
    r->used = r->count + m;
    r->sum = r->mean + m;
    r->sd = r->sum + m;
    r->b = r->sd + m;
    r->variance = r->b + m;
    r->open = r->variance + m;
    return SQ_OK;
}

/* Requirement 2. */
static sq_status find_thresholds(regression *r)
{
    double smallest = INFINITY, largest = -INFINITY;
    size_t cells = r->attributes->rows * r->attributes->columns;
    r->low = r->model->low;
    r->high = r->model->high;
    for (size_t i = 0; i < cells; i++) {
        double answer = r->attributes->values[i];
        if (!isfinite(answer))
            continue;
        smallest = answer < smallest ? answer : smallest;
        largest = answer > largest ? answer : largest;
    }
    if (smallest > largest)
        return SQ_NO_DATA;
    if (isnan(r->low) && isnan(r->high) && smallest == largest)
        return SQ_UNDEFINED;
    r->low = isnan(r->low) ? smallest : r->low;
    r->high = isnan(r->high) ? largest : r->high;
    return r->low < r->high ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

/* The dummies of one respondent that are 1, ascending; *found of them. False where the row is not
 * complete. */
static bool read_row(const regression *r, size_t row, size_t *found)
{
    const double *answer = sq_row(r->attributes, row);
    *found = 0;
    if (!isfinite(r->overall[row]))
        return false;
    for (size_t j = 0; j < r->attributes->columns; j++) {
        if (!isfinite(answer[j]))
            return false;
        if (answer[j] <= r->low)
            r->ones[(*found)++] = 2 * j;
        else if (answer[j] >= r->high)
            r->ones[(*found)++] = 2 * j + 1;
    }
    return true;
}

static double weight_of(const regression *r, size_t row)
{
    return sq_case_weight(r->model->case_weights, row) / r->scale;
}

static void add_row(regression *r, double weight, double y, size_t found)
{
    for (size_t a = 0; a < found; a++) {
        size_t i = r->ones[a];
        double *products = gsl_matrix_ptr(r->products, i, 0);
        for (size_t b = 0; b <= a; b++)
            products[r->ones[b]] += weight;
        r->count[i]++;
        r->mean[i] += weight;
        r->sum[i] += weight * y;
    }
    r->total += weight;
    r->y += weight * y;
    r->n++;
}

static void add_rows(regression *r)
{
    for (size_t row = 0; row < r->attributes->rows; row++) {
        double weight = weight_of(r, row);
        size_t found;
        if (!(weight > 0) || !read_row(r, row, &found))
            continue;
        if (r->n == 0)
            r->origin = r->overall[row];
        add_row(r, weight, r->overall[row] - r->origin, found);
    }
}

/* Sums become means. A constant dummy is known by its count, not by its rounding; its coefficient
 * is open, and where everybody has it, so is the intercept. One that only a vanishing share of the
 * weights keeps from being constant would lose its digits: SQ_OUT_OF_DOMAIN. */
static sq_status find_spread(regression *r)
{
    r->y /= r->total;
    for (size_t i = 0; i < r->m; i++) {
        bool constant = r->count[i] == 0 || r->count[i] == r->n;
        r->mean[i] /= r->total;
        r->intercept_open = r->intercept_open || r->count[i] == r->n;
        r->open[i] = constant ? 1 : 0;
        if (constant)
            continue;
        if (r->mean[i] < smallest_share || 1 - r->mean[i] < smallest_share)
            return SQ_OUT_OF_DOMAIN;
        r->sd[i] = sqrt(r->mean[i] * (1 - r->mean[i]));
        r->used[r->k++] = i;
    }
    return r->k > 0 ? SQ_OK : SQ_UNDEFINED;
}

/* Products of the used dummies become their correlations, in place: an entry never moves to one
 * that is still to be read. Only the lower triangle, which is what gsl_eigen_symmv reads. */
static void correlate(regression *r)
{
    for (size_t a = 0; a < r->k; a++)
        for (size_t b = 0; b <= a; b++) {
            size_t i = r->used[a], j = r->used[b];
            double product = gsl_matrix_get(r->products, i, j) / r->total;
            double covariance = product - r->mean[i] * r->mean[j];
            gsl_matrix_set(r->products, a, b, a == b ? 1 : covariance / (r->sd[i] * r->sd[j]));
        }
}

static sq_status take_apart(regression *r)
{
    gsl_matrix_view correlations = gsl_matrix_submatrix(r->products, 0, 0, r->k, r->k);
    gsl_matrix_view vectors = gsl_matrix_submatrix(r->vectors, 0, 0, r->k, r->k);
    gsl_vector_view values = gsl_vector_subvector(r->values, 0, r->k);
    gsl_eigen_symmv_workspace *workspace = gsl_eigen_symmv_alloc(r->k);
    int failure;
    if (!workspace)
        return SQ_NO_MEMORY;
    failure = gsl_eigen_symmv(&correlations.matrix, &values.vector, &vectors.matrix, workspace);
    gsl_eigen_symmv_free(workspace);
    return failure == GSL_SUCCESS ? SQ_OK : SQ_NO_CONVERGENCE;
}

/* The part of one eigenvector that is along used dummy a, in units of that dummy. */
static double part_of(const regression *r, size_t a, size_t vector)
{
    return gsl_matrix_get(r->vectors, a, vector) / r->sd[r->used[a]];
}

/* An eigenvector of the null space: the coefficients it touches may be anything. */
static void leave_open(regression *r, size_t vector)
{
    double intercept = 0;
    for (size_t a = 0; a < r->k; a++) {
        double part = gsl_matrix_get(r->vectors, a, vector);
        r->open[r->used[a]] += part * part;
        intercept += part_of(r, a, vector) * r->mean[r->used[a]];
    }
    r->intercept_open = r->intercept_open || intercept * intercept > smallest_part;
}

static void add_vector(regression *r, size_t vector, double value)
{
    double along = 0, mean = 0; /* overall, and the means of the dummies, along the eigenvector */
    for (size_t a = 0; a < r->k; a++) {
        size_t i = r->used[a];
        along += part_of(r, a, vector) * (r->sum[i] / r->total - r->y * r->mean[i]);
        mean += part_of(r, a, vector) * r->mean[i];
    }
    for (size_t a = 0; a < r->k; a++) {
        double part = part_of(r, a, vector);
        r->b[r->used[a]] += part * along / value;
        r->variance[r->used[a]] += part * part / (value * r->total);
    }
    r->mean_variance += mean * mean / (value * r->total);
    r->rank++;
}

/* Coefficients, their variances, and which of them are open. */
static sq_status solve(regression *r)
{
    r->rank = 1; /* the intercept */
    SQ_TRY(find_spread(r));
    correlate(r);
    SQ_TRY(take_apart(r));
    for (size_t v = 0; v < r->k; v++) {
        double value = gsl_vector_get(r->values, v);
        if (value < smallest_eigenvalue)
            leave_open(r, v);
        else
            add_vector(r, v, value);
    }
    for (size_t i = 0; i < r->m; i++)
        if (r->open[i] <= smallest_part)
            return SQ_OK;
    return SQ_UNDEFINED;
}

/* The intercept, of overall less origin. */
static double constant_of(const regression *r)
{
    double constant = r->y;
    for (size_t i = 0; i < r->m; i++)
        constant -= r->b[i] * r->mean[i];
    return constant;
}

static void add_residuals(regression *r)
{
    double constant = constant_of(r);
    for (size_t row = 0; row < r->attributes->rows; row++) {
        double weight = weight_of(r, row), y, residual;
        size_t found;
        if (!(weight > 0) || !read_row(r, row, &found))
            continue;
        y = r->overall[row] - r->origin;
        residual = y - constant;
        for (size_t a = 0; a < found; a++)
            residual -= r->b[r->ones[a]];
        r->residuals += weight * residual * residual;
        r->squares += weight * (y - r->y) * (y - r->y);
    }
    if (r->residuals <= perfect_fit * r->squares)
        r->residuals = 0; /* rounding */
}

/* scale makes a raw coefficient a standardised one. */
static sq_coefficient coefficient_of(const regression *r, double b, double variance, double scale)
{
    sq_coefficient c = {.b = b * scale};
    double df = (double)r->n - (double)r->rank;
    c.se = c.t = c.p = sq_error(SQ_UNDEFINED);
    if (!(df > 0) || isnan(c.b))
        return c;
    c.se = sqrt(r->residuals / df * variance) * scale;
    if (c.se > 0) {
        c.t = c.b / c.se;
        c.p = sq_t_probability(c.t, df);
    }
    return c;
}

static sq_coefficient open_coefficient(void)
{
    double none = sq_error(SQ_UNDEFINED);
    return (sq_coefficient){none, none, none, none};
}

static sq_coefficient dummy_coefficient(const regression *r, size_t i)
{
    double scale = 1;
    if (r->open[i] > smallest_part)
        return open_coefficient();
    if (r->model->standardised)
        scale = r->squares > 0 ? r->sd[i] / sqrt(r->squares / r->total) : sq_error(SQ_UNDEFINED);
    return coefficient_of(r, r->b[i], r->variance[i], scale);
}

/* Requirement 7. */
static void find_impact(sq_penalty_reward *attribute, double theta)
{
    double penalty = attribute->penalty.b, reward = attribute->reward.b;
    attribute->wrong_penalty = penalty > 0;
    attribute->wrong_reward = reward < 0;
    attribute->impact = SQ_IMPACT_NONE;
    attribute->range = attribute->sgp = attribute->dgp = sq_error(SQ_UNDEFINED);
    attribute->asymmetry = sq_error(SQ_UNDEFINED);
    if (isnan(penalty) || isnan(reward))
        return;
    attribute->range = fabs(penalty) + fabs(reward);
    if (!(attribute->range > 0))
        return;
    attribute->sgp = fabs(reward) / attribute->range;
    attribute->dgp = fabs(penalty) / attribute->range;
    attribute->asymmetry = (fabs(reward) - fabs(penalty)) / attribute->range;
    attribute->impact = attribute->asymmetry > theta    ? SQ_IMPACT_EXCITEMENT
                        : attribute->asymmetry < -theta ? SQ_IMPACT_BASIC
                                                        : SQ_IMPACT_PERFORMANCE;
}

static void report(const regression *r, sq_penalty_reward result[], sq_penalty_reward_fit *fit)
{
    *fit = (sq_penalty_reward_fit){.n = r->n,
                                   .rank = r->rank,
                                   .df = (double)r->n - (double)r->rank,
                                   .low = r->low,
                                   .high = r->high};
    for (size_t j = 0; j < r->attributes->columns; j++) {
        result[j] = (sq_penalty_reward){.penalty = dummy_coefficient(r, 2 * j),
                                        .reward = dummy_coefficient(r, 2 * j + 1),
                                        .n_low = r->count[2 * j],
                                        .n_high = r->count[2 * j + 1]};
        result[j].undetermined =
            r->open[2 * j] > smallest_part || r->open[2 * j + 1] > smallest_part;
        fit->undetermined += result[j].undetermined;
        find_impact(&result[j], r->model->theta);
    }
    fit->r2 = r->squares > 0 ? 1 - r->residuals / r->squares : sq_error(SQ_UNDEFINED);
    fit->intercept = r->intercept_open ? open_coefficient()
                                       : coefficient_of(r, r->origin + constant_of(r),
                                                        1 / r->total + r->mean_variance, 1);
}

static sq_status analyse(regression *r)
{
    SQ_TRY(find_thresholds(r));
    SQ_TRY(allocate(r));
    add_rows(r);
    if (r->n == 0)
        return SQ_NO_DATA;
    SQ_TRY(solve(r));
    add_residuals(r);
    return isfinite(r->squares) && isfinite(r->residuals) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

sq_status sq_penalty_reward_analysis(const double *overall, const sq_table *attributes,
                                     const sq_penalty_reward_model *model,
                                     sq_penalty_reward result[], sq_penalty_reward_fit *fit)
{
    regression r = {.overall = overall, .attributes = attributes, .model = model};
    sq_status status;
    if (attributes->columns == 0 || attributes->rows == 0)
        return SQ_NO_DATA;
    if (!(model->theta >= 0 && model->theta <= 1) || !sq_fits(attributes->columns, 16))
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(sq_check_case_weights(model->case_weights, attributes->rows));
    r.scale = sq_case_weight_scale(model->case_weights, attributes->rows);
    r.m = 2 * attributes->columns;
    status = analyse(&r);
    if (status == SQ_OK)
        report(&r, result, fit);
    release(&r);
    return status;
}
