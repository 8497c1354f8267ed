// SPDX-License-Identifier: Apache-2.0
// Bibliography files beside the texts: their entries are what citations may lead to.
#pragma once
#include "model/report.hpp"

#include <string>
#include <vector>

namespace verbatim {

struct Bibliographies {
    std::vector<DocumentResult> documents; ///< one a file, with entries alone
    std::vector<Problem> problems;         ///< fatal: a file that cannot be read; an entry that cannot is a warning
};
/// By extension: .bib (BibTeX, BibLaTeX), .json (CSL-JSON), .ris.
[[nodiscard]] Bibliographies open_bibliographies(const std::vector<std::string>& paths);

} // namespace verbatim
