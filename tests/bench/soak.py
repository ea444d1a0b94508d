# SPDX-License-Identifier: GPL-3.0-or-later
"""soak.py PACKAGES EXAMPLES.fods COUNT: recalculates the workbook with every function so many times;
the office must not grow."""
import os
import sys
import time

from office import Office
from workbook_tools import cell_errors

WARM, ALLOWED = 0.1, 8e6  # share of the rounds before memory is looked at; bytes


def main():
    count = int(sys.argv[3])
    with Office(os.path.abspath(sys.argv[1])) as office:
        document = office.open_copy(sys.argv[2])
        functions = sum('ORG.SERVQUAL.ADDIN' in formula for sheet in document.Sheets
                        for cells in sheet.queryContentCells(16)
                        for row in cells.getFormulaArray() for formula in row)
        begin, first = time.monotonic(), None
        for number in range(count):
            document.calculateAll()
            if number == int(count * WARM):
                first = office.memory()[0]
            if number % max(count // 10, 1) == 0:
                print("  %d of %d, %.1f MB" % (number, count, office.memory()[0] / 1e6),
                      flush=True)
        grown = office.memory()[0] - first
        errors = list(cell_errors(document))
        print("%d recalculations of %d formulas in %.0f s: grown by %.1f MB"
              % (count, functions, time.monotonic() - begin, grown / 1e6))
        if grown > ALLOWED or errors:
            sys.exit("not flat, or error cells: %s" % errors[:3])


if __name__ == "__main__":
    main()
