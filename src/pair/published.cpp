// SPDX-License-Identifier: Apache-2.0
// A quotation of a work that is published in the target language too: its words must be the published ones, and those
// of the same passage (CONVENTIONS 8).
#include "pair/published.hpp"

#include "extract/extract.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <cstdlib>

namespace verbatim::pair {
namespace {

bool is_own_translation(const Quotation& quotation)
{
    const auto declared = extract::declarations(quotation);
    return std::find(declared.begin(), declared.end(), extract::Declared::own_translation) != declared.end();
}

bool is_current(const Version& version)
{
    return version.status == VersionStatus::official || version.status == VersionStatus::published;
}

bool uses_published_words(const Passage& passage) { return passage.alterations.empty(); }

std::size_t paragraph_of(const Document& document, std::size_t offset)
{
    const Block* block = document.block_at(offset);
    return block == nullptr ? 0 : block->paragraph;
}

std::size_t paragraphs_of(const Document& document)
{
    std::size_t last = 0;
    for (const Block& block : document.blocks)
        last = std::max(last, block.paragraph);
    return last;
}

/// Twins are aligned by paragraph; where one version has more paragraphs than the other, a neighbour is no other
/// passage.
bool is_same_place(const Document& quoted, const Document& document, Span twin, Span passage)
{
    if (twin.overlaps(passage))
        return true;
    const auto first = static_cast<long>(paragraph_of(document, twin.begin));
    const auto last = static_cast<long>(paragraph_of(document, twin.end == 0 ? 0 : twin.end - 1));
    const auto found = static_cast<long>(paragraph_of(document, passage.begin));
    const long off = paragraphs_of(quoted) == paragraphs_of(document) ? 0 : 1;
    return found >= first - off && found <= last + off;
}

SourceText source_text(const Document& document, Span span)
{
    return {text::running_text(document, span), span, text::stored(document, span),
            text::place(document, span.begin).line};
}

} // namespace

std::optional<Published> published_words(std::size_t link, const DocumentResult& from, std::size_t from_quotation,
                                         const DocumentResult& to, std::size_t to_quotation,
                                         const library::Library& library, const align::Settings& settings)
{
    const std::vector<Passage>& quoted = from.evidence[from_quotation].matches;
    const Quotation& translated = to.reading.quotations[to_quotation];
    if (quoted.empty() || is_own_translation(translated))
        return std::nullopt;
    const Passage& passage = quoted.front();
    const Work& work = library.works()[passage.work];
    const library::VersionText* source = library.version_text(passage.work, passage.version);
    std::optional<Published> best;
    for (std::size_t v = 0; v < work.versions.size(); ++v) {
        const Version& version = work.versions[v];
        const library::VersionText* held = library.version_text(passage.work, v);
        if (v == passage.version || held == nullptr || source == nullptr || version.coverage != VersionCoverage::full
            || !text::same_language(version.language, to.document.language))
            continue;
        const std::optional<Span> twin = library.twin(passage.work, passage.version, passage.where.span, v);
        if (!twin || twin->empty())
            continue;
        Published published;
        published.link = link;
        published.work = passage.work;
        published.version = v;
        published.twin = source_text(held->document, *twin);
        published.comparison = align::compare_with(to.document, translated, library, passage.work, v, *twin, settings);
        // The comparison looks a little about the twin: equal words beside it are those of another passage.
        const Span compared = published.comparison.where.span;
        published.same_words = uses_published_words(published.comparison) && !compared.empty()
                               && is_same_place(source->document, held->document, *twin, compared);
        for (const Passage& found : to.evidence[to_quotation].matches) {
            if (found.work != passage.work || found.version != v || !uses_published_words(found))
                continue;
            if (is_same_place(source->document, held->document, *twin, found.where.span))
                published.same_words = true;
            else
                published.elsewhere = found;
        }
        // The words of a superseded version raise superseded-version alone.
        if (!is_current(version)) {
            if (published.same_words)
                return std::nullopt;
            continue;
        }
        if (!best || (published.same_words && !best->same_words)
            || (published.same_words == best->same_words
                && published.comparison.similarity > best->comparison.similarity))
            best = std::move(published);
    }
    return best;
}

} // namespace verbatim::pair
