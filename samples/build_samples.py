# SPDX-License-Identifier: GPL-3.0-or-later
"""build_samples.py PACKAGES [NAME ...]: makes the sample workbooks anew, or those named.

PACKAGES is a folder that the extension was installed into (make samples). A new workbook is a
module beside this one with `build(workbook)`, and a row below.
"""
import os
import sys
import time

import acsi
import attributes
import chinese
import confirm
import csm
import drivers
import ecsi
import kano
import kiosk
import loss
import plan
import reliability
import thesis
import two_factor
import what_if
from office import Office
from workbook_tools import Workbook

HERE = os.path.dirname(os.path.abspath(__file__))

# Name of the file, the module that makes it, the language, and the translations if not English.
WORKBOOKS = (
    ("kiosk", kiosk, "en-US", None),
    ("kiosk-zh", kiosk, "zh-CN", chinese.KIOSK),
    ("thesis", thesis, "en-US", None),
    ("thesis-zh", thesis, "zh-CN", chinese.THESIS),
    ("drivers", drivers, "en-US", None),
    ("drivers-zh", drivers, "zh-CN", chinese.DRIVERS),
    ("confirm", confirm, "en-US", None),
    ("confirm-zh", confirm, "zh-CN", chinese.CONFIRM),
    ("reliability", reliability, "en-US", None),
    ("kano", kano, "en-US", None),
    ("two-factor", two_factor, "en-US", None),
    ("attributes", attributes, "en-US", None),
    ("ecsi", ecsi, "en-US", None),
    ("acsi", acsi, "en-US", None),
    ("loss", loss, "en-US", None),
    ("plan", plan, "en-US", None),
    ("what-if", what_if, "en-US", None),
    ("csm", csm, "en-US", None),
    ("csm-zh", csm, "zh-CN", chinese.CSM),
)


def make(office, name, module, language, translations):
    workbook = Workbook(office, language, translations)
    module.build(workbook)
    path = os.path.join(HERE, name + ".ods")
    errors = workbook.save(path)
    if errors:
        sys.exit("samples/%s.ods was not made; these cells are errors: %s."
                 % (name, ", ".join("%s %s" % error for error in errors[:10])))


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: build_samples.py PACKAGES [NAME ...]")
    wanted = sys.argv[2:]
    unknown = set(wanted) - {row[0] for row in WORKBOOKS}
    if unknown:
        sys.exit("There is no sample workbook named %s." % ", ".join(sorted(unknown)))
    with Office(sys.argv[1]) as office:
        for row in WORKBOOKS:
            if not wanted or row[0] in wanted:
                begin = time.monotonic()
                print("  make samples/%s.ods" % row[0], end="", flush=True)
                make(office, *row)
                print("  %.1f s" % (time.monotonic() - begin))


if __name__ == "__main__":
    main()
