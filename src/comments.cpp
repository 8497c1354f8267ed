// SPDX-License-Identifier: Apache-2.0
#include "comments.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim {
namespace {

constexpr std::string_view prefix = "verbatim:";

/// Reads one word or NAME=VALUE after the other.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Directive read(const Comment& comment)
    {
        Directive directive;
        directive.comment = &comment;
        for (skip(); at_ < text_.size() && !text_.substr(at_).starts_with("--"); skip()) {
            const std::string name = until(" \t\r\n,=");
            if (at_ < text_.size() && text_[at_] == '=') {
                ++at_;
                directive.values[name] = value();
            } else {
                directive.words.push_back(name);
            }
        }
        return directive;
    }

private:
    void skip() { at_ = std::min(text_.size(), text_.find_first_not_of(" \t\r\n,", at_)); }
    std::string until(std::string_view stops)
    {
        const std::size_t end = std::min(text_.size(), text_.find_first_of(stops, at_));
        std::string word(text_.substr(at_, end - at_));
        at_ = end;
        return word;
    }
    std::string value()
    {
        if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\''))
            return until(" \t\r\n,");
        const char mark = text_[at_++];
        std::string words = until(std::string_view(&mark, 1));
        at_ = std::min(text_.size(), at_ + 1);
        return words;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::vector<Directive> directives(const Document& document)
{
    std::vector<Directive> list;
    for (const Comment& comment : document.comments) {
        std::string_view text = comment.text;
        text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
        if (!text.starts_with(prefix))
            continue;
        Directive directive = Reader(text.substr(prefix.size())).read(comment);
        if (!directive.words.empty() || !directive.values.empty())
            list.push_back(std::move(directive));
    }
    return list;
}

Span next_block(const Document& document, std::size_t offset)
{
    const auto block = std::partition_point(document.blocks.begin(), document.blocks.end(),
                                            [&](const Block& before) { return before.span.end <= offset; });
    return block == document.blocks.end() ? Span{offset, offset} : block->span;
}

Problem problem_at(const Document& document, const Comment& comment, std::string message, std::string remedy)
{
    Problem problem;
    const Place place = text::place(document, comment.offset);
    problem.path = document.path;
    problem.line = place.line;
    problem.column = place.column;
    problem.severity = Severity::info;
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    return problem;
}

} // namespace verbatim
