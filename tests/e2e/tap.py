# SPDX-License-Identifier: GPL-3.0-or-later
"""Test lines that tests/run counts, and a sheet to try formulas on."""


def check(name, got, expected):
    good = got == expected
    print("%s - %s" % ("ok" if good else "not ok", name), flush=True)
    if not good:
        print("# got %r, expected %r" % (got, expected), flush=True)
    return good


def check_near(name, got, expected, tolerance=1e-9):
    good = isinstance(got, float) and abs(got - expected) <= tolerance
    print("%s - %s" % ("ok" if good else "not ok", name), flush=True)
    if not good:
        print("# got %r, expected %r" % (got, expected), flush=True)
    return good


class Scratch:
    """A sheet of a document, the first if not named; a formula gives a number, a text or 'error CODE'."""

    def __init__(self, document, name=None):
        self.document = document
        self.sheet = (document.Sheets.getByName(name) if name
                      else document.Sheets.getByIndex(0))

    def put(self, address, rows):
        """Rows of cells at a range; '' is a blank cell, a text that begins with = a formula."""
        cells = self.sheet.getCellRangeByName(address)
        cells.setDataArray(tuple(tuple("" if isinstance(value, str) and value.startswith("=")
                                       else value for value in row) for row in rows))
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                if isinstance(value, str) and value.startswith("="):
                    cells.getCellByPosition(j, i).setFormula(value)

    def value(self, address):
        return result(self.sheet.getCellRangeByName(address).getCellByPosition(0, 0))

    def formula(self, formula, address="AZ1"):
        cell = self.sheet.getCellRangeByName(address).getCellByPosition(0, 0)
        cell.setPropertyValue("FormulaLocal", formula)
        found = result(cell)
        cell.setString("")
        return found

    def array(self, formula, address):
        """An array formula by its stored name; its cells as rows."""
        cells = self.sheet.getCellRangeByName(address)
        cells.setArrayFormula(formula)
        area = cells.RangeAddress
        rows = [[result(cells.getCellByPosition(column, row))
                 for column in range(area.EndColumn - area.StartColumn + 1)]
                for row in range(area.EndRow - area.StartRow + 1)]
        cells.clearContents(1 | 2 | 4 | 16)
        return rows


def result(cell):
    if cell.getError():
        return "error %d" % cell.getError()
    if cell.FormulaResultType2 == 1 if cell.Type.value == "FORMULA" else cell.Type.value == "VALUE":
        return cell.getValue()
    return cell.getString()
