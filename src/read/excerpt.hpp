// SPDX-License-Identifier: Apache-2.0
// A text cut out of a file for another parser, with the way back: what stood before a line (`> `, the indentation of a
// note) is left out of it.
#pragma once
#include "model/span.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace verbatim::read {

/// A text for a parser whose bytes lead back to the decoded ones.
struct Excerpt {
    struct Start {
        std::size_t at = 0;      ///< byte of `bytes`
        std::size_t decoded = 0; ///< where it stands in the file
    };
    std::string bytes;
    std::vector<Start> starts;     ///< by `at`; a slice runs to the next start
    std::vector<std::size_t> cuts; ///< bytes before which something was taken out that is read elsewhere (a note)

    /// Decoded offset of the byte `at`; beyond the last byte it goes on from there.
    [[nodiscard]] std::size_t decoded(std::size_t at) const;
    /// Decoded range from the first to the last of the bytes [begin, end), which are not empty.
    [[nodiscard]] FileSpan decoded(std::size_t begin, std::size_t end) const
    {
        return {decoded(begin), decoded(end - 1) + 1};
    }
};

} // namespace verbatim::read
