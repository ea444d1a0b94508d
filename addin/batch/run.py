# SPDX-License-Identifier: GPL-3.0-or-later
"""One run: jobs of several workbooks for GNU parallel, their results put in place, the summary.

Everything lies in a folder of the output folder, so that a result appears by renaming and never in
part, and so that a run that was killed is gone on with: the plan is kept with what was asked, a
job's results with the job, and parallel's own log says which jobs have ended.
"""
import csv
import errno
import hashlib
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time

import plan
import wall
from intake import UNREADABLE, shown
from result import full, to_disk
from worker import end_leftovers, end_session, end_with_parent

MOST = 50     # workbooks in a job: an office ages
SPARE = 120   # seconds that a job may take beside its workbooks
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
LOOK = 0.2    # seconds between looks at the results
COLUMNS = ("workbook", "status", "formulas", "error_cells", "sheet", "cell", "shows", "seconds",
           "message")


def _end_with_parent():
    end_with_parent(signal.SIGKILL)  # on a mere SIGTERM parallel would wait for its jobs


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def size_of(path):
    try:
        return os.path.getsize(path)
    except OSError:
        return None


def mount_of(path):
    """Where the disk of a path is mounted."""
    path = os.path.realpath(path)
    while not os.path.ismount(path):
        path = os.path.dirname(path)
    return shown(path)


def signature(path):
    try:
        about = os.stat(path)
    except OSError as error:
        return [path, error.errno]
    return [path, about.st_size, about.st_mtime_ns]


def copy(source, target):
    """A copy of a file that may have become something else since it was looked at."""
    with open(os.open(source, os.O_RDONLY | os.O_NONBLOCK), "rb") as old, open(target, "wb") as new:
        if not stat.S_ISREG(os.fstat(old.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        shutil.copyfileobj(old, new, 1 << 20)


class Run:
    def __init__(self, options, items, state, extension, library, progress):
        self.options, self.items, self.state = options, items, state
        self.extension, self.library, self.progress = extension, library, progress
        self.jobs = os.path.join(state, "jobs")
        self.results = {}
        self.read_to = {}
        self.office_error = None
        self.open_field = None  # why there is no wall around the jobs, once said

    # ---- The plan.

    def prepare(self):
        """The jobs of this run; those of an interrupted one with the same plan stay."""
        self.plan_jobs()
        for name in os.listdir(self.jobs):  # what happened in an earlier run is held against nobody
            with open(os.path.join(self.jobs, name, "run"), "w", encoding="ascii") as file:
                file.write("%d.%d" % (os.getpid(), time.time_ns()))

    def plan_jobs(self):
        asked = hashlib.sha256(json.dumps([
            [item["results"], item["folder"], item["to"], item["refused"], signature(item["source"]),
             sorted([name] + signature(path) for name, path in item["data"].items())]
            for item in self.items] + [
                self.options.timeout, self.options.memory, plan.reading(self.options),
                digest(self.extension)]).encode()).hexdigest()
        self.end_earlier()
        try:
            with open(os.path.join(self.state, "plan"), encoding="utf-8") as file:
                if file.read() == asked:
                    return
        except OSError:
            pass
        shutil.rmtree(self.jobs, ignore_errors=True)
        for name in ("plan", "joblog", "list"):
            if os.path.exists(os.path.join(self.state, name)):
                os.remove(os.path.join(self.state, name))
        names = [self.write_job(number, items) for number, items in enumerate(self.chunks())]
        self.write_whole("list", "".join(name + "\n" for name in names))
        self.write_whole("plan", asked)

    def end_earlier(self):
        """Ends what a run that was killed has left."""
        try:
            with open(os.path.join(self.state, "session"), encoding="ascii") as file:
                end_session(int(file.read()), self.state)
        except (OSError, ValueError):
            pass
        end_leftovers(self.jobs)

    def write_whole(self, name, text):
        path = os.path.join(self.state, name)
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(path + ".new", path)

    def workers(self):
        return self.options.jobs or os.cpu_count() or 1

    def chunks(self):
        good = [item for item in self.items if not item["refused"]]
        size = max(1, min(MOST, -(-len(good) // (2 * self.workers()))))
        refused = [item for item in self.items if item["refused"]]
        return [good[i:i + size] for i in range(0, len(good), size)] + ([refused] if refused else [])

    def write_job(self, number, items):
        """A job's folder: copies of its workbooks, so that nothing of the person's is touched."""
        name = os.path.join("jobs", "%06d" % number)
        job = os.path.join(self.state, name)
        os.makedirs(os.path.join(job, "in"))
        os.makedirs(os.path.join(job, "out"))
        entries = []
        for item in items:
            place = os.path.join("in", "%06d" % item["id"])
            os.makedirs(os.path.join(job, place))
            entry = {key: item[key] for key in ("id", "to", "stem")}
            entry["file"] = os.path.join(place, item["name"])
            entry["data"] = {}
            refused = item["refused"] or self.copy_inputs(item, job, place, entry)
            if refused:
                with open(os.path.join(job, "results.jsonl"), "a", encoding="utf-8") as file:
                    file.write(json.dumps({"id": item["id"], "status": "skipped",
                                           "message": refused}) + "\n")
            entries.append(entry)
        with open(os.path.join(job, "job.json"), "w", encoding="utf-8") as file:
            json.dump({"items": entries, "timeout": self.options.timeout,
                       "memory": int(self.options.memory * 2 ** 30),
                       "reading": plan.reading(self.options)}, file)
        return name

    def copy_inputs(self, item, job, place, entry):
        """A sentence where a workbook or its data cannot be read."""
        files = [(item["source"], entry["file"])]
        for key, (data, path) in enumerate(sorted(item["data"].items())):
            folder = os.path.join(place, "data%d" % key)
            os.makedirs(os.path.join(job, folder))
            entry["data"][data] = os.path.join(folder, plan.in_job(os.path.basename(path)))
            files.append((path, entry["data"][data]))
        for source, target in files:
            try:
                copy(source, os.path.join(job, target))
            except OSError as error:
                if error.errno in NO_ROOM:
                    raise
                return UNREADABLE % error.strerror
        return None

    # ---- The work.

    def command(self):
        most = max((len(os.listdir(os.path.join(self.jobs, name, "in")))
                    for name in os.listdir(self.jobs)), default=1)
        limit = int(most * 2 * self.options.timeout + SPARE)
        command = ["parallel", "--plain", "--will-cite", "--jobs", str(self.workers()),
                   "--joblog", "joblog", "--resume-failed", "--retries", "3",
                   "--timeout", str(limit), "--termseq", "TERM,5000,KILL,25", "-a", "list"]
        if self.options.hosts:
            self.write_library()
            return command + [
                "--sshloginfile", os.path.abspath(self.options.hosts), "--workdir", "...",
                "--transferfile", "library", "--transferfile", "{}", "--return", "{}",
                "--cleanup", "/usr/bin/python3 -X utf8 library/worker.py {} library/servqual.oxt"]
        return command + ["exec /usr/bin/python3 -X utf8 %s {} %s" % (
            quoted(os.path.join(self.library, "worker.py")), quoted(self.extension))]

    def write_library(self):
        """What another machine needs: one folder, since every file sent is a login."""
        folder = os.path.join(self.state, "library")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for name in os.listdir(self.library):
            if name.endswith(".py"):
                shutil.copyfile(os.path.join(self.library, name), os.path.join(folder, name))
        shutil.copyfile(self.extension, os.path.join(folder, "servqual.oxt"))

    def go(self):
        try:
            self.prepare()
        except OSError as error:
            sys.stderr.write("servqual-batch: %s\n" % (
                self.disk_full() if error.errno in NO_ROOM else error))
            return 2
        if not self.options.hosts and wall.missing():
            self.say_open_field(wall.missing())
        with open(os.path.join(self.state, "messages"), "w") as messages:
            work = subprocess.Popen(self.command(), cwd=self.state, stdin=subprocess.DEVNULL,
                                    stdout=messages, stderr=messages, start_new_session=True,
                                    preexec_fn=_end_with_parent)
        self.write_whole("session", str(work.pid))
        try:
            while work.poll() is None:
                self.collect()
                self.progress.show(len(self.results))
                time.sleep(LOOK)
        except KeyboardInterrupt:
            os.killpg(work.pid, signal.SIGTERM)
            os.killpg(work.pid, signal.SIGTERM)
            work.wait()
            end_leftovers(self.jobs)
            print("\nStopped. Run the same command again, and it goes on where it was.")
            return 1
        end_session(work.pid, self.state)
        self.collect(last=True)
        self.progress.show(len(self.results), end=True)
        return self.summary()

    # ---- The results.

    def collect(self, last=False):
        """Reads what the jobs have settled since the last look, and puts it in place. last: no job is
        under way any more, what is not there will not come."""
        for name in os.listdir(self.jobs):
            path = os.path.join(self.jobs, name, "results.jsonl")
            try:
                with open(path, "rb") as file:
                    file.seek(self.read_to.get(path, 0))
                    text = file.read()
            except OSError:
                continue
            for line in text[:text.rfind(b"\n") + 1].splitlines(True):
                if not self.settle(os.path.join(self.jobs, name), line, last):
                    break  # looked at again
                self.read_to[path] = self.read_to.get(path, 0) + len(line)

    def settle(self, job, line, last):
        """Whether a line of a job's record could be followed: its results are in place."""
        try:
            result = json.loads(line)
        except ValueError:  # written by a worker while it was killed
            return True
        if "office" in result:
            self.office_error = result["office"]
        elif "wall" in result:
            self.say_open_field(result["wall"])
        elif "status" in result:
            if result.pop("full", False):
                result["message"] = self.disk_full()
            missing = self.put_in_place(job, result)
            if missing and not last:
                return False  # of another machine, and still on its way
            if missing:
                result.update(status="failed", message="Its result %s did not arrive. Run the command "
                                                       "again." % shown(missing), outputs=[])
            self.results[result["id"]] = result
        return True

    def put_in_place(self, job, result):
        """Renames the results of a workbook when all are there whole; gives one that is not."""
        item = self.items[result["id"]]
        folder = os.path.join(os.path.dirname(self.state), item["folder"])
        moves = []
        for output, size in result.get("outputs", ()):
            source = os.path.join(job, output)
            name = item["results"] + os.path.basename(output)[len(item["stem"]):]
            target = os.path.join(folder, name)
            if size_of(source) == size:
                moves.append((source, target))
            elif size_of(target) != size:  # nor put there by an earlier run
                return name
        for source, target in moves:
            os.makedirs(folder, exist_ok=True)
            os.replace(source, target)
        if moves:
            to_disk(folder)
        return None

    def disk_full(self):
        place = os.path.dirname(self.state)
        if self.options.hosts:
            return "A disk is full, here (%s) or on the machine that did it." % shown(place)
        return "The disk is full that %s lies on (%s). Make room, and run the command again." % (
            shown(place), mount_of(place))

    def say_open_field(self, why):
        if not self.open_field:
            self.open_field = why
            sys.stderr.write("servqual-batch: %s.\n" % why)

    def unsettled(self):
        """Why a workbook has no result."""
        if full(self.state):
            return self.disk_full()
        if self.office_error:
            return "LibreOffice does not start here: %s" % self.office_error
        with open(os.path.join(self.state, "messages"), errors="replace") as file:
            said = " ".join(file.read().split())
        return "It was not done. GNU parallel says: %s" % (said[-300:] or "nothing")

    def summary(self):
        for item in self.items:
            self.results.setdefault(item["id"], {
                "id": item["id"], "status": "failed", "message": self.unsettled(),
                "unfinished": True})
        reported = not self.options.report or self.write_report()
        counts = {status: sum(result["status"] == status for result in self.results.values())
                  for status in ("done", "skipped", "failed")}
        cells = sum(len(result.get("errors", ())) for result in self.results.values())
        for item in self.items:
            self.tell(item, self.results[item["id"]])
        print("%d workbook%s: %d recalculated, %d skipped, %d failed; %d cells computed by servqual,"
              " %d error cells." % (len(self.items), "s" * (len(self.items) != 1), counts["done"], counts["skipped"],
                                    counts["failed"],
                                    sum(result.get("formulas", 0)
                                        for result in self.results.values()), cells))
        if not any(result.get("unfinished") for result in self.results.values()):
            shutil.rmtree(self.jobs, ignore_errors=True)
            os.remove(os.path.join(self.state, "plan"))
            shutil.rmtree(self.state, ignore_errors=True)
        return 1 if counts["skipped"] or counts["failed"] or cells or not reported else 0

    def tell(self, item, result):
        name = item["shown"] + (" with " + item["label"] if item["label"] else "")
        if result["status"] != "done":
            print("%s: %s. %s" % (name, result["status"], result["message"]))
        for sheet, cell, text in result.get("errors", ()):
            print("%s: %s.%s shows %s" % (name, sheet, cell, text))

    def write_report(self):
        """Whether the report is there, whole."""
        path = os.path.abspath(self.options.report)
        try:
            self.write_rows(path + ".new")
            os.replace(path + ".new", path)
            to_disk(os.path.dirname(path))
            return True
        except OSError as error:
            sys.stderr.write("servqual-batch: the report is not written: %s.\n" % error.strerror)
            return False

    def write_rows(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for item in self.items:
                result = self.results[item["id"]]
                name = item["shown"] + (" with " + item["label"] if item["label"] else "")
                errors = result.get("errors", ())
                writer.writerow([name, result["status"], result.get("formulas", 0), len(errors),
                                 "", "", "", "%.3f" % result.get("seconds", 0),
                                 result["message"]])
                for sheet, cell, text in errors:
                    writer.writerow([name, "error cell", "", "", sheet, cell, text, "", ""])
            file.flush()
            os.fsync(file.fileno())


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
