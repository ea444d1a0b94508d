/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/survey/normality.h"

#include "functions/survey_arguments.h"
#include "survey/normality.h"

static const sq_column normality_columns[] = {
    {N_("Item"), FIGURE_LABEL, N_("the item")},
    {N_("n"), FIGURE_COUNT, N_("answers")},
    {N_("Mean"), FIGURE_NUMBER, N_("mean answer, in points")},
    {N_("Median"), FIGURE_NUMBER, N_("median answer, in points")},
    {N_("SD"), FIGURE_NUMBER, N_("standard deviation of the answers")},
    {N_("Skewness"), FIGURE_NUMBER, N_("0 is symmetric, below 0 the tail lies to the left")},
    {N_("Kurtosis"), FIGURE_NUMBER, N_("0 is that of the normal distribution, below 0 it is flat")},
    {N_("W"), FIGURE_NUMBER, N_("Shapiro and Wilk's statistic; 1 is normal")},
    {N_("p"), FIGURE_PROBABILITY,
     N_("probability of such a W, or a lower one, where answers are normal")},
    {NULL}};

static sq_status normality(sq_call *call)
{
    sq_range answers;
    SQ_TRY(call_range(call, &in_answers, &answers));
    SQ_TRY(begin_table(call, normality_columns, 0, answers.answers.columns));
    for (size_t item = 0; item < answers.answers.columns; item++) {
        sq_normality of;
        SQ_TRY(sq_normality_of(&answers.answers, item, &of));
        next_row(call);
        put_item(call, &answers, NULL, item);
        put_number(call, (double)of.n);
        put_number(call, of.mean);
        put_number(call, of.median);
        put_number(call, of.sd);
        put_number(call, of.skewness);
        put_number(call, of.kurtosis);
        put_number(call, of.w);
        put_number(call, of.p);
    }
    return SQ_OK;
}

const sq_function normality_function = {
    .name = "SQ.NORMALITY",
    .call = normality,
    .summary = N_("Table with a row per item: n, mean, median, standard deviation, skewness, "
                  "kurtosis, and Shapiro and Wilk's test of normality (3 to 5,000 answers, else "
                  "#N/A). Enter as an array."),
    .parameters = {&in_answers},
    .example = {"1\n2\n3\n4\n10", "INDEX(SQ.NORMALITY(A1:A5);2;4)", "3"},
    .reports = {{normality_columns}},
};
