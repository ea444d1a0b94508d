/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include <stdint.h>
#include <string.h>

/* A quiet NaN; its second byte is ours, the lowest belongs to sq_error. */
#define QUIET_NAN UINT64_C(0x7FF8000000000000)
enum { ABSENCE_SHIFT = 8 };

double sq_missing(sq_absence absence)
{
    uint64_t bits = QUIET_NAN | (uint64_t)absence << ABSENCE_SHIFT;
    double missing;
    memcpy(&missing, &bits, sizeof missing);
    return missing;
}

sq_absence sq_absence_of(double missing)
{
    uint64_t bits, absence;
    memcpy(&bits, &missing, sizeof bits);
    absence = bits >> ABSENCE_SHIFT & 0xFF;
    return absence <= SQ_ERROR_CELL ? (sq_absence)absence : SQ_BLANK;
}
