# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sample workbook opens and recalculates without an error cell, also with another number of
respondents, and prints a sheet on a page. Run: test_samples.py PACKAGES"""
import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.table import CellAddress

from office import Office
from tap import check
from workbook_tools import cell_errors

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def data_sheet(document):
    """The sheet with a respondent in each row, if the workbook has one."""
    for name in ("Data", "数据"):
        if document.Sheets.hasByName(name):
            return document.Sheets.getByName(name)
    return None


def paste(sheet, respondents):
    """Another survey in place of this one: its rows over again, or fewer of them."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    rows = sheet.getCellRangeByPosition(0, 1, end.EndColumn, end.EndRow).DataArray
    sheet.getCellRangeByPosition(0, 1, end.EndColumn, end.EndRow).clearContents(1 | 2 | 4)
    rows = (rows * (respondents // len(rows) + 1))[:respondents]
    sheet.getCellRangeByPosition(0, 1, end.EndColumn, respondents).DataArray = rows


def sheets_printed(document):
    return sum(len(sheet.PrintAreas) for sheet in document.Sheets)


def pages(office, document):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sample.pdf")
        office.save(document, path, "calc_pdf_Export")
        told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def arrays(office, document):
    """How wide and high its array formulas are in a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sample.ods")
        office.save(document, path, "calc8")
        with zipfile.ZipFile(path) as package:
            content = package.read("content.xml").decode()
    return re.findall(r'number-matrix-columns-spanned="(\d+)" table:number-matrix-rows-spanned="(\d+)"',
                      content)


def check_a_name_added(office, path):
    """Calc saves an array as wide as its result after a name was added (the menu adds some): what stands
    beside it must not be written over."""
    document = office.open_copy(path)
    before = arrays(office, document)
    document.NamedRanges.addNewByName("added", "$A$1", CellAddress(0, 0, 0), 0)
    document.calculateAll()
    check("%s: array formulas are as they were, a name added" % os.path.basename(path),
          arrays(office, document), before)
    document.close(True)


def check_sample(office, path):
    name = os.path.basename(path)
    document = office.open_copy(path)
    document.calculateAll()
    check("%s has no error cell" % name, list(cell_errors(document))[:5], [])
    check("%s has named ranges" % name, document.NamedRanges.Count > 0, True)
    check("%s has notes" % name, any(sheet.Annotations.Count for sheet in document.Sheets), True)
    check("%s has a chart" % name, any(sheet.Charts.Count for sheet in document.Sheets), True)
    check("%s: what is printed of a sheet fits a page" % name, pages(office, document),
          sheets_printed(document))
    sheet = data_sheet(document)
    for respondents in (90, 700) if sheet else ():
        paste(sheet, respondents)
        document.calculateAll()
        check("%s with %d respondents" % (name, respondents), list(cell_errors(document))[:5], [])
    document.close(True)


def main():
    with Office(sys.argv[1]) as office:
        for path in sorted(glob.glob(os.path.join(TOP, "samples", "*.ods"))):
            check_sample(office, path)
            check_a_name_added(office, path)


if __name__ == "__main__":
    main()
