# SPDX-License-Identifier: GPL-3.0-or-later
"""two-factor.ods: Herzberg's two factors, from incidents and from ratings.

Sheets: Incidents (invented counts; diverging bars), Respondents (states, from the real kiosk
survey), Items (which are hygiene factors, which motivators: an assumption), Data.
"""
from kiosk import ITEMS, read
from workbook_tools import BLUE, LEFT, MILLIMETRE, ORANGE, SKY, TINT

# INVENTED counts. The factors are Herzberg's; mentions in satisfying, in dissatisfying incidents.
FACTORS = (
    ("Achievement", 46, 9, "motivator"), ("Recognition", 39, 17, "motivator"),
    ("Work itself", 30, 13, "motivator"), ("Responsibility", 25, 6, "motivator"),
    ("Advancement", 21, 10, "motivator"), ("Growth", 12, 7, "motivator"),
    ("Salary", 17, 19, "hygiene"), ("Relations with superiors", 9, 20, "hygiene"),
    ("Relations with peers", 7, 11, "hygiene"), ("Relations with subordinates", 5, 6, "hygiene"),
    ("Status", 5, 7, "hygiene"), ("Supervision", 6, 25, "hygiene"),
    ("Company policy", 4, 38, "hygiene"), ("Working conditions", 3, 16, "hygiene"),
    ("Personal life", 2, 8, "hygiene"), ("Job security", 2, 5, "hygiene"),
)
INCIDENTS_GOOD, INCIDENTS_BAD = 120, 110

# ASSUMED from the wording: these please where they are there; the rest is expected.
MOTIVATORS = (4, 5, 6, 10, 11, 12, 18, 22, 24)


def build(workbook):
    text = workbook.text
    workbook.describe(text("Two factors: what dissatisfies, what satisfies"),
                      text("Invented incidents; ratings of 207 respondents"))
    incidents = workbook.sheet(text("Incidents (invented)"))
    respondents = workbook.sheet(text("Respondents"))
    items = workbook.sheet(text("Items"))
    data = workbook.sheet(text("Data"), grid=True)
    write_items(workbook, items)
    write_data(workbook, data)
    write_incidents(workbook, incidents)
    write_respondents(workbook, respondents)


# ---- Ratings, which are real, and the kinds of the items, which are assumed.

def write_items(workbook, sheet):
    text = workbook.text
    sheet.widths(A=16, B=58, C=165, D=36)
    sheet.put("A1", text("Items and their kinds"), "SQ title")
    sheet.put("A2:D2", text(
        "AN ASSUMPTION, made for this sample and not by the survey: motivators are the items about "
        "pleasure and gain (enjoyment, appearance, voice, time, cost and burden saved), hygiene "
        "factors the rest. Write hygiene or motivator (H or M will do) into the shaded cells; a "
        "blank is neither."), "SQ warning")
    sheet.height(2, 12)
    sheet.rows("A4:D4", [[text(word) for word in ("Item", "Short name", "Statement", "Kind")]],
               "SQ head text")
    rows = [(int(row["item"]), text(row["label"]), text(row["statement"]),
             text("motivator" if int(row["item"]) in MOTIVATORS else "hygiene"))
            for row in read("items.csv")]
    sheet.rows("A5:D28", rows)
    sheet["A5:A28"].CellStyle = "SQ number"
    sheet["B5:B28"].CellStyle = sheet["D5:D28"].CellStyle = "SQ input"
    sheet.height("5:28", 6)
    sheet.rule("A4:D28")
    sheet.note("D4", text("One kind for each item, in the order of the columns on the sheet "
                          "Data."))
    sheet.freeze(rows=4)
    sheet.print_area("A1:D28")
    workbook.name("kinds", sheet, "D5:D28")


def write_data(workbook, sheet):
    text = workbook.text
    columns = ["SAT%d" % (item + 1) for item in range(ITEMS)]
    rows = [[float(row[name]) if row[name] else None for name in ["resp"] + columns]
            for row in read("kiosk_tidy.csv")]
    sheet.widths(A=26, B_Y=13)
    sheet.rows("A1:Y1", [[text("Respondent")] + columns])
    sheet["A1:Y1"].CellStyle = "SQ head"
    sheet.rows("A2:Y%d" % (1 + len(rows)), rows, "SQ whole")
    sheet.note("A1", text(
        "Your own survey: delete the contents of the rows below this one and paste yours, a row "
        "for each respondent, as many as there are. No formula needs a change."))
    sheet.note("B1", text("Satisfaction with each item, SAT1 to SAT24, from 1 to 7: paste the "
                          "answers below. A blank cell is a missing answer; the first row "
                          "stays."))
    sheet.freeze(columns=1, rows=1)
    workbook.name("respondents", sheet, "A:A")
    workbook.name("ratings", sheet, "B:Y")


def write_respondents(workbook, sheet):
    text = workbook.text
    sheet.widths(A=48, B=26, C=22, D=8, E=48, F=26, G=22)
    sheet.put("A1", text("Kiosks: who is dissatisfied, who is not, who is satisfied"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:G2", "=" + "&".join((
        'FIXED(100*C6;1)', '" %s "' % text("% are dissatisfied (hygiene is not met),"),
        'FIXED(100*C7;1)', '" %s "' % text("% not dissatisfied (hygiene alone is met),"),
        'FIXED(100*C8;1)', '" %s"' % text("% satisfied (motivators are met, too)."))), "SQ lead")
    sheet.height(2, 11)
    sheet.put("A3:G3", text(
        "ASSUMED: which items are hygiene factors and which motivators (sheet Items). The ratings "
        "are real."), "SQ warning")
    sheet.height(3, 7)
    sheet.array("A5:C9", "=ORG.SERVQUAL.ADDIN.TWOFACTORSTATES(ratings;kinds;G6;G7)",
                styles=(("B", "SQ whole"), ("C", "SQ three")),
                note=text("One array formula: SQ.TWOFACTOR.STATES(ratings; kinds; hygiene cut; "
                          "motivator cut). The names stand for ranges on the sheets Data and "
                          "Items."))
    sheet.rows("E5:G5", [[text("Factors"), text("Mean rating"), text("Cut")]], "SQ head")
    sheet.head("E5:G5")
    sheet.rows("E6:E7", [[text("Hygiene factors")], [text("Motivators")]])
    sheet.put("F6", "=ORG.SERVQUAL.ADDIN.HYGIENE(ratings;kinds)", "SQ two")
    sheet.put("F7", "=ORG.SERVQUAL.ADDIN.MOTIVATOR(ratings;kinds)", "SQ two")
    for cell in ("G6", "G7"):
        sheet.put(cell, 4, "SQ input")
    sheet.note("G5", text("The mean rating from which hygiene is met, and that from which "
                          "motivators are: here 4, the middle of the scale from 1 to 7. Overwrite "
                          "them."))
    sheet.rule("E5:G7")
    sheet.height("11:34", 4.8)
    chart = sheet.chart(
        "A11:G34", categories="A6:A8", series=[("C6:C8", "C5", BLUE)], horizontal=True,
        colours=(ORANGE, SKY, BLUE), figures=2, minimum=0, maximum=1, step=0.2,
        title=text("States of the respondents (kinds of the items: assumed)"),
        y_title=text("Share of the respondents whose state is known"))
    chart.document.Diagram.YAxis.NumberFormat = workbook.number_format("0%")
    chart.document.Diagram.getDataRowProperties(0).NumberFormat = workbook.number_format("0.0%")
    sheet.put("A36:G36", text(
        "The mean of a respondent's ratings of the hygiene factors and that of the motivators are "
        "compared with their cuts. Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 "
        "Hana, MIT licence."), "SQ remark")
    sheet.height(36, 9)
    sheet.print_area("A1:G36")


# ---- Incidents, which are invented.

def write_incidents(workbook, sheet):
    text = workbook.text
    sheet.widths(A=56, B_C=25, D=30, E=8, F=32, G_H=25, I=30, J=20, K=22, L=6, M_N=24)
    sheet.put("A1", text("Incidents at work: what satisfies is not what dissatisfies"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:K2", text(
        "ILLUSTRATIVE: every count on this sheet is INVENTED, and so are the figures and the chart "
        "that follow from them. The names of the factors are Herzberg's; his own percentages are "
        "not given here."), "SQ warning")
    sheet.height(2, 11)
    sheet.rows("A4:D4", [[text("Factor"), text("Satisfying incidents"),
                          text("Dissatisfying incidents"), text("Kind (theory)")]], "SQ head")
    sheet.head("A4:D4")
    sheet["D4"].CellStyle = "SQ head text"
    sheet.rows("A5:D20", [(text(name), good, bad, text(kind)) for name, good, bad, kind in FACTORS],
               "SQ input")
    sheet["A5:D20"].CellBackColor = TINT
    sheet.rows("A21:D21", [(text("Incidents told"), INCIDENTS_GOOD, INCIDENTS_BAD, None)],
               "SQ input")
    sheet.total("A21:D21")
    sheet["A21:D21"].CellBackColor = TINT
    sheet.rule("A4:D21")
    sheet.note("A4", text("INVENTED counts. Put in your own: a factor a row, up to 16, in the "
                          "order in which the chart shall show them."))
    sheet.note("B4", text("In how many satisfying incidents each factor was named."))
    sheet.note("D4", text("What theory takes the factor for: hygiene or motivator (H or M will "
                          "do); a blank is neither."))
    # IF makes the result as tall as the table also where there are fewer factors.
    sheet.array("F4:K20", "=IFNA(IF(ROW(A4:A20)>0;"
                          "ORG.SERVQUAL.ADDIN.HERZBERG(good;bad;B21;C21));\"\")",
                styles=(("F", "SQ number"), ("G:H", "SQ three"), ("J", "SQ two"), ("K", "SQ p")),
                note=text("One array formula: SQ.HERZBERG(good; bad; incidents), blank where there "
                          "is no factor."))
    sheet["I4"].CellStyle = "SQ head text"
    for column in "DI":
        cells = sheet["%s4:%s20" % (column, column)]
        cells.HoriJustify, cells.ParaIndent = LEFT, 4 * MILLIMETRE
    sheet.height(4, 10)
    sheet.height("5:21", 5)
    sheet.array("F22:H25", "=ORG.SERVQUAL.ADDIN.HERZBERGSPLIT(good;bad;factor_kinds)",
                styles=(("G:H", "SQ three"),),
                note=text("One array formula: SQ.HERZBERG.SPLIT(good; bad; kinds): the shares of "
                          "mentions."))
    sheet["G25:H25"].CellStyle = "SQ whole"
    workbook.name("good", sheet, "B5:B20")
    workbook.name("bad", sheet, "C5:C20")
    workbook.name("factor_kinds", sheet, "D5:D20")
    # What the chart is drawn from, beside what is printed: bad to the left, good to the right.
    sheet.rows("M4:N4", [[text("Satisfying"), text("Dissatisfying")]], "SQ head")
    for row in range(5, 21):
        sheet.put("N%d" % row, '=IF(ISNUMBER(H{0});-H{0};"")'.format(row), "SQ three")
        sheet.put("M%d" % row, '=IF(ISNUMBER(G{0});G{0};"")'.format(row), "SQ three")
    sheet.height("27:50", 4.8)
    chart = sheet.chart(
        "A27:K50", categories="A5:A20", series=[("M5:M20", "M4", BLUE), ("N5:N20", "N4", ORANGE)],
        horizontal=True, gap=35,
        title=text("Factors in dissatisfying (left) and satisfying (right) incidents: INVENTED"),
        y_title=text("Share of the incidents in which a factor was named"))
    diagram = chart.document.Diagram
    for axis in (diagram.XAxis, diagram.YAxis):
        axis.Overlap = 100
    diagram.YAxis.NumberFormat = workbook.number_format("0%;0%")
    sheet.put("A52:K52", text(
        "Class: motivator if a factor's share of satisfying incidents is larger, hygiene if that "
        "of dissatisfying ones is. Odds ratio and p: Fisher's exact test of the factor named or "
        "not, in satisfying against dissatisfying incidents."), "SQ remark")
    sheet.height(52, 9)
    sheet.print_area("A1:K52")
