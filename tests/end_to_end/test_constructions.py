#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_constructions.py BINARY RESULTS [--rewrite WORD]: what `extract` reads in each construction of each language.

The cases are fixtures/extract/<language>/<construction>.md; their form stands in fixtures/extract/README.md.
"""
import difflib
import json
import pathlib
import re
import sys
import tempfile

from harness import ROOT, Cases, verbatim

FIXTURES = ROOT / "fixtures/extract"
FENCE = re.compile(r"^```(document|quotations|citations)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CASE = re.compile(r"^## (.+)$", re.MULTILINE)


class Case:
    """One heading with its blocks; `begin` and `end` are its place in the file."""

    def __init__(self, title, text, begin):
        self.title, self.begin = title, begin
        self.blocks = {match[1]: match for match in FENCE.finditer(text)}
        self.document = self.blocks["document"][3] if "document" in self.blocks else None
        self.name = self.blocks["document"][2] or "document.md" if self.document else None


def cases_of(fixture):
    outside = FENCE.sub(lambda match: " " * len(match[0]), fixture)  # a document may have headings of its own
    headings = list(CASE.finditer(outside))
    ends = [heading.start() for heading in headings[1:]] + [len(fixture)]
    return [Case(heading[1], fixture[heading.end():end], heading.end()) for heading, end in zip(headings, ends)]


def attribution_line(attribution):
    told = [attribution["evidence"]]
    if source := attribution["source"]:
        name = source["text"]
        if source.get("person") and source["person"] != name:
            name += f" <{source['person']}>"
        told.append(name)
    if attribution["cue"]:
        told.append(attribution["cue"]["text"])
    if attribution["date"]:
        told.append("date " + attribution["date"])
    for field, word in (("occasion", "at"), ("document", "in"), ("locator", "locator")):
        if attribution[field]:
            told.append(f"{word} {attribution[field]['text']}")
    return "; ".join(told)


def quotation_line(quotation, order):
    words = [quotation["kind"]] if quotation["kind"] != "quotation" else []
    words += [quotation["form"]] if quotation["form"] != "inline" else []
    half = len(quotation["marks"]) // 2
    parts = " / ".join(part["text"] for part in quotation["parts"]).replace("\n", "⏎")
    words.append(quotation["marks"][:half] + parts + quotation["marks"][half:])
    if quotation["nested_in"] is not None:
        words.append(f"in {order[quotation['nested_in']]}")
    return (f"{quotation['line']}:{quotation['column']} {' '.join(words)} = "
            f"{attribution_line(quotation['attribution'])}")


def citation_line(citation):
    line = f"{citation['line']}:{citation['column']} {citation['kind']} {citation['text']}"
    if citation.get("locator"):
        line += f"; locator {citation['locator']}"
    return line + "".join(f"; {name} {value}" for name, value in sorted(citation.get("fields", {}).items()))


def read(language, cases):
    """What `extract` says of each case: {block: text}."""
    with tempfile.TemporaryDirectory(prefix="verbatim-") as folder:
        paths = []
        for number, case in enumerate(cases):
            path = pathlib.Path(f"{number:03}") / case.name
            (pathlib.Path(folder) / path).parent.mkdir()
            (pathlib.Path(folder) / path).write_text(case.document, encoding="utf-8")
            paths.append(str(path))
        ran = verbatim("extract", *paths, "--no-config", "--language", language, "--format", "json", cwd=folder,
                       status=0)
    told = {document["path"]: document for document in json.loads(ran.text)["documents"]}
    found = []
    for path in paths:
        quotations = told[path]["quotations"]
        order = {quotation["id"]: number for number, quotation in enumerate(quotations, 1)}
        citations = sorted(told[path]["citations"] + told[path].get("entries", []), key=lambda each: each["start"])
        found.append({"quotations": "".join(quotation_line(each, order) + "\n" for each in quotations),
                      "citations": "".join(citation_line(each) + "\n" for each in citations)})
    return found


def compare(case, found):
    assert "quotations" in case.blocks or "citations" in case.blocks, "the case expects nothing"
    for kind in ("quotations", "citations"):
        if kind in case.blocks:
            wanted = case.blocks[kind][3]
            shown = "\n".join(difflib.ndiff(wanted.splitlines(), found[kind].splitlines()))
            assert wanted == found[kind], f"{case.title}: {kind} (- expected, + found)\n{shown}"


def rewritten(fixture, cases, found):
    """The fixture with what was found; from the last block to the first, so that places stay true."""
    for case, told in reversed(list(zip(cases, found))):
        for match in sorted(case.blocks.values(), key=lambda match: -match.start()):
            if match[1] in told:
                begin, end = case.begin + match.start(3), case.begin + match.end(3)
                fixture = fixture[:begin] + told[match[1]] + fixture[end:]
    return fixture


def main():
    rewrite = sys.argv[4] if sys.argv[3:4] == ["--rewrite"] else None
    tests = Cases("constructions")
    for path in sorted(FIXTURES.glob("*/*.md")):
        fixture = path.read_text(encoding="utf-8")
        cases = cases_of(fixture)
        language = path.parent.name
        if any(case.document is None for case in cases) or not cases:
            tests.run(f"{language}/{path.stem}", compare_nothing, path)
            continue
        found = read(language, cases)
        if rewrite is not None and rewrite in str(path):
            path.write_text(rewritten(fixture, cases, found), encoding="utf-8")
        for case, told in zip(cases, found):
            tests.run(f"{language}/{path.stem}: {case.title}", compare, case, told)
    return tests.finish()


def compare_nothing(path):
    raise AssertionError(f"{path}: no case, or a case without document")


if __name__ == "__main__":
    sys.exit(main())
