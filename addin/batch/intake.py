# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files a run takes in, and that nothing it writes lies on one of them. Settled before the work.

1. A path is a workbook, a folder, a pattern, or a link to one. A folder gives the workbooks in it and
   below it, by their endings; not hidden ones, lock files, and what the run itself writes.
2. Only regular files are opened. A pipe, a device, a folder that cannot be read is named and skipped.
3. A file or folder that is reached in several ways is taken once, at its own place rather than at a
   link's. A link that leads nowhere, round in a circle, or to a folder that it lies in is named.
4. A name is bytes; what is no text stays as it is in the names of results.
5. No result, report or working file has the place of an input (workbook, data, list of machines), by
   name, by link or by hard link, nor that of another result.
"""
import errno
import glob
import os
import stat
import unicodedata

from suspect import LOCKED

WORKBOOKS = (".ods", ".fods", ".xlsx", ".xlsm", ".xls", ".ots", ".csv")
STATE = ".servqual-batch"  # folder of a run within the output folder
LONGEST = 255              # bytes of a name
LARGEST = 2 << 30          # bytes of a workbook

DANGLING = "It is a link to %s, which is not there."
CIRCLE = "It is a link that leads round in a circle."
WITHIN = "It is a link to a folder that it lies in (%s)."
NO_FILE = "It is no file but %s."
UNREADABLE = "It cannot be read: %s."
TOO_LARGE = "It is larger than %d GB."
KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"),
         (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


class WrongUse(Exception):
    """A sentence for the person who typed the command."""


def shown(path):
    """A path as text that every terminal and file takes: bytes that are no text as \\xNN, and signs
    that are not seen (line ends, commands to a terminal) likewise."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode()
                   for sign in text)


class Source:
    def __init__(self, path, place, refused=None):
        self.path, self.place = path, place
        self.refused = refused or why_not_opened(path)


def why_not_opened(path):
    """A sentence, or None where it is a regular file that can be opened."""
    try:
        about = os.stat(path)
    except OSError as error:
        if os.path.islink(path):
            return CIRCLE if error.errno == errno.ELOOP else DANGLING % shown(os.readlink(path))
        return UNREADABLE % error.strerror
    for is_kind, words in KINDS:
        if is_kind(about.st_mode):
            return NO_FILE % words
    if not os.access(path, os.R_OK):
        return UNREADABLE % "you have no permission"
    if about.st_size > LARGEST:
        return TOO_LARGE % (LARGEST >> 30)
    folder, name = os.path.split(path)
    lock = ".~lock.%s#" % name
    return LOCKED % shown(lock) if os.path.lexists(os.path.join(folder, lock)) else None


def is_workbook(name):
    return name.lower().endswith(WORKBOOKS) and not name.startswith((".", "~$"))


def below(top, skipped):
    """The workbooks of a folder and of those in it: real folders first, then those behind links."""
    walked, real_ones, links = set(skipped) - {os.path.realpath(top)}, [(top, "")], []
    while real_ones or links:
        where, place = real_ones.pop() if real_ones else links.pop(0)
        real = os.path.realpath(where)
        if real in walked:
            continue
        walked.add(real)
        try:
            names = sorted(os.listdir(where))
        except OSError as error:
            yield Source(where, place or os.path.basename(where), UNREADABLE % error.strerror)
            continue
        folders = []
        for name in names:
            path, there = os.path.join(where, name), os.path.join(place, name)
            if os.path.isdir(path) and not name.startswith("."):
                if not os.path.islink(path):
                    folders.append((path, there))
                elif (real + os.sep).startswith(os.path.realpath(path).rstrip(os.sep) + os.sep):
                    yield Source(path, there, WITHIN % shown(os.readlink(path)))
                else:
                    links.append((path, there))
            elif is_workbook(name):
                yield Source(path, there)
        real_ones += reversed(folders)


def own_place(path):
    """Where a path lies, links in its folder followed but not itself."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def sources(paths, output, data=()):
    """Every workbook once. Files of data are none, wherever they lie."""
    found = {}
    skip = {output}
    no_workbooks = {os.path.realpath(path) for path in data}
    for path in paths:
        matches = [path] if os.path.lexists(path) else sorted(glob.glob(path, recursive=True))
        if not matches:
            raise WrongUse("there is no %s" % shown(path))
        for match in matches:
            several = os.path.isdir(match)
            for source in below(match, skip) if several else (
                    Source(match, os.path.basename(match)),):
                real = os.path.realpath(source.path)
                if several and real in no_workbooks:
                    continue
                kept = found.setdefault(real, source)
                if own_place(kept.path) != real and own_place(source.path) == real:
                    found[real] = source
    if not found:
        raise WrongUse("there is no workbook in %s" % ", ".join(map(shown, paths)))
    return list(found.values())


# ---- Places of results.

def folded(path):
    """A path as a disk knows it that takes A for a, and é in two ways of writing for one."""
    return unicodedata.normalize("NFC", path).casefold()


class Places:
    """What is written, against what is read and against what else is written."""

    def __init__(self, output, inputs):
        """inputs: paths of everything that is read."""
        self.output = os.path.realpath(output)
        self.inputs = {}
        for path in inputs:
            for key in (os.path.realpath(path), own_place(path), identity(path)):
                self.inputs.setdefault(key, path)
        self.taken, self.folders = {}, {}
        state = os.path.join(self.output, STATE)
        if os.path.islink(state):
            raise WrongUse("%s is a link; remove it, or name another folder with --output"
                           % shown(os.path.join(output, STATE)))
        for path in inputs:
            if (os.path.realpath(path) + os.sep).startswith(state + os.sep):
                raise WrongUse("%s lies among the working files of an earlier run; move it, or name "
                               "another folder with --output" % shown(path))
        self._check_output(output)

    def _check_output(self, output):
        path = self.output
        while not os.path.lexists(path):
            path = os.path.dirname(path)
        if not os.path.isdir(path):
            raise WrongUse("%s is no folder (--output)" % shown(
                output if path == self.output else path))
        if not os.access(path, os.W_OK | os.X_OK):
            raise WrongUse("nothing can be written into %s (--output)" % shown(path))

    def input_at(self, path):
        """The input that writing to a path would overwrite, or None."""
        for key in (own_place(path), os.path.realpath(path), identity(path)):
            if key is not None and key in self.inputs:
                return self.inputs[key]
        return None

    def take(self, name, source, owner):
        """A result's place in the output folder; a sentence where it is not free."""
        path = os.path.join(self.output, name)
        lost = self.input_at(path)
        if lost is not None:
            raise WrongUse("the result of %s would overwrite %s; name another folder with --output"
                           % (shown(source), shown(lost)))
        other, holder = self.taken.setdefault(folded(name), (source, owner))
        if holder != owner:
            raise WrongUse("%s and %s would both become %s; rename one, or do them in two runs"
                           % (shown(other), shown(source), shown(name)))
        if os.path.isdir(path):
            raise WrongUse("the result of %s would be %s, which is a folder; name another folder with "
                           "--output" % (shown(source), shown(name)))
        folder = os.path.dirname(name)
        while folder:
            self.folders.setdefault(folded(folder), source)
            if os.path.lexists(os.path.join(self.output, folder)) and not os.path.isdir(
                    os.path.join(self.output, folder)):
                raise WrongUse("the result of %s would lie in %s, which is no folder; name another "
                               "folder with --output" % (shown(source), shown(folder)))
            folder = os.path.dirname(folder)

    def finish(self):
        """No result is also a folder of others."""
        for name, (source, _) in self.taken.items():
            if name in self.folders:
                raise WrongUse("the result of %s would be %s, a folder of other results; do them in "
                               "two runs" % (shown(source), shown(name)))

    def check_report(self, report):
        path = os.path.abspath(report)
        lost = self.input_at(path) or self.input_at(path + ".new")  # written first, then renamed
        if lost is not None:
            raise WrongUse("--report would overwrite %s; name another file" % shown(lost))
        place = own_place(path)
        if os.path.lexists(path) and not os.path.isfile(path):
            raise WrongUse("%s is no file that a report can be written to (--report)" % shown(report))
        if not os.path.isdir(os.path.dirname(path)):
            raise WrongUse("there is no folder %s for --report" % shown(os.path.dirname(path)))
        check_writable(path + ".new")
        if place.startswith(self.output + os.sep):
            name = os.path.relpath(place, self.output)
            if folded(name) in self.taken or folded(name) in self.folders or \
                    name.split(os.sep)[0] == STATE:
                raise WrongUse("--report would overwrite a result, %s; name another file"
                               % shown(name))


def check_writable(path):
    """Tries it: what a folder allows is not all that decides."""
    there = os.path.lexists(path)
    try:
        with open(path, "ab"):
            pass
        if not there:
            os.remove(path)
    except OSError as error:
        raise WrongUse("nothing can be written into %s (--report): %s"
                       % (shown(os.path.dirname(path)), error.strerror)) from None


def identity(path):
    try:
        about = os.stat(path)
    except OSError:
        return None
    return about.st_dev, about.st_ino
