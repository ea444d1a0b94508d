#!/bin/sh
# Adds the extension to the person's own LibreOffice, or removes it.
# usage: install.sh add FILE | install.sh remove IDENTIFIER
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
if ! command -v unopkg >/dev/null; then
    echo "LibreOffice is missing: there is no unopkg on your PATH. Install LibreOffice (on Debian: apt install libreoffice-calc) and run this again." >&2
    exit 1
fi
for process in /proc/[0-9]*; do
    if [ -O "$process" ] && grep -qx soffice.bin "$process/comm" 2>/dev/null &&
        ! grep -q "^State:.Z" "$process/status" 2>/dev/null; then
        echo "LibreOffice is running. Close it, its quickstarter too, and run this again." >&2
        exit 1
    fi
done
# For root, who has no office of their own, unopkg installs for all users.
shared=
[ "$(id -u)" -ne 0 ] || shared=--shared
case $1 in
add)
    unopkg add --force $shared "$2"
    echo "Installed. Open Calc and type =SQ.GAP5( in a cell."
    ;;
remove)
    unopkg remove $shared "$2"
    echo "Removed. Workbooks keep their formulas; they come back to life when it is installed again."
    ;;
esac
