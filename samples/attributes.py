# SPDX-License-Identifier: GPL-3.0-or-later
"""attributes.ods: the same attributes by Kano, by penalty–reward and by importance–performance.

Sheets: Report (side by side, where they agree), the three full tables, Items, Data.
"""
from kiosk import ITEMS, read
from scatter import Scatter
from workbook_tools import BLUE, LEFT, MILLIMETRE, ORANGE, SKY

FEATURES = 29
# Blocks of columns on the sheet Data: the name of the range, the survey's columns, first, last.
BLOCKS = (
    ("overall", ["Y1_satisfied"], "B", "B"),
    ("importance", ["IMP%d" % (item + 1) for item in range(ITEMS)], "C", "Z"),
    ("satisfaction", ["SAT%d" % (item + 1) for item in range(ITEMS)], "AA", "AX"),
    ("functional", ["KF%d" % (feature + 1) for feature in range(FEATURES)], "AY", "CA"),
    ("dysfunctional", ["KD%d" % (feature + 1) for feature in range(FEATURES)], "CB", "DD"),
)


def build(workbook):
    text = workbook.text
    workbook.describe(text("Attributes of kiosks by three methods"),
                      text("Kano, penalty–reward and importance–performance, 207 respondents"))
    report = workbook.sheet(text("Report"), page="SQ portrait")
    kano = workbook.sheet(text("Kano"))
    contrast = workbook.sheet(text("Penalty–reward"))
    quadrants = workbook.sheet(text("Importance–performance"), page="SQ portrait")
    items = workbook.sheet(text("Items"))
    data = workbook.sheet(text("Data"), grid=True)
    write_items(workbook, items)
    write_data(workbook, data)
    write_kano(workbook, kano)
    write_contrast(workbook, contrast)
    write_quadrants(workbook, quadrants)
    write_report(workbook, report, kano, contrast, quadrants)


# ---- What is put in.

def write_items(workbook, sheet):
    text = workbook.text
    feature_of = {int(item): int(row["feature"]) for row in read("features.csv")
                  for item in row["items"].split()}
    sheet.widths(A=16, B=58, C=165, D=26)
    sheet.put("A1", text("Items and the Kano features they correspond to"), "SQ title")
    sheet.put("A2:D2", text(
        "The ratings ask about 24 items, the Kano pairs about 29 features; matched by wording. 20 "
        "items have a feature of their own. Items 4 and 5 share feature 4, and 7 and 8 share "
        "feature 6: those ask both things in one question. Features 14, 18, 19, 20, 27, 28 and 29 "
        "have no rated item and are left out here."), "SQ remark")
    sheet.height(2, 10)
    sheet.rows("A4:D4", [[text(word) for word in ("Item", "Short name", "Statement",
                                                  "Kano feature")]], "SQ head text")
    sheet.rows("A5:D28", [(int(row["item"]), text(row["label"]), text(row["statement"]),
                           feature_of[int(row["item"])]) for row in read("items.csv")])
    sheet["A5:A28"].CellStyle = "SQ number"
    sheet["B5:B28"].CellStyle = sheet["D5:D28"].CellStyle = "SQ input"
    sheet["D5:D28"].HoriJustify = LEFT
    sheet.height("5:28", 6)
    sheet.rule("A4:D28")
    sheet.note("D4", text("The number of the Kano feature (column KF…, KD… on the sheet Data) that "
                          "asks what the item asks; a blank if there is none."))
    sheet.put("A30:D30", text(
        "English wording written for this sample from the Korean questionnaire of the survey. "
        "Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence."),
        "SQ remark")
    sheet.freeze(rows=4)
    sheet.print_area("A1:D30")
    workbook.name("labels", sheet, "B5:B28")
    workbook.name("kano_features", sheet, "D5:D28")


def write_data(workbook, sheet):
    text = workbook.text
    notes = (
        text("Overall satisfaction, here Y1 from 1 to 5."),
        text("Importance of each item, IMP1 to IMP24, from 1 to 7."),
        text("Satisfaction with each item, SAT1 to SAT24, from 1 to 7: for penalty–reward, and the "
             "performance of importance–performance."),
        text("Functional Kano answers, KF1 to KF29: how you feel if the feature is there, 1 like … "
             "5 dislike."),
        text("Dysfunctional Kano answers, KD1 to KD29: how you feel if the feature is missing."),
    )
    columns = [column for _, names, *_ in BLOCKS for column in names]
    rows = [[float(row[name]) if row[name] else None for name in ["resp"] + columns]
            for row in read("kiosk_tidy.csv")]
    sheet.widths(A=26, B=24, C_DD=12)
    sheet.rows("A1:DD1", [[text("Respondent")] + columns], "SQ head")
    sheet.rows("A2:DD%d" % (1 + len(rows)), rows, "SQ whole")
    sheet.head("A1:A1")
    sheet.note("A1", text(
        "Your own survey: delete the contents of the rows below this one and paste yours, a row "
        "for each respondent, as many as there are. A blank cell is a missing answer; the first "
        "row stays. No formula needs a change."))
    for number, ((name, _, first, last), note) in enumerate(zip(BLOCKS, notes)):
        sheet["%s1:%s1" % (first, last)].CellStyle = "SQ head second" if number % 2 else "SQ head"
        sheet.note("%s1" % first, note)
        workbook.name(name, sheet, "%s:%s" % (first, last))
    sheet.freeze(columns=1, rows=1)
    workbook.name("respondents", sheet, "A:A")


# ---- The three methods.

def write_kano(workbook, sheet):
    text = workbook.text
    sheet.widths(A=20, B_G=10, H=12, I=20, J_M=20, N_P=22, Q=22)
    sheet.put("A1", text("Kano: categories of the features"), "SQ title")
    sheet.array("A3:Q32", '=IFNA(ORG.SERVQUAL.ADDIN.KANO(functional;dysfunctional);"")',
                styles=(("B:H", "SQ whole"), ("J:M", "SQ three"), ("O", "SQ three"),
                        ("P:Q", "SQ whole")),
                note=text("One array formula: SQ.KANO(functional; dysfunctional), blank where "
                          "there is no such feature."))
    sheet.height(3, 10)
    sheet.freeze(rows=3)
    sheet.print_area("A1:Q32")


def write_contrast(workbook, sheet):
    text = workbook.text
    sheet.widths(A=20, B_I=15, J_K=13, L=17, M_O=17, P=44, Q=50)
    sheet.put("A1", text("Penalty–reward contrast of overall satisfaction"), "SQ title")
    sheet.put("A2:Q2", text(
        "One regression of overall satisfaction on two dummies an attribute: rated low, rated "
        "high. A rating up to the lower cell is low, one from the higher cell on is high; θ is how "
        "far the asymmetry must be from 0 to tell basic or excitement from performance. "
        "48 dummies on some 200 respondents are many: heed the standard errors and the remarks."),
        "SQ remark")
    sheet.height(2, 10)
    for column, word, value, name in (("A", "Low", 3, "low"), ("C", "High", 6, "high"),
                                      ("E", "θ", 0.1, "theta")):
        sheet.put("%s4" % column, text(word), "SQ head text")
        place = "%s4" % chr(ord(column) + 1)
        sheet.put(place, value, "SQ input")
        workbook.name(name, sheet, place)
    sheet.note("A4", text("Overwrite the shaded cells with limits that suit your scale."))
    sheet.array("A6:Q33",
                '=IFNA(ORG.SERVQUAL.ADDIN.PRCA(overall;satisfaction;low;high;theta);"")',
                styles=(("B:C", "SQ three"), ("D", "SQ two"), ("E", "SQ p"), ("F:G", "SQ three"),
                        ("H", "SQ two"), ("I", "SQ p"), ("J:K", "SQ whole"), ("L:O", "SQ three")),
                note=text("One array formula: SQ.PRCA(overall; satisfaction; low; high; θ)."))
    for column in "PQ":
        indent(sheet["%s6:%s33" % (column, column)])
    sheet["B33"].CellStyle = "SQ whole"
    sheet.height(6, 10)
    sheet.freeze(rows=6)
    sheet.print_area("A1:Q33")


def write_quadrants(workbook, sheet):
    text = workbook.text
    sheet.widths(A=30, B_C=30, D=60)
    sheet.put("A1", text("Importance–performance"), "SQ title")
    sheet.put("A2:D2", text("Mean importance and mean satisfaction of each item; the crosshair is "
                            "where the means over the items cross."), "SQ remark")
    sheet.array("A4:D29", '=IFNA(ORG.SERVQUAL.ADDIN.IPA(importance;satisfaction);"")',
                styles=(("B:C", "SQ three"),),
                note=text("One array formula: SQ.IPA(importance; satisfaction)."))
    indent(sheet["D4:D29"])
    sheet.total("A29:D29")
    sheet.height("4:29", 6)
    sheet.freeze(rows=4)
    sheet.print_area("A1:D29")


def indent(cells):
    """Words to the right of figures."""
    cells.HoriJustify, cells.ParaIndent = LEFT, 4 * MILLIMETRE


# ---- Side by side.

def write_report(workbook, sheet, kano, contrast, quadrants):
    text = workbook.text
    sheet.widths(A=50, B=15, C=35, D_E=15, F_H=19, I=40, J=20, K=22, L=42, M=34, N=30, O=6,
                 P_T=20, U=6, V_Y=14)
    sheet.put("A1", text("Kiosks: do three methods agree on what kind an attribute is?"),
              "SQ title")
    sheet.height(1, 10)
    agree, differ, none = (text(word) for word in ("agree", "differ", "no counterpart"))
    sheet.put("A2:N2", "=" + "&".join((
        '"%s "' % text("Kano and penalty–reward agree on"), 'COUNTIF(M6:M29;"%s")' % agree,
        '" %s "' % text("of"), 'COUNTIF(M6:M29;"%s")+COUNTIF(M6:M29;"%s")' % (agree, differ),
        '" %s "' % text("attributes that both can tell; Kano and stated importance on"),
        'COUNTIF(N6:N29;"%s")' % agree, '" %s "' % text("of"),
        'COUNTIF(N6:N29;"%s")+COUNTIF(N6:N29;"%s")' % (agree, differ),
        '"; %s "' % text("all three on"),
        'COUNTIFS(M6:M29;"{0}";N6:N29;"{0}")'.format(agree), '"."')), "SQ lead")
    sheet.height(2, 11)
    sheet.put("A3:N3", "=" + "&".join((
        "COUNT(respondents)", '" %s"' % text(
            "respondents · the same people answered all three · Kano features and items matched by "
            "wording (sheet Items)"))), "SQ remark")
    sheet.height(3, 6)
    write_table(workbook, sheet, kano.name, contrast.name, quadrants.name)
    write_figures(workbook, sheet, (agree, differ, none))
    sheet.height("31:62", 6)
    Scatter(sheet, "A31:N62",
            points=[("P6:P29", "%s6:%s29" % (column, column), "%s5" % column, colour)
                    for column, colour in zip("QRS", (BLUE, ORANGE, SKY))],
            labels=[str(item + 1) for item in range(ITEMS)],
            lines=[("V6:V7", "W6:W7", "W5"), ("X6:X7", "Y6:Y7", "Y5")],
            words=("V9:V12", "W9:W12", "V5", [
                text("both: must-be, basic"), text("Kano: must-be · penalty–reward: excitement"),
                text("Kano: attractive · penalty–reward: basic"),
                text("both: attractive, excitement")]),
            title=text("Kano against penalty–reward"),
            x_axis=(text("Kano: better + worse (below 0 its lack weighs more)"), -1, 1, 0.5),
            y_axis=(text("Penalty–reward: asymmetry (below 0 the penalty weighs more)"), -1, 1,
                    0.5))
    sheet.put("A64:N64", text(
        "Kano and penalty–reward agree where must-be meets basic, one-dimensional meets "
        "performance, attractive meets excitement; indifferent, reverse and questionable have no "
        "counterpart. Kano and importance agree where a must-be or one-dimensional attribute is of "
        "importance above the crosshair, an attractive or indifferent one below; that is a rule of "
        "this sample, for importance–performance itself knows no such kinds. A penalty or reward "
        "of the wrong sign is noted on the sheet Penalty–reward. Survey: "
        "github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence."), "SQ remark")
    sheet.height(64, 19)
    sheet.freeze(rows=5)
    sheet.print_area("A1:N64")


def write_table(workbook, sheet, kano, contrast, quadrants):
    text = workbook.text
    sheet.put("A5", text("Attribute"), "SQ head text")
    # Columns that come from the three tables: here, there, the sheet, its header row, the style.
    columns = (("D", "J", kano, 3, "SQ three"), ("E", "K", kano, 3, "SQ three"),
               ("F", "B", contrast, 6, "SQ three"), ("G", "F", contrast, 6, "SQ three"),
               ("H", "O", contrast, 6, "SQ three"), ("I", "P", contrast, 6, "SQ text"),
               ("J", "B", quadrants, 4, "SQ two"), ("K", "C", quadrants, 4, "SQ two"),
               ("L", "D", quadrants, 4, "SQ text"))
    sheet.put("A4", "")
    for block, words in (("B4:E4", "Kano"), ("F4:I4", "Penalty–reward"),
                         ("J4:L4", "Importance–performance"), ("M4:N4", "Kano agrees with")):
        sheet.put(block, text(words), "SQ head text")
    sheet["A4"].CellStyle = "SQ head"
    sheet.rows("B5:C5", [[text("Feature"), text("Category")]], "SQ head")
    for here, there, source, row, _ in columns:
        sheet.put("%s5" % here, "=$'%s'.%s%d" % (source, there, row), "SQ head")
    sheet.rows("M5:N5", [[text("Penalty–reward"), text("Importance")]], "SQ head text")
    words = ";".join('"%s"' % text(word) for word in (
        "attractive", "one-dimensional", "must-be", "indifferent", "reverse", "questionable"))
    for number in range(1, ITEMS + 1):
        row = 5 + number
        sheet.put("A%d" % row, '="{0} "&INDEX(labels;{0})'.format(number))
        sheet.put("B%d" % row, '=IF(INDEX(kano_features;{0})="";"";INDEX(kano_features;{0}))'
                  .format(number), "SQ whole")
        # The letter of the category, as a text of Calc's own (&""), in a column not printed.
        sheet.put("T%d" % row, "=IF(B{0}=\"\";\"\";INDEX($'{1}'.I$4:I$32;B{0})&\"\")"
                  .format(row, kano))
        sheet.put("C%d" % row, '=IF(T{0}="";"";CHOOSE(FIND(T{0};"AOMIRQ");{1}))'
                  .format(row, words))
        for here, there, source, head, style in columns:
            at = "$'%s'.%s$%d:%s$%d" % (source, there, head + 1, there, head + 29)
            which = "B%d" % row if source == kano else str(number)
            known = '%s=""' % which if source == kano else "FALSE()"
            sheet.put("%s%d" % (here, row), '=IF(%s;"";INDEX(%s;%s))' % (known, at, which), style)
        sheet.put("M%d" % row, (
            '=IF(OR(T{0}="";NOT(ISNUMBER(H{0})));"{cannot}";IF(ISERROR(FIND(T{0};"MOA"));"{none}";'
            'IF(FIND(T{0};"MOA")-2=(H{0}>theta)-(H{0}<-theta);"{agree}";"{differ}")))').format(
                row, cannot=text("cannot be told"), none=text("no counterpart"),
                agree=text("agree"), differ=text("differ")))
        sheet.put("N%d" % row, (
            "=IF(OR(T{0}=\"\";NOT(ISNUMBER(J{0})));\"{cannot}\";IF(ISERROR(FIND(T{0};\"MOAI\"));"
            "\"{none}\";IF((FIND(T{0};\"MOAI\")<3)=(J{0}>=$'{there}'.$B$29);\"{agree}\";"
            "\"{differ}\")))").format(
                row, cannot=text("cannot be told"), none=text("no counterpart"), there=quadrants,
                agree=text("agree"), differ=text("differ")))
    for column in "CIL":
        indent(sheet["%s5:%s29" % (column, column)])
    sheet.height(5, 7)
    sheet.height("6:29", 5)
    sheet.rule("A5:N29")


def write_figures(workbook, sheet, answers):
    """What the chart is drawn from, beside what is printed."""
    text = workbook.text
    sheet.put("P4", text("Figures of the chart"), "SQ remark")
    sheet.rows("P5:T5", [[text("Better + worse")] + list(answers) + [text("Category")]], "SQ head")
    for row in range(6, 30):
        sheet.put("P%d" % row, '=IF(AND(ISNUMBER(D{0});ISNUMBER(E{0}));D{0}+E{0};"")'.format(row),
                  "SQ three")
        for column, answer in zip("QRS", answers):
            sheet.put("%s%d" % (column, row), '=IF(AND($M{0}="{1}";ISNUMBER($H{0}));$H{0};"")'
                      .format(row, answer), "SQ three")
    sheet.rows("V5:Y5", [[text("Lines")] * 4], "SQ head")
    sheet.rows("V6:Y7", [(0, -1, -1, 0), (0, 1, 1, 0)], "SQ two")
    sheet.rows("V9:W12", [(-0.5, -0.95), (-0.5, 0.95), (0.5, -0.95), (0.5, 0.95)], "SQ two")
