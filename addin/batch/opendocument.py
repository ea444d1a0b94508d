# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument spreadsheets, as packages and as one XML file: what may stay in them.

1. A reference (href) leads to something in the package. Only what a person clicks on leads out
   (text:a, draw:a), and the name of the template a workbook was made from, which is not read.
2. Scripts: libraries of Basic without a module. Events run nothing.
3. No sheet, range, pivot table, form or chart takes its data from another file or a database.
4. Every part is one of the kinds below and is read to its end; a nested object is read likewise.
5. There is a spreadsheet in it, and a sheet with a cell.
"""
import base64
import binascii
import posixpath

import compound
from parts import Reader, leaves, local_names, picture
from suspect import (ACTIVE, EMPTY, MACRO, NO_SHEET, OURS, PASSWORD, Refused, Sheets, check_reference,
                     corrupt, link)

SPREADSHEET = ("application/vnd.oasis.opendocument.spreadsheet",
               "application/vnd.oasis.opendocument.spreadsheet-template",
               "application/x-vnd.oasis.opendocument.spreadsheet-flat-xml")
CELLS = frozenset(("table-cell", "covered-table-cell"))
PLAIN = frozenset(("table-row", "p", "table-column", "span", "s"))
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CLICKED = frozenset(("a", "template", "hyperlink-behaviour", "event-listener"))
SCRIPTS = frozenset(("script", "libraries", "library-embedded", "event-listeners"))
PROGRAM_SCHEMES = ("vnd.sun.star.script:", "macro:", "script:", "javascript:")
OUTSIDE = {
    "table-source": "a linked sheet or range", "cell-range-source": "a linked sheet or range",
    "dde-link": "a link to another program", "dde-source": "a link to another program",
    "dde-connection-decl": "a link to another program",
    "database-source-sql": "a database", "database-source-table": "a database",
    "database-source-query": "a database", "source-service": "a database",
    "connection-resource": "a database", "data-mapping": "a linked sheet or range",
    "auto-reload": "a page that is loaded again",
}
PROGRAMS = {"applet": "an applet", "plugin": "a plug-in", "floating-frame": "a floating frame",
            "model": "an XForms model"}
FORM_LINKS = frozenset(("image-data", "datasource", "target-location", "archive", "codebase"))
TEXTS = frozenset(("string-value", "name", "title", "desc", "description", "author", "content"))


def number(attributes, name):
    """A count of cells, 1 where there is none."""
    text = attributes.get(TABLE + name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


class Part(Reader):
    """One XML part of a spreadsheet or of an object in it."""

    texts = frozenset(("scripts", "binary-data", "object"))  # what lies in an object is no sheet

    def __init__(self, folder, names, book=None):
        self.folder, self.names, self.book = folder, names, book
        self.root = None
        self.sheets, self.filled, self.depth = Sheets(), False, 0
        self.sheets.formulas, self.rows = 0, 1
        self.previous = ""

    def start(self, name, attributes):
        if name in PLAIN and self.root:
            if name == "table-row":
                self.rows = number(attributes, "number-rows-repeated")
            if "href" in "".join(attributes):
                self._attributes(name, attributes)
            return
        if name in CELLS:
            self._cell(name, attributes)
            return
        if self.root is None:
            self.root = name
        if self._within and self._within[0] == "scripts" and name != "scripts":
            self._script(name, attributes)
        if name in OUTSIDE and not self._harmless(name, attributes):
            raise link(OUTSIDE[name])
        if name in PROGRAMS:
            raise Refused(ACTIVE % PROGRAMS[name])
        if name in ("event-listener", "event"):
            raise Refused(MACRO)
        if name in ("module", "source-code", "library-linked") and not self._within:
            raise Refused(MACRO)
        if name == "spreadsheet":
            self.book = True
        if name == "table" and self.book and "object" not in self._within:
            self.sheets.append(attributes.get(TABLE + "name", ""))
        self._attributes(name, attributes)

    def _harmless(self, name, attributes):
        """An address of data in the workbook itself, or a page that is not loaded again."""
        return name == "auto-reload" and not any(
            key == "href" and value for key, value in local_names(attributes))

    def _cell(self, name, attributes):
        formula = attributes.get(TABLE + "formula")
        if formula is not None:
            check_reference(formula)
            self.filled = True
            if OURS.search(formula) and not self._within:
                self.sheets.formulas += number(attributes, "number-columns-repeated") * self.rows * \
                    number(attributes, "number-matrix-columns-spanned") * \
                    number(attributes, "number-matrix-rows-spanned")
        elif OFFICE + "value-type" in attributes and not self._within:
            self.filled = True
        if len(attributes) > 3:
            self._attributes(name, attributes)

    def _script(self, name, attributes):
        language = dict(local_names(attributes)).get("language", "ooo:Basic")
        if name not in SCRIPTS or name == "script" and language.lower() not in ("ooo:basic",
                                                                               "starbasic"):
            raise Refused(MACRO)

    def _attributes(self, name, attributes):
        for key, value in local_names(attributes):
            if key == "href":
                self._reference(name, value)
            elif key in FORM_LINKS and value.strip():
                if leaves(value, self.folder, self.names):
                    raise link("a form" if key != "datasource" else "a database")
            elif key in TEXTS:
                continue
            elif value.lower().startswith(PROGRAM_SCHEMES):
                raise Refused(MACRO)
            elif ("#" in value or "(" in value or "|" in value):
                check_reference(value)

    def _reference(self, name, value):
        if value.strip().lower().startswith(PROGRAM_SCHEMES):
            raise Refused(MACRO)
        if name in CLICKED:
            return
        if self.folder.startswith("Configurations2"):
            return  # a command of a toolbar
        if name == "chart" and value.strip() in (".", ".."):
            return  # a chart whose data are the workbook's
        path = posixpath.normpath(posixpath.join(self.folder, value.split("#")[0]))
        if path.startswith("ObjectReplacements/"):
            return
        if leaves(value, self.folder, self.names):
            if not value.startswith((".", "/")) and ":" not in value and "\\" not in value \
                    and "%" not in value:
                raise corrupt("its part %s is missing" % value)
            raise link("a linked picture or object")

    def text(self, name, characters):
        if name != "binary-data":
            return
        try:
            data = base64.b64decode(characters, validate=False)
        except (binascii.Error, ValueError) as error:
            raise corrupt("a picture in it is damaged") from error
        if data[:8] == compound.MAGIC:
            compound.embedded(data, "an object")
        elif data[:4] != b"\0\1\0\0" and data[:4] not in (b"OTTO", b"ttcf", b"true"):
            picture(data, "in the text")


class Plain(Reader):
    """XML that refers to nothing; it has to be whole."""


class Library(Reader):
    """The index of libraries of Basic or of dialogues: none with a module."""

    def start(self, name, attributes):
        values = dict(local_names(attributes))
        if name in ("element", "module") or values.get("link", "false") == "true" or values.get(
                "href", "").startswith(("file:", "http")):
            raise Refused(MACRO)


class Manifest(Reader):
    def __init__(self):
        self.kind, self.listed = None, {}

    def start(self, name, attributes):
        values = dict(local_names(attributes))
        if name in ("encryption-data", "encrypted-key"):
            raise Refused(PASSWORD)
        if name == "file-entry":
            self.listed[values.get("full-path", "")] = values.get("media-type", "")
            if values.get("full-path") == "/":
                self.kind = values.get("media-type", "")


def cells_of(reader):
    if not reader.sheets:
        raise corrupt("it has no sheet")
    if not reader.filled:
        raise Refused(EMPTY)
    return reader.sheets


def flat(pieces):
    """The names of the sheets of a workbook that is one XML file."""
    reader = Flat("", frozenset())
    reader.parse(pieces, "content")
    if reader.root != "document" or reader.kind not in SPREADSHEET or not reader.book:
        raise Refused(NO_SHEET % "it is XML, but no spreadsheet of OpenDocument")
    return cells_of(reader)


class Flat(Part):
    kind = None

    def start(self, name, attributes):
        if self.root is None:
            self.kind = attributes.get(OFFICE + "mimetype")
        super().start(name, attributes)


def package(parts):
    """The names of the sheets of a package."""
    names = frozenset(parts.names)
    if "META-INF/manifest.xml" not in names:
        raise corrupt("its list of parts (META-INF/manifest.xml) is missing")
    manifest = Manifest()
    manifest.parse(parts.pieces("META-INF/manifest.xml"), "META-INF/manifest.xml")
    kind = parts.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else \
        manifest.kind
    if kind not in SPREADSHEET or manifest.kind not in SPREADSHEET:
        raise Refused(NO_SHEET % "it says of itself that it is %s" % (
            kind if kind not in SPREADSHEET else manifest.kind or "nothing"))
    if "content.xml" not in names:
        raise corrupt("its part content.xml is missing")
    content = None
    for name in parts.names:
        reader = one_part(parts, name, names)
        if name == "content.xml":
            content = reader
    if content.root != "document-content" or not content.book:
        raise corrupt("its part content.xml is no spreadsheet")
    return cells_of(content)


def one_part(parts, name, names):
    folder, base = posixpath.split(name)
    top = name.split("/")[0]
    info = parts.infos[name]
    if top in ("Basic", "Dialogs"):
        if base not in ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"):
            raise Refused(MACRO)
        Library().parse(parts.pieces(name), name)
        return None
    if top == "Scripts":
        raise Refused(MACRO)
    if name in ("mimetype", "layout-cache") or top in ("Thumbnails", "Versions", "Fonts") or \
            top == "META-INF" and base != "manifest.xml" and not base.endswith(".xml"):
        parts.skim(name)
        return None
    if name == "META-INF/manifest.xml" or info.file_size == 0 and top == "Configurations2":
        return None
    if base.endswith((".xml", ".rdf")):
        if top == "META-INF" or base.endswith(".rdf") or base == "VersionList.xml":
            Plain().parse(parts.pieces(name), name)
            return None
        reader = Part(folder, names)
        reader.parse(parts.pieces(name), name)
        return reader
    data = parts.read(name)
    if data[:8] == compound.MAGIC:
        compound.embedded(data, name)
    elif data[:4] == b"PK\3\4":
        raise Refused(ACTIVE % ("a file within it, %s" % name))
    else:
        picture(data, name)
    return None
