# SPDX-License-Identifier: GPL-3.0-or-later
"""Office Open XML workbooks (.xlsx, .xlsm): what may stay in them.

1. A relationship is of one of the kinds below and leads to a part of the package. Only a hyperlink,
   which a person clicks on, leads out.
2. Formulas, names and charts refer to the workbook itself.
3. Every part is read to its end; an embedded workbook or document is looked into likewise.
4. The workbook is there, every sheet it lists is there and is a sheet, and one has a cell.
"""
import io
import posixpath
import re
from urllib.parse import unquote

import compound
from parts import SCHEME, Package, Reader, leaves, local_names, picture
from suspect import (ACTIVE, EMPTY, MACRO, NO_SHEET, OURS, Refused, Sheets, check_reference, corrupt,
                     link)

DEPTH = 3
MAINS = ("spreadsheetml.sheet.main", "spreadsheetml.template.main", "sheet.macroenabled.main",
         "template.macroenabled.main")
SHEETS = ("worksheet", "chartsheet", "dialogsheet")
MAY_STAY = frozenset("""officedocument worksheet chartsheet dialogsheet sharedstrings styles theme
 themeoverride calcchain drawing vmldrawing legacydrawing legacydrawinghf image chart chartex
 chartusershapes chartstyle chartcolorstyle comments threadedcomment person table
 tablesinglecells pivottable pivotcachedefinition pivotcacherecords printersettings customproperty
 customxml customxmlprops core-properties extended-properties custom-properties thumbnail hyperlink
 ctrlprop oleobject package slicer slicercache timeline timelinecache sheetmetadata metadata
 rdrichvalue rdrichvaluestructure rdrichvaluetypes rdarray richstyles rdsupportingpropertybag
 rdsupportingpropertybagstructure richvaluerel diagramdata diagramlayout diagramquickstyle
 diagramcolors diagramdrawing namedsheetview xmlmaps usernames featurepropertybag
 classificationlabels docmetadata origin signature certificate font audio hdphoto custom-xml
 volatiledependencies sheetviews glossarydocument settings websettings fonttable numbering
 footnotes endnotes header footer slidemaster slidelayout slide notesmaster presprops viewprops
 tablestyles styleswitheffects cellimage workbookmetadata""".split())
NAMED = {"externallink": "another workbook", "externallinkpath": "another workbook",
         "connections": "a database", "querytable": "a database", "powerpivotdata": "a database",
         "model": "a database", "externallinklong": "another workbook"}
MACROS = frozenset(("vbaproject", "xlmacrosheet", "xlintlmacrosheet", "wordvbadata", "attachedtoolbars"))
FORMULAS = frozenset(("f", "formula", "formula1", "formula2", "definedName",
                      "calculatedColumnFormula", "totalsRowFormula", "oldFormula", "sqref"))
PLAIN = frozenset(("row", "v", "is", "r", "t", "si"))
OUTSIDE = {"ddeLink": "a link to another program", "oleLink": "a linked object",
           "externalBook": "another workbook", "dbPr": "a database", "olapPr": "a database"}


CORNERS = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class Relations(Reader):
    def __init__(self):
        self.found = {}  # identifier: (kind, target, whether outside)

    def start(self, name, attributes):
        if name == "Relationship":
            values = dict(local_names(attributes))
            kind = values.get("Type", "").rstrip("/").split("/")[-1].lower()
            self.found[values.get("Id", "")] = (
                kind, values.get("Target", ""), values.get("TargetMode", "Internal") != "Internal")


class Types(Reader):
    def __init__(self):
        self.of_part, self.of_ending = {}, {}

    def start(self, name, attributes):
        if name == "Override":
            self.of_part[attributes.get("PartName", "").lstrip("/").lower()] = attributes.get(
                "ContentType", "").lower()
        elif name == "Default":
            self.of_ending[attributes.get("Extension", "").lower()] = attributes.get(
                "ContentType", "").lower()

    def of(self, name):
        return self.of_part.get(name.lower(), self.of_ending.get(name.lower().rsplit(".")[-1], ""))


class Part(Reader):
    texts = FORMULAS

    def __init__(self, folder, names):
        self.folder, self.names = folder, names
        self.root, self.sheets, self.filled, self.data = None, [], False, False
        self.formulas, self.formula, self.shared = 0, {}, set()

    def start(self, name, attributes):
        if name == "c":
            self.cells = True
            return
        if name in PLAIN and self.root:
            self.filled = self.filled or name in ("v", "is")
            return
        if self.root is None:
            self.root = name
        if name == "f":
            self.filled, self.formula = True, attributes
        elif name == "sheetData":
            self.data = True
        elif name in OUTSIDE:
            raise link(OUTSIDE[name])
        values = local_names(attributes)
        if name == "sheet" and self.root == "workbook":
            self.sheets.append((attributes.get("name", ""), dict(values).get("id", "")))
        elif name == "definedName" and {"xlm", "vbProcedure"} & {
                key for key, value in values if value in ("1", "true")}:
            raise Refused(MACRO)
        elif name == "cacheSource" and attributes.get("type", "worksheet") not in (
                "worksheet", "consolidation", "scenario"):
            raise link("a database")
        elif name in ("imagedata", "fill", "stroke", "background"):
            for key, value in values:
                if key in ("src", "href", "althref") and leaves(value, self.folder, self.names):
                    raise link("a linked picture or object")
        elif name == "oleObject" and dict(values).get("link"):
            raise link("a linked object")

    def text(self, name, characters):
        if name != "sqref":
            check_reference(characters)
        if name == "f":
            self._count(self.formula, characters)

    def _count(self, about, formula):
        """One cell, those of an array, or one that shares the formula of another."""
        shared = about.get("si") if about.get("t") == "shared" else None
        if not formula and shared is not None:
            self.formulas += shared in self.shared
        elif OURS.search(formula):
            self.shared.add(shared)
            self.formulas += cells_in(about.get("ref", "")) if about.get("t") == "array" else 1


def cells_in(reference):
    """How many cells a reference such as A1:C3 has."""
    corners = CORNERS.fullmatch(reference)
    if not corners:
        return 1
    left, top, right, bottom = corners.groups()
    return (column(right) - column(left) + 1) * (int(bottom) - int(top) + 1)


def column(letters):
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def office_open_xml(parts, depth=0):
    """The names of the sheets of a workbook; of a nested document, only that nothing leads out."""
    names = frozenset(parts.names)
    if depth > DEPTH:
        raise corrupt("its objects lie too deep in each other")
    types = Types()
    types.parse(parts.pieces("[Content_Types].xml"), "[Content_Types].xml")
    relations = {name: relations_of(parts, name, names) for name in parts.names
                 if name.endswith(".rels")}
    main = next((target for kind, target, _ in relations.get("_rels/.rels", {}).values()
                 if kind == "officedocument"), None)
    if main not in names:
        raise corrupt("its part workbook.xml is missing")
    spreadsheet = any(mark in types.of(main) for mark in MAINS)
    if not spreadsheet and depth == 0:
        raise Refused(NO_SHEET % "it is no workbook of Excel in XML, but %s" % (
            types.of(main) or "something else"))
    readers = {name: one_part(parts, name, names, types, depth) for name in parts.names}
    if not spreadsheet:
        return []
    return sheets_of(readers, relations.get(relations_place(main), {}), main, depth)


def relations_place(part):
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", base + ".rels")


def relations_of(parts, name, names):
    """{identifier: (kind, part, whether outside)} of one list, all of which may stay."""
    reader = Relations()
    reader.parse(parts.pieces(name), name)
    folder = posixpath.dirname(posixpath.dirname(name))
    found = {}
    for identifier, (kind, target, outside) in reader.found.items():
        if kind in MACROS:
            raise Refused(MACRO)
        if kind in NAMED:
            raise link(NAMED[kind])
        if kind == "hyperlink":
            continue
        if outside or (SCHEME.match(target) and not target.startswith("/")) or \
                target.startswith(("//", "/\\")):
            raise link("a linked picture or object" if kind == "image" else "a link to %s" % target)
        if kind not in MAY_STAY:
            raise Refused(ACTIVE % (kind or "a part without a kind"))
        target = unquote(target.split("#")[0])
        path = posixpath.normpath(posixpath.join(folder, target) if not target.startswith("/")
                                  else target[1:]) if target else ""
        if path.startswith(".."):
            raise link("a link to %s" % target)
        if path and path not in names and posixpath.basename(path) != "NULL" and \
                kind in ("worksheet", "image", "drawing", "sharedstrings", "chart", "styles"):
            raise corrupt("its part %s is missing" % path)
        found[identifier] = kind, path, False
    return found


def one_part(parts, name, names, types, depth):
    low, kind = name.lower(), types.of(name)
    if low.endswith(("vbaproject.bin", "vbadata.xml")) or "vbaproject" in kind or \
            "macrosheet" in kind or "/macrosheets/" in low:
        raise Refused(MACRO)
    if "activex" in kind or "/activex/" in low:
        raise Refused(ACTIVE % "a control")
    if low.endswith(".rels") or name == "[Content_Types].xml":
        return None
    if low.endswith(".vml") or "vmldrawing" in kind:
        drawing = Part(posixpath.dirname(name), names)
        text = parts.read(name).replace(b"<br>", b"<br/>")
        drawing.parse([text], name)
        return None
    if low.endswith(".xml") or kind.endswith(("+xml", "/xml")):
        reader = Part(posixpath.dirname(name), names)
        reader.parse(parts.pieces(name), name)
        return reader
    binary(parts, name, kind, depth)
    return None


def binary(parts, name, kind, depth):
    """A part that is no XML. xl/metadata is Google's, read by nobody else."""
    if name == "xl/metadata" or "printersettings" in kind or "/printersettings/" in name.lower() or "font" in kind:
        parts.skim(name)
        return
    data = parts.read(name)
    if data[:8] == compound.MAGIC:
        compound.embedded(data, name)
    elif data[:4] == b"PK\3\4":
        office_open_xml(Package(io.BytesIO(data)), depth + 1)
    elif kind.startswith("image/") or "/media/" in name.lower():
        picture(data, name)
    elif "customproperty" not in kind:
        picture(data, name)


def sheets_of(readers, relations, main, depth):
    book = readers[main]
    if book is None or book.root != "workbook" or not book.sheets:
        raise corrupt("it lists no sheet")
    filled, names = False, Sheets()
    names.formulas = 0
    for name, identifier in book.sheets:
        kind, path, _ = relations.get(identifier, ("", "", False))
        sheet = readers.get(path)
        if sheet is None or sheet.root not in SHEETS or sheet.root == "worksheet" and not sheet.data:
            raise corrupt("the sheet %s is missing or empty of its rows" % name)
        filled = filled or sheet.filled
        names.append(name)
        names.formulas += sheet.formulas
    if not filled and depth == 0:
        raise Refused(EMPTY)
    return names
