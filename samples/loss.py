# SPDX-License-Identifier: GPL-3.0-or-later
"""loss.ods: which customers were lost, when, why, what it costs; and how complaints were dealt with.

Sheets: Report (reasons in Pareto order, cost), Breakdown (product and reason, quarters), Complaints,
Losses (invented), Complaint list (invented).
"""
import random

from pareto import cumulate
from workbook_tools import BLUE, ORANGE, SKY

LOST, COMPLAINTS = 180, 120
FIRST_DAY = 45658  # 2025-01-01 in Calc's days
ROOM = 12          # rows for reasons and quarters

PRODUCTS = (("Current account", 5), ("Savings", 3), ("Card", 4))
SEGMENTS = (("Private", 7), ("Business", 3))
# Herzberg's hygiene by another name: what drives customers away, and the kind of loss it is.
REASONS = (("Waiting times", 46), ("Price", 34), ("Mistakes", 26), ("Unfriendly staff", 20),
           ("Better offer elsewhere", 18), ("Moved away", 16), ("Branch closed", 9),
           ("Fraud by the customer", 4), ("Died", 7))


def draw(random_, weighted):
    return random_.choices([name for name, _ in weighted], [weight for _, weight in weighted])[0]


def build(workbook):
    text = workbook.text
    workbook.describe(text("Lost customers"), text("Loss analysis and complaints, invented figures"))
    sheets = {name: workbook.sheet(text(name), grid=name in ("Losses", "Complaint list"))
              for name in ("Report", "Breakdown", "Complaints", "Losses", "Complaint list")}
    write_losses(workbook, sheets["Losses"])
    write_complaint_list(workbook, sheets["Complaint list"])
    write_report(workbook, sheets["Report"])
    write_breakdown(workbook, sheets["Breakdown"])
    write_complaints(workbook, sheets["Complaints"])


def write_losses(workbook, sheet):
    text, random_ = workbook.text, random.Random(6)
    rows = []
    for _ in range(LOST):
        product, segment = draw(random_, PRODUCTS), draw(random_, SEGMENTS)
        amount = random_.lognormvariate(4.6 if segment == "Private" else 5.6, 0.5)
        rows.append([text(segment), float(FIRST_DAY + random_.randrange(365)), text(product),
                     text(draw(random_, REASONS)), float(round(amount, -1))])
    rows.sort(key=lambda row: row[1])
    sheet.widths(A=24, B=24, C=34, D=44, E=28)
    sheet.rows("A1:E1", [[text(word) for word in ("Segment", "Date", "Product", "Reason",
                                                  "Margin a year")]])
    sheet.head("A1:E1", "SQ head text")
    sheet.rows("A2:E%d" % (1 + LOST), rows)
    sheet["B2:B%d" % (1 + LOST)].CellStyle = "SQ date"
    sheet["E2:E%d" % (1 + LOST)].CellStyle = "SQ money"
    sheet.note("A1", text("INVENTED. Paste your own lost customers below, a row for each, as many "
                          "as there are; the first row stays. No formula needs a change."))
    sheet.note("E1", text("What the customer brought in a year, in your currency. A blank is a loss "
                          "without an amount."))
    sheet.freeze(rows=1)
    for name, columns in (("segment", "AA"), ("when", "BB"), ("product_reason", "CD"),
                          ("reason", "DD"), ("margins", "EE")):
        workbook.name(name, sheet, "%s1:%s5000" % tuple(columns))


def write_complaint_list(workbook, sheet):
    text, random_ = workbook.text, random.Random(7)
    rows = []
    for _ in range(COMPLAINTS):
        opened = FIRST_DAY + random_.randrange(365)
        answered = random_.random() < 0.9
        rows.append([float(opened),
                     float(opened + int(random_.expovariate(1 / 6))) if answered else None,
                     text("yes") if random_.random() < 0.7 else text("no")]
                    if answered else [float(opened), None, None])
    rows.sort(key=lambda row: row[0])
    sheet.widths(A_B=26, C=24)
    sheet.rows("A1:C1", [[text(word) for word in ("Opened", "Closed", "Solved")]])
    sheet.head("A1:C1", "SQ head text")
    sheet.rows("A2:C%d" % (1 + COMPLAINTS), rows)
    sheet["A2:B%d" % (1 + COMPLAINTS)].CellStyle = "SQ date"
    sheet.note("A1", text("INVENTED. Paste your own complaints below: the day each was made, the "
                          "day it was answered (blank while open), and whether the customer took it "
                          "for solved, yes or no."))
    sheet.freeze(rows=1)
    for name, column in (("opened", "A"), ("closed", "B"), ("solved", "C")):
        workbook.name(name, sheet, "%s1:%s5000" % (column, column))


def spread(call, rows, columns):
    """A table that ends where it ends, in an array formula with room for more."""
    return '=IFNA(IF(ROW(A1:A%d)*COLUMN(A1:%s1)>0;%s;"");"")' % (rows, chr(64 + columns), call)


def write_report(workbook, sheet):
    text = workbook.text
    last = 5 + ROOM
    sheet.widths(A=70, B_G=24, H=8, I=52, J_L=22)
    sheet.put("A1", text("Why did customers leave?"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:G2", "=" + "&".join((
        "INDEX(ORG.SERVQUAL.ADDIN.LOSSES(reason;margins);2;1)",
        '": "', 'TEXT(INDEX(ORG.SERVQUAL.ADDIN.LOSSES(reason;margins);2;6);"0%%")'.replace("%%", "%"),
        '" %s "' % text("of the margin lost;"), "ROWS(ORG.SERVQUAL.ADDIN.LOSSES(reason;margins))-2",
        '" %s"' % text("reasons in all."))), "SQ lead")
    sheet.put("A3:G3", text("INVENTED figures of a bank, as an illustration. The few reasons at the "
                            "top make up most of the loss: begin there."), "SQ remark")
    sheet.array("A5:G%d" % last, spread("ORG.SERVQUAL.ADDIN.LOSSES(reason;margins)", ROOM + 1, 7),
                styles=(("B", "SQ whole"), ("C:D", "SQ percent"), ("E", "SQ money"),
                        ("F:G", "SQ percent")),
                note=text("One array formula: SQ.LOSSES(reason; margins), with room for ten "
                          "reasons. Its names stand for columns of the sheet Losses."))
    sheet.height("6:%d" % last, 5.2)
    sheet.rows("I5:K5", [[text("For the chart"), text("Margin lost a year"), text("Cumulated")]],
               "SQ head")
    for row in range(6, last):
        sheet.put("I%d" % row, '=IF(OR(A%d="";A%d="");"";A%d&"")' % (row, row + 1, row))
        sheet.put("J%d" % row, '=IF(I%d="";"";E%d)' % (row, row), "SQ money")
        sheet.put("K%d" % row, '=IF(I%d="";"";G%d)' % (row, row), "SQ percent")
    top = last + 2
    sheet.height("%d:%d" % (top, top + 20), 5)
    chart = sheet.chart("A%d:G%d" % (top, top + 20), categories="I6:I14",
                        series=[("J6:J14", "J5", BLUE), ("K6:K14", "K5", ORANGE)],
                        title=text("Pareto chart of the reasons"),
                        y_title=text("Margin lost (currency a year)"), minimum=0, decimals=0,
                        gap=30)
    cumulate(chart, text("Cumulated share"))
    row = top + 22
    write_cost(workbook, sheet, row)
    sheet.print_area("A1:G%d" % (row + 9))


def write_cost(workbook, sheet, row):
    """What the year's losses cost, from a few figures that the reader gives."""
    text = workbook.text
    sheet.put("A%d:G%d" % (row, row), text("What it costs"), "SQ lead")
    inputs = ((text("Customers at the beginning of the year"), 2400, "SQ whole"),
              (text("Discount rate a year"), 0.08, "SQ percent"),
              (text("Cost of winning a customer"),
               "=ORG.SERVQUAL.ADDIN.ACQUISITIONCOST(12000;300;40;2500;3;180)", "SQ money"))
    for offset, (label, value, style) in enumerate(inputs, 1):
        sheet.put("A%d" % (row + offset), label)
        sheet.put("B%d" % (row + offset), value, style)
        sheet["B%d" % (row + offset)].CellBackColor = 0xEAF0F6
    losses = "INDEX(ORG.SERVQUAL.ADDIN.LOSSES(reason;margins);ROWS(ORG.SERVQUAL.ADDIN.LOSSES(" \
             "reason;margins));%d)"
    results = ((text("Customers lost"), "=" + losses % 2, "SQ whole"),
               (text("Retention"), "=1-B%d/B%d" % (row + 4, row + 1), "SQ percent"),
               (text("Mean margin of a lost customer"), "=%s/B%d" % (losses % 5, row + 4),
                "SQ money"),
               (text("Cost of the year's losses"),
                "=ORG.SERVQUAL.ADDIN.LOSSCOST(B%d;B%d;B%d;5;B%d;B%d)"
                % (row + 1, row + 5, row + 6, row + 2, row + 3), "SQ money"))
    for offset, (label, formula, style) in enumerate(results, 4):
        sheet.put("A%d" % (row + offset), label)
        sheet.put("B%d" % (row + offset), formula, style)
    sheet.total("A%d:B%d" % (row + 7, row + 7))
    sheet.rule("A%d:B%d" % (row + 1, row + 7))
    sheet.put("C%d:G%d" % (row + 7, row + 7), text(
        "customers · (1 − retention) · (margins of five years, discounted, + cost of winning one)"),
        "SQ remark")
    sheet.note("B%d" % (row + 3), text("SQ.ACQUISITIONCOST(campaign; meetings; cost of a meeting; "
                                       "calls; cost of a call; customers won): put yours in."))


def write_breakdown(workbook, sheet):
    text = workbook.text
    rows = 32  # 3 products × 9 reasons, the total, and room
    sheet.widths(A=34, B=48, C_H=22, I=6, J=30, K_P=20)
    sheet.put("A1", text("Which product, when"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:P2", text("Each combination of product and reason, and each quarter, in Pareto "
                            "order by margin."), "SQ remark")
    both = "ORG.SERVQUAL.ADDIN.LOSSES(product_reason;margins)"
    sheet.array("A4:H%d" % (4 + rows), spread(both, rows + 1, 8),
                styles=(("C", "SQ whole"), ("D:E", "SQ percent"), ("F", "SQ money"),
                        ("G:H", "SQ percent")),
                note=text("One array formula: SQ.LOSSES of two columns of labels."))
    sheet.head("B4", "SQ head text")
    sheet.array("J4:P%d" % (4 + ROOM),
                spread('ORG.SERVQUAL.ADDIN.LOSSES(when;margins;"quarter")', ROOM + 1, 7),
                styles=(("K", "SQ whole"), ("L:M", "SQ percent"), ("N", "SQ money"),
                        ("O:P", "SQ percent")),
                note=text("One array formula: SQ.LOSSES(when; margins; \"quarter\")."))
    sheet.array("J20:P%d" % (20 + 5), spread("ORG.SERVQUAL.ADDIN.LOSSES(segment;margins)", 6, 7),
                styles=(("K", "SQ whole"), ("L:M", "SQ percent"), ("N", "SQ money"),
                        ("O:P", "SQ percent")),
                note=text("One array formula: SQ.LOSSES(segment; margins)."))
    sheet.height("5:%d" % (4 + rows), 5.2)
    sheet.print_area("A1:P%d" % (4 + rows))


def write_complaints(workbook, sheet):
    text = workbook.text
    sheet.widths(A=60, B=26, C=8, D=88, E=26)
    sheet.put("A1", text("How were complaints dealt with?"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:E2", text("Times in days. INVENTED figures, as an illustration."), "SQ remark")
    sheet.put("A4", text("To be answered within (days)"))
    sheet.put("B4", 7.0, "SQ whole")
    sheet["B4"].CellBackColor = 0xEAF0F6
    sheet.array("A6:B17", "=ORG.SERVQUAL.ADDIN.COMPLAINTS(opened;closed;solved;B4)",
                styles=(("B", "SQ two"),),
                note=text("One array formula: SQ.COMPLAINTS(opened; closed; solved; target)."))
    sheet["A6:B6"].CellStyle = "SQ text"
    sheet["B6:B8"].CellStyle = sheet["B16:B17"].CellStyle = "SQ whole"
    sheet["B9"].CellStyle = sheet["B14:B15"].CellStyle = "SQ percent"
    sheet.put("D4", text("Share of dissatisfied customers who complain"))
    sheet.put("E4", 0.1, "SQ percent")
    sheet["E4"].CellBackColor = 0xEAF0F6
    sheet.note("E4", text("An assumption: it depends on the trade. Ask a sample of customers whether "
                          "they were dissatisfied, and whether they complained."))
    sheet.put("D6", text("Dissatisfied customers behind the complaints"))
    sheet.put("E6", "=ORG.SERVQUAL.ADDIN.UNHEARD(B6;E4)", "SQ whole")
    sheet.total("D6:E6")
    sheet.height("6:17", 5.5)
    sheet.rows("D9:E9", [[text("For the chart"), text("Days")]], "SQ head")
    for row, source in ((10, 10), (11, 11), (12, 12), (13, 13)):
        sheet.put("D%d" % row, '=A%d&""' % source)
        sheet.put("E%d" % row, "=B%d" % source, "SQ one")
    sheet.height("20:36", 5)
    sheet.chart("A20:E36", categories="D10:D13", series=[("E10:E13", "E9", SKY)],
                title=text("Days until a complaint is answered"), y_title=text("Days"), minimum=0,
                figures=1, decimals=0)
    sheet.print_area("A1:E36")
