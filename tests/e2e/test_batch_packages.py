# SPDX-License-Identifier: GPL-3.0-or-later
"""What servqual-batch says of a workbook before it opens it: real files of LibreOffice and openpyxl may
stay, links and macros are found however they are written, what is damaged is named.
Run: test_batch_packages.py PACKAGES"""
import base64
import io
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.worksheet.datavalidation import DataValidation
import uno  # noqa: F401

import compound
import look
from everything import FILTERS, SVG, png, write
from office import Office, properties, url
from tap import check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
OTHERS = os.path.join(TOP, "tests", "e2e", "written")  # by everything.py in other LibreOffices


def verdict(path):
    return look.verdict(path)["refused"]


def begins(name, path, begin):
    said = verdict(path)
    check(name, said is not None and said.startswith(begin) or said, True)


# ---- Real files.

def check_real(office, folder):
    write(office, folder)
    others = [os.path.join(OTHERS, name) for name in sorted(os.listdir(OTHERS)) if name[0] in "0123456789"]
    check("files of other LibreOffices", len(others), 8)
    for path in [os.path.join(folder, "real." + kind) for kind in FILTERS] + others:
        said = look.verdict(path)
        check("%s may stay" % os.path.basename(path), (said["refused"], said.get("sheets")),
              (None, ["Sheet1", "Пусто '2' x"]))
    with open(os.path.join(folder, "real.fods"), "rb") as file:
        check("(with the empty library Standard that every .fods has)",
              b"<ooo:library-embedded" in file.read(), True)
    check_linked(office, folder)
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([7, 6, 6, 4], [5, 5, 4, 5], [6, 4, 5, 3]):
        sheet.append(row)
    sheet["F1"] = "=SUM(A1:D3)"
    sheet["F2"] = '=IF(A1>1,"[1]Sheet!A1","")'
    sheet["A1"].comment = Comment("a note", "someone")
    sheet["A2"].hyperlink = "https://example.org/"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, max_col=4, min_row=1, max_row=3))
    sheet.add_chart(chart, "H1")
    sheet.add_data_validation(DataValidation(type="list", formula1='"1,2,3"'))
    sheet.conditional_formatting.add("A1:D3", FormulaRule(formula=["A1>B1"]))
    sheet.conditional_formatting.add("A1:D3", ColorScaleRule("min", None, "FF0000", "max", None,
                                                             "00FF00"))
    with_picture = io.BytesIO(png())
    try:
        sheet.add_image(Image(with_picture), "H20")
    except ImportError:
        pass  # openpyxl needs PIL for it
    book.create_sheet("empty")
    book.save(os.path.join(folder, "openpyxl.xlsx"))
    said = look.verdict(os.path.join(folder, "openpyxl.xlsx"))
    check("openpyxl's .xlsx may stay", (said["refused"], said.get("sheets")),
          (None, ["Sheet", "empty"]))
    samples = [os.path.join(TOP, "samples", name) for name in sorted(os.listdir(
        os.path.join(TOP, "samples"))) if name.endswith(".ods")]
    check("the samples may stay", {verdict(path) for path in samples}, {None})


def check_linked(office, folder):
    """Links and passwords as LibreOffice itself writes them."""
    document = office.new()
    sheet = document.Sheets.getByIndex(0)
    sheet.getCellRangeByName("A1").Value = 1
    for kind, filter_name in FILTERS.items():
        if kind in ("ods", "xls"):  # .xlsx: test_batch.py
            path = os.path.join(folder, "password." + kind)
            document.storeToURL(url(path), properties(FilterName=filter_name, Password="x"))
            begins("LibreOffice's .%s with a password" % kind, path, "It is protected")
    sheet.getCellRangeByName("A2").Formula = "='%s'#$Sheet1.A1" % url(
        os.path.join(folder, "real.ods"))
    for kind, filter_name in FILTERS.items():
        path = os.path.join(folder, "linked." + kind)
        document.storeToURL(url(path), properties(FilterName=filter_name))
        begins("LibreOffice's .%s with a link" % kind, path, LINKED)
    document.close(True)


# ---- Links, however they are written.

ODF = ('<?xml version="1.0" encoding="UTF-8"?>\n%s<office:document '
       'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
       'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
       'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" '
       'xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" '
       'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
       'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" '
       'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
       'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" '
       'xmlns:ooo="http://openoffice.org/2004/office" xmlns:xforms="http://www.w3.org/2002/xforms" '
       'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" '
       'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">%s'
       '<office:body><office:spreadsheet>%s<table:table table:name="S">%s<table:table-row>'
       '<table:table-cell office:value-type="float" office:value="1"%s>%s<text:p>1</text:p>'
       '</table:table-cell></table:table-row></table:table>%s</office:spreadsheet></office:body>'
       '</office:document>')
FRAME = "<draw:frame>%s</draw:frame>"
LINKED = "It takes data from outside"
MACROS = "It has a macro."
ACTIVE = "It has active content"

# name, place in the document (0 doctype, 1 before the body, 2 before and 3 in the sheet, 4 attribute of a
# cell, 5 in a cell, 6 after the sheet), what stands there, what is said
WAYS = (
    ("nothing", 5, "", None),
    ("text that looks like a link", 5, "<text:p>&lt;draw:image xlink:href='http://x/'/&gt;</text:p>",
     None),
    ("a link to click on", 5, '<text:p><text:a xlink:href="http://x/">x</text:a></text:p>', None),
    ("an anchor", 5, FRAME % '<draw:object xlink:href="#S"/>', None),
    ("a comment", 1, "<!-- <draw:image xlink:href='http://x/'/> -->", None),
    ("the template's name", 1, '<office:meta><meta:template xlink:href="../../x.ots"/></office:meta>',
     None),
    ("an empty library", 1, '<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries>'
     '<ooo:library-embedded ooo:name="Standard"/></ooo:libraries></office:script></office:scripts>',
     None),
    ("a formula with a text", 4, ' table:formula="of:=&quot;WEBSERVICE(1)&quot;"', None),
    ("a formula with a quoted sheet", 4, ' table:formula="of:=[$\'a b\'.A1]+[.B1]"', None),
    ("double quotes", 5, FRAME % '<draw:image xlink:href="http://x/y.png"/>', LINKED),
    ("single quotes", 5, FRAME % "<draw:image xlink:href='http://x/y.png'/>", LINKED),
    ("a character reference", 5, FRAME % "<draw:image xlink:href='&#x68;ttp&#58;//x/y'/>", LINKED),
    ("another prefix", 5, FRAME % '<draw:image xmlns:q="http://www.w3.org/1999/xlink" '
     'q:href = "http://x/y"/>', LINKED),
    ("another prefix of the element", 5, '<d:frame xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing'
     ':1.0"><d:image\nxlink:href\n=\n"http://x/"/></d:frame>', LINKED),
    ("a newer namespace", 5, '<d:image xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.4" '
     'xlink:href="https://x/"/>', LINKED),
    ("an absolute path", 5, FRAME % '<draw:image xlink:href="/etc/passwd"/>', LINKED),
    ("a file", 5, FRAME % '<draw:image xlink:href="file:///etc/passwd"/>', LINKED),
    ("a path out of the folder", 5, FRAME % '<draw:image xlink:href="../x.png"/>', LINKED),
    ("a percent sign", 5, FRAME % '<draw:image xlink:href="%2e%2e/x.png"/>', LINKED),
    ("a share", 5, FRAME % '<draw:image xlink:href="\\\\host\\x.png"/>', LINKED),
    ("another scheme", 5, FRAME % '<draw:image xlink:href="smb://host/x.png"/>', LINKED),
    ("a package of its own", 5, FRAME % '<draw:image xlink:href="vnd.sun.star.pkg://x/y"/>', LINKED),
    ("a fill", 1, '<office:styles><draw:fill-image draw:name="f" xlink:href="http://x/"/>'
     '</office:styles>', LINKED),
    ("a background", 1, '<office:styles><style:background-image xlink:href="file:///x.png"/>'
     '</office:styles>', LINKED),
    ("a font", 1, '<office:font-face-decls><style:font-face style:name="f"><svg:font-face-src>'
     '<svg:font-face-uri xlink:href="http://x/f.ttf"/></svg:font-face-src></style:font-face>'
     '</office:font-face-decls>', LINKED),
    ("an object", 5, FRAME % '<draw:object xlink:href="http://x/o.ods"/>', LINKED),
    ("an OLE object", 5, FRAME % '<draw:object-ole xlink:href="file:///o.bin"/>', LINKED),
    ("a chart's data", 5, FRAME % '<draw:object><chart:chart xlink:href="http://x/"/></draw:object>',
     LINKED),
    ("a chart's range", 5, '<chart:series chart:values-cell-range-address='
     '"\'file:///x.ods\'#$S.$A$1:.$A$3"/>', LINKED),
    ("a form's picture", 3, '<office:forms><form:form><form:image form:image-data="http://x/"/>'
     '</form:form></office:forms>', LINKED),
    ("a form's database", 3, '<office:forms><form:form form:datasource="Customers"/></office:forms>',
     LINKED),
    ("a form's page", 3, '<office:forms><form:form xlink:href="http://x/"/></office:forms>', LINKED),
    ("an empty form", 3, '<office:forms><form:form xlink:href="" form:datasource=""/></office:forms>',
     None),
    ("a linked sheet", 3, '<table:table-source xlink:href="x.ods"/>', LINKED),
    ("a linked range", 5, '<table:cell-range-source xlink:href="x.ods"/>', LINKED),
    ("a data mapping", 6, '<calcext:data-mappings><calcext:data-mapping xlink:href="x.csv"/>'
     '</calcext:data-mappings>', LINKED),
    ("a DDE link", 6, '<table:dde-links><table:dde-link/></table:dde-links>', LINKED),
    ("a database range", 6, '<table:database-ranges><table:database-range><table:database-source-sql/>'
     '</table:database-range></table:database-ranges>', LINKED),
    ("another workbook", 4, ' table:formula="of:=[\'file:///x.ods\'#$S.A1]"', LINKED),
    ("another workbook by &apos;", 4, ' table:formula="of:=[&apos;file:///x.ods&apos;#$S.A1]"', LINKED),
    ("WEBSERVICE", 4, " table:formula='of:=COM.MICROSOFT.WEBSERVICE (&quot;http://x/&quot;)'", LINKED),
    ("webservice in a name", 6, '<table:named-expressions><table:named-expression table:name="n" '
     'table:expression="webservice(&quot;x&quot;)"/></table:named-expressions>', LINKED),
    ("DDE", 4, ' table:formula="of:=DDE(&quot;soffice&quot;;&quot;x&quot;;&quot;y&quot;)"', LINKED),
    ("DDE in a condition", 6, '<calcext:conditional-formats><calcext:condition calcext:value='
     '"formula-is(DDE(1;2;3))"/></calcext:conditional-formats>', LINKED),
    ("INDIRECT to another workbook", 4, ' table:formula="of:=INDIRECT(&quot;\'file:///x.ods\'#$S.A1&quot;'
     ')"', LINKED),
    ("a page loaded again", 1, '<office:meta><meta:auto-reload xlink:href="http://x/"/></office:meta>',
     LINKED),
    ("a plug-in", 5, FRAME % "<draw:plugin/>", ACTIVE),
    ("an applet", 5, FRAME % "<draw:applet/>", ACTIVE),
    ("a frame", 5, FRAME % '<draw:floating-frame xlink:href="x"/>', ACTIVE),
    ("an XForms model", 3, '<office:forms><xforms:model/></office:forms>', ACTIVE),
    ("a module", 1, '<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries>'
     '<ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="M"/></ooo:library-embedded>'
     '</ooo:libraries></office:script></office:scripts>', MACROS),
    ("a linked library", 1, '<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries>'
     '<ooo:library-linked ooo:name="L" xlink:href="file:///x"/></ooo:libraries></office:script>'
     '</office:scripts>', MACROS),
    ("another language", 1, '<office:scripts><office:script script:language="ooo:Python"/>'
     '</office:scripts>', MACROS),
    ("an event", 1, '<office:scripts><office:event-listeners><script:event-listener '
     'script:event-name="dom:load" xlink:href="vnd.sun.star.script:x"/></office:event-listeners>'
     '</office:scripts>', MACROS),
    ("an event of a shape", 5, '<office:event-listeners xmlns:o="x"><script:event-listener/>'
     '</office:event-listeners>', MACROS),
    ("a macro behind a link", 5, '<text:p><text:a xlink:href="vnd.sun.star.script:x">x</text:a></text:p>',
     MACROS),
    ("an entity", 0, '<!DOCTYPE d [<!ENTITY e "http://x/">]>', "It is no readable"),
    ("an entity from outside", 0, '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
     "It is no readable"),
)


def odf(place, text):
    parts = [""] * 7
    parts[place] = text
    return ODF % tuple(parts)


def ods(path, content, extra=(), manifest=""):
    """A package of one content and other parts."""
    content = re.sub(r"(<office:document\b)", "<office:document-content", content, 1)
    content = content.replace("</office:document>", "</office:document-content>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                         zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/'
            'vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/>%s</manifest:manifest>' % manifest))
        for name, data in extra:
            package.writestr(name, data)


def said_of(path, expected):
    said = verdict(path)
    return said == expected if expected is None or said is None else said.startswith(expected)


def check_ways(folder):
    flat, package = os.path.join(folder, "x.fods"), os.path.join(folder, "x.ods")
    for name, place, text, expected in WAYS:
        with open(flat, "w", encoding="utf-8") as file:
            file.write(odf(place, text))
        ods(package, odf(place, text))
        check("flat: %s" % name, said_of(flat, expected) or verdict(flat), True)
        check("package: %s" % name, said_of(package, expected) or verdict(package), True)
    link = odf(5, FRAME % "<draw:image xlink:href='http://x/y.png'/>")
    for encoding in ("utf-16", "utf-8-sig", "iso-8859-1"):
        with open(flat, "wb") as file:
            file.write(link.replace("UTF-8", encoding.replace("-sig", "")).encode(encoding))
        check("flat: a link in %s" % encoding, said_of(flat, LINKED) or verdict(flat), True)
    with open(flat, "wb") as file:
        file.write(link.replace("UTF-8", "utf-7").encode("utf-7"))
    check("flat: utf-7", said_of(flat, "It is no readable") or verdict(flat), True)


# ---- Pictures and other parts.

PICTURES = (
    ("a PNG", png(), None), ("an SVG", SVG % b"", None),
    ("data in an SVG", SVG % b'<image xlink:href="data:image/png;base64,AAAA"/>', None),
    ("a link in an SVG", SVG % b"<image xlink:href='file:///etc/x.png'/>", LINKED),
    ("a path in an SVG", SVG % b"<image href='x.png'/>", LINKED),
    ("a style of an SVG", SVG % b"<style>@import 'http://x/'</style>", LINKED),
    ("a fill of an SVG", SVG % b"<rect style='fill:url( \"http://x/#a\" )'/>", LINKED),
    ("a picture in a picture in an SVG", SVG % b'<image href="data:image/svg+xml;base64,AAAA"/>',
     LINKED),
    ("a style sheet of an SVG", b'<?xml-stylesheet href="http://x/"?>' + SVG % b"", LINKED),
    ("a packed SVG", b"", LINKED),
    ("an EPS", b"%!PS-Adobe-3.0 EPSF-3.0\n", "It has a picture of a kind"),
    ("an SVG that is cut", (SVG % b"")[:-9], "It is no readable"),
)
PARTS = (
    ("a Python script", "Scripts/python/x.py", b"", MACROS),
    ("a module", "Basic/Standard/M.xml", b"<x/>", MACROS),
    ("a library's list with a module", "Basic/Standard/script-lb.xml",
     b'<library:library xmlns:library="http://openoffice.org/2000/library"><library:element '
     b'library:name="M"/></library:library>', MACROS),
    ("an empty library's list", "Basic/Standard/script-lb.xml",
     b'<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'
     b'<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"/>',
     None),
    ("a dialogue", "Dialogs/Standard/D.xml", b"<x/>", MACROS),
    ("an empty accelerator list", "Configurations2/accelerator/current.xml", b"", None),
    ("a file of another kind", "x.exe", b"MZ\0\0", "It has a picture of a kind"),
    ("a zip", "x.zip", b"PK\3\4", ACTIVE),
    ("styles with a link", "styles.xml", b'<s xmlns:xlink="http://www.w3.org/1999/xlink"><fill-image '
     b'xlink:href="http://x/"/></s>', LINKED),
    ("an object's content with a link", "Object 1/content.xml",
     b'<s xmlns:l="http://www.w3.org/1999/xlink"><image l:href="../../x"/></s>', LINKED),
    ("an object's content that refers to the workbook", "Object 1/content.xml",
     b'<s xmlns:l="http://www.w3.org/1999/xlink"><chart l:href=".."/></s>', None),
    ("settings that are cut", "settings.xml", b"<settings>", "It is no readable"),
)


def check_pictures(folder):
    import gzip
    path = os.path.join(folder, "x.ods")
    content = odf(5, FRAME % '<draw:image xlink:href="Pictures/p" xlink:type="simple"/>')
    for name, data, expected in PICTURES:
        data = data or gzip.compress(SVG % b"<image xlink:href='file:///x'/>")
        ods(path, content, [("Pictures/p", data)])
        check("package: %s" % name, said_of(path, expected) or verdict(path), True)
        flat = os.path.join(folder, "x.fods")
        with open(flat, "w") as file:
            file.write(odf(5, FRAME % "<draw:image><office:binary-data>%s</office:binary-data>"
                           "</draw:image>" % base64.b64encode(data).decode()))
        check("flat: %s" % name, said_of(flat, expected) or verdict(flat), True)
    ods(path, content)
    check("a picture that is missing", verdict(path).startswith("It is no readable"), True)
    for name, part, data, expected in PARTS:
        ods(path, odf(5, ""), [(part, data)])
        check("part: %s" % name, said_of(path, expected) or verdict(path), True)
    ods(path, odf(5, ""), manifest='<manifest:file-entry manifest:full-path="content.xml"><manifest:'
        'encryption-data/></manifest:file-entry>')
    check("a password", verdict(path).startswith("It is protected"), True)


# ---- Office Open XML.

def rewritten(source, path, changes=(), added=()):
    """A package with parts changed: {name: function of its bytes; None removes it}."""
    changes = dict(changes)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            change = changes.get(item.filename, lambda data: data)
            if change:
                new.writestr(item.filename, change(old.read(item)))
        for name, data in added:
            new.writestr(name, data)


def relation(kind, target, mode='TargetMode="External"'):
    return lambda data: data.replace(b"</Relationships>", (
        "<Relationship Id='rIdX' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/%s' Target='%s' %s/></Relationships>" % (kind, target, mode)).encode())


def formula(text):
    return lambda data: re.sub(rb"<f>[^<]*</f>", b"<f>%s</f>" % text, data, 1)


def check_ooxml(folder):
    source, path = os.path.join(folder, "openpyxl.xlsx"), os.path.join(folder, "changed.xlsx")
    book, sheet = "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    for name, changes, added, expected in (
            ("as it is", {}, (), None),
            ("a linked picture", {rels: relation("image", "http://x/y.png")}, (), LINKED),
            ("a linked picture, mode in another way", {rels: relation(
                "image", "file:///x.png", 'TargetMode="external"')}, (), LINKED),
            ("a picture inside that is outside", {rels: relation("image", "http://x/", "")}, (), LINKED),
            ("a picture out of the package", {rels: relation("image", "../../../x", "")}, (), LINKED),
            ("another workbook", {book: relation("externalLink", "e.xml", "")}, (), LINKED),
            ("a connection", {book: relation("connections", "c.xml", "")}, (), LINKED),
            ("a query", {rels: relation("queryTable", "q.xml", "")}, (), LINKED),
            ("an object elsewhere", {rels: relation("oleObject", "file:///x.doc")}, (), LINKED),
            ("a page to click on", {rels: relation("hyperlink", "http://x/")}, (), None),
            ("what Google Sheets adds", {book: relation("workbookmetadata", "metadata", "")},
             (("xl/metadata", b"\n\x0b"),), None),
            ("pictures in cells of WPS", {book: relation("cellImage", "cellimages.xml", "")},
             (("xl/cellimages.xml", "<c/>"),), None),
            ("a kind nobody knows", {rels: relation("wonder", "w.xml", "")}, (), ACTIVE),
            ("a control", {}, (("xl/activeX/activeX1.xml", "<a/>"),), ACTIVE),
            ("a macro", {}, (("xl/vbaProject.bin", b"x"),), MACROS),
            ("a macro by another name", {book: relation("vbaProject", "v.bin", "")}, (), MACROS),
            ("a macro sheet", {book: relation("xlMacrosheet", "m.xml", "")}, (), MACROS),
            ("WEBSERVICE", {sheet: formula(b"_xlfn.WEBSERVICE(&quot;http://x/&quot;)")}, (), LINKED),
            ("another workbook in a formula", {sheet: formula(b"'/tmp/[b.xlsx]S'!A1")}, (), LINKED),
            ("DDE in a formula", {sheet: formula(b"cmd|'/C x'!A0")}, (), LINKED),
            ("a name of this workbook", {sheet: formula(b"[0]!n")}, (), None),
            ("a table", {sheet: formula(b"SUM(T[[#All],[a]])")}, (), None),
            ("a sheet that is cut", {sheet: lambda data: data[:len(data) // 2]}, (),
             "It is no readable"),
            ("a sheet without rows", {sheet: lambda data: re.sub(
                rb"<sheetData>.*</sheetData>", b"", data, flags=re.S)}, (), "It is no readable"),
            ("a sheet that is missing", {sheet: None}, (), "It is no readable"),
            ("no workbook", {"xl/workbook.xml": None}, (), "It is no readable"),
            ("no list of kinds", {"[Content_Types].xml": None}, (), "It is no readable"),
            ("an entity", {sheet: lambda data: b"<!DOCTYPE w [<!ENTITY a 'b'>]>" + re.sub(
                rb"<\?xml[^>]*\?>", b"", data)}, (), "It is no readable")):
        rewritten(source, path, changes, added)
        check("xlsx: %s" % name, said_of(path, expected) or verdict(path), True)


# ---- Workbooks of Excel 97 to 2003: records and names changed where LibreOffice put them.

def entry_renamed(data, old, new):
    """Another name in the directory of a compound file."""
    at = data.index(old.encode("utf-16-le"))
    name = new.encode("utf-16-le")
    return (data[:at] + name + bytes(64 - len(name)) + struct.pack("<H", len(name) + 2) +
            data[at + 66:])


def check_xls(folder):
    with open(os.path.join(folder, "real.xls"), "rb") as file:
        data = file.read()
    listed = re.search(rb"\x85\0..(....)\0\0\x06[\0\1]S", data, re.S)
    path = os.path.join(folder, "changed.xls")
    for name, changed, expected in (
            ("as it is", data, None),
            ("a project of VBA", entry_renamed(data, "\5SummaryInformation", "_VBA_PROJECT_CUR"), MACROS),
            ("a linked object", entry_renamed(data, "\5SummaryInformation", "LNK00000001"), LINKED),
            ("a sheet of macros", data[:listed.start() + 9] + b"\1" + data[listed.start() + 10:], MACROS),
            ("a sheet that is elsewhere", data[:listed.start() + 4] + b"\1" +
             data[listed.start() + 5:], "It is no readable"),
            ("Excel 95", entry_renamed(data, "Workbook", "Book"), "It is no readable"),
            ("without a workbook", entry_renamed(data, "Workbook", "Nothing"), "It is no readable")):
        with open(path, "wb") as file:
            file.write(changed)
        check("xls: %s" % name, said_of(path, expected) or verdict(path), True)

    def properties_of(*pairs):
        data = b"".join(struct.pack("<HL", key, value) for key, value in pairs)
        return struct.pack("<HHL", 0xf, 0xf004, len(data) + 8) + struct.pack(
            "<HHL", len(pairs) << 4 | 3, 0xf00b, len(data)) + data

    for name, drawing, refused in (
            ("a picture of its own, with a name", ((0x4104, 1), (0xc105, 20)), False),
            ("a linked picture", ((0x4104, 1), (0xc105, 20), (0x106, 0xa)), True),
            ("a picture that is nowhere", ((0xc105, 20),), True),
            ("a linked fill", ((0x4186, 1), (0xc187, 20), (0x188, 0xe)), True)):
        try:
            compound.check_drawing(properties_of(*drawing))
            said = False
        except look.Refused:
            said = True
        check("xls: %s" % name, said, refused)


# ---- Damage.

def check_damage(folder):
    for name, data, expected in (
            ("empty.ods", b"", "It is no readable workbook: it is empty"),
            ("words.xls", b"a\tb\n1\t2\n", "It is no readable"),
            ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>", "It is no readable"),
            ("picture.csv", png(), "It is no readable"),
            ("text.csv", b"1;2\n", "It is no readable workbook: it is a text table"),
            ("old.xls", b"\x09\x08\x08\x00\x00\x05", "It is no readable"),
            ("bomb.fods", odf(5, "<draw:image " * 90000).encode(), "It is no readable"),
            ("deep.fods", odf(5, "<text:p>" * 200000).encode(), "It is no readable")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        begins("%s is named" % name, os.path.join(folder, name), expected)
    for kind in ("ods", "xlsx", "xls"):
        with open(os.path.join(folder, "real." + kind), "rb") as file:
            data = file.read()
        path = os.path.join(folder, "cut." + kind)
        for share in (2, 3, 10):
            with open(path, "wb") as file:
                file.write(data[:len(data) * (share - 1) // share])
            begins("half an .%s (all but 1/%d)" % (kind, share), path, "It is no readable")
    path = os.path.join(folder, "x.ods")
    ods(path, odf(5, "").replace('<table:table-cell office:value-type="float" office:value="1">', "")
        .replace("<text:p>1</text:p></table:table-cell>", ""))
    begins("sheets without a cell", path, "There is nothing in it")
    ods(path, odf(5, ""))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("content.xml", odf(5, ""))
    begins("a part twice", path, "It is no readable")
    ods(path, odf(5, ""), [("Thumbnails/x", b"\0" * (300 << 20))])
    begins("300 MB of zeros", path, "It is too large")
    for name, parts in (("content.xml", None), ("META-INF/manifest.xml", None)):
        ods(path, odf(5, ""))
        rewritten(path, path + ".ods", {name: None})
        begins("without %s" % name, path + ".ods", "It is no readable")


def check_limits(folder):
    """Looking is a process of its own: whatever happens in it, the next file is looked into."""
    ods(os.path.join(folder, "good.ods"), odf(5, ""))
    with look.Looker() as looker:
        good = os.path.join(folder, "good.ods")
        check("a look", looker.look(good)["refused"], None)
        os.mkfifo(os.path.join(folder, "pipe.ods"))
        check("a look that never ends", looker.look(os.path.join(folder, "pipe.ods"), 0.5)["refused"],
              "It is too large to be looked into: it takes too long.")
        check("no file", looker.look(os.path.join(folder, "none.ods"))["refused"],
              "It cannot be read: No such file or directory.")
        with open(os.path.join(folder, "wide.fods"), "w") as file:
            file.write(odf(5, "").replace("<text:p>1<", "<text:p x='"))
            for _ in range(700):
                file.write("x" * (1 << 20))
        check("an attribute of 700 MB", (looker.look(os.path.join(folder, "wide.fods"))["refused"] or
                                         "").startswith("It is"), True)
        os.remove(os.path.join(folder, "wide.fods"))
        looker.process.kill()
        check("a look after the looker was killed", looker.look(good)["refused"], None)


def check_sample_of_damage():
    """A few of what `make fuzz-packages` does by the thousand."""
    done = subprocess.run([sys.executable, os.path.join(TOP, "tests", "fuzz", "packages.py"),
                           sys.argv[1], "20", "20"], capture_output=True, text=True, timeout=300)
    check("40 damaged packages: right or named", (done.returncode, done.stdout.splitlines()[-1:]),
          (0, ["40 packages: every one is right or named."]))


def main():
    with tempfile.TemporaryDirectory(prefix="servqual-batch-") as folder:
        check_ways(folder)
        check_pictures(folder)
        check_limits(folder)
        with Office(sys.argv[1]) as office:
            check_real(office, folder)
        check_ooxml(folder)
        check_xls(folder)
        check_damage(folder)
        check_sample_of_damage()


if __name__ == "__main__":
    main()
