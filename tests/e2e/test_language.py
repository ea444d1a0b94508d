# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of results follow the workbook's property SQ.Language, never the office.
Run: test_language.py PACKAGES"""
import gettext
import glob
import os
import re
import subprocess
import sys
import tempfile

import uno  # noqa: F401
from com.sun.star.beans.PropertyAttribute import REMOVABLE

from office import Office
from tap import Scratch, check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
REPORT = "=ORG.SERVQUAL.ADDIN.GAPDIMENSIONS(A1:B3;C1:D3)"


def set_language(document, tag):
    properties = document.DocumentProperties.UserDefinedProperties
    if properties.PropertySetInfo.hasPropertyByName("SQ.Language"):
        properties.removeProperty("SQ.Language")
    if tag:
        properties.addProperty("SQ.Language", REMOVABLE, tag)
    document.calculateAll()


def try_documents(office, where):
    document = office.new()
    s = Scratch(document)
    s.put("A1:D3", [[7, 6, 6, 6], [5, 5, 5, 4], [6, 5, 4, 4]])
    s.sheet.getCellRangeByName("F1:S2").setArrayFormula(REPORT)
    for tag, expected in ((None, "Dimension"), ("zh-CN", "维度"), ("en-US", "Dimension"),
                          ("zh-TW", "维度"), ("fr", "Dimension"), ("", "Dimension"),
                          ("zh-CN", "维度")):
        set_language(document, tag)
        check("%s: SQ.Language %s" % (where, tag), s.value("F1"), expected)
    check("%s: the overall row is Chinese" % where, s.value("F2"), "总体")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "chinese.ods")
        office.save(document, path, "calc8")
        document.close(True)
        again = office.open(path)
        again.calculateAll()
        check("%s: a saved Chinese workbook stays Chinese" % where, Scratch(again).value("F1"),
              "维度")
        again.close(True)


def words_of_results():
    """Texts that can come into a cell: those marked outside parameters and rows of the catalogue."""
    described = re.compile(r"const sq_(?:parameter|function|family) \w+ = \{.*?\};\n", re.DOTALL)
    marked = re.compile(r'N_\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
    for path in sorted(glob.glob(os.path.join(TOP, "addin", "functions", "**", "*.c"),
                                 recursive=True) +
                       glob.glob(os.path.join(TOP, "src", "*", "*.c"))):
        with open(path, encoding="utf-8") as file:
            code = described.sub("", file.read())
        for match in marked.finditer(code):
            yield "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(1))).replace('\\"', '"')


def check_translated():
    with tempfile.NamedTemporaryFile() as compiled:
        subprocess.run(["msgfmt", "-o", compiled.name,
                        os.path.join(TOP, "addin", "po", "zh_CN.po")], check=True)
        with open(compiled.name, "rb") as file:
            chinese = gettext.GNUTranslations(file)._catalog
    words = set(words_of_results())
    check("words of results were found in the code", len(words) > 40, True)
    check("every word that a function can return exists in Chinese",
          sorted(word for word in words if not chinese.get(word)), [])


# Names and symbols that are the same in both languages.
SYMBOLS = re.compile(r"(SD|SE|KMO|AVE|CR|CI|HTMT|VIF|SRMR|RMSEA|RMSE|MAE|CFI|TLI|MSV|GoF|rho_[Acac]|PLS|ACSI|ECSI(-2)?|SCSB|CCSI"
                     r"|NPS|SQ\.[A-Za-z.]+|Fisher|df|SGP|DGP|MSA|BIC|AIC|Holm|Fong|Welch|Better|Worse|servqual|BC|mode)")


def calls_of(document):
    """The calls of the add-in in a workbook, each once, without what picks one cell of a table."""
    found = {}
    for sheet in document.Sheets:
        for cell in sheet.queryContentCells(16).Cells:
            call = re.fullmatch(r"\{?=(?:INDEX\()?(ORG\.SERVQUAL\.ADDIN\..*?\))(?:;\d+;\d+\))?\}?",
                                cell.Formula)
            if call and call.group(1).count("(") == call.group(1).count(")"):
                found.setdefault((sheet.Name, call.group(1)))
    return list(found)


def texts_of(document, sheet, call):
    cells = document.Sheets.getByName(sheet).getCellRangeByName("GA1:GZ60")
    cells.setArrayFormula("=" + call)
    texts = {cell for row in cells.DataArray for cell in row if isinstance(cell, str)}
    cells.clearContents(1 | 2 | 4 | 16)
    return texts


def data_of(document):
    return {cell.String for sheet in document.Sheets
            for cell in sheet.queryContentCells(4).Cells}


def english_words(document, calls, data):
    left = set()
    for sheet, call in calls:
        for text in texts_of(document, sheet, call):
            words = SYMBOLS.sub("", text)
            for cell in sorted(data, key=len, reverse=True):
                words = words.replace(cell, "") if cell else words
            if re.search(r"[A-Za-z]{2,}", words):
                left.add((call[:60], text))
    return sorted(left)


def check_no_english_is_left(office, path):
    document = office.open_copy(path)
    name, calls, data = os.path.basename(path), calls_of(document), data_of(document)
    check("%s: English words of %d calls are found" % (name, len(calls)),
          english_words(document, calls[::4], data) != [], True)
    set_language(document, "zh-CN")
    check("%s: none is left in Chinese" % name, english_words(document, calls, data)[:10], [])
    document.close(True)


def main():
    check_translated()
    with Office(sys.argv[1]) as office:
        for path in sorted(glob.glob(os.path.join(TOP, "tests", "workbooks", "*.fods"))):
            check_no_english_is_left(office, path)
    for language in ("en-US", "zh-CN"):
        with Office(sys.argv[1], language=language) as office:
            try_documents(office, "office in " + language)


if __name__ == "__main__":
    main()
