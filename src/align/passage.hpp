// SPDX-License-Identifier: Apache-2.0
// Private to align. A quotation weighed against one version of a work.
#pragma once
#include "align/comparison.hpp"

namespace verbatim::align {

/// A passage with the counts by which it is accepted.
struct Weighed {
    Passage passage;
    std::size_t word_edits = 0; ///< the fewest, likewise
    double likeness = 0;        ///< highest similarity, by which it is accepted; the passage's own may be lower
    std::size_t words = 0;      ///< of the quotation (CONVENTIONS 4), ellipses and brackets left out
};

/// What is asked about: a quotation and where it stands.
struct Asked {
    const Document& document;
    const Quotation& quotation;
    const library::Library& library;
    const Settings& settings;
};

/// How far beyond a window the words may stand.
enum class Room : unsigned char { around, none };
/// The quotation against a window of a version, in plain bytes, and what lies around it. Nothing where no word fits.
[[nodiscard]] std::optional<Weighed> weigh_in(const Asked& asked, std::size_t work, std::size_t version, Span window,
                                              Keys& keys, Room beyond = Room::around);

/// Where a passage of a version stands, if not in its body. `document` is the version's text, `span` plain bytes of it.
[[nodiscard]] std::optional<Zone> zone_of(const Asked& asked, std::size_t work, std::size_t version,
                                          const Document& document, Span span);

/// Zone and truncations: only for the passages that are kept, since a zone needs the version's own reading.
void complete(const Asked& asked, Passage& passage);

/// Words of the source sentence that a cut left out and that govern the quoted clause (CONVENTIONS 2, last paragraph).
[[nodiscard]] std::vector<Truncation> truncations(const Asked& asked, const Document& source, Span passage,
                                                  const std::string& language);

/// Works that the text claims in any way, sorted.
[[nodiscard]] std::vector<std::size_t> claimed_works(const Claims& claims);

/// Sets `borrowed` of the nearest passage: what it has otherwise and another accepted version of the work has.
void find_borrowed(Passage& nearest, const std::vector<Passage>& all);

/// Running heads and page numbers of an extracted version become note marks; how many words they were.
[[nodiscard]] std::size_t set_aside_page_furniture(const Document& document, const Version& version,
                                                   Comparison& comparison);
/// Differences that look like damage of the source become typography; the first of them.
[[nodiscard]] std::optional<SourceText> set_aside_damage(const Version& version, Passage& passage);
/// Bytes of a text that share at least half of the quotation's runs of letters, broken words or not.
[[nodiscard]] std::optional<Span> place_by_letters(std::string_view text, std::string_view quoted);

/// CONVENTIONS 4.3. `rarity` in bits; `claimed` where the passage lies in a claimed work.
[[nodiscard]] bool is_accepted(std::size_t words, std::size_t edits, double similarity, double rarity, bool claimed);

} // namespace verbatim::align
