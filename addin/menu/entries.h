/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu "Service quality" in Calc as one table; the build makes the menu and a module of Basic
 * (Commands) from it.
 *
 * An analysis asks its questions and puts a sheet, by the Sub in Analyses.bas (or Index.bas) that is named
 * after its command (FillGaps). Any other entry is a line of Basic. A row without an entry is a line between
 * them. To add an analysis: a row here, its Sub there.
 */
#ifndef ENTRIES_H
#define ENTRIES_H

#include "base/status.h" /* N_ */

enum { QUESTIONS_MAX = 6, CHOICES_MAX = 8 };

/* What an analysis must know. Kinds of answers: "items" (one column per item), "column" (data without
 * names of items), "values" (labels, weights, counts), "dimensions" (labels of items, or the name of an
 * order), "number", "choice"; with "?" it may stay empty. */
struct menu_question {
    const char *name, *kind, *label;
    const char *choices[CHOICES_MAX]; /* as people see them; NULL at the end */
    const char *values[CHOICES_MAX];  /* what each stands for in a formula; none: itself */
};

static const struct menu_entry {
    const char *entry;       /* in the menu */
    const char *command;     /* the Sub that it calls */
    const char *analysis;    /* the analysis's name, or NULL */
    const char *title;       /* of its dialog and its sheet */
    const char *explanation; /* above its questions */
    struct menu_question questions[QUESTIONS_MAX + 1];
    const char *more;  /* behind the explanation, or NULL */
    const char *basic; /* what another entry does */
} menu_entries[] = {
#define OF_RESPONDENTS                                                                             \
    N_("A row for each respondent, a column for each item; a first row of texts names the items. " \
       "Blank cells are missing answers. Write cell ranges as in formulas: B1:Y400, B:Y or "       \
       "Sheet1.B:Y.")
#define ORDERS_OF_ITEMS                                                                                 \
    N_("SERVQUAL is the order of its 22 items: Tangibles (1–4), Reliability (5–9), "                \
       "Responsiveness (10–13), Assurance (14–17), Empathy (18–22). MINSA is that of Peru's "     \
       "ministry of health: Reliability (1–5), Responsiveness (6–9), Assurance (10–13), Empathy " \
       "(14–18), Tangibles (19–22).")
#define OF_CASES                                                                                   \
    N_("A row for each case. Write cell ranges as in formulas: A2:B90, or Sheet1.A2:B90.")
#define DIMENSIONS_QUESTION                                                                        \
    {                                                                                              \
        "dimensions", "dimensions?", N_("Dimensions, SERVQUAL or MINSA (may stay empty)")          \
    }
#define TEST_QUESTION                                                                              \
    {                                                                                              \
        "test", "choice", N_("Tests"), {N_("of means"), N_("of ranks")},                           \
        {                                                                                          \
            "welch", "kruskal"                                                                     \
        }                                                                                          \
    }
#define SEGMENT_QUESTION                                                                           \
    {                                                                                              \
        "segment", "column", N_("Group of each respondent, one column")                            \
    }
#define MINIMUM_QUESTION                                                                           \
    {                                                                                              \
        "minimum", "number?", N_("Lowest point of the scale (may stay empty)")                     \
    }
#define MAXIMUM_QUESTION                                                                           \
    {                                                                                              \
        "maximum", "number?", N_("Highest point of the scale (may stay empty)")                    \
    }
    {N_("~Gaps: expectations and perceptions…"),
     "Gaps",
     "gaps",
     N_("Gaps"),
     OF_RESPONDENTS,
     {{"expectations", "items", N_("Expectations")},
      {"perceptions", "items", N_("Perceptions of the same items")},
      DIMENSIONS_QUESTION},
     ORDERS_OF_ITEMS},
    {N_("Gaps ~by segment…"),
     "Segments",
     "segments",
     N_("Gaps by segment"),
     OF_RESPONDENTS,
     {{"expectations", "items", N_("Expectations")},
      {"perceptions", "items", N_("Perceptions of the same items")},
      SEGMENT_QUESTION,
      DIMENSIONS_QUESTION,
      TEST_QUESTION},
     ORDERS_OF_ITEMS},
    {N_("~Importance and performance…"),
     "Importance",
     "importance",
     N_("Importance and performance"),
     OF_RESPONDENTS,
     {{"importance", "items", N_("Importance")},
      {"performance", "items", N_("Performance on the same items")},
      {"crosshair",
       "choice",
       N_("Where the quadrants meet"),
       {N_("at the means"), N_("at the medians"), N_("in the middle of the scale")},
       {"mean", "median", "midpoint"}}}},
    {N_("~Zone of tolerance…"),
     "Tolerance",
     "tolerance",
     N_("Zone of tolerance"),
     OF_RESPONDENTS,
     {{"least", "items", N_("Lowest level accepted")},
      {"desired", "items", N_("Level desired, of the same items")},
      {"perceptions", "items", N_("Perceptions of the same items")},
      DIMENSIONS_QUESTION},
     ORDERS_OF_ITEMS},
    {N_("~Kano categories…"),
     "Kano",
     "kano",
     N_("Kano categories"),
     OF_RESPONDENTS,
     {{"functional", "items", N_("Answers if the feature is there, 1 to 5")},
      {"dysfunctional", "items", N_("Answers if it is missing, 1 to 5")}}},
    {N_("~Penalties and rewards…"),
     "PenaltyReward",
     "penalty-reward",
     N_("Penalties and rewards"),
     OF_RESPONDENTS,
     {{"overall", "column", N_("Overall satisfaction, one column")},
      {"attributes", "items", N_("Satisfaction with each attribute")},
      {"low", "number?", N_("Low is a rating up to (may stay empty)")},
      {"high", "number?", N_("High is a rating from (may stay empty)")}}},
    {N_("Key drivers of satisfaction…"),
     "KeyDrivers",
     "drivers",
     N_("Key drivers"),
     OF_RESPONDENTS,
     {{"overall", "column", N_("Overall satisfaction, one column")},
      {"attributes", "items", N_("Satisfaction with each attribute")}}},
    {N_("~Two factors: critical incidents…"),
     "Incidents",
     "incidents",
     N_("Two factors"),
     N_("A row for each factor: how often it was named in good and in bad incidents. Write cell "
        "ranges as in formulas: B2:B17."),
     {{"factors", "values", N_("Names of the factors")},
      {"good", "values", N_("Mentions in good incidents")},
      {"bad", "values", N_("Mentions in bad incidents")}}},
    {N_("Two factors: ~states of respondents…"),
     "States",
     "states",
     N_("States of respondents"),
     OF_RESPONDENTS,
     {{"ratings", "items", N_("Satisfaction with each item")},
      {"factors", "values", N_("Kind of each item: hygiene or motivator")}}},
    {N_("Satisfaction inde~x…"),
     "SatisfactionIndex",
     "index",
     N_("Satisfaction index"),
     OF_RESPONDENTS,
     {{"answers", "items", N_("Answers to the items of the model")},
      {"blocks", "values?", N_("Construct of each item (may stay empty)")},
      {"model",
       "choice",
       N_("Model"),
       {"ECSI", "ACSI", "SCSB", "ECSI-2", "CCSI-image", "CCSI-market"}},
      {"paths", "values?", N_("Or your own table of paths (may stay empty)")},
      {"minimum", "number", N_("Lowest point of the scale")},
      {"maximum", "number", N_("Highest point of the scale")}},
     N_("Columns named as in the literature (IMAG1, CUEX1, PERQ1 …; Image 1 …) tell their "
        "constructs "
        "themselves; else give a row or column of names, such as Image or Perceived quality. What "
        "was understood is shown before anything is inserted.")},
    {N_("~Reliability of scales…"),
     "Reliability",
     "reliability",
     N_("Reliability"),
     OF_RESPONDENTS,
     {{"scale_items", "items", N_("Answers to the items")}, DIMENSIONS_QUESTION},
     ORDERS_OF_ITEMS},
    {N_("Confirm the dimensions…"),
     "ConfirmDimensions",
     "confirm",
     N_("Dimensions confirmed"),
     OF_RESPONDENTS,
     {{"scale_items", "items", N_("Answers to the items")},
      {"dimensions", "dimensions", N_("Dimensions, SERVQUAL or MINSA")}},
     ORDERS_OF_ITEMS},
    {N_("Compare gro~ups…"),
     "CompareGroups",
     "compare",
     N_("Groups compared"),
     OF_RESPONDENTS,
     {{"answers", "items", N_("Answers")}, SEGMENT_QUESTION, TEST_QUESTION}},
    {N_("Correlations between answers…"),
     "Correlations",
     "correlations",
     N_("Correlations"),
     OF_RESPONDENTS,
     {{"answers", "items", N_("Answers")},
      {"others", "items?", N_("Others that they are held against (may stay empty)")},
      {"method",
       "choice",
       N_("Correlation"),
       {N_("of the answers (Pearson)"), N_("of their ranks (Spearman)")},
       {"pearson", "spearman"}}}},
    {N_("Normality o~f answers…"),
     "Normality",
     "normality",
     N_("Normality"),
     OF_RESPONDENTS,
     {{"answers", "items", N_("Answers")}}},
    {N_("~Distribution of answers…"),
     "Distribution",
     "distribution",
     N_("Distribution"),
     OF_RESPONDENTS,
     {{"answers", "items", N_("Answers")}, MINIMUM_QUESTION, MAXIMUM_QUESTION}},
    {N_("Recommendation (~NPS)…"),
     "Recommendation",
     "recommendation",
     N_("Recommendation"),
     OF_RESPONDENTS,
     {{"recommend", "items", N_("Would you recommend us, 0 to 10")},
      {"segment", "column?", N_("Group of each respondent (may stay empty)")}}},
    {N_("Retention and ~value…"),
     "Retention",
     "retention",
     N_("Retention and value"),
     OF_RESPONDENTS,
     {{"satisfaction", "items", N_("Overall satisfaction, 1 to 5")},
      {"customers", "number", N_("Number of customers")},
      {"margin", "number", N_("Margin of a customer in a year")},
      {"discount", "number", N_("Rate of discount, such as 0.1")}}},
    {N_("~Losses…"),
     "Losses",
     "losses",
     N_("Losses"),
     OF_CASES,
     {{"reasons", "column", N_("Reasons or other labels, one to four columns")},
      {"amounts", "column?", N_("What each loss was worth (may stay empty)")},
      {"header", "choice", N_("First row"), {N_("names the columns"), N_("is a loss")}, {"1", "0"}},
      {"period",
       "choice",
       N_("Dates among the labels become"),
       {N_("months"), N_("quarters"), N_("years")},
       {"month", "quarter", "year"}}}},
    {N_("C~omplaints…"),
     "Complaints",
     "complaints",
     N_("Complaints"),
     OF_CASES,
     {{"opened", "column", N_("Dates of the complaints")},
      {"closed", "column", N_("Dates of the answers")},
      {"resolved", "column?", N_("Resolved: yes or no (may stay empty)")},
      {"target", "number?", N_("Days within which to answer (may stay empty)")}}},
    {NULL},
    {N_("~Check this data…"),
     "CheckData",
     "check",
     N_("Check of the data"),
     OF_RESPONDENTS,
     {{"answers", "items", N_("Answers to check")}, MINIMUM_QUESTION, MAXIMUM_QUESTION}},
    {N_("~Answers in words to numbers…"),
     "WordsToNumbers",
     "words",
     N_("Answers as numbers"),
     OF_RESPONDENTS,
     {{"worded", "items", N_("Answers in words")},
      {"levels",
       "choice",
       N_("Levels"),
       {N_("as the answers show"), "4", "5", "6", "7", "10", "11"},
       {"", "4", "5", "6", "7", "10", "11"}}}},
    {N_("Codes for no ans~wer…"), "MissingCodes", .basic = "AskForMissing ThisComponent"},
    {NULL},
    {N_("Open a sa~mple…"), "OpenSample", .basic = "AskForSample"},
    {N_("Copy with values onl~y"), "ValuesOnly", .basic = "CopyWithValues ThisComponent, False"},
    {N_("Results in ~English"), "ResultsInEnglish", .basic = "ChangeLanguage \"en-US\""},
    {N_("Results in Chinese 中文"), "ResultsInChinese", .basic = "ChangeLanguage \"zh-CN\""},
    {N_("~Help"), "Help", .basic = "ShowHelp"},
};

#endif
