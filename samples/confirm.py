# SPDX-License-Identifier: GPL-3.0-or-later
"""confirm.ods: do the items of the kiosk survey measure the dimensions they are meant for.

Sheets: Report (fit with its usual yardsticks, models side by side), Loadings, Validity, and the questionnaire and the
perceptions of kiosk.ods.
"""
import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.table.CellHoriJustify import LEFT, RIGHT

from kiosk import ITEMS, write_answers, write_questionnaire
from workbook_tools import BLUE

CFA = 'ORG.SERVQUAL.ADDIN.CFA(perceptions;dimensions;"%s")'
COUNTED, DIMENSIONS = 20, 6  # items that belong to a dimension
YARDSTICKS = ((10, "up to 3", "Kline 2016"), (11, "good from 0.95, acceptable from 0.90", "Hu & Bentler 1999"),
              (12, "good from 0.95, acceptable from 0.90", "Hu & Bentler 1999"),
              (13, "good up to 0.06, acceptable up to 0.08", "Hu & Bentler 1999"),
              (16, "good up to 0.08", "Hu & Bentler 1999"))
MET = "((B11>=0.9)+(B12>=0.9)+(B13<=0.08)+(B16<=0.08))"  # how many of them are


def build(workbook):
    text = workbook.text
    workbook.describe(text("The dimensions of the kiosk survey, confirmed"), text("Confirmatory factor analysis"))
    report = workbook.sheet(text("Report"))
    loadings = workbook.sheet(text("Loadings"))
    validity = workbook.sheet(text("Validity"))
    questionnaire = workbook.sheet(text("Questionnaire"))
    data = workbook.sheet(text("Data"), grid=True)
    write_questionnaire(workbook, questionnaire)
    write_answers(workbook, data, [("P%d" % (item + 1),) * 2 for item in range(ITEMS)], (("perceptions", "B:Y"),))
    write_report(workbook, report, loadings)
    write_loadings(workbook, loadings)
    write_validity(workbook, validity)


def write_report(workbook, sheet, loadings):
    text = workbook.text
    sheet.widths(A=46, B=24, C_O=18)
    sheet.put("A1", text("Do the items measure the dimensions they are meant for?"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:O2", "=" + "&".join((
        'CHOOSE(1+(%s>1)+(%s=4);"%s";"%s";"%s")' % (
            MET, MET, text("The items do not measure their dimensions as they are meant to, by the usual yardsticks:"),
            text("The items measure their dimensions only roughly; not all of the usual yardsticks are met:"),
            text("The items measure their dimensions, by the usual yardsticks:")),
        '" CFI = "', "FIXED(B11;3)", '", TLI = "', "FIXED(B12;3)", '", RMSEA = "', "FIXED(B13;3)", '", SRMR = "', "FIXED(B16;3)",
        '"."')), "SQ lead")
    sheet.height(2, 10)
    sheet.put("A4", text("How well the model fits"), "SQ lead")
    sheet["A5:B21"].setArrayFormula("=" + CFA % "fit")
    sheet["A5:A21"].CellStyle = "SQ text"
    sheet["B5:B21"].CellStyle = "SQ three"
    sheet["B5:B6"].CellStyle = sheet["B8"].CellStyle = sheet["B21"].CellStyle = "SQ whole"
    sheet["B9"].CellStyle = "SQ p"
    for row, words, who in YARDSTICKS:
        sheet.put("C%d" % row, text(words), "SQ text")
        sheet["C%d" % row].HoriJustify = LEFT
        sheet["C%d" % row].ParaIndent = 300
        sheet.put("H%d" % row, who, "SQ text")
    sheet.rule("A5:I21")
    sheet.height("5:21", 5.2)
    sheet.put("A23", text("Models side by side"), "SQ lead")
    sheet.array("A24:L28", '=IFERROR(ORG.SERVQUAL.ADDIN.CFACOMPARE(perceptions;dimensions);"–")',
                styles=(("B", "SQ two"), ("C", "SQ whole"), ("D:G", "SQ three"), ("H:J", "SQ one"), ("K", "SQ whole"), ("L", "SQ p")),
                note=text("One array formula: SQ.CFA.COMPARE(perceptions; dimensions). A dash: that model is not "
                          "identified."))
    sheet["B25:L28"].HoriJustify = RIGHT
    sheet.height("25:28", 5.2)
    sheet.put("A29:O29", text("A dash: not identified. A dimension of two items needs the others to be told from them."), "SQ remark")
    sheet.put("A31:O31", text(
        "Maximum likelihood of the complete respondents. The chi-square of answers on a scale of seven points that are skewed is too large; "
        "look at all figures together. Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence."), "SQ remark")
    sheet.height(31, 9)
    draw_loadings(workbook, sheet, loadings)
    sheet.print_area("A1:O31")


def draw_loadings(workbook, sheet, loadings):
    """Beside the fit, on cells below what is printed: a chart takes the cells of its own sheet."""
    text = workbook.text
    first, last = 34, 33 + COUNTED
    for row in range(first, last + 1):
        for column, there in (("A", "A"), ("B", "G")):
            sheet.put("%s%d" % (column, row), "=$'%s'.%s%d" % (loadings.name, there, row - first + 6), "SQ three")
    sheet.put("B%d" % (first - 1), text("Standardised loadings"))
    sheet["A%d:B%d" % (first - 1, last)].CharColor = 0xFFFFFF
    sheet.chart("J4:O21", categories="A%d:A%d" % (first, last),
                series=[("B%d:B%d" % (first, last), "B%d" % (first - 1), BLUE)], horizontal=True,
                title=text("Standardised loadings"), y_title=text("from 0.5 usual, from 0.7 good"), minimum=0, maximum=1, step=0.2)


def write_loadings(workbook, sheet):
    text = workbook.text
    last = 5 + COUNTED
    sheet.widths(A=24, B=36, C_H=22, I=60)
    sheet.put("A1", text("Loadings of the items"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:I2", "=" + "&".join(("COUNTIF(G6:G%d;\"<0.5\")" % last, '" %s "' % text("of"), "COUNT(G6:G%d)" % last,
                                       '" %s"' % text("items load below 0.5 on their dimension."))), "SQ lead")
    sheet.height(2, 8)
    sheet.array("A5:I%d" % last, "=" + CFA % "loadings",
                styles=(("B", "SQ text"), ("C:D", "SQ three"), ("E", "SQ two"), ("F", "SQ p"), ("G", "SQ three"), ("H", "SQ permille"),
                        ("I", "SQ text")),
                note=text("One array formula: SQ.CFA(perceptions; dimensions; \"loadings\")."))
    sheet["B5"].CellStyle = sheet["I5"].CellStyle = "SQ head text"
    sheet["I5:I%d" % last].HoriJustify = LEFT
    sheet["I5:I%d" % last].ParaIndent = 300
    sheet.height("6:%d" % last, 5.2)
    sheet.print_area("A1:I%d" % last)


def write_validity(workbook, sheet):
    text = workbook.text
    sheet.widths(A=40, B_J=24)
    sheet.put("A1", text("Validity of the dimensions"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:J2", "=" + "&".join(("SUMPRODUCT((C6:C11>=0.5)*(C6:C11>D6:D11))", '" %s "' % text("of"), "COUNT(C6:C11)",
                                       '" %s"' % text("dimensions are valid after Fornell and Larcker: AVE of 0.5 and more, and above what "
                                                      "they share with another."))), "SQ lead")
    sheet.height(2, 8)
    sheet.array("A5:J11", "=" + CFA % "validity", styles=(("B:J", "SQ three"),),
                note=text("One array formula: SQ.CFA(perceptions; dimensions; \"validity\")."))
    sheet.put("A13:J13", text("In the diagonal √AVE, below it correlations, above it HTMT, which should stay below 0.85."), "SQ remark")
    sheet.height("5:11", 6)
    sheet.print_area("A1:J13")
