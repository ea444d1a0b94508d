# SPDX-License-Identifier: GPL-3.0-or-later
"""Published answers, told in the ways in which tools hand them out: holes as blanks, as words and as
codes, answers as numbers, as words and as both. No figure changes by a digit.
Run: test_answers.py PACKAGES"""
import csv
import os
import random
import sys

import uno  # noqa: F401

from office import Office
from tap import check

PUBLISHED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "published")
AGREEMENT = ("Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree",
             "Somewhat agree", "Agree", "Strongly agree")
SATISFACTION = ("0 - Very dissatisfied", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10 - Very satisfied")
KANO = ("I like it that way", "It must be that way", "I am neutral", "I can live with it that way",
        "I dislike it that way")
NO_ANSWER = ("N/A", "Don't know", "Prefer not to answer", "NULL", "")
CODES = (-99, 99, 999)


class Survey:
    """The columns of a file that are asked for, and the figures of them. [A:B] in a formula is the
    range of the columns A to B with their names."""

    def __init__(self, name, file, columns, words, code, figures, holes=0,
                 lowest=1):
        self.name, self.words, self.code, self.figures, self.lowest = (
            name, words, code, figures, lowest)
        with open(os.path.join(PUBLISHED, file), encoding="utf-8-sig", newline="") as rows:
            rows = list(csv.DictReader(rows))
        self.names = [column for column in rows[0] if column in columns]
        self.rows = [[row[name] and float(row[name]) for name in self.names] for row in rows]
        draw = random.Random(15)
        for _ in range(holes):  # where the published file has none
            self.rows[draw.randrange(len(rows))][draw.randrange(len(self.names))] = ""
        self.holes = sum(cell == "" for row in self.rows for cell in row)

    def told(self, answer, hole):
        """The sheet's rows with answers and holes told so; hole is given its number."""
        count, told = 0, [list(self.names)]
        for row in self.rows:
            told.append([])
            for cell in row:
                told[-1].append(hole(count) if cell == "" else answer(cell))
                count += cell == ""
        return told

    def address(self, first, last, top=1):
        return "%s%d:%s%d" % (column(self.names.index(first)), top, column(self.names.index(last)),
                              len(self.rows) + 1)


def column(number):
    return (chr(64 + number // 26) if number >= 26 else "") + chr(65 + number % 26)


def figures(document, survey):
    """What the formulas show, row by row; errors as nothing."""
    sheets = document.Sheets
    sheets.insertNewByName("Figures", sheets.Count)
    found = []
    for number, formula in enumerate(survey.figures):
        words = formula.split("[")
        for place in range(1, len(words)):
            asked, rest = words[place].split("]")
            words[place] = "$Answers." + survey.address(*asked.split(":")) + rest
        cells = sheets.getByName("Figures").getCellRangeByPosition(0, 300 * number, 45, 300 * number + 298)
        cells.setArrayFormula("=" + "".join(words).replace("SQ.", "ORG.SERVQUAL.ADDIN.").replace(
            "GAP.", "GAP").replace("KANO.", "KANO"))
        found.append(cells.getDataArray())
        cells.clearContents(16)
    sheets.removeByName("Figures")
    return found


def put(document, name, rows):
    if not document.Sheets.hasByName(name):
        document.Sheets.insertNewByName(name, 0)
    sheet = document.Sheets.getByName(name)
    cells = sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1)
    cells.setDataArray(tuple(map(tuple, rows)))
    return cells


def set_codes(document, codes):
    held = document.DocumentProperties.UserDefinedProperties
    if held.PropertySetInfo.hasPropertyByName("SQ.Missing"):
        held.removeProperty("SQ.Missing")
    if codes:
        held.addProperty("SQ.Missing", 128, codes)  # com.sun.star.beans.PropertyAttribute.REMOVABLE


def check_survey(office, survey):
    document = office.new()
    plain = survey.told(float, lambda _: "")
    put(document, "Answers", plain)
    expected = figures(document, survey)
    check("%s: %d answers are missing" % (survey.name, survey.holes), survey.holes > 0, True)
    for formula, found in zip(survey.figures, expected):
        check("%s: %s has figures" % (survey.name, formula),
              any(isinstance(cell, float) for row in found for cell in row), True)

    def same(how):
        document.calculateAll()
        got = figures(document, survey)
        check("%s: %s" % (survey.name, how),
              [formula for formula, a, b in zip(survey.figures, got, expected) if a != b], [])

    put(document, "Answers", survey.told(float, lambda number: NO_ANSWER[number % len(NO_ANSWER)]))
    same("no answer as words")
    put(document, "Answers", survey.told(float, lambda number: -99.0))
    changed = figures(document, survey)
    check("%s: -99 is an answer where nobody says it is none" % survey.name, changed != expected, True)
    set_codes(document, "-99")
    same("no answer as -99")
    put(document, "Answers", survey.told(float, lambda number: float(CODES[number % 3])))
    set_codes(document, "-99;99;999")
    same("no answer as -99, 99 or 999")
    set_codes(document, "")
    ways = [("words", lambda answer: survey.words[int(answer) - survey.lowest])]
    if survey.code != "KANOCODE" and " - " not in survey.words[0]:
        ways.append(("numbers with words", lambda answer: "%d - %s" % (
            answer, survey.words[int(answer) - survey.lowest])))
    for way, answer in ways:
        told = put(document, "Told", survey.told(answer, lambda number: NO_ANSWER[number % 5]))
        coded = put(document, "Answers", [[""] * len(survey.names)] * (len(survey.rows) + 1))
        coded.setArrayFormula("=ORG.SERVQUAL.ADDIN.%s($Told.%s)" % (
            survey.code, told.AbsoluteName.split(".")[1].replace("$", "")))
        back = [["" if cell is None else cell for cell in row] for row in coded.getDataArray()]
        check("%s: %s and back" % (survey.name, way), back == plain, True)
        same("of answers as %s" % way)
        coded.clearContents(16)
    document.close(True)


def main():
    items = ["%s%d" % (letter, item) for letter in "EP" for item in range(1, 25)]
    kano = ["F%d_%s" % (item, side) for item in range(1, 6) for side in ("functional", "dysfunctional")]
    surveys = (
        Survey("kiosk", "kiosk/kiosk_tidy.csv", items, AGREEMENT, "CODE", (
            "SQ.GAP5([E1:E24];[P1:P24])", "SQ.GAP.RELIABILITY([E1:E24];[P1:P24])",
            "SQ.GAPS([E1:E24];[P1:P24])", "SQ.GAP.ITEMS([E1:E24];[P1:P24])",
            "SQ.GAP.RESPONDENTS([E1:E24];[P1:P24])", "SQ.IPA([E1:E24];[P1:P24])")),
        Survey("perceptions with holes", "kiosk/perceptions_holes.csv", items, AGREEMENT, "CODE", (
            "SQ.ALPHA([P1:P24])", "SQ.OMEGA([P1:P24])", "SQ.RELIABILITY([P1:P24])",
            "SQ.ITEMS([P1:P24])", "SQ.KMO([P1:P24])", "SQ.FACTORS([P1:P24];3)",
            "SQ.TOPBOX([P1:P24];2;7)", "SQ.DISTRIBUTION([P1:P24];1;7)",
            "SQ.SERVPERF([P1:P24])", "SQ.PRCA([P1:P1];[P2:P6];3;6)")),
        Survey("bank", "bank_satisfaction/satisfaction.csv",
               ["%s%d" % (name, item) for name in ("imag", "expe", "qual", "val", "sat", "loy")
                for item in range(1, 6)], SATISFACTION, "CODE", (
                   "SQ.ALPHA([sat1:sat4])", "SQ.NPS([sat1:sat4])", "SQ.DISTRIBUTION([imag1:loy4];0;10)",
                   "SQ.ITEMS([qual1:qual5])", "SQ.INDEX([sat1:sat4];;0;10)",
                   'SQ.PLS([imag1:imag5];{"Image";"Image";"Image";"Other";"Other"};'
                   '{"";"Image";"Other"|"Image";0;1|"Other";0;0};"loadings")'), holes=60,
            lowest=0),
        Survey("Kano", "kano_features/storage--cohort1-coded.csv", kano, KANO, "KANOCODE", (
            "SQ.KANO([F1_functional:F1_functional];[F1_dysfunctional:F1_dysfunctional])",
            "SQ.BETTER([F2_functional:F2_functional];[F2_dysfunctional:F2_dysfunctional])",
            "SQ.KANO.SCORES([F3_functional:F3_functional];[F3_dysfunctional:F3_dysfunctional])"),
            holes=25))
    with Office(sys.argv[1]) as office:
        for survey in surveys:
            check_survey(office, survey)


if __name__ == "__main__":
    main()
