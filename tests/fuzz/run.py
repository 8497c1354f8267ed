#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fuzz targets one after the other, each for some seconds, on what earlier runs found and on our own texts.

Usage: run.py FOLDER [TARGET…] [--seconds 60]

FOLDER is where the preset `fuzz` was built. What is found there stays: FOLDER/corpus/TARGET, and FOLDER/crashes for
inputs that broke something. Exit code 1 where one did.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LONGEST = 4096  # bytes of an input

# target: (dictionary, choices of the first byte or 0 where there is none, seeds: "texts", "pairs" or none but its own)
TARGETS = {
    "marks": ("texts", 0, "texts"),
    "frames": ("texts", 25, "texts"),
    "citations": ("texts", 5, "texts"),
    "bibliography": ("bibliography", 3, ""),
    "text": ("texts", 6, "texts"),
    "read": ("texts", 2, "texts"),
    "extract": ("texts", 10, "texts"),
    "library": ("toml", 2, "library"),
    "saved_index": (None, 3, ""),
    "align": ("texts", 0, "pairs"),
    "pipe": ("json", 0, ""),
    "flows": ("texts", 8, "pairs"),
    "configuration": ("toml", 0, ""),
    "baseline": ("json", 0, ""),
}
BLOCK = re.compile(r"^```(\w[\w-]*)[^\n]*\n(.*?)^```", re.M | re.S)


def texts():
    """Every text block of the golden cases."""
    for path in sorted((ROOT / "fixtures").rglob("*.md")):
        for kind, block in BLOCK.findall(path.read_text(encoding="utf-8")):
            if kind not in ("findings", "json", "toml"):
                yield block.encode()


def pairs():
    """Reference and document of the golden cases, in either order, parted by a NUL byte."""
    for path in sorted((ROOT / "fixtures" / "rules").rglob("*.md")):
        blocks = [block.encode() for _, block in BLOCK.findall(path.read_text(encoding="utf-8"))]
        for first, second in zip(blocks, blocks[1:]):
            yield second + b"\0" + first
            yield first + b"\0" + second


def library():
    yield (ROOT / "examples" / "library" / "library.toml").read_bytes()
    yield from (block for block in texts() if block.startswith((b"---", b"+++")))


def seeds(target):
    _, choices, kind = TARGETS[target]
    made = list({"texts": texts, "pairs": pairs, "library": library}.get(kind, tuple)())
    made += [path.read_bytes() for path in sorted((HERE / "seeds" / target).glob("*"))]
    for i, seed in enumerate(made):
        yield (bytes([i % choices]) if choices else b"") + seed[:LONGEST - 1]


def fill(folder, target):
    folder.mkdir(parents=True, exist_ok=True)
    for i, seed in enumerate(seeds(target)):
        (folder / f"seed-{i:04}").write_bytes(seed)


def run(build, target, seconds):
    corpus, crashes = build / "corpus" / target, build / "crashes"
    fill(corpus, target)
    crashes.mkdir(parents=True, exist_ok=True)
    dictionary = TARGETS[target][0]
    command = [str(build / "tests" / "fuzz" / f"fuzz_{target}"), str(corpus), f"-max_total_time={seconds}",
               f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=3072", "-print_final_stats=1", "-verbosity=1",
               f"-artifact_prefix={crashes}/{target}-"]
    if dictionary:
        command.append(f"-dict={HERE / 'dictionaries' / dictionary}.dict")
    environment = dict(os.environ, **({"TMPDIR": "/dev/shm"} if os.access("/dev/shm", os.W_OK) else {}))
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
    told = done.stdout.decode("utf-8", "replace")
    runs = re.search(r"stat::number_of_executed_units: +(\d+)", told)
    covered = re.findall(r" cov: (\d+)", told)
    print(f"{'ok' if done.returncode == 0 else 'FAILED':6}  {target}: {runs.group(1) if runs else '?'} inputs, "
          f"{covered[-1] if covered else '?'} edges", flush=True)
    if done.returncode != 0:
        print(told[-6000:], flush=True)
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    sources = {path.name.removesuffix("_fuzz.cpp") for path in HERE.glob("*_fuzz.cpp")}
    if sources != set(TARGETS):
        sys.exit(f"rows and files differ: {', '.join(sorted(sources ^ set(TARGETS)))}")
    if unknown := set(options.targets) - sources:
        sys.exit(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    broken = [target for target in options.targets or TARGETS
              if not run(options.build.resolve(), target, options.seconds)]
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
