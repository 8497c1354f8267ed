// SPDX-License-Identifier: Apache-2.0
// How messages name words, works and places; and the few questions that many rules ask. Private to the room.
#pragma once
#include "rules/rules.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace verbatim::rules {

/// The words between straight double marks, shortened in the middle to at most `limit` code points.
[[nodiscard]] std::string quoted(std::string_view words, std::size_t limit = 60);
/// "Oda Lindqvist, Opening address (1956-03)".
[[nodiscard]] std::string work_name(const Work& work);
/// "Oda Lindqvist, Opening address (1956-03), ¶ 12 (sources/lindqvist-1956.txt:88)".
[[nodiscard]] std::string passage_name(const Passage& passage, const library::Library& library);
[[nodiscard]] Related related_to(const SourceText& where, const Passage& passage, const library::Library& library,
                                 std::string message);
/// A place of the other document of a pair.
[[nodiscard]] Related related_to(const Document& document, Span span, std::string message);

/// Of kind quotation, and not nested in another.
[[nodiscard]] bool is_plain_quotation(const Quotation& quotation);
/// True for what wording and attribution rules speak of: a quotation, not nested, not an unlocated question.
[[nodiscard]] bool is_judged(const Subject& subject, std::size_t quotation);
/// First to last of the quotation's words.
[[nodiscard]] Finding finding_on(const Subject& subject, std::size_t quotation, const Documentation& documentation);
/// The token before an empty span of the quotation (CONVENTIONS: an omission covers the token before it).
[[nodiscard]] Span token_before(const Document& document, const Quotation& quotation, std::size_t offset);
[[nodiscard]] bool holds(const std::vector<std::size_t>& works, std::size_t work);
/// True where one of the work's creators is this person or body.
[[nodiscard]] bool created_by(const Work& work, std::string_view name, const library::Library& library);
/// True for a command, a pattern, a placeholder or a subject line of a commit in marks: nobody's words, but a
/// machine's.
[[nodiscard]] bool looks_like_code(std::string_view words);
/// True where the quotation stands as program text and lists of messages have strings: an argument, a value, a line with
/// its explanation set below it. Or where its straight marks are those of two others, the words between them none's.
[[nodiscard]] bool stands_as_string(const Document& document, const Quotation& quotation);
/// The name to look up for an attribution's source: the person where known, else the words.
[[nodiscard]] std::string source_name(const Source& source);

/// One finding for the quotation's differences of these kinds, from its first to its last hunk.
void report_alterations(const Subject& subject, Findings& found, const Documentation& documentation,
                        std::initializer_list<DifferenceKind> kinds);

} // namespace verbatim::rules
