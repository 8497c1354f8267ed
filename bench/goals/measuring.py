# SPDX-License-Identifier: Apache-2.0
"""Programs run in turn, round by round, so that a busy machine hurts all of them alike; ratios with their spread."""
import dataclasses
import os
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Row:
    goal: str
    work: str
    peer: str
    at_most: float | None  # the goal; None where there is none
    wall: list             # ratio of verbatim to the peer in each round
    processor: list
    seconds: tuple         # median wall seconds of both

    def met(self, values):
        return self.at_most is None or statistics.median(values) <= self.at_most


def measured(command, folder):
    """(wall seconds, processor seconds, output) of one run. The output goes to a file: GNU grep stops at the first
    match where it is /dev/null."""
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


def spread(values):
    figure = lambda x: f"{x:.3f}" if x < 0.1 else f"{x:.2f}" if x < 10 else f"{x:.0f}"
    return f"{figure(statistics.median(values))} ({figure(min(values))}–{figure(max(values))})"


class Bench:
    def __init__(self, folder, rounds, programs):
        self.folder, self.rounds, self.programs = folder, rounds, programs
        self.rows, self.facts, self.skipped, self.tables = [], [], [], []

    def skip(self, goal, why):
        self.skipped.append(f"goal {goal}: {why}")
        print(f"goal {goal}: skipped, {why}", file=sys.stderr, flush=True)

    def compare(self, goal, work, ours, peers, check=None, times=1):
        """Runs `ours` and each of `peers`, {name: (command, at most)}, in turn, each `times` in a round."""
        commands = {"": ours} | {name: command for name, (command, _) in peers.items()}
        taken = {name: [] for name in commands}
        answer = b""
        for _ in range(self.rounds):
            for name, command in commands.items():
                runs = [measured(command, self.folder) for _ in range(times)]
                taken[name].append((sum(run[0] for run in runs), sum(run[1] for run in runs)))
                answer = runs[-1][2] if name == "" else answer
        if check:
            self.facts.append(f"{work}: {check(answer)}")
        for name, (_, at_most) in peers.items():
            ratios = [[mine[k] / max(theirs[k], 1e-4) for mine, theirs in zip(taken[""], taken[name])] for k in (0, 1)]
            seconds = tuple(statistics.median(run[0] for run in taken[n]) / times for n in ("", name))
            self.add(Row(goal, work, name, at_most, *ratios, seconds))

    def add(self, row):
        self.rows.append(row)
        print(f"goal {row.goal}: {row.work}: {spread(row.wall)} of {row.peer}, processor {spread(row.processor)}"
              + (f", at most {row.at_most:g}" if row.at_most else ""), file=sys.stderr, flush=True)
