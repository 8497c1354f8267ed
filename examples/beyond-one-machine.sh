#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `verbatim check` over a library in three parts, one process a part; GNU parallel could as well send each to a machine
# that has its part (--sshlogin). Prints the report as `check` does, with its exit code.
#
# Usage: examples/beyond-one-machine.sh VERBATIM LIBRARY FOLDER DOCUMENT… [-- OPTION_OF_JUDGE…]
set -euo pipefail
verbatim=$1 library=$2 parts=$3
shift 3
documents=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    documents+=("$1")
    shift
done
[ $# -gt 0 ] && shift

"$verbatim" library index "$library" --shards 3 --index "$parts" >&2
"$verbatim" extract "${documents[@]}" --library "$parts" --queries > "$parts/queries.jsonl"
parallel --will-cite --jobs 2 "$verbatim" locate "$parts/queries.jsonl" --shard {} ::: "$parts"/shard-*.verbatim |
    "$verbatim" judge --library "$parts" "$@"
