// SPDX-License-Identifier: Apache-2.0
// The sentences of a document, split once for the life of one pairing. Private to the room.
#pragma once
#include "model/document.hpp"
#include "model/reading.hpp"

#include <vector>

namespace verbatim::pair {

class Sentences {
public:
    explicit Sentences(const Document& document);

    /// In order, not overlapping; none of code. Plain bytes.
    [[nodiscard]] const std::vector<Span>& all() const { return spans_; }
    /// The sentence or sentences that hold the quotation, within its block.
    [[nodiscard]] Span host_of(const Quotation& quotation) const;
    /// Index of the first sentence that begins at or behind the offset; all().size() for none.
    [[nodiscard]] std::size_t first_from(std::size_t offset) const;

private:
    const Document& document_;
    std::vector<Span> spans_;
};

} // namespace verbatim::pair
