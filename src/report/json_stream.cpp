// SPDX-License-Identifier: Apache-2.0
#include "report/json_stream.hpp"
#include "report/escape.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tbb/parallel_for.h>

namespace verbatim::report {

JsonStream::JsonStream(const JsonStream& whole, bool first)
    : out_(nullptr), layout_(whole.layout_), levels_(whole.levels_)
{
    if (!levels_.empty())
        levels_.back().empty = levels_.back().empty && first;
}

JsonStream::~JsonStream()
{
    if (out_ != nullptr)
        *out_ << buffer_;
}

void JsonStream::indent()
{
    if (layout_ == Layout::indented)
        (buffer_ += '\n').append(2 * levels_.size(), ' ');
}

void JsonStream::flush_when_full()
{
    constexpr std::size_t full = std::size_t{1} << 16;
    if (buffer_.size() < full || out_ == nullptr)
        return;
    *out_ << buffer_;
    buffer_.clear();
}

void JsonStream::value()
{
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty())
        return;
    if (!levels_.back().empty)
        buffer_ += ',';
    levels_.back().empty = false;
    indent();
    flush_when_full();
}

JsonStream& JsonStream::object()
{
    value();
    buffer_ += '{';
    levels_.push_back({'}'});
    return *this;
}

JsonStream& JsonStream::array()
{
    value();
    buffer_ += '[';
    levels_.push_back({']'});
    return *this;
}

JsonStream& JsonStream::end()
{
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty)
        indent();
    buffer_ += level.close;
    return *this;
}

JsonStream& JsonStream::key(std::string_view name)
{
    value();
    buffer_ += '"';
    append_json_escaped(buffer_, name);
    buffer_ += layout_ == Layout::indented ? "\": " : "\":";
    after_key_ = true;
    return *this;
}

JsonStream& JsonStream::string(std::string_view text)
{
    value();
    buffer_ += '"';
    append_json_escaped(buffer_, text);
    buffer_ += '"';
    return *this;
}

JsonStream& JsonStream::number(std::size_t number)
{
    value();
    buffer_ += std::to_string(number);
    return *this;
}

JsonStream& JsonStream::decimal(double number)
{
    value();
    std::string digits = fmt::format("{:.4f}", number); // never the locale's comma
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
        digits.pop_back();
    buffer_ += digits;
    return *this;
}

JsonStream& JsonStream::boolean(bool flag)
{
    value();
    buffer_ += flag ? "true" : "false";
    return *this;
}

JsonStream& JsonStream::null()
{
    value();
    buffer_ += "null";
    return *this;
}

JsonStream& JsonStream::line_break()
{
    buffer_ += '\n';
    flush_when_full();
    return *this;
}

JsonStream& JsonStream::values(std::size_t count, const std::function<void(JsonStream&, std::size_t)>& write)
{
    constexpr std::size_t grain = 64;   // values a piece
    constexpr std::size_t at_once = 64; // pieces kept in memory
    for (std::size_t i = 0; i < count && count <= grain; ++i)
        write(*this, i);
    if (count <= grain)
        return *this;
    std::vector<std::string> pieces(at_once);
    for (std::size_t begin = 0; begin < count; begin += grain * at_once) {
        const std::size_t end = std::min(count, begin + grain * at_once);
        tbb::parallel_for(std::size_t{0}, (end - begin + grain - 1) / grain, [&](std::size_t p) {
            const std::size_t first = begin + p * grain;
            JsonStream piece(*this, first == 0);
            piece.buffer_ = std::move(pieces[p]); // empty, with the room of the last one
            for (std::size_t i = first; i < std::min(end, first + grain); ++i)
                write(piece, i);
            pieces[p] = std::move(piece.buffer_);
        });
        for (std::string& piece : pieces) {
            buffer_ += piece;
            piece.clear();
            flush_when_full();
        }
    }
    if (!levels_.empty())
        levels_.back().empty = false;
    return *this;
}

} // namespace verbatim::report
