# SPDX-License-Identifier: GPL-3.0-or-later
"""drivers.ods: what drives satisfaction with kiosks.

Sheets: Report (shares with their intervals, importance against performance), Drivers (the regression), and the
questionnaire and data of kiosk.ods: satisfaction with each item, and overall.
"""
import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.table.CellHoriJustify import LEFT as TO_THE_LEFT

from kiosk import ITEMS, margins, write_answers, write_questionnaire
from scatter import LEFT, RIGHT, Scatter
from workbook_tools import BLUE, SKY

FUNCTION = "ORG.SERVQUAL.ADDIN.DRIVERS(overall;satisfaction)"


def build(workbook):
    text = workbook.text
    workbook.describe(text("Key drivers of satisfaction with kiosks"), text("Shares of R² of 24 items"))
    report = workbook.sheet(text("Report"))
    drivers = workbook.sheet(text("Drivers"))
    questionnaire = workbook.sheet(text("Questionnaire"))
    data = workbook.sheet(text("Data"), grid=True)
    write_questionnaire(workbook, questionnaire)
    write_answers(workbook, data, [(text("Overall"), "Y1_satisfied")] + [("SAT%d" % (item + 1),) * 2 for item in range(ITEMS)],
                  (("overall", "B:B"), ("satisfaction", "C:Z")))
    write_drivers(workbook, drivers)
    write_report(workbook, report, drivers)


def write_drivers(workbook, sheet):
    text = workbook.text
    sheet.widths(A=54, B=24, C_O=19, P=16)
    sheet.put("A1", text("Every item: what goes with overall satisfaction"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:P2", text(
        "b: points of overall satisfaction per point of the item, the others held fixed. Relative weight (Johnson): its part "
        "of R². The interval is of its share, from 1,000 resamples of respondents. Shapley shares end at 20 items."), "SQ remark")
    sheet.height(2, 8)
    sheet.array("B4:O37", '=IFERROR(%s;"")' % FUNCTION,
                styles=(("C:F", "SQ three"), ("G", "SQ p"), ("H:I", "SQ two"), ("J", "SQ three"), ("K:M", "SQ permille"),
                        ("N", "SQ three"), ("O", "SQ whole")),
                note=text("One array formula: SQ.DRIVERS(overall; satisfaction)."))
    sheet.put("A4", text("What the item asks"), "SQ head text")
    for row in range(5, 29):
        sheet.put("A%d" % row, "=INDEX(labels;%d)" % (row - 4))
    for cells, style in (("C33:C34", "SQ whole"), ("C35", "SQ p"), ("C37", "SQ whole")):
        sheet[cells].CellStyle = style
    margins(workbook, sheet, "P", "L", "M", 5, 28)
    sheet.height(4, 8)
    sheet.height("5:37", 5.2)
    sheet.rule("A4:P28")
    sheet.freeze(rows=4)
    sheet.print_area("A1:P37")


def write_report(workbook, sheet, drivers):
    text = workbook.text
    table = "$'%s'." % drivers.name

    def named(rank):
        at = "MATCH(%d;%s$O$5:$O$28;0)" % (rank, table)
        return 'INDEX(labels;%s)&" ("&TEXT(INDEX(%s$K$5:$K$28;%s);"0%%")&")"' % (at, table, at)
    sheet.widths(A=60, B_D=24, E=40, F=6, G_L=24)
    sheet.put("A1", text("What drives satisfaction with kiosks"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:L2", "=" + "&".join((
        '"%s "' % text("What goes with overall satisfaction most:"), named(1), '", "', named(2), '", "', named(3),
        '". %s "' % text("The items together explain"), 'TEXT(%s$C$30;"0%%")' % table,
        '"%s"' % text(" of it. A share says what goes together, not what causes what."))), "SQ lead")
    sheet.height(2, 12)
    sheet.rows("A4:E4", [[text("Item"), text("Share of R²"), text("Lower"), text("Upper"), text("± interval")]], "SQ head")
    sheet["A4"].CellStyle = "SQ head text"
    shares = "({0}$K$5:$K$28+ROW({0}$K$5:$K$28)*1E-12)".format(table)
    for row in range(5, 29):
        place = "MATCH(LARGE(%s;%d);%s;0)" % (shares, row - 4, shares)
        sheet["F%d" % row].setArrayFormula("=" + place)
        sheet.put("A%d" % row, '=INDEX(labels;F%d)&""' % row)
        for column, there in (("B", "K"), ("C", "L"), ("D", "M")):
            sheet.put("%s%d" % (column, row), "=INDEX(%s$%s$5:$%s$28;F%d)" % (table, there, there, row), "SQ permille")
        sheet.put("E%d" % row, "=(D%d-C%d)/2" % (row, row), "SQ permille")
    sheet["F5:F28"].CharColor = 0xFFFFFF
    sheet.height(4, 6)
    sheet.height("5:28", 5.2)
    sheet.rule("A4:E28")
    sheet.chart("G4:L28", categories="A5:A28", series=[("B5:B28", "B4", SKY)], horizontal=True,
                interval=("E5:E28", "C5:C28", "D5:D28"), title=text("Share of what is explained, with 95 % intervals"),
                y_title=text("Share of R²"), decimals=2, gap=40)
    sheet.put("A31", text("What the item asks"), "SQ head text")
    sheet.array("B31:E56", "=ORG.SERVQUAL.ADDIN.IPADERIVED(overall;satisfaction)",
                styles=(("C", "SQ permille"), ("D", "SQ two")),
                note=text("One array formula: SQ.IPA.DERIVED(overall; satisfaction)."))
    for row in range(32, 56):
        sheet.put("A%d" % row, "=INDEX(labels;%d)" % (row - 31))
    sheet["E31"].CellStyle = "SQ head text"
    sheet["E31:E56"].HoriJustify = TO_THE_LEFT
    sheet["E31:E56"].ParaIndent = 300
    sheet.height("31:56", 5.2)
    sheet.rule("A31:E56")
    for row, end in ((58, "MIN"), (59, "MAX")):
        for column, content in zip("BCDE", ("=C56", "=%s(D32:D55)" % end, "=%s(C32:C55)" % end, "=D56")):
            sheet.put("%s%d" % (column, row), content, "SQ three")
    sheet["B58:E59"].CharColor = 0xFFFFFF
    Scatter(sheet, "G31:L56", points=[("C32:C55", "D32:D55", "D31", BLUE)], labels=["%d" % (i + 1) for i in range(ITEMS)],
            title=text("Derived importance and performance"), x_axis=(text("Importance (share of R²)"), None, None, None),
            y_axis=(text("Performance (mean)"), 3, 7, 1), sides=(RIGHT, LEFT),
            lines=[("B58:B59", "C58:C59", "B31"), ("D58:D59", "E58:E59", "B31")])
    sheet.print_area("A1:L57")
