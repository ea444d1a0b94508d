# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sample workbook opens and recalculates without an error cell, with its words and with
another number of respondents. Run: test_samples.py PACKAGES"""
import glob
import os
import sys

from office import Office
from tap import check
from workbook_tools import cell_errors

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def paste_shorter_survey(document):
    """Leaves the first 90 respondents on the sheet that has the survey."""
    sheet = document.Sheets.getByName("Data")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    sheet.getCellRangeByPosition(0, 91, end.EndColumn, end.EndRow).clearContents(1 | 2 | 4)


def main():
    with Office(sys.argv[1]) as office:
        for path in sorted(glob.glob(os.path.join(TOP, "samples", "*.ods"))):
            name = os.path.basename(path)
            document = office.open(path)
            document.calculateAll()
            check("%s has no error cell" % name, list(cell_errors(document))[:5], [])
            if document.Sheets.hasByName("Data"):
                paste_shorter_survey(document)
                document.calculateAll()
                check("%s has none with 90 respondents" % name, list(cell_errors(document))[:5],
                      [])
            document.close(True)


if __name__ == "__main__":
    main()
