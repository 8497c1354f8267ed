#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Offsets are bytes of the user's file as stored: cut out with them, the words are there.

Every example and every text of the fixtures is checked as it is, with CRLF line ends, with a byte order mark, as
UTF-16LE and as UTF-16BE; each copy must give the same words at its own places. Nothing here searches for the words.

Usage: test_offsets.py VERBATIM RESULTS
"""
import html
import json
import pathlib
import re
import sys

from harness import ROOT, Cases, verbatim, write_files

STRUCK = re.compile(r"~~.*?~~|<(\w+) hidden>.*?</\1>", re.S)  # struck out or not shown: no words of the text
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
MARKUP = re.compile(r"[\s*_`\\>#|\u00ad]+")


def texts():
    """name → text of examples and of the documents in fixtures."""
    found = {}
    for path in sorted((ROOT / "examples").rglob("*")):
        if path.suffix in (".md", ".txt"):
            found[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
    block = re.compile(r"^```(document|from|to)[^\n]*\n(.*?)^```$", re.M | re.S)
    for path in sorted((ROOT / "fixtures").rglob("*.md")):
        for number, match in enumerate(block.finditer(path.read_text(encoding="utf-8")), 1):
            found[f"fixtures/{path.stem}-{number}.md"] = match.group(2)
    return found


# name of the copy: (text → stored bytes, stored bytes → text, bytes of the mark at the front)
STORED = {
    "UTF-8": (lambda t: t.encode("utf-8"), "utf-8", 0),
    "CRLF": (lambda t: t.replace("\n", "\r\n").encode("utf-8"), "utf-8", 0),
    "byte order mark": (lambda t: b"\xef\xbb\xbf" + t.encode("utf-8"), "utf-8", 3),
    "UTF-16LE": (lambda t: b"\xff\xfe" + t.encode("utf-16-le"), "utf-16-le", 2),
    "UTF-16BE": (lambda t: b"\xfe\xff" + t.encode("utf-16-be"), "utf-16-be", 2),
}


def squeezed(words):
    return MARKUP.sub("", html.unescape(TAG.sub("", STRUCK.sub("", words))))


class Stored:
    """A file's bytes, cut by offsets and counted into lines and columns without any help of the program."""

    def __init__(self, path, encoding, mark):
        self.bytes = path.read_bytes()
        self.encoding = encoding
        self.mark = mark
        # of each code point: its stored offset → (line, column); and the place behind the last
        self.place = {}
        line = column = 1
        at = mark
        for c in self.bytes[mark:].decode(encoding):
            self.place[at] = (line, column)
            at += len(c.encode(encoding))
            line, column = (line + 1, 1) if c == "\n" else (line, column + 1)
        self.place[at] = (line, column)

    def cut(self, words):
        assert words["start"] in self.place and words["end"] in self.place, f"inside a character: {words}"
        assert words["start"] <= words["end"], f"backwards: {words}"
        return self.bytes[words["start"]:words["end"]].decode(self.encoding)


def check_words(stored, words, what):
    cut = stored.cut(words)
    assert squeezed(cut) == squeezed(words["text"]), f"{what}: {words['text']!r} but the file has {cut!r}"


def check_place(stored, item):
    """start/end against line, column, end_line, end_column."""
    stored.cut({**item, "text": ""})
    assert stored.place[item["start"]] == (item["line"], item["column"]), f"start of {item}"
    if "end_line" in item:
        assert stored.place[item["end"]] == (item["end_line"], item["end_column"]), f"end of {item}"


def check_quotation(stored, quotation, references):
    for part in quotation["parts"]:
        check_words(stored, part, "part")
    joined = "".join(part["text"] for part in quotation["parts"])
    assert squeezed(joined) == squeezed(quotation["text"]), quotation
    first, last = quotation["parts"][0], quotation["parts"][-1]
    check_place(stored, {**quotation, "start": first["start"], "end": last["end"]})
    attribution = quotation["attribution"]
    for name in ("source", "cue", "occasion", "document", "locator"):
        if attribution[name] is not None:
            check_words(stored, attribution[name], name)
    for match in quotation["matches"]:
        reference = references(match["path"])
        cut = reference.cut(match)
        assert cut.strip(), match
        assert reference.place[match["start"]][0] == match["line"], match
        for difference in match["conventional"] + match["alterations"]:
            check_words(stored, difference["quoted"], "quoted side")
            assert first["start"] <= difference["quoted"]["start"] <= difference["quoted"]["end"] <= last["end"], \
                f"outside of the quotation: {difference}"
            check_words(reference, difference["source"], "source side")
            assert match["start"] <= difference["source"]["start"] <= difference["source"]["end"] <= match["end"], \
                f"outside of the passage: {difference}"


def check_document(stored, document, references):
    for quotation in document["quotations"]:
        check_quotation(stored, quotation, references)
    for citation in document["citations"] + document["entries"]:
        check_words(stored, citation, "citation")
        check_place(stored, citation)
    for finding in document["findings"]:
        check_place(stored, finding)


def words_of(report):
    """All that must not depend on how the text is stored."""
    return [[q["text"], q["kind"], q["form"], q["verdict"], q["place"], q["attribution"]["evidence"]]
            for d in report["documents"] for q in d["quotations"]] + \
        [[f["rule"], f["severity"], f["message"], f["line"], f["column"], f["fingerprint"]]
         for d in report["documents"] for f in d["findings"]] + \
        [[c["kind"], c["text"], c["key"], c["line"], c["column"]]
         for d in report["documents"] for c in d["citations"] + d["entries"]]


def checked(folder, how, names, library):
    encode, encoding, mark = STORED[how]
    write_files(folder, {name: encode(text) for name, text in names.items()})
    sources = {"sources/" + path.name: path.read_bytes() for path in (ROOT / "examples/library").iterdir()}
    if library:
        write_files(folder, sources)
    arguments = ["check", *names, "--format", "json", "--fail-on", "never", "--language", "en"]
    report = json.loads(verbatim(*arguments, *(["--library", "sources"] if library else []), cwd=folder, status=0).out)
    assert len(report["documents"]) == len(names)
    held = {}

    def reference(path):
        if path not in held:
            held[path] = Stored(folder / path, "utf-8", 0)
        return held[path]

    for document in report["documents"]:
        check_document(Stored(folder / document["path"], encoding, mark), document, reference)
    return report


def copies(folder, how, names, library):
    plain = checked(folder / "plain", "UTF-8", names, library)
    if how != "UTF-8":
        copy = checked(folder / "copy", how, names, library)
        for want, got in zip(words_of(plain), words_of(copy)):
            assert want == got, f"{want}\nbecame\n{got}"
        assert len(words_of(plain)) == len(words_of(copy))
    assert words_of(plain), "nothing was quoted: the case checks nothing"


def pairs(folder, how):
    encode, encoding, mark = STORED[how]
    names = {name: (ROOT / "examples" / name).read_text(encoding="utf-8")
             for name in ("edit/before.md", "edit/after.md", "translation/zh.md", "translation/en.md")}
    write_files(folder, {name: encode(text) for name, text in names.items()})
    for command, source, target in (("compare", "edit/before.md", "edit/after.md"),
                                    ("translation", "translation/zh.md", "translation/en.md")):
        report = json.loads(verbatim(command, source, target, "--format", "json", "--library",
                                     ROOT / "examples/library", cwd=folder, status=1).out)
        stored = {name: Stored(folder / name, encoding, mark) for name in (source, target)}
        changes = 0
        for pair in report["pairs"]:
            for link in pair["links"]:
                for change in link["changes"]:
                    for side, name in (("from", source), ("to", target)):
                        if change[side] is not None:
                            check_words(stored[name], change[side], f"{command}: {side} side")
                            changes += 1
            for finding in pair["findings"]:
                check_place(stored[finding["path"]], finding)
        assert changes, "no change was listed: the case checks nothing"


def main():
    cases = Cases("offsets")
    every = texts()
    examples = {name: text for name, text in every.items() if name.startswith("examples/")}
    fixtures = {name: text for name, text in every.items() if name.startswith("fixtures/")}
    for how in STORED:
        cases.run_in_folder(f"examples with their library, {how}", copies, how, examples, True)
        cases.run_in_folder(f"fixtures without a library, {how}", copies, how, fixtures, False)
        cases.run_in_folder(f"fixtures with a library, {how}", copies, how, fixtures, True)
        cases.run_in_folder(f"both sides of a pair, {how}", pairs, how)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
