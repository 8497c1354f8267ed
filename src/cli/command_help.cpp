// SPDX-License-Identifier: Apache-2.0
#include "cli/command_help.hpp"

namespace verbatim::cli {

const char* const description =
    R"(verbatim: does a text say what its sources say, and does it say who said it?

  verbatim check draft.md --library sources/     every quotation against a folder of texts
  verbatim compare before.md after.md            what an edit did to quotations and citations
  verbatim translation zh.md en.md               does a translation keep them
  verbatim report draft.md --library sources/    all that a text quotes and cites

A folder of .txt and .md files is a library; nothing must be indexed or configured first.
)";

const char* const exit_codes =
    R"(Exit code: 0 nothing found at or above --fail-on, 1 findings, 2 a mistake in usage or input.
"verbatim COMMAND --help" tells the options of a command, "verbatim explain RULE" what a rule wants;
"verbatim init" writes a configuration to start from.)";

namespace {

constexpr CommandHelp helps[] = {
    {"check", "Check quotations and citations of documents against the library.", "PATH",
     "Documents or folders; - is standard input. Without PATH: every .md and .txt below this folder, or the include "
     "list of verbatim.toml",
     R"(  verbatim check draft.md --library sources/
  verbatim check chapters/ --library sources/ --output sarif=findings.sarif --fail-on error
  verbatim check draft.md --select wording,citation --ignore altered-case)",
     "warning", true},
    {"compare", "Tell what an edit did to quotations, attributions and citations.", "OLD NEW",
     "The text before and after the edit; one of them may be -", R"(  verbatim compare before.md after.md
  verbatim compare --git HEAD                                what has been done to every document since the last commit
  verbatim compare --git main..HEAD chapters/
  verbatim compare before.md after.md --library sources/     is the new wording nearer to the source?)",
     "warning", true},
    {"translation", "Tell whether a translation keeps quotations, speakers, numbers, dates and citations.",
     "SOURCE TRANSLATION", "The text and its translation. Without them: the pairs of [[translation]] in verbatim.toml",
     R"(  verbatim translation zh.md en.md
  verbatim translation zh.md en.md --library sources/        are quotations given in their published words?)",
     "warning", true},
    {"report", "List all that is quoted and cited, with source, place and state.", "PATH",
     "Documents or folders; - is standard input", R"(  verbatim report draft.md --library sources/
  verbatim report draft.md --library sources/ --format html > report.html
  verbatim report draft.md --format csl-json                 the works that it cites)",
     "never", true},
    {"extract", "Print the quotations, citations and entries that are seen, as JSON Lines.", "PATH",
     "Documents or folders; - is standard input", R"(  verbatim extract draft.md
  verbatim extract draft.md | jq -r 'select(.type == "quotation") | .text'
  verbatim extract draft.md --library parts/ --queries       what a library on several machines is asked)",
     "never", true},
    {"find", "Tell where in the library a text stands, nearest first.", "TEXT", "The words; - is standard input",
     R"(  verbatim find "a port without a school" --library sources/)", "never", true},
    {"collate", "Lay one quotation beside every version of its work, variants side by side.", "TEXT",
     "The words, or FILE:LINE (FILE:LINE:COLUMN) of a document where a quotation stands; - is standard input",
     R"(  verbatim collate "a port without a school" --library sources/
  verbatim collate draft.md:12 --library sources/ --format html > versions.html)",
     "never", true},
    {"library", "Look after the reference texts: list them, verify that all can be used, save their index.",
     "ACTION [LIBRARY]", "list, verify or index, then folders of texts or library.toml files",
     R"(  verbatim library list sources/
  verbatim library verify sources/
  verbatim library index sources/                            later runs need not read the texts
  verbatim library index sources/ --shards 8 --index parts/  for a library that is larger than one machine)",
     "warning", true},
    {"locate", "Answer what extract --queries asks, from a shard of a library in parts.", "FILE",
     "What extract --queries printed (default: standard input)",
     R"(  verbatim extract draft.md --library parts/ --queries > queries.jsonl
  verbatim locate queries.jsonl --shard parts/shard-1-of-2.verbatim > located-1.jsonl)",
     "", false},
    {"judge", "Print the report of check from what locate found in every shard.", "FILE",
     "What locate printed for the shards, one behind the other in any order (default: standard input)",
     R"(  cat located-*.jsonl | verbatim judge --library parts/)", "warning", true},
    {"rules", "List the rules with their severities.", nullptr, "", "  verbatim rules", "", false},
    {"explain", "Explain a rule, with example and remedy.", "RULE", "The rule's id, as findings show it",
     "  verbatim explain changed-number", "", false},
    {"init", "Write a commented verbatim.toml and library.toml to start from.", "FOLDER",
     "Where to write them (default: this folder). What is there stays as it is", "  verbatim init", "", false},
};

} // namespace

std::span<const CommandHelp> command_helps() { return helps; }

} // namespace verbatim::cli
