// SPDX-License-Identifier: Apache-2.0
// A declaration beside the quotation permits exactly what it declares (CONVENTIONS 2, `declared`).
#include "align/comparison.hpp"

#include "extract/extract.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

/// A citation, a note or an aside of the source that the quotation lacks: it stands in brackets there.
bool is_left_out_reference(const Sides& sides, const Difference& difference)
{
    const std::string& left_out = difference.source.text;
    if (!difference.quoted.text.empty() || left_out.size() <= 1)
        return false;
    const std::string_view plain = sides.source.plain;
    const Span span = difference.source.span;
    return (left_out.front() == '(' && left_out.back() == ')') || (left_out.front() == '[' && left_out.back() == ']')
           || (span.begin > 0 && span.end < plain.size() && plain[span.begin - 1] == '(' && plain[span.end] == ')');
}

} // namespace

void apply_declarations(const Sides& sides, Comparison& comparison)
{
    const auto declared = extract::declarations(sides.quotation);
    const auto says = [&](extract::Declared what) {
        return std::find(declared.begin(), declared.end(), what) != declared.end();
    };
    const bool clean = says(extract::Declared::cleaned_up);
    const bool citations = clean || says(extract::Declared::citations_omitted);
    const bool own = says(extract::Declared::own_translation);
    std::erase_if(comparison.alterations, [&](Difference& difference) {
        const bool tidied = difference.kind == DifferenceKind::case_ || difference.kind == DifferenceKind::punctuation;
        if (!(own || (citations && is_left_out_reference(sides, difference)) || (clean && tidied)))
            return false;
        difference.kind = DifferenceKind::declared;
        comparison.conventional.push_back(difference);
        return true;
    });
}

} // namespace verbatim::align
