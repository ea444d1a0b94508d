/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

const char addin_module[] = "org.servqual";

extern const sq_function gap_model_functions[];

const sq_family catalogue[] = {
    {"XGapModel", N_("Gap model"), gap_model_functions},
    {NULL, NULL, NULL},
};
