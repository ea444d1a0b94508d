/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A path model as the functions of the satisfaction indices share it: read from the arguments
 * "answers", "blocks", "paths" and the options, made ready, fitted, given back.
 */
#ifndef FITTED_MODEL_H
#define FITTED_MODEL_H

#include "functions/survey_arguments.h"
#include "satisfaction_index/pls_data.h"
#include "satisfaction_index/pls_quality.h"
#include "satisfaction_index/pls_resample.h"

typedef struct fitted_model {
    /* as read */
    sq_range answers;
    size_t constructs;
    const char **names;        /* [constructs] heads of the rows of the path table */
    const char **column_names; /* [constructs] heads of its columns */
    sq_pls_options options;
    sq_missing_rule missing;
    const double *case_weights;
    sq_path_model model;
    sq_model_problem problem; /* what is wrong with the model or the answers to it */
    /* as made ready; given back by model_close */
    sq_pls pls;
    sq_pls_data data;
} fitted_model;

/* Reads the arguments, whatever the model is worth. */
sq_status model_read(sq_call *call, fitted_model *out);

/* Reads the constructs of the argument "paths" alone. */
sq_status model_read_names(sq_call *call, fitted_model *out);

/* Makes model and answers ready for sq_pls_fit. After it, whatever its status: model_close. */
sq_status model_open(fitted_model *model);
sq_status model_fit(fitted_model *model);
void model_close(fitted_model *model);

/* The ends of the items' scales, by place: the arguments "minimum" and "maximum". SQ_UNDEFINED where
 * they were left out, for a figure must not hang on who happened to answer; SQ_OUT_OF_DOMAIN where
 * an answer lies outside. */
sq_status model_scale(sq_call *call, const fitted_model *model, sq_pls_scale *scale);

/* The construct that an argument names; left out: the satisfaction one. SQ_BAD_ARGUMENT if there is
 * none. */
sq_status model_construct(sq_call *call, const fitted_model *model, size_t *construct);

/* The name of a construct, and of the item at a place, into a cell; nothing for SQ_NOWHERE. */
void put_construct(sq_call *call, const fitted_model *model, size_t construct);
void put_place(sq_call *call, const fitted_model *model, size_t place);

/* ---- Parameters that several files of the family read. */

extern const sq_parameter in_blocks, in_paths, in_construct, in_scheme, in_metric, in_missing,
    in_result;

#define EXAMPLE_ANSWERS "5|4|5|4\n3|4|3|3\n2|1|2|2\n4|5|4|5\n1|2|2|1\nA|A|B|B\n|A|B\nA|0|1\nB|0|0\n"
#define EXAMPLE_MODEL "A1:D5;A6:D6;A7:C9"

#endif
