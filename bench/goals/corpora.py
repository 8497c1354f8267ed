# SPDX-License-Identifier: Apache-2.0
"""Texts that the benchmarks make themselves, from fixed seeds: the same bytes on every machine."""
import pathlib
import random
import shutil
import subprocess

MB = 1_000_000
SYLLABLES = "ba be bi bo da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo na ne ni no pa pe ra re ri ro " \
            "sa se si so ta te ti to va ve".split()
SMALL_WORDS = "the of and to a in that it was for on with as at by from we they not is are this which or be his her " \
              "have had but all their who an were has will would there been one".split()


class Language:
    """Invented prose: real small words between invented ones, frequencies by rank as in real texts."""
    def __init__(self, seed, size=20_000):
        self.random = random.Random(seed)
        words = {}  # a set would have another order in each run
        while len(words) < size:
            words["".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4)))] = None
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


def generated_library(folder, size, seed, works=40):
    """Returns the paragraphs of the works, each one line of its file."""
    language, paragraphs = Language(seed), []
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for i in range(works):
        text = language.text(size // works)
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
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "bible.txt").write_text("\n\n".join(verses) + "\n", encoding="utf-8")
    return [verse for verse in verses if len(verse.split()) > 12]


def changed(words, share, chosen, language):
    """The words with about a share of them replaced, dropped or joined by another; one at least."""
    times = max(1, round(share * len(words)))
    result = list(words)
    for _ in range(times):
        at = chosen.randrange(1, max(2, len(result) - 1))
        how = chosen.randrange(3) if share > 0 and times > 1 else 0
        if how == 0:
            result[at] = chosen.choice(language.words[200:])
        elif how == 1 and len(result) > 3:
            del result[at]
        else:
            result.insert(at, chosen.choice(language.words[200:]))
    return result


def passages(paragraphs, count, seed, least=11, most=40):
    """Runs of words of the library."""
    chosen, result = random.Random(seed), []
    while len(result) < count:
        words = chosen.choice(paragraphs).split()
        length = chosen.randint(least, min(most, max(least + 1, len(words))))
        if len(words) >= length:
            begin = chosen.randrange(len(words) - length + 1)
            result.append(words[begin:begin + length])
    return result


def quotations(paragraphs, count, seed, language, every=1):
    """Pairs (words of the library, words as quoted); each `every`-th one has one word changed."""
    chosen, result = random.Random(seed), []
    for words in passages(paragraphs, count, seed + 1):
        quoted = changed(words, 0, chosen, language) if len(result) % every == every - 1 else words
        result.append((" ".join(words), " ".join(quoted)))
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


def written(path: pathlib.Path, text):
    path.write_text(text, encoding="utf-8")
    return path.name
