# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of a batch are whole or named: cut files, a full disk, results of other machines on
their way, tries, kills, terminals and reports.
Run: test_batch_results.py PACKAGES [KILLS]"""
import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import types

import uno  # noqa: F401

import result
from office import Office, properties, url
from tap import Scratch, check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BATCH = os.path.join(TOP, "addin", "servqual-batch")
sys.path.insert(0, os.path.join(TOP, "addin", "batch"))


def batch(*arguments, cwd, wrapped=(), **options):
    done = subprocess.run([*wrapped, sys.executable, BATCH, *arguments], cwd=cwd, timeout=240,
                          capture_output=True, text=True, **options)
    return done.returncode, done.stdout, done.stderr


def write(office, path, rows=1):
    document = office.new()
    s = Scratch(document)
    s.put("A1:D3", [[7, 6, 6, 4], [5, 5, 4, 5], [6, 4, 5, 3]])
    s.sheet.getCellRangeByName("F1").Formula = "=ORG.SERVQUAL.ADDIN.GAP5(A1:B3;C1:D3)"
    if rows > 1:
        s.sheet.getCellRangeByName("H1:H%d" % rows).setDataArray(
            tuple(("answer number %d, said twice: answer number %d" % (i, i),) for i in range(rows)))
    document.storeToURL(url(path), properties(FilterName="calc8"))
    document.close(True)


def many(office, folder, count):
    os.makedirs(os.path.join(folder, "in"))
    first = os.path.join(folder, "in", "00.ods")
    write(office, first)
    for number in range(1, count):
        shutil.copy(first, os.path.join(folder, "in", "%02d.ods" % number))


# ---- Whole, or not.

def check_cut(office, folder):
    """Files as the office writes them; each cut anywhere is not whole."""
    document = office.new()
    Scratch(document).put("A1:C4", [["a \"b\"", 1, 2], ["x\ny", 3, 4], ["", "", ""], [5, "z,", 6]])
    document.Sheets.insertNewByName("Empty", 1)
    document.Sheets.insertNewByName("Note", 2)
    kinds = ("ods", "fods", "xlsx", "xls", "pdf", "csv")
    item = {"id": 0, "to": kinds, "stem": "x"}
    names = [name for name, _ in result.save(document, item, folder)]
    check("every kind is whole", [os.path.basename(name) for name in names],
          ["x-Empty.csv", "x-Note.csv", "x-Sheet1.csv", "x.fods", "x.ods", "x.pdf", "x.xls", "x.xlsx"])
    draw = random.Random(1)
    place = os.path.join(folder, "out", "000000")
    for kind in kinds:
        path = os.path.join(place, "x-Sheet1.csv" if kind == "csv" else "x." + kind)
        with open(path, "rb") as file:
            whole = file.read()
        believed = []
        for size in {0, 1, len(whole) - 7, len(whole) // 2} | {
                draw.randrange(len(whole) - 6) for _ in range(20)}:
            with open(path, "wb") as file:
                file.write(whole[:size])
            try:
                result.check_whole(document, place, "x", kind)
                believed.append(size)
            except result.NotWhole:
                continue
        check("a cut %s is not believed" % kind, believed, [])
        os.remove(path)
        try:
            result.check_whole(document, place, "x", kind)
            check("no %s is not believed" % kind, True, False)
        except result.NotWhole:
            check("no %s is not believed" % kind, True, True)
    document.close(True)


def check_full_disk(office, folder):
    """The folder of results on a disk of a few MB; of a CSV of 100,000 rows a part would fit."""
    write(office, os.path.join(folder, "long.ods"), 100000)
    write(office, os.path.join(folder, "short.ods"))
    disk = os.path.join(folder, "disk")
    os.makedirs(disk)
    for kind, size in (("csv", 4), ("xlsx", 2.5)):
        script = "%s %s --to %s --output disk *.ods; code=$?; ls disk; exit $code" % (
            sys.executable, BATCH, kind)
        done = subprocess.run(
            ["bwrap", "--dev-bind", "/", "/", "--size", str(int(size * 2 ** 20)), "--tmpfs", disk, "sh",
             "-c", script], cwd=folder, timeout=240, capture_output=True, text=True)
        lines = done.stdout.splitlines()
        check("%s: a full disk is said with its place" % kind,
              (done.returncode, lines[0] if lines else done.stderr),
              (1, "long.ods: failed. The disk is full that %s lies on (%s). Make room, and run the "
                  "command again." % (disk, disk)))
        check("%s: nothing of it is in place, the other is" % kind, lines[2:],
              ["short-Sheet1.csv" if kind == "csv" else "short.xlsx"])


def check_counts(office, folder):
    """The look counts the add-in's cells as the office has them, in both formats."""
    import look
    import worker
    for name in ("ecsi", "kiosk-zh", "reliability"):
        sample = os.path.join(folder, name + ".ods")
        shutil.copy(os.path.join(TOP, "samples", name + ".ods"), sample)  # it is locked while open
        document = worker.load(office, sample)
        path = os.path.join(folder, name + ".xlsx")
        document.storeToURL(url(path), properties(FilterName="Calc MS Excel 2007 XML"))
        cells = worker.formulas(document)
        document.close(True)
        check("cells counted in %s" % name, [look.verdict(file)["formulas"] for file in (path, sample)],
              [cells, cells])


# ---- What another machine sends.

def check_arrival(folder):
    """A record that is there before its results: nothing is announced until they are whole."""
    from run import Run
    state = os.path.join(folder, ".servqual-batch")
    job = os.path.join(state, "jobs", "000000")
    os.makedirs(os.path.join(job, "out", "000000"))
    item = {"id": 0, "folder": "", "results": "x", "stem": "x", "shown": "x.ods", "label": ""}
    run = Run(types.SimpleNamespace(report=None, hosts=None), [item], state, "", "", None)
    with open(os.path.join(job, "results.jsonl"), "w", encoding="utf-8") as file:
        file.write(json.dumps({"id": 0, "status": "done", "message": "",
                               "outputs": [["out/000000/x.ods", 6]]}) + "\n")
    arrived = os.path.join(job, "out", "000000", "x.ods")
    run.collect()
    check("not yet there", run.results, {})
    with open(arrived, "w") as file:
        file.write("who")
    run.collect()
    check("half there", (run.results, os.path.exists(os.path.join(folder, "x.ods"))), ({}, False))
    with open(arrived, "w") as file:
        file.write("wholly")
    run.collect()
    check("there", (run.results[0]["status"], os.path.getsize(os.path.join(folder, "x.ods"))),
          ("done", 6))
    again = Run(types.SimpleNamespace(report=None, hosts=None), [item], state, "", "", None)
    again.collect()
    check("put there by an earlier run", again.results[0]["status"], "done")
    os.remove(os.path.join(folder, "x.ods"))
    again = Run(types.SimpleNamespace(report=None, hosts=None), [item], state, "", "", None)
    again.collect(last=True)
    check("taken away meanwhile", (again.results[0]["status"], again.results[0]["message"]),
          ("failed", "Its result x.ods did not arrive. Run the command again."))


# ---- Tries and kills.

def processes_of(folder):
    """Everything that runs for a folder, by its command line."""
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % entry, "rb") as file:
                line = file.read()
            here = os.readlink("/proc/%s/cwd" % entry)
        except OSError:
            continue
        if int(entry) != os.getpid() and (os.fsencode(folder) in line or here.startswith(folder)):
            found.append(int(entry))
    return found


def command_of(process):
    try:
        with open("/proc/%d/cmdline" % process, "rb") as file:
            return file.read().replace(b"\0", b" ").decode(errors="replace")[-300:]
    except OSError:
        return "one that has just ended"


def begun_in(folder):
    """How often a workbook was begun, as the records of the jobs say."""
    count = 0
    jobs = os.path.join(folder, "recalculated", ".servqual-batch", "jobs")
    for where, _, names in os.walk(jobs):
        if "results.jsonl" in names:
            with open(os.path.join(where, "results.jsonl"), "rb") as file:
                count += file.read().count(b'"begun"')
    return count


def started(folder, *arguments):
    return subprocess.Popen([sys.executable, BATCH, *arguments], cwd=folder, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True)


def left_of(folder, seconds=20):
    """What still runs for a folder when there was time to end."""
    end = time.monotonic() + seconds
    while processes_of(folder) and time.monotonic() < end:
        time.sleep(0.05)
    return list(map(command_of, processes_of(folder)))


def ended(folder, work):
    """Ends a run and waits until nothing of it is left."""
    work.kill()
    work.communicate()
    left_of(folder)


def check_tries(office, folder):
    """A run that is killed three times while the same workbook is under way."""
    os.makedirs(os.path.join(folder, "in"))
    write(office, os.path.join(folder, "in", "a.ods"))
    for _ in range(3):
        before = begun_in(folder)
        work = started(folder, "in")
        end = time.monotonic() + 60
        while begun_in(folder) <= before and work.poll() is None and time.monotonic() < end:
            time.sleep(0.002)
        ended(folder, work)
    check("it was under way", begun_in(folder) >= 2, True)
    code, out, _ = batch("in", cwd=folder)
    check("kills of the run are nobody's fault", (code, out),
          (0, "1 workbook: 1 recalculated, 0 skipped, 0 failed; 1 cells computed by servqual, 0 error "
              "cells.\n"))


def check_other_options(office, folder):
    """An interrupted run is not gone on with where something else is asked."""
    many(office, folder, 40)
    work = started(folder, "--jobs", "1", "in")
    end = time.monotonic() + 60
    while begun_in(folder) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    ended(folder, work)
    kept = os.path.join(folder, "recalculated", ".servqual-batch", "plan")

    def planned():
        try:
            with open(kept) as file:
                return file.read()
        except OSError:
            return ""

    first = planned()
    work = started(folder, "--jobs", "1", "--memory", "3", "in")
    end = time.monotonic() + 60
    while planned() in ("", first) and time.monotonic() < end:
        time.sleep(0.01)
    ended(folder, work)
    check("other options begin anew", planned() in ("", first), False)
    code, out, _ = batch("in", cwd=folder)
    check("and all is done", (code, out[:41]), (0, "40 workbooks: 40 recalculated, 0 skipped,"))


def killed(folder, draw):
    """One run in which one process is killed at some moment, and then the rest."""
    work = started(folder, "in")
    try:
        work.wait(draw.uniform(0.3, 3))
        return True
    except subprocess.TimeoutExpired:
        pass
    running = processes_of(folder)
    if running:
        try:
            os.kill(draw.choice(running), signal.SIGKILL)
        except ProcessLookupError:
            pass
    try:
        work.wait(draw.uniform(0, 3))
        return True
    except subprocess.TimeoutExpired:
        ended(folder, work)
        return False


def contents(office, folder):
    """What stands in each result."""
    found = {}
    for name in sorted(os.listdir(folder)):
        if not name.startswith("."):
            document = office.open_copy(os.path.join(folder, name))
            found[name] = document.Sheets.getByIndex(0).getCellRangeByName("A1:F3").getDataArray()
            document.close(True)
    return found


def check_kills(office, folder, kills):
    """Everything that runs is killed at random moments and the run gone on with."""
    many(office, folder, 24)
    code, _, _ = batch("--output", "undisturbed", "in", cwd=folder)
    check("an undisturbed run", code, 0)
    draw = random.Random(kills)
    complete = 0
    for _ in range(kills):
        if killed(folder, draw):
            complete += 1
            shutil.rmtree(os.path.join(folder, "recalculated"), ignore_errors=True)
    code, out, _ = batch("in", cwd=folder)
    check("after %d kills (%d runs came to an end): all is done" % (kills, complete),
          (code, out.splitlines()[-1][:42]),
          (0, "24 workbooks: 24 recalculated, 0 skipped, "))
    check("as without them", contents(office, os.path.join(folder, "recalculated")),
          contents(office, os.path.join(folder, "undisturbed")))
    check("nothing is left", left_of(folder), [])


# ---- Said to whom it may concern.

def check_said(office, folder):
    os.makedirs(os.path.join(folder, "in"))
    write(office, os.path.join(folder, "in", "café \x1b[31m.ods"))
    with open(os.path.join(os.fsencode(folder), b"in", b"caf\xe9.ods"), "w") as file:
        file.write("no workbook")
    plain = dict(os.environ, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    code, out, _ = batch("--report", "report.csv", "in", cwd=folder, env=plain)
    check("a terminal of ASCII is told all", (code, out.splitlines()),
          (1, ["in/caf\\xe9.ods: skipped. It is no readable workbook: it is neither OpenDocument nor a "
               "workbook of Excel, whatever its name says. Open it in Calc to see whether it can be "
               "repaired, and save it again.",
               "2 workbooks: 1 recalculated, 1 skipped, 0 failed; 1 cells computed by servqual, 0 "
               "error cells."]))
    with open(os.path.join(folder, "report.csv"), encoding="utf-8", newline="") as file:
        check("and the report", sorted(row[0] for row in csv.reader(file)),
              ["in/caf\\xe9.ods", "in/café \\x1b[31m.ods", "workbook"])
    os.makedirs(os.path.join(folder, "other"))
    code, _, error = batch("--report", "/proc/report.csv", "--output", "other/x", "in", cwd=folder)
    check("a report that cannot be written", (code, error, os.listdir(os.path.join(folder, "other"))),
          (2, "servqual-batch: nothing can be written into /proc (--report): No such file or "
              "directory. servqual-batch --help shows how it is used.\n", []))


def check_manual(folder):
    subprocess.run(["make", "-s", "-C", TOP, "install", "DESTDIR=" + folder, "PREFIX=/usr"], check=True,
                   capture_output=True, timeout=300)
    page = os.path.join(folder, "usr", "share", "man", "man1", "servqual-batch.1")
    shown = subprocess.run(["groff", "-man", "-Tascii", "-P-cbou", "-ww", page], capture_output=True, text=True,
                           timeout=60)
    helped = subprocess.run([sys.executable, BATCH, "--help"], capture_output=True, text=True, timeout=60)
    options = {word for word in helped.stdout.split() if word.startswith("--")}
    check("man servqual-batch", (shown.returncode, shown.stderr), (0, ""))
    check("names every option", [word for word in sorted(options) if word not in shown.stdout], [])


def main():
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory(prefix="servqual-results-") as top, \
            Office(sys.argv[1]) as office:
        def folder(name):
            os.makedirs(os.path.join(top, name))
            return os.path.join(top, name)

        if kills:
            check_kills(office, folder("kills"), kills)
            return
        check_cut(office, folder("cut"))
        check_full_disk(office, folder("full"))
        check_counts(office, folder("counts"))
        check_arrival(folder("arrival"))
        check_tries(office, folder("tries"))
        check_other_options(office, folder("options"))
        check_kills(office, folder("kills"), 4)
        check_said(office, folder("said"))
        check_manual(folder("manual"))


if __name__ == "__main__":
    main()
