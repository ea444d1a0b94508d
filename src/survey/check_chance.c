/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many straight lines and twins chance gives. Every item has the shares of answers that were
 * given to it. Respondents differ in one standard normal trait; given the trait, the items are
 * independent, and two of them correlate (as normal variables that are cut into the points of the
 * scale) as the items do on average. Without that, honest answers to a few items of one construct
 * would all look copied.
 */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    NODES = 41,       /* of the trait, equally spaced */
    MOST_POINTS = 101 /* of a scale; with more, chance makes nobody alike */
};
#define LAST_NODE 5.0   /* beyond: 6 of ten million */
#define MOST_ALIKE 0.98 /* correlation: nearly a step for the nodes */
#define HARDLY_ANY 0.5  /* expected: any one at all is worth a look */
/* Where less than one half is expected, what chance would bring 1 time in 20 is worth a look. One
 * correlation for all pairs understates how alike people answer: in published batteries of four to
 * six items of one construct there are up to four times as many straight lines. Where chance brings
 * several they must be more than that. */
#define SEVERAL 0.5
#define SELDOM 0.05
#define UNDERSTATED 4.0
#define HARDLY_EVER 0.01

typedef struct chance {
    double points[MOST_POINTS]; /* ascending */
    size_t count;
    double trait[NODES], weight[NODES];
    double log_straight[MOST_POINTS][NODES]; /* all items at that point */
    double log_alike[NODES][NODES];          /* all items alike, of two respondents */
} chance;

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The points that were answered to any item; false where there are too many. */
static bool find_points(chance *c, const sq_item_counts items[], const sq_relations *relations)
{
    for (size_t i = 0; i < relations->count; i++) {
        const sq_item_counts *item = &items[relations->columns[i]];
        if (item->many)
            return false;
        for (size_t l = 0; l < item->distinct; l++) {
            double value = item->levels[l].value;
            if (c->count > 0 && bsearch(&value, c->points, c->count, sizeof value, by_size))
                continue;
            if (c->count == MOST_POINTS)
                return false;
            c->points[c->count++] = value;
            qsort(c->points, c->count, sizeof value, by_size);
        }
    }
    return c->count > 0;
}

static void place_nodes(chance *c)
{
    double sum = 0;
    for (size_t node = 0; node < NODES; node++) {
        c->trait[node] = LAST_NODE * (2 * (double)node / (NODES - 1) - 1);
        sum += c->weight[node] = gsl_ran_ugaussian_pdf(c->trait[node]);
    }
    for (size_t node = 0; node < NODES; node++)
        c->weight[node] /= sum;
}

/* share[point][node]: of a respondent with that trait. */
static void find_shares(const chance *c, const sq_item_counts *item, double correlation, int sign,
                        double share[MOST_POINTS][NODES])
{
    double below[NODES] = {0};
    size_t answered = 0, l = 0;
    for (size_t point = 0; point < c->count; point++) {
        double cut;
        if (l < item->distinct && item->levels[l].value == c->points[point])
            answered += item->levels[l++].count;
        cut = gsl_cdf_ugaussian_Pinv((double)answered / (double)item->answers); /* ±∞ at the ends */
        for (size_t node = 0; node < NODES; node++) {
            double trait = sign * sqrt(correlation) * c->trait[node];
            double up_to = answered == 0 ? 0
                           : answered == item->answers
                               ? 1
                               : gsl_cdf_ugaussian_P((cut - trait) / sqrt(1 - correlation));
            share[point][node] = up_to - below[node];
            below[node] = up_to;
        }
    }
}

static void add_item(chance *c, double share[MOST_POINTS][NODES])
{
    for (size_t point = 0; point < c->count; point++)
        for (size_t node = 0; node < NODES; node++)
            c->log_straight[point][node] += log(fmax(share[point][node], 0));
    for (size_t one = 0; one < NODES; one++)
        for (size_t other = 0; other <= one; other++) {
            double alike = 0;
            for (size_t point = 0; point < c->count; point++)
                alike += share[point][one] * share[point][other];
            /* cppcheck-suppress invalidFunctionArg ; of none, minus infinity is meant */
            c->log_alike[one][other] += log(fmax(alike, 0));
        }
}

/* Of so many answers out of all, in equal parts of every item: the probability that a respondent
 * gives all at one point, and that two give the same but not all at one point. */
static void find_probabilities(const chance *c, double part, double *straight, double *alike)
{
    double both_straight = 0;
    *straight = *alike = 0;
    for (size_t point = 0; point < c->count; point++) {
        double at_point = 0;
        for (size_t node = 0; node < NODES; node++)
            at_point += c->weight[node] * exp(part * c->log_straight[point][node]);
        *straight += at_point;
        both_straight += at_point * at_point;
    }
    for (size_t one = 0; one < NODES; one++)
        for (size_t other = 0; other <= one; other++)
            *alike += (other < one ? 2 : 1) * c->weight[one] * c->weight[other] *
                      exp(part * c->log_alike[one][other]);
    *alike = fmax(*alike - both_straight, 0);
}

sq_status sq_expect_alike(const sq_item_counts items[], const sq_relations *relations,
                          const size_t rows_with[], size_t fewest, sq_chance *out)
{
    double correlation = fmin(relations->mean_correlation, MOST_ALIKE);
    SQ_SCRATCH(memory);
    chance *c;
    double(*share)[NODES];
    *out = (sq_chance){0};
    SQ_TAKE(c, &memory, 1);
    SQ_TAKE(share, &memory, MOST_POINTS);
    if (find_points(c, items, relations)) {
        place_nodes(c);
        for (size_t i = 0; i < relations->count; i++) {
            if (items[relations->columns[i]].answers == 0)
                continue;
            find_shares(c, &items[relations->columns[i]], correlation, relations->sign[i], share);
            add_item(c, share);
        }
        for (size_t answered = fewest; answered <= relations->count; answered++) {
            double straight, alike, n = (double)rows_with[answered];
            if (n == 0)
                continue;
            find_probabilities(c, (double)answered / (double)relations->count, &straight, &alike);
            out->straight += n * straight;
            out->twins += n * (n - 1) / 2 * alike;
        }
    }
    return SQ_OK;
}

bool sq_is_more_than_chance(size_t count, double expected)
{
    bool several = expected >= SEVERAL;
    double allowed = several ? UNDERSTATED * expected : expected;
    if (count == 0 || (double)count <= allowed)
        return false;
    return allowed == 0 ||
           gsl_cdf_poisson_Q((unsigned)(count - 1), allowed) < (several ? HARDLY_EVER : SELDOM);
}
