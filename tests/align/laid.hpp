// SPDX-License-Identifier: Apache-2.0
// A quotation laid against a source text without a library, and what came of it as one line of text.
#pragma once
#include "align/comparison.hpp"
#include "syntax/syntax.hpp"

#include <string>
#include <vector>

namespace laid {

inline verbatim::Document document(const std::string& plain, const std::string& language = "en")
{
    using namespace verbatim;
    Document made;
    made.path = "made.txt";
    made.format = "text";
    made.language = language;
    made.plain = made.decoded = plain;
    made.map.append(plain.size(), {0, plain.size()}, SourceMap::Kind::copied);
    made.line_starts = text::line_starts(plain);
    for (std::size_t at = 0, n = 1; at < plain.size(); ++n) {
        const std::size_t end = std::min(plain.size(), plain.find("\n\n", at));
        made.blocks.push_back({BlockKind::paragraph, {at, end}, 0, n, 0, {}});
        at = end == plain.size() ? end : end + 2;
    }
    return made;
}

/// A quotation of the whole document; parts are parted by `|`.
inline verbatim::Quotation quotation(const verbatim::Document& quoting)
{
    verbatim::Quotation made;
    made.language = quoting.language;
    std::vector<std::string> texts;
    for (std::size_t at = 0; at <= quoting.plain.size();) {
        const std::size_t end = std::min(quoting.plain.size(), quoting.plain.view().find('|', at));
        made.parts.push_back({verbatim::text::collapse(quoting.plain.view().substr(at, end - at)), {at, end}});
        texts.push_back(made.parts.back().text);
        at = end + 1;
    }
    made.text = verbatim::text::join(texts);
    return made;
}

struct Result {
    verbatim::Verdict verdict = verbatim::Verdict::not_found;
    verbatim::align::Comparison comparison;
    std::string passage;
    std::string told; ///< "verbatim", or "altered: number 40 million/14 million"
};

inline std::string told(verbatim::Verdict verdict, const verbatim::align::Comparison& comparison)
{
    std::string line(verbatim::to_string(verdict));
    const auto tell = [&](const std::vector<verbatim::Difference>& list) {
        for (const verbatim::Difference& difference : list) {
            line += line.find(':') == std::string::npos ? ": " : "; ";
            line += std::string(verbatim::to_string(difference.kind)) + " " + difference.quoted.text + "/"
                    + difference.source.text;
        }
    };
    tell(comparison.alterations);
    tell(comparison.conventional);
    return line;
}

inline Result lay(const std::string& quoted_text, const std::string& source_text, const std::string& language = "en",
                  const verbatim::align::Settings& settings = {}, bool piecewise = false)
{
    using namespace verbatim;
    using namespace verbatim::align;
    const Document quoting = document(quoted_text, language), source = document(source_text, language);
    Quotation quoted = quotation(quoting);
    quoted.piecewise = piecewise;
    const text::Tokens tokens = text::tokenise(source.plain);
    std::vector<std::string> own;
    for (std::string& group : bracket_groups(quoting, quoted))
        if (range_contains(tokens, {0, tokens.list.size()}, group))
            own.push_back(std::move(group));
    Keys keys;
    const Quoted words = quoted_words(quoting, quoted, keys, own);
    const SourceWords from = source_words(source, tokens, {0, tokens.list.size()}, keys, words, {});
    const Sides sides{quoting, source, quoted, nullptr, settings, syntax::lexicon(language), language, words, from};
    Result result;
    result.comparison = compare(sides, place_pieces(words, from.words, settings.ellipsis_reach));
    if (result.comparison.source.empty())
        return result;
    Passage passage;
    passage.alterations = result.comparison.alterations;
    passage.conventional = result.comparison.conventional;
    result.verdict = verdict_of(passage);
    result.passage = text::collapse(source.slice(hull(from.words, result.comparison.source)));
    result.told = told(result.verdict, result.comparison);
    return result;
}

} // namespace laid
