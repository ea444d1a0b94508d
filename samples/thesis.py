# SPDX-License-Identifier: GPL-3.0-or-later
"""thesis.ods: the results chapter of a SERVQUAL thesis, from the kiosk survey.

Sheets: Sample (respondents, reliability), Normality, Gaps, Items, Groups, Correlations, Importance;
then Questionnaire, Data, and Computed, which holds the tables of the add-in as they come. Tables and figures
are numbered, captioned and footnoted as APA asks; their cells take the figures from Computed, so that
a table can be marked and pasted into Writer as it stands.
"""
import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.awt.FontSlant import ITALIC

from kiosk import ITEMS, read, write_questionnaire
from scatter import LEFT as LEFT_SIDE
from scatter import RIGHT as RIGHT_SIDE
from scatter import Scatter
from workbook_tools import BLUE, BOLD, LEFT, ORANGE, RIGHT, SKY, BorderLine2

RESPONDENTS = 1000  # room on Computed
DIMENSIONS, GROUPS = 6, 3
SCORES = DIMENSIONS + 1  # the gap of each dimension, and satisfaction
# How often people use kiosks: the codes 1 to 3 of the survey's file; 0 has never used one.
USE = {"0": "", "1": "1 – rare", "2": "2 – some", "3": "3 – frequent"}

STYLES = {
    "SQ apa number": ("SQ text", None, dict(CharPosture=ITALIC)),
    "SQ apa note": ("SQ remark", None, dict(ParaTopMargin=100)),
    "SQ apa share": ("SQ two", "#.00;-#.00", {}),
    "SQ apa p": ("SQ p", '[<0.001]"< .001";#.000', {}),
}


def build(workbook):
    text = workbook.text
    workbook.describe(text("Results of a SERVQUAL thesis"),
                      text("Tables and figures of the kiosk survey, as APA asks"))
    workbook.add_styles(STYLES)
    names = ("Sample", "Normality", "Gaps", "Items", "Groups", "Correlations", "Importance")
    pages = [workbook.sheet(text(name)) for name in names]
    questionnaire = workbook.sheet(text("Questionnaire"))
    data = workbook.sheet(text("Data"), grid=True)
    computed = Computed(workbook, workbook.sheet(text("Computed"), grid=True))
    write_questionnaire(workbook, questionnaire)
    write_data(workbook, data)
    computed.write()
    for write, page in zip((write_sample, write_normality, write_gaps, write_items, write_groups,
                            write_correlations, write_importance), pages):
        write(workbook, page, computed)


# ---- What is put in, and what the add-in makes of it.

def write_data(workbook, sheet):
    text = workbook.text
    columns = ["%s%d" % (letter, item + 1) for letter in ("E", "P", "IMP") for item in range(ITEMS)]
    rows = [[float(row["resp"]), text(USE[row["frequency_code"]]) or None,
             float(row["Y1_satisfied"]) if row["Y1_satisfied"] else None] +
            [float(row[name]) if row[name] else None for name in columns]
            for row in read("kiosk_tidy.csv")]
    sheet.widths(A=26, B_C=30, D_BW=10)
    sheet.rows("A1:BW1", [[text("Respondent"), text("Use of kiosks"), text("Satisfaction")] + columns])
    sheet["A1:AA1"].CellStyle = sheet["AZ1:BW1"].CellStyle = "SQ head"
    sheet["AB1:AY1"].CellStyle = "SQ head second"
    sheet.rows("A2:BW%d" % (1 + len(rows)), rows, "SQ whole")
    sheet.note("A1", text("Your own survey: delete the contents of the rows below this one and paste yours, a "
                          "row for each respondent, at most 1,000."))
    sheet.note("B1", text("The groups that are compared: three labels. A blank leaves the respondent out."))
    sheet.note("AZ1", text("Importance of the same items, for Table 9 and Figure 3."))
    sheet.freeze(columns=1, rows=1)
    for name, columns_of in (("respondents", "A:A"), ("groups", "B:B"), ("satisfaction", "C:C"),
                             ("expectations", "D:AA"), ("perceptions", "AB:AY"), ("importance", "AZ:BW")):
        workbook.name(name, sheet, columns_of)


class Computed:
    """The tables as the add-in gives them, one below the other; `at` is a cell of one."""

    def __init__(self, workbook, sheet):
        self.workbook, self.sheet = workbook, sheet
        self.first = {}

    def write(self):
        text, sheet = self.workbook.text, self.sheet
        pair = "expectations;perceptions;"
        sheet.widths(A=40, B_Z=18)
        sheet.put("A1", text("Computed: the tables behind the results"), "SQ title")
        sheet.put("A2", text("Test of two answers"))
        sheet.put("B2", '=IF(SUMPRODUCT(IFERROR(INDEX(%s;0;9);1)<0.05)>0;"wilcoxon";"t")'
                  % self.formula("NORMALITY", "scores"))
        sheet.put("A3", text("Test of groups"))
        sheet.put("B3", '=IF(B2="t";"welch";"kruskal")')
        sheet.note("B2", text("Chosen by Table 3: ranks where a score is not normal (p < .05). Overwrite it "
                              "to choose yourself: t or wilcoxon."))
        tables = (("expected", "RELIABILITY", "expectations;dimensions", DIMENSIONS + 1, 11),
                  ("reliability", "RELIABILITY", "perceptions;dimensions", DIMENSIONS + 1, 11),
                  ("normality", "NORMALITY", "scores", SCORES + 1, 9),
                  ("gaps", "GAP.DIMENSIONS", pair + "dimensions;;;;B2", DIMENSIONS + 2, 18),
                  ("items", "GAP.ITEMS", pair + ";;B2", ITEMS + 1, 13),
                  ("groups", "GAP.GROUPS", pair + "groups;dimensions;;B3", GROUPS + 6, 8 + DIMENSIONS),
                  ("pairs", "GAP.PAIRS", pair + "groups;dimensions;B3", GROUPS + 1, 10),
                  ("r", "CORRELATIONS", "scores;;B4", SCORES + 1, SCORES + 1),
                  ("p", "CORRELATIONS", 'scores;;B4;"p"', SCORES + 1, SCORES + 1),
                  ("importance", "IPA", "importance;perceptions", ITEMS + 2, 4))
        sheet.put("A4", text("Correlation"))
        sheet.put("B4", '=IF(B2="t";"pearson";"spearman")')
        row = 6
        for name, function, arguments, rows, columns in tables:
            self.table(name, row, function, arguments, rows, columns)
            row += rows + 1
        self.scores(row)
        self.workbook.name("scores", sheet, "F%d:L%d" % (row, row + RESPONDENTS))

    def test_of_pairs(self):
        return "$'%s'.B2" % self.sheet.name

    def test_of_groups(self):
        return "$'%s'.B3" % self.sheet.name

    def formula(self, function, arguments):
        return "ORG.SERVQUAL.ADDIN.%s(%s)" % (function.replace(".", ""), arguments)

    def table(self, name, row, function, arguments, rows, columns):
        address = "A%d:%c%d" % (row, ord("A") + columns - 1, row + rows - 1)
        block = "A1:%c%d" % (ord("A") + columns - 1, rows)
        self.sheet[address].setArrayFormula(
            '=IFNA(IF(ROW(%s)*COLUMN(%s)>0;IFERROR(%s;"–"));"")'
            % (block, block, self.formula(function, arguments)))
        self.sheet[address].CellStyle = "SQ three"
        self.sheet["A%d:A%d" % (row, row + rows - 1)].CellStyle = "SQ text"
        self.sheet.head(address.replace(str(row + rows - 1), str(row)))
        self.first[name] = row

    def scores(self, row):
        """The gaps of each respondent by dimension, beside them his satisfaction."""
        last, columns = row + RESPONDENTS, 5 + DIMENSIONS
        block = "A1:%c%d" % (ord("A") + columns - 1, RESPONDENTS + 1)
        address = "A%d:%c%d" % (row, ord("A") + columns - 1, last)
        self.sheet[address].setArrayFormula(
            '=IFNA(IF(ROW(%s)*COLUMN(%s)>0;IFERROR(%s;""));"")'
            % (block, block, self.formula("GAP.RESPONDENTS", "expectations;perceptions;dimensions")))
        right = "%c%d:%c%d" % (ord("A") + columns, row, ord("A") + columns, last)
        self.sheet[right].setArrayFormula(
            '=IF(INDEX(satisfaction;1;1):INDEX(satisfaction;%d;1)="";"";'
            "INDEX(satisfaction;1;1):INDEX(satisfaction;%d;1))" % (RESPONDENTS + 1, RESPONDENTS + 1))
        self.sheet["A%d:L%d" % (row, last)].CellStyle = "SQ two"
        self.sheet.head("A%d:L%d" % (row, row))
        self.first["scores"] = row

    def at(self, table, row, column):
        """The formula of a cell of a table, both counted from its heading and from 1."""
        return "$'%s'.%s%d" % (self.sheet.name, chr(ord("A") + column - 1),
                               self.first[table] + row - 1)

    def column(self, table, first, last, column):
        return "%s:%s" % (self.at(table, first, column),
                          self.at(table, last, column).split(".")[1])


# ---- Tables as APA asks.

def line(width):
    border = BorderLine2()
    border.Color, border.LineWidth, border.OuterLineWidth = 0, width, width
    return border


def rule(sheet, address, first, last):
    """Above and below the heads, and below the last row; nothing between columns."""
    left, right = address
    head = sheet["%s%d:%s%d" % (left, first, right, first)]
    head.TopBorder, head.BottomBorder = line(35), line(18)
    sheet["%s%d:%s%d" % (left, last, right, last)].BottomBorder = line(35)


def caption(workbook, sheet, row, kind, number, title):
    sheet.put("A%d" % row, "%s %d" % (workbook.text(kind), number))
    sheet["A%d" % row].CharWeight = sheet["A%d" % row].CharWeightAsian = BOLD
    sheet.put("A%d" % (row + 1), title, "SQ apa number")
    sheet.height("%d:%d" % (row, row + 1), 6)


def heads(sheet, row, words):
    for at, word in enumerate(words):
        cell = sheet["%c%d" % (ord("A") + at, row)]
        cell.CellStyle = "SQ text" if at == 0 else "SQ wrapped"
        cell.HoriJustify = sheet["A%d" % row].HoriJustify if at == 0 else RIGHT
        if word.startswith("="):
            cell.Formula = word
        else:
            cell.String = word
    sheet.height(row, 9 if any(len(word) > 9 for word in words[1:]) else 6)


def fill(sheet, row, cells, styles):
    """A row of a table: what stands in each cell, and its style; none: text."""
    for at, (content, style) in enumerate(zip(cells, styles)):
        address = "%c%d" % (ord("A") + at, row)
        sheet.put(address, content, style or "SQ text")
        if at > 0:
            sheet[address].HoriJustify = RIGHT
    sheet.height(row, 6)


def note(workbook, sheet, row, right, words, height=9):
    sheet.put("A%d:%s%d" % (row, right, row), words if words.startswith("=") else
              "%s %s" % (workbook.text("Note."), words), "SQ apa note")
    sheet.height(row, height)


def lead(sheet, right, formula, title):
    sheet.put("A1", title, "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:%s2" % right, formula, "SQ lead")
    sheet.height(2, 14)


def words(text):
    return '"%s"' % text.replace('"', '""')


def p_of(cell):
    """p as a sentence prints it: "< .001" or "= .013"."""
    return 'IF(%s<0.001;"< .001";"= "&SUBSTITUTE(FIXED(%s;3);"0.";"."))' % (cell, cell)


def two(cell):
    return "FIXED(%s;2)" % cell


def rows_of(count):
    return range(2, 2 + count)


# ---- The pages.

def write_sample(workbook, sheet, computed):
    text = workbook.text
    sheet.widths(A=56, B_H=25)
    at = computed.at
    alphas = computed.column("reliability", 2, DIMENSIONS + 1, 3)
    lead(sheet, "H", "=" + "&".join((
        "COUNT(respondents)", words(" " + text("respondents,") + " "), at("gaps", DIMENSIONS + 2, 7),
        words(" " + text("of whom answered both parts. Cronbach's α of the perceptions lies between") + " "),
        two("MIN(%s)" % alphas), words(" " + text("and") + " "), two("MAX(%s)" % alphas), words(text(".")))),
        text("The sample, and how reliable its scales are"))
    caption(workbook, sheet, 4, "Table", 1, text("Respondents by Use of Kiosks"))
    heads(sheet, 6, (text("Group"), "n", "%"))
    for row in range(7, 7 + GROUPS):
        label = at("groups", row - 5, 1)
        fill(sheet, row, ("=" + label, "=COUNTIF(groups;%s)" % label,
                          "=B%d/COUNT(respondents)" % row), (None, "SQ whole", "SQ permille"))
    last = 7 + GROUPS
    fill(sheet, last, (text("No group"), "=COUNT(respondents)-SUM(B7:B%d)" % (last - 1),
                       "=B%d/COUNT(respondents)" % last), (None, "SQ whole", "SQ permille"))
    fill(sheet, last + 1, (text("All"), "=COUNT(respondents)", "=B%d/COUNT(respondents)" % (last + 1)),
         (None, "SQ whole", "SQ permille"))
    rule(sheet, "AC", 6, last + 1)
    note(workbook, sheet, last + 2, "H", text("No group: four respondents have never used a kiosk and answered "
                                              "nothing else."))
    row = last + 4
    caption(workbook, sheet, row, "Table", 2, text("Reliability of the Dimensions"))
    heads(sheet, row + 2, (text("Dimension"), text("Items"), text("α expectations"), text("α perceptions"), "ω",
                           text("Mean r"), "AVE", "CR"))
    for d in rows_of(DIMENSIONS):
        fill(sheet, row + 1 + d, ["=" + at("reliability", d, 1), "=" + at("reliability", d, 2),
                                  "=" + at("expected", d, 3)] +
             ["=" + at("reliability", d, column) for column in (3, 5, 6, 7, 8)],
             [None, "SQ whole"] + 6 * ["SQ apa share"])
    rule(sheet, "AH", row + 2, row + 2 + DIMENSIONS)
    note(workbook, sheet, row + 3 + DIMENSIONS, "H", text(
        "ω = McDonald's ω of one factor; AVE = average variance extracted; CR = composite reliability; the last four "
        "of the perceptions, each dimension by itself. A dash: not defined for two items."), 12)
    sheet.print_area("A1:H%d" % (row + 3 + DIMENSIONS))


def write_normality(workbook, sheet, computed):
    text, at = workbook.text, computed.at
    ps = computed.column("normality", 2, SCORES + 1, 9)
    sheet.widths(A=56, B_H=25)
    lead(sheet, "H", '=IF(%s="t";%s;%s)' % (
        computed.test_of_pairs(),
        words(text("No score departs from the normal distribution (Shapiro–Wilk, p ≥ .05): tests are of means.")),
        'SUMPRODUCT(%s<0.05)&%s&COUNT(%s)&%s' % (
            ps, words(" " + text("of") + " "), ps,
            words(" " + text("scores are not normally distributed (Shapiro–Wilk, p < .05): tests are by ranks.")))),
        text("Whether the scores are normally distributed"))
    caption(workbook, sheet, 4, "Table", 3, text("Distribution of the Respondents' Scores"))
    heads(sheet, 6, (text("Score"), "n", "M", "SD", text("Skewness"), text("Kurtosis"), "W", "p"))
    for row in rows_of(SCORES):
        cells = [1, 2, 3, 5, 6, 7, 8, 9]
        fill(sheet, 5 + row, ["=" + at("normality", row, column) for column in cells],
             [None, "SQ whole"] + 4 * ["SQ two"] + ["SQ apa share", "SQ apa p"])
    last = 6 + SCORES
    rule(sheet, "AH", 6, last)
    note(workbook, sheet, last + 1, "H", text(
        "Scores of a dimension are gaps, perception minus expectation; satisfaction is on a scale of 1 to 5. W = Shapiro and "
        "Wilk's statistic; skewness and kurtosis are 0 for a normal distribution."), 12)
    caption(workbook, sheet, last + 3, "Figure", 1, text("Skewness and Kurtosis of the Scores"))
    sheet.height("%d:%d" % (last + 5, last + 24), 4.6)
    sheet.chart("A%d:H%d" % (last + 5, last + 24), categories="A7:A%d" % last,
                series=[("E7:E%d" % last, "E6", BLUE), ("F7:F%d" % last, "F6", SKY)],
                title=text("Skewness and kurtosis"), y_title=text("0: normal"))
    sheet.print_area("A1:H%d" % (last + 24))


def write_gaps(workbook, sheet, computed):
    text, at = workbook.text, computed.at
    total = DIMENSIONS + 2
    gaps, ps = (computed.column("gaps", 2, DIMENSIONS + 1, column) for column in (4, 9))
    names = computed.column("gaps", 2, DIMENSIONS + 1, 1)
    sheet.widths(A=46, B_L=21)
    lead(sheet, "L", "=" + "&".join((
        words(text("Perceptions fall short of expectations in") + " "), "SUMPRODUCT((%s<0)*(%s<0.05))" % (gaps, ps),
        words(" " + text("of") + " "), "COUNT(%s)" % gaps,
        words(" " + text("dimensions. The gap is widest for") + " "),
        "INDEX(%s;MATCH(MIN(%s);%s;0))" % (names, gaps, gaps), '" ("', two("MIN(%s)" % gaps), '"), "',
        words(text("overall") + " "), two(at("gaps", total, 4)), '", "', at("gaps", 1, 8), '" = "',
        two(at("gaps", total, 8)), '", p "', p_of(at("gaps", total, 9)), words(text(".")))),
        text("Gaps by dimension"))
    caption(workbook, sheet, 4, "Table", 4, text("Expectations, Perceptions and Gaps by Dimension"))
    heads(sheet, 6, (text("Dimension"), text("Expectation M"), "SD", text("Perception M"), "SD", text("Gap"), "SD",
                     "=" + at("gaps", 1, 8), "p", "=" + at("gaps", 1, 10), "=" + at("gaps", 1, 11),
                     "=" + at("gaps", 1, 18)))
    for row in rows_of(DIMENSIONS + 1):
        fill(sheet, 5 + row, ["=" + at("gaps", row, column) for column in (1, 2, 15, 3, 16, 4, 17, 8, 9, 10, 11, 18)],
             [None] + 7 * ["SQ two"] + ["SQ apa p"] + 3 * ["SQ two"])
    last = 6 + DIMENSIONS + 1
    rule(sheet, "AL", 6, last)
    note(workbook, sheet, last + 1, "L", '=%s&" "&%s&%s&". "&IF(%s="t";%s;%s)' % (
        words(text("Note.")), words("n = "), at("gaps", total, 7), computed.test_of_pairs(),
        words(text("t = paired t test; the interval is that of the mean gap; d = mean over standard deviation.")),
        words(text("z = Wilcoxon's signed rank test; the interval is that of the middle of the gaps that are not 0 (Hodges–Lehmann); "
                   "r = matched-pairs rank-biserial correlation."))), 12)
    caption(workbook, sheet, last + 3, "Figure", 2, text("Expectations and Perceptions by Dimension"))
    sheet.height("%d:%d" % (last + 5, last + 24), 4.6)
    sheet.chart("A%d:L%d" % (last + 5, last + 24), categories="A7:A%d" % (last - 1),
                series=[("B7:B%d" % (last - 1), "B6", BLUE), ("D7:D%d" % (last - 1), "D6", ORANGE)],
                title=text("Expectation and perception"), y_title=text("Mean (1 to 7)"), minimum=1, maximum=7, step=1,
                figures=2, decimals=0)
    sheet.print_area("A1:L%d" % (last + 24))


def write_items(workbook, sheet, computed):
    text, at = workbook.text, computed.at
    gaps, holm = (computed.column("items", 2, ITEMS + 1, column) for column in (4, 9))
    sheet.widths(A=62, B_J=21)
    lead(sheet, "J", "=" + "&".join((
        "SUMPRODUCT((%s<0)*(%s<0.05))" % (gaps, holm), words(" " + text("of") + " "), "COUNT(%s)" % gaps,
        words(" " + text("items fall short of what is expected, adjusted for their number. The widest gap is that of") + " "),
        "INDEX(labels;MATCH(MIN(%s);%s;0))" % (gaps, gaps), '" ("', two("MIN(%s)" % gaps), '")"', words(text(".")))),
        text("Gaps by item"))
    caption(workbook, sheet, 4, "Table", 5, text("Expectations, Perceptions and Gaps by Item"))
    heads(sheet, 6, (text("Item"), text("Expectation"), text("Perception"), text("Gap"), "SD",
                     "=" + at("items", 1, 7), "p", text("p (Holm)"), "=" + at("items", 1, 12), text("Rank")))
    for row in rows_of(ITEMS):
        fill(sheet, 5 + row, ['=INDEX(labels;%d)&""' % (row - 1)] +
             ["=" + at("items", row, column) for column in (2, 3, 4, 5, 7, 8, 9, 12, 13)],
             [None] + 5 * ["SQ two"] + 2 * ["SQ apa p"] + ["SQ two", "SQ whole"])
    last = 6 + ITEMS
    rule(sheet, "AJ", 6, last)
    note(workbook, sheet, last + 1, "J", text("p (Holm) is adjusted for the number of items. Rank 1 is the widest gap. "
                                              "The test and its effect size are those of Table 4."))
    sheet.print_area("A1:J%d" % (last + 1))


def write_groups(workbook, sheet, computed):
    text, at = workbook.text, computed.at
    last, test = 6 + GROUPS, GROUPS + 2
    # Welch: F, df 1, df 2, p; ranks: H, df, p, ε²
    p = 'IF(%s="welch";%s;%s)' % (computed.test_of_groups(), at("groups", test + 3, 5), at("groups", test + 2, 5))
    sheet.widths(A=42, B_M=23)
    lead(sheet, "M", "=" + "&".join((
        'IF(%s<0.05;%s;%s)' % (p, words(text("The groups differ in their overall gap:")),
                               words(text("The groups do not differ in their overall gap:"))),
        '" "', at("groups", test, 1), '" = "', two(at("groups", test, 5)), '", p "', p_of(p), words(text(".")))),
        text("Gaps by group"))
    caption(workbook, sheet, 4, "Table", 6, text("Gaps by Use of Kiosks"))
    heads(sheet, 6, [text("Group"), "n", text("Expectation"), text("Perception"), text("Gap"), text("Lower"),
                     text("Upper")] + ["=" + at("groups", 1, 9 + d) for d in range(DIMENSIONS)])
    for row in rows_of(GROUPS):
        fill(sheet, 5 + row, ["=" + at("groups", row, column) for column in (1, 2, 3, 4, 5, 7, 8)] +
             ["=" + at("groups", row, 9 + d) for d in range(DIMENSIONS)], [None, "SQ whole"] + 11 * ["SQ two"])
    for row in range(test, test + 4):
        fill(sheet, 5 + row, ["=" + at("groups", row, 1)] + 3 * [""] + ["=" + at("groups", row, 5)] + 2 * [""] +
             ["=" + at("groups", row, 9 + d) for d in range(DIMENSIONS)], [None] + 12 * ["SQ three"])
    rule(sheet, "AM", 6, last + 4)
    sheet["A%d:M%d" % (last, last)].BottomBorder = line(18)
    note(workbook, sheet, last + 5, "M", text(
        "Gap = perception minus expectation, with its 95 % interval; below, the test between the groups, overall and for "
        "each dimension. ε² = effect size of the Kruskal–Wallis test."))
    row = last + 7
    caption(workbook, sheet, row, "Table", 7, text("Pairs of Groups, Overall Gap"))
    heads(sheet, row + 2, [text("Group"), text("Compared with"), text("Difference"), "=" + at("pairs", 1, 5), "df", "p",
                           text("p (Holm)"), text("Lower"), text("Upper")])
    for pair in rows_of(GROUPS):
        means = 'IF(%s="welch";%%s;%%s)' % computed.test_of_groups()
        cells = [at("pairs", pair, column) for column in range(2, 11)]
        fill(sheet, row + 1 + pair, ["=" + cell for cell in cells[:4]] +
             ["=" + means % (one, other) for one, other in ((cells[4], '""'), (cells[5], cells[4]), (cells[6], cells[5]),
                                                            (cells[7], '""'), (cells[8], '""'))],
             [None, None] + 2 * ["SQ two"] + ["SQ one"] + 2 * ["SQ apa p"] + 2 * ["SQ two"])
    rule(sheet, "AI", row + 2, row + 2 + GROUPS)
    note(workbook, sheet, row + 3 + GROUPS, "M", text(
        "p (Holm) is adjusted for the number of pairs. By ranks: Dunn's z, and differences of medians."))
    sheet.print_area("A1:M%d" % (row + 3 + GROUPS))


def write_correlations(workbook, sheet, computed):
    text, at = workbook.text, computed.at
    names = computed.column("r", 2, 1 + DIMENSIONS, 1)
    satisfaction = "%s:%s" % (at("r", SCORES + 1, 2), at("r", SCORES + 1, 1 + DIMENSIONS).split(".")[1])
    sheet.widths(A=8, B=46, C_K=21)
    lead(sheet, "K", "=" + "&".join((
        words(text("Satisfaction goes together most with the gap of") + " "),
        "INDEX(%s;MATCH(MAX(%s);%s;0))" % (names, satisfaction, satisfaction),
        '" (r = "', 'SUBSTITUTE(FIXED(MAX(%s);2);"0.";".")' % satisfaction, '")"', words(text(".")))),
        text("How the gaps go together"))
    caption(workbook, sheet, 4, "Table", 8, text("Correlations of the Gaps and of Satisfaction"))
    heads(sheet, 6, ["", text("Score"), "M", "SD"] + ["%d" % (i + 1) for i in range(SCORES)])
    for row in rows_of(SCORES):
        cells = ["%d." % (row - 1)] + ["=" + at(table, row, column) for table, column in
                                       (("r", 1), ("normality", 3), ("normality", 5))]
        for column in rows_of(SCORES):
            r, p = at("r", row, column), at("p", row, column)
            if column < row:
                cells.append('=SUBSTITUTE(FIXED(%s;2);"0.";".")&IF(%s<0.01;"**";IF(%s<0.05;"*";""))' % (r, p, p))
            else:
                cells.append("—" if column == row else "")
        fill(sheet, 5 + row, cells, [None, None, "SQ two", "SQ two"] + SCORES * [None])
        sheet["B%d" % (5 + row)].HoriJustify = LEFT
    sheet["B6"].HoriJustify = LEFT
    last = 6 + SCORES
    rule(sheet, "AK", 6, last)
    note(workbook, sheet, last + 1, "K", '=%s&" "&IF(%s="t";%s;%s)&" "&%s' % (
        words(text("Note.")), computed.test_of_pairs(), words(text("Pearson's r.")),
        words(text("Spearman's r of ranks.")), words(text("Pairwise. * p < .05. ** p < .01."))))
    sheet.print_area("A1:K%d" % (last + 1))


def write_importance(workbook, sheet, computed):
    text, at = workbook.text, computed.at
    last = 6 + ITEMS
    sheet.widths(A=62, B_C=24, D=46, E=6, F_L=21)
    lead(sheet, "L", "=" + "&".join((
        'SUMPRODUCT(--(D7:D%d&""=%s))' % (last, words(text("concentrate here"))),
        words(" " + text("of") + " "), "ROWS(D7:D%d)" % last,
        words(" " + text("items are important and done badly; the quadrants meet at the means.")))),
        text("Importance and performance"))
    caption(workbook, sheet, 4, "Table", 9, text("Importance and Performance by Item"))
    heads(sheet, 6, (text("Item"), text("Importance"), text("Performance"), text("Quadrant")))
    for row in rows_of(ITEMS):
        fill(sheet, 5 + row, ['=INDEX(labels;%d)&""' % (row - 1)] +
             ["=" + at("importance", row, column) for column in (2, 3, 4)], [None, "SQ two", "SQ two", None])
    rule(sheet, "AD", 6, last)
    note(workbook, sheet, last + 1, "D", text("Means on a scale of 1 to 7. The numbers in the figure are those of the "
                                              "items in the order of the table."))
    sheet.put("F4", "%s 3" % text("Figure"))
    sheet["F4"].CharWeight = sheet["F4"].CharWeightAsian = BOLD
    sheet.put("F5", text("Importance–Performance Map"), "SQ apa number")
    # the ends of the two lines, under the chart
    x, y = (at("importance", ITEMS + 2, column) for column in (2, 3))
    for row, end in ((20, "MIN"), (21, "MAX")):
        for column, content in zip("GHIJ", ("=" + x, "=%s(C7:C%d)" % (end, last),
                                            "=%s(B7:B%d)" % (end, last), "=" + y)):
            sheet.put("%s%d" % (column, row), content, "SQ two")
    Scatter(sheet, "F7:L%d" % last, points=[("B7:B%d" % last, "C7:C%d" % last, "C6", BLUE)],
            labels=["%d" % (i + 1) for i in range(ITEMS)], title=text("Importance and performance"),
            x_axis=(text("Importance (mean)"), None, None, None),
            y_axis=(text("Performance (mean)"), 3, 7, 1), sides=(RIGHT_SIDE, LEFT_SIDE),
            lines=[("G20:G21", "H20:H21", "A6"), ("I20:I21", "J20:J21", "A6")])
    sheet.print_area("A1:L%d" % (last + 1))
