// SPDX-License-Identifier: Apache-2.0
// Door of `align`: a quotation against a passage. Word diff, permitted differences, alterations, verdict.
#pragma once
#include "library/library.hpp"
#include "model/document.hpp"
#include "model/evidence.hpp"
#include "model/reading.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace verbatim::align {

/// One run of an edit script over two sequences of ids: [a.begin, a.end) of the first against [b.begin, b.end) of the
/// second.
struct Hunk {
    bool equal = false;
    Span a;
    Span b;
};
/// Edit script of two sequences of interned ids, covering both; dtl below a size, anchored above it.
[[nodiscard]] std::vector<Hunk> diff(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

struct Settings {
    bool legal_style = false;         ///< style = "legal": initial case only as `[T]he`
    std::size_t ellipsis_reach = 200; ///< words
};

/// Everything about a quotation whose candidates are known: verdict, matches, differences, alterations, truncations.
/// `document` is the quoting document; quotation spans are its plain bytes.
[[nodiscard]] Evidence weigh(const Document& document, const Quotation& quotation, const Claims& claims,
                             const library::Location& location, const library::Library& library,
                             const Settings& settings);
/// Answers a query; where it is empty, Library::locate does.
using Locate = std::function<library::Location(const library::Query&)>;

/// What weigh_all asks the library of each quotation, at most: nothing where it needs no answer.
[[nodiscard]] std::vector<std::optional<library::Query>> queries_of(const Document& document, const Reading& reading,
                                                                    const library::Library& library);
/// Evidence of every quotation of a reading: query, locate, weigh; nested ones take the outer passage.
/// `library` null: unchecked, no-library. Titles, terms and mentions get `unchecked/none` (their verdict prints as
/// null).
[[nodiscard]] std::vector<Evidence> weigh_all(const Document& document, const Reading& reading,
                                              const library::Library* library, const Settings& settings,
                                              const Locate& locate = {});

/// A quotation against one given passage of a version, without acceptance: used for translations and `compare`.
[[nodiscard]] Passage compare_with(const Document& document, const Quotation& quotation,
                                   const library::Library& library, std::size_t work, std::size_t version, Span passage,
                                   const Settings& settings);
/// Plain bytes of a version with their place, page and line; nothing is compared. Empty for an unreadable version.
[[nodiscard]] Passage passage_at(const library::Library& library, std::size_t work, std::size_t version, Span span);
/// Words against words, each kind named; used between two readings. Spans are plain bytes of either document.
/// Permitted typography is left out; `similarity` as in Passage.
struct Wording {
    std::vector<Difference> conventional; ///< `source` side: the from document, file span and line unset
    std::vector<Difference> alterations;
    double similarity = 0;
};
[[nodiscard]] Wording compare_wording(const Document& to, const Quotation& quoted, const Document& from,
                                      const Quotation& original);
/// The verdict that an accepted passage makes.
[[nodiscard]] Verdict verdict_of(const Passage& passage);

} // namespace verbatim::align
