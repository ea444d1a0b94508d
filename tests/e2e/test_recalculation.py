# SPDX-License-Identifier: GPL-3.0-or-later
"""Live data, large ranges, and arguments that no cell could make. Run: test_recalculation.py
PACKAGES"""
import glob
import os
import shutil
import sys

# To call the add-in directly this process must know its types, too; before uno is imported.
PROGRAM = os.path.dirname(os.path.realpath(shutil.which(os.environ.get("SOFFICE", "soffice"))))
os.environ["URE_MORE_TYPES"] = " ".join(
    "file://" + os.path.abspath(path)
    for path in [os.path.join(PROGRAM, "types", "offapi.rdb")] +
    glob.glob(os.path.join(sys.argv[1], "**", "servqual.rdb"), recursive=True))

import uno  # noqa: E402

from office import Office  # noqa: E402
from tap import Scratch, check, check_near  # noqa: E402


def formulas_as_data(s):
    s.put("A1:D2", [["=E1+1", 6, 6, 6], [5, "=A1-2", 5, 4]])
    s.put("E1:E1", [[6]])
    s.sheet.getCellRangeByName("F1").setFormula("=ORG.SERVQUAL.ADDIN.GAP5(A1:B2;C1:D2)")
    check_near("answers that are formulas", s.value("F1"), -0.5)
    s.put("E1:E1", [[2]])
    check_near("an edit behind two steps arrives", s.value("F1"), (6 + 6 + 5 + 4 - 3 - 6 - 5 - 1) / 4)
    s.sheet.getCellRangeByName("A1").setFormula("=F1")  # a circle: no number is right, none crashes
    s.document.calculateAll()
    s.sheet.getCellRangeByName("A1").setValue(7)
    check_near("after a circle was mended", s.value("F1"), (21 - 7 - 6 - 5 - 5) / 4)


def large(s):
    rows = [[7, 6]] * 3000
    s.put("A1:B3000", rows)
    check_near("several pieces", s.formula("=SQ.GAP5(A1:A3000;B1:B3000)"), -1.0)
    check_near("whole columns", s.formula("=SQ.GAP5(A:A;B:B)", "AZ1"), -1.0)
    s.put("A2999:A3000", [[1], [1]])
    check_near("the last rows count", s.formula("=SQ.GAP5(A1:A3000;B1:B3000)"),
               (-2998 + 10) / 3000)
    check_near("weights of a whole column", s.formula("=SQ.GAP5(A:A;B:B;;;B:B)"),
               (-2998 + 10) / 3000)
    check("whole rows", s.formula("=SQ.GAP5(1:2;3:4)"), 0.0)
    s.document.Sheets.insertNewByName("Other", 1)
    other = Scratch(s.document, "Other")
    sheet = "$" + s.sheet.Name
    check("the whole sheet", other.formula("=SQ.GAP5({0}.A1:AMJ1048576;{0}.A1:AMJ1048576)".format(sheet)),
          0.0)
    other.sheet.getCellRangeByName("A1:B3000").setArrayFormula(
        "=ORG.SERVQUAL.ADDIN.RECODE(%s.A1:B3000;1;7)" % sheet)
    check("a table of 3,000 rows", [other.value(a) for a in ("A1", "B1", "A3000", "B3000")],
          [1.0, 2.0, 7.0, 2.0])
    s.put("C1:C3000", [["g%d" % (i % 1500)] for i in range(3000)])
    groups = "SQ.GAP.GROUPS(A1:A3000;B1:B3000;C1:C3000)"
    check("1,500 groups, header, test and remark", s.formula("=ROWS(%s)" % groups), 1506.0)
    check("of those left out of a test ten are named",
          s.formula("=LEN(INDEX(%s;1506;5))-LEN(SUBSTITUTE(INDEX(%s;1506;5);\"(\";\"\"))"
                    % (groups, groups)), 10.0)


def cells(*rows):
    return uno.Any("[][]any", tuple(tuple(row) for row in rows))


def direct(office, s):
    """The functions called as a macro would, past what Calc checks."""
    s.put("A1:D2", [[7, 6, 6, 6], [5, 5, 5, 4]])
    addin = office.service("org.servqual.AddIn")
    first, second = (s.sheet.getCellRangeByName(a) for a in ("A1:B2", "C1:D2"))
    void, document = None, s.document

    def call(method, *arguments):
        value = uno.invoke(addin, method, arguments)
        return "error" if isinstance(value, float) and value != value else value

    check("called by a macro", call("gap5", document, first, second, void, void, void), -0.5)
    check("no document", call("gap5", None, first, second, void, void, void), -0.5)
    check("no ranges", call("gap5", document, None, None, void, void, void), "error")
    for name, odd in (("a ragged table", cells([1, 2], [1])), ("no rows", cells()),
                      ("rows without cells", cells([], [])),
                      ("a sequence of numbers", uno.Any("[]double", (1.0, 2.0))),
                      ("a table of nothing", cells([None, None])),
                      ("an object", first), ("a long text", "x" * 100000),
                      ("100,000 labels", cells(["x"] * 100000)), ("a logical", True),
                      ("a whole number", 3)):
        for place in range(3):
            arguments = [void, void, void]
            arguments[place] = odd
            got = call("gap5", document, first, second, *arguments)
            check("%s as argument %d" % (name, 3 + place), got, "error")
        check("%s as an option word" % name, call("ipa", document, first, second, odd), "error")
    check("the office is alive", s.formula("=SQ.GAP5(A1:B2;C1:D2)"), -0.5)
    info = office.service("org.servqual.AddIn")
    check("implementation name", info.getImplementationName(), "org.servqual.AddIn")
    check("supports its service", info.supportsService("org.servqual.AddIn"), True)
    check("supports no other", info.supportsService("com.sun.star.frame.Desktop"), False)


def main():
    with Office(sys.argv[1]) as office:
        for tests in (formulas_as_data, large, lambda s: direct(office, s)):
            document = office.new()
            tests(Scratch(document))
            document.close(True)


if __name__ == "__main__":
    main()
