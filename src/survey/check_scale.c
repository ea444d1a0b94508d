/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scale that the answers are on, seen from the answers alone.
 *
 * The answers of all items are pooled. From the commonest one the scale is followed up and down
 * from point to point; where the points in between should have been chosen by several and were
 * chosen by nobody, it has ended, and what lies beyond stands apart (99, −99). The shortest scale
 * in use is taken that holds what is left of most items, provided that every other item is clearly
 * on another one.
 */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>
#include <stdlib.h>

enum {
    ENOUGH_ANSWERS = 5, /* fewer show no scale */
    CLEARLY = 5,        /* answers outside, and a quarter of the item's: another scale */
    FEWEST = 3,         /* answers of an item, all outside: another scale */
    CODE_RECURS = 2,    /* once is a slip of the finger */
    CODE_DISTANCE = 2,  /* the next point may be a longer scale */
    RATING = 10         /* no point of a rating scale that is not a percentage is larger */
};
/* Where so many answers are expected, nobody answers by chance 7 times in 1,000 (e⁻⁵). */
#define EXPECTED_IN_A_HOLE 5.0

typedef struct scale_in_use {
    sq_scale ends;
    bool rare;     /* taken only where both ends were answered */
    bool zero_off; /* 0 is no point of a longer one in use: a code where the maximum is answered */
} scale_in_use;

/* From the shortest, the usual ones of a length first. */
static const scale_in_use scales[] = {
    {{1, 2}, true, false},   {{0, 1}, true, false},   {{1, 3}, true, false},
    {{0, 3}, true, false},   {{1, 4}, true, false},   {{1, 5}, false, true},
    {{0, 4}, false, false},  {{-2, 2}, false, false}, {{1, 6}, true, false},
    {{1, 7}, false, true},   {{0, 6}, true, false},   {{-3, 3}, false, false},
    {{1, 9}, true, false},   {{1, 10}, false, false}, {{0, 10}, false, false},
    {{-5, 5}, false, false}, {{0, 100}, false, false}};

/* ---- The answers of all items that may be on the scale. */

typedef struct pool {
    sq_level *levels; /* ascending, whole numbers */
    size_t distinct, answers;
    sq_scale core; /* what hangs together */
} pool;

static double median(const sq_level levels[], size_t distinct, size_t answers)
{
    size_t half = (answers + 1) / 2, below = 0, l = 0;
    while (l + 1 < distinct && below + levels[l].count < half)
        below += levels[l++].count;
    return levels[l].value;
}

/* Whole numbers but for a slip here and there. */
static bool is_rating(const sq_item_counts *item, sq_column_kind kind)
{
    return kind == SQ_COLUMN_ANSWERS && !item->many && 4 * item->whole >= 3 * item->answers;
}

/* Otherwise what few ratings there are say nothing about the rest. */
static bool are_mostly_ratings(const sq_item_counts items[], size_t columns,
                               const sq_column_kind kinds[])
{
    size_t answers = 0, ratings = 0;
    for (size_t i = 0; i < columns; i++) {
        answers += kinds[i] == SQ_COLUMN_ANSWERS;
        ratings += is_rating(&items[i], kinds[i]);
    }
    return 2 * ratings > answers;
}

static bool is_small(const sq_item_counts *item)
{
    return fabs(median(item->levels, item->distinct, item->answers)) <= RATING;
}

static int by_value(const void *a, const void *b)
{
    double x = ((const sq_level *)a)->value, y = ((const sq_level *)b)->value;
    return (x > y) - (x < y);
}

static void add_levels(pool *all, const sq_item_counts *item)
{
    for (size_t l = 0; l < item->distinct; l++)
        if (item->levels[l].value == floor(item->levels[l].value))
            all->levels[all->distinct++] = item->levels[l];
}

/* Equal ones become one. */
static void merge(pool *all)
{
    size_t kept = 0;
    qsort(all->levels, all->distinct, sizeof *all->levels, by_value);
    for (size_t l = 0; l < all->distinct; l++) {
        all->answers += all->levels[l].count;
        if (kept > 0 && all->levels[kept - 1].value == all->levels[l].value)
            all->levels[kept - 1].count += all->levels[l].count;
        else
            all->levels[kept++] = all->levels[l];
    }
    all->distinct = kept;
}

/* Items around small numbers where they are most, else all. */
static sq_status pool_items(sq_arena *memory, const sq_item_counts items[], size_t columns,
                            const sq_column_kind kinds[], pool *all)
{
    size_t ratings = 0, small = 0;
    *all = (pool){0};
    for (size_t i = 0; i < columns; i++) {
        bool rating = is_rating(&items[i], kinds[i]);
        ratings += rating;
        small += rating && is_small(&items[i]);
    }
    SQ_TAKE_TABLE(all->levels, memory, columns, SQ_MOST_LEVELS);
    for (size_t i = 0; i < columns; i++)
        if (is_rating(&items[i], kinds[i]) && (2 * small < ratings || is_small(&items[i])))
            add_levels(all, &items[i]);
    merge(all);
    return SQ_OK;
}

/* Whether a scale goes on from one answer to the next one that was given. */
static bool goes_on(const pool *all, size_t from, size_t to)
{
    double x = all->levels[from].value, y = all->levels[to].value;
    double expected = sqrt((double)all->levels[from].count * (double)all->levels[to].count);
    bool skips_zero = (x < 0 && y > 0) || (x > 0 && y < 0); /* below 0 it has 0, too */
    return !skips_zero && (fabs(x - y) - 1) * expected < EXPECTED_IN_A_HOLE;
}

/* What hangs together with the commonest answer; whether that is most of them. */
static bool find_core(pool *all)
{
    size_t commonest = 0, low, high, within = 0;
    if (all->answers < ENOUGH_ANSWERS)
        return false;
    for (size_t l = 1; l < all->distinct; l++)
        if (all->levels[l].count > all->levels[commonest].count)
            commonest = l;
    low = high = commonest;
    while (low > 0 && goes_on(all, low, low - 1))
        low--;
    while (high + 1 < all->distinct && goes_on(all, high, high + 1))
        high++;
    for (size_t l = low; l <= high; l++)
        within += all->levels[l].count;
    all->core = (sq_scale){all->levels[low].value, all->levels[high].value};
    return 2 * within > all->answers;
}

static bool was_answered(const pool *all, double value)
{
    for (size_t l = 0; l < all->distinct; l++)
        if (all->levels[l].value == value)
            return true;
    return false;
}

/* ---- Does a scale fit? */

typedef enum fit { FITS, IS_ON_ANOTHER, DOES_NOT_FIT } fit;

/* What an item's answers say of a scale; those that stand apart say nothing. */
static fit fit_of(const sq_item_counts *item, const sq_scale *core, const scale_in_use *scale,
                  bool without_zero)
{
    double from = fmax(core->minimum, scale->ends.minimum);
    double to = fmin(core->maximum, scale->ends.maximum);
    size_t connected = sq_answers_within(item, core->minimum, core->maximum);
    size_t outside = connected - sq_answers_within(item, from, to);
    if (without_zero)
        outside -= sq_answers_within(item, 0, 0);
    if (2 * connected < item->answers)
        return item->answers >= FEWEST ? IS_ON_ANOTHER : DOES_NOT_FIT;
    if (outside == 0)
        return FITS;
    if ((outside >= CLEARLY && 4 * outside >= item->answers) ||
        (outside >= FEWEST && outside == item->answers))
        return IS_ON_ANOTHER;
    return DOES_NOT_FIT;
}

/* Where most answer low, 0 is the lowest point of a longer scale. */
static bool leaves_zero_out(const pool *all, const scale_in_use *scale)
{
    return scale->zero_off && all->core.minimum == 0 && was_answered(all, scale->ends.maximum) &&
           2 * median(all->levels, all->distinct, all->answers) >=
               scale->ends.minimum + scale->ends.maximum;
}

static bool fits_most(const sq_item_counts items[], size_t columns, const sq_column_kind kinds[],
                      const pool *all, const scale_in_use *scale)
{
    size_t fitting = 0, others = 0;
    bool without_zero = leaves_zero_out(all, scale);
    if (scale->rare &&
        !(was_answered(all, scale->ends.minimum) && was_answered(all, scale->ends.maximum)))
        return false;
    for (size_t i = 0; i < columns; i++) {
        if (!is_rating(&items[i], kinds[i]))
            continue;
        switch (fit_of(&items[i], &all->core, scale, without_zero)) {
        case FITS:
            fitting++;
            break;
        case IS_ON_ANOTHER:
            others++;
            break;
        case DOES_NOT_FIT:
            return false;
        }
    }
    return fitting > others;
}

static void mark_others(const sq_item_counts items[], size_t columns, sq_column_kind kinds[],
                        const pool *all, const scale_in_use *scale)
{
    for (size_t i = 0; i < columns; i++)
        if (kinds[i] != SQ_COLUMN_ANSWERS)
            continue;
        else if (items[i].many ? items[i].least < scale->ends.minimum ||
                                     items[i].largest > scale->ends.maximum
                               : is_rating(&items[i], kinds[i]) &&
                                     fit_of(&items[i], &all->core, scale,
                                            leaves_zero_out(all, scale)) == IS_ON_ANOTHER)
            kinds[i] = SQ_COLUMN_OTHER_SCALE;
}

/* Percentages have holes everywhere. */
static bool are_percentages(const pool *all)
{
    size_t within = 0, beyond_rating = 0;
    for (size_t l = 0; l < all->distinct; l++) {
        double value = all->levels[l].value;
        within += value >= 0 && value <= 100 ? all->levels[l].count : 0;
        beyond_rating += value > RATING && value <= 100 ? all->levels[l].count : 0;
    }
    return all->answers >= ENOUGH_ANSWERS && 2 * beyond_rating > all->answers &&
           20 * within >= 19 * all->answers; /* but for codes of missing answers */
}

sq_status sq_find_scale(const sq_item_counts items[], size_t columns, sq_column_kind kinds[],
                        sq_scale *scale, bool *found)
{
    SQ_SCRATCH(memory);
    pool all;
    *found = false;
    if (!are_mostly_ratings(items, columns, kinds))
        return SQ_OK;
    SQ_TRY(pool_items(&memory, items, columns, kinds, &all));
    if (find_core(&all)) {
        for (size_t s = 0; s < sizeof scales / sizeof *scales && !*found; s++)
            if (fits_most(items, columns, kinds, &all, &scales[s])) {
                *scale = scales[s].ends;
                *found = true;
                mark_others(items, columns, kinds, &all, &scales[s]);
            }
    } else if (are_percentages(&all)) {
        *scale = (sq_scale){0, 100};
        *found = true;
        sq_hold_against_scale(items, columns, kinds, scale);
    }
    return SQ_OK;
}

/* Most of an item's answers outside, and not all the same one: another scale. */
void sq_hold_against_scale(const sq_item_counts items[], size_t columns, sq_column_kind kinds[],
                           const sq_scale *scale)
{
    for (size_t i = 0; i < columns; i++) {
        const sq_item_counts *item = &items[i];
        size_t outside = 0, values = 0;
        for (size_t l = 0; l < item->distinct; l++)
            if (item->levels[l].value < scale->minimum || item->levels[l].value > scale->maximum) {
                outside += item->levels[l].count;
                values++;
            }
        if (kinds[i] == SQ_COLUMN_ANSWERS &&
            (item->many ? item->least < scale->minimum || item->largest > scale->maximum
                        : outside >= FEWEST && values > 1 && 2 * outside > item->answers))
            kinds[i] = SQ_COLUMN_OTHER_SCALE;
    }
}

/* ---- Codes of missing answers. */

static bool stands_apart(double value, const sq_scale *scale)
{
    if (value != floor(value))
        return false;
    if (value < scale->minimum)
        return scale->minimum - value >= CODE_DISTANCE || (value <= 0 && scale->minimum >= 0);
    return value - scale->maximum >= CODE_DISTANCE;
}

size_t sq_find_codes(const sq_item_counts items[], size_t columns, const sq_column_kind kinds[],
                     const sq_scale *scale, double codes[SQ_MOST_CODES])
{
    sq_level apart[SQ_MOST_LEVELS] = {{0, 0}};
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < columns; i++)
        for (size_t l = 0; kinds[i] == SQ_COLUMN_ANSWERS && l < items[i].distinct; l++) {
            size_t place = 0;
            if (!stands_apart(items[i].levels[l].value, scale))
                continue;
            while (place < count && apart[place].value != items[i].levels[l].value)
                place++;
            if (place == SQ_MOST_LEVELS)
                continue;
            if (place == count)
                apart[count++] = (sq_level){items[i].levels[l].value, 0};
            apart[place].count += items[i].levels[l].count;
        }
    qsort(apart, count, sizeof *apart, by_value);
    for (size_t place = 0; place < count && kept < SQ_MOST_CODES; place++)
        if (apart[place].count >= CODE_RECURS)
            codes[kept++] = apart[place].value;
    return kept;
}
