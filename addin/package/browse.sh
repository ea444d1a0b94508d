#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# browse.sh PAGE FILE: opens a page in the browser; where that fails at once, makes FILE. A browser
# that stays in the foreground is not waited for longer than two seconds.
xdg-open "$1" >/dev/null 2>&1 &
for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    if ! kill -0 $! 2>/dev/null; then
        wait $! || : >"$2"
        exit
    fi
    sleep 0.1
done
