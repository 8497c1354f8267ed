# SPDX-License-Identifier: Apache-2.0
"""What every score shares: the figures, the data, the runs of verbatim, spans of code points."""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r"[^\W_]+")
HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
STRIP = ' \n\t\r\u00a0"“”«»„‟‚‘’‹›\'`—–-―「」『』'


class Score:
    """Right ones among the predicted and the gold ones; precision and recall may count different right ones."""
    def __init__(self, right, predicted, gold, right_gold=None):
        self.predicted, self.gold, self.right = predicted, gold, right
        found = right if right_gold is None else right_gold
        self.precision = right / predicted if predicted else None
        self.recall = found / gold if gold else None
        both = (self.precision or 0) + (self.recall or 0)
        self.f1 = 2 * (self.precision or 0) * (self.recall or 0) / both if both else 0.0

    def row(self, file, name):
        figure = lambda x: "–" if x is None else f"{x:.3f}"
        return (f"| {file} | {name} | {figure(self.precision)} | {figure(self.recall)} | {self.f1:.3f} | "
                f"{self.right} | {self.predicted} | {self.gold} |")


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def run(arguments, folder, codes=(0, 1)):
    done = subprocess.run(arguments, cwd=folder, capture_output=True, check=False)
    if done.returncode not in codes:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-500:]}")
    return done.stdout.decode("utf-8")


def extracted(verbatim, records):
    """What `extract` prints for each record's text, with spans as code points."""
    result = collections.defaultdict(list)
    for language in sorted({record.get("lang", "en") for record in records}):
        with tempfile.TemporaryDirectory() as folder:
            names = {}
            for i, record in enumerate(records):
                if record.get("lang", "en") != language:
                    continue
                data = record["text"].encode("utf-8")
                names[f"{i:05}.txt"] = (i, data)
                pathlib.Path(folder, f"{i:05}.txt").write_bytes(data)
            out = run([verbatim, "extract", ".", "--no-config", "--language", language], folder)
        for line in out.splitlines():
            value = json.loads(line)
            i, data = names[os.path.basename(value["path"])]
            points = lambda byte, data=data: len(data[:byte].decode("utf-8", "replace"))
            for part in value.get("parts", [value]):
                part["span"] = (points(part["start"]), points(part["end"]))
            result[i].append(value)
    return result


def checked(verbatim, documents, references, language):
    """Quotations of `check`, by document name; every text is written to a scratch folder first."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "library").mkdir()
        pathlib.Path(folder, "documents").mkdir()
        for name, text in references.items():
            pathlib.Path(folder, "library", name).write_text(text, encoding="utf-8")
        for name, text in documents.items():
            pathlib.Path(folder, "documents", name).write_text(text, encoding="utf-8")
        report = json.loads(run([verbatim, "check", "documents", "--library", "library", "--no-config", "--language",
                                 language, "--format", "json"], folder))
    return {os.path.basename(document["path"]): document for document in report["documents"]}


def stripped(text, span, marks=STRIP):
    begin, end = max(0, span[0]), min(span[1], len(text))
    while begin < end and text[begin] in marks:
        begin += 1
    while end > begin and text[end - 1] in marks:
        end -= 1
    return begin, end


def overlap(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def words(text):
    return WORD.findall(text.casefold())
