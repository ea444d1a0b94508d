/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/rank_groups.h"

#include "base/rounding.h"
#include "numerics/ranks.h"
#include "numerics/signed_ranks.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

/* ---- All groups together. */

typedef struct rank_means {
    double n, ties;
    double *mean; /* [groups] NaN of an empty group */
    size_t filled;
} rank_means;

static sq_status find_means(sq_arena *memory, const sq_grouped *of, rank_means *out)
{
    size_t n = of->first[of->groups] - of->first[0];
    const double *numbers = n > 0 ? of->numbers + of->first[0] : NULL;
    sq_ranks ranks;
    *out = (rank_means){.n = (double)n};
    SQ_TAKE(out->mean, memory, of->groups);
    SQ_TRY(sq_rank(memory, numbers, n, sq_rounding * of->size, &ranks));
    out->ties = ranks.ties;
    for (size_t g = 0; g < of->groups; g++) {
        double sum = 0;
        for (size_t i = of->first[g]; i < of->first[g + 1]; i++)
            sum += ranks.rank[ranks.place[i - of->first[0]]];
        out->mean[g] = sum / (double)sq_group_size(of, g);
        out->filled += sq_group_size(of, g) > 0;
    }
    return SQ_OK;
}

static bool all_same(const rank_means *ranks)
{
    return !(ranks->n * ranks->n * ranks->n - ranks->n > ranks->ties);
}

sq_status sq_kruskal_wallis(const sq_grouped *of, sq_rank_test *out)
{
    SQ_SCRATCH(memory);
    double none = sq_error(SQ_UNDEFINED), between = 0, n;
    rank_means ranks;
    *out = (sq_rank_test){none, none, none, none};
    SQ_TRY(find_means(&memory, of, &ranks));
    if (ranks.filled < 2 || all_same(&ranks))
        return SQ_OK;
    n = ranks.n;
    for (size_t g = 0; g < of->groups; g++) {
        double distance = ranks.mean[g] - (n + 1) / 2;
        if (sq_group_size(of, g) > 0)
            between += (double)sq_group_size(of, g) * distance * distance;
    }
    out->h = 12 * between / (n * (n + 1)) / (1 - ranks.ties / (n * n * n - n));
    out->df = (double)ranks.filled - 1;
    out->p = gsl_cdf_chisq_Q(out->h, out->df);
    out->effect = out->h / (n - 1);
    return SQ_OK;
}

sq_status sq_dunn(const sq_grouped *of, sq_deviate pair[])
{
    SQ_SCRATCH(memory);
    rank_means ranks;
    double variance, n;
    SQ_TRY(find_means(&memory, of, &ranks));
    n = ranks.n;
    variance = n * (n + 1) / 12 - ranks.ties / (12 * (n - 1));
    for (size_t first = 0; first < of->groups; first++)
        for (size_t second = first + 1; second < of->groups; second++, pair++) {
            double n1 = (double)sq_group_size(of, first), n2 = (double)sq_group_size(of, second);
            pair->z = pair->p = sq_error(n1 > 0 && n2 > 0 ? SQ_UNDEFINED : SQ_NO_DATA);
            if (!(n1 > 0) || !(n2 > 0) || all_same(&ranks))
                continue;
            pair->z = (ranks.mean[first] - ranks.mean[second]) / sqrt(variance * (1 / n1 + 1 / n2));
            pair->p = 2 * gsl_cdf_ugaussian_Q(fabs(pair->z));
        }
    return SQ_OK;
}

/* ---- Two of them. */

/* below[u]: the probability of at most u pairs in which the number of a first group of m is above that
 * of a second of n, u = 0 … mn. The ways are the coefficients of Gauss's polynomial, from those of one
 * number fewer times (1 − x^(n+i))/(1 − x^i). */
static sq_status exact_distribution(sq_arena *memory, size_t m, size_t n, double **below)
{
    size_t most = m * n;
    double all = 0, sum = 0, *ways;
    SQ_TAKE(ways, memory, most + 1);
    ways[0] = 1;
    for (size_t i = 1; i <= m; i++) {
        for (size_t u = most + 1; u-- > n + i;)
            ways[u] -= ways[u - n - i];
        for (size_t u = i; u <= most; u++)
            ways[u] += ways[u - i];
    }
    for (size_t u = 0; u <= most / 2; u++)
        ways[most - u] = ways[u]; /* symmetric, and exact where small */
    for (size_t u = 0; u <= most; u++)
        all += ways[u];
    for (size_t u = 0; u <= most; u++) {
        sum += ways[u];
        ways[u] = sum / all;
    }
    *below = ways;
    return SQ_OK;
}

static sq_status kept_distribution(sq_rank_sums *kept, size_t m, size_t n, double **below)
{
    size_t at = m * SQ_EXACT_BELOW + n;
    if (!kept->below)
        SQ_TAKE_TABLE(kept->below, kept->memory, SQ_EXACT_BELOW, SQ_EXACT_BELOW);
    if (!kept->below[at])
        SQ_TRY(exact_distribution(kept->memory, m, n, &kept->below[at]));
    *below = kept->below[at];
    return SQ_OK;
}

sq_status sq_rank_sum_test(const sq_grouped *of, size_t first, size_t second, sq_rank_sums *kept,
                           sq_deviate *out)
{
    SQ_SCRATCH(memory);
    size_t m = sq_group_size(of, first), n = sq_group_size(of, second);
    size_t begins[] = {0, m, m + n};
    double all = (double)(m + n), pairs = (double)m * (double)n, above, distance, sd;
    double *numbers, *below;
    sq_grouped both = {.first = begins, .groups = 2, .size = of->size};
    rank_means ranks;
    out->z = out->p = sq_error(m > 0 && n > 0 ? SQ_UNDEFINED : SQ_NO_DATA);
    if (m == 0 || n == 0)
        return SQ_OK;
    SQ_TAKE(numbers, &memory, m + n);
    memcpy(numbers, of->numbers + of->first[first], m * sizeof *numbers);
    memcpy(numbers + m, of->numbers + of->first[second], n * sizeof *numbers);
    both.numbers = numbers;
    SQ_TRY(find_means(&memory, &both, &ranks));
    if (all_same(&ranks))
        return SQ_OK;
    above =
        (double)m * (ranks.mean[0] - ((double)m + 1) / 2); /* Mann and Whitney's U of the first */
    distance = above - pairs / 2;
    sd = sqrt(pairs / 12 * (all + 1 - ranks.ties / (all * (all - 1))));
    out->z = sq_is_zero(distance, pairs) ? 0 : (distance - copysign(0.5, distance)) / sd;
    out->p = 2 * gsl_cdf_ugaussian_Q(fabs(out->z));
    if (m < SQ_EXACT_BELOW && n < SQ_EXACT_BELOW && ranks.ties == 0) {
        SQ_TRY(kept_distribution(kept, m, n, &below));
        out->p = fmin(1, 2 * below[(size_t)(fmin(above, pairs - above) + 0.25)]);
    }
    return SQ_OK;
}
