# SPDX-License-Identifier: GPL-3.0-or-later
"""How far it is: a bar on a terminal, a line now and then elsewhere."""
import shutil
import sys
import time

WIDTH = 30
EVERY = 10  # seconds between lines


def duration(seconds):
    seconds = int(seconds + 0.5)
    if seconds < 3600:
        return "%d:%02d" % (seconds // 60, seconds % 60)
    return "%d:%02d:%02d" % (seconds // 3600, seconds // 60 % 60, seconds % 60)


class Progress:
    def __init__(self, count, stream=sys.stderr):
        self.count, self.stream = count, stream
        self.bar = stream.isatty()
        self.begin = self.last = time.monotonic()
        self.first = None

    def show(self, done, end=False):
        now = time.monotonic()
        if self.first is None:
            self.first = done  # settled by an earlier run
        if not (end or self.bar or now - self.last >= EVERY):
            return
        self.last = now
        rate = (done - self.first) / max(now - self.begin, 0.001)
        left = duration((self.count - done) / rate) if rate > 0 else "?"
        words = "%d of %d, %.1f a second, %s left" % (done, self.count, rate, left)
        if self.bar:
            filled = WIDTH * done // max(self.count, 1)
            line = "[%s%s] %s" % ("#" * filled, "." * (WIDTH - filled), words)
            self.stream.write("\r" + line[:shutil.get_terminal_size().columns - 1] + "\033[K"
                              + ("\n" if end else ""))
        else:
            self.stream.write(words + "\n")
        self.stream.flush()
