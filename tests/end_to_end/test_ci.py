#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The entry points for CI: pre-commit hooks and the composite action, as far as they run without a server.

Usage: test_ci.py VERBATIM RESULTS
"""
import json
import os
import re
import subprocess
import sys

from harness import BINARY, ROOT, Cases, Skipped, clean_environment, write_files

ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
SOURCE = "The tide came twice and took the lower road away.\n"
FILES = {"sources/x.txt": SOURCE,
         "good.md": 'Ivar Holm said: "The tide came twice and took the lower road away."\n',
         "bad.md": 'Ivar Holm said: "The tide came thrice and took the lower road away."\n',
         "verbatim.toml": '[library]\npaths = ["sources"]\n'}


def run(folder, command, **environment):
    path = f"{BINARY.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False,
                          env=clean_environment(PATH=path, **environment))


def hooks():
    """id → entry of each hook."""
    return dict(re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  entry: (.+)\n", HOOKS, re.M))


def hooks_run(folder):
    if BINARY.name != "verbatim":
        raise Skipped("the binary has another name")
    write_files(folder, FILES)
    entries = hooks()
    assert set(entries) == {"verbatim-check", "verbatim-translation", "verbatim-library"}, entries
    check = entries["verbatim-check"].split()
    assert run(folder, [*check, "good.md"]).returncode == 0
    assert run(folder, [*check, "--library", "sources", "good.md", "bad.md"]).returncode == 1
    assert run(folder, entries["verbatim-library"].split()).returncode in (0, 1)
    write_files(folder, {"verbatim.toml": '[[translation]]\nsource = "zh/{name}.md"\ntranslation = "en/{name}.md"\n',
                         "zh/a.md": "雨下了整整一个星期。\n", "en/a.md": "It rained for a whole week in the old town.\n"})
    ran = run(folder, entries["verbatim-translation"].split())
    assert ran.returncode == 0 and "2 documents" in ran.stdout, ran


def yaml_is_well_formed():
    try:
        import yaml
    except ImportError as error:
        raise Skipped("python3-yaml is not installed") from error
    for hook in yaml.safe_load(HOOKS):
        assert {"id", "name", "entry", "language"} <= set(hook), hook
    action = yaml.safe_load(ACTION)
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash" and "run" in step, step
    assert {"paths", "library", "fail-on", "format", "sarif"} <= set(action["inputs"])
    for name in re.findall(r"inputs\.([\w-]+)", ACTION):
        assert name in action["inputs"], name


def commands_exist():
    """Every script that the action calls is there and parses; no input is pasted into a command."""
    runs = re.findall(r"^ +run: (.+)$", ACTION, re.M)
    assert len(runs) == 2
    for command in runs:
        assert "${{" not in command, f"an input in a command can be code: {command}"
        script = re.search(r'\$GITHUB_ACTION_PATH/([\w./-]+)"', command).group(1)
        assert subprocess.run(["bash", "-n", str(ROOT / script)], check=False).returncode == 0, script
    for script in sorted((ROOT / ".ci").iterdir()):
        if script.suffix != ".txt":
            assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0, script


def action(folder, **inputs):
    """Runs the step `Check` of action.yml as GitHub would, with these inputs; returns the run and its outputs."""
    command = re.findall(r"^ +run: (.+)$", ACTION, re.M)[1]
    names = re.findall(r"^ +(VERBATIM_ACTION_\w+): \$\{\{ inputs\.([\w-]+) \}\}$", ACTION, re.M)
    defaults = dict(re.findall(r"^  ([\w-]+):\n    description: .+\n    default: (.+)$", ACTION, re.M))
    values = {name: inputs.get(of.replace("-", "_"), defaults[of].strip('"')) for name, of in names}
    output = folder / "github-output"
    output.write_text("", encoding="utf-8")
    values["VERBATIM_ACTION_BINARY"] = str(BINARY)
    ran = run(folder, ["bash", "-c", command], GITHUB_ACTION_PATH=str(ROOT), GITHUB_OUTPUT=str(output), **values)
    return ran, dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())


def action_finds(folder):
    write_files(folder, FILES)
    ran, outputs = action(folder, paths="good.md bad.md", library="sources")
    assert ran.returncode == 1 and outputs == {"sarif": "verbatim.sarif", "exit-code": "1"}, (ran, outputs)
    log = json.loads((folder / "verbatim.sarif").read_text(encoding="utf-8"))
    assert [r["ruleId"] for r in log["runs"][0]["results"]], log
    assert "bad.md:1:" in ran.stdout


def action_passes(folder):
    write_files(folder, FILES)
    assert action(folder, paths="good.md")[0].returncode == 0
    assert action(folder, paths="bad.md", fail_on="never")[0].returncode == 0
    ran, outputs = action(folder, paths="good.md\nbad.md\n", sarif="out.sarif", format="line")
    assert ran.returncode == 1 and outputs["sarif"] == "out.sarif" and "bad.md:1:" in ran.stdout, ran
    assert action(folder)[0].returncode == 1  # without paths: what verbatim.toml includes
    ran, outputs = action(folder, paths="missing.md")
    assert ran.returncode == 2 and outputs["exit-code"] == "2", ran


def action_takes_no_orders(folder):
    """Inputs are data: neither commands, nor options, nor patterns for the shell."""
    write_files(folder, FILES)
    for paths in ("$(touch owned)", "; touch owned", "`touch owned`", "--output=json=owned"):
        assert action(folder, paths=paths)[0].returncode == 2, paths
        assert not (folder / "owned").exists(), paths


def action_allows_a_missing_library(folder):
    write_files(folder, {"a.md": "words", "sources/README.md": "private"})
    assert action(folder, paths="a.md", library="sources")[0].returncode == 2
    assert action(folder, paths="a.md", library="sources", allow_unchecked="true")[0].returncode == 0


def main():
    cases = Cases("ci")
    cases.run_in_folder("pre-commit: each hook's command runs", hooks_run)
    cases.run("hooks and action are well-formed YAML", yaml_is_well_formed)
    cases.run("scripts that CI calls parse", commands_exist)
    cases.run_in_folder("action: finds, fails and writes SARIF", action_finds)
    cases.run_in_folder("action: passes", action_passes)
    cases.run_in_folder("action: inputs are data", action_takes_no_orders)
    cases.run_in_folder("action: a private library may be missing", action_allows_a_missing_library)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
