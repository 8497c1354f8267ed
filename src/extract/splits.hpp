// SPDX-License-Identifier: Apache-2.0
// Split quotations: "The harbour," the minister said, "will open in May." is one quotation of two parts (CONVENTIONS
// 5). Private to the room.
#pragma once
#include "extract/frame.hpp"
#include "model/document.hpp"

#include <vector>

namespace verbatim::extract {

class Splits {
public:
    Splits(const Document& document, Reading& reading, const syntax::Lexicon& lexicon);

    /// The quotation that this one was joined to, or itself.
    [[nodiscard]] std::size_t root(std::size_t quotation) const;
    [[nodiscard]] bool joined(std::size_t quotation) const;
    /// Joins what goes on behind the k-th quotation of a host and the frame that stands behind it.
    void go_on(const std::vector<Host>& hosts, std::size_t h, std::size_t k, const Sentence& sentence,
               const Frame& frame);
    /// Takes the joined ones out of the reading; what was nested in them is nested in the whole.
    void compact();

private:
    void join(std::size_t first, const Hosted& second, bool piecewise);

    const Document& document_;
    Reading& reading_;
    const syntax::Lexicon& lexicon_;
    std::vector<std::size_t> joined_into_; ///< index of the quotation that each was joined to, else `nowhere`
};

/// On a new line another may speak: no part of a split, no continuation.
[[nodiscard]] bool begins_line(const Document& document, const Host& host);

} // namespace verbatim::extract
