# SPDX-License-Identifier: GPL-3.0-or-later
"""worker.py JOB EXTENSION: recalculates the workbooks of one job in one office.

JOB is a folder: job.json says what to do, in/ has copies of the workbooks, out/ gets the results,
results.jsonl a line when a workbook is begun, one when an office died or hung of it, and one when it
is settled. Run again after it was killed, it goes on where it stopped, and nothing is held against a
workbook but offices that died or hung of it in this run: then it is tried once more in a new one.
"""
import ctypes
import fcntl
import hashlib
import json
import locale
import os
import signal
import subprocess
import sys
import threading
import time

import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.document.MacroExecMode import NEVER_EXECUTE
from com.sun.star.document.UpdateDocMode import NO_UPDATE
from com.sun.star.sheet.FormulaResult import ERROR

import table
import wall
from look import Looker
from office import SOFFICE, Office, install, properties, url
from result import FREE, ROOM, NotWhole, full, save
from suspect import OURS

FORMULA, CONTENT = 16, 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags
TRIES = 2
STARTS = 3
PIECE = 10000  # rows of data put at a time
# The wall that every office has: no macro, no active content, nothing fetched from where a workbook
# points to, and a proxy that nobody listens at.
SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
NET = "/org.openoffice.Inet/Settings"
SETTINGS = (
    (SECURITY, "MacroSecurityLevel", "3"), (SECURITY, "DisableMacrosExecution", "true"),
    (SECURITY, "DisableActiveContent", "true"), (SECURITY, "BlockUntrustedRefererLinks", "true"),
    (NET, "ooInetProxyType", "2"), (NET, "ooInetNoProxy", ""),
    (NET, "ooInetHTTPProxyName", "127.0.0.1"), (NET, "ooInetHTTPProxyPort", "9"),
    (NET, "ooInetHTTPSProxyName", "127.0.0.1"), (NET, "ooInetHTTPSProxyPort", "9"),
    (NET, "ooInetFTPProxyName", "127.0.0.1"), (NET, "ooInetFTPProxyPort", "9"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    # never when it is loaded: it is calculated once, when its links are known and its data are there
    ("/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "1"),
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"),
)


class Refused(Exception):
    """A workbook that cannot be done, with the sentence that says why."""


# ---- What a job has done so far.

class Record:
    def __init__(self, folder):
        self.path = os.path.join(folder, "results.jsonl")
        self.begun, self.died, self.settled = {}, {}, set()
        try:
            with open(os.path.join(folder, "run"), encoding="ascii") as file:
                self.run = file.read()  # which run this is
        except OSError:
            self.run = ""
        if os.path.exists(self.path):
            with open(self.path, encoding="utf-8") as file:
                for line in file:
                    self._read(line)

    def _read(self, line):
        try:
            entry = json.loads(line)
        except ValueError:  # the last line of a killed worker
            return
        if "begun" in entry:
            self.begun[entry["id"]] = self.begun.get(entry["id"], 0) + 1
        elif "died" in entry:
            if entry["died"] == self.run:
                self.died[entry["id"]] = self.died.get(entry["id"], 0) + 1
        elif "id" in entry:
            self.settled.add(entry["id"])

    def write(self, **entry):
        line = json.dumps(entry, ensure_ascii=False)
        torn = os.path.exists(self.path) and not _ends_with_newline(self.path)
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(("\n" if torn else "") + line + "\n")
            file.flush()
            os.fsync(file.fileno())
        self._read(line)


def _ends_with_newline(path):
    with open(path, "rb") as file:
        file.seek(0, 2)
        if file.tell() == 0:
            return True
        file.seek(-1, 2)
        return file.read(1) == b"\n"


# ---- One workbook.

def load(office, path):
    document = office.desktop.loadComponentFromURL(url(path), "_blank", 0, properties(
        Hidden=True, MacroExecutionMode=NEVER_EXECUTE, UpdateDocMode=NO_UPDATE))
    if document is None or not hasattr(document, "Sheets"):
        raise Refused("It is no readable workbook. Open it in Calc to see whether it can be "
                      "repaired.")
    return document


def check_links(document):
    """Links as the office sees them; a formula can put one together while it is calculated."""
    for links in (document.ExternalDocLinks, document.AreaLinks, document.DDELinks):
        if links.hasElements():
            raise Refused("It takes data from outside. Break the link (Edit ▸ Links to External "
                          "Files) and save the workbook again.")


def put_data(document, name, path, reading):
    """Puts a text table into a named range instead of what was there, and reads it back."""
    file = os.path.basename(path)
    if not document.NamedRanges.hasByName(name):
        raise Refused("There is no named range %s in it." % name)
    cells = document.NamedRanges.getByName(name).ReferredCells
    if cells is None:
        raise Refused("The name %s means no cell range." % name)
    if not can_be_written(cells):
        raise Refused("The named range %s is protected. Take the protection off (Tools ▸ Protect "
                      "Sheet)." % name)
    try:
        rows = table.read(path, **reading)
    except table.Unreadable as why:
        raise Refused("%s cannot be put into it: %s." % (file, why)) from None
    width, area = len(rows[0]), cells.RangeAddress
    room = area.EndRow - area.StartRow + 1, area.EndColumn - area.StartColumn + 1
    if len(rows) > room[0] or width > room[1]:
        raise Refused("%s has %d rows and %d columns; the named range %s has room for %d and %d."
                      % ((file, len(rows), width, name) + room))
    cells.clearContents(CONTENT)
    for first in range(0, len(rows), PIECE):
        piece = tuple(map(tuple, rows[first:first + PIECE]))
        target = cells.getCellRangeByPosition(0, first, width - 1, first + len(piece) - 1)
        target.setDataArray(piece)
        if target.getDataArray() != piece:
            raise Refused("%s does not stand in the named range %s as it was put there. Look at the "
                          "formats and validity rules of its cells." % (file, name))


def can_be_written(cells):
    """Whether a range has no locked cell on a protected sheet; a part may be locked."""
    if not cells.Spreadsheet.isProtected():
        return True
    return not any(part.CellProtection.IsLocked for part in cells.UniqueCellFormatRanges)


def error_cells(document):
    found = []
    for sheet in document.Sheets:
        for cells in sheet.queryFormulaCells(ERROR):
            for row in range(cells.Rows.Count):
                for column in range(cells.Columns.Count):
                    cell = cells.getCellByPosition(column, row)
                    address = cell.AbsoluteName.replace("$", "")
                    found.append([sheet.Name, address[address.rindex(".") + 1:], cell.String])
    return found


def formulas(document):
    """How many cells the add-in computes, of an .xls; of other workbooks the look has counted them."""
    return sum(OURS.search(formula) is not None
               for sheet in document.Sheets for cells in sheet.queryContentCells(FORMULA)
               for row in cells.getFormulaArray() for formula in row)


def forget_lock(path):
    """The lock of an office that died with this copy open would keep the next one out."""
    lock = os.path.join(os.path.dirname(path), ".~lock.%s#" % os.path.basename(path))
    if os.path.exists(lock):
        os.remove(lock)


def recalculate(office, item, job, reading, counted=None):
    forget_lock(os.path.join(job, item["file"]))
    document = load(office, os.path.join(job, item["file"]))
    try:
        check_links(document)
        automatic = document.isAutomaticCalculationEnabled()
        document.enableAutomaticCalculation(False)  # once, when all data are there
        for name, path in item["data"].items():
            put_data(document, name, os.path.join(job, path), reading)
        document.calculateAll()
        document.enableAutomaticCalculation(automatic)
        check_links(document)
        found = {"formulas": formulas(document) if counted is None else counted,
                 "errors": error_cells(document)}
        found["outputs"] = save(document, item, job)
        return found
    finally:
        document.close(True)


# ---- One job.

class Limits:
    """Ends the office if what is done in it takes too long or too much memory; broken says which, and
    survived whether the office can be gone on with: an office is asked only while it is watched."""

    def __init__(self, office, seconds, memory):
        self.office, self.seconds, self.memory = office, seconds, memory
        self.broken, self.most, self.survived = None, 0, False
        self.done = threading.Event()
        self.watcher = threading.Thread(target=self._watch, daemon=True)

    def _watch(self):
        end = time.monotonic() + self.seconds
        while not self.done.wait(0.1):
            self.most = max(self.most, self.office.resident())
            if time.monotonic() > end:
                self.broken = ("It takes longer than %g s. Give it more with --timeout."
                               % self.seconds)
            elif self.most > self.memory:
                self.broken = self._too_large()
            if self.broken:
                self.office.kill()
                return

    def _too_large(self):
        return ("It takes more memory than %g GB. Give it more with --memory."
                % (self.memory / 2 ** 30))

    def __enter__(self):
        self.watcher.start()
        return self

    def __exit__(self, *_):
        alive = self.office.alive()
        self.done.set()
        self.watcher.join()
        if not self.broken and not alive and self.most > self.memory / 2:
            self.broken = self._too_large()  # between two looks
        self.survived = alive and not self.broken


def start(packages, job, memory):
    for left in range(STARTS, 0, -1):
        try:
            return Office(packages, settings=SETTINGS, folder=job, memory=memory)
        except (RuntimeError, OSError) as error:
            if left == 1:
                raise
            time.sleep(1)


def said_of(error):
    if isinstance(error, NotWhole):
        return "Its result could not be written whole (%s)." % error
    return " ".join(str(error).split()) or "It failed."


def settle(office, record, item, job, plan, counted):
    """Does a workbook; False where the office did not survive it."""
    begin = time.monotonic()
    record.write(id=item["id"], begun=True)
    with Limits(office, plan["timeout"], plan["memory"]) as limits:
        try:
            found = dict(recalculate(office, item, job, plan["reading"], counted), status="done",
                         message="")
        except Refused as refusal:
            found = dict(status="skipped", message=str(refusal))
        except Exception as error:  # what the office says of a file, or that it is gone
            found = dict(status="failed", message=said_of(error),
                         full=full(job, ROOM if isinstance(error, NotWhole) else FREE))
    if not limits.survived:
        record.write(id=item["id"], died=record.run)
        if record.died[item["id"]] >= TRIES:
            record.write(id=item["id"], status="failed", full=full(job),
                         message=limits.broken or "LibreOffice died of it, twice.")
        return False
    record.write(id=item["id"], seconds=time.monotonic() - begin, **found)
    return True


def looked(looker, record, item, job, seconds):
    """What a look into the workbook says; where it must not be opened, that settles it."""
    begin = time.monotonic()
    said = looker.look(os.path.join(job, item["file"]), seconds)
    if said["refused"]:
        record.write(id=item["id"], status="skipped", message=said["refused"],
                     seconds=time.monotonic() - begin)
    return said


def work(job, packages):
    with open(os.path.join(job, "job.json"), encoding="utf-8") as file:
        plan = json.load(file)
    record = Record(job)
    office, looker = None, Looker()
    try:
        while True:
            left = [item for item in plan["items"] if item["id"] not in record.settled]
            if not left:
                return
            left.sort(key=lambda item: record.begun.get(item["id"], 0))  # a killer of workers last
            said = looked(looker, record, left[0], job, plan["timeout"])
            if said["refused"]:
                continue
            if office is None:
                office = start(packages, job, plan["memory"])
            if not settle(office, record, left[0], job, plan, said.get("formulas")):
                office.close()
                office = None
    finally:
        looker.close()
        if office:
            office.close()


# ---- Around it.

def end_with_parent(number):
    """This process gets the signal when the one that started it ends. Where the leader of the session
    has ended already, nobody waits for it."""
    ctypes.CDLL(None).prctl(1, number)  # PR_SET_PDEATHSIG
    try:
        os.kill(os.getsid(0), 0)
    except ProcessLookupError:
        os._exit(1)
    except PermissionError:
        pass


def end_leftovers(folder):
    """Ends offices whose profile is in this folder: their worker was killed."""
    mark = ("-env:UserInstallation=" + url(folder)).encode()
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % process, "rb") as file:
                if any(word.startswith(mark) for word in file.read().split(b"\0")):
                    os.kill(int(process), signal.SIGKILL)
        except OSError:
            continue


def end_session(leader, folder):
    """Ends what is left of a GNU parallel that was killed: the processes of its session in its folder."""
    for process in map(int, filter(str.isdigit, os.listdir("/proc"))):
        try:
            if os.getsid(process) == leader and os.path.samefile("/proc/%d/cwd" % process, folder):
                os.kill(process, signal.SIGKILL)
        except OSError:
            continue


def packages_of(extension):
    """The extension, installed once for all workers of this person on this machine."""
    with open(extension, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()[:16]
    cache = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"),
                         "servqual")
    os.makedirs(cache, exist_ok=True)
    packages = os.path.join(cache, digest)
    with open(packages + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(os.path.join(packages, "complete")):
            install(packages, extension)
            with open(os.path.join(packages, "complete"), "w"):
                pass
    return packages


def go_behind_wall(job, packages):
    """Starts this program again behind the wall; comes back only where there is none."""
    why = wall.missing()
    if why:
        Record(job).write(wall=why)
        return
    command = wall.behind(job, (os.path.dirname(os.path.abspath(__file__)), packages), SOFFICE)
    os.execve(command[0], command + ["/usr/bin/python3", "-X", "utf8", os.path.abspath(__file__), job,
                                     packages], wall.environment())


def name_files_in_utf8():
    """Whatever the terminal, or the machine where there is none, shows: offices follow it."""
    locale.setlocale(locale.LC_CTYPE, "")
    if locale.nl_langinfo(locale.CODESET).upper() != "UTF-8":
        language = os.environ.pop("LC_ALL", None)
        os.environ.update({"LANG": language} if language else {}, LC_CTYPE="C.UTF-8")


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: worker.py JOB EXTENSION.oxt")
    job, given = map(os.path.abspath, sys.argv[1:])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    end_with_parent(signal.SIGTERM)
    name_files_in_utf8()
    try:
        if os.path.isdir(given):  # behind the wall already: the packages, installed
            packages = given
        else:
            end_leftovers(job)
            packages = packages_of(given)
            go_behind_wall(job, packages)
        alone = open(os.path.join(job, "lock"), "w")
        fcntl.flock(alone, fcntl.LOCK_EX)  # a worker of a killed run may be about to end
        work(job, packages)
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        Record(job).write(office=" ".join(str(error).split())[:500])
        sys.exit(3)


if __name__ == "__main__":
    main()
