# SPDX-License-Identifier: GPL-3.0-or-later
"""install.py PACKAGES EXTENSION.oxt ...: puts extensions into a folder of packages, made anew."""
import sys

from office import install

if __name__ == "__main__":
    install(sys.argv[1], *sys.argv[2:])
