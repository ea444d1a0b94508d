# SPDX-License-Identifier: GPL-3.0-or-later
"""The usual add-in in Python."""
import unohelper
from com.sun.star.lang import XServiceInfo
from org.servqualbench import XPython

NAMES = ("org.servqualbench.Python", "com.sun.star.sheet.AddIn")


class AddIn(unohelper.Base, XPython, XServiceInfo):
    def __init__(self, context):
        pass

    def totalPython(self, one, two):
        return float(sum(cell for cells in (one, two) for row in cells for cell in row
                         if isinstance(cell, float)))

    def getImplementationName(self):
        return NAMES[0]

    def supportsService(self, name):
        return name in NAMES

    def getSupportedServiceNames(self):
        return NAMES


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(AddIn, NAMES[0], NAMES)
