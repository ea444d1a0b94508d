# SPDX-License-Identifier: GPL-3.0-or-later
"""ecsi.ods: the European satisfaction index of 250 customers of a bank.

Sheets: Report, Path diagram, Paths and effects, Priorities, Items, Certainty, Groups, Model, Data.
"""
import csv
import os

import index_report
from index_report import Model
from path_diagram import letters
from workbook_tools import composed

HERE = os.path.dirname(os.path.abspath(__file__))
SURVEY = os.path.join(HERE, "data", "bank_satisfaction", "satisfaction.csv")

CONSTRUCTS = ("Image", "Expectation", "Quality", "Value", "Satisfaction", "Loyalty")
PREFIXES = ("imag", "expe", "qual", "val", "sat", "loy")
PATHS = ("010011", "001110", "000110", "000010", "000001", "000000")
SATISFACTION = 4

# The left upper cell of each ellipse, and where a coefficient stands that is not half way.
PLACES = ((1, 1), (1, 14), (1, 27), (10, 25), (13, 12), (19, 3))
AT = {(1, 3): 0.3, (2, 4): 0.62, (0, 4): 0.45}


def read():
    with open(SURVEY, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return rows, [name for name in rows[0] if name and name != "gender"]


def build(workbook):
    text = workbook.text
    workbook.describe(text("Satisfaction of bank customers"),
                      text("European customer satisfaction index, 250 respondents"))
    rows, columns = read()
    constructs = [text(name) for name in CONSTRUCTS]
    of_prefix = dict(zip(PREFIXES, constructs))
    items = [(name, "%s, %s %s" % (of_prefix[name.rstrip("0123456789")], text("question"),
                                   name.lstrip("abcdefghijklmnopqrstuvwxyz")),
              of_prefix[name.rstrip("0123456789")]) for name in columns]
    model = Model(items, constructs, PATHS, SATISFACTION, (0, 10))
    names = ("Report", "Path diagram", "Paths and effects", "Priorities", "Items", "Certainty",
             "Groups", "Model", "Data")
    sheets = {name: workbook.sheet(text(name), grid=name == "Data") for name in names}
    index_report.write_model(workbook, sheets["Model"], model)
    index_report.write_data(workbook, sheets["Data"], model,
                            [[float(row[name]) for name in columns] for row in rows])
    write_gender(workbook, sheets["Data"], model, [row["gender"] for row in rows])
    index_report.write_report(
        workbook, sheets["Report"], model, text("How satisfied are the customers of the bank?"),
        text("250 customers, 27 questions answered from 0 to 10 (Sanchez, R package plspm, "
             "satisfaction). Index: the weighted mean of a construct's items as a share of the "
             "scale. α, rho_A, rho_c above 0.7 and AVE above 0.5 are usually wanted."))
    index_report.write_diagram(workbook, sheets["Path diagram"], model, PLACES, AT)
    index_report.write_effects(workbook, sheets["Paths and effects"], model)
    index_report.write_priorities(workbook, sheets["Priorities"], model)
    index_report.write_items(workbook, sheets["Items"], model)
    index_report.write_certainty(workbook, sheets["Certainty"], model)
    write_groups(workbook, sheets["Groups"], model)


def write_gender(workbook, sheet, model, genders):
    text, column = workbook.text, letters(model.p + 1)
    sheet.widths(**{column: 20})
    sheet.rows("%s1:%s1" % (column, column), [[text("gender")]], "SQ head second")
    sheet.rows("%s2:%s%d" % (column, column, 1 + len(genders)),
               [[text(gender)] for gender in genders])
    sheet.note("%s1" % column, text("The group of each respondent, for the sheet Groups: two "
                                    "groups have room there."))
    workbook.name("groups", sheet, "%s:%s" % (column, column))


def write_groups(workbook, sheet, model):
    text, last = workbook.text, 4 + len(model.arrows) + 4
    sheet.widths(A=46, B=36, C_D=26, E=40, F=24)
    sheet.put("A1", text("Do men and women differ?"), "SQ title")
    sheet.height(1, 10)
    paths = 4 + len(model.arrows)
    differ = 'IF(ISNUMBER(F5:F%d);IF(F5:F%d<0.05;A5:A%d&" → "&B5:B%d;"");"")' % ((paths,) * 4)
    sheet.put("A2:F2", "", "SQ lead")
    sheet["A2"].setArrayFormula('=IF(COUNTIF(F5:F%d;"<0.05")=0;"%s";%s)' % (
        paths, text("The two groups differ in no path: differences like these come from chance, too (p ≥ 0.05)."),
        composed(text("The two groups differ in %1 of %2 paths (p < 0.05): %3."), 'COUNTIF(F5:F%d;"<0.05")' % paths,
                 "%d" % len(model.arrows), 'TEXTJOIN(", ";1;%s)' % differ)[1:]))
    sheet.height(2, 9)
    sheet.put("A3:F3", text("Paths of each group, their difference, and how often dealing the "
                            "respondents anew to two groups gave as large a one (p, 1,000 "
                            "permutations)."), "SQ remark")
    sheet.height(3, 9)
    sheet.array("A4:F%d" % last, "=ORG.SERVQUAL.ADDIN.PLSGROUPS(answers;groups;blocks;paths)",
                styles=(("C:E", "SQ three"), ("F", "SQ p")),
                note=text("One array formula: SQ.PLS.GROUPS(answers; groups; blocks; paths)."))
    sheet.head("B4", "SQ head text")
    sheet["C%d:D%d" % (last - 3, last)].CellStyle = "SQ whole"
    sheet.height("5:%d" % last, 5.5)
    sheet.print_area("A1:F%d" % last)
