/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Covariances of resampled respondents from how often each was drawn: the answers stay where they
 * are. And the statistics of a fitted model that resampling can be asked about, in one row.
 *
 * Requirements
 * 1 A respondent drawn c times counts as c respondents of the same case weight.
 * 2 Answers are taken less a round number near their mean, in units of the largest power of two
 *   within their standard deviation: sums of whole-number answers are exact, an item that is
 *   constant in a resample has variance 0 exactly, and neither origin nor unit of the answers has a
 *   say in how exact the rest is.
 * 3 Whoever fills holes anew (sq_resample_fill) puts the mean of those who count and did answer: a
 *   group's missing answers are then none of the other groups' business.
 * 4 Random numbers come from a seed alone: MT19937 as in GSL, the same everywhere. GSL takes the
 *   seed 0 for its own default, 4357.
 */
#ifndef SQ_PLS_RESAMPLE_H
#define SQ_PLS_RESAMPLE_H

#include "satisfaction_index/pls_data.h"

#define SQ_MOST_RESAMPLES ((size_t)100000)
#define SQ_MOST_KEPT 5e7 /* numbers of all resamples: 400 MB */

typedef struct sq_resample {
    const sq_pls_data *data;
    size_t stride;      /* p, or the next multiple of four: so rows are whole vectors */
    double *shifted;    /* [rows × stride] the answers less a round number per item; then 0 */
    double *product;    /* [stride × stride] workspace */
    double *count;      /* [rows] how often each respondent counts */
    double *covariance; /* [p × p] of the resample, divisor n − 1, by place */
    double *sum;        /* [p] after sq_resample_covariance the means of what was shifted */
    double *shift;      /* [p] what was taken off */
} sq_resample;

/* With memory of the arena. Errors: SQ_NO_MEMORY. */
sq_status sq_resample_take(sq_arena *memory, sq_resample *resample, const sq_pls_data *data);

/* Fills covariance from count; returns how many respondents there were, n. Fewer than two: all
 * entries 0. */
size_t sq_resample_covariance(sq_resample *resample);

/* Multiplications in sq_resample_fill and sq_resample_covariance when n respondents count. */
double sq_resample_work(const sq_resample *resample, size_t n);

/* Puts for each missing answer the mean of the item over those who count and answered it, instead
 * of the mean of all. Returns SQ_NOWHERE, or the place of an item that none of them answered. */
size_t sq_resample_fill(sq_resample *resample);

/* Means of the resample's items, after sq_resample_covariance. */
void sq_resample_means(const sq_resample *resample, double *means);

/* How many fits to parts or resamples of the respondents a figure rests on. */
typedef struct sq_pls_counts {
    size_t done;
    size_t not_converged; /* left out: the weights did not settle */
    size_t not_defined;   /* left out: constant item, collinear items or constructs */
} sq_pls_counts;

/* Counts a fit that failed. */
static inline void sq_pls_count_failure(sq_pls_counts *counts, sq_status status)
{
    counts->not_converged += status == SQ_NO_CONVERGENCE;
    counts->not_defined += status != SQ_NO_CONVERGENCE;
}

typedef enum sq_pls_statistic {
    SQ_STATISTIC_PATHS,    /* from construct, to construct */
    SQ_STATISTIC_EFFECTS,  /* total effects, from construct, to construct */
    SQ_STATISTIC_LOADINGS, /* from place, to construct */
    SQ_STATISTIC_WEIGHTS,  /* from place, to construct */
    SQ_STATISTIC_R2,       /* to construct; from SQ_NOWHERE */
    SQ_STATISTIC_INDICES,  /* to construct; from SQ_NOWHERE: 0–100 */
    SQ_STATISTIC_HTMT      /* pairs of constructs, from the later of both, to the earlier */
} sq_pls_statistic;

/* Multiplications in sq_pls_take, of which only those of effects are not soon done. */
double sq_pls_take_work(const sq_pls *pls, sq_pls_statistic statistic);

/* How many numbers the statistic is; where they belong, from[] and to[]. Uses pls->inner. */
size_t sq_pls_list(sq_pls *pls, sq_pls_statistic statistic, size_t *from, size_t *to);

/* The numbers themselves, listed as from[] and to[] say. means[p] belong to the respondents the
 * model was fitted to and scale tells their ends (only indices use both, else NULL). Uses pls->inner. */
void sq_pls_take(sq_pls *pls, sq_pls_statistic statistic, size_t count, const size_t *from,
                 const size_t *to, const double *means, const sq_pls_scale *scale, double *values);

#endif
