// SPDX-License-Identifier: Apache-2.0
// Values that the JSON report and JSON Lines share: docs/report.schema.json says what they look like.
#pragma once
#include "model/report.hpp"
#include "report/json_stream.hpp"

namespace verbatim::report {

/// Members of a quotation, of a citation or entry; the caller opens and closes the object.
void write_quotation_members(JsonStream& json, const Report& report, std::size_t document, std::size_t quotation);
void write_citation_members(JsonStream& json, const Document& document, const Citation& citation,
                            const std::string& id);
/// {"text","start","end"}
void write_words(JsonStream& json, const Document& document, const TextSpan& words);

} // namespace verbatim::report
