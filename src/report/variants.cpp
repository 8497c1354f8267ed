// SPDX-License-Identifier: Apache-2.0
// The coordinate that all versions share is the quotation itself, counted in bytes without white space: each diff
// spells it whole, whatever its runs.
#include "report/variants.hpp"
#include "report/diff_pieces.hpp"
#include "report/lookup.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::report {
namespace {

/// Half-open, in bytes of the quotation that are no white space.
using Extent = Span;

std::size_t solid(std::string_view words)
{
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) { return c != ' '; }));
}

/// The words of an extent that counts from the first byte of `words`.
std::string_view slice(std::string_view words, Extent extent)
{
    std::size_t at = 0;
    const auto skip_to = [&](std::size_t count, std::size_t from) {
        for (; at < words.size() && from < count; ++at)
            from += words[at] != ' ' ? 1 : 0;
    };
    skip_to(extent.begin, 0);
    while (at < words.size() && words[at] == ' ' && !extent.empty())
        ++at;
    const std::size_t begin = at;
    skip_to(extent.end, extent.begin);
    return words.substr(begin, at - begin);
}

/// Words after words, with the white space that belongs between them.
void append(std::string& line, std::string_view words)
{
    if (needs_space(line, words))
        line += ' ';
    line += words;
}

/// Equal words, or what the version has in the place of the quotation's words.
struct Piece {
    Extent quoted;
    bool equal = true;
    std::string source;
};

std::vector<Piece> pieces_of(const Passage& passage)
{
    std::vector<Piece> pieces;
    std::size_t at = 0;
    for (const DiffRun& run : passage.diff) {
        const bool equal = run.kind == DiffRun::Kind::equal;
        if (pieces.empty() || equal || pieces.back().equal)
            pieces.push_back({{at, at}, equal, {}});
        if (run.kind != DiffRun::Kind::source_only)
            pieces.back().quoted.end = at += solid(run.text);
        if (run.kind != DiffRun::Kind::quoted_only)
            append(pieces.back().source, run.text);
    }
    return pieces;
}

std::string quoted_words(const Passage& passage)
{
    std::string line;
    for (const DiffRun& run : passage.diff)
        if (run.kind != DiffRun::Kind::source_only)
            append(line, run.text);
    return line;
}

/// The words of the quotation; marks are none.
std::vector<Extent> word_extents(const std::string& quoted)
{
    std::vector<Extent> words;
    for (const text::Token& token : text::tokenise(quoted).list) {
        if (token.kind != text::TokenKind::word && token.kind != text::TokenKind::number
            && token.kind != text::TokenKind::han)
            continue;
        const std::size_t begin = solid(std::string_view(quoted).substr(0, token.span.begin));
        words.push_back({begin, begin + solid(std::string_view(quoted).substr(token.span.begin, token.span.size()))});
    }
    return words;
}

/// Grown until it holds a word: an added word and a mark alone hang on the word before them, else on the next.
Extent with_a_word(Extent place, const std::vector<Extent>& words)
{
    const auto next = std::find_if(words.begin(), words.end(), [&](Extent word) { return word.end > place.begin; });
    if (next != words.end() && next->begin < place.end)
        return {std::min(place.begin, next->begin), std::max(place.end, next->end)};
    if (next != words.begin())
        return {(next - 1)->begin, place.end};
    return next == words.end() ? place : Extent{0, next->end};
}

std::vector<Extent> differing_places(const std::vector<std::vector<Piece>>& versions, const std::vector<Extent>& words)
{
    std::vector<Extent> places;
    for (const std::vector<Piece>& pieces : versions)
        for (const Piece& piece : pieces)
            if (!piece.equal)
                places.push_back(with_a_word(piece.quoted, words));
    std::sort(places.begin(), places.end(),
              [](Extent a, Extent b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::vector<Extent> merged;
    for (const Extent place : places) {
        if (!merged.empty() && place.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, place.end);
        else
            merged.push_back(place);
    }
    return merged;
}

std::string reading_in(const std::vector<Piece>& pieces, Extent place)
{
    std::string reading;
    for (const Piece& piece : pieces) {
        const Extent shared{std::max(piece.quoted.begin, place.begin), std::min(piece.quoted.end, place.end)};
        const bool added = piece.quoted.empty() && piece.quoted.end <= place.end
                           && (piece.quoted.begin > place.begin || place.begin == 0);
        if (!piece.equal && (added || shared.begin < shared.end))
            append(reading, piece.source);
        else if (piece.equal && shared.begin < shared.end)
            append(reading, slice(piece.source, {shared.begin - piece.quoted.begin, shared.end - piece.quoted.begin}));
    }
    return reading;
}

} // namespace

std::vector<Variant> variants_of(const std::vector<const Passage*>& witnesses)
{
    std::vector<Variant> variants;
    if (witnesses.empty())
        return variants;
    const std::string quoted = quoted_words(*witnesses.front());
    std::vector<std::vector<Piece>> versions;
    for (const Passage* witness : witnesses) {
        // A quotation that a diff spells otherwise has no places in common: the whole stands against the whole.
        if (solid(quoted_words(*witness)) != solid(quoted))
            versions.push_back({{{0, solid(quoted)}, false, witness->where.text}});
        else
            versions.push_back(pieces_of(*witness));
    }
    for (const Extent place : differing_places(versions, word_extents(quoted))) {
        Variant variant{std::string(slice(quoted, place)), {}};
        for (const std::vector<Piece>& pieces : versions)
            variant.readings.push_back(reading_in(pieces, place));
        variants.push_back(std::move(variant));
    }
    return variants;
}

std::vector<CollatedWork> collated_works(const Report& report, const Evidence& evidence)
{
    std::vector<CollatedWork> works;
    for (const Passage& passage : evidence.matches) {
        if (version_of(report, passage) == nullptr)
            continue;
        auto work =
            std::find_if(works.begin(), works.end(), [&](const CollatedWork& one) { return one.work == passage.work; });
        if (work == works.end())
            work = works.insert(work, CollatedWork{passage.work, {}, {}, {}});
        (passage.diff.empty() ? work->aligned : work->witnesses).push_back(&passage);
    }
    for (CollatedWork& work : works) {
        const std::vector<Version>& versions = report.library[work.work].versions;
        for (std::size_t i = 0; i < versions.size(); ++i)
            if (std::none_of(evidence.matches.begin(), evidence.matches.end(),
                             [&](const Passage& passage) { return passage.work == work.work && passage.version == i; }))
                work.without.push_back(&versions[i]);
    }
    return works;
}

std::string version_line(const Version& version)
{
    std::string line = version_name(version);
    for (const std::string_view part :
         {std::string_view(version.language), to_string(version.status), std::string_view(version.date)})
        if (!part.empty())
            line += ", " + std::string(part);
    return line;
}

std::string_view reason_without(const Report& report, const CollatedWork& work, const Version& version)
{
    if (!version.readable)
        return "cannot be read";
    const std::vector<Version>& versions = report.library[work.work].versions;
    const bool compared = std::any_of(work.witnesses.begin(), work.witnesses.end(), [&](const Passage* witness) {
        return text::same_language(versions[witness->version].language, version.language);
    });
    if (!compared)
        return "no passage could be aligned";
    return version.coverage == VersionCoverage::full ? "no such passage" : "no such passage in what it has of the work";
}

} // namespace verbatim::report
