# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks saved and opened again, with the extension and without: nothing is lost, and the
formulas come back to life. Run: test_files.py PACKAGES"""
import os
import sys
import tempfile

from office import Office
from tap import Scratch, check, check_near

FORMATS = {"ods": "calc8", "xlsx": "Calc MS Excel 2007 XML", "fods": "OpenDocument Spreadsheet Flat XML"}
ROWS = [[7, 6, 6, 6], [5, 5, 5, 4], [6, 5, 4, 4]]
SCALAR = "=ORG.SERVQUAL.ADDIN.GAP5(A1:B3;C1:D3)"
OPTIONS = "=ORG.SERVQUAL.ADDIN.GAP5(A1:B3;C1:D3;;;A1:A3)"
TABLE = "=ORG.SERVQUAL.ADDIN.GAPITEMS(A1:B3;C1:D3)"
NAMES = {"F1": SCALAR, "F2": OPTIONS}


def make(office, folder):
    document = office.new()
    s = Scratch(document)
    s.put("A1:D3", ROWS)
    for address, formula in NAMES.items():
        s.sheet.getCellRangeByName(address).setFormula(formula)
    s.sheet.getCellRangeByName("F5:R7").setArrayFormula(TABLE)
    for ending, name in FORMATS.items():
        office.save(document, os.path.join(folder, "new." + ending), name)
    shown = s.sheet.getCellRangeByName("F5:R7").getArrayFormula()
    document.close(True)
    return shown


def check_alive(office, path, what, array_formula):
    document = office.open(path)
    s = Scratch(document)
    for address, formula in NAMES.items():
        check("%s: %s is the formula" % (what, address),
              s.sheet.getCellRangeByName(address).getCellByPosition(0, 0).getFormula(), formula)
    s.put("A1:D3", [[7, 6, 5, 6], ROWS[1], ROWS[2]])  # the sum of gaps goes from -5 to -6
    check("%s: an edit recalculates" % what, s.value("F1"), -1.0)
    check("%s: the weighted one too" % what, round(s.value("F2"), 12),
          round(-(2 * 7 + 1 * 5 + 3 * 6) / (2 * 18), 12))
    check_near("%s: the array formula recalculates" % what, s.value("I6"), -4 / 3)
    check("%s: the array formula is one" % what,
          s.sheet.getCellRangeByName("F5:R7").getArrayFormula(), array_formula)
    document.close(True)


def pass_through(office, folder):
    """Opens and saves each file where the functions are not known."""
    for ending, name in FORMATS.items():
        document = office.open(os.path.join(folder, "new." + ending))
        document.Sheets.getByIndex(0).getCellRangeByName("U1").setString("touched")
        office.save(document, os.path.join(folder, "passed." + ending), name)
        document.close(True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        with Office(sys.argv[1]) as office:
            array_formula = make(office, folder)
            for ending in FORMATS:
                check_alive(office, os.path.join(folder, "new." + ending), ending,
                            array_formula)
        with Office() as office:
            pass_through(office, folder)
        with Office(sys.argv[1]) as office:
            for ending in FORMATS:
                check_alive(office, os.path.join(folder, "passed." + ending),
                            ending + " saved without the extension", array_formula)


if __name__ == "__main__":
    main()
