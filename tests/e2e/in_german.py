# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test program where the office sets the process's locale to one that writes 10.5 as 10,5:
in windows (gen plug-in) on a screen of its own, in de_DE.UTF-8. Headless the office does not.
Run: in_german.py PACKAGES PROGRAM ARGUMENT ..."""
import os
import subprocess
import sys

from screen import Screen
from tap import Scratch, check

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def main():
    with Screen() as screen:
        os.environ.update(LC_ALL="de_DE.UTF-8", LANG="de_DE.UTF-8",
                          LOCPATH=os.path.abspath(os.path.join(TOP, "build", "locale")),
                          SAL_USE_VCLPLUGIN="gen", DISPLAY=screen.name, OFFICE_IN_WINDOWS="1",
                          PYTHONIOENCODING="utf-8")
        from office import Office  # pyuno reads the locale when it begins
        with Office(sys.argv[1]) as office:
            document = office.new()
            check("the office's process writes 10.5 as 10,5",
                  Scratch(document).formula("=SQ.PROBE.POINT()"), ",")
            document.close(True)
        sys.exit(subprocess.call([sys.executable] + sys.argv[2:]))


if __name__ == "__main__":
    main()
