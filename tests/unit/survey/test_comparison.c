/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of respondents compared: against R (tests/published/rank_tests.R) on the kiosk survey, scale, edges.
 */
#include "check.h"
#include "numerics/pairs.h"
#include "reference.h"
#include "survey/comparison.h"

#define FIGURES "tests/published/rank_tests.csv"
#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"

static double figure(const char *name)
{
    char key[64];
    snprintf(key, sizeof key, "kiosk.P1.%s", name);
    return reference(FIGURES, key);
}

enum { MOST = 300, GROUPS = 4 };

/* The rows of the survey by how often people use kiosks, 0 to 3. */
static void sort_rows(const sq_table *frequency, size_t rows[], size_t first[GROUPS + 1])
{
    size_t count = 0;
    for (size_t g = 0; g < GROUPS; g++) {
        first[g] = count;
        for (size_t row = 0; row < frequency->rows; row++)
            if (frequency->values[row] == (double)g)
                rows[count++] = row;
    }
    first[GROUPS] = count;
}

static void like_r(void **state)
{
    SQ_SCRATCH(memory);
    sq_table answers = read_survey(KIOSK, "P1", 1), by = read_survey(KIOSK, "frequency_code", 1);
    size_t rows[MOST], first[GROUPS + 1];
    sq_grouped of;
    sq_estimate mean[GROUPS];
    sq_middle middle[GROUPS];
    sq_f_test welch;
    sq_rank_test kruskal;
    sq_pair pair[6];
    (void)state;
    sort_rows(&by, rows, first);
    assert_int_equal(sq_answers_of_groups(&memory, &answers, 0, rows, first, GROUPS, &of), SQ_OK);
    assert_int_equal(sq_group_size(&of, 0), 0); /* who never does did not answer */
    sq_means_of_groups(&of, 0.95, mean);
    assert_reason(mean[0].mean, SQ_NO_DATA);
    welch = sq_welch_oneway(mean, GROUPS);
    assert_near(welch.f, figure("welch.f"), 1e-11);
    assert_near(welch.p, figure("welch.f.p"), 1e-11);
    assert_near(sq_eta_squared(mean, GROUPS), figure("eta2"), 1e-13);
    assert_int_equal(sq_kruskal_wallis(&of, &kruskal), SQ_OK);
    assert_near(kruskal.h, figure("h"), 1e-11);
    assert_near(kruskal.effect, figure("effect"), 1e-13);
    assert_int_equal(sq_medians_of_groups(&of, 0.95, middle), SQ_OK);
    assert_near(middle[1].lower, figure("1.lower"), 0);
    assert_near(middle[1].upper, figure("1.upper"), 0);
    assert_near(middle[3].median, figure("3.median"), 0);
    assert_near(middle[3].lower, figure("3.lower"), 0);
    assert_int_equal(sq_medians_of_groups(&of, 0.5, middle), SQ_OK);
    assert_near(middle[1].lower, figure("1.50.lower"), 0);
    assert_int_equal(sq_pairs_of_means(mean, GROUPS, SQ_GAMES_HOWELL, 0.95, pair), SQ_OK);
    assert_near(pair[3].adjusted, figure("welch.1.2.gh"), 1e-8);
    assert_near(pair[5].adjusted, figure("welch.2.3.gh"), 1e-8);
    assert_int_equal(sq_pairs_of_means(mean, GROUPS, SQ_TUKEY, 0.95, pair), SQ_OK);
    assert_near(pair[4].adjusted, figure("tukey.3-1.p"), 1e-8);
    assert_reason(pair[0].p, SQ_NO_DATA);
    free((void *)answers.values);
    free((void *)by.values);
}

static void scale(void **state)
{
    SQ_SCRATCH(memory);
    const double answers[] = {1, 2, 4, 4, 5, 7, 6, 7},
                 large[] = {1e307, 2e307, 4e307, 4e307, 5e307, 7e307, 6e307, 7e307};
    const size_t rows[] = {0, 1, 2, 3, 4, 5, 6, 7}, first[] = {0, 4, 8};
    sq_grouped of, other;
    sq_estimate mean[2], scaled[2];
    (void)state;
    assert_int_equal(
        sq_answers_of_groups(&memory, &(sq_table){answers, 8, 1}, 0, rows, first, 2, &of), SQ_OK);
    assert_int_equal(
        sq_answers_of_groups(&memory, &(sq_table){large, 8, 1}, 0, rows, first, 2, &other), SQ_OK);
    sq_means_of_groups(&of, 0.9, mean);
    sq_means_of_groups(&other, 0.9, scaled);
    assert_near(scaled[0].t, mean[0].t, 1e-12);
    assert_near(sq_eta_squared(scaled, 2), sq_eta_squared(mean, 2), 1e-13);
    /* by hand: means 2.75 and 6.25, between 8·1.75², within 6.75 + 2.75 */
    assert_near(sq_eta_squared(mean, 2), 24.5 / (24.5 + 9.5), 1e-14);
}

static void edges(void **state)
{
    SQ_SCRATCH(memory);
    const double answers[] = {NA, 4, 4, INFINITY, 1, 2, 3};
    const size_t rows[] = {0, 1, 2}, first[] = {0, 1, 2, 3}, infinite[] = {3}, one[] = {0, 1};
    sq_table table = {answers, 7, 1};
    sq_grouped of;
    sq_estimate mean[3];
    sq_middle middle[3];
    (void)state;
    assert_int_equal(sq_answers_of_groups(&memory, &table, 0, infinite, one, 1, &of),
                     SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_answers_of_groups(&memory, &table, 0, rows, first, 3, &of), SQ_OK);
    sq_means_of_groups(&of, 0.95, mean);
    assert_reason(sq_eta_squared(mean, 3), SQ_UNDEFINED); /* no spread */
    assert_reason(sq_eta_squared(mean, 1), SQ_NO_DATA);
    assert_int_equal(sq_medians_of_groups(&of, 0.95, middle), SQ_OK);
    assert_reason(middle[0].median, SQ_NO_DATA);
    assert_near(middle[1].median, 4, 0);
    assert_reason(middle[1].lower, SQ_UNDEFINED); /* one answer is too few */
    assert_int_equal(sq_medians_of_groups(&of, 0, middle), SQ_OUT_OF_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_r),
        cmocka_unit_test(scale),
        cmocka_unit_test(edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
