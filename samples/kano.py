# SPDX-License-Identifier: GPL-3.0-or-later
"""kano.ods: 29 features of kiosks, asked both ways (Kano), from a real survey.

Sheets: Report (categories, better–worse map, answers), Features, Data.
"""
from kiosk import read
from scatter import Scatter, stack
from workbook_tools import BLUE, INK, ORANGE, SKY

FEATURES = 29
RED = 0xB03A2E
# The letter of a category, its words, its colour.
CATEGORIES = (("A", "attractive", SKY), ("O", "one-dimensional", BLUE), ("M", "must-be", ORANGE),
              ("I", "indifferent", 0xBFBFBF), ("R", "reverse", RED), ("Q", "questionable", INK))


def build(workbook):
    text = workbook.text
    workbook.describe(text("Kano's categories of kiosk features"),
                      text("29 features asked both ways of 207 respondents"))
    report = workbook.sheet(text("Report"), page="SQ portrait")
    features = workbook.sheet(text("Features"), page="SQ portrait")
    data = workbook.sheet(text("Data"), grid=True)
    write_features(workbook, features)
    write_data(workbook, data)
    write_report(workbook, report)


def write_features(workbook, sheet):
    text = workbook.text
    sheet.widths(A=16, B=58, C=165)
    sheet.put("A1", text("Features"), "SQ title")
    sheet.put("A2:C2", text(
        "Each feature is asked twice: how you feel if the kiosk has it (functional), and how if it "
        "has it not (dysfunctional). The answers: 1 I like it, 2 it must be so, 3 neutral, 4 I can "
        "live with it, 5 I dislike it."), "SQ remark")
    sheet.height(2, 10)
    sheet.rows("A4:C4", [[text(word) for word in ("Feature", "Short name", "What the kiosk has")]],
               "SQ head text")
    rows = [(int(row["feature"]), text(row["label"]), text(row["statement"]))
            for row in read("features.csv")]
    last = 4 + len(rows)
    sheet.rows("A5:C%d" % last, rows)
    sheet["A5:A%d" % last].CellStyle = "SQ number"
    sheet["B5:B%d" % last].CellStyle = "SQ input"
    sheet.height("5:%d" % last, 5.5)
    sheet.rule("A4:C%d" % last)
    sheet.note("B4", text("The short names stand in the table and the charts. Overwrite them with "
                          "those of your questionnaire."))
    sheet.put("A36:C36", text(
        "English wording written for this sample from the Korean questionnaire of the survey. "
        "Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence."),
        "SQ remark")
    sheet.freeze(rows=4)
    sheet.print_area("A1:C36")
    workbook.name("features", sheet, "B5:B%d" % last)


def write_data(workbook, sheet):
    text = workbook.text
    columns = ["%s%d" % (letter, feature + 1) for letter in ("KF", "KD")
               for feature in range(FEATURES)]
    rows = [[float(row[name]) if row[name] else None for name in ["resp"] + columns]
            for row in read("kiosk_tidy.csv")]
    sheet.widths(A=26, B_BG=11)
    sheet.rows("A1:BG1", [[text("Respondent")] + columns])
    sheet["A1:AD1"].CellStyle = "SQ head"
    sheet["AE1:BG1"].CellStyle = "SQ head second"
    sheet.rows("A2:BG%d" % (1 + len(rows)), rows, "SQ whole")
    sheet.note("A1", text(
        "Your own survey: delete the contents of the rows below this one and paste yours, a row "
        "for each respondent, as many as there are. No formula needs a change."))
    sheet.note("B1", text(
        "Functional answers, KF1 to KF29: how you feel if the feature is there, 1 like … 5 "
        "dislike. A blank cell is a missing answer; the first row stays. With fewer features, "
        "delete the columns that are left over, whole; there is room for 29."))
    sheet.note("AE1", text(
        "Dysfunctional answers, KD1 to KD29: how you feel if the feature is missing; the same "
        "respondents in the same rows, the same features in the same order."))
    sheet.freeze(columns=1, rows=1)
    workbook.name("respondents", sheet, "A:A")
    workbook.name("functional", sheet, "B:AD")
    workbook.name("dysfunctional", sheet, "AE:BG")


def count(letter):
    """Features of a category. Calc finds the text of an array function equal only as &""."""
    return 'SUMPRODUCT(J6:J34&""="%s")' % letter


def write_report(workbook, sheet):
    text = workbook.text
    sheet.widths(A=50, B=16, C_H=8.5, I=10, J=17, K_L=14, M_N=17, O=17, P=19, Q=16, R=18, S=6,
                 T_AE=16)
    sheet.put("A1", text("Kiosks: which features dissatisfy, which delight"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:R2", "=" + "&".join((
        '"%s "' % text("Must-be (their lack dissatisfies):"), count("M"),
        '"; %s "' % text("one-dimensional (the more, the better):"), count("O"),
        '"; %s "' % text("attractive (they delight):"), count("A"),
        '"; %s "' % text("indifferent:"), count("I"),
        '". %s "' % text("Its lack hurts most:"), "INDEX(features;MATCH(MIN(L6:L34);L6:L34;0))",
        '". %s "' % text("Its presence pleases most:"),
        "INDEX(features;MATCH(MAX(K6:K34);K6:K34;0))", '"."')), "SQ lead")
    sheet.height(2, 11)
    sheet.put("A3:R3", "=" + "&".join((
        "COUNT(respondents)", '" %s "' % text("respondents, at most"), "MAX(I6:I34)",
        '" %s"' % text("of them with answers to a feature · evaluation table: standard · "
                       "category: the most frequent"))), "SQ remark")
    sheet.height(3, 6)
    # IF makes the result as tall as the table also where there are fewer features.
    sheet.array("B5:R34", "=IFNA(IF(ROW(A5:A34)>0;"
                          "ORG.SERVQUAL.ADDIN.KANO(functional;dysfunctional));\"\")",
                styles=(("C:I", "SQ whole"), ("K:N", "SQ three"), ("P", "SQ three"),
                        ("Q:R", "SQ whole")),
                note=text("One array formula: SQ.KANO(functional; dysfunctional), blank where "
                          "there is no such feature. The names stand for columns on the sheet "
                          "Data: paste your survey there."))
    sheet.put("A5", text("Short name"), "SQ head text")
    for row in range(6, 35):
        sheet.put("A%d" % row, '=IF(B{0}&""="";"";{1}&" "&INDEX(features;{1}))'.format(row, row - 5))
    for column in "JO":
        sheet["%s6:%s34" % (column, column)].HoriJustify = 3  # right, under the head
    sheet.height(5, 10)
    sheet.height("6:34", 5)
    sheet.rule("A5:R34")
    write_figures(workbook, sheet)
    sheet.height("36:65", 6.4)
    Scatter(sheet, "A36:J65",
            points=[("T6:T34", "%s6:%s34" % (column, column), "%s5" % column, row[2])
                    for column, row in zip("UVWXY", CATEGORIES)],
            labels=[str(feature + 1) for feature in range(FEATURES)],
            lines=[("AA6:AA7", "AB6:AB7", "AB5"), ("AC6:AC7", "AD6:AD7", "AD5")],
            words=("AA9:AA12", "AB9:AB12", "AA5",
                   [text("Indifferent"), text("Attractive"), text("Must-be"),
                    text("One-dimensional")]),
            title=text("Better and worse, with the regions of the categories"),
            x_axis=(text("−Worse: how much its lack dissatisfies (share)"), 0, 1, 0.25),
            y_axis=(text("Better: how much its presence satisfies (share)"), 0, 1, 0.25),
            decimals=2)
    stack(sheet.chart(
        "K36:R65", categories="A6:A34",
        series=[("%s6:%s34" % (column, column), "%s5" % column, row[2])
                for column, row in zip("CDEFGH", CATEGORIES)],
        title=text("Categories by feature"), y_title=text("Share of respondents"), horizontal=True,
        minimum=0, maximum=1, step=0.25, gap=25))
    sheet.put("A67:R67", text(
        "A attractive, O one-dimensional, M must-be, I indifferent, R reverse, Q questionable: "
        "respondents in each. Better: (A + O) / (A + O + M + I); worse: "
        "−(O + M) / (A + O + M + I). Distinct (Fong): whether the most frequent category outnumbers the second beyond chance "
        "(10 % level). Bootstrap share: how often the category wins in 1000 samples drawn anew. "
        "Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence."),
        "SQ remark")
    sheet.height(67, 14)
    sheet.freeze(rows=5)
    sheet.print_area("A1:R67")


def write_figures(workbook, sheet):
    """What the map is drawn from, beside the report and not printed: y by category, lines."""
    text = workbook.text
    sheet.put("T4", text("Figures of the map"), "SQ remark")
    sheet.rows("T5:Y5", [["−" + text("Worse")] + [
        "%s %s" % (letter, text(words)) for letter, words, _ in CATEGORIES[:5]]], "SQ head")
    for row in range(6, 35):
        sheet.put("T%d" % row, '=IF(ISNUMBER(L{0});-L{0};"")'.format(row), "SQ three")
        for column, (letter, *_) in zip("UVWXY", CATEGORIES):
            sheet.put("%s%d" % (column, row),
                      '=IF(AND($J{0}&""="{1}";ISNUMBER($K{0}));$K{0};"")'.format(row, letter),
                      "SQ three")
    sheet.rows("AA5:AD5", [[text("Regions")] * 4], "SQ head")
    sheet.rows("AA6:AD7", [(0.5, 0, 0, 0.5), (0.5, 1, 1, 0.5)], "SQ two")
    sheet.rows("AA9:AB12", [(0.25, 0.03), (0.25, 0.97), (0.75, 0.03), (0.75, 0.97)], "SQ two")
