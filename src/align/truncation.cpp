// SPDX-License-Identifier: Apache-2.0
// A quotation may be cut without ellipsis. The rest of the source sentence is read: does the cut drop the negation,
// the condition or the frame that governs the quoted clause? Better to miss one than to accuse wrongly, so only words
// of the quoted clause itself, right before or right behind it, are looked at.
#include "align/passage.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

struct Around {
    Span before; ///< plain bytes from the sentence's start to the passage
    Span behind; ///< from the passage to the sentence's end
};

Around rest_of_sentence(const Document& source, Span passage, const std::string& language)
{
    Around around{{passage.begin, passage.begin}, {passage.end, passage.end}};
    constexpr std::size_t reach = 4000; // bytes of context that are read at most
    Span read;                          // the stretch that `parts` are the sentences of: mostly the same for both ends
    std::vector<Span> parts;
    const auto sentence = [&](std::size_t offset) -> std::optional<Span> {
        const Block* block = source.block_at(offset);
        if (block == nullptr || !block->span.contains(offset))
            return std::nullopt;
        Span near{std::max(block->span.begin, offset - std::min(offset, reach)),
                  std::min(block->span.end, offset + reach)};
        while (near.begin > block->span.begin
               && (static_cast<unsigned char>(source.plain[near.begin]) & 0xc0U) == 0x80U)
            --near.begin;
        while (near.end < block->span.end && (static_cast<unsigned char>(source.plain[near.end]) & 0xc0U) == 0x80U)
            ++near.end;
        if (read != near)
            parts = text::sentences(source.slice(near), language);
        read = near;
        for (const Span part : parts)
            if (part.begin + near.begin <= offset && offset < part.end + near.begin)
                return Span{part.begin + near.begin, part.end + near.begin};
        return std::nullopt;
    };
    if (const auto first = sentence(passage.begin))
        around.before.begin = std::min(first->begin, passage.begin);
    if (const auto last = sentence(passage.end - 1))
        around.behind.end = std::max(last->end, passage.end);
    return around;
}

Words words_in(const Document& source, Span span)
{
    const text::Tokens tokens = text::tokenise(source.slice(span));
    Words words;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        Word word;
        word.exact = tokens.exact(i);
        word.kind = tokens.list[i].kind;
        word.span = {tokens.list[i].span.begin + span.begin, tokens.list[i].span.end + span.begin};
        words.push_back(std::move(word));
    }
    return words;
}

/// First word of the clause that runs up to the passage: behind the last pause.
std::size_t clause_begin(const Words& words)
{
    for (std::size_t i = words.size(); i-- > 0;)
        if (!words[i].is_word())
            return i + 1;
    return 0;
}

class Reader {
public:
    Reader(const Asked& asked, const Document& source, const syntax::Lexicon& lexicon)
        : asked_(asked), source_(source), lexicon_(lexicon)
    {
    }

    std::vector<Truncation> read(const Around& around)
    {
        const Words before = words_in(source_, around.before);
        const Words behind = words_in(source_, around.behind);
        if (!before.empty())
            read_before(before);
        read_behind(behind);
        return std::move(found_);
    }

private:
    [[nodiscard]] bool is_in(const char* word_class, const Word& word) const
    {
        return lexicon_.has(word_class, word.exact);
    }

    void read_before(const Words& words)
    {
        constexpr std::size_t near = 6; // words between a negation and the quoted verb
        const std::size_t begin = clause_begin(words);
        if (begin < words.size() && read_frame(words, begin))
            return;
        std::size_t seen = 0;
        for (std::size_t i = words.size(); i-- > begin && seen < near; ++seen) {
            if (is_in("wording.contrast", words[i]))
                return; // "not the council but the board …": the negation lies on the other side
            if (negates(words[i], source_.plain, lexicon_)) {
                if (!host_says(true))
                    add("negation", {words[i].span.begin, words.back().span.end});
                return;
            }
        }
        read_condition_before(words, begin);
    }

    /// "if the council agrees, …", "only …": at the head of the clause or of the sentence.
    void read_condition_before(const Words& words, std::size_t begin)
    {
        const auto condition = [&](std::size_t i) {
            return condition_at(source_.plain, words[i].span.begin, lexicon_) > 0;
        };
        std::size_t at = words.size();
        if (begin < words.size() && (condition(begin) || condition(words.size() - 1)))
            at = condition(begin) ? begin : words.size() - 1;
        else if (begin == words.size() && condition(0) && opens_with_clause(words))
            at = 0; // the passage is the main clause behind "If …,"
        if (at < words.size() && !host_says(false))
            add("condition", {words[at].span.begin, words.back().span.end});
    }

    [[nodiscard]] static bool opens_with_clause(const Words& words)
    {
        const std::string& last = words.back().exact;
        return last == "," || last == "，";
    }

    /// "It is false that …", "Okoro argues that …": the view of somebody else than the writer.
    bool read_frame(const Words& words, std::size_t begin)
    {
        const auto any_is = [&](const char* word_class) {
            return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(),
                               [&](const Word& word) { return is_in(word_class, word); });
        };
        const bool own_view = any_is("wording.own-view");
        for (std::size_t i = begin; i < words.size(); ++i) {
            const std::size_t size = lexicon_.match("wording.frame", source_.plain, words[i].span.begin);
            if (!own_view && size > 0 && ends_at_passage(words, words[i].span.begin + size)) {
                add("frame", {words.front().span.begin, words.back().span.end});
                return true;
            }
        }
        const std::size_t last = words.size() - 1;
        const bool with_that = is_in("that", words[last]);
        const std::size_t verb = with_that && last > begin ? last - 1 : last;
        const bool han = words[verb].kind == text::TokenKind::han;
        if (!with_that || verb <= begin || han || !lexicon_.class_in("cue", words[verb].exact))
            return false;
        if (any_is("wording.own-subject") || is_own_speaker(words, begin, verb))
            return false;
        add("frame", {words[begin].span.begin, words.back().span.end});
        return true;
    }

    [[nodiscard]] bool ends_at_passage(const Words& words, std::size_t end) const
    {
        return std::none_of(words.begin(), words.end(),
                            [&](const Word& word) { return word.is_word() && word.span.begin >= end; });
    }

    /// The document gives the words to the one whom the frame names: nothing was lost.
    [[nodiscard]] bool is_own_speaker(const Words& words, std::size_t begin, std::size_t end) const
    {
        const std::optional<Source>& source = asked_.quotation.attribution.source;
        if (!source)
            return false;
        const std::string who = text::collapse(source_.slice({words[begin].span.begin, words[end].span.begin}));
        if (asked_.library.same_person(source->text, who)
            || (source->person && asked_.library.same_person(*source->person, who)))
            return true;
        return who.find(source->text) != std::string::npos;
    }

    /// "…, unless the council objects": right behind the quoted words, with nothing but a comma between.
    void read_behind(const Words& words)
    {
        std::size_t i = 0;
        while (i < words.size() && !words[i].is_word() && (words[i].exact == "," || words[i].exact == "，"))
            ++i;
        if (i >= words.size() || !words[i].is_word())
            return;
        if (condition_at(source_.plain, words[i].span.begin, lexicon_) > 0)
            add("condition", {words[i].span.begin, words.back().span.end});
    }

    /// The host sentence itself supplies what was cut: `is not "permitted to terminate"`.
    [[nodiscard]] bool host_says(bool negation) const
    {
        constexpr std::size_t reach = 60; // bytes before the quotation
        const std::size_t end = asked_.quotation.hull().begin;
        std::size_t begin = end - std::min(end, reach);
        while (begin < end && (static_cast<unsigned char>(asked_.document.plain[begin]) & 0xc0U) == 0x80U)
            ++begin;
        const Words host = words_in(asked_.document, {begin, end});
        std::size_t seen = 0;
        for (std::size_t i = host.size(); i-- > 0 && seen < 6; ++seen) {
            if (host[i].exact == ".")
                break;
            if (negation ? negates(host[i], asked_.document.plain, lexicon_)
                         : condition_at(asked_.document.plain, host[i].span.begin, lexicon_) > 0)
                return true;
        }
        return false;
    }

    void add(const char* kind, Span span)
    {
        Truncation truncation;
        truncation.kind = kind;
        truncation.left_out = text::running_text(source_, span);
        truncation.source = {truncation.left_out, span, text::stored(source_, span),
                             text::place(source_, span.begin).line};
        found_.push_back(std::move(truncation));
    }

    const Asked& asked_;
    const Document& source_;
    const syntax::Lexicon& lexicon_;
    std::vector<Truncation> found_;
};

constexpr std::string_view blanks = " \t\r\n";

bool is_ascii_letter(char byte) { return text::is_ascii(byte) && text::is_letter(static_cast<unsigned char>(byte)); }

/// The letters of `text` at [begin, end) are a word that Reader looks for before a passage.
bool may_govern(std::string_view text, Span letters, const syntax::Lexicon& lexicon)
{
    if (lexicon.matches(text, letters.begin).count == 0) // in no class at all, as most words are
        return false;
    Word word;
    word.exact = text.substr(letters.begin, letters.size());
    word.span = letters;
    return negates(word, text, lexicon) || condition_at(text, letters.begin, lexicon) > 0
           || lexicon.match("wording.frame", text, letters.begin) > 0 || lexicon.has("that", word.exact);
}

/// False: no word of the clause right before the passage can govern it, wherever its sentence begins. That is told of
/// clauses of plain letters alone, back to a pause or the beginning of the block.
bool clause_may_govern(const Document& source, std::size_t passage, const syntax::Lexicon& lexicon)
{
    constexpr std::size_t reach = 400; // bytes
    constexpr std::string_view pauses = ".,;:?!";
    const Block* block = source.block_at(passage);
    if (block == nullptr || !block->span.contains(passage))
        return false;
    const std::string_view text = source.plain;
    const std::size_t floor = std::max(block->span.begin, passage - std::min(passage, reach));
    std::size_t at = passage;
    while (at > floor) {
        std::size_t begin = at;
        while (begin > floor && is_ascii_letter(text[begin - 1]))
            --begin;
        if (begin < at && (at == passage || may_govern(text, {begin, at}, lexicon)))
            return true;
        at = begin;
        if (at > floor && blanks.find(text[at - 1]) == std::string_view::npos)
            break;
        at -= at > floor ? 1 : 0;
    }
    if (at == block->span.begin)
        return false;
    const bool is_pause = at > floor && pauses.find(text[at - 1]) != std::string_view::npos
                          && blanks.find(text[at]) != std::string_view::npos;
    // Behind a comma with no word between the sentence's first word counts, too.
    const bool is_bare = text.find_first_not_of(blanks, at) >= passage;
    return !is_pause || (is_bare && text[at - 1] == ',');
}

/// False: the first word behind the passage is no condition, wherever its sentence ends.
bool next_word_may_govern(const Document& source, std::size_t passage, const syntax::Lexicon& lexicon)
{
    const std::size_t at = std::string_view(source.plain).find_first_not_of(" \t\r\n,", passage);
    const Block* block = source.block_at(passage - 1);
    if (block == nullptr || at >= block->span.end)
        return false;
    const bool is_plain = text::is_ascii(source.plain[at]) && source.plain[at] > ' '; // no control
    return !is_plain || condition_at(source.plain, at, lexicon) > 0;
}

} // namespace

std::vector<Truncation> truncations(const Asked& asked, const Document& source, Span passage,
                                    const std::string& language)
{
    if (passage.empty())
        return {};
    const syntax::Lexicon& lexicon = syntax::lexicon(language);
    // To find the sentence takes far longer than to see that no word beside the passage matters.
    if (!clause_may_govern(source, passage.begin, lexicon) && !next_word_may_govern(source, passage.end, lexicon))
        return {};
    return Reader(asked, source, lexicon).read(rest_of_sentence(source, passage, language));
}

} // namespace verbatim::align
