#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the loops that are chosen for this processor give the same bits as the plain ones, which the sanitized build has.
# Usage: tests/same_bits.sh BUILD
bits() { "$1/numerics/test_vector" 2>&1 | grep '^# bits'; }
chosen=$(bits "$1/unit")
plain=$(bits "$1/sanitized/unit")
if [ -n "$chosen" ] && [ "$chosen" = "$plain" ]; then
  echo "ok - the same bits from both kinds of loops"
else
  echo "not ok - chosen loops: $chosen, plain ones: $plain"
  exit 1
fi
