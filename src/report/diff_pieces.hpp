// SPDX-License-Identifier: Apache-2.0
// A word diff in the pieces that writers mark up. The script itself was made by `weigh`; here is only its layout.
#pragma once
#include "model/evidence.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verbatim::report {

/// One side of a word diff, in pieces that a writer marks up; "…" stands for what was clipped.
struct DiffPiece {
    std::string text;
    bool differs = false;
};
enum class DiffSide : unsigned char { quoted, source };
enum class DiffExtent : unsigned char { whole, around_hunks };
[[nodiscard]] std::vector<DiffPiece> diff_side(const std::vector<DiffRun>& runs, DiffSide side, DiffExtent extent);

/// Runs hold words without the white space between them: true where one belongs between these two.
[[nodiscard]] bool needs_space(std::string_view before, std::string_view after);
/// The last few words, with "…" for those before.
[[nodiscard]] std::string last_words(const std::string& words);

} // namespace verbatim::report
