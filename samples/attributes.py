# SPDX-License-Identifier: GPL-3.0-or-later
"""attributes.ods: the same attributes by Kano, by penalty–reward and by importance–performance.

Sheets: Report (side by side), Agreement (where Kano and penalty–reward meet), the three full
tables, Items (which Kano feature asks what), Data.
"""
from kiosk import ITEMS, read
from scatter import LEFT as LEFT_SIDE
from scatter import RIGHT as RIGHT_SIDE
from scatter import Scatter
from workbook_tools import BLUE, LEFT, MILLIMETRE, ORANGE, RIGHT, SKY

FEATURES = 29
NUMBERS = [str(item + 1) for item in range(ITEMS)]
KINDS = ("attractive", "one-dimensional", "must-be", "indifferent", "reverse", "questionable")
CLASSES = ("basic (hygiene)", "performance (hybrid)", "excitement (motivator)")
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
    report = workbook.sheet(text("Report"))
    agreement = workbook.sheet(text("Agreement"))
    kano = workbook.sheet(text("Kano"))
    contrast = workbook.sheet(text("Penalty–reward"))
    quadrants = workbook.sheet(text("Importance–performance"))
    items = workbook.sheet(text("Items"))
    data = workbook.sheet(text("Data"), grid=True)
    write_items(workbook, items)
    write_data(workbook, data)
    write_kano(workbook, kano)
    write_contrast(workbook, contrast)
    write_quadrants(workbook, quadrants)
    write_report(workbook, report, kano.name, contrast.name, quadrants.name)
    write_agreement(workbook, agreement, report.name)


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
    sheet.widths(A=20, B_G=10, H=12, I=20, J_M=20, N_P=22, Q=22, R=60)
    sheet.put("A1", text("Kano: categories of the features"), "SQ title")
    sheet.array("A3:Q32", '=IFNA(ORG.SERVQUAL.ADDIN.KANO(functional;dysfunctional);"")',
                styles=(("B:H", "SQ whole"), ("J:M", "SQ three"), ("O", "SQ three"),
                        ("P:Q", "SQ whole")),
                note=text("One array formula: SQ.KANO(functional; dysfunctional), blank where "
                          "there is no such feature."))
    for column in "IN":
        sheet["%s3:%s32" % (column, column)].HoriJustify = RIGHT
    sheet.rows("R3:R32", [[text("What the feature is")]] + [[text(row["label"])] for row in read("features.csv")])
    name_column(sheet, "R", 3, 32)
    sheet.height(3, 10)
    sheet.freeze(rows=3)
    sheet.print_area("A1:R32")


def write_contrast(workbook, sheet):
    text = workbook.text
    sheet.widths(A=20, B_I=15, J_K=13, L=19, M_N=15, O=22, P=46, Q=62, R=60)
    sheet.put("A1", text("Penalty–reward contrast of overall satisfaction"), "SQ title")
    sheet.put("A2:Q2", text(
        "One regression of overall satisfaction on two dummies an attribute: rated low, rated "
        "high. A rating up to the lower cell is low, one from the higher cell on is high; θ is how "
        "far the asymmetry must be from 0 to tell basic or excitement from performance. "
        "48 dummies on some 200 respondents are many: heed the standard errors and the remarks."),
        "SQ remark")
    sheet.height(2, 10)
    # Few rate an item at the very ends (one respondent gives item 1 a 1, none a 2): to 3, from 6.
    for column, word, value, name in (("A", "Low", 3, "low"), ("D", "High", 6, "high"),
                                      ("G", "θ", 0.1, "theta")):
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
    sheet.rows("R6:R33", [[text("Attribute")]] + [[""]] * 27)
    for row in range(7, 31):
        sheet.put("R%d" % row, "=INDEX(labels;%d)" % (row - 6))
    name_column(sheet, "R", 6, 30)
    sheet.height(6, 10)
    sheet.freeze(rows=6)
    sheet.print_area("A1:R33")


def write_quadrants(workbook, sheet):
    text = workbook.text
    sheet.widths(A=20, B_C=26, D=52, E=62, F=6, G_K=40, L=6, M_R=16)
    sheet.put("A1", text("Importance–performance"), "SQ title")
    sheet.put("A2:D2", text("Mean importance and mean satisfaction of each item; the crosshair is "
                            "where the means over the items cross."), "SQ remark")
    sheet.array("A4:D29", '=IFNA(ORG.SERVQUAL.ADDIN.IPA(importance;satisfaction);"")',
                styles=(("B:C", "SQ three"),),
                note=text("One array formula: SQ.IPA(importance; satisfaction)."))
    indent(sheet["D4:D29"])
    sheet.rows("E4:E29", [[text("Attribute")]] + [[""]] * 25)
    for row in range(5, 29):
        sheet.put("E%d" % row, '="%d "&INDEX(labels;%d)' % (row - 4, row - 4))
    name_column(sheet, "E", 4, 28)
    sheet.total("A29:E29")
    sheet.height("4:29", 6)
    sheet.freeze(rows=4)
    write_map(workbook, sheet)
    sheet.print_area("A1:K29")


def write_map(workbook, sheet):
    """The map of importance and performance: numbers as in the table, the crosshair, the four quadrants."""
    text = workbook.text
    sheet.rows("M4:R4", [[text("Lines")] * 6], "SQ head")
    for column, formulas in (("M", ("=B29", "=B29")), ("N", ("=3.5", "=6")),
                             ("O", ("=3", "=7")), ("P", ("=C29", "=C29"))):
        for row, formula in enumerate(formulas, 5):
            sheet.put("%s%d" % (column, row), formula, "SQ two")
    for row, (across, up) in enumerate((("O5", "N6"), ("O6", "N6"), ("O5", "N5"), ("O6", "N5")), 8):
        sheet.put("Q%d" % row, "=(%s+M5)/2" % across, "SQ two")
        sheet.put("R%d" % row, "=%s%s0.1" % (up, "-" if up == "N6" else "+"), "SQ two")
    Scatter(sheet, "G4:K29", points=[("B5:B28", "C5:C28", "C4", BLUE)], labels=NUMBERS, sides=(RIGHT_SIDE, LEFT_SIDE),
            lines=[("M5:M6", "N5:N6", "N4"), ("O5:O6", "P5:P6", "P4")],
            words=("Q8:Q11", "R8:R11", "Q4", [text("possible overkill"), text("keep up the good work"), text("low priority"),
                                              text("concentrate here")]),
            title=text("Importance and performance"), x_axis=(text("Importance, mean from 1 to 7"), 3, 7, 0.5),
            y_axis=(text("Performance, mean satisfaction from 1 to 7"), 3.5, 6, 0.5))


def name_column(sheet, column, head, last):
    """A column of names behind figures, with its head."""
    cells = sheet["%s%d:%s%d" % (column, head, column, last)]
    sheet.head("%s%d" % (column, head), "SQ head text")
    sheet.rule("%s%d:%s%d" % (column, head, column, last))
    indent(cells)


def indent(cells):
    """Words to the right of figures."""
    cells.HoriJustify, cells.ParaIndent = LEFT, 4 * MILLIMETRE


# ---- Side by side.

def write_report(workbook, sheet, kano, contrast, quadrants):
    text = workbook.text
    sheet.widths(A=49, B=15, C=32, D_E=14, F_G=15, H=21, I=40, J=19, K=20, L=23, M=40, N=31, O=23,
                 P=6, Q=20)
    sheet.put("A1", text("Kiosks: do three methods agree on what kind an attribute is?"),
              "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:O2", lead(text, contrast), "SQ lead")
    sheet.height(2, 16)
    sheet.put("A3:O3", "=" + "&".join((
        "COUNT(respondents)", '" %s"' % text(
            "respondents · the same people answered all three · Kano features and items matched by "
            "wording (sheet Items)"))), "SQ remark")
    sheet.height(3, 6)
    write_table(workbook, sheet, kano, contrast, quadrants)
    sheet.put("A31:O31", text(
        "Kano and penalty–reward agree where must-be meets basic, one-dimensional meets "
        "performance, attractive meets excitement; indifferent, reverse and questionable have no "
        "counterpart. Signs: wrong where a low rating goes with more satisfaction or a high one "
        "with less; there, and from fewer than 5 low or high ratings, SQ.PRCA gives no class and "
        "there is nothing to compare. Kano and "
        "importance agree where a must-be or one-dimensional attribute is of importance above the "
        "crosshair, an attractive or indifferent one below; that is a rule of this sample, for "
        "importance–performance itself knows no such kinds. Survey: "
        "github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence."), "SQ remark")
    sheet.height(31, 17)
    sheet.freeze(rows=5)
    sheet.print_area("A1:O31")


def lead(text, contrast):
    """How often the methods agree, and how much penalty–reward knows."""
    agree, differ = (text(word) for word in ("agree", "differ"))
    p = "COUNTIF($'{0}'.{1}7:{1}30;\"<0.05\")"
    return "=" + "&".join((
        '"%s "' % text("Kano and penalty–reward agree on"), 'COUNTIF(N6:N29;"%s")' % agree,
        '" %s "' % text("of"), 'COUNTIF(N6:N29;"%s")+COUNTIF(N6:N29;"%s")' % (agree, differ),
        '" %s "' % text("attributes that both can tell. Kano and stated importance agree on"),
        'COUNTIF(O6:O29;"%s")' % agree, '" %s "' % text("of"),
        'COUNTIF(O6:O29;"%s")+COUNTIF(O6:O29;"%s")' % (agree, differ),
        '", %s "' % text("all three on"), 'COUNTIFS(N6:N29;"{0}";O6:O29;"{0}")'.format(agree),
        '". %s "' % text("Penalty–reward is uncertain here: of its 48 coefficients,"),
        p.format(contrast, "E") + "+" + p.format(contrast, "I"),
        '" %s"' % text("differ from 0 at the 5 % level.")))


def write_table(workbook, sheet, kano, contrast, quadrants):
    text = workbook.text
    # Columns that come from the three tables: here, there, the sheet, its header row, the style.
    columns = (("D", "J", kano, 3, "SQ three"), ("E", "K", kano, 3, "SQ three"),
               ("F", "B", contrast, 6, "SQ three"), ("G", "F", contrast, 6, "SQ three"),
               ("H", "O", contrast, 6, "SQ three"), ("I", "P", contrast, 6, "SQ text"),
               ("K", "B", quadrants, 4, "SQ two"), ("L", "C", quadrants, 4, "SQ two"),
               ("M", "D", quadrants, 4, "SQ text"))
    sheet["A4"].CellStyle = "SQ head"
    for block, words in (("B4:E4", "Kano"), ("F4:J4", "Penalty–reward"),
                         ("K4:M4", "Importance–performance"), ("N4:O4", "Kano agrees with")):
        sheet.put(block, text(words), "SQ head text")
    sheet.rows("A5:C5", [[text("Attribute"), text("Feature"), text("Category")]], "SQ head")
    sheet.head("A5:C5")
    for here, there, source, row, _ in columns:
        sheet.put("%s5" % here, "=$'%s'.%s%d" % (source, there, row), "SQ head")
    sheet.put("J5", text("Signs"), "SQ head")
    sheet.rows("N5:O5", [[text("penalty–reward"), text("importance")]], "SQ head")
    sheet.put("Q5", text("Category"), "SQ head")
    words = ";".join('"%s"' % text(word) for word in KINDS)
    classes = ";".join('"%s"' % text(word) for word in CLASSES)
    terms = {word.replace(" ", "_"): text(word) for word in (
        "agree", "differ", "no counterpart", "cannot be told", "right", "wrong")}
    for number in range(1, ITEMS + 1):
        row = 5 + number
        formula = Formulas(sheet, dict(terms, r=row, i=number, kano=kano, quadrants=quadrants,
                                       words=words, classes=classes))
        formula("A", '="{i} "&INDEX(labels;{i})')
        formula("B", '=IF(INDEX(kano_features;{i})="";"";INDEX(kano_features;{i}))', "SQ whole")
        # The letter of the category. Calc finds the text of an array function equal only as &"".
        formula("Q", "=IF(B{r}=\"\";\"\";INDEX($'{kano}'.I$4:I$32;B{r})&\"\")")
        formula("C", '=IF(Q{r}="";"";CHOOSE(FIND(Q{r};"AOMIRQ");{words}))')
        for here, there, source, head, style in columns:
            cells = "$'%s'.%s$%d:%s$%d" % (source, there, head + 1, there, head + 29)
            formula(here, '=IF(B{r}="";"";INDEX(%s;B{r}))' % cells if source == kano
                    else "=INDEX(%s;{i})" % cells, style)
        formula("J", '=IF(COUNT(F{r}:G{r})<2;"";IF(OR(F{r}>0;G{r}<0);"{wrong}";"{right}"))')
        # The class in words, or why there is none.
        formula("N", '=IF(OR(Q{r}="";ISNA(MATCH(I{r}&"";{{{classes}}};0)));"{cannot_be_told}";'
                     'IF(ISERROR(FIND(Q{r};"MOA"));"{no_counterpart}";'
                     'IF(FIND(Q{r};"MOA")=MATCH(I{r}&"";{{{classes}}};0);"{agree}";"{differ}")))')
        formula("O", '=IF(OR(Q{r}="";NOT(ISNUMBER(K{r})));"{cannot_be_told}";'
                     'IF(ISERROR(FIND(Q{r};"MOAI"));"{no_counterpart}";'
                     "IF((FIND(Q{r};\"MOAI\")<3)=(K{r}>=$'{quadrants}'.$B$29);"
                     '"{agree}";"{differ}")))')
    for column in "CIJMNO":
        indent(sheet["%s5:%s29" % (column, column)])
    sheet.height(5, 6)
    sheet.height("6:29", 6.4)
    sheet.rule("A5:O29")


class Formulas:
    """The formulas of one row: patterns filled with what is the row's own."""

    def __init__(self, sheet, values):
        self.sheet, self.values = sheet, values

    def __call__(self, column, pattern, style="SQ text"):
        self.sheet.put("%s%d" % (column, self.values["r"]), pattern.format(**self.values), style)


def write_agreement(workbook, sheet, report):
    text = workbook.text
    answers = [text(word) for word in ("agree", "differ", "no counterpart")]
    sheet.widths(A=54, B_D=27, E=6, F_J=31, K=6, L_O=22, P=6, Q_T=14)
    sheet.put("A1", text("Kano against penalty–reward"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A3", text("Kano ↓  Penalty–reward →"), "SQ head text")
    sheet.rows("B3:D3", [[text(word) for word in CLASSES]], "SQ head")
    order = (2, 1, 0, 3, 4, 5)  # must-be first: those that agree lie on the diagonal
    source = "$'%s'." % report
    for row, kind in enumerate(order, 4):
        sheet.put("A%d" % row, text(KINDS[kind]))
        for column in "BCD":
            cell = "%s%d" % (column, row)
            sheet[cell].setArrayFormula(
                '=SUM(({0}$C$6:$C$29=$A{1})*({0}$I$6:$I$29&""={2}$3))'.format(source, row, column))
            sheet[cell].CellStyle = "SQ whole"
    for cell in ("B4", "C5", "D6"):
        sheet.total(cell)
    sheet.rule("A3:D9")
    sheet.height(3, 10)
    sheet.put("A11:D11", text(
        "Shaded: where the two agree. The chart has the same attributes by how far each method "
        "leans: to the left and down as a must-be, to the right and up as an attraction. Numbers "
        "as on the sheet Report."), "SQ remark")
    sheet.height(11, 17)
    sheet.rows("L3:O3", [[text("Better + worse")] + answers], "SQ head")
    for row in range(4, 28):
        there = row + 2
        sheet.put("L%d" % row, '=IF(COUNT({0}D{1}:E{1})=2;{0}D{1}+{0}E{1};"")'.format(
            source, there), "SQ three")
        for column, answer in zip("MNO", answers):
            sheet.put("%s%d" % (column, row), (
                '=IF({0}$N{1}="{2}";IF(ISNUMBER({0}$H{1});{0}$H{1};"");"")').format(
                    source, there, answer), "SQ three")
    sheet.rows("Q3:T3", [[text("Lines")] * 4], "SQ head")
    sheet.rows("Q4:T5", [(0, -1.2, -1, 0), (0, 1.2, 1, 0)], "SQ two")
    sheet.rows("Q7:R10", [(-0.5, -1.12), (-0.5, 1.12), (0.5, -1.12), (0.5, 1.12)], "SQ two")
    Scatter(sheet, "F3:J29",
            points=[("L4:L27", "%s4:%s27" % (column, column), "%s3" % column, colour)
                    for column, colour in zip("MNO", (BLUE, ORANGE, SKY))],
            labels=NUMBERS, sides=(RIGHT_SIDE, LEFT_SIDE),
            lines=[("Q4:Q5", "R4:R5", "R3"), ("S4:S5", "T4:T5", "T3")],
            words=("Q7:Q10", "R7:R10", "Q3", [
                text("both: must-be, basic"), text("Kano must-be, but excitement"),
                text("Kano attractive, but basic"), text("both: attractive, excitement")]),
            title=text("How far each method leans"),
            x_axis=(text("Kano: better + worse (below 0 its lack weighs more)"), -1, 1, 0.5),
            y_axis=(text("Penalty–reward: asymmetry (below 0 the penalty weighs more)"), -1.2, 1.2,
                    0.4))
    sheet.height("4:10", 6)
    sheet.height("12:29", 6.6)
    sheet.print_area("A1:J29")
