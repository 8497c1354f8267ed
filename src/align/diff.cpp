// SPDX-License-Identifier: Apache-2.0
// Edit scripts of id sequences. Sole user of dtl. Pitfalls of dtl 1.20: past 2,000,000 visited points it restarts and
// the indices of its script are wrong, so the script is rebuilt by counting, and no gap handed to it is long.
#include "align/align.hpp"
#include "align/shared_ends.hpp"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <unordered_map>

namespace verbatim::align {
namespace {

using Ids = std::span<const std::uint32_t>;
constexpr std::size_t small_enough = 500; ///< tokens of both sides together that dtl gets without anchors
constexpr std::size_t gap_cap = 700;      ///< tokens of a side in one dtl call where no anchor was found

class Script {
public:
    void equal(std::size_t n) { append(true, n, n); }
    void removed(std::size_t n) { append(false, n, 0); }
    void added(std::size_t n) { append(false, 0, n); }
    [[nodiscard]] std::vector<Hunk> take() { return std::move(hunks_); }

private:
    void append(bool equal, std::size_t a, std::size_t b)
    {
        if (a + b == 0)
            return;
        if (hunks_.empty() || hunks_.back().equal != equal)
            hunks_.push_back({equal, {a_, a_}, {b_, b_}});
        a_ += a;
        b_ += b;
        hunks_.back().a.end = a_;
        hunks_.back().b.end = b_;
    }
    std::vector<Hunk> hunks_;
    std::size_t a_ = 0, b_ = 0;
};

void by_dtl(Ids a, Ids b, Script& script)
{
    using Sequence = std::vector<std::uint32_t>;
    dtl::Diff<std::uint32_t, Sequence> diff(Sequence(a.begin(), a.end()), Sequence(b.begin(), b.end()));
    diff.compose();
    for (const auto& [id, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_COMMON)
            script.equal(1);
        else if (info.type == dtl::SES_DELETE)
            script.removed(1);
        else
            script.added(1);
    }
}

struct Anchor {
    std::size_t a = 0, b = 0;
};

std::uint64_t gram(Ids ids, std::size_t at, std::size_t n)
{
    std::uint64_t hash = 1469598103934665603ULL;
    for (std::size_t i = 0; i < n; ++i)
        hash = (hash ^ (ids[at + i] + 1ULL)) * 1099511628211ULL;
    return hash;
}

/// The longest run of n-grams unique to both sides that rises on both.
std::vector<Anchor> anchors(Ids a, Ids b, std::size_t n)
{
    struct Seen {
        std::size_t a = 0, b = 0;
        unsigned in_a = 0, in_b = 0;
    };
    if (a.size() < n || b.size() < n)
        return {};
    std::unordered_map<std::uint64_t, Seen> seen;
    seen.reserve(a.size() + b.size());
    for (std::size_t i = 0; i + n <= a.size(); ++i) {
        Seen& s = seen[gram(a, i, n)];
        s.a = i;
        ++s.in_a;
    }
    for (std::size_t i = 0; i + n <= b.size(); ++i) {
        const auto found = seen.find(gram(b, i, n));
        if (found != seen.end()) {
            found->second.b = i;
            ++found->second.in_b;
        }
    }
    std::vector<Anchor> pairs;
    for (std::size_t i = 0; i + n <= a.size(); ++i) {
        const Seen& s = seen[gram(a, i, n)];
        // Equal hashes are no proof: only equal ids anchor.
        if (s.in_a == 1 && s.in_b == 1
            && std::equal(a.begin() + static_cast<std::ptrdiff_t>(s.a),
                          a.begin() + static_cast<std::ptrdiff_t>(s.a + n),
                          b.begin() + static_cast<std::ptrdiff_t>(s.b)))
            pairs.push_back({s.a, s.b});
    }
    std::vector<std::size_t> tails, before(pairs.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), pairs[i].b,
                                         [&](std::size_t t, std::size_t value) { return pairs[t].b < value; });
        if (at != tails.begin())
            before[i] = *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<Anchor> run;
    for (std::size_t i = tails.empty() ? pairs.size() : tails.back(); i < pairs.size(); i = before[i])
        run.push_back(pairs[i]);
    std::reverse(run.begin(), run.end());
    return run;
}

void align_gap(Ids a, Ids b, Script& script, int depth);

/// No anchor: equal shares of both sides, each short enough for dtl.
void in_shares(Ids a, Ids b, Script& script)
{
    const std::size_t shares = std::max(a.size(), b.size()) / gap_cap + 1;
    for (std::size_t i = 0; i < shares; ++i) {
        const std::size_t a0 = a.size() * i / shares, a1 = a.size() * (i + 1) / shares;
        const std::size_t b0 = b.size() * i / shares, b1 = b.size() * (i + 1) / shares;
        by_dtl(a.subspan(a0, a1 - a0), b.subspan(b0, b1 - b0), script);
    }
}

void trimmed(Ids a, Ids b, Script& script, int depth)
{
    const auto [head, tail] = shared_ends(a, b);
    script.equal(head);
    align_gap(a.subspan(head, a.size() - head - tail), b.subspan(head, b.size() - head - tail), script, depth);
    script.equal(tail);
}

void align_gap(Ids a, Ids b, Script& script, int depth)
{
    if (a.empty() || b.empty()) {
        script.removed(a.size());
        script.added(b.size());
        return;
    }
    if (a.size() + b.size() <= small_enough)
        return by_dtl(a, b, script);
    std::vector<Anchor> found;
    for (std::size_t n = 1; n <= 3 && found.empty() && depth < 8; ++n)
        found = anchors(a, b, n);
    if (found.empty())
        return in_shares(a, b, script);
    Anchor at;
    for (const Anchor& anchor : found) {
        if (anchor.a < at.a || anchor.b < at.b)
            continue;
        trimmed(a.subspan(at.a, anchor.a - at.a), b.subspan(at.b, anchor.b - at.b), script, depth + 1);
        script.equal(1);
        at = {anchor.a + 1, anchor.b + 1};
    }
    trimmed(a.subspan(at.a), b.subspan(at.b), script, depth + 1);
}

} // namespace

std::vector<Hunk> diff(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    Script script;
    trimmed(a, b, script, 0);
    return script.take();
}

} // namespace verbatim::align
