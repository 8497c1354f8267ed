# SPDX-License-Identifier: Apache-2.0
"""Goals 5 and 6: the marks grammar and the word diff alone, by the programs of bench/*.cpp."""
import random
import statistics

from goals.corpora import MB, Language, document, written
from goals.measuring import Row, measured


def marks(bench):
    """Goal 5: the marks grammar beside memchr, over prose and over a text full of marks."""
    program = bench.programs.get("marks")
    if not program:
        return bench.skip("5", "no program bench_marks was given (--marks)")
    language = Language(11)
    # A quotation a page, as news and essays have them; dialogue has ten times as many.
    for name, apart, at_most in (("prose, a quotation each 1,000 bytes", 1000, 2), ("a quotation each 100 bytes", 100, None)):
        count = 5 * MB // apart
        text = document(language, 5 * MB, [("", language.sentence()[:60]) for _ in range(count)])
        path = written(bench.folder / "marks.txt", text * (100 * MB // len(text)))
        _, _, out = measured([program, path, str(bench.rounds)], bench.folder)
        taken = {"marks": [], "memchr": []}
        for line in out.decode().splitlines():
            key, value = line.split()
            if key in taken:
                taken[key].append(float(value))
        ratios = [a / max(b, 1e-9) for a, b in zip(taken["marks"], taken["memchr"])]
        seconds = (statistics.median(taken["marks"]), statistics.median(taken["memchr"]))
        bench.add(Row("5", f"the marks grammar alone, 100 MB of {name}", "`memchr` for an absent byte", at_most, ratios,
                      ratios, seconds))
    (bench.folder / "marks.txt").unlink()


def diff(bench):
    """Goal 6: the word diff of 200,000 words beside `git diff --patience` on the same words, one a line."""
    program = bench.programs.get("diff")
    if not program:
        return bench.skip("6", "no program bench_diff was given (--diff)")
    for percent in (10, 50):
        names = word_files(bench, percent)
        _, _, told = measured([program, *names, "shortest"], bench.folder)
        figures = dict(line.split() for line in told.decode().splitlines())
        bench.compare("6", f"word diff of 200,000 words, {percent} % changed", [program, *names],
                      {"`git diff --patience`": (["git", "diff", "--no-index", "--no-color", "--patience", *names], 0.9)},
                      lambda out, figures=figures: "a script %.3f times as long as the shortest; %.0f MB for the diff" % (
                          int(figures["edits"]) / int(figures["shortest"]), int(figures["memory"]) / 1000))


def word_files(bench, percent):
    """Two files of one word a line: the names of the old and the new one."""
    language, drawn = Language(13), random.Random(17 + percent)
    old = drawn.choices(language.words, language.weights, k=200_000)
    new = []
    for word in old:
        if drawn.random() * 100 >= percent:
            new.append(word)
        else:  # as often replaced as added to and dropped
            new += drawn.choice([[], [word, drawn.choice(language.words)], [drawn.choice(language.words)]])
    return [written(bench.folder / f"{side}-{percent}.words", "\n".join(words) + "\n")
            for side, words in (("old", old), ("new", new))]
