# SPDX-License-Identifier: Apache-2.0
"""S5: the spans of citations in running text."""
import collections
import re

from scores.scoring import Score, overlap, stripped


def joined(text, spans):
    """Neighbours in one bracket as one span, on both sides: some annotate the bracket, some each work in it."""
    result = []
    for span in sorted(spans):
        if result and re.fullmatch(r"\s*[;,]\s*", text[result[-1][1]:span[0]]):
            result[-1] = (result[-1][0], span[1])
        else:
            result.append(span)
    return set(result)


def score_citations(file, records, found, errors):
    rows, kinds = [], collections.Counter()
    trim = " \n\t,;.([])"
    for kind in ("author-date", "numeric"):
        right = predicted = gold = loose = loose_gold = 0
        for i, record in enumerate(records):
            if record.get("kind") != kind:
                continue
            text = record["text"]
            want = joined(text, {stripped(text, citation["span"], trim) for citation in record["citations"]})
            have = joined(text, {stripped(text, value["span"], trim) for value in found[i]
                                 if value["type"] == "citation"})
            right, predicted, gold = right + len(want & have), predicted + len(have), gold + len(want)
            loose += sum(any(overlap(a, b) >= .5 for b in want) for a in have)
            loose_gold += sum(any(overlap(a, b) >= .5 for b in have) for a in want)
            for span in want ^ have:
                side = "missing" if span in want else "extra"
                near = any(overlap(span, other) > 0 for other in (have if span in want else want))
                label = f"{kind} citation, {side}, " + ("other boundaries" if near else "nothing there")
                kinds[label] += 1
                errors.append({"file": file, "id": record["id"], "error": label, "text": text[span[0]:span[1]],
                               "around": text[max(0, span[0] - 60):span[1] + 40]})
        if gold:
            rows.append(Score(right, predicted, gold).row(file, f"S5 exact spans, {kind}"))
            rows.append(Score(loose, predicted, gold, loose_gold).row(file, f"S5 spans that overlap by half, {kind}"))
    return rows, kinds
