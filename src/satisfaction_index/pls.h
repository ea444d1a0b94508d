/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Partial least squares path modelling, on the covariance matrix of the items alone: scores are
 * linear in the items, so every step of the algorithm is a product with that matrix, and the number
 * of respondents costs nothing. Source: Wold 1982; Lohmöller 1989; Tenenhaus, Esposito Vinzi,
 * Chatelin, Lauro 2005, Comput. Stat. Data Anal. 48.
 *
 * Requirements
 * 1 Start: all weights 1. Each round: scores of variance 1; inner weights between linked
 *   constructs, centroid sign(r), factorial r, path the regression coefficients on predecessors
 *   and r for successors; outer weights, mode A cov(x, z), mode B cov(x, x)⁻¹cov(x, z).
 * 2 Metric: standardised items (weights belong to them), or raw items (weights per scale unit).
 * 3 Stop: the largest change of a weight, of scores with variance 1, is below the tolerance; or,
 *   as plspm, the sum of the squared changes of the unscaled |weights| is. Raw weights are freed
 *   of the unit of their item by its standard deviation, so that the unit has no say in when to
 *   stop.
 * 4 Sign: the items of a block correlate positively with its score in sum, Σ cor(x, score) ≥ 0;
 *   where that sum is 0 but for rounding, the first item of the block does. Fits to parts or
 *   resamples of the same respondents take the sign that agrees with the scores of the whole
 *   (sq_pls_keep_signs).
 * 5 Then: paths by least squares on the scores' correlations, R² of them, loadings cor(x, score).
 *   A path that is 0 but for rounding is 0, an R² that is 1 but for rounding is 1 (rounding.h). A
 *   single item is its construct: loading exactly 1.
 * 6 Consistent PLS (Dijkstra & Henseler 2015, MIS Quarterly 39): correlations between mode A
 *   blocks of two and more items are divided by √(rho_A rho_A), their loadings become
 *   √rho_A·w/(w'w), and paths and R² follow. Blocks in mode B and single items stay as they are,
 *   with rho_A = 1. Where rho_A is not positive or the corrected predecessors are no correlation
 *   matrix, the numbers that depend on it are sq_error(SQ_UNDEFINED).
 * 7 No model takes more than SQ_MOST_WORK operations, all its fits together: beyond,
 *   SQ_MODEL_TOO_LARGE. They are counted, not timed, so that the same input has the same result on
 *   every machine.
 *
 * Items stand in *places*: the blocks side by side in the order of the constructs, within a block
 * in the order of the answers' columns. column[place] tells which column that is. All arrays by
 * items are by place.
 */
#ifndef SQ_PLS_H
#define SQ_PLS_H

#include "base/arena.h"
#include "base/status.h"
#include "satisfaction_index/path_model.h"

#include <stdbool.h>
#include <stddef.h>

/* Multiplications in long rows, of which an ordinary machine does four to eight thousand million a
 * second. What is expected to be more than the second number is refused before it begins. */
#define SQ_MOST_WORK 3e10
#define SQ_MOST_EXPECTED_WORK 2.5e10

typedef enum sq_scheme { SQ_SCHEME_PATH, SQ_SCHEME_CENTROID, SQ_SCHEME_FACTORIAL } sq_scheme;

typedef enum sq_metric { SQ_METRIC_STANDARDISED, SQ_METRIC_RAW } sq_metric;

typedef enum sq_stopping {
    SQ_STOP_LARGEST_CHANGE, /* max |Δw| */
    SQ_STOP_SUM_OF_SQUARES  /* Σ (Δ|w|)², of weights before they are scaled */
} sq_stopping;

typedef struct sq_pls_options {
    sq_scheme scheme;
    sq_metric metric;
    sq_stopping stopping;
    double tolerance;
    size_t limit;    /* of iterations */
    bool population; /* variances divide by n, not n − 1: raw weights and scores follow */
    bool consistent; /* requirement 6 */
} sq_pls_options;

/* Path scheme, standardised, n − 1, max |Δw| < 1e-7 within 300 iterations. */
sq_pls_options sq_pls_default(void);

/* "plspm" (R plspm 0.5 and its Python port: centroid, standardised, divisor n, Σ(Δ|w|)² < 1e-6
 * within 100) or "smartpls" (SmartPLS 4: path, standardised, n − 1, max |Δw| < 1e-7 within 3000).
 * A metric or scheme the user gives is set afterwards. Errors: SQ_BAD_ARGUMENT. */
sq_status sq_pls_preset(const char *name, sq_pls_options *options);

/* The ends of the items' scales, minimum < maximum. */
typedef struct sq_pls_scale {
    const double *minimum, *maximum; /* [p] by place */
} sq_pls_scale;

/* Workspace and results of one model. */
typedef struct sq_pls {
    sq_path_model model;
    size_t items, constructs; /* p, q: as in the model */
    size_t *column;           /* [p] the answers' column at each place */
    size_t *construct;        /* [p] whose block the place belongs to */
    size_t *first;            /* [q + 1] the first place of each block */
    /* results */
    double *weights;      /* [p] outer weights, of the metric's items */
    double *unit_weights; /* [p] the same per scale unit of the raw item: score = Σ u(x − x̄) */
    double *sd;           /* [p] standard deviations of the items */
    double *item_r;       /* [p × p] correlations of the items */
    double *loadings;     /* [p] */
    double *cross_loadings; /* [p × q] cor(item, score) */
    double *correlations;   /* [q × q] of the scores (consistent: of the constructs) */
    double *paths;          /* [q × q] coefficients, row → column; 0 where there is no path */
    double *r2;             /* [q] sq_error(SQ_UNDEFINED) of a construct without predecessors */
    double *rho_a;          /* [q] 1 for a single item and for mode B */
    size_t iterations;      /* rounds done */
    double change;          /* of the last round */
    /* workspace */
    double *matrix;     /* [p × p] covariances in the metric */
    double *factor;     /* [p × p] Cholesky factors of the mode B blocks, on the diagonal */
    double *projection; /* [q × p] cov(item, score) */
    double *inner;      /* [q × q] inner weights, row for column */
    double *previous;   /* [p] weights of the round before, without their units */
    double *small;      /* [q × q] a system to be solved */
    double *solution;   /* [q] */
    size_t *chosen;     /* [q] */
    double *direction;  /* [p] cov(item, score) of the fit whose signs are kept */
    bool directed;      /* there is one */
    double round_work;  /* operations of one round */
    double fit_work;    /* and of what each fit does once */
    double work;        /* done so far; whoever does more around the fits adds to it */
    sq_arena memory;    /* of all these */
} sq_pls;

/* Checks the model (sq_path_model_check) and gets the memory; the model's arrays stay the caller's
 * and must live as long. After success: sq_pls_free. */
sq_status sq_pls_alloc(sq_pls *pls, const sq_path_model *model, sq_model_problem *problem);
void sq_pls_free(sq_pls *pls);

/* Estimates the model from the sample covariances (divisor n − 1) of its items, by place,
 * [items × items], of n respondents. Allocates nothing. Errors: the status of the problem
 * (constant item, collinear items or constructs, no convergence); results are then void, but for
 * the weights where the iteration did not settle. problem may be NULL. */
sq_status sq_pls_fit(sq_pls *pls, const double *covariance, size_t n, const sq_pls_options *options,
                     sq_model_problem *problem);

/* From here on each fit gives every score the sign that agrees with the scores of the fit just
 * made: both score the respondents of that fit, Σ over them of their products ≥ 0. Without it the
 * sign of a block whose loadings have both signs would turn from resample to resample.
 * sq_pls_release_signs: back to requirement 4's own rule. */
void sq_pls_keep_signs(sq_pls *pls);
void sq_pls_release_signs(sq_pls *pls);

/* Regression of the standardised construct on others, chosen[count], within correlations [q × q]:
 * fills solution[count] and returns R², sq_error(SQ_UNDEFINED) where they are collinear; what is 0
 * or 1 but for rounding is so. Uses small and solution of pls. */
double sq_pls_regress(sq_pls *pls, size_t target, const size_t *chosen, size_t count);

/* Lists the predecessors of a construct into pls->chosen and returns how many. */
size_t sq_pls_predecessors(sq_pls *pls, size_t construct);

/* Whether the construct has mode B. */
static inline bool sq_pls_is_mode_b(const sq_pls *pls, size_t construct)
{
    return pls->model.modes && pls->model.modes[construct] == SQ_MODE_B;
}

/* Items in the block. */
static inline size_t sq_pls_block_size(const sq_pls *pls, size_t construct)
{
    return pls->first[construct + 1] - pls->first[construct];
}

#endif
