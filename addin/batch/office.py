# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless LibreOffice of one's own: private profile, a timeout, and a sure end.

Batches are recalculated in it, the samples are made with it, the demonstration and the tests run
in it.

    with Office(packages="build/office") as office:
        document = office.open("some.fods")

Run with Debian's /usr/bin/python3, which has the uno module (python3-uno).
"""
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START_SECONDS = 90
SOFFICE = os.environ.get("SOFFICE", "soffice")
UNOPKG = os.environ.get("UNOPKG", "unopkg")


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def package_arguments(packages):
    """Where the office finds extensions 'for all users': only there, nothing of the machine."""
    return ["-env:UNO_SHARED_PACKAGES=" + url(packages),
            "-env:UNO_SHARED_PACKAGES_CACHE=" + url(os.path.join(packages, "cache"))]


def install(packages, *extensions):
    """Puts extensions into a folder of packages, which is made anew."""
    shutil.rmtree(packages, ignore_errors=True)
    os.makedirs(packages)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([UNOPKG, "add", "--shared", "--force", "--suppress-license",
                        "-env:UserInstallation=" + url(profile)] + package_arguments(packages) +
                       [os.path.abspath(extension) for extension in extensions],
                       check=True, timeout=120, stdout=subprocess.DEVNULL)


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


# Settings: (path, property, value) of the office's configuration.
def _language(tag):
    return ("/org.openoffice.Office.Linguistic/General", "UILocale", tag)


# To an office whose profile knows no earlier version it is new on this machine, and it tries out its
# drawing for seconds.
KNOWN = ("/org.openoffice.Setup/Product", "ooSetupLastVersion", "999.9")


class Office:
    """settings are added to the profile; it lies in a folder of one's own, if given. Without
    headless its windows are on the display of the environment. memory (bytes) is
    watched by the caller: see resident(). An office that asks for twice as much all at once, and 1 GB
    for its programs, is given none."""

    def __init__(self, packages=None, language="en-US", settings=(), folder=None, memory=None,
                 headless="OFFICE_IN_WINDOWS" not in os.environ):
        self.profile = tempfile.mkdtemp(prefix="servqual-office-", dir=folder)
        self._write_settings((_language(language), KNOWN) + tuple(settings))
        empty = os.path.join(self.profile, "no-packages")
        arguments = [SOFFICE] + ["--headless", "--invisible"] * headless + [
                     "--norestore", "--nologo",
                     "--nodefault", "--nolockcheck",
                     "--accept=pipe,name=%s;urp;" % os.path.basename(self.profile),
                     "-env:UserInstallation=" + url(os.path.join(self.profile, "user"))]
        self.log = open(os.path.join(self.profile, "log"), "w+")
        self.pages_of = ()

        def limit():
            if memory:
                resource.setrlimit(resource.RLIMIT_DATA, (2 * memory + 2 ** 30,) * 2)

        self.process = subprocess.Popen(arguments + package_arguments(packages or empty),
                                        stdout=self.log, stderr=self.log, start_new_session=True,
                                        preexec_fn=limit)
        try:
            self.context = self._connect()
        except BaseException:
            self.close()
            raise
        services = self.context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop",
                                                          self.context)

    def _write_settings(self, settings):
        """Settings of a profile that is not begun yet."""
        folder = os.path.join(self.profile, "user", "user")
        os.makedirs(folder)
        with open(os.path.join(folder, "registrymodifications.xcu"), "w") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                       '<oor:items xmlns:oor="http://openoffice.org/2001/registry">')
            for path, name, value in settings:
                file.write('<item oor:path="%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value>'
                           '</prop></item>' % (path, name, value))
            file.write('</oor:items>\n')

    def _connect(self):
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")
        address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % os.path.basename(
            self.profile)
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                return resolver.resolve(address)
            except NoConnectException:
                if self.process.poll() is not None:
                    self.log.seek(0)
                    raise RuntimeError("LibreOffice ended while it started: " + self.log.read())
                if time.monotonic() > end:
                    raise RuntimeError("LibreOffice did not start in %d s" % START_SECONDS)
                time.sleep(0.1)

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def new(self):
        return self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0,
                                                 properties(Hidden=True))

    def open(self, path, read_only=False):
        """Opens a workbook; read-only opens one that another office left a lock on, too."""
        document = self.desktop.loadComponentFromURL(
            url(path), "_blank", 0, properties(Hidden=True, ReadOnly=read_only))
        if document is None:
            raise RuntimeError("LibreOffice does not open %s. Is it open elsewhere?" % path)
        return document

    def open_copy(self, path):
        """A new workbook from a file, which stays as it is."""
        return self.desktop.loadComponentFromURL(url(path), "_blank", 0,
                                                 properties(Hidden=True, AsTemplate=True))

    def save(self, document, path, filter_name):
        document.storeToURL(url(path), properties(FilterName=filter_name, Overwrite=True))

    def memory(self):
        """Resident memory of the office and its peak, in bytes."""
        peak = now = 0
        for process in self._processes():
            with open("/proc/%d/status" % process) as status:
                fields = dict(line.split(":", 1) for line in status if ":" in line)
            now += int(fields["VmRSS"].split()[0]) * 1024
            peak += int(fields["VmHWM"].split()[0]) * 1024
        return now, peak

    def resident(self):
        """Resident memory in bytes, cheaply; 0 for an office that is gone."""
        try:
            self.pages_of = self.pages_of or [open("/proc/%d/statm" % process)
                                              for process in self._processes()]
            found = 0
            for file in self.pages_of:
                file.seek(0)
                found += int(file.read().split()[1]) * resource.getpagesize()
            return found
        except (OSError, IndexError):
            return 0

    def forget_peak(self):
        """From now on the peak of memory() is that of what follows."""
        for process in self._processes():
            with open("/proc/%d/clear_refs" % process, "w") as control:
                control.write("5")

    def _processes(self):
        found = []
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.getpgid(int(entry)) == self.process.pid:
                    with open("/proc/%s/comm" % entry) as name:
                        if name.read().startswith("soffice.bin"):
                            found.append(int(entry))
            except (OSError, ProcessLookupError):
                continue
        return found

    def alive(self):
        """Whether it still answers; not for one that may hang."""
        try:
            self.desktop.getCurrentComponent()
            return self.process.poll() is None
        except Exception:  # whatever the bridge says of an office that is gone
            return False

    def kill(self):
        """Ends the office at once, whatever it is at."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def terminate(self):
        try:
            self.desktop.terminate()
        except Exception:  # it may have died, which is what a test then reports
            pass

    def close(self):
        if self.process.poll() is None:  # in a thread: a window may ask and wait for its answer
            threading.Thread(target=self.terminate, daemon=True).start()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[1] != "install":
        sys.exit("usage: office.py install PACKAGES EXTENSION.oxt ...")
    install(*sys.argv[2:])
