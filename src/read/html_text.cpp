// SPDX-License-Identifier: Apache-2.0
#include "read/html_text.hpp"

#include "read/formats.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::read {
namespace {

constexpr std::size_t longest_entity = 40;      ///< "&CounterClockwiseContourIntegral;" has 33 bytes
constexpr std::size_t longest_bare_entity = 12; ///< those that may lack the semicolon: "&thetasym" and shorter

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#'; }

/// Raw bytes of the character reference at the head of `raw`, and how many bytes of `value` it stands for.
struct Reference {
    std::size_t raw = 0;
    std::size_t value = 0;
};
Reference reference_at(std::string_view raw, std::string_view value)
{
    std::size_t name = 1;
    while (name < raw.size() && name < longest_entity && is_name(raw[name]))
        ++name;
    if (name < raw.size() && raw[name] == ';') {
        const std::string_view whole = raw.substr(0, name + 1);
        const std::string decoded = decode_entity(whole);
        if (decoded != whole && value.starts_with(decoded))
            return {whole.size(), decoded.size()};
    }
    // `&copy 2`: HTML knows some names without their semicolon.
    if (value.starts_with('&') && !raw.starts_with("&amp") && !raw.starts_with("&AMP"))
        return {};
    for (std::size_t size = std::min(name, longest_bare_entity); size > 2; --size) {
        const std::string closed = std::string(raw.substr(0, size)) + ";";
        const std::string decoded = decode_entity(closed);
        const std::string_view behind = raw.substr(size, 1);
        if (decoded != closed && value.starts_with(decoded)
            && (behind.empty() || behind == "<" || value.substr(decoded.size()).starts_with(behind)))
            return {size, decoded.size()};
    }
    return {};
}

class Splitter {
public:
    Splitter(std::string_view raw, std::string_view value) : raw_(raw), value_(value) {}

    std::vector<HtmlPiece> run() &&
    {
        while (value_at_ < value_.size() && step()) {
        }
        if (value_at_ < value_.size() && raw_at_ < raw_.size())
            add(HtmlPiece::Kind::replaced, raw_.size() - raw_at_, value_.size() - value_at_);
        return std::move(pieces_);
    }

private:
    /// One piece, or one tag that was ignored; false where the two texts do not go together.
    bool step()
    {
        if (raw_at_ == raw_.size())
            return false;
        const std::string_view raw = raw_.substr(raw_at_), value = value_.substr(value_at_);
        if (raw.front() == '&')
            if (const Reference reference = reference_at(raw, value); reference.raw != 0)
                return add(HtmlPiece::Kind::replaced, reference.raw, reference.value);
        if (is_white(raw.front()) && is_white(value.front()))
            return white(raw, value);
        if (is_white(raw.front())) { // the line end behind <pre>
            ++raw_at_;
            return true;
        }
        if (raw.front() == value.front()) {
            std::size_t size = 1;
            while (size < raw.size() && size < value.size() && raw[size] == value[size] && raw[size] != '&'
                   && raw[size] != '<' && !is_white(raw[size]))
                ++size;
            while (size > 1 && size < raw.size() && (static_cast<unsigned char>(raw[size]) & 0xC0U) == 0x80U)
                --size; // the two part inside a code point
            return add(HtmlPiece::Kind::copied, size, size);
        }
        const std::size_t close = raw.front() == '<' ? raw.find('>') : std::string_view::npos;
        if (close == std::string_view::npos)
            return false;
        raw_at_ += close + 1;
        return true;
    }

    bool white(std::string_view raw, std::string_view value)
    {
        std::size_t raw_size = 0, value_size = 0;
        while (raw_size < raw.size() && is_white(raw[raw_size]))
            ++raw_size;
        while (value_size < value.size() && is_white(value[value_size]))
            ++value_size;
        return add(HtmlPiece::Kind::space, raw_size, value_size);
    }

    bool add(HtmlPiece::Kind kind, std::size_t raw_size, std::size_t value_size)
    {
        pieces_.push_back({kind, raw_at_, raw_at_ + raw_size, value_.substr(value_at_, value_size)});
        raw_at_ += raw_size;
        value_at_ += value_size;
        return true;
    }

    std::string_view raw_, value_;
    std::size_t raw_at_ = 0;
    std::size_t value_at_ = 0;
    std::vector<HtmlPiece> pieces_;
};

} // namespace

std::vector<HtmlPiece> html_pieces(std::string_view raw, std::string_view value) { return Splitter(raw, value).run(); }

} // namespace verbatim::read
