// SPDX-License-Identifier: Apache-2.0
// A terminal as the text writers use it: lines, inks where colours are on, word diffs. Private to the room.
#pragma once
#include "report/diff_pieces.hpp"
#include "report/report.hpp"

namespace verbatim::report {

enum class Ink : unsigned char { bold, dim, red, green, yellow, cyan };

class Terminal {
public:
    Terminal(std::ostream& out, const Style& style) : out_(out), style_(style) {}
    /// The text (already visible()) in this ink where colours are on.
    [[nodiscard]] std::string inked(Ink ink, const std::string& text) const
    {
        static constexpr std::string_view codes[] = {"1", "2", "31", "32", "1;33", "36"};
        if (!style_.colour)
            return text;
        return "\x1b[" + std::string(codes[static_cast<std::size_t>(ink)]) + "m" + text + "\x1b[0m";
    }
    void line(const std::string& text) { out_ << text << '\n'; }
    [[nodiscard]] const Style& style() const { return style_; }

private:
    std::ostream& out_;
    const Style& style_;
};

/// Both sides of the diff, a line each. The brackets stay when colours are on: a colour alone says nothing to many.
void write_diff(Terminal& terminal, const Passage& passage);
/// "Oda Lindqvist, Opening address (1956-03), ¶ 12 (sources/lindqvist-1956.txt:88)".
[[nodiscard]] std::string passage_name(const Report& report, const Passage& passage);

/// The places where a text may stand, nearest first: `find`.
void write_places(Terminal& terminal, const Report& report);
/// One quotation against every version of its work: `collate`.
void write_collation(Terminal& terminal, const Report& report);

} // namespace verbatim::report
