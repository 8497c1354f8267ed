// SPDX-License-Identifier: Apache-2.0
// Bibliography files, BibTeX/BibLaTeX, CSL-JSON and RIS: keys with CSL fields.
#pragma once
#include "model/span.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::syntax {

struct BibliographyEntry {
    std::string key; ///< as citations name it; empty where the file gives none
    /// CSL names with text values: "author" joined by "; ", "issued" an EDTF date.
    std::map<std::string, std::string> fields;
    Span span; ///< bytes of the file
};
struct BibliographyFault {
    std::size_t offset = 0;
    std::string message;
};
struct Bibliography {
    std::vector<BibliographyEntry> entries;
    std::vector<BibliographyFault> faults; ///< what could not be read; the rest was
};

[[nodiscard]] Bibliography parse_bibtex(std::string_view text);
[[nodiscard]] Bibliography parse_csl_json(std::string_view text);
[[nodiscard]] Bibliography parse_ris(std::string_view text);

} // namespace verbatim::syntax
