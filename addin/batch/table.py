# SPDX-License-Identifier: GPL-3.0-or-later
"""A text table (CSV) as the program that wrote it meant it; what fits in several ways is refused.

1. Encoding: what its mark says, UTF-8 and UTF-16 where it is such without one, then GB18030 or
   Windows-1252 where the text is plain writing in one of them and not in the other (encoding.py).
2. Separator: the one of ; , tab | that gives every row as many columns as the first. Where several
   do, the one beside which the others are explained: a comma by numbers ("4,5"), any by a blank
   behind it ("Hotel, north"). A first line "sep=;" says it.
3. Quotes: what stands between them is text, line ends too; one that is never closed is named.
4. Decimal mark: the one under which every number with a mark in it is a number. Dates, versions and
   addresses of the net are numbers under neither and have no say.
5. A number is what a computer or a spreadsheet writes: 4, -0.5, 1,234.5, 1E-3, 80% (0.8). Numbers of
   persons stay text: 007, and more than 15 digits.
"""
import csv
import io
import math
import re
from itertools import chain

from encoding import Unreadable, decoded, quoted

LARGEST = 64 << 20  # bytes
LINES = 8 << 20     # a sheet has 1,048,576 rows, and lines may end within quotes
SEPARATORS = {";": "semicolons", ",": "commas", "\t": "tabs", "|": "bars (|)"}
QUOTED = re.compile(r'(?:(?<=[;,\t|\n])|\A)"[^"]*(?:""[^"]*)*"(?=[;,\t|\n]|\Z)')
OPEN = re.compile(r'(?:(?<=[;,\t|\n])|\A)"')
SAID = re.compile(r'"?sep=(.)"?\n', re.I)
ADDRESS = re.compile(r"((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}")
ALONE = "\x1f"  # the separator of a table of one column
LINE = "\x1e"  # a line's end between quotes
COUNTED = re.compile(r"[-+]?0\d|[-+]?\d{16}")  # numbers that count nothing
NEVER_CLOSED = "a quote that is opened in line %d is not closed at the end of its field"


def number_in(mark):
    """What a number looks like with this decimal mark."""
    group = "," if mark == "." else "."
    return re.compile(r"[-+]?(?:(?:\d+(?:M\d+)?|M\d+)(?:[eE][-+]?\d{1,3})?|\d{1,3}(?:G\d{3})+(?:M\d+)?)"
                      .replace("M", "\\" + mark).replace("G", "\\" + group) + r"(?: ?%)?")


NUMBERS = {mark: number_in(mark) for mark in ".,"}


def read(path, separator=None, decimal=None, encoding=None):
    """Rows of numbers and texts; Unreadable with a sentence where the file does not say which."""
    with open(path, "rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise Unreadable("it is larger than %d MB" % (LARGEST >> 20))
    text = decoded(raw, encoding).replace("\r\n", "\n").replace("\r", "\n")
    said = SAID.match(text)
    if said:
        text, separator = text[said.end():], separator or said.group(1)
    if text.count("\n") > LINES:
        raise Unreadable("it has more than %d lines" % LINES)
    if not text.strip():
        raise Unreadable("there is nothing in it")
    filled, separator = bool(separator), separator or separator_of(text)
    rows = split(text, separator, 1 + bool(said))
    check_widths(rows, filled)
    fields = set(chain.from_iterable(fields for _, fields in rows))
    mark = decimal or decimal_of(fields, separator)
    values = {field: value(field, mark) for field in fields}
    return [[values[field] for field in fields] for _, fields in rows]


# ---- Separator and quotes.

def separator_of(text):
    """One of SEPARATORS, or a sign that never stands in a text where there is one column."""
    plain = QUOTED.sub(lambda found: "q" + LINE * found.group().count("\n"), text)
    left = OPEN.search(plain)
    if left:
        raise Unreadable(NEVER_CLOSED % line_of_open_quote(text))
    lines = [line for line in plain.split("\n") if line.strip()]
    counts = {mark: {line.count(mark) for line in lines} for mark in SEPARATORS}
    fit = [mark for mark in SEPARATORS if len(counts[mark]) == 1 and counts[mark] != {0}]
    best = [mark for mark in fit if all(explained(other, mark, lines)
                                        for other in fit if other != mark)]
    if all(explained(mark, None, lines) for mark in SEPARATORS):
        best.append(ALONE)
    if len(best) == 1:
        return best[0]
    if best or fit:
        raise Unreadable("its columns can be apart by %s. Say it with --separator" % " or by ".join(
            SEPARATORS.get(mark, "nothing (one column)") for mark in best or fit))
    raise Unreadable("no separator gives every row as many columns as the first: %s. Say it with "
                     "--separator" % "; ".join(ragged(mark, plain) for mark in SEPARATORS
                                               if counts[mark] != {0}))


def explained(mark, separator, lines):
    """Whether a sign stands in these fields for another reason than to keep columns apart."""
    if not any(mark in line for line in lines):
        return True
    fields = set(chain.from_iterable(line.split(separator) if separator else [line]
                                     for line in lines))
    return all(mark == "," and NUMBERS[","].fullmatch(field.strip()) or
               separator and field.count(mark) == field.count(mark + " ")
               for field in fields if mark in field)


def ragged(mark, plain):
    """The first row that is longer or shorter than the first, in words."""
    first, number = None, 1
    for line in plain.split("\n"):
        if line.strip():
            width = line.count(mark) + 1
            first = first or width
            if width != first:
                break
        number += 1 + line.count(LINE)
    return "with %s the first has %d and line %d has %d" % (SEPARATORS[mark], first, number, width)


def line_of_open_quote(text):
    """The line of the first quote that begins a field and does not end one."""
    place = 0
    while True:
        found = OPEN.search(text, place)
        whole = QUOTED.match(text, found.start())
        if not whole:
            return text.count("\n", 0, found.start()) + 1
        place = whole.end()


def split(text, separator, first_line):
    """(line, fields) of each row; a row without anything is one only where there is one column."""
    rows, begin = [], first_line
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    csv.field_size_limit(LARGEST)
    try:
        for fields in reader:
            rows.append((begin, [field.strip() for field in fields]))
            begin = reader.line_num + first_line
    except csv.Error:
        raise Unreadable(NEVER_CLOSED % begin) from None
    while rows and not any(rows[-1][1]):
        rows.pop()
    if separator == ALONE:
        return [(line, fields or [""]) for line, fields in rows]
    return [(line, fields) for line, fields in rows if fields]


def check_widths(rows, filled):
    """Rows are as long as the first; shorter ones are filled up where the separator was said."""
    width = len(rows[0][1])
    for line, fields in rows:
        if len(fields) > width or len(fields) < width and not filled:
            raise Unreadable("line %d has %d columns and the first has %d" % (line, len(fields),
                                                                            width))
        fields += [""] * (width - len(fields))


# ---- Numbers.

def decimal_of(fields, separator):
    """The decimal mark of the file."""
    only, both = {".": [], ",": []}, []
    for field in fields:
        if ("." in field or "," in field) and not ADDRESS.fullmatch(field):
            fits = [mark for mark in ".," if NUMBERS[mark].fullmatch(field)]
            if len(fits) == 1:
                only[fits[0]].append(field)
            elif fits:
                both.append(field)
    if only["."] and only[","]:
        raise Unreadable("there are numbers with a decimal point (%s) and with a decimal comma (%s). "
                         "Say which it is with --decimal" % (quoted(min(only["."])),
                                                             quoted(min(only[","]))))
    if only[","] and separator == ",":
        raise Unreadable("%s stands between commas: one number, or several choices. Say --decimal , or "
                         "--decimal ." % quoted(min(only[","])))
    if both and not only["."] and not only[","]:
        raise Unreadable("%s can be read with a decimal point and with a decimal comma. Say which it "
                         "is with --decimal" % quoted(min(both)))
    return "," if only[","] else "."


def value(field, mark):
    """A number, or the text as it is."""
    plain = field.replace("\u2212", "-")
    if not NUMBERS[mark].fullmatch(plain) or COUNTED.match(plain) or ADDRESS.fullmatch(plain):
        return field
    group = "," if mark == "." else "."
    number = float(plain.rstrip(" %").replace(group, "").replace(mark, "."))
    if not math.isfinite(number):
        return field
    return number / 100 if plain.endswith("%") else number
