/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Does a set of items measure one thing, and how exactly.
 */
#ifndef SQ_RELIABILITY_H
#define SQ_RELIABILITY_H

#include "covariance.h"
#include "status.h"

/* Cronbach's α from a covariance matrix of k items: k/(k−1)·(1 − Σs²_i / s²_T), s²_T the sum of all
 * entries. One item, an undefined entry or a total without spread: sq_error(SQ_UNDEFINED).
 * Source: Cronbach 1951, Psychometrika 16. */
double sq_alpha_of_covariance(const double *covariance, size_t k);

/* The same from the answers; missing answers as items->listwise says. An α that is not defined is
 * returned as sq_error(). Errors: SQ_NO_MEMORY. */
sq_status sq_alpha(const sq_items *items, double *alpha);

#endif
