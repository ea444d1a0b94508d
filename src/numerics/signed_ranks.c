/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerics/signed_ranks.h"

#include "base/rounding.h"
#include "numerics/inference.h"
#include "numerics/ranks.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* ---- The exact distribution of the sum of ranks 1 … n with random signs. */

/* below[s], s = 0 … n(n+1)/2: the probability of a sum of at most s. */
static sq_status exact_distribution(sq_arena *memory, size_t n, double **below)
{
    size_t most = n * (n + 1) / 2;
    double sum = 0;
    SQ_TAKE(*below, memory, most + 1);
    (*below)[0] = 1;
    for (size_t rank = 1; rank <= n; rank++)
        for (size_t s = rank * (rank + 1) / 2; s >= rank; s--)
            (*below)[s] += (*below)[s - rank];
    for (size_t s = 0; s <= most; s++) {
        sum += (*below)[s];
        (*below)[s] = ldexp(sum, -(int)n);
    }
    return SQ_OK;
}

/* ---- Means of two differences (Walsh averages), each with itself, too. */

/* The differences as their values, ascending, and how often each occurs. */
typedef struct averages {
    const double *value;
    const size_t *times;
    size_t count;
} averages;

static double average(const averages *of, size_t i, size_t j)
{
    return of->value[i] / 2 + of->value[j] / 2;
}

/* How many of them are at most x; and the largest of these, and the smallest above. */
static double count_averages(const averages *of, double x, double *at_most, double *above)
{
    double pairs = 0, before = 0;
    size_t j = 0; /* how many values make an average of at most x with the one at i − 1 */
    *at_most = -INFINITY;
    *above = INFINITY;
    for (size_t i = of->count; i-- > 0;) {
        double t = (double)of->times[i];
        while (j < of->count && average(of, i, j) <= x)
            before += (double)of->times[j++];
        if (j > 0)
            *at_most = fmax(*at_most, average(of, i, j - 1));
        if (j < of->count)
            *above = fmin(*above, average(of, i, j));
        /* each pair is met twice, and each difference with itself once */
        pairs += t * before;
        if (average(of, i, i) <= x)
            pairs += t;
    }
    return pairs / 2;
}

/* The k-th smallest, k from 1. */
static double find_average(const averages *of, double k)
{
    double low = of->value[0], high = of->value[of->count - 1];
    while (low < high) {
        double at_most, above, middle = low / 2 + high / 2;
        if (!(middle < high)) /* neighbours: it has been rounded up */
            middle = low;
        if (count_averages(of, middle, &at_most, &above) >= k)
            high = at_most;
        else
            low = above;
    }
    return high;
}

/* ---- The test. */

/* Which of the averages, counted from either end, bound the interval; 0: too few differences. */
static double exact_end(const double below[], double level)
{
    double outside = 1 - level;
    size_t end = 0;
    while (below[end] < outside / 2)
        end++;
    if (end == 0)
        end = 1;
    return 2 * below[end - 1] - outside > outside / 2 ? 0 : (double)end;
}

static double normal_end(double pairs, double sd, double level)
{
    double within = pairs / 2 + 0.5 + gsl_cdf_ugaussian_Qinv((1 - level) / 2) * sd;
    return fmax(0, ceil(pairs - within));
}

static double exact_probability(const double below[], double pairs, double sum)
{
    double less = fmin(sum, pairs - sum); /* the distribution is symmetric */
    return fmin(1, 2 * below[(size_t)less]);
}

static double normal_deviate(double sum, double centre, double sd)
{
    double distance = sum - centre;
    if (distance == 0)
        return 0;
    return (distance - copysign(0.5, distance)) / sd;
}

/* Of the sum of ranks; ties is Σ(t³ − t). */
static double variance_of_sum(double n, double ties)
{
    return n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
}

static void find_interval(const sq_ranks *values, double k, double pairs, sq_signed_ranks *out)
{
    averages all = {values->value, values->times, values->count};
    out->lower = out->upper = sq_error(SQ_UNDEFINED);
    if (k < 1)
        return;
    out->lower = find_average(&all, k);
    out->upper = find_average(&all, pairs + 1 - k);
}

/* Of n > 0 differences that are not 0. */
static sq_status test(const double differences[], size_t n, bool dropped, double rounding,
                      double level, sq_signed_ranks *out)
{
    SQ_SCRATCH(memory);
    double pairs = (double)n * ((double)n + 1) / 2, *size, *below, end;
    sq_ranks sizes, values;
    SQ_TAKE(size, &memory, n);
    for (size_t i = 0; i < n; i++)
        size[i] = fabs(differences[i]);
    SQ_TRY(sq_rank(&memory, size, n, rounding, &sizes));
    SQ_TRY(sq_rank(&memory, differences, n, rounding, &values));
    for (size_t i = 0; i < n; i++)
        if (differences[i] > 0)
            out->sum += sizes.rank[sizes.place[i]];
    out->n = n;
    out->effect = sq_rounded(2 * out->sum / pairs - 1, 1);
    out->z = normal_deviate(out->sum, pairs / 2, sqrt(variance_of_sum((double)n, sizes.ties)));
    out->exact = n < SQ_EXACT_BELOW && sizes.ties == 0 && !dropped;
    if (out->exact) {
        SQ_TRY(exact_distribution(&memory, n, &below));
        out->p = exact_probability(below, pairs, out->sum);
        end = exact_end(below, level);
    } else {
        out->p = 2 * gsl_cdf_ugaussian_Q(fabs(out->z));
        /* away from an average only differences of one value tie */
        end = normal_end(pairs, sqrt(variance_of_sum((double)n, values.ties)), level);
    }
    find_interval(&values, end, pairs, out);
    return SQ_OK;
}

sq_status sq_signed_rank_test(const double differences[], size_t n, double size, double level,
                              sq_signed_ranks *out)
{
    SQ_SCRATCH(memory);
    double none = sq_error(n > 0 ? SQ_UNDEFINED : SQ_NO_DATA), *kept;
    size_t count = 0;
    SQ_TRY(sq_check_level(level));
    *out = (sq_signed_ranks){.z = none, .p = none, .effect = none, .lower = none, .upper = none};
    SQ_TAKE(kept, &memory, n);
    for (size_t i = 0; i < n; i++)
        if (!sq_is_zero(differences[i], size))
            kept[count++] = differences[i];
    return count == 0 ? SQ_OK : test(kept, count, count < n, sq_rounding * size, level, out);
}
