# SPDX-License-Identifier: GPL-3.0-or-later
"""The extension's templates are among those of LibreOffice's template manager, and open as new
workbooks without an error cell. Run: test_templates.py PACKAGES"""
import glob
import os
import sys
from urllib.parse import quote

import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.beans import Property
from com.sun.star.ucb import Command, OpenCommandArgument2

from office import Office, properties
from tap import check
from workbook_tools import cell_errors

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples")
ALL, TEMPLATES = 0, {"Customer satisfaction measurement": "en-US", "顾客满意度测评": "zh-CN"}


def asked(content, name, argument_type, argument):
    """A command of a content of the template manager, and what it answers."""
    command = Command(name, -1, uno.Any(argument_type, argument))
    return uno.invoke(content, "execute", (command, 0, None))


def text_property(name):
    return (Property(name, -1, uno.getTypeByName("string"), 0),)


def titles(folder):
    argument = OpenCommandArgument2()
    argument.Mode = ALL
    argument.Properties = text_property("Title")
    results = asked(folder, "open", "com.sun.star.ucb.OpenCommandArgument2",
                    argument).getStaticResultSet()
    found = []
    while results.next():
        found.append(results.getString(1))
    return found


def target_of(template):
    return asked(template, "getPropertyValues", "[]com.sun.star.beans.Property",
                 text_property("TargetURL")).getString(1)


def main():
    with Office(sys.argv[1]) as office:
        manager = office.service("com.sun.star.frame.DocumentTemplates")
        broker = office.service("com.sun.star.ucb.UniversalContentBroker")
        root = manager.getContent()

        def content(*names):
            address = "/".join((root.getIdentifier().getContentIdentifier(),) +
                               tuple(map(quote, names)))
            return broker.queryContent(broker.createContentIdentifier(address))

        check("the template manager has the group servqual", "servqual" in titles(root), True)
        found = titles(content("servqual"))
        check("with every sample", len(found), len(glob.glob(os.path.join(SAMPLES, "*.ods"))))
        check("the whole measurement in both languages", sorted(set(found) & set(TEMPLATES)),
              sorted(TEMPLATES))
        for title, language in TEMPLATES.items():
            document = office.desktop.loadComponentFromURL(
                target_of(content("servqual", title)), "_blank", 0,
                properties(Hidden=True, AsTemplate=True))
            document.calculateAll()
            check("%s is a new workbook" % title, document.hasLocation(), False)
            check("%s has ten sheets" % title, document.Sheets.Count, 10)
            check("%s has no error cell" % title, list(cell_errors(document))[:5], [])
            check("%s keeps its language" % title,
                  document.DocumentProperties.UserDefinedProperties.getPropertyValue(
                      "SQ.Language"), language)
            document.close(True)


if __name__ == "__main__":
    main()
