# SPDX-License-Identifier: Apache-2.0
"""Goal 11: other programs on the same work, as a user would run them. What is not installed is named and left out."""
import importlib.util
import shutil
import sys

from goals.check import command, summary_of
from goals.corpora import MB, Language, document, generated_library, quotations, written
from goals.parts import word_files

SEARCH = """
import pathlib, sys
import tantivy
from rapidfuzz import fuzz
schema = tantivy.SchemaBuilder().add_text_field("body", stored=True).build()
index = tantivy.Index(schema)
writer = index.writer()
for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for paragraph in file.read_text(encoding="utf-8").split("\\n\\n"):
        writer.add_document(tantivy.Document(body=paragraph))
writer.commit()
index.reload()
searcher = index.searcher()
for line in open(sys.argv[2], encoding="utf-8"):
    hits = searcher.search(index.parse_query(line, ["body"]), 10).hits
    texts = [searcher.doc(address)["body"][0] for _, address in hits]
    best = max((fuzz.partial_ratio_alignment(line, text) for text in texts), key=lambda a: a.score, default=None)
    print(best)
"""
MATCHER = """
import pathlib, sys
from text_matcher.matcher import Matcher, Text
quoting = Text(open(sys.argv[2], encoding="utf-8").read(), "quoting")
for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    Matcher(Text(file.read_text(encoding="utf-8"), file.name), quoting).match()
"""


def others(bench):
    paragraphs = generated_library(bench.folder / "library", 4 * MB, 3)
    language = Language(11)
    pairs = quotations(paragraphs, 200, 7, language)
    text = written(bench.folder / "others.txt", document(language, 0, pairs))
    lines = written(bench.folder / "others.lines", "\n".join(quoted for _, quoted in pairs) + "\n")
    ours = command(bench, text, "library")
    peers = {}
    for name, modules, program in (("tantivy and rapidfuzz", ("tantivy", "rapidfuzz"), SEARCH),
                                   ("text-matcher", ("text_matcher",), MATCHER)):
        missing = [module for module in modules if importlib.util.find_spec(module) is None]
        if missing:
            bench.skip("11", f"{name}: no Python module {', '.join(missing)}")
        else:
            peers[name] = ([sys.executable, "-c", program, "library", lines], 1 / 50)
    if peers:
        bench.compare("11", "200 quotations with one word changed, library of 4 MB", ours, peers, summary_of)
    if not shutil.which("wdiff"):
        bench.skip("11", "wdiff: not installed")
    elif "diff" in bench.programs:
        names = word_files(bench, 10)
        bench.compare("11", "word diff of 200,000 words, 10 % changed", [bench.programs["diff"], *names],
                      {"`wdiff`": (["wdiff", *names], None)})
