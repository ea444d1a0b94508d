/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reliability/cfa_fit.h"

#include "base/rounding.h"
#include "numerics/symmetric.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* ---- The noncentral χ². */

/* A sum over how many pairs of degrees of freedom chance adds, from the most probable number both ways. */
double sq_noncentral_chi_square(double x, double df, double noncentrality)
{
    double half = noncentrality / 2, sum = 0;
    long middle = (long)half;
    for (long j = middle; j >= 0; j--) {
        double part = half > 0 ? gsl_ran_poisson_pdf((unsigned int)j, half) : j == 0;
        sum += part * gsl_cdf_chisq_P(x, df + 2 * (double)j);
        if (part < 1e-18)
            break;
    }
    for (long j = middle + 1; half > 0; j++) {
        double part = gsl_ran_poisson_pdf((unsigned int)j, half);
        sum += part * gsl_cdf_chisq_P(x, df + 2 * (double)j);
        if (part < 1e-18)
            break;
    }
    return sum;
}

/* The noncentrality under which at most x has that probability; 0 where none is so probable. */
static double noncentrality_of(double x, double df, double probability)
{
    double low = 0, high = fmax(1, x);
    if (gsl_cdf_chisq_P(x, df) < probability)
        return 0;
    while (sq_noncentral_chi_square(x, df, high) > probability)
        high *= 2;
    while (high - low > 1e-9 * high) {
        double middle = (low + high) / 2;
        if (sq_noncentral_chi_square(x, df, middle) > probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

/* ---- The figures. */

static double standardised_residual(const sq_cfa *cfa)
{
    size_t k = cfa->k;
    double sum = 0;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j <= i; j++) {
            double away = cfa->observed[i * k + j] - cfa->implied[i * k + j];
            sum += away * away;
        }
    return sqrt(sum / ((double)k * ((double)k + 1) / 2));
}

static void fill_rmsea(sq_cfa_fit *fit)
{
    fit->rmsea = sqrt(fmax(0, fit->chi_square - fit->df) / (fit->df * fit->n));
    fit->rmsea_lower = sqrt(noncentrality_of(fit->chi_square, fit->df, 0.95) / (fit->df * fit->n));
    fit->rmsea_upper = sqrt(noncentrality_of(fit->chi_square, fit->df, 0.05) / (fit->df * fit->n));
}

sq_status sq_fill_cfa_fit(sq_cfa *out, double n, double parameters, double deviance, double log_sd)
{
    SQ_SCRATCH(memory);
    sq_cfa_fit *fit = &out->fit;
    double *inverse, log_determinant, k = (double)out->k, none = sq_error(SQ_UNDEFINED);
    SQ_TAKE_TABLE(inverse, &memory, out->k, out->k);
    SQ_TRY(sq_inverse(out->observed, out->k, inverse, &log_determinant));
    fit->n = n;
    fit->parameters = parameters;
    fit->df = k * (k + 1) / 2 - fit->parameters;
    fit->chi_square = fmax(0, n * (deviance - log_determinant - k));
    fit->baseline_chi_square = fmax(0, -n * log_determinant);
    fit->baseline_df = k * (k - 1) / 2;
    fit->log_likelihood = -n / 2 * (k * log(2 * M_PI) + deviance + 2 * log_sd);
    fit->aic = -2 * fit->log_likelihood + 2 * fit->parameters;
    fit->bic = -2 * fit->log_likelihood + fit->parameters * log(n);
    fit->srmr = sq_rounded(standardised_residual(out), 1);
    fit->p = fit->cfi = fit->tli = fit->rmsea = fit->rmsea_lower = fit->rmsea_upper = none;
    if (fit->df > 0) {
        double away = fmax(0, fit->chi_square - fit->df);
        double baseline = fmax(away, fit->baseline_chi_square - fit->baseline_df);
        double ratio = fit->baseline_chi_square / fit->baseline_df;
        fit->p = gsl_cdf_chisq_Q(fit->chi_square, fit->df);
        fit->cfi = baseline > 0 ? 1 - away / baseline : 1;
        fit->tli = (ratio - fit->chi_square / fit->df) / (ratio - 1);
        fill_rmsea(fit);
    }
    return SQ_OK;
}

/* ---- Validity. */

/* The mean |r| of the items of two factors, or within one. */
static double mean_correlation(const sq_cfa *cfa, size_t f, size_t h)
{
    double sum = 0, pairs = 0;
    for (size_t i = 0; i < cfa->k; i++)
        for (size_t j = 0; j < cfa->k; j++)
            if (i != j && cfa->item[i].factor == f && cfa->item[j].factor == h) {
                sum += fabs(cfa->observed[i * cfa->k + j]);
                pairs++;
            }
    return pairs > 0 ? sum / pairs : 1; /* a single item is its factor */
}

void sq_cfa_validity_of(const sq_cfa *cfa, sq_cfa_validity validity[], double htmt[])
{
    for (size_t f = 0; f < cfa->m; f++) {
        double sum = 0, squares = 0, unique = 0, items = 0;
        for (size_t i = 0; i < cfa->k; i++) {
            if (cfa->item[i].factor != f)
                continue;
            sum += cfa->item[i].standardised;
            squares += cfa->item[i].standardised * cfa->item[i].standardised;
            unique += cfa->item[i].unique;
            items++;
        }
        validity[f] = (sq_cfa_validity){sum * sum / (sum * sum + unique), squares / items,
                                        sq_error(SQ_UNDEFINED)};
        for (size_t h = 0; h < cfa->m; h++) {
            double r = cfa->correlation[f * cfa->m + h];
            htmt[f * cfa->m + h] =
                f == h ? 1
                       : mean_correlation(cfa, f, h) /
                             sqrt(mean_correlation(cfa, f, f) * mean_correlation(cfa, h, h));
            if (f != h && !(validity[f].msv >= r * r))
                validity[f].msv = r * r;
        }
    }
}
