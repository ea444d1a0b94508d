# SPDX-License-Identifier: GPL-3.0-or-later
"""The two walls of a batch, each alone: workbooks that reach for a network, a file or a picture, or write
a file, are opened in an office behind one of them and get nothing; without a wall they do.
Run: test_batch_walls.py PACKAGES; it runs itself as --open PACKAGES FOLDER SETTINGS"""
import base64
import os
import socket
import subprocess
import sys
import tempfile
import threading
import zipfile

import uno  # noqa: F401
from com.sun.star.document.MacroExecMode import ALWAYS_EXECUTE_NO_WARN, NEVER_EXECUTE

import wall
from office import Office, properties, url
from tap import check
from test_batch_packages import SVG, odf, png
from result import FILTERS
from worker import SETTINGS

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BATCH = os.path.join(TOP, "addin", "servqual-batch")
SECRET = "kept-for-myself-4711"
TO = ("pdf", "ods", "xlsx")
TRUSTING = (("/org.openoffice.Office.Calc/Content/Update", "Link", "0"),
            ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "0"))


class Listener:
    """Counts who knocks at a port of loopback, and answers with a picture."""

    def __init__(self):
        self.heard = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            self.heard += 1
            caller.settimeout(2)
            try:
                caller.recv(4096)
                caller.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\n" + png())
            except OSError:
                pass
            caller.close()


def image(address):
    return ('<draw:frame svg:width="2cm" svg:height="2cm" svg:x="1cm" svg:y="1cm">'
            '<draw:image xlink:href="%s" xlink:type="simple" xlink:show="embed" '
            'xlink:actuate="onLoad"/></draw:frame>' % address)


def shapes(text):
    return odf(3, "<table:shapes>%s</table:shapes>" % text)


def write_attacks(folder, port, outside):
    """Workbooks that reach out, by their names."""
    secret, picture = os.path.join(outside, "secret.fods"), os.path.join(outside, "secret.png")
    there = "'%s'#$S.A1" % url(secret)
    web = "http://127.0.0.1:%d/x.png" % port
    marker = os.path.join(outside, "marker")
    attacks = {
        "web": shapes(image(web)),
        "web-in-svg": shapes('<draw:frame svg:width="2cm" svg:height="2cm"><draw:image>'
                             "<office:binary-data>%s</office:binary-data></draw:image></draw:frame>"
                             % base64.b64encode(SVG % (
                                 '<image width="9" height="9" href="%s"/>' % web).encode()).decode()),
        "webservice": odf(4, ' table:formula="of:=COM.MICROSOFT.WEBSERVICE(&quot;%s&quot;)"' % web),
        "picture": shapes(image(url(picture))),
        "reference": odf(4, ' table:formula="of:=[%s]"' % there.replace("'", "&apos;")),
        "indirect": odf(4, ' table:formula="of:=INDIRECT(&quot;&apos;fi&quot;&amp;&quot;%s&quot;)"'
                        % there[3:].replace("'", "&apos;")),
        "sheet": odf(3, '<table:table-source xlink:href="%s" table:table-name="S" '
                        'xlink:type="simple"/>' % url(secret)),
        "macro": odf(1, '<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries>'
                     '<ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="M"><ooo:source-code>'
                     'Sub Leave\nOpen "%s" For Output As #1\nClose #1\nEnd Sub</ooo:source-code>'
                     '</ooo:module></ooo:library-embedded></ooo:libraries></office:script>'
                     '<office:event-listeners><script:event-listener script:language="ooo:script" '
                     'script:event-name="dom:load" xlink:type="simple" xlink:href="vnd.sun.star.script:'
                     'Standard.M.Leave?language=Basic&amp;location=document"/></office:event-listeners>'
                     '</office:scripts>' % marker)}
    for name, text in attacks.items():
        with open(os.path.join(folder, name + ".fods"), "w", encoding="utf-8") as file:
            file.write(text)
    return sorted(attacks)


def open_all(packages, folder, settings):
    """Opens, calculates and saves every workbook of a folder, as a batch does."""
    with Office(packages, settings=SETTINGS if settings == "settings" else TRUSTING,
                folder=folder) as office:
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".fods"):
                continue
            document = office.desktop.loadComponentFromURL(
                url(os.path.join(folder, name)), "_blank", 0, properties(
                    Hidden=True, MacroExecutionMode=NEVER_EXECUTE if settings == "settings" else
                    ALWAYS_EXECUTE_NO_WARN, UpdateDocMode=0 if settings == "settings" else 3))
            if name == "macro.fods" and settings == "none":
                document.getScriptProvider().getScript(
                    "vnd.sun.star.script:Standard.M.Leave?language=Basic&location=document").invoke(
                        (), (), ())
            document.calculateAll()
            for kind in TO:
                document.storeToURL(url(os.path.join(folder, name[:-4] + kind)),
                                    properties(FilterName=FILTERS[kind][0]))
            document.close(True)
    print("opened")


def holds(path, picture):
    """Whether a result shows the secret or the picture."""
    with open(path, "rb") as file:
        data = file.read()
    if path.endswith(".pdf"):
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True).stdout
        images = subprocess.run(["pdfimages", "-list", path], capture_output=True).stdout
        return SECRET.encode() in text or len(images.splitlines()) > 2
    with zipfile.ZipFile(path) as package:
        return any(SECRET.encode() in data or data == picture
                   for data in map(package.read, package.namelist()))


def attack(packages, top, name, settings, behind):
    """What got through: {attack: where it shows}, knocks heard, whether the marker is there."""
    folder, outside = os.path.join(top, name), os.path.join(top, name + " outside")
    os.makedirs(folder)
    os.makedirs(outside)
    listener = Listener()
    with open(os.path.join(outside, "secret.fods"), "w", encoding="utf-8") as file:
        file.write(odf(5, "").replace('office:value-type="float" office:value="1"',
                                      'office:value-type="string"').replace(
                                          "<text:p>1<", "<text:p>%s<" % SECRET))
    with open(os.path.join(outside, "secret.png"), "wb") as file:
        file.write(png())
    names = write_attacks(folder, listener.port, outside)
    command = [sys.executable, os.path.abspath(__file__), "--open", os.path.abspath(packages), folder,
               settings]
    if behind:
        command = wall.behind(folder, (os.path.realpath(TOP), os.path.abspath(packages))) + command
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, env=dict(
        os.environ, PYTHONPATH=os.path.join(os.path.realpath(TOP), "addin", "batch")))
    check("%s: the workbooks are opened" % name, done.stdout + done.stderr[-2000:], "opened\n")
    shown = sorted({attack for attack in names for kind in TO
                    if holds(os.path.join(folder, "%s.%s" % (attack, kind)), png())})
    listener.socket.close()
    return shown, listener.heard, os.path.exists(os.path.join(outside, "marker"))


def check_walls(packages, top):
    shown, heard, written = attack(packages, top, "no wall", "none", False)
    check("without a wall a secret gets out, somebody is called, a file is written",
          (shown, heard > 0, written), (["indirect", "picture", "reference", "sheet", "web"], True, True))
    check("settings alone: nothing shows, nobody is called, nothing is written",
          attack(packages, top, "settings", "settings", False), ([], 0, False))
    check("bubblewrap alone: nothing shows, nobody is called, nothing is written",
          attack(packages, top, "bubblewrap", "none", True), ([], 0, False))


def check_behind(top):
    """What a program sees behind the wall."""
    job = os.path.join(top, "job")
    os.makedirs(job)
    listener = Listener()
    with open(os.path.join(top, "secret"), "w") as file:
        file.write(SECRET)
    script = """
import os, socket
def tries(what):
    try:
        what()
        return True
    except OSError:
        return False
print(tries(lambda: open("in the job", "w").close()),
      tries(lambda: open(%r)), tries(lambda: open(%r, "w")) and False, tries(lambda: open("/usr/x", "w")),
      tries(lambda: socket.create_connection(("127.0.0.1", %d), 2)),
      os.path.exists(os.path.expanduser("~/.ssh")), os.path.exists("/etc/shadow"),
      len([name for name in os.listdir("/proc") if name.isdigit()]) < 5)
""" % (os.path.join(top, "secret"), os.path.join(top, "marker"), listener.port)
    done = subprocess.run(wall.behind(job) + ["/usr/bin/python3", "-c", script], capture_output=True,
                          text=True, timeout=60)
    check("behind the wall: only the job can be written to, nothing of the machine be reached",
          done.stdout.split() or done.stderr,
          ["True", "False", "False", "False", "False", "False", "False", "True"])
    check("nothing was written, nobody was called",
          (sorted(os.listdir(top)), os.listdir(job), listener.heard),
          (["job", "secret"], ["in the job"], 0))


def batch(folder, *arguments, path=None):
    done = subprocess.run([sys.executable, BATCH] + list(arguments), cwd=folder, timeout=240,
                          capture_output=True, text=True,
                          env=dict(os.environ, **({"PATH": path} if path else {})))
    return done.returncode, done.stdout, done.stderr


def check_batch(top):
    """The command itself: what it says where the wall is missing, and its limit of memory."""
    folder = os.path.join(top, "batch")
    os.makedirs(os.path.join(folder, "bin"))
    with open(os.path.join(folder, "bin", "bwrap"), "w") as file:
        file.write("#!/bin/sh\necho 'No permissions to create a new namespace' >&2\nexit 1\n")
    os.chmod(os.path.join(folder, "bin", "bwrap"), 0o755)
    with open(os.path.join(folder, "a.fods"), "w") as file:
        file.write(odf(5, ""))
    code, out, error = batch(folder, "a.fods", path=os.path.join(folder, "bin") + ":" +
                             os.environ["PATH"])
    check("where bubblewrap does not work one line says so, and the work is done",
          (code, error.count("\n") - error.count("left\n"), error.splitlines()[0]),
          (0, 1, "servqual-batch: bubblewrap does not work here (No permissions to create a new "
                 "namespace): offices are kept from the network and from other files by their "
                 "settings alone."))
    with open(os.path.join(folder, "put-together.fods"), "w") as file:
        file.write(odf(4, ' table:formula="of:=INDIRECT(&quot;&apos;fi&quot;&amp;&quot;le:/&quot;&amp;&quot;'
                          '%s&apos;#$S.A1&quot;)"' % url(os.path.join(folder, "a.fods"))[6:]))
    code, out, error = batch(folder, "--output", "o2", "a.fods", "put-together.fods")
    check("where it works nothing is said; a link that a formula puts together is named",
          (out.splitlines()[0], code, "bubblewrap" in error),
          ("put-together.fods: skipped. It takes data from outside. Break the link (Edit ▸ Links to "
           "External Files) and save the workbook again.", 1, False))
    with open(os.path.join(folder, "large.fods"), "w") as file:
        file.write(odf(4, ' table:formula="of:=SUM(MUNIT(11000))"'))
    code, out, _ = batch(folder, "--memory", "0.6", "--output", "o3", "--jobs", "1", "large.fods",
                         "a.fods")
    check("a workbook that takes too much memory is named, the next is done",
          (code, out.splitlines()[:1], os.path.exists(os.path.join(folder, "o3", "a.fods"))),
          (1, ["large.fods: failed. It takes more memory than 0.6 GB. Give it more with --memory."],
           True))


def main():
    if sys.argv[1] == "--open":
        open_all(*sys.argv[2:])
        return
    with tempfile.TemporaryDirectory(prefix="servqual-walls-") as top:
        check("bubblewrap works here", wall.missing(), None)
        check_behind(top)
        check_walls(sys.argv[1], top)
        check_batch(top)


if __name__ == "__main__":
    main()
