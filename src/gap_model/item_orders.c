/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gap_model/item_orders.h"

#include "base/same_word.h"
#include "base/status.h"

static const sq_item_order orders[] = {
    {"SERVQUAL",
     {N_("Tangibles"), N_("Reliability"), N_("Responsiveness"), N_("Assurance"), N_("Empathy")},
     {0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4}},
    {"MINSA",
     {N_("Reliability"), N_("Responsiveness"), N_("Assurance"), N_("Empathy"), N_("Tangibles")},
     {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4}},
};

const sq_item_order *sq_find_item_order(const char *word)
{
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (sq_same_word(word, orders[i].word))
            return &orders[i];
    return NULL;
}
