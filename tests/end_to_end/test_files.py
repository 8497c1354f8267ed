#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files that are no plain files, streams, terminals, folders that cannot be read or written.

Usage: test_files.py VERBATIM RESULTS
"""
import json
import os
import pathlib
import pty
import signal
import stat
import subprocess
import sys
import threading

from harness import BINARY, Cases, Skipped, clean_environment, verbatim, write_files

QUOTED = 'Oda Lindqvist said: "It rained for a {} on the long quay."\n'
NOBODY = 65534


def as_nobody(folder, *arguments):
    """Root reads and writes everything; so such cases run as somebody else."""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        for path in (folder, *BINARY.parents):
            if not path.stat().st_mode & stat.S_IXOTH and path != folder:
                raise Skipped(f"{path} is closed to other users than root")
        folder.chmod(0o755)
    process = subprocess.run([str(BINARY), *arguments], cwd=folder, capture_output=True, text=True, timeout=60,
                             check=False, env=clean_environment(), **user)
    assert process.returncode in (0, 1, 2), process
    return process


def unreadable_document(folder):
    write_files(folder, {"a.md": "words", "b.md": "words"})
    (folder / "a.md").chmod(0)
    ran = as_nobody(folder, "check", "a.md", "b.md")
    assert ran.returncode == 2 and "a.md: error: the file cannot be" in ran.stdout, ran
    assert "check its permissions" in ran.stdout and "1 document " in ran.stdout, ran


def unreadable_folder(folder):
    write_files(folder, {"texts/a.md": "words", "texts/closed/b.md": "words"})
    (folder / "texts/closed").chmod(0)
    ran = as_nobody(folder, "check", "texts")
    (folder / "texts/closed").chmod(0o755)
    assert ran.returncode == 2 and "texts/closed: error: the folder cannot be read" in ran.stdout, ran


def unwritable_output(folder):
    write_files(folder, {"a.md": QUOTED.format("week"), "out/old.json": "old"})
    (folder / "out").chmod(0o555)
    (folder / "out/old.json").chmod(0o444)
    ran = as_nobody(folder, "check", "a.md", "--output", "json=out/old.json", "--output", "sarif=out/new.sarif")
    assert ran.returncode == 2, ran
    assert ran.stderr.count("cannot be written") == 2 and "nothing was changed" in ran.stderr, ran
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["old.json"], "something was left behind"
    assert (folder / "out/old.json").read_text(encoding="utf-8") == "old"


def output_replaces_whole_files(folder):
    write_files(folder, {"a.md": QUOTED.format("week"), "r.json": "x" * 100000})
    verbatim("check", "a.md", "--output", "json=r.json", cwd=folder, status=0)
    json.loads((folder / "r.json").read_bytes())
    assert sorted(p.name for p in folder.iterdir()) == ["a.md", "r.json"]


def output_to_a_full_disk(folder):
    if not pathlib.Path("/dev/full").exists():
        raise Skipped("no /dev/full")
    write_files(folder, {"a.md": QUOTED.format("week")})
    ran = verbatim("check", "a.md", "--output", "json=/dev/full", cwd=folder, status=2)
    assert "/dev/full: error: cannot be written" in ran.complaint, ran
    with open("/dev/full", "wb") as full:
        process = subprocess.run([str(BINARY), "check", "a.md"], cwd=folder, stdout=full, stderr=subprocess.PIPE,
                                 text=True, check=False, env=clean_environment())
    assert process.returncode == 2 and "standard output could not be written" in process.stderr, process


def interrupted(folder):
    """Whenever it is ended, Ctrl-C or kill -9: the output is the old one or whole, and nothing else is left."""
    write_files(folder, {"a.md": (QUOTED.format("week") + "\n") * 2000, "r.json": '"old"'})
    ended = 0
    for i in range(12):
        process = subprocess.Popen([str(BINARY), "check", "a.md", "--output", "json=r.json"], cwd=folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environment())
        try:
            process.wait(.02 * (i + 1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT if i % 2 == 0 else signal.SIGKILL)
            ended += process.wait() in (-signal.SIGINT, -signal.SIGKILL)
        json.loads((folder / "r.json").read_bytes())
        assert sorted(p.name for p in folder.iterdir()) == ["a.md", "r.json"], "something was left behind"
    assert ended > 0, "the program was always faster"


def circle_of_links(folder):
    write_files(folder, {"texts/a.md": "words", "sources/a.txt": "Words stand here."})
    (folder / "texts/again").symlink_to(folder / "texts", target_is_directory=True)
    (folder / "sources/again").symlink_to(folder / "sources", target_is_directory=True)
    (folder / "texts/itself.md").symlink_to("itself.md")
    ran = verbatim("check", "texts", "--library", "sources", cwd=folder, status=2, timeout=20)
    assert "texts/itself.md: error:" in ran.text and "1 document " in ran.text, ran
    assert "texts/again: info: a link to a folder is not followed" in ran.text, ran


def link_out_of_the_library(folder):
    write_files(folder, {"a.md": "words", "secret.txt": "Secret words.", "sources/a.txt": "Words stand here."})
    (folder / "sources/link.txt").symlink_to(folder / "secret.txt")
    ran = verbatim("check", "a.md", "--library", "sources", cwd=folder, status=0)
    assert "sources/link.txt: warning: the link leads out of the library's folder" in ran.text, ran
    assert "secret" not in verbatim("library", "list", "sources", cwd=folder, status=0).text.lower()


def links_to_one_document(folder):
    write_files(folder, {"a.md": "words"})
    (folder / "b.md").symlink_to("a.md")
    assert "1 document " in verbatim("check", ".", cwd=folder, status=0).text


def reference_by_a_link(folder):
    """A document that is a reference by another name is not matched with itself either."""
    words = 'Ivar Holm said: "Nobody ever asked the lamplighters of this town what they could see from their ladders."\n'
    write_files(folder, {"sources/a.txt": "The tide came twice and took the lower road.\n", "sources/b.txt": words})
    (folder / "c.txt").symlink_to("sources/b.txt")
    for document in ("sources/b.txt", "c.txt"):
        report = json.loads(verbatim("check", document, "--library", "sources", "--format", "json", cwd=folder).out)
        assert [q["verdict"] for q in report["documents"][0]["quotations"]] == ["not-found"], document
    write_files(folder, {"copy.txt": words})
    report = json.loads(verbatim("check", "copy.txt", "--library", "sources", "--format", "json", cwd=folder).out)
    assert [q["verdict"] for q in report["documents"][0]["quotations"]] == ["verbatim"], "a copy is another text"


def pipe_in_a_folder(folder):
    write_files(folder, {"texts/a.md": "words", "sources/a.txt": "Words stand here."})
    os.mkfifo(folder / "texts/b.md")
    os.mkfifo(folder / "sources/b.txt")
    verbatim("check", "texts", "--library", "sources", cwd=folder, status=0, timeout=20)


def named_pipe(folder):
    os.mkfifo(folder / "pipe")
    writer = threading.Thread(target=lambda: (folder / "pipe").write_text(QUOTED.format("week"), encoding="utf-8"))
    writer.start()
    ran = verbatim("check", "pipe", cwd=folder, status=0, timeout=20)
    writer.join()
    assert "1 quotation" in ran.text, ran


def two_streams(folder):
    write_files(folder, {"old": QUOTED.format("week"), "new": QUOTED.format("month")})
    for new, status in (("new", 1), ("old", 0)):
        process = subprocess.run(["bash", "-c", f'"$0" compare <(cat old) <(cat {new})', str(BINARY)], cwd=folder,
                                 capture_output=True, text=True, timeout=60, check=False, env=clean_environment())
        assert process.returncode == status, process
        assert ("edited-quotation" in process.stdout) == (status == 1), process


def document_is_a_folder(folder):
    write_files(folder, {"a.md/b.md": "words"})
    assert "1 document " in verbatim("check", "a.md", cwd=folder, status=0).text
    assert "is a folder" in verbatim("compare", "a.md", "a.md/b.md", cwd=folder, status=2).complaint


def binary_document(folder):
    write_files(folder, {"a.md": b"\x7fELF\x02\x01\x01\x00\x00\x00" + bytes(range(256)) * 20})
    ran = verbatim("check", "a.md", cwd=folder, status=2)
    assert "a.md:1:8: error: this is not a text file" in ran.text, ran


def invalid_utf8(folder):
    for bad, place in ((b"ab\ncd \xff ef", "2:4"), (b"\xe6\x9d\x91\xc3", "1:2"), (b"a\xc0\x80", "1:2"),
                       (b"a\xed\xa0\x80", "1:2"), (b"a\xf4\x90\x80\x80", "1:2")):
        write_files(folder, {"a.md": bad})
        ran = verbatim("check", "a.md", cwd=folder, status=2)
        assert f"a.md:{place}: error: the text is not valid UTF-8 here" in ran.text, ran
        assert "store the file as UTF-8" in ran.text, ran


def broken_utf16(folder):
    for bad in (b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00", b"\xfe\xff\xdc\x00"):
        write_files(folder, {"a.md": bad})
        assert "a.md:" in verbatim("check", "a.md", cwd=folder, status=2).text


def found_by_walking_up(folder):
    write_files(folder, {"verbatim.toml": '[library]\npaths = ["sources"]\n[check]\nfail-on = "never"\n',
                         "sources/x.txt": "The tide came twice and took the lower road away.\n",
                         "a/b/c.md": 'Ivar Holm said: "The tide came thrice and took the lower road away."\n'})
    ran = verbatim("check", "c.md", cwd=folder / "a/b", status=0)
    assert "../../sources/x.txt:1" in ran.text, ran
    ran = verbatim("check", cwd=folder / "a/b", status=0)
    assert "../../a/b/c.md" in ran.text or "c.md:1" in ran.text, ran


def init_parses(folder):
    verbatim("init", cwd=folder, status=0)
    write_files(folder, {"a.md": "words", "sources/a.txt": "Words stand here."})
    assert "1 document " in verbatim("check", cwd=folder, status=0).text
    # every suggestion, taken, is valid too
    for name in ("verbatim.toml", "sources/library.toml"):
        path = folder / name
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([lines[0]] + [line[2:] if line.startswith("# ") else line for line in lines[1:]]),
                        encoding="utf-8")
    write_files(folder, {"sources/lindqvist-1956.txt": "We shall wait for the tide."})
    ran = verbatim("check", "a.md", cwd=folder, status=0)
    assert "error" not in ran.text.replace("0 errors", ""), ran
    assert "lindqvist-1956  Opening address  Oda Lindqvist" in verbatim("library", "list", "sources", cwd=folder).text


def on_a_terminal(folder, arguments):
    """What stderr gets where it is a terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen([str(BINARY), *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=slave,
                               env=clean_environment())
    os.close(slave)
    shown = b""
    while True:
        try:
            chunk = os.read(master, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(master)
    process.wait(timeout=60)
    return shown


def progress(folder):
    write_files(folder, {f"a{n}.md": QUOTED.format(n) * 20 for n in range(20)})
    names = [f"a{n}.md" for n in range(20)]
    assert b" of 20 documents" in on_a_terminal(folder, ["check", *names])
    assert b" of 20 documents" not in on_a_terminal(folder, ["check", "--quiet", *names])
    assert " of 20 documents" not in verbatim("check", *names, cwd=folder).complaint


def main():
    cases = Cases("files")
    for what, function in (
            ("an unreadable document", unreadable_document),
            ("a folder in a folder that cannot be read", unreadable_folder),
            ("a folder that cannot be written: nothing is left behind", unwritable_output),
            ("an output replaces a whole file", output_replaces_whole_files),
            ("a full disk", output_to_a_full_disk),
            ("ended at any moment: the output is whole or the old one", interrupted),
            ("links in a circle", circle_of_links),
            ("a link out of the library is not followed", link_out_of_the_library),
            ("two links to one document: read once", links_to_one_document),
            ("a reference reached by a link is not matched with itself", reference_by_a_link),
            ("pipes in folders do not block", pipe_in_a_folder),
            ("a named pipe is read", named_pipe),
            ("two streams are compared", two_streams),
            ("a folder named like a document", document_is_a_folder),
            ("a binary document", binary_document),
            ("invalid UTF-8 has its line and column", invalid_utf8),
            ("broken UTF-16", broken_utf16),
            ("verbatim.toml is found by walking up", found_by_walking_up),
            ("what init writes parses, and its suggestions too", init_parses),
            ("a progress line on a terminal, and only there", progress)):
        cases.run_in_folder(what, function)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
