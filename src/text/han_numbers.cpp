// SPDX-License-Identifier: Apache-2.0
// Han numerals: 十五 一千五百 两千 三亿五千万 一九五六 二〇〇七, and digits with Han scales: 15亿 1.4万 3亿5000万.
// Accepts LESS than people write: 七八十 (seventy or eighty) and 千万 (by all means) are no number.
#include "text/code_points.hpp"
#include "text/numerals.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace verbatim::text {
namespace {

/// The numerals of running text; accounting forms (陆, 参) are ordinary words too often.
bool is_numeral(char32_t c)
{
    constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千万萬亿億两兩";
    return numerals.find(c) != std::u32string_view::npos;
}

std::uint64_t value_of(char32_t c)
{
    if (c == U'两' || c == U'兩')
        return 2;
    if (c == U'零' || c == U'〇')
        return 0;
    const double value = u_getNumericValue(static_cast<UChar32>(c));
    return value < 0 ? 0 : static_cast<std::uint64_t>(value);
}

/// Sum in sections of 万 and 亿; nothing for what is no well-formed number.
class Sum {
public:
    bool digit(std::uint64_t value)
    {
        if (has_digit_ || (value == 0 && pending_zero_))
            return false;
        if (value == 0) {
            pending_zero_ = true;
            return true;
        }
        digit_ = value;
        has_digit_ = true;
        return true;
    }
    bool unit(std::uint64_t value) // 十 百 千
    {
        if (!has_digit_ && (value != 10 || last_unit_ <= 10))
            return false; // only 十 may stand without a digit
        if (last_unit_ <= value)
            return false;
        section_ += (has_digit_ ? digit_ : 1) * value;
        last_unit_ = value;
        trailing_ = value;
        has_digit_ = false;
        pending_zero_ = false;
        return true;
    }
    bool scale(std::uint64_t value) // 万 亿
    {
        if (!has_digit_ && section_ == 0)
            return false;
        if (last_scale_ <= value)
            return false;
        total_ += (section_ + (has_digit_ ? digit_ : 0)) * value;
        section_ = 0;
        last_unit_ = 100'000;
        last_scale_ = value;
        trailing_ = value;
        has_digit_ = false;
        pending_zero_ = false;
        return true;
    }
    /// 一百五 is 150, 一百零五 is 105.
    [[nodiscard]] std::uint64_t value() const
    {
        const std::uint64_t factor = has_digit_ && !pending_zero_ && trailing_ >= 100 ? trailing_ / 10 : 1;
        return total_ + section_ + (has_digit_ ? digit_ * factor : 0);
    }

private:
    std::uint64_t total_ = 0, section_ = 0, digit_ = 0;
    std::uint64_t last_unit_ = 100'000, last_scale_ = 1'000'000'000'000, trailing_ = 0;
    bool has_digit_ = false, pending_zero_ = false;
};

std::optional<std::string> sum_of(const std::vector<char32_t>& run)
{
    Sum sum;
    for (const char32_t c : run) {
        const std::uint64_t value = value_of(c);
        const bool fits = value < 10 ? sum.digit(value) : value < 10'000 ? sum.unit(value) : sum.scale(value);
        if (!fits)
            return std::nullopt;
    }
    return std::to_string(sum.value());
}

char32_t han_at(const Tokens& tokens, std::size_t i)
{
    return i < tokens.list.size() && tokens.list[i].kind == TokenKind::han ? code_point_at(tokens.exact(i), 0) : 0;
}

std::optional<HanNumber> digits_with_scales(const Tokens& tokens, std::size_t at)
{
    HanNumber number{at, at, {}, false};
    std::uint64_t total = 0;
    std::size_t sections = 0;
    std::size_t last_powers = 17;
    for (std::size_t i = at; i < tokens.list.size() && tokens.list[i].kind == TokenKind::number;) {
        if (i != at && tokens.list[i].space_before)
            break;
        const std::string value = canonical_digits(tokens.exact(i), U'.', U',');
        std::size_t powers = 0;
        std::size_t end = i + 1;
        for (; han_at(tokens, end) != 0 && is_numeral(han_at(tokens, end)); ++end) {
            const std::uint64_t unit = value_of(han_at(tokens, end));
            if (unit < 10)
                break;
            powers += power_of_ten(unit);
        }
        if (value.empty() || powers == 0 || powers >= last_powers)
            break;
        last_powers = powers;
        const std::string section = shifted(value, powers);
        number.end = end;
        ++sections;
        if (section.size() > 18 || section.find('.') != std::string::npos) {
            number.value = section;
            return sections == 1 ? std::optional(number) : std::nullopt;
        }
        total += std::stoull(section);
        number.value = std::to_string(total);
        i = end;
    }
    return sections == 0 ? std::nullopt : std::optional(number);
}

} // namespace

std::optional<HanNumber> han_number(const Tokens& tokens, std::size_t at)
{
    if (tokens.list[at].kind == TokenKind::number)
        return digits_with_scales(tokens, at);
    std::vector<char32_t> run;
    std::size_t end = at;
    constexpr std::size_t longest = 24; // bounds the work where every token asks
    for (char32_t c = han_at(tokens, end);
         c != 0 && is_numeral(c) && run.size() <= longest && (run.empty() || !tokens.list[end].space_before);
         c = han_at(tokens, ++end))
        run.push_back(c);
    if (run.empty())
        return std::nullopt;
    HanNumber number{at, end, {}, false};
    number.digits_only = std::all_of(run.begin(), run.end(), [](char32_t c) { return value_of(c) < 10; });
    if (number.digits_only && run.size() > 1) {
        if (run.size() < 3 || run.size() > 18)
            return std::nullopt; // 二三: two or three
        for (const char32_t c : run)
            number.value.push_back(static_cast<char>('0' + value_of(c)));
        number.value = shifted(number.value, 0);
        return number;
    }
    const auto value = run.size() > longest ? std::nullopt : sum_of(run);
    if (!value)
        return std::nullopt;
    number.value = *value;
    return number;
}

} // namespace verbatim::text
