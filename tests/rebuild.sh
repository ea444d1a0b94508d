#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What make would compile if a header were touched: everything that includes it, for each way of compiling.
# Usage: tests/rebuild.sh BUILD
unset MAKEFLAGS MAKELEVEL MFLAGS
failed=0
touched() { # HEADER OBJECT...: the objects that must be made anew
  header=$1
  shift
  for object; do
    if make -n V=1 -W "$header" "$object" | grep -q -- "-o $object"; then
      echo "ok - $object after $header"
    else
      echo "not ok - $object stays as it was after $header was touched"
      failed=1
    fi
  done
}
untouched() { # HEADER OBJECT: one that does not read it
  if make -n V=1 -W "$1" "$2" | grep -q -- "-o $2"; then
    echo "not ok - $2 is made anew for $1, which it does not read"
    failed=1
  else
    echo "ok - $2 without $1"
  fi
}
B=$1
touched src/survey/levels.h "$B/src/survey/levels.o" "$B/sanitized/src/survey/levels.o" "$B/unit/survey/test_levels" "$B/sanitized/unit/survey/test_levels" \
  "$B/sanitized/replay"
touched tests/unit/check.h "$B/unit/survey/test_levels" "$B/sanitized/unit/survey/test_levels"
touched addin/call.h "$B/addin/range.o" "$B/sanitized/addin/range.o" "$B/oxt/servqual.so" "$B/tests/e2e/probe/probe.o"
touched tests/fuzz/calc.h "$B/sanitized/tests/fuzz/fuzz.o"
touched addin/uno.c "$B/sanitized/tests/fuzz/calc.o"
untouched src/survey/levels.h "$B/sanitized/src/kano/kano.o"
exit $failed
