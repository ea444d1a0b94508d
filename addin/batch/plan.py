# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be done: workbooks, their data, and where each result goes."""
import bisect
import glob
import os

from intake import LONGEST, Places, WrongUse, shown, sources
from look import Looker

FORMATS = ("ods", "xlsx", "csv", "pdf")
OWN = {".ods": "ods", ".ots": "ods", ".fods": "fods", ".xlsx": "xlsx", ".xlsm": "xlsx",
       ".xls": "xls", ".csv": "csv"}
SEPARATORS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
LONG_NAME = "The name of its result would be longer than %d bytes. Rename it." % LONGEST


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


def reading(options):
    """What was said of how the files of data are to be read."""
    separator = options.separator and SEPARATORS.get(options.separator.lower(), options.separator)
    if separator is not None and (len(separator) != 1 or separator in '"\r\n' or separator.isalnum()):
        raise WrongUse("--separator is one sign, such as ; or , or tab, not %s"
                       % shown(options.separator))
    if options.decimal not in (None, ".", ","):
        raise WrongUse("--decimal is . or , not %s" % shown(options.decimal))
    if options.encoding:
        try:
            b"a".decode(options.encoding).encode(options.encoding)
        except (LookupError, ValueError, TypeError, AttributeError):
            raise WrongUse("--encoding knows no %s; it knows UTF-8, UTF-16, GB18030, windows-1252, "
                           "windows-1250, Big5 and others" % shown(options.encoding)) from None
    return {"separator": separator, "decimal": options.decimal, "encoding": options.encoding}


def data_sets(words):
    """One {name: file} for each result of a workbook, and what to call it ('' for a single one)."""
    single, several = {}, None
    for word in words:
        name, mark, path = word.partition("=")
        if not (name and mark and path):
            raise WrongUse("--data wants NAME=FILE.csv, not %s" % shown(word))
        if os.path.isfile(path):
            single[name] = path
            continue
        pattern = os.path.join(glob.escape(path), "*.csv") if os.path.isdir(path) else path
        files = sorted(filter(os.path.isfile, glob.glob(pattern)))
        if not files:
            raise WrongUse("there is no CSV file %s (--data)" % shown(path))
        if several:
            raise WrongUse("only one --data may name several files")
        several = (name, files)
    if not several:
        return [("", single)]
    name, files = several
    return [(os.path.splitext(os.path.basename(file))[0], dict(single, **{name: file}))
            for file in files]


def in_job(name):
    """The name of a file in its job's folder: text that is short enough, and shows what it was."""
    stem, extension = os.path.splitext(shown(name).replace("\\", "_"))
    stem = stem.encode()[:200].decode("utf-8", "ignore")
    return (stem.lstrip(".~") or "workbook") + shown(extension)


def items(options):
    """An item for each result of a workbook. 'name' and 'stem' are what they are called in the job's
    folder, 'results' begins the names of the results in the output folder."""
    reading(options)
    wanted, sets = formats(options.to), data_sets(options.data)
    output = os.path.realpath(options.output)
    data_files = sorted({path for _, data in sets for path in data.values()})
    todo = sources(options.paths, output, data_files)
    read = [source.path for source in todo] + data_files
    read += [options.hosts] if options.hosts else []
    places, found = Places(options.output, read), []
    for source in todo:
        folder, name = os.path.split(source.place)
        stem, extension = os.path.splitext(name)
        for label, data in sets:
            results = stem + "-" + label if label else stem
            to = wanted or [OWN.get(extension.lower(), "ods")]
            refused = source.refused or (
                LONG_NAME if len(os.fsencode(results)) + len(".fods") > LONGEST else None)
            for kind in to if not refused else ():
                if kind != "csv":
                    places.take(os.path.join(folder, "%s.%s" % (results, kind)),
                                source.path + (" with " + label if label else ""), len(found))
            safe = in_job(name)
            found.append({"id": len(found), "source": os.path.abspath(source.path),
                          "shown": shown(source.path), "label": shown(label), "folder": folder,
                          "results": results, "name": safe, "stem": os.path.splitext(safe)[0],
                          "to": to, "refused": refused,
                          "data": {name: os.path.abspath(path) for name, path in data.items()}})
    check_sheets(found, places)
    places.finish()
    if options.report:
        places.check_report(options.report)
    return found


# ---- A CSV result is a file for each sheet: STEM-SHEET.csv.

def check_sheets(found, places):
    """Two workbooks can meet in such a name only where one's begins as the other's with a "-", and one
    can meet an input that begins so; only these are looked into here."""
    todo = [item for item in found if "csv" in item["to"] and not item["refused"]]
    begins = sorted(begin_of(item) for item in todo)
    inputs = sorted(path.casefold() for path in places.inputs if isinstance(path, str))
    seen = {}
    with Looker() as looker:
        for item in todo:
            begin, source = begin_of(item), item["source"]
            if not (count(begins, begin) > 1 or shorter(begins, begin) or
                    count(inputs, os.path.join(places.output.casefold(), begin))):
                continue
            if source not in seen:
                seen[source] = looker.look(source, 60).get("sheets") or ()
            for sheet in seen[source]:
                places.take(os.path.join(item["folder"], "%s-%s.csv" % (item["results"], sheet)),
                            source + (" with " + item["label"] if item["label"] else ""),
                            item["id"])


def begin_of(item):
    return os.path.join(item["folder"], item["results"] + "-").casefold()


def count(paths, begin):
    """How many of sorted paths begin so; two are enough."""
    at = bisect.bisect_left(paths, begin)
    return sum(path.startswith(begin) for path in paths[at:at + 2])


def shorter(begins, begin):
    """Whether another one is the beginning of this."""
    for at in range(len(begin) - 1):
        if begin[at] == "-":
            place = bisect.bisect_left(begins, begin[:at + 1])
            if place < len(begins) and begins[place] == begin[:at + 1]:
                return True
    return False
