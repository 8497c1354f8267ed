#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is known and what is new: --baseline, --since and compare --git.

Usage: test_changes.py VERBATIM RESULTS
"""
import json
import shutil
import subprocess
import sys

from harness import Cases, Skipped, clean_environment, verbatim, write_files

SOURCE = "No ship shall be turned away because its crew is poor. The colour of a flag is no reason to refuse a berth.\n"
FAITHFUL = 'Oda Lindqvist said: "The colour of a flag is no reason to refuse a berth."\n'
OTHER = 'Oda Lindqvist said: "The colour of a Flag is no reason to refuse a berth."\n'
SHIP = 'Oda Lindqvist said: "No Ship shall be turned away because its crew is poor."\n'
LIBRARY = '[[work]]\nid = "a"\ntitle = "Opening"\ncreators = ["Oda Lindqvist"]\n[[work.version]]\nfile = "a.txt"\n'
TEXTS = {"sources/library.toml": LIBRARY, "sources/a.txt": SOURCE}
DAY = {"SOURCE_DATE_EPOCH": "86400", "USER": "Ines"}


def check(folder, *options, status, document="draft.md"):
    return verbatim("check", document, "--library", "sources", *options, cwd=folder, status=status, env=DAY)


def git(folder, *arguments):
    if shutil.which("git") is None:
        raise Skipped("git is not installed")
    settings = ["-c", "user.name=Ines", "-c", "user.email=ines@harbour.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True,
                   env=clean_environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null"))


def committed(folder, files):
    write_files(folder, files)
    git(folder, "init", "-q", ".")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")


def a_first_baseline_takes_everything_in(folder):
    write_files(folder, TEXTS | {"draft.md": OTHER})
    ran = check(folder, "--baseline", "known.json", "--write-baseline", "--reason", "as printed", status=0)
    assert "note: baseline: 0 known, 1 taken in" in ran.text, str(ran)
    known = json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"]
    assert len(known) == 1, known
    fingerprint = known[0].pop("fingerprint")
    assert len(fingerprint) == 32, fingerprint
    assert known[0] == {"path": "draft.md", "rule": "altered-case", "words": "Flag", "count": 1, "by": "Ines",
                        "date": "1970-01-02", "reason": "as printed"}, known
    assert "baseline: 1 known" in check(folder, "--baseline", "known.json", status=0).text


def what_is_known_stays_known_when_lines_move_and_severities_change(folder):
    write_files(folder, TEXTS | {"draft.md": OTHER})
    check(folder, "--baseline", "known.json", "--write-baseline", status=0)
    write_files(folder, {"draft.md": "# Flags\n\nIt rained.\n\n" + OTHER})
    check(folder, "--baseline", "known.json", "--severity", "altered-case=error", status=0)


def it_is_known_as_often_as_the_file_says(folder):
    write_files(folder, TEXTS | {"draft.md": OTHER})
    check(folder, "--baseline", "known.json", "--write-baseline", status=0)
    write_files(folder, {"draft.md": OTHER + "\n" + OTHER})
    ran = check(folder, "--baseline", "known.json", status=1)
    assert "0 errors, 1 warning" in ran.text and "draft.md:3:38" in ran.text, str(ran)
    write_files(folder, {"other.md": OTHER})
    check(folder, "--baseline", "known.json", status=1, document="other.md")


def what_is_gone_is_told_and_taken_out_when_asked(folder):
    write_files(folder, TEXTS | {"draft.md": OTHER})
    check(folder, "--baseline", "known.json", "--write-baseline", status=0)
    write_files(folder, {"draft.md": FAITHFUL, "other.md": FAITHFUL})
    elsewhere = check(folder, "--baseline", "known.json", status=0, document="other.md")
    assert "expects" not in elsewhere.text, "a document that was not read says nothing about its entries"
    ran = check(folder, "--baseline", "known.json", status=0)
    assert 'draft.md: info: the baseline expects altered-case at "Flag" once more than it is found' in ran.text, str(ran)
    check(folder, "--baseline", "known.json", "--write-baseline", status=0)
    assert json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"] == []


def an_update_swallows_nothing_new_unasked(folder):
    write_files(folder, TEXTS | {"draft.md": OTHER})
    check(folder, "--baseline", "known.json", "--write-baseline", "--reason", "as printed", status=0)
    write_files(folder, {"draft.md": OTHER + "\n" + SHIP})
    before = (folder / "known.json").read_text(encoding="utf-8")
    check(folder, "--baseline", "known.json", "--write-baseline", status=1)
    assert (folder / "known.json").read_text(encoding="utf-8") == before
    check(folder, "--baseline", "known.json", "--write-baseline", "--accept-new", "--reason", "a name", status=0)
    known = json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"]
    assert [entry["reason"] for entry in known] == ["as printed", "a name"], known


def a_baseline_that_cannot_be_used_is_an_error(folder):
    write_files(folder, TEXTS | {"draft.md": FAITHFUL, "torn.json": '{\n"findings": [', "list.json": "[]",
                                 "part.json": '{"findings": [{"path": "draft.md"}]}',
                                 "large.json": '{"findings": [{"path": "draft.md", "count": 1e999}]}'})
    for name, told in (("gone.json", "cannot be read"), ("torn.json", "torn.json:2: error: the baseline is no JSON"),
                       ("list.json", "has no list"), ("part.json", "finding 1 of the baseline lacks"),
                       ("large.json", "large.json: error: a number of the baseline is too large")):
        assert told in check(folder, "--baseline", name, status=2).text, name
    assert "requires --baseline" in check(folder, "--write-baseline", status=2).complaint


def since_shows_findings_on_changed_lines_alone(folder):
    committed(folder, TEXTS | {"draft.md": OTHER})
    ran = check(folder, "--since", "HEAD", status=0)
    assert "note: 1 finding lies on lines that have not changed since HEAD" in ran.text, str(ran)
    write_files(folder, {"draft.md": OTHER + "\n" + SHIP, "new.md": OTHER})
    ran = check(folder, "--since", "HEAD", status=1)
    assert "draft.md:3:25" in ran.text and "draft.md:1:" not in ran.text, str(ran)
    check(folder, "--since", "HEAD", status=1, document="new.md")
    (folder / "below").mkdir()
    ran = verbatim("check", "../draft.md", "--library", "../sources", "--since", "HEAD", cwd=folder / "below", status=1)
    assert "draft.md:3:25" in ran.text and "draft.md:1:" not in ran.text, str(ran)


def since_needs_a_revision_that_git_knows(folder):
    committed(folder, TEXTS | {"draft.md": OTHER})
    assert 'git knows no revision "nowhere"' in check(folder, "--since", "nowhere", status=2).text


def a_working_tree_against_a_revision(folder):
    committed(folder, TEXTS | {"draft.md": FAITHFUL, "same.md": FAITHFUL})
    ran = verbatim("compare", "--git", "HEAD", cwd=folder, status=0)
    assert "note: no document differs from HEAD" in ran.text, str(ran)
    write_files(folder, {"draft.md": "The colour of a flag is no matter.\n", "new.md": OTHER})
    (folder / "sources/a.txt").write_text(SOURCE + "More.\n", encoding="utf-8")
    ran = verbatim("compare", "--git", "HEAD", "--library", "sources", cwd=folder, status=1)
    assert "HEAD:draft.md:1:22" in ran.text and "HEAD:draft.md → draft.md" in ran.text, str(ran)
    assert "same.md" not in ran.text and "a.txt →" not in ran.text, str(ran)
    ran = verbatim("compare", "--git", "HEAD", "same.md", cwd=folder, status=0)
    pair = json.loads(verbatim("compare", "--git", "HEAD", "--format", "json", cwd=folder).text)["pairs"][0]
    assert pair["from"] == {"document": 0, "path": "draft.md", "revision": "HEAD"}, pair["from"]
    assert pair["to"] == {"document": 1, "path": "draft.md", "revision": None}, pair["to"]


def two_revisions_a_renamed_file_and_one_that_is_gone(folder):
    committed(folder, {"texts/draft.md": FAITHFUL + "\nIt rained on the quay for a week, and then for another.\n",
                       "texts/gone.md": "The gulls of Anderby vote on Thursdays, and nobody has asked why.\n"})
    (folder / "texts/draft.md").rename(folder / "texts/final.md")
    (folder / "texts/gone.md").unlink()
    write_files(folder, {"texts/final.md": OTHER + "\nIt rained on the quay for a week, and then for another.\n"})
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "second")
    ran = verbatim("compare", "--git", "HEAD~1..HEAD", "texts", cwd=folder, status=1)
    assert "HEAD~1:texts/draft.md → HEAD:texts/final.md: 1 edited" in ran.text, str(ran)
    assert "texts/gone.md: info: is gone; nothing to compare" in ran.text, str(ran)
    verbatim("compare", "--git", "HEAD~1..HEAD", "elsewhere", cwd=folder, status=0)


def git_needs_a_repository(folder):
    ran = verbatim("compare", "--git", "HEAD", cwd=folder, status=2, env={"GIT_CEILING_DIRECTORIES": str(folder.parent)})
    assert "there is no git repository here" in ran.complaint, str(ran)


def main():
    cases = Cases("changes")
    for case in (a_first_baseline_takes_everything_in, what_is_known_stays_known_when_lines_move_and_severities_change,
                 it_is_known_as_often_as_the_file_says, what_is_gone_is_told_and_taken_out_when_asked,
                 an_update_swallows_nothing_new_unasked, a_baseline_that_cannot_be_used_is_an_error,
                 since_shows_findings_on_changed_lines_alone, since_needs_a_revision_that_git_knows,
                 a_working_tree_against_a_revision, two_revisions_a_renamed_file_and_one_that_is_gone,
                 git_needs_a_repository):
        cases.run_in_folder(case.__name__.replace("_", " "), case)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
