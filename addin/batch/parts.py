# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a file, read to their end: the directory of a zip, XML, pictures.

1. A zip has one reading: its directory is where it must be and agrees with what stands before each
   part; no part twice, none over another, none encrypted, no name that leads out.
2. Every part is read to its end against its checksum. What it unpacks to is bounded.
3. XML is parsed to its end by expat: one of the encodings that everybody reads alike, no entities
   of its own, nothing fetched.
4. A picture is one of the kinds that cannot take anything from outside; an SVG is read like any XML.
"""
import posixpath
import re
import struct
import zipfile
import zlib
from urllib.parse import unquote
from xml.parsers import expat

from suspect import PASSWORD, TOO_MUCH, Refused, corrupt, link

PIECE = 1 << 16
PARTS = 20000
UNPACKED = 2 << 30           # bytes, all parts together
SUSPICIOUS = 200 << 20, 250  # from so many bytes on, at most so much larger than packed
ENCODINGS = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|[\\/]|\\\\")


# ---- The directory of a zip.

class Package:
    """A zip that has been looked through; read(name), pieces(name)."""

    def __init__(self, file):
        self.file = file
        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError,
                UnicodeDecodeError) as error:
            raise corrupt("its directory is damaged or cut off") from error
        self.infos = {}
        for info in self.zip.infolist():
            if info.filename in self.infos:
                raise corrupt("it has %s twice" % info.filename)
            self._check_entry(info)
            self.infos[info.filename] = info
        self.names = [name for name in self.infos if not name.endswith("/")]
        self._check_places()
        self._check_sizes()

    def _check_entry(self, info):
        name = info.filename
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise corrupt("%s is packed in an unusual way" % name)
        if name != info.orig_filename or "\\" in name or name.startswith("/") or \
                ".." in name.split("/"):
            raise corrupt("the name of a part leads out of it")

    def _check_places(self):
        """What stands before each part says the same as the directory, and no part lies on another."""
        before = 0
        for info in sorted(self.infos.values(), key=lambda info: info.header_offset):
            self.file.seek(info.header_offset)
            head = self.file.read(30)
            if len(head) < 30 or head[:4] != b"PK\3\4" or info.header_offset < before or (
                    before == 0 and info.header_offset):
                raise corrupt("its directory does not fit its parts")
            flags, method = struct.unpack("<HH", head[6:10])
            check, packed, size, name, extra = struct.unpack("<LLLHH", head[14:30])
            plain = not flags & 8 and 0xffffffff not in (packed, size)
            if method != info.compress_type or (flags ^ info.flag_bits) & 1 or plain and (
                    check, packed, size) != (info.CRC, info.compress_size, info.file_size):
                raise corrupt("its directory does not fit its parts")
            if flags & 1:
                raise Refused(PASSWORD)
            before = info.header_offset + 30 + name + extra + info.compress_size
        end = self.zip.start_dir
        self.file.seek(0, 2)
        rest = self.file.tell() - end
        self.file.seek(end)
        tail = self.file.read(rest) if rest < 1 << 24 else b""
        comment = len(self.zip.comment)
        if before > end or tail[len(tail) - comment - 22:][:4] != b"PK\5\6":
            raise corrupt("its directory does not fit its parts")

    def _check_sizes(self):
        size = sum(info.file_size for info in self.infos.values())
        packed = sum(info.compress_size for info in self.infos.values())
        if len(self.infos) > PARTS:
            raise Refused(TOO_MUCH % "it has more than %d parts" % PARTS)
        if size > UNPACKED or size > SUSPICIOUS[0] and size > SUSPICIOUS[1] * packed:
            raise Refused(TOO_MUCH % "it unpacks to %d MB" % (size >> 20))
        self.unpacked = size

    def pieces(self, name):
        try:
            with self.zip.open(self.infos[name]) as stream:
                while True:
                    piece = stream.read(PIECE)
                    if not piece:
                        return
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error,
                ValueError, OSError, RuntimeError) as error:
            raise corrupt("its part %s is damaged" % name) from error

    def read(self, name):
        return b"".join(self.pieces(name))

    def skim(self, name):
        for _ in self.pieces(name):
            pass


# ---- XML.

class Reader:
    """Parses one part. Subclasses have start(name, attributes) of local names, and done()."""

    texts = frozenset()  # elements whose characters go to text(name, characters)
    part = ""

    def start(self, name, attributes):
        pass

    def text(self, name, characters):
        pass

    def done(self):
        pass

    def instruction(self, target):
        pass

    def parse(self, pieces, part):
        self.part = part
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        self._parser, self._within, self._characters = parser, [], []
        parser.StartElementHandler = self._start
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = parser.SkippedEntityHandler = self._entity
        parser.ProcessingInstructionHandler = lambda target, _: self.instruction(target)
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, UnicodeError) as error:
            where = ", line %d" % error.lineno if isinstance(error, expat.ExpatError) else ""
            raise corrupt("its part %s is damaged (%s%s)" % (
                part, expat.ErrorString(error.code) if where else "unknown encoding", where)
            ) from error
        self.done()

    def _start(self, name, attributes):
        local = name[name.rfind(" ") + 1:]
        if local in self.texts or self._within:
            self._within.append(local)
            self._characters.append([])
            self._parser.CharacterDataHandler = self._text
            self._parser.EndElementHandler = self._end
        self.start(local, attributes)

    def _text(self, characters):
        self._characters[-1].append(characters)

    def _end(self, _):
        local, characters = self._within.pop(), self._characters.pop()
        if local in self.texts:
            self.text(local, "".join(characters))
        if not self._within:
            self._parser.CharacterDataHandler = self._parser.EndElementHandler = None

    def _declaration(self, _, encoding, __):
        if encoding and encoding.lower() not in ENCODINGS:
            raise corrupt("its part %s is in the encoding %s" % (self.part, encoding))

    def _doctype(self, _, __, ___, has_subset):
        if has_subset:
            raise corrupt("its part %s has entities of its own" % self.part)

    def _entity(self, *_):
        raise corrupt("its part %s has entities of its own" % self.part)


def local_names(attributes):
    """(local name, value) of attributes."""
    return [(name[name.rfind(" ") + 1:], value) for name, value in attributes.items()]


def leaves(reference, folder, names):
    """Whether a reference, seen from a folder of the package, is nothing in it."""
    reference = reference.strip()
    if not reference or reference.startswith("#"):
        return False
    if SCHEME.match(reference) or SCHEME.match(unquote(reference)):
        return True
    path = posixpath.normpath(posixpath.join(folder, unquote(reference).split("#")[0]))
    if path == ".":
        return False
    if path.startswith(".."):
        return True
    return not (path in names or any(name.startswith(path + "/") for name in names))


# ---- Pictures.

KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"),
         (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"\xd7\xcd\xc6\x9a", "wmf"),
         (b"\1\0\t\0", "wmf"), (b"\2\0\t\0", "wmf"), (b"VCLMTF", "svm"), (b"%PDF-", "pdf"))


def picture(data, name):
    """A picture of a known kind; of an SVG, that it takes nothing from outside."""
    head = data[:64]
    if any(head.startswith(mark) for mark, _ in KINDS) or head[40:44] == b" EMF" or \
            head[:4] == b"RIFF" and head[8:12] == b"WEBP" or not data:
        return
    if head[:2] == b"\x1f\x8b":  # an SVG may be packed
        unpacker = zlib.decompressobj(31)
        try:
            data = unpacker.decompress(data, 64 << 20)
        except zlib.error as error:
            raise corrupt("the picture %s is damaged" % name) from error
        if unpacker.unconsumed_tail:
            raise Refused(TOO_MUCH % ("the picture %s" % name))
    if data.lstrip()[:1] == b"<" or data[:3] == b"\xef\xbb\xbf" or data[:2] in (b"\xff\xfe",
                                                                               b"\xfe\xff"):
        Drawing().parse([data], name)
        return
    raise Refused("It has a picture of a kind that is not shown in batches (%s). Replace it by a PNG "
                  "and save the workbook again." % name)


class Drawing(Reader):
    """An SVG: references to itself, or data within it."""

    texts = frozenset(("style",))

    def start(self, name, attributes):
        if name in ("script", "foreignObject", "handler"):
            raise link("a picture that is a program")
        for key, value in local_names(attributes):
            if key in ("href", "src", "base"):
                self.reference(value)
            elif key.startswith("on"):
                raise link("a picture that is a program")
            elif "url" in value.lower() or "\\" in value:
                self.style(value)

    def reference(self, value):
        value = value.strip()
        if value.lower().startswith("data:image/svg"):
            raise link("a picture within a picture")
        if value and not value.startswith("#") and not value.lower().startswith("data:"):
            raise link("a linked picture")

    def style(self, text):
        if "\\" in text or "@import" in text.lower():
            raise link("a linked picture")
        for found in re.findall(r"url\s*\(([^)]*)\)?", text, re.I):
            self.reference(found.strip().strip("'\""))

    def text(self, _, characters):
        self.style(characters)

    def instruction(self, target):
        if target == "xml-stylesheet":
            raise link("a linked picture")
