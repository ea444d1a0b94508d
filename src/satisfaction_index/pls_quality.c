/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/pls_quality.h"

#include "base/rounding.h"
#include "numerics/cholesky.h"

#include <math.h>
#include <string.h>

/* T = B + BT, filled in place: without cycles no walk is longer than there are constructs, and a
 * round that changes nothing is the last. */
void sq_pls_total_effects(const sq_pls *pls, double *total)
{
    size_t q = pls->constructs;
    bool changed = true;
    memcpy(total, pls->paths, q * q * sizeof *total);
    for (size_t round = 0; round < q && changed; round++) {
        changed = false;
        for (size_t j = 0; j < q; j++)
            for (size_t k = 0; k < q; k++) {
                double sum = pls->paths[j * q + k];
                for (size_t m = 0; m < q; m++)
                    if (pls->model.paths[j * q + m] == 1)
                        sum += pls->paths[j * q + m] * total[m * q + k];
                changed = changed || sum != total[j * q + k];
                total[j * q + k] = sum;
            }
    }
}

double sq_pls_adjusted_r2(sq_pls *pls, size_t construct, size_t n)
{
    size_t count = sq_pls_predecessors(pls, construct);
    if (n <= count + 1)
        return sq_error(SQ_UNDEFINED);
    return 1 - (1 - pls->r2[construct]) * ((double)n - 1) / ((double)(n - count) - 1);
}

static void fill_undefined(double *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table[i] = sq_error(SQ_UNDEFINED);
}

/* Takes the a-th of the chosen out, to the end of the list; done twice it is back. */
static void swap_out(size_t *chosen, size_t count, size_t a)
{
    size_t out = chosen[a];
    chosen[a] = chosen[count - 1];
    chosen[count - 1] = out;
}

void sq_pls_effect_sizes(sq_pls *pls, double *f2)
{
    size_t q = pls->constructs;
    fill_undefined(f2, q * q);
    for (size_t j = 0; j < q; j++) {
        size_t count = sq_pls_predecessors(pls, j);
        for (size_t a = 0; a < count; a++) {
            double r2 = pls->r2[j], without, left = 1 - r2;
            swap_out(pls->chosen, count, a);
            without = sq_pls_regress(pls, j, pls->chosen, count - 1);
            if (left > 0)
                f2[pls->chosen[count - 1] * q + j] = (r2 - without) / left;
            swap_out(pls->chosen, count, a);
        }
    }
}

void sq_pls_inner_vif(sq_pls *pls, double *vif)
{
    size_t q = pls->constructs;
    fill_undefined(vif, q * q);
    for (size_t j = 0; j < q; j++) {
        size_t count = sq_pls_predecessors(pls, j);
        for (size_t a = 0; a < count; a++) {
            size_t out = pls->chosen[a];
            double r2;
            swap_out(pls->chosen, count, a);
            r2 = sq_pls_regress(pls, out, pls->chosen, count - 1);
            if (r2 < 1)
                vif[out * q + j] = 1 / (1 - r2);
            swap_out(pls->chosen, count, a);
        }
    }
}

/* The VIF of an item is its entry on the diagonal of the inverse of the block's correlations. */
void sq_pls_outer_vif(sq_pls *pls, double *vif)
{
    size_t p = pls->items;
    for (size_t j = 0; j < pls->constructs; j++) {
        size_t first = pls->first[j], size = sq_pls_block_size(pls, j);
        double *factor = pls->factor + first * p + first, *unit = pls->previous + first;
        bool regular;
        for (size_t i = first; i < first + size; i++)
            memcpy(pls->factor + i * p + first, pls->item_r + i * p + first, size * sizeof *factor);
        regular = sq_cholesky(factor, size, p);
        for (size_t i = 0; i < size; i++) {
            memset(unit, 0, size * sizeof *unit);
            unit[i] = 1;
            if (regular)
                sq_cholesky_solve(factor, size, p, unit);
            vif[first + i] =
                regular && unit[i] < 1 / sq_singular ? unit[i] : sq_error(SQ_UNDEFINED);
        }
    }
}

/* α of standardised items from the mean of their correlations. */
static double standardised_alpha(const sq_pls *pls, size_t j)
{
    double k = (double)sq_pls_block_size(pls, j), sum = 0;
    for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
        for (size_t l = pls->first[j]; l < pls->first[j + 1]; l++)
            sum += pls->item_r[i * pls->items + l];
    return k > 1 && sum > 0 ? k / (k - 1) * (1 - k / sum) : sq_error(SQ_UNDEFINED);
}

sq_pls_block sq_pls_reliability(const sq_pls *pls, size_t construct)
{
    sq_pls_block block = {.items = sq_pls_block_size(pls, construct)};
    double sum = 0, square = 0, k = (double)block.items;
    for (size_t i = pls->first[construct]; i < pls->first[construct + 1]; i++) {
        sum += pls->loadings[i];
        square += pls->loadings[i] * pls->loadings[i];
    }
    block.communality = square / k;
    block.redundancy = block.communality * pls->r2[construct];
    block.alpha = block.rho_a = block.rho_c = block.ave = sq_error(SQ_UNDEFINED);
    if (sq_pls_is_mode_b(pls, construct))
        return block;
    block.alpha = standardised_alpha(pls, construct);
    block.rho_a = pls->rho_a[construct];
    block.rho_c = sum * sum / (sum * sum + k - square);
    block.ave = block.communality;
    return block;
}

/* Mean |r| between the items of two blocks; within one block without the diagonal. */
static double mean_correlation(const sq_pls *pls, size_t j, size_t k)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
        for (size_t l = pls->first[k]; l < pls->first[k + 1]; l++)
            if (i != l) {
                sum += fabs(pls->item_r[i * pls->items + l]);
                count++;
            }
    return count > 0 ? sum / (double)count : 1;
}

void sq_pls_htmt(const sq_pls *pls, double *htmt)
{
    size_t q = pls->constructs;
    for (size_t j = 0; j < q; j++)
        htmt[j * q + j] = mean_correlation(pls, j, j);
    for (size_t j = 0; j < q; j++)
        for (size_t k = 0; k < j; k++) {
            double within = htmt[j * q + j] * htmt[k * q + k];
            htmt[j * q + k] = htmt[k * q + j] =
                within > 0 ? mean_correlation(pls, j, k) / sqrt(within) : sq_error(SQ_UNDEFINED);
        }
    for (size_t j = 0; j < q; j++)
        htmt[j * q + j] = sq_error(SQ_UNDEFINED);
}

static double sum_unit_weights(const sq_pls *pls, size_t construct)
{
    double sum = 0;
    for (size_t i = pls->first[construct]; i < pls->first[construct + 1]; i++)
        sum += pls->unit_weights[i];
    return sum > 0 ? sum : sq_error(SQ_UNDEFINED);
}

void sq_pls_index_weights(const sq_pls *pls, double *weights)
{
    for (size_t j = 0; j < pls->constructs; j++) {
        double sum = sum_unit_weights(pls, j);
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
            weights[i] = pls->unit_weights[i] / sum;
    }
}

size_t sq_pls_negative_weights(const sq_pls *pls, size_t construct)
{
    size_t count = 0;
    for (size_t i = pls->first[construct]; i < pls->first[construct + 1]; i++)
        count += pls->unit_weights[i] < 0;
    return count;
}

bool sq_pls_has_both_signs(const sq_pls *pls, size_t construct)
{
    bool above = false, below = false;
    for (size_t i = pls->first[construct]; i < pls->first[construct + 1]; i++) {
        above = above || pls->loadings[i] > sq_rounding;
        below = below || pls->loadings[i] < -sq_rounding;
    }
    return above && below;
}

static double range_of(const sq_pls_scale *scale, size_t item)
{
    return scale ? scale->maximum[item] - scale->minimum[item] : 1;
}

/* From one end of a construct's index to the other, in points of its score: Σu·range. */
static double length_of_index(const sq_pls *pls, size_t construct, const sq_pls_scale *scale)
{
    double length = 0;
    for (size_t i = pls->first[construct]; i < pls->first[construct + 1]; i++)
        length += pls->unit_weights[i] * range_of(scale, i);
    return length > 0 ? length : sq_error(SQ_UNDEFINED);
}

void sq_pls_indices(const sq_pls *pls, const double *means, const sq_pls_scale *scale,
                    double *index)
{
    for (size_t j = 0; j < pls->constructs; j++) {
        double above = 0;
        for (size_t i = pls->first[j]; i < pls->first[j + 1]; i++)
            above += pls->unit_weights[i] * (means[i] - scale->minimum[i]);
        index[j] = 100 * above / length_of_index(pls, j, scale);
    }
}

double sq_pls_item_importance(const sq_pls *pls, const sq_pls_scale *scale, size_t item)
{
    return pls->unit_weights[item] * range_of(scale, item) /
           length_of_index(pls, pls->construct[item], scale);
}

/* One point of a construct's index is a hundredth of its length. The sums over walks to the target
 * are those of the total effects. */
void sq_pls_importance(const sq_pls *pls, const sq_pls_scale *scale, size_t target,
                       double *importance)
{
    size_t q = pls->constructs;
    double unit = length_of_index(pls, target, scale);
    for (size_t j = 0; j < q; j++)
        importance[j] = j == target;
    for (size_t round = 0; round < q; round++)
        for (size_t j = 0; j < q; j++) {
            double sum = 0;
            for (size_t m = 0; m < q && j != target; m++)
                if (pls->model.paths[j * q + m] == 1)
                    sum += pls->paths[j * q + m] * importance[m];
            if (j != target)
                importance[j] = sum;
        }
    for (size_t j = 0; j < q; j++)
        importance[j] = j == target ? sq_error(SQ_UNDEFINED)
                                    : importance[j] * length_of_index(pls, j, scale) / unit;
}

double sq_pls_goodness_of_fit(const sq_pls *pls)
{
    double communality = 0, r2 = 0;
    size_t items = 0, targets = 0;
    for (size_t j = 0; j < pls->constructs; j++) {
        size_t size = sq_pls_block_size(pls, j);
        if (size > 1) {
            communality += sq_pls_reliability(pls, j).communality * (double)size;
            items += size;
        }
        if (!isnan(pls->r2[j])) {
            r2 += pls->r2[j];
            targets++;
        }
    }
    if (items == 0 || targets == 0)
        return sq_error(SQ_UNDEFINED);
    return sqrt(communality / (double)items * r2 / (double)targets);
}

double sq_pls_item_performance(const sq_pls_data *data, const sq_pls_scale *scale, size_t i)
{
    return 100 * (data->means[i] - scale->minimum[i]) / (scale->maximum[i] - scale->minimum[i]);
}
