#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs.py BINARY [--junit FILE]: does the prose say what the program does?"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True  # the source tree stays clean
sys.path.insert(0, str(ROOT / "tests"))
import junit  # noqa: E402

# Names of a machine or of a registry's host have no place in the project.
LOCAL = re.compile(r"(?<![\w.])/(?:work|home|root|tmp|mnt)/|localhost|\b(?:pypi|npmjs|crates)\.[a-z]+|deb\.debian\.org")


def pages():
    yield from sorted(ROOT.glob("*.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def name(path):
    return path.relative_to(ROOT).as_posix()


def run(*command, folder=ROOT):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


def script(binary, file):
    """The faults that a script of docs/ names when it only checks."""
    done = run(sys.executable, str(ROOT / "docs" / file), "--check", binary)
    if done.returncode != 0:
        yield (done.stderr + done.stdout).strip() or f"exit code {done.returncode}"


def without_code(text):
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^( *)(`{3,}).*?^\1\2$", "", text, flags=re.DOTALL | re.MULTILINE))


def anchors(path):
    """GitHub's anchors of the headings of a page."""
    for heading in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def dead_links():
    for page in pages():
        for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            path = (page.parent / file).resolve() if file else page
            if not path.exists():
                yield f"{name(page)}: {target} leads nowhere"
            elif anchor and anchor not in anchors(path):
                yield f"{name(page)}: {target}: no such heading"


def dead_paths():
    """Paths of the project that a page names in code and that are not there."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        for path in re.findall(r"`((?:src|grammar|tests|docs|fixtures|examples|cmake|bench|\.ci)/[\w./\-]*)`", text):
            if not (ROOT / path).exists() and path.upper() != path and "NAME" not in path:
                yield f"{name(page)}: {path} is not there"


def local_names():
    for page in pages():
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            if LOCAL.search(line):
                yield f"{name(page)}:{number}: names a machine or a registry: {line.strip()}"


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def refused_configuration(binary):
    """The TOML of docs/configuration.md, each block given to the command that reads it."""
    for block in blocks("docs/configuration.md", "toml"):
        with tempfile.TemporaryDirectory() as folder:
            library = "[[work]]" in block
            path = pathlib.Path(folder) / ("library.toml" if library else "verbatim.toml")
            path.write_text(block, encoding="utf-8")
            for file in re.findall(r'^file = "(.+)"', block, re.MULTILINE):
                (path.parent / file).write_text("", encoding="utf-8")
            done = run(binary, *(["library", "list", "."] if library else ["check", "--print-config"]), folder=folder)
            if done.returncode != 0:
                yield f"{path.name} of docs/configuration.md is refused: {done.stderr.strip()}"


def refused_rule_configuration(binary):
    for page in sorted((ROOT / "docs" / "rules").glob("*.md")):
        for block in blocks(name(page), "toml"):
            with tempfile.TemporaryDirectory() as folder:
                (pathlib.Path(folder) / "verbatim.toml").write_text(block, encoding="utf-8")
                done = run(binary, "check", "--print-config", folder=folder)
                if done.returncode != 0:
                    yield f"the configuration of {name(page)} is refused: {done.stderr.strip()}"


def undocumented(binary):
    """Commands, formats, settings, hooks and inputs of the action that no page names."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    output = (ROOT / "docs/output.md").read_text(encoding="utf-8")
    configuration = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    help_text = run(binary, "--help").stdout
    for command in re.findall(r"^  ([a-z]+) {4,}", help_text.split("Subcommands:")[-1], re.MULTILINE):
        if f"verbatim {command}" not in readme:
            yield f"README.md does not name the command {command}"
    formats = re.search(r"What standard output gets: ((?:[a-z\-]+\s+)+?)\s*--output", run(binary, "check", "--help").stdout)
    for reporter in formats[1].split() if formats else [""]:
        if not reporter or f"`{reporter}`" not in output:
            yield f"docs/output.md does not name the format {reporter or '(none was read from --help)'}"
    ci = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    hooks = re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    inputs = (ROOT / "action.yml").read_text(encoding="utf-8").split("\ninputs:")[1].split("\noutputs:")[0]
    for term in hooks + re.findall(r"^  ([a-z\-]+):$", inputs, re.MULTILINE):
        if f"`{term}`" not in ci:
            yield f"docs/ci.md does not name {term}"
    variables = re.findall(r'"(VERBATIM_[A-Z_]+)"', (ROOT / "src/cli/run.cpp").read_text(encoding="utf-8"))
    for variable in variables:
        if f"`{variable}`" not in configuration:
            yield f"docs/configuration.md does not name {variable}"
    keys = []
    for listed in re.findall(r"only\([^{}]*\{([^}]*)\}", (ROOT / "src/cli/configuration.cpp").read_text(encoding="utf-8")):
        keys += re.findall(r'"([a-z\-]+)"', listed)
    for listed in re.findall(r"const Keys \w+\{([^}]*)\}", (ROOT / "src/library/library_toml.cpp").read_text(encoding="utf-8")):
        keys += re.findall(r'"([a-z0-9\-]+)"', listed)
    if len(keys) < 30:
        yield "the keys could not be read from the code: mend this test"
    for key in keys:
        if not re.search(rf"(?<![\w\-]){re.escape(key)}(?![\w\-])", configuration):
            yield f"docs/configuration.md does not name the key {key}"


def classes_of(table, family=""):
    """Classes of a lexicon: `event-noun`, `cue.say`."""
    for key, value in table.items():
        if family == "" and key in ("conjugation", "conjugated"):
            continue
        if isinstance(value, dict):
            yield from classes_of(value, key)
        else:
            yield f"{family}.{key}" if family else key


def undocumented_classes():
    """Classes and patterns of the lexicons that docs/adding-a-language.md does not name; a family `cue.*` names all."""
    page = (ROOT / "docs/adding-a-language.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`\.?([a-z][a-z\-]*(?:\.[a-z*][a-z\-]*)?)`", page))
    keys = set()
    for lexicon in sorted((ROOT / "grammar/lexicon").glob("*.toml")):
        keys |= set(classes_of(tomllib.loads(lexicon.read_text(encoding="utf-8"))))
        keys |= set(tomllib.loads(lexicon.read_text(encoding="utf-8")).get("pattern", []))
    if len(keys) < 150:
        yield "the classes could not be read from grammar/lexicon: mend this test"
    for key in sorted(keys - {"language", "frame", "pattern", "shared-from", "shared"}):
        if key not in named and f"{key.split('.')[0]}.*" not in named:
            yield f"docs/adding-a-language.md does not name {key}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=lambda path: str(pathlib.Path(path).resolve()), help="the verbatim program")
    parser.add_argument("--junit", help="write the cases as JUnit XML")
    options = parser.parse_args()
    checks = {
        "readme_shows_what_the_commands_print": lambda: script(options.binary, "refresh_readme.py"),
        "rule_pages_are_what_explain_prints": lambda: script(options.binary, "generate_rules.py"),
        "links_lead_somewhere": dead_links,
        "paths_are_there": dead_paths,
        "no_machine_is_named": local_names,
        "configuration_is_accepted": lambda: refused_configuration(options.binary),
        "configuration_of_rules_is_accepted": lambda: refused_rule_configuration(options.binary),
        "classes_of_lexicons_are_named": undocumented_classes,
        "nothing_is_undocumented": lambda: undocumented(options.binary),
    }
    return junit.report("docs", options.junit, {case: list(check()) for case, check in checks.items()})


if __name__ == "__main__":
    sys.exit(main())
