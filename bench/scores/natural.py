# SPDX-License-Identifier: Apache-2.0
"""S6: quotations as people made them, each with the book that it is from."""
import collections
import re

from scores.edits import edits_of_gold, edits_of_match, score_edits
from scores.scoring import Score, checked, overlap


def score_natural(verbatim, folder, file, records, errors):
    kinds = collections.Counter()
    sources = {record["source"] for record in records}
    texts = {name: (folder / "sources" / f"{name}.txt").read_text(encoding="utf-8") for name in sources}
    documents = {f"{i:05}.txt": f"“{re.sub(chr(92) + 's+', ' ', record['quote']).strip()}”\n— {record['author']}\n"
                 for i, record in enumerate(records)}
    result = checked(verbatim, documents, {f"{name}.txt": text for name, text in texts.items()}, "en")
    located = right = false_verbatim = 0
    edits = []
    for i, record in enumerate(records):
        quotations = [q for q in result[f"{i:05}.txt"]["quotations"] if q["kind"] == "quotation"]
        if not quotations:
            kinds["natural: no quotation extracted"] += 1
            continue
        quotation = max(quotations, key=lambda q: len(q["text"]))
        verdict, matches = quotation["verdict"], quotation["matches"]
        text = texts[record["source"]]
        begin, end = (len(text[:x].encode("utf-8")) for x in record["source_span"])
        in_place = bool(matches) and overlap((matches[0]["start"], matches[0]["end"]), (begin, end)) >= .5
        located += in_place
        touched = edits_of_match(matches[0], documents[f"{i:05}.txt"].encode(), text.encode()) \
            if matches else collections.Counter()
        ok = in_place and (not touched if record["status"] == "exact" else
                           verdict in ("altered", "conventional") and bool(touched))
        right += ok
        false_verbatim += verdict == "verbatim" and record["status"] != "exact"
        if not ok:
            label = f"natural: annotated {record['status']}, verdict {verdict}" + \
                ("" if in_place or not matches else ", another place")
            kinds[label] += 1
            errors.append({"file": file, "error": label, "id": record["id"], "quote": record["quote"],
                           "source": record["source_text"], "edits": list(map(list, touched))})
        if in_place:
            edits.append((touched, edits_of_gold(record, "quote", "source")))
    kinds["natural: verbatim though words differ"] += false_verbatim
    whole, single = score_edits(edits)
    n = len(records)
    return [Score(located, n, n).row(file, "S6 located"), Score(right, n, n).row(file, "S6 verdict"),
            whole.row(file, "S6 word edits, whole"), single.row(file, "S6 words touched")], kinds
