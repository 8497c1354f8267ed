#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Mends put into the user's files: --fix, and --fix --diff as a patch.

Usage: test_fix.py VERBATIM RESULTS
"""
import shutil
import subprocess
import sys

from harness import Cases, Skipped, verbatim, write_files

SOURCE = "We shall lend the port fourteen million crowns over three years. The colour of a flag is no reason.\n"
LIBRARY = '[[work]]\nid = "a"\ntitle = "Opening"\ncreators = ["Oda Lindqvist"]\n[[work.version]]\nfile = "a.txt"\n'
TEXTS = {"sources/library.toml": LIBRARY, "sources/a.txt": SOURCE}
WRONG = 'Oda Lindqvist said: "We shall lend the port {} crowns over three years."'


def check(folder, *options, status, document="draft.md"):
    return verbatim("check", document, "--library", "sources", *options, cwd=folder, status=status)


def the_words_of_the_source_are_put_back(folder):
    write_files(folder, TEXTS | {"draft.md": "# One\n\n" + WRONG.format("forty million") + "\n\nRain.\n"})
    ran = check(folder, "--fix", status=0)
    assert "note: mended: 1 finding in 1 document" in ran.text and "0 errors" in ran.text, str(ran)
    text = (folder / "draft.md").read_text(encoding="utf-8")
    assert text == "# One\n\n" + WRONG.format("fourteen million") + "\n\nRain.\n", text
    check(folder, status=0)


def every_other_byte_stays(folder):
    write_files(folder, TEXTS)
    before = b"\xef\xbb\xbf" + ("é line\r\n\r\n" + WRONG.format("forty million") + "\r\n").encode("utf-8")
    (folder / "draft.md").write_bytes(before)
    check(folder, "--fix", status=0)
    assert (folder / "draft.md").read_bytes() == before.replace(b"forty", b"fourteen")


def with_diff_nothing_is_written_and_the_patch_applies(folder):
    write_files(folder, TEXTS | {"draft.md": WRONG.format("forty million") + "\n"})
    ran = check(folder, "--fix", "--diff", status=1)
    assert (folder / "draft.md").read_text(encoding="utf-8") == WRONG.format("forty million") + "\n"
    assert ran.text.startswith("diff --git a/draft.md b/draft.md\n"), ran.text
    assert "could be mended: 1 finding in 1 document" in ran.complaint, ran.complaint
    if shutil.which("git") is None:
        raise Skipped("git is not installed")
    subprocess.run(["git", "apply", "-"], input=ran.out, cwd=folder, check=True)
    assert (folder / "draft.md").read_text(encoding="utf-8") == WRONG.format("fourteen million") + "\n"


def words_with_markup_between_them_are_left_alone(folder):
    text = WRONG.format("*forty* million") + "\n"
    write_files(folder, TEXTS | {"draft.md": text})
    ran = check(folder, "--fix", status=1)
    assert "note: nothing was mended" in ran.text, str(ran)
    assert (folder / "draft.md").read_text(encoding="utf-8") == text


def standard_input_is_left_alone(folder):
    write_files(folder, TEXTS)
    ran = verbatim("check", "-", "--library", "sources", "--fix", cwd=folder, status=1,
                   stdin=WRONG.format("forty million").encode("utf-8"))
    assert "nothing was mended" in ran.text, str(ran)


def what_is_known_is_not_mended(folder):
    write_files(folder, TEXTS | {"draft.md": WRONG.format("forty million") + "\n"})
    check(folder, "--baseline", "known.json", "--write-baseline", status=0)
    check(folder, "--baseline", "known.json", "--fix", status=0)
    assert "forty" in (folder / "draft.md").read_text(encoding="utf-8")


def links_and_permissions_stay(folder):
    write_files(folder, TEXTS | {"real.md": WRONG.format("forty million") + "\n"})
    (folder / "real.md").chmod(0o640)
    (folder / "draft.md").symlink_to("real.md")
    check(folder, "--fix", status=0)
    assert (folder / "draft.md").is_symlink()
    assert "fourteen" in (folder / "real.md").read_text(encoding="utf-8")
    assert (folder / "real.md").stat().st_mode & 0o777 == 0o640


def diff_needs_fix(folder):
    write_files(folder, TEXTS | {"draft.md": "Rain.\n"})
    assert "--diff requires --fix" in check(folder, "--diff", status=2).complaint


def main():
    cases = Cases("fix")
    for case in (the_words_of_the_source_are_put_back, every_other_byte_stays,
                 with_diff_nothing_is_written_and_the_patch_applies, words_with_markup_between_them_are_left_alone,
                 standard_input_is_left_alone, what_is_known_is_not_mended, links_and_permissions_stay, diff_needs_fix):
        cases.run_in_folder(case.__name__.replace("_", " "), case)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
