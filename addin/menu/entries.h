/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entries of the menu "Service quality" in Calc; each calls the Sub of that name in
 * Commands.bas. A row without a title is a line between entries.
 */
#ifndef ENTRIES_H
#define ENTRIES_H

#include "call.h" /* N_ */

static const struct menu_entry {
    const char *title;
    const char *command;
} menu_entries[] = {
    {N_("~Gaps: expectations and perceptions…"), "Gaps"},
    {N_("~Importance and performance…"), "Importance"},
    {N_("~Zone of tolerance…"), "Tolerance"},
    {N_("~Kano categories…"), "Kano"},
    {N_("~Penalties and rewards…"), "PenaltyReward"},
    {N_("~Two factors: critical incidents…"), "Incidents"},
    {N_("Two factors: ~states of respondents…"), "States"},
    {N_("Satisfaction inde~x…"), "SatisfactionIndex"},
    {N_("~Reliability of scales…"), "Reliability"},
    {N_("~Distribution of answers…"), "Distribution"},
    {N_("Recommendation (~NPS)…"), "Recommendation"},
    {N_("Retention and ~value…"), "Retention"},
    {N_("~Losses…"), "Losses"},
    {N_("C~omplaints…"), "Complaints"},
    {NULL, NULL},
    {N_("~Check this data…"), "CheckData"},
    {N_("~Answers in words to numbers…"), "WordsToNumbers"},
    {N_("Codes for no ans~wer…"), "MissingCodes"},
    {NULL, NULL},
    {N_("Open a sa~mple…"), "OpenSample"},
    {N_("Copy with values onl~y"), "ValuesOnly"},
    {N_("Results in ~English"), "ResultsInEnglish"},
    {N_("Results in Chinese 中文"), "ResultsInChinese"},
    {N_("~Help"), "Help"},
};

#endif
