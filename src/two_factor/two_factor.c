/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "two_factor/two_factor.h"

#include "base/plain_text.h"
#include "base/rounding.h"

#include <math.h>
#include <string.h>

sq_status sq_factor_of_word(const char *text, sq_factor *factor)
{
    static const struct {
        const char *word;
        sq_factor factor;
    } words[] = {
        {"", SQ_FACTOR_NEITHER},
        {"h", SQ_FACTOR_HYGIENE},
        {"hygiene", SQ_FACTOR_HYGIENE},
        {"hygiene factor", SQ_FACTOR_HYGIENE},
        {"hygiene factors", SQ_FACTOR_HYGIENE},
        {"保健", SQ_FACTOR_HYGIENE},
        {"保健因素", SQ_FACTOR_HYGIENE},
        {"保健因子", SQ_FACTOR_HYGIENE},
        {"m", SQ_FACTOR_MOTIVATOR},
        {"motivator", SQ_FACTOR_MOTIVATOR},
        {"motivators", SQ_FACTOR_MOTIVATOR},
        {"motivation", SQ_FACTOR_MOTIVATOR},
        {"motivation factor", SQ_FACTOR_MOTIVATOR},
        {"motivation factors", SQ_FACTOR_MOTIVATOR},
        {"激励", SQ_FACTOR_MOTIVATOR},
        {"激励因素", SQ_FACTOR_MOTIVATOR},
        {"激励因子", SQ_FACTOR_MOTIVATOR},
    };
    char plain[64];
    *factor = SQ_FACTOR_NEITHER;
    if (!sq_plain_text(text, plain, sizeof plain))
        return SQ_BAD_ARGUMENT;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, plain) == 0) {
            *factor = words[i].factor;
            return SQ_OK;
        }
    return SQ_BAD_ARGUMENT;
}

/* Counts so large that the sum over tables would take long. */
static const double largest_count = 1e9;

/* A hypergeometric distribution: x of the first row in the first column. */
typedef struct tables {
    double row, column, total; /* first row, first column, all */
    double smallest, largest;  /* x */
} tables;

/* P(x + 1) / P(x). */
static double step(const tables *t, double x)
{
    return (t->row - x) / (x + 1) * ((t->column - x) / (t->total - t->row - t->column + x + 1));
}

/* Of P(mode): where a side of the sum ends, before numbers lose their digits and stop to fall, and
 * where an observed table is as good as impossible. */
static const double vanishing = 1e-305, impossible = 1e-290;

/* Sums P over all x, in units of P(mode), where P ≤ limit; limit 2 takes them all. Away from the
 * mode P only falls. */
static double sum_tables(const tables *t, double mode, double limit)
{
    double p = 1, sum = 1 <= limit ? 1 : 0;
    for (double x = mode; x < t->largest && p > vanishing; x++) {
        p *= step(t, x);
        sum += p <= limit ? p : 0;
    }
    p = 1;
    for (double x = mode; x > t->smallest && p > vanishing; x--) {
        p /= step(t, x - 1);
        sum += p <= limit ? p : 0;
    }
    return sum;
}

/* P(x) in units of P(mode), by the same steps as sum_tables so that it compares equal to itself. */
static double probability(const tables *t, double mode, double x)
{
    double p = 1;
    for (double i = mode; i < x && p > vanishing; i++)
        p *= step(t, i);
    for (double i = mode; i > x && p > vanishing; i--)
        p /= step(t, i - 1);
    return p;
}

double sq_fisher_exact(double a, double b, double c, double d)
{
    static const double allowance = 1 + 1e-7; /* as R */
    const double count[] = {a, b, c, d};
    tables t = {.row = a + b, .column = a + c, .total = a + b + c + d};
    double mode, observed;
    for (size_t i = 0; i < 4; i++) {
        if (!(count[i] >= 0 && count[i] <= largest_count))
            return sq_error(isnan(count[i]) ? SQ_NO_DATA : SQ_OUT_OF_DOMAIN);
        if (count[i] != floor(count[i]))
            return sq_error(SQ_UNDEFINED);
    }
    t.smallest = fmax(0, t.row + t.column - t.total);
    t.largest = fmin(t.row, t.column);
    mode = floor((t.row + 1) * (t.column + 1) / (t.total + 2));
    mode = fmin(t.largest, fmax(t.smallest, mode));
    observed = probability(&t, mode, a);
    if (observed < impossible)
        return 0;
    return fmin(1, sum_tables(&t, mode, observed * allowance) / sum_tables(&t, mode, 2));
}

static sq_status check_count(double count)
{
    if (isnan(count))
        return SQ_BAD_ARGUMENT;
    return count >= 0 && !isinf(count) ? SQ_OK : SQ_OUT_OF_DOMAIN;
}

static sq_status add_mentions(const double mentions[], size_t factors, double *sum)
{
    *sum = 0;
    for (size_t f = 0; f < factors; f++) {
        SQ_TRY(check_count(mentions[f]));
        *sum += mentions[f];
    }
    return check_count(*sum);
}

/* The denominator of one side; a factor cannot be in more incidents than there are. */
static sq_status denominator_of(const double mentions[], size_t factors, double incidents,
                                sq_denominator denominator, double *total)
{
    SQ_TRY(add_mentions(mentions, factors, total));
    if (denominator == SQ_OF_MENTIONS)
        return SQ_OK;
    SQ_TRY(check_count(incidents));
    *total = incidents;
    for (size_t f = 0; f < factors; f++)
        if (mentions[f] > incidents)
            return SQ_OUT_OF_DOMAIN;
    return SQ_OK;
}

static double divide(double dividend, double divisor, sq_status reason)
{
    return divisor > 0 ? dividend / divisor : sq_error(reason);
}

static sq_herzberg judge(double good, double bad, double good_total, double bad_total)
{
    sq_herzberg h = {.kind = SQ_FACTOR_NEITHER};
    double not_good = sq_rounded(good_total - good, good_total);
    double not_bad = sq_rounded(bad_total - bad, bad_total);
    h.share_good = divide(good, good_total, SQ_NO_DATA);
    h.share_bad = divide(bad, bad_total, SQ_NO_DATA);
    h.odds_ratio = h.p = sq_error(SQ_NO_DATA);
    if (!(good_total > 0 && bad_total > 0))
        return h;
    if (!sq_is_same(h.share_good, h.share_bad))
        h.kind = h.share_good > h.share_bad ? SQ_FACTOR_MOTIVATOR : SQ_FACTOR_HYGIENE;
    h.odds_ratio = divide(good * not_bad, bad * not_good, SQ_UNDEFINED);
    h.p = sq_fisher_exact(good, bad, not_good, not_bad);
    return h;
}

sq_status sq_herzberg_factors(const sq_incidents *incidents, sq_herzberg result[])
{
    double good_total, bad_total;
    if (incidents->factors == 0)
        return SQ_NO_DATA;
    SQ_TRY(denominator_of(incidents->good, incidents->factors, incidents->good_total,
                          incidents->denominator, &good_total));
    SQ_TRY(denominator_of(incidents->bad, incidents->factors, incidents->bad_total,
                          incidents->denominator, &bad_total));
    for (size_t f = 0; f < incidents->factors; f++)
        result[f] = judge(incidents->good[f], incidents->bad[f], good_total, bad_total);
    return SQ_OK;
}

/* Mentions of the motivators and of both kinds on one side. */
static sq_status split_side(const double mentions[], const sq_factor kind[], size_t factors,
                            double *motivator, double *hygiene, double *total)
{
    double of[3] = {0};
    for (size_t f = 0; f < factors; f++) {
        SQ_TRY(check_count(mentions[f]));
        of[kind[f]] += mentions[f];
    }
    *total = of[SQ_FACTOR_MOTIVATOR] + of[SQ_FACTOR_HYGIENE];
    *motivator = divide(of[SQ_FACTOR_MOTIVATOR], *total, SQ_NO_DATA);
    *hygiene = divide(of[SQ_FACTOR_HYGIENE], *total, SQ_NO_DATA);
    return check_count(*total);
}

sq_status sq_herzberg_by_kind(const sq_incidents *incidents, const sq_factor kind[],
                              sq_herzberg_split *split)
{
    if (incidents->factors == 0)
        return SQ_NO_DATA;
    SQ_TRY(split_side(incidents->good, kind, incidents->factors, &split->motivator_good,
                      &split->hygiene_good, &split->good));
    return split_side(incidents->bad, kind, incidents->factors, &split->motivator_bad,
                      &split->hygiene_bad, &split->bad);
}

/* The mean of the answered items of one kind. */
static double score_of_respondent(const sq_table *ratings, const sq_factor kind[], sq_factor which,
                                  size_t row)
{
    const double *answer = sq_row(ratings, row);
    double sum = 0, size = 0;
    size_t answered = 0;
    for (size_t item = 0; item < ratings->columns; item++) {
        if (kind[item] != which || !isfinite(answer[item]))
            continue;
        sum += answer[item];
        size = fmax(size, fabs(answer[item]));
        answered++;
    }
    return answered > 0 ? sq_rounded(sum / (double)answered, size) : sq_error(SQ_NO_DATA);
}

double sq_factor_score(const sq_table *ratings, const sq_factor kind[], sq_factor which, size_t *n)
{
    double origin = 0, sum = 0, size = 0;
    *n = 0;
    for (size_t row = 0; row < ratings->rows; row++) {
        double score = score_of_respondent(ratings, kind, which, row);
        if (isnan(score))
            continue;
        if (*n == 0)
            origin = score;
        sum += score - origin;
        size = fmax(size, fabs(score));
        (*n)++;
    }
    return *n > 0 ? sq_rounded(origin + sum / (double)*n, size) : sq_error(SQ_NO_DATA);
}

double sq_factor_cut(const sq_table *ratings, const sq_factor kind[])
{
    double smallest = INFINITY, largest = -INFINITY;
    for (size_t row = 0; row < ratings->rows; row++)
        for (size_t item = 0; item < ratings->columns; item++) {
            double answer = sq_row(ratings, row)[item];
            if (kind[item] == SQ_FACTOR_NEITHER || !isfinite(answer))
                continue;
            smallest = fmin(smallest, answer);
            largest = fmax(largest, answer);
        }
    if (smallest > largest)
        return sq_error(SQ_NO_DATA);
    return sq_is_same(smallest, largest) ? sq_error(SQ_UNDEFINED) : smallest / 2 + largest / 2;
}

/* Whether a score reaches its cut, or misses it by rounding only. */
static bool is_met(double score, double cut)
{
    return score >= cut || sq_is_same(score, cut);
}

static sq_factor_state state_of(const sq_two_factor *scores, double hygiene_cut,
                                double motivator_cut)
{
    if (isnan(scores->hygiene))
        return SQ_STATE_UNKNOWN;
    if (!is_met(scores->hygiene, hygiene_cut))
        return SQ_STATE_DISSATISFIED;
    if (isnan(scores->motivator))
        return SQ_STATE_UNKNOWN;
    return is_met(scores->motivator, motivator_cut) ? SQ_STATE_SATISFIED
                                                    : SQ_STATE_NOT_DISSATISFIED;
}

sq_two_factor sq_two_factor_of_respondent(const sq_table *ratings, const sq_factor kind[],
                                          double hygiene_cut, double motivator_cut, size_t row)
{
    sq_two_factor scores = {.hygiene = score_of_respondent(ratings, kind, SQ_FACTOR_HYGIENE, row),
                            .motivator =
                                score_of_respondent(ratings, kind, SQ_FACTOR_MOTIVATOR, row)};
    scores.state = isfinite(hygiene_cut) && isfinite(motivator_cut)
                       ? state_of(&scores, hygiene_cut, motivator_cut)
                       : SQ_STATE_UNKNOWN;
    return scores;
}

sq_status sq_two_factor_count(const sq_table *ratings, const sq_factor kind[], double hygiene_cut,
                              double motivator_cut, sq_two_factor_states *states)
{
    *states = (sq_two_factor_states){.n = 0};
    if (!isfinite(hygiene_cut) || !isfinite(motivator_cut))
        return SQ_OUT_OF_DOMAIN;
    for (size_t row = 0; row < ratings->rows; row++) {
        sq_factor_state state =
            sq_two_factor_of_respondent(ratings, kind, hygiene_cut, motivator_cut, row).state;
        if (state == SQ_STATE_UNKNOWN) {
            states->unknown++;
            continue;
        }
        states->count[state]++;
        states->n++;
    }
    for (size_t s = 0; s < SQ_FACTOR_STATES; s++)
        states->share[s] = divide((double)states->count[s], (double)states->n, SQ_NO_DATA);
    return SQ_OK;
}
