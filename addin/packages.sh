#!/bin/sh
# Installs those of the named Debian packages that are missing: as root, or with sudo. Of a|b either
# will do, and b is installed where both are missing. Where there is no apt (Fedora), or nobody who may install
# (a packager's sandbox), nothing is done: what is missing then says so itself when it is called. Nothing that is installed is ever removed, but
# after --replace what conflicts with them.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
keep=--no-remove
if [ "$1" = --replace ]; then
    keep=
    shift
fi
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0
missing=
for choice in "$@"; do
    found=
    for package in $(echo "$choice" | tr '|' ' '); do
        ! dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || found=$package
    done
    [ -n "$found" ] || missing="$missing ${choice##*|}"
done
[ -n "$missing" ] || exit 0
root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing:$missing. Go on without them, or become root and run: apt-get install$missing" >&2
        exit 0
    fi
    root=sudo
fi
echo "Installing what is missing:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
{
    $root apt-get update -qq
    $root apt-get install -y -qq --no-install-recommends $keep -o DPkg::Lock::Timeout=600 $missing
} >"${TMPDIR:-/tmp}/servqual-apt.$$" 2>&1 || {
    cat "${TMPDIR:-/tmp}/servqual-apt.$$" >&2
    echo "The packages could not be installed; the lines above say why." >&2
    exit 1
}
rm -f "${TMPDIR:-/tmp}/servqual-apt.$$"
