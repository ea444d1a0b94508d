# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of a workbook: written by the office, then read back, and only then believed.

An office may say nothing where a disk is full or a filter gave up. So each file is closed, looked at
(the rows of a CSV, the directory and the sums of a zip, the end of a PDF or of an XML), and brought
to the disk with its folder, before a line of the job's record names it with its size.
"""
import os
import re
import shutil
import zipfile

from office import properties, url

CELLS = 1 | 2 | 4 | 8 | 16  # com.sun.star.sheet.CellFlags: all that make a row of a CSV
FILTERS = {
    "ods": ("calc8", ""), "fods": ("OpenDocument Spreadsheet Flat XML", ""),
    "xlsx": ("Calc MS Excel 2007 XML", ""), "xls": ("MS Excel 97", ""),
    "pdf": ("calc_pdf_Export", ""),
    # every sheet into a file of its own, UTF-8, as shown
    "csv": ("Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true,false,false,false,-1"),
}
FREE = 1 << 20   # bytes; a disk with less is full,
ROOM = 64 << 20  # and one with less was, where a file could not be written: its beginning is gone


class NotWhole(Exception):
    """A result that is not what was to be written."""


def full(folder, room=FREE):
    """Whether the disk of a folder is full: has less than so many bytes."""
    try:
        about = os.statvfs(folder)
    except OSError:
        return False
    return about.f_bavail * about.f_frsize < room or about.f_files > 0 and about.f_favail == 0


def save(document, item, job):
    """[name within the job, bytes] of each result of an item."""
    folder = os.path.join("out", "%06d" % item["id"])
    place = os.path.join(job, folder)
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    for kind in item["to"]:
        name, options = FILTERS[kind]
        try:
            document.storeToURL(url(os.path.join(place, item["stem"] + "." + kind)),
                                properties(FilterName=name, FilterOptions=options))
        except Exception as error:  # whatever the office says
            said = re.search(r"Error Area[^)]*", str(error))
            raise NotWhole("%s: LibreOffice says: %s" % (
                kind, said.group() if said else " ".join(str(error).split()))) from None
        check_whole(document, place, item["stem"], kind)
    names = sorted(os.listdir(place))
    for path in [os.path.join(place, name) for name in names] + [place]:
        to_disk(path)
    return [[os.path.join(folder, name), os.path.getsize(os.path.join(place, name))]
            for name in names]


def to_disk(path):
    """Brings a file or the names of a folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_whole(document, folder, stem, kind):
    if kind == "csv":
        for sheet in document.Sheets:
            check_csv(os.path.join(folder, "%s-%s.csv" % (stem, sheet.Name)), rows_of(sheet))
    else:
        try:
            with open(os.path.join(folder, stem + "." + kind), "rb") as file:
                CHECKS[kind](file)
        except (OSError, zipfile.BadZipFile) as error:
            raise NotWhole("%s: %s" % (kind, error)) from None


def rows_of(sheet):
    """How many rows of a CSV a sheet gives: as far down as something stands in it, and at least one."""
    return max((area.EndRow + 1 for area in sheet.queryContentCells(CELLS).RangeAddresses), default=1)


def check_csv(path, rows):
    try:
        with open(path, "rb") as file:
            parts = file.read().split(b'"')
    except OSError as error:
        raise NotWhole("csv: %s" % error) from None
    found = sum(part.count(b"\n") for part in parts[::2])  # those that end a row
    if len(parts) % 2 == 0 or found != rows:
        raise NotWhole("csv: %d rows instead of %d" % (found, rows))


def check_zip(file):
    with zipfile.ZipFile(file) as package:
        broken = package.testzip()
        if broken or not {"content.xml", "[Content_Types].xml"} & set(package.namelist()):
            raise NotWhole("its part %s is damaged or missing" % (broken or "of content"))


def check_end(begin, end):
    def check(file):
        head = file.read(len(begin))
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 1024))
        if head != begin or end not in file.read():
            raise NotWhole("its end is missing")
    return check


def check_xls(file):
    head = file.read(8)
    size = file.seek(0, 2)
    if head != b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" or size < 1536 or size % 512:
        raise NotWhole("its end is missing")


CHECKS = {"ods": check_zip, "xlsx": check_zip, "xls": check_xls, "pdf": check_end(b"%PDF-", b"%%EOF"),
          "fods": check_end(b"<?xml", b"</office:document>")}
