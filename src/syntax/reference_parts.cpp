// SPDX-License-Identifier: Apache-2.0
#include "syntax/reference_parts.hpp"

#include <algorithm>
#include <cctype>

namespace verbatim::syntax::citation_parts {

std::string_view trimmed(std::string_view text, std::size_t& begin)
{
    while (!text.empty() && text::is_space(text::code_point_at(text, 0))) {
        const std::size_t size = text::code_point_size(text, 0);
        text.remove_prefix(size);
        begin += size;
    }
    while (!text.empty()) {
        const char32_t last = text::code_point_before(text, text.size());
        if (last != U',' && last != U';' && !text::is_space(last))
            break;
        text.remove_suffix(last < 0x80 ? 1 : last < 0x800 ? 2 : 3);
    }
    return text;
}

namespace {

/// Cuts a reference into its parts. Brackets and quotation marks hold together what they enclose.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}
    std::vector<Part> parts()
    {
        for (std::size_t i = 0; i < text_.size();) {
            if (const auto quoted = quotation_at(i)) {
                close(i, false);
                parts_.push_back({quoted->first, false, true});
                i = begin_ = quoted->second;
                continue;
            }
            if (text_[i] == '(' && i > begin_) {
                // A bracket is a part of its own: `Lindqvist, O. (1956)`, but not the issue of `52(11)`.
                if (text_[i - 1] == ' ')
                    close(i, false);
                i = std::min(text_.find(')', i), text_.size());
                continue;
            }
            const std::size_t size = separator_at(i);
            if (size == 0) {
                ++i;
                continue;
            }
            close(i, text_[i] == '.' || text_.substr(i, 3) == "。" || text_.substr(i, 3) == "．");
            i = begin_ = i + size;
        }
        close(text_.size(), true);
        return std::move(parts_);
    }

private:
    void close(std::size_t end, bool stop)
    {
        std::size_t begin = begin_;
        const std::string_view part = trimmed(text_.substr(begin, end - begin), begin);
        if (!part.empty() && part != ".")
            parts_.push_back({{begin, begin + part.size()}, stop, false});
        else if (!parts_.empty() && stop)
            parts_.back().stop_behind = true;
        begin_ = end;
    }

    /// Inside of the marks, and the byte behind them.
    [[nodiscard]] std::optional<std::pair<Span, std::size_t>> quotation_at(std::size_t i) const
    {
        static constexpr std::pair<std::string_view, std::string_view> marks[] = {
            {"“", "”"}, {"\"", "\""}, {"《", "》"}, {"„", "“"}, {"«", "»"}, {"「", "」"}, {"‘", "’ "}};
        for (const auto& [open, shut] : marks) {
            if (text_.substr(i, open.size()) != open)
                continue;
            const std::size_t begin = i + open.size(), end = text_.find(shut, begin);
            if (end == std::string_view::npos)
                return std::nullopt;
            std::size_t last = end;
            while (last > begin && (text_[last - 1] == ',' || text_[last - 1] == '.'))
                --last;
            return std::pair{Span{begin, last}, end + shut.size()};
        }
        return std::nullopt;
    }

    /// Bytes of a comma, or of a full stop that ends no abbreviation; 0 for none.
    [[nodiscard]] std::size_t separator_at(std::size_t i) const
    {
        const std::string_view three = text_.substr(i, 3);
        if (three == "，" || three == "。" || three == "；" || three == "．")
            return 3;
        // `林奎斯特编，奥科罗译：《北方港口》`: the title follows those who made it.
        if (three == "：" && text_.substr(i + 3, 3) == "《")
            return 3;
        const bool last = i + 1 >= text_.size() || text::is_space(text::code_point_at(text_, i + 1));
        if (text_[i] == ',' || text_[i] == ';')
            return last || static_cast<unsigned char>(text_[i + 1]) >= 0x80 ? 1 : 0;
        if (text_[i] == '.' && text_.substr(i > 0 ? i - 1 : 0, 1) == "]")
            return 1;
        return text_[i] == '.' && last && !abbreviated(i) ? 1 : 0;
    }

    [[nodiscard]] bool abbreviated(std::size_t dot) const
    {
        std::size_t begin = dot;
        while (begin > 0 && std::isalpha(static_cast<unsigned char>(text_[begin - 1])) != 0)
            --begin;
        const std::string_view word = text_.substr(begin, dot - begin);
        static constexpr std::string_view short_words[] = {"ed",   "eds",  "vol", "vols", "no", "nos", "pp", "trans",
                                                           "rev",  "ch",   "cf",  "al",   "St", "Dr",  "tr", "comp",
                                                           "para", "chap", "sec", "fig",  "bk", "pt"};
        return word.size() == 1
               || std::find(std::begin(short_words), std::end(short_words), word) != std::end(short_words);
    }

    std::string_view text_;
    std::vector<Part> parts_;
    std::size_t begin_ = 0;
};

} // namespace

std::vector<Part> parts_of(std::string_view reference) { return Cutter(reference).parts(); }

} // namespace verbatim::syntax::citation_parts
