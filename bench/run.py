#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures verbatim against its speed goals and writes docs/performance.md.

Usage: run.py VERBATIM [--marks BENCH_MARKS] [--diff BENCH_DIFF] [--rounds N] [--write FILE] [--work FOLDER]
              [--only GOAL[,GOAL…]]

Every goal is a ratio to another program on the same machine in the same run. In each round every program runs once, one
after the other, so that a busy machine hurts all of them alike; figures are medians with least and most. What verbatim
says is told too: a fast wrong answer is no answer. The texts are generated from fixed seeds (goals/corpora.py); where
the Debian package bible-kjv-text is installed, goal 1 is measured on the King James Bible as well.
"""
import argparse
import os
import pathlib
import shutil
import tempfile

from goals import check, others, parts, recall, saved
from goals.measuring import Bench, spread

# What --only takes, in the order of the page.
GOALS = {"1": check.changed_quotations, "2": saved.saved_index, "3": saved.saved_index, "4": check.long_document,
         "5": parts.marks, "6": parts.diff, "7": saved.look_up, "8": check.long_document, "9": recall.recall,
         "10": check.one_page, "11": others.others, "extract": check.extraction}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verbatim")
    parser.add_argument("--marks", help="the program bench_marks (cmake -DVERBATIM_BENCH=ON)")
    parser.add_argument("--diff", help="the program bench_diff (cmake -DVERBATIM_BENCH=ON)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", help="write docs/performance.md here")
    parser.add_argument("--work", help="keep the corpora in this folder")
    parser.add_argument("--only", default=",".join(GOALS), help=f"goals: {' '.join(GOALS)}")
    options = parser.parse_args()
    unknown = [goal for goal in options.only.split(",") if goal not in GOALS]
    if unknown:
        parser.error(f"no goal {', '.join(unknown)}; there are {', '.join(GOALS)}")
    programs = {name: os.path.abspath(path) for name, path in
                (("verbatim", options.verbatim), ("marks", options.marks), ("diff", options.diff)) if path}
    folder = pathlib.Path(options.work or tempfile.mkdtemp(prefix="verbatim-bench-")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(folder, options.rounds, programs)
    for measure in dict.fromkeys(GOALS[goal] for goal in options.only.split(",")):
        measure(bench)
    page = made_page(bench)
    if options.write:
        pathlib.Path(options.write).write_text(page, encoding="utf-8")
    else:
        print(page)
    if not options.work:
        shutil.rmtree(folder)


def made_page(bench):
    lines = ["# Performance", "",
             "Made by `python3 bench/run.py VERBATIM --marks BENCH_MARKS --diff BENCH_DIFF --write docs/performance.md`.",
             "Each figure is the time of verbatim divided by the time of the other program in the same run, on the same",
             f"machine: the median of {bench.rounds} rounds, with the least and the most. Below 1, verbatim is faster.",
             "Nothing is saved between runs unless it is said: each run reads, indexes, locates, aligns, judges and writes",
             "the full JSON report. Where other programs share the machine, processor time is the steadier figure.", "",
             "| goal | work | beside | at most | wall time | processor time | seconds |", "|---|---|---|---|---|---|---|"]
    for row in bench.rows:
        goal = "" if row.at_most is None else f"{row.at_most:.2g}"
        wall = f"**{spread(row.wall)}**" if row.at_most is not None and row.met(row.wall) else spread(row.wall)
        lines.append(f"| {row.goal} | {row.work} | {row.peer} | {goal} | {wall} | {spread(row.processor)} | "
                     f"{row.seconds[0]:.3f} / {row.seconds[1]:.3f} |")
    lines += ["", "Goals that are met stand in bold type."]
    for title, head, rows in bench.tables:
        lines += ["", f"## {title}", "", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
    if bench.facts:
        lines += ["", "## What verbatim answered in these runs", ""] + [f"- {fact}" for fact in bench.facts]
    if bench.skipped:
        lines += ["", "## Not measured", ""] + [f"- {what}" for what in bench.skipped]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
