/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "survey/data_check_parts.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    ROOM_TO_DIFFER = 6, /* items */
    FEW = 100           /* one straight line in so many respondents changes no share */
};

typedef struct rows {
    const sq_checked *checked;
    const sq_relations *items;
    size_t *compared; /* [compared_count] columns that make respondents alike: not their numbers */
    size_t compared_count;
    size_t *with;  /* [items + 1] how many gave so many answers */
    size_t *table; /* [slots] rows by hash, SQ_NOWHERE where free */
    size_t slots;  /* a power of 2 */
    sq_finding straight, twins;
} rows;

/* How many answers a row has; straight: whether they are all the same. */
static size_t read_row(const rows *r, size_t row, bool *straight)
{
    const double *values = sq_row(&r->checked->answers, row);
    size_t answered = 0;
    double first = 0;
    *straight = true;
    for (size_t i = 0; i < r->items->count; i++) {
        double answer = values[r->items->columns[i]];
        if (isnan(answer))
            continue;
        if (answered++ == 0)
            first = answer;
        else if (answer != first)
            *straight = false;
    }
    return answered;
}

/* Every missing answer alike, and −0 like 0. */
static uint64_t bits_of(double answer)
{
    uint64_t bits;
    if (isnan(answer))
        return UINT64_MAX;
    answer = answer == 0 ? 0 : answer;
    memcpy(&bits, &answer, sizeof bits);
    return bits;
}

/* Multiply and shift, so that every bit of an answer reaches the low bits (the constant is 2⁶⁴ over
 * the golden ratio, made odd). */
static size_t hash_row(const rows *r, size_t row)
{
    const double *answer = sq_row(&r->checked->answers, row);
    uint64_t hash = 0;
    for (size_t i = 0; i < r->compared_count; i++) {
        hash = (hash ^ bits_of(answer[r->compared[i]])) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

static bool are_alike(const rows *r, size_t a, size_t b)
{
    const double *x = sq_row(&r->checked->answers, a), *y = sq_row(&r->checked->answers, b);
    for (size_t i = 0; i < r->compared_count; i++)
        if (bits_of(x[r->compared[i]]) != bits_of(y[r->compared[i]]))
            return false;
    return true;
}

/* The first row like this one; the row itself, which is remembered, where it is the first. */
static size_t first_alike(rows *r, size_t row)
{
    size_t slot = hash_row(r, row) & (r->slots - 1);
    while (r->table[slot] != SQ_NOWHERE) {
        if (are_alike(r, r->table[slot], row))
            return r->table[slot];
        slot = (slot + 1) & (r->slots - 1);
    }
    return r->table[slot] = row;
}

static void count(sq_finding *finding, size_t row, size_t like)
{
    if (finding->count < SQ_FIRST_ROWS) {
        finding->rows[finding->count] = row;
        finding->like[finding->count] = like;
    }
    finding->count++;
}

static void read_rows(rows *r)
{
    for (size_t row = 0; row < r->checked->answers.rows; row++) {
        bool straight;
        size_t answered = read_row(r, row, &straight);
        r->with[answered]++;
        if (answered < r->checked->fewest_answers)
            continue;
        if (straight) {
            count(&r->straight, row, SQ_NOWHERE);
        } else {
            size_t first = first_alike(r, row);
            if (first != row)
                count(&r->twins, row, first);
        }
    }
}

/* The rows that are no straight lines. */
static sq_status copy_others(sq_arena *memory, const rows *r, sq_table *others)
{
    const sq_table *answers = &r->checked->answers;
    size_t k = answers->columns;
    double *copy;
    SQ_TAKE_TABLE(copy, memory, answers->rows, k);
    *others = (sq_table){copy, 0, k};
    for (size_t row = 0; row < answers->rows; row++) {
        bool straight;
        size_t answered = read_row(r, row, &straight);
        if (!straight || answered < r->checked->fewest_answers)
            memcpy(copy + others->rows++ * k, sq_row(answers, row), k * sizeof *copy);
    }
    return SQ_OK;
}

/* Many straight lines would make straight lines likely: what chance gives is taken from the others.
 * With fewer items than ROOM_TO_DIFFER a good part of honest answers is straight, and stays. */
static sq_status expect_alike(const rows *r, sq_chance *chance)
{
    const sq_checked *c = r->checked;
    SQ_SCRATCH(memory);
    sq_item_counts *items;
    sq_relations relations;
    sq_table others;
    if (FEW * r->straight.count < c->answers.rows || r->items->count < ROOM_TO_DIFFER)
        return sq_expect_alike(c->items, r->items, r->with, c->fewest_answers, chance);
    SQ_TAKE(items, &memory, c->answers.columns);
    SQ_TRY(copy_others(&memory, r, &others));
    SQ_TRY(sq_count_answers(&memory, &others, items));
    SQ_TRY(sq_relate_items(&memory, &others, c->kinds, &c->scale, &relations));
    return sq_expect_alike(items, &relations, r->with, c->fewest_answers, chance);
}

static sq_status tell(rows *r)
{
    sq_chance chance;
    if (r->straight.count + r->twins.count == 0)
        return SQ_OK;
    SQ_TRY(expect_alike(r, &chance));
    r->straight.value = chance.straight;
    r->twins.value = chance.twins;
    if (sq_is_more_than_chance(r->straight.count, chance.straight))
        SQ_TRY(sq_tell(r->checked, r->straight));
    if (sq_is_more_than_chance(r->twins.count, chance.twins))
        SQ_TRY(sq_tell(r->checked, r->twins));
    return SQ_OK;
}

/* At most half of the slots will be taken. */
static sq_status allocate(sq_arena *memory, rows *r)
{
    size_t k = r->checked->answers.columns;
    r->slots = 2;
    while (r->slots / 2 < r->checked->answers.rows)
        r->slots *= 2;
    SQ_TAKE(r->table, memory, r->slots);
    SQ_TAKE(r->compared, memory, k);
    SQ_TAKE(r->with, memory, k + 1);
    for (size_t i = 0; i < r->slots; i++)
        r->table[i] = SQ_NOWHERE;
    for (size_t i = 0; i < k; i++)
        if (r->checked->kinds[i] != SQ_COLUMN_RUNNING_NUMBER &&
            r->checked->kinds[i] != SQ_COLUMN_TIME)
            r->compared[r->compared_count++] = i;
    return SQ_OK;
}

sq_status sq_check_rows(const sq_checked *checked, const sq_relations *relations)
{
    SQ_SCRATCH(memory);
    rows r = {.checked = checked,
              .items = relations,
              .straight = sq_finding_of(SQ_FOUND_STRAIGHT_LINED, SQ_NOWHERE),
              .twins = sq_finding_of(SQ_FOUND_TWINS, SQ_NOWHERE)};
    SQ_TRY(allocate(&memory, &r));
    read_rows(&r);
    return tell(&r);
}
