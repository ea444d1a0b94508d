# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking into a file before any office sees it, in a process of its own.

1. A file is what its bytes say, not its name: a zip (OpenDocument, Office Open XML), one XML file
   (OpenDocument), a compound file (.xls). Everything else is named.
2. It is read and parsed to its end; what is refused is a sentence.
3. Each look is a process under limits of time, of memory and of what a file unpacks to. Whatever
   happens in it becomes a sentence; the next file is looked into all the same.
"""
import errno
import json
import os
import resource
import select
import signal
import subprocess
import sys
import time

import compound
import opendocument
import ooxml
from parts import PIECE, Package
from suspect import NO_SHEET, TOO_MUCH, Refused, corrupt

SECONDS = 20            # of the processor, for any file,
SECONDS_PER_MB = 0.25   # and more for one that is large
MEMORY = 1 << 30        # bytes
COMPOUND = 256 << 20    # bytes of an .xls, which is held in memory
CSV = ("it is a text table (CSV), which has no formula. Put it into a workbook with "
       "--data NAME=FILE.csv, or open it in Calc")


def sheets(path):
    """The names of the sheets of a workbook that may be opened; Refused for any other file."""
    with open(path, "rb") as file:
        head = file.read(512)
        file.seek(0)
        if head[:4] == b"PK\3\4":
            return in_package(file)
        if head[:8] == compound.MAGIC:
            if os.fstat(file.fileno()).st_size > COMPOUND:
                raise Refused(TOO_MUCH % "an .xls of more than 256 MB")
            return compound.workbook(file.read())
        if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<":
            return opendocument.flat(iter(lambda: file.read(PIECE), b""))
        if not head:
            raise corrupt("it is empty")
        if path.lower().endswith(".csv") and b"\0" not in head and not is_binary(head):
            raise Refused(NO_SHEET % CSV)
    raise corrupt("it is neither OpenDocument nor a workbook of Excel, whatever its name says")


def is_binary(head):
    return sum(byte < 32 and byte not in (9, 10, 13) for byte in head) > 0


def in_package(file):
    package = Package(file)
    more_time(package.unpacked)
    if "[Content_Types].xml" in package.infos:
        return ooxml.office_open_xml(package)
    return opendocument.package(package)


def more_time(size):
    """Large files may take longer."""
    soft = int(SECONDS + size / 2 ** 20 * SECONDS_PER_MB)
    if resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def verdict(path):
    """{'refused': sentence or None, 'sheets': names, 'formulas': cells of the add-in or None}."""
    try:
        found = sheets(path)
        return {"refused": None, "sheets": found, "formulas": getattr(found, "formulas", None)}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": TOO_MUCH % "it takes more than 1 GB of memory"}
    except RecursionError:
        return {"refused": str(corrupt("its parts lie too deep in each other"))}
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place before the beginning of the file
            return {"refused": str(corrupt("its directory is damaged or cut off"))}
        return {"refused": "It cannot be read: %s." % (error.strerror or error)}
    except Exception as error:  # whatever else a library raises of a damaged file
        return {"refused": str(corrupt("it is damaged (%s)" % type(error).__name__))}


# ---- The process that looks: one child for each file.

def child(path, answer):
    hard = 3600
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, hard))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.write(answer, json.dumps(verdict(path)).encode()[:1 << 20])


def answer_of(reading, seconds):
    """What a child says before it ends; None where time was over."""
    end, pieces = time.monotonic() + seconds, []
    while True:
        ready = select.select([reading], [], [], max(0, end - time.monotonic()))[0]
        if not ready:
            return None
        piece = os.read(reading, 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def look(path, seconds):
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(reading)
            child(path, writing)
        finally:
            os._exit(0)
    os.close(writing)
    said = answer_of(reading, seconds)
    os.close(reading)
    if said is None:
        os.kill(process, signal.SIGKILL)
    status = os.waitpid(process, 0)[1]
    try:
        return json.loads(said or b"")
    except ValueError:
        slow = said is None or os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
        return {"refused": TOO_MUCH % ("it takes too long" if slow else
                                       "it ends the program that looks into it")}


def serve():
    """Answers a line for each line asked, until there is no more."""
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        sys.stdout.write(json.dumps(look(asked["path"], asked["seconds"])) + "\n")
        sys.stdout.flush()


class Looker:
    """Asks the process that looks; a new one where it was ended."""

    def __init__(self):
        self.process = None

    def look(self, path, seconds=300):
        for _ in range(2):
            if self.process is None or self.process.poll() is not None:
                self.process = subprocess.Popen(
                    ["/usr/bin/python3", "-X", "utf8", os.path.abspath(__file__)], stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE)
            try:
                self.process.stdin.write(json.dumps(
                    {"path": path, "seconds": seconds}).encode() + b"\n")
                self.process.stdin.flush()
                line = self.process.stdout.readline()
                if line:
                    return json.loads(line)
            except (OSError, ValueError):
                pass
            self.close()
        return {"refused": TOO_MUCH % "it ends the program that looks into it"}

    def close(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


if __name__ == "__main__":
    serve()
