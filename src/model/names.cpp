// SPDX-License-Identifier: Apache-2.0
// The names of every enumerator as reports print them: contracts of the JSON schema.
#include "model/report.hpp"

#include <array>

namespace verbatim {
namespace {

template <typename Enum, std::size_t Size>
std::string_view name_of(const std::array<std::string_view, Size>& names, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < Size ? names[index] : std::string_view{};
}

using namespace std::string_view_literals;
constexpr std::array severities{"off"sv, "info"sv, "warning"sv, "error"sv};

} // namespace

std::string_view to_string(Severity severity) { return name_of(severities, severity); }

std::optional<Severity> severity_named(std::string_view name)
{
    for (std::size_t i = 0; i < severities.size(); ++i)
        if (severities[i] == name)
            return static_cast<Severity>(i);
    return std::nullopt;
}

std::string_view to_string(BlockKind kind)
{
    constexpr std::array names{"paragraph"sv, "heading"sv, "list-item"sv, "quote"sv, "admonition"sv, "code"sv,
                               "table-cell"sv, "note"sv};
    return name_of(names, kind);
}
std::string_view to_string(QuotationKind kind)
{
    constexpr std::array names{"quotation"sv, "title"sv, "term"sv, "mention"sv};
    return name_of(names, kind);
}
std::string_view to_string(QuotationForm form)
{
    constexpr std::array names{"inline"sv, "block"sv, "epigraph"sv, "turn"sv, "dialogue"sv};
    return name_of(names, form);
}
std::string_view to_string(AttributionEvidence evidence)
{
    constexpr std::array names{"explicit"sv, "pronoun"sv, "citation-only"sv, "continued"sv, "implied"sv, "none"sv};
    return name_of(names, evidence);
}
std::string_view to_string(CitationKind kind)
{
    constexpr std::array names{"author-date"sv, "narrative"sv, "numeric"sv, "note"sv, "key"sv, "short-form"sv,
                               "scripture"sv, "legal"sv, "identifier"sv, "url"sv, "entry"sv, "source-line"sv};
    return name_of(names, kind);
}
std::string_view to_string(VersionStatus status)
{
    constexpr std::array names{"official"sv, "published"sv, "draft"sv, "superseded"sv, "retracted"sv};
    return name_of(names, status);
}
std::string_view to_string(VersionCoverage coverage)
{
    constexpr std::array names{"full"sv, "excerpt"sv, "abstract"sv};
    return name_of(names, coverage);
}
std::string_view to_string(VersionQuality quality)
{
    constexpr std::array names{"clean"sv, "extracted"sv, "ocr"sv};
    return name_of(names, quality);
}
std::string_view to_string(Verdict verdict)
{
    constexpr std::array names{"verbatim"sv, "conventional"sv, "altered"sv, "not-found"sv, "unchecked"sv};
    return name_of(names, verdict);
}
std::string_view to_string(UncheckedReason reason)
{
    constexpr std::array names{""sv, "no-library"sv, "no-reference-in-language"sv, "reference-unreadable"sv,
                               "source-text-damaged"sv, "too-short"sv, "excerpt-only"sv, "bidi-controls"sv};
    return name_of(names, reason);
}
std::string_view to_string(DifferenceKind kind)
{
    constexpr std::array names{"typography"sv, "nesting"sv, "initial-case"sv, "final-punctuation"sv, "note-mark"sv,
                               "emphasis"sv, "interpolation"sv, "ellipsis"sv, "number-form"sv, "script-form"sv,
                               "declared"sv, "filler"sv, "negation"sv, "number"sv, "name"sv, "substitution"sv,
                               "order"sv, "inflection"sv, "omission"sv, "insertion"sv, "spelling"sv, "punctuation"sv,
                               "case"sv, "ellipsis-drops-negation"sv, "ellipsis-drops-condition"sv,
                               "ellipsis-reorders"sv, "ellipsis-too-far"sv, "ellipsis-omits-nothing"sv,
                               "interpolation-changes-meaning"sv};
    return name_of(names, kind);
}
std::string_view to_string(PairKind kind)
{
    constexpr std::array names{"edit"sv, "translation"sv};
    return name_of(names, kind);
}
std::string_view to_string(LinkState state)
{
    constexpr std::array names{"same"sv, "restyled"sv, "moved"sv, "edited"sv, "paraphrased"sv, "quoted"sv,
                               "dropped"sv, "added"sv, "split"sv, "merged"sv, "translated"sv, "unaligned"sv};
    return name_of(names, state);
}
std::string_view to_string(TowardSource toward)
{
    constexpr std::array names{"nearer"sv, "farther"sv, "same"sv};
    return name_of(names, toward);
}

const Block* Document::block_at(std::size_t offset) const
{
    const auto next = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                       [](std::size_t at, const Block& block) { return at < block.span.begin; });
    if (next == blocks.begin())
        return blocks.empty() ? nullptr : &blocks.front();
    return &*(next - 1);
}

} // namespace verbatim
