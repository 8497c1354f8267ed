#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/rules/<id>.md for every rule, as `verbatim explain` prints it, and docs/rules/README.md, their list.

usage: generate_rules.py [--check] BINARY

With --check nothing is written; exit code 1 where a page differs, is missing or belongs to no rule.
"""
import argparse
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent / "rules"


def output_of(binary, *arguments):
    done = subprocess.run([binary, *arguments, "--no-config"], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8")


def listed(rules):
    """[(group, [(id, severity, summary), …]), …] of what `verbatim rules` prints."""
    groups = []
    for line in rules.splitlines():
        if line and not line.startswith(" "):
            groups.append((line, []))
        elif line.strip():
            groups[-1][1].append(tuple(line.split(None, 2)))
    return groups


def list_page(groups):
    lines = ["# Rules", "", "Made by `docs/generate_rules.py`, as are the pages of the rules; `verbatim rules` prints the"
             " same list.", ""]
    for group, rules in groups:
        lines += [f"## {group.capitalize()}", "", "| Rule | Severity by default | What |", "|---|---|---|"]
        lines += [f"| [{rule}]({rule}.md) | {severity} | {summary} |" for rule, severity, summary in rules]
        lines.append("")
    return "\n".join(lines)


def pages(binary):
    groups = listed(output_of(binary, "rules"))
    made = {"README.md": list_page(groups)}
    for _, rules in groups:
        for rule, _, _ in rules:
            made[f"{rule}.md"] = output_of(binary, "explain", rule)
    return made


def faults(made):
    """What differs between the folder and the pages that it should hold."""
    for file, text in made.items():
        path = FOLDER / file
        if not path.is_file():
            yield f"docs/rules/{file} is missing"
        elif path.read_text(encoding="utf-8") != text:
            yield f"docs/rules/{file} differs from what the binary says"
    for path in sorted(FOLDER.glob("*.md")):
        if path.name not in made:
            yield f"docs/rules/{path.name} belongs to no rule"


def write(made):
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for file, text in made.items():
        (FOLDER / file).write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", help="the verbatim program")
    parser.add_argument("--check", action="store_true", help="write nothing; say what differs")
    options = parser.parse_args()
    made = pages(options.binary)
    if not options.check:
        write(made)
        return 0
    found = list(faults(made))
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        print("run: python3 docs/generate_rules.py BINARY", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
