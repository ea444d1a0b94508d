/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dummies are 0 and 1, so the cross-products of a hundred of them come from one pass over the
 * ratings by adding weights, and without case weights they are exact. Scaled to correlations, the
 * symmetric matrix is taken apart into eigenvectors: those of eigenvalue 0 are the null space of
 * the design (requirement 3), the others make its inverse. A second pass sums the residuals and,
 * with case weights, the squared influence of each respondent on each coefficient.
 */
#include "two_factor/penalty_reward.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"
#include "numerics/inference.h"
#include "numerics/symmetric.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>
#include <math.h>

/* Eigenvalues of the correlations of the dummies below this are 0; those of a dummy that differs
 * from others in one respondent out of a million are still above. */
static const double smallest_eigenvalue = 1e-9;
/* Squared part of a dummy in the null space above which it is not determined. */
static const double smallest_part = 1e-10;

/* Of all case weights, that a dummy which is not constant must have, and leave to others. */
static const double smallest_share = 1e-10;
/* Of a variance, below which nothing but rounding is left of it: that of the residuals beside that
 * of overall, or that of a coefficient beside what it would be if all residuals were alike. */
static const double no_variance = 1e-20;

typedef struct regression {
    const double *overall;
    const sq_table *attributes;
    const sq_penalty_reward_model *model;
    double low, high;
    double scale;             /* of the case weights */
    size_t m;                 /* dummies: 2j low, 2j + 1 high of attribute j */
    size_t *ones;             /* [m] those of one respondent */
    size_t *count;            /* [m] respondents with a 1 */
    size_t *used;             /* [k] dummies that are not constant */
    size_t *place;            /* [m] of a dummy among the used; SQ_NOWHERE: constant */
    size_t k;                 /* how many */
    double *mean;             /* [m] Σw of those with a 1; then over W */
    double *sum;              /* [m] Σw·y of those, y = overall less origin */
    double *sd;               /* [m] √(mean·(1 − mean)), exactly 0 where constant */
    double *b;                /* [m] coefficients, in units of overall */
    double *open;             /* [m] squared part in the null space */
    double *centre;           /* [k] inverse × means */
    double *influence;        /* [k] of one respondent on the used coefficients */
    double *influences;       /* [k] Σ influence² */
    gsl_matrix_view products; /* [m × m] Σw·x·x, lower triangle; then correlations [k × k] */
    gsl_matrix_view vectors;  /* [m × m] */
    double *values;           /* [m] */
    gsl_matrix_view inverse;  /* [m × m] of the covariances of the used dummies, [k × k] */
    size_t n, rank;
    double origin;               /* the first overall rating */
    double largest;              /* |overall less origin| */
    double first_weight;         /* of a row that counts */
    bool weighted;               /* the weights of such rows differ */
    double total;                /* W = Σw */
    double y;                    /* Σw·y; then over W */
    double squares, residuals;   /* Σw(y − ȳ)² and Σw·residual² */
    double intercept_influences; /* Σ influence² on the intercept */
    bool intercept_open;         /* the data do not determine the intercept */
} regression;

static sq_status take_matrix(sq_arena *memory, size_t m, gsl_matrix_view *out)
{
    double *cells;
    SQ_TAKE_TABLE(cells, memory, m, m);
    *out = gsl_matrix_view_array(cells, m, m);
    return SQ_OK;
}

static sq_status allocate(regression *r, sq_arena *memory)
{
    size_t m = r->m;
    SQ_TRY(take_matrix(memory, m, &r->products));
    SQ_TRY(take_matrix(memory, m, &r->vectors));
    SQ_TRY(take_matrix(memory, m, &r->inverse));
    SQ_TAKE(r->ones, memory, m);
    SQ_TAKE(r->count, memory, m);
    SQ_TAKE(r->used, memory, m);
    SQ_TAKE(r->place, memory, m);
    SQ_TAKE(r->mean, memory, m);
    SQ_TAKE(r->sum, memory, m);
    SQ_TAKE(r->sd, memory, m);
    SQ_TAKE(r->b, memory, m);
    SQ_TAKE(r->open, memory, m);
    SQ_TAKE(r->centre, memory, m);
    SQ_TAKE(r->influence, memory, m);
    SQ_TAKE(r->influences, memory, m);
    SQ_TAKE(r->values, memory, m);
    return SQ_OK;
}

static double weight_of(const regression *r, size_t row)
{
    return sq_case_weight(r->model->case_weights, row) / r->scale;
}

static void find_extremes(const regression *r, double *smallest, double *largest)
{
    *smallest = INFINITY;
    *largest = -INFINITY;
    for (size_t row = 0; row < r->attributes->rows; row++) {
        const double *answer = sq_row(r->attributes, row);
        for (size_t j = 0; j < r->attributes->columns && weight_of(r, row) > 0; j++) {
            if (!isfinite(answer[j]))
                continue;
            *smallest = fmin(*smallest, answer[j]);
            *largest = fmax(*largest, answer[j]);
        }
    }
}

/* Requirement 2. */
static sq_status find_thresholds(regression *r)
{
    double smallest, largest;
    r->low = r->model->low;
    r->high = r->model->high;
    find_extremes(r, &smallest, &largest);
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

static void add_row(regression *r, double weight, double y, size_t found)
{
    for (size_t a = 0; a < found; a++) {
        size_t i = r->ones[a];
        double *products = gsl_matrix_ptr(&r->products.matrix, i, 0);
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
        if (r->n == 0) {
            r->origin = r->overall[row];
            r->first_weight = weight;
        }
        r->weighted = r->weighted || !sq_is_same(weight, r->first_weight);
        add_row(r, weight, r->overall[row] - r->origin, found);
        r->largest = fmax(r->largest, fabs(r->overall[row] - r->origin));
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
        r->place[i] = constant ? SQ_NOWHERE : r->k;
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
            double product = gsl_matrix_get(&r->products.matrix, i, j) / r->total;
            double covariance = product - r->mean[i] * r->mean[j];
            gsl_matrix_set(&r->products.matrix, a, b,
                           a == b ? 1 : covariance / (r->sd[i] * r->sd[j]));
        }
}

static sq_status take_apart(regression *r)
{
    gsl_matrix_view correlations = gsl_matrix_submatrix(&r->products.matrix, 0, 0, r->k, r->k);
    gsl_matrix_view vectors = gsl_matrix_submatrix(&r->vectors.matrix, 0, 0, r->k, r->k);
    gsl_vector_view values = gsl_vector_view_array(r->values, r->k);
    SQ_SCRATCH(memory);
    return sq_eigen_in_place(&memory, &correlations.matrix, &values.vector, &vectors.matrix);
}

/* The part of one eigenvector that is along used dummy a, in units of that dummy. */
static double part_of(const regression *r, size_t a, size_t vector)
{
    return gsl_matrix_get(&r->vectors.matrix, a, vector) / r->sd[r->used[a]];
}

/* An eigenvector of the null space: the coefficients it touches may be anything. */
static void leave_open(regression *r, size_t vector)
{
    double intercept = 0;
    for (size_t a = 0; a < r->k; a++) {
        double part = gsl_matrix_get(&r->vectors.matrix, a, vector);
        r->open[r->used[a]] += part * part;
        intercept += part_of(r, a, vector) * r->mean[r->used[a]];
    }
    r->intercept_open = r->intercept_open || intercept * intercept > smallest_part;
}

/* An eigenvector v of the correlations: its part of their inverse is v·v′ over its value. */
static void add_vector(regression *r, size_t vector, double value)
{
    gsl_matrix_view inverse = gsl_matrix_submatrix(&r->inverse.matrix, 0, 0, r->k, r->k);
    gsl_vector_view v = gsl_matrix_subcolumn(&r->vectors.matrix, vector, 0, r->k);
    gsl_blas_dsyr(CblasLower, 1 / value, &v.vector, &inverse.matrix);
    r->rank++;
}

/* From the lower triangle of the inverse of the correlations all that of the covariances. */
static void to_units_of_dummies(regression *r)
{
    for (size_t a = 0; a < r->k; a++)
        for (size_t b = 0; b <= a; b++) {
            double sds = r->sd[r->used[a]] * r->sd[r->used[b]];
            double entry = gsl_matrix_get(&r->inverse.matrix, a, b) / sds;
            gsl_matrix_set(&r->inverse.matrix, a, b, entry);
            gsl_matrix_set(&r->inverse.matrix, b, a, entry);
        }
}

/* inverse × the covariances of the dummies with overall. What is 0 but for rounding is 0. */
static void find_coefficients(regression *r)
{
    for (size_t a = 0; a < r->k; a++) {
        size_t i = r->used[a];
        for (size_t b = 0; b < r->k; b++) {
            size_t j = r->used[b];
            double covariance = r->sum[j] / r->total - r->y * r->mean[j];
            r->b[i] += gsl_matrix_get(&r->inverse.matrix, a, b) * covariance;
            r->centre[a] += gsl_matrix_get(&r->inverse.matrix, a, b) * r->mean[j];
        }
        r->b[i] = sq_rounded(r->b[i], r->largest / r->sd[i]);
    }
}

/* Coefficients, and which of them are open. */
static sq_status solve(regression *r)
{
    r->rank = 1; /* the intercept */
    SQ_TRY(find_spread(r));
    correlate(r);
    SQ_TRY(take_apart(r));
    for (size_t v = 0; v < r->k; v++) {
        double value = r->values[v];
        if (value < smallest_eigenvalue)
            leave_open(r, v);
        else
            add_vector(r, v, value);
    }
    to_units_of_dummies(r);
    find_coefficients(r);
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

/* Squares of what one respondent of this weighted residual moves each coefficient by, in units of
 * W: inverse × (dummies − means) × residual; and the intercept. */
static void add_influences(regression *r, double residual, size_t found)
{
    double intercept = 1;
    for (size_t a = 0; a < r->k; a++)
        r->influence[a] = -r->centre[a];
    for (size_t one = 0; one < found; one++) {
        size_t place = r->place[r->ones[one]];
        const double *column; /* or row: the inverse is symmetric */
        if (place == SQ_NOWHERE)
            continue;
        column = gsl_matrix_const_ptr(&r->inverse.matrix, place, 0);
        for (size_t a = 0; a < r->k; a++)
            r->influence[a] += column[a];
    }
    for (size_t a = 0; a < r->k; a++) {
        double move = r->influence[a] * residual;
        r->influences[a] += move * move;
        intercept -= r->mean[r->used[a]] * r->influence[a];
    }
    r->intercept_influences += intercept * residual * (intercept * residual);
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
        if (r->weighted)
            add_influences(r, weight * residual, found);
    }
    if (r->residuals <= no_variance * r->squares)
        r->residuals = 0; /* rounding */
}

/* From the variance of a coefficient in units of that of the residuals; requirement 9: from the
 * squared influences on it. */
static double standard_error(const regression *r, double variance, double influences)
{
    double n = (double)r->n, classical = r->residuals / (n - (double)r->rank) * variance;
    double linearised = n / (n - 1) * influences / (r->total * r->total);
    if (!r->weighted)
        return sqrt(classical);
    return linearised > no_variance * classical ? sqrt(linearised) : 0;
}

/* scale makes a raw coefficient a standardised one. */
static sq_coefficient coefficient_of(const regression *r, double b, double se, double scale)
{
    sq_coefficient c = {.b = b * scale};
    double df = (double)r->n - (double)r->rank;
    c.se = c.t = c.p = sq_error(SQ_UNDEFINED);
    if (!(df > 0) || isnan(c.b))
        return c;
    c.se = se * scale;
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
    size_t a = r->place[i];
    double scale = 1, se;
    if (r->open[i] > smallest_part)
        return open_coefficient();
    if (r->model->standardised)
        scale = r->squares > 0 ? r->sd[i] / sqrt(r->squares / r->total) : sq_error(SQ_UNDEFINED);
    se = standard_error(r, gsl_matrix_get(&r->inverse.matrix, a, a) / r->total, r->influences[a]);
    return coefficient_of(r, r->b[i], se, scale);
}

static sq_coefficient intercept_of(const regression *r)
{
    double variance = 1;
    if (r->intercept_open)
        return open_coefficient();
    for (size_t a = 0; a < r->k; a++)
        variance += r->mean[r->used[a]] * r->centre[a];
    return coefficient_of(r, r->origin + constant_of(r),
                          standard_error(r, variance / r->total, r->intercept_influences), 1);
}

/* Requirement 8: why there is no class, if there is none. */
static sq_no_class why_no_class(const sq_penalty_reward *attribute)
{
    bool few_low = attribute->n_low < SQ_FEWEST_RATINGS;
    bool few_high = attribute->n_high < SQ_FEWEST_RATINGS;
    if (few_low || few_high)
        return few_low && few_high ? SQ_FEW_LOW_AND_HIGH : few_low ? SQ_FEW_LOW : SQ_FEW_HIGH;
    if (attribute->undetermined)
        return SQ_NOT_DETERMINED;
    if (attribute->wrong_penalty || attribute->wrong_reward)
        return !attribute->wrong_reward    ? SQ_WRONG_PENALTY
               : !attribute->wrong_penalty ? SQ_WRONG_REWARD
                                           : SQ_WRONG_BOTH;
    return attribute->range > 0 ? SQ_HAS_CLASS : SQ_NO_IMPACT;
}

/* Requirements 7 and 8. */
static void find_impact(sq_penalty_reward *attribute, double theta)
{
    double penalty = attribute->penalty.b, reward = attribute->reward.b;
    attribute->wrong_penalty = penalty > 0;
    attribute->wrong_reward = reward < 0;
    attribute->impact = SQ_IMPACT_NONE;
    attribute->range = fabs(penalty) + fabs(reward); /* the reason of one that is open stays */
    attribute->sgp = attribute->dgp = attribute->asymmetry = sq_error(SQ_UNDEFINED);
    if (attribute->range > 0) {
        attribute->sgp = fabs(reward) / attribute->range;
        attribute->dgp = fabs(penalty) / attribute->range;
        attribute->asymmetry = sq_rounded((fabs(reward) - fabs(penalty)) / attribute->range, 1);
    }
    attribute->no_class = why_no_class(attribute);
    if (attribute->no_class != SQ_HAS_CLASS)
        return;
    attribute->impact = SQ_IMPACT_PERFORMANCE;
    if (sq_rounded(fabs(attribute->asymmetry) - theta, 1) > 0)
        attribute->impact = attribute->asymmetry > 0 ? SQ_IMPACT_EXCITEMENT : SQ_IMPACT_BASIC;
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
    fit->r2 = r->squares > 0 && fit->df > 0 ? sq_rounded(1 - r->residuals / r->squares, 1)
                                            : sq_error(SQ_UNDEFINED);
    fit->intercept = intercept_of(r);
}

static sq_status analyse(regression *r, sq_arena *memory)
{
    SQ_TRY(find_thresholds(r));
    SQ_TRY(allocate(r, memory));
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
    SQ_SCRATCH(memory);
    if (attributes->columns == 0 || attributes->rows == 0)
        return SQ_NO_DATA;
    if (!(model->theta >= 0 && model->theta <= 1) || !sq_fits(attributes->columns, 16))
        return SQ_OUT_OF_DOMAIN;
    SQ_TRY(sq_check_case_weights(model->case_weights, attributes->rows));
    r.scale = sq_case_weight_scale(model->case_weights, attributes->rows);
    r.m = 2 * attributes->columns;
    SQ_TRY(analyse(&r, &memory));
    report(&r, result, fit);
    return SQ_OK;
}
