#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile inputs: each is named, runs in its own process with a time limit, and its result is checked.

Usage: pathological.py VERBATIM [--junit FILE] [--only TEXT] [--full]

Every input is made in two sizes, n and 4n. Each must end with exit code 0 (extract) or 0 or 1 (check), print only
valid JSON, and the larger one may take at most LINEAR times as long as the smaller one: that is what linear time
looks like, with room for noise. --full takes 16 MiB for each and adds one line of 100 MB.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import xml.sax.saxutils as xml

KIB, MIB = 1 << 10, 1 << 20
LINEAR = 7.0        # 4 would be exact; quadratic would be 16
BASE_SECONDS = 0.6  # below this a time says more about the machine than about the input
LIMIT_SECONDS = 60
MEMORY_FACTOR = 400 # bytes of memory a byte of input, above the base
MEMORY_BASE = 400 * MIB # sanitizers take their share

SENTENCE = "We shall lend the port fourteen million crowns over three years. "
CHINESE = "林奎斯特指出：“港口需要安静的水。”"


def repeat(piece):
    return lambda size: (piece * (size // len(piece.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")


def halves(first, second):
    return lambda size: repeat(first)(size // 2) + repeat(second)(size // 2)


def numbered(piece):
    """Pieces that are all different, so that no cache of equal pieces helps."""
    def make(size):
        pieces, length, i = [], 0, 0
        while length < size:
            pieces.append(piece.format(i))
            length += len(pieces[-1].encode())
            i += 1
        return "".join(pieces)
    return make


# name: (text of about `size` bytes, file extension, least number of quotations, most)
EXTRACT = {
    "straight double marks": (repeat('"'), "txt", 0, None),
    "straight double marks with blanks": (repeat('" '), "txt", 0, None),
    "straight double marks with words": (repeat('"a '), "txt", 0, None),
    "apostrophes": (repeat("'"), "txt", 0, None),
    "apostrophes with words": (repeat("'a "), "txt", 0, None),
    "closing apostrophes": (repeat("a' "), "txt", 0, None),
    "opening curly marks, never closed": (repeat("“"), "txt", 0, 0),
    "opening curly marks with words": (repeat("“a "), "txt", 0, 0),
    "nested curly marks": (halves("“", "”"), "txt", 0, None),
    "nested curly marks of two levels": (halves("“a ‘b ", " c’ d”"), "txt", 0, None),
    "closing curly marks": (repeat("”"), "txt", 0, 0),
    "guillemets, never closed": (repeat("« a "), "txt", 0, 0),
    "corner brackets": (halves("「", "」"), "txt", 0, None),
    "Chinese title marks": (halves("《", "》"), "txt", 0, None),
    "Chinese quotations in one paragraph": (repeat(CHINESE), "txt", 1, None),
    "Chinese quotations in one sentence": (repeat("李向前说：“港”，"), "txt", 0, None),
    "Chinese text without marks": (repeat("港口需要安静的水，"), "txt", 0, 0),
    "backticks": (repeat("`"), "md", 0, None),
    "brackets": (repeat("("), "txt", 0, 0),
    "brackets in pairs": (halves("(", ")"), "txt", 0, 0),
    "brackets with years": (repeat("(Okoro 1961, "), "txt", 0, 0),
    "square brackets": (repeat("["), "md", 0, 0),
    "square brackets in pairs": (halves("[", "]"), "md", 0, 0),
    "keys of citations": (repeat("[@"), "md", 0, 0),
    "keys of citations, closed": (repeat("[@a]"), "md", 0, 0),
    "calls of notes": (repeat("[^1]"), "md", 0, 0),
    "calls of notes, one closed": (lambda size: repeat("[^")(size) + "]", "md", 0, 0),
    "short lines without a colon": (repeat("a.b = 1\n"), "md", 0, 0),
    "notes, each calling another": (numbered("[^{0}]: see [^{0}1]\n\n"), "md", 0, 0),
    "links": (repeat("[a]("), "md", 0, 0),
    "stars": (repeat("*"), "md", 0, 0),
    "stars with words": (repeat("*a **b "), "md", 0, 0),
    "underlines": (repeat("_a __b "), "md", 0, 0),
    "block quotations in one line": (repeat("> "), "md", 0, None),
    "block quotations, one a line": (repeat("> a\n\n"), "md", 0, None),
    "entities": (repeat("&quot;"), "md", 0, None),
    "comments, never closed": (repeat("<!-- "), "md", 0, 0),
    "directives": (repeat("<!-- verbatim: ignore altered-case -->\n"), "md", 0, 0),
    "assertions": (numbered('<!-- verbatim: source=a{0} -->\n\n“We ask for water.”\n\n'), "md", 1, None),
    "ellipses": (repeat("…"), "txt", 0, 0),
    "spaced dots": (repeat(". "), "txt", 0, 0),
    "one quotation of ellipses": (lambda size: "Okoro said: “" + repeat("a … ")(size) + "”", "txt", 1, 1),
    "one very long quotation": (lambda size: "Okoro said: “" + repeat(SENTENCE)(size) + "”", "txt", 1, 1),
    "one paragraph of quotations": (repeat("Okoro said: “We ask for nothing but quiet water.” "), "txt", 1, None),
    "one sentence of quotations": (repeat("Okoro said “we ask for nothing but quiet water” and "), "txt", 1, None),
    "one sentence of split quotations": (repeat("“We ask,” said Okoro, "), "txt", 1, None),
    "one sentence without quotation": (repeat("Maria Okoro and "), "txt", 0, 0),
    "a sentence of names before one quotation":
        (lambda size: repeat("Maria Okoro, Oda Lindqvist and ")(size) + "said: “We ask for nothing but water.”",
         "txt", 1, 1),
    "names that are all different": (numbered("Oda{0} Lind{0} said: “We ask for nothing but water.”\n\n"), "txt", 1,
                                    None),
    "many bearers of a surname": (numbered("Oda{0}x Lind said: “We ask.” Lind said: “We ask.” "), "txt", 1, None),
    "struck out, never closed": (repeat("<s>a "), "md", 0, 0),
    "struck out": (repeat("~~a~~ <del>b</del> <b hidden>c</b> "), "md", 0, 0),
    "numbers behind words": (numbered("word{0} "), "txt", 0, 0),
    "empty lines": (repeat("\n"), "txt", 0, 0),
    "carriage returns": (repeat("\r"), "txt", 0, 0),
    "blanks": (repeat(" "), "txt", 0, 0),
    "digits": (repeat("1"), "txt", 0, 0),
    "dates": (repeat("3 March 1956, "), "txt", 0, 0),
    "one word": (repeat("a"), "txt", 0, 0),
    "dialogue dashes": (repeat("— a\n\n"), "txt", 0, None),
    "speaker turns": (repeat("OKORO: We ask.\n\n"), "txt", 0, None),
    "bidi controls": (repeat("\u202e"), "txt", 0, 0),
    "combining marks": (repeat("\u0301"), "txt", 0, 0),
    "table cells": (repeat("| a "), "md", 0, 0),
    "lists": (repeat("- a\n"), "md", 0, 0),
    "lists in lists": (lambda size: "".join("  " * i + "- a\n" for i in range(int(size**0.5))), "md", 0, 0),
}

# name: (document, reference)
CHECK = {
    "a quotation as long as its reference":
        (lambda size: "Okoro said: “" + repeat(SENTENCE)(size) + "”\n", repeat(SENTENCE)),
    "a reference of one word, quoted":
        (lambda size: "Okoro said: “" + "quiet " * 50 + "”\n", repeat("quiet ")),
    "many quotations of a repetitive reference":
        (repeat("Okoro said: “We shall lend the port fourteen million pounds.”\n\n"), repeat(SENTENCE)),
    "a quotation of ellipses":
        (lambda size: "Okoro said: “" + repeat("port … ")(size) + "”\n", repeat(SENTENCE)),
    "a quotation of brackets":
        (lambda size: "Okoro said: “" + repeat("[port] ")(size) + "”\n", repeat(SENTENCE)),
    "quotations of single Han":
        (repeat("奥科罗说：“港。”\n\n"), repeat("港口需要安静的水。\n\n")),
    "straight marks against a library": (repeat('" '), repeat(SENTENCE)),
    "a quotation of other words": (lambda size: "Okoro said: “" + numbered("w{0} ")(size) + "”\n", numbered("v{0} ")),
}
SMALLER = {"many quotations of a repetitive reference": 8, "quotations of single Han": 8, "a quotation of other words": 4,
           "a quotation of ellipses": 8, "a quotation of brackets": 8, "a quotation as long as its reference": 4}


def run(command, scratch):
    """(exit code or None where it was stopped, seconds of processor time, peak bytes of memory); the output is in the
    file `out`, and is never read whole: a child's peak begins with what this process holds when it starts it."""
    with open(scratch / "out", "wb") as out, open(scratch / "err", "wb") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err)
        clock = threading.Timer(LIMIT_SECONDS, process.kill)
        clock.start()
        _, status, usage = os.wait4(process.pid, 0)
        stopped = not clock.is_alive()
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        return None if stopped else process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB


def trouble(command, scratch, size, codes, least=0, most=None):
    """(what is wrong or None, seconds)"""
    code, seconds, memory = run(command, scratch)
    if code is None:
        return f"did not end within {LIMIT_SECONDS} s", seconds
    if code not in codes:
        told = (scratch / "err").read_bytes().decode("utf-8", "replace")
        return f"exit code {code}: {told[-300:]}", seconds
    quotations = 0
    try:
        with open(scratch / "out", encoding="utf-8") as lines:
            for line in lines:
                quotations += json.loads(line).get("type") == "quotation"
    except ValueError as error:
        return f"the output is no JSON: {error}", seconds
    if quotations < least or (most is not None and quotations > most):
        return f"{quotations} quotations, expected {least} to {most}", seconds
    if memory > MEMORY_BASE + MEMORY_FACTOR * size:
        return f"{memory // MIB} MiB of memory", seconds
    return None, seconds


def extract_case(verbatim, folder, name, size):
    make, extension, least, most = EXTRACT[name]
    seconds = []
    for n in (size // 4, size):
        path = folder / f"hostile.{extension}"
        path.write_text(make(n), encoding="utf-8", newline="")
        wrong, took = trouble([verbatim, "extract", str(path), "--no-config", "--language", "en"], folder, n, {0},
                              least, most)
        if wrong:
            return f"{n} bytes: {wrong}", seconds + [took]
        seconds.append(took)
    return judge_growth(seconds), seconds


def check_case(verbatim, folder, name, size):
    document, reference = CHECK[name]
    seconds = []
    for n in (size // 4, size):
        n //= SMALLER.get(name, 1)
        path, library = folder / "hostile.txt", folder / "library"
        library.mkdir(exist_ok=True)
        path.write_text(document(n), encoding="utf-8")
        (library / "reference.txt").write_text(reference(n), encoding="utf-8")
        wrong, took = trouble([verbatim, "check", str(path), "--no-config", "--library", str(library), "--jobs", "1",
                               "--format", "jsonl"], folder, 2 * n, {0, 1})
        if wrong:
            return f"{n} bytes: {wrong}", seconds + [took]
        seconds.append(took)
    return judge_growth(seconds), seconds


def judge_growth(seconds):
    small, large = seconds
    if large > BASE_SECONDS and large > LINEAR * max(small, BASE_SECONDS / LINEAR):
        return f"four times the input took {large / max(small, 0.001):.1f} times as long ({small:.2f} s, {large:.2f} s)"
    return None


def long_line_case(verbatim, folder):
    path = folder / "long.txt"
    path.write_text(repeat(SENTENCE)(100_000_000), encoding="utf-8")
    wrong, took = trouble([verbatim, "extract", str(path), "--no-config"], folder, 100_000_000, {0}, 0, 0)
    return wrong, [took]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verbatim")
    parser.add_argument("--junit")
    parser.add_argument("--only", default="")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--size", type=int, help="bytes of the larger input (default 512 KiB, --full 16 MiB)")
    options = parser.parse_args()
    size = options.size or (16 * MIB if options.full else 512 * KIB)

    results = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        cases = [("extract", name, lambda name=name: extract_case(options.verbatim, folder, name, size))
                 for name in EXTRACT]
        cases += [("check", name, lambda name=name: check_case(options.verbatim, folder, name, size))
                  for name in CHECK]
        if options.full:
            cases.append(("extract", "a line of 100 MB", lambda: long_line_case(options.verbatim, folder)))
        for group, name, case in cases:
            if options.only not in f"{group} {name}":
                continue
            wrong, seconds = case()
            results.append((group, name, wrong, sum(seconds)))
            times = ", ".join(f"{s:.2f} s" for s in seconds)
            print(f"{'FAILED' if wrong else 'ok':6}  {group} {name} ({times})" + (f": {wrong}" if wrong else ""),
                  flush=True)

    if options.junit:
        write_junit(pathlib.Path(options.junit), results)
    failed = sum(1 for _, _, wrong, _ in results if wrong)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed or not results else 0


def write_junit(path, results):
    path.parent.mkdir(parents=True, exist_ok=True)
    cases = []
    for group, name, wrong, seconds in results:
        failure = f"<failure message={xml.quoteattr(wrong)}/>" if wrong else ""
        cases.append(f'<testcase classname="pathological.{group}" name={xml.quoteattr(name)} time="{seconds:.2f}">'
                     f"{failure}</testcase>")
    failed = sum(1 for result in results if result[2])
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="pathological" tests="{len(results)}" '
                    f'failures="{failed}">\n' + "\n".join(cases) + "\n</testsuite>\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
