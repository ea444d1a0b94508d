/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the check of the data share: running it, asking for its findings, and surveys
 * drawn at random.
 */
#ifndef FINDINGS_H
#define FINDINGS_H

#include "check.h"
#include "survey/data_check.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>

enum { MOST_FINDINGS = 4000 };

static sq_finding found[MOST_FINDINGS];
static size_t count;

static inline sq_status keep(void *context, const sq_finding *finding)
{
    (void)context;
    found[count++] = *finding;
    return count < MOST_FINDINGS ? SQ_OK : SQ_NO_MEMORY;
}

static inline void run_between(sq_table table, double minimum, double maximum)
{
    sq_check_options options = {minimum, maximum, 0};
    count = 0;
    assert_int_equal(sq_check(&table, &options, keep, NULL), SQ_OK);
}

static inline void run(sq_table table)
{
    run_between(table, NAN, NAN);
}

static inline size_t findings_of(sq_finding_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        n += found[i].kind == kind;
    return n;
}

/* The only finding of a kind. */
static inline const sq_finding *the(sq_finding_kind kind)
{
    assert_int_equal(findings_of(kind), 1);
    for (size_t i = 0; i < count; i++)
        if (found[i].kind == kind)
            return &found[i];
    return NULL;
}

static inline void expect_scale(double minimum, double maximum)
{
    assert_near(the(SQ_FOUND_SCALE)->value, minimum, 0);
    assert_near(the(SQ_FOUND_SCALE)->other, maximum, 0);
}

static inline int no_abort(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    return 0;
}

/* ---- Answers for the tests: each item, each respondent another one, and all related. */

static unsigned long seed;

static inline double uniform(void)
{
    seed = seed * 6364136223846793005ul + 1442695040888963407ul;
    return ((double)(seed >> 11) + 0.5) / 9007199254740992.0;
}

static inline double normal(void)
{
    double u = uniform();
    return sqrt(-2 * log(u)) * cos(2 * M_PI * uniform());
}

/* rows × columns answers from minimum to maximum; respondents differ in one trait. */
static inline double *survey(size_t rows, size_t columns, double minimum, double maximum,
                             double shift)
{
    double *values = malloc(rows * columns * sizeof *values), points = maximum - minimum + 1;
    assert_non_null(values);
    seed = 1988;
    for (size_t row = 0; row < rows; row++) {
        double trait = normal();
        for (size_t i = 0; i < columns; i++) {
            double z = sqrt(0.4) * trait + sqrt(0.6) * normal() + shift;
            double point = floor((z + 1.8) / 3.6 * points);
            values[row * columns + i] = minimum + fmin(fmax(point, 0), points - 1);
        }
    }
    return values;
}

#endif
