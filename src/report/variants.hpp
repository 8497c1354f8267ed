// SPDX-License-Identifier: Apache-2.0
// Several versions of a passage side by side, as the apparatus of an edition shows them. The word diffs were made by
// `weigh`, one a version against the same quotation; here they are only laid beside each other:
//
//   quoted    lend the port [forty million] crowns over three years        lemma      A                 B
//   A         lend the port fourteen million crowns over three years       forty      fourteen          twelve
//   B         lend the port twelve million crowns                          over …     over three years  –
#pragma once
#include "model/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verbatim::report {

/// A place where at least one version reads otherwise than the quotation.
struct Variant {
    std::string lemma; ///< the quotation's words, never empty: what is added hangs on the word before it
    std::vector<std::string> readings; ///< one a witness; empty where the version lacks the words
};
/// In the order of the quotation. Every witness must be compared with the same quotation.
[[nodiscard]] std::vector<Variant> variants_of(const std::vector<const Passage*>& witnesses);

/// The versions of one work about one quotation.
struct CollatedWork {
    std::size_t work = 0;
    std::vector<const Passage*> witnesses; ///< compared word by word, nearest first
    std::vector<const Passage*> aligned;   ///< the same passage in other languages: not compared
    std::vector<const Version*> without;   ///< versions that show no such passage, or cannot be read
};
/// By work, in the order of the evidence.
[[nodiscard]] std::vector<CollatedWork> collated_works(const Report& report, const Evidence& evidence);
/// "draft, en, draft, 1956-02": label, language, status and date of a version.
[[nodiscard]] std::string version_line(const Version& version);
/// Why a version of `without` shows nothing: "no such passage", "cannot be read" …
[[nodiscard]] std::string_view reason_without(const Report& report, const CollatedWork& work, const Version& version);

} // namespace verbatim::report
