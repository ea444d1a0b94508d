/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

const char addin_module[] = "org.servqual";

extern const sq_function gap_model_functions[];
extern const sq_function two_factor_functions[];
extern const sq_function kano_functions[];
extern const sq_function reliability_functions[];
extern const sq_function satisfaction_index_functions[];
extern const sq_function loyalty_functions[];
extern const sq_function survey_functions[];

const sq_family catalogue[] = {
    {"XGapModel", N_("Gap model"), gap_model_functions, NULL},
    {"XTwoFactor", N_("Two factors"), two_factor_functions, NULL},
    {"XKano", N_("Kano"), kano_functions, NULL},
    {"XReliability", N_("Reliability and validity"), reliability_functions, NULL},
    {"XSatisfactionIndex", N_("Satisfaction index"), satisfaction_index_functions, "path-models"},
    {"XLoyalty", N_("Loyalty and money"), loyalty_functions, NULL},
    {"XSurvey", N_("Survey"), survey_functions, NULL},
    {NULL, NULL, NULL, NULL},
};
