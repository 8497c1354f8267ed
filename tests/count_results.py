#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the test cases of all JUnit files in a folder and prints "N passed, N failed, N skipped" as its last line.

Exits with 1 where a case failed or no case ran.
"""
import pathlib
import sys
import xml.etree.ElementTree as tree

passed = failed = skipped = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
    try:
        root = tree.parse(path).getroot()
    except tree.ParseError as error:
        print(f"{path}: {error}: the test program ended early")
        failed += 1
        continue
    for case in root.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
            print(f"failed: {path.stem}: {case.get('classname')}.{case.get('name')}")
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed or not passed else 0)
