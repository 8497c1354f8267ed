# SPDX-License-Identifier: Apache-2.0
"""S6: a verse of one version checked against another version of the book."""
import collections

from scores.edits import distance, edits_of_gold, edits_of_match, letters, score_edits
from scores.scoring import Score, checked

CUE = {"en": " states: ", "fr": " dit : ", "zh": "指出："}


def accepted_share(length, language):
    """The share of changed words that may be accepted: the English documents name the work, and that is understood."""
    return .5 if language == "en" and length >= 7 else .4 if length >= 11 else .2 if length >= 7 else 0


def stands_in(match, library_text, reference, quote):
    """The match lies in a verse of these words (some stand twice) and covers as much of it as the quotation is long."""
    data, verse = library_text.encode("utf-8"), reference.encode("utf-8")
    begin = data.find(b"\n" + verse + b"\n") + 1
    common = min(match["end"], begin + len(verse)) - max(match["start"], begin)
    return begin > 0 and common >= .5 * min(len(verse), len(quote.encode("utf-8")))


def score_pairs(verbatim, file, records, errors):
    rows, kinds = [], collections.Counter()
    groups = collections.defaultdict(list)
    for record in records:
        groups[record["reference_version"], record["quote_version"]].append(record)
    for (reference, quoted), group in sorted(groups.items()):
        language = "fr" if reference.startswith("Fre") else "zh" if reference.startswith("Chi") else "en"
        # One library of all verses, one paragraph each, in order; the quotation is in other words' marks.
        paragraphs = list(dict.fromkeys(record["reference"] for record in group))
        library = {"book.txt": f"---\ntitle: The Book of Verses\nlanguage: {language}\n---\n"
                   + "\n\n".join(paragraphs) + "\n"}
        documents = {}
        for i, record in enumerate(group):
            quote = " ".join(record["quote"].translate({ord(c): None for c in "“”«»"}).split())
            documents[f"{i:05}.txt"] = f"The Book of Verses{CUE[language]}“{quote}”\n"
        result = checked(verbatim, documents, library, language)
        located = right = beyond = 0
        edits = []
        for i, record in enumerate(group):
            quotations = [q for q in result[f"{i:05}.txt"]["quotations"] if q["kind"] == "quotation"]
            ours, theirs = letters(record["quote"]), letters(record["reference"])
            stands = bool(ours) and any(theirs[k:k + len(ours)] == ours for k in range(len(theirs) - len(ours) + 1))
            if not quotations:
                kinds[f"pairs, {language}: no quotation extracted"] += 1
                continue
            quotation = max(quotations, key=lambda q: len(q["text"]))
            verdict, matches = quotation["verdict"], quotation["matches"]
            longer, edits_needed = max(len(ours), len(theirs)), distance(ours, theirs)
            if not matches and not stands and edits_needed > accepted_share(len(ours), language) * longer:
                beyond += 1
                continue
            in_place = bool(matches) and stands_in(matches[0], library["book.txt"], record["reference"], record["quote"])
            touched = edits_of_match(matches[0], documents[f"{i:05}.txt"].encode(), library["book.txt"].encode()) \
                if matches else collections.Counter()
            if matches and not in_place and matches[0]["similarity"] >= round(1 - edits_needed / longer, 4):
                kinds[f"pairs, {language}: another verse is as near (not counted)"] += 1
                beyond += 1
                continue
            located += in_place
            # Words that stand in the reference one by one, cut or not, have no change of words: punctuation at most.
            ok = in_place and (not touched if stands else verdict in ("altered", "conventional") and bool(touched))
            right += ok
            if verdict == "verbatim" and not stands:
                kinds[f"pairs, {language}: verbatim though the words of this verse differ"
                      + ("" if in_place else " (stands in another)")] += 1
            elif not ok:
                kinds[f"pairs, {language}: " + ("words stand there" if stands else "words differ")
                      + f", verdict {verdict}" + (", another passage" if matches and not in_place else "")] += 1
            if not ok:
                errors.append({"file": file, "ref": record["ref"], "verdict": verdict, "stands": stands,
                               "in_place": in_place, "quote": record["quote"], "reference": record["reference"],
                               "similarity": record["similarity"]})
            if in_place:
                edits.append((touched, edits_of_gold(record, "b", "a")))
        name, total = f"{quoted} against {reference}", len(group) - beyond
        kinds[f"pairs, {language}: more words differ than may be accepted (not counted)"] += beyond
        rows.append(Score(located, total, total).row(file, f"S6 located, {name}"))
        rows.append(Score(right, total, total).row(file, f"S6 verdict, {name}"))
        whole, single = score_edits(edits)
        rows.append(whole.row(file, f"S6 word edits, whole, {name}"))
        rows.append(single.row(file, f"S6 words touched, {name}"))
    return rows, kinds
