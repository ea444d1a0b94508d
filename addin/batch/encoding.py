# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes as text, where only one encoding can be meant; else a sentence that says what was tried.

A mark at the beginning (BOM) says it. Without one: UTF-8 where the bytes are such, UTF-16 where every
second byte is zero, and of the old encodings GB18030 (Chinese) or Windows-1252 (western Europe):

1. GB18030 fits where four in five signs are the common Chinese ones or Chinese marks (GB 2312's
   first level, B0-D7), with some of those that Korean in EUC-KR does not have (from C9 on).
2. Windows-1252 fits where all letters beyond ASCII are those of one language, no capital stands
   behind a small letter, no mark between two letters, and what opens a question closes it. So Polish, Czech, Turkish, Cyrillic or
   Greek encodings, or that of old Macs and of DOS, are not taken for it.
"""
import codecs
import re
from collections import Counter

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"),
         (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))
LANGUAGES = (
    "äöüßÄÖÜéèàÉ",                                # German, with the words it has from French
    "àâçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔŒÙÛÜ",              # French
    "áéíñóúüÁÉÍÑÓÚÜçÇ",                           # Spanish
    "ãõáàâçéêíóôúüÃÕÁÀÂÇÉÊÍÓÔÚ",                  # Portuguese
    "àèéìíîòóùúÀÈÉÌÒÙ",                           # Italian
    "æøåéäöÆØÅÉÄÖ",                               # Danish, Norwegian, Swedish, Finnish
    "áéëïíóöúüèêçÉË",                             # Dutch
    "àçèéíïòóúüÀÇÈÉÍÒÓÚ",                         # Catalan
)
SIGNS = "€‚„…‰‹›‘’“”•–—™§©®°±²³´µ·¹º»«ª¼½¾¿¡£¥¢\u00a0"
HIGH = re.compile(rb"[\x80-\xff]+")
LETTER = "[A-Za-zÀ-ÿ]"
BETWEEN = re.compile("%s[%s]%s|[¹²³¼½¾ªº£¥]%s|¿(?![^?\n]*\\?)|¡(?![^!\n]*!)" % (
    LETTER, re.sub("[’´·–—\u00a0]", "", SIGNS), LETTER, LETTER))
CAPITAL = re.compile("[a-zà-öø-ÿ][À-ÖØ-Þ]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


class Unreadable(Exception):
    """Why a text table cannot be read: the end of a sentence."""


def quoted(text):
    return "“%s”" % text[:40]


def decoded(raw, encoding=None):
    """The text of bytes; encoding: what the person said."""
    if encoding:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            raise Unreadable("byte %d is no text in %s. Say another with --encoding" % (
                error.start + 1, encoding)) from None
    else:
        text = raw.decode(encoding_of(raw))
    text = text.lstrip("\ufeff")
    if CONTROLS.search(text):
        raise Unreadable("it is no text")
    return text


def encoding_of(raw):
    for mark, name in MARKS:
        if raw.startswith(mark):
            if not fits(raw, name):
                raise Unreadable("its mark says %s, but it is damaged or cut off" % name[:6].upper())
            return name
    zeros = [raw[at::2].count(0) for at in (0, 1)]
    if any(zeros):
        name = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
        if min(zeros) or not fits(raw, name) or not is_wide(raw, name):
            raise Unreadable("it is no text")
        return name
    if fits(raw, "utf-8"):
        return "utf-8"
    able = [name for name, is_it in (("GB18030", chinese), ("Windows-1252", western)) if is_it(raw)]
    if len(able) != 1:
        raise Unreadable("its encoding cannot be told: it is neither UTF-8 nor UTF-16, and %s. Say it "
                         "with --encoding" % ("both GB18030 and Windows-1252 fit" if able else
                                              "neither GB18030 nor Windows-1252 fits"))
    return able[0]


def is_wide(raw, name):
    """Whether what ends lines and fields in UTF-16 has its zero; in other bytes it has one by chance."""
    marks = [place for place in range(len(raw)) if raw[place] in b"\n;,\t" and
             place % 2 == (name == "utf-16-be")]
    zero = 1 if name == "utf-16-le" else -1
    return sum(raw[place + zero] == 0 for place in marks) * 2 > len(marks)


def fits(raw, encoding):
    try:
        raw.decode(encoding)
        return True
    except UnicodeDecodeError:
        return False


def chinese(raw):
    """Rule 1."""
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    wide = common = beyond = 0
    for sign, times in Counter(text).items():
        code = sign.encode("gb18030")
        if len(code) > 1:
            wide += times
            common += times * (0xb0 <= code[0] <= 0xd7 and code[1] >= 0xa1)
            common += times * (0xa1 <= code[0] <= 0xa3 and code[1] >= 0xa1)
            beyond += times * (0xc9 <= code[0] <= 0xd7 and code[1] >= 0xa1)
    return common >= 0.8 * wide and beyond > 0


def western(raw):
    """Rule 2."""
    if max(map(len, HIGH.findall(raw))) > 3 or not fits(raw, "cp1252"):
        return False
    text = raw.decode("cp1252")
    letters = {sign for sign in text if sign > "\x7f"} - set(SIGNS)
    return (any(letters <= set(language) for language in LANGUAGES) and
            not BETWEEN.search(text) and not CAPITAL.search(text))
