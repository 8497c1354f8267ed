#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The examples, as users run them: planted faults, the same bytes for any number of threads, valid JSON and SARIF.

Usage: test_examples.py VERBATIM RESULTS
"""
import importlib.util
import json
import pathlib
import subprocess
import sys

from harness import ROOT, Cases, Skipped, verbatim

HERE = pathlib.Path(__file__).parent
LIBRARY = ["--library", "examples/library"]
COMMANDS = {
    "check": ["check", "examples/history.md", "examples/clean.md", *LIBRARY],
    "check the folder": ["check", "examples", *LIBRARY],
    "check without a library": ["check", "examples"],
    "compare": ["compare", "examples/edit/before.md", "examples/edit/after.md", *LIBRARY],
    "compare without a library": ["compare", "examples/edit/before.md", "examples/edit/after.md"],
    "translation": ["translation", "examples/translation/zh.md", "examples/translation/en.md", *LIBRARY],
    "report": ["report", "examples", *LIBRARY],
    "extract": ["extract", "examples"],
    "find": ["find", "the money is a gift", *LIBRARY],
}
FORMATS = ["text", "line", "json", "jsonl", "sarif", "markdown", "html", "csl-json"]


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "report" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def planted(command, golden):
    """Every planted fault by its rule at its place, and nothing else: `line: rule "words"`, one a line."""
    ran = verbatim(*command, "--format", "json")
    report = json.loads(ran.out)
    holders = report["documents"] + report["pairs"]
    found = []
    for holder in holders:
        for finding in holder["findings"]:
            path = finding.get("path") or holder["path"]
            bytes_of_file = (ROOT / path).read_bytes()
            words = " ".join(bytes_of_file[finding["start"]:finding["end"]].decode("utf-8").split())
            found.append(f'{path}:{finding["line"]}:{finding["column"]} {finding["severity"]} {finding["rule"]} "{words}"')
    want = [line for line in (HERE / golden).read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    missing = [line for line in want if line not in found]
    unexpected = [line for line in found if line not in want]
    assert not missing and not unexpected, "\n".join(["missing:", *missing, "unexpected:", *unexpected])


def same_bytes(command, format_name):
    """Threads, a second run and the locale change nothing."""
    first = verbatim(*command, "--format", format_name, "--jobs", "1")
    locales = [{"LC_ALL": "C"}, {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"}]
    for changes in locales if format_name in ("text", "json") else locales[:1]:
        again = verbatim(*command, "--format", format_name, "--jobs", "4", env=changes)
        assert again.status == first.status, f"{changes}: status {again.status}, not {first.status}"
        assert again.out == first.out and again.err == first.err, f"{changes}: other bytes"


def follows_schema(folder, command):
    path = folder / "report.json"
    path.write_bytes(verbatim(*command, "--format", "json").out)
    module = script("validate_schema")
    process = subprocess.run([sys.executable, module.__file__, str(path)], capture_output=True, text=True, check=False)
    if process.returncode == 77:
        raise Skipped(process.stderr.strip())
    assert process.returncode == 0, process.stderr


def counts_agree(command):
    """The identities of the summary, counted again from the documents."""
    report = json.loads(verbatim(*command, "--format", "json").out)
    summary = report["summary"]
    quotations = [q for d in report["documents"] for q in d["quotations"]]
    spoken = [q for q in quotations if q["kind"] == "quotation"]
    findings = [f for holder in report["documents"] + report["pairs"] for f in holder["findings"]]
    verdicts = [q["verdict"] for q in spoken if q["nested_in"] is None]
    assert summary["documents"] == len(report["documents"])
    assert summary["quotations"] == len(spoken) == summary["checked"] + summary["unchecked"] + summary["nested"]
    for name in ("verbatim", "conventional", "altered", "not_found", "unchecked"):
        assert summary[name] == verdicts.count(name.replace("_", "-")), name
    assert summary["titles"] == sum(q["kind"] == "title" for q in quotations)
    assert summary["terms"] == sum(q["kind"] == "term" for q in quotations)
    assert summary["attributed"] + summary["unattributed"] == len(spoken)
    assert summary["citations"] == sum(len(d["citations"]) for d in report["documents"])
    for name in ("error", "warning", "info"):
        assert summary[name + "s"] == sum(f["severity"] == name for f in findings), name
    for quotation in quotations:
        if quotation["kind"] != "quotation":
            assert quotation["verdict"] in (None, "verbatim", "conventional"), quotation
        assert (quotation["reason"] is not None) == (quotation["verdict"] == "unchecked"), quotation


def sarif_is_valid(folder):
    paths = []
    for name, command in COMMANDS.items():
        if command[0] in ("check", "compare", "translation"):
            path = folder / (name.replace(" ", "-") + ".sarif")
            path.write_bytes(verbatim(*command, "--format", "sarif").out)
            paths.append(str(path))
    module = script("validate_sarif")
    process = subprocess.run([sys.executable, module.__file__, *paths], capture_output=True, text=True, check=False,
                             timeout=280)
    if process.returncode == 77:
        raise Skipped(process.stderr.strip())
    assert process.returncode == 0, process.stdout + process.stderr


def extract_agrees_with_check():
    """`extract` prints one quotation, citation or entry a line, the same ones as the report."""
    report = json.loads(verbatim("check", "examples", "--format", "json").out)
    lines = [json.loads(line) for line in verbatim("extract", "examples", status=0).text.splitlines()]
    for kind, key in (("quotation", "quotations"), ("citation", "citations"), ("entry", "entries")):
        want = [(d["path"], item["id"]) for d in report["documents"] for item in d[key]]
        assert sorted((line["path"], line["id"]) for line in lines if line["type"] == kind) == sorted(want), kind


def machine_formats_parse(folder):
    for name in ("json", "sarif", "csl-json"):
        json.loads(verbatim("report", "examples", *LIBRARY, "--format", name, status=0).out)
    for line in verbatim("report", "examples", *LIBRARY, "--format", "jsonl", status=0).text.splitlines():
        json.loads(line)
    verbatim("report", "examples", *LIBRARY, "--output", f"json={folder / 'a.json'}", "--format", "markdown", status=0)
    assert json.loads((folder / "a.json").read_bytes())["command"] == "report"


def main():
    cases = Cases("examples")
    cases.run("every planted fault of history.md is found, and nothing else", planted,
              ["check", "examples/history.md", *LIBRARY], "history.findings")
    cases.run("every change of the edit is found, and nothing else", planted, COMMANDS["compare"], "edit.findings")
    cases.run("every fault of the translation is found, and nothing else", planted, COMMANDS["translation"],
              "translation.findings")
    for name, command in COMMANDS.items():
        if command[0] != "extract":
            cases.run(f"{name}: counts agree", counts_agree, command)
        cases.run_in_folder(f"{name}: JSON follows the schema", follows_schema, command)
    for name in ("check", "compare", "translation", "report"):
        for format_name in FORMATS:
            cases.run(f"{name}: the same bytes in {format_name}", same_bytes, COMMANDS[name], format_name)
    for name in ("check the folder", "extract", "find"):
        cases.run(f"{name}: the same bytes in jsonl", same_bytes, COMMANDS[name], "jsonl")
    cases.run("extract and check see the same", extract_agrees_with_check)
    cases.run_in_folder("machine formats parse", machine_formats_parse)
    cases.run_in_folder("SARIF is valid for its official validator", sarif_is_valid)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
