# SPDX-License-Identifier: GPL-3.0-or-later
"""What servqual-batch takes in: every path is settled before the work, and nothing it writes lies on what
it reads. Run: test_batch_intake.py PACKAGES"""
import argparse
import os
import socket
import subprocess
import sys
import tempfile

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "addin", "batch"))  # before samples, which has a plan too

import plan  # noqa: E402
from intake import WrongUse  # noqa: E402
from tap import check  # noqa: E402
from test_batch_packages import odf, ods  # noqa: E402

BATCH = os.path.join(TOP, "addin", "servqual-batch")


def settled(*paths, **options):
    """[(path, place and beginning of results, sentence)], or the sentence of wrong use."""
    given = dict({"to": None, "output": "out", "data": [], "report": None, "hosts": None,
                  "separator": None, "decimal": None, "encoding": None}, **options)
    try:
        return [(item["shown"], os.path.join(item["folder"], item["results"]), item["refused"])
                for item in plan.items(argparse.Namespace(paths=list(paths), **given))]
    except WrongUse as wrong:
        return str(wrong)


def put(*paths, sheets=None):
    for path in paths:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        text = odf(5, "")
        for number, sheet in enumerate(sheets or ()):
            name = 'table:name="S"' if number == 0 else 'table:name="%s"' % sheets[number - 1]
            text = text.replace(name, 'table:name="%s"' % sheet) if number == 0 else text.replace(
                "</table:table>", '</table:table><table:table table:name="%s"/>' % sheet, 1)
        ods(path, text)


# ---- What a folder can hold.

def check_kinds():
    put("in/a.ods", "in/sub/b.ods", "in/.hidden/c.ods", "in/~$d.ods", "in/.~lock.x.ods#", "out/e.ods",
        "in/locked.ods", "in/folder.ods/f.ods")
    open("in/.~lock.locked.ods#", "w").close()
    os.mkfifo("in/pipe.ods")
    os.symlink("nowhere.ods", "in/dangling.ods")
    os.symlink("circle.ods", "in/circle.ods")
    os.symlink("../../in", "in/sub/up")
    os.symlink("nowhere", "in/nothing")
    os.symlink("/dev/zero", "in/zero.ods")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("in/socket.ods")
    check("a folder: what is a workbook, what is named", settled("in"), [
        ("in/a.ods", "a", None),
        ("in/circle.ods", "circle", "It is a link that leads round in a circle."),
        ("in/dangling.ods", "dangling", "It is a link to nowhere.ods, which is not there."),
        ("in/locked.ods", "locked", "It is open elsewhere: there is a lock file .~lock.locked.ods#. "
                                    "Close it there, or delete the lock file."),
        ("in/pipe.ods", "pipe", "It is no file but a pipe."),
        ("in/socket.ods", "socket", "It is no file but a socket."),
        ("in/zero.ods", "zero", "It is no file but a device."),
        ("in/folder.ods/f.ods", "folder.ods/f", None), ("in/sub/b.ods", "sub/b", None),
        ("in/sub/up", "sub/up", "It is a link to a folder that it lies in (../../in).")])
    check("one that is named by itself", settled("in/dangling.ods"),
          [("in/dangling.ods", "dangling", "It is a link to nowhere.ods, which is not there.")])
    check("one that is not there", settled("in/none.ods"), "there is no in/none.ods")
    os.symlink("../out", "in/other")
    check("the output folder is left out, behind a link too",
          [path for path, _, _ in settled("in") if path.endswith("/e.ods")], [])


def check_links():
    put("links/real/a.ods", "links/real/b.ods", "elsewhere/c.ods")
    os.symlink("real/a.ods", "links/a-link.ods")
    os.symlink("real", "links/as-well")
    os.symlink("../elsewhere", "links/other")
    os.symlink("other", "links/other-again")
    os.symlink("../links", "elsewhere/back")
    check("once each, at its own place rather than a link's", settled("links"), [
        ("links/real/a.ods", "real/a", None), ("links/real/b.ods", "real/b", None),
        ("links/other/c.ods", "other/c", None)])
    check("named twice", settled("links/real/a.ods", "links/real", "links/a-link.ods",
                                 "links/real/../real/a.ods"),
          [("links/real/a.ods", "a", None), ("links/real/b.ods", "b", None)])
    check("a link alone", settled("links/a-link.ods"), [("links/a-link.ods", "a-link", None)])


def check_names():
    odd = [b"caf\xe9.ods", b"a\nb.ods", b"quote'\".ods", b"-x.ods", b"[1].ods", "测试.ods".encode(),
           b"percent%20.ods", b"a" * 251 + b".ods", b"tab\t.ods", b"star*.ods"]
    os.makedirs("names")
    for name in odd:
        ods(os.fsdecode(os.path.join(b"names", name)), odf(5, ""))
    found = settled("names")
    check("names of any bytes", len(found), len(odd))
    check("bytes that are no text are shown as such", found[-1][0] if found else None,
          "names/测试.ods")
    check("(one of them)", [path for path, _, _ in found if "caf" in path], ["names/caf\\xe9.ods"])
    check("a name that is too long for its result is named",
          [refused for path, _, refused in found if "aaaa" in path],
          ["The name of its result would be longer than 255 bytes. Rename it."])
    check("a pattern that is a name", len(settled("names/[1].ods")), 1)


# ---- What is written does not lie on what is read.

def check_places():
    put("x/a.ods", "y/a.ods", "z/A.ods", "x/b.xlsx", "x/b.ods", "x/r.ods")
    with open("answers.csv", "w") as file:
        file.write("1,2\n")
    with open("machines", "w") as file:
        file.write(":\n")
    both = "%s and %s would both become %s; rename one, or do them in two runs"
    over = "the result of %s would overwrite %s; name another folder with --output"
    for words, got, expected in (
            ("two workbooks", settled("x/a.ods", "y/a.ods"), both % ("x/a.ods", "y/a.ods", "a.ods")),
            ("by case alone", settled("x/a.ods", "z/A.ods"), both % ("x/a.ods", "z/A.ods", "A.ods")),
            ("two kinds", settled("x/b.ods", "x/b.xlsx", to="pdf"),
             both % ("x/b.ods", "x/b.xlsx", "b.pdf")),
            ("--output", settled("x", output="x"), over % ("x/a.ods", "x/a.ods")),
            ("--report", settled("x/a.ods", report="x/a.ods"),
             "--report would overwrite x/a.ods; name another file"),
            ("--report on another input", settled("x", report="./x/../x/b.ods"),
             "--report would overwrite x/b.ods; name another file"),
            ("--report on data", settled("x/a.ods", report="answers.csv", data=["n=answers.csv"]),
             "--report would overwrite answers.csv; name another file"),
            ("--report on the machines", settled("x/a.ods", report="machines", hosts="machines"),
             "--report would overwrite machines; name another file"),
            ("--report that is a folder", settled("x/a.ods", report="y"),
             "y is no file that a report can be written to (--report)"),
            ("--report that is a device", settled("x/a.ods", report="/dev/null"),
             "/dev/null is no file that a report can be written to (--report)"),
            ("--output that is a file", settled("x/a.ods", output="answers.csv"),
             "answers.csv is no folder (--output)")):
        check("%s: refused before the work" % words, got, expected)
    os.makedirs("out2")
    os.link("x/a.ods", "out2/a.ods")
    check("a hard link", settled("x/a.ods", output="out2"), over % ("x/a.ods", "x/a.ods"))
    os.makedirs("out3")
    os.symlink("../x/a.ods", "out3/a.ods")
    check("a link", settled("x/a.ods", output="out3"), over % ("x/a.ods", "x/a.ods"))
    check("a link that is the input", settled("out3/a.ods", output="out3"),
          over % ("out3/a.ods", "out3/a.ods"))
    os.link("x/b.ods", "report.csv")
    check("a report that is a hard link", settled("x/b.ods", report="report.csv"),
          "--report would overwrite x/b.ods; name another file")
    os.makedirs("out4")
    os.symlink("../out4/report.csv", "x/report.csv")
    check("a report among results", settled("x/r.ods", to="csv,pdf", output="out4",
                                            report="out4/r.pdf"),
          "--report would overwrite a result, r.pdf; name another file")
    os.makedirs("out5/a.ods")
    check("a folder in a result's place", settled("x/a.ods", output="out5"),
          "the result of x/a.ods would be a.ods, which is a folder; name another folder with --output")
    os.makedirs("out6")
    os.symlink("../x", "out6/.servqual-batch")
    check("working files behind a link", settled("x/a.ods", output="out6"),
          "out6/.servqual-batch is a link; remove it, or name another folder with --output")
    put("out7/.servqual-batch/jobs/000000/in/a.ods")
    check("an input among working files",
          settled("out7/.servqual-batch/jobs/000000/in/a.ods", output="out7"),
          "out7/.servqual-batch/jobs/000000/in/a.ods lies among the working files of an earlier run; "
          "move it, or name another folder with --output")
    with open("out8", "w"):
        pass
    os.makedirs("out9")
    os.rename("out8", "out9/sub")
    put("in9/sub/a.ods")
    check("a file in a folder's place", settled("in9", output="out9"),
          "the result of in9/sub/a.ods would lie in sub, which is no folder; name another folder with "
          "--output")


def check_sheets():
    put("s/x.ods", sheets=["a-b", "c"])
    put("s/x-a.ods", sheets=["b"])
    put("s/y.ods", sheets=["1"])
    put("s/y-a.ods", sheets=["b"])
    there = os.path.abspath("s")
    check("two sheets with one name", settled("s/x.ods", "s/x-a.ods", to="csv"),
          "%s/x.ods and %s/x-a.ods would both become x-a-b.csv; rename one, or do them in two runs"
          % (there, there))
    check("not with another name", [path for path, _, _ in settled("s/y.ods", "s/y-a.ods", to="csv")],
          ["s/y.ods", "s/y-a.ods"])
    with open("s/y-1.csv", "w") as file:
        file.write("1,2\n")
    check("a sheet on data", settled("s/y.ods", to="csv", output="s", data=["n=s/y-1.csv"]),
          "the result of %s/y.ods would overwrite s/y-1.csv; name another folder with --output" % there)
    for folder in ("d1", "d2"):
        os.makedirs(folder)
        with open(folder + "/q.csv", "w") as file:
            file.write("1\n")
    check("two results for data of one name", settled("s/y.ods", data=["n=d*/q.csv"]),
          "s/y.ods with q and s/y.ods with q would both become y-q.ods; rename one, or do them in two "
          "runs")


# ---- The command.

def check_command():
    os.makedirs("run")
    ods(os.fsdecode(b"run/caf\xe9.ods"), odf(5, ""))
    put("run/good.ods", "run/bad.ods")
    with open("run/bad.ods", "r+b") as file:
        file.seek(200)
        file.write(b"\xff\xff\xff\xff")
    os.mkfifo("run/pipe.ods")
    os.symlink("none", "run/dangling.ods")
    done = subprocess.run([sys.executable, BATCH, "--output", "done", "run"], capture_output=True,
                          timeout=200, env=dict(os.environ, LC_ALL="C.UTF-8"))
    check("bad ones are named, the others are done",
          (done.returncode, sorted(os.listdir(b"done")),
           [line.split(b":")[0] for line in done.stdout.splitlines()[:-1]]),
          (1, [b"caf\xe9.ods", b"good.ods"],
           [b"run/bad.ods", b"run/dangling.ods", b"run/pipe.ods"]))
    for arguments, sentence in (
            (("--timeout", "inf", "run"), "--timeout is a number of seconds above 0, at most 30 days"),
            (("--timeout", "nan", "run"), "--timeout is a number of seconds above 0, at most 30 days"),
            (("--memory", "0", "run"), "--memory is a number of GB from 0.25 to 4096"),
            (("--output", "run/good.ods", "run"), "run/good.ods is no folder (--output)")):
        done = subprocess.run([sys.executable, BATCH] + list(arguments), capture_output=True, text=True,
                              timeout=60)
        check("wrong use: %s" % " ".join(arguments), (done.returncode, done.stderr),
              (2, "servqual-batch: %s. servqual-batch --help shows how it is used.\n" % sentence))


def main():
    with tempfile.TemporaryDirectory(prefix="servqual-intake-") as top:
        os.chdir(top)
        for number, part in enumerate((check_kinds, check_links, check_names, check_places,
                                       check_sheets, check_command)):
            os.makedirs(str(number))
            os.chdir(str(number))
            part()
            os.chdir(top)
        os.chdir("/")


if __name__ == "__main__":
    main()
