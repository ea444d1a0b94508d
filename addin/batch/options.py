#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What servqual-batch can be asked for. options.py PAGE writes the manual from its frame PAGE, with
the options as they are here."""
import argparse
import os
import shutil
import sys

from intake import WrongUse, shown

ABOUT = "Recalculates Calc workbooks with the functions of servqual, thousands at a time."
EPILOG = """examples:
  servqual-batch reports/                        recalculates every workbook of a folder
  servqual-batch --to pdf,xlsx --output out *.ods
  servqual-batch --data answers=surveys/ report.ods   one report for each CSV of a folder

Stopped, or killed? Run the same command again: it goes on where it was.
Exit status: 0 all well; 1 some workbook failed or shows error cells, all named; 2 wrong use."""


class Parser(argparse.ArgumentParser):
    def error(self, message):
        sys.stderr.write("servqual-batch: %s. servqual-batch --help shows how it is used.\n"
                         % message.rstrip("."))
        sys.exit(2)


def parser():
    made = Parser(prog="servqual-batch", description=ABOUT, epilog=EPILOG,
                    formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("paths", metavar="PATH", nargs="+",
                        help="workbook, folder (with all below it) or pattern such as 'data/*.ods'")
    made.add_argument("--to", metavar="FORMATS",
                        help="ods, xlsx, csv (a file for each sheet) or pdf, several apart by "
                             "commas; left out: each as it is")
    made.add_argument("--output", metavar="DIR", default="recalculated",
                        help="folder of the results; left out: recalculated")
    made.add_argument("--jobs", metavar="N", type=int, default=0,
                        help="offices at the same time; left out: one for each processor")
    made.add_argument("--timeout", metavar="S", type=float, default=300,
                        help="seconds that one workbook may take; left out: 300")
    made.add_argument("--memory", metavar="GB", type=float, default=4,
                        help="memory that one office may take; left out: 4")
    made.add_argument("--hosts", metavar="FILE",
                        help="other machines, one on each line as for ssh (: is this one); they "
                             "need LibreOffice, python3-uno, parallel and rsync")
    made.add_argument("--data", metavar="NAME=FILE.csv", action="append", default=[],
                        help="puts the rows of a CSV into a named range before recalculating; a "
                             "folder or pattern: a result for each CSV of it")
    made.add_argument("--separator", metavar="SIGN",
                        help="what keeps the columns of these CSVs apart: ; , tab or another sign; "
                             "left out: found from the whole file")
    made.add_argument("--decimal", metavar="MARK",
                        help="their decimal mark, . or , ; left out: found from the whole file")
    made.add_argument("--encoding", metavar="NAME",
                        help="their encoding; left out: UTF-8, UTF-16, GB18030 or Windows-1252, "
                             "where only one of them fits")
    made.add_argument("--report", metavar="FILE",
                        help="writes a row for each workbook and each error cell, as CSV")
    return made


def arguments():
    return parser().parse_args()


def check(options):
    for program, package in (("parallel", "parallel"), ("soffice", "libreoffice-calc-nogui")):
        if not shutil.which(program):
            raise WrongUse("%s is missing. On Debian: apt install %s" % (program, package))
    if options.jobs < 0:
        raise WrongUse("--jobs is a number of offices, 1 or more")
    if not 0 < options.timeout <= 30 * 86400:
        raise WrongUse("--timeout is a number of seconds above 0, at most 30 days")
    if not 0.25 <= options.memory <= 4096:
        raise WrongUse("--memory is a number of GB from 0.25 to 4096")
    if options.hosts and not os.path.isfile(options.hosts):
        raise WrongUse("there is no file %s (--hosts)" % shown(options.hosts))


# ---- The manual.

def escaped(text):
    """Text as roff takes it."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")


def option(action):
    names = ", ".join("\\fB%s\\fR" % escaped(name) for name in action.option_strings)
    value = action.metavar and " \\fI%s\\fR" % escaped(action.metavar) or ""
    return ".TP\n%s%s\n%s\n" % (names, value, escaped(action.help))


def manual(frame):
    """The page: its frame with @OPTIONS@ written out."""
    listed = "".join(map(option, (action for action in parser()._actions if action.option_strings)))
    return frame.replace("@OPTIONS@\n", listed)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(manual(file.read()))
