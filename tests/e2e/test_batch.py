# SPDX-License-Identifier: GPL-3.0-or-later
"""servqual-batch on real files: formats, errors, refusals, hangs, kills, data, other machines.
Run: test_batch.py PACKAGES"""
import csv
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

import uno  # noqa: F401
from com.sun.star.beans import NamedValue
from com.sun.star.document.MacroExecMode import ALWAYS_EXECUTE_NO_WARN
from com.sun.star.table import CellAddress

from office import Office, properties, url
from tap import Scratch, check
import worker

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BATCH = os.path.join(TOP, "addin", "servqual-batch")
XLSX = "Calc MS Excel 2007 XML"
GAP = "=ORG.SERVQUAL.ADDIN.GAP5(A1:B3;C1:D3)"  # -1, -2, -1, 0, -1, -1: a gap of -1
SURVEY = [[7, 6, 6, 4], [5, 5, 4, 5], [6, 4, 5, 3]]


def batch(*arguments, cwd, **options):
    done = subprocess.run([sys.executable, BATCH] + list(arguments), cwd=cwd, timeout=240,
                          capture_output=True, text=True, **options)
    return done.returncode, done.stdout, done.stderr


def write(office, path, filter_name="calc8", change=None, **storing):
    document = office.new()
    s = Scratch(document)
    s.put("A1:D3", SURVEY)
    s.sheet.getCellRangeByName("F1").Formula = GAP
    if change:
        change(document, s.sheet)
    document.storeToURL(url(path), properties(FilterName=filter_name, **storing))
    document.close(True)


def value(office, path, address="F1", sheet=0):
    document = office.open_copy(path)
    found = document.Sheets.getByIndex(sheet).getCellRangeByName(address).getCellByPosition(0, 0)
    found = found.Value if found.Type.value == "VALUE" or not found.String else (
        found.Value if found.FormulaResultType2 == 1 else found.String)
    document.close(True)
    return found


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(where, name), folder)
                  for where, folders, names in os.walk(folder) for name in names)


def rewrite(path, name, change):
    """Changes one part of a package."""
    with zipfile.ZipFile(path) as old:
        parts = [(item, old.read(item)) for item in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for item, data in parts:
            new.writestr(item, change(data) if item.filename == name else data)


# ---- What comes out.

def check_formats(office, folder):
    os.makedirs(os.path.join(folder, "in", "north"))
    write(office, os.path.join(folder, "in", "a.ods"))
    write(office, os.path.join(folder, "in", "north", "b b.xlsx"), XLSX)
    rewrite(os.path.join(folder, "in", "north", "b b.xlsx"), "xl/worksheets/sheet1.xml",
            lambda data: re.sub(rb"<v>-1</v>", b"<v>99</v>", data))
    code, out, error = batch("in", cwd=folder)
    check("all well: status 0", (code, error.count("left")), (0, error.count("\n")))
    check("folders and formats stay", files_below(os.path.join(folder, "recalculated")),
          ["a.ods", os.path.join("north", "b b.xlsx")])
    check("what it says", out, "2 workbooks: 2 recalculated, 0 skipped, 0 failed; 2 cells "
                               "computed by servqual, 0 error cells.\n")
    with zipfile.ZipFile(os.path.join(folder, "recalculated", "north", "b b.xlsx")) as package:
        check("the stale value of an .xlsx is computed anew",
              b"<v>-1</v>" in package.read("xl/worksheets/sheet1.xml"), True)
    code, out, _ = batch("--to", "pdf,csv,ods", "--output", "out", "in/*.ods", cwd=folder)
    check("a pattern, three formats", (code, files_below(os.path.join(folder, "out"))),
          (0, ["a-Sheet1.csv", "a.ods", "a.pdf"]))
    with open(os.path.join(folder, "out", "a-Sheet1.csv"), encoding="utf-8") as file:
        check("CSV shows the gap", next(csv.reader(file)), ["7", "6", "6", "4", "", "-1"])


def check_errors(office, folder):
    def broken(document, sheet):
        document.Sheets.insertNewByName("Zweites Blatt", 1)
        document.Sheets.getByIndex(1).getCellRangeByName("C4").Formula = \
            "=ORG.SERVQUAL.ADDIN.GAP5(A1:B3;C1:C3)"
        sheet.getCellRangeByName("F2").Formula = "=1/0"

    write(office, os.path.join(folder, "bad.ods"), change=broken)
    code, out, _ = batch("bad.ods", "--report", "report.csv", cwd=folder)
    check("error cells: status 1", code, 1)
    check("all of them named", out.splitlines()[:2],
          ["bad.ods: Sheet1.F2 shows #DIV/0!", "bad.ods: Zweites Blatt.C4 shows Err:502"])
    check("the workbook is there all the same",
          files_below(os.path.join(folder, "recalculated")), ["bad.ods"])
    with open(os.path.join(folder, "report.csv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    check("the report", [(row["workbook"], row["status"], row["error_cells"], row["sheet"],
                          row["cell"], row["shows"]) for row in rows],
          [("bad.ods", "done", "2", "", "", ""),
           ("bad.ods", "error cell", "", "Sheet1", "F2", "#DIV/0!"),
           ("bad.ods", "error cell", "", "Zweites Blatt", "C4", "Err:502")])


def check_wrong_use(folder):
    for name in ("x/a.ods", "y/a.ods", "a.txt"):
        os.makedirs(os.path.join(folder, os.path.dirname(name)), exist_ok=True)
        with open(os.path.join(folder, name), "w"):
            pass
    for arguments, sentence in (
            ((), "the following arguments are required: PATH"),
            (("nowhere.ods",), "there is no nowhere.ods"),
            (("--to", "docx", "x"), "--to knows ods, xlsx, csv, pdf, not docx"),
            (("--timeout", "0", "x"), "--timeout is a number of seconds above 0, at most 30 days"),
            (("--data", "answers", "x"), "--data wants NAME=FILE.csv, not answers"),
            (("--data", "answers=none.csv", "x"), "there is no CSV file none.csv (--data)"),
            (("--hosts", "none", "x"), "there is no file none (--hosts)"),
            (("--output", "x", "x"), "the result of x/a.ods would overwrite x/a.ods; name another "
                                     "folder with --output"),
            (("x/a.ods", "y/a.ods"), "x/a.ods and y/a.ods would both become a.ods; rename one, or "
                                     "do them in two runs")):
        code, _, error = batch(*arguments, cwd=folder)
        check("wrong use: %s" % " ".join(arguments), (code, error.splitlines()[-1]),
              (2, "servqual-batch: %s. servqual-batch --help shows how it is used." % sentence))


# ---- What must not be opened.

def with_macro(document, trace):
    libraries = document.BasicLibraries
    if not libraries.hasByName("Standard"):
        libraries.createLibrary("Standard")
    libraries.getByName("Standard").insertByName(
        "Evil", 'Sub Leave\nOpen "%s" For Output As #1\nClose #1\nEnd Sub\n' % trace)


def check_refusals(office, folder):
    source, trace = os.path.join(folder, "in"), os.path.join(folder, "trace")
    os.makedirs(source)
    secret = os.path.join(folder, "secret.ods")
    write(office, secret)
    write(office, os.path.join(source, "good.ods"))
    write(office, os.path.join(source, "macro.ods"),
          change=lambda document, _: with_macro(document, trace))
    write(office, os.path.join(source, "password.ods"), Password="x")
    write(office, os.path.join(source, "password.xlsx"), XLSX, EncryptionData=uno.Any(
        "[]com.sun.star.beans.NamedValue",
        (NamedValue("OOXPassword", "x"), NamedValue("CryptoType", "Standard"))))
    for name, filter_name in (("link.ods", "calc8"), ("link.xlsx", XLSX)):
        write(office, os.path.join(source, name), filter_name,
              change=lambda document, sheet: setattr(
                  sheet.getCellRangeByName("F2"), "Formula", "='%s'#$Sheet1.F1" % url(secret)))
    write(office, os.path.join(source, "area.ods"),
          change=lambda document, sheet: document.AreaLinks.insertAtPosition(
              CellAddress(0, 8, 8), url(secret), "A1:B2", "calc8", ""))
    write(office, os.path.join(source, "web.ods"),
          change=lambda document, sheet: setattr(
              sheet.getCellRangeByName("F2"), "Formula", '=WEBSERVICE("http://192.0.2.1/")'))
    write(office, os.path.join(source, "locked.ods"))
    with open(os.path.join(source, ".~lock.locked.ods#"), "w") as file:
        file.write(",someone,there,,;")
    write(office, os.path.join(source, "torn.ods"))
    with open(os.path.join(source, "torn.ods"), "r+b") as file:
        file.truncate(3000)
    with open(os.path.join(source, "words.ods"), "w") as file:
        file.write("these are just words")
    code, out, _ = batch("in", cwd=folder)
    said = dict(line.split(": ", 1) for line in out.splitlines() if line.startswith("in/"))
    check("status 1", code, 1)
    check("only the good one is done", files_below(os.path.join(folder, "recalculated")),
          ["good.ods"])
    for name, begin in (("macro.ods", "It has a macro."), ("password.ods", "It is protected"),
                        ("password.xlsx", "It is protected"), ("link.ods", "It takes data"),
                        ("link.xlsx", "It takes data"), ("area.ods", "It takes data"),
                        ("web.ods", "It takes data"), ("locked.ods", "It is open elsewhere"),
                        ("torn.ods", "It is no readable"), ("words.ods", "It is no readable")):
        check("%s is named and skipped" % name,
              said.get("in/" + name, "").startswith("skipped. " + begin), True)
    check("no macro ran", os.path.exists(trace), False)
    document = office.desktop.loadComponentFromURL(
        url(os.path.join(source, "macro.ods")), "_blank", 0,
        properties(Hidden=True, MacroExecutionMode=ALWAYS_EXECUTE_NO_WARN))
    document.getScriptProvider().getScript(
        "vnd.sun.star.script:Standard.Evil.Leave?language=Basic&location=document").invoke(
            (), (), ())
    check("(it would have run where macros are allowed)", os.path.exists(trace), True)
    document.close(True)


# ---- Hangs and kills.

def many(office, folder, count):
    os.makedirs(os.path.join(folder, "in"))
    first = os.path.join(folder, "in", "w000.ods")
    write(office, first)
    for number in range(1, count):
        shutil.copy(first, os.path.join(folder, "in", "w%03d.ods" % number))
    return ["w%03d.ods" % number for number in range(count)]


def offices_of(folder):
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % entry, "rb") as file:
                line = file.read()
            with open("/proc/%s/comm" % entry) as file:
                name = file.read()
        except OSError:
            continue
        if url(folder).encode() in line and name.startswith("soffice.bin"):
            found.append(int(entry))
    return found


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    return None


def check_hang(office, folder, number):
    """An office that is stopped, or dies, in the middle of a job."""
    names = many(office, folder, 12)
    work = subprocess.Popen([sys.executable, BATCH, "--jobs", "1", "--timeout", "4", "in"],
                            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    done = os.path.join(folder, "recalculated")
    wait_for(lambda: len(glob.glob(os.path.join(done, "*.ods"))) >= 2)
    hit = offices_of(folder)
    for process in hit:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            pass
    out, _ = work.communicate(timeout=120)
    name = signal.Signals(number).name
    check("%s: an office was hit" % name, len(hit) > 0, True)
    if not check("%s: all is done all the same" % name, (work.returncode, files_below(done)),
                 (0, names)):
        print("# " + out)
    check("%s: no office is left" % name, offices_of(folder), [])


def check_hang_behind_a_job():
    """An office that is stopped when the work of a job is done and it is asked whether it is alive."""
    with Office(sys.argv[1]) as office:
        begin = time.monotonic()
        with worker.Limits(office, 2, 2 ** 40) as limits:
            for process in office._processes():
                os.kill(process, signal.SIGSTOP)
        check("stopped behind a job: it is ended in time", time.monotonic() - begin < 20, True)
        check("stopped behind a job: it is not gone on with",
              (limits.survived, limits.broken is not None), (False, True))


# ---- Data.

def check_data(office, folder):
    def name_data(document, sheet):
        document.NamedRanges.addNewByName("answers", "$Sheet1.$A$1:$D$1000", CellAddress(0, 0, 0), 0)
        sheet.getCellRangeByName("F1").Formula = \
            "=ORG.SERVQUAL.ADDIN.GAP5(A1:B1000;C1:D1000)"

    write(office, os.path.join(folder, "report.ods"), change=name_data)
    os.makedirs(os.path.join(folder, "surveys"))
    for name, text in (("north", "e1,e2,p1,p2\n5,5,4,4\n5,5,5,\n"),
                       ("south", "e1;e2;p1;p2\n7;7;1;1\n"), ("wide", "1,2,3,4,5\n")):
        with open(os.path.join(folder, "surveys", name + ".csv"), "w") as file:
            file.write(text)
    code, out, _ = batch("--data", "answers=surveys", "report.ods", cwd=folder)
    done = os.path.join(folder, "recalculated")
    check("a report for each survey", (code, files_below(done)),
          (1, ["report-north.ods", "report-south.ods"]))
    check("with its gap", [round(value(office, os.path.join(done, "report-%s.ods" % name)), 12)
                           for name in ("north", "south")], [round(-2 / 3, 12), -6.0])
    check("one that has no room is named", out.splitlines()[0],
          "report.ods with wide: skipped. wide.csv has 1 rows and 5 columns; the named range "
          "answers has room for 1000 and 4.")
    code, out, _ = batch("--data", "nothing=surveys/north.csv", "--output", "o2", "report.ods",
                         cwd=folder)
    check("no such name", out.splitlines()[0],
          "report.ods: skipped. There is no named range nothing in it.")
    check("the original is as it was",
          value(office, os.path.join(folder, "report.ods")), -1.0)


# ---- Installed.

def check_installed(folder):
    done = subprocess.run(["make", "-s", "-C", TOP, "install", "DESTDIR=" + folder, "PREFIX=/opt/a b"],
                          capture_output=True, text=True, timeout=300)
    check("make install DESTDIR", done.returncode, 0)
    command = os.path.join(folder, "opt", "a b", "bin", "servqual-batch")
    shutil.copy(os.path.join(TOP, "samples", "loss.ods"), folder)
    done = subprocess.run([command, "loss.ods"], cwd=folder, capture_output=True, text=True,
                          timeout=120)
    check("the installed command works", (done.returncode, done.stdout.split(":")[0]),
          (0, "1 workbook"))


# ---- Other machines.

def check_hosts(office, folder):
    """An sshd of the test's own on loopback."""
    keys = os.path.join(folder, "keys")
    os.makedirs(keys, mode=0o700)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f",
                        os.path.join(keys, name)], check=True)
    shutil.copy(os.path.join(keys, "user.pub"), os.path.join(keys, "authorized"))
    port = 20000 + os.getpid() % 20000
    with open(os.path.join(keys, "sshd_config"), "w") as file:
        file.write("Port %d\nListenAddress 127.0.0.1\nHostKey %s/host\nAuthorizedKeysFile "
                   "%s/authorized\nStrictModes no\nUsePAM no\nPidFile none\nPermitRootLogin yes\n"
                   % (port, keys, keys))
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    daemon = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", os.path.join(keys, "sshd_config")],
                              stderr=subprocess.DEVNULL)
    try:
        with open(os.path.join(folder, "hosts"), "w") as file:
            file.write("2/ssh -i %s/user -p %d -o StrictHostKeyChecking=no -o "
                       "UserKnownHostsFile=/dev/null -o LogLevel=ERROR 127.0.0.1\n" % (keys, port))
        names = many(office, folder, 2)
        time.sleep(0.5)
        code, out, error = batch("--hosts", "hosts", "in", cwd=folder)
        check("another machine did it all",
              (code, files_below(os.path.join(folder, "recalculated"))), (0, names))
        if code:
            print("# " + (out + error).replace("\n", "\n# "))
    finally:
        daemon.terminate()
        daemon.wait()


def main():
    with tempfile.TemporaryDirectory(prefix="servqual-batch-") as top, \
            Office(sys.argv[1]) as office:
        def folder(name):
            os.makedirs(os.path.join(top, name))
            return os.path.join(top, name)

        check_formats(office, folder("formats"))
        check_errors(office, folder("errors"))
        check_wrong_use(folder("wrong use"))
        check_refusals(office, folder("refusals"))
        check_data(office, folder("data"))
        check_hang(office, folder("stopped"), signal.SIGSTOP)
        check_hang_behind_a_job()
        check_hang(office, folder("killed"), signal.SIGKILL)
        check_hosts(office, folder("hosts"))
        check_installed(folder("installed"))


if __name__ == "__main__":
    main()
