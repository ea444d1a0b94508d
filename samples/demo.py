# SPDX-License-Identifier: GPL-3.0-or-later
"""demo.py PACKAGES WORKBOOK.ods FOLDER: the five gaps of a real survey, as a person reads them.

Opens the workbook in a headless LibreOffice with the extension in PACKAGES, recalculates it,
prints the gaps by dimension, and leaves the workbook in FOLDER as a PDF and as pictures of its pages.
"""
import glob
import os
import subprocess
import sys
import time

from office import Office
from workbook_tools import cell_errors

TABLE = "A5:N12"  # of the first sheet: header, dimensions, overall
# Heading, column of the table, and how a figure is written.
COLUMNS = (("dimension", 0, "%s"), ("expectations", 1, "%.4f"), ("perceptions", 2, "%.4f"),
           ("gap", 3, "%.4f"), ("t", 7, "%.2f"), ("p", 8, "%.4f"))
MINUTES_FOR_PICTURES = 2


def step(text):
    print("  %s" % text, flush=True)


def written(column, value):
    heading, _, form = column
    if heading == "p" and value < 0.0001:
        return "< 0.0001"
    return form % value


def print_table(rows):
    lines = [[heading for heading, _, _ in COLUMNS]]
    lines += [[written(column, row[column[1]]) for column in COLUMNS] for row in rows]
    widths = [max(len(line[number]) for line in lines) for number in range(len(COLUMNS))]
    for number, line in enumerate(lines):
        if number in (1, len(lines) - 1):
            print("  " + "  ".join("-" * width for width in widths))
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
        print("  " + "  ".join(cells))


def recalculate(office, path):
    """The document, its figures fresh; ends the demonstration if one of them is an error."""
    document = office.open(path, read_only=True)
    document.calculateAll()
    errors = list(cell_errors(document))
    if errors:
        more = " and %d more" % (len(errors) - 1) if len(errors) > 1 else ""
        sys.exit("%s did not come out: cell %s shows %s%s." % ((path,) + errors[0] + (more,)))
    return document


def draw(pdf, stem):
    """A picture of every page."""
    for old in glob.glob(stem + "-*.png"):
        os.remove(old)
    subprocess.run(["pdftoppm", "-png", "-r", "110", pdf, stem], check=True,
                   timeout=60 * MINUTES_FOR_PICTURES)
    return sorted(glob.glob(stem + "-*.png"))


def demonstrate(packages, path, folder):
    begin = time.monotonic()
    stem = os.path.join(folder, os.path.splitext(os.path.basename(path))[0])
    os.makedirs(folder, exist_ok=True)
    step("start LibreOffice without a window, with the extension")
    with Office(packages) as office:
        step("recalculate " + path)
        document = recalculate(office, path)
        sheet = document.Sheets.getByIndex(0)
        title = sheet.getCellByPosition(0, 0).String
        lead = sheet.getCellByPosition(0, 1).String
        facts = sheet.getCellByPosition(0, 2).String
        rows = sheet.getCellRangeByName(TABLE).getDataArray()[1:]
        step("write %s.pdf" % stem)
        office.save(document, stem + ".pdf", "calc_pdf_Export")
        document.close(True)
    step("draw its pages")
    pictures = draw(stem + ".pdf", stem)
    print("\n%s\n%s\n" % (title, facts))
    print_table(rows)
    print("\n%s\n" % lead)
    print("The workbook on paper:     %s.pdf" % stem)
    print("its pages as pictures:     %s" % ", ".join(
        [pictures[0]] + [os.path.basename(picture) for picture in pictures[1:]]))
    print("the workbook itself:       %s (needs the extension: make install)" % path)
    print("done in %.1f s" % (time.monotonic() - begin))


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: demo.py PACKAGES WORKBOOK.ods FOLDER")
    try:
        demonstrate(*sys.argv[1:])
    except (OSError, RuntimeError, subprocess.SubprocessError) as failure:
        sys.exit("The demonstration stopped: %s" % failure)


if __name__ == "__main__":
    main()
