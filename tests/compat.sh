#!/bin/sh
# The extension as built here, in the LibreOffice of another Debian release: every function workbook
# and every end-to-end test, in a chroot made by debootstrap.
# usage: tests/compat.sh SUITE FOLDER MIRROR EXTENSION.oxt PROBE.oxt TEST.py ... (as root)
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
suite=$1 root=$2 mirror=$3 extension=$4 probe=$5
shift 5
packages=libreoffice-calc-nogui,libreoffice-l10n-zh-cn,python3-uno,gettext-base,gettext,poppler-utils,fonts-noto-cjk
if [ "$(id -u)" -ne 0 ]; then
    echo "Run this as root: it makes a chroot with debootstrap." >&2
    exit 1
fi
if [ ! -e "$root/.complete" ]; then
    echo "  $suite: fetching a Debian with its LibreOffice (some minutes)"
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 &&
        chroot "$root" apt-get install -y -qq --no-install-recommends \
            $(echo "$packages" | tr , ' ') >>"$root.log" 2>&1 || {
        tail -5 "$root.log" >&2
        echo "The chroot for $suite could not be made; $root.log says why." >&2
        exit 1
    }
    touch "$root/.complete"
fi
rm -rf "$root/servqual"
mkdir -p "$root/servqual/build"
cp -r idl samples tests "$root/servqual/"
mkdir -p "$root/servqual/addin"
cp -r addin/po addin/functions addin/batch addin/menu addin/reference "$root/servqual/addin/"
cp "$extension" "$probe" build/examples.fods "$root/servqual/build/"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm" 2>/dev/null || mkdir -p "$root/dev/shm"
trap 'umount "$root/proc" "$root/dev/shm" 2>/dev/null || true' EXIT INT TERM
chroot "$root" sh -eu -c '
    cd /servqual
    export PYTHONPATH=/servqual/samples:/servqual/addin/batch HOME=/root LC_ALL=C.UTF-8
    echo "  $(soffice --version)"
    /usr/bin/python3 addin/batch/office.py install build/office build/servqual.oxt build/probe.oxt
    set -- "$@"
    commands=
    for test in "$@"; do commands="$commands -- /usr/bin/python3 $test build/office"; done
    /usr/bin/python3 tests/run -- /usr/bin/python3 tests/workbooks/run.py build/office \
        build/examples.fods tests/workbooks/*.fods $commands
' sh "$@"
