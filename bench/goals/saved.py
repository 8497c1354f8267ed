# SPDX-License-Identifier: Apache-2.0
"""Goals 2, 3 and 7: the saved index of a library of 100 MB, and of one of 1 GB."""
import itertools
import os
import random
import subprocess

from goals.check import command, summary_of
from goals.corpora import MB, Language, document, quotations, written


def large_library(folder, size, seed, works=40):
    """As corpora.generated_library, drawn a work at a time; returns some of the paragraphs of each work."""
    language, chosen = Language(seed), random.Random(seed)
    cumulated = list(itertools.accumulate(language.weights))
    kept = []
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(works):
        drawn = chosen.choices(language.words, cum_weights=cumulated, k=size // works // 6)
        paragraphs, at = [], 0
        while at < len(drawn):
            length = chosen.randint(40, 110)
            paragraphs.append(" ".join(drawn[at:at + length]).capitalize() + ".")
            at += length
        (folder / f"work-{i:02}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        kept += chosen.sample(paragraphs, min(len(paragraphs), 200))
    return kept


def prepared(bench, name, size):
    """A library with its saved index, 2,000 quotations with one word changed, and the words that were changed."""
    paragraphs = large_library(bench.folder / name, size, 3)
    language = Language(3)
    pairs = quotations(paragraphs, 2000, 7, language)
    written(bench.folder / f"{name}.txt", document(language, 0, pairs))
    written(bench.folder / f"{name}.patterns", "\n".join(words for words, _ in pairs) + "\n")
    subprocess.run(indexing(bench, name), cwd=bench.folder, check=True, stdout=subprocess.DEVNULL)
    return [f"{name}/{file}" for file in sorted(os.listdir(bench.folder / name))]


def indexing(bench, name):
    return [bench.programs["verbatim"], "library", "index", name, "--no-config", "--index", f"{name}.index"]


def saved_index(bench):
    texts = prepared(bench, "large", 100 * MB)
    bench.compare("2", "`check` of 2,000 quotations with one word changed, saved index of 100 MB",
                  command(bench, "large.txt", "large", "--index", "large.index"),
                  {"`grep -F -f` of the originals": (["grep", "-F", "-f", "large.patterns", *texts], 0.02)}, summary_of)
    # Texts that a saved index holds unchanged are not read again, so there must be none.
    anew = ["sh", "-c", 'rm -f new.index; exec "$@" --index new.index', "sh", *indexing(bench, "large")[:-2]]
    bench.compare("3", "`library index` of 100 MB, none there before", anew, {"`wc -w`": (["wc", "-w", *texts], 2.5)},
                  lambda out: out.decode().split(":")[0])


def look_up(bench):
    prepared(bench, "small", 4 * MB)
    prepared(bench, "huge", 1000 * MB)
    bench.compare("7", "`check` of 2,000 quotations, saved index of 1 GB",
                  command(bench, "huge.txt", "huge", "--index", "huge.index"),
                  {"the same, of 4 MB": (command(bench, "small.txt", "small", "--index", "small.index"), 2)},
                  summary_of)
