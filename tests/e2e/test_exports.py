# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of survey tools: worded answers become numbers, and numbers a gap.
Run: test_exports.py PACKAGES"""
import os
import sys

import uno  # noqa: F401

from office import Office, properties, url
from tap import Scratch, check
from test_menu import Menu

HERE = os.path.dirname(os.path.abspath(__file__))
UTF_8, GB18030 = 76, 85  # numbers of LibreOffice's text filter

# What is selected of each, and its numbers: expected, perceived, satisfied.
NUMBERS = ((5, 4, 4), (4, 2, 2), (5, 3, 3), ("", 1, 1))
EXPORTS = (("google_forms", UTF_8, "B1:D5", NUMBERS), ("limesurvey", UTF_8, "F1:H5", NUMBERS),
           ("surveymonkey", UTF_8, "J2:L6", NUMBERS),
           ("wenjuanxing", GB18030, "G1:I5", NUMBERS))


def main():
    with Office(sys.argv[1]) as office:
        menu = Menu(office)
        for name, charset, address, numbers in EXPORTS:
            document = office.desktop.loadComponentFromURL(
                url(os.path.join(HERE, "exports", name + ".csv")), "_blank", 0,
                properties(Hidden=True, AsTemplate=True,
                           FilterName="Text - txt - csv (StarCalc)",
                           FilterOptions="44,34,%d,1,,0,false,true" % charset))
            check("%s: the menu takes it" % name,
                  menu.call("Report.InsertAnalysis", document, "words", (address, "5")), "")
            sheet = document.CurrentController.ActiveSheet
            check("%s: words are numbers" % name,
                  tuple(row for row in sheet.getCellRangeByName("A7:C10").DataArray),
                  tuple(tuple(float(cell) if cell in range(1, 6) else cell for cell in row)
                        for row in numbers))
            scratch = Scratch(document, sheet.Name)
            # pairs: 4-5, 2-4, 3-5; the fourth did not say what was expected
            check("%s: the gap" % name, round(scratch.formula("=SQ.GAP5(A6:A10;B6:B10)"), 12),
                  round(-5 / 3, 12))
            document.close(True)


if __name__ == "__main__":
    main()
