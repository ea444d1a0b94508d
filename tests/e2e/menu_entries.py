# SPDX-License-Identifier: GPL-3.0-or-later
"""The analyses of the menu as its one table has them, addin/menu/entries.h."""
import os
import re

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "addin", "menu",
                     "entries.h")


def entries():
    """(command, name, title) of each analysis."""
    with open(TABLE, encoding="utf-8") as file:
        return re.findall(r'\{N_\("[^"]+"\),\s*"(\w+)",\s*"([\w-]+)",\s*N_\("([^"]+)"\)', file.read())
