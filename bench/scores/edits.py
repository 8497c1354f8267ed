# SPDX-License-Identifier: Apache-2.0
"""Word edits, as annotated and as the matches of `check` tell them."""
import collections
import difflib
import os

from scores.scoring import Score, WORD, words


def letters(text):
    return [word for word in WORD.findall(text.casefold().replace("’", "'"))]


def distance(a, b):
    """Word edits between two lists, Levenshtein."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def edits_of_gold(record, ours, theirs):
    """Annotated word edits as (quoted words, source words). What the source has before the first quoted word or behind
    the last is no edit: a quotation may be cut, and the annotator saw verses where verbatim sees a book."""
    pairs = [(words(op.get(ours) or ""), words(op.get(theirs) or "")) for op in record["word_ops"]]
    quoted, source = words(record["quote"]), words(record.get("reference") or record.get("source_text"))
    if pairs and not pairs[0][0] and quoted[:1] != source[:1] and source[:len(pairs[0][1])] == pairs[0][1] \
            and source[len(pairs[0][1]):][:1] == quoted[:1]:
        del pairs[0]
    if pairs and not pairs[-1][0] and quoted[-1:] != source[-1:] and source[-len(pairs[-1][1]):] == pairs[-1][1] \
            and source[:-len(pairs[-1][1])][-1:] == quoted[-1:]:
        del pairs[-1]
    return counted(pairs)


def counted(hunks):
    """Hunks without the words that both sides begin or end with: the annotation parts `avez-vous`, verbatim does not."""
    result = collections.Counter()
    for a, b in hunks:
        head = len(os.path.commonprefix([a, b]))
        a, b = a[head:], b[head:]
        tail = len(os.path.commonprefix([a[::-1], b[::-1]]))
        a, b = a[:len(a) - tail], b[:len(b) - tail]
        if a != b:
            result[" ".join(a), " ".join(b)] += 1
    return result


def edits_of_match(match, quote, source):
    """Differences that touch words, as (quoted words, source words). The annotation knows neither punctuation nor moves:
    neighbours with only marks between count as one, and a move counts as the words dropped and added. `quote` and
    `source` are the bytes of the two files."""
    hunks = []
    for difference in sorted(match["alterations"] + match["conventional"],
                             key=lambda d: (d["quoted"]["start"], d["source"]["start"] or 0)):
        a, b = words(difference["quoted"]["text"]), words(difference["source"]["text"])
        if a == b:
            continue
        begins = difference["quoted"]["start"], difference["source"]["start"]
        ends = difference["quoted"]["end"], difference["source"]["end"]
        parts = [(a, b)]
        if difference["kind"] == "order" and a and b:
            matcher = difflib.SequenceMatcher(None, b, a, autojunk=False)
            parts = [(a[j:l], b[i:k]) for tag, i, k, j, l in matcher.get_opcodes() if tag != "equal"]
        touches = hunks and difference["kind"] != "order" and hunks[-1][3] and not any(
            words(text[end:begin].decode("utf-8", "replace"))
            for text, end, begin in zip((quote, source), hunks[-1][2], begins))
        if touches:
            hunks[-1] = (hunks[-1][0] + a, hunks[-1][1] + b, ends, True)
        else:
            hunks += [(x, y, ends, difference["kind"] != "order") for x, y in parts]
    return counted((a, b) for a, b, _, _ in hunks)


def words_of_edits(edits):
    counted = collections.Counter()
    for (quoted, source), n in edits.items():
        for word in quoted.split():
            counted["+", word] += n
        for word in source.split():
            counted["-", word] += n
    return counted


def score_edits(pairs):
    """Multiset F1 of whole edits, and of the words they touch."""
    totals = []
    for shape in (lambda edits: edits, words_of_edits):
        right = sum(sum((shape(a) & shape(b)).values()) for a, b in pairs)
        totals.append(Score(right, sum(sum(shape(a).values()) for a, _ in pairs),
                            sum(sum(shape(b).values()) for _, b in pairs)))
    return totals
