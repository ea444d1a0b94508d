/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Instruments whose items belong to dimensions by their place in the published questionnaire.
 */
#ifndef SQ_ITEM_ORDERS_H
#define SQ_ITEM_ORDERS_H

#include <stddef.h>

enum { SQ_ORDER_DIMENSIONS = 5, SQ_ORDER_ITEMS = 22 };

typedef struct sq_item_order {
    const char *word;                           /* what it is called as an argument */
    const char *dimension[SQ_ORDER_DIMENSIONS]; /* in the order of the items */
    size_t of_item[SQ_ORDER_ITEMS];             /* 0 … SQ_ORDER_DIMENSIONS − 1 */
} sq_item_order;

/* "SERVQUAL": tangibles 1–4, reliability 5–9, responsiveness 10–13, assurance 14–17, empathy 18–22
 * (Parasuraman, Zeithaml & Berry 1988). "MINSA": reliability 1–5, responsiveness 6–9, assurance
 * 10–13, empathy 14–18, tangibles 19–22 (Peru's ministry of health, Resolución Ministerial
 * 527-2011/MINSA; the page was not verified). NULL for another word. */
const sq_item_order *sq_find_item_order(const char *word);

#endif
