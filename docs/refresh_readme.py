#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of README.md and docs/output.md and puts what they print into the marked blocks.

usage: refresh_readme.py [--check] BINARY

A block lies between two comments; the first names the lines that are kept, the rest is one line with an ellipsis:

    <!-- output: first=12 last=2 -->
    ```console
    $ verbatim check examples/history.md --library examples/library
    …
    ```
    <!-- end -->

With --check nothing is written; exit code 1 where a block differs.
"""
import argparse
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "docs" / "output.md"]
BLOCK = re.compile(r"(<!-- output:([^>]*)-->\n```console\n\$ ([^\n]+)\n)(.*?)(```\n<!-- end -->)", re.DOTALL)


def output_of(binary, command):
    """Standard output and standard error, as a terminal shows them."""
    words = shlex.split(command)
    if words[0] != "verbatim":
        sys.exit(f"only verbatim is run, not {words[0]}")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    done = subprocess.run([binary, *words[1:], "--no-config"], cwd=ROOT, env=settings, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode not in (0, 1):
        sys.exit(f"$ {command}\nexit code {done.returncode}: {done.stdout.decode('utf-8')}")
    return done.stdout.decode("utf-8").splitlines()


def shortened(lines, settings):
    keep = {name: int(number) for name, number in re.findall(r"(first|last)=(\d+)", settings)}
    first, last = keep.get("first", len(lines)), keep.get("last", 0)
    if first + last >= len(lines):
        return lines
    return lines[:first] + ["…"] + lines[len(lines) - last:]


def refreshed(text, binary):
    def block(match):
        lines = shortened(output_of(binary, match[3]), match[2])
        return match[1] + "".join(line + "\n" for line in lines) + match[5]

    return BLOCK.sub(block, text)


def holds(page, options):
    """False where the page shows something else than the commands print; without --check it is written anew."""
    old = page.read_text(encoding="utf-8")
    if not BLOCK.search(old):
        sys.exit(f"{page.name} has no marked block")
    new = refreshed(old, options.binary)
    if not options.check:
        page.write_text(new, encoding="utf-8")
        return True
    sys.stderr.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), page.name, "as run"))
    return old == new


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=lambda path: str(pathlib.Path(path).resolve()), help="the verbatim program")
    parser.add_argument("--check", action="store_true", help="write nothing; say what differs")
    options = parser.parse_args()
    differs = [page.name for page in PAGES if not holds(page, options)]
    if differs:
        print("run: python3 docs/refresh_readme.py BINARY", file=sys.stderr)
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
