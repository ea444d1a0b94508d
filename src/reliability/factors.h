/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many things do the items measure: sampling adequacy, Bartlett's test, principal components
 * and principal axes. All of it is mathematics on the correlation matrix of covariance.h.
 *
 * Requirements
 * 1 Fewer than two items: SQ_UNDEFINED. No answers: SQ_NO_DATA. An item without spread:
 *   SQ_UNDEFINED.
 * 2 No more respondents than items (with missing answers: the smallest number that any two items
 *   have in common): SQ_UNDEFINED. Such a matrix is singular by construction; what one would read
 *   from it are accidents.
 * 3 Collinear items (a total beside its parts, the same item twice) leave KMO, Bartlett and
 *   principal axes SQ_UNDEFINED. Principal components exist; an eigenvalue of 0 shows the
 *   collinearity.
 *   Eigenvalues and loadings that are 0 but for rounding are 0.
 * 4 Units, shifts and the order of respondents change nothing; that of items, their order.
 * 5 Principal axes: no more than the correlations determine, (k − m)² ≥ k + m (Ledermann 1937,
 *   Psychometrika 2): 1 of 3 items, 2 of 5, 3 of 6. Fewer than three items have none:
 *   SQ_UNDEFINED.
 */
#ifndef SQ_FACTORS_H
#define SQ_FACTORS_H

#include "base/arena.h"
#include "base/status.h"
#include "numerics/covariance.h"

#include <stddef.h>

/* Kaiser–Meyer–Olkin measure of sampling adequacy, Σr²/(Σr² + Σq²) over pairs of items, q their
 * partial correlation given all others; per_item[k], over the pairs of one item, may be NULL. Items
 * without any correlation at all: sq_error(SQ_UNDEFINED). Errors: SQ_UNDEFINED where singular,
 * SQ_NO_MEMORY. Source: Kaiser & Rice 1974, Educ. Psychol. Meas. 34. */
sq_status sq_kmo_of_correlation(const double *correlation, size_t k, double *overall,
                                double *per_item);

/* The same from the answers. What is not defined is returned as sq_error() in overall and every
 * per_item. Errors: SQ_NO_MEMORY. */
sq_status sq_kmo(const sq_items *items, double *overall, double *per_item);

typedef struct sq_bartlett_test {
    double chi_square; /* −(n − 1 − (2k + 5)/6)·ln|R| */
    double df;         /* k(k − 1)/2 */
    double p;          /* probability of as much under uncorrelated items */
    size_t n;          /* respondents: the fewest behind a pair of items */
} sq_bartlett_test;

/* Bartlett's test that the items are uncorrelated. What is not defined is sq_error(). Errors:
 * SQ_NO_MEMORY. Source: Bartlett 1950, Br. J. Psychol. Stat. Section 3. */
sq_status sq_bartlett(const sq_items *items, sq_bartlett_test *test);

typedef enum sq_extraction {
    SQ_PRINCIPAL_COMPONENTS, /* all variance of the items */
    SQ_PRINCIPAL_AXES        /* the variance they share: communalities iterated from the squared
                                multiple correlations until they settle, which is the unweighted
                                least squares ("minres") solution */
} sq_extraction;

typedef enum sq_rotation {
    SQ_NO_ROTATION,
    SQ_VARIMAX,
    SQ_PROMAX,       /* oblique: loadings are the pattern, factors correlate */
    SQ_PROMAX_KAISER /* the same of rows of length 1, as SPSS */
} sq_rotation;

typedef struct sq_factors {
    size_t k;            /* items */
    size_t count;        /* factors */
    double *loadings;    /* [k × count], one item in each row */
    double *communality; /* [k] share of each item's variance that the factors explain */
    double *eigenvalue;  /* [k] of the correlation matrix, the largest first: the scree plot */
    double *explained;   /* [count] variance of each factor, in items' worth; /k: its share */
    double *correlation; /* [count × count] of the factors; the identity unless promax */
    size_t n;            /* respondents: the fewest behind a pair of items */
    /* principal axes without a proper solution, SQ_NO_CONVERGENCE; the eigenvalues are there */
    size_t improper; /* the item whose communality passed 1; SQ_NOWHERE: they did not settle */
    size_t proper;   /* the most factors, fewer than count, that have a proper solution; 0: none */
} sq_factors;

/* The factors of k items, in memory of the arena; NULL if it cannot be had, or k is 0. */
sq_factors *sq_factors_in(sq_arena *memory, size_t k);

/* Factors of the answers; factors is from sq_factors_in(…, items->count). count 0: Kaiser's rule,
 * as many as there are eigenvalues above 1, at least one and no more than there can be. Factors are
 * ordered and directed as rotation.h says. Errors: SQ_OUT_OF_DOMAIN for more components than items
 * or more axes than requirement 5 has; SQ_NO_DATA, SQ_UNDEFINED as required above, and where a
 * factor has no variance; SQ_NO_CONVERGENCE where communalities do not settle or pass 1 (a Heywood
 * case), improper and proper saying which and what would do, and where varimax does not settle,
 * improper then being SQ_NOWHERE and proper count; SQ_NO_MEMORY. Source: Harman 1976, Modern Factor
 * Analysis. */
sq_status sq_factor_analysis(const sq_items *items, size_t count, sq_extraction extraction,
                             sq_rotation rotation, sq_factors *factors);

/* The same from a correlation matrix [k × k]. */
sq_status sq_factors_of_correlation(const double *correlation, size_t count,
                                    sq_extraction extraction, sq_rotation rotation,
                                    sq_factors *factors);

#endif
