/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through what a construct acts on another: every chain of two and more paths between them, its
 * effect, and what kind of mediation it is. Source: Zhao, Lynch & Chen 2010, J. Consum. Res. 37.
 *
 * Requirements
 * 1 A chain begins with one construct, leads through one or more others, each acting on the next,
 *   and ends with another. Chains stand in the order of their beginnings, then of their ends, then
 *   of what they lead through, first construct first.
 * 2 The specific indirect effect is the product of the paths along the chain. All chains between
 *   two constructs together are the indirect effect, total effect less path.
 * 3 The kind follows from intervals (percentile, of the bootstrap): an effect is there where its
 *   interval leaves 0 out. Both there: complementary if they have one sign, else competitive; only
 *   the indirect one, only the direct one, none. Without a path between the two there is no direct
 *   effect. An interval that is not defined makes the kind unknown.
 * 4 More than SQ_MOST_CHAINS are refused: SQ_MODEL_TOO_LARGE.
 */
#ifndef SQ_CHAINS_H
#define SQ_CHAINS_H

#include "base/arena.h"
#include "satisfaction_index/pls.h"

#define SQ_MOST_CHAINS ((size_t)10000)

typedef struct sq_chains {
    size_t count;
    size_t *first;     /* [count + 1] where each chain begins in construct[] */
    size_t *construct; /* from the beginning of each chain to its end */
} sq_chains;

/* All chains of the model, with memory of the arena. Errors: SQ_MODEL_TOO_LARGE, SQ_NO_MEMORY. */
sq_status sq_chains_find(sq_arena *memory, const sq_path_model *model, sq_chains *chains,
                         sq_model_problem *problem);

/* The specific indirect effect along a chain of a fitted model. */
double sq_chain_effect(const sq_chains *chains, size_t chain, const sq_pls *pls);

typedef enum sq_mediation {
    SQ_MEDIATION_UNKNOWN,
    SQ_MEDIATION_COMPLEMENTARY,
    SQ_MEDIATION_COMPETITIVE,
    SQ_MEDIATION_INDIRECT_ONLY,
    SQ_MEDIATION_DIRECT_ONLY,
    SQ_MEDIATION_NONE
} sq_mediation;

/* An effect and its interval. */
typedef struct sq_effect {
    double estimate, lower, upper;
} sq_effect;

/* The kind; direct NULL: there is no path. */
sq_mediation sq_mediation_kind(sq_effect indirect, const sq_effect *direct);

#endif
