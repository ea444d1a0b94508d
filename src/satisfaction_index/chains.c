/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/chains.h"

#include <math.h>
#include <string.h>

/* A walk through the model; what it has found is counted, and kept where there is room. */
typedef struct walk {
    const sq_path_model *model;
    const bool *leads;  /* [q × q] whether the row acts on the column, at once or through others */
    size_t *way;        /* [q] the constructs so far */
    size_t length, end; /* of the way; where it is to lead */
    size_t count, steps; /* chains found, constructs of all of them */
    sq_chains *kept;     /* NULL: only counted */
} walk;

static void keep(walk *w)
{
    if (w->kept) {
        w->kept->first[w->count] = w->steps;
        memcpy(w->kept->construct + w->steps, w->way, w->length * sizeof *w->way);
        w->kept->construct[w->steps + w->length] = w->end;
    }
    w->count++;
    w->steps += w->length + 1;
}

/* Goes on from the last construct of the way, only where the end can be reached: each step leads to
 * a chain. */
static void go_on(walk *w)
{
    size_t q = w->model->constructs, last = w->way[w->length - 1];
    for (size_t k = 0; k < q && w->count <= SQ_MOST_CHAINS; k++) {
        if (w->model->paths[last * q + k] != 1)
            continue;
        if (k == w->end && w->length > 1)
            keep(w);
        if (k == w->end || !w->leads[k * q + w->end])
            continue;
        w->way[w->length++] = k;
        go_on(w);
        w->length--;
    }
}

static void walk_all(walk *w)
{
    size_t q = w->model->constructs;
    w->count = w->steps = 0;
    for (size_t from = 0; from < q; from++)
        for (w->end = 0; w->end < q; w->end++) {
            w->way[0] = from;
            w->length = 1;
            if (w->leads[from * q + w->end])
                go_on(w);
        }
}

/* Warshall's closure of the paths. */
static void find_leads(const sq_path_model *model, bool *leads)
{
    size_t q = model->constructs;
    for (size_t i = 0; i < q * q; i++)
        leads[i] = model->paths[i] == 1;
    for (size_t m = 0; m < q; m++)
        for (size_t j = 0; j < q; j++)
            for (size_t k = 0; k < q; k++)
                if (leads[j * q + m] && leads[m * q + k])
                    leads[j * q + k] = true;
}

sq_status sq_chains_find(sq_arena *memory, const sq_path_model *model, sq_chains *chains,
                         sq_model_problem *problem)
{
    size_t q = model->constructs;
    walk w = {.model = model};
    bool *leads;
    SQ_TAKE_TABLE(leads, memory, q, q);
    SQ_TAKE(w.way, memory, q);
    find_leads(model, leads);
    w.leads = leads;
    walk_all(&w);
    if (w.count > SQ_MOST_CHAINS)
        return sq_model_wrong(problem, SQ_MODEL_TOO_LARGE, SQ_NOWHERE, SQ_NOWHERE);
    *chains = (sq_chains){.count = w.count};
    SQ_TAKE(chains->first, memory, w.count + 1);
    SQ_TAKE(chains->construct, memory, w.steps);
    w.kept = chains;
    walk_all(&w);
    chains->first[w.count] = w.steps;
    return SQ_OK;
}

double sq_chain_effect(const sq_chains *chains, size_t chain, const sq_pls *pls)
{
    double effect = 1;
    for (size_t i = chains->first[chain]; i + 1 < chains->first[chain + 1]; i++)
        effect *= pls->paths[chains->construct[i] * pls->constructs + chains->construct[i + 1]];
    return effect;
}

static bool is_there(sq_effect effect)
{
    return effect.lower > 0 || effect.upper < 0;
}

static bool is_known(sq_effect effect)
{
    return isfinite(effect.lower) && isfinite(effect.upper);
}

sq_mediation sq_mediation_kind(sq_effect indirect, const sq_effect *direct)
{
    bool both_known = is_known(indirect) && (!direct || is_known(*direct));
    if (!both_known)
        return SQ_MEDIATION_UNKNOWN;
    if (!direct || !is_there(*direct))
        return is_there(indirect) ? SQ_MEDIATION_INDIRECT_ONLY : SQ_MEDIATION_NONE;
    if (!is_there(indirect))
        return SQ_MEDIATION_DIRECT_ONLY;
    return (indirect.estimate > 0) == (direct->estimate > 0) ? SQ_MEDIATION_COMPLEMENTARY
                                                             : SQ_MEDIATION_COMPETITIVE;
}
