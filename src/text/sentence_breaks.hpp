// SPDX-License-Identifier: Apache-2.0
// Where the sentences of a text end, by the rules SB3–SB998 of UAX #29 over ICU's character properties. ICU's own
// iterator runs an automaton over every character; all breaks but those at line ends stand behind a terminator, and
// this goes from one of them to the next. A test holds it to the iterator. Private to text.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace verbatim::text {

class SentenceBreaks {
public:
    /// The language as a BCP 47 tag: CLDR tailors the rules for Greek alone. The text must outlive it.
    SentenceBreaks(std::string_view text, const std::string& language);

    /// The first break behind `from`, which is one itself or the start of the text; the size of the text is the last.
    [[nodiscard]] std::size_t next(std::size_t from) const;

private:
    struct Here;
    struct Ending;
    [[nodiscard]] Here look(std::size_t at) const;
    [[nodiscard]] std::size_t past(std::size_t at, Here here) const;
    [[nodiscard]] std::size_t separator_end(std::size_t at, Here here) const;
    [[nodiscard]] Ending ending(std::size_t at, Here terminator) const;
    [[nodiscard]] bool letter_before(std::size_t at) const;
    [[nodiscard]] bool small_letter_ahead(std::size_t at) const;

    std::string_view text_;
    bool greek_; ///< its question mark is a semicolon
};

} // namespace verbatim::text
