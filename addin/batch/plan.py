# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be done: from paths to workbooks, where their results go, and their data."""
import glob
import os

WORKBOOKS = (".ods", ".fods", ".xlsx", ".xlsm", ".xls", ".ots", ".csv")
FORMATS = ("ods", "xlsx", "csv", "pdf")
OWN = {".ods": "ods", ".ots": "ods", ".fods": "fods", ".xlsx": "xlsx", ".xlsm": "xlsx",
       ".xls": "xls", ".csv": "csv"}


class WrongUse(Exception):
    """A sentence for the person who typed the command."""


def formats(text):
    if text is None:
        return None
    wanted = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in wanted:
        if word not in FORMATS:
            raise WrongUse("--to knows %s, not %s" % (", ".join(FORMATS), word))
    if not wanted:
        raise WrongUse("--to wants one or more of %s" % ", ".join(FORMATS))
    return list(dict.fromkeys(wanted))


def is_workbook(name):
    return name.lower().endswith(WORKBOOKS) and not name.startswith((".", "~$"))


def below(folder, output):
    """The workbooks of a folder and of those in it, with their places in it."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".")
                            and os.path.realpath(os.path.join(where, name)) != output)
        for name in sorted(filter(is_workbook, files)):
            path = os.path.join(where, name)
            yield path, os.path.relpath(path, folder)


def sources(paths, output):
    """(path, place under the output folder) of every workbook, each once."""
    found = {}
    for path in paths:
        matches = [path] if os.path.exists(path) else sorted(glob.glob(path, recursive=True))
        if not matches:
            raise WrongUse("there is no %s" % path)
        for match in matches:
            entries = below(match, output) if os.path.isdir(match) else [
                (match, os.path.basename(match))]
            for source, place in entries:
                found.setdefault(os.path.realpath(source), (source, place))
    if not found:
        raise WrongUse("there is no workbook in %s" % ", ".join(paths))
    return list(found.values())


def data_sets(words):
    """One {name: file} for each result of a workbook, and what to call it ('' for a single one)."""
    single, several = {}, None
    for word in words:
        name, mark, path = word.partition("=")
        if not (name and mark and path):
            raise WrongUse("--data wants NAME=FILE.csv, not %s" % word)
        if os.path.isfile(path):
            single[name] = path
            continue
        pattern = os.path.join(path, "*.csv") if os.path.isdir(path) else path
        files = sorted(glob.glob(pattern))
        if not files:
            raise WrongUse("there is no CSV file %s (--data)" % path)
        if several:
            raise WrongUse("only one --data may name several files")
        several = (name, files)
    if not several:
        return [("", single)]
    name, files = several
    return [(os.path.splitext(os.path.basename(file))[0], dict(single, **{name: file}))
            for file in files]


def items(options):
    wanted = formats(options.to)
    found, places = [], {}
    sets = data_sets(options.data)
    output = os.path.realpath(options.output)
    todo = sources(options.paths, output)
    originals = {os.path.realpath(source) for source, _ in todo}
    for source, place in todo:
        folder, name = os.path.split(place)
        stem, extension = os.path.splitext(name)
        for label, data in sets:
            to = wanted or [OWN.get(extension.lower(), "ods")]
            result = os.path.join(folder, (stem + "-" + label if len(sets) > 1 or label else stem))
            for kind in to:
                other = places.setdefault((result, kind), source)
                if os.path.join(output, "%s.%s" % (result, kind)) in originals:
                    raise WrongUse("the result of %s would overwrite %s.%s; name another folder "
                                   "with --output" % (source, result, kind))
                if other != source:
                    raise WrongUse("%s and %s would both become %s.%s; rename one, or do them in "
                                   "two runs" % (other, source, result, kind))
            found.append({"id": len(found), "source": os.path.abspath(source), "shown": source,
                          "label": label, "folder": folder, "stem": os.path.basename(result),
                          "to": to, "data": {name: os.path.abspath(path)
                                             for name, path in data.items()}})
    return found
