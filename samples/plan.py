# SPDX-License-Identifier: GPL-3.0-or-later
"""plan.ods: how many customers to ask, and how many of them where.

Sheets: Plan (size of the sample, strata), Margins (what other sizes reach).
"""
from scatter import Scatter
from workbook_tools import BLUE, PALE

STRATA = (("Private, city", 5200, 18), ("Private, country", 3100, 21), ("Business, small", 1200, 24),
          ("Business, large", 150, 30))
LEVELS = (0.9, 0.95, 0.99)
MARGINS = (0.02, 0.03, 0.04, 0.05, 0.075, 0.1)
SIZES = (50, 75, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000)


def build(workbook):
    text = workbook.text
    workbook.describe(text("Sampling plan"), text("Size of the sample, strata, margins of error"))
    plan, margins = (workbook.sheet(text(name)) for name in ("Plan", "Margins"))
    write_plan(workbook, plan)
    write_margins(workbook, margins)


def write_plan(workbook, sheet, top=1):
    """The plan from a row on; csm.ods has it on a sheet of its own, too."""
    text = workbook.text
    sheet.widths(A=74, B_F=28)
    sheet.put("A%d" % top, text("How many customers to ask"), "SQ title")
    sheet.height(top, 10)
    sheet.put("A%d:F%d" % (top + 1, top + 1), text("Shaded cells are yours to change."), "SQ remark")
    first = top + 3
    inputs = (("Margin of error (share, half the interval)", "margin_of_error", 0.05, "SQ percent"),
              ("Confidence level", "confidence_level", 0.95, "SQ percent"),
              ("Share expected (0.5 if unknown)", "expected_share", 0.5, "SQ percent"),
              ("Customers in all", "customers", sum(size for _, size, _ in STRATA), "SQ money"),
              ("Design effect (1: simple random sample)", "design_effect", 1.0, "SQ two"),
              ("Share of those asked who answer", "response_rate", 0.4, "SQ percent"))
    for row, (label, name, value, style) in enumerate(inputs, first):
        workbook.name(name, sheet, "B%d" % row)
        sheet.put("A%d" % row, text(label))
        sheet.put("B%d" % row, float(value), style)
        sheet["B%d" % row].CellBackColor = PALE
    answers, invite = first + 7, first + 8
    sheet.put("A%d" % answers, text("Answers needed"))
    sheet.put("B%d" % answers, "=ORG.SERVQUAL.ADDIN.SAMPLESIZE(margin_of_error;"
              "confidence_level;expected_share;customers;design_effect)", "SQ money")
    sheet.put("A%d" % invite, text("Customers to be invited"))
    sheet.put("B%d" % invite, "=MIN(customers;ROUNDUP(B%d/response_rate))" % answers,
              "SQ money")
    sheet.put("A%d" % (invite + 1), text("Margin if all invited answer"))
    sheet.put("B%d" % (invite + 1), "=ORG.SERVQUAL.ADDIN.MARGIN(B%d;confidence_level;"
              "expected_share;customers;design_effect)" % invite, "SQ permille")
    sheet.rule("A%d:B%d" % (first, invite + 1))
    sheet.total("A%d:B%d" % (answers, answers))
    sheet.note("A%d" % first, text("SQ.SAMPLESIZE(margin; level; share; population; design effect)."))
    row = invite + 4
    last = row + len(STRATA)
    sheet.rows("A%d:C%d" % (row, row), [[text(word) for word in ("Stratum", "Customers",
                                                                 "SD of the index")]], "SQ head")
    sheet.head("A%d" % row, "SQ head text")
    sheet.rows("A%d:C%d" % (row + 1, last), [[text(name), float(size), float(sd)]
                                             for name, size, sd in STRATA])
    sheet["A%d:C%d" % (row + 1, last)].CellStyle = "SQ input"
    sheet["B%d:B%d" % (row + 1, last)].CellStyle = "SQ money"
    sheet["B%d:C%d" % (row + 1, last)].CellBackColor = PALE
    sheet.rule("A%d:C%d" % (row, last))
    sheet.note("C%d" % row, text("The standard deviation of the answer, from an earlier survey; "
                                 "where it is large, ask more."))
    begin = last + 2
    end = begin + len(STRATA) + 1
    sheet.array("A%d:E%d" % (begin, end),
                "=ORG.SERVQUAL.ADDIN.STRATA(A%d:B%d;B%d;C%d:C%d)"
                % (row + 1, last, answers, row + 1, last),
                styles=(("B", "SQ money"), ("C", "SQ percent"), ("D:E", "SQ whole")),
                note=text("One array formula: SQ.STRATA(names and sizes; n; standard deviations). "
                          "Proportional: in proportion to the size. Optimal: Neyman's, the most "
                          "exact mean."))
    sheet.total("A%d:E%d" % (end, end))
    sheet.print_area("A%d:F%d" % (top, end))
    return end


def write_margins(workbook, sheet):
    text = workbook.text
    last = 5 + len(MARGINS)
    sheet.widths(A=44, B_D=30, E=6, F_G=26, H=10)
    sheet.put("A1", text("What other sizes reach"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:G2", text("Answers needed for a share of one half, customers without end, by "
                            "margin and confidence level; and the margin that a number of answers "
                            "reaches."), "SQ remark")
    sheet.height(2, 7)
    sheet.rows("A5:D5", [[text("Margin of error")] + list(LEVELS)])
    sheet.head("A5:D5")
    sheet["B5:D5"].NumberFormat = workbook.number_format("0%")
    for row, margin in enumerate(MARGINS, 6):
        sheet.put("A%d" % row, margin, "SQ permille")
        sheet["A%d" % row].HoriJustify = sheet["A5"].HoriJustify
        for column in "BCD":
            sheet.put("%s%d" % (column, row),
                      "=ORG.SERVQUAL.ADDIN.SAMPLESIZE($A%d;%s$5)" % (row, column), "SQ money")
    sheet.rule("A5:D%d" % last)
    sheet.rows("F5:G5", [[text("Answers"), text("Margin")]], "SQ head")
    for row, size in enumerate(SIZES, 6):
        sheet.put("F%d" % row, float(size), "SQ money")
        sheet.put("G%d" % row, "=ORG.SERVQUAL.ADDIN.MARGIN(F%d)" % row, "SQ permille")
    end = 5 + len(SIZES)
    sheet.rule("F5:G%d" % end)
    top = end + 2
    sheet.height("%d:%d" % (top, top + 20), 5)
    chart = Scatter(sheet, "A%d:G%d" % (top, top + 20),
                    points=[("F6:F%d" % end, "G6:G%d" % end, "G5", BLUE)], labels=[],
                    title=text("Margin of error by the number of answers (95 %)"),
                    x_axis=(text("Answers"), 0, 2000, 500),
                    y_axis=(text("Margin of error (share)"), 0, 0.15, 0.05), decimals=2)
    chart.document.Diagram.XAxis.NumberFormat = workbook.number_format("#,##0")
    sheet.print_area("A1:G%d" % (top + 20))
