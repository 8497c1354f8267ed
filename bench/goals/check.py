# SPDX-License-Identifier: Apache-2.0
"""Goals 1, 4, 8 and 10: the whole `check`, from bytes to the JSON report; and the extraction alone."""
import json
import os

from goals.corpora import MB, Language, bible_library, document, generated_library, quotations, written

QUOTATION = b'"type":"quotation"'


def summary_of(out):
    counted = json.loads(out)["summary"]
    return ", ".join(f"{counted[key]} {key.replace('_', ' ')}" for key in
                     ("quotations", "checked", "verbatim", "conventional", "altered", "not_found", "unchecked"))


def command(bench, text, library, *options):
    return [bench.programs["verbatim"], "check", text, "--library", library, "--no-config", "--format", "json",
            *options]


def changed_quotations(bench):
    """Goal 1: 2,000 quotations with one word changed against 4 MB, nothing saved."""
    libraries = {"generated": generated_library(bench.folder / "library", 4 * MB, 3)}
    if verses := bible_library(bench.folder / "bible"):
        libraries["bible"] = verses
    else:
        bench.skip("1", "the bible: the Debian package bible-kjv-text is not installed")
    for name, paragraphs in libraries.items():
        folder = "library" if name == "generated" else name
        language = Language(11)
        pairs = quotations(paragraphs, 2000, 7, language)
        text = written(bench.folder / f"changed-{name}.txt", document(language, 0, pairs))
        patterns = written(bench.folder / f"changed-{name}.patterns", "\n".join(words for words, _ in pairs) + "\n")
        texts = [f"{folder}/{file}" for file in sorted(os.listdir(bench.folder / folder))]
        bench.compare("1", f"`check` of 2,000 quotations with one word changed, library of 4 MB ({name})",
                      command(bench, text, folder),
                      {"`grep -F -f` of the originals": (["grep", "-F", "-f", patterns, *texts], 0.5),
                       "`wc -w` of both": (["wc", "-w", text, *texts], None)}, summary_of)


def long_document(bench):
    """Goals 4 and 8: 20 MB with 60,000 quotations, two threads beside `wc -w` and beside one thread."""
    paragraphs = generated_library(bench.folder / "library", 4 * MB, 3)
    language = Language(11)
    pairs = quotations(paragraphs, 60_000, 9, language, every=2)
    text = written(bench.folder / "long.txt", document(language, 20 * MB, pairs))
    work = "`check` of 20 MB with 60,000 quotations, library of 4 MB, full JSON"
    both = command(bench, text, "library", "--jobs", "2")
    bench.compare("4", work + ", 2 threads", both, {"`wc -w` of the document": (["wc", "-w", text], 4)},
                  lambda out: "half had one word changed; " + summary_of(out))
    bench.compare("8", work + ", 2 threads", both,
                  {"1 thread": (command(bench, text, "library", "--jobs", "1"), 1 / 1.9)})


def extraction(bench):
    """The grammar and all that `extract` does, on one thread."""
    language = Language(11)
    pairs = [("", language.sentence()) for _ in range(20_000)]
    text = written(bench.folder / "extract.txt", document(language, 20 * MB, pairs))
    bench.compare("extract", "`extract` of 20 MB with 20,000 quotations, 1 thread",
                  [bench.programs["verbatim"], "extract", text, "--no-config", "--jobs", "1"],
                  {"`wc -w`": (["wc", "-w", text], 10)},
                  lambda out: f"{out.count(QUOTATION):,} of 20,000 quotations seen")


def one_page(bench):
    """Goal 10: what it costs to start."""
    paragraphs = generated_library(bench.folder / "pages", 30_000, 5, works=10)
    language = Language(11)
    text = written(bench.folder / "page.txt", document(language, 3000, quotations(paragraphs, 5, 13, language, every=2)))
    bench.compare("10", "`check` of one page against ten pages", command(bench, text, "pages"),
                  {"`git --version`": (["git", "--version"], 4)}, summary_of, times=10)
    bench.compare("10", "`verbatim --version`", [bench.programs["verbatim"], "--version"],
                  {"`git --version`": (["git", "--version"], None)}, times=10)
