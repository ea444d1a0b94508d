# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, descriptions and parameters as Calc's own FunctionDescriptions service reports them to the
Function Wizard, in English and Chinese, against the catalogue of translations and the IDL contract.
Run: test_names.py PACKAGES"""
import gettext
import glob
import os
import re
import sys
import tempfile

from office import Office
from tap import check

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, "..", "..")


def contract():
    """{method in capitals: [parameter, ...]} from idl/."""
    methods = {}
    for path in glob.glob(os.path.join(TOP, "idl", "**", "*.idl"), recursive=True):
        with open(path, encoding="utf-8") as file:
            for name, parameters in re.findall(r"any (\w+)\((.*?)\);", file.read(), re.DOTALL):
                methods[name.upper()] = re.findall(r"(\w+)(?:,|$)", parameters.strip())[1:]
    return methods


def described(office):
    """{display name: (description, [(parameter, description, optional)])} of our functions."""
    functions = office.service("com.sun.star.sheet.FunctionDescriptions")
    found = {}
    for function in range(functions.Count):
        values = {p.Name: p.Value for p in functions.getByIndex(function)}
        if values["Name"].startswith("SQ.") and not values["Name"].startswith("SQ.PROBE"):
            found[values["Name"]] = (values["Description"],
                                     [(a.Name, a.Description, a.IsOptional)
                                      for a in values["Arguments"]])
    return found


def camel(name):
    words = name.split(" ")
    return words[0] + "".join(word.capitalize() for word in words[1:])


def translations():
    with tempfile.NamedTemporaryFile() as compiled:
        os.system("msgfmt -o %s %s" % (compiled.name,
                                       os.path.join(TOP, "addin", "po", "zh_CN.po")))
        return gettext.GNUTranslations(open(compiled.name, "rb"))


def check_english(found, methods):
    check("every method of the contract is a function and no other",
          sorted(name[3:].replace(".", "") for name in found), sorted(methods))
    for name, (description, arguments) in sorted(found.items()):
        check("%s has a description" % name, description.endswith("."), True)
        check("%s names its parameters" % name, [camel(a[0]) for a in arguments],
              methods[name[3:].replace(".", "")])
        check("%s describes its parameters" % name,
              [a[0] for a in arguments if not a[1].endswith(".")], [])
        optional = [a[2] for a in arguments]
        check("%s has its optional parameters last" % name, optional, sorted(optional))


def check_methods(found):
    """Every function stands on the pages that say how it is computed, in both languages; and what they
    say of case weights is so."""
    for page in ("methods.md", "methods.zh-CN.md"):
        with open(os.path.join(TOP, "addin", "reference", page), encoding="utf-8") as file:
            text = file.read()
        rows = [row.split("|")[1] for row in text.splitlines() if row.startswith("| SQ.")]
        named = set(re.findall(r"SQ\.[A-Z0-9.]*[A-Z0-9]", " ".join(rows)))
        check("%s: a row for every function and no other" % page, sorted(named ^ set(found)), [])
        without = set(re.findall(r"SQ\.[A-Z0-9.]*[A-Z0-9]", text[text.rindex("\n## "):]))
        check("%s: which functions take case weights" % page,
              sorted(name for name in without if "case weights" in (a[0] for a in found[name][1])), [])


def in_chinese(text, chinese):
    """A parameter's help, its choices with their meanings, and what it is if left out, part by part."""
    parts = [text]
    if chinese.gettext(text) != text:
        return chinese.gettext(text)
    for help_end in (match.end() - 1 for match in re.finditer(r"\. ", text)):
        if chinese.gettext(text[:help_end]) != text[:help_end]:
            parts = [text[:help_end], text[help_end + 1:]]
    translated = chinese.gettext(parts[0])
    number = re.fullmatch(r"Left out: (.*)\.", parts[1])
    if number:
        return translated + chinese.gettext("Left out: %s.") % number.group(1)
    mark = "; " if ": " in parts[1] else ", "
    choices = []
    for choice in parts[1][:-1].split(mark):
        word, left_out, meaning = re.fullmatch(r'"(.*?)"( \(if left out\))?(?:: (.*))?',
                                               choice).groups()
        choices.append("“%s”" % chinese.gettext(word) +
                       (chinese.gettext("(if left out)") if left_out else "") +
                       ("：" + chinese.gettext(meaning) if meaning else ""))
    return translated + ("；" if mark == "; " else "、").join(choices) + "。"


def check_chinese(found, english, chinese):
    check("the same functions in Chinese", sorted(found), sorted(english))
    for name, (description, arguments) in sorted(found.items()):
        expected = english[name]
        check("%s in Chinese" % name, description, chinese.gettext(expected[0]))
        check("%s is translated" % name, description != expected[0], True)
        check("%s parameters in Chinese" % name, [a[:2] for a in arguments],
              [(chinese.gettext(a[0]), in_chinese(a[1], chinese)) for a in expected[1]])


def check_tried(english):
    """Every function stands in formulas of the function workbooks."""
    formulas = ""
    for path in glob.glob(os.path.join(TOP, "tests", "workbooks", "*.plan")):
        with open(path, encoding="utf-8") as file:
            formulas += "".join(line.split("\t")[1] + "\n" for line in file
                                if line.startswith("test\t"))
    check("functions that no workbook tries",
          [name for name in sorted(english) if name + "(" not in formulas], [])


def main():
    with Office(sys.argv[1]) as office:
        english = described(office)
    check_english(english, contract())
    check_methods(english)
    check_tried(english)
    check("SQ.GAP5 in the wizard", english["SQ.GAP5"][0],
          "Service gap: perceptions minus expectations of the same respondents. Negative: the "
          "service falls short.")
    with Office(sys.argv[1], language="zh-CN") as office:
        chinese = described(office)
    check_chinese(chinese, english, translations())
    check("SQ.GAP5 in the Chinese wizard", chinese["SQ.GAP5"][0],
          "服务差距（差距 5）：同一批受访者的感知减去期望。负值表示服务未达期望。")


if __name__ == "__main__":
    main()
