#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""validate_schema.py FILE…: do JSON reports follow docs/report.schema.json, and are their ids unique and known?

Exit code 0: yes; 1: no, every fault is named; 77: skipped, python3-jsonschema is not installed.
"""
import json
import pathlib
import sys

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "docs" / "report.schema.json"


def schema_faults(report, jsonschema):
    validator_class = jsonschema.Draft202012Validator
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator_class.check_schema(schema)
    for error in validator_class(schema).iter_errors(report):
        yield "/".join(map(str, error.absolute_path)) + ": " + error.message[:300]


def id_faults(report):
    """What a schema cannot say: ids are unique, and every id that is mentioned exists."""
    seen = set()
    for document in report["documents"]:
        for item in document["quotations"] + document["citations"] + document["entries"]:
            if item["id"] in seen:
                yield f"{item['id']}: given twice"
            seen.add(item["id"])
    for document in report["documents"]:
        for quotation in document["quotations"]:
            for mentioned in quotation["citations"] + [quotation["nested_in"]]:
                if mentioned is not None and mentioned not in seen:
                    yield f"{quotation['id']} mentions {mentioned}, which is not there"
    for holder in report["documents"] + report["pairs"]:
        for finding in holder["findings"]:
            for mentioned in (finding["quotation"], finding["citation"]):
                if mentioned is not None and mentioned not in seen:
                    yield f"{finding['rule']} mentions {mentioned}, which is not there"
    for pair in report["pairs"]:
        for side in ("from", "to"):
            if pair[side]["document"] >= len(report["documents"]):
                yield f"pair: document {pair[side]['document']} is not there"


def main(paths):
    try:
        import jsonschema
    except ImportError:
        print("SKIPPED: python3-jsonschema is not installed", file=sys.stderr)
        return 77
    if not paths:
        print("usage: validate_schema.py FILE…", file=sys.stderr)
        return 1
    failed = False
    for path in paths:
        report = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        faults = list(schema_faults(report, jsonschema))
        faults = faults or list(id_faults(report))
        for fault in faults:
            print(f"{path}: {fault}", file=sys.stderr)
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
