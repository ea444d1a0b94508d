# SPDX-License-Identifier: GPL-3.0-or-later
"""what-if.ods: from a better answer to one question to the value of the customer base.

Sheets: What if, Certainty (bootstrap of the effects), Respondents (calculation), Model, Data: the
bank's customers of ecsi.ods.
"""
import ecsi
import index_report
from index_report import PLS, SCALED, Model
from workbook_tools import BLUE, PALE, SKY

ROOM = 1000  # respondents on the sheet of calculation
FIRST = 16   # row of the items' header
PRESET = {"qual2": 0.5, "val1": 0.5}  # the changes that the workbook is delivered with


def build(workbook):
    text = workbook.text
    workbook.describe(text("What if"), text("From one question to the value of the customer base"))
    rows, columns = ecsi.read()
    constructs = [text(name) for name in ecsi.CONSTRUCTS]
    of_prefix = dict(zip(ecsi.PREFIXES, constructs))
    items = [(name, "", of_prefix[name.rstrip("0123456789")]) for name in columns]
    model = Model(items, constructs, ecsi.PATHS, ecsi.SATISFACTION, (0, 10))
    sheets = {name: workbook.sheet(text(name), grid=name in ("Data", "Respondents"))
              for name in ("What if", "Certainty", "Respondents", "Model", "Data")}
    index_report.write_model(workbook, sheets["Model"], model)
    index_report.write_data(workbook, sheets["Data"], model,
                            [[float(row[name]) for name in columns] for row in rows])
    write_certainty(workbook, sheets["Certainty"], model)
    write_what_if(workbook, sheets["What if"], model)
    write_respondents(workbook, sheets["Respondents"], model)


def write_certainty(workbook, sheet, model):
    text, last = workbook.text, 4 + model.effects + 3
    sheet.widths(A=46, B=32, C_K=20)
    sheet.put("A1", text("How certain the effects are"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:K2", text("Bootstrap of the total effects, 5,000 resamples; the sheet What if takes "
                            "its lower and upper ends from here."), "SQ remark")
    sheet.array("A4:K%d" % last,
                '=IFERROR(ORG.SERVQUAL.ADDIN.PLSBOOTSTRAP(answers;blocks;paths;"effects");"–")',
                styles=(("C:F", "SQ three"), ("G", "SQ p"), ("H:K", "SQ three")),
                note=text("One array formula: SQ.PLS.BOOTSTRAP(answers; blocks; paths; "
                          "\"effects\")."))
    sheet.head("B4", "SQ head text")
    sheet["C%d:C%d" % (last - 2, last)].CellStyle = "SQ whole"
    sheet.height("5:%d" % last, 5.5)
    end = 4 + model.effects
    workbook.name("effect_from", sheet, "A5:A%d" % end)
    workbook.name("effect_to", sheet, "B5:B%d" % end)
    workbook.name("effect", sheet, "C5:C%d" % end)
    workbook.name("effect_lower", sheet, "H5:H%d" % end)
    workbook.name("effect_upper", sheet, "I5:I%d" % end)
    sheet.print_area("A1:K%d" % last)


def write_what_if(workbook, sheet, model):
    text = workbook.text
    sheet.widths(A=66, B=30, C_F=27, G_H=22, I=6, J=40, K_N=26)
    sheet.put("A1", text("What if one thing were better?"), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:H2", "=" + "&".join((
        '"%s "' % text("Satisfaction index"), 'FIXED(B5;1)', '" → "', 'FIXED(C5;1)',
        '". %s "' % text("Retention"), 'TEXT(B6;"0.0%")', '" → "', 'TEXT(C6;"0.0%")',
        '". %s "' % text("The customer base gains"), 'FIXED(D8;0)', '" ("', 'FIXED(E8;0)',
        '" … "', 'FIXED(F8;0)', '"%s)."' % text(", 95 % interval"))), "SQ lead")
    sheet.height(2, 8)
    write_results(workbook, sheet)
    write_inputs(workbook, sheet)
    write_items(workbook, sheet, model)
    write_charts(workbook, sheet, model)


def write_results(workbook, sheet):
    """Now, after the changes, and the ends of the interval of the effects."""
    text = workbook.text
    sheet.rows("A4:F4", [[""] + [text(word) for word in ("Now", "After", "Change", "Change, lower",
                                                         "Change, upper")]], "SQ head")
    index = "INDEX(%s;%d;2)" % (SCALED % "indices", ecsi.SATISFACTION + 2)
    last = FIRST + 19
    sheet.put("A5", text("Satisfaction index (0 to 100)"))
    sheet.put("B5", "=" + index, "SQ one")
    sheet.put("C5", "=B5+SUM(F%d:F%d)" % (FIRST + 1, last), "SQ one")
    sheet.put("A6", text("Expected retention"))
    sheet.put("A7", text("Lifetime value of a customer"))
    sheet.put("A8", text("Value of the customer base"))
    for cell, column in (("B", "C"), ("C", "D")):
        sheet.put("%s6" % cell, "=ORG.SERVQUAL.ADDIN.RETENTIONEXPECTED($'%s'.%s2:%s%d)"
                  % (text("Respondents"), column, column, 1 + ROOM), "SQ permille")
        sheet.put("%s7" % cell, "=ORG.SERVQUAL.ADDIN.LIFETIMEVALUE($B$12;%s6;$B$13;$B$14)" % cell,
                  "SQ money")
        sheet.put("%s8" % cell, "=$B$11*%s7" % cell, "SQ money")
    for row, style in ((5, "SQ one"), (6, "SQ permille"), (7, "SQ money"), (8, "SQ money")):
        sheet.put("D%d" % row, "=C%d-B%d" % (row, row), style)
    for cell, column, gain in (("E", "E", "G"), ("F", "F", "H")):
        sheet.put("%s5" % cell, "=SUM(%s%d:%s%d)" % (gain, FIRST + 1, gain, last), "SQ one")
        sheet.put("%s6" % cell, "=ORG.SERVQUAL.ADDIN.RETENTIONEXPECTED($'%s'.%s2:%s%d)-$B6"
                  % (text("Respondents"), column, column, 1 + ROOM), "SQ permille")
        sheet.put("%s7" % cell, "=ORG.SERVQUAL.ADDIN.LIFETIMEVALUE($B$12;$B6+%s6;$B$13;$B$14)-$B7"
                  % cell, "SQ money")
        sheet.put("%s8" % cell, "=$B$11*%s7" % cell, "SQ money")
    sheet.rule("A4:F8")
    sheet.total("A8:F8")
    sheet.height("5:8", 5.5)


def write_inputs(workbook, sheet):
    text = workbook.text
    sheet.put("A10", text("Your figures"), "SQ head text")
    sheet.put("B10", "", "SQ head")
    for row, (label, value, style) in enumerate((
            (text("Customers"), 20000.0, "SQ money"),
            (text("Margin a customer brings in a year"), 150.0, "SQ money"),
            (text("Discount rate a year"), 0.08, "SQ percent"),
            (text("Years that count"), 5.0, "SQ whole")), 11):
        sheet.put("A%d" % row, label)
        sheet.put("B%d" % row, value, style)
        sheet["B%d" % row].CellBackColor = PALE
    sheet.rule("A10:B14")
    sheet.note("B11", text("INVENTED, as an illustration: put your own figures into the shaded "
                           "cells."))
    sheet.put("C10:H14", text(
        "Write into the shaded column below how many points of the scale a question would be "
        "answered better. The index moves by the unstandardised total effect; every respondent's "
        "satisfaction moves with it, retention follows by the table of SQ.RETENTION (0 to 100 laid "
        "over its 1 to 5; the textbook's table: better put your own), and the value of the "
        "customer base by SQ.LIFETIMEVALUE. The interval is that of the effects, each construct at "
        "its lower and at its upper end; the table of retention has none."), "SQ remark")


def write_items(workbook, sheet, model):
    """The questions that act on satisfaction, what each is worth, and the changes asked for."""
    text = workbook.text
    count = sum(item[2] in model.causes for item in model.items)
    last = FIRST + count
    sheet.rows("A%d:H%d" % (FIRST, FIRST), [[text(word) for word in (
        "Question", "Construct", "Mean now", "Change (points)", "Index per point", "Index gains",
        "Lower", "Upper")]], "SQ head")
    sheet.head("A%d:B%d" % (FIRST, FIRST), "SQ head text")
    target = model.constructs[model.target]
    names = [item[0] for item in model.items if item[2] in model.causes]
    for number, name in enumerate(names):
        row, of = FIRST + 1 + number, len(model.causes) + 2 + number
        ipma = "INDEX(%s;%d;%%d)" % (SCALED % "ipma", of)
        sheet.put("A%d" % row, "=" + ipma % 2)
        sheet.put("B%d" % row, "=" + ipma % 1)
        sheet.put("C%d" % row, "=INDEX(scale;1)+%s/100*(INDEX(scale;2)-INDEX(scale;1))" % ipma % 4,
                  "SQ two")
        sheet.put("D%d" % row, PRESET.get(name, 0.0), "SQ one")
        sheet["D%d" % row].CellBackColor = PALE
        sheet.put("E%d" % row, "=%s*100/(INDEX(scale;2)-INDEX(scale;1))" % ipma % 3, "SQ two")
        sheet.put("F%d" % row, "=D%d*E%d" % (row, row), "SQ two")
        share = ('SUMPRODUCT((effect_from&""=B%d&"")*(effect_to&""="%s")*%%s/effect)'
                 % (row, target))
        for column, below, above in (("G", "effect_lower", "effect_upper"),
                                     ("H", "effect_upper", "effect_lower")):
            sheet.put("%s%d" % (column, row), "=F%d*IF(D%d>=0;%s;%s)"
                      % (row, row, share % below, share % above), "SQ two")
    sheet.rule("A%d:H%d" % (FIRST, last))
    sheet.height("%d:%d" % (FIRST + 1, last), 5)
    sheet.note("D%d" % FIRST, text("Points of the answers' scale, above or below what is answered "
                                   "now."))
    sheet.print_area("A1:N%d" % (last + 1))


def write_charts(workbook, sheet, model):
    text = workbook.text
    last = FIRST + 19
    sheet.rows("J4:N4", [[text("For the chart"), text("Value"), text("half width"), text("Lower"),
                          text("Upper")]], "SQ head")
    sheet.put("J5", "=D4")
    for column, formula in zip("KLMN", ("=D8", "=(F8-E8)/2", "=E8", "=F8")):
        sheet.put("%s5" % column, formula, "SQ money")
    sheet.chart("J7:N15", categories="J5:J5", series=[("K5:K5", "K4", BLUE)],
                interval=("L5:L5", "M5:M5", "N5:N5"),
                title=text("What the customer base gains"), y_title=text("Currency"),
                horizontal=True, decimals=0, gap=120)
    sheet.chart("J%d:N%d" % (FIRST, last), categories="A%d:A%d" % (FIRST + 1, last),
                series=[("E%d:E%d" % (FIRST + 1, last), "E%d" % FIRST, SKY)],
                title=text("What one point of each question is worth"),
                y_title=text("Points of the satisfaction index"), horizontal=True, minimum=0,
                decimals=1, gap=30)
    sheet.height("10:14", 7)


def write_respondents(workbook, sheet, model):
    """Each respondent's satisfaction on the 1 to 5 of the retention table: now, after, lower, upper."""
    text = workbook.text
    what, last = "$'%s'" % text("What if"), 1 + ROOM
    sheet.widths(A_F=26, H=90)
    sheet["A1:A%d" % last].setArrayFormula(
        '=IFNA(IF(ROW(A1:A%d)>0;INDEX(%s;0;%d);"");"")' % (last, PLS % "scores",
                                                           model.target + 2))
    sheet.rows("B1:F1", [[text(word) for word in ("Index", "Now (1 to 5)", "After", "Lower",
                                                  "Upper")]], "SQ head")
    sheet.head("A1", "SQ head")
    first = sum(item[2] in model.constructs[:model.target] for item in model.items) + 2
    count = sum(item[2] == model.constructs[model.target] for item in model.items)
    weights = "+".join("INDEX(%s;%d;5)" % (PLS % "weights", first + i) for i in range(count))
    sheet.put("H1", text("Index points per unit of the score"))
    sheet.put("H2", "=100/(%s)/(INDEX(scale;2)-INDEX(scale;1))" % weights, "SQ three")
    sheet["B2:B%d" % last].setArrayFormula(
        '=IF(ISNUMBER(A2:A%d);%s.$B$5+A2:A%d*$H$2;"")' % (last, what, last))
    for column, gain in (("C", "0"), ("D", "%s.$D$5" % what), ("E", "%s.$E$5" % what),
                         ("F", "%s.$F$5" % what)):
        score = "(1+(B2:B%d+%s)/25)" % (last, gain)
        sheet["%s2:%s%d" % (column, column, last)].setArrayFormula(
            '=IF(ISNUMBER(A2:A%d);IF(%s>5;5;IF(%s<1;1;%s));"")' % (last, score, score, score))
    sheet["B2:F%d" % last].CellStyle = "SQ two"
    sheet["A2:A%d" % last].CellStyle = "SQ two"
    sheet.put("H4", text("Room for 1,000 respondents. An index from 0 to 100 becomes a score from 1 "
                         "to 5; what would leave the scale stays at its end."), "SQ remark")
    sheet.height(4, 12)
    sheet.freeze(rows=1)
