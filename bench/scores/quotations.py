# SPDX-License-Identifier: Apache-2.0
"""S1, S2, S3: spans, sources and cues of what `extract` prints, beside annotated quotations."""
import collections
import re

from scores import reasons
from scores.scoring import HAN, Score, overlap, stripped, words

NO_NAME = {"the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "der", "die", "das", "le", "la", "les", "l", "s"}


def spans_of(quote):
    return [tuple(span) for span in quote["spans"]] if quote.get("spans") else [tuple(quote["span"])]


def gold_names(quote):
    speaker = quote.get("speaker")
    names = []
    if isinstance(speaker, dict):
        names.append(speaker.get("text"))
    elif isinstance(speaker, str) and speaker not in ("_unknowable", "_group"):
        names.append(re.sub(r"[-_]\d+$", "", speaker).replace("_", " "))
    names += [quote.get("speaker_text"), quote.get("attribution_text")] + (quote.get("speaker_aliases") or [])
    return [name for name in names if name and name.strip()]


def gold_cue(quote):
    cue = quote.get("cue")
    return (cue.get("text") if isinstance(cue, dict) else cue) or quote.get("cue_text")


def same_name(a, b):
    """One contains the other as whole words, articles and titles aside."""
    if HAN.search(a) or HAN.search(b):
        a, b = a.strip().casefold(), b.strip().casefold()
        return bool(a) and bool(b) and (a in b or b in a)
    shorter, longer = sorted(([w for w in words(x) if w not in NO_NAME] or words(x) for x in (a, b)), key=len)
    return bool(shorter) and any(longer[i:i + len(shorter)] == shorter
                                 for i in range(len(longer) - len(shorter) + 1))


def speaker_names(quotation):
    """Names that verbatim states: `continued` and `implied` are offers and do not count."""
    attribution = quotation["attribution"]
    if attribution["evidence"] not in ("explicit", "pronoun", "citation-only") or not attribution["source"]:
        return []
    source = attribution["source"]
    return [name for name in (source["text"], source.get("person")) if name]


def stands_as_quotation(quotation):
    """A term counts where the text says whose word it is."""
    return quotation["kind"] == "quotation" or (quotation["kind"] == "term"
                                                and quotation["attribution"]["evidence"] == "explicit")


def names_nobody(quotation):
    """A pronoun whose person verbatim leaves open: it is stated, but it is no claim about a person."""
    attribution = quotation["attribution"]
    return attribution["evidence"] == "pronoun" and not attribution["source"].get("person")


class Evidences:
    """Sources by evidence: explicit, pronoun and citation-only are claims, continued and implied offers."""
    ORDER = ("explicit", "pronoun", "citation-only", "continued", "implied")

    def __init__(self):
        self.counts = collections.defaultdict(collections.Counter)

    def add(self, quotation, expected):
        attribution = quotation["attribution"]
        source = attribution["source"]
        if not source:
            return
        counts = self.counts[attribution["evidence"]]
        counts["given"] += 1
        if not expected:
            return
        names = [name for name in (source["text"], source.get("person")) if name]
        ok = any(same_name(a, b) for a in names for b in expected)
        counts["judged"] += 1
        counts["right"] += int(ok)
        if attribution["evidence"] == "pronoun" and source.get("person"):
            self.counts["pronoun with a person"].update(given=1, judged=1, right=int(ok))

    def rows(self, file, speakers):
        for evidence in self.ORDER + ("pronoun with a person",):
            counts = self.counts[evidence]
            if counts["judged"]:
                name = "an offer, " + evidence if evidence in ("continued", "implied") else evidence
                yield Score(counts["right"], counts["judged"], speakers).row(file, f"S2 by evidence: {name}")


def best_match(text, quotation, quotes):
    """Index of the annotated quotation that overlaps most, by half at least; none where there is none."""
    best, match = 0, None
    for k, (_, spans, _) in enumerate(quotes):
        for span in spans + [(spans[0][0], spans[-1][1])]:
            for part in quotation["parts"]:
                value = overlap(stripped(text, part["span"]), span)
                if value >= .5 and value > best:
                    best, match = value, k
    return match


def score_quotes(file, records, found, errors):
    exact = predicted = gold = loose = loose_gold = 0
    marked = marked_right = 0
    evidences = Evidences()
    named = named_right = speakers = speakers_right = unmatched = claimed = claimed_right = 0
    cue_common = cue_predicted = cue_gold = 0
    kinds = collections.Counter()
    for i, record in enumerate(records):
        text = record["text"]
        attributed_only = any("attribution" in quote for quote in record["quotes"])
        quotes = []
        for quote in record["quotes"]:
            spans = sorted({stripped(text, span) for span in spans_of(quote)})
            spans = [span for span in spans if span[1] > span[0]]
            if quote.get("direct", True) and spans:
                quotes.append((quote, spans, attributed_only and quote.get("attribution") is None))
        want = {span for _, spans, other in quotes if not other for span in spans}
        quotations = [q for q in found[i] if q["type"] == "quotation" and stands_as_quotation(q)]
        have = {stripped(text, part["span"]) for q in quotations for part in q["parts"]}
        have = {span for span in have if span[1] > span[0]}
        exact, predicted, gold = exact + len(want & have), predicted + len(have), gold + len(want)
        near = lambda span, others: any(overlap(span, other) >= .5 for other in others)
        loose += sum(near(span, want) for span in have)
        loose_gold += sum(near(span, have) for span in want)
        others = {stripped(text, part["span"]): q["kind"] for q in found[i]
                  if q["type"] == "quotation" and not stands_as_quotation(q) for part in q["parts"]}
        everything = {span for span in have | set(others) if span[1] > span[0]}
        marked, marked_right = marked + len(everything), marked_right + len(want & everything)
        unmarked = {span for _, spans, other in quotes if other for span in spans}
        for span in want - have:
            kind = ("other boundaries" if near(span, have) else
                    "taken for a " + next(k for s, k in others.items() if overlap(s, span) >= .5)
                    if near(span, others) else reasons.why_no_span(text, span, have | set(others)))
            kinds["span, " + kind] += 1
            errors.append({"file": file, "id": record["id"], "error": "missing span: " + kind, "text": text[span[0]:span[1]],
                           "before": text[max(0, span[0] - 80):span[0]]})
        for span in have - want:
            kind = ("other boundaries (predicted)" if near(span, want) else
                    "quoted words that the annotation does not count as attributed" if near(span, unmarked) else
                    "predicted where the annotation has none")
            kinds["span, " + kind] += 1
            errors.append({"file": file, "id": record["id"], "error": "extra span: " + kind, "text": text[span[0]:span[1]],
                           "before": text[max(0, span[0] - 80):span[0]]})

        # Speakers and cues, by the best overlapping gold quotation.
        right, cues, seen = {}, {}, {}
        for quotation in quotations:
            match = best_match(text, quotation, quotes)
            names = speaker_names(quotation)
            if match is None:
                named += bool(names)
                unmatched += bool(names)
                continue
            quote, spans, other = quotes[match]
            expected = [] if other else gold_names(quote)
            seen[match] = quotation
            evidences.add(quotation, expected)
            cue = quotation["attribution"]["cue"]
            if cue and gold_cue(quote):
                a, b = collections.Counter(words(cue["text"])), collections.Counter(words(gold_cue(quote)))
                cues[match] = max(cues.get(match, (0, 0)), (sum((a & b).values()), sum(a.values())))
            if not names:
                continue
            named += 1
            if not expected:
                unmatched += 1
                continue
            ok = any(same_name(a, b) for a in names for b in expected)
            named_right += ok
            claimed += not names_nobody(quotation)
            claimed_right += ok and not names_nobody(quotation)
            right[match] = right.get(match, False) or ok
            if not ok:
                evidence = quotation["attribution"]["evidence"]
                kinds["speaker, a pronoun left open" if names_nobody(quotation) else
                      f"speaker, another name ({evidence})"] += 1
                errors.append({"file": file, "id": record["id"], "error": f"speaker ({evidence})", "said": names,
                               "gold": expected[:4], "text": text[max(0, spans[0][0] - 100):spans[-1][1] + 60]})
        for quotation in found[i]:
            if quotation["type"] == "quotation" and not stands_as_quotation(quotation):
                seen.setdefault(best_match(text, quotation, quotes), quotation)
        for k, (quote, spans, other) in enumerate(quotes):
            if not other and gold_names(quote):
                speakers += 1
                speakers_right += right.get(k, False)
                if k not in right:
                    why = reasons.why_no_source(text, spans, seen.get(k), record.get("lang", "en"))
                    kinds["speaker, none given: " + why] += 1
                    errors.append({"file": file, "id": record["id"], "error": "no speaker: " + why,
                                   "gold": gold_names(quote)[:4],
                                   "text": text[max(0, spans[0][0] - 160):spans[-1][1] + 80]})
            if not other and gold_cue(quote):
                cue_gold += len(words(gold_cue(quote)))
                if k in cues:
                    cue_common += cues[k][0]
                    cue_predicted += cues[k][1]
    rows = [Score(exact, predicted, gold).row(file, "S1 exact spans"),
            Score(loose, predicted, gold, loose_gold).row(file, "S1 spans that overlap by half"),
            Score(marked_right, marked, gold).row(file, "S1 exact spans, all marked strings")]
    if speakers:
        rows.append(Score(named_right, named, speakers, speakers_right).row(file, "S2 speaker, all named ones"))
        rows.append(Score(named_right, named - unmatched, speakers, speakers_right)
                    .row(file, "S2 speaker, where the annotation names one"))
        rows.append(Score(claimed_right, claimed, speakers).row(file, "S2 the same, pronouns left open not counted"))
        rows += evidences.rows(file, speakers)
    if cue_gold:
        rows.append(Score(cue_common, cue_predicted, cue_gold).row(file, "S3 words of the cue"))
    return rows, kinds
