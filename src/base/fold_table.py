#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints src/base/fold_table.h: the characters that same_word.c takes for others, from the Unicode data
that Python carries (compatibility decomposition and full case folding, until nothing changes).

    python3 src/base/fold_table.py > src/base/fold_table.h

Kept to the scripts and forms that people type: letters up to U+1FFF, letter-like signs and Roman
numerals, Latin and Cyrillic extensions, kana, ligatures, full and half width. Hangul syllables are
taken apart by rule."""
import unicodedata

SCOPE = [(0, 0x1FFF), (0x2120, 0x212F), (0x2150, 0x218F), (0x24B0, 0x24E9), (0x2C00, 0x2DFF),
         (0x3040, 0x30FF), (0xA640, 0xA7FF), (0xFB00, 0xFB06), (0xFF00, 0xFFEF)]


def fold(text):
    before = None
    while text != before:
        before = text
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return text


def runs(single):
    """(first, last, step, target of first): neighbours whose targets lie as far from them."""
    keys = sorted(single)
    while keys:
        first, best, length = keys[0], 1, 1
        for step in (1, 2):
            n = 1
            while (n < len(keys) and keys[n] == first + n * step
                   and single[keys[n]] - keys[n] == single[first] - first):
                n += 1
            if n > length:
                best, length = step, n
        yield first, keys[length - 1], best, single[first]
        keys = keys[length:]


def rows(cells, per_line):
    cells = list(cells)
    for i in range(0, len(cells), per_line):
        print("    " + " ".join(cells[i:i + per_line]))


def main():
    folded = {point: fold(chr(point)) for first, last in SCOPE for point in range(first, last + 1)}
    changed = {point: text for point, text in folded.items() if text != chr(point)}
    single = {point: ord(text) for point, text in changed.items() if len(text) == 1}
    print("/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * Made by src/base/fold_table.py from"
          " Unicode %s; included by same_word.c alone.\n */" % unicodedata.unidata_version)
    print("/* clang-format off */\n/* {first, last, step, what the first becomes} */")
    print("static const fold_run fold_runs[] = {")
    rows(("{0x%X,0x%X,%d,0x%X}," % run for run in runs(single)), 4)
    print("};\n\n/* {character, the characters it becomes} */")
    print("static const fold_sequence fold_sequences[] = {")
    rows(("{0x%X,{%s}}," % (point, ",".join("0x%X" % ord(c) for c in text))
          for point, text in sorted(changed.items()) if len(text) > 1), 3)
    print("};\n/* clang-format on */")


if __name__ == "__main__":
    main()
