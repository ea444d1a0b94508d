# SPDX-License-Identifier: GPL-3.0-or-later
"""kiosk.ods: the five gaps of a real survey of self-service kiosks.

Sheets: Report (gaps by dimension), Items, Ranking (items by gap), Gaps 1–4 (with invented figures
for what the survey does not have), Questionnaire, Data, Provider (invented).
"""
import csv
import os
import random

from workbook_tools import BLUE, ORANGE, SKY, TINT, composed

ITEMS = 24
HERE = os.path.dirname(os.path.abspath(__file__))
SURVEY = os.path.join(HERE, "data", "kiosk")

# The invented side of the provider: who speaks, how many of them, about where they stand.
LEVELS = (("M", "management", 12, 5.5), ("S", "standards", 6, 5.5),
          ("D", "delivery", 30, 5.1), ("C", "communications", 8, 6.0))


def build(workbook):
    text = workbook.text
    workbook.describe(text("Service quality of kiosks"),
                      text("Expectations and perceptions of 211 respondents"))
    report = workbook.sheet(text("Report"))
    items = workbook.sheet(text("Items"))
    ranking = workbook.sheet(text("Ranking"))
    gaps = workbook.sheet(text("Gaps 1–4"))
    questionnaire = workbook.sheet(text("Questionnaire"))
    data = workbook.sheet(text("Data"), grid=True)
    provider = workbook.sheet(text("Provider (invented)"), grid=True)
    write_questionnaire(workbook, questionnaire)
    write_data(workbook, data)
    write_provider(workbook, provider)
    write_report(workbook, report)
    write_items(workbook, items)
    write_ranking(workbook, ranking, items)
    write_gaps(workbook, gaps)


# ---- What is put in.

def read(name):
    with open(os.path.join(SURVEY, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_questionnaire(workbook, sheet):
    text = workbook.text
    sheet.widths(A=16, B=58, C=165, D=36)
    sheet.put("A1", text("Questionnaire"), "SQ title")
    sheet.put("A2:D2", text(
        "Each item is asked twice: what a kiosk should do (E), and what it does (P); both from 1 "
        "to 7. Write the dimension of each item into the shaded cells; an item without one is left "
        "out of the dimensions."), "SQ remark")
    sheet.height(2, 10)
    sheet.rows("A4:D4", [[text(word) for word in ("Item", "Short name", "Statement",
                                                  "Dimension")]], "SQ head text")
    rows = [(int(row["item"]), text(row["label"]), text(row["statement"]), text(row["dimension"]))
            for row in read("items.csv")]
    sheet.rows("A5:D28", rows)
    sheet["A5:A28"].CellStyle = "SQ number"
    sheet.height("5:28", 6)
    sheet["B5:B28"].CellStyle = sheet["D5:D28"].CellStyle = "SQ input"
    sheet.rule("A4:D28")
    sheet.note("B4", text("The short names stand in the tables and charts of items. Overwrite "
                          "them with those of your questionnaire."))
    sheet.note("D4", text("One dimension for each item; the report has a row for each, in the "
                          "order in which they first appear here. There is room for six."))
    sheet.freeze(rows=4)
    sheet.print_area("A1:D28")
    workbook.name("labels", sheet, "B5:B28")
    workbook.name("dimensions", sheet, "D5:D28")


def write_data(workbook, sheet):
    text = workbook.text
    columns = ["%s%d" % (letter, item + 1) for letter in "EP" for item in range(ITEMS)]
    rows = [[float(row[name]) if row[name] else None for name in ["resp"] + columns]
            for row in read("kiosk_tidy.csv")]
    sheet.widths(A=26, B_AW=10)
    sheet.rows("A1:AW1", [[text("Respondent")] + columns])
    sheet["A1:Y1"].CellStyle = "SQ head"
    sheet["Z1:AW1"].CellStyle = "SQ head second"
    sheet.rows("A2:AW%d" % (1 + len(rows)), rows, "SQ whole")
    sheet.note("A1", text(
        "Your own survey: delete the contents of the rows below this one and paste yours, a row "
        "for each respondent, as many as there are. No formula needs a change."))
    sheet.note("B1", text("Expectations, E1 to E24: paste the answers below. A blank cell is a "
                          "missing answer; the first row stays."))
    sheet.note("Z1", text("Perceptions, P1 to P24: the answers of the same respondents, in the "
                          "same rows as their expectations."))
    sheet.freeze(columns=1, rows=1)
    workbook.name("respondents", sheet, "A:A")
    workbook.name("expectations", sheet, "B:Y")
    workbook.name("perceptions", sheet, "Z:AW")


def write_answers(workbook, sheet, columns, names):
    """Respondents, a row each: columns are (heading, column of the survey) behind the first, names their ranges."""
    text = workbook.text
    rows = [[float(row[name]) if row[name] else None for name in ["resp"] + [name for _, name in columns]]
            for row in read("kiosk_tidy.csv")]
    last = chr(ord("A") + len(columns))
    sheet.widths(**{"A": 26, "B_%s" % last: 12})
    sheet.rows("A1:%s1" % last, [[text("Respondent")] + [heading for heading, _ in columns]])
    sheet["A1:%s1" % last].CellStyle = "SQ head"
    sheet.rows("A2:%s%d" % (last, 1 + len(rows)), rows, "SQ whole")
    sheet.note("A1", text("Your own survey: delete the contents of the rows below this one and paste yours, a row for "
                          "each respondent. No formula needs a change."))
    sheet.freeze(columns=1, rows=1)
    for name, cells in (("respondents", "A:A"),) + names:
        workbook.name(name, sheet, cells)


def invented_answers(rows, level, seed):
    """Answers from 1 to 7 around a level: every item has its own, and every row its own mood."""
    draw = random.Random(seed).random
    of_item = [level + 1.2 * (draw() - 0.5) for _ in range(ITEMS)]
    moods = [1.8 * ((row + 0.5) / rows - 0.5) for row in range(rows)]
    return [[min(7, max(1, round(at + mood + 2.4 * (draw() - 0.5)))) for at in of_item]
            for mood in moods]


def write_provider(workbook, sheet):
    text = workbook.text
    notes = {
        "management": text("INVENTED, as an illustration. Put here what managers believe that "
                           "customers expect: a row for each manager, a column for each item."),
        "standards": text("INVENTED, as an illustration. Put here the level that the service "
                          "standards ask for: a row for each judge of the standards."),
        "delivery": text("INVENTED, as an illustration. Put here the level that was delivered: a "
                         "row for each test visit or for each employee asked."),
        "communications": text("INVENTED, as an illustration. Put here the level that advertising "
                               "and staff promise: a row for each judge of what is said."),
    }
    left = ("B", "Z", "AX", "BV")
    right = ("Y", "AW", "BU", "CS")
    sheet.widths(A=26, B_CS=10)
    sheet.put("A1", text("INVENTED"), "SQ warning")
    for number, (letter, name, rows, level) in enumerate(LEVELS):
        first, last = left[number], right[number]
        head = "%s1:%s1" % (first, last)
        sheet.rows(head, [["%s%d" % (letter, item + 1) for item in range(ITEMS)]],
                   "SQ head second" if number % 2 else "SQ head")
        sheet[head].CellStyle = "SQ head second" if number % 2 else "SQ head"
        sheet.rows("%s2:%s%d" % (first, last, 1 + rows), invented_answers(rows, level, number),
                   "SQ whole")
        sheet.note("%s1" % first, notes[name])
        # Not whole columns: these arguments are read as they stand, blank rows too.
        workbook.name(name, sheet, "%s1:%s1000" % (first, last))
    sheet.note("A1", text("The kiosk survey asked customers only. All figures on this sheet are "
                          "invented, to show Gaps 1 to 4 at work. Up to 999 rows are read."))
    sheet.sheet.TabColor = ORANGE
    sheet.freeze(columns=1, rows=1)


# ---- What comes out.

def write_report(workbook, sheet):
    text = workbook.text
    sheet.widths(A=31, B_C=24, D_E=16, F=25, G=12, H=17, I=22, J_K=16, L=25, M=24, N=15,
                 O=18)
    sheet.put("A1", text("Kiosks: where perceptions fall short of expectations"), "SQ title")
    sheet.height(1, 10)
    place = "INDEX(A6:A11;MATCH(%s(D6:D11);D6:D11;0))"
    sheet.put("A2:O2", composed(
        text("Perceptions fall short of expectations in %1 of %2 dimensions (at the 5 % level). The gap is widest for %3 (%4) and "
             "narrowest for %5 (%6)."),
        "SUMPRODUCT((D6:D11<0)*(I6:I11<0.05))", "ROWS(D6:D11)", place % "MIN", "FIXED(MIN(D6:D11);2)", place % "MAX",
        "FIXED(MAX(D6:D11);2)"),
        "SQ lead")
    sheet.height(2, 11)
    sheet.put("A3:O3", "=" + "&".join((
        "COUNT(respondents)", '" %s "' % text("respondents,"), "G12",
        '" %s"' % text("of them with answers · ratings from 1 to 7 · gap = perception − "
                       "expectation · intervals at 95 %"))), "SQ remark")
    sheet.height(3, 6)
    sheet.array("A5:N12", "=ORG.SERVQUAL.ADDIN.GAPDIMENSIONS(expectations;perceptions;dimensions)",
                styles=(("B:F", "SQ three"), ("G", "SQ whole"), ("H", "SQ two"), ("I", "SQ p"),
                        ("J:N", "SQ three")),
                cut=True, note=text("One array formula: SQ.GAP.DIMENSIONS(expectations; perceptions; "
                          "dimensions). The three names stand for ranges on the sheets Data and "
                          "Questionnaire: paste your survey there."))
    sheet.height(5, 11)
    sheet.height("6:12", 5.5)
    margins(workbook, sheet, "O", "J", "K", 6, 12)
    sheet.rule("A5:O12")
    sheet.total("A12:O12")
    sheet.height("14:35", 4.6)
    sheet.chart("A14:F35", categories="A6:A11", series=[("B6:B11", "B5", BLUE),
                                                        ("C6:C11", "C5", ORANGE)],
                title=text("Expectations and perceptions by dimension"),
                y_title=text("Mean rating (scale 1 to 7)"), minimum=1, maximum=7, step=1,
                figures=2, decimals=0)
    sheet.chart("H14:O35", categories="A6:A11", series=[("D6:D11", "D5", SKY)],
                interval=("O6:O11", "J6:J11", "K6:K11"),
                title=text("Gap by dimension, with 95 % intervals"),
                y_title=text("Perception − expectation (scale points)"), gap=90)
    sheet.put("A37:O37", text(
        "t, p: paired test of a gap of 0. Weight: share of a dimension in the overall gap; "
        "contribution: weight × gap. α: Cronbach's alpha of the items of a dimension. Items that "
        "belong to no dimension are not counted. Survey: github.com/hanakim120/"
        "kiosk-servqual-research, © 2022 Hana, MIT licence."), "SQ remark")
    sheet.height(37, 9)
    sheet.print_area("A1:O37")


def margins(workbook, sheet, column, lower, upper, first, last):
    """Half the width of the intervals, for the error bars of a chart."""
    sheet.put("%s%d" % (column, first - 1), "± 95 %", "SQ head")
    for row in range(first, last + 1):
        sheet.put("%s%d" % (column, row), "=(%s%d-%s%d)/2" % (upper, row, lower, row), "SQ three")


def write_items(workbook, sheet):
    text = workbook.text
    sheet.widths(A=54, B=30, C=13, D=24, E=23, F=16, G=14, H=12, I=17, J_K=21, L_M=17, N=16, O=13,
                 P=18)
    sheet.put("A1", text("Every item: expectation, perception and gap"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:P2", text(
        "t, p: paired test of a gap of 0; p (Holm): the same, adjusted for 24 tests. d: gap in "
        "standard deviations. Rank 1 is the widest gap."), "SQ remark")
    sheet.array("C4:O28", "=ORG.SERVQUAL.ADDIN.GAPITEMS(expectations;perceptions)",
                styles=(("D:G", "SQ three"), ("H", "SQ whole"), ("I", "SQ two"), ("J:K", "SQ p"),
                        ("L:N", "SQ three"), ("O", "SQ whole")),
                note=text("One array formula: SQ.GAP.ITEMS(expectations; perceptions)."))
    sheet.rows("A4:B4", [[text("What the item asks"), text("Dimension")]], "SQ head text")
    for row in range(5, 29):
        sheet.put("A%d" % row, "=INDEX(labels;%d)" % (row - 4))
        sheet.put("B%d" % row, '=INDEX(dimensions;%d)&""' % (row - 4))
    margins(workbook, sheet, "P", "L", "M", 5, 28)
    sheet.height(4, 7)
    sheet.height("5:28", 6.4)
    sheet.rule("A4:P28")
    sheet.freeze(rows=4)
    sheet.print_area("A1:P28")


def write_ranking(workbook, sheet, items):
    text = workbook.text
    source = "$'%s'." % items.name
    # The order of the items settles ties.
    gaps = "({0}$F$5:$F$28+ROW({0}$F$5:$F$28)*1E-9)".format(source)
    columns = (("D", "F"), ("E", "L"), ("F", "M"), ("G", "P"))  # here, on the sheet of items
    sheet.widths(A=15, B=54, C=30, D_G=17, H=4, I_M=27)
    sheet.put("A1", text("Items by gap, the widest first"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:M2", "=" + "&".join((
        '"%s "' % text("Customers miss most:"), "B5", '" ("', "FIXED(D5;2)", '"), "', "B6", '" ("',
        "FIXED(D6;2)", '"), "', "B7", '" ("', "FIXED(D7;2)", '")."')), "SQ lead")
    sheet.height(2, 7)
    sheet.rows("A4:C4", [[text("Item"), text("What the item asks"), text("Dimension")]],
               "SQ head text")
    for column, there in columns:
        sheet.put("%s4" % column, "=%s%s4" % (source, there), "SQ head")
    for row in range(5, 29):
        sheet["A%d" % row].setArrayFormula("=MATCH(SMALL(%s;%d);%s;0)" % (gaps, row - 4, gaps))
        sheet["A%d" % row].CellStyle = "SQ number"
        sheet.put("B%d" % row, "=INDEX(labels;A%d)" % row)
        sheet.put("C%d" % row, '=INDEX(dimensions;A%d)&""' % row)
        for column, there in columns:
            sheet.put("%s%d" % (column, row),
                      "=INDEX({0}{1}$5:{1}$28;A{2})".format(source, there, row), "SQ three")
    sheet.height(4, 7)
    sheet.height("5:28", 6.4)
    sheet.rule("A4:G28")
    sheet.chart("I4:M28", categories="B5:B28", series=[("D5:D28", "D4", SKY)], horizontal=True,
                interval=("G5:G28", "E5:E28", "F5:F28"),
                title=text("Gap by item, with 95 % intervals"),
                y_title=text("Perception − expectation (scale points)"), gap=40)
    sheet.freeze(rows=4)
    sheet.print_area("A1:M28")


def write_gaps(workbook, sheet):
    text = workbook.text
    sheet.widths(A=92, B_D=17, E_F=14, G=15, H=17, I=15, J=22, K_L=17, M=16, N=18)
    sheet.put("A1", text("Where the service gap arises: Gaps 1 to 5"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:N2", text(
        "ILLUSTRATIVE: the survey asked customers only. What management believes, the standards, "
        "the delivery and the communications are invented figures (sheet Provider); Gaps 1 to 4 "
        "and the chain rest on them. Gap 5 alone is real."), "SQ warning")
    sheet.height(2, 12)
    sheet.array("A4:M11", "=ORG.SERVQUAL.ADDIN.GAPS(expectations;perceptions;management;standards;"
                          "delivery;communications)",
                styles=(("B:D", "SQ three"), ("E:F", "SQ whole"), ("G", "SQ three"),
                        ("H", "SQ two"), ("I", "SQ one"), ("J", "SQ p"), ("K:M", "SQ three")),
                note=text("One array formula: SQ.GAPS(expectations; perceptions; management; "
                          "standards; delivery; communications). The last four stand on the sheet "
                          "Provider: put your own figures there."))
    sheet.height(4, 10)
    margins(workbook, sheet, "N", "K", "L", 5, 9)
    sheet.rule("A4:N11")
    sheet.total("A9:N9")
    sheet["A5:A8"].CellStyle = "SQ text"
    sheet["A5:N8"].CellBackColor = TINT
    sheet["A10:N11"].CellBackColor = TINT
    sheet.height("13:34", 4.8)
    sheet.chart("A13:N34", categories="A5:A9", series=[("B5:B9", "B4", ORANGE)],
                interval=("N5:N9", "K5:K9", "L5:L9"),
                colours=(ORANGE, ORANGE, ORANGE, ORANGE, SKY), horizontal=True,
                title=text("The five gaps, with 95 % intervals (Gaps 1 to 4: invented figures)"),
                y_title=text("Gap (scale points)"))
    sheet.put("A36:N36", text(
        "Gaps 1 to 4 compare different people, item by item; Gap 5 pairs the two answers of each "
        "respondent. Gap 1 + 2 + 3 is what the chain explains of Gap 5."), "SQ remark")
    sheet.height(36, 6)
    sheet.print_area("A1:N36")
