// SPDX-License-Identifier: Apache-2.0
// What the files of this room share of ICU: conversions, and one normaliser of each kind.
#pragma once
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace verbatim::text {

[[nodiscard]] inline icu::StringPiece piece(std::string_view text)
{
    return {text.data(), static_cast<int32_t>(text.size())};
}

[[nodiscard]] inline icu::UnicodeString wide(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(piece(text));
}

[[nodiscard]] inline std::string narrow(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

[[nodiscard]] std::string normalised(const icu::Normalizer2& normaliser, std::string_view text);
[[nodiscard]] const icu::Normalizer2& composition();        ///< NFC
[[nodiscard]] const icu::Normalizer2& compatibility_fold(); ///< NFKC case fold

/// Character by character: width, ligatures, quotation marks, white space, ignorables; hyphens and dashes stay two
/// classes, "-" and "—", and runs are kept. The equality fold of a word.
[[nodiscard]] std::string fold_characters(std::string_view text);

} // namespace verbatim::text
