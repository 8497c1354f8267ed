// SPDX-License-Identifier: Apache-2.0
#include "library/length_alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace verbatim::library {

namespace {

struct Move {
    std::size_t a;
    std::size_t b;
    double prior;
};
constexpr std::array<Move, 6> moves = {
    {{1, 1, 0.89}, {1, 0, 0.0099}, {0, 1, 0.0099}, {2, 1, 0.0445}, {1, 2, 0.0445}, {2, 2, 0.011}}};
constexpr double variance = 6.8; ///< of a character, in characters
constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t half_band = 64;

/// −log of the chance that units of these lengths (both in the same measure) are translations of each other.
double cost(double a, double b, double prior)
{
    const double mean = (a + b) / 2;
    const double delta = mean <= 0 ? 0 : std::abs(a - b) / std::sqrt(mean * variance);
    const double tail = std::max(std::erfc(delta / std::sqrt(2.0)), 1e-300);
    return -std::log(tail) - std::log(prior);
}

std::vector<double> sums(const std::vector<std::size_t>& lengths, double scale)
{
    std::vector<double> out(1, 0);
    for (const std::size_t length : lengths)
        out.push_back(out.back() + scale * static_cast<double>(length));
    return out;
}

/// The table of the dynamic programme: for each i a band of j about the diagonal.
class Band {
public:
    Band(std::size_t a, std::size_t b) : a_(a), b_(b), width_(2 * half_band + 2 * (b / std::max<std::size_t>(1, a)) + 1)
    {
        costs_.assign((a + 1) * width_, impossible);
        moves_.assign((a + 1) * width_, 0);
    }
    [[nodiscard]] std::size_t first(std::size_t i) const
    {
        const std::size_t middle = a_ == 0 ? 0 : i * b_ / a_;
        return middle > width_ / 2 ? middle - width_ / 2 : 0;
    }
    [[nodiscard]] std::size_t last(std::size_t i) const { return std::min(b_, first(i) + width_ - 1); }
    [[nodiscard]] bool holds(std::size_t i, std::size_t j) const { return first(i) <= j && j <= last(i); }
    [[nodiscard]] double& cost_at(std::size_t i, std::size_t j) { return costs_[i * width_ + j - first(i)]; }
    [[nodiscard]] unsigned char& move_at(std::size_t i, std::size_t j) { return moves_[i * width_ + j - first(i)]; }

private:
    std::size_t a_;
    std::size_t b_;
    std::size_t width_;
    std::vector<double> costs_;
    std::vector<unsigned char> moves_; ///< index in `moves`
};

void fill(Band& band, const std::vector<double>& a, const std::vector<double>& b)
{
    band.cost_at(0, 0) = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = band.first(i); j <= band.last(i); ++j) {
            for (std::size_t m = 0; m < moves.size(); ++m) {
                const Move& move = moves[m];
                if (move.a > i || move.b > j || !band.holds(i - move.a, j - move.b))
                    continue;
                const double before = band.cost_at(i - move.a, j - move.b);
                if (before == impossible)
                    continue;
                const double now = before + cost(a[i] - a[i - move.a], b[j] - b[j - move.b], move.prior);
                if (now < band.cost_at(i, j)) {
                    band.cost_at(i, j) = now;
                    band.move_at(i, j) = static_cast<unsigned char>(m);
                }
            }
        }
    }
}

std::vector<Bead> one_to_one(std::size_t count)
{
    std::vector<Bead> beads;
    for (std::size_t i = 0; i < count; ++i)
        beads.push_back({i, i + 1, i, i + 1});
    return beads;
}

} // namespace

std::vector<Bead> aligned_by_length(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b)
{
    if (a.size() == b.size())
        return one_to_one(a.size());
    if (a.empty() || b.empty())
        return {{0, a.size(), 0, b.size()}};
    const auto total = [](const std::vector<std::size_t>& lengths) {
        return static_cast<double>(
            std::max<std::size_t>(1, std::accumulate(lengths.begin(), lengths.end(), std::size_t{0})));
    };
    // One measure for both scripts: the shorter text is stretched to the length of the longer.
    const double longer = std::max(total(a), total(b));
    const std::vector<double> a_sums = sums(a, longer / total(a));
    const std::vector<double> b_sums = sums(b, longer / total(b));
    Band band(a.size(), b.size());
    fill(band, a_sums, b_sums);

    std::vector<Bead> beads;
    if (band.cost_at(a.size(), b.size()) == impossible)
        return {{0, a.size(), 0, b.size()}};
    for (std::size_t i = a.size(), j = b.size(); i + j > 0;) {
        const Move& move = moves[band.move_at(i, j)];
        beads.push_back({i - move.a, i, j - move.b, j});
        i -= move.a;
        j -= move.b;
    }
    std::reverse(beads.begin(), beads.end());
    return beads;
}

} // namespace verbatim::library
