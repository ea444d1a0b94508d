# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook with everything that a person puts into one, in the formats of batches.
Run: everything.py FOLDER NAME   writes NAME.ods, NAME.fods, NAME.xlsx, NAME.xls; tests/e2e/written has
those of LibreOffice 25.2 and 26.8, made so in the chroots of `make compat`."""
import os
import struct
import sys
import zlib

import uno  # noqa: F401
from com.sun.star.awt import Point, Rectangle, Size
from com.sun.star.table import CellRangeAddress

from office import Office, properties, url
from tap import Scratch

FILTERS = {"ods": "calc8", "fods": "OpenDocument Spreadsheet Flat XML",
           "xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97"}
SVG = (b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" '
       b'height="9"><defs><g id="a"/></defs><use xlink:href="#a"/><rect width="9" height="9" '
       b'fill="url(#a)"/>%s</svg>')


def png():
    def chunk(kind, data):
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">LLBBBBB", 1, 1, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b""))


def fill(office, document, folder):
    """Everything that a person puts into a survey's workbook."""
    s = Scratch(document)
    s.put("A1:D3", [[7, 6, 6, 4], [5, 5, 4, 5], [6, 4, 5, 3]])
    sheet = s.sheet
    sheet.getCellRangeByName("F1").Formula = "=ORG.SERVQUAL.ADDIN.GAP5(A1:B3;C1:D3)"
    sheet.getCellRangeByName("F2").Formula = '=IF(A1>1;"see http://example.org/[1]Sheet!A1 (#1)";"")'
    sheet.getCellRangeByName("F3").Formula = '=HYPERLINK("https://example.org/";"here")'
    sheet.getCellRangeByName("F4").setString("WEBSERVICE(x) 'file:///a.ods'#$B.A1")
    sheet.Annotations.insertNew(sheet.getCellRangeByName("A1").CellAddress, "a note, http://x.org/")
    document.NamedRanges.addNewByName("answers", "$Sheet1.$A$1:$D$3",
                                      sheet.getCellRangeByName("A1").CellAddress, 0)
    sheet.Charts.addNewByName("chart", Rectangle(1000, 3000, 8000, 6000),
                              (CellRangeAddress(0, 0, 0, 3, 2),), False, False)
    for number, data in enumerate((png(), SVG % b"")):
        path = os.path.join(folder, "picture%d.%s" % (number, ("png", "svg")[number]))
        with open(path, "wb") as file:
            file.write(data)
        provider = office.service("com.sun.star.graphic.GraphicProvider")
        shape = document.createInstance("com.sun.star.drawing.GraphicObjectShape")
        shape.Graphic = provider.queryGraphic(properties(URL=url(path)))
        sheet.DrawPage.add(shape)
        shape.Position, shape.Size = Point(1000, 12000 + 2000 * number), Size(1000, 1000)
    box = document.createInstance("com.sun.star.drawing.ControlShape")
    box.Control = document.createInstance("com.sun.star.form.component.CheckBox")
    box.Size = Size(1000, 1000)
    sheet.DrawPage.add(box)
    text = sheet.getCellRangeByName("A5")
    field = document.createInstance("com.sun.star.text.TextField.URL")
    field.URL, field.Representation = "https://example.org/", "a link to click on"
    text.insertTextContent(text.createTextCursor(), field, False)
    tables = sheet.DataPilotTables
    pilot = tables.createDataPilotDescriptor()
    pilot.setSourceRange(CellRangeAddress(0, 0, 0, 3, 2))
    tables.insertNewByName("pilot", sheet.getCellRangeByName("H20").CellAddress, pilot)
    document.Sheets.insertNewByName("Пусто '2' x", 1)
    if not document.BasicLibraries.hasByName("Standard"):
        document.BasicLibraries.createLibrary("Standard")


def write(office, folder, name="real"):
    document = office.new()
    fill(office, document, folder)
    for kind, filter_name in FILTERS.items():
        document.storeToURL(url(os.path.join(folder, "%s.%s" % (name, kind))),
                            properties(FilterName=filter_name))
    document.close(True)


if __name__ == "__main__":
    with Office("build/office") as office:
        write(office, *sys.argv[1:])
