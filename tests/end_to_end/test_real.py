#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Texts of the world outside: every .md and .txt of the folder that the environment variable VERBATIM_REAL names.

They are not part of the repository, so only what must hold of any text is checked: exit code, schema, offsets, the
same bytes for any number of threads, silence of a text compared with itself. Skipped where the variable is not set.

Usage: test_real.py VERBATIM RESULTS
"""
import json
import os
import pathlib
import subprocess
import sys

from harness import ROOT, Cases, Skipped, verbatim
from test_offsets import Stored, check_document


def folder():
    name = os.environ.get("VERBATIM_REAL", "")
    if not pathlib.Path(name).is_dir() or not name:
        raise Skipped("VERBATIM_REAL names no folder")
    return pathlib.Path(name)


def texts():
    found = sorted(p for p in folder().rglob("*") if p.suffix in (".md", ".txt"))
    assert found, "the folder has no text"
    return found


def offsets_hold():
    for path in texts():
        report = json.loads(verbatim("check", path.name, "--format", "json", "--fail-on", "never", cwd=path.parent,
                                     status=0).out)
        stored = Stored(path, "utf-8", 0)
        for document in report["documents"]:
            check_document(stored, document, None)
        quotations = report["documents"][0]["quotations"]
        print(f"{path.name}: {len(quotations)} quotations, "
              f"{sum(q['attribution']['evidence'] == 'explicit' for q in quotations)} with an explicit source")


def schema_holds():
    for path in texts():
        ran = verbatim("report", path.name, "--format", "json", cwd=path.parent, status=0)
        process = subprocess.run([sys.executable, str(ROOT / "tests/report/validate_schema.py"), "/dev/stdin"],
                                 input=ran.out, capture_output=True, check=False)
        if process.returncode == 77:
            raise Skipped("python3-jsonschema is not installed")
        assert process.returncode == 0, process.stderr.decode()[:2000]


def no_library_is_one_line():
    for path in texts():
        ran = verbatim("check", path.name, cwd=path.parent)
        assert ran.text.count("no library was given") == 1, path.name
        assert "unchecked-quotation" not in ran.text, path.name


def threads_change_nothing():
    names = [path.relative_to(folder()).as_posix() for path in texts()]
    one = verbatim("check", *names, "--format", "json", "--jobs", "1", cwd=folder())
    assert one.out == verbatim("check", *names, "--format", "json", "--jobs", "4", cwd=folder()).out


def itself_is_no_edit():
    for path in texts():
        ran = verbatim("compare", path.name, path.name, cwd=path.parent, status=0)
        assert "0 errors, 0 warnings" in ran.text and "info" not in ran.text, ran


def its_own_words_are_verbatim():
    """With the text itself as the library, under another name, no quotation may be called altered."""
    for path in texts():
        report = json.loads(verbatim("check", "-", "--stdin-filename", "draft" + path.suffix, "--library", path.name,
                                     "--format", "json", "--fail-on", "never", cwd=path.parent,
                                     stdin=path.read_bytes(), status=0).out)
        # A split quotation meets its own incise there, which the text does not quote.
        verdicts = [q["verdict"] for q in report["documents"][0]["quotations"]
                    if q["kind"] == "quotation" and len(q["parts"]) == 1]
        assert "altered" not in verdicts and "not-found" not in verdicts, verdicts


def main():
    cases = Cases("real")
    for what, function in (("offsets cut the words out", offsets_hold), ("JSON follows the schema", schema_holds),
                           ("a missing library is told in one line", no_library_is_one_line),
                           ("threads change nothing", threads_change_nothing),
                           ("a text compared with itself is silent", itself_is_no_edit),
                           ("quoted in itself, every unbroken quotation is verbatim", its_own_words_are_verbatim)):
        cases.run(what, function)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
