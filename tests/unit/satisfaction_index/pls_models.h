/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path models that several tests use, with their data: a model opened, its answers read and
 * made ready.
 */
#ifndef PLS_MODELS_H
#define PLS_MODELS_H

#include "check.h"
#include "satisfaction_index/pls_data.h"

#define MOST_ITEMS 27
#define MOST_CONSTRUCTS 7

typedef struct fixture {
    sq_table answers;
    size_t block[MOST_ITEMS];
    double paths[MOST_CONSTRUCTS * MOST_CONSTRUCTS];
    sq_mode modes[MOST_CONSTRUCTS];
    sq_path_model model;
    sq_pls pls;
    sq_pls_data data;
} fixture;

/* Reads the answers and the paths, given as rows of '0' and '1'; then open_fixture makes it ready.
 */
static inline void set_fixture(fixture *f, const char *path, const char *first, size_t items,
                               const size_t *block, size_t constructs, const char *const *rows)
{
    *f = (fixture){0};
    f->answers = read_survey(path, first, items);
    memcpy(f->block, block, items * sizeof *block);
    for (size_t j = 0; j < constructs; j++)
        for (size_t k = 0; k < constructs; k++)
            f->paths[j * constructs + k] = rows[j][k] == '1';
    f->model = (sq_path_model){items, constructs, f->block, f->paths, f->modes};
}

static inline void open_fixture(fixture *f, const double *case_weights, sq_missing_rule missing)
{
    sq_model_problem problem;
    assert_int_equal(sq_pls_alloc(&f->pls, &f->model, &problem), SQ_OK);
    assert_int_equal(
        sq_pls_data_alloc(&f->data, &f->pls, &f->answers, case_weights, missing, &problem), SQ_OK);
}

static inline void close_fixture(fixture *f)
{
    sq_pls_data_free(&f->data);
    sq_pls_free(&f->pls);
    free((void *)f->answers.values);
}

static inline void fit_fixture(fixture *f, const sq_pls_options *options)
{
    sq_model_problem problem;
    assert_int_equal(sq_pls_fit(&f->pls, f->data.covariance, f->data.rows, options, &problem),
                     SQ_OK);
    assert_int_equal(problem.fault, SQ_MODEL_SOUND);
}

/* 250 customers of a bank: image, expectation, quality, value, satisfaction, loyalty. */
#define BANK "tests/published/bank_satisfaction/satisfaction"
static inline void set_bank(fixture *f)
{
    static const size_t block[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2,
                                   2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5};
    static const char *const rows[] = {"010011", "001110", "000110", "000010", "000001", "000000"};
    set_fixture(f, BANK ".csv", "imag1", 27, block, 6, rows);
}

/* 47 countries: inequality of land, industry, political instability. */
#define RUSSETT "tests/published/russett/russa"
static inline void set_russett(fixture *f)
{
    static const size_t block[] = {0, 0, 0, 1, 1, 2, 2, 2, 2};
    static const char *const rows[] = {"001", "001", "000"};
    set_fixture(f, RUSSETT ".csv", "gini", 9, block, 3, rows);
}

/* 250 users of mobile telephony: the ECSI model; columns stand in another order than blocks. */
static inline void set_mobi(fixture *f)
{
    static const size_t block[] = {1, 1, 1, 4, 4, 4, 5, 6, 6, 6, 0, 0,
                                   0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 3, 3};
    static const char *const rows[] = {"0100101", "0011100", "0001100", "0000100",
                                       "0000011", "0000001", "0000000"};
    set_fixture(f, "tests/published/mobi/mobi.csv", "CUEX1", 24, block, 7, rows);
}

/* Settled as far as doubles go, for comparisons that must not depend on the stopping rule. */
static inline sq_pls_options exact_options(void)
{
    sq_pls_options options = sq_pls_default();
    options.tolerance = 1e-13;
    options.limit = 2000;
    return options;
}

#endif
