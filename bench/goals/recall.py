# SPDX-License-Identifier: Apache-2.0
"""Goal 9: how many quotations are found where they were taken from, or where the words are as near, by kind of change.

The oracle is the place that each passage was taken from: the match must overlap it, or the word edit distance between
the quotation and the words that verbatim shows must be no greater than that to the words of that place. Quotations of
words that the library does not have in that order must not be accepted; one that is counts as false only where a scan
of every word of the library (sliding windows, word edit distance) finds nothing within the table of acceptance.
"""
import json
import os
import random

from goals.check import command
from goals.corpora import MB, Language, changed, document, generated_library, passages, written
from goals.measuring import measured
from scores.edits import distance

LEVELS = {"verbatim": 100, "typographic": 100, "one word changed": 100, "10 % changed": 99.9, "30 % changed": 99.5}
FALSE_AT_MOST = 0.1  # per cent
COUNT = 2000


def words_of(text):
    return [word.strip(".,;:—“”\"'").casefold() for word in text.replace("--", " ").split()]


def altered(words, level, chosen, language):
    if level == "typographic":
        cut = chosen.randrange(1, len(words) - 1)
        return " ".join(words[:cut]) + "  \u200b" + " ".join(words[cut:]).replace("fi", "\ufb01", 1)
    share = {"verbatim": None, "one word changed": 0, "10 % changed": .1, "30 % changed": .3}[level]
    return " ".join(words if share is None else changed(words, share, chosen, language))


def checked(bench, name, quoted):
    """The quotations of the report for a document that holds these; each stands in a paragraph of its own."""
    text = written(bench.folder / name, document(Language(11), 0, [("", words) for words in quoted]))
    _, _, out = measured(command(bench, text, "library"), bench.folder)
    return json.loads(out)["documents"][0]["quotations"]


def shown(bench, match):
    with open(bench.folder / match["path"], "rb") as file:
        file.seek(match["start"])
        return file.read(match["end"] - match["start"]).decode("utf-8", "replace")


def right_place(bench, quotation, quoted, original):
    for match in quotation["matches"]:
        there = words_of(shown(bench, match))
        if distance(words_of(quoted), there) <= distance(words_of(quoted), words_of(original)):
            return True
    return False


def within_table(bench, quoted):
    """Whether any window of the library is as near as the acceptance table asks: at most 40 % of the words differ."""
    words = words_of(quoted)
    wanted = set(words)
    for name in sorted(os.listdir(bench.folder / "library")):
        there = words_of((bench.folder / "library" / name).read_text(encoding="utf-8"))
        common = sum(word in wanted for word in there[:len(words)])
        for at in range(len(there) - len(words)):
            if common >= .6 * len(words) and distance(words, there[at:at + len(words)]) <= .4 * len(words):
                return True
            common += (there[at + len(words)] in wanted) - (there[at] in wanted)
    return False


def recall(bench):
    paragraphs = generated_library(bench.folder / "library", 4 * MB, 3)
    language, chosen = Language(11), random.Random(23)
    lines = []
    for level, at_least in LEVELS.items():
        originals = passages(paragraphs, COUNT, 29)
        quoted = [altered(words, level, chosen, language) for words in originals]
        found = checked(bench, "recall.txt", quoted)
        accepted = sum(bool(quotation["matches"]) for quotation in found)
        right = sum(right_place(bench, quotation, words, " ".join(original))
                    for quotation, words, original in zip(found, quoted, originals))
        lines.append((level, 100 * accepted / COUNT, 100 * right / COUNT, f"at least {at_least:g}"))
    strangers = [" ".join(language.sentence().rstrip(".").split()[:25]) for _ in range(COUNT)]
    strangers = [words for words in strangers if len(words.split()) >= 11]
    found = checked(bench, "strangers.txt", strangers)
    suspects = [words for words, quotation in zip(strangers, found) if quotation["matches"]]
    false = [words for words in suspects if not within_table(bench, words)]
    share = 100 * len(false) / len(strangers)
    lines.append(("words that the library does not have", 100 * len(suspects) / len(strangers), share,
                  f"at most {FALSE_AT_MOST:g}"))
    bench.tables.append(("Goal 9: found and accepted, per cent", ["quotations of 11 words or more", "accepted",
                                                                "in the right place (last line: falsely)", "goal"],
                         [(level, f"{a:.2f}", f"{b:.2f}", goal) for level, a, b, goal in lines]))
