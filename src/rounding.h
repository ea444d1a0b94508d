/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a number ends and rounding begins: thresholds that more than one statistic needs, each with
 * its reason.
 */
#ifndef SQ_ROUNDING_H
#define SQ_ROUNDING_H

/* A difference or a coefficient this small beside what it was computed from is 0: doubles carry
 * sixteen digits, and sums over thousands of answers lose up to four of them. */
#define SQ_ROUNDING 1e-12

/* A share of variance that others leave, or a spread beside its mean, this small is none: a squared
 * multiple correlation of 1 as far as answers to a survey can tell. */
#define SQ_SINGULAR 1e-10

#endif
