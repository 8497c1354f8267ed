#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The saved index from outside: the same bytes with and without it; writers that are killed, readers beside them; caches
that cannot be written; libraries that change, are damaged, or have files that nobody can read.

Usage: test_index.py VERBATIM RESULTS
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import time

from harness import BINARY, Cases, clean_environment, verbatim, write_files

SYLLABLES = "ba be bi do fa go ha ke ku la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti".split()


def library(folder, works, words):
    """Invented texts, and a document that quotes each of them once rightly, once with a word changed."""
    chosen = random.Random(works + words)
    vocabulary = ["".join(chosen.choice(SYLLABLES) for _ in range(chosen.randint(1, 4))) for _ in range(3000)]
    quoted = []
    for i in range(works):
        paragraphs = [" ".join(chosen.choices(vocabulary, k=60)).capitalize() + "." for _ in range(words // 60)]
        write_files(folder, {f"texts/work-{i}.txt": "\n\n".join(paragraphs) + "\n"})
        for change in (False, True):
            run = chosen.choice(paragraphs).split()[3:20]
            if change:
                run[8] = "quayside"
            quoted.append(f"Oda Lindqvist said: “{' '.join(run)}” in the harbour.")
    write_files(folder, {"draft.md": "\n\n".join(quoted) + "\n"})


def checked(folder, *options, cache=None):
    ran = verbatim("check", "draft.md", "--library", "texts", "--no-config", "--format", "json", *options, cwd=folder,
                   env={"XDG_CACHE_HOME": str(cache or folder / "cache")})
    return ran


def index(folder, *options, status=0, cache=None):
    return verbatim("library", "index", "texts", "--no-config", *options, cwd=folder, status=status,
                    env={"XDG_CACHE_HOME": str(cache or folder / "cache")})


def same_bytes_with_and_without(folder):
    library(folder, 5, 3000)
    without = checked(folder, "--index", "off")
    assert json.loads(without.out)["summary"]["altered"] == 5, without
    assert not (folder / "cache").exists(), "a small library is not saved by itself"
    ran = index(folder)
    assert "5 texts, 15000 words" in ran.text, ran
    (saved,) = (folder / "cache/verbatim").iterdir()
    assert saved.name.endswith(".index")
    for options in ((), ("--jobs", "1"), ("--index", saved)):
        assert checked(folder, *options).out == without.out
    verified = verbatim("library", "verify", "texts", "--no-config", cwd=folder, status=1,
                        env={"XDG_CACHE_HOME": str(folder / "cache")})
    assert "saved index" not in verified.text, "only metadata is missing"


def a_large_library_is_saved_by_itself(folder):
    write_files(folder, {"texts/a.txt": "\n\n".join("x" * 900 + f"{i} of quiet water {i * 7}." for i in range(18_000)),
                         "draft.md": "Oda Lindqvist said: “of quiet water 539.”\n"})
    first = checked(folder)
    (saved,) = (folder / "cache/verbatim").iterdir()
    stamp = saved.stat().st_mtime_ns
    assert checked(folder).out == first.out and saved.stat().st_mtime_ns == stamp
    with open(folder / "texts/a.txt", "a", encoding="utf-8") as text:
        text.write("\n\nA new end.\n")
    checked(folder)
    assert saved.stat().st_mtime_ns != stamp, "one that is out of date is made anew"


def a_cache_that_cannot_be_written(folder):
    library(folder, 2, 600)
    write_files(folder, {"cache": "a file, no folder"})
    ran = index(folder, status=2)
    assert "the index cannot be saved" in ran.text + ran.complaint and "--index FILE" in ran.text + ran.complaint, ran
    assert checked(folder).out == checked(folder, "--index", "off").out
    os.mkfifo(folder / "pipe")
    assert "the index cannot be saved" in str(index(folder, "--index", "pipe", status=2))
    assert (folder / "pipe").is_fifo(), "what is no file is never replaced"
    assert "the index cannot be saved" in str(index(folder, "--index", "texts", status=2))


def a_named_index_that_does_not_fit(folder):
    library(folder, 3, 1200)
    plain = checked(folder, "--index", "off")
    missing = checked(folder, "--index", "no.index")
    assert "the saved index was not used: there is none" in missing.complaint, missing
    assert json.loads(missing.out)["documents"] == json.loads(plain.out)["documents"] and missing.status == plain.status
    write_files(folder, {"no.index": "words " * 100})
    assert "it is no index of verbatim" in checked(folder, "--index", "no.index").complaint
    index(folder, "--index", "good.index")
    good = (folder / "good.index").read_bytes()
    (folder / "bad.index").write_bytes(good[:40] + b"\x07" + good[41:])
    assert "it is damaged" in checked(folder, "--index", "bad.index").complaint
    (folder / "bad.index").write_bytes(good[:8] + b"\x63" + good[9:])
    assert "another version of verbatim made it" in checked(folder, "--index", "bad.index").complaint
    (folder / "bad.index").write_bytes(good[:12] + b"\x01\x02\x03\x04" + good[16:])
    assert "another byte order" in checked(folder, "--index", "bad.index").complaint
    (folder / "texts/work-1.txt").write_text("Something else.\n", encoding="utf-8")
    stale = checked(folder, "--index", "good.index")
    assert "no longer those that were indexed" in stale.complaint and (folder / "good.index").read_bytes() == good
    assert json.loads(stale.out)["documents"] == json.loads(checked(folder, "--index", "off").out)["documents"]


def damage_anywhere_changes_no_answer(folder):
    library(folder, 3, 1200)
    plain = checked(folder, "--index", "off")
    index(folder, "--index", "good.index")
    good = (folder / "good.index").read_bytes()
    noticed = 0
    for at in range(4096, len(good), len(good) // 12):
        spoilt = bytearray(good)
        spoilt[at] ^= 0x55
        (folder / "bad.index").write_bytes(spoilt)
        ran = checked(folder, "--index", "bad.index")
        assert json.loads(ran.out)["documents"] == json.loads(plain.out)["documents"], at
        assert ran.status == plain.status, at
        noticed += "the saved index was not used: it is damaged" in ran.complaint
    assert noticed > 3, noticed


def damage_inside_is_found_by_verify(folder):
    library(folder, 3, 1200)
    index(folder, "--index", "saved.index")
    good = (folder / "saved.index").read_bytes()
    spoilt = bytearray(good)
    spoilt[len(good) // 2] ^= 0x55
    (folder / "saved.index").write_bytes(spoilt)
    ran = verbatim("library", "verify", "texts", "--no-config", "--index", "saved.index", cwd=folder, status=1)
    assert "the saved index cannot be used: it is damaged" in ran.text, ran


def a_killed_writer_leaves_the_old_one(folder):
    library(folder, 20, 20_000)
    index(folder, "--index", "out/saved.index")
    expected = checked(folder, "--index", "off").out
    chosen = random.Random(4)
    for _ in range(12):
        process = subprocess.Popen([str(BINARY), "library", "index", "texts", "--no-config", "--index", "out/saved.index"],
                                   cwd=folder, stdout=subprocess.DEVNULL, env=clean_environment())
        time.sleep(chosen.uniform(0.01, 0.4))
        process.kill()
        process.wait()
        assert checked(folder, "--index", "out/saved.index").out == expected
    left = sorted(path.name for path in (folder / "out").iterdir())
    # Between the file's first name and its last one lies a moment, if that.
    assert "saved.index" in left and len(left) <= 2, left


def readers_beside_writers(folder):
    library(folder, 6, 6000)
    index(folder, "--index", "saved.index")
    expected = checked(folder, "--index", "off").out
    command = [str(BINARY), "library", "index", "texts", "--no-config", "--index", "saved.index"]
    for _ in range(4):
        writers = [subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=clean_environment())
                   for _ in range(3)]
        assert checked(folder, "--index", "saved.index").out == expected
        assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert sorted(path.name for path in folder.iterdir()) == ["draft.md", "saved.index", "texts"]


def a_text_that_changes_while_it_is_read(folder):
    """Whatever moment is met: the run ends, and its answer is one of a text that was there."""
    library(folder, 2, 1200)
    text = folder / "texts/work-0.txt"
    first = text.read_text(encoding="utf-8")
    stop = time.monotonic() + 4
    while time.monotonic() < stop:
        process = subprocess.Popen([str(BINARY), "check", "draft.md", "--library", "texts", "--no-config", "--format",
                                    "json"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=clean_environment(XDG_CACHE_HOME=str(folder / "cache")))
        text.write_text(first[:random.randrange(len(first))], encoding="utf-8")
        text.write_text(first, encoding="utf-8")
        out, err = process.communicate(timeout=60)
        assert process.returncode in (0, 1), err
        assert json.loads(out)["summary"]["quotations"] == 4


def circles_and_closed_doors(folder):
    library(folder, 2, 600)
    (folder / "texts/again").symlink_to(folder / "texts")
    (folder / "texts/self.txt").symlink_to("self.txt")
    (folder / "texts/gone.txt").symlink_to("nowhere.txt")
    write_files(folder, {"texts/broken.txt": "x"})
    (folder / "texts/broken.txt").write_bytes(b"words \xff\xfe\xfd and \x00 more")
    os.mkfifo(folder / "texts/pipe.txt")
    ran = checked(folder)
    summary = json.loads(ran.out)["summary"]
    assert summary["verbatim"] == 2 and summary["altered"] == 2, ran
    problems = json.loads(ran.out)["problems"]
    named = {problem["path"] for problem in problems}
    assert "texts/broken.txt" in named and "texts/gone.txt" in named and "texts/self.txt" in named, problems
    index(folder)
    assert checked(folder).out == ran.out


def many_small_files(folder):
    texts = {f"texts/f{i // 500}/t{i}.txt": f"Note {i} tells of quiet water, of weights {i * 3} and of tolls.\n"
             for i in range(5000)}
    texts["draft.md"] = "Oda Lindqvist said: “Note 4321 tells of quiet water, of weights 12963 and of tolls.”\n"
    write_files(folder, texts)
    ran = checked(folder)
    assert json.loads(ran.out)["summary"]["verbatim"] == 1, ran
    index(folder)
    assert checked(folder).out == ran.out


def main():
    cases = Cases("index")
    for what, function in (
            ("the same bytes with a saved index and without", same_bytes_with_and_without),
            ("a large library is saved by itself", a_large_library_is_saved_by_itself),
            ("a cache that cannot be written", a_cache_that_cannot_be_written),
            ("a named index that does not fit", a_named_index_that_does_not_fit),
            ("damage inside changes no answer", damage_anywhere_changes_no_answer),
            ("damage inside is found by library verify", damage_inside_is_found_by_verify),
            ("a killed writer leaves the old one", a_killed_writer_leaves_the_old_one),
            ("readers beside writers", readers_beside_writers),
            ("a text that changes while it is read", a_text_that_changes_while_it_is_read),
            ("circles of links and what cannot be read", circles_and_closed_doors),
            ("many small files", many_small_files)):
        cases.run_in_folder(what, function)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
