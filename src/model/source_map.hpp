// SPDX-License-Identifier: Apache-2.0
// The map from plain bytes to decoded bytes, built by the reader together with the plain text.
// Invariant: the runs cover the plain text without gap or overlap, in order; each plain byte maps to exactly one
// decoded range or is synthetic (an empty range).
#pragma once
#include "model/span.hpp"

#include <algorithm>
#include <string_view>

namespace verbatim {

class SourceMap {
public:
    enum class Kind : unsigned char {
        copied,    ///< plain and decoded bytes are the same, byte for byte
        replaced,  ///< the whole run stands for the whole decoded range (an entity, an escape)
        synthetic, ///< the reader made it (a separator): an empty decoded range
    };
    struct Run {
        Span plain;
        FileSpan decoded;
        Kind kind = Kind::copied;
    };

    /// Appends a run; neighbouring copied runs that continue each other are joined.
    void append(std::size_t plain_size, FileSpan decoded, Kind kind)
    {
        if (plain_size == 0)
            return;
        const std::size_t begin = size();
        if (!runs_.empty() && kind == Kind::copied && runs_.back().kind == Kind::copied
            && runs_.back().decoded.end == decoded.begin) {
            runs_.back().plain.end += plain_size;
            runs_.back().decoded.end = decoded.end;
            return;
        }
        runs_.push_back({{begin, begin + plain_size}, decoded, kind});
    }

    [[nodiscard]] std::size_t size() const { return runs_.empty() ? 0 : runs_.back().plain.end; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

    /// Decoded bytes of a plain span. An empty span gives an empty range.
    [[nodiscard]] FileSpan decoded(Span plain) const
    {
        const std::size_t begin = begin_of(plain.begin);
        if (plain.empty())
            return {begin, begin};
        return {begin, std::max(begin, end_of(plain.end))};
    }

    /// The invariant above, for assertions and tests.
    [[nodiscard]] bool consistent(std::string_view plain, std::string_view decoded) const
    {
        std::size_t at = 0;
        for (const Run& run : runs_) {
            if (run.plain.begin != at || run.plain.empty() || run.decoded.begin > run.decoded.end
                || run.decoded.end > decoded.size())
                return false;
            if (run.kind == Kind::synthetic && run.decoded.begin != run.decoded.end)
                return false;
            if (run.kind == Kind::copied && !same(plain, run.plain, decoded, run.decoded))
                return false;
            at = run.plain.end;
        }
        return at == plain.size();
    }

private:
    /// The same bytes; of a plain text that is the end of its file (SharedText) they need no look.
    static bool same(std::string_view plain, Span copy, std::string_view decoded, FileSpan original)
    {
        if (copy.size() != original.end - original.begin)
            return false;
        return plain.data() + copy.begin == decoded.data() + original.begin
               || plain.substr(copy.begin, copy.size()) == decoded.substr(original.begin, copy.size());
    }
    [[nodiscard]] const Run* run_of(std::size_t offset) const
    {
        const auto next = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                           [](std::size_t at, const Run& run) { return at < run.plain.begin; });
        return next == runs_.begin() ? nullptr : &*(next - 1);
    }
    [[nodiscard]] std::size_t begin_of(std::size_t offset) const
    {
        const Run* run = run_of(offset);
        if (run == nullptr)
            return 0;
        if (offset >= run->plain.end)
            return run->decoded.end;
        return run->kind == Kind::copied ? run->decoded.begin + (offset - run->plain.begin) : run->decoded.begin;
    }
    [[nodiscard]] std::size_t end_of(std::size_t offset) const
    {
        const Run* run = run_of(offset - 1);
        if (run == nullptr)
            return 0;
        return run->kind == Kind::copied ? run->decoded.begin + (offset - run->plain.begin) : run->decoded.end;
    }
    std::vector<Run> runs_;
};

} // namespace verbatim
