/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the names of constructs and the codes of items mean, in the published models and in others.
 */
#include "check.h"
#include "satisfaction_index/construct_words.h"
#include "satisfaction_index/satisfaction_index.h"

#include <gsl/gsl_errno.h>

static size_t find(const char *word, size_t constructs, const char *const names[])
{
    return sq_find_construct((sq_stretch){word, strlen(word)}, constructs, names);
}

/* Of a published model: the name found, "" for none. */
static const char *meant(const char *model, const char *word)
{
    const sq_index_model *published = sq_find_index_model(model);
    size_t found = find(word, published->constructs, published->constructs_named);
    return found == SQ_NOWHERE ? "" : published->constructs_named[found];
}

static void usual_names_are_understood(void **state)
{
    static const char *const cases[][3] = {
        {"ECSI", "Expectations", "Expectation"},
        {"ECSI", "Perceived quality", "Quality"},
        {"ECSI", " PERCEIVED  value ", "Value"},
        {"ECSI", "Customer satisfaction", "Satisfaction"},
        {"ECSI", "Complaint", "Complaints"},
        {"ECSI", "Customer loyalty", "Loyalty"},
        {"ECSI", "Corporate image", "Image"},
        {"ECSI", "顾客期望", "Expectation"},
        {"ECSI", "感知质量", "Quality"},
        {"ECSI", "感知价值", "Value"},
        {"ECSI", "顾客满意度", "Satisfaction"},
        {"ECSI", "顾客抱怨", "Complaints"},
        {"ECSI", "顾客忠诚度", "Loyalty"},
        {"ECSI", "企业形象", "Image"},
        {"CCSI-market", "市场环境", "Market environment"},
        {"ECSI-2", "感知服务质量", "Service quality"},
        {"ECSI-2", "Perceived product quality", "Product quality"},
        {"SCSB", "Perceived value", "Performance"},
        {"SCSB", "Value", "Performance"},
        /* codes of items: mobi, the bank, and what students write */
        {"ECSI", "IMAG1", "Image"},
        {"ECSI", "CUEX3", "Expectation"},
        {"ECSI", "PERQ7", "Quality"},
        {"ECSI", "PERV2", "Value"},
        {"ECSI", "CUSA1", "Satisfaction"},
        {"ECSI", "CUSCO", "Complaints"},
        {"ECSI", "CUSL3", "Loyalty"},
        {"ECSI", "imag5", "Image"},
        {"ECSI", "expe1", "Expectation"},
        {"ECSI", "qual_2", "Quality"},
        {"ECSI", "VAL-3", "Value"},
        {"ECSI", "Sat.4", "Satisfaction"},
        {"ECSI", "loy 10", "Loyalty"},
        {"ECSI", "ＩＭＡＧ1", "Image"},
        {"ECSI", "质量 2", "Quality"},
        /* none, or several */
        {"ECSI", "Trust", ""},
        {"ECSI", "Imagine", ""},
        {"ECSI", "Product quality", ""},
        {"ECSI-2", "Perceived quality", ""},
        {"ECSI", "1", ""},
        {"ECSI", "", ""},
        {"ECSI", " ", ""},
        {"ECSI", "_", ""},
    };
    (void)state;
    for (size_t c = 0; c < LENGTH(cases); c++)
        if (strcmp(meant(cases[c][0], cases[c][1]), cases[c][2]) != 0)
            fail_msg("%s: \"%s\" is \"%s\" and not \"%s\"", cases[c][0], cases[c][1],
                     meant(cases[c][0], cases[c][1]), cases[c][2]);
}

static void each_model_knows_its_own_names(void **state)
{
    (void)state;
    for (size_t m = 0; m < sq_index_model_count(); m++) {
        const sq_index_model *model = sq_index_model_at(m);
        for (size_t j = 0; j < model->constructs; j++) {
            char code[64];
            assert_int_equal(
                find(model->constructs_named[j], model->constructs, model->constructs_named), j);
            snprintf(code, sizeof code, "%s 12", model->constructs_named[j]);
            assert_int_equal(find(code, model->constructs, model->constructs_named), j);
        }
    }
}

/* A table of one's own: its names come first, then what means the same. */
static void own_names_come_first(void **state)
{
    static const char *const own[] = {"Value", "Performance", "Food 1", "Food 2", "感知质量"};
    static const char *const two[] = {"Perceived quality", "Quality"};
    (void)state;
    assert_int_equal(find("Value", 5, own), 0);
    assert_int_equal(find("Performance", 5, own), 1);
    assert_int_equal(find("Perceived value", 5, own), SQ_NOWHERE); /* means both */
    assert_int_equal(find("PERV1", 5, own), 0);
    assert_int_equal(find("Food 2", 5, own), 3);
    assert_int_equal(find("Food", 5, own), SQ_NOWHERE);
    assert_int_equal(find("Food 3", 5, own), SQ_NOWHERE);
    assert_int_equal(find("PERQ3", 5, own), 4);
    assert_int_equal(find("Quality", 2, two), 1);
    assert_int_equal(find("perceived quality", 2, two), 0);
    assert_int_equal(find("PERQ1", 2, two), SQ_NOWHERE);
    assert_int_equal(find("Quality", 0, NULL), SQ_NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_names_are_understood),
        cmocka_unit_test(each_model_knows_its_own_names),
        cmocka_unit_test(own_names_come_first),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
