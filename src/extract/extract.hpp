// SPDX-License-Identifier: Apache-2.0
// Door of `extract`: Document → Reading.
#pragma once
#include "model/document.hpp"
#include "model/reading.hpp"
#include "model/work.hpp"

#include <string>
#include <vector>

namespace verbatim::extract {

/// What the library and the configuration contribute to reading a text. All may be empty.
struct Context {
    std::vector<Person> people;      ///< names and aliases, of the library and of verbatim.toml
    std::vector<std::string> titles; ///< titles of works, in every language
};

/// Blocks → marks → quotations → attributions → kinds → citations. Language: document.language.
[[nodiscard]] Reading extract(const Document& document, const Context& context);

/// "(emphasis added)", "[my translation]", "（笔者译）": does the declaration permit this?
enum class Declared : unsigned char { emphasis_added, citations_omitted, cleaned_up, own_translation };
[[nodiscard]] std::vector<Declared> declarations(const Quotation& quotation);

} // namespace verbatim::extract
