/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Survey": the rows of the catalogue. Its wrappers stand in the files
 * named below.
 */
#include "functions/survey/answers.h"
#include "functions/survey/check_report.h"
#include "functions/survey/comparison.h"
#include "functions/survey/correlations.h"
#include "functions/survey/normality.h"
#include "functions/survey/promoters.h"
#include "functions/survey/sampling_plan.h"
#include "functions/survey/share_interval.h"

static const sq_function *const functions[] = {&check_function,
                                               &level_function,
                                               &grade_function,
                                               &rescale_function,
                                               &top_box_function,
                                               &bottom_box_function,
                                               &nps_function,
                                               &distribution_function,
                                               &sample_size_function,
                                               &margin_function,
                                               &strata_function,
                                               &code_function,
                                               &nps_groups_function,
                                               &nps_interval_function,
                                               &normality_function,
                                               &compare_function,
                                               &compare_pairs_function,
                                               &correlations_function,
                                               &share_interval_function,
                                               NULL};

const sq_family survey_family = {"XSurvey", N_("Survey"), functions, NULL};
