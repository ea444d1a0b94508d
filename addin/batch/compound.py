# SPDX-License-Identifier: GPL-3.0-or-later
"""Compound files (OLE2): workbooks of Excel 97 to 2003, and objects within other workbooks.

1. The container is read to its end: every chain of sectors ends where its stream ends, without a
   circle; no stream is cut.
2. The records of a workbook are walked to the end: every sheet that is listed begins and ends, and
   there is one with a cell.
3. Named are passwords, macros (VBA and Excel 4.0), other workbooks and programs, databases, and
   linked pictures and objects.
"""
import struct

from suspect import ACTIVE, EMPTY, MACRO, NO_SHEET, PASSWORD, Refused, corrupt, link

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST = 0xfffffffa  # sector numbers above it are marks
CUT = "it is cut off or its directory is damaged"


class Compound:
    """streams: {path: (first sector, size)}; read(path)."""

    def __init__(self, data):
        try:
            self._open(data)
        except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
            raise corrupt(CUT) from error

    def _open(self, data):
        self.data = data
        version, order, shift, small = struct.unpack_from("<HHHH", data, 26)
        if order != 0xfffe or version not in (3, 4) or shift not in (9, 12) or small != 6:
            raise corrupt(CUT)
        self.size = 1 << shift
        (_, first, _, self.cutoff, first_small, _, first_list, lists) = struct.unpack_from(
            "<8L", data, 44)
        places = list(struct.unpack_from("<109L", data, 76))
        each = self.size // 4
        seen = set()
        while first_list < LAST:
            if first_list in seen:
                raise corrupt(CUT)
            seen.add(first_list)
            numbers = struct.unpack("<%dL" % each, self._sector(first_list))
            places += numbers[:-1]
            first_list = numbers[-1]
        self.table = []
        for place in places:
            if place < LAST:
                self.table += struct.unpack("<%dL" % each, self._sector(place))
        directory = self._chain(first)
        entries = [directory[at:at + 128] for at in range(0, len(directory), 128)]
        self.small_table = ()
        if first_small < LAST:
            chain = self._chain(first_small)
            self.small_table = struct.unpack("<%dL" % (len(chain) // 4), chain)
        self.small = b""
        self.streams, self.storages = {}, set()
        self._walk(entries, 0, "", set())

    def _sector(self, number):
        at = (number + 1) * self.size
        if at + self.size > len(self.data):
            if at < len(self.data) and len(self.data) - at >= 1 and number < LAST:
                piece = self.data[at:]  # the last one may be short
                return piece + bytes(self.size - len(piece))
            raise corrupt(CUT)
        return self.data[at:at + self.size]

    def _chain(self, number, size=None):
        pieces, seen = [], 0
        while number < LAST:
            pieces.append(self._sector(number))
            number = self.table[number]
            seen += 1
            if seen > len(self.table):
                raise corrupt(CUT)
        found = b"".join(pieces)
        if size is not None and len(found) < size:
            raise corrupt(CUT)
        return found if size is None else found[:size]

    def _walk(self, entries, number, folder, seen):
        todo = [(number, folder)]
        while todo:
            number, folder = todo.pop()
            if number >= LAST:
                continue
            if number in seen:
                raise corrupt(CUT)
            seen.add(number)
            entry = entries[number]
            length, kind = struct.unpack_from("<HB", entry, 64)
            left, right, child = struct.unpack_from("<3L", entry, 68)
            first, size = struct.unpack_from("<LL", entry, 116)
            name = entry[:max(0, length - 2)].decode("utf-16-le")
            todo += [(left, folder), (right, folder)]
            if kind == 5:
                self.small = self._chain(first, size) if size else b""
                todo.append((child, ""))
            elif kind == 1:
                self.storages.add(folder + name)
                todo.append((child, folder + name + "/"))
            elif kind == 2:
                self.streams[folder + name] = first, size
            else:
                raise corrupt(CUT)

    def read(self, path):
        first, size = self.streams[path]
        try:
            if size >= self.cutoff:
                return self._chain(first, size)
            pieces, number = [], first
            while number < LAST and len(pieces) * 64 < size:
                pieces.append(self.small[number * 64:number * 64 + 64])
                number = self.small_table[number]
            found = b"".join(pieces)[:size]
            if len(found) < size:
                raise corrupt(CUT)
            return found
        except (IndexError, struct.error) as error:
            raise corrupt(CUT) from error


def check_storages(file):
    """Macros and links of a container; everything in it is read."""
    for name in list(file.streams) + list(file.storages):
        base = name.split("/")[-1].upper()
        if base in ("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "MACROS"):
            raise Refused(MACRO)
        if base.startswith("LNK") and len(base) == 11:
            raise link("a linked object")
    for name in file.streams:
        data = file.read(name)
        if name.split("/")[-1] == "\1Ole" and len(data) >= 8 and data[4] & 1:
            raise link("a linked object")


def embedded(data, name):
    """An object of another program within a workbook: shown by its picture, never started."""
    file = Compound(data)
    if "EncryptedPackage" in file.streams:
        raise Refused(PASSWORD)
    check_storages(file)
    if "\1Ole10Native" in file.streams:
        raise Refused(ACTIVE % ("a file within it, %s" % name))
    if "Workbook" in file.streams:
        Workbook(file.read("Workbook")).sheets()


def workbook(data):
    """The names of the sheets of an .xls."""
    file = Compound(data)
    if "EncryptedPackage" in file.streams:
        raise Refused(PASSWORD)
    if "Workbook" not in file.streams:
        raise Refused(NO_SHEET % ("it is a workbook of Excel 95 or older" if "Book" in file.streams
                                  else "there is no workbook in it"))
    stream = file.read("Workbook")
    check_storages(file)
    return Workbook(stream).named()


# ---- The records of a workbook.

BOF, EOF, BOUNDSHEET, FILEPASS, SUPBOOK, CONTINUE = 0x809, 0x0a, 0x85, 0x2f, 0x1ae, 0x3c
DRAWINGS, DRAWING = 0xeb, 0xec
DATABASES = frozenset((0x1ad, 0x876, 0xdc))  # queries and their connections
CELLS = frozenset((0x203, 0x204, 0xfd, 0x27e, 0xbd, 0x205, 0x06, 0xd6, 0x207))
EXCEL_97 = b"\0\6"


class Workbook:
    def __init__(self, stream):
        self.records, at = [], 0
        while at + 4 <= len(stream):
            kind, length = struct.unpack_from("<HH", stream, at)
            if kind == 0 and length == 0:
                break  # padding after the last record
            if length > 8224 or at + 4 + length > len(stream):
                raise corrupt("its records are cut off")
            self.records.append((at, kind, stream[at + 4:at + 4 + length]))
            at += 4 + length
        if not self.records or self.records[0][1] != BOF or self.records[0][2][:2] != EXCEL_97:
            raise corrupt("it does not begin as a workbook of Excel 97 to 2003")
        if self.records[-1][1] != EOF:
            raise corrupt("its last sheet is cut off")

    def named(self):
        names = self.sheets()
        if not any(kind in CELLS for _, kind, _ in self.records):
            raise Refused(EMPTY)
        return names

    def sheets(self):
        begins = {at for at, kind, _ in self.records if kind == BOF}
        names, depth, drawing = [], 0, {DRAWINGS: [], DRAWING: []}
        before = None
        for _, kind, data in self.records:
            if kind == BOF:
                depth += 1
            elif kind == EOF:
                depth -= 1
            elif kind == FILEPASS:
                raise Refused(PASSWORD)
            elif kind == BOUNDSHEET:
                names.append(self._listed(data, begins))
            elif kind == SUPBOOK or kind in DATABASES:
                self._outside(kind, data)
            if kind in drawing or kind == CONTINUE and before in drawing:
                before = kind if kind in drawing else before
                drawing[before].append(data)
            else:
                before = kind
        if depth or not names:
            raise corrupt("a sheet of it is missing or cut off")
        for pieces in drawing.values():
            check_drawing(b"".join(pieces))
        return names

    def _listed(self, data, begins):
        try:
            place, _, kind, length, wide = struct.unpack_from("<LBBBB", data, 0)
            name = data[8:8 + (length << (wide & 1))].decode("utf-16-le" if wide & 1 else "latin-1")
        except (struct.error, UnicodeDecodeError) as error:
            raise corrupt("its list of sheets is damaged") from error
        if kind in (1, 6):  # macros of Excel 4.0, modules
            raise Refused(MACRO)
        if place not in begins:
            raise corrupt("the sheet %s is missing" % name)
        return name

    def _outside(self, kind, data):
        if kind != SUPBOOK:
            raise link("a database")
        if len(data) < 4:
            raise corrupt("its records are damaged")
        if data[2:4] not in (b"\1\4", b"\1\x3a"):  # this workbook; add-in functions
            raise link("another workbook")


def check_drawing(data):
    """Pictures and fills of OfficeArt: none that is a link to a file. Offsets may be anything."""
    todo = [(0, len(data))]
    while todo:
        at, end = todo.pop()
        while at + 8 <= end:
            head, kind, length = struct.unpack_from("<HHL", data, at)
            at += 8
            inner = min(at + length, end)
            if head & 0xf == 0xf:
                todo.append((at, inner))
            elif kind in (0xf00b, 0xf121, 0xf122):
                check_properties(data[at:inner], head >> 4)
            at = inner


# What names a picture: property, and the property with its flags.
PICTURES = {0x105: 0x106, 0x187: 0x188, 0x1c6: 0x1c7}


def check_properties(data, count):
    found = {}
    for number in range(min(count, len(data) // 6)):
        key, value = struct.unpack_from("<HL", data, number * 6)
        found[key & 0x3fff] = value
    for name, flags in PICTURES.items():
        linked = found.get(flags, 0) & 0xc or not found.get(name - 1, 0)
        if name in found and linked:
            raise link("a linked picture or object")
