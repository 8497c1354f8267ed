# SPDX-License-Identifier: Apache-2.0
"""What the end-to-end tests share: running the binary, and writing cases as JUnit.

A script calls `cases = Cases("name")`, `cases.run("what holds", function)` for each case, and `sys.exit(cases.finish())`.
A case fails by an exception (AssertionError), and is skipped, visibly, by `Skipped`. Each script gets two arguments:
the binary and the folder for results.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "build/release/verbatim"
RESULTS = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else ROOT / "build/release/results"


class Skipped(Exception):
    """The reason why a case cannot run here."""


class Ran:
    """A finished run: status, out and err (bytes; `text` and `complaint` are the same decoded)."""

    def __init__(self, process, seconds):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr
        self.seconds = seconds
        self.text = self.out.decode("utf-8", "replace")
        self.complaint = self.err.decode("utf-8", "replace")

    def __str__(self):
        return f"status {self.status}\n--- out\n{self.text[-3000:]}\n--- err\n{self.complaint[-2000:]}"


def clean_environment(**changes):
    """Nothing of the developer's own settings may decide a test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    kept.pop("NO_COLOR", None)
    kept["LC_ALL"] = "C.UTF-8"
    kept.update(changes)
    return {name: value for name, value in kept.items() if value is not None}


def verbatim(*arguments, cwd=ROOT, stdin=b"", status=None, timeout=60, env=None):
    """Runs the binary; `status` is checked where given. A crash (a signal) always fails."""
    started = time.monotonic()
    process = subprocess.run([str(BINARY), *map(str, arguments)], cwd=cwd, input=stdin, capture_output=True,
                             timeout=timeout, check=False, env=clean_environment(**(env or {})))
    ran = Ran(process, time.monotonic() - started)
    assert ran.status in (0, 1, 2), f"crashed: {ran}"
    assert "internal error" not in ran.complaint, str(ran)
    if status is not None:
        assert ran.status == status, f"expected status {status}: verbatim {' '.join(map(str, arguments))}\n{ran}"
    return ran


class Cases:
    def __init__(self, name):
        self.name = name
        self.suite = tree.Element("testsuite", name=name)
        self.failed = 0

    def run(self, what, function, *arguments):
        case = tree.SubElement(self.suite, "testcase", classname=self.name, name=what)
        started = time.monotonic()
        try:
            function(*arguments)
        except Skipped as reason:
            print(f"SKIPPED  {what}: {reason}")
            tree.SubElement(case, "skipped", message=str(reason))
        except Exception as error:  # pylint: disable=broad-except
            self.failed += 1
            print(f"FAILED   {what}\n{traceback.format_exc(limit=-2)}")
            shown = "".join(c if c >= " " or c in "\n\t" else "?" for c in str(error))
            tree.SubElement(case, "failure", message=shown[:500]).text = shown[:5000]
        case.set("time", f"{time.monotonic() - started:.3f}")

    def run_in_folder(self, what, function, *arguments):
        """The same with a fresh folder as first argument."""
        def within():
            with tempfile.TemporaryDirectory(prefix="verbatim-") as folder:
                function(pathlib.Path(folder), *arguments)
        self.run(what, within)

    def finish(self):
        count = len(self.suite)
        self.suite.set("tests", str(count))
        self.suite.set("failures", str(self.failed))
        RESULTS.mkdir(parents=True, exist_ok=True)
        tree.ElementTree(self.suite).write(RESULTS / f"{self.name}.xml", encoding="utf-8", xml_declaration=True)
        print(f"{self.name}: {count} cases, {self.failed} failed")
        return 1 if self.failed or not count else 0


def write_files(folder, files):
    """{relative path: text or bytes} below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
