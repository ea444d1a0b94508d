# SPDX-License-Identifier: GPL-3.0-or-later
"""What the add-in takes for granted of LibreOffice, pinned: what arrives in an argument, what a
coded error shows, what a range reads. Run: test_platform.py PACKAGES (with the probe installed)."""
import sys
import time

import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.sheet import TableFilterField2
from com.sun.star.sheet.FilterOperator2 import GREATER

from office import Office
from tap import Scratch, check

BAD_ARGUMENT, OUT_OF_DOMAIN, NO_DATA, UNDEFINED, NO_CONVERGENCE, NO_MEMORY = range(1, 7)


def arguments(s):
    s.put("A1:C2", [[1, "x", ""], ["=1/0", "=TRUE()", ""]])
    check("any: a number", s.formula("=SQ.PROBE.KINDS(A1)"), "n/")
    check("any: a text", s.formula("=SQ.PROBE.KINDS(B1)"), "s/")
    check("any: a single blank cell is 0", s.formula("=SQ.PROBE.KINDS(C1)"), "n/")
    check("any: a logical is a number", s.formula("=SQ.PROBE.KINDS(B2)"), "n/")
    check("any: left out is void", s.formula("=SQ.PROBE.KINDS()"), "v/")
    check("any: a blank cell of a range is an empty text", s.formula("=SQ.PROBE.KINDS(A1:C1)"),
          "nsb/")
    check("any: one error cell and Calc does not call", s.formula("=SQ.PROBE.KINDS(A1:A2)"),
          "error 504")
    check("any: an array constant", s.formula('=SQ.PROBE.KINDS({1,"a";2,3})'), "ns/nn/")
    check("any: an expression wants array entry", s.array("=ORG.SERVQUALPROBE.ADDIN.PROBEKINDS(A1:C1&\"\")", "E1:E1"),
          [["ssb/"]])


def data(s):
    s.put("A1:C4", [["one", "two", "three"], [1, "x", ""], ["=1/0", "=TRUE()", ""], [2, 3, 4]])
    check("data: header, numbers, blanks, texts, errors", s.formula("=SQ.PROBE.DATA(A1:C4)"),
          "3x3 of 3, n5 b2 s1 e1 one")
    check("data: without the header row", s.formula("=SQ.PROBE.DATA(A2:C4)"),
          "3x3 of 3, n5 b2 s1 e1 -")
    check("data: whole columns end with the used area", s.formula("=SQ.PROBE.DATA(A:C)"),
          "3x3 of 1048575, n5 b2 s1 e1 one")
    s.document.Sheets.insertNewByName("Other", 1)
    other = Scratch(s.document, "Other")
    sheet = "$" + s.sheet.Name
    check("data: the whole sheet", other.formula("=SQ.PROBE.DATA(%s.$A$1:$AMJ$1048576)" % sheet),
          "4x1024 of 1048576, n5 b4086 s4 e1 -")
    check("data: rows after the last filled one are none", s.formula("=SQ.PROBE.DATA(A1:C40)"),
          "3x3 of 39, n5 b2 s1 e1 one")
    check("data: one cell", s.formula("=SQ.PROBE.DATA(A2)"), "1x1 of 1, n1 b0 s0 e0 -")
    check("data: a blank cell", s.formula("=SQ.PROBE.DATA(C2)"), "0x1 of 1, n0 b0 s0 e0 -")
    check("data: a blank range", s.formula("=SQ.PROBE.DATA(M1:O9)"), "0x3 of 9, n0 b0 s0 e0 -")
    check("data: beyond the used area", s.formula("=SQ.PROBE.DATA(A5000:C9000)"),
          "0x3 of 4001, n0 b0 s0 e0 -")
    check("data: a column that nobody filled stays an item", s.formula("=SQ.PROBE.DATA(A2:F3)"),
          "2x6 of 2, n2 b8 s1 e1 -")
    check("data: an array constant", s.formula("=SQ.PROBE.DATA({1;2})"), "error 504")
    check("data: a number", s.formula("=SQ.PROBE.DATA(1)"), "error 504")
    check("data: an expression", s.formula("=SQ.PROBE.DATA(C4:C4+1)"), "error 504")
    check("data: left out", s.formula("=SQ.PROBE.DATA()"), "error 504")
    check("data: two areas", s.formula("=SQ.PROBE.DATA(A1:A2~C1:C2)"), "error 504")


def hide_up_to(s, address, number):
    """Filters the rows whose first column is above a number."""
    filters = s.sheet.getCellRangeByName(address)
    descriptor = filters.createFilterDescriptor(True)
    descriptor.ContainsHeader = True
    field = TableFilterField2()
    field.Field, field.Operator, field.IsNumeric, field.NumericValue = 0, GREATER, True, number
    descriptor.setFilterFields2((field,))
    filters.filter(descriptor)
    check("the filter hides a row", s.sheet.Rows.getByIndex(1).IsVisible, False)
    return filters


def hidden(s):
    s.put("A1:A6", [["a"], [1], [2], [3], [4], [5]])
    s.sheet.Rows.getByIndex(2).IsVisible = False
    check("data: a hidden row counts", s.formula("=SQ.PROBE.DATA(A1:A6)"),
          "5x1 of 5, n5 b0 s0 e0 a")
    s.sheet.Rows.getByIndex(2).IsVisible = True
    hide_up_to(s, "A1:A6", 3)
    check("data: filtered rows count", s.formula("=SQ.PROBE.DATA(A1:A6)"),
          "5x1 of 5, n5 b0 s0 e0 a")


def coded_errors(s):
    for code in (502, 503, 514, 519, 523, 524, 532, 32767):
        shown = "error %d" % code
        check("code %d alone" % code, s.formula("=SQ.PROBE.ERROR(%d)" % code), shown)
        check("code %d in a matrix" % code,
              s.array("=ORG.SERVQUALPROBE.ADDIN.PROBEMATRIX(%d)" % code, "E1:F1"), [[shown, 1.0]])
        check("code %d alone and IFERROR" % code,
              s.formula('=IFERROR(SQ.PROBE.ERROR(%d);"caught")' % code), "caught")
        check("code %d in a matrix and IFERROR" % code,
              s.formula('=IFERROR(INDEX(SQ.PROBE.MATRIX(%d);1;1);"caught")' % code), "caught")
        check("code %d and ISNA" % code, s.formula("=ISNA(SQ.PROBE.ERROR(%d))" % code),
              float(code == 32767))
        check("code %d and ERRORTYPE" % code, s.formula("=ERRORTYPE(SQ.PROBE.ERROR(%d))" % code),
              float(code))


def reasons(s):
    for reason, code in ((BAD_ARGUMENT, 502), (OUT_OF_DOMAIN, 503), (NO_DATA, 532),
                         (UNDEFINED, 32767), (NO_CONVERGENCE, 523), (NO_MEMORY, 514)):
        check("reason %d alone" % reason, s.formula("=SQ.PROBE.REASON(%d)" % reason),
              "error %d" % code)
        check("reason %d in a table, an infinity, a cell left out" % reason,
              s.array("=ORG.SERVQUALPROBE.ADDIN.PROBETABLE(%d)" % reason, "E1:G1"),
              [["error %d" % code, "error 503", ""]])


def block(s, address, rows, columns, cell):
    cells = s.sheet.getCellRangeByName(address).getCellByPosition(0, 0).CellAddress
    s.sheet.getCellRangeByPosition(cells.Column, cells.Row, cells.Column + columns - 1,
                                   cells.Row + rows - 1).setDataArray(tuple(
        tuple(cell(row, column) for column in range(columns)) for row in range(rows)))


def two_ways(s):
    """Numbers as charts take them are those that cells say (range.h, requirement 7)."""
    def check_same(what, address="A1:H3000"):
        check("two ways: %s" % what, s.formula("=SQ.PROBE.SAME(%s)" % address), "same")

    odd = (0.0, -1.5, 1e308, -1e308, 5e-324, 1e-300, 0.1, 3.0)
    block(s, "A1", 3000, 8, lambda row, column: odd[(row + column) % 8])
    check_same("numbers, huge and tiny")
    check_same("whole columns", "A:H")
    block(s, "A1", 1, 8, lambda row, column: "item %d" % column)
    check_same("a header")
    block(s, "A40", 500, 8, lambda row, column: ("", "n/a", 4.0)[(row + column) % 3])
    check_same("blanks and texts")
    s.put("B700:B705", [["=1/0"], ["=NA()"], ["=\"\""], ["=TRUE()"], ["=DATE(2026;1;1)"], ["=\"seven\""]])
    check_same("errors, empty texts, logicals, dates of formulas")
    s.put("D3001:D3004", [["a note"], [""], ["=1/0"], [""]])
    check_same("rows at the end without a number", "A1:H3100")
    check_same("a row of it", "A2:H2999")
    s.sheet.Rows.getByIndex(1500).IsVisible = False
    check_same("a hidden row")
    s.sheet.Rows.getByIndex(1500).IsVisible = True
    s.sheet.Columns.getByIndex(3).IsVisible = False
    check_same("a hidden column")
    s.sheet.Columns.getByIndex(3).IsVisible = True
    s.sheet.getCellRangeByName("A1000:H2000").Rows.IsVisible = False
    check_same("many hidden rows")
    s.sheet.getCellRangeByName("A1000:H2000").Rows.IsVisible = True
    filters = hide_up_to(s, "A1:H3000", 1)
    check_same("filtered rows")
    filters.filter(filters.createFilterDescriptor(True))
    s.sheet.getCellRangeByName("B900:C901").merge(True)
    check_same("merged cells")
    number_as_text(s)
    block(s, "K1", 70000, 1, lambda row, column: row % 7 + 1.0)
    check_same("more rows than a chart takes", "K1:K70000")
    check_same("nothing but blanks", "M1:Z5000")
    block(s, "AA1", 20, 700, lambda row, column: row + column / 8)
    check_same("700 columns", "AA1:AAX20")


def number_as_text(s):
    """A text that is or carries a number among 24,000 cells, wherever it stands (range.h, 8)."""
    def check_seen(what, expected="error 519"):
        check("a number as text: %s" % what, s.formula("=SQ.PROBE.SAME(A1:H3000)"), expected)

    for text in ("7", "=\"7\"", "4 – agree"):
        s.put("C2500", [[text]])
        s.sheet.getCellRangeByName("C2500").setFormula(text if text[0] == "=" else "'" + text)
        check_seen(text)
        for rows in ("C100", "C2400", "C2500"):
            s.sheet.getCellRangeByName(rows).Rows.IsVisible = False
            check_seen("%s, %s hidden" % (text, rows))
            s.sheet.getCellRangeByName(rows).Rows.IsVisible = True
    for text in ("agree", "n/a", "see the note of 3 March, please"):
        s.put("C2500", [[text]])
        check_seen(text, "same")
    s.put("C2500", [[4.0]])


def texts_of_results(s):
    """Calc takes the texts of a result one by one, each moving the numbers below it."""
    def timed(formula):
        begin = time.monotonic()
        return s.formula(formula), time.monotonic() - begin < 10

    s.put("A1:A3", [["like"], ["dislike"], ["neutral"]])
    check("a whole column by value, blank rows at its end", timed("=SQ.KANO.CODE(A:A)"),
          (1.0, True))
    s.put("B1", [[4]])
    for rows, expected in ((200000, 50.0), (300000, "error 503")):
        s.put("B%d" % rows, [[4]])
        check("%d blanks between numbers" % rows,
              timed("=SQ.RESCALE(B1:B%d;1;7;0;100)" % rows), (expected, True))


def main():
    with Office(sys.argv[1]) as office:
        for tests in (arguments, data, hidden, two_ways, coded_errors, reasons,
                      texts_of_results):
            document = office.new()
            tests(Scratch(document))
            document.close(True)


if __name__ == "__main__":
    main()
