// SPDX-License-Identifier: Apache-2.0
// Edit scripts of id sequences. Sole user of dtl. Pitfalls of dtl 1.20: past 2,000,000 visited points it restarts and
// the indices of its script are wrong, so the script is rebuilt by counting, and no gap handed to it is long.
#include "align/align.hpp"
#include "align/shared_ends.hpp"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <bit>

namespace verbatim::align {
namespace {

using Ids = std::span<const std::uint32_t>;
constexpr std::size_t small_enough = 500; ///< tokens of both sides together that dtl gets without anchors
constexpr std::size_t small_gap = 100;    ///< the same between anchors, where a gap is the rule and seldom long
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
    return hash ^ (hash >> 29U);
}

/// Where the n-grams of two sequences stand, by hash: open addressing, since one such table is made for every long gap.
class Grams {
public:
    struct Seen {
        std::uint64_t hash = 0;
        std::uint32_t a = 0, b = 0; ///< last place
        std::uint32_t in_a = 0, in_b = 0;
    };

    explicit Grams(std::size_t count) : slots_(std::bit_ceil(2 * count + 1)) {}
    /// The slot of a hash, or the free one where it belongs.
    [[nodiscard]] Seen& at(std::uint64_t hash)
    {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot].in_a > 0 && slots_[slot].hash != hash)
            slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot].hash = hash;
        return slots_[slot];
    }

private:
    std::vector<Seen> slots_;
};

/// The longest run of n-grams unique to both sides that rises on both.
std::vector<Anchor> anchors(Ids a, Ids b, std::size_t n)
{
    if (a.size() < n || b.size() < n)
        return {};
    Grams seen(a.size());
    std::vector<std::uint64_t> hashes(a.size() + 1 - n);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        hashes[i] = gram(a, i, n);
        Grams::Seen& s = seen.at(hashes[i]);
        s.a = static_cast<std::uint32_t>(i);
        ++s.in_a;
    }
    for (std::size_t i = 0; i + n <= b.size(); ++i) {
        Grams::Seen& s = seen.at(gram(b, i, n));
        s.b = static_cast<std::uint32_t>(i);
        s.in_b += s.in_a > 0 ? 1U : 0U;
    }
    std::vector<Anchor> pairs;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const Grams::Seen& s = seen.at(hashes[i]);
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

/// One word against several, neither at an end of the other: the commonest gap, and no work for dtl.
void around_one(Ids a, Ids b, Script& script)
{
    const Ids one = a.size() == 1 ? a : b, many = a.size() == 1 ? b : a;
    const auto at = static_cast<std::size_t>(std::find(many.begin(), many.end(), one[0]) - many.begin());
    const bool found = at < many.size();
    const auto take = [&](std::size_t n) { a.size() == 1 ? script.added(n) : script.removed(n); };
    take(at);
    if (found) {
        script.equal(1);
        take(many.size() - at - 1);
    } else {
        a.size() == 1 ? script.removed(1) : script.added(1);
    }
}

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
    if (a.size() == 1 || b.size() == 1)
        return around_one(a, b, script);
    if (a.size() + b.size() <= (depth == 0 ? small_enough : small_gap))
        return by_dtl(a, b, script);
    // Long grams first: where half of the words were changed, many a word unique to both sides stands elsewhere.
    std::vector<Anchor> found;
    for (std::size_t n = 3; n > 0 && found.empty() && depth < 8; --n)
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
