#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores verbatim on a folder of annotated texts and writes docs/accuracy.md.

Usage: accuracy.py VERBATIM [DATA_FOLDER] [--write FILE] [--limit N] [--errors FOLDER]

The folder (or the environment variable VERBATIM_DATA) holds files of JSON Lines, which are no part of this project:
  quotes_*.jsonl        {"id","lang","text","quotes":[{"span" or "spans","speaker…","cue…"}]}   S1 spans, S2 speakers, S3 cues
  misquote_pairs_*.jsonl {"ref","quote_version","reference_version","quote","reference","word_ops"}   S6 verdict and word edits
  natural_quotes_*.jsonl {"quote","author","source","source_span","status","word_ops"}, texts in sources/   S6 located, verdict
  bible_nt_versions.jsonl {"ref","versions":{name: text}}   S6 recall of changed quotations, version by version
  intext_cites_*.jsonl  {"id","kind","text","citations":[{"span"}]}                            S5 citation spans
Offsets are half-open code points. A file that is missing is named and left out. --errors writes the single errors to
a folder, for reading; docs/accuracy.md names no text of the data.
"""
import argparse
import json
import os
import pathlib
import sys

from scores.citations import score_citations
from scores.natural import score_natural
from scores.pairs import score_pairs
from scores.quotations import score_quotes
from scores.scoring import extracted, read_lines
from scores.versions import score_versions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verbatim")
    parser.add_argument("data", nargs="?", default=os.environ.get("VERBATIM_DATA"))
    parser.add_argument("--write", help="write the page to this file, else to standard output")
    parser.add_argument("--limit", type=int, help="records of each file")
    parser.add_argument("--errors", help="folder for the single errors")
    parser.add_argument("--only", default="", help="only files whose name has this")
    options = parser.parse_args()
    if not options.data:
        parser.error("name the data folder, or set VERBATIM_DATA")
    folder, verbatim = pathlib.Path(options.data), os.path.abspath(options.verbatim)

    rows, kinds, missing = [], {}, []
    for name in ("quotes_en_gum", "quotes_en_litbank", "quotes_zh_gcdt", "quotes_fr_litbank", "quotes_de_redewiedergabe",
                 "intext_cites_grobid", "misquote_pairs_bible",
                 "natural_quotes_devils_dictionary", "bible_nt_versions"):
        path = folder / f"{name}.jsonl"
        if options.only not in name:
            continue
        if not path.exists():
            missing.append(name)
            continue
        records, errors = read_lines(path)[:options.limit], []
        if name.startswith("quotes"):
            new, kinds[name] = score_quotes(name, records, extracted(verbatim, records), errors)
        elif name.startswith("intext"):
            new, kinds[name] = score_citations(name, records, extracted(verbatim, records), errors)
        elif name.startswith("bible_nt"):
            new, kinds[name] = score_versions(verbatim, name, records, errors)
        elif name.startswith("misquote"):
            new, kinds[name] = score_pairs(verbatim, name, records, errors)
        else:
            new, kinds[name] = score_natural(verbatim, folder, name, records, errors)
        rows += new
        print("\n".join(new), file=sys.stderr, flush=True)
        if options.errors:
            pathlib.Path(options.errors).mkdir(parents=True, exist_ok=True)
            with open(pathlib.Path(options.errors, name + ".jsonl"), "w", encoding="utf-8") as out:
                out.writelines(json.dumps(error, ensure_ascii=False) + "\n" for error in errors)
    if not rows:
        sys.exit(f"no data in {folder}: {', '.join(missing)}")
    page = made_page(rows, kinds, missing)
    if options.write:
        pathlib.Path(options.write).write_text(page, encoding="utf-8")
    else:
        print(page)


def made_page(rows, kinds, missing):
    lines = ["# Accuracy", "",
             "Made by `python3 bench/accuracy.py VERBATIM DATA --write docs/accuracy.md`; the annotated texts are not part of",
             "this project (the head of the script says what it reads). Precision stands beside recall: a wrong speaker or a",
             "wrong verdict costs more trust than a missing one.", "",
             "| data | task | precision | recall | F1 | right | predicted | annotated |", "|---|---|---|---|---|---|---|---|"]
    lines += rows
    lines += ["", "S1: outer marks and blanks stripped, exact code points; quotations and terms with an explicit source count, and",
              "under `all marked strings` every kind. S2: sources stated as explicit, pronoun or citation-only; `continued` and",
              "`implied` are offers and stand in rows of their own. S6: `located` means half the passage is",
              "covered; the verdict is right when words that differ are called altered and equal words raise no change of words.",
              "A whole edit must have the annotated words on both sides, so another cut of the same change counts as an error;",
              "`words touched` does not mind the cut. S5: neighbours in one bracket count as one span on both sides.", "", "## The commonest kinds of error", ""]
    for name, counted in kinds.items():
        lines.append(f"**{name}**")
        lines.append("")
        lines += [f"- {n} × {kind}" for kind, n in counted.most_common(10)]
        lines.append("")
    if missing:
        lines += ["Not found, so not scored: " + ", ".join(missing) + ".", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
