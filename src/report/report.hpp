// SPDX-License-Identifier: Apache-2.0
// Door of `report`: one Report, many outputs.
#pragma once
#include "model/report.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::report {

struct Style {
    bool colour = false;
    bool quiet = false; ///< findings only
    bool verbose = false;
    bool statistics = false; ///< counts by rule
};
struct Reporter {
    std::string_view name; ///< "text" "json" "sarif" …
    std::string_view summary;
    void (*write)(const Report&, const Style&, std::ostream&);
};
[[nodiscard]] const std::vector<Reporter>& reporters();
[[nodiscard]] const Reporter* reporter_named(std::string_view name);

/// The lines that always follow: what was checked and what was not, n of m.
void write_summary(const Report& report, const Style& style, std::ostream& out);
/// Notes and problems, as text.
void write_notes(const Report& report, const Style& style, std::ostream& out);
/// `--dump text|quotations|citations|attributions|matches` for one document.
void write_dump(const DocumentResult& result, const Report& report, std::string_view what, std::ostream& out);

} // namespace verbatim::report
