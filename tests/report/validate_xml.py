#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""validate_xml.py junit|checkstyle FILE: is the output well-formed, of the known shape, and do its counts agree?

Exit code 0: yes; 1: no, every fault is named.
"""
import sys
import xml.etree.ElementTree as ElementTree

SHAPES = {
    "junit": {
        "testsuites": {"testsuite"}, "testsuite": {"testcase"}, "failure": set(), "error": set(), "skipped": set(),
        "system-out": set(), "testcase": {"failure", "error", "skipped", "system-out"},
    },
    "checkstyle": {"checkstyle": {"file"}, "file": {"error"}, "error": set()},
}
REQUIRED = {
    "junit": {"testsuite": {"name", "tests", "failures", "errors", "skipped"}, "testcase": {"classname", "name"},
              "failure": {"type", "message"}, "error": {"type", "message"}, "skipped": {"message"}},
    "checkstyle": {"checkstyle": {"version"}, "file": {"name"}, "error": {"line", "severity", "message", "source"}},
}


def faults(kind, root):
    if root.tag != next(iter(SHAPES[kind])):
        yield f"the root is <{root.tag}>"
    for element in root.iter():
        if element.tag not in SHAPES[kind]:
            yield f"unknown element <{element.tag}>"
            continue
        for child in element:
            if child.tag not in SHAPES[kind][element.tag]:
                yield f"<{child.tag}> inside <{element.tag}>"
        for name in REQUIRED[kind].get(element.tag, set()) - set(element.attrib):
            yield f"<{element.tag}> lacks {name}"
    for suite in root.iter("testsuite"):
        counts = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
        for attribute, tag in counts.items():
            found = sum(1 for _ in suite.iter(tag))
            if suite.get(attribute) != str(found):
                yield f"{suite.get('name')}: {attribute} is {suite.get(attribute)}, found {found}"
    for case in root.iter("testcase"):
        if len(case.findall("failure")) > 1:
            yield f"{case.get('name')} has more than one failure"


def main(kind, path):
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 1
    found = list(faults(kind, root))
    for fault in found:
        print(f"{path}: {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
