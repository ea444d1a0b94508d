/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

const char addin_module[] = "org.servqual";

extern const sq_family gap_model_family, two_factor_family, kano_family, reliability_family,
    satisfaction_index_family, loyalty_family, survey_family, drivers_family;

const sq_family *const catalogue[] = {&gap_model_family,
                                      &two_factor_family,
                                      &kano_family,
                                      &reliability_family,
                                      &satisfaction_index_family,
                                      &loyalty_family,
                                      &survey_family,
                                      &drivers_family,
                                      NULL};
