# SPDX-License-Identifier: GPL-3.0-or-later
"""An office with windows on a screen of its own (Xvfb, and openbox that keeps dialogs before their
documents and gives them the keyboard, as people's screens do), to be pressed as people press them."""
import ctypes
import os
import subprocess
import time

import office as driver


class Screen:
    """A display of X that nobody sees; windows are named by their titles."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0",
                                        "1280x1024x24", "-nolisten", "tcp"], pass_fds=(write,),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()
        self.manager = subprocess.Popen(
            ["openbox", "--sm-disable", "--config-file", "/etc/xdg/openbox/rc.xml"],
            env=dict(os.environ, DISPLAY=self.name), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    def tool(self, *words):
        return subprocess.run(["xdotool", *words], env=dict(os.environ, DISPLAY=self.name),
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              timeout=30).stdout.split()

    def windows(self, title):
        """The windows in view whose title begins so."""
        return self.tool("search", "--onlyvisible", "--name", "^" + title)

    def wait(self, title, seconds=30):
        """The window of that title once it has its place and size, None if there is none."""
        end = time.monotonic() + seconds
        shape = None
        while time.monotonic() < end:
            found = self.windows(title)
            before, shape = shape, found and self.tool("getwindowgeometry", "--shell", found[-1])
            if found and shape == before:
                return found[-1]
            time.sleep(0.1)
        return None

    def wait_for_another(self, title, first, seconds=30):
        """The window of that title that took the place of the first."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.windows(title)
            if found and first not in found:
                return found[-1]
            time.sleep(0.05)
        return None

    def gone(self, title, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.windows(title):
                return True
            time.sleep(0.1)
        return False

    def focus(self, window):
        """To the front, and the keyboard to it."""
        self.tool("windowactivate", "--sync", window)

    def press(self, window, *keys):
        self.focus(window)
        self.tool("key", "--clearmodifiers", *keys)

    def click(self, window, x, y):
        self.focus(window)
        self.tool("mousemove", "--window", window, str(x), str(y), "click", "1")

    def resize(self, window):
        """A pixel wider: VCL's own windows on X11 now and then miss the size the manager gave them (one dialog in sixty
        here) and then draw, and listen to the mouse, in part of themselves until they are told again."""
        shape = dict(line.split("=") for line in self.tool("getwindowgeometry", "--shell", window))
        if "WIDTH" in shape:
            self.tool("windowsize", window, str(int(shape["WIDTH"]) + 1), shape["HEIGHT"])

    def type(self, window, text):
        self.focus(window)
        self.tool("type", "--clearmodifiers", "--", text)

    def cross(self, window):
        """What a window manager sends when the cross of a window is pressed: WM_DELETE_WINDOW."""
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XInternAtom.restype = ctypes.c_ulong
        x.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        x.XSendEvent.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long,
                                 ctypes.c_void_p)
        x.XCloseDisplay.argtypes = (ctypes.c_void_p,)
        display = x.XOpenDisplay(self.name.encode())
        message = (ctypes.c_long * 24)()  # an XClientMessageEvent
        message[0] = 33
        message[4] = int(window)
        message[5] = x.XInternAtom(display, b"WM_PROTOCOLS", 0)
        message[6] = 32
        message[7] = x.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        x.XSendEvent(display, int(window), 0, 0, message)
        x.XCloseDisplay(display)

    def picture(self, path):
        subprocess.run(["import", "-display", self.name, "-window", "root", path], timeout=30)

    def close(self):
        self.manager.terminate()
        self.manager.wait()
        self.server.terminate()
        self.server.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class WindowedOffice(driver.Office):
    """LibreOffice in windows on a screen; environment: further variables of its process."""

    def __init__(self, screen, *arguments, environment=None, **options):
        before = dict(os.environ)
        os.environ.update({"DISPLAY": screen.name, "SAL_USE_VCLPLUGIN": "gen"}, **(environment or {}))
        try:
            super().__init__(*arguments, headless=False, **options)
        finally:
            os.environ.clear()
            os.environ.update(before)

    def show(self, path=None):
        """A workbook in a window: a new one, or a copy of a file."""
        return self.desktop.loadComponentFromURL(
            driver.url(path) if path else "private:factory/scalc", "_blank", 0,
            driver.properties(AsTemplate=bool(path)))
