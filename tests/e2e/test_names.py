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


def check_chinese(found, english, chinese):
    check("the same functions in Chinese", sorted(found), sorted(english))
    for name, (description, arguments) in sorted(found.items()):
        expected = english[name]
        check("%s in Chinese" % name, description, chinese.gettext(expected[0]))
        check("%s is translated" % name, description != expected[0], True)
        check("%s parameters in Chinese" % name, [a[:2] for a in arguments],
              [(chinese.gettext(a[0]), chinese.gettext(a[1])) for a in expected[1]])


def main():
    with Office(sys.argv[1]) as office:
        english = described(office)
    check_english(english, contract())
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
