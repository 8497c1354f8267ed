#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures verbatim beside `wc -w` and `grep -F -f` on corpora that it makes itself, and prints ratios.

Usage: run.py VERBATIM [--marks BENCH_MARKS] [--diff BENCH_DIFF] [--rounds N] [--write FILE] [--work FOLDER] [--only NAME]

The library and the texts are generated from fixed seeds; where the Debian package bible-kjv-text is installed (its
program `bible`), the same is measured on it. In each round every program runs once, one after the other, so that a
busy machine hurts all of them alike; figures are medians with least and most. What verbatim says is checked too: a
fast wrong answer is no answer. GNU grep stops at the first match when its output is /dev/null, so all outputs are
files.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

MB = 1_000_000
QUOTATION = b'"type":"quotation"'
SYLLABLES = "ba be bi bo da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo na ne ni no pa pe ra re ri ro " \
            "sa se si so ta te ti to va ve".split()
SMALL_WORDS = "the of and to a in that it was for on with as at by from we they not is are this which or be his her " \
              "have had but all their who an were has will would there been one".split()


class Language:
    """Invented prose: real small words between invented ones, frequencies by rank as in real texts."""
    def __init__(self, seed, size=20_000):
        self.random = random.Random(seed)
        words = set()
        while len(words) < size:
            words.add("".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4))))
        self.words = SMALL_WORDS + sorted(words, key=lambda _: self.random.random())
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def sentence(self):
        drawn = self.random.choices(self.words, self.weights, k=self.random.randint(8, 25))
        drawn[0] = drawn[0].capitalize()
        return " ".join(drawn) + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 7)))

    def text(self, size):
        paragraphs, length = [], 0
        while length < size:
            paragraphs.append(self.paragraph())
            length += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs) + "\n"


def generated_library(folder, size, seed):
    """About forty works; returns their paragraphs, each one line of its file."""
    language, paragraphs = Language(seed), []
    folder.mkdir(parents=True)
    for i in range(40):
        text = language.text(size // 40)
        (folder / f"work-{i:02}.txt").write_text(text, encoding="utf-8")
        paragraphs += text.rstrip("\n").split("\n\n")
    return paragraphs


def bible_library(folder):
    """The King James Bible of the Debian package, a paragraph a verse; None where it is not installed."""
    if not shutil.which("bible"):
        return None
    done = subprocess.run(["bible", "-f", "gen1:1-rev22:21"], capture_output=True, check=False)
    verses = [line.split(" ", 1)[1] for line in done.stdout.decode("utf-8", "replace").splitlines() if " " in line]
    if len(verses) < 30_000:
        return None
    folder.mkdir(parents=True)
    (folder / "bible.txt").write_text("\n\n".join(verses) + "\n", encoding="utf-8")
    return [verse for verse in verses if len(verse.split()) > 12]


def quotations(paragraphs, count, seed, language):
    """Pairs (words of the library, words as quoted); every second one has one word changed."""
    chosen, result = random.Random(seed), []
    while len(result) < count:
        words = chosen.choice(paragraphs).split()
        length = chosen.randint(11, min(40, max(12, len(words))))
        if len(words) < length:
            continue
        begin = chosen.randrange(len(words) - length + 1)
        original = words[begin:begin + length]
        quoted = list(original)
        if len(result) % 2 == 1:
            quoted[chosen.randrange(2, length - 2)] = chosen.choice(language.words[200:])
        result.append((" ".join(original), " ".join(quoted)))
    return result


def document(language, size, pairs):
    """Prose with the quotations spread evenly, each with its speaker."""
    room = max(0, size // max(1, len(pairs)) - 40)
    paragraphs = []
    for _, quoted in pairs:
        length, sentences = len(quoted), []
        while length < room:
            sentences.append(language.sentence())
            length += len(sentences[-1]) + 1
        paragraphs.append(" ".join(sentences + [f"Maria Okoro said, “{quoted.rstrip('.,;:')}.”"]))
    return "\n\n".join(paragraphs) + "\n"


def measured(command, folder):
    """(wall seconds, processor seconds, output) of one run; the output goes to a file."""
    with open(folder / "out", "w+b") as out:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"{command[0]}: exit {process.returncode}")
        out.seek(0)
        return wall, usage.ru_utime + usage.ru_stime, out.read()


class Bench:
    def __init__(self, folder, rounds):
        self.folder, self.rounds, self.rows, self.facts = folder, rounds, [], []

    def compare(self, name, programs, check):
        """Runs all programs in turn; a row for each: the ratio of verbatim to it, wall and processor time."""
        times = {program: [] for program in programs}
        for _ in range(self.rounds):
            for program, command in programs.items():
                wall, processor, out = measured(command, self.folder)
                times[program].append((wall, processor))
                if program == "verbatim":
                    last = out
        self.facts.append(f"{name}: {check(last)}")
        for program in programs:
            if program == "verbatim":
                continue
            cells = [spread([ours[k] / max(theirs[k], 1e-4)
                             for ours, theirs in zip(times["verbatim"], times[program])]) for k in (0, 1)]
            self.rows.append((name, program, *cells))
            print(f"{name}: {cells[0]} of the time of {program}, processor {cells[1]}", file=sys.stderr, flush=True)


def spread(values):
    figure = lambda x: f"{x:.2f}" if x < 10 else f"{x:.0f}"
    return f"{figure(statistics.median(values))} ({figure(min(values))}–{figure(max(values))})"


def summary_of(out):
    counted = json.loads(out)["summary"]
    return ", ".join(f"{counted[key]} {key.replace('_', ' ')}" for key in
                     ("quotations", "checked", "verbatim", "conventional", "altered", "not_found", "unchecked"))


def check_bench(bench, verbatim, name, paragraphs, library, size, count, language):
    pairs = quotations(paragraphs, count, 7, language)
    (bench.folder / f"{name}.txt").write_text(document(language, size, pairs), encoding="utf-8")
    (bench.folder / f"{name}.patterns").write_text("\n".join(original for original, _ in pairs) + "\n", encoding="utf-8")
    texts = [str(path) for path in sorted(library.iterdir())]
    base = [verbatim, "check", f"{name}.txt", "--library", str(library), "--no-config", "--format", "json"]
    title = f"`check`, {size // MB} MB with {count:,} quotations, library of " \
            f"{sum(path.stat().st_size for path in library.iterdir()) / MB:.0f} MB ({name})"
    programs = {"verbatim": base, "`wc -w` of both": ["wc", "-w", f"{name}.txt", *texts],
                "`grep -F -f` of the quotations": ["grep", "-F", "-f", f"{name}.patterns", *texts],
                "itself with `--jobs 1`": base + ["--jobs", "1"]}
    bench.compare(title, programs, lambda out: f"half of {count:,} quotations had one word changed; verbatim says: "
                  + summary_of(out))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verbatim")
    parser.add_argument("--marks", help="the program bench_marks (cmake -DVERBATIM_BENCH=ON)")
    parser.add_argument("--diff", help="the program bench_diff (cmake -DVERBATIM_BENCH=ON)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", help="write docs/performance.md here")
    parser.add_argument("--work", help="keep the corpora in this folder")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    verbatim = os.path.abspath(options.verbatim)
    folder = pathlib.Path(options.work or tempfile.mkdtemp(prefix="verbatim-bench-")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "library", ignore_errors=True)
    shutil.rmtree(folder / "bible", ignore_errors=True)
    bench, language = Bench(folder, options.rounds), Language(11)

    if options.only in "check":
        paragraphs = generated_library(folder / "library", 4 * MB, 3)
        check_bench(bench, verbatim, "generated", paragraphs, folder / "library", 4 * MB, 1000, language)
        verses = bible_library(folder / "bible")
        if verses:
            check_bench(bench, verbatim, "bible", verses, folder / "bible", 4 * MB, 1000, language)
    if options.only in "extract":
        pairs = [("", language.sentence()) for _ in range(20_000)]
        (folder / "long.txt").write_text(document(language, 20 * MB, pairs), encoding="utf-8")
        bench.compare("`extract`, 20 MB with 20,000 quotations",
                      {"verbatim": [verbatim, "extract", "long.txt", "--no-config"],
                       "`wc -w`": ["wc", "-w", "long.txt"]},
                      lambda out: "%s of 20,000 quotations seen" % f"{out.count(QUOTATION):,}")
        if options.marks:
            marks_bench(bench, os.path.abspath(options.marks))
    if options.diff and options.only in "diff":
        diff_bench(bench, os.path.abspath(options.diff))
    page = made_page(bench)
    if options.write:
        pathlib.Path(options.write).write_text(page, encoding="utf-8")
    else:
        print(page)
    if not options.work:
        shutil.rmtree(folder)


def marks_bench(bench, program):
    _, _, out = measured([program, "long.txt", str(bench.rounds)], bench.folder)
    times = {"marks": [], "memchr": []}
    for line in out.decode().splitlines():
        name, value = line.split()
        if name in times:
            times[name].append(float(value))
    ratio = spread([a / max(b, 1e-9) for a, b in zip(times["marks"], times["memchr"])])
    bench.rows.append(("the grammar of marks alone, 20 MB with 40,000 marks", "`memchr` for an absent byte", ratio, ratio))


def diff_bench(bench, program):
    """The word diff of 200,000 words beside `git diff --patience` on the same words, one a line."""
    language, drawn = Language(13), random.Random(17)
    old = drawn.choices(language.words, language.weights, k=200_000)
    for percent in (10, 50):
        new = []
        for word in old:
            if drawn.random() * 100 >= percent:
                new.append(word)
            else:  # as often replaced as added to and dropped
                new += drawn.choice([[], [word, drawn.choice(language.words)], [drawn.choice(language.words)]])
        names = [f"{side}-{percent}.words" for side in ("old", "new")]
        for name, words in zip(names, (old, new)):
            (bench.folder / name).write_text("\n".join(words) + "\n", encoding="utf-8")
        _, _, told = measured([program, *names, "shortest"], bench.folder)
        figures = dict(line.split() for line in told.decode().splitlines())
        bench.compare(f"word diff of 200,000 words, {percent} % changed",
                      {"verbatim": [program, *names],
                       "`git diff --patience`": ["git", "diff", "--no-index", "--no-color", "--patience", *names]},
                      lambda out: "a script %.3f times as long as the shortest; %.0f MB for the diff" % (
                          int(figures["edits"]) / int(figures["shortest"]), int(figures["memory"]) / 1000))


def made_page(bench):
    lines = ["# Performance", "",
             "Made by `python3 bench/run.py VERBATIM --marks BENCH_MARKS --diff BENCH_DIFF --write docs/performance.md`.",
             "Each figure is the time of verbatim divided by the time of the other program in the same run, on the same machine: the median of",
             f"{bench.rounds} rounds, with the least and the most. Below 1, verbatim is faster. Nothing is saved between runs:",
             "each run reads, indexes, locates, aligns, judges and writes the full JSON report.",
             "Where other programs share the machine, processor time is the steadier figure.", "",
             "| work | beside | wall time | processor time |", "|---|---|---|---|"]
    lines += [f"| {name} | {program} | {wall} | {processor} |" for name, program, wall, processor in bench.rows]
    lines += ["", "What verbatim answered in these runs:", ""] + [f"- {fact}" for fact in bench.facts] + [""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
