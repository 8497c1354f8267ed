#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A library in parts: the report of extract --queries, locate and judge is, byte by byte, that of check; what a part
that was not searched may hold is never denied; lines from outside are looked at.

Usage: test_parts.py VERBATIM RESULTS
"""
import json
import random
import shutil
import subprocess
import sys

from harness import BINARY, ROOT, Cases, Skipped, clean_environment, verbatim, write_files

SYLLABLES = "ba be bi do fa go ha ke ku la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti".split()
HAN = [chr(0x4E00 + 7 * i) for i in range(600)]


def world(folder, seed):
    """Works that repeat each other, in two scripts, some in two versions; a document that quotes them in every way."""
    lot = random.Random(seed)
    words = ["".join(lot.choices(SYLLABLES, k=lot.randint(1, 3))) for _ in range(500)]
    # The first words are the common ones.
    some = lambda n: [words[min(int(500 ** lot.random()), 499)] for _ in range(n)]
    refrain = " ".join(some(25))
    people = ["Oda Lindqvist", "Maria Okoro", "Tomas Veld"]
    quoted = []
    for work in range(9):
        if work % 3 == 2:
            text = "".join(lot.choices(HAN, k=500))
            write_files(folder, {f"texts/work-{work}.zh.txt": f"---\ncreators: {people[work % 3]}\n---\n{text}。\n"})
            at = lot.randrange(400)
            quoted.append(f"林奎斯特说：“{text[at:at + 25]}。”")
            continue
        paragraphs = [" ".join(some(60)).capitalize() + "." for _ in range(8)] + [refrain.capitalize() + "."]
        head = f"---\ntitle: Work {work}\ncreators: {people[work % 3]}\n---\n"
        write_files(folder, {f"texts/work-{work}.txt": head + "\n\n".join(paragraphs) + "\n"})
        if work % 4 == 0:
            changed = [p.replace(words[3], "quayside") for p in paragraphs]
            write_files(folder, {f"texts/work-{work}.md": head + "\n\n".join(changed) + "\n"})
        for _ in range(5):
            run = lot.choice(paragraphs).rstrip(".").split()
            at = lot.randrange(len(run) - 12)
            run = run[at:at + lot.choice([3, 5, 8, 12, 20])]
            for _ in range(lot.choice([0, 0, 1, 3])):
                run[lot.randrange(len(run))] = lot.choice(["quayside", "seven", "not"])
            if len(run) > 10 and lot.random() < 0.4:
                run[5:7] = ["…"]
            speaker = lot.choice(people + ["Nobody Known"])
            quoted.append(f"{speaker} said: “{' '.join(run)}.”")
        quoted.append("Then " + " ".join(lot.choice(paragraphs).split()[2:22]) + " and so on.")
    quoted.append(f"Maria Okoro said: “{refrain.capitalize()}.”")
    quoted.append("Maria Okoro said: “Here are words that stand nowhere in these books at all, not one.”")
    lot.shuffle(quoted)
    half = len(quoted) // 2
    write_files(folder, {"a.md": "\n\n".join(quoted[:half]) + "\n", "b.md": "\n\n".join(quoted[half:]) + "\n"})


def parts_of(folder, shards, library="texts", name="parts"):
    verbatim("library", "index", library, "--shards", shards, "--index", folder / name, "--no-config", cwd=folder,
             status=0)
    return folder / name


def queries(folder, parts, documents=("a.md", "b.md"), cwd=None):
    return verbatim("extract", *documents, "--library", parts, "--queries", "--no-config", cwd=cwd or folder).out


def located(parts, asked, leave_out=()):
    """The lines of every shard, each list of lines by itself."""
    return [verbatim("locate", "--shard", shard, stdin=asked, status=0).out
            for shard in sorted(parts.glob("shard-*")) if shard.name not in leave_out]


def judged(folder, parts, lines, *options, status=None, cwd=None):
    return verbatim("judge", "--library", parts, "--no-config", "--format", "json", *options, cwd=cwd or folder,
                    stdin=lines, status=status)


def checked(folder, library="texts", documents=("a.md", "b.md"), cwd=None):
    return verbatim("check", *documents, "--library", library, "--index", "off", "--no-config", "--format", "json",
                    cwd=cwd or folder)


def examples_in_parts(folder):
    documents = ("examples/clean.md", "examples/history.md", "examples/edit/after.md")
    whole = checked(folder, "examples/library", documents, cwd=ROOT)
    for shards in range(1, 8):
        parts = folder / f"parts-{shards}"
        verbatim("library", "index", "examples/library", "--shards", shards, "--index", parts, "--no-config", status=0)
        assert checked(folder, parts, documents, cwd=ROOT).out == whole.out, f"check over {shards} parts"
        asked = queries(folder, parts, documents, cwd=ROOT)
        ran = judged(folder, parts, b"".join(located(parts, asked)), cwd=ROOT)
        assert ran.out == whole.out and ran.status == whole.status, f"judge over {shards} parts"


def any_order(folder, seed):
    world(folder, seed)
    lot = random.Random(seed)
    whole = checked(folder)
    summary = json.loads(whole.out)["summary"]
    assert summary["verbatim"] and summary["altered"] and summary["not_found"] and summary["warnings"], summary
    for shards in (1, 2, 3, 5, 7):
        parts = parts_of(folder, shards, name=f"parts-{shards}")
        assert checked(folder, parts).out == whole.out, f"check over {shards} parts"
        asked = queries(folder, parts)
        lines = b"".join(located(parts, asked)).splitlines(keepends=True)
        lines += lot.choices(lines, k=len(lines) // 3)  # some twice
        lot.shuffle(lines)
        ran = judged(folder, parts, b"".join(lines))
        assert ran.out == whole.out and ran.status == whole.status, f"judge over {shards} parts"
        one = verbatim("locate", *[f"--shard={shard}" for shard in parts.glob("shard-*")], stdin=asked, status=0).out
        assert judged(folder, parts, one).out == whole.out, "one process with all shards"


def a_part_that_was_not_searched(folder):
    world(folder, 5)
    parts = parts_of(folder, 3)
    whole = {(d["path"], q["start"] if "start" in q else q["id"]): q["verdict"]
             for d in json.loads(checked(folder).out)["documents"] for q in d["quotations"]}
    asked = queries(folder, parts)
    for missing in ("shard-1-of-3.verbatim", "shard-2-of-3.verbatim", "shard-3-of-3.verbatim"):
        ran = judged(folder, parts, b"".join(located(parts, asked, leave_out=(missing,))))
        report = json.loads(ran.out)
        assert report["summary"]["not_found"] == 0 and report["summary"]["altered"] == 0, report["summary"]
        number = missing.split("-")[1]
        assert any(f"part {number} of 3" in problem["message"] for problem in report["problems"]), report["problems"]
        rules = {finding["rule"] for document in report["documents"] for finding in document["findings"]}
        assert not rules & {"quotation-not-found", "altered-wording", "wrong-source", "wrong-document"}, rules
        for document in report["documents"]:
            for quotation in document["quotations"]:
                before = whole[document["path"], quotation["start"] if "start" in quotation else quotation["id"]]
                assert quotation["verdict"] in (before, "unchecked", "verbatim", "conventional"), quotation
    ran = judged(folder, parts, b"".join(asked.splitlines(keepends=True)))  # nobody answered
    assert json.loads(ran.out)["summary"]["checked"] == 0, ran
    (parts / "shard-2-of-3.verbatim").unlink()
    ran = verbatim("check", "a.md", "b.md", "--library", parts, "--no-config", "--format", "json", cwd=folder)
    assert json.loads(ran.out)["summary"]["not_found"] == 0 and "shard-2-of-3" in ran.text, ran


def lines_from_outside(folder):
    world(folder, 6)
    parts = parts_of(folder, 2)
    shard = parts / "shard-1-of-2.verbatim"
    asked = queries(folder, parts, ("a.md",))
    answers = located(parts, asked)[0].splitlines()
    answer = next(json.loads(line) for line in answers if b'"located"' in line and b'"places":[[' in line)

    def place(**changes):
        changed = json.loads(json.dumps(answer))
        window = next(w for look in changed["looks"] for w in look["windows"] if w["places"])
        window.update(changes)
        return json.dumps(changed).encode()

    for line, said in [
        (b"no json", "standard input:1:"), (b'{"type":', "standard input:1:"), (b"[" * 100_000, "nested too deep"),
        (b'{"type":"document"}', "standard input:1:1"), (b"5", "standard input:1:1"), (b"\xff\xfe\x00", "input:1:"),
        (b'{"type":"moon","schema_version":1}', "no type that is known"),
        (b'{"type":"document","schema_version":2}', "another version"),
        (b'{"type":"document","schema_version":1,"ordinal":-1,"path":"a.md","sha256":""}', "negative"),
        (place(version=[0]), "a version is"), (place(places=[[1, 2]]), "ten values"),
        (place(votes=-3), "negative"),
    ]:
        for ran in (verbatim("locate", "--shard", shard, stdin=line + b"\n", status=2),
                    judged(folder, parts, line + b"\n", status=2)):
            assert said in ran.complaint and "verbatim extract" in ran.complaint, f"{line[:60]}: {ran}"
    # Places that no text has, versions that the library has not: they are left out, whatever else is said.
    for line in (place(version=[4_000_000, 9]), place(places=[[0, 4_000_000_000, 0, 0, 4_000_000_000, 0, 9, True, 0, 9]]),
                 place(places=[[0, 5, 0, 0, 5, 0, 5, True, 0, 4_000_000_000]])):
        judged(folder, parts, b"\n".join([*answers, line]) + b"\n")
    # Steps that do not fit together.
    other = parts_of(folder, 3, name="other")
    ran = verbatim("locate", "--shard", other / "shard-1-of-3.verbatim", stdin=asked, status=2)
    assert "another library" in ran.complaint, ran
    assert "another library" in judged(folder, other, b"\n".join(answers), status=2).text
    shutil.copy(other / "shard-1-of-3.verbatim", parts / "shard-x.verbatim")
    ran = verbatim("locate", "--shard", parts / "shard-x.verbatim", stdin=asked, status=2)
    assert "another manifest" in ran.complaint, ran
    assert "in parts" in verbatim("judge", "--library", "texts", stdin=b"\n".join(answers), cwd=folder, status=2).text
    assert "in parts" in verbatim("extract", "a.md", "--queries", cwd=folder, status=2).complaint
    write_files(folder, {"a.md": (folder / "a.md").read_text(encoding="utf-8") + "\nMore.\n"})
    assert "has changed" in judged(folder, parts, b"\n".join(answers), status=2).text


def verified(folder):
    world(folder, 7)
    parts = parts_of(folder, 2)
    ran = verbatim("library", "verify", parts, "--no-config", cwd=folder)
    assert "damaged" not in ran.text and "changed" not in ran.text, ran
    shard = parts / "shard-2-of-2.verbatim"
    whole = shard.read_bytes()
    lot = random.Random(3)
    for _ in range(12):
        broken = bytearray(whole)
        broken[lot.randrange(len(broken))] ^= 1 << lot.randrange(8)
        shard.write_bytes(broken)
        verbatim("check", "a.md", "--library", parts, "--no-config", cwd=folder)  # no crash
    shard.write_bytes(whole[:len(whole) // 2])
    assert "damaged" in verbatim("library", "verify", parts, "--no-config", cwd=folder, status=1).text
    shard.write_bytes(whole)
    write_files(folder, {"texts/work-0.txt": "Other words.\n"})
    assert "has changed" in verbatim("library", "verify", parts, "--no-config", cwd=folder, status=1).text
    assert "--index FOLDER" in verbatim("library", "index", "texts", "--shards", "2", cwd=folder, status=2).complaint
    assert "saved already" in verbatim("library", "index", parts, "--index", "x", cwd=folder, status=2).complaint


def by_gnu_parallel(folder):
    if shutil.which("parallel") is None:
        raise Skipped("GNU parallel is not installed")
    documents = ["examples/clean.md", "examples/history.md"]
    ran = subprocess.run([str(ROOT / "examples/beyond-one-machine.sh"), str(BINARY), "examples/library",
                          str(folder / "parts"), *documents, "--", "--no-config", "--format", "json"], cwd=ROOT,
                         capture_output=True, check=False, timeout=60, env=clean_environment(HOME=str(folder)))
    whole = checked(folder, "examples/library", documents, cwd=ROOT)
    assert ran.stdout == whole.out and ran.returncode == whole.status, ran.stderr


cases = Cases("end_to_end_parts")
cases.run_in_folder("the examples in one to seven parts", examples_in_parts)
for number in range(3):
    cases.run_in_folder(f"any order, any of them twice: world {number}", any_order, number)
cases.run_in_folder("a part that was not searched denies nothing", a_part_that_was_not_searched)
cases.run_in_folder("lines from outside", lines_from_outside)
cases.run_in_folder("verify, and what is damaged", verified)
cases.run_in_folder("GNU parallel", by_gnu_parallel)
sys.exit(cases.finish())
