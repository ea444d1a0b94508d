/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kano's method against a study's raw answers and tables (Reppel 2022: six transfer features, n =
 * 358, and four storage cohorts), the kiosk survey, published counts, R, and slow versions.
 */
#include "check.h"
#include "kano/kano.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_gamma.h>

#define REPPL "tests/published/kano_features/"
#define KIOSK "tests/published/kiosk/"
#define COUNTS "tests/published/kano_counts/kano_published_counts.csv"
#define SCORES "tests/published/kano_scores.csv"

enum { FIELDS = 24, LINE = 1024, KIOSK_FEATURES = 29 };

/* Cuts a line of CSV, without its quotes, into fields; returns how many. */
static size_t split(char *line, char *field[FIELDS])
{
    size_t count = 0;
    char *write = line;
    bool quoted = false;
    field[count++] = line;
    for (char *c = line; *c && *c != '\n' && *c != '\r'; c++) {
        if (*c == '"')
            quoted = !quoted;
        else if (*c == ',' && !quoted) {
            *write++ = '\0';
            assert_true(count < FIELDS);
            field[count++] = write;
        } else
            *write++ = *c;
    }
    *write = '\0';
    return count;
}

static FILE *open_after_header(const char *path)
{
    char line[LINE];
    FILE *file = fopen(path, "r");
    if (!file || !fgets(line, sizeof line, file))
        fail_msg("%s cannot be read; run the tests from the project's top folder", path);
    return file;
}

static sq_kano one_feature(const sq_table *functional, const sq_table *dysfunctional,
                           const sq_kano_options *options)
{
    sq_kano feature;
    assert_int_equal(functional->columns, 1);
    assert_int_equal(sq_kano_features(functional, dysfunctional, options, &feature), SQ_OK);
    return feature;
}

/* table,n,A,O,M,I,R,Q,better,worse,mode,rule,fong_diff,fong_crit,fong_sig,cat,tot */
static void check_result(const sq_table *functional, const sq_table *dysfunctional, char *field[])
{
    const sq_kano_table *table =
        strcmp(field[0], "pouliot") == 0 ? &sq_kano_pouliot : &sq_kano_standard;
    sq_kano mode = one_feature(functional, dysfunctional, &(sq_kano_options){.table = table});
    sq_kano grouped = one_feature(functional, dysfunctional,
                                  &(sq_kano_options){.table = table, .rule = SQ_KANO_GROUPED});
    assert_int_equal(mode.n, atoi(field[1]));
    assert_near(mode.effective_n, atof(field[1]), 0);
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++) {
        assert_near(mode.count[c], atof(field[2 + c]), 0);
        assert_near(grouped.count[c], mode.count[c], 0);
    }
    assert_near(mode.better, atof(field[8]), 5.1e-8); /* seven digits are printed */
    assert_near(mode.worse, atof(field[9]), 5.1e-8);
    assert_int_equal(sq_kano_letter(mode.category), field[10][0]);
    assert_int_equal(sq_kano_letter(grouped.category), field[11][0]);
    assert_near(mode.fong_difference, atof(field[12]), 0);
    assert_near(mode.fong_critical, atof(field[13]), 5.1e-7);
    assert_int_equal(mode.distinct, atoi(field[14]));
    assert_near(mode.category_strength, atof(field[15]), 5.1e-7);
    assert_near(mode.total_strength, atof(field[16]), 5.1e-7);
}

static void the_transfer_study(void **state)
{
    FILE *file = open_after_header(REPPL "kano_reppl_results.csv");
    char line[LINE], path[LINE], name[32], *field[FIELDS];
    size_t lines = 0;
    (void)state;
    for (; fgets(line, sizeof line, file); lines++) {
        sq_table functional, dysfunctional;
        assert_int_equal(split(line, field), 19);
        snprintf(path, sizeof path, REPPL "%.*s-coded.csv",
                 (int)(strlen(field[0]) - strlen("-clean.csv")), field[0]);
        snprintf(name, sizeof name, "%s_functional", field[1]);
        functional = read_survey(path, name, 1);
        snprintf(name, sizeof name, "%s_dysfunctional", field[1]);
        dysfunctional = read_survey(path, name, 1);
        check_result(&functional, &dysfunctional, field + 2);
        free((void *)functional.values);
        free((void *)dysfunctional.values);
    }
    assert_int_equal(lines, 2 * (6 + 4 * 5));
    fclose(file);
}

/* The six transfer features with Pouliot's table, as the study prints them (source: its README). */
static void the_six_features_as_printed(void **state)
{
    static const struct {
        const char *functional, *dysfunctional;
        double count[SQ_KANO_CATEGORIES]; /* A O M I R Q */
        char category;
    } printed[] = {
        {"F6_functional", "F6_dysfunctional", {91, 19, 9, 160, 49, 30}, 'I'},
        {"F7_functional", "F7_dysfunctional", {70, 121, 59, 77, 9, 22}, 'O'},
        {"F8_functional", "F8_dysfunctional", {78, 122, 66, 62, 7, 23}, 'O'},
        {"F9_functional", "F9_dysfunctional", {145, 76, 25, 78, 12, 22}, 'A'},
        {"F10_functional", "F10_dysfunctional", {18, 174, 90, 42, 7, 27}, 'O'},
        {"F11_functional", "F11_dysfunctional", {88, 90, 32, 105, 15, 28}, 'O'},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(printed); i++) {
        const char *path = REPPL "transfers--all_cohorts-coded.csv";
        sq_table functional = read_survey(path, printed[i].functional, 1);
        sq_table dysfunctional = read_survey(path, printed[i].dysfunctional, 1);
        sq_kano_options options = {.table = &sq_kano_pouliot, .rule = SQ_KANO_GROUPED};
        sq_kano feature = one_feature(&functional, &dysfunctional, &options);
        assert_int_equal(feature.n, 358);
        for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
            assert_near(feature.count[c], printed[i].count[c], 0);
        assert_int_equal(sq_kano_letter(feature.category), printed[i].category);
        free((void *)functional.values);
        free((void *)dysfunctional.values);
    }
}

static void the_kiosk_survey(void **state)
{
    FILE *file = open_after_header(KIOSK "kano_kiosk_results.csv");
    sq_table functional = read_survey(KIOSK "kiosk_tidy.csv", "KF1", KIOSK_FEATURES);
    sq_table dysfunctional = read_survey(KIOSK "kiosk_tidy.csv", "KD1", KIOSK_FEATURES);
    double *f = malloc(functional.rows * sizeof *f), *d = malloc(functional.rows * sizeof *d);
    char line[LINE], *field[FIELDS];
    size_t lines = 0;
    (void)state;
    assert_non_null(f);
    assert_non_null(d);
    for (; fgets(line, sizeof line, file); lines++) {
        size_t column;
        assert_int_equal(split(line, field), 18);
        column = (size_t)atoi(field[0] + 1) - 1;
        for (size_t row = 0; row < functional.rows; row++) {
            f[row] = sq_row(&functional, row)[column];
            d[row] = sq_row(&dysfunctional, row)[column];
        }
        check_result(&(sq_table){f, functional.rows, 1}, &(sq_table){d, functional.rows, 1},
                     field + 1);
    }
    assert_int_equal(lines, 2 * KIOSK_FEATURES);
    fclose(file);
    free(f);
    free(d);
    free((void *)functional.values);
    free((void *)dysfunctional.values);
}

/* All features at once are each feature alone; the four blank rows are missing pairs. */
static void all_features_at_once(void **state)
{
    sq_table functional = read_survey(KIOSK "kiosk_tidy.csv", "KF1", KIOSK_FEATURES);
    sq_table dysfunctional = read_survey(KIOSK "kiosk_tidy.csv", "KD1", KIOSK_FEATURES);
    sq_kano_options options = {.resamples = 50, .seed = 7};
    sq_kano all[KIOSK_FEATURES];
    (void)state;
    assert_int_equal(functional.rows, 211);
    assert_int_equal(sq_kano_features(&functional, &dysfunctional, &options, all), SQ_OK);
    for (size_t j = 0; j < KIOSK_FEATURES; j++) {
        double f[211], d[211];
        sq_kano alone;
        for (size_t row = 0; row < 211; row++) { /* and in reverse order */
            f[210 - row] = sq_row(&functional, row)[j];
            d[210 - row] = sq_row(&dysfunctional, row)[j];
        }
        alone = one_feature(&(sq_table){f, 211, 1}, &(sq_table){d, 211, 1}, &options);
        assert_memory_equal(alone.count, all[j].count, sizeof alone.count);
        assert_near(alone.bootstrap, all[j].bootstrap, 0);
        assert_int_equal(alone.category, all[j].category);
        assert_int_equal(all[j].missing, 4);
    }
    free((void *)functional.values);
    free((void *)dysfunctional.values);
}

/* Counts and percentages as papers print them: source,feature,A,O,M,I,R,Q,better,worse,category. */
static void published_counts(void **state)
{
    FILE *file = open_after_header(COUNTS);
    char line[LINE], *field[FIELDS];
    size_t lines = 0;
    (void)state;
    for (; fgets(line, sizeof line, file); lines++) {
        double count[SQ_KANO_CATEGORIES];
        sq_kano mode, grouped;
        assert_int_equal(split(line, field), 12);
        for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
            count[c] = atof(field[2 + c]);
        assert_int_equal(sq_kano_of_counts(count, &(sq_kano_options){0}, &mode), SQ_OK);
        assert_int_equal(
            sq_kano_of_counts(count, &(sq_kano_options){.rule = SQ_KANO_GROUPED}, &grouped), SQ_OK);
        if (*field[8]) {
            /* Sauerwein's are of counts not printed: 0.0101 of whole percents */
            double tolerance = strstr(field[0], "percent") ? 0.0101 : 5.1e-4;
            assert_near(mode.better, atof(field[8]), tolerance);
            assert_near(mode.worse, atof(field[9]), tolerance);
        }
        if (strstr(field[10], "mode is I")) {
            assert_int_equal(sq_kano_letter(mode.category), 'I');
            assert_int_equal(sq_kano_letter(grouped.category), 'O');
        } else if (strstr(field[10], "I by mode; A by")) {
            assert_int_equal(sq_kano_letter(mode.category), 'I');
            assert_int_equal(sq_kano_letter(grouped.category), 'A');
        } else
            assert_int_equal(sq_kano_letter(mode.category), field[10][0]);
    }
    assert_int_equal(lines, 15);
    fclose(file);
}

/* Both tables, cell by cell, as Berger et al. 1993 print them. */
static void evaluation_tables(void **state)
{
    static const char standard[] = "QAAAORIIIMRIIIMRIIIMRRRRQ";
    static const char pouliot[] = "QAAAORQIIMRIIIMRIIQMRRRRQ";
    (void)state;
    for (int f = 1; f <= 5; f++)
        for (int d = 1; d <= 5; d++) {
            sq_kano_category category;
            int cell = 5 * (f - 1) + d - 1;
            assert_int_equal(sq_kano_answer(f, d, NULL, &category), SQ_OK);
            assert_int_equal(sq_kano_letter(category), standard[cell]);
            assert_int_equal(sq_kano_answer(f, d, &sq_kano_pouliot, &category), SQ_OK);
            assert_int_equal(sq_kano_letter(category), pouliot[cell]);
        }
}

static void answers_outside_the_scale(void **state)
{
    static const double bad[] = {0, 6, -1, 2.5, 1e300, INFINITY, -INFINITY};
    sq_kano_category category;
    (void)state;
    for (size_t i = 0; i < LENGTH(bad); i++) {
        assert_int_equal(sq_kano_answer(bad[i], 3, NULL, &category), SQ_OUT_OF_DOMAIN);
        assert_int_equal(category, SQ_KANO_NONE);
        assert_int_equal(sq_kano_answer(3, bad[i], NULL, &category), SQ_OUT_OF_DOMAIN);
        assert_int_equal(category, SQ_KANO_NONE);
    }
    assert_int_equal(sq_kano_answer(NA, 6, NULL, &category), SQ_OUT_OF_DOMAIN);
    assert_int_equal(sq_kano_answer(NA, 5, NULL, &category), SQ_NO_DATA);
    assert_int_equal(sq_kano_answer(1, NA, NULL, &category), SQ_NO_DATA);
    assert_int_equal(sq_kano_letter(category), '\0');
}

/* Pairs with a missing answer are counted apart and change nothing else. */
static void missing_pairs(void **state)
{
    sq_table f = TABLE(5, 1, 1, 1, NA, 2, NA), d = TABLE(5, 1, 5, 3, 2, NA, NA);
    sq_kano feature = one_feature(&f, &d, &(sq_kano_options){0});
    (void)state;
    assert_int_equal(feature.n, 2);
    assert_int_equal(feature.missing, 3);
    assert_near(feature.count[SQ_KANO_O], 1, 0);
    assert_near(feature.count[SQ_KANO_A], 1, 0);
    assert_near(feature.better, 1, 0);
    assert_near(feature.worse, -0.5, 0);
}

/* One code that is none of the five refuses everything, whatever stands beside it, on either side
 * and in any row and column; a respondent of weight 0 is not there. */
static void codes_of_another_scale(void **state)
{
    static const double bad[] = {-99, -2, -1, 0, 1.5, 6, 99, 1e308, INFINITY, -INFINITY};
    static const double without_third[] = {1, 2, 0, 1};
    double functional[] = {1, 1, 2, 5, 3, NA, NA, 4}, dysfunctional[] = {5, 4, NA, 5, 1, 2, NA, 3};
    const sq_table f = {functional, 4, 2}, d = {dysfunctional, 4, 2};
    sq_kano features[2];
    sq_kano_scores scores[2];
    (void)state;
    assert_int_equal(sq_kano_features(&f, &d, &(sq_kano_options){0}, features), SQ_OK);
    for (size_t i = 0; i < 16; i++) {
        double *cell = i < 8 ? &functional[i] : &dysfunctional[i - 8], kept = *cell;
        bool third = (i % 8) / 2 == 2;
        for (size_t b = 0; b < LENGTH(bad); b++) {
            const sq_kano_options weighted = {.case_weights = without_third};
            *cell = bad[b];
            assert_int_equal(sq_kano_features(&f, &d, &(sq_kano_options){0}, features),
                             SQ_OUT_OF_DOMAIN);
            assert_int_equal(sq_kano_continuous(&f, &d, NULL, scores), SQ_OUT_OF_DOMAIN);
            assert_int_equal(sq_kano_features(&f, &d, &weighted, features),
                             third ? SQ_OK : SQ_OUT_OF_DOMAIN);
            assert_int_equal(sq_kano_continuous(&f, &d, without_third, scores),
                             third ? SQ_OK : SQ_OUT_OF_DOMAIN);
        }
        *cell = kept;
    }
}

static void ties_by_precedence(void **state)
{
    static const struct {
        double count[SQ_KANO_CATEGORIES]; /* A O M I R Q */
        char mode, grouped;
    } cases[] = {
        {{5, 5, 5, 5, 5, 5}, 'M', 'I'}, /* O+A+M = I+R+Q is not more */
        {{5, 5, 0, 5, 0, 0}, 'O', 'O'}, {{5, 0, 0, 5, 5, 5}, 'A', 'I'},
        {{0, 0, 0, 0, 3, 3}, 'R', 'R'}, {{0, 0, 0, 0, 0, 1}, 'Q', 'Q'},
        {{3, 3, 3, 8, 0, 0}, 'I', 'M'}, {{3, 3, 2, 8, 0, 0}, 'I', 'I'},
        {{4, 3, 2, 8, 0, 0}, 'I', 'A'}, {{2, 2, 1, 0, 3, 1}, 'R', 'O'},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sq_kano feature;
        sq_kano_of_counts(cases[i].count, &(sq_kano_options){0}, &feature);
        assert_int_equal(sq_kano_letter(feature.category), cases[i].mode);
        sq_kano_of_counts(cases[i].count, &(sq_kano_options){.rule = SQ_KANO_GROUPED}, &feature);
        assert_int_equal(sq_kano_letter(feature.category), cases[i].grouped);
    }
}

/* Both sides of the critical difference, 1.65·√((a+b)(2n−a−b)/(2n)) by hand. */
static void fong_on_the_edge(void **state)
{
    static const struct {
        double count[SQ_KANO_CATEGORIES], critical;
        bool distinct;
    } cases[] = {
        {{80, 64, 30, 33, 0, 0}, 15.989942491127517, true},  /* 16 */
        {{15, 23, 5, 7, 0, 0}, 8.008876325677653, false},    /* 8 */
        {{10, 10, 28, 39, 8, 5}, 11.013672752538092, false}, /* 11 */
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sq_kano feature;
        sq_kano_of_counts(cases[i].count, &(sq_kano_options){0}, &feature);
        assert_near(feature.fong_critical, cases[i].critical, 1e-13);
        assert_int_equal(feature.distinct, cases[i].distinct);
    }
}

/* Everybody wants the opposite: no A, O, M or I, so no coefficient. */
static void all_reverse(void **state)
{
    sq_table f = TABLE(3, 1, 5, 4, 2), d = TABLE(3, 1, 1, 1, 1);
    sq_kano feature = one_feature(&f, &d, &(sq_kano_options){.resamples = 20, .seed = 1});
    (void)state;
    assert_int_equal(sq_kano_letter(feature.category), 'R');
    assert_reason(feature.better, SQ_NO_DATA);
    assert_reason(feature.worse, SQ_NO_DATA);
    assert_near(feature.category_strength, 1, 0);
    assert_near(feature.total_strength, 0, 0);
    assert_near(feature.bootstrap, 1, 0);
}

static void no_usable_pair(void **state)
{
    sq_table f = TABLE(2, 2, NA, 3, NA, NA), d = TABLE(2, 2, 1, 1, NA, 2);
    sq_kano feature[2];
    (void)state;
    assert_int_equal(sq_kano_features(&f, &d, &(sq_kano_options){.resamples = 9}, feature), SQ_OK);
    assert_int_equal(feature[0].category, SQ_KANO_NONE);
    assert_int_equal(feature[0].n, 0);
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
        assert_reason(feature[0].count[c], SQ_NO_DATA); /* no table of zeros */
    assert_int_equal(feature[0].missing, 2);
    assert_false(feature[0].distinct);
    assert_reason(feature[0].better, SQ_NO_DATA);
    assert_reason(feature[0].category_strength, SQ_NO_DATA);
    assert_reason(feature[0].total_strength, SQ_NO_DATA);
    assert_reason(feature[0].fong_difference, SQ_NO_DATA);
    assert_reason(feature[0].fong_critical, SQ_NO_DATA);
    assert_reason(feature[0].bootstrap, SQ_NO_DATA);
    assert_int_equal(sq_kano_letter(feature[1].category), 'R');
}

static void one_respondent(void **state)
{
    sq_table f = TABLE(1, 1, 1), d = TABLE(1, 1, 2);
    sq_kano feature = one_feature(&f, &d, &(sq_kano_options){.resamples = 10, .seed = 3});
    (void)state;
    assert_int_equal(sq_kano_letter(feature.category), 'A');
    assert_near(feature.better, 1, 0);
    assert_near(feature.worse, 0, 0);
    assert_false(signbit(feature.worse)); /* not −0 */
    assert_near(feature.fong_difference, 1, 0);
    assert_near(feature.fong_critical, 1.65 * sqrt(0.5), 1e-15);
    assert_false(feature.distinct);                 /* 1 < 1.167 */
    assert_reason(feature.bootstrap, SQ_UNDEFINED); /* every resample would be that respondent */
}

/* One pair of a respondent who weighs half as much as another is still one respondent; two have a
 * standard deviation; counts as papers print them are rounded to respondents. */
static void one_and_two_pairs(void **state)
{
    sq_table f = TABLE(2, 2, 1, NA, 2, 1), d = TABLE(2, 2, 5, 5, 5, 3);
    const double weights[] = {2, 1}, counts[] = {2.6, 0, 0, 0, 0, 0};
    sq_kano feature[2];
    sq_kano_scores scores[2];
    (void)state;
    assert_int_equal(sq_kano_features(&f, &d, &(sq_kano_options){.case_weights = weights}, feature),
                     SQ_OK);
    assert_int_equal(feature[1].n, 1);
    assert_near(feature[1].count[SQ_KANO_A], 1, 0);
    assert_near(feature[1].effective_n, 1, 0);
    assert_near(feature[0].count[SQ_KANO_O], 4. / 3, 1e-15);
    assert_int_equal(sq_kano_continuous(&f, &d, NULL, scores), SQ_OK);
    assert_near(scores[0].functional, 3, 0); /* 4 and 2 */
    assert_near(scores[0].functional_sd, sqrt(2), 1e-15);
    assert_reason(scores[1].functional_sd, SQ_UNDEFINED);
    assert_int_equal(sq_kano_of_counts(counts, &(sq_kano_options){0}, feature), SQ_OK);
    assert_int_equal(feature[0].n, 3);
}

static void bad_arguments(void **state)
{
    sq_table two = TABLE(2, 1, 1, 2), three = TABLE(3, 1, 1, 2, 3), wide = TABLE(1, 2, 1, 2);
    sq_table none = {NULL, 0, 0}, no_rows = {NULL, 0, 1};
    sq_kano_table broken = sq_kano_standard;
    sq_kano feature[2];
    sq_kano_scores scores[2];
    (void)state;
    broken.cell[2][2] = SQ_KANO_NONE;
    assert_int_equal(sq_kano_features(&two, &three, &(sq_kano_options){0}, feature),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(sq_kano_features(&two, &wide, &(sq_kano_options){0}, feature),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(sq_kano_continuous(&two, &three, NULL, scores), SQ_BAD_ARGUMENT);
    assert_int_equal(sq_kano_features(&none, &none, &(sq_kano_options){0}, feature), SQ_NO_DATA);
    assert_int_equal(sq_kano_continuous(&none, &none, NULL, scores), SQ_NO_DATA);
    assert_int_equal(sq_kano_features(&two, &two, &(sq_kano_options){.table = &broken}, feature),
                     SQ_BAD_ARGUMENT);
    assert_int_equal(sq_kano_features(&no_rows, &no_rows, &(sq_kano_options){0}, feature), SQ_OK);
    assert_reason(feature[0].better, SQ_NO_DATA);
    for (size_t i = 0; i < 2; i++) {
        double weights[2] = {1, i ? -1 : INFINITY};
        sq_kano_options options = {.case_weights = weights};
        assert_int_equal(sq_kano_features(&two, &two, &options, feature), SQ_OUT_OF_DOMAIN);
        assert_int_equal(sq_kano_continuous(&two, &two, weights, scores), SQ_OUT_OF_DOMAIN);
    }
    for (size_t i = 0; i < 3; i++) {
        double counts[SQ_KANO_CATEGORIES] = {1, 2, i == 0 ? -1 : i == 1 ? NAN : 1e12};
        assert_int_equal(sq_kano_of_counts(counts, &(sq_kano_options){0}, feature),
                         SQ_OUT_OF_DOMAIN);
    }
}

static void a_table_of_ones_own(void **state)
{
    sq_kano_table own = sq_kano_standard;
    sq_table f = TABLE(2, 1, 5, 3), d = TABLE(2, 1, 4, 3);
    sq_kano feature;
    (void)state;
    own.cell[4][3] = SQ_KANO_Q;
    own.cell[2][2] = SQ_KANO_M;
    feature = one_feature(&f, &d, &(sq_kano_options){.table = &own});
    assert_near(feature.count[SQ_KANO_Q], 1, 0);
    assert_near(feature.count[SQ_KANO_M], 1, 0);
}

/* Weights that are whole numbers are respondents told again: same shares, same category. */
static void case_weights_are_repeated_respondents(void **state)
{
    sq_table f = TABLE(6, 1, 1, 1, 2, 3, 5, 1), d = TABLE(6, 1, 5, 3, 5, 3, 1, 4);
    const double weights[] = {3, 1, 2, 4, 0, NA}, small[] = {3e-200, 1e-200, 2e-200, 4e-200, 0, NA};
    sq_table f10 = TABLE(10, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3);
    sq_table d10 = TABLE(10, 1, 5, 5, 5, 3, 5, 5, 3, 3, 3, 3);
    sq_kano weighted = one_feature(&f, &d, &(sq_kano_options){.case_weights = weights});
    sq_kano repeated = one_feature(&f10, &d10, &(sq_kano_options){0});
    sq_kano scaled = one_feature(&f, &d, &(sq_kano_options){.case_weights = small});
    (void)state;
    assert_int_equal(weighted.n, 4);
    assert_near(weighted.effective_n, 100. / 30, 1e-14); /* (Σw)²/Σw² */
    for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++) {
        assert_near(weighted.count[c] / 4, repeated.count[c] / 10, 1e-15);
        assert_near(scaled.count[c], weighted.count[c], 1e-14);
    }
    assert_near(weighted.better, repeated.better, 1e-15);
    assert_near(weighted.worse, repeated.worse, 1e-15);
    assert_near(weighted.category_strength, repeated.category_strength, 1e-15);
    assert_near(weighted.total_strength, repeated.total_strength, 1e-15);
    assert_int_equal(weighted.category, repeated.category);
    assert_near(scaled.effective_n, weighted.effective_n, 1e-14);
    /* Fong on 10/3 effective respondents: a = 4/10, b = 3/10 of them */
    assert_near(weighted.fong_difference, 1. / 3, 1e-14);
    assert_near(weighted.fong_critical, 1.65 * sqrt(7. / 3 * (20. / 3 - 7. / 3) / (20. / 3)),
                1e-14);
}

/* 0.1 + 0.2 is not 0.3 in binary: the order of the respondents must not decide a tie. */
static void tied_weights(void **state)
{
    sq_table f = TABLE(4, 1, 1, 1, 2, NA), d = TABLE(4, 1, 3, 3, 5, 1);
    sq_table g = TABLE(4, 1, NA, 2, 1, 1), e = TABLE(4, 1, 1, 5, 3, 3);
    sq_kano forward =
        one_feature(&f, &d, &(sq_kano_options){.case_weights = (double[]){0.1, 0.2, 0.3, 1}});
    sq_kano backward =
        one_feature(&g, &e, &(sq_kano_options){.case_weights = (double[]){1, 0.3, 0.2, 0.1}});
    (void)state;
    assert_int_equal(sq_kano_letter(forward.category), 'M');
    assert_int_equal(sq_kano_letter(backward.category), 'M');
}

/* The obvious slow version: the probability of every outcome of n draws in which the category wins
 * by the rule, over all outcomes. Written apart from kano.c: by letters and comparisons. */
static char wins(const int k[], bool grouped)
{
    static const char order[] = "MOAIRQ", place[] = "AOMIRQ";
    int of[6], from = 0, to = 6, best;
    for (int i = 0; i < 6; i++)
        of[i] = k[strchr(place, order[i]) - place];
    if (grouped && of[0] + of[1] + of[2] > of[3] + of[4] + of[5])
        to = 3;
    else if (grouped)
        from = 3;
    best = from;
    for (int i = from; i < to; i++)
        if (of[i] > of[best])
            best = i;
    return order[best];
}

static double exact_share(const double p[], int n, char category, bool grouped)
{
    double share = 0;
    int k[6];
    for (k[0] = 0; k[0] <= n; k[0]++)
        for (k[1] = 0; k[1] <= n - k[0]; k[1]++)
            for (k[2] = 0; k[2] <= n - k[0] - k[1]; k[2]++)
                for (k[3] = 0; k[3] <= n - k[0] - k[1] - k[2]; k[3]++)
                    for (k[4] = 0; k[4] <= n - k[0] - k[1] - k[2] - k[3]; k[4]++) {
                        double probability = gsl_sf_fact((unsigned int)n);
                        k[5] = n - k[0] - k[1] - k[2] - k[3] - k[4];
                        for (int c = 0; c < 6; c++)
                            probability *= pow(p[c], k[c]) / gsl_sf_fact((unsigned int)k[c]);
                        share += wins(k, grouped) == category ? probability : 0;
                    }
    return share;
}

/* Against the exact share: 40,000 resamples, within five standard errors. */
static void bootstrap_is_exact_in_the_long_run(void **state)
{
    static const double counts[][SQ_KANO_CATEGORIES] = {
        {5, 4, 2, 1, 0, 0}, {3, 3, 3, 2, 1, 0}, {1, 2, 3, 4, 1, 1}, {0, 0, 7, 0, 5, 0}};
    (void)state;
    for (size_t i = 0; i < LENGTH(counts); i++)
        for (int grouped = 0; grouped < 2; grouped++) {
            sq_kano_options options = {
                .rule = grouped ? SQ_KANO_GROUPED : SQ_KANO_MODE, .resamples = 40000, .seed = 1984};
            sq_kano feature;
            double p[SQ_KANO_CATEGORIES], share;
            assert_int_equal(sq_kano_of_counts(counts[i], &options, &feature), SQ_OK);
            for (size_t c = 0; c < SQ_KANO_CATEGORIES; c++)
                p[c] = counts[i][c] / 12;
            share = exact_share(p, 12, sq_kano_letter(feature.category), grouped);
            assert_near(feature.bootstrap, share, 5 * sqrt(share * (1 - share) / 40000));
        }
}

static void bootstrap_is_repeatable(void **state)
{
    static const double counts[] = {30, 28, 25, 20, 3, 1};
    sq_kano_options options = {.resamples = 1000, .seed = 42};
    sq_kano first, second, other;
    (void)state;
    sq_kano_of_counts(counts, &options, &first);
    sq_kano_of_counts(counts, &options, &second);
    options.seed = 43;
    sq_kano_of_counts(counts, &options, &other);
    assert_near(first.bootstrap, second.bootstrap, 0);
    assert_true(first.bootstrap != other.bootstrap);
    options.resamples = 0;
    sq_kano_of_counts(counts, &options, &other);
    assert_reason(other.bootstrap, SQ_UNDEFINED);
}

/* R: tests/published/kano_scores.R. */
static void continuous_scores_as_r(void **state)
{
    FILE *file = open_after_header(SCORES);
    sq_table functional = read_survey(KIOSK "kiosk_tidy.csv", "KF1", KIOSK_FEATURES);
    sq_table dysfunctional = read_survey(KIOSK "kiosk_tidy.csv", "KD1", KIOSK_FEATURES);
    sq_table respondent = read_survey(KIOSK "kiosk_tidy.csv", "resp", 1);
    double weights[211];
    sq_kano_scores plain[KIOSK_FEATURES], weighted[KIOSK_FEATURES];
    char line[LINE], *field[FIELDS];
    size_t lines = 0;
    (void)state;
    for (size_t row = 0; row < 211; row++)
        weights[row] = 1 + fmod(respondent.values[row], 3);
    assert_int_equal(sq_kano_continuous(&functional, &dysfunctional, NULL, plain), SQ_OK);
    assert_int_equal(sq_kano_continuous(&functional, &dysfunctional, weights, weighted), SQ_OK);
    for (; fgets(line, sizeof line, file); lines++) {
        const sq_kano_scores *scores;
        assert_int_equal(split(line, field), 7);
        scores = strcmp(field[0], "none") == 0 ? plain : weighted;
        scores += atoi(field[1]) - 1;
        assert_int_equal(scores->n, atoi(field[2]));
        assert_int_equal(scores->missing, 4);
        assert_near(scores->functional, atof(field[3]), 1e-13);
        assert_near(scores->functional_sd, atof(field[4]), 1e-13);
        assert_near(scores->dysfunctional, atof(field[5]), 1e-13);
        assert_near(scores->dysfunctional_sd, atof(field[6]), 1e-13);
    }
    assert_int_equal(lines, 2 * KIOSK_FEATURES);
    fclose(file);
    free((void *)functional.values);
    free((void *)dysfunctional.values);
    free((void *)respondent.values);
}

static void continuous_scores_at_the_edges(void **state)
{
    sq_table f = TABLE(3, 3, 1, NA, 2, 1, 3, NA, 1, NA, NA);
    sq_table d = TABLE(3, 3, 5, 1, NA, 5, 4, 1, 5, 1, 2);
    const double weights[] = {0.1, 0.7, 0.3};
    sq_kano_scores scores[3];
    (void)state;
    assert_int_equal(sq_kano_continuous(&f, &d, weights, scores), SQ_OK);
    assert_near(scores[0].functional, 4, 0); /* the same from everybody: exactly no spread */
    assert_near(scores[0].functional_sd, 0, 0);
    assert_near(scores[0].dysfunctional, 4, 0);
    assert_near(scores[0].dysfunctional_sd, 0, 0);
    assert_int_equal(scores[1].n, 1);
    assert_near(scores[1].functional, 0, 0);
    assert_near(scores[1].dysfunctional, 2, 0);
    assert_reason(scores[1].functional_sd, SQ_UNDEFINED);
    assert_int_equal(scores[2].n, 0);
    assert_int_equal(scores[2].missing, 3);
    assert_reason(scores[2].functional, SQ_NO_DATA);
    assert_reason(scores[2].dysfunctional_sd, SQ_NO_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_transfer_study),
        cmocka_unit_test(the_six_features_as_printed),
        cmocka_unit_test(the_kiosk_survey),
        cmocka_unit_test(all_features_at_once),
        cmocka_unit_test(published_counts),
        cmocka_unit_test(evaluation_tables),
        cmocka_unit_test(answers_outside_the_scale),
        cmocka_unit_test(missing_pairs),
        cmocka_unit_test(codes_of_another_scale),
        cmocka_unit_test(ties_by_precedence),
        cmocka_unit_test(fong_on_the_edge),
        cmocka_unit_test(all_reverse),
        cmocka_unit_test(no_usable_pair),
        cmocka_unit_test(one_respondent),
        cmocka_unit_test(one_and_two_pairs),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(a_table_of_ones_own),
        cmocka_unit_test(case_weights_are_repeated_respondents),
        cmocka_unit_test(tied_weights),
        cmocka_unit_test(bootstrap_is_exact_in_the_long_run),
        cmocka_unit_test(bootstrap_is_repeatable),
        cmocka_unit_test(continuous_scores_as_r),
        cmocka_unit_test(continuous_scores_at_the_edges),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
