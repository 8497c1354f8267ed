# SPDX-License-Identifier: Apache-2.0
"""S6: recall of changed quotations, and none found that is not there."""
import collections
import random
import re
import shutil
import subprocess

from scores.edits import distance, letters
from scores.scoring import HAN, Score, checked

MARKS = {"en": ("“", "”"), "fr": ("« ", " »"), "de": ("„", "“"), "zh": ("“", "”")}


def units(text, language):
    """What is changed one by one: words, or Han characters; marks stay with the word before them."""
    return re.findall(r"[^\W_]\W*" if language == "zh" else r"\S+\s*", text)


def changed(text, language, share, vocabulary, chance):
    """The share of units replaced, dropped, doubled or added in equal parts; at least one."""
    parts = units(text, language)
    for _ in range(max(1, round(share * len(parts)))):
        at = chance.randrange(len(parts))
        what = chance.randrange(3)
        if what == 0 or len(parts) < 3:
            parts[at] = chance.choice(vocabulary)
        elif what == 1:
            del parts[at]
        else:
            parts.insert(at, chance.choice(vocabulary))
    return "".join(parts).strip()


def typographic(text, language, chance):
    """Other glyphs and spaces of the same words."""
    text = text.replace("'", "’").replace("--", "—")
    if language == "zh":
        return text.translate(str.maketrans("，。：；？！", ",.:;?!")) if chance.random() < .5 else "　".join(text.split())
    return "\n".join(text.split(" ", 1)) if chance.random() < .5 else text.replace("fi", "ﬁ")


def score_versions(verbatim, file, records, errors):
    """Every second verse of a version as library, in five states as quotations; of the other verses nothing may be found
    but what is as near (some stand in several books). No work is claimed; quotations of 11 words or more."""
    rows, kinds = [], collections.Counter()
    for version in sorted({name for record in records for name in record["versions"]}):
        chance = random.Random(version)
        language = {"Fre": "fr", "Ger": "de", "Chi": "zh"}.get(version[:3], "en")
        clean = lambda text: " ".join(re.sub("[“”‘’«»„「」『』]", "", text).split())
        verses = [clean(record["versions"][version]) for record in records if record["versions"].get(version)]
        kept, absent = verses[::2], verses[1::2]
        library = {"book.txt": f"---\ntitle: A Book\nlanguage: {language}\n---\n" + "\n\n".join(kept) + "\n"}
        vocabulary = [unit for verse in verses[:200] for unit in units(verse, language)]
        long = lambda verse: len(units(verse, language)) * (2 if language == "zh" else 3) // 3 >= 11
        chosen = chance.sample(kept, min(400, len(kept)))
        states = {"verbatim": lambda verse: verse,
                  "typographic": lambda verse: typographic(verse, language, chance),
                  "one word": lambda verse: changed(verse, language, 0, vocabulary, chance),
                  "10 %": lambda verse: changed(verse, language, .1, vocabulary, chance),
                  "30 %": lambda verse: changed(verse, language, .3, vocabulary, chance),
                  "not in the library": lambda verse: verse}
        if language == "zh" and shutil.which("uconv"):
            states["simplified"] = lambda verse: simple[verse]
            told = subprocess.run(["uconv", "-x", "Traditional-Simplified"], input="\n".join(chosen).encode("utf-8"),
                                  capture_output=True, check=True).stdout.decode("utf-8")
            simple = dict(zip(chosen, told.split("\n")))
        opening, closing = MARKS[language]
        documents = {f"{k}.txt": "\n\n".join(opening + state(verse) + closing for verse in
                                              (absent[:400] if name.startswith("not") else chosen)) + "\n"
                     for k, (name, state) in enumerate(states.items())}
        result = checked(verbatim, documents, library, language)
        data = library["book.txt"].encode("utf-8")
        for k, name in enumerate(states):
            quotations = [q for q in result[f"{k}.txt"]["quotations"] if q["nested_in"] is None]
            wanted = absent[:400] if name.startswith("not") else chosen
            if len(quotations) != len(wanted):
                kinds[f"versions, {version}, {name}: {len(quotations)} quotations seen of {len(wanted)}"] += 1
                continue
            found = total = beyond = 0
            for quotation, verse in zip(quotations, wanted):
                if not long(quotation["text"]) or quotation["kind"] != "quotation":
                    continue
                matches, there = quotation["matches"], not name.startswith("not")
                bare = HAN.findall if language == "zh" else letters
                differ = lambda text: distance(bare(quotation["text"]), bare(text)) \
                    / max(1, len(bare(quotation["text"])), len(bare(text)))
                if there and differ(verse) > .4:
                    beyond += 1
                    continue
                total += 1
                passage = data[matches[0]["start"]:matches[0]["end"]].decode() if matches else ""
                # The right place or one as near; of what is not there, one that is nowhere near.
                ok = bool(matches) and (differ(passage) <= differ(verse) + .1 if there else differ(passage) > .5)
                found += ok
                if ok != there:
                    errors.append({"file": file, "version": version, "state": name, "verse": verse,
                                   "quotation": quotation["text"], "verdict": quotation["verdict"], "found": passage})
            kinds[f"versions, {version}, {name}: more than may be accepted (not counted)"] += beyond
            title = "S6 found though not there" if name.startswith("not") else f"S6 found, {name}"
            rows.append(Score(found, total, total).row(f"{file}, {version}", title + ", 11 words or more"))
    return rows, kinds
