/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/satisfaction_index/mediation.h"

#include "functions/satisfaction_index/resampling.h"
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_quality.h"

#include <math.h>
#include <string.h>

#define MEDIATION_COLUMNS                                                                          \
    {N_("From"), FIGURE_LABEL, N_("the construct that acts")},                                     \
        {N_("Through"), FIGURE_WORD, N_("the constructs on the way")},                             \
        {N_("To"), FIGURE_WORD, N_("the construct acted on")},                                     \
        {N_("Effect"), FIGURE_NUMBER, N_("product of the paths on the way")},                      \
        {N_("Share of total"), FIGURE_NUMBER,                                                      \
         N_("of the total effect, direct and through all ways (VAF)")},                            \
        {N_("Direct"), FIGURE_NUMBER, N_("the path, 0 without one")},                              \
    {                                                                                              \
        N_("Kind"), FIGURE_WORD,                                                                   \
            N_("complementary, competitive, indirect only, direct only or none: which of the two " \
               "effects have an interval without 0, and whether both have one sign")               \
    }

const sq_column mediation_columns[] = {MEDIATION_COLUMNS, {NULL}};

const sq_column bootstrapped_mediation_columns[] = {MEDIATION_COLUMNS, RESAMPLED_COLUMNS, {NULL}};

/* How often, with which seed, to which level; and what came of it. */
typedef struct mediation {
    unsigned long resamples, seed;
    double level;
    sq_chains chains;
    sq_pls_bootstrap_row *effects; /* [chains.count] */
    sq_pls_bootstrap_row *paths;   /* one for each path */
    size_t *path_at;               /* [q × q] which path that is, SQ_NOWHERE for none */
    double *total;                 /* [q × q] */
    sq_pls_counts counts;
} mediation;

static sq_status resample(sq_call *call, fitted_model *model, mediation *m)
{
    size_t q = model->constructs, count = sq_pls_list(&model->pls, SQ_STATISTIC_PATHS, NULL, NULL);
    SQ_TRY(sq_chains_find(&call->memory, &model->model, &m->chains, &model->problem));
    SQ_TAKE(m->effects, &call->memory, m->chains.count);
    SQ_TAKE(m->paths, &call->memory, count);
    SQ_TAKE_TABLE(m->path_at, &call->memory, q, q);
    SQ_TAKE_TABLE(m->total, &call->memory, q, q);
    SQ_TRY(sq_pls_bootstrap_chains(&model->pls, &model->data, &model->options, &m->chains,
                                   m->resamples, m->seed, m->level, m->effects, m->paths,
                                   &m->counts, &model->problem));
    for (size_t i = 0; i < q * q; i++)
        m->path_at[i] = SQ_NOWHERE;
    for (size_t s = 0; s < count; s++)
        m->path_at[m->paths[s].from * q + m->paths[s].to] = s;
    sq_pls_total_effects(&model->pls, m->total);
    return SQ_OK;
}

static sq_effect effect_of(const sq_pls_bootstrap_row *row)
{
    return (sq_effect){row->estimate, row->lower, row->upper};
}

static void put_kind(sq_call *call, const sq_pls_bootstrap_row *indirect,
                     const sq_pls_bootstrap_row *path)
{
    static const char *const kinds[] = {[SQ_MEDIATION_COMPLEMENTARY] = N_("complementary"),
                                        [SQ_MEDIATION_COMPETITIVE] = N_("competitive"),
                                        [SQ_MEDIATION_INDIRECT_ONLY] = N_("indirect only"),
                                        [SQ_MEDIATION_DIRECT_ONLY] = N_("direct only"),
                                        [SQ_MEDIATION_NONE] = N_("none")};
    sq_effect direct = path ? effect_of(path) : (sq_effect){0};
    sq_mediation kind = sq_mediation_kind(effect_of(indirect), path ? &direct : NULL);
    if (kinds[kind])
        put_word(call, kinds[kind]);
    else
        put_number(call, sq_error(SQ_UNDEFINED));
}

/* "Expectation → Quality", without the ends of the chain. */
static sq_status put_way(sq_call *call, const fitted_model *model, const sq_chains *chains,
                         size_t chain)
{
    static const char arrow[] = " → ";
    size_t room = 1;
    char *way;
    for (size_t i = chains->first[chain] + 1; i + 1 < chains->first[chain + 1]; i++)
        room += strlen(model->names[chains->construct[i]]) + sizeof arrow;
    SQ_TAKE(way, &call->memory, room);
    for (size_t i = chains->first[chain] + 1; i + 1 < chains->first[chain + 1]; i++)
        strcat(strcat(way, *way ? arrow : ""), model->names[chains->construct[i]]);
    put_text(call, way);
    return SQ_OK;
}

static sq_status put_chain(sq_call *call, const fitted_model *model, const mediation *m,
                           size_t chain)
{
    const sq_pls_bootstrap_row *row = &m->effects[chain];
    size_t from = m->chains.construct[m->chains.first[chain]];
    size_t to = m->chains.construct[m->chains.first[chain + 1] - 1];
    size_t at = from * model->constructs + to;
    double effect = sq_chain_effect(&m->chains, chain, &model->pls), total = m->total[at];
    next_row(call);
    put_construct(call, model, from);
    SQ_TRY(put_way(call, model, &m->chains, chain));
    put_construct(call, model, to);
    put_number(call, effect);
    put_number(call, total != 0 ? effect / total : sq_error(SQ_UNDEFINED));
    put_number(call, model->pls.paths[at]);
    put_kind(call, row, m->path_at[at] == SQ_NOWHERE ? NULL : &m->paths[m->path_at[at]]);
    return SQ_OK;
}

sq_status mediation_table(sq_call *call, fitted_model *model)
{
    mediation m = {.resamples = 5000, .seed = 1, .level = 0.95};
    SQ_TRY(resample(call, model, &m));
    SQ_TRY(begin_table(call, mediation_columns, 0, m.chains.count));
    for (size_t c = 0; c < m.chains.count; c++)
        SQ_TRY(put_chain(call, model, &m, c));
    return SQ_OK;
}

sq_status bootstrapped_mediation(sq_call *call, fitted_model *model)
{
    enum { BLANKS = 2 }; /* below "Through" and "To" */
    mediation m = {0};
    SQ_TRY(read_resampling(call, &m.resamples, &m.seed));
    SQ_TRY(call_number(call, &in_level, &m.level));
    SQ_TRY(resample(call, model, &m));
    SQ_TRY(begin_table(call, bootstrapped_mediation_columns, 0, m.chains.count + COUNT_ROWS));
    for (size_t c = 0; c < m.chains.count; c++) {
        SQ_TRY(put_chain(call, model, &m, c));
        put_resampled(call, &m.effects[c]);
    }
    put_counts(call, N_("Resamples used"), BLANKS, &m.counts);
    return SQ_OK;
}
