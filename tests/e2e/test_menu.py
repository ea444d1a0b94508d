# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu "Service quality": every analysis makes a finished sheet in one step of undo; what is
wrong is said in a sentence; copies without formulas, samples, the language of results.
Run: test_menu.py PACKAGES [FOLDER for the workbooks with the sheets]"""
import os
import re
import sys

import uno  # noqa: F401  (makes the com.sun.star modules known)

from office import Office, properties, url
from tap import Scratch, check
from workbook_tools import cell_errors

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")

# The sample that has the data, the analysis, its answers, and how many charts it makes.
ANALYSES = (
    ("kiosk", "gaps", ("Data.B1:Y212", "Data.Z1:AW212", "dimensions"), 4),
    ("attributes", "importance", ("importance", "satisfaction", "mean"), 1),
    ("csm", "tolerance", ("perceptions", "expectations", "perceptions", "dimensions"), 1),
    ("kano", "kano", ("functional", "dysfunctional"), 1),
    ("attributes", "penalty-reward", ("overall", "satisfaction", "4", "6"), 1),
    ("two-factor", "incidents", ("'Incidents (invented)'.A5:A20", "good", "bad"), 1),
    ("two-factor", "states", ("ratings", "kinds"), 1),
    ("ecsi", "index", ("answers", "blocks", "ECSI", "paths", "0", "10"), 2),
    ("acsi", "index", ("answers", "blocks", "ACSI", "", "1", "10"), 2),
    ("reliability", "reliability", ("perceptions", "dimensions"), 1),
    ("kiosk", "distribution", ("Data.Z1:AW212", "1", "7"), 1),
    ("csm", "recommendation", ("recommend",), 1),
    ("kano", "retention", ("Data.B1:B200", "5000", "120.5", "0,1"), 1),
    ("loss", "losses", ("Losses.D1:D91", "Losses.E1:E91", "1", "month"), 1),
    ("loss", "complaints", ("opened", "closed", "solved", "10"), 0),
    ("kiosk", "check", ("Data.B1:Y212", "1", "6"), 0),
)


class Menu:
    """The Basic library of the extension."""

    def __init__(self, office):
        self.provider = office.service("com.sun.star.script.provider.MasterScriptProviderFactory"
                                       ).createScriptProvider("")

    def call(self, macro, *arguments):
        script = self.provider.getScript(
            "vnd.sun.star.script:ServQual.%s?language=Basic&location=application" % macro)
        return script.invoke(arguments, (), ())[0]


def copy_of(office, sample):
    return office.desktop.loadComponentFromURL(
        url(os.path.join(TOP, "samples", sample + ".ods")), "_blank", 0,
        properties(Hidden=True, AsTemplate=True))


def check_analysis(office, menu, row, folder):
    sample, kind, answers, charts = row
    document = copy_of(office, sample)
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    before = list(document.Sheets.ElementNames)
    check("%s: says nothing is wrong" % kind,
          menu.call("Report.InsertAnalysis", document, kind, answers), "")
    made = [name for name in document.Sheets.ElementNames if name not in before]
    check("%s: one sheet, behind the one in view" % kind,
          [document.Sheets.ElementNames[1]], made)
    check("%s: one step of undo" % kind, len(document.UndoManager.AllUndoActionTitles), 1)
    document.calculateAll()
    check("%s: no error cell" % kind, list(cell_errors(document))[:3], [])
    sheet = document.Sheets.getByName(made[0])
    check("%s: charts" % kind, sheet.Charts.Count, charts)
    check("%s: has formulas of the add-in" % kind,
          any("ORG.SERVQUAL.ADDIN" in cells.getCellByPosition(0, 0).Formula
              for cells in sheet.queryContentCells(16)), True)
    if folder:
        office.save(document, os.path.join(folder, "%s-%s.ods" % (kind, sample)), "calc8")
    return document


def check_analyses(office, menu, folder):
    for row in ANALYSES:
        check_analysis(office, menu, row, folder).close(True)
    with open(os.path.join(TOP, "addin", "menu", "Analyses.bas"), encoding="utf-8") as source:
        kinds = re.findall(r'Case "([^"]+)": Fill', source.read())
    check("every analysis of the menu is tried here",
          sorted(set(kinds)), sorted({row[1] for row in ANALYSES} | {"words"}))


def main():
    folder = sys.argv[2] if len(sys.argv) > 2 else None
    with Office(sys.argv[1]) as office:
        menu = Menu(office)
        check_analyses(office, menu, folder)


if __name__ == "__main__":
    main()
