// SPDX-License-Identifier: Apache-2.0
// JSON written as it is told: the keys stand in the order of the calls, nothing is kept in memory but one buffer.
// (A document of 60,000 quotations as a tree of values would cost more than all the checking.)
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::report {

class JsonStream {
public:
    enum class Layout : unsigned char { compact, indented };
    JsonStream(std::ostream& out, Layout layout) : out_(&out), layout_(layout) {}
    JsonStream(const JsonStream&) = delete;
    JsonStream& operator=(const JsonStream&) = delete;
    ~JsonStream();

    JsonStream& object(); ///< `{`; closed by end()
    JsonStream& array();  ///< `[`; closed by end()
    JsonStream& end();
    JsonStream& key(std::string_view name);
    JsonStream& string(std::string_view text);
    JsonStream& number(std::size_t value);
    JsonStream& decimal(double value); ///< at most 4 decimals
    JsonStream& boolean(bool value);
    JsonStream& null();
    JsonStream& line_break(); ///< between the values of JSON Lines; flushes

    /// `write` writes value 0 … count - 1, each alone, on several threads; they stand in their order all the same.
    JsonStream& values(std::size_t count, const std::function<void(JsonStream&, std::size_t)>& write);

    JsonStream& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    JsonStream& member(std::string_view name, std::size_t value) { return key(name).number(value); }
    /// null where there is no text.
    JsonStream& member_or_null(std::string_view name, std::string_view text)
    {
        return text.empty() ? key(name).null() : key(name).string(text);
    }

private:
    void value();
    void indent();
    void flush_when_full();
    struct Level {
        char close;
        bool empty = true;
    };
    /// A piece of what another stream writes, at the place that it has come to.
    JsonStream(const JsonStream& whole, bool first);

    std::ostream* out_; ///< null for a piece, which stays in its buffer
    Layout layout_;
    std::string buffer_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

} // namespace verbatim::report
