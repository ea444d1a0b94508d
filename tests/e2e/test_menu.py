# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu "Service quality": every analysis makes a finished sheet in one step of undo; what is
wrong is said in a sentence; copies without formulas, samples, the language of results.
Run: test_menu.py PACKAGES [FOLDER for the workbooks with the sheets]"""
import os
import re
import sys

import uno
from com.sun.star.datatransfer import DataFlavor

from menu_entries import entries
from office import Office
from tap import Scratch, check
from workbook_tools import cell_errors

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")

# The sample that has the data, the analysis, its answers, and how many charts it makes.
ANALYSES = (
    ("kiosk", "gaps", ("Data.B1:Y212", "Data.Z1:AW212", "dimensions"), 4),
    ("csm", "segments", ("expectations", "perceptions", "segment", "dimensions", "welch"), 1),
    ("csm", "segments", ("expectations", "perceptions", "segment", "", "kruskal"), 1),
    ("csm", "compare", ("overall", "segment", "welch"), 1),
    ("csm", "compare", ("perceptions", "segment", "kruskal"), 1),
    ("kiosk", "correlations", ("Data.Z1:AG212", "", "pearson"), 0),
    ("kiosk", "correlations", ("Data.Z1:AG212", "Data.B1:D212", "spearman"), 0),
    ("kiosk", "normality", ("Data.Z1:AW212",), 1),
    ("attributes", "importance", ("importance", "satisfaction", "mean"), 1),
    ("csm", "tolerance", ("perceptions", "expectations", "perceptions", "dimensions"), 1),
    ("kano", "kano", ("functional", "dysfunctional"), 1),
    ("attributes", "penalty-reward", ("overall", "satisfaction", "4", "6"), 1),
    ("attributes", "drivers", ("overall", "satisfaction"), 2),
    ("reliability", "confirm", ("perceptions", "dimensions"), 1),
    ("two-factor", "incidents", ("'Incidents (invented)'.A5:A20", "good", "bad"), 1),
    ("two-factor", "states", ("ratings", "kinds"), 1),
    ("ecsi", "index", ("answers", "blocks", "ECSI", "paths", "0", "10"), 2),
    ("acsi", "index", ("answers", "blocks", "ACSI", "", "1", "10"), 2),
    ("ecsi", "index", ("answers", "", "ECSI", "", "0", "10"), 2),
    ("reliability", "reliability", ("perceptions", "dimensions"), 1),
    ("kiosk", "distribution", ("Data.Z1:AW212", "1", "7"), 1),
    ("csm", "recommendation", ("recommend", "segment"), 2),
    ("kano", "retention", ("Data.B1:B200", "5000", "120.5", "0,1"), 1),
    ("loss", "losses", ("Losses.D1:D91", "Losses.E1:E91", "1", "month"), 1),
    ("loss", "complaints", ("opened", "closed", "solved", "10"), 0),
    # what may stay empty, left empty
    ("kiosk", "gaps", ("Data.B1:Y212", "Data.Z1:AW212", ""), 2),
    ("csm", "tolerance", ("perceptions", "expectations", "perceptions", ""), 1),
    ("attributes", "penalty-reward", ("overall", "satisfaction", "", ""), 1),
    ("reliability", "reliability", ("perceptions", ""), 1),
    ("kiosk", "distribution", ("Data.Z1:AW212", "", ""), 1),
    ("csm", "recommendation", ("recommend", ""), 1),
    ("loss", "losses", ("Losses.D1:D91", "", "1", "quarter"), 1),
    ("loss", "losses", ("Losses.C1:D91", "", "1", "quarter"), 0),
    ("loss", "complaints", ("opened", "closed", "", ""), 0),
    ("kiosk", "check", ("Data.B1:Y212", "", ""), 0),
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


def check_analysis(office, menu, row, folder):
    sample, kind, answers, charts = row
    document = office.open_copy(os.path.join(TOP, "samples", sample + ".ods"))
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
    check("%s: is printed, as the sheets beside it are" % kind, bool(sheet.getPrintAreas()),
          any(document.Sheets.getByName(name).getPrintAreas() for name in before))
    check("%s: has formulas of the add-in" % kind,
          any("ORG.SERVQUAL.ADDIN" in cells.getCellByPosition(0, 0).Formula
              for cells in sheet.queryContentCells(16)), True)
    if folder:
        office.save(document, os.path.join(folder, "%s-%s.ods" % (kind, sample)), "calc8")
    return document


def check_analyses(office, menu, folder):
    for row in ANALYSES:
        check_analysis(office, menu, row, folder).close(True)
    kinds = [name for _, name, _ in entries()]
    check("every analysis of the menu is tried here",
          sorted(set(kinds)), sorted({row[1] for row in ANALYSES} | {"words"}))


def new_survey(office):
    """A sheet with a header and five respondents: three expectations, three perceptions."""
    document = office.new()
    scratch = Scratch(document)
    scratch.put("B1:G6", [["E1", "E2", "E3", "P1", "P2", "P3"], [7, 6, 6, 5, 5, 5],
                          [6, 6, 7, 4, 6, 5], [5, 7, 6, 5, 5, ""], [6, 5, 7, 6, 5, 4],
                          [7, 7, 6, 6, 6, 4]])
    return document, scratch


def select(document, address):
    document.CurrentController.select(
        document.CurrentController.ActiveSheet.getCellRangeByName(address))


def check_selection(office, menu):
    document, _ = new_survey(office)
    for address, expected in (("B2:G6", ("B2:D6", "E2:G6", "")), ("C3", ("B1:D6", "E1:G6", "")),
                              ("B1:F6", ("", "", "")), ("B1:D6", ("B1:D6", "", "")),
                              ("E1:G6", ("", "E1:G6", ""))):
        select(document, address)
        check("gaps of the selection %s" % address,
              menu.call("Ranges.Suggestions", "gaps", document), expected)
    document.close(True)


def check_path_picture(office, menu):
    """An ellipse for each dimension, an arrow for each item that counts, an arc for each pair; the figures beside
    them are those of the tables."""
    document = office.open_copy(os.path.join(TOP, "samples", "reliability.ods"))
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    menu.call("Report.InsertAnalysis", document, "confirm", ("perceptions", "dimensions"))
    document.calculateAll()
    sheet = document.Sheets.getByIndex(1)
    page = sheet.DrawPage
    kinds = [page.getByIndex(i).ShapeType.rsplit(".", 1)[1] for i in range(page.Count)]
    check("path picture: ellipses, arrows, arcs",
          [kinds.count(kind) for kind in ("EllipseShape", "LineShape", "OpenBezierShape")], [6, 20, 15])
    beside = [cell for cell in (sheet.getCellByPosition(9, row) for row in range(200)) if cell.CellStyle == "SQ path"]
    with open(os.path.join(TOP, "tests", "published", "cfa.csv"), encoding="utf-8") as file:
        published = dict(line.strip().split(",")[:2] for line in file)
    check("path picture: the loadings are lavaan's",
          [round(cell.Value, 5) for cell in beside],
          [round(float(published["kiosk.loading.%d" % (i + 1)]), 5) for i in range(20)])
    check("no Heywood case is spoken of", [cell for cell in texts_of(document, sheet).values() if "Heywood" in cell], [])
    document.close(True)


MOBI = os.path.join(TOP, "tests", "published", "mobi", "mobi.csv")


def mobi(office, columns=None, names=None):
    """The European model's survey of mobile telephony in a new workbook: some of its columns, or with other names."""
    with open(MOBI, encoding="utf-8") as file:
        rows = [line.strip().split(",") for line in file]
    chosen = [i for i, name in enumerate(rows[0]) if columns is None or columns(name)]
    head = [(names or (lambda name: name))(rows[0][i]) for i in chosen]
    document = office.new()
    data = [tuple(head)] + [tuple(float(row[i]) for i in chosen) for row in rows[1:]]
    document.Sheets.getByIndex(0).getCellRangeByPosition(0, 0, len(head) - 1, len(data) - 1).setDataArray(tuple(data))
    end = document.Sheets.getByIndex(0).getCellByPosition(len(head) - 1, len(data) - 1).AbsoluteName
    return document, "A1:" + end.split(".")[1].replace("$", "")


def insert_index(menu, document, answers):
    """The sheet of the satisfaction index; the texts of its first column and what else is asked for."""
    check("index of %s" % (answers,), menu.call("Report.InsertAnalysis", document, "index", answers), "")
    document.calculateAll()
    return document.Sheets.getByIndex(1)


def find(sheet, text, columns=1):
    """The rows that begin with a text."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    rows = sheet.getCellRangeByPosition(0, 0, columns - 1, last).getDataArray()
    return [i for i, row in enumerate(rows) if str(row[0]).startswith(text)]


def texts_in(sheet, style):
    """What stands in cells of a style."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = cursor.RangeAddress
    return [sheet.getCellByPosition(column, row).String for row in range(area.EndRow + 1)
            for column in range(area.EndColumn + 1)
            if sheet.getCellByPosition(column, row).CellStyle == style and sheet.getCellByPosition(column, row).String]


def with_points(text):
    """Figures in a text as English writes them."""
    return re.sub(r"(\d),(\d)", r"\1.\2", text)


def shapes_of(sheet):
    """How many ellipses there are, and how many arrows: lines with a tip."""
    page = sheet.DrawPage
    shapes = [page.getByIndex(i) for i in range(page.Count)]
    return (sum(shape.ShapeType.endswith("EllipseShape") for shape in shapes),
            sum(shape.ShapeType.endswith("LineShape") and len(shape.LineEnd.Coordinates) > 0 for shape in shapes))


def check_drawing_is_clear(sheet):
    """Coefficients stand apart from one another and from the ellipses."""
    page, boxes = sheet.DrawPage, []
    for i in range(page.Count):
        shape = page.getByIndex(i)
        if shape.ShapeType.endswith("EllipseShape"):
            boxes.append((shape.Position.X, shape.Position.Y, shape.Position.X + shape.Size.Width, shape.Position.Y + shape.Size.Height))
    last = max(box[3] for box in boxes)
    row = 0
    while sheet.getCellByPosition(0, row).Position.Y < last:
        for column in range(13):
            cell = sheet.getCellByPosition(column, row)
            if cell.CellStyle == "SQ path" and with_points(cell.String).startswith(("0.", "-0.", "1.")) and "R²" not in cell.String:
                cursor = sheet.createCursorByRange(cell)
                cursor.collapseToMergedArea()
                x, y = cursor.Position.X + cursor.Size.Width / 2, cell.Position.Y + cell.Size.Height / 2
                boxes.append((x - 600, y - 200, x + 600, y + 200))
        row += 1
    clashes = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i]
               if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    check("drawing: nothing lies on another", clashes, [])
    return len(boxes)


def check_index_words(office, menu):
    """Constructs by item codes and by usual names in both languages; what is not known is named with what is."""
    document, area = mobi(office)
    answers = (area, "", "ECSI", "", "1", "10")
    select(document, "C3")
    check("index: suggested", menu.call("Ranges.Suggestions", "index", document), (area, "", "ECSI", "", "", ""))
    check("index: understood of the names of columns", menu.call("Constructs.Understood", answers, document),
          "This was understood. Is it right?\n\nImage (5): IMAG1, IMAG2, IMAG3, IMAG4, IMAG5\nExpectation (3): CUEX1, CUEX2, "
          "CUEX3\nQuality (7): PERQ1, PERQ2, PERQ3, PERQ4, PERQ5, PERQ6, PERQ7\nValue (2): PERV1, PERV2\nSatisfaction (3): "
          "CUSA1, CUSA2, CUSA3\nComplaints (1): CUSCO\nLoyalty (3): CUSL1, CUSL2, CUSL3")
    sheet = insert_index(menu, document, answers)
    check("index: an ellipse for each construct, an arrow for each path", shapes_of(sheet), (7, 12))
    check("drawing: a place for each ellipse and coefficient", check_drawing_is_clear(sheet), 7 + 12)
    with open(os.path.join(TOP, "tests", "published", "mobi", "mobi_paths.csv"), encoding="utf-8") as file:
        rows = [line.strip().replace('"', "").split(",") for line in file]
    paths = sorted("%.2f" % float(cell) for row in rows[1:] for cell in row[1:] if float(cell))
    drawn = [text for text in texts_in(sheet, "SQ path") if "R²" not in text and not text[1].isdigit()]
    check("index: the coefficients on the arrows are seminr's", sorted(with_points(text.rstrip("*")) for text in drawn), paths)
    lead, advice = texts_in(sheet, "SQ finding"), texts_in(sheet, "SQ advice")
    check("index: the finding", re.sub(r"between .* and .*;", "", with_points(lead[0])),
          "Satisfaction index: 72.5 of 100, with a certainty of 95 %  250 respondents.")
    check("index: what to do names the construct that matters most", advice[0].startswith("What to do: keep up Quality"), True)
    row = find(sheet, "Of 49 ways")
    check("index: ways that are there", len(row), 1)
    check("index: prediction against the linear model", len(find(sheet, "Answers the model has not seen it predicts better than their "
                                                                        "mean for 19 of 19 items")), 1)
    document.close(True)
    words = {"IMAG": "Corporate image", "CUEX": "Expectations", "PERQ": "Perceived quality", "PERV": "感知价值",
             "CUSA": "顾客满意度", "CUSC": "Customer complaints", "CUSL": "Customer loyalty"}
    document, area = mobi(office, names=lambda name: "%s %s" % (words[name[:4]], name[4:].replace("O", "1")))
    sheet = insert_index(menu, document, (area, "", "ECSI", "", "1", "10"))
    check("index: the same by usual names", texts_in(sheet, "SQ finding"), lead)
    document.close(True)


def check_index_gaps(office, menu):
    """A construct without items is left out and named; so are columns that mean none; what cannot be is said."""
    document, area = mobi(office, columns=lambda name: name != "CUSCO" and name[-1] in "123", names=lambda name: name.replace("IMAG3", "age"))
    sheet = insert_index(menu, document, (area, "", "ECSI", "", "1", "10"))
    check("index: without complaints", [sheet.getCellByPosition(0, row).String for row in find(sheet, "No item belongs to")],
          ["No item belongs to Complaints, so the model was fitted without."])
    check("index: without a column", [sheet.getCellByPosition(0, row).String for row in find(sheet, "Columns whose names")],
          ["Columns whose names mean no construct of the model were not used: age."])
    check("index: six ellipses, ten arrows", shapes_of(sheet), (6, 10))
    document.close(True)
    document, area = mobi(office, columns=lambda name: not name.startswith("CUSA"))
    known = ("Its constructs are: Image, Expectation, Quality, Value, Satisfaction, Complaints, Loyalty. Usual names and codes of "
             "items are understood, too, such as \"Perceived quality\" or PERQ1.")
    check("index: no satisfaction", menu.call("Report.InsertAnalysis", document, "index", (area, "", "ECSI", "", "1", "10")),
          "No item belongs to the satisfaction construct (Satisfaction), so there is nothing to compute an index of. " + known)
    document.close(True)
    document, area = mobi(office, names=lambda name: "Q" + name)
    check("index: nothing understood", menu.call("Constructs.Misunderstood", (area, "", "ECSI", "", "1", "10"), document),
          "The names of the columns tell no construct of this model, so please give the construct of each item. " + known)
    sheet = document.Sheets.getByIndex(0)
    sheet.getCellRangeByName("A260:X260").setDataArray((tuple(["Trust"] + ["Image"] * 23),))
    check("index: a word that is not known is named, with those that are",
          menu.call("Report.InsertAnalysis", document, "index", (area, "A260:X260", "ECSI", "", "1", "10")),
          "The word \"Trust\" means no construct of this model. " + known)
    check("and no sheet is left", document.Sheets.Count, 1)
    document.close(True)


def check_index_of_few(office, menu):
    """Ten respondents for each arrow to one construct are wanted: four lead to satisfaction."""
    for rows, warned in ((39, 1), (40, 0)):
        document, _ = mobi(office)
        sheet = insert_index(menu, document, ("A1:X%d" % (rows + 1), "", "ECSI", "", "1", "10"))
        check("index of %d respondents: warned" % rows, len(find(sheet, "Fewer than ten respondents")), warned)
        document.close(True)


def check_index_of_two(office, menu):
    """Nothing acts on satisfaction, so there is no map; a column's name with quotation marks is repeated as it is."""
    document, area = mobi(office, names=lambda name: name.replace("IMAG1", 'a "b" %2'))
    document.Sheets.getByIndex(0).getCellRangeByName("A260:C262").setDataArray(
        (("", "Satisfaction", "Loyalty"), ("Satisfaction", 0.0, 1.0), ("Loyalty", 0.0, 0.0)))
    sheet = insert_index(menu, document, (area, "", "ECSI", "A260:C262", "1", "10"))
    check("index of two constructs: drawn, one chart", (shapes_of(sheet), sheet.Charts.Count), ((2, 1), 1))
    check("index of two constructs: what to do", texts_in(sheet, "SQ advice"),
          ["Nothing acts on satisfaction in this model, so it cannot say what to improve."])
    check("index of two constructs: the columns not used", 'a "b" %2' in sheet.getCellByPosition(
        0, find(sheet, "Columns whose names")[0]).String, True)
    check("index of two constructs: no error cell", list(cell_errors(document))[:3], [])
    document.close(True)


def check_index_own_paths(office, menu):
    """Another table of paths draws other arrows and gives other figures; the sheet's own table is live."""
    document, area = mobi(office)
    sheet = document.Sheets.getByIndex(0)
    own = (("", "Quality", "Satisfaction", "Loyalty"), ("Quality", 0.0, 1.0, 0.0), ("Satisfaction", 0.0, 0.0, 1.0), ("Loyalty", 0.0, 0.0, 0.0))
    sheet.getCellRangeByName("A260:D263").setDataArray(own)
    made = insert_index(menu, document, (area, "", "ECSI", "A260:D263", "1", "10"))
    check("index: own paths", shapes_of(made), (3, 2))
    check("index: the columns of other constructs are not used", "PERV2" in made.getCellByPosition(0, find(made, "Columns whose names")[0]).String, True)
    sheet.getCellRangeByName("D261").Value = 1
    document.calculateAll()
    check("index: a path more has a figure", [row for row in find(made, "Quality") if made.getCellByPosition(1, row).String == "Loyalty"] != [], True)
    document.CurrentController.setActiveSheet(sheet)
    made = insert_index(menu, document, (area, "", "ECSI", "A260:D263", "1", "10"))
    check("index: and an arrow when inserted again", shapes_of(made), (3, 3))
    document.close(True)


def check_heywood(office, menu):
    """Four respondents whose one factor explains 1.28 of the first of three items (tests/unit/reliability/test_confirmatory.c)."""
    document = office.new()
    sheet = document.Sheets.getByIndex(0)
    rows = [("a", "b", "c")] + [(4 + x, 4 + 0.8 * x + 0.6 * y, 4 + 0.8 * x - 0.14 / 0.6 * y + (0.36 - 0.14 ** 2 / 0.36) ** 0.5 * z)
                                for x, y, z in ((1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1))]
    sheet.getCellRangeByName("A1:C5").setDataArray(tuple(rows))
    sheet.getCellRangeByName("A8:C8").setDataArray((("all", "all", "all"),))
    check("a Heywood case: the page is made", menu.call("Report.InsertAnalysis", document, "confirm", ("A1:C5", "A8:C8")), "")
    document.calculateAll()
    made = document.Sheets.getByIndex(1)
    check("it is said, and shown at the item",
          [sum("Heywood case" in text for text in texts_of(document, made)[row].split("\t")) for row in
           sorted(row for row, text in texts_of(document, made).items() if "Heywood" in text)], [1, 1])
    document.close(True)


def check_growth(office, menu):
    document, scratch = new_survey(office)
    answers = ("B2:D6", "E2:G6", "")
    check("a survey without dimensions",
          menu.call("Report.InsertAnalysis", document, "gaps", answers), "")
    names = document.NamedRanges
    check("the header belongs to the items, and rows below may come",
          names.getByName("expectations").Content, "$Sheet1.$B:$D")
    gap = Scratch(document, "Gaps")
    # the five respondents' differences add up to -4 -4 -2 -3 -4; one of the 15 pairs is missing
    check("the gap", round(gap.value("B5"), 12), round(-17 / 14, 12))
    check("the items have their names", gap.value("A9"), "E1")
    scratch.put("B7:G7", [[5, 5, 5, 5, 5, 5]])
    document.calculateAll()
    check("a row added below counts", round(gap.value("B5"), 12), -1.0)
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    menu.call("Report.InsertAnalysis", document, "gaps", ("B1:D7", "E1:G7", ""))
    check("the same again is a second sheet with the same names",
          (list(document.Sheets.ElementNames), sorted(names.ElementNames)),
          (["Sheet1", "Gaps 2", "Gaps"], ["expectations", "perceptions"]))
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    scratch.put("B12", [["a note below"]])
    menu.call("Report.InsertAnalysis", document, "gaps", ("B1:C7", "E1:F7", ""))
    check("what stands below is not taken for answers, and other cells get another name",
          names.getByName("expectations_2").Content, "$Sheet1.$B$1:$C$7")
    document.close(True)


def check_recommendation(office, menu):
    """A group without an answer, one of a single answer, and the same answer from all: no error cell, a
    dash where nothing is defined, and a group that comes later has room."""
    document = office.new()
    scratch = Scratch(document)
    scratch.put("A1:B6", [["R", "Group"], [10, "a"], [9, "a"], [10, "a"], ["", "b"], [8, "c"]])
    check("recommendation: with groups of few",
          menu.call("Report.InsertAnalysis", document, "recommendation", ("A1:A6", "B1:B6")), "")
    document.calculateAll()
    page = document.Sheets.getByIndex(1)
    rows = page.getCellRangeByName("A1:I30").DataArray
    top = [row[0] for row in rows].index("Group")
    check("recommendation: no error cell", list(cell_errors(document))[:3], [])
    check("recommendation: nobody of b answered", rows[top + 2][:8],
          ("b", 0.0, "–", "–", "–", "–", "–", "–"))
    check("recommendation: one of c", rows[top + 3][:7], ("c", 1.0, 0.0, 1.0, 0.0, 0.0, "–"))
    check("recommendation: all", rows[top + 4][:6], ("All", 4.0, 0.75, 0.25, 0.0, 75.0))
    scratch.put("A7:B7", [[2, "d"]])
    document.calculateAll()
    rows = page.getCellRangeByName("A1:I30").DataArray
    check("recommendation: a new group", (rows[top + 4][:6], rows[top + 5][:2], rows[top + 6][:2]),
          (("d", 1.0, 0.0, 0.0, 1.0, -100.0), ("All", 5.0), ("", "")))
    document.close(True)
    document = office.new()
    Scratch(document).put("A1:A4", [["R"], [9], [9], [9]])
    check("recommendation: the same from all",
          menu.call("Report.InsertAnalysis", document, "recommendation", ("A1:A4", "")), "")
    document.calculateAll()
    values = {row[0]: row[1] for row in
              document.Sheets.getByIndex(1).getCellRangeByName("A1:B30").DataArray}
    check("recommendation: it has no interval",
          (values["Net promoter score"], values["Lower end, 95 %"], values["Upper end, 95 %"]),
          (100.0, "–", "–"))
    document.close(True)


def check_problems(office, menu):
    document, scratch = new_survey(office)
    scratch.put("I1:I3", [["x"], ["y"], ["z"]])
    for answers, expected in (
            (("", "E1:G6", ""), "Please fill in: Expectations"),
            (("B1:D6", "here", ""), "here is not a cell range. Write it as in a formula, such as "
                                    "B1:Y400."),
            (("B1:D6", "E1:F6", ""), "The ranges do not fit each other: the same respondents in "
                                     "the same rows, and the same number of items. Expectations "
                                     "(B1:D6): rows 5, columns 3; Perceptions of the same items "
                                     "(E1:F6): rows 5, columns 2."),
            (("I1:I3", "I1:I3", ""), "There is no usable answer in these cells. Answers are "
                                     "numbers; words become numbers by \"Answers in words to "
                                     "numbers\".")):
        check("gaps of %s" % (answers,),
              menu.call("Report.InsertAnalysis", document, "gaps", answers), expected)
        check("and no sheet is left", document.Sheets.Count, 1)
    scratch.put("I5", [[12500.5]])
    check("the ends of the scale are wanted", menu.call(
        "Report.InsertAnalysis", document, "index", ("B1:D6", "B1:D1", "ECSI", "", "1", "")),
        "Please fill in: Highest point of the scale")
    check("a number is wanted, written as the workbook writes it",
          menu.call("Report.InsertAnalysis", document, "check", ("B1:D6", "one", "7")),
          "one is not a number, or can be read in two ways. Write it without marks between "
          "thousands, as %s." % scratch.sheet.getCellRangeByName("I5").String)
    document.close(True)


def check_sheet_names(office, menu):
    """Whatever the sheet of the answers is called, and asked for with its name or without."""
    for name in ("Anna's data", "it''s", "Q3.2026", "客户 1", "a-b, c; d", "$A$1", "1"):
        document, _ = new_survey(office)
        sheet = document.Sheets.getByIndex(0)
        sheet.Name = name
        written = "'%s'." % name.replace("'", "''")
        for answers in (("B1:D6", "E1:G6", ""), (written + "B1:D6", written + "E1:G6", "")):
            document.CurrentController.setActiveSheet(sheet)
            check("gaps of %s of the sheet %s" % (answers[0], name),
                  menu.call("Report.InsertAnalysis", document, "gaps", answers), "")
            # the differences of the items add up to -5, -4 and -8, over 5, 5 and 4 pairs
            made = Scratch(document, document.Sheets.getByIndex(1).Name)
            check("and its figure", round(made.value("B5"), 12), round(-17 / 14, 12))
        document.close(True)


def check_failure_leaves_all(office, menu):
    """What cannot be done leaves the workbook as it was, the sheet of an earlier analysis too."""
    document, scratch = new_survey(office)
    menu.call("Report.InsertAnalysis", document, "gaps", ("B1:D6", "E1:G6", ""))
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    scratch.put("I1:K4", [["factor", "good", "bad"], ["pay", 3, 9], ["praise", 8, 0],
                          ["rules", 0, 7]])
    undo, styles = document.UndoManager, document.StyleFamilies.getByName("CellStyles")

    def state():
        return (document.Sheets.ElementNames, document.NamedRanges.ElementNames,
                undo.AllUndoActionTitles, undo.AllRedoActionTitles, styles.ElementNames,
                document.isActionLocked(), document.CurrentController.ActiveSheet.Name)

    before = state()
    for kind, answers in (("incidents", ("I1:I4", "J2:J4", "K2:K4")),
                          ("gaps", ("B1:D6", "I1:J4", "")), ("kano", ("B1:D6", "E1:F6"))):
        check("%s of %s fails" % (kind, answers),
              menu.call("Report.InsertAnalysis", document, kind, answers) != "", True)
        check("and leaves sheets, names, styles and the steps of undo as they were", state(), before)
    check("two factors", menu.call("Report.InsertAnalysis", document, "incidents",
                                   ("I2:I4", "J2:J4", "K2:K4")), "")
    sheet = document.Sheets.getByName("Two factors")
    check("each factor has its name and figures", sheet.getCellRangeByName("A7:D9").DataArray,
          (("pay", 3 / 11, 9 / 16, "hygiene"), ("praise", 8 / 11, 0.0, "motivator"),
           ("rules", 0.0, 7 / 16, "hygiene")))
    document.close(True)


def check_words(office, menu):
    document = office.new()
    Scratch(document).put("A1:B4", [["Q1", "Q2"], ["Strongly agree", "非常同意"],
                                    ["disagree", ""], ["Neutral", "what?"]])
    check("words to numbers", menu.call("Report.InsertAnalysis", document, "words",
                                        ("A1:B4", "5")), "")
    made = Scratch(document, "Answers as numbers")
    check("the answers as numbers", made.sheet.getCellRangeByName("A6:B9").DataArray,
          (("Q1", "Q2"), (5.0, 5.0), (2.0, ""), (3.0, "–")))
    document.close(True)
    document = office.new()
    Scratch(document).put("A1:B4", [["Q1", "Q2"], ["Very good", "Fair"],
                                    ["Excellent", "Poor"], ["Good", "Very good"]])
    menu.call("Report.InsertAnalysis", document, "words", ("A1:B4", ""))
    check("on the scale that the answers show",
          Scratch(document, "Answers as numbers").sheet.getCellRangeByName("A7:B9").DataArray,
          ((4.0, 2.0), (5.0, 1.0), (3.0, 4.0)))
    document.close(True)


def texts_of(document, sheet):
    """All that stands on a sheet, as it is shown, and on its charts; the number of a second sheet is
    left out."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    view = document.CurrentController
    view.select(sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn,
                                             cursor.RangeAddress.EndRow))
    copied = view.getTransferable().getTransferData(DataFlavor(
        "text/plain;charset=utf-16", "", uno.getTypeByName("string")))
    shown = dict(enumerate(copied.split("\n"), 1))
    for i in range(sheet.Charts.Count):
        chart = sheet.Charts.getByIndex(i).EmbeddedObject
        for axis in ("X", "Y"):
            if getattr(chart.Diagram, "Has%sAxisTitle" % axis):
                shown[i, axis] = getattr(chart.Diagram, "%sAxisTitle" % axis).String
        shown[i, "title"] = chart.Title.String
    shown[1] = re.sub(r" \d+(\t|$)", r"\1", shown[1], count=1)
    return shown


def made_in(office, menu, row, tag):
    sample, kind, answers, _ = row
    document = office.open_copy(os.path.join(TOP, "samples", sample + ".ods"))
    menu.call("Words.SetLanguage", document, tag)
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    menu.call("Report.InsertAnalysis", document, kind, answers)
    document.calculateAll()
    return document, document.Sheets.getByIndex(1)


def check_turning(office, menu):
    """A sheet turned into Chinese is the one that would have been made in Chinese, and back."""
    kinds = {row[1]: row for row in reversed(ANALYSES)}
    for row in kinds.values():
        chinese, sheet = made_in(office, menu, row, "zh-CN")
        wanted = texts_of(chinese, sheet)
        chinese.close(True)
        check("%s in Chinese stands there" % row[1], sum("\u4e00" <= sign for text in wanted.values()
                                                         for sign in text) > 20, True)
        document, sheet = made_in(office, menu, row, "en-US")
        before, undo = texts_of(document, sheet), document.UndoManager
        steps = len(undo.AllUndoActionTitles)
        menu.call("Words.SetLanguage", document, "zh-CN")
        turned = texts_of(document, sheet)
        check("%s of %s in Chinese: all of it" % (row[1], row[0]),
              {place: (turned.get(place), text) for place, text in wanted.items()
               if turned.get(place) != text}, {})
        check("and in one step", len(undo.AllUndoActionTitles), steps + 1)
        undo.undo()
        check("taken back: all of it", texts_of(document, sheet) == before, True)
        undo.redo()
        check("done again: all of it", texts_of(document, sheet) == turned, True)
        document.close(True)


def check_language(office, menu):
    document, _ = new_survey(office)
    menu.call("Report.InsertAnalysis", document, "gaps", ("B1:D6", "E1:G6", ""))
    made = Scratch(document, "Gaps")
    check("English results", made.value("A8"), "Item")
    menu.call("Words.SetLanguage", document, "zh-CN")
    check("Chinese results", made.value("A8"), "题项")
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    menu.call("Report.InsertAnalysis", document, "check", ("B1:D6", "1", "7"))
    check("the next analysis is Chinese", document.Sheets.hasByName("数据检查"), True)
    document.close(True)


def check_missing_codes(office, menu):
    document, scratch = new_survey(office)
    menu.call("Report.InsertAnalysis", document, "gaps", ("B1:D6", "E1:G6", ""))
    scratch.put("G3", [[-99]])
    document.calculateAll()
    gap = Scratch(document, "Gaps")
    plain = gap.value("B5")
    check("a code stands out in the gap", plain < -5, True)
    for text, sentence in (("-99, x", "x is no number."), ("-99;n/a", "n/a is no number.")):
        check("codes %s" % text, menu.call("Missing.SetMissing", document, text)[:len(sentence)],
              sentence)
    undo = document.UndoManager
    steps = len(undo.AllUndoActionTitles)
    check("codes are set", menu.call("Missing.SetMissing", document, "-99；999"), "")
    # without G3's pair the differences add up to -4 -2 -2 -3 -4 over 13 pairs: G4 is blank, too
    check("and are no answers", round(gap.value("B5"), 12), round(-15 / 13, 12))
    check("the sheet names them", gap.value("A2"), "Taken for missing answers: -99;999")
    check("in one step", len(undo.AllUndoActionTitles), steps + 1)
    undo.undo()
    check("taken back", (gap.value("B5"), gap.value("A2")), (plain, ""))
    undo.redo()
    check("done again", gap.value("A2"), "Taken for missing answers: -99;999")
    check("with the figure", round(gap.value("B5"), 12), round(-15 / 13, 12))
    document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
    menu.call("Report.InsertAnalysis", document, "check", ("B1:G6", "", ""))
    check("the next sheet names them, too", Scratch(document, "Check of the data").value("A2"),
          "Taken for missing answers: -99;999")
    menu.call("Words.SetLanguage", document, "zh-CN")
    check("in Chinese", gap.value("A2"), "视为缺失的代码： -99;999")
    check("none again", menu.call("Missing.SetMissing", document, ""), "")
    check("the sheet names none", (gap.value("A2"), gap.value("B5")), ("", plain))
    document.close(True)


def check_orders_of_items(office, menu):
    """The names of published orders stand for the dimensions of 22 items."""
    rows = [["%s%d" % (letter, item) for letter in "EP" for item in range(1, 23)]]
    rows += [[4 + (item * row) % 3 for item in range(22)] + [3 + (item + row) % 4
                                                            for item in range(22)]
             for row in range(1, 8)]
    for word, first, items in (("SERVQUAL", "Tangibles", 4), ("minsa", "Reliability", 5)):
        document = office.new()
        Scratch(document).put("A1:AR8", rows)
        check("dimensions by %s" % word, menu.call(
            "Report.InsertAnalysis", document, "gaps", ("A1:V8", "W1:AR8", word)), "")
        gaps = Scratch(document, "Gaps")
        check("the first is %s" % first, gaps.value("A9"), first)
        mean = sum(sum(row[22:22 + items]) for row in rows[1:]) / (7 * items)
        check("of %d items" % items, round(gaps.value("C9"), 9), round(mean, 9))
        document.close(True)
    text = menu.call("Commands.Explanation", "gaps")
    with open(os.path.join(TOP, "addin", "functions", "survey_arguments.c"),
              encoding="utf-8") as source:
        said = re.sub(r'"\s*"|\\"', "", source.read())
    for part in re.findall(r"\w+ \(\d+–\d+\)", text):
        check("the wizard says %s, too" % part, part in said, True)


def check_number_texts(office, menu):
    document, scratch = new_survey(office)
    scratch.sheet.getCellRangeByName("C3").setString("6")
    check("a number as text is told", menu.call(
        "Report.InsertAnalysis", document, "gaps", ("B1:D6", "E1:G6", ""))[:52],
        "Some of the answers are texts that are or carry numb")
    document.close(True)


def check_freezing(office, menu):
    document, scratch = new_survey(office)
    menu.call("Report.InsertAnalysis", document, "gaps", ("B1:D6", "E1:G6", ""))
    scratch.put("J1:J3", [["=1/0"], ["=A1&\"007\""], ["=B2+1"]])
    document.calculateAll()
    copy = menu.call("Files.CopyWithValues", document, True)
    shown = [[cell.String for cell in document.Sheets.getByIndex(1).getCellRangeByName(
        "A%d:N%d" % (row, row)).queryContentCells(23).Cells] for row in range(1, 12)]
    copied = [[cell.String for cell in copy.Sheets.getByIndex(1).getCellRangeByName(
        "A%d:N%d" % (row, row)).queryContentCells(23).Cells] for row in range(1, 12)]
    check("a copy without formulas",
          sum(sheet.queryContentCells(16).Count for sheet in copy.Sheets), 0)
    check("shows the same", copied, shown)
    check("an error stays to be seen, a text stays a text",
          copy.Sheets.getByIndex(0).getCellRangeByName("J1:J3").DataArray,
          (("#DIV/0!",), ("007",), (8.0,)))
    check("charts stay", copy.Sheets.getByIndex(1).Charts.Count, 2)
    check("the original keeps its formulas",
          document.Sheets.getByIndex(1).queryContentCells(16).Count > 0, True)
    copy.close(True)
    document.close(True)


def check_samples(office, menu):
    names = menu.call("Files.SampleNames")
    samples = {name[:-4] for name in os.listdir(os.path.join(TOP, "samples"))
               if name.endswith(".ods")}
    check("every sample is offered, in one language each",
          sorted(set(names) | {name for name in samples if name.endswith("-zh")}),
          sorted(samples))
    for name in names:
        document = menu.call("Files.OpenSampleNamed", name, True)
        check("the sample %s opens as a new workbook" % name,
              document is not None and not document.hasLocation(), True)
        document.close(True)


def check_help(office, menu):
    folder = uno.fileUrlToSystemPath(menu.call("Files.Folder"))
    for page in ("functions.html", "functions.zh-CN.html", "path-models.html", "methods.html",
                 "methods.zh-CN.html"):
        with open(os.path.join(folder, "help", page), encoding="utf-8") as file:
            text = file.read()
        check("%s is a page" % page, "<h1>" in text and text.rstrip().endswith("</html>"), True)
        missing = [link for link in re.findall(r'href="([^":#]+)"', text)
                   if not os.path.exists(os.path.join(folder, "help", link))]
        check("%s: every link leads somewhere" % page, missing, [])


def main():
    folder = sys.argv[2] if len(sys.argv) > 2 else None
    with Office(sys.argv[1]) as office:
        menu = Menu(office)
        check_analyses(office, menu, folder)
        for part in (check_selection, check_path_picture, check_index_words, check_index_gaps, check_index_of_few, check_index_of_two, check_index_own_paths, check_heywood, check_growth, check_recommendation, check_problems, check_sheet_names,
                     check_failure_leaves_all, check_words, check_language,
                     check_missing_codes, check_orders_of_items, check_number_texts, check_freezing, check_samples, check_help):
            part(office, menu)
        if "OFFICE_IN_WINDOWS" not in os.environ:
            check_turning(office, menu)


if __name__ == "__main__":
    main()
