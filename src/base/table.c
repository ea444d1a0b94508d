/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/table.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define QUIET_NAN UINT64_C(0x7FF8000000000000)

double sq_missing(sq_absence absence)
{
    uint64_t bits = QUIET_NAN | (uint64_t)absence << 8;
    double answer;
    memcpy(&answer, &bits, sizeof answer);
    return answer;
}

sq_absence sq_absence_of(double answer)
{
    uint64_t bits;
    if (!isnan(answer))
        return SQ_BLANK;
    memcpy(&bits, &answer, sizeof bits);
    switch (bits >> 8 & 0xFF) {
    case SQ_TEXT:
        return SQ_TEXT;
    case SQ_ERROR_CELL:
        return SQ_ERROR_CELL;
    case SQ_TEXT_WITH_NUMBER:
        return SQ_TEXT_WITH_NUMBER;
    case SQ_CODED:
        return SQ_CODED;
    default:
        return SQ_BLANK;
    }
}
