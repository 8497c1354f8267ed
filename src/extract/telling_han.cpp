// SPDX-License-Identifier: Apache-2.0
#include "extract/telling_han.hpp"

#include "text/text.hpp"

namespace verbatim::extract::han {
namespace {

using syntax::Chunk;
using syntax::ChunkKind;

constexpr std::size_t longest_telling = 24; // chunks
constexpr std::size_t most_clauses = 3;
constexpr std::size_t longest_object = 8; // characters

class Reader {
public:
    Reader(const std::vector<Chunk>& chunks, std::string_view text, const syntax::Lexicon& lexicon, IsTitle is_title)
        : chunks_(chunks), text_(text), lexicon_(lexicon), is_title_(std::move(is_title))
    {
    }

    [[nodiscard]] std::optional<Telling> read(std::size_t start, bool may_have_object) const
    {
        std::size_t clauses = 1;
        for (std::size_t i = start; i < chunks_.size() && i < start + longest_telling; ++i) {
            if (is(i, ChunkKind::cue)) {
                const auto end = may_have_object ? behind_object(i + 1) : std::optional(i + 1);
                const bool names = chunks_[i].word_class == "call" || chunks_[i].word_class == "define";
                if (i > start && end && ends_clause(*end) && !names)
                    return Telling{i, *end};
                if (!is(i + 1, ChunkKind::cue) && !is(i + 2, ChunkKind::cue)) // 告诉我说
                    return std::nullopt;
            }
            if (is(i, ChunkKind::quotation) && i > start && is_title_(i))
                continue; // 林海在接受《港报》采访时说
            if (is(i, ChunkKind::quotation) || (i == start && is(i, ChunkKind::mark)))
                return std::nullopt;
            if (!is(i, ChunkKind::mark))
                continue;
            if (is_mark(i, "（("))
                i = behind_bracket(i);
            else if (!is_mark(i, "，,、") || (is_mark(i, "，,") && (++clauses > most_clauses || !may_have_object)))
                return std::nullopt;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] bool is(std::size_t i, ChunkKind kind) const { return i < chunks_.size() && chunks_[i].kind == kind; }
    [[nodiscard]] std::string_view words(std::size_t i) const
    {
        return text_.substr(chunks_[i].span.begin, chunks_[i].span.size());
    }
    [[nodiscard]] bool is_mark(std::size_t i, std::string_view marks) const
    {
        return is(i, ChunkKind::mark) && marks.find(words(i)) != std::string_view::npos;
    }
    [[nodiscard]] bool ends_clause(std::size_t i) const { return i >= chunks_.size() || is_mark(i, "。！？，,.；…"); }
    [[nodiscard]] std::size_t behind_bracket(std::size_t i) const
    {
        std::size_t end = i;
        while (end + 1 < chunks_.size() && end < i + longest_telling && !is_mark(end, "）)"))
            ++end;
        return end;
    }
    /// Behind 他, 小明, 了一声, 着站起来; not what makes a noun of the clause: 的时候.
    [[nodiscard]] std::optional<std::size_t> behind_object(std::size_t i) const
    {
        constexpr std::string_view of = "的";
        for (const std::string& cue_ending : lexicon_.entries("no-object"))
            if (words(i - 1).ends_with(cue_ending))
                return i;
        std::size_t characters = 0;
        for (; is(i, ChunkKind::noun_phrase) || is(i, ChunkKind::pronoun); ++i) {
            characters += text::code_points(words(i));
            if (characters > longest_object || words(i).starts_with(of) || lexicon_.has("location-ending", words(i)))
                return std::nullopt;
        }
        return i;
    }

    const std::vector<Chunk>& chunks_;
    std::string_view text_;
    const syntax::Lexicon& lexicon_;
    IsTitle is_title_;
};

bool ends_title(char32_t c) { return c == U'》' || c == U'〉'; }

/// Up to the sentence's end or to where the next quotation begins; each 《title》 is one placeholder.
std::string clause_behind(std::string_view text)
{
    constexpr std::u32string_view ends = U"。！？…”“‘’「」『』\"";
    std::string clause;
    bool inside = false; // a title
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::code_point_at(text, at);
        const std::size_t size = text::code_point_size(text, at);
        if (c == U'《' || c == U'〈') {
            inside = true;
            clause.push_back(syntax::quotation_placeholder);
        } else if (inside) {
            inside = !ends_title(c);
        } else if (c != syntax::quotation_placeholder) {
            clause.append(text.substr(at, size));
            if (ends.find(c) != std::u32string_view::npos)
                break;
        }
        at += size;
    }
    return clause;
}

} // namespace

std::optional<Telling> telling_at(const std::vector<Chunk>& chunks, std::string_view text,
                                  const syntax::Lexicon& lexicon, std::size_t start, bool may_have_object,
                                  IsTitle is_title)
{
    return Reader(chunks, text, lexicon, std::move(is_title)).read(start, may_have_object);
}

bool telling_follows(std::string_view behind, const syntax::Lexicon& lexicon)
{
    const std::string clause = clause_behind(behind);
    return telling_at(syntax::chunks(clause, lexicon), clause, lexicon, 0, true, [](std::size_t) { return true; })
        .has_value();
}

} // namespace verbatim::extract::han
