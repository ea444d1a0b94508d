/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a statistic has no value: the one list of reasons of the whole project.
 *
 * A function of src that can fail as a whole returns an sq_status. Where one number among many
 * cannot be had (the t of a constant item, say), that number is sq_error(reason): a NaN that
 * carries the reason, so that a table of doubles needs no second table beside it. A missing answer
 * is any NaN. addin/result.c turns both into the error that the cell shows.
 */
#ifndef SQ_STATUS_H
#define SQ_STATUS_H

#define N_(text) text /* marks a text that people read, for translation */

typedef enum sq_status {
    SQ_OK,             /* the result is there */
    SQ_BAD_ARGUMENT,   /* shapes that do not fit, unknown word, text where a number is needed */
    SQ_OUT_OF_DOMAIN,  /* a number outside what the statistic is defined for */
    SQ_NO_DATA,        /* nothing usable is left once missing answers are taken out */
    SQ_UNDEFINED,      /* not defined for this input: one item, no spread, one respondent */
    SQ_NO_CONVERGENCE, /* an iteration did not settle */
    SQ_NO_MEMORY,      /* the memory could not be had */
    SQ_NUMBER_AS_TEXT  /* among the answers stands a text that is a number or carries one */
} sq_status;

/* Hands a failure on to the caller. Memory is in arenas (arena.h), so nothing is lost by it. */
#define SQ_TRY(expression)                                                                         \
    do {                                                                                           \
        sq_status sq_try_status = (expression);                                                    \
        if (sq_try_status != SQ_OK)                                                                \
            return sq_try_status;                                                                  \
    } while (0)

/* A NaN that carries its reason; reason is not SQ_OK. */
double sq_error(sq_status reason);

/* The reason in a NaN; SQ_OK for a number, SQ_UNDEFINED for a NaN that carries none. */
sq_status sq_error_reason(double value);

/* One English sentence per reason, never NULL. */
const char *sq_status_sentence(sq_status status);

#endif
