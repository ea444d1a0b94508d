/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/status.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* A quiet NaN has the exponent and the top mantissa bit set; the low byte is ours. */
#define QUIET_NAN UINT64_C(0x7FF8000000000000)

double sq_error(sq_status reason)
{
    uint64_t bits = QUIET_NAN | (uint64_t)reason;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

sq_status sq_error_reason(double value)
{
    uint64_t bits, reason;
    if (!isnan(value))
        return SQ_OK;
    memcpy(&bits, &value, sizeof bits);
    reason = bits & 0xFF;
    return reason >= SQ_BAD_ARGUMENT && reason <= SQ_NUMBER_AS_TEXT ? (sq_status)reason
                                                                    : SQ_UNDEFINED;
}

const char *sq_status_sentence(sq_status status)
{
    switch (status) {
    case SQ_OK:
        return "The result is there.";
    case SQ_BAD_ARGUMENT:
        return "The ranges do not fit each other, or an option is not one of those known.";
    case SQ_OUT_OF_DOMAIN:
        return "A number lies outside what the statistic is defined for.";
    case SQ_NO_DATA:
        return "No usable answer is left.";
    case SQ_UNDEFINED:
        return "The statistic is not defined for this input.";
    case SQ_NO_CONVERGENCE:
        return "The iteration did not settle.";
    case SQ_NO_MEMORY:
        return "The memory for this calculation could not be had.";
    case SQ_NUMBER_AS_TEXT:
        return "A text among the answers is a number or carries one; SQ.CODE makes numbers of "
               "them.";
    }
    return "Unknown status.";
}
