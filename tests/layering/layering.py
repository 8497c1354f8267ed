#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""layering.py [--junit FILE]: do the rooms keep to their doors, and do the files keep the rules of the house?

A room includes only doors (`<room>/<room>.hpp`) and model headers of rooms before it, beside its own headers. A
library that is used behind a door has one room, or one file, as its sole user.
"""
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True  # the source tree stays clean
sys.path.insert(0, str(ROOT / "tests"))
import junit  # noqa: E402

ROOMS = ["model", "text", "syntax", "read", "extract", "library", "align", "pair", "rules", "report", "flows", "cli"]
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

# Headers of a library, the places that may use it, and in how many files of each place at most.
SOLE_USERS = [
    ("ICU", r"unicode/", ["src/text"], None),
    ("CLD2", r"cld2/", ["src/text"], 1),
    ("Snowball", r"libstemmer", ["src/text"], 1),
    ("Nettle", r"nettle/", ["src/text"], 1),
    ("PEGTL", r"tao/", ["src/syntax", "grammar"], None),
    ("md4c", r"md4c\.h", ["src/read"], 1),
    ("md4c-html", r"md4c-html\.h", ["src/read"], 1),
    ("Gumbo", r"gumbo\.h", ["src/read"], 1),
    ("yaml-cpp", r"yaml-cpp/", ["src/read"], 1),
    ("toml++", r"toml\+\+/", ["src/syntax", "src/read", "src/library", "src/cli"], 1),
    ("dtl", r"dtl/", ["src/align"], 1),
    ("xxHash", r"xxhash", ["src/library"], 2),  # inlined into the table of words, and the sums of a saved index
    ("Boost.Interprocess", r"boost/interprocess", ["src/library"], 1),
    ("CLI11", r"CLI/", ["src/cli"], 1),
    ("libgit2", r"git2", ["src/cli"], 1),
    ("nlohmann-json", r"nlohmann/", ["src/cli", "src/syntax", "src/library"], 2),
    ("spdlog", r"spdlog/", ["src/cli"], None),
]
NO_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}


def sources(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".cpp", ".hpp", ".def"}:
                yield path


def name(path):
    return path.relative_to(ROOT).as_posix()


def includes(path):
    """(line, quoted or None, angled or None) of each include."""
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start(match.lastindex)) + 1, match[1], match[2]


def room_of(path):
    """The room of a file of src/ or grammar/: the flows lie beside the rooms, the grammars belong to syntax."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "grammar":
        return "syntax"
    return parts[1] if len(parts) > 2 else "flows"


def found(header, includer):
    """The file that a quoted include names: beside the includer, then below src/ and grammar/; None for a made one."""
    for folder in (includer.parent, ROOT / "src", ROOT / "grammar"):
        if (folder / header).is_file():
            return (folder / header).resolve()
    return None


def is_door(path, room):
    return name(path) in (f"src/{room}/{room}.hpp", f"src/{room}.hpp")


def unknown_rooms():
    for folder in sorted(path for path in (ROOT / "src").iterdir() if path.is_dir()):
        if folder.name not in ROOMS:
            yield f"{name(folder)}: not in the order of rooms"


def crossings():
    """Includes that pass a wall elsewhere than through a door, or go up."""
    for path in sources("src", "grammar"):
        room = room_of(path)
        for line, header, _ in includes(path):
            if header is None or header.startswith("embedded/"):
                continue
            target = found(header, path)
            if target is None:
                yield f"{name(path)}:{line}: \"{header}\" is not there"
                continue
            other = room_of(target)
            if other == room or other not in ROOMS or room not in ROOMS:
                continue
            if ROOMS.index(other) > ROOMS.index(room):
                yield f"{name(path)}:{line}: {room} includes \"{header}\" of {other}, a room behind it"
            elif other != "model" and not is_door(target, other):
                yield f"{name(path)}:{line}: {room} includes \"{header}\", which is no door of {other}"


def grammar_readers():
    for path in sources("src"):
        for line, header, _ in includes(path):
            target = found(header, path) if header else None
            if target and name(target).startswith("grammar/") and room_of(path) != "syntax":
                yield f"{name(path)}:{line}: only syntax reads grammars, not {room_of(path)} (\"{header}\")"


def users():
    for library, pattern, places, most in SOLE_USERS:
        files = {}
        for path in sources("src", "grammar"):
            for line, header, angled in includes(path):
                if not re.match(pattern, angled or header):
                    continue
                if header is not None and found(header, path):
                    continue  # a header of ours
                place = next((place for place in places if name(path).startswith(place + "/")), None)
                if place is None:
                    yield f"{name(path)}:{line}: {library} belongs to {' and '.join(places)}"
                else:
                    files.setdefault(place, set()).add(name(path))
        for place, using in files.items():
            if most is not None and len(using) > most:
                yield f"{place}: {library} in {len(using)} files, not {most}: {', '.join(sorted(using))}"


def open_namespaces():
    for path in sources("src", "grammar", "tests"):
        if path.suffix != ".hpp":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.match(r"using\s+namespace\b", line):  # inside a function it is indented
                yield f"{name(path)}:{number}: using namespace at the scope of a header"


def house_files():
    """Files that somebody wrote as code: of ours, not data (fixtures, examples), not made (build)."""
    for folder in ("src", "grammar", "include", "tests", "cmake", "bench", "docs", "examples/program", ".ci"):
        if (ROOT / folder).is_dir():
            yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file())
    yield ROOT / "CMakeLists.txt"


def is_code(path):
    if path.suffix in {".cpp", ".hpp", ".def", ".py", ".cmake", ".sh"} or path.name == "CMakeLists.txt":
        return True
    if path.suffix == ".toml":
        return name(path).startswith("grammar/")
    return not path.suffix and path.read_bytes()[:2] == b"#!"


def unlicensed():
    for path in house_files():
        if "__pycache__" in path.parts or not is_code(path):
            continue
        head = path.read_text(encoding="utf-8").splitlines()[:3]
        if sum("SPDX-License-Identifier: Apache-2.0" in line for line in head) != 1:
            yield f"{name(path)}: not one SPDX line among its first three lines"


def vague_names():
    for path in house_files():
        if NO_NAMES & set(re.split(r"[_.\-]", path.name)[:-1]) or NO_NAMES & set(path.relative_to(ROOT).parts[:-1]):
            yield f"{name(path)}: a name that says nothing"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--junit", help="write the cases as JUnit XML")
    options = parser.parse_args()
    checks = {
        "every_folder_is_a_room": unknown_rooms,
        "rooms_use_doors_of_rooms_before_them": crossings,
        "only_syntax_reads_grammars": grammar_readers,
        "libraries_have_sole_users": users,
        "no_header_opens_a_namespace": open_namespaces,
        "every_file_names_its_licence": unlicensed,
        "names_say_something": vague_names,
    }
    return junit.report("layering", options.junit, {case: list(check()) for case, check in checks.items()})


if __name__ == "__main__":
    sys.exit(main())
