# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not be opened, as sentences that say what to do, and what finds it in formulas."""
import re

MACRO = "It has a macro. Remove it (Tools ▸ Macros) and save the workbook again."
ACTIVE = "It has active content (%s). Remove it and save the workbook again."
LINK = ("It takes data from outside (%s). Break the link (Edit ▸ Links to External Files) or copy "
        "the values, and save the workbook again.")
PASSWORD = "It is protected by a password. Save a copy without one."
LOCKED = "It is open elsewhere: there is a lock file %s. Close it there, or delete the lock file."
CORRUPT = ("It is no readable workbook: %s. Open it in Calc to see whether it can be repaired, and "
           "save it again.")
NO_SHEET = "It is no readable workbook: %s. Save it as a spreadsheet (.ods or .xlsx)."
EMPTY = "There is nothing in it: none of its sheets has a cell. Is it the right file?"
TOO_MUCH = "It is too large to be looked into: %s."


class Refused(Exception):
    """A workbook that must not be opened, with the sentence that says why."""


def link(what):
    return Refused(LINK % what)


def corrupt(what):
    return Refused(CORRUPT % what)


class Sheets(list):
    """The names of the sheets of a workbook, and how many cells in them the add-in computes; None
    where the look does not read formulas."""

    formulas = None


# ---- Formulas. Texts in them are no formulas, whatever they look like.

OURS = re.compile(r"ORG\.SERVQUAL\.ADDIN\.|\bSQ\.[A-Z0-9.]+\(", re.I)
TEXT = re.compile(r'"(?:[^"]|"")*"')
CALLS = re.compile(r"(?<!\w)(?:WEBSERVICE|DDE|RTD|CALL|EXEC|REGISTER(?:\.ID)?)\s*\(", re.I)
INDIRECT = re.compile(r"(?<!\w)INDIRECT\s*\(", re.I)
OUTSIDE = (
    re.compile(r"'(?:[^']|'')*'\s*#(?!REF!)"),        # 'file:///b.ods'#$Sheet1.A1
    re.compile(r"'(?:[^']|'')*\[(?:[^']|'')*'\s*!"),  # '/b/[b.xlsx]Sheet1'!A1
    re.compile(r"\[(?!0\])[^][!(),;]+\][^][!(),;+*/&=<>^ -]*!"),  # [1]Sheet1!A1; [0] is this one
    re.compile(r"\w\|\s*'"),                          # program|'topic'!item
)


def check_reference(text):
    """A formula or an address: nothing of another workbook, and no call of other programs."""
    bare = TEXT.sub('""', text) if '"' in text else text
    if any(pattern.search(bare) for pattern in OUTSIDE):
        raise link("another workbook")
    if CALLS.search(bare):
        raise link("a function that calls other programs")
    if bare is not text and INDIRECT.search(bare):
        for found in TEXT.findall(text):
            if "://" in found or any(pattern.search(found) for pattern in OUTSIDE):
                raise link("another workbook")
