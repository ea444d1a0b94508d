# SPDX-License-Identifier: GPL-3.0-or-later
"""reliability.ods: can the scores of the kiosk survey be trusted?

Sheets: Report (scales, their intervals), Items, Factors (scree plot, loadings), Check, and the
questionnaire and data of kiosk.ods.
"""
import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.table.CellHoriJustify import LEFT, RIGHT
from com.sun.star.sheet.ConditionOperator import FORMULA

import kiosk
from office import properties
from workbook_tools import BLUE, ORANGE, SKY

ITEMS, DIMENSIONS, FACTORS = 24, 6, 6
FINDINGS = 14  # rows of room on the sheet Check, for each side of the survey


def build(workbook):
    text = workbook.text
    workbook.describe(text("Reliability of the kiosk survey"),
                      text("Scales, items, factors and the check of the data"))
    sheets = {name: workbook.sheet(text(name), grid=name == "Data")
              for name in ("Report", "Items", "Factors", "Check", "Questionnaire", "Data")}
    kiosk.write_questionnaire(workbook, sheets["Questionnaire"])
    kiosk.write_data(workbook, sheets["Data"])
    write_check(workbook, sheets["Check"])
    write_factors(workbook, sheets["Factors"])
    write_items(workbook, sheets["Items"])
    write_report(workbook, sheets["Report"])


def scale_table(workbook, sheet, row, side, heading):
    """SQ.RELIABILITY of one side of the survey; returns the row of its last dimension."""
    text = workbook.text
    last = row + 1 + DIMENSIONS
    sheet.put("A%d:J%d" % (row, row), heading, "SQ lead")
    sheet.height(row, 8)
    sheet.array("A%d:J%d" % (row + 1, last),
                '=IFERROR(ORG.SERVQUAL.ADDIN.RELIABILITY(%s;dimensions);"–")' % side,
                styles=(("B", "SQ whole"), ("C:J", "SQ three")), cut=True,
                note=text("One array formula: SQ.RELIABILITY(answers; dimensions). Its names stand "
                          "for ranges on the sheets Data and Questionnaire."))
    sheet["C%d:J%d" % (row + 2, last)].HoriJustify = RIGHT
    sheet.height("%d:%d" % (row + 2, last), 5.5)
    return last


def write_report(workbook, sheet):
    text = workbook.text
    sheet.widths(A=34, B=14, C_J=22, K=4, L=34, M_N=22)
    sheet.put("A1", text("Kiosks: can the scores be trusted?"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:J2", "=" + "&".join((
        '"%s "' % text("Perceptions: α of all 24 items"), "FIXED(E4;3)",
        '" (%s "' % text("95 % interval"), "FIXED(F4;3)", '" … "', "FIXED(G4;3)", '"), %s "'
        % text("sampling adequacy (KMO)"), "FIXED(H4;3)",
        '". %s "' % text("The least reliable dimension:"),
        "INDEX(A8:A13;MATCH(MIN(C8:C13);C8:C13;0))", '" (α "', "FIXED(MIN(C8:C13);3)", '")."')),
        "SQ lead")
    sheet.height(2, 11)
    sheet.rows("E3:J3", [[text(word) for word in ("α", "Lower", "Upper", "KMO", "Bartlett χ²",
                                                  "Bartlett p")]], "SQ head")
    sheet.put("A4:D4", text("All 24 perceptions"), "SQ text")
    sheet.put("E4", "=ORG.SERVQUAL.ADDIN.ALPHA(perceptions)", "SQ three")
    sheet.put("F4", "=INDEX(ORG.SERVQUAL.ADDIN.ALPHAINTERVAL(perceptions);1;1)", "SQ three")
    sheet.put("G4", "=INDEX(ORG.SERVQUAL.ADDIN.ALPHAINTERVAL(perceptions);1;2)", "SQ three")
    sheet.put("H4", "=INDEX(ORG.SERVQUAL.ADDIN.KMO(perceptions);1;1)", "SQ three")
    sheet.put("I4", "=INDEX(ORG.SERVQUAL.ADDIN.BARTLETT(perceptions);1;1)", "SQ two")
    sheet.put("J4", "=INDEX(ORG.SERVQUAL.ADDIN.BARTLETT(perceptions);1;3)", "SQ p")
    sheet.rule("A3:J4")
    scale_table(workbook, sheet, 6, "perceptions", text("Perceptions by dimension"))
    scale_table(workbook, sheet, 15, "expectations", text("Expectations by dimension"))
    sheet.rows("L7:N7", [[text("For the chart"), text("Expectations"), text("Perceptions")]],
               "SQ head")
    for row in range(8, 8 + DIMENSIONS):
        sheet.put("L%d" % row, "=A%d" % row)
        sheet.put("M%d" % row, "=C%d" % (row + 9), "SQ three")
        sheet.put("N%d" % row, "=C%d" % row, "SQ three")
    sheet.height("24:44", 4.6)
    sheet.chart("A24:J44", categories="L8:L13", series=[("M8:M13", "M7", BLUE),
                                                        ("N8:N13", "N7", ORANGE)],
                title=text("Cronbach's α by dimension"), y_title=text("α (0 to 1)"), minimum=0,
                maximum=1, step=0.2, figures=2, decimals=1)
    sheet.put("A46:J46", text(
        "α: how much of the variance of a scale's total its items have in common. ω: the same from "
        "one factor (maximum likelihood); it needs three items. AVE: variance that the factor "
        "explains. A dash: two items have no one-factor solution. CR: composite reliability. λ2, λ6: Guttman's lower bounds. A usual wish is 0.7 "
        "for α and 0.5 for AVE."), "SQ remark")
    sheet.height(46, 14)
    sheet.print_area("A1:J46")


def write_items(workbook, sheet):
    text = workbook.text
    sheet.widths(A=30, B=16, C_G=24, H=110)
    sheet.put("A1", text("Perceptions, item by item"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:H2", text("Item–rest r: correlation with the sum of the other items. A negative "
                            "one most often means an item that was worded the other way."),
              "SQ remark")
    sheet.array("A4:H%d" % (4 + ITEMS), "=ORG.SERVQUAL.ADDIN.ITEMS(perceptions)",
                styles=(("B", "SQ whole"), ("C:G", "SQ three")),
                note=text("One array formula: SQ.ITEMS(perceptions)."))
    sheet.head("H4", "SQ head text")
    sheet.height("5:%d" % (4 + ITEMS), 5.5)
    sheet.print_area("A1:H%d" % (4 + ITEMS))


def write_factors(workbook, sheet):
    text = workbook.text
    last = 4 + ITEMS + 2
    sheet.widths(A=34, B_I=23, J=6, K_N=28, P_Q=20)
    sheet.put("A1", text("Factors of the perceptions"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:I2", text("Six principal components, varimax. Eigenvalues above 1 (Kaiser's rule) "
                            "and the bend in the scree plot suggest how many to keep."),
              "SQ remark")
    sheet.array("A4:I%d" % last,
                "=ORG.SERVQUAL.ADDIN.FACTORS(perceptions;%d;\"components\";\"varimax\")" % FACTORS,
                styles=(("B:I", "SQ three"),),
                note=text("One array formula: SQ.FACTORS(perceptions; 6; \"components\"; "
                          "\"varimax\")."))
    sheet.height("5:%d" % last, 5.5)
    sheet.total("A%d:I%d" % (last, last))
    sheet.rows("P4:Q4", [[text("No."), text("Eigenvalue")]], "SQ head")  # for the chart
    for row in range(5, 5 + ITEMS):
        sheet.put("P%d" % row, float(row - 4), "SQ whole")
        sheet.put("Q%d" % row, "=I%d" % row, "SQ three")
    mark_loadings(workbook, sheet, "B5:G%d" % (4 + ITEMS))
    sheet.chart("K4:N24", categories="P5:P%d" % (4 + ITEMS),
                series=[("Q5:Q%d" % (4 + ITEMS), "Q4", SKY)],
                title=text("Scree plot: eigenvalues, the largest first"),
                y_title=text("Eigenvalue (items' worth of variance)"), minimum=0, step=1,
                decimals=0, gap=60)
    sheet.print_area("A1:N%d" % last)


def mark_loadings(workbook, sheet, address):
    """Loadings of 0.4 and more stand out."""
    cells = sheet[address]
    entries = cells.ConditionalFormat
    corner = cells.getCellByPosition(0, 0).CellAddress
    entries.addNew(properties(Operator=FORMULA, Formula1="ABS(B5)>=0.4", StyleName="SQ strong",
                              SourcePosition=corner))
    cells.ConditionalFormat = entries


def write_check(workbook, sheet):
    text = workbook.text
    sheet.widths(A=70, B=18, C=34, D=22, E=18, F=125)
    sheet.put("A1", text("What is wrong with the answers, and what to do"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:F2", text("The first thing to look at in a survey. Limits of the scale: 1 and 7. "
                            "Where: the cell, row or column of the sheet Data."), "SQ remark")
    first = 4
    for side, heading in (("expectations", text("Expectations")),
                          ("perceptions", text("Perceptions"))):
        last = first + 1 + FINDINGS
        write_findings(workbook, sheet, first, last, side, heading)
        first = last + 2
    sheet.print_area("A1:F%d" % last)


def write_findings(workbook, sheet, first, last, side, heading):
    """SQ.CHECK of one side of the survey, and how many findings there are and have room."""
    text = workbook.text
    check = "ORG.SERVQUAL.ADDIN.CHECK(%s;1;7)" % side
    cells = "ROW(A1:A%d)*COLUMN(A1:F1)>0" % (1 + FINDINGS)
    sheet.put("A%d:F%d" % (first, first), "=" + "&".join((
        '"%s: "' % heading, "(ROWS(%s)-1)" % check,
        '" %s %d."' % (text("rows of findings; there is room here for"), FINDINGS))), "SQ lead")
    sheet.height(first, 7)
    sheet.array("A%d:F%d" % (first + 1, last), '=IFNA(IF(%s;%s;"");"")' % (cells, check),
                styles=(("D", "SQ whole"), ("E", "SQ two")),
                note=text("One array formula: SQ.CHECK(answers; 1; 7). What is around it leaves "
                          "blank the rows that it does not need."))
    sheet.head("A%d:C%d" % (first + 1, first + 1), "SQ head text")
    sheet.head("F%d" % (first + 1), "SQ head text")
    advice = sheet["F%d:F%d" % (first + 1, last)]
    advice.HoriJustify, advice.ParaIndent = LEFT, 300
