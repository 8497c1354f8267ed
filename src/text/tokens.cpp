// SPDX-License-Identifier: Apache-2.0
// The tokeniser: one pass, a table for ASCII, ICU's properties for the rest. No BreakIterator: it is ten times slower,
// and Han needs none (one code point, one token). Words may hold hyphens and apostrophes; where a line end breaks a
// word, the hyphen is taken out.
#include "text/character_classes.hpp"
#include "text/code_points.hpp"
#include "text/glyphs.hpp"
#include "text/icu.hpp"
#include "text/text.hpp"

namespace verbatim::text {
namespace {

struct Here {
    CharacterClass kind = CharacterClass::space;
    std::size_t size = 0; ///< bytes; 0 at the end of the text
};

class Tokeniser {
public:
    explicit Tokeniser(std::string_view text) : text_(text)
    {
        tokens_.list.reserve(text.size() / 5 + 1);
        tokens_.exact_arena.reserve(text.size());
        tokens_.search_arena.reserve(text.size());
    }

    Tokens run()
    {
        while (at_ < text_.size()) {
            const Here here = look(at_);
            if (here.kind == CharacterClass::space)
                space_ = true;
            if (here.kind == CharacterClass::space || here.kind == CharacterClass::ignorable)
                at_ += here.size;
            else
                token(here);
        }
        return std::move(tokens_);
    }

private:
    [[nodiscard]] Here look(std::size_t at) const
    {
        if (at >= text_.size())
            return {};
        if (const auto byte = static_cast<unsigned char>(text_[at]); byte < 0x80)
            return {ascii[byte], 1};
        const CodePoint c = read(text_, at);
        return {class_of(c.value), c.size};
    }

    /// Behind the ignorable characters at an offset.
    [[nodiscard]] std::size_t skip(std::size_t at) const
    {
        for (Here here = look(at); here.size != 0 && here.kind == CharacterClass::ignorable; here = look(at))
            at += here.size;
        return at;
    }

    /// Behind combining marks, and ignorable characters before them, that belong to the character before.
    [[nodiscard]] std::size_t extended(std::size_t at) const
    {
        for (;;) {
            const std::size_t next = skip(at);
            const Here here = look(next);
            if (here.size == 0 || here.kind != CharacterClass::combining)
                return at;
            at = next + here.size;
        }
    }

    void token(Here here)
    {
        switch (here.kind) {
        case CharacterClass::letter:
        case CharacterClass::digit:
        case CharacterClass::combining:
            return word();
        case CharacterClass::han:
            return han(here);
        case CharacterClass::apostrophe:
        case CharacterClass::quote:
            return folded(TokenKind::mark, extended(at_ + here.size));
        case CharacterClass::hyphen:
        case CharacterClass::dash:
            return dash();
        case CharacterClass::dot:
        case CharacterClass::ellipsis:
            return dots(here);
        case CharacterClass::superscript:
        case CharacterClass::circled:
            return superscript(here);
        default:
            return folded(TokenKind::punctuation, extended(at_ + here.size));
        }
    }

    [[nodiscard]] bool plain_word();
    void word();
    void put_ascii(TokenKind kind, std::size_t end);
    void han(Here here);
    void dash();
    void dots(Here here);
    void superscript(Here here);
    void folded(TokenKind kind, std::size_t end);
    void put(TokenKind kind, std::size_t end, std::string_view exact);
    void put(TokenKind kind, std::size_t end, std::string_view exact, std::string_view search);

    std::string_view text_;
    std::size_t at_ = 0;
    bool space_ = false;
    Tokens tokens_;
};

void Tokeniser::put(TokenKind kind, std::size_t end, std::string_view exact, std::string_view search)
{
    Token token;
    token.span = {at_, end};
    token.kind = kind;
    token.exact = {tokens_.exact_arena.size(), tokens_.exact_arena.size() + exact.size()};
    token.search = {tokens_.search_arena.size(), tokens_.search_arena.size() + search.size()};
    token.space_before = space_;
    tokens_.exact_arena += exact;
    tokens_.search_arena += search;
    tokens_.list.push_back(token);
    space_ = false;
    at_ = end;
}

/// The common marks need no normaliser.
void Tokeniser::folded(TokenKind kind, std::size_t end)
{
    const std::string_view slice = text_.substr(at_, end - at_);
    const CodePoint c = read(text_, at_);
    const char32_t normal = normal_width(c.value);
    if (c.size == slice.size() && normal < 0x2E80) {
        const Glyph glyph = glyph_of(normal);
        const char ascii_form = static_cast<char>(static_cast<unsigned char>(normal & 0x7FU));
        if (glyph == Glyph::double_quote)
            return put(kind, end, "\"", "\"");
        if (glyph == Glyph::single_quote)
            return put(kind, end, "'", "'");
        if (normal < 0x80)
            return put(kind, end, {&ascii_form, 1}, {&ascii_form, 1});
    }
    if (c.size == slice.size() && c.value >= 0x3001 && c.value <= 0x3002)
        return put(kind, end, slice, slice);
    put(kind, end, fold_characters(slice));
}

void Tokeniser::put(TokenKind kind, std::size_t end, std::string_view exact)
{
    put(kind, end, exact, normalised(compatibility_fold(), exact));
}

/// Scans one word and gathers its characters as soon as they are no plain slice of the text any more.
class WordScan {
public:
    WordScan(std::string_view text, std::size_t begin) : end(begin), text_(text), copied_(begin) {}

    std::size_t end;
    bool ascii_only = true;
    bool letters = false;
    bool broken = false;
    CharacterClass last = CharacterClass::other;

    void take(std::size_t from, Here here)
    {
        ascii_only = ascii_only && here.size == 1 && from == end; // the fold drops what is ignorable between
        ascii_only = ascii_only && text_[from] != '`';            // a backtick for an apostrophe
        letters = letters || here.kind == CharacterClass::letter;
        last = here.kind == CharacterClass::combining && last != CharacterClass::other ? last : here.kind;
        end = from + here.size;
    }
    void leave_out(std::size_t until)
    {
        gathered_ += text_.substr(copied_, end - copied_);
        copied_ = until;
        end = until;
    }
    [[nodiscard]] bool whole() const { return gathered_.empty(); }
    [[nodiscard]] std::string characters() const
    {
        return gathered_ + std::string(text_.substr(copied_, end - copied_));
    }

private:
    std::string_view text_;
    std::string gathered_;
    std::size_t copied_;
};

bool is_alphanumeric(CharacterClass kind) { return kind == CharacterClass::letter || kind == CharacterClass::digit; }

/// Where the word goes on behind a line end, or 0: spaces, one line end, spaces.
std::size_t behind_line_end(std::string_view text, std::size_t at)
{
    const auto spaces = [&] {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
            ++at;
    };
    spaces();
    const std::string_view rest = text.substr(at);
    std::size_t size = 0;
    if (rest.starts_with("\r\n") || rest.starts_with("\xC2\x85"))
        size = 2;
    else if (rest.starts_with('\n') || rest.starts_with('\r'))
        size = 1;
    else if (rest.starts_with("\xE2\x80\xA8"))
        size = 3;
    if (size == 0)
        return 0;
    at += size;
    spaces();
    return at;
}

/// Most words are ASCII letters between characters that can be no part of a word: nothing else need be asked of them.
bool Tokeniser::plain_word()
{
    std::size_t end = at_, more = sizeof(std::uint64_t);
    while (more == sizeof(std::uint64_t) && end + more <= text_.size())
        end += more = leading_letters(text_.data() + end);
    const auto is = [&](CharacterClass kind) {
        return end < text_.size() && text::is_ascii(text_[end])
               && ascii[static_cast<unsigned char>(text_[end])] == kind;
    };
    while (is(CharacterClass::letter))
        ++end;
    if (end == at_ || (end < text_.size() && !text::is_ascii(text_[end])) || is(CharacterClass::digit)
        || is(CharacterClass::apostrophe) || is(CharacterClass::hyphen))
        return false;
    put_ascii(TokenKind::word, end);
    return true;
}

/// ASCII letters and digits, their own exact form; the search fold is the small letters.
void Tokeniser::put_ascii(TokenKind kind, std::size_t end)
{
    const std::string_view exact = text_.substr(at_, end - at_);
    put(kind, end, exact, exact);
    char* const behind = tokens_.search_arena.data() + tokens_.search_arena.size();
    for (char* c = behind - exact.size(); c != behind; ++c)
        *c = static_cast<char>(*c + (*c >= 'A' && *c <= 'Z' ? 'a' - 'A' : 0));
}

void Tokeniser::word()
{
    if (plain_word())
        return;
    WordScan scan(text_, at_);
    for (;;) {
        while (scan.end < text_.size() && static_cast<unsigned char>(text_[scan.end]) < 0x80) {
            const CharacterClass kind = ascii[static_cast<unsigned char>(text_[scan.end])];
            if (!is_alphanumeric(kind))
                break;
            scan.letters = scan.letters || kind == CharacterClass::letter;
            scan.last = kind;
            ++scan.end;
        }
        const std::size_t at = skip(scan.end);
        const Here here = look(at);
        if (here.size == 0)
            break;
        if (is_alphanumeric(here.kind) || here.kind == CharacterClass::combining) {
            scan.take(at, here);
            continue;
        }
        const std::size_t behind = skip(at + here.size);
        const Here next = look(behind);
        const bool both_digits = scan.last == CharacterClass::digit && next.kind == CharacterClass::digit;
        if (is_alphanumeric(scan.last)
            && ((here.kind == CharacterClass::apostrophe && next.kind == CharacterClass::letter)
                || ((here.kind == CharacterClass::dot || here.kind == CharacterClass::comma) && both_digits)
                || (here.kind == CharacterClass::hyphen && is_alphanumeric(next.kind) && !both_digits))) {
            scan.take(at, here);
            scan.take(behind, next);
            continue;
        }
        // treat-⏎ment; a soft hyphen (already skipped) breaks a line likewise.
        const bool soft = at > scan.end && text_.substr(scan.end, 2) == "\xC2\xAD";
        const bool hard = here.kind == CharacterClass::hyphen;
        if (scan.last != CharacterClass::letter || (!hard && !soft))
            break;
        const std::size_t next_line = behind_line_end(text_, hard ? behind : at);
        if (next_line == 0)
            break;
        const std::size_t resume = skip(next_line);
        const char32_t first = code_point_at(text_, resume);
        if (!is_alphanumeric(look(resume).kind))
            break;
        if (hard && (is_upper(first) || is_digit(first))) // Anglo-⏎Saxon, mid-⏎1956: the hyphen is the word's own
            scan.take(at, here);
        else
            scan.broken = true;
        scan.leave_out(resume);
        scan.take(resume, look(resume));
    }
    const TokenKind kind = scan.letters ? TokenKind::word : TokenKind::number;
    if (scan.ascii_only && scan.whole()) {
        put_ascii(kind, scan.end);
    } else {
        put(kind, scan.end, fold_characters(scan.characters()));
        tokens_.list.back().broken_hyphen = scan.broken;
    }
}

void Tokeniser::han(Here here)
{
    std::size_t end = extended(at_ + here.size);
    if (text_.substr(end, 3) == "\xEF\xBE\x9E" || text_.substr(end, 3) == "\xEF\xBE\x9F") // half-width voicing mark
        end = extended(end + 3);
    const char32_t c = code_point_at(text_, at_);
    const std::string_view slice = text_.substr(at_, end - at_);
    if (end == at_ + here.size && c >= 0x4E00 && c <= 0x9FFF)
        put(TokenKind::han, end, slice, slice); // the folds leave these as they are
    else
        folded(TokenKind::han, end);
}

/// A run of dashes of any length, and a hyphen that joins nothing, is one dash.
void Tokeniser::dash()
{
    std::size_t end = at_;
    for (std::size_t next = at_;; next = skip(end)) {
        const Here here = look(next);
        if (here.size == 0 || (here.kind != CharacterClass::hyphen && here.kind != CharacterClass::dash))
            break;
        end = next + here.size;
    }
    put(TokenKind::punctuation, end, "\u2014", "\u2014");
}

void Tokeniser::dots(Here here)
{
    const DotRun run = dot_run(text_, at_);
    if (run.size == 0)
        return folded(TokenKind::punctuation, extended(at_ + here.size));
    put(TokenKind::ellipsis, at_ + run.size - run.stop, "\u2026", "\u2026");
    if (run.stop == 0)
        return;
    // ". . . ." leaves its gap before the full stop.
    const std::size_t end = at_ + run.stop;
    for (Here gap = look(at_); gap.kind == CharacterClass::space || gap.kind == CharacterClass::ignorable;
         gap = look(at_)) {
        space_ = space_ || gap.kind == CharacterClass::space;
        at_ += gap.size;
    }
    put(TokenKind::punctuation, end, ".", ".");
}

/// Superscript and circled digits directly behind a token call a note, or are an exponent.
void Tokeniser::superscript(Here here)
{
    const bool behind = !tokens_.list.empty() && !space_;
    std::size_t end = extended(at_ + here.size);
    for (Here next = look(end); next.size != 0 && next.kind == here.kind && here.kind == CharacterClass::superscript;
         next = look(end))
        end = extended(end + next.size);
    folded(behind || here.kind == CharacterClass::superscript ? TokenKind::superscript : TokenKind::number, end);
}

} // namespace

Tokens tokenise(std::string_view text) { return Tokeniser(text).run(); }

std::size_t word_count(const Tokens& tokens, std::size_t begin, std::size_t end)
{
    std::size_t words = 0;
    std::size_t han = 0;
    for (std::size_t i = begin; i < end && i < tokens.list.size(); ++i) {
        const TokenKind kind = tokens.list[i].kind;
        words += kind == TokenKind::word || kind == TokenKind::number ? 1 : 0;
        han += kind == TokenKind::han ? 1 : 0;
    }
    return words + han * 2 / 3;
}

std::size_t word_count(std::string_view text)
{
    const Tokens tokens = tokenise(text);
    return word_count(tokens, 0, tokens.list.size());
}

} // namespace verbatim::text
