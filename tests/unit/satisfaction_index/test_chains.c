/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mediation: chains of the European model written out by hand, effects against base R
 * (path_models.R) and against total effects, kinds by Zhao, Lynch & Chen's tree, the bootstrap
 * against products of the bootstrap of the paths.
 */
#include "reference.h"
#include "satisfaction_index/pls_bootstrap.h"
#include "satisfaction_index/pls_models.h"
#include "satisfaction_index/pls_quality.h"

#include <gsl/gsl_errno.h>

#define MODELS "tests/published/path_models.csv"

static void find(sq_arena *memory, const sq_path_model *model, sq_chains *chains)
{
    assert_int_equal(sq_chains_find(memory, model, chains, NULL), SQ_OK);
}

/* Whether a chain is this one, its constructs written as digits. */
static bool is_chain(const sq_chains *chains, size_t c, const char *digits)
{
    size_t length = chains->first[c + 1] - chains->first[c];
    bool same = length == strlen(digits);
    for (size_t i = 0; same && i < length; i++)
        same = chains->construct[chains->first[c] + i] == (size_t)(digits[i] - '0');
    return same;
}

static void chains_stand_in_order(void **state)
{
    /* the bank: image 0, expectation 1, quality 2, value 3, satisfaction 4, loyalty 5 */
    static const char *const by_hand[] = {"012",  "0123",   "013",   "01234", "0124",  "0134",
                                          "014",  "012345", "01245", "01345", "0145",  "045",
                                          "123",  "1234",   "124",   "134",   "12345", "1245",
                                          "1345", "145",    "234",   "2345",  "245",   "345"};
    SQ_SCRATCH(memory);
    sq_chains chains;
    fixture f;
    (void)state;
    set_bank(&f);
    find(&memory, &f.model, &chains);
    assert_int_equal(chains.count, LENGTH(by_hand));
    for (size_t c = 0; c < chains.count; c++)
        if (!is_chain(&chains, c, by_hand[c]))
            fail_msg("chain %zu is not %s", c, by_hand[c]);
    free((void *)f.answers.values);
}

static void effects_are_products_and_add_up(void **state)
{
    SQ_SCRATCH(memory);
    sq_pls_options options = exact_options();
    double total[36], indirect[36] = {0};
    sq_chains chains;
    fixture f;
    (void)state;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    fit_fixture(&f, &options);
    find(&memory, &f.model, &chains);
    for (size_t c = 0; c < chains.count; c++) {
        size_t from = chains.construct[chains.first[c]];
        double effect = sq_chain_effect(&chains, c, &f.pls);
        indirect[from * 6 + chains.construct[chains.first[c + 1] - 1]] += effect;
        if (is_chain(&chains, c, "012"))
            assert_near(effect, reference(MODELS, "chain.IMAG.EXPE.QUAL"), 1e-12);
        if (is_chain(&chains, c, "012345"))
            assert_near(effect, reference(MODELS, "chain.IMAG.EXPE.QUAL.VAL.SAT.LOY"), 1e-12);
    }
    sq_pls_total_effects(&f.pls, total);
    for (size_t i = 0; i < 36; i++)
        assert_near(indirect[i], total[i] - f.pls.paths[i], 1e-12);
    assert_near(total[5], reference(MODELS, "total.IMAG.LOY"), 1e-12);
    close_fixture(&f);
}

static void kinds_follow_the_tree(void **state)
{
    sq_effect up = {0.4, 0.1, 0.7}, down = {-0.4, -0.7, -0.1}, nil = {0.1, -0.2, 0.4};
    sq_effect unknown = {0.4, NAN, NAN}, edge = {0.1, 0, 0.2};
    (void)state;
    assert_int_equal(sq_mediation_kind(up, &up), SQ_MEDIATION_COMPLEMENTARY);
    assert_int_equal(sq_mediation_kind(down, &down), SQ_MEDIATION_COMPLEMENTARY);
    assert_int_equal(sq_mediation_kind(up, &down), SQ_MEDIATION_COMPETITIVE);
    assert_int_equal(sq_mediation_kind(down, &up), SQ_MEDIATION_COMPETITIVE);
    assert_int_equal(sq_mediation_kind(up, &nil), SQ_MEDIATION_INDIRECT_ONLY);
    assert_int_equal(sq_mediation_kind(down, NULL), SQ_MEDIATION_INDIRECT_ONLY);
    assert_int_equal(sq_mediation_kind(nil, &down), SQ_MEDIATION_DIRECT_ONLY);
    assert_int_equal(sq_mediation_kind(nil, &nil), SQ_MEDIATION_NONE);
    assert_int_equal(sq_mediation_kind(nil, NULL), SQ_MEDIATION_NONE);
    assert_int_equal(sq_mediation_kind(edge, NULL), SQ_MEDIATION_NONE); /* 0 is not left out */
    assert_int_equal(sq_mediation_kind(unknown, &up), SQ_MEDIATION_UNKNOWN);
    assert_int_equal(sq_mediation_kind(up, &unknown), SQ_MEDIATION_UNKNOWN);
}

#define B 200

static void paths_are_those_of_their_own_bootstrap(void **state)
{
    SQ_SCRATCH(memory);
    sq_pls_options options = sq_pls_default();
    sq_pls_bootstrap_row effects[24], paths[10], alone[10];
    sq_pls_counts counts;
    sq_chains chains;
    fixture f;
    (void)state;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    find(&memory, &f.model, &chains);
    assert_int_equal(sq_pls_bootstrap_chains(&f.pls, &f.data, &options, &chains, B, 3, 0.95,
                                             effects, paths, &counts, NULL),
                     SQ_OK);
    assert_int_equal(counts.done, B);
    for (size_t c = 0; c < chains.count; c++) {
        assert_int_equal(effects[c].from, chains.construct[chains.first[c]]);
        assert_int_equal(effects[c].to, chains.construct[chains.first[c + 1] - 1]);
        assert_near(effects[c].estimate, sq_chain_effect(&chains, c, &f.pls), 0);
        assert_true(effects[c].lower < effects[c].mean && effects[c].mean < effects[c].upper);
    }
    assert_int_equal(sq_pls_bootstrap(&f.pls, &f.data, &options, SQ_STATISTIC_PATHS, NULL, B, 3,
                                      0.95, alone, &counts, NULL),
                     SQ_OK);
    assert_memory_equal(paths, alone, sizeof paths);
    close_fixture(&f);
}

/* The sums of image → expectation and expectation → quality over the first resamples. */
static void sum_paths(fixture *f, size_t resamples, double sums[2])
{
    enum { IMAGE_EXPECTATION = 0, EXPECTATION_QUALITY = 3 };
    sq_pls_options options = sq_pls_default();
    sq_pls_bootstrap_row paths[10];
    sq_pls_counts counts;
    assert_int_equal(sq_pls_bootstrap(&f->pls, &f->data, &options, SQ_STATISTIC_PATHS, NULL,
                                      resamples, 5, 0.95, paths, &counts, NULL),
                     SQ_OK);
    sums[0] = paths[IMAGE_EXPECTATION].mean * (double)resamples;
    sums[1] = paths[EXPECTATION_QUALITY].mean * (double)resamples;
}

/* A resample's paths are what the sums gain by it: their product is the effect in it. The sum of the
 * first two effects is taken as given. */
static void an_effect_is_the_product_in_each_resample(void **state)
{
    enum { RESAMPLES = 40 };
    SQ_SCRATCH(memory);
    sq_pls_options options = sq_pls_default();
    sq_pls_bootstrap_row effects[24], paths[10];
    double before[2], sums[2], sum;
    sq_pls_counts counts;
    sq_chains chains;
    fixture f;
    (void)state;
    set_bank(&f);
    open_fixture(&f, NULL, SQ_MISSING_LISTWISE);
    find(&memory, &f.model, &chains);
    assert_true(is_chain(&chains, 0, "012"));
    assert_int_equal(sq_pls_bootstrap_chains(&f.pls, &f.data, &options, &chains, 2, 5, 0.95,
                                             effects, paths, &counts, NULL),
                     SQ_OK);
    sum = 2 * effects[0].mean;
    sum_paths(&f, 2, before);
    for (size_t b = 3; b <= RESAMPLES; b++) {
        sum_paths(&f, b, sums);
        sum += (sums[0] - before[0]) * (sums[1] - before[1]);
        memcpy(before, sums, sizeof before);
    }
    assert_int_equal(sq_pls_bootstrap_chains(&f.pls, &f.data, &options, &chains, RESAMPLES, 5, 0.95,
                                             effects, paths, &counts, NULL),
                     SQ_OK);
    assert_near(effects[0].mean, sum / RESAMPLES, 1e-10);
    close_fixture(&f);
}

/* ---- Edges. */

/* A ladder, each construct acting on all behind it: between two at a distance of d lie 2^(d − 1) − 1
 * chains, of 13 constructs Σ(13 − d)(2^(d − 1) − 1) = 8100. */
static void too_many_chains_are_refused(void **state)
{
    SQ_SCRATCH(memory);
    static double paths[100 * 100];
    static const size_t sizes[] = {13, 14, 100};
    static const sq_status statuses[] = {SQ_OK, SQ_OUT_OF_DOMAIN, SQ_OUT_OF_DOMAIN};
    sq_model_problem problem;
    sq_chains chains;
    (void)state;
    for (size_t s = 0; s < 3; s++) {
        size_t q = sizes[s];
        sq_path_model model = {.constructs = q, .paths = paths};
        for (size_t j = 0; j < q; j++)
            for (size_t k = 0; k < q; k++)
                paths[j * q + k] = j < k;
        assert_int_equal(sq_chains_find(&memory, &model, &chains, &problem), statuses[s]);
        if (statuses[s] == SQ_OK)
            assert_int_equal(chains.count, 8100);
        else
            assert_int_equal(problem.fault, SQ_MODEL_TOO_LARGE);
    }
}

static void two_constructs_have_no_chain(void **state)
{
    SQ_SCRATCH(memory);
    static const double paths[] = {0, 1, 0, 0};
    sq_path_model model = {.constructs = 2, .paths = paths};
    sq_chains chains;
    (void)state;
    find(&memory, &model, &chains);
    assert_int_equal(chains.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chains_stand_in_order),
        cmocka_unit_test(effects_are_products_and_add_up),
        cmocka_unit_test(kinds_follow_the_tree),
        cmocka_unit_test(paths_are_those_of_their_own_bootstrap),
        cmocka_unit_test(an_effect_is_the_product_in_each_resample),
        cmocka_unit_test(too_many_chains_are_refused),
        cmocka_unit_test(two_constructs_have_no_chain),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
