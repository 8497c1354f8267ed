// SPDX-License-Identifier: Apache-2.0
// Small invented reports, built by hand: the writers' tests need no other room to work.
#pragma once
#include "model/report.hpp"
#include "report/report.hpp"

#include <string>
#include <string_view>

namespace verbatim::report::test {

/// A plain text document whose plain text is its decoded text; one paragraph a line.
Document document(const std::string& path, const std::string& text);
/// The first place of the words in the document, with the words.
TextSpan words(const Document& document, std::string_view text);

/// `check` of one document against one work: a changed number, a verbatim one, one too short, a citation.
Report harbour();
/// `compare` of two states of a sentence: an edit and a dropped quotation.
Report edit();
/// Every text field holds what could break an output: escapes, markup, bidi controls, broken UTF-8.
Report hostile();

std::string written(const Report& report, std::string_view reporter);
std::string written(const Report& report, std::string_view reporter, const Style& style);
std::string summary_of(const Report& report);

} // namespace verbatim::report::test
