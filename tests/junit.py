# SPDX-License-Identifier: Apache-2.0
"""The cases of a Python test as JUnit XML, which tests/count_results.py counts beside those of Boost.Test."""
import pathlib
import sys
import xml.etree.ElementTree as tree


def report(suite, path, cases):
    """Writes {case name: [fault, …]} to a file and the faults to standard error; returns the exit code."""
    root = tree.Element("testsuite", name=suite, tests=str(len(cases)))
    for name, faults in cases.items():
        case = tree.SubElement(root, "testcase", classname=suite, name=name)
        if faults:
            tree.SubElement(case, "failure", message=f"{len(faults)} faults").text = "\n".join(faults)
        for fault in faults:
            print(f"{suite}: {name}: {fault}", file=sys.stderr)
    if path:
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        tree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    failed = sum(1 for faults in cases.values() if faults)
    print(f"{suite}: {len(cases) - failed} of {len(cases)} cases passed")
    return 1 if failed or not cases else 0
