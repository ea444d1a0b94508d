/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The family "Survey": the rows of the catalogue. Its wrappers stand in check_report.c, answers.c
 * and sampling_plan.c.
 */
#include "functions/survey/answers.h"
#include "functions/survey/check_report.h"
#include "functions/survey/sampling_plan.h"

/* ---- The catalogue. */

/* clang-format off */
#define ONE_SCALE                                                                                  \
    {"answers", DATA,                                                                              \
     N_("Answers on one scale: one row per respondent; every answered cell counts.")}
#define ROW_WEIGHTS                                                                                \
    {"case_weights", OPTION,                                                                       \
     N_("One weight per respondent, zero or more; only their proportions matter. A blank leaves "  \
        "the respondent out.")}
#define SPREAD                                                                                     \
    {"proportion_or_sd", OPTION,                                                                   \
     N_("The share expected, from 0 to 1 (0.5 if left out, the safe side); for \"mean\" the "      \
        "standard deviation of an answer.")}
#define POPULATION                                                                                 \
    {"population", OPTION, N_("How many there are to choose from. Left out: without end.")}
#define DESIGN_EFFECT                                                                              \
    {"design_effect", OPTION,                                                                      \
     N_("How many times the variance of simple random sampling; 1 if left out.")}
#define MEASURE                                                                                    \
    {"measure", OPTION, N_("What is estimated: \"share\" (if left out) or \"mean\".")}
/* clang-format on */

const sq_function survey_functions[] = {
    {.name = "SQ.CHECK",
     .call = check,
     .summary =
         N_("Table of what is wrong with the answers, where, and what to do: header rows and "
            "totals in the range, IDs and times, texts, errors, blanks, codes for no answer, "
            "answers out of range, mixed scales, constant items, items that run against the "
            "others, straight lines and twins beyond chance. Enter as an array."),
     .parameters = {{"answers", DATA, N_("Answers: one row per respondent, one column per item.")},
                    {"minimum", OPTION,
                     N_("The lowest point of the scale. Both ends left out: the scale that the "
                        "answers show, which the table names.")},
                    {"maximum", OPTION, N_("The highest point of the scale.")}},
     .example = {"Q1|Q2|Q3\n5|4|9\n3|n/a|4\n4|5|3", "INDEX(SQ.CHECK(A1:C4;1;7);2;3)", "B3"}},

    {.name = "SQ.LEVEL",
     .call = level,
     .summary = N_("The wording of the level that a score belongs to, of five or seven levels from "
                   "very dissatisfied to very satisfied, or of your own."),
     .parameters =
         {{"score", VALUE, N_("A score on the scale from minimum to maximum.")},
          {"levels", OPTION,
           N_("5 (if left out) or 7, or your own wordings from the lowest up; with their scores in "
              "a second column the nearest is taken, also from below: for \"from … on\" use "
              "SQ.GRADE.")},
          {"minimum", OPTION, N_("The lowest point of the scale; 1 if left out.")},
          {"maximum", OPTION,
           N_("The highest point of the scale. Left out: as many as there are levels.")}},
     .example = {"", "SQ.LEVEL(4)", "satisfied"}},

    {.name = "SQ.GRADE",
     .call = grade,
     .summary = N_("The label of the highest threshold that a score reaches. Below the lowest "
                   "threshold: #N/A."),
     .parameters = {{"score", VALUE, N_("A number.")},
                    {"table", VALUE,
                     N_("Labels and their thresholds in two columns, rows in any order.")}},
     .example = {"D|25\nC|65\nB|76.61\nA|88.31", "SQ.GRADE(85;A1:B4)", "B"}},

    {.name = "SQ.RESCALE",
     .call = rescale,
     .summary = N_("A value, or a range of them, from one scale to another, linear: the ends go to "
                   "the ends. A value outside the first scale is #NUM!."),
     .parameters = {{"value", VALUE, N_("A number, or a range of numbers; blanks stay blank.")},
                    {"from_min", VALUE, N_("The lowest point of the scale it is on.")},
                    {"from_max", VALUE, N_("The highest point of the scale it is on.")},
                    {"to_min", VALUE, N_("What the lowest point becomes.")},
                    {"to_max", VALUE, N_("What the highest point becomes.")}},
     .example = {"", "SQ.RESCALE(4;1;5;0;100)", "75"}},

    {.name = "SQ.TOPBOX",
     .call = top_box,
     .summary = N_("Share of answers in the top boxes, the highest points of the scale."),
     .parameters = {ONE_SCALE,
                    {"boxes", OPTION, N_("How many points from the end count; 1 if left out.")},
                    {"maximum", OPTION,
                     N_("The highest point of the scale: one number, or one per item. Left out: "
                        "#N/A, for who happened to answer does not say it.")},
                    ROW_WEIGHTS},
     .example = {"5\n4\n5\n2", "SQ.TOPBOX(A1:A4;2;5)", "0.75"}},

    {.name = "SQ.BOTTOMBOX",
     .call = bottom_box,
     .summary = N_("Share of answers in the bottom boxes, the lowest points of the scale."),
     .parameters = {ONE_SCALE,
                    {"boxes", OPTION, N_("How many points from the end count; 1 if left out.")},
                    {"minimum", OPTION,
                     N_("The lowest point of the scale: one number, or one per item. Left out: "
                        "#N/A, for who happened to answer does not say it.")},
                    ROW_WEIGHTS},
     .example = {"5\n4\n5\n2", "SQ.BOTTOMBOX(A1:A4;2;1)", "0.25"}},

    {.name = "SQ.NPS",
     .call = net_promoter_score,
     .summary = N_("Net promoter score from −100 to 100: share of the answers 9 and 10 minus share "
                   "of 0 to 6, times 100."),
     .parameters = {{"answers", DATA,
                     N_("Whole numbers from 0 to 10: would you recommend us? Another number is "
                        "#NUM!.")},
                    ROW_WEIGHTS},
     .example = {"10\n9\n8\n6", "SQ.NPS(A1:A4)", "25"}},

    {.name = "SQ.DISTRIBUTION",
     .call = distribution,
     .summary = N_("Table with a row per item and all items together: n, missing answers, mean, "
                   "standard deviation, and the share of each point of the scale. Enter as an "
                   "array."),
     .parameters = {{"answers", DATA, N_("Answers: one row per respondent, one column per item.")},
                    {"minimum", OPTION,
                     N_("The lowest point of the scale. Left out: the smallest answer.")},
                    {"maximum", OPTION,
                     N_("The highest point of the scale. Left out: the largest answer.")},
                    ROW_WEIGHTS},
     .example = {"1|2\n2|2\n|1\n2|2", "INDEX(SQ.DISTRIBUTION(A1:B4);3;7)", "0.75"}},

    {.name = "SQ.SAMPLESIZE",
     .call = sample_size,
     .summary = N_("How many to ask for a margin of error: of a share or of a mean, in a "
                   "population of a given size."),
     .parameters = {{"margin", VALUE,
                     N_("Half the width of the interval: 0.05 for 5 points of a share, or units "
                        "of the mean.")},
                    {"level", OPTION,
                     N_("Confidence level of the interval, between 0 and 1; 0.95 if left out.")},
                    SPREAD,
                    POPULATION,
                    DESIGN_EFFECT,
                    MEASURE},
     .example = {"", "SQ.SAMPLESIZE(0.05)", "385"}},

    {.name = "SQ.MARGIN",
     .call = margin,
     .summary = N_("The margin of error that a number of respondents reaches: half the width of "
                   "the interval of a share or a mean."),
     .parameters = {{"n", VALUE, N_("How many respondents.")},
                    {"level", OPTION,
                     N_("Confidence level of the interval, between 0 and 1; 0.95 if left out.")},
                    SPREAD,
                    POPULATION,
                    DESIGN_EFFECT,
                    MEASURE},
     .example = {"", "SQ.MARGIN(1000;;;1000)", "0"}},

    {.name = "SQ.STRATA",
     .call = strata,
     .summary = N_("How many to ask in each stratum: in proportion to its size, and, where "
                   "standard deviations or costs are given, so that the mean is most exact "
                   "(Neyman). Enter as an array."),
     .parameters = {{"sizes", VALUE,
                     N_("How many there are in each stratum, in a row or a column; or names and "
                        "sizes in two columns.")},
                    {"n", VALUE,
                     N_("How many respondents in all; whole numbers are exact up to "
                        "9,007,199,254,740,992, and no "
                        "size or number here is larger.")},
                    {"sds", OPTION, N_("Standard deviation of the answer in each stratum.")},
                    {"costs", OPTION, N_("Cost of one interview in each stratum.")}},
     .example = {"100|200\n10|20", "INDEX(SQ.STRATA(A1:B1;50;A2:B2);3;5)", "40"}},

    {.name = "SQ.CODE",
     .call = code,
     .summary = N_("Answers in words, as survey tools export them, to numbers, on the scale that "
                   "the range shows: where no other is filled to its last level, the usual one of "
                   "five. What is not known, or could be several numbers, is #N/A; \"N/A\" and "
                   "its like become blank; a number written in an answer is its code. For a "
                   "range: enter as an array."),
     .parameters =
         {{"text", DATA,
           N_("One cell, or a range of answers that belong together; a first row that names the "
              "items stays. At most 262,144 different texts.")},
          {"levels", OPTION,
           N_("How many levels the scale has: 4 to 7, or 10 (1 to 10) and 11 (0 to 10) with worded "
              "ends. Or your own wordings from the lowest up; in two columns with their numbers, a "
              "blank for no answer.")}},
     .example = {"Strongly agree", "SQ.CODE(A1)", "5"}},

    {.name = NULL},
};
