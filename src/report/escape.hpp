// SPDX-License-Identifier: Apache-2.0
// Text of users on its way into an output. Nothing of theirs is ever written but through one of these.
#pragma once
#include <string>
#include <string_view>

namespace verbatim::report {

/// The text as valid UTF-8: each byte that is none becomes U+FFFD.
[[nodiscard]] std::string well_formed(std::string_view text);
/// One line that a terminal shows and never obeys: line breaks and tabs become a space, other control characters,
/// bidi controls and what cannot be seen become `\u{202E}`.
[[nodiscard]] std::string visible(std::string_view text);
/// visible(), for element content and quoted attributes.
[[nodiscard]] std::string for_html(std::string_view text);
/// visible(), with every character escaped that Markdown (CommonMark, GFM) could take for markup.
[[nodiscard]] std::string for_markdown(std::string_view text);
/// A path as URI reference: relative stays relative, an absolute one becomes `file:///…`.
[[nodiscard]] std::string for_uri(std::string_view path);
/// The inside of a JSON string; control, bidi and line separator characters as \uXXXX.
void append_json_escaped(std::string& out, std::string_view text);

/// At most `limit` code points, cut at a space where one is near, with "…" behind.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t limit);
/// Columns that a terminal needs: Han, Kana and full-width forms take two, combining marks none.
[[nodiscard]] std::size_t columns(std::string_view text);

} // namespace verbatim::report
