// SPDX-License-Identifier: Apache-2.0
// `title` of CONVENTIONS 5: capitalised words or 《》, beside a document noun or a verb of adoption or publication, or
// equal to a title that the library knows.
#include "extract/surroundings.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <cctype>

namespace verbatim::extract {
namespace {

constexpr std::size_t window = 200; // bytes on each side

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool in_word(char32_t c) { return text::is_letter(c) || text::is_digit(c) || c == U'\'' || c == U'’' || c == U'-'; }

std::size_t step_back(std::string_view text, std::size_t at)
{
    do
        --at;
    while (at > 0 && continues(text[at]));
    return at;
}

/// Offset before which the last word ends.
std::size_t last_word_end(std::string_view text)
{
    std::size_t end = text.size();
    while (end > 0 && !in_word(text::code_point_before(text, end)))
        end = step_back(text, end);
    return end;
}
std::size_t word_begin(std::string_view text, std::size_t end)
{
    while (end > 0 && in_word(text::code_point_before(text, end)))
        end = step_back(text, end);
    return end;
}

std::string without_final_stops(std::string_view words)
{
    constexpr std::u32string_view stops = U".,;:!?。，；：！？";
    while (!words.empty() && stops.find(text::code_point_before(words, words.size())) != std::u32string_view::npos)
        words.remove_suffix(words.size() - step_back(words, words.size()));
    return text::search_fold(words);
}

bool known_title(const Quotation& quotation, const Context& context)
{
    if (context.titles.empty() || quotation.text.size() > window)
        return false;
    const std::string folded = without_final_stops(quotation.text);
    return std::any_of(context.titles.begin(), context.titles.end(), [&](const std::string& title) {
        return title.size() <= quotation.text.size() + 3 && title.size() + 6 >= quotation.text.size()
               && text::search_fold(title) == folded;
    });
}

bool names_document(const syntax::Lexicon& lexicon, std::string_view word)
{
    if (lexicon.has("document-noun", word) || lexicon.has("kind.work-noun", word))
        return true;
    return word.size() > 3 && word.back() == 's' && lexicon.has("document-noun", word.substr(0, word.size() - 1));
}

/// `the resolution "…"`, `an essay entitled "…"`, `published "…"`, `the passing of the "…"`.
bool title_before(const syntax::Lexicon& lexicon, std::string_view before)
{
    for (int words = 0; words < 2; ++words) {
        if (before.empty() || before.back() == ':' || before.back() == '.')
            return false;
        if (ends_with_class(lexicon, "kind.title-before", before) || ends_with_class(lexicon, "adopt", before))
            return true;
        if (words == 0 && names_document(lexicon, last_word(before)))
            return true;
        const std::string_view last = last_word(before);
        if (!lexicon.has("article", last) && !lexicon.has("possessive", last) && last != "of"
            && !lexicon.has("genitive", last))
            return false;
        before = before_last_word(before);
        while (!before.empty() && before.back() == ' ')
            before.remove_suffix(1);
    }
    return false;
}

/// `"…," passed at the Ninth Session`, `the "…" report`.
bool title_behind(const syntax::Lexicon& lexicon, std::string_view after)
{
    if (after.empty())
        return false;
    if (after.front() == ',')
        return lexicon.has("adopt", first_word(after)) || lexicon.has("kind.title-behind", first_word(after));
    const std::string_view first = first_word(after);
    if (first.empty() || first.data() != after.data())
        return false;
    return names_document(lexicon, first) || lexicon.has("kind.title-behind", first)
           || lexicon.match("kind.title-behind", after, 0) > 0
           || (lexicon.has("adopt", first) && first.ends_with("ed") && !lexicon.has("name-cue", first));
}

/// `wrote in "On the Reform": "…"`, `"On the Reform" says: "…"`: where the words that follow stand.
bool tells_its_place(const syntax::Lexicon& lexicon, const Surroundings& around)
{
    const auto leads = [](std::string_view rest) {
        while (!rest.empty() && rest.front() == ' ')
            rest.remove_prefix(1);
        return !rest.empty() && (rest.front() == ':' || rest.front() == ',') && rest.size() > 2
               && std::u32string_view(U"\"\u201c\u2018'").find(text::code_point_at(rest, 2))
                      != std::u32string_view::npos;
    };
    if (lexicon.has("occasion-preposition", last_word(around.before)) && leads(around.after))
        return true;
    const std::string_view cue = first_word(around.after);
    return !cue.empty() && cue.data() == around.after.data() && lexicon.class_in("cue", cue)
           && leads(around.after.substr(cue.size()));
}

} // namespace

std::string_view last_word(std::string_view text)
{
    const std::size_t end = last_word_end(text);
    const std::size_t begin = word_begin(text, end);
    return text.substr(begin, end - begin);
}

std::string_view before_last_word(std::string_view text)
{
    return text.substr(0, word_begin(text, last_word_end(text)));
}

std::string_view first_word(std::string_view text)
{
    std::size_t begin = 0;
    while (begin < text.size() && !in_word(text::code_point_at(text, begin)))
        begin += text::code_point_size(text, begin);
    std::size_t end = begin;
    while (end < text.size() && in_word(text::code_point_at(text, end)))
        end += text::code_point_size(text, end);
    return text.substr(begin, end - begin);
}

bool ends_with_class(const syntax::Lexicon& lexicon, std::string_view word_class, std::string_view text)
{
    const std::size_t limit = text.size() > 48 ? text.size() - 48 : 0;
    for (std::size_t at = text.size(); at > limit;) {
        at = step_back(text, at);
        const bool starts_word = at == 0 || !in_word(text::code_point_before(text, at))
                                 || text::is_han_or_kana(text::code_point_at(text, at));
        if (starts_word && lexicon.match(word_class, text, at) == text.size() - at)
            return true;
    }
    return false;
}

bool title_cased(const syntax::Lexicon& lexicon, std::string_view words, std::size_t capitals)
{
    std::size_t found = 0;
    bool first = true;
    for (std::string_view rest = words; !rest.empty();) {
        const std::string_view word = first_word(rest);
        if (word.empty())
            break;
        rest = rest.substr(static_cast<std::size_t>(word.data() + word.size() - rest.data()));
        const char32_t c = text::code_point_at(word, 0);
        if (text::is_upper(c)) {
            ++found;
        } else if (first
                   || !(text::is_digit(c) || lexicon.has("article", word) || lexicon.has("preposition", word)
                        || lexicon.has("conjunction", word) || lexicon.has("coordinator", word)
                        || lexicon.has("infinitive-marker", word) || lexicon.has("possessive", word))) {
            return false;
        }
        first = false;
    }
    return found >= capitals;
}

Surroundings surroundings_of(const Document& document, const Quotation& quotation)
{
    const std::string_view plain = document.plain;
    const Span hull = quotation.hull();
    Surroundings around{hull, {}, {}};
    const std::string_view marks = quotation.marks;
    if (!marks.empty()) {
        const std::size_t size = marks.starts_with("``") ? 2 : text::code_point_size(marks, 0);
        const std::string_view open = marks.substr(0, size);
        const std::string_view close = marks.substr(size);
        std::size_t at = hull.begin;
        while (at > 0 && text::is_space(text::code_point_before(plain, at)))
            at = step_back(plain, at);
        if (plain.substr(0, at).ends_with(open))
            around.outer.begin = at - open.size();
        at = hull.end;
        while (at < plain.size() && text::is_space(text::code_point_at(plain, at)))
            at += text::code_point_size(plain, at);
        if (!close.empty() && plain.substr(at).starts_with(close))
            around.outer.end = at + close.size();
    }
    const Block* first = document.block_at(around.outer.begin);
    const Block* last = document.block_at(hull.end > 0 ? hull.end - 1 : 0);
    std::size_t begin = std::max(first == nullptr ? 0 : first->span.begin,
                                 around.outer.begin > window ? around.outer.begin - window : 0);
    std::size_t end = std::min(last == nullptr ? plain.size() : last->span.end, around.outer.end + window);
    begin = std::min(begin, around.outer.begin);
    end = std::max(end, around.outer.end);
    while (begin < around.outer.begin && continues(plain[begin]))
        ++begin;
    while (end > around.outer.end && end < plain.size() && continues(plain[end]))
        --end;
    around.before = plain.substr(begin, around.outer.begin - begin);
    around.after = plain.substr(around.outer.end, end - around.outer.end);
    while (!around.before.empty() && text::is_space(text::code_point_before(around.before, around.before.size())))
        around.before.remove_suffix(around.before.size() - step_back(around.before, around.before.size()));
    while (!around.after.empty() && text::is_space(text::code_point_at(around.after, 0)))
        around.after.remove_prefix(text::code_point_size(around.after, 0));
    return around;
}

bool looks_like_title(const Document& document, const Quotation& quotation, const syntax::Lexicon& lexicon,
                      const Context& context)
{
    if (quotation.form != QuotationForm::inline_)
        return false;
    if (quotation.marks.starts_with("《") || quotation.marks.starts_with("〈"))
        return true;
    if (quotation.text.size() > window || quotation.parts.size() > 1)
        return false;
    if (known_title(quotation, context))
        return true;
    const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
    if (last == U'?' || last == U'!' || last == U'。' || last == U'？' || last == U'！')
        return false;
    const Surroundings around = surroundings_of(document, quotation);
    if (text::is_han_or_kana(text::code_point_at(quotation.text, 0)))
        return ends_with_class(lexicon, "kind.title-before", around.before);
    // Eaux grises, Graues Wasser: only the first word has a capital, or every noun has
    const bool continental = lexicon.frame() == "continental";
    if (continental ? !text::is_upper(text::code_point_at(quotation.text, 0))
                    : !title_cased(lexicon, quotation.text, 1))
        return false;
    if (title_before(lexicon, around.before) || title_behind(lexicon, around.after))
        return true;
    if (last != U',' && title_cased(lexicon, quotation.text, 2) && tells_its_place(lexicon, around))
        return true;
    // Its own head names a document: "Peace Declaration", "Resolution on Ports".
    const bool headed =
        names_document(lexicon, first_word(quotation.text)) || names_document(lexicon, last_word(quotation.text));
    return headed && (continental ? text::word_count(quotation.text) > 1 : title_cased(lexicon, quotation.text, 2));
}

} // namespace verbatim::extract
