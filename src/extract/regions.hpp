// SPDX-License-Identifier: Apache-2.0
// The stretches of a document that hold quotations, each read into host sentences. Private to the room.
#pragma once
#include "extract/host.hpp"

#include <optional>
#include <vector>

namespace verbatim::extract {

/// A block, or the words of an outer quotation.
struct Region {
    std::size_t block = 0;
    Span span;
    std::vector<Hosted> items; ///< the parts of quotations in it, in order
    std::vector<Host> hosts;
};

/// Reads regions into hosts. What nobody asks for is left out: the subjects of a sentence matter only where a pronoun
/// behind it may mean one of them, and only those sentences are `asked`.
class RegionReader {
public:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// `inner`: the words that hold quotations of their own. They are read when all blocks are.
    RegionReader(const Document& document, const syntax::Lexicon& lexicon, const std::vector<Span>& inner);

    /// Blocks, in order, on several threads. Pronouns of other blocks may ask from the offset `asks` on, if anywhere.
    void read_blocks(std::vector<Region>& regions, std::size_t asks) const;
    /// The words of an outer quotation.
    void read_inner(Region& region) const;

private:
    void read_hosts(Region& region) const;
    [[nodiscard]] bool asks(const Host& host) const;
    [[nodiscard]] std::size_t asks_in_lead(const Region& region) const;
    void mark_asked(std::vector<Region>& regions, std::size_t asks) const;

    const Document& document_;
    const syntax::Lexicon& lexicon_;
    std::size_t inner_asks_ = nowhere; ///< where the first pronoun in `inner` may ask
};

} // namespace verbatim::extract
