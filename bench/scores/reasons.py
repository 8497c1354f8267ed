# SPDX-License-Identifier: Apache-2.0
"""Why verbatim gave no span or no source: the construction beside the quotation, told from the text alone.

Used by quotations.py. Nothing here decides what is right; it sorts the misses so that they can be read.
"""
import functools
import pathlib
import re
import tomllib

LEXICONS = pathlib.Path(__file__).resolve().parents[2] / "grammar" / "lexicon"
DOUBLE, SINGLE, DASH = '"“”„«»「」『』＂', "'‘’‚‹›`", "—–―-"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
HAN = re.compile(r"[\u3400-\u9fff]")
NEIGHBOURHOOD = 160  # characters on either side that may hold the attribution


@functools.lru_cache(maxsize=None)
def cues(language):
    """All cues of the language's lexicon, in small letters; empty where it has none."""
    path = LEXICONS / f"{language.split('-')[0]}.toml"
    if not path.exists():
        return frozenset()
    table = tomllib.loads(path.read_text(encoding="utf-8")).get("cue", {})
    return frozenset(word.casefold() for words in table.values() if isinstance(words, list) for word in words)


def paragraph(text, span):
    """The bounds of the paragraph that holds the span's first character: between blank lines, else between lines."""
    separator = "\n\n" if "\n\n" in text else "\n"
    begin = text.rfind(separator, 0, span[0])
    end = text.find(separator, span[0])
    return 0 if begin < 0 else begin + len(separator), len(text) if end < 0 else end


def why_no_span(text, span, spans_of_all_kinds):
    """Why the mark before the span opened nothing, or why there is none."""
    before = text[max(0, span[0] - 3):span[0]].rstrip()
    mark = before[-1:] if before else ""
    begin, end = paragraph(text, span)
    if mark and mark in DASH:
        return "a dash opens it: not read as dialogue"
    if mark not in DOUBLE + SINGLE or not mark:
        inside = any(a <= span[0] and span[1] <= b for a, b in spans_of_all_kinds)
        return ("no mark: a sentence inside a longer quotation" if inside else
                "no mark: a paragraph of its own" if span[0] <= begin + 2 else "no mark: italics, or words run on")
    if mark in SINGLE:
        return "a single mark that was taken for an apostrophe"
    behind = text[span[1]:span[1] + 3].lstrip()
    if not behind or behind[0] not in DOUBLE + SINGLE:
        return "nothing closes it here: it goes on, or its closing mark is lost"
    odd = sum(text[begin:end].count(each) for each in DOUBLE) % 2 == 1
    return "an odd number of marks in its paragraph" if odd else "its mark was paired with another"


def why_no_source(text, spans, quotation, language):
    """Why a quotation that the annotation gives to somebody has none: what stands beside it."""
    if quotation is None:
        return "the quotation itself was not found"
    evidence = quotation["attribution"]["evidence"]
    if evidence in ("continued", "implied"):
        return f"only an offer ({evidence})"
    begin, end = paragraph(text, spans[0])
    left = text[max(begin, spans[0][0] - NEIGHBOURHOOD):spans[0][0]]
    right = text[spans[-1][1]:min(end, spans[-1][1] + NEIGHBOURHOOD)]
    kind = quotation["kind"]
    if kind != "quotation" and quotation["attribution"]["source"]:
        return f"a {kind}, its source no explicit one"
    known = cues(language)
    holds = lambda words: any(word.casefold() in known for word in WORD.findall(words)) if not HAN.search(words) \
        else any(cue in words for cue in known if HAN.search(cue))
    bare = lambda words: not WORD.search(words)
    if bare(left) and bare(right):
        return "it stands alone in its paragraph"
    if holds(right[:80]) or holds(left[-80:]):
        return "a cue stands near: no frame holds"
    if re.search(r"[,:，：]\s*[" + DOUBLE + SINGLE + r"]?\s*$", left):
        return "comma or colon before it, the verb is no cue of the lexicon"
    return "no cue near: narrative or another quotation beside it"
