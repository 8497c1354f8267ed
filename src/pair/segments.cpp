// SPDX-License-Identifier: Apache-2.0
#include "pair/segments.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace verbatim::pair {
namespace {

struct Unit {
    Span span;
    double words = 0;
    bool heading = false;
    double quotations = 0;
    Values values;
};

std::vector<Unit> units_of(const Document& document, const Reading& reading, const Values& values)
{
    std::vector<Unit> units;
    auto quotation = reading.quotations.begin();
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::code || block.span.empty())
            continue;
        Unit unit;
        unit.span = block.span;
        unit.words = static_cast<double>(std::max<std::size_t>(1, text::word_count(document.slice(block.span))));
        unit.heading = block.kind == BlockKind::heading;
        for (; quotation != reading.quotations.end() && quotation->hull().begin < block.span.end; ++quotation)
            if (quotation->kind == QuotationKind::quotation && !quotation->nested_in)
                ++unit.quotations;
        unit.values = within(values, block.span);
        units.push_back(std::move(unit));
    }
    return units;
}

/// Each unit together with the one behind it.
std::vector<Unit> joined_twos(const std::vector<Unit>& units)
{
    std::vector<Unit> twos;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        Unit two = units[i];
        const Unit& next = units[i + 1];
        two.span.end = next.span.end;
        two.words += next.words;
        two.quotations += next.quotations;
        two.values.amounts.insert(two.values.amounts.end(), next.values.amounts.begin(), next.values.amounts.end());
        two.values.dates.insert(two.values.dates.end(), next.values.dates.begin(), next.values.dates.end());
        twos.push_back(std::move(two));
    }
    return twos;
}

/// Logarithm of how much longer one side is on the whole.
double bias_of(const std::vector<Unit>& a, const std::vector<Unit>& b)
{
    double from = 1;
    double to = 1;
    for (const Unit& unit : a)
        from += unit.words;
    for (const Unit& unit : b)
        to += unit.words;
    return std::clamp(std::log(from / to), -0.5, 0.5);
}

/// Cost of taking one side for the translation of the other; lower is likelier.
double cost_of(const Unit& a, const Unit& b, double bias)
{
    const double ratio = std::log(a.words / b.words) - bias;
    // The shorter the paragraphs, the wider lengths scatter.
    const double weight = a.words + b.words < 24 ? 1.0 : 3.0;
    double cost = std::min(6.0, ratio * ratio * weight);
    if (a.heading != b.heading)
        cost += 2;
    cost += std::min(2.0, std::abs(a.quotations - b.quotations)) * 0.6;
    const bool valued =
        !a.values.amounts.empty() || !a.values.dates.empty() || !b.values.amounts.empty() || !b.values.dates.empty();
    if (valued)
        cost += 3 * (1 - agreement(a.values, b.values));
    return cost;
}

struct Move {
    std::size_t a, b;
    double price; ///< a merge or a loss is rarer than one to one
};
constexpr std::array<Move, 5> moves{{{1, 1, 0}, {1, 0, 2.2}, {0, 1, 2.2}, {2, 1, 1.6}, {1, 2, 1.6}}};

constexpr std::size_t most_units = 200'000;
constexpr std::size_t most_cells = 20'000'000;

/// Cells of the dynamic programme within a band about the diagonal.
class Table {
public:
    Table(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns)
    {
        const std::size_t apart = std::max(rows, columns) - std::min(rows, columns);
        half_ = std::min(most_cells / 2 / (rows + 1), std::min<std::size_t>(400, apart + 40));
        width_ = 2 * half_ + 1;
        costs_.assign((rows + 1) * width_, std::numeric_limits<double>::infinity());
        moves_.assign((rows + 1) * width_, 0);
    }
    [[nodiscard]] std::size_t first(std::size_t i) const
    {
        const std::size_t middle = i * columns_ / rows_;
        return middle > half_ ? middle - half_ : 0;
    }
    [[nodiscard]] std::size_t last(std::size_t i) const { return std::min(columns_, first(i) + width_ - 1); }
    [[nodiscard]] bool holds(std::size_t i, std::size_t j) const { return first(i) <= j && j <= last(i); }
    [[nodiscard]] double& cost(std::size_t i, std::size_t j) { return costs_[i * width_ + j - first(i)]; }
    [[nodiscard]] unsigned char& move(std::size_t i, std::size_t j) { return moves_[i * width_ + j - first(i)]; }

private:
    std::size_t rows_, columns_;
    std::size_t half_ = 0, width_ = 0;
    std::vector<double> costs_;
    std::vector<unsigned char> moves_;
};

std::size_t ordinal_of(const std::vector<std::pair<Span, std::size_t>>& places, std::size_t offset, std::size_t none)
{
    const auto it = std::partition_point(places.begin(), places.end(),
                                         [&](const auto& place) { return place.first.end <= offset; });
    return it != places.end() && it->first.begin <= offset ? it->second : none;
}

} // namespace

Segments::Segments(const Document& from, const Reading& from_reading, const Values& from_values, const Document& to,
                   const Reading& to_reading, const Values& to_values)
{
    const std::vector<Unit> a = units_of(from, from_reading, from_values);
    const std::vector<Unit> b = units_of(to, to_reading, to_values);
    if (a.empty() || b.empty() || a.size() + b.size() > most_units)
        return;
    const std::vector<Unit> a_twos = joined_twos(a);
    const std::vector<Unit> b_twos = joined_twos(b);
    bias_ = bias_of(a, b);
    // Where both have as many paragraphs, one stands for one unless much speaks against it.
    const double strictness = a.size() == b.size() ? 2 : 1;
    Table table(a.size(), b.size());
    table.cost(0, 0) = 0;
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = table.first(i); j <= table.last(i); ++j)
            for (std::size_t m = 0; m < moves.size(); ++m) {
                const Move& move = moves[m];
                if (i < move.a || j < move.b || !table.holds(i - move.a, j - move.b))
                    continue;
                double cost = table.cost(i - move.a, j - move.b) + move.price * strictness;
                if (!(cost < table.cost(i, j)))
                    continue;
                if (move.a > 0 && move.b > 0)
                    cost +=
                        cost_of(move.a == 2 ? a_twos[i - 2] : a[i - 1], move.b == 2 ? b_twos[j - 2] : b[j - 1], bias_);
                if (cost < table.cost(i, j)) {
                    table.cost(i, j) = cost;
                    table.move(i, j) = static_cast<unsigned char>(m);
                }
            }
    for (std::size_t i = a.size(), j = b.size(); i > 0 || j > 0;) {
        if (std::isinf(table.cost(i, j)))
            break; // so unequal that the band does not join the corners: no segments
        const Move& move = moves[table.move(i, j)];
        Segment segment;
        if (move.a > 0)
            segment.from = {a[i - move.a].span.begin, a[i - 1].span.end};
        if (move.b > 0)
            segment.to = {b[j - move.b].span.begin, b[j - 1].span.end};
        segment.one_to_one = move.a == 1 && move.b == 1;
        list_.push_back(segment);
        i -= move.a;
        j -= move.b;
    }
    std::reverse(list_.begin(), list_.end());
    for (std::size_t s = 0; s < list_.size(); ++s) {
        if (!list_[s].from.empty())
            from_.emplace_back(list_[s].from, s);
        if (!list_[s].to.empty())
            to_.emplace_back(list_[s].to, s);
    }
}

std::size_t Segments::of_from(std::size_t offset) const { return ordinal_of(from_, offset, list_.size()); }
std::size_t Segments::of_to(std::size_t offset) const { return ordinal_of(to_, offset, list_.size()); }

} // namespace verbatim::pair
