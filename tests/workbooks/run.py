# SPDX-License-Identifier: GPL-3.0-or-later
"""Recalculates function workbooks in a headless LibreOffice and reports every row.

    run.py PACKAGES WORKBOOK.fods ...

PACKAGES is a folder that the extension was installed into. Prints TAP: a line per row, the failing
ones with what the cell shows, what it should show, and where that comes from.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples"))
from office import Office  # noqa: E402

FIRST_ROW = 3


def rows(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    for number in range(FIRST_ROW, cursor.RangeAddress.EndRow + 1):
        yield number, [sheet.getCellByPosition(column, number) for column in range(5)]


def check(office, path):
    document = office.open(path, read_only=True)
    failed = 0
    for number, (result, expected, verdict, text, source) in rows(document.Sheets.getByIndex(0)):
        good = verdict.Value == 1 and verdict.getError() == 0
        failed += not good
        print("%s - %s row %d: %s" % ("ok" if good else "not ok", os.path.basename(path),
                                      number + 1, text.String))
        if not good:
            print("# shows %s (%r, error %d), expected %s (%s)"
                  % (result.String, result.Value, result.getError(), expected.String,
                     source.String))
    all_correct = document.Sheets.getByIndex(0).getCellByPosition(1, 0).Value == 1
    document.close(True)
    if all_correct != (failed == 0):
        print("not ok - %s: the first cell and the rows do not agree" % os.path.basename(path))


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: run.py PACKAGES WORKBOOK.fods ...")
    with Office(sys.argv[1]) as office:
        for path in sys.argv[2:]:
            check(office, path)


if __name__ == "__main__":
    main()
