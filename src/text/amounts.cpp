// SPDX-License-Identifier: Apache-2.0
// Numbers by value, so that 1,500 = fifteen hundred = 一千五百 (`number-form`, CONVENTIONS 2). Abstains from fractions
// (三分之一) and labels (1.2.3); "a" and "an" are no numbers.
#include "text/code_points.hpp"
#include "text/numerals.hpp"
#include "text/text.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace verbatim::text {
namespace {

struct Unit {
    std::string_view word;
    std::string_view canon;
};
constexpr std::array units = {
    Unit{"%", "%"},   Unit{"percent", "%"},  Unit{"prozent", "%"},  Unit{"km", "km"},      Unit{"m", "m"},
    Unit{"cm", "cm"}, Unit{"mm", "mm"},      Unit{"kg", "kg"},      Unit{"g", "g"},        Unit{"t", "t"},
    Unit{"ha", "ha"}, Unit{"usd", "USD"},    Unit{"eur", "EUR"},    Unit{"gbp", "GBP"},    Unit{"cny", "CNY"},
    Unit{"$", "USD"}, Unit{"\u20AC", "EUR"}, Unit{"\u00A3", "GBP"}, Unit{"\u00A5", "CNY"},
};
constexpr std::array han_units = {
    Unit{"美元", "USD"}, Unit{"欧元", "EUR"}, Unit{"英镑", "GBP"}, Unit{"元", "CNY"},
    Unit{"公里", "km"},  Unit{"千米", "km"},  Unit{"厘米", "cm"},  Unit{"米", "m"},
    Unit{"公斤", "kg"},  Unit{"千克", "kg"},  Unit{"吨", "t"},     Unit{"公顷", "ha"},
};

class Finder {
public:
    Finder(std::string_view text, const std::string& language)
        : text_(text), tokens_(tokenise(text)), words_(number_words(language))
    {
    }

    std::vector<Amount> run()
    {
        for (std::size_t i = 0; i < tokens_.list.size();) {
            const std::size_t end = at(i);
            i = std::max(end, i + 1);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::size_t size() const { return tokens_.list.size(); }
    [[nodiscard]] TokenKind kind(std::size_t i) const { return tokens_.list[i].kind; }
    [[nodiscard]] bool is(std::size_t i, std::string_view exact) const
    {
        return i < size() && tokens_.exact(i) == exact;
    }

    /// Reads an amount that begins at a token; behind it, or 0.
    std::size_t at(std::size_t i)
    {
        if (kind(i) == TokenKind::han)
            return han(i);
        if (kind(i) == TokenKind::number)
            return digits(i);
        if (kind(i) == TokenKind::word)
            return is_digit(code_point_at(tokens_.exact(i), 0)) ? mixed(i) : spelt(i);
        return 0;
    }

    std::size_t han(std::size_t i);
    std::size_t digits(std::size_t i);
    std::size_t mixed(std::size_t i);
    std::size_t spelt(std::size_t i);
    [[nodiscard]] const Unit* money_at(std::size_t i) const;
    [[nodiscard]] bool is_group(std::size_t i) const;
    [[nodiscard]] bool goes_on(std::size_t i) const;
    [[nodiscard]] std::size_t with_scales(std::size_t i, std::string& value) const;
    std::size_t add(std::size_t begin, std::size_t end, std::string value, bool ordinal);
    [[nodiscard]] bool is_halved(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_fraction(std::size_t begin, std::size_t end) const;

    std::string_view text_;
    Tokens tokens_;
    const NumberWords& words_;
    std::vector<Amount> found_;
};

/// The power of ten of `bn` and its like, 0 for none. Behind a currency sign a letter is enough: £14m, $20k.
int abbreviated_scale(std::string_view tail, bool is_money)
{
    if (tail == "bn" || (is_money && tail == "b"))
        return 9;
    if (tail == "tn")
        return 12;
    if (tail == "mn" || tail == "mln" || (is_money && tail == "m"))
        return 6;
    return is_money && tail == "k" ? 3 : 0;
}

/// Adds the unit beside the number [begin, end); behind the unit.
std::size_t Finder::add(std::size_t begin, std::size_t end, std::string value, bool ordinal)
{
    Amount amount;
    amount.value = std::move(value);
    amount.ordinal = ordinal;
    amount.span = amount.with_unit = {tokens_.list[begin].span.begin, tokens_.list[end - 1].span.end};
    std::size_t behind = end;
    const auto unit = [&](std::string_view canon, std::size_t last) {
        amount.unit = canon;
        amount.with_unit.end = tokens_.list[last].span.end;
        behind = last + 1;
    };
    if (begin > 0 && !tokens_.list[begin].space_before)
        if (const Unit* money = money_at(begin - 1)) {
            amount.unit = money->canon;
            amount.with_unit.begin = tokens_.list[begin - 1].span.begin;
        }
    if (amount.unit.empty() && end < size() && !ordinal) {
        std::string next(tokens_.search(end));
        std::size_t last = end;
        const bool of_hundred = (next == "per" && is(end + 1, "cent")) || (next == "pour" && is(end + 1, "cent"))
                                || (next == "por" && is(end + 1, "ciento"));
        if (of_hundred) {
            next = "percent";
            last = end + 1;
        }
        for (const Unit& one : units)
            if (next == one.word && amount.unit.empty())
                unit(one.canon, last);
        const std::string_view rest = text_.substr(tokens_.list[end - 1].span.end);
        for (const Unit& one : han_units)
            if (rest.starts_with(one.word) && amount.unit.empty())
                unit(one.canon, end + one.word.size() / 3 - 1);
    }
    if (!is_halved(begin, end))
        found_.push_back(std::move(amount));
    return behind;
}

/// Half a million, eine halbe Million, medio millón; un milliard et demi: what is read of them has another value.
bool Finder::is_halved(std::size_t begin, std::size_t end) const
{
    constexpr std::array halves = {"half", "halbe", "halben", "halber", "medio", "media", "demi", "demie"};
    const auto half = [&](std::size_t i) {
        return i < size() && std::find(halves.begin(), halves.end(), tokens_.search(i)) != halves.end();
    };
    const bool before = (begin > 0 && half(begin - 1)) || (begin > 1 && half(begin - 2) && is(begin - 1, "a"))
                        || half(begin + 1); // half a million, eine halbe Million
    const bool joined = is(end, "et") || is(end, "y") || is(end, "and");
    return before || (joined && (half(end + 1) || (is(end + 1, "a") && half(end + 2))));
}

/// X分之Y: no decimal says a third.
bool Finder::is_fraction(std::size_t begin, std::size_t end) const
{
    return (is(end, "分") && is(end + 1, "之")) || (begin >= 2 && is(begin - 1, "之") && is(begin - 2, "分"));
}

std::size_t Finder::han(std::size_t i)
{
    if (is(i, "百") && is(i + 1, "分") && is(i + 2, "之") && i + 3 < size()) {
        std::optional<HanNumber> number = han_number(tokens_, i + 3);
        if (!number && kind(i + 3) == TokenKind::number)
            number = HanNumber{i + 3, i + 4, canonical_digits(tokens_.exact(i + 3), U'.', U','), false};
        if (!number || number->value.empty())
            return i + 3;
        found_.push_back({{tokens_.list[number->begin].span.begin, tokens_.list[number->end - 1].span.end},
                          {tokens_.list[i].span.begin, tokens_.list[number->end - 1].span.end},
                          number->value,
                          "%",
                          false});
        return number->end;
    }
    const bool ordinal = is(i, "第");
    const std::size_t begin = ordinal ? i + 1 : i;
    if (begin >= size())
        return 0;
    if (ordinal && kind(begin) == TokenKind::number) {
        const std::string value = canonical_digits(tokens_.exact(begin), U'.', U',');
        return value.empty() ? 0 : add(i, begin + 1, value, true);
    }
    if (kind(begin) != TokenKind::han)
        return 0;
    const auto number = han_number(tokens_, begin);
    if (!number) {
        std::size_t end = begin; // the whole run of numerals is no number; neither is its tail
        while (end < size() && kind(end) == TokenKind::han
               && u_getNumericValue(static_cast<UChar32>(code_point_at(tokens_.exact(end), 0))) >= 0)
            ++end;
        return end;
    }
    if (is_fraction(number->begin, number->end))
        return number->end;
    // 统一, 一直, 十分: one numeral alone is a number only where it counts something.
    if (!ordinal && number->end == begin + 1) {
        constexpr std::array counted = {"个", "個", "年", "月", "日", "名", "人", "届", "次", "条", "條", "位",
                                        "元", "章", "倍", "种", "座", "艘", "项", "大", "世", "国", "岁"};
        const bool counts =
            std::any_of(counted.begin(), counted.end(), [&](const char* word) { return is(number->end, word); });
        if (!counts)
            return number->end;
    }
    return add(ordinal ? i : begin, number->end, number->value, ordinal);
}

/// The currency sign of a token; null for none.
const Unit* Finder::money_at(std::size_t i) const
{
    if (kind(i) != TokenKind::punctuation)
        return nullptr;
    const auto* const found = std::find_if(units.begin(), units.end(), [&](const Unit& one) {
        return one.canon.size() == 3 && tokens_.exact(i) == one.word;
    });
    return found == units.end() ? nullptr : found;
}

/// Three digits, and no more before a point or a comma.
bool Finder::is_group(std::size_t i) const
{
    return i < size() && kind(i) == TokenKind::number && tokens_.exact(i).size() >= 3
           && tokens_.exact(i).find_first_of(".,") >= 3
           && (tokens_.exact(i).size() == 3 || !is_digit(code_point_at(tokens_.exact(i), 3)));
}

/// The token is a group of the digits before it. A common blank parts groups where the language does so (14 200), else
/// only where nothing else can be meant: 14 000, 14 200 000.
bool Finder::goes_on(std::size_t i) const
{
    const auto between = [&](std::size_t next) {
        const std::size_t end = tokens_.list[next - 1].span.end;
        return text_.substr(end, tokens_.list[next].span.begin - end);
    };
    if (!is_group(i))
        return false;
    if (const std::string_view gap = between(i); gap != " ")
        return gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
    const bool more = is_group(i + 1) && between(i + 1) == " ";
    const bool several = i >= 2 && is_group(i - 1) && between(i - 1) == " " && kind(i - 2) == TokenKind::number;
    return is_space(words_.grouping) || tokens_.exact(i) == "000" || more || several;
}

/// "14 million", "1.5 bn", and digits in groups with spaces between.
std::size_t Finder::digits(std::size_t i)
{
    if (const auto number = han_number(tokens_, i))
        return add(i, number->end, number->value, false);
    std::string exact(tokens_.exact(i));
    std::size_t end = i + 1;
    while (exact.size() % 4 <= 3 && exact.find_first_of(".,") == std::string::npos && (end > i + 1 || exact.size() <= 3)
           && goes_on(end))
        exact += tokens_.exact(end++);
    double fraction = 0;
    if (const char32_t last = code_point_before(exact, exact.size()); last > 0x7F) {
        const double value = u_getNumericValue(static_cast<UChar32>(last));
        fraction = value > 0 && value < 1 ? value : 0;
        if (fraction != 0.25 && fraction != 0.5 && fraction != 0.75)
            return 0;
        exact.resize(exact.size() - read_before(exact, exact.size()).size);
        exact = (exact.empty() ? "0" : exact) + (fraction == 0.5 ? ".5" : fraction == 0.25 ? ".25" : ".75");
    }
    std::string ascii;
    for (std::size_t at = 0; at < exact.size();) {
        const CodePoint c = read(exact, at);
        at += c.size;
        if (c.value == U'.' || c.value == U',')
            ascii.push_back(static_cast<char>(c.value));
        else if (const int32_t digit = u_charDigitValue(static_cast<UChar32>(c.value)); digit >= 0)
            ascii.push_back(static_cast<char>('0' + digit));
        else
            return 0;
    }
    std::string value = fraction != 0 ? shifted(ascii, 0) : canonical_digits(ascii, words_.decimal, words_.grouping);
    if (value.empty())
        return 0;
    end = with_scales(end, value);
    return add(i, end, value, false);
}

/// Multiplies by the scale words from a token on; behind them.
std::size_t Finder::with_scales(std::size_t i, std::string& value) const
{
    for (std::size_t taken = 0; taken < 2 && i < size() && kind(i) == TokenKind::word; ++taken, ++i) {
        const std::string word(tokens_.search(i));
        const auto scale = words_.scales.find(word);
        if (scale != words_.scales.end() && !scale->second.ordinal)
            value = shifted(value, power_of_ten(scale->second.value));
        else if (word == "bn" || word == "tn")
            value = shifted(value, word == "bn" ? 9 : 12);
        else
            break;
    }
    return i;
}

/// 15bn 3rd 21st 5km 1990s: digits with letters.
std::size_t Finder::mixed(std::size_t i)
{
    const std::string exact(tokens_.search(i));
    const std::size_t letters = exact.find_first_not_of("0123456789.,");
    if (letters == std::string::npos)
        return 0;
    std::string value = canonical_digits(exact.substr(0, letters), words_.decimal, words_.grouping);
    const std::string tail = exact.substr(letters);
    if (value.empty())
        return 0;
    if (tail == "st" || tail == "nd" || tail == "rd" || tail == "th")
        return add(i, i + 1, value, true);
    if (const int power = abbreviated_scale(tail, i > 0 && money_at(i - 1) != nullptr && !tokens_.list[i].space_before))
        return add(i, i + 1, shifted(value, power), false);
    for (const Unit& one : units)
        if (tail == one.word) {
            const Span all = tokens_.list[i].span;
            found_.push_back({{all.begin, all.begin + letters}, all, value, std::string(one.canon), false});
            return i + 1;
        }
    return 0;
}

/// twenty-one, fifteen hundred, two hundred and five thousand, third, nineteen fifty-six.
std::size_t Finder::spelt(std::size_t i)
{
    const auto first = tokens_.search(i);
    if (!words_.beginnings.contains(std::string(first)))
        return 0;
    const auto phrase = [&](std::size_t from, NumberWord& word) {
        std::string key;
        std::size_t best = 0;
        for (std::size_t n = 1; n <= words_.longest && from + n <= size() && kind(from + n - 1) == TokenKind::word;
             ++n) {
            key += (n > 1 ? " " : "") + std::string(tokens_.search(from + n - 1));
            if (const auto known = words_.below_thousand.find(key); known != words_.below_thousand.end()) {
                word = known->second;
                best = n;
            }
        }
        return best;
    };
    const auto scale_at = [&](std::size_t from) {
        const auto known = from < size() && kind(from) == TokenKind::word
                               ? words_.scales.find(std::string(tokens_.search(from)))
                               : words_.scales.end();
        return known == words_.scales.end() ? NumberWord{} : known->second;
    };
    std::uint64_t total = 0, part = 0, last_scale = 1'000'000'000'000'000;
    bool any = false, ordinal = false;
    std::size_t end = i;
    for (std::size_t next = i; next < size() && !ordinal;) {
        const std::size_t from = any && words_.connectors.contains(std::string(tokens_.search(next))) ? next + 1 : next;
        NumberWord word;
        const std::size_t size_of_phrase = from < size() ? phrase(from, word) : 0;
        if (size_of_phrase != 0) {
            const bool year =
                from == next && part >= 10 && part < 100 && word.value >= 10 && word.value < 100 && total == 0;
            const bool fits = part == 0 || (part % 100 == 0 && word.value < 100)
                              || (part % 10 == 0 && part < 100 && word.value < 10 && from == next);
            if (year)
                part = part * 100 + word.value;
            else if (fits && !(any && word.value == 0))
                part += word.value;
            else
                break;
            ordinal = word.ordinal;
            end = next = from + size_of_phrase;
            any = true;
        } else if (const NumberWord scale = scale_at(next); scale.value != 0) {
            if ((!any && words_.plural_scales.contains(std::string(tokens_.search(next)))) || (any && part == 0))
                break;
            if (scale.value == 100) {
                if (part >= 100)
                    break;
                part = std::max<std::uint64_t>(part, 1) * 100;
            } else {
                if (scale.value >= last_scale)
                    break;
                total += std::max<std::uint64_t>(part, 1) * scale.value;
                part = 0;
                last_scale = scale.value;
            }
            ordinal = scale.ordinal;
            end = ++next;
            any = true;
        } else {
            break;
        }
    }
    return any ? add(i, end, std::to_string(total + part), ordinal) : 0;
}

} // namespace

std::vector<Amount> amounts(std::string_view text, const std::string& language) { return Finder(text, language).run(); }

} // namespace verbatim::text
