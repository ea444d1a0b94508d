# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a plan of function tests into a workbook that anyone can open in Calc.

    workbook.py PLAN WORKBOOK.fods

A plan is plain text; fields are apart by tabs, lines that begin with # are comments:

    property NAME  VALUE         a custom property of the workbook, such as SQ.Missing
    sheet  NAME                  the sheet that what follows is about
    csv    CELL  FILE  COLUMNS   the first columns of a CSV file (path from the plan's folder)
    cells  CELL                  the lines up to a blank one are rows, their cells apart by |;
                                 '5 is a text
    test   FORMULA  EXPECTED  SOURCE  [TOLERANCE]

References without a sheet mean the sheet named last. EXPECTED is a number, an error (#DIV/0!, #N/A,
#NUM!, #VALUE!, #REF!, Err:502 …) or else a text. A number is correct within TOLERANCE, 1e-9 if not
given, times its own size: 0 is no 1e-20. Where 0 is expected it is the distance from it. A tolerance
that would let another digit of the first two pass is refused. The first sheet of the workbook lists formula, expected
value, whether they agree, the formula's text and the source, and says whether all are correct.
"""
import csv
import os
import re
import sys
from xml.sax.saxutils import escape, quoteattr

ERRORS = {"#DIV/0!": 532, "#N/A": 32767, "#NUM!": 503, "#VALUE!": 519, "#REF!": 524, "#NAME?": 525}
SERVICE = "ORG.SERVQUAL.ADDIN."
LAST_ROW = 1048576
LARGEST_TOLERANCE = 0.05

TOKEN = re.compile(r"""
    (?P<string>"(?:[^"]|"")*")
  | (?P<function>[A-Z][A-Z0-9.]*(?=\())
  | (?:(?P<sheet>\$?[A-Za-z_]\w*|\$?'[^']+')\.)?
    (?P<first>\$?[A-Z]{1,3}\$?[0-9]+)(?::(?P<last>\$?[A-Z]{1,3}\$?[0-9]+))?(?![\w(])
  | (?:(?P<columns_sheet>\$?[A-Za-z_]\w*|\$?'[^']+')\.)?
    (?P<first_column>\b[A-Z]{1,3}):(?P<last_column>[A-Z]{1,3})(?![\w(])
""", re.VERBOSE)


def file_formula(formula, sheet):
    """What the analyst types, as a flat ODF file holds it."""
    def replace(match):
        part = match.groupdict()
        if part["string"]:
            return part["string"]
        if part["function"]:
            name = part["function"]
            if name.startswith("SQ."):
                return SERVICE + name[3:].replace(".", "")
            return {"ERRORTYPE": "ORG.OPENOFFICE.ERRORTYPE"}.get(name, name)
        where = part["sheet"] or part["columns_sheet"] or "$'%s'" % sheet
        if part["first_column"]:
            first, last = part["first_column"] + "1", part["last_column"] + str(LAST_ROW)
        else:
            first, last = part["first"], part["last"]
        return "[%s.%s%s]" % (where, first, ":." + last if last else "")
    return "of:=" + TOKEN.sub(replace, formula)


def as_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def text_cell(text):
    return ('<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
            % escape(text))


def cell(value):
    if value == "":
        return "<table:table-cell/>"
    if value in ("TRUE", "FALSE"):
        return ('<table:table-cell office:value-type="boolean" office:boolean-value="%s"/>'
                % value.lower())
    if value.startswith("="):
        return "<table:table-cell table:formula=%s/>" % quoteattr(file_formula(value[1:], "Tests"))
    if value.startswith("'"):
        return text_cell(value[1:])
    if as_number(value) is not None:
        return '<table:table-cell office:value-type="float" office:value="%s"/>' % value
    return text_cell(value)


def row(cells):
    return "<table:table-row>%s</table:table-row>" % "".join(cells)


def formula_cell(formula, sheet):
    return "<table:table-cell table:formula=%s/>" % quoteattr(file_formula(formula, sheet))


def place(address):
    column, number = re.fullmatch(r"([A-Z]+)([0-9]+)", address).groups()
    index = 0
    for letter in column:
        index = 26 * index + ord(letter) - 64
    return int(number) - 1, index - 1


class Plan:
    def __init__(self, path):
        self.path = path
        self.sheets = {}  # name: {(row, column): text}
        self.properties = []  # (name, value)
        self.tests = []   # (sheet, formula, expected, source, tolerance)
        self._read()

    def _read(self):
        sheet = None
        with open(self.path, encoding="utf-8") as lines:
            lines = iter(lines.read().split("\n"))
        for line in lines:
            fields = line.split("\t")
            if not line or line.startswith("#"):
                continue
            if fields[0] == "property":
                self.properties.append(fields[1:3])
            elif fields[0] == "sheet":
                sheet = fields[1]
                self.sheets.setdefault(sheet, {})
            elif fields[0] == "csv":
                path = os.path.join(os.path.dirname(self.path), fields[2])
                with open(path, encoding="utf-8", newline="") as table:
                    self._put(sheet, fields[1],
                              (cells[:int(fields[3])] for cells in csv.reader(table)))
            elif fields[0] == "cells":
                rows = []
                for line in lines:
                    if line == "":
                        break
                    rows.append(line.split("|"))
                self._put(sheet, fields[1], rows)
            elif fields[0] == "test" and len(fields) in (4, 5):
                tolerance = fields[4] if len(fields) == 5 else "1E-9"
                if not 0 < float(tolerance) <= LARGEST_TOLERANCE:
                    sys.exit("%s: a tolerance of %s holds nothing: %s"
                             % (self.path, tolerance, line))
                self.tests.append((sheet, fields[1], fields[2], fields[3], tolerance))
            else:
                sys.exit("%s: this line is neither property, sheet, csv, cells nor test with three or four "
                         "fields: %s" % (self.path, line))

    def _put(self, sheet, address, rows):
        top, left = place(address)
        for i, cells in enumerate(rows):
            for j, text in enumerate(cells):
                self.sheets[sheet][top + i, left + j] = text


def correct(expected, number, tolerance):
    """The formula of the third column: does A agree with B?"""
    if expected in ERRORS or expected.startswith("Err:"):
        code = ERRORS.get(expected) or int(expected[4:])
        return "IFERROR(ERRORTYPE(A%d)=%d;FALSE())" % (number, code)
    if as_number(expected) is not None:
        return ("IFERROR(AND(ISNUMBER(A{0});ABS(A{0}-B{0})<={1}{2});FALSE())"
                .format(number, tolerance, "*ABS(B%d)" % number if as_number(expected) else ""))
    return "IFERROR(EXACT(A%d;B%d);FALSE())" % (number, number)


def tests_sheet(tests):
    first = 4
    last = first + len(tests) - 1
    rows = [row([cell("All correct"), formula_cell("AND(C%d:C%d)" % (first, last), "Tests")]),
            row([cell("")]),
            row([cell(title) for title in ("Formula", "Expected", "Correct", "Text", "Source")])]
    for i, (sheet, formula, expected, source, tolerance) in enumerate(tests):
        rows.append(row([formula_cell(formula, sheet), cell(expected),
                         formula_cell(correct(expected, first + i, tolerance), "Tests"),
                         text_cell("=" + formula), cell(source)]))
    return rows


def data_sheet(cells):
    rows = []
    for i in range(max((r for r, _ in cells), default=-1) + 1):
        width = max((c for r, c in cells if r == i), default=-1) + 1
        rows.append(row([cell(cells.get((i, j), "")) for j in range(width)]))
    return rows


def meta(properties):
    if not properties:
        return ""
    return "<office:meta xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\">%s</office:meta>" % "".join(
        "<meta:user-defined meta:name=%s>%s</meta:user-defined>" % (quoteattr(name), escape(value))
        for name, value in properties)


def write(plan, path):
    sheets = [("Tests", tests_sheet(plan.tests))]
    sheets += [(name, data_sheet(cells)) for name, cells in plan.sheets.items()]
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                  '<!-- SPDX-License-Identifier: GPL-3.0-or-later; made from %s -->\n'
                  '<office:document'
                  ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
                  ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
                  ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
                  ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
                  ' office:version="1.3"'
                  ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
                  '%s<office:body><office:spreadsheet>\n'
                  % (os.path.basename(plan.path), meta(plan.properties)))
        for name, rows in sheets:
            out.write("<table:table table:name=%s>\n" % quoteattr(name))
            out.write("\n".join(rows) or row([cell("")]))
            out.write("\n</table:table>\n")
        out.write("</office:spreadsheet></office:body></office:document>\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: workbook.py PLAN WORKBOOK.fods")
    write(Plan(sys.argv[1]), sys.argv[2])
