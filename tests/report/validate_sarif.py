#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""validate_sarif.py FILE…: the official validator's word on SARIF logs (npm's @microsoft/sarif-multitool).

Exit code 0: no error and no warning; 1: it found some, shown; 77: skipped, the validator does not run here.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

COMMAND = ["npx", "--yes", "@microsoft/sarif-multitool"]


def run(arguments, folder):
    """What it says; help goes to stderr, findings to stdout: both are one text here."""
    return subprocess.run(COMMAND + arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=300, check=False).stdout


def main(paths):
    if not paths:
        print("usage: validate_sarif.py FILE…", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        try:
            runs_here = shutil.which("npx") is not None and "SARIF" in run(["help"], folder)
        except subprocess.TimeoutExpired:
            runs_here = False
        if not runs_here:
            print("SKIPPED: npx --yes @microsoft/sarif-multitool does not run here", file=sys.stderr)
            return 77
        failed = False
        for number, path in enumerate(paths):
            copy = pathlib.Path(folder) / f"{number}.sarif"  # the validator insists on the ending
            shutil.copyfile(path, copy)
            output = run(["validate", str(copy)], folder)
            done = "Analysis completed successfully" in output
            if not done or re.search(r": (error|warning) [A-Z]+[0-9]+:", output):
                print(output, file=sys.stderr)
                failed = True
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
