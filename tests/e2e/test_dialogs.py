# SPDX-License-Identifier: GPL-3.0-or-later
"""Every dialog of the menu in a real window, pressed as people press it: Cancel, Esc and the cross
leave everything as it was; Enter goes on; what cannot be done is said in a window of its own.
Run: test_dialogs.py PACKAGES"""
import csv
import os
import re
import sys
import tempfile
import threading
import time

import uno  # noqa: F401
from com.sun.star.util import CloseVetoException

from menu_entries import entries
from office import properties, url
from screen import Screen, WindowedOffice
from tap import Scratch, check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MOBI = os.path.join(TOP, "tests", "published", "mobi", "mobi.csv")
KIOSK = os.path.join(TOP, "samples", "data", "kiosk", "kiosk_tidy.csv")
MENU_WINDOW = 304.0  # the width of the dialog and the middle of its Cancel, in its own units
CANCEL = (266.0, 15.0)


def commands():
    """The titles of the dialogs by the command that opens them, from the menu's sources."""
    found = {command: title for command, _, title in entries()}
    found["OpenSample"] = "Open a sample"
    found["MissingCodes"] = "Codes for no answer"
    return found


class Choice:
    """A command of the menu, under way: it ends when its windows are answered."""

    def __init__(self, office, document, command):
        frame = document.CurrentController.Frame
        helper = office.service("com.sun.star.frame.DispatchHelper")
        address = "vnd.sun.star.script:ServQual.Commands.%s?language=Basic&location=application"
        self.thread = threading.Thread(target=helper.executeDispatch, daemon=True,
                                       args=(frame, address % command, "", 0, ()))
        self.thread.start()

    def ended(self, seconds=40):
        self.thread.join(seconds)
        return not self.thread.is_alive()

    def left(self, screen, window, leave):
        """Leaves it; a window that was not listening yet is pressed once more, as people do."""
        for _ in range(3):
            leave(screen, window)
            if self.ended(5):
                return True
            screen.resize(window)
        return self.ended()


def click_cancel(screen, window):
    shape = dict(line.split("=") for line in screen.tool("getwindowgeometry", "--shell", window))
    unit = int(shape["WIDTH"]) / MENU_WINDOW
    screen.click(window, int(CANCEL[0] * unit), int(int(shape["HEIGHT"]) - CANCEL[1] * unit))


WAYS_OUT = (("Cancel", click_cancel), ("Esc", lambda screen, window: screen.press(window, "Escape")),
            ("the cross", lambda screen, window: screen.cross(window)))


def state(screen, document):
    properties = document.DocumentProperties.UserDefinedProperties
    styles = document.StyleFamilies
    return {"windows": sorted(screen.windows(".")), "sheets": document.Sheets.ElementNames,
            "names": document.NamedRanges.ElementNames, "modified": document.isModified(),
            "undo": document.UndoManager.AllUndoActionTitles,
            "redo": document.UndoManager.AllRedoActionTitles,
            "cell styles": styles.getByName("CellStyles").ElementNames,
            "page styles": styles.getByName("PageStyles").ElementNames,
            "selection": document.CurrentSelection.AbsoluteName,
            "language": properties.PropertySetInfo.hasPropertyByName("SQ.Language"),
            "codes": properties.PropertySetInfo.hasPropertyByName("SQ.Missing"),
            "locked": document.isActionLocked()}


def changes(screen, document, before, seconds=5):
    """What differs from before; windows may take a moment to go."""
    end = time.monotonic() + seconds
    while True:
        now = state(screen, document)
        found = {name: (before[name], now[name]) for name in now if now[name] != before[name]}
        if not found or time.monotonic() > end:
            return found
        time.sleep(0.1)


def survey(office):
    document = office.show()
    Scratch(document).put("B1:G6", [["E1", "E2", "E3", "P1", "P2", "P3"], [7, 6, 6, 5, 5, 5],
                                    [6, 6, 7, 4, 6, 5], [5, 7, 6, 5, 5, ""], [6, 5, 7, 6, 5, 4],
                                    [7, 7, 6, 6, 6, 4]])
    document.CurrentController.select(document.Sheets.getByIndex(0).getCellRangeByName("B1"))
    return document


def check_ways_out(screen, office):
    document = survey(office)
    document.Sheets.getByIndex(0).getCellRangeByName("B9").setString("a step to undo")
    document.UndoManager.undo()  # and one to do again
    before = state(screen, document)
    for command, title in commands().items():
        for way, leave in WAYS_OUT:
            choice = Choice(office, document, command)
            window = screen.wait(title)
            check("%s: its dialog opens" % title, window is not None, True)
            check("%s: %s ends it" % (title, way),
                  choice.left(screen, window, leave), True)
            check("%s: %s leaves everything as it was" % (title, way),
                  changes(screen, document, before), {})
    close(document)


def pressed_again(screen, title, first):
    """The window that asks once more after Enter in the first."""
    for _ in range(3):
        screen.press(first, "Return")
        again = screen.wait_for_another(title, first, 10)
        if again:
            return again
    return None


def check_wrong_then_out(screen, office):
    """Enter on empty fields asks again; Esc then still leaves all as it was."""
    document = office.show()
    before = state(screen, document)
    for command, title in commands().items():
        if command in ("OpenSample", "MissingCodes"):
            continue  # whose fields may stay as they are
        choice = Choice(office, document, command)
        first = screen.wait(title)
        again = pressed_again(screen, title, first)
        check("%s: empty fields are asked for again" % title,
              (again is not None, choice.ended(0)), (True, False))
        screen.press(again or first, "Escape")
        check("%s: and Esc ends it" % title, choice.ended(), True)
        check("%s: nothing is changed" % title, changes(screen, document, before), {})
    close(document)


def kiosk_gap():
    """The mean over the items of the mean difference, from the file itself."""
    with open(KIOSK, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    gaps = []
    for item in range(1, 25):
        pairs = [(row["P%d" % item], row["E%d" % item]) for row in rows]
        differences = [float(p) - float(e) for p, e in pairs if p and e]
        gaps.append(sum(differences) / len(differences))
    return sum(gaps) / len(gaps)


def check_enter(screen, office):
    """The kiosk's file as it comes, the cursor in A1, Gaps, Enter."""
    document = office.desktop.loadComponentFromURL(
        url(KIOSK), "_blank", 0,
        properties(FilterName="Text - txt - csv (StarCalc)", FilterOptions="44,34,76,1"))
    document.CurrentController.select(document.Sheets.getByIndex(0).getCellRangeByName("A1"))
    choice = Choice(office, document, "Gaps")
    screen.press(screen.wait("Gaps"), "Return")
    check("Gaps of the kiosk's file", choice.ended(), True)
    sheet = Scratch(document, "Gaps")
    check("the gap of its 24 items", round(sheet.value("B5"), 12), round(kiosk_gap(), 12))
    check("a row for each", (sheet.value("A9"), sheet.value("A32"), sheet.value("A33")),
          ("E1", "E24", ""))
    check("one step of undo", document.UndoManager.AllUndoActionTitles, ("Gaps",))
    document.UndoManager.undo()
    check("undone, nothing is left", (document.Sheets.Count, document.NamedRanges.Count), (1, 0))
    document.UndoManager.redo()
    check("done again, it stands there", round(Scratch(document, "Gaps").value("B5"), 12),
          round(kiosk_gap(), 12))
    close(document)


def check_index(screen, office):
    """The mobile telephony survey as it comes: the answers and the model are known, the ends of the scale are typed,
    what was understood is shown; Esc there goes back to the questions, Enter inserts."""
    document = office.desktop.loadComponentFromURL(
        url(MOBI), "_blank", 0, properties(FilterName="Text - txt - csv (StarCalc)", FilterOptions="44,34,76,1"))
    document.CurrentController.select(document.Sheets.getByIndex(0).getCellRangeByName("A1"))
    title = "Satisfaction index"
    choice = Choice(office, document, "SatisfactionIndex")
    questions = screen.wait(title)
    for _ in range(4):
        screen.press(questions, "Tab")
    screen.type(questions, "1")
    screen.press(questions, "Tab")
    screen.type(questions, "10")
    understood = pressed_again(screen, title, questions)
    check("index: what was understood is shown, nothing is inserted yet", (understood is not None, document.Sheets.Count), (True, 1))
    screen.press(understood, "Escape")
    questions = screen.wait_for_another(title, understood, 10)
    check("index: Esc goes back to the questions", (questions is not None, document.Sheets.Count), (True, 1))
    understood = pressed_again(screen, title, questions)
    screen.press(understood, "Return")
    check("index: Enter inserts", choice.ended(), True)
    check("index: its sheet", document.Sheets.ElementNames[1:], (title,))
    check("index: its finding", Scratch(document, title).value("A3")[:31], "Satisfaction index: 72.5 of 100")
    check("index: one step of undo", document.UndoManager.AllUndoActionTitles, (title,))
    document.UndoManager.undo()
    check("index: undone, nothing is left", (document.Sheets.Count, document.NamedRanges.Count), (1, 0))
    document.UndoManager.redo()
    check("index: done again, it stands there", Scratch(document, title).value("A3")[:31], "Satisfaction index: 72.5 of 100")
    close(document)


def check_codes(screen, office):
    """Codes for no answer, typed: what cannot be read is asked for again."""
    document = survey(office)
    choice = Choice(office, document, "MissingCodes")
    first = screen.wait("Codes for no answer")
    screen.type(first, "-99;x")
    again = pressed_again(screen, "Codes for no answer", first)
    screen.press(again, "ctrl+a")
    screen.type(again, "-99; 999")
    screen.press(again, "Return")
    check("codes are typed", choice.ended(), True)
    held = document.DocumentProperties.UserDefinedProperties
    check("and kept", held.getPropertyValue("SQ.Missing"), "-99;999")
    document.UndoManager.undo()
    check("and taken back", held.PropertySetInfo.hasPropertyByName("SQ.Missing"), False)
    close(document)


def close(document):
    """Closes it. A window that the window manager has yet to take down makes the controller disagree for a
    moment."""
    for _ in range(50):
        try:
            document.close(True)
            return
        except CloseVetoException:
            time.sleep(0.1)
    document.close(True)


def check_told(screen, office, document, command, what):
    """A window tells; Enter closes it, and nothing has changed."""
    before = state(screen, document)
    choice = Choice(office, document, command)
    window = screen.wait("Service quality")
    check("%s: a window tells" % what, window is not None, True)
    if window:
        screen.press(window, "Return")
    check("%s: Enter closes it" % what, choice.ended(), True)
    check("%s: nothing is changed" % what, changes(screen, document, before), {})
    close(document)


def check_refusals(screen, office, folder):
    path = os.path.join(folder, "survey.ods")
    document = survey(office)
    office.save(document, path, "calc8")
    close(document)
    for command in ("Gaps", "CheckData", "ResultsInChinese", "MissingCodes"):
        document = office.desktop.loadComponentFromURL(url(path), "_blank", 0,
                                                       properties(ReadOnly=True))
        check_told(screen, office, document, command, "%s of a read-only workbook" % command)
        document = survey(office)
        document.protect("secret")
        check_told(screen, office, document, command, "%s of a protected structure" % command)
    document = survey(office)
    Scratch(document).put("J1", [["=1+1"]])
    document.Sheets.getByIndex(0).protect("secret")
    check_told(screen, office, document, "ValuesOnly", "a copy of a protected sheet")


def check_help(screen, folder, packages):
    """A machine whose xdg-open finds no browser (status 3), and one that has it."""
    seen = os.path.join(folder, "seen")
    for has_browser in (False, True):
        tools = tempfile.mkdtemp(dir=folder)
        with open(os.path.join(tools, "xdg-open"), "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\n' + ('echo "$1" > "%s"\n' % seen if has_browser else "exit 3\n"))
        os.chmod(os.path.join(tools, "xdg-open"), 0o755)
        with WindowedOffice(screen, packages, environment={
                "PATH": tools + ":" + os.environ["PATH"]}) as office:
            document = survey(office)
            if not has_browser:
                check_told(screen, office, document, "Help", "help without a browser")
                continue
            check("help opens", Choice(office, document, "Help").ended(), True)
            with open(seen, encoding="utf-8") as file:
                page = file.read().strip()
            check("the page is there", os.path.exists(uno.fileUrlToSystemPath(page)), True)
            check("no window tells anything", screen.windows("Service quality"), [])
            close(document)


def main():
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        with WindowedOffice(screen, sys.argv[1]) as office:
            for part in (check_ways_out, check_wrong_then_out, check_enter, check_index,
                         check_codes):
                part(screen, office)
            check_refusals(screen, office, folder)
        check_help(screen, folder, sys.argv[1])


if __name__ == "__main__":
    main()
