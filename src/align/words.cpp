// SPDX-License-Identifier: Apache-2.0
#include "align/words.hpp"

#include "align/single_words.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

using text::TokenKind;

bool is_title_mark(std::string_view exact) { return exact == "《" || exact == "》" || exact == "〈" || exact == "〉"; }

/// Every token of the quotation's parts, note calls of the quoting document left out.
Words raw_words(const Document& document, const Quotation& quotation)
{
    Words words;
    for (const TextSpan& part : quotation.parts) {
        const text::Tokens tokens = text::tokenise(document.slice(part.span));
        const std::vector<Span> calls = calls_in(document, part.span);
        const std::size_t first = words.size();
        words.reserve(first + tokens.list.size());
        for (std::size_t i = 0; i < tokens.list.size(); ++i) {
            Word word = word_of(tokens, i);
            word.span = {word.span.begin + part.span.begin, word.span.end + part.span.begin};
            if (word.exact.empty() || holder(calls, word.span) != nullptr)
                continue;
            if (const Span* call = call_behind(word, calls))
                cut(word, *call);
            words.push_back(std::move(word));
        }
        if (words.size() > first) {
            words[first].starts_part = true;
            words.back().ends_part = true;
        }
    }
    return words;
}

bool opens(const Word& word) { return word.exact == "[" || word.exact == "〔"; }
bool closes(const Word& word) { return word.exact == "]" || word.exact == "〕"; }

/// Index behind the bracket group that opens at `at`; `at` where none does. Long "groups" are no interpolation.
std::size_t group_end(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 40;
    if (!opens(words[at]))
        return at;
    for (std::size_t i = at + 1; i < words.size() && i <= at + longest; ++i) {
        if (opens(words[i]))
            return at;
        if (closes(words[i]))
            return i + 1;
    }
    return at;
}

std::string joined(const Words& words, std::size_t begin, std::size_t end)
{
    std::string all;
    for (std::size_t i = begin; i < end; ++i)
        all += (i == begin ? "" : " ") + words[i].exact;
    return all;
}

bool touches(const Words& words, std::size_t left, std::size_t right)
{
    return words[left].span.end == words[right].span.begin;
}

/// Index behind an ellipsis with its brackets at `at`; `at` where there is none.
std::size_t ellipsis_end(const Words& words, std::size_t at)
{
    if (words[at].kind == TokenKind::ellipsis)
        return at + 1;
    if (at + 2 < words.size() && words[at + 1].kind == TokenKind::ellipsis
        && ((opens(words[at]) && closes(words[at + 2])) || (words[at].exact == "(" && words[at + 2].exact == ")")))
        return at + 3;
    return at;
}

class Structure {
public:
    Structure(Words raw, Keys& keys, const std::vector<std::string>& own, bool piecewise)
        : raw_(std::move(raw)), keys_(keys), own_(own), piecewise_(piecewise)
    {
        result_.gaps.push_back({});
        result_.words.reserve(raw_.size());
        for (std::size_t i = 0; i < raw_.size();)
            i = step(i);
        close_piece();
    }
    [[nodiscard]] Quoted take() { return std::move(result_); }

private:
    std::size_t step(std::size_t i)
    {
        if (piecewise_ && i > 0 && raw_[i].starts_part)
            gap(Gap::Kind::host_sentence, {raw_[i - 1].span.end, raw_[i].span.begin});
        if (const std::size_t end = ellipsis_end(raw_, i); end > i) {
            gap(Gap::Kind::ellipsis, {raw_[i].span.begin, raw_[end - 1].span.end});
            return end;
        }
        if (const std::size_t end = group_end(raw_, i); end > i + 1)
            return bracket(i, end);
        add(std::move(raw_[i])); // only its place is asked for behind it
        return i + 1;
    }

    std::size_t bracket(std::size_t i, std::size_t end)
    {
        if (std::find(own_.begin(), own_.end(), joined(raw_, i, end)) != own_.end()) {
            for (; i < end; ++i)
                add(raw_[i]);
            return end;
        }
        const bool before = !result_.words.empty() && piece_begin_ < result_.words.size() && touches(raw_, i - 1, i)
                            && result_.words.back().kind == TokenKind::word && !result_.words.back().bracketed;
        const bool after = end < raw_.size() && touches(raw_, end - 1, end) && raw_[end].kind == TokenKind::word;
        if (end == i + 3 && raw_[i + 1].kind == TokenKind::word && (before || after))
            return letters(i, end, before, after);
        Word word;
        word.bare = joined(raw_, i + 1, end - 1);
        word.exact = "[" + word.bare + "]";
        word.span = {raw_[i].span.begin, raw_[end - 1].span.end};
        word.bracketed = true;
        word.starts_part = raw_[i].starts_part;
        word.ends_part = raw_[end - 1].ends_part;
        word.key = keys_.fresh();
        result_.words.push_back(std::move(word));
        return end;
    }

    /// `[T]he`, `walk[ed]`, `re[sign]ed`: one word.
    std::size_t letters(std::size_t i, std::size_t end, bool before, bool after)
    {
        Word word = raw_[i + 1];
        word.starts_part = raw_[i].starts_part;
        word.span = {raw_[i].span.begin, raw_[end - 1].span.end};
        word.ends_part = raw_[end - 1].ends_part;
        if (before) {
            const Word head = result_.words.back();
            result_.words.pop_back();
            word.exact = head.exact + word.exact;
            word.bare = head.exact;
            word.span.begin = head.span.begin;
            word.starts_part = head.starts_part;
        }
        if (after) {
            word.exact += raw_[end].exact;
            word.bare += raw_[end].exact;
            word.span.end = raw_[end].span.end;
            word.ends_part = raw_[end].ends_part;
            ++end;
        }
        word.lettered = true;
        add(std::move(word));
        return end;
    }

    void add(Word word)
    {
        word.key = keys_.of(word.kind, word.exact);
        result_.words.push_back(std::move(word));
    }

    void gap(Gap::Kind kind, Span span)
    {
        close_piece();
        Gap& last = result_.gaps.back();
        if (last.kind == Gap::Kind::ellipsis) {
            last.span.end = span.end;
        } else {
            last = {kind, span};
        }
        open_gap_ = true;
    }

    /// A stretch without a word between two ellipses is no piece: its marks belong to the ellipsis.
    void close_piece()
    {
        const Span piece{piece_begin_, result_.words.size()};
        if (count_words(result_.words, piece) == 0) {
            if (!result_.pieces.empty() || open_gap_)
                result_.words.resize(piece_begin_);
            return;
        }
        result_.pieces.push_back(piece);
        result_.gaps.push_back({});
        piece_begin_ = result_.words.size();
        open_gap_ = false;
    }

    Words raw_;
    Keys& keys_;
    const std::vector<std::string>& own_;
    bool piecewise_;
    Quoted result_;
    std::size_t piece_begin_ = 0;
    bool open_gap_ = false;
};

thread_local std::unique_ptr<Keys> kept_keys;

} // namespace

std::uint32_t Keys::of_fold(const std::string& fold)
{
    const auto [at, is_new] = by_fold_.try_emplace(fold, next_);
    next_ += is_new ? 1 : 0;
    return at->second;
}

std::uint32_t Keys::of(TokenKind kind, const std::string& exact)
{
    constexpr std::uint32_t marks = 1;
    // Most words are their own fold: one look-up.
    if (kind == TokenKind::mark)
        return is_title_mark(exact) ? of_fold(text::case_fold(exact)) : marks;
    if (std::all_of(exact.begin(), exact.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return of_fold(exact);
    if (const auto known = by_exact_.find(exact); known != by_exact_.end())
        return known->second;
    const std::uint32_t key = of_fold(kind == TokenKind::han ? text::simplified(exact) : text::case_fold(exact));
    by_exact_.emplace(exact, key);
    return key;
}

bool Keys::is_large() const
{
    constexpr std::size_t words = 1U << 16U;
    constexpr std::uint32_t keys = 1U << 31U;
    return by_exact_.size() + by_fold_.size() > words || next_ > keys;
}

LentKeys::LentKeys() : keys_(std::move(kept_keys))
{
    if (!keys_ || keys_->is_large())
        keys_ = std::make_unique<Keys>();
}

LentKeys::~LentKeys() { kept_keys = std::move(keys_); }

Quoted quoted_words(const Document& document, const Quotation& quotation, Keys& keys,
                    const std::vector<std::string>& own_brackets)
{
    return Structure(raw_words(document, quotation), keys, own_brackets, quotation.piecewise).take();
}

std::vector<std::string> bracket_groups(const Document& document, const Quotation& quotation)
{
    std::vector<std::string> groups;
    const auto has_bracket = [&](const TextSpan& part) {
        const std::string_view bytes = document.slice(part.span);
        return bytes.find('[') != std::string_view::npos || bytes.find("〔") != std::string_view::npos
               || bytes.find("［") != std::string_view::npos;
    };
    if (std::none_of(quotation.parts.begin(), quotation.parts.end(), has_bracket))
        return groups;
    const Words words = raw_words(document, quotation);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const std::size_t end = group_end(words, i); end > i + 1 && ellipsis_end(words, i) == i)
            groups.push_back(joined(words, i, end));
    return groups;
}

std::size_t measured_words(const Words& words, Span range)
{
    std::size_t others = 0, han = 0;
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (words[i].is_word() && !words[i].bracketed)
            (words[i].kind == TokenKind::han ? han : others) += 1;
    return others + han * 2 / 3;
}

std::size_t count_words(const Words& words, Span range)
{
    std::size_t n = 0;
    for (std::size_t i = range.begin; i < range.end; ++i)
        n += words[i].is_word() ? 1U : 0U;
    return n;
}

Span hull(const Words& words, Span range) { return {words[range.begin].span.begin, words[range.end - 1].span.end}; }

} // namespace verbatim::align
