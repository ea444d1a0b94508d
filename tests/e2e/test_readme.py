# SPDX-License-Identifier: GPL-3.0-or-later
"""The formulas of README as they are printed there, on answers as it describes them. A formula without
answers here fails. Run: test_readme.py PACKAGES"""
import csv
import os
import re
import statistics
import sys

import uno  # noqa: F401
from com.sun.star.table import CellAddress

from office import Office
from tap import check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PUBLISHED = os.path.join(TOP, "tests", "published")
DIMENSIONS = (["Usefulness"] * 3 + ["Tangibles"] * 3 + ["Control"] * 3 + ["Economy"] * 3 +
              ["Convenience"] * 6 + ["Security"] * 6)
BLOCKS = {"CUEX": "Expectation", "CUSA": "Satisfaction", "CUSC": "Complaints", "CUSL": "Loyalty",
          "IMAG": "Image", "PERQ": "Quality", "PERV": "Value"}


def formulas():
    """(formula as it is stored, whether an array, what it gives) of each row of the table."""
    with open(os.path.join(TOP, "README.md"), encoding="utf-8") as file:
        rows = re.findall(r"^\| `(\{?)=(SQ\..*?)\}?` \| (.*) \|$", file.read(), re.M)
    return [(text, bool(array), told) for array, text, told in rows]


def stored(text):
    return "=" + re.sub(r"SQ\.([A-Z0-9.]+)\(",
                        lambda found: "ORG.SERVQUAL.ADDIN." + found.group(1).replace(".", "") + "(", text)


def numbers(file):
    with open(os.path.join(PUBLISHED, file), encoding="utf-8-sig", newline="") as rows:
        rows = list(csv.reader(rows))
    return rows[0], [[float(cell) if re.fullmatch(r"-?[\d.]+", cell) else cell for cell in row]
                     for row in rows[1:]]


class Book:
    def __init__(self, office):
        self.document = office.new()
        self.names = self.document.NamedRanges

    def put(self, sheet, address, rows, name=None):
        if not self.document.Sheets.hasByName(sheet):
            self.document.Sheets.insertNewByName(sheet, self.document.Sheets.Count)
        cells = self.document.Sheets.getByName(sheet).getCellRangeByName(address).getCellByPosition(0, 0)
        at = cells.CellAddress
        cells = self.document.Sheets.getByName(sheet).getCellRangeByPosition(
            at.Column, at.Row, at.Column + len(rows[0]) - 1, at.Row + len(rows) - 1)
        cells.setDataArray(tuple(map(tuple, rows)))
        if name:
            self.names.addNewByName(name, cells.AbsoluteName, CellAddress(0, 0, 0), 0)

    def shows(self, sheet, text, array):
        cells = self.document.Sheets.getByName(sheet).getCellRangeByName("CA1:CZ260")
        if not array:
            cells = cells.getCellByPosition(0, 0)
            cells.setFormula(stored(text))
            found = cells.getError() or (cells.Value if cells.FormulaResultType2 == 1 else cells.String)
        else:
            cells.setArrayFormula(stored(text))
            found = cells.getCellByPosition(0, 0).getError() or cells.getDataArray()
        cells.clearContents(16)
        return found


def survey(book):
    """Expectations in B to Y, perceptions in Z to AW, as README says, and what it names beside."""
    head, rows = numbers("kiosk/kiosk_tidy.csv")
    names = ["E%d" % i for i in range(1, 25)] + ["P%d" % i for i in range(1, 25)]
    answers = [[row[head.index(name)] for name in names] for row in rows]
    book.put("Survey", "B1", [names] + answers)
    book.put("Survey", "A1", [["segment"]] + [["new" if i % 3 else "old"] for i in range(len(rows))])
    book.put("Survey", "BA1", [DIMENSIONS])
    book.put("Survey", "BA2", [[20, 10, 20, 10, 25, 15]])
    for place, name in enumerate(("management", "standards", "delivery", "promises")):
        book.put("Provider", "A%d" % (1 + 20 * place), [
            [float(4 + (row + item + place) % 4) for item in range(24)] for row in range(12)], name)
    return answers


def others(book):
    head, rows = numbers("kano_features/storage--cohort1-coded.csv")
    for name in ("functional", "dysfunctional"):
        places = [at for at, cell in enumerate(head) if cell.endswith("_" + name)]
        book.put("Kano", "A1" if name == "functional" else "AA1",
                 [["F%d" % (i + 1) for i in range(len(places))]] +
                 [[row[at] for at in places] for row in rows], name)
    head, rows = numbers("mobi/mobi.csv")
    book.put("Index", "A1", [head] + rows)
    book.put("Index", "BA1", [[BLOCKS[name[:4]] for name in head]], "blocks")
    cells = book.document.Sheets.getByName("Index").getCellRangeByName("BA5:BH12")
    cells.setArrayFormula('=ORG.SERVQUAL.ADDIN.MODEL("ECSI")')
    book.names.addNewByName("paths", cells.AbsoluteName, CellAddress(0, 0, 0), 0)
    book.put("Satisfied", "Z1", [["S"]] + [[float(1 + i % 5)] for i in range(200)])
    book.put("Lost", "A1", [["reason", "day", "amount"]] + [
        [("price", "waiting", "moved")[i % 3], 46023.0 + 4 * i, float(100 + i % 7)] for i in range(89)])
    words = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree",
             "非常同意")
    book.put("Words", "A2", [[words[(i + j) % 5] if i else words[5] for j in range(6)] for i in range(60)])


# Of a function: the sheet that its formulas are about.
SHEETS = {"KANO": "Kano", "CSI": "Index", "PLS": "Index", "RETENTION.EXPECTED": "Satisfied",
          "LOSSES": "Lost", "CODE": "Words"}


def mean_gap(answers, dimensions=None, weights=None):
    """The service gap: over all pairs; or the mean of the dimensions' gaps, weighted or not."""
    pairs = [[(row[i], row[24 + i]) for row in answers if row[i] != "" and row[24 + i] != ""]
             for i in range(24)]
    gaps = [[p - e for e, p in item] for item in pairs]
    if not dimensions:
        return statistics.fmean(gap for item in gaps for gap in item)
    order = list(dict.fromkeys(dimensions))
    means = [statistics.fmean(gap for item, name in zip(gaps, dimensions) if name == of for gap in item)
             for of in order]
    weights = weights or [1] * len(order)
    return sum(w * m for w, m in zip(weights, means)) / sum(weights)


def main():
    with Office(sys.argv[1]) as office:
        book = Book(office)
        answers = survey(book)
        others(book)
        gaps = {"SQ.GAP5(B:Y;Z:AW)": mean_gap(answers),
                "SQ.GAP5(B1:Y400;Z1:AW400;BA1:BX1)": mean_gap(answers, DIMENSIONS),
                "SQ.GAP5(B1:Y400;Z1:AW400;BA1:BX1;BA2:BF2)": mean_gap(answers, DIMENSIONS,
                                                                     [20, 10, 20, 10, 25, 15])}
        table = formulas()
        check("README has sixteen formulas", len(table), 16)
        for text, array, told in table:
            name = re.match(r"SQ\.([A-Z0-9.]+)\(", text).group(1)
            found = book.shows(SHEETS.get(name, "Survey"), text, array)
            if text in gaps:
                check(text, isinstance(found, float) and round(found, 9), round(gaps[text], 9))
            elif name == "SAMPLESIZE":
                check(text, found, 385.0)  # 1.96² × 0.25 / 0.05², rounded up
            elif name == "CODE":
                check(text, [row[:6] for row in found[:2]], [(5.0,) * 6, (2.0, 3.0, 4.0, 5.0, 1.0, 2.0)])
            elif name == "PLS":
                check("%s: %s" % (text, told), (found[0][:6], [type(cell) for cell in found[1][2:6]]),
                      (("From", "To", "Direct", "Indirect", "Total effect", "Total in points"),
                       [float] * 4))
            elif array:
                head, first = found[0], found[1]
                check("%s: %s" % (text, told), isinstance(head[0], str) and head[0] != "" and
                      any(isinstance(cell, float) for cell in first), True)
            else:
                check("%s: %s" % (text, told), isinstance(found, float) and 0 < found < 100, True)
        book.document.close(True)


if __name__ == "__main__":
    main()
