/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Path models read from words, and every fault with its sentence and its place.
 */
#include "check.h"
#include "satisfaction_index/path_model.h"

#define Q 3
#define P 4

typedef struct words {
    const char *blocks[P];
    const char *rows[Q];
    const char *columns[Q];
    double table[Q * Q];
} words;

static const words sound = {{"Image", " quality ", "QUALITY:b", "Loyalty：A"},
                            {"Image", "Quality", "Loyalty"},
                            {"Loyalty", "image", "Quality"},
                            {1, NA, 1, 1, 0, NA, 0, 0, 0}};

static sq_status read(const words *w, size_t *block, sq_mode *modes, double *paths,
                      sq_model_problem *problem)
{
    sq_path_model model = {P, Q, block, paths, modes};
    sq_status status = sq_path_model_read(P, w->blocks, Q, w->rows, w->columns, w->table, block,
                                          modes, paths, problem);
    return status == SQ_OK ? sq_path_model_check(&model, problem) : status;
}

static void words_become_a_model(void **state)
{
    static const double expected[] = {0, 1, 1, 0, 0, 1, 0, 0, 0};
    size_t block[P];
    sq_mode modes[Q];
    double paths[Q * Q];
    sq_model_problem problem;
    (void)state;
    assert_int_equal(read(&sound, block, modes, paths, &problem), SQ_OK);
    assert_int_equal(problem.fault, SQ_MODEL_SOUND);
    assert_int_equal(block[0], 0);
    assert_int_equal(block[1], 1);
    assert_int_equal(block[2], 1);
    assert_int_equal(block[3], 2);
    assert_int_equal(modes[0], SQ_MODE_A);
    assert_int_equal(modes[1], SQ_MODE_B);
    assert_int_equal(modes[2], SQ_MODE_A);
    for (size_t i = 0; i < Q * Q; i++)
        assert_true(paths[i] == expected[i]);
}

static void a_name_may_contain_a_colon(void **state)
{
    words w = sound;
    size_t block[P];
    sq_mode modes[Q];
    double paths[Q * Q];
    sq_model_problem problem;
    (void)state;
    w.rows[1] = w.columns[2] = "Quality: service";
    w.blocks[1] = "quality: service";
    w.blocks[2] = "Quality: service : B";
    assert_int_equal(read(&w, block, modes, paths, &problem), SQ_OK);
    assert_int_equal(modes[1], SQ_MODE_B);
}

/* As in every other function, a blank label leaves an item out; a construct still needs one. */
static void a_blank_block_leaves_the_item_out(void **state)
{
    words w = sound;
    size_t block[P];
    sq_mode modes[Q];
    double paths[Q * Q];
    sq_model_problem problem;
    (void)state;
    w.blocks[1] = " \xC2\xA0";
    assert_int_equal(read(&w, block, modes, paths, &problem), SQ_OK);
    assert_int_equal(block[0], 0);
    assert_int_equal(block[1], SQ_NOWHERE);
    assert_int_equal(block[2], 1);
    w.blocks[2] = NULL;
    assert_int_equal(read(&w, block, modes, paths, &problem), SQ_BAD_ARGUMENT);
    assert_int_equal(problem.fault, SQ_MODEL_CONSTRUCT_WITHOUT_ITEMS);
    assert_int_equal(problem.construct, 1);
}

static void every_fault_is_told(void **state)
{
    static const struct {
        const char *what;
        words words;
        sq_model_fault fault;
        size_t item, construct, other;
    } cases[] = {
        {"misspelt block",
         {{"Image", "Quality", "Qualty:B", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_ITEM_WITHOUT_BLOCK,
         2,
         SQ_NOWHERE,
         SQ_NOWHERE},
        {"no name",
         {{"Image", "Quality", "Quality", "Loyalty"},
          {"Image", " ", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_CONSTRUCT_WITHOUT_NAME,
         SQ_NOWHERE,
         1,
         SQ_NOWHERE},
        {"twice",
         {{"Image", "Quality", "Quality", "Image"},
          {"Image", "Quality", "IMAGE"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_CONSTRUCT_TWICE,
         SQ_NOWHERE,
         2,
         SQ_NOWHERE},
        {"unknown column",
         {{"Image", "Quality", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Value", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_UNKNOWN_CONSTRUCT,
         SQ_NOWHERE,
         1,
         SQ_NOWHERE},
        {"two modes, B last",
         {{"Image", "Quality:A", "Quality:B", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_TWO_MODES,
         1,
         1,
         SQ_NOWHERE},
        {"two modes, A last",
         {{"Image", "Quality:B", "Quality:a", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_TWO_MODES,
         2,
         1,
         SQ_NOWHERE},
        {"mode C",
         {{"Image", "Quality", "Quality:C", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_UNKNOWN_MODE,
         2,
         1,
         SQ_NOWHERE},
        {"no items",
         {{"Image", "Quality", "Quality", "Image"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 1, 0, 0, 0}},
         SQ_MODEL_CONSTRUCT_WITHOUT_ITEMS,
         SQ_NOWHERE,
         2,
         SQ_NOWHERE},
        {"a path of 2",
         {{"Image", "Quality", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 0, 2, 0, 0, 0}},
         SQ_MODEL_BAD_PATH,
         SQ_NOWHERE,
         1,
         2},
        {"a cycle of one",
         {{"Image", "Quality", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 1, 0, 1, 1, 0, 0, 0}},
         SQ_MODEL_CYCLE,
         SQ_NOWHERE,
         1,
         SQ_NOWHERE},
        {"a cycle behind a construct",
         {{"Image", "Quality", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 0, 0, 0, 1, 0, 1, 0}},
         SQ_MODEL_CYCLE,
         SQ_NOWHERE,
         1,
         SQ_NOWHERE},
        {"isolated",
         {{"Image", "Quality", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {"Image", "Quality", "Loyalty"},
          {0, 1, 0, 0, 0, 0, 0, 0, 0}},
         SQ_MODEL_ISOLATED_CONSTRUCT,
         SQ_NOWHERE,
         2,
         SQ_NOWHERE},
    };
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++) {
        size_t block[P];
        sq_mode modes[Q];
        double paths[Q * Q];
        sq_model_problem problem;
        sq_status status = read(&cases[c].words, block, modes, paths, &problem);
        if (status != SQ_BAD_ARGUMENT || problem.fault != cases[c].fault)
            fail_msg("%s: %s", cases[c].what, sq_model_sentence(problem.fault));
        assert_int_equal(problem.item, cases[c].item);
        assert_int_equal(problem.construct, cases[c].construct);
        assert_int_equal(problem.other, cases[c].other);
    }
}

static void every_fault_has_its_own_sentence(void **state)
{
    (void)state;
    for (int fault = SQ_MODEL_SOUND; fault <= SQ_MODEL_NO_CONVERGENCE; fault++) {
        const char *sentence = sq_model_sentence((sq_model_fault)fault);
        assert_string_not_equal(sentence, "Unknown fault.");
        assert_int_equal(sentence[strlen(sentence) - 1], '.');
        assert_true((sq_model_status((sq_model_fault)fault) == SQ_OK) == (fault == SQ_MODEL_SOUND));
        for (int other = SQ_MODEL_SOUND; other < fault; other++)
            assert_string_not_equal(sentence, sq_model_sentence((sq_model_fault)other));
    }
    assert_string_equal(sq_model_sentence((sq_model_fault)99), "Unknown fault.");
    assert_string_equal(sq_model_sentence(SQ_MODEL_CYCLE),
                        "The paths lead from a construct back to itself.");
}

/* Many constructs, all paths that make no cycle: walks are too many to be followed one by one. */
static void large_models_are_checked_quickly(void **state)
{
    enum { MANY = 60 };
    static double paths[MANY * MANY];
    static size_t block[MANY];
    sq_path_model model = {MANY, MANY, block, paths, NULL};
    sq_model_problem problem;
    (void)state;
    for (size_t j = 0; j < MANY; j++) {
        block[j] = j;
        for (size_t k = j + 1; k < MANY; k++)
            paths[j * MANY + k] = 1;
    }
    assert_int_equal(sq_path_model_check(&model, &problem), SQ_OK);
    paths[(MANY - 1) * MANY + 17] = 1;
    assert_int_equal(sq_path_model_check(&model, &problem), SQ_BAD_ARGUMENT);
    assert_int_equal(problem.fault, SQ_MODEL_CYCLE);
    assert_int_equal(problem.construct, 17);
}

static void a_hundred_constructs_are_the_most(void **state)
{
    enum { MANY = SQ_MOST_CONSTRUCTS + 1 };
    static double paths[MANY * MANY];
    size_t block[MANY];
    sq_path_model model = {MANY, MANY, block, paths, NULL};
    sq_model_problem problem;
    (void)state;
    for (size_t j = 0; j < MANY; j++) {
        block[j] = j;
        paths[j * MANY + j] = 0;
        if (j > 0)
            paths[j] = 1;
    }
    assert_int_equal(sq_path_model_check(&model, &problem), SQ_OUT_OF_DOMAIN);
    assert_int_equal(problem.fault, SQ_MODEL_TOO_LARGE);
}

static void empty_models_are_told(void **state)
{
    sq_path_model model = {0};
    sq_model_problem problem;
    (void)state;
    assert_int_equal(sq_path_model_check(&model, &problem), SQ_BAD_ARGUMENT);
    assert_int_equal(problem.fault, SQ_MODEL_EMPTY);
    assert_int_equal(sq_path_model_check(&model, NULL), SQ_BAD_ARGUMENT);
    assert_int_equal(sq_path_model_read(0, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, &problem),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(problem.fault, SQ_MODEL_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_become_a_model),
        cmocka_unit_test(a_name_may_contain_a_colon),
        cmocka_unit_test(a_blank_block_leaves_the_item_out),
        cmocka_unit_test(every_fault_is_told),
        cmocka_unit_test(every_fault_has_its_own_sentence),
        cmocka_unit_test(large_models_are_checked_quickly),
        cmocka_unit_test(a_hundred_constructs_are_the_most),
        cmocka_unit_test(empty_models_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
