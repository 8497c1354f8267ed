// SPDX-License-Identifier: Apache-2.0
// quotation, title, term or mention (CONVENTIONS 5). When in doubt a short string is a term: terms are never accused.
#include "extract/names_han.hpp"
#include "extract/surroundings.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_term_words = 4;
constexpr std::size_t longest_phrase_words = 12; // in a language that sets whole phrases in scare quotes
constexpr std::size_t longest_term_han = 6;

struct Length {
    std::size_t words = 0;
    std::size_t han = 0;
};
Length length_of(std::string_view words)
{
    Length length;
    const text::Tokens tokens = text::tokenise(words);
    for (const text::Token& token : tokens.list) {
        if (token.kind == text::TokenKind::han)
            ++length.han;
        else if (token.kind == text::TokenKind::word || token.kind == text::TokenKind::number)
            ++length.words;
    }
    return length;
}
bool short_enough(const syntax::Lexicon& lexicon, std::string_view words)
{
    if (words.size() > 200)
        return false;
    const Length length = length_of(words);
    const std::size_t longest = lexicon.has("pattern", "long-terms") ? longest_phrase_words : longest_term_words;
    return length.han > 0 ? length.han + length.words <= longest_term_han : length.words <= longest;
}

/// A finite auxiliary, a contracted one, or a pronoun that can only be a subject with a word behind it.
bool has_finite_verb(const syntax::Lexicon& lexicon, std::string_view words)
{
    bool after_subject = false;
    for (std::string_view rest = words; !rest.empty();) {
        const std::string_view word = first_word(rest);
        if (word.empty())
            return false;
        rest = rest.substr(static_cast<std::size_t>(word.data() + word.size() - rest.data()));
        if (text::is_han_or_kana(text::code_point_at(word, 0))) {
            for (std::size_t at = 0; at < word.size(); at += text::code_point_size(word, at))
                if (lexicon.match("kind.finite", word, at) > 0)
                    return true;
            continue;
        }
        if (after_subject || lexicon.has("kind.finite", word))
            return true;
        after_subject = lexicon.has("kind.subject", word);
    }
    return false;
}

bool is_speech(const std::string& cue_class)
{
    for (const char* const name : {"say", "state", "write", "ask", "add", "warn", "deny", "quote"})
        if (cue_class == name)
            return true;
    return false;
}

class Decider {
public:
    Decider(const Document& document, const syntax::Lexicon& lexicon, const Context& context)
        : document_(document), lexicon_(lexicon), context_(context)
    {
    }

    [[nodiscard]] QuotationKind kind_of(const Quotation& quotation) const
    {
        if (quotation.form != QuotationForm::inline_)
            return QuotationKind::quotation;
        const bool governed = directly_governed(quotation);
        if (!governed && looks_like_title(document_, quotation, lexicon_, context_))
            return QuotationKind::title;
        if (quotation.marks.starts_with("《") || quotation.marks.starts_with("〈"))
            return QuotationKind::title;
        if (quotation.parts.size() > 1 || quotation.introduced)
            return QuotationKind::quotation;
        const Surroundings around = surroundings_of(document_, quotation);
        if (!around.before.ends_with("：") && !around.before.ends_with(':') && names_body_han(lexicon_, quotation.text))
            return QuotationKind::term;
        if (governed)
            return QuotationKind::quotation;
        const bool is_short = short_enough(lexicon_, quotation.text);
        if ((is_short && is_mention(quotation, around)) || is_named_string(quotation, around))
            return QuotationKind::mention;
        if (untold_title(quotation, around))
            return QuotationKind::title;
        return is_short && !is_sentence(quotation, around) && !has_finite_verb(lexicon_, quotation.text)
                   ? QuotationKind::term
                   : QuotationKind::quotation;
    }

private:
    /// A verb of speech stands directly before or behind: `said "no"`, `"Enough," Lind said`.
    [[nodiscard]] bool directly_governed(const Quotation& quotation) const
    {
        const Attribution& attribution = quotation.attribution;
        if (quotation.introduced)
            return attribution.cue.has_value();
        if (!attribution.cue || !is_speech(attribution.cue_class)
            || attribution.evidence > AttributionEvidence::pronoun)
            return false;
        const Surroundings around = surroundings_of(document_, quotation);
        const Span cue = attribution.cue->span;
        if (cue.end <= around.outer.begin) {
            const std::string_view between = document_.slice({cue.end, around.outer.begin});
            return between.find_first_not_of(" \n\t,:") == std::string_view::npos || between == "：" || between == "，";
        }
        constexpr std::u32string_view stops = U",?!，。？！…—–-";
        const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
        const bool apart =
            stops.find(last) != std::u32string_view::npos
            || (!around.after.empty() && stops.find(text::code_point_at(around.after, 0)) != std::u32string_view::npos);
        return cue.begin >= around.outer.end && apart && begins_sentence(around);
    }

    [[nodiscard]] static bool begins_sentence(const Surroundings& around)
    {
        if (around.before.empty())
            return true;
        constexpr std::u32string_view stops = U".!?。！？…\"”»«‹›“‘」』:：—–";
        return stops.find(text::code_point_before(around.before, around.before.size())) != std::u32string_view::npos;
    }

    /// Ends like a sentence of its own: `?` and `!` always belong to it; a full stop does where it also begins one.
    [[nodiscard]] bool is_sentence(const Quotation& quotation, const Surroundings& around) const
    {
        const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
        if (last == U'?' || last == U'!' || last == U'？' || last == U'！' || last == U'。')
            return true;
        if (around.before.empty() && around.after.empty())
            return true; // a paragraph of its own
        if (!begins_sentence(around))
            return false;
        // »Geh nur«, …: the comma of a telling clause stands outside the marks. Worte: »…«
        if (lexicon_.frame() == "continental" && (around.after.starts_with(',') || around.before.ends_with(':')))
            return true;
        // «¿Quién paga?», preguntó Ida. «Lo paga el consejo».: the stop of the sentence stands outside
        if (lexicon_.frame() == "continental" && around.before.ends_with('.') && around.after.starts_with('.'))
            return true;
        const bool stops = last == U'.' || last == U'…' || last == U'—' || last == U'-';
        const bool goes_on = !around.after.empty() && text::is_letter(text::code_point_at(around.after, 0));
        return stops || (last == U',' && (goes_on || quotation.attribution.attributed()));
    }

    /// The "Shall we go on?" prompt, the option "Show it again", i.e. "all from here on": what a noun of a machine's
    /// strings names, or a gloss. Of any length, and given to nobody.
    [[nodiscard]] bool is_named_string(const Quotation& quotation, const Surroundings& around) const
    {
        if (quotation.attribution.evidence <= AttributionEvidence::citation_only)
            return false;
        if (ends_with_class(lexicon_, "kind.string-before", around.before))
            return true;
        const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
        return last != U'.' && last != U',' && !around.before.empty()
               && text::is_letter(text::code_point_before(around.before, around.before.size())) && !around.after.empty()
               && !text::is_upper(text::code_point_at(around.after, 0))
               && lexicon_.match("kind.string-behind", around.after, 0) > 0;
    }

    [[nodiscard]] bool is_mention(const Quotation& quotation, const Surroundings& around) const
    {
        if (ends_with_class(lexicon_, "kind.mention-before", around.before))
            return true;
        if (!around.after.empty() && lexicon_.match("kind.mention-behind", around.after, 0) > 0)
            return true;
        if (quotation.attribution.evidence > AttributionEvidence::citation_only
            && ends_with_class(lexicon_, "kind.naming", around.before))
            return true;
        // Anna "Gull" Lindqvist
        const std::string_view first = last_word(around.before);
        const std::string_view last = first_word(around.after);
        return !first.empty() && !last.empty()
               && first.data() + first.size() == around.before.data() + around.before.size()
               && last.data() == around.after.data() && text::is_upper(text::code_point_at(first, 0))
               && text::is_upper(text::code_point_at(last, 0)) && title_cased(lexicon_, quotation.text, 1)
               && before_last_word(around.before).size() > 0 && text::word_count(quotation.text) <= 2;
    }

    /// Capitalised like a title, without a word that says so: three capitals, in running text, given to nobody.
    [[nodiscard]] bool untold_title(const Quotation& quotation, const Surroundings& around) const
    {
        const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
        return !lexicon_.has("pattern", "nouns-capitalised") && !begins_sentence(around) && last != U'?' && last != U'!'
               && !has_finite_verb(lexicon_, quotation.text) && title_cased(lexicon_, quotation.text, 3);
    }

    const Document& document_;
    const syntax::Lexicon& lexicon_;
    const Context& context_;
};

/// Only a comma, a conjunction or a list mark stands between the two.
bool coordinated(const Document& document, const syntax::Lexicon& lexicon, const Quotation& a, const Quotation& b)
{
    constexpr std::size_t farthest = 32; // bytes from words to words: two marks, a comma, a conjunction
    if (b.hull().begin > a.hull().end + farthest)
        return false;
    const std::size_t end = surroundings_of(document, a).outer.end;
    const std::size_t begin = surroundings_of(document, b).outer.begin;
    if (begin < end || begin - end > 16)
        return false;
    const std::string between = text::collapse(document.slice({end, begin}));
    if (between.empty())
        return a.text.ends_with(",") || text::is_han_or_kana(text::code_point_before(a.text, a.text.size()));
    if (between == "," || between == "、")
        return true;
    const std::string_view word = first_word(between);
    return !word.empty()
           && (lexicon.has("coordinator", word) || lexicon.has("conjunction", word)
               || lexicon.has("coordinator", between))
           && word.size() + 2 >= between.size();
}

bool begins_small(const std::string& text)
{
    const char32_t first = text::code_point_at(text, 0);
    return text::is_letter(first) && !text::is_upper(first) && !text::is_han_or_kana(first);
}

/// Coordinated strings under one cue share one kind, the shortest's (CONVENTIONS 10).
void level_coordinated(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    auto& all = reading.quotations;
    const auto levelled = [](const Quotation& quotation) {
        return quotation.form == QuotationForm::inline_ && quotation.parts.size() == 1 && !quotation.introduced
               && quotation.kind != QuotationKind::mention;
    };
    for (std::size_t i = 0; i < all.size();) {
        std::vector<std::size_t> run{i};
        std::size_t j = i + 1;
        for (; j < all.size() && levelled(all[i]); ++j) {
            if (all[j].nested_in != all[i].nested_in) {
                if (all[j].nested_in && *all[j].nested_in >= i)
                    continue; // lies inside a member
                break;
            }
            if (!levelled(all[j]) || !coordinated(document, lexicon, all[run.back()], all[j]))
                break;
            run.push_back(j);
        }
        if (run.size() > 1) {
            const auto shortest = *std::min_element(run.begin(), run.end(), [&](std::size_t a, std::size_t b) {
                return all[a].text.size() < all[b].text.size();
            });
            const QuotationKind kind = all[shortest].kind;
            for (const std::size_t member : run) {
                // A clause beside a title (`According to "Letters", "whoever owns the water …"`) is no title.
                const bool clause = kind == QuotationKind::title && begins_small(all[member].text);
                if (all[member].kind != QuotationKind::title && !clause)
                    all[member].kind = kind;
            }
        }
        i = run.size() > 1 ? run.back() + 1 : i + 1;
    }
}

} // namespace

void decide_kinds(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
{
    const Decider decider(document, lexicon, context);
    for (Quotation& quotation : reading.quotations)
        quotation.kind = decider.kind_of(quotation);
    level_coordinated(document, reading, lexicon);
}

} // namespace verbatim::extract
