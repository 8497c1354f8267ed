// SPDX-License-Identifier: Apache-2.0
#include "pair/attribution_changes.hpp"

#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::pair {
namespace {

std::string name_of(const Source& source) { return source.person ? *source.person : source.text; }

std::string folded(std::string_view name)
{
    const text::Tokens tokens = text::tokenise(name);
    std::string words;
    for (std::size_t i = 0; i < tokens.list.size(); ++i)
        if (tokens.list[i].kind != text::TokenKind::punctuation && tokens.search(i) != "the")
            words += (words.empty() ? "" : " ") + std::string(tokens.search(i));
    return words;
}

/// One is the other's beginning or end, whole words: "Okoro" and "Maria Okoro".
bool is_short_form(const std::string& a, const std::string& b)
{
    const std::string& shorter = a.size() < b.size() ? a : b;
    const std::string& longer = a.size() < b.size() ? b : a;
    if (shorter.empty())
        return false;
    return longer == shorter || longer.starts_with(shorter + " ") || longer.ends_with(" " + shorter)
           || longer.find(" " + shorter + " ") != std::string::npos;
}

TextSpan text_of(const Source& source) { return {name_of(source), source.span}; }

void compare_phrase(const char* kind, const std::optional<TextSpan>& from, const std::optional<TextSpan>& to,
                    std::vector<Change>& changes)
{
    if (from && to && !is_short_form(folded(from->text), folded(to->text)))
        changes.push_back({kind, from, to, {}});
}

/// "She", where the text does not tell for certain who is meant.
bool is_open_pronoun(const Attribution& attribution)
{
    return attribution.evidence == AttributionEvidence::pronoun && attribution.source && !attribution.source->person;
}

/// "she" for "he", whoever is meant; not "they", which takes the place of either.
bool is_other_pronoun(const Attribution& from, const Attribution& to, const std::string& language)
{
    if (from.evidence != AttributionEvidence::pronoun || to.evidence != AttributionEvidence::pronoun || !from.source
        || !to.source)
        return false;
    const syntax::Lexicon& lexicon = syntax::lexicon(language);
    const auto left = lexicon.class_in("pronoun", folded(from.source->text));
    const auto right = lexicon.class_in("pronoun", folded(to.source->text));
    return left && right && *left != *right && *left != "plural" && *right != "plural";
}

bool denies(const Attribution& attribution) { return attribution.cue_class == "deny"; }

} // namespace

bool same_speaker(const Source& a, const Source& b, const library::Library* library)
{
    if (a.coordinated || b.coordinated)
        return true; // who of several speaks cannot be told for certain
    const std::string left = name_of(a);
    const std::string right = name_of(b);
    if (is_short_form(folded(left), folded(right)))
        return true;
    return library != nullptr && library->same_person(left, right);
}

std::vector<Change> attribution_changes(const Quotation& before, const Quotation& after,
                                        const library::Library* library)
{
    const Attribution &from = before.attribution, &to = after.attribution;
    std::vector<Change> changes;
    if (!from.attributed() || !to.attributed())
        return changes; // dropped-attribution speaks of that
    // A pronoun for a name is no other speaker unless it is known to mean another.
    if (is_other_pronoun(from, to, after.language))
        changes.push_back(
            {"source", TextSpan{from.source->text, from.source->span}, TextSpan{to.source->text, to.source->span}, {}});
    else if (from.source && to.source && is_open_pronoun(from) == is_open_pronoun(to)
             && !same_speaker(*from.source, *to.source, library))
        changes.push_back({"source", text_of(*from.source), text_of(*to.source), {}});
    if (from.cue && to.cue && denies(from) != denies(to))
        changes.push_back({"cue", from.cue, to.cue, {}});
    if (from.date && to.date && !text::dates_agree(*from.date, *to.date))
        changes.push_back({"date", TextSpan{*from.date, {}}, TextSpan{*to.date, {}}, {}});
    compare_phrase("occasion", from.occasion, to.occasion, changes);
    compare_phrase("document", from.document, to.document, changes);
    return changes;
}

} // namespace verbatim::pair
