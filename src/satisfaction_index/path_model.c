/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/path_model.h"

#include "base/arena.h"
#include "base/same_word.h"
#include "base/table.h"
#include "satisfaction_index/construct_words.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define WIDE_COLON "\xEF\xBC\x9A" /* full-width colon, U+FF1A */

static const struct {
    sq_status status;
    const char *sentence;
} faults[] = {
    [SQ_MODEL_SOUND] = {SQ_OK, N_("The model can be estimated.")},
    [SQ_MODEL_ITEM_WITHOUT_BLOCK] = {SQ_BAD_ARGUMENT,
                                     N_("An item belongs to no construct of the path table.")},
    [SQ_MODEL_CONSTRUCT_WITHOUT_NAME] = {SQ_BAD_ARGUMENT,
                                         N_("A row or column of the path table has no name.")},
    [SQ_MODEL_CONSTRUCT_TWICE] =
        {SQ_BAD_ARGUMENT, N_("Two rows or two columns of the path table have the same name.")},
    [SQ_MODEL_UNKNOWN_CONSTRUCT] = {SQ_BAD_ARGUMENT,
                                    N_("A path leads to a construct that has no row of its own.")},
    [SQ_MODEL_TWO_MODES] = {SQ_BAD_ARGUMENT, N_("One block asks for mode A and for mode B.")},
    [SQ_MODEL_UNKNOWN_MODE] = {SQ_BAD_ARGUMENT,
                               N_("The mode behind the colon of a block name is neither A nor B.")},
    [SQ_MODEL_EMPTY] = {SQ_BAD_ARGUMENT, N_("The model has no construct or no item.")},
    [SQ_MODEL_CONSTRUCT_WITHOUT_ITEMS] = {SQ_BAD_ARGUMENT, N_("A construct has no items.")},
    [SQ_MODEL_BAD_PATH] = {SQ_BAD_ARGUMENT,
                           N_("A cell of the path table is neither 0 nor 1 nor blank.")},
    [SQ_MODEL_CYCLE] = {SQ_BAD_ARGUMENT, N_("The paths lead from a construct back to itself.")},
    [SQ_MODEL_ISOLATED_CONSTRUCT] = {SQ_BAD_ARGUMENT,
                                     N_("No path leads to or from one of the constructs.")},
    [SQ_MODEL_SHAPE] = {SQ_BAD_ARGUMENT, N_("There is not one block name per item.")},
    [SQ_MODEL_NEGATIVE_CASE_WEIGHT] = {SQ_OUT_OF_DOMAIN,
                                       N_("A case weight is negative or not a number.")},
    [SQ_MODEL_TOO_FEW_RESPONDENTS] = {SQ_NO_DATA,
                                      N_("Fewer than three respondents have usable answers.")},
    [SQ_MODEL_ITEM_WITHOUT_ANSWERS] = {SQ_NO_DATA, N_("Nobody answered one of the items.")},
    [SQ_MODEL_CONSTANT_ITEM] = {SQ_UNDEFINED, N_("All respondents gave an item the same answer.")},
    [SQ_MODEL_MORE_ITEMS_THAN_RESPONDENTS] =
        {SQ_UNDEFINED, N_("A block in mode B needs more respondents than it has items.")},
    [SQ_MODEL_COLLINEAR_ITEMS] =
        {SQ_UNDEFINED, N_("In a block in mode B one item is a combination of the others.")},
    [SQ_MODEL_COLLINEAR_CONSTRUCTS] =
        {SQ_UNDEFINED,
         N_("The constructs that act on one construct are combinations of each other.")},
    [SQ_MODEL_NO_CONVERGENCE] = {SQ_NO_CONVERGENCE, N_("The outer weights did not settle.")},
    [SQ_MODEL_TOO_LARGE] =
        {SQ_OUT_OF_DOMAIN,
         N_("This would take longer than ten seconds: ask for fewer resamples, or "
            "of fewer respondents, items or constructs.")},
};

static int is_known(sq_model_fault fault)
{
    return (size_t)fault < sizeof faults / sizeof *faults && faults[fault].sentence;
}

const char *sq_model_sentence(sq_model_fault fault)
{
    return is_known(fault) ? faults[fault].sentence : "Unknown fault.";
}

sq_status sq_model_status(sq_model_fault fault)
{
    return is_known(fault) ? faults[fault].status : SQ_BAD_ARGUMENT;
}

sq_status sq_model_wrong(sq_model_problem *problem, sq_model_fault fault, size_t item,
                         size_t construct)
{
    if (problem)
        *problem = (sq_model_problem){fault, item, construct, SQ_NOWHERE};
    return sq_model_status(fault);
}

static sq_stretch whole(const char *word)
{
    return (sq_stretch){word ? word : "", word ? strlen(word) : 0};
}

static bool is_blank_name(sq_stretch name)
{
    return sq_compare_stretches(name, whole(NULL)) == 0;
}

static size_t find(sq_stretch name, size_t count, const char *const names[])
{
    for (size_t i = 0; i < count; i++)
        if (!is_blank_name(name) && sq_compare_stretches(name, whole(names[i])) == 0)
            return i;
    return SQ_NOWHERE;
}

/* Parts "Quality:B" into the name and what stands behind the last colon; returns whether there is
 * one. */
static bool split_mode(sq_stretch word, sq_stretch *name, sq_stretch *mode)
{
    size_t wide = strlen(WIDE_COLON);
    for (size_t i = word.length; i-- > 0;) {
        size_t colon = word.start[i] == ':' ? 1 : 0;
        if (i + wide <= word.length && memcmp(word.start + i, WIDE_COLON, wide) == 0)
            colon = wide;
        if (colon == 0)
            continue;
        *name = (sq_stretch){word.start, i};
        *mode = (sq_stretch){word.start + i + colon, word.length - i - colon};
        return true;
    }
    *name = word;
    return false;
}

static sq_status read_names(size_t count, const char *const names[], sq_model_problem *problem)
{
    for (size_t i = 0; i < count; i++) {
        sq_stretch name = whole(names[i]);
        if (is_blank_name(name))
            return sq_model_wrong(problem, SQ_MODEL_CONSTRUCT_WITHOUT_NAME, SQ_NOWHERE, i);
        if (find(name, i, names) != SQ_NOWHERE)
            return sq_model_wrong(problem, SQ_MODEL_CONSTRUCT_TWICE, SQ_NOWHERE, i);
    }
    return SQ_OK;
}

static sq_status read_cells(size_t constructs, const char *const row_names[],
                            const char *const column_names[], const double *table, double *paths,
                            sq_model_problem *problem)
{
    for (size_t column = 0; column < constructs; column++) {
        size_t to = sq_find_construct(whole(column_names[column]), constructs, row_names);
        if (to == SQ_NOWHERE)
            return sq_model_wrong(problem, SQ_MODEL_UNKNOWN_CONSTRUCT, SQ_NOWHERE, column);
        for (size_t from = 0; from < constructs; from++) {
            double cell = table[from * constructs + column];
            paths[from * constructs + to] = isnan(cell) ? 0 : cell;
        }
    }
    return SQ_OK;
}

size_t sq_find_block(const char *word, size_t constructs, const char *const names[],
                     sq_stretch *mode)
{
    sq_stretch name;
    *mode = (sq_stretch){NULL, 0};
    if (find(whole(word), constructs, names) == SQ_NOWHERE) /* a name may contain a colon itself */
        split_mode(whole(word), &name, mode);
    else
        name = whole(word);
    return sq_find_construct(name, constructs, names);
}

static sq_status read_blocks(size_t items, const char *const block_words[], size_t constructs,
                             const char *const row_names[], size_t *block, sq_mode *modes,
                             sq_model_problem *problem)
{
    for (size_t j = 0; j < constructs; j++)
        modes[j] = SQ_MODE_A;
    for (int pass = 0; pass < 2; pass++) /* 0 collects mode B, 1 finds who contradicts it */
        for (size_t i = 0; i < items; i++) {
            sq_stretch mode = {NULL, 0};
            size_t j = sq_find_block(block_words[i], constructs, row_names, &mode);
            block[i] = SQ_NOWHERE;
            if (is_blank_name(whole(block_words[i])))
                continue;
            if (j == SQ_NOWHERE)
                return sq_model_wrong(problem, SQ_MODEL_ITEM_WITHOUT_BLOCK, i, SQ_NOWHERE);
            block[i] = j;
            if (!mode.start)
                continue;
            if (sq_compare_stretches(mode, whole("B")) == 0)
                modes[j] = SQ_MODE_B;
            else if (sq_compare_stretches(mode, whole("A")) != 0)
                return sq_model_wrong(problem, SQ_MODEL_UNKNOWN_MODE, i, j);
            else if (modes[j] == SQ_MODE_B)
                return sq_model_wrong(problem, SQ_MODEL_TWO_MODES, i, j);
        }
    return SQ_OK;
}

static sq_status check_cells(const sq_path_model *model, sq_model_problem *problem)
{
    for (size_t from = 0; from < model->constructs; from++)
        for (size_t to = 0; to < model->constructs; to++) {
            double cell = model->paths[from * model->constructs + to];
            sq_status status;
            if (cell == 0 || cell == 1)
                continue;
            status = sq_model_wrong(problem, SQ_MODEL_BAD_PATH, SQ_NOWHERE, from);
            if (problem)
                problem->other = to;
            return status;
        }
    return SQ_OK;
}

sq_status sq_path_model_read(size_t items, const char *const block_words[], size_t constructs,
                             const char *const row_names[], const char *const column_names[],
                             const double *table, size_t *block, sq_mode *modes, double *paths,
                             sq_model_problem *problem)
{
    sq_path_model model = {items, constructs, block, paths, modes};
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    if (items == 0 || constructs == 0)
        return sq_model_wrong(problem, SQ_MODEL_EMPTY, SQ_NOWHERE, SQ_NOWHERE);
    SQ_TRY(read_names(constructs, row_names, problem));
    SQ_TRY(read_names(constructs, column_names, problem));
    SQ_TRY(read_cells(constructs, row_names, column_names, table, paths, problem));
    SQ_TRY(check_cells(&model, problem));
    return read_blocks(items, block_words, constructs, row_names, block, modes, problem);
}

/* Whether the paths lead from a construct back to it: queue[constructs] holds what was reached, in
 * the order it was found. */
static int comes_back(const sq_path_model *model, size_t start, size_t *queue, unsigned char *found)
{
    size_t length = 1;
    memset(found, 0, model->constructs);
    queue[0] = start;
    for (size_t next = 0; next < length; next++)
        for (size_t to = 0; to < model->constructs; to++) {
            if (model->paths[queue[next] * model->constructs + to] != 1)
                continue;
            if (to == start)
                return 1;
            if (!found[to])
                queue[length++] = to;
            found[to] = 1;
        }
    return 0;
}

static sq_status find_cycle(const sq_path_model *model, sq_model_problem *problem)
{
    SQ_SCRATCH(memory);
    size_t q = model->constructs, on_cycle = SQ_NOWHERE, *queue;
    unsigned char *found;
    SQ_TAKE(queue, &memory, q);
    SQ_TAKE(found, &memory, q);
    for (size_t j = 0; j < q && on_cycle == SQ_NOWHERE; j++)
        if (comes_back(model, j, queue, found))
            on_cycle = j;
    return on_cycle == SQ_NOWHERE ? SQ_OK
                                  : sq_model_wrong(problem, SQ_MODEL_CYCLE, SQ_NOWHERE, on_cycle);
}

static int has_path(const sq_path_model *model, size_t construct)
{
    for (size_t other = 0; other < model->constructs; other++)
        if (model->paths[construct * model->constructs + other] == 1 ||
            model->paths[other * model->constructs + construct] == 1)
            return 1;
    return 0;
}

static int has_items(const sq_path_model *model, size_t construct)
{
    for (size_t i = 0; i < model->items; i++)
        if (model->block[i] == construct)
            return 1;
    return 0;
}

sq_status sq_path_model_check(const sq_path_model *model, sq_model_problem *problem)
{
    size_t q = model->constructs;
    sq_model_wrong(problem, SQ_MODEL_SOUND, SQ_NOWHERE, SQ_NOWHERE);
    if (model->items == 0 || q == 0)
        return sq_model_wrong(problem, SQ_MODEL_EMPTY, SQ_NOWHERE, SQ_NOWHERE);
    if (q > SQ_MOST_CONSTRUCTS)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    for (size_t i = 0; i < model->items; i++)
        if (model->block[i] >= q && model->block[i] != SQ_NOWHERE)
            return sq_model_wrong(problem, SQ_MODEL_ITEM_WITHOUT_BLOCK, i, SQ_NOWHERE);
    SQ_TRY(check_cells(model, problem));
    for (size_t j = 0; j < q; j++) {
        if (!has_items(model, j))
            return sq_model_wrong(problem, SQ_MODEL_CONSTRUCT_WITHOUT_ITEMS, SQ_NOWHERE, j);
        if (!has_path(model, j))
            return sq_model_wrong(problem, SQ_MODEL_ISOLATED_CONSTRUCT, SQ_NOWHERE, j);
    }
    return find_cycle(model, problem);
}
