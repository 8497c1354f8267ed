// SPDX-License-Identifier: Apache-2.0
#include "extract/host.hpp"

#include "extract/reference_brackets.hpp"
#include "extract/telling_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_host = 4000;        // bytes
constexpr std::size_t longest_read_in_part = 400; // bytes: never more chunks than a long sentence may have
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t look_ahead = 240; // bytes that may hold the attribution behind "…?"

bool is_mark(char32_t c)
{
    switch (c) {
    case U'"':
    case U'\'':
    case U'`':
    case U'\u201c':
    case U'\u201d':
    case U'\u201e':
    case U'\u201f':
    case U'\u2018':
    case U'\u2019':
    case U'\u201a':
    case U'\u00ab':
    case U'\u00bb':
    case U'\u2039':
    case U'\u203a':
    case U'\u300a':
    case U'\u300b':
    case U'\u3008':
    case U'\u3009':
    case U'\u300c':
    case U'\u300d':
    case U'\u300e':
    case U'\u300f':
    case U'\uff02':
        return true;
    default:
        return false;
    }
}

bool ends_sentence(char32_t c)
{
    return c == U'.' || c == U'!' || c == U'?' || c == U'\u3002' || c == U'\uff01' || c == U'\uff1f' || c == U'\u2026';
}

/// How a quotation closes that may be followed by its attribution.
struct Closing {
    bool full_stop = false;
    bool new_line = false; ///< what follows stands on a line of its own
};

/// `…?" Lind asked.`, `…?" I asked.` and `“……。”林奎斯特说。`: the attribution stands behind a mark that seems to end
/// the sentence.
bool attribution_follows(std::string_view behind, Closing closing, const syntax::Lexicon& lexicon)
{
    using syntax::ChunkKind;
    if (lexicon.frame() == "han")
        return han::telling_follows(behind.substr(0, look_ahead), lexicon);
    if (closing.full_stop)
        return false;
    // It ends with the sentence or where the next quotation begins.
    std::size_t end = 0;
    while (end < std::min(behind.size(), look_ahead)) {
        const char32_t c = text::code_point_at(behind, end);
        if (is_mark(c) && c != U'\'' && c != U'\u2019') // Okoro's
            break;
        end += text::code_point_size(behind, end);
        if (ends_sentence(c))
            break;
    }
    end = std::min(end, behind.size());
    const std::vector<syntax::Chunk> chunks = syntax::chunks(behind.substr(0, end), lexicon);
    std::size_t i = 0;
    if (chunks.size() < 2 || (chunks[0].kind != ChunkKind::noun_phrase && chunks[0].kind != ChunkKind::pronoun))
        return false;
    // English: after "?" a capital The or She begins a sentence of its own; only a name goes on.
    const bool first_person = chunks[0].kind == ChunkKind::pronoun && chunks[0].word_class == "first";
    if ((chunks[0].kind == ChunkKind::pronoun && !first_person) || lexicon.match("determiner", behind, 0) != 0)
        return false;
    for (++i; i < chunks.size() && i < 6 && chunks[i].kind == ChunkKind::adverb; ++i) {
    }
    if (i >= chunks.size() || chunks[i].kind != ChunkKind::cue || (closing.new_line && chunks[i].word_class == "beat"))
        return false;
    if (++i >= chunks.size())
        return true;
    if (lexicon.match("object-pronoun", behind, chunks[i].span.begin) == chunks[i].span.size() && i + 1 < chunks.size())
        ++i; // I asked him.
    // "…!" Berg told reporters on Friday.
    if (i + 1 < chunks.size() && chunks[i].kind == ChunkKind::noun_phrase
        && (chunks[i - 1].word_class == "ask"
            || lexicon.has("telling", behind.substr(chunks[i - 1].head.begin, chunks[i - 1].head.size()))))
        ++i;
    if (chunks[i].kind != ChunkKind::mark)
        return chunks[i].kind == ChunkKind::adverb || chunks[i].kind == ChunkKind::preposition
               || chunks[i].kind == ChunkKind::time;
    return ends_sentence(text::code_point_at(behind, chunks[i].span.begin));
}

/// The last character of a quotation, its marks and blanks left out.
char32_t closing_character(std::string_view plain, Span span)
{
    std::size_t last = span.end;
    while (last > span.begin) {
        const char32_t c = text::code_point_before(plain, last);
        if (!is_mark(c) && c != U' ' && c != U'\n')
            return c;
        --last;
        while (last > span.begin && (static_cast<unsigned char>(plain[last]) & 0xc0) == 0x80)
            --last;
    }
    return U'\0';
}

/// The region with every quotation blotted out, of the same length; a full stop is left where a quotation closes the
/// sentence.
std::string masked(std::string_view plain, Span region, const std::vector<Hosted>& quotations,
                   const syntax::Lexicon& lexicon)
{
    std::string mask(plain.substr(region.begin, region.size()));
    for (const Hosted& hosted : quotations) {
        const std::size_t begin = hosted.span.begin - region.begin;
        const std::size_t end = hosted.span.end - region.begin;
        const char32_t stop = closing_character(plain, hosted.span);
        std::size_t next = hosted.span.end;
        while (next < region.end && (plain[next] == ' ' || plain[next] == '\n'))
            ++next;
        const char32_t follows = next < region.end ? text::code_point_at(plain, next) : U'\0';
        const bool goes_on =
            !(follows == U'\0' || text::is_upper(follows) || is_mark(follows) || text::is_han_or_kana(follows));
        // A new line is mostly a new paragraph: Tommy chuckled.
        const bool new_line =
            plain.substr(hosted.span.end, next - hosted.span.end).find('\n') != std::string_view::npos;
        const bool closes = ends_sentence(stop) && !goes_on
                            && !attribution_follows(plain.substr(next, region.end - next),
                                                    {stop == U'.' || stop == U'\u3002', new_line}, lexicon);
        std::fill(mask.begin() + static_cast<std::ptrdiff_t>(begin), mask.begin() + static_cast<std::ptrdiff_t>(end),
                  'x');
        mask[begin] = 'X'; // a sentence may begin with a quotation
        if (closes && end - begin >= 3) {
            if (lexicon.frame() == "han")
                mask.replace(end - 3, 3, "\u3002");
            else
                mask[end - 1] = '.';
        }
    }
    return mask;
}

/// said Sen. Lind: a title with a stop ends no sentence, though the break rules do not know it.
bool ends_in_title(std::string_view sentence, const syntax::Lexicon& lexicon)
{
    const std::size_t end = sentence.find_last_not_of(" \n");
    if (end == std::string_view::npos || sentence[end] != '.')
        return false;
    const std::size_t gap = sentence.find_last_of(" \n(\"", end);
    const std::size_t begin = gap == std::string_view::npos ? 0 : gap + 1;
    return lexicon.has("title", sentence.substr(begin, end + 1 - begin));
}

/// Where the last letter in upper case stands.
std::size_t last_capital(std::string_view text)
{
    for (std::size_t at = text.size(); at-- > 0;)
        if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80 && text::is_upper(text::code_point_at(text, at)))
            return at;
    return nowhere;
}

class Builder {
public:
    Builder(const Document& document, const std::vector<Hosted>& quotations, std::vector<Span> brackets,
            const syntax::Lexicon& lexicon)
        : document_(document), quotations_(quotations), brackets_(std::move(brackets)), lexicon_(lexicon)
    {
    }
    void add(Span sentence, std::vector<Host>& out)
    {
        Host host;
        for (std::size_t at = sentence.begin; at < sentence.end;) {
            if (next_ < quotations_.size() && quotations_[next_].span.begin <= at) {
                host.plain.add(host.text.size(), quotations_[next_].span.begin);
                host.text.push_back(syntax::quotation_placeholder);
                host.quotations.push_back(quotations_[next_]);
                host.closing.push_back(closing_character(document_.plain, quotations_[next_].span));
                at = std::max(at, quotations_[next_].span.end);
                ++next_;
                continue;
            }
            const std::size_t end =
                next_ < quotations_.size() ? std::min(sentence.end, quotations_[next_].span.begin) : sentence.end;
            const std::size_t size = host.text.size();
            if (size <= longest_host) {
                const std::size_t stop = std::min(end, at + longest_host + 1 - size);
                append(host, {at, stop});
                at = stop;
                continue;
            }
            const char byte = document_.plain[at];
            if (byte == ' ' || byte == ',') {
                finish(host, at, out);
                host = {};
            }
            append(host, {at, at + 1});
            ++at;
            if (host.text.size() > 2 * longest_host && text::is_ascii(byte)) {
                finish(host, at, out);
                host = {};
            }
        }
        finish(host, sentence.end, out);
    }

private:
    /// A run of the text between quotations; brackets and bytes that would look like a quotation become blanks.
    void append(Host& host, Span plain)
    {
        const std::size_t begin = host.text.size();
        host.plain.add(begin, plain.begin);
        host.text.append(document_.plain, plain.begin, plain.size());
        std::replace(host.text.begin() + static_cast<std::ptrdiff_t>(begin), host.text.end(),
                     syntax::quotation_placeholder, ' ');
        for (; bracket_ < brackets_.size() && brackets_[bracket_].begin < plain.end; ++bracket_) {
            const Span inside{std::max(brackets_[bracket_].begin, plain.begin),
                              std::min(brackets_[bracket_].end, plain.end)};
            if (inside.begin < inside.end)
                host.text.replace(begin + (inside.begin - plain.begin), inside.size(), inside.size(), ' ');
            if (brackets_[bracket_].end > plain.end)
                break;
        }
    }
    void finish(Host& host, std::size_t end, std::vector<Host>& out)
    {
        if (host.text.empty())
            return;
        host.plain.close(host.text.size(), end);
        blank_note_calls(host);
        if (host.quotations.empty()) {
            host.whole = false;
            return out.push_back(std::move(host));
        }
        host.chunks = syntax::chunks(host.text, lexicon_);
        for (std::size_t i = 0; i < host.chunks.size(); ++i)
            if (host.chunks[i].kind == syntax::ChunkKind::quotation)
                host.at.push_back(i);
        host.bare = std::all_of(host.chunks.begin(), host.chunks.end(), [](const syntax::Chunk& chunk) {
            return chunk.kind == syntax::ChunkKind::quotation || chunk.kind == syntax::ChunkKind::mark;
        });
        host.quotations.resize(std::min(host.quotations.size(), host.at.size()));
        out.push_back(std::move(host));
    }
    void blank_note_calls(Host& host) const
    {
        const auto& calls = document_.note_calls;
        auto call = std::lower_bound(calls.begin(), calls.end(), host.plain.front(),
                                     [](const NoteCall& c, std::size_t offset) { return c.span.begin < offset; });
        for (; call != calls.end() && call->span.begin < host.plain.back(); ++call)
            for (std::size_t at = host.plain.first_from(call->span.begin);
                 at < host.text.size() && host.plain[at] < call->span.end; ++at)
                if (host.text[at] != syntax::quotation_placeholder)
                    host.text[at] = ' ';
    }

    const Document& document_;
    const std::vector<Hosted>& quotations_;
    std::vector<Span> brackets_; ///< in order
    const syntax::Lexicon& lexicon_;
    std::size_t next_ = 0;
    std::size_t bracket_ = 0;
};

} // namespace

void PlainOffsets::add(std::size_t begin, std::size_t plain)
{
    if (runs_.empty() || plain - runs_.back().plain != begin - runs_.back().begin)
        runs_.push_back({begin, plain});
}

std::size_t PlainOffsets::operator[](std::size_t at) const
{
    const auto behind = std::upper_bound(runs_.begin(), runs_.end(), at,
                                         [](std::size_t offset, Run run) { return offset < run.begin; });
    const Run& run = *(behind - 1);
    return run.plain + (at - run.begin);
}

std::size_t PlainOffsets::first_from(std::size_t plain) const
{
    for (std::size_t i = 0; i + 1 < runs_.size(); ++i) {
        const std::size_t inside = plain > runs_[i].plain ? plain - runs_[i].plain : 0;
        if (inside < runs_[i + 1].begin - runs_[i].begin)
            return runs_[i].begin + inside;
    }
    return runs_.back().begin;
}

namespace {

bool is_inner_blank(char32_t c) { return c == U' ' || c == U'\u00a0' || c == U'\u202f' || c == U'\u2009'; }

} // namespace

Span with_marks(std::string_view plain, Span part, Span region)
{
    const auto extend_left = [&](std::size_t at) {
        for (int i = 0; i < 2 && at > region.begin; ++i) {
            std::size_t before = at - 1;
            while (before > region.begin && (static_cast<unsigned char>(plain[before]) & 0xc0) == 0x80)
                --before;
            if (!is_mark(text::code_point_at(plain, before)))
                break;
            const bool doubled = i == 1 && plain[before] != plain[at];
            if (doubled)
                break;
            at = before;
        }
        return at;
    };
    const auto extend_right = [&](std::size_t at) {
        for (int i = 0; i < 2 && at < region.end; ++i) {
            if (!is_mark(text::code_point_at(plain, at)) || (i == 1 && plain[at] != plain[at - 1]))
                break;
            at += text::code_point_size(plain, at);
        }
        return std::min(at, region.end);
    };
    Span span{extend_left(part.begin), extend_right(part.end)};
    // « A »: one blank, often one that does not break
    if (span.begin == part.begin && span.begin > region.begin) {
        std::size_t blank = span.begin - 1;
        while (blank > region.begin && (static_cast<unsigned char>(plain[blank]) & 0xc0) == 0x80)
            --blank;
        const bool apart = is_inner_blank(text::code_point_at(plain, blank));
        if (const std::size_t inner = apart ? extend_left(blank) : blank; inner != blank)
            span.begin = inner;
    }
    if (span.end == part.end && span.end < region.end && is_inner_blank(text::code_point_at(plain, span.end))) {
        const std::size_t blank = span.end + text::code_point_size(plain, span.end);
        if (const std::size_t inner = extend_right(blank); inner != blank)
            span.end = inner;
    }
    return span;
}

void read_whole(Host& host, const syntax::Lexicon& lexicon)
{
    if (!host.whole)
        host.chunks = syntax::chunks(host.text, lexicon);
    host.whole = true;
}

/// As far as the last capital, and two chunks on, which tell whether it is a subject.
void read_subjects(Host& host, const syntax::Lexicon& lexicon)
{
    constexpr std::size_t behind = 2; // chunks
    if (host.whole || lexicon.frame() == "han")
        return;
    if (host.text.size() > longest_read_in_part)
        read_whole(host, lexicon);
    else if (const std::size_t capital = last_capital(host.text); capital != nowhere)
        host.chunks = syntax::first_chunks(host.text, lexicon, capital + 1, behind);
}

std::vector<Host> hosts_of(const Document& document, Span region, const std::vector<Hosted>& quotations,
                           const syntax::Lexicon& lexicon)
{
    std::string mask = masked(document.plain, region, quotations, lexicon);
    std::vector<Span> brackets = reference_brackets(mask, region.begin, lexicon);
    for (const Span bracket : brackets)
        std::fill_n(mask.begin() + static_cast<std::ptrdiff_t>(bracket.begin - region.begin), bracket.size(), ' ');
    std::vector<Host> hosts;
    Builder builder(document, quotations, std::move(brackets), lexicon);
    std::size_t begin = 0;
    for (const Span sentence : text::sentences(mask, lexicon.language())) {
        if (sentence.end < mask.size()
            && ends_in_title(std::string_view(mask).substr(begin, sentence.end - begin), lexicon))
            continue;
        builder.add({region.begin + begin, region.begin + sentence.end}, hosts);
        begin = sentence.end;
    }
    return hosts;
}

} // namespace verbatim::extract
