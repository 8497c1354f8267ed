// SPDX-License-Identifier: Apache-2.0
// The sentences in which outputs for people say what was checked and what was not.
#pragma once
#include "model/report.hpp"

#include <string>

namespace verbatim::report {

/// "41 quotations, 37 checked: 29 verbatim, 4 conventional … · 4 unchecked (2 too short, 2 no reference in French)".
[[nodiscard]] std::string quotations_line(const Report& report);
/// "18 citations, 1 unresolved".
[[nodiscard]] std::string citations_line(const Summary& summary);
/// "3 errors, 2 warnings".
[[nodiscard]] std::string findings_line(const Summary& summary);

} // namespace verbatim::report
