# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged workbooks through servqual-batch: every one is right or named, and no run stops.
Run: packages.py PACKAGES CHANGED CUT [SEED]

CHANGED packages (.ods, .xlsx) have one to eight bytes changed; CUT files (those, .xls and .fods) lose
their end, or a piece of their middle where the format can tell (.fods is XML without a checksum: a piece
that leaves it well-formed is another workbook). What is recalculated all the same has to show the same
cells as the undamaged workbook; everything else has to be named with a sentence.
"""
import csv
import glob
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from office import Office, properties, url  # noqa: E402
from tap import Scratch  # noqa: E402

BATCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "addin",
                     "servqual-batch")
FILTERS = {"ods": "calc8", "fods": "OpenDocument Spreadsheet Flat XML",
           "xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97"}


def write(packages, folder):
    """{kind: bytes} of one workbook of two sheets."""
    with Office(packages) as office:
        document = office.new()
        s = Scratch(document)
        draw = random.Random(7)
        s.put("A1:H60", [[draw.randint(1, 7) for _ in range(8)] for _ in range(60)])
        s.sheet.getCellRangeByName("J1").Formula = "=ORG.SERVQUAL.ADDIN.GAP5(A1:D60;E1:H60)"
        document.Sheets.insertNewByName("Second", 1)
        Scratch(document, "Second").put("A1:B2", [["north", 1], ["south", "=Sheet1.A1+1"]])
        for kind, name in FILTERS.items():
            document.storeToURL(url(os.path.join(folder, "whole." + kind)),
                                properties(FilterName=name))
        document.close(True)
    found = {}
    for kind in FILTERS:
        with open(os.path.join(folder, "whole." + kind), "rb") as file:
            found[kind] = file.read()
    return found


def changed(data, draw):
    data = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        data[draw.randrange(len(data))] ^= draw.randint(1, 255)
    return bytes(data)


def cut(data, draw):
    at = draw.randrange(len(data))
    return data[:at] if draw.random() < 0.7 or data.startswith(b"<?xml") else data[:at] + data[at + draw.randint(1, 2000):]


def cells(folder, stem):
    found = {}
    for path in glob.glob(os.path.join(glob.escape(folder), stem + "-*.csv")):
        with open(path, encoding="utf-8") as file:
            found[os.path.basename(path)[len(stem):]] = file.read()
    return found


def main():
    packages, count_changed, count_cut = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    draw = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 20261125)
    with tempfile.TemporaryDirectory(prefix="servqual-fuzz-") as top:
        whole, source = write(packages, top), os.path.join(top, "in")
        os.makedirs(source)
        stems = []
        for number in range(count_changed + count_cut):
            kind = draw.choice(("ods", "xlsx") if number < count_changed else sorted(whole))
            damage = changed if number < count_changed else cut
            stems.append("w%05d" % number)
            with open(os.path.join(source, stems[-1] + "." + kind), "wb") as file:
                file.write(damage(whole[kind], draw))
        for kind, data in whole.items():
            with open(os.path.join(source, "good%s.%s" % (kind, kind)), "wb") as file:
                file.write(data)
        done = subprocess.run([sys.executable, BATCH, "--to", "csv", "--output", "out", "--report",
                               "report.csv", "in"], cwd=top, stdout=subprocess.PIPE,
                              timeout=120 + 3 * len(stems))
        said = {}
        with open(os.path.join(top, "report.csv"), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["status"] != "error cell":
                    said[os.path.basename(row["workbook"]).split(".")[0]] = row
        out, wrong, right = os.path.join(top, "out"), 0, 0
        good = {kind: cells(out, "good" + kind) for kind in whole}
        for stem in stems + ["good" + kind for kind in whole]:
            row = said.get(stem)
            if row and row["status"] == "done" and len(good["ods"]) == 2 and \
                    cells(out, stem) == good["ods"]:
                right += 1
            elif not row or row["status"] == "done" or not row["message"].endswith(".") or \
                    stem.startswith("good"):
                wrong += 1
                print("%s: %s" % (stem, row))
        print("%d recalculated and right, %d named, %d wrong; exit status %d"
              % (right, len(stems) + len(whole) - right - wrong, wrong, done.returncode))
        kinds = {}
        for row in said.values():
            kinds[row["message"]] = kinds.get(row["message"], 0) + 1
        for message in sorted(kinds, key=kinds.get, reverse=True)[:25]:
            print("%6d %s" % (kinds[message], message or "recalculated"))
        if wrong or done.returncode not in (0, 1):
            sys.exit(1)
        print("%d packages: every one is right or named." % len(stems))


if __name__ == "__main__":
    main()
