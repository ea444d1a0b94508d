/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items sorted into dimensions (constructs, factors of a questionnaire).
 */
#ifndef SQ_DIMENSIONS_H
#define SQ_DIMENSIONS_H

#include <stddef.h>

#define SQ_LEFT_OUT ((size_t)-1) /* the dimension of an item that belongs to none */

typedef struct sq_dimensions {
    size_t count;          /* dimensions; each has at least one item */
    const size_t *of_item; /* one per column: 0 … count−1 or SQ_LEFT_OUT */
} sq_dimensions;

#endif
