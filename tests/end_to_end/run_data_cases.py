#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the cases of cases/*.toml: arguments, files, status and output as data.

[[case]]
name      what holds
args      arguments of verbatim; {examples} is the examples folder
status    exit code
files     {path = text} written to a fresh folder, which is the working directory
stdin     text
env       {NAME = value}
out, err  texts that must stand in standard output / error (a text or a list)
not_out, not_err   texts that must not
exact_out whole standard output
leaves    {path = text that the file holds then}; false: there is no such file
"""
import pathlib
import sys
import tomllib

from harness import ROOT, Cases, verbatim, write_files

KEYS = {"name", "args", "status", "files", "stdin", "env", "out", "err", "not_out", "not_err", "exact_out", "leaves"}


def listed(value):
    return value if isinstance(value, list) else [value]


def run_case(folder, case):
    unknown = set(case) - KEYS
    assert not unknown, f"unknown keys {unknown}"
    write_files(folder, case.get("files", {}))
    arguments = [argument.replace("{examples}", str(ROOT / "examples")) for argument in case["args"]]
    ran = verbatim(*arguments, cwd=folder, stdin=case.get("stdin", "").encode("utf-8"), status=case["status"],
                   env=case.get("env"))
    for key, shown in (("out", ran.text), ("err", ran.complaint)):
        for text in listed(case.get(key, [])):
            assert text in shown, f"{key} lacks {text!r}\n{ran}"
        for text in listed(case.get("not_" + key, [])):
            assert text not in shown, f"{key} has {text!r}\n{ran}"
    if "exact_out" in case:
        assert ran.text == case["exact_out"], str(ran)
    for name, text in case.get("leaves", {}).items():
        path = folder / name
        if text is False:
            assert not path.exists(), f"{name} was left behind"
        else:
            assert text in path.read_text(encoding="utf-8"), f"{name} lacks {text!r}"


def main():
    status = 0
    for path in sorted((pathlib.Path(__file__).parent / "cases").glob("*.toml")):
        cases = Cases("cases_" + path.stem)
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            cases.run_in_folder(case["name"], run_case, case)
        status = max(status, cases.finish())
    return status


if __name__ == "__main__":
    sys.exit(main())
