# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall around a job: a worker and its office behind bubblewrap.

1. Behind it there is no network, not even the machine's own loopback.
2. Only the job's folder can be written to; /tmp is one of the job's own and goes with it.
3. Only programs, libraries, fonts and what the job needs can be read: no home, no other disk, and
   of /etc nothing but what a program asks for to run.
4. Processes are in a space of their own: when the worker ends or is killed, all of them end.
5. Where the machine has no bubblewrap, or does not allow it, missing() is the sentence that says
   so, and the office's own settings are the one wall that is left.
"""
import os
import shutil
import subprocess

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/nix", "/gnu")
OF_ETC = ("alternatives", "default/locale", "fonts", "group", "java", "ld.so.cache", "ld.so.conf",
          "ld.so.conf.d", "libreoffice", "localtime", "locale.alias", "locale.conf", "mime.types",
          "nsswitch.conf", "papersize", "passwd", "python3", "timezone")
FONTS = ("/var/cache/fontconfig", "~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig",
         "~/.cache/fontconfig")
KEPT = ("HOME", "PATH", "TZ", "SOFFICE", "UNOPKG", "PYTHONPATH")  # of the environment, and LC_*


def system(program):
    """The folders of programs as they are here, and where this LibreOffice lies."""
    arguments = []
    for folder in SYSTEM:
        if os.path.islink(folder):
            arguments += ["--symlink", os.readlink(folder), folder]
        elif os.path.isdir(folder):
            arguments += ["--ro-bind", folder, folder]
    for name in OF_ETC:
        arguments += ["--ro-bind-try", "/etc/" + name, "/etc/" + name]
    for folder in map(os.path.expanduser, FONTS):
        arguments += ["--ro-bind-try", folder, folder]
    home = os.path.dirname(os.path.dirname(os.path.realpath(shutil.which(program) or program)))
    if not home.startswith(SYSTEM) and home != "/":
        arguments += ["--ro-bind-try", home, home]
    return arguments


def behind(writable, readable=(), program="soffice"):
    """The beginning of a command that runs behind the wall."""
    command = [shutil.which("bwrap") or "bwrap", "--unshare-all", "--die-with-parent"]
    command += system(program) + ["--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"]
    for path in readable:
        command += ["--ro-bind", path, path]
    return command + ["--bind", writable, writable, "--chdir", writable, "--"]


def environment():
    return {name: value for name, value in os.environ.items()
            if name in KEPT or name.startswith(("LC_", "LANG"))}


def missing():
    """Why there is no such wall here; None where there is."""
    if not shutil.which("bwrap"):
        return ("bubblewrap is missing: offices are kept from the network and from other files by "
                "their settings alone. On Debian: apt install bubblewrap")
    try:
        done = subprocess.run(behind("/var/empty" if os.path.isdir("/var/empty") else "/usr") +
                              ["true"], stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
        said = "" if done.returncode == 0 else done.stderr.decode(errors="replace").strip()
        if done.returncode == 0:
            return None
    except (OSError, subprocess.TimeoutExpired) as error:
        said = str(error)
    return ("bubblewrap does not work here (%s): offices are kept from the network and from other "
            "files by their settings alone" % (" ".join(said.split()) or "it says nothing"))
