/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scales of the kiosk survey, for the tests of reliability and of factors; figures in
 * tests/published/reliability.csv.
 */
#ifndef KIOSK_SCALES_H
#define KIOSK_SCALES_H

#include "check.h"

#include <gsl/gsl_errno.h>

#define KIOSK "tests/published/kiosk/kiosk_tidy.csv"
#define FIGURES "tests/published/reliability.csv"
enum { ITEMS = 24 };

typedef struct kiosk_scale {
    const char *name;
    size_t count;
    size_t columns[ITEMS];
} kiosk_scale;

static const kiosk_scale scales[] = {{"usefulness", 3, {0, 1, 2}},
                                     {"tangibles", 4, {3, 4, 5, 21}},
                                     {"control", 2, {6, 7}},
                                     {"economy", 3, {9, 10, 17}},
                                     {"convenience", 5, {12, 13, 14, 15, 16}},
                                     {"security", 3, {18, 19, 20}},
                                     {"all", 24, {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11,
                                                  12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}}};

static sq_table kiosk[2]; /* expectations, perceptions */
static const char *const side_name[] = {"E", "P"};

static int read_kiosk(void **state)
{
    (void)state;
    gsl_set_error_handler_off();
    kiosk[0] = read_survey(KIOSK, "E1", ITEMS);
    kiosk[1] = read_survey(KIOSK, "P1", ITEMS);
    return 0;
}

static int release_kiosk(void **state)
{
    (void)state;
    free((void *)kiosk[0].values);
    free((void *)kiosk[1].values);
    return 0;
}

#endif
