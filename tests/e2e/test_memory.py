# SPDX-License-Identifier: GPL-3.0-or-later
"""500,000 respondents × 44 answers in one call, without the office growing by more than 250 MB.
Run: test_memory.py PACKAGES"""
import os
import random
import sys
import tempfile

from office import Office, properties, url
from tap import Scratch, check

ROWS, ITEMS, BLOCK = 500000, 22, 5000
LIMIT = 250e6
COMMA, QUOTE, UTF8, FIRST_LINE = 44, 34, 76, 1


def write_survey(path):
    """The same 5,000 respondents over and over; returns the gap of SQ.GAP5, worked out here."""
    numbers = random.Random(1)
    block = [[numbers.randint(1, 7) for _ in range(2 * ITEMS)] for _ in range(BLOCK)]
    lines = "".join(",".join(map(str, row)) + "\n" for row in block)
    with open(path, "w") as file:
        for _ in range(ROWS // BLOCK):
            file.write(lines)
    return sum(sum(row[ITEMS:]) - sum(row[:ITEMS]) for row in block) / (BLOCK * ITEMS)


def main():
    with tempfile.TemporaryDirectory() as folder, Office(sys.argv[1]) as office:
        path = os.path.join(folder, "survey.csv")
        gap = write_survey(path)
        document = office.desktop.loadComponentFromURL(
            url(path), "_blank", 0,
            properties(Hidden=True, FilterName="Text - txt - csv (StarCalc)",
                       FilterOptions="%d,%d,%d,%d" % (COMMA, QUOTE, UTF8, FIRST_LINE)))
        s = Scratch(document)
        for formula, expected in (
                ("=SQ.GAP5(A:V;W:AR)", gap),
                ("=INDEX(SQ.GAP.DIMENSIONS(A1:V500000;W1:AR500000);2;7)", float(ROWS)),
                ("=INDEX(SQ.GAP.ITEMS(A:V;W:AR);2;6)", float(ROWS))):
            before = office.memory()[0]
            office.forget_peak()
            got = s.formula(formula)
            check(formula, abs(got - expected) < 1e-9 * max(1, abs(expected)), True)
            grown = office.memory()[1] - before
            check("%s grows the office by less than 250 MB" % formula, grown < LIMIT, True)
            print("# grown by %.0f MB over %.0f MB" % (grown / 1e6, before / 1e6))


if __name__ == "__main__":
    main()
