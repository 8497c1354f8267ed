// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unmarked-quotation",
    .group = Group::attribution,
    .severity = Severity::warning,
    .summary = "Words of a source stand in the running text, in no quotation marks and with no source named.",
    .why = "Twelve words or more in the same order are no chance. Without marks the reader takes them for the author's "
           "own.",
    .remedy = "Put the words into quotation marks and say whose they are, cite the source beside them, or say the same "
              "in words of your own.",
};

constexpr double least_bits = 6;      ///< of rarity a word: prose has about ten, the small words of a language five
constexpr std::size_t most_works = 3; ///< words that stand in more works are a phrase that nobody owns

bool is_common(const UnmarkedRun& run)
{
    // A small library knows no rare words: there half of what is possible must do.
    return run.works > most_works || run.rarity < std::min(least_bits, run.most_rarity / 2);
}

/// A citation, a call of a note or a stray quotation mark in the paragraph; a source line right below it.
bool is_cited_nearby(const Subject& subject, const UnmarkedRun& run)
{
    const Block* block = subject.document.block_at(run.span.begin);
    if (block == nullptr)
        return false;
    const auto inside = [&](Span span) { return block->span.overlaps(span); };
    const auto cites = [&](const Citation& citation) { return inside(citation.span); };
    const Block* end = subject.document.blocks.data() + subject.document.blocks.size();
    const auto below = [&](const Citation& entry) {
        return entry.kind == CitationKind::source_line && block + 1 != end && (block + 1)->span.overlaps(entry.span);
    };
    const Reading& reading = subject.reading;
    return std::any_of(reading.citations.begin(), reading.citations.end(), cites)
           || std::any_of(reading.entries.begin(), reading.entries.end(),
                          [&](const Citation& entry) { return cites(entry) || below(entry); })
           || std::any_of(subject.document.note_calls.begin(), subject.document.note_calls.end(),
                          [&](const NoteCall& call) { return inside(call.span); })
           || std::any_of(reading.unbalanced.begin(), reading.unbalanced.end(), inside);
}

/// What stands around the run in its sentences and in the one before: there a speaker or a title would be named.
struct Host {
    std::string sentence; ///< the words around the run in its own sentences
    std::string before;   ///< the sentence before
};

Host host_of(const Document& document, Span run)
{
    Host host;
    const Block* block = document.block_at(run.begin);
    if (block == nullptr)
        return host;
    for (const Span sentence : text::sentences(document.slice(block->span), document.language)) {
        const Span whole{block->span.begin + sentence.begin, block->span.begin + sentence.end};
        if (whole.end <= run.begin)
            host.before = document.slice(whole);
        if (whole.contains(run.begin))
            host.sentence += document.slice({whole.begin, run.begin});
        if (run.end > 0 && whole.contains(run.end - 1))
            host.sentence += " " + std::string(document.slice({run.end, whole.end}));
    }
    return host;
}

/// A verb of saying in the run's own sentence: the words are given to somebody, be it without marks.
bool has_cue(const std::string& sentence, const std::string& language)
{
    const syntax::Lexicon& lexicon = syntax::lexicon(language);
    for (const text::Token& token : text::tokenise(sentence).list)
        if (lexicon.match("cue", sentence, token.span.begin) > 0)
            return true;
    return false;
}

/// Whole words; Han names anywhere.
bool names(const std::string& folded, std::string_view name)
{
    const std::string wanted = text::search_fold(text::collapse(name));
    if (wanted.empty())
        return false;
    for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        const bool before = at > 0 && text::is_letter(text::code_point_before(folded, at));
        const bool behind = end < folded.size() && text::is_letter(text::code_point_at(folded, end));
        if ((!before && !behind) || text::is_han_or_kana(text::code_point_at(wanted, 0)))
            return true;
    }
    return false;
}

std::string_view surname(std::string_view name)
{
    const std::size_t comma = name.find(',');
    if (comma != std::string_view::npos)
        return name.substr(0, comma);
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

/// The work's author or title stands there.
bool names_source(const Host& host, const Work& work, const library::Library& library)
{
    const std::string folded = text::search_fold(text::collapse(host.before + " " + host.sentence));
    const auto named = [&](std::string_view name) { return names(folded, name) || names(folded, surname(name)); };
    for (const std::string& creator : work.creators) {
        if (named(creator))
            return true;
        for (const Person& person : library.people())
            if (person.name == creator && std::any_of(person.aliases.begin(), person.aliases.end(), named))
                return true;
    }
    return names(folded, work.title)
           || std::any_of(work.versions.begin(), work.versions.end(),
                          [&](const Version& version) { return names(folded, version.title); });
}

void judge(const Subject& subject, Findings& found)
{
    for (const UnmarkedRun& run : subject.unmarked) {
        if (is_common(run) || is_cited_nearby(subject, run))
            continue;
        const Host host = host_of(subject.document, run.span);
        if (has_cue(host.sentence, subject.document.language)
            || names_source(host, subject.library->works()[run.passage.work], *subject.library))
            continue;
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = run.span;
        finding.message = "no marks and no source; these words stand in " + passage_name(run.passage, *subject.library);
        finding.related.push_back(related_to(run.passage.where, run.passage, *subject.library, "the words stand here"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule unmarked_quotation;
const Rule unmarked_quotation{documentation, judge, nullptr};

} // namespace verbatim::rules
