/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Path modelling as textbooks describe it, on vectors of scores of raw answers: slow and obvious,
 * for comparison with the engine that works on the covariance matrix. 500 rounds, no stopping rule.
 */
#ifndef PLS_TEXTBOOK_H
#define PLS_TEXTBOOK_H

#include "satisfaction_index/pls_models.h"

#define MOST_ROWS 250

static inline double product(const double *a, const double *b, size_t n)
{
    double sum = 0;
    for (size_t r = 0; r < n; r++)
        sum += a[r] * b[r];
    return sum;
}

static inline void make_standard(double *x, size_t n, bool scale)
{
    double mean = 0, root;
    for (size_t r = 0; r < n; r++)
        mean += x[r] / (double)n;
    for (size_t r = 0; r < n; r++)
        x[r] -= mean;
    root = sqrt(product(x, x, n) / ((double)n - 1));
    for (size_t r = 0; scale && r < n; r++)
        x[r] /= root;
}

/* Least squares of y on k columns by Gauss and Jordan on the normal equations. */
static inline void regress(double *const *x, size_t k, const double *y, size_t n, double *b)
{
    double a[MOST_ITEMS][MOST_ITEMS + 1];
    for (size_t i = 0; i < k; i++) {
        for (size_t j = 0; j < k; j++)
            a[i][j] = product(x[i], x[j], n);
        a[i][k] = product(x[i], y, n);
    }
    for (size_t i = 0; i < k; i++)
        for (size_t r = 0; r < k; r++) {
            double factor = r == i ? 0 : a[r][i] / a[i][i];
            for (size_t j = 0; j <= k; j++)
                a[r][j] -= factor * a[i][j];
        }
    for (size_t i = 0; i < k; i++)
        b[i] = a[i][k] / a[i][i];
}

/* Fills weights by place and path coefficients, of fixtures whose columns stand in blocks. */
static inline void textbook(const fixture *f, sq_scheme scheme, sq_metric metric, double *weights,
                            double *paths)
{
    static double x[MOST_ITEMS][MOST_ROWS], y[MOST_CONSTRUCTS][MOST_ROWS], z[MOST_ROWS];
    size_t n = f->answers.rows, p = f->model.items, q = f->model.constructs;
    for (size_t i = 0; i < p; i++) {
        for (size_t r = 0; r < n; r++)
            x[i][r] = sq_row(&f->answers, r)[i];
        make_standard(x[i], n, metric == SQ_METRIC_STANDARDISED);
        weights[i] = 1;
    }
    for (int round = 0; round < 500; round++) {
        for (size_t j = 0; j < q; j++) {
            memset(y[j], 0, sizeof y[j]);
            for (size_t i = 0; i < p; i++)
                for (size_t r = 0; f->block[i] == j && r < n; r++)
                    y[j][r] += weights[i] * x[i][r];
            make_standard(y[j], n, true);
        }
        for (size_t j = 0; j < q; j++) {
            double *before[MOST_CONSTRUCTS], b[MOST_CONSTRUCTS], *items[MOST_ITEMS], w[MOST_ITEMS];
            size_t count = 0, at = 0;
            memset(z, 0, sizeof z);
            for (size_t k = 0; k < q; k++)
                if (f->paths[k * q + j] == 1)
                    before[count++] = y[k];
            regress(before, count, y[j], n, b);
            for (size_t k = 0; k < q; k++) {
                double r = product(y[j], y[k], n) / ((double)n - 1), inner = r;
                if (f->paths[k * q + j] != 1 && f->paths[j * q + k] != 1)
                    continue;
                if (scheme == SQ_SCHEME_CENTROID)
                    inner = r < 0 ? -1 : 1;
                if (scheme == SQ_SCHEME_PATH && f->paths[k * q + j] == 1)
                    inner = b[at++];
                for (size_t t = 0; t < n; t++)
                    z[t] += inner * y[k][t];
            }
            count = 0;
            for (size_t i = 0; i < p; i++)
                if (f->block[i] == j)
                    items[count++] = x[i];
            if (f->modes[j] == SQ_MODE_B)
                regress(items, count, z, n, w);
            for (size_t i = 0, m = 0; i < p; i++)
                if (f->block[i] == j) {
                    weights[i] = f->modes[j] == SQ_MODE_B ? w[m] : product(x[i], z, n);
                    m++;
                }
        }
    }
    for (size_t j = 0; j < q; j++) {
        double sign = 0, root;
        memset(y[j], 0, sizeof y[j]);
        for (size_t i = 0; i < p; i++)
            for (size_t r = 0; f->block[i] == j && r < n; r++)
                y[j][r] += weights[i] * x[i][r];
        root = sqrt(product(y[j], y[j], n) / ((double)n - 1));
        for (size_t i = 0; i < p; i++)
            if (f->block[i] == j)
                sign += product(x[i], y[j], n) / sqrt(product(x[i], x[i], n));
        root = sign < 0 ? -root : root;
        for (size_t i = 0; i < p; i++)
            if (f->block[i] == j)
                weights[i] /= root;
        for (size_t r = 0; r < n; r++)
            y[j][r] /= root;
    }
    memset(paths, 0, q * q * sizeof *paths);
    for (size_t j = 0; j < q; j++) {
        double *before[MOST_CONSTRUCTS], b[MOST_CONSTRUCTS];
        size_t who[MOST_CONSTRUCTS], count = 0;
        for (size_t k = 0; k < q; k++)
            if (f->paths[k * q + j] == 1) {
                who[count] = k;
                before[count++] = y[k];
            }
        regress(before, count, y[j], n, b);
        for (size_t a = 0; a < count; a++)
            paths[who[a] * q + j] = b[a];
    }
}

/* Turns the constructs of a model, of textbook(part, …), whose scores run against those of the
 * whole, of textbook(whole, …): both score the respondents of the whole. Standardised items. */
static inline void agree(const fixture *part, const double *weights, const fixture *whole,
                         const double *whole_weights, double *paths)
{
    size_t n = whole->answers.rows, p = whole->model.items, q = whole->model.constructs;
    for (size_t j = 0; j < q; j++) {
        static double one[MOST_ROWS], two[MOST_ROWS], x[MOST_ROWS], y[MOST_ROWS];
        memset(one, 0, sizeof one);
        memset(two, 0, sizeof two);
        for (size_t i = 0; i < p; i++) {
            size_t m = part->answers.rows;
            double sd, whole_sd;
            if (whole->block[i] != j)
                continue;
            for (size_t r = 0; r < m; r++)
                x[r] = sq_row(&part->answers, r)[i];
            make_standard(x, m, false);
            sd = sqrt(product(x, x, m) / ((double)m - 1));
            for (size_t r = 0; r < n; r++)
                y[r] = sq_row(&whole->answers, r)[i];
            make_standard(y, n, false);
            whole_sd = sqrt(product(y, y, n) / ((double)n - 1));
            for (size_t r = 0; r < n; r++) {
                one[r] += weights[i] / sd * y[r];
                two[r] += whole_weights[i] / whole_sd * y[r];
            }
        }
        for (size_t k = 0; product(one, two, n) < 0 && k < q; k++) {
            paths[j * q + k] *= -1;
            paths[k * q + j] *= -1;
        }
    }
}

#endif
