// SPDX-License-Identifier: Apache-2.0
// What rules on a pair share. Private to the room.
#pragma once
#include "rules/phrases.hpp"

namespace verbatim::rules {

/// The quotation that a pair finding points at, on either side.
[[nodiscard]] Finding finding_on(const PairSubject& subject, Side side, std::size_t quotation,
                                 const Documentation& documentation);
/// True where the link joins two quotations, or leaves one, that pair rules speak of: kind quotation, not nested.
[[nodiscard]] bool is_judged(const PairSubject& subject, const Link& link);
/// Adds the other side of the link, its quotation or its sentence, to the finding's related places.
void relate_other_side(const PairSubject& subject, const Link& link, Finding& finding, std::string message);
/// Adds the published words of a passage and the source text's quotation to the related places.
void relate_published(const PairSubject& subject, const Published& published, Finding& finding);

/// '"vast" became "great"', '"not" left out'.
[[nodiscard]] std::string told(const Change& change);

/// What a rule on one state of links says of it.
struct LinkMessage {
    LinkState state;
    Side side;              ///< the side that has the quotation
    std::string_view tail;  ///< follows the quoted words
    std::string_view other; ///< what the other side's place shows
};
void report_links(const PairSubject& subject, Findings& found, const Documentation& documentation,
                  const LinkMessage& message);
/// A finding for each quotation that is attributed before and not after.
void report_lost_attributions(const PairSubject& subject, Findings& found, const Documentation& documentation,
                              std::string_view message);
/// A finding for each citation of the from side without counterpart.
void report_missing_citations(const PairSubject& subject, Findings& found, const Documentation& documentation,
                              std::string_view where);
/// A finding for each link that has changes of this kind.
void report_changes(const PairSubject& subject, Findings& found, const Documentation& documentation,
                    std::string_view kind);

} // namespace verbatim::rules
