/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/answer_scale.h"

#include <math.h>

/* A scale as it may stand in a questionnaire. */
typedef enum scale_shape { WHOLE, HALVED, ONE_TO_TEN, ZERO_TO_TEN, SHAPES } scale_shape;

typedef struct candidate {
    sq_scale_name scale;
    scale_shape shape;
    bool complete; /* every level was chosen */
} candidate;

enum { MOST_CANDIDATES = SQ_ANSWER_SCALES * SHAPES };

static int levels_of(sq_scale_name scale, scale_shape shape)
{
    switch (shape) {
    case HALVED:
        return sq_answer_scales[scale].levels - 1;
    case ONE_TO_TEN:
        return 10;
    case ZERO_TO_TEN:
        return 11;
    default:
        return sq_answer_scales[scale].levels;
    }
}

static bool has_shape(sq_scale_name scale, scale_shape shape)
{
    int flags = sq_answer_scales[scale].flags;
    return shape == WHOLE || (flags & (shape == HALVED ? SQ_MAY_HALVE : SQ_NUMBER_ENDS));
}

/* The number of a level; −1 where the shape has none for it. */
static int number_of(sq_scale_name scale, scale_shape shape, int level)
{
    int levels = sq_answer_scales[scale].levels, middle = (levels + 1) / 2;
    if (shape == WHOLE)
        return level;
    if (shape == HALVED)
        return level == middle ? -1 : level - (level > middle);
    if (level == levels)
        return 10;
    return level == 1 ? (shape == ONE_TO_TEN) : -1;
}

/* Where a word stands on a scale; NULL where it does not. */
static const sq_place *place_on(const sq_answer_book *book, int32_t word, sq_scale_name scale)
{
    for (int32_t i = book->words[word].places; i >= 0; i = book->places[i].next)
        if (book->places[i].scale == scale)
            return &book->places[i];
    return NULL;
}

static int number_on(const sq_answer_book *book, int32_t word, sq_scale_name scale,
                     scale_shape shape)
{
    const sq_place *place = place_on(book, word, scale);
    return place ? number_of(scale, shape, place->level) : -1;
}

static bool share_a_level(const sq_place *first, const sq_place *second)
{
    return first->level == second->level && first->language == second->language &&
           first->meaning != second->meaning;
}

/* The levels that were chosen, a bit each; 0 where the scale does not fit (requirement 1). */
static unsigned int chosen_levels(const sq_answer_book *book, const sq_chosen *chosen,
                                  sq_scale_name scale, scale_shape shape)
{
    const sq_place *first[SQ_MOST_LEVELS + 1][SQ_ANSWER_LANGUAGES] = {{NULL}};
    unsigned int levels = 0;
    for (size_t i = 0; i < chosen->count; i++) {
        const sq_place *place = place_on(book, chosen->words[i], scale), **other;
        int number = place ? number_of(scale, shape, place->level) : -1;
        if (number < 0 || (!isnan(chosen->beside[i]) && chosen->beside[i] != number))
            return 0;
        other = &first[place->level][place->language];
        if (*other && share_a_level(*other, place))
            return 0;
        *other = place;
        levels |= 1U << place->level;
    }
    return levels;
}

static int count_bits(unsigned int bits)
{
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* Whether the numbers among the answers are of the scale (requirement 1): on 1 … 10 and 0 … 10 they
 * are other ones than those of its ends, which have wordings. */
static bool numbers_fit(const sq_answer_book *book, const sq_chosen *chosen, sq_scale_name scale,
                        scale_shape shape)
{
    int levels = levels_of(scale, shape);
    if (chosen->kind == SQ_KANO_KIND)
        return true; /* there is one scale only */
    if (shape == WHOLE || shape == HALVED)
        return (chosen->numbers & 1) == 0 && chosen->numbers >> (levels + 1) == 0;
    if ((chosen->numbers & 1) + (chosen->numbers >> 6) == 0) /* neither 0 nor above 5 */
        return false;
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->numbers >> number_on(book, chosen->words[i], scale, shape) & 1)
            return false;
    return shape == ZERO_TO_TEN || (chosen->numbers & 1) == 0;
}

/* Requirement 4. */
static bool is_usual(const candidate *found)
{
    const sq_answer_scale *scale = &sq_answer_scales[found->scale];
    return found->shape == WHOLE && scale->levels == 5 && (scale->flags & SQ_USUAL);
}

/* Requirements 1, 2 and 5; *found is then filled. */
static bool fits(const sq_answer_book *book, const sq_chosen *chosen, int levels, candidate *found)
{
    sq_scale_name scale = found->scale;
    bool ends = found->shape >= ONE_TO_TEN;
    int of_scale = levels_of(scale, found->shape), count;
    unsigned int taken;
    if (sq_answer_scales[scale].kind != chosen->kind || !has_shape(scale, found->shape) ||
        (levels > 0 && of_scale != levels))
        return false;
    taken = chosen_levels(book, chosen, scale, found->shape);
    count = count_bits(taken);
    found->complete = !ends && count == of_scale;
    if (count == 0)
        return false;
    if (levels > 0 || found->complete)
        return true;
    if (sq_answer_scales[scale].flags & SQ_WHEN_ENDED &&
        !(taken & (1U << 1 | 1U << sq_answer_scales[scale].levels)))
        return false;
    if (sq_answer_scales[scale].flags & SQ_WHEN_COMPLETE ||
        !numbers_fit(book, chosen, scale, found->shape))
        return false;
    return ends || of_scale % 2 == 1;
}

typedef bool (*preferred)(const candidate *found);

static bool is_complete(const candidate *found)
{
    return found->complete;
}

/* Of any number of levels, where it is given. */
static bool is_of_the_usual(const candidate *found)
{
    return found->shape <= HALVED && (sq_answer_scales[found->scale].flags & SQ_USUAL);
}

static bool is_any(const candidate *found)
{
    (void)found;
    return true;
}

/* Takes the candidates of a preference, if there is one: only these or these as well; how many. */
static size_t select(const candidate from[], size_t count, preferred is, bool only, bool out[])
{
    size_t selected = 0;
    for (size_t i = 0; i < count; i++)
        selected += is(&from[i]);
    for (size_t i = 0; i < count; i++)
        out[i] = selected > 0 ? is(&from[i]) || (!only && out[i]) : out[i];
    return selected;
}

/* Requirements 2 to 5: which of the candidates are to agree. */
static void choose(const candidate found[], size_t count, int levels, bool unknown, bool chosen[])
{
    for (size_t i = 0; i < count; i++)
        chosen[i] = false;
    if (levels > 0) {
        if (select(found, count, is_of_the_usual, true, chosen) == 0)
            select(found, count, is_any, true, chosen);
        return;
    }
    if (select(found, count, is_complete, true, chosen) > 0 && !unknown)
        return;
    if (select(found, count, is_usual, false, chosen) == 0)
        select(found, count, is_any, false, chosen);
}

/* Whether some scale of that kind and number of levels has a number for a word. */
static bool has_a_say(const sq_answer_book *book, sq_answer_kind kind, int32_t word, int levels)
{
    for (int32_t i = book->words[word].places; i >= 0; i = book->places[i].next) {
        sq_scale_name scale = (sq_scale_name)book->places[i].scale;
        for (int s = 0; sq_answer_scales[scale].kind == kind && s < SHAPES; s++)
            if (has_shape(scale, (scale_shape)s) && levels_of(scale, (scale_shape)s) == levels &&
                number_of(scale, (scale_shape)s, book->places[i].level) >= 0)
                return true;
    }
    return false;
}

void sq_answer_scale_codes(const sq_answer_book *book, const sq_chosen *chosen, int levels,
                           double code[])
{
    candidate found[MOST_CANDIDATES];
    bool agree[MOST_CANDIDATES];
    size_t count = 0;
    for (int scale = 0; scale < SQ_ANSWER_SCALES; scale++)
        for (int s = 0; s < SHAPES; s++) {
            found[count] = (candidate){(sq_scale_name)scale, (scale_shape)s, false};
            count += fits(book, chosen, levels, &found[count]);
        }
    choose(found, count, levels, chosen->unknown, agree);
    for (size_t i = 0; i < chosen->count; i++) {
        int number = -1;
        for (size_t c = 0; c < count; c++) {
            int here = number_on(book, chosen->words[i], found[c].scale, found[c].shape);
            if (agree[c])
                number = number == -1 || number == here ? here : -2;
        }
        code[i] = number >= 0 ? number : sq_error(SQ_UNDEFINED);
        if (levels > 0 && !has_a_say(book, chosen->kind, chosen->words[i], levels))
            code[i] = sq_error(SQ_NO_DATA);
    }
}

/* ---- Numbers beside wordings. */

bool sq_number_may_stand(const sq_answer_book *book, int32_t word, double number, bool zero)
{
    enum { LOWEST_TOP = 3, LOWEST_MIDDLE = 2, HIGHEST_MIDDLE = 6 };
    for (int32_t i = book->words[word].places; i >= 0; i = book->places[i].next) {
        const sq_place *place = &book->places[i];
        sq_scale_name scale = (sq_scale_name)place->scale;
        int levels = sq_answer_scales[scale].levels, level = place->level;
        for (int s = WHOLE; s <= HALVED; s++) {
            int here =
                has_shape(scale, (scale_shape)s) ? number_of(scale, (scale_shape)s, level) : -1;
            if (here >= 0 && (number == here || (zero && number == here - 1)))
                return true;
        }
        if (sq_answer_scales[scale].kind == SQ_KANO_KIND)
            continue;
        if ((level == levels && number >= LOWEST_TOP) ||
            (level == 1 && (number == 0 || number == 1)) ||
            (2 * level == levels + 1 && number >= LOWEST_MIDDLE && number <= HIGHEST_MIDDLE))
            return true;
    }
    return false;
}

bool sq_numbers_agree(const sq_answer_book *book, int32_t first, double first_number,
                      int32_t second, double second_number)
{
    bool together = false;
    for (int32_t i = book->words[first].places; i >= 0; i = book->places[i].next) {
        const sq_place *a = &book->places[i];
        const sq_place *b = place_on(book, second, (sq_scale_name)a->scale);
        if (!b)
            continue;
        together = true;
        if (a->level == b->level ? (first_number == second_number) == !share_a_level(a, b)
                                 : (a->level < b->level) == (first_number < second_number) &&
                                       first_number != second_number)
            return true;
    }
    return !together;
}
