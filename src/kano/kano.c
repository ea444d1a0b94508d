/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two halves: answers are read into weighted counts, feature by feature; counts become everything
 * else (sq_kano_of_counts).
 */
#include "kano/kano.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/rounding.h"
#include "numerics/random.h"

#include <gsl/gsl_randist.h>
#include <limits.h>
#include <math.h>

#define A SQ_KANO_A
#define O SQ_KANO_O
#define M SQ_KANO_M
#define I_ SQ_KANO_I /* complex.h may own I */
#define R SQ_KANO_R
#define Q SQ_KANO_Q

const sq_kano_table sq_kano_standard = {
    {{Q, A, A, A, O}, {R, I_, I_, I_, M}, {R, I_, I_, I_, M}, {R, I_, I_, I_, M}, {R, R, R, R, Q}}};

const sq_kano_table sq_kano_pouliot = {
    {{Q, A, A, A, O}, {R, Q, I_, I_, M}, {R, I_, I_, I_, M}, {R, I_, I_, Q, M}, {R, R, R, R, Q}}};

/* Ties go to the first of them (requirement 3). */
static const sq_kano_category by_precedence[SQ_KANO_CATEGORIES] = {M, O, A, I_, R, Q};

static const double fong_factor = 1.65;
static const double tie = 1e-9; /* of all respondents (requirement 7) */

char sq_kano_letter(sq_kano_category category)
{
    return category < SQ_KANO_NONE ? "AOMIRQ"[category] : '\0';
}

/* 0 … 4 for an answer 1 … 5, else −1. */
static int answer_index(double answer)
{
    return answer == 1 || answer == 2 || answer == 3 || answer == 4 || answer == 5 ? (int)answer - 1
                                                                                   : -1;
}

/* A number that is no answer (requirement 1). */
static bool is_outside(double answer)
{
    return !isnan(answer) && answer_index(answer) < 0;
}

sq_status sq_kano_answer(double functional, double dysfunctional, const sq_kano_table *table,
                         sq_kano_category *category)
{
    int row = answer_index(functional), column = answer_index(dysfunctional);
    *category = SQ_KANO_NONE;
    if (is_outside(functional) || is_outside(dysfunctional))
        return SQ_OUT_OF_DOMAIN;
    if (row < 0 || column < 0)
        return SQ_NO_DATA;
    *category = (table ? table : &sq_kano_standard)->cell[row][column];
    return SQ_OK;
}

static double sum(const double count[])
{
    double total = 0;
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
        total += count[c];
    return total;
}

/* The largest of the categories from … to − 1 of the order of precedence. */
static sq_kano_category largest(const double count[], size_t from, size_t to, double tied)
{
    sq_kano_category best = by_precedence[from];
    for (size_t i = from + 1; i < to; i++)
        if (count[by_precedence[i]] > count[best] + tied)
            best = by_precedence[i];
    return best;
}

static sq_kano_category winner(const double count[], sq_kano_rule rule, double total)
{
    double tied = tie * total;
    if (rule == SQ_KANO_MODE)
        return largest(count, 0, SQ_KANO_CATEGORIES, tied);
    if (count[O] + count[A] + count[M] > count[I_] + count[R] + count[Q] + tied)
        return largest(count, 0, 3, tied);
    return largest(count, 3, SQ_KANO_CATEGORIES, tied);
}

static void find_coefficients(sq_kano *feature)
{
    const double *count = feature->count;
    double base = count[A] + count[O] + count[M] + count[I_];
    feature->better = base > 0 ? (count[A] + count[O]) / base : sq_error(SQ_NO_DATA);
    /* 0 − x: no negative zero in the cell */
    feature->worse = base > 0 ? 0 - (count[O] + count[M]) / base : sq_error(SQ_NO_DATA);
}

static void find_strengths(sq_kano *feature, double total)
{
    double first = 0, second = 0, scale = feature->effective_n / total, a, b, n;
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++) {
        double count = feature->count[c];
        second = count > first ? first : fmax(second, count);
        first = fmax(first, count);
    }
    feature->category_strength = sq_rounded((first - second) / total, 1);
    feature->total_strength = (feature->count[A] + feature->count[O] + feature->count[M]) / total;
    a = first * scale;
    b = second * scale;
    n = feature->effective_n;
    feature->fong_difference = sq_rounded(a - b, a);
    /* a + b may exceed 2n by rounding only where one category has everything */
    feature->fong_critical = fong_factor * sqrt((a + b) * fmax(0, 2 * n - a - b) / (2 * n));
    feature->distinct = feature->fong_difference >= feature->fong_critical;
}

/* Requirement 6; the generator belongs to the caller. */
static double bootstrap(const sq_kano *feature, const sq_kano_options *options, gsl_rng *generator)
{
    double draws = floor(feature->effective_n + 0.5);
    size_t same = 0;
    if (options->resamples == 0 || draws < 2 || draws > UINT_MAX)
        return sq_error(SQ_UNDEFINED);
    gsl_rng_set(generator, options->seed);
    for (size_t i = 0; i < options->resamples; i++) {
        unsigned int drawn[SQ_KANO_CATEGORIES];
        double count[SQ_KANO_CATEGORIES];
        gsl_ran_multinomial(generator, SQ_KANO_CATEGORIES, (unsigned int)draws, feature->count,
                            drawn);
        for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
            count[c] = drawn[c];
        same += winner(count, options->rule, draws) == feature->category;
    }
    return (double)same / (double)options->resamples;
}

static void no_data(sq_kano *feature)
{
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
        feature->count[c] = sq_error(SQ_NO_DATA);
    feature->category = SQ_KANO_NONE;
    feature->better = feature->worse = sq_error(SQ_NO_DATA);
    feature->category_strength = feature->total_strength = sq_error(SQ_NO_DATA);
    feature->fong_difference = feature->fong_critical = sq_error(SQ_NO_DATA);
    feature->distinct = false;
    feature->bootstrap = sq_error(SQ_NO_DATA);
}

/* Everything that follows from count and effective_n. */
static void evaluate(sq_kano *feature, const sq_kano_options *options, gsl_rng *generator)
{
    double total = sum(feature->count);
    if (!(total > 0)) {
        no_data(feature);
        return;
    }
    feature->category = winner(feature->count, options->rule, total);
    find_coefficients(feature);
    find_strengths(feature, total);
    feature->bootstrap = bootstrap(feature, options, generator);
}

/* *generator is NULL where no bootstrap is asked for. */
static sq_status take_generator(sq_arena *memory, const sq_kano_options *options,
                                gsl_rng **generator)
{
    *generator = options->resamples > 0 ? sq_generator(memory, options->seed) : NULL;
    return options->resamples > 0 && !*generator ? SQ_NO_MEMORY : SQ_OK;
}

sq_status sq_kano_of_counts(const double count[SQ_KANO_CATEGORIES], const sq_kano_options *options,
                            sq_kano *feature)
{
    SQ_SCRATCH(memory);
    gsl_rng *generator;
    *feature = (sq_kano){.category = SQ_KANO_NONE};
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++) {
        if (!(count[c] >= 0) || isinf(count[c]))
            return SQ_OUT_OF_DOMAIN;
        feature->count[c] = count[c];
    }
    feature->effective_n = sum(count);
    if (!(feature->effective_n < UINT_MAX))
        return SQ_OUT_OF_DOMAIN;
    feature->n = (size_t)(feature->effective_n + 0.5);
    SQ_TRY(take_generator(&memory, options, &generator));
    evaluate(feature, options, generator);
    return SQ_OK;
}

/* Whether a pair counts; adds to missing where it does not. */
static bool usable(double functional, double dysfunctional, size_t *missing)
{
    bool both = !isnan(functional) && !isnan(dysfunctional);
    *missing += !both;
    return both;
}

/* Requirement 1, before anything is counted. */
static sq_status check_answers(const sq_table *answers, const double *case_weights)
{
    for (size_t row = 0; row < answers->rows; row++)
        for (size_t j = 0; sq_case_weight(case_weights, row) > 0 && j < answers->columns; j++)
            if (is_outside(sq_row(answers, row)[j]))
                return SQ_OUT_OF_DOMAIN;
    return SQ_OK;
}

/* Adds the answers of all respondents, row by row, to count, n and missing; effective_n holds Σw²
 * in the meantime. */
static void count_answers(const sq_table *functional, const sq_table *dysfunctional,
                          const sq_kano_options *options, sq_kano feature[])
{
    const sq_kano_table *table = options->table ? options->table : &sq_kano_standard;
    double scale = sq_case_weight_scale(options->case_weights, functional->rows);
    for (size_t row = 0; row < functional->rows; row++) {
        double weight = sq_case_weight(options->case_weights, row) / scale;
        const double *f = sq_row(functional, row), *d = sq_row(dysfunctional, row);
        if (!(weight > 0))
            continue;
        for (size_t j = 0; j < functional->columns; j++) {
            if (!usable(f[j], d[j], &feature[j].missing))
                continue;
            feature[j].count[table->cell[answer_index(f[j])][answer_index(d[j])]] += weight;
            feature[j].effective_n += weight * weight;
            feature[j].n++;
        }
    }
}

/* Sums of weights become respondents (requirement 7). */
static void scale_counts(sq_kano *feature)
{
    double total = sum(feature->count), n = (double)feature->n;
    if (feature->n == 0)
        return;
    feature->effective_n = fmin(n, total * total / feature->effective_n);
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
        feature->count[c] = feature->count[c] * n / total;
}

static sq_status check_table(const sq_kano_table *table)
{
    for (size_t row = 0; table && row < SQ_KANO_ANSWERS; row++)
        for (size_t column = 0; column < SQ_KANO_ANSWERS; column++)
            if ((unsigned int)table->cell[row][column] >= SQ_KANO_CATEGORIES)
                return SQ_BAD_ARGUMENT;
    return SQ_OK;
}

static sq_status check_tables(const sq_table *functional, const sq_table *dysfunctional,
                              const double *case_weights)
{
    if (functional->rows != dysfunctional->rows || functional->columns != dysfunctional->columns)
        return SQ_BAD_ARGUMENT;
    if (functional->columns == 0)
        return SQ_NO_DATA;
    SQ_TRY(sq_check_case_weights(case_weights, functional->rows));
    SQ_TRY(check_answers(functional, case_weights));
    return check_answers(dysfunctional, case_weights);
}

sq_status sq_kano_features(const sq_table *functional, const sq_table *dysfunctional,
                           const sq_kano_options *options, sq_kano feature[])
{
    SQ_SCRATCH(memory);
    gsl_rng *generator;
    SQ_TRY(check_tables(functional, dysfunctional, options->case_weights));
    SQ_TRY(check_table(options->table));
    SQ_TRY(take_generator(&memory, options, &generator));
    for (size_t j = 0; j < functional->columns; j++)
        feature[j] = (sq_kano){.category = SQ_KANO_NONE};
    count_answers(functional, dysfunctional, options, feature);
    for (size_t j = 0; j < functional->columns; j++) {
        scale_counts(&feature[j]);
        evaluate(&feature[j], options, generator);
    }
    return SQ_OK;
}

static const double functional_score[SQ_KANO_ANSWERS] = {4, 2, 0, -1, -2};
static const double dysfunctional_score[SQ_KANO_ANSWERS] = {-2, -1, 0, 2, 4};

/* Mean and standard deviation of scores from the weight of each of the five answers, where n
 * respondents gave them. The scores are few and known, so the second pass is over five numbers. */
static void describe(const double weight[], const double score[], size_t n, double *mean,
                     double *sd)
{
    double total = 0, squares = 0;
    *mean = *sd = sq_error(SQ_NO_DATA);
    if (n == 0)
        return;
    *mean = 0;
    for (size_t a = 0; a < SQ_KANO_ANSWERS; a++) {
        total += weight[a];
        *mean += weight[a] * score[a];
    }
    *mean /= total;
    *sd = sq_error(SQ_UNDEFINED);
    if (n == 1)
        return;
    for (size_t a = 0; a < SQ_KANO_ANSWERS; a++) {
        if (weight[a] == total)
            *mean = score[a]; /* one answer from everybody: exactly no spread */
        squares += weight[a] * (score[a] - *mean) * (score[a] - *mean);
    }
    *sd = sqrt(squares / total * (double)n / ((double)n - 1));
}

/* The weight behind each answer to one feature. */
typedef struct answers {
    double functional[SQ_KANO_ANSWERS], dysfunctional[SQ_KANO_ANSWERS];
} answers;

static void weigh_answers(const sq_table *functional, const sq_table *dysfunctional,
                          const double *case_weights, answers given[], sq_kano_scores feature[])
{
    double scale = sq_case_weight_scale(case_weights, functional->rows);
    for (size_t row = 0; row < functional->rows; row++) {
        double weight = sq_case_weight(case_weights, row) / scale;
        const double *f = sq_row(functional, row), *d = sq_row(dysfunctional, row);
        if (!(weight > 0))
            continue;
        for (size_t j = 0; j < functional->columns; j++) {
            if (!usable(f[j], d[j], &feature[j].missing))
                continue;
            given[j].functional[answer_index(f[j])] += weight;
            given[j].dysfunctional[answer_index(d[j])] += weight;
            feature[j].n++;
        }
    }
}

sq_status sq_kano_continuous(const sq_table *functional, const sq_table *dysfunctional,
                             const double *case_weights, sq_kano_scores feature[])
{
    size_t columns = functional->columns;
    SQ_SCRATCH(memory);
    answers *given;
    SQ_TRY(check_tables(functional, dysfunctional, case_weights));
    SQ_TAKE(given, &memory, columns);
    for (size_t j = 0; j < columns; j++)
        feature[j] = (sq_kano_scores){0};
    weigh_answers(functional, dysfunctional, case_weights, given, feature);
    for (size_t j = 0; j < columns; j++) {
        sq_kano_scores *scores = &feature[j];
        describe(given[j].functional, functional_score, scores->n, &scores->functional,
                 &scores->functional_sd);
        describe(given[j].dysfunctional, dysfunctional_score, scores->n, &scores->dysfunctional,
                 &scores->dysfunctional_sd);
    }
    return SQ_OK;
}
