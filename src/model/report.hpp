// SPDX-License-Identifier: Apache-2.0
// All that a writer sees. Writers compute nothing but layout.
#pragma once
#include "model/document.hpp"
#include "model/evidence.hpp"
#include "model/finding.hpp"
#include "model/pairing.hpp"
#include "model/problem.hpp"
#include "model/reading.hpp"
#include "model/unmarked.hpp"
#include "model/work.hpp"

#include <string>
#include <vector>

namespace verbatim {

/// A document with everything that was found out about it; evidence[i] belongs to reading.quotations[i].
struct DocumentResult {
    Document document;
    Reading reading;
    std::vector<Evidence> evidence;
    std::vector<UnmarkedRun> unmarked; ///< by span; only where a rule asks for them
    std::vector<Finding> findings;     ///< by span, then rule
    std::vector<Problem> remarks;      ///< on its comments for us: an unknown word, an ignore that ignores nothing
};

struct PairResult {
    std::size_t from = 0; ///< index in Report::documents
    std::size_t to = 0;
    std::string from_revision; ///< git revision; empty for a file
    std::string to_revision;
    Pairing pairing;
    std::vector<Finding> findings;
};

struct Summary {
    std::size_t documents = 0, quotations = 0, checked = 0, verbatim = 0, conventional = 0, altered = 0, not_found = 0,
                unchecked = 0, nested = 0, titles = 0, terms = 0, attributed = 0, unattributed = 0, citations = 0,
                unresolved = 0, errors = 0, warnings = 0, infos = 0;
};

struct Report {
    std::string command;
    std::string version; ///< of the tool
    bool library_given = false;
    std::vector<Work> library;
    std::vector<DocumentResult> documents;
    std::vector<PairResult> pairs;
    std::vector<Problem> problems;
    std::vector<std::string> notes; ///< one line each, for people: "no library was given …"
    Summary summary;
};

} // namespace verbatim
