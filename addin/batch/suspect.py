# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not be opened: found in the file itself, before any office sees it.

A workbook with a macro, with a link to something outside of it, with a password, that is open
elsewhere or is no workbook. Each is a sentence that says what to do.
"""
import os
import re
import zipfile

PIECE = 1 << 20  # bytes looked at together
OVERLAP = 4096

MACRO = "It has a macro. Remove it (Tools ▸ Macros) and save the workbook again."
LINK = ("It takes data from outside (%s). Break the link (Edit ▸ Links to External Files) or copy "
        "the values, and save the workbook again.")
PASSWORD = "It is protected by a password. Save a copy without one."
LOCKED = "It is open elsewhere: there is a lock file %s. Close it there, or delete the lock file."
CORRUPT = "It is no readable workbook. Open it in Calc to see whether it can be repaired."

# In the XML of OpenDocument and of Office Open XML.
SIGNS = (
    (re.compile(rb"<(?:office:event-listeners|script:event-listener)\b"), MACRO),
    (re.compile(rb"<ooo:libraries\b[^>]*>\s*<ooo:library-(?:embedded|linked)\b"), MACRO),
    (re.compile(rb"<table:(?:table-source|cell-range-source|dde-link|dde-source)\b"),
     LINK % "a linked sheet or range"),
    (re.compile(rb"<office:dde-source\b"), LINK % "a link to another program"),
    (re.compile(rb"<(?:draw:image|draw:object|draw:plugin|form:image)\b[^>]*"
                rb"xlink:href=\"(?:https?|ftp|file):"), LINK % "a linked picture or object"),
    (re.compile(rb"(?:table:formula|<f\b)[^<]{0,2000}?\b(?:WEBSERVICE|DDE)\s*\(", re.I),
     LINK % "a function that calls other programs"),
    (re.compile(rb"table:formula=\"[^\"]*'(?:file|https?|ftp|smb)://"), LINK % "another workbook"),
)


def lock_file(path):
    folder, name = os.path.split(path)
    return os.path.join(folder, ".~lock.%s#" % name)


def signs(stream):
    """The first sign of trouble in a stream of XML, or None."""
    before = b""
    while True:
        piece = stream.read(PIECE)
        if not piece:
            return None
        text = before + piece
        for pattern, sentence in SIGNS:
            if pattern.search(text):
                return sentence
        before = text[-OVERLAP:]


def in_package(path):
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        for name in names:
            if name.lower().startswith(("basic/", "scripts/")) or name.lower().endswith(
                    "vbaproject.bin"):
                return MACRO
            if re.match(r"xl/(externalLinks/|connections\.xml|queryTables/)", name):
                return LINK % "another workbook or a database"
        if "META-INF/manifest.xml" in names and \
                b"encryption-data" in package.read("META-INF/manifest.xml"):
            return PASSWORD
        for name in names:
            if name.endswith((".xml", ".rels")):
                with package.open(name) as stream:
                    found = signs(stream)
                if found:
                    return found
    return None


def why_not(path):
    """A sentence, or None where the workbook may be opened."""
    if os.path.exists(lock_file(path)):
        return LOCKED % os.path.basename(lock_file(path))
    try:
        with open(path, "rb") as file:
            head = file.read(8)
            if head[:4] == b"PK\3\4":
                return in_package(path)
            if head == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
                file.seek(0)
                rest = file.read()
                if "EncryptedPackage".encode("utf-16-le") in rest:
                    return PASSWORD
                return MACRO if "_VBA_PROJECT".encode("utf-16-le") in rest else None
            if head[:5] == b"<?xml" or head[:1] == b"<":
                file.seek(0)
                return signs(file)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        return PASSWORD if "encrypted" in str(error) else CORRUPT
    return None if path.lower().endswith(".csv") else CORRUPT
