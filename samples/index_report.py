# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets that ecsi.ods and acsi.ods share: a satisfaction index model from its answers.

The named ranges `answers`, `blocks` and `paths` hold the survey and the model; `scale` the ends of
the scale. Everything else is read off SQ.PLS and SQ.PLS.BOOTSTRAP.
"""
import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.table.CellHoriJustify import RIGHT as TO_THE_RIGHT

from path_diagram import PathDiagram, letters
from scatter import LEFT, RIGHT, Scatter
from workbook_tools import BLUE, LINE, SKY

PLS = "ORG.SERVQUAL.ADDIN.PLS(answers;blocks;paths;\"%s\")"
SCALED = "ORG.SERVQUAL.ADDIN.PLS(answers;blocks;paths;\"%s\";;;;;INDEX(scale;1);INDEX(scale;2))"


class Model:
    """items: (name, question, construct); paths: a string of 0 and 1 for each construct."""

    def __init__(self, items, constructs, paths, target, scale):
        self.items, self.constructs, self.paths = items, constructs, paths
        self.target, self.scale = target, scale
        self.q, self.p = len(constructs), len(items)
        self.arrows = [(j, k) for j in range(self.q) for k in range(self.q) if paths[j][k] == "1"]
        reach = set(self.arrows)
        for _ in constructs:
            reach |= {(a, d) for a, b in reach for c, d in reach if b == c}
        self.effects = len(reach)
        self.causes = [name for j, name in enumerate(constructs) if (j, target) in reach]
        self.priorities = len(self.causes) + sum(item[2] in self.causes for item in items)


def write_model(workbook, sheet, model):
    """What the reader edits: the construct of each item, the path table, the scale."""
    text = workbook.text
    last, end = 4 + model.p, letters(4 + model.q)
    sheet.widths(A=22, B=135, C=34, D=6, E=34, F_M=24)
    sheet.put("A1", text("Model"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:%s2" % end, text(
        "Shaded cells are yours to change: the construct of each item (\"Quality:B\" makes a block "
        "formative), the paths, 1 where the row acts on the column, and the ends of the scale. The "
        "satisfaction construct is found by its name."), "SQ remark")
    sheet.height(2, 7)
    sheet.rows("A4:C4", [[text("Item"), text("Question"), text("Construct")]], "SQ head text")
    sheet.rows("A5:C%d" % last, model.items)
    sheet["C5:C%d" % last].CellStyle = "SQ input"
    sheet.height("5:%d" % last, 5.5)
    sheet.rule("A4:C%d" % last)
    sheet.rows("E4:%s%d" % (end, 4 + model.q), [[text("acts on")] + model.constructs] +
               [[name] + [float(cell) for cell in row]
                for name, row in zip(model.constructs, model.paths)], "SQ input")
    sheet["E4:%s4" % end].CellStyle = "SQ head"
    sheet["E4:E%d" % (4 + model.q)].CellStyle = "SQ head text"
    sheet.rule("E4:%s%d" % (end, 4 + model.q))
    sheet.note("E4", text("SQ.MODEL(\"ECSI\") and its like give the published path tables, and "
                          "SQ.MODEL(\"ECSI\"; \"items\") the questions that are usual."))
    row = 7 + model.q
    sheet.rows("E%d:F%d" % (row, row + 1), [[text("Lowest answer"), float(model.scale[0])],
                                            [text("Highest answer"), float(model.scale[1])]])
    sheet["F%d:F%d" % (row, row + 1)].CellStyle = "SQ input"
    sheet.note("E%d" % row, text("The ends of the scale that was printed in the questionnaire: the "
                                 "indices are shares of it."))
    sheet.print_area("A1:%s%d" % (end, last))
    workbook.name("blocks", sheet, "C5:C%d" % last)
    workbook.name("paths", sheet, "E4:%s%d" % (end, 4 + model.q))
    workbook.name("scale", sheet, "F%d:F%d" % (row, row + 1))


def write_data(workbook, sheet, model, rows):
    text, end = workbook.text, letters(model.p)
    sheet.widths(A=26, **{"B_" + end: 12})
    sheet.rows("A1:%s1" % end, [[text("Respondent")] + [item[0] for item in model.items]])
    sheet.head("A1:%s1" % end)
    sheet.rows("A2:%s%d" % (end, 1 + len(rows)),
               [[float(number + 1)] + row for number, row in enumerate(rows)], "SQ whole")
    sheet.note("A1", text("Your own survey: delete the contents of the rows below this one and "
                          "paste yours, a row for each respondent, as many as there are. No "
                          "formula needs a change."))
    sheet.note("B1", text("One column for each item, in the order of the sheet Model. A blank cell "
                          "is a missing answer; the first row stays."))
    sheet.freeze(columns=1, rows=1)
    workbook.name("answers", sheet, "B:" + end)


def write_report(workbook, sheet, model, title, remark):
    """The first sheet: what was found, the indices as gauges, how good the measurement is."""
    text, q = workbook.text, model.q
    sheet.widths(A=40, B_I=28, J=8, K=36, L_M=22)
    sheet.put("A1", title, "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:I2", "=" + "&".join((
        '"%s "' % text("Satisfaction index:"),
        "FIXED(ORG.SERVQUAL.ADDIN.CSI(answers;blocks;paths;;INDEX(scale;1);INDEX(scale;2));1)",
        '" %s "' % text("of 100, from"), "INDEX(%s;1;2)" % (PLS % "summary"),
        '" %s "' % text("respondents. The model:"), "INDEX(%s;12;2)" % (PLS % "summary"), '"."')),
        "SQ lead")
    sheet.put("A3:I3", remark, "SQ remark")
    sheet.height(3, 9)
    sheet.array("A5:E%d" % (5 + q), "=" + SCALED % "indices",
                styles=(("B", "SQ one"), ("C:D", "SQ whole")),
                note=text("One array formula: SQ.PLS(answers; blocks; paths; \"indices\"; …; lowest; "
                          "highest). Its names stand for ranges on the sheets Data and Model."))
    sheet.total("A%d:E%d" % (6 + model.target, 6 + model.target))
    first = 8 + q
    sheet.array("A%d:I%d" % (first, first + q),
                '=IFERROR(%s;"–")' % (PLS % "reliability"),
                styles=(("C", "SQ whole"), ("D:I", "SQ three")), cut=True)
    sheet.head("B%d" % first, "SQ head text")
    sheet["D%d:I%d" % (first + 1, first + q)].HoriJustify = TO_THE_RIGHT
    sheet.height("6:%d" % (5 + q), 5.5)
    sheet.height("%d:%d" % (first + 1, first + q), 5.5)
    sheet.rows("K5:M5", [[text("For the chart"), text("Index"), text("up to 100")]], "SQ head")
    for row in range(6, 6 + q):
        sheet.put("K%d" % row, '=A%d&""' % row)
        sheet.put("L%d" % row, "=B%d" % row, "SQ one")
        sheet.put("M%d" % row, "=100-B%d" % row, "SQ one")
    top = first + q + 2
    sheet.height("%d:%d" % (top, top + 15), 5)
    gauges = sheet.chart("A%d:I%d" % (top, top + 15), categories="K6:K%d" % (5 + q),
                         series=[("L6:L%d" % (5 + q), "L5", BLUE), ("M6:M%d" % (5 + q), "M5", LINE)],
                         title=text("Indices from 0 to 100"), y_title=text("Index (0 to 100)"),
                         horizontal=True, minimum=0, maximum=100, step=20, decimals=0, gap=50)
    fill(gauges)
    sheet.print_area("A1:I%d" % (top + 15))


def fill(chart):
    """Each bar a gauge: what is reached, and what is left of its length; figures inside."""
    diagram = chart.document.Diagram
    diagram.Stacked = True
    for axis in (diagram.XAxis, diagram.YAxis):
        axis.Overlap = 100
    row = diagram.getDataRowProperties(0)
    row.DataCaption = 1  # com.sun.star.chart.ChartDataCaption.VALUE
    chart._letter(row, 9.0, bold=True, color=0xFFFFFF)
    chart._decimals(row, 1)
    chart.document.HasLegend = False


def write_diagram(workbook, sheet, model, places, at):
    """The model as a drawing: indices in the ellipses, path coefficients on the arrows."""
    text = workbook.text
    columns, rows, top = 24, 32, 4
    diagram = PathDiagram(sheet, top, columns, rows, places)
    sheet.put("A1", text("Path diagram"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:%s2" % letters(columns - 1), text(
        "In the ellipses the index from 0 to 100, and R², the share of a construct's variance that "
        "the arrows towards it explain. On the arrows the standardised path coefficients. All "
        "figures are cells and follow the data."), "SQ remark")
    sheet.height(2, 7)
    targets = {arrow[1] for arrow in model.arrows}
    for j in range(model.q):
        index = 'FIXED(INDEX(%s;%d;2);1)' % (SCALED % "indices", j + 2)
        r2 = '&"   R² "&FIXED(INDEX(%s;%d;2);2)' % (PLS % "r2", j + 2) if j in targets else ""
        diagram.construct(j, '=INDEX(paths;%d;1)&""' % (j + 2), "=" + index + r2)
    for number, arrow in enumerate(model.arrows):
        diagram.path(arrow[0], arrow[1], "=INDEX(%s;%d;3)" % (PLS % "paths", number + 2),
                     at.get(arrow, 0.5))
    sheet.print_area("A1:%s%d" % (letters(columns - 1), top + rows))


def write_effects(workbook, sheet, model):
    text = workbook.text
    sheet.widths(A_B=32, C_E=20, F=8, G_H=32, I_L=24)
    sheet.put("A1", text("Paths and effects"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:L2", text(
        "f²: what a path adds to R² (0.02 small, 0.15 medium, 0.35 large). VIF above 5: the "
        "constructs that act on one say nearly the same. Total in points: how many points the "
        "index of the second gains from one point more of the first."), "SQ remark")
    sheet.height(2, 7)
    last = 4 + len(model.arrows)
    sheet.array("A4:E%d" % last, "=" + PLS % "paths", styles=(("C:E", "SQ three"),),
                note=text("One array formula: SQ.PLS(answers; blocks; paths; \"paths\")."))
    sheet.head("B4", "SQ head text")
    end = 4 + model.effects
    sheet.array("G4:L%d" % end, "=" + PLS % "effects", styles=(("I:L", "SQ three"),),
                note=text("One array formula: SQ.PLS(answers; blocks; paths; \"effects\")."))
    sheet.head("H4", "SQ head text")
    sheet.height("5:%d" % max(last, end), 5.5)
    sheet.print_area("A1:L%d" % max(last, end))


def write_priorities(workbook, sheet, model):
    """The importance–performance map of what acts on satisfaction."""
    text = workbook.text
    last = 4 + model.priorities
    sheet.widths(A=32, B=22, C_D=24, E=6, F_K=26, L=6, M=32, N_O=22)
    sheet.put("A1", text("Where an improvement counts most"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:K2", text(
        "Importance: points that the satisfaction index gains from one point more. Performance: "
        "the index from 0 to 100. To the right and low: improve first. Below the constructs each "
        "item's own share."), "SQ remark")
    sheet.height(2, 7)
    sheet.array("A4:D%d" % last, "=" + SCALED % "ipma",
                styles=(("C", "SQ three"), ("D", "SQ one")),
                note=text("One array formula: SQ.PLS(answers; blocks; paths; \"ipma\"; …)."))
    sheet.head("B4", "SQ head text")
    sheet.height("5:%d" % max(last, 26), 5.2)
    end = 4 + len(model.causes)
    Scatter(sheet, "F4:K26", points=[("C5:C%d" % end, "D5:D%d" % end, "D4", BLUE)], labels=model.causes, sides=(RIGHT, LEFT),
            title=text("Importance–performance map of satisfaction"),
            x_axis=(text("Importance (index points per point)"), None, None, None),
            y_axis=(text("Performance (index from 0 to 100)"), None, None, None), decimals=2)
    sheet.print_area("A1:K%d" % max(last, 26))


def write_items(workbook, sheet, model):
    text = workbook.text
    last = 4 + model.p
    sheet.widths(A=24, B=34, C=16, D_F=26, G=6, H_I=28, J_K=24)
    sheet.put("A1", text("Items"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:I2", text(
        "Loading: correlation of the item with its construct; usually wanted above 0.7. Index "
        "weight: its share in the index. VIF: of the item among those of its block."), "SQ remark")
    sheet.height(2, 7)
    sheet.array("A4:F%d" % last, '=IFERROR(%s;"–")' % (PLS % "loadings"),
                styles=(("D:F", "SQ three"),),
                note=text("One array formula: SQ.PLS(answers; blocks; paths; \"loadings\")."))
    sheet.head("B4:C4", "SQ head text")
    sheet.rows("H4:I4", [["", ""]], "SQ head")
    sheet.array("H4:H%d" % last, "=INDEX(%s;0;6)" % (PLS % "weights"), styles=(("H", "SQ three"),))
    sheet.head("H4", "SQ head")
    sheet["H4"].HoriJustify = TO_THE_RIGHT
    sheet.put("I4", "=INDEX(%s;1;3)" % (PLS % "vif"), "SQ head")
    for row in range(5, last + 1):
        sheet.put("I%d" % row, "=INDEX(%s;%d;3)" % (PLS % "vif", row - 3 + len(model.arrows)),
                  "SQ two")
    sheet["D5:F%d" % last].HoriJustify = TO_THE_RIGHT
    sheet.height("5:%d" % last, 5.5)
    sheet.print_area("A1:I%d" % last)


def write_certainty(workbook, sheet, model):
    """The bootstrap of the paths and of the indices."""
    text = workbook.text
    rows = len(model.arrows)
    sheet.widths(A=46, B=32, C_K=20, L=6, M=62, N_Q=20)
    sheet.put("A1", text("How certain the figures are"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:K2", text(
        "Bootstrap: the survey drawn again 5,000 times from its own respondents. Lower and upper: "
        "95 % of the resamples lie between; BC: corrected for bias. The same seed gives the same "
        "figures again."), "SQ remark")
    sheet.height(2, 7)
    first = 4
    for result, count in (("paths", rows), ("indices", model.q)):
        last = first + count + 3
        sheet.array("A%d:K%d" % (first, last),
                    '=IFERROR(ORG.SERVQUAL.ADDIN.PLSBOOTSTRAP(answers;blocks;paths;"%s";;;;;;;;INDEX(scale;1);'
                    'INDEX(scale;2));"–")' % result, styles=(("C:F", "SQ three"), ("G", "SQ p"), ("H:K", "SQ three")),
                    note=text("One array formula: SQ.PLS.BOOTSTRAP(answers; blocks; paths; …)."))
        sheet.head("B%d" % first, "SQ head text")
        sheet["C%d:C%d" % (last - 2, last)].CellStyle = "SQ whole"
        sheet["C%d:K%d" % (first + 1, last)].HoriJustify = TO_THE_RIGHT
        sheet.height("%d:%d" % (first + 1, last), 5.2)
        first = last + 2
    sheet.rows("M4:Q4", [[text("For the chart"), "", text("half width"), text("Lower"),
                          text("Upper")]], "SQ head")
    sheet.put("N4", "=C4", "SQ head")
    for row in range(5, 5 + rows):
        sheet.put("M%d" % row, '=A%d&" → "&B%d' % (row, row))
        for column, formula in zip("NOPQ", ("=C%d", "=(I%d-H%d)/2", "=H%d", "=I%d")):
            sheet.put("%s%d" % (column, row), formula.replace("%d", str(row)), "SQ three")
    end = 4 + rows
    sheet.height("%d:%d" % (first, first + 20), 5)
    sheet.chart("A%d:K%d" % (first, first + 20), categories="M5:M%d" % end,
                series=[("N5:N%d" % end, "N4", SKY)],
                interval=("O5:O%d" % end, "P5:P%d" % end, "Q5:Q%d" % end),
                title=text("Path coefficients with 95 % intervals"),
                y_title=text("Path coefficient (standardised)"), step=0.2)
    sheet.print_area("A1:K%d" % (first + 20))
