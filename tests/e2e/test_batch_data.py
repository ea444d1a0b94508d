# SPDX-License-Identifier: GPL-3.0-or-later
"""The data of a batch: text tables are what their program meant, or refused, and they stand in the
workbook as they were read. Expected values are written here by hand or drawn before they are written.
Run: test_batch_data.py PACKAGES"""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile

import uno  # noqa: F401
from com.sun.star.table import CellAddress
from com.sun.star.util import CellProtection

import table
from office import Office, properties, url
from tap import Scratch, check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BATCH = os.path.join(TOP, "addin", "servqual-batch")
NEITHER = ("its encoding cannot be told: it is neither UTF-8 nor UTF-16, and neither GB18030 nor "
           "Windows-1252 fits. Say it with --encoding")


def said(raw, **options):
    """The rows of a file, or the sentence that refuses it."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(raw.encode() if isinstance(raw, str) else raw)
        file.flush()
        try:
            return table.read(file.name, **options)
        except table.Unreadable as why:
            return str(why)


# ---- Separator, quotes, decimal mark.

FORMS = (
    ("semicolons and decimal commas", "a;b\n4,5;3,5\n", [["a", "b"], [4.5, 3.5]]),
    ("without names", "4,5;3,5\n4,0;2,5\n", [[4.5, 3.5], [4, 2.5]]),
    ("commas and points", "a,b\n4.5,3\n-.5,+1e2\n", [["a", "b"], [4.5, 3], [-0.5, 100]]),
    ("tabs", "a\tb\n4,5\t3\n", [["a", "b"], [4.5, 3]]),
    ("bars", "a|b\n1|2\n", [["a", "b"], [1, 2]]),
    ("a blank behind each comma", "E1, E2, E3\n5, 4, 3\n", [["E1", "E2", "E3"], [5, 4, 3]]),
    ("Excel's first line", "sep=;\na;b\n1;2\n", [["a", "b"], [1, 2]]),
    ("one column", "score\n4,5\n3,8\n", [["score"], [4.5], [3.8]]),
    ("one column with a hole", "x\n1\n\n3\n", [["x"], [1], [""], [3]]),
    ("lines of Windows and of old Macs", "a;b\r\n1;2\r3;4", [["a", "b"], [1, 2], [3, 4]]),
    ("prose with commas", "name, first;3\nSmith, John;4\n", [["name, first", 3], ["Smith, John", 4]]),
    ("choices apart by semicolons", "id,choice\n1,Email;Phone;\n2,Phone;\n",
     [["id", "choice"], [1, "Email;Phone;"], [2, "Phone;"]]),
    ("quotes, a line end and quotes in them", 'a;b\n"x;\ny";"he said ""hi"""\n',
     [["a", "b"], ["x;\ny", 'he said "hi"']]),
    ("numbers in quotes", '"a","b"\n"4","5"\n', [["a", "b"], [4, 5]]),
    ("inches", "a;b\n5\";6\n", [["a", "b"], ['5"', 6]]),
    ("numbers of persons, formulas and more than a number can be", "id;x\n007;=1+1\n1234567890123456;1E999\n",
     [["id", "x"], ["007", "=1+1"], ["1234567890123456", "1E999"]]),
    ("shares", "a,b\n80%,4.5 %\n", [["a", "b"], [0.8, 0.045]]),
    ("thousands of both kinds", "a;b\n1.234;5,5\n", [["a", "b"], [1234, 5.5]]),
    ("thousands in quotes", 'a,b\n"1,234.5",5\n', [["a", "b"], [1234.5, 5]]),
    ("dates and addresses have no say", "a;b;c\n12.03.2024;192.168.100.200;4,5\n",
     [["a", "b", "c"], ["12.03.2024", "192.168.100.200", 4.5]]),
    ("a sign of minus as typographers set it", "a;b\n\u22124;5\n", [["a", "b"], [-4, 5]]),
    ("empty answers", "a;b\n;5\n4;\n", [["a", "b"], ["", 5], [4, ""]]),
    ("two fit", "4,5\n3,8\n", "its columns can be apart by commas or by nothing (one column). Say it "
                              "with --separator"),
    ("rows of several lengths", "a,b,c\n1,2\n3,4,5\n",
     "no separator gives every row as many columns as the first: with commas the first has 3 and line "
     "2 has 2. Say it with --separator"),
    ("lines are those of the file", 'a,b\n1,"x\ny"\n2\n',
     "no separator gives every row as many columns as the first: with commas the first has 2 and line "
     "4 has 1. Say it with --separator"),
    ("points and commas", "a;b\n4.5;3,5\n", "there are numbers with a decimal point (“4.5”) and with a "
                                            "decimal comma (“3,5”). Say which it is with --decimal"),
    ("both fit", "a;b\n1.234;5\n", "“1.234” can be read with a decimal point and with a decimal comma. "
                                   "Say which it is with --decimal"),
    ("commas between commas", 'a,b\n"4,5",3\n', "“4,5” stands between commas: one number, or several "
                                                "choices. Say --decimal , or --decimal ."),
    ("never closed", 'a;b\n1;"x\n2;3\n',
     "a quote that is opened in line 2 is not closed at the end of its field"),
    ("closed too late", 'a,"b\nc,"d",e\n',
     "a quote that is opened in line 1 is not closed at the end of its field"),
    ("nothing", "", "there is nothing in it"),
    ("nothing but lines", "\n \n", "there is nothing in it"),
    ("no text", b"a;b\n1;\x00\n", "it is no text"),
    ("lines without end", b"\n" * (8 << 20) + b"a;b\n1;2\n", "it has more than 8388608 lines"),
    ("too large", b"1;2\n" * (17 << 20), "it is larger than 64 MB"),
    ("one row of a million columns", b";" * 1000000 + b"1", [[""] * 1000000 + [1]]),
    ("a quote and a million lines", b'a;b\n1;"' + b"x\n" * 1000000,
     "a quote that is opened in line 2 is not closed at the end of its field"),
    ("a workbook", b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(256)), "it is no text"),
)
SAID = (
    ("a separator, shorter rows", "a;b;c\n1;2\n3;4;5\n", {"separator": ";"},
     [["a", "b", "c"], [1, 2, ""], [3, 4, 5]]),
    ("a separator, longer rows", "a;b\n1;2;3\n", {"separator": ";"},
     "line 2 has 3 columns and the first has 2"),
    ("a comma", 'a,b\n"4,5",3\n', {"decimal": ","}, [["a", "b"], [4.5, 3]]),
    ("a point", 'a,b\n"4,5",3\n', {"decimal": "."}, [["a", "b"], ["4,5", 3]]),
    ("a point, and thousands", "a;b\n1.234;5\n", {"decimal": ","}, [["a", "b"], [1234, 5]]),
    ("Polish", "ż;b\n1;2\n".encode("cp1250"), {"encoding": "cp1250"}, [["ż", "b"], [1, 2]]),
    ("an encoding that it is not", b"a;b\n\xff;2\n", {"encoding": "utf-8"},
     "byte 5 is no text in utf-8. Say another with --encoding"),
)


def check_forms():
    for name, text, expected in FORMS:
        check(name, said(text), expected)
    for name, text, options, expected in SAID:
        check("said: %s" % name, said(text, **options), expected)


# ---- Encodings.

READ = {  # words of a survey, and the encodings in which they are read
    "Größe;schön\nMaß;Übel\n": ("cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
    "Questão;Ação\nótimo;não\n": ("cp1252", "utf-8"), "Señor;“Años”\n¿qué?;sí\n": ("cp1252", "utf-8"),
    "Don’t;yes – no\n€ 5;café\n": ("cp1252", "utf-8"), "Tjänst;Å\nåäö;1 °C\n": ("cp1252", "utf-16"),
    "très;ça\nœuvre;déjà\n": ("cp1252", "utf-8-sig"),
    "姓名,性别\n张三,非常满意\n": ("gb18030", "gbk", "utf-8", "utf-16", "utf-8-sig"),
    "满意度，总体;x\n非常不满意;y\n": ("gb18030", "utf-16-be"),
    "вопрос;ответ\nхорошо;да\n": ("utf-8", "utf-16"), "質問,回答\nとても良い,はい\n": ("utf-8", "utf-16"),
}
NOT_READ = {  # and those that are taken for no other
    "Größe;schön\nMaß;Übel\n": ("mac-roman", "cp850", "cp437", "gb18030"),
    "Questão;Ação\nótimo;não\n": ("mac-roman", "cp850"), "très;ça\ndéjà;à\n": ("mac-roman", "cp850"),
    "姓名,性質\n非常滿意,一\n": ("big5",), "Zażółć;gęślą\nświetna;tak\n": ("cp1250", "iso8859-2"),
    "Otázka;Odpověď\npříjemné;žádné\n": ("cp1250", "iso8859-2"),
    "вопрос;ответ\nхорошо;да\n": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "żyto;tak\n3;4\n": ("cp1250",), "łatwy;tak\n3;4\n": ("cp1250",),
    "çok iyi;ğüş\nıyı;evet\n": ("cp1254",), "ερώτηση;καλό\nναι;όχι\n": ("cp1253",),
    "質問,回答\nとても良い,はい\n": ("shift-jis", "euc-jp"), "질문,대답\n매우 만족,예\n": ("euc-kr",),
    "Kérdés;őszinte\nűrlap;igen\n": ("cp1250",),
}


def check_encodings():
    for text, names in READ.items():
        rows = [line.split(";" if ";" in text else ",") for line in text.splitlines()]
        for name in names:
            check("%s in %s" % (text[:8].strip(), name), said(text.encode(name)), rows)
    for text, names in NOT_READ.items():
        for name in names:
            check("%s in %s is refused" % (text[:8].strip(), name), said(text.encode(name)), NEITHER)
    check("a cut UTF-16", said("a;b\n1;2\n".encode("utf-16")[:-1]),
          "its mark says UTF-16, but it is damaged or cut off")


# ---- Drawn tables: as drawn, or refused; never anything else.

WORDS = ("", "good", "muy bueno", "yes, indeed", "a;b", 'the "best"', "two\nlines", "n/a", "12:30")


def drawn(draw):
    """A table and the text of a program that writes it with some separator and decimal mark."""
    separator, mark = draw.choice([(",", "."), (";", ","), (";", "."), ("\t", ","), ("\t", ".")])
    width = draw.randint(1, 6)
    rows = [["item %d" % column for column in range(width)]]
    for _ in range(draw.randint(1, 30)):
        rows.append([draw.choice((draw.choice(WORDS), float(draw.randint(1, 7)),
                                  round(draw.uniform(-5, 9), 2))) for _ in range(width)])
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator=draw.choice(("\n", "\r\n")),
               quoting=draw.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))).writerows(
        [("%g" % cell).replace(".", mark) if isinstance(cell, float) else cell for cell in row]
        for row in rows)
    return rows, file.getvalue()


def check_drawn(count=1500):
    draw = random.Random(16)
    wrong, refused = [], 0
    for _ in range(count):
        rows, text = drawn(draw)
        found = said(text)
        refused += isinstance(found, str)
        while not any(rows[-1]):  # rows without anything at the end are none
            rows.pop()
        if not isinstance(found, str) and found != rows:
            wrong.append((text, found))
    check("%d drawn tables: none is read as another" % count, wrong[:1], [])
    check("and few are refused", refused < count / 8, True)
    print("# %d of %d refused" % (refused, count))


# ---- In a workbook.

def batch(*arguments, cwd):
    done = subprocess.run([sys.executable, BATCH, *arguments], cwd=cwd, timeout=240,
                          capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()[0]


def report(office, path, protect=None):
    """A report whose range has old answers; protect: the ranges that are unlocked before it is."""
    document = office.new()
    s = Scratch(document)
    s.put("A1:D3", [["e1", "e2", "p1", "p2"], [7, 6, 1, 1], [7, 7, 1, 1]])
    document.NamedRanges.addNewByName("answers", "$Sheet1.$A$1:$D$1000", CellAddress(0, 0, 0), 0)
    s.sheet.getCellRangeByName("F1").Formula = "=ORG.SERVQUAL.ADDIN.GAP5(A1:B1000;C1:D1000)"
    s.sheet.getCellRangeByName("F2").Formula = "=COUNT(A1:D1000)"
    if protect is not None:
        for address in protect:
            open_cells = CellProtection()
            open_cells.IsLocked = False
            s.sheet.getCellRangeByName(address).CellProtection = open_cells
        s.sheet.protect("")
    document.storeToURL(url(path), properties(FilterName="calc8"))
    document.close(True)


def figures(office, path):
    document = office.open_copy(path)
    sheet = document.Sheets.getByIndex(0)
    found = [round(sheet.getCellRangeByName(cell).getCellByPosition(0, 0).Value, 12)
             for cell in ("F1", "F2")]
    document.close(True)
    return found


def check_put(office, folder):
    for name, protect in (("free", None), ("locked", ()), ("part", ("A1:D400",)), ("open", ("A1:D1000",))):
        report(office, os.path.join(folder, name + ".ods"), protect)
    files = {"german.csv": "e1;e2;p1;p2\nschön;5,5;4,5;4\n5;5,5;5;\n".encode("cp1252"),
             "poor.csv": 'e1;e2;p1;p2\n5;5;"4;4\n5;5;5;4\n'.encode(), "empty.csv": b"",
             "polish.csv": "e1;e2;p1;p2\n5;5;4;ż\n".encode("cp1250"),
             "bars.csv": b"e1!e2!p1!p2\n5!5!4!4\n"}
    for name, raw in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(raw)
    # gaps 4 - 5.5 and 5 - 5 where both are answered: the items' means 0 and -1.5
    check("what is put is what the file says", batch(
        "--data", "answers=german.csv", "free.ods", cwd=folder)[0], 0)
    check("and computed", figures(office, os.path.join(folder, "recalculated", "free.ods")), [-0.75, 6])
    for name, sentence in (
            ("poor", "a quote that is opened in line 2 is not closed at the end of its field."),
            ("empty", "there is nothing in it."), ("polish", NEITHER + ".")):
        check("%s.csv is named" % name,
              batch("--data", "answers=%s.csv" % name, "--output", "no", "free.ods", cwd=folder),
              (1, "free.ods: skipped. %s.csv cannot be put into it: %s" % (name, sentence)))
    check("nothing is written then", os.listdir(os.path.join(folder, "no")), [])
    for name in ("locked", "part"):
        check("%s is named" % name,
              batch("--data", "answers=german.csv", "--output", "no", name + ".ods", cwd=folder),
              (1, "%s.ods: skipped. The named range answers is protected. Take the protection off "
                  "(Tools ▸ Protect Sheet)." % name))
    check("open cells of a protected sheet are written", batch(
        "--data", "answers=german.csv", "open.ods", cwd=folder)[0], 0)
    check("and computed with", figures(office, os.path.join(folder, "recalculated", "open.ods")),
          [-0.75, 6])
    check("what is said is followed", batch(
        "--data", "answers=polish.csv", "--encoding", "windows-1250", "--output", "said", "free.ods",
        cwd=folder)[0], 0)
    check("a separator too", batch(
        "--data", "answers=bars.csv", "--separator", "!", "--decimal", ".", "--output", "said",
        "open.ods", cwd=folder)[0], 0)
    check("and both are computed", [figures(office, os.path.join(folder, "said", name))
                                    for name in ("free.ods", "open.ods")], [[-1, 3], [-1, 4]])


def check_wrong_use(folder):
    for option, sentence in (
            (("--separator", "ab"), "--separator is one sign, such as ; or , or tab, not ab"),
            (("--separator", "5"), "--separator is one sign, such as ; or , or tab, not 5"),
            (("--decimal", "x"), "--decimal is . or , not x"),
            (("--encoding", "klingon"), "--encoding knows no klingon; it knows UTF-8, UTF-16, GB18030, "
                                        "windows-1252, windows-1250, Big5 and others"),
            (("--encoding", "base64"), "--encoding knows no base64; it knows UTF-8, UTF-16, GB18030, "
                                       "windows-1252, windows-1250, Big5 and others")):
        done = subprocess.run([sys.executable, BATCH, *option, "free.ods"], cwd=folder,
                              capture_output=True, text=True, timeout=60)
        check("wrong use: %s" % " ".join(option), (done.returncode, done.stderr),
              (2, "servqual-batch: %s. servqual-batch --help shows how it is used.\n" % sentence))


def main():
    check_forms()
    check_encodings()
    check_drawn()
    with tempfile.TemporaryDirectory(prefix="servqual-data-") as folder, \
            Office(sys.argv[1]) as office:
        check_put(office, folder)
        check_wrong_use(folder)


if __name__ == "__main__":
    main()
