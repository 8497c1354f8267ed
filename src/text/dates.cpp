// SPDX-License-Identifier: Apache-2.0
// Dates of the calendar as EDTF, at the precision given. Month names are ICU's for the language and English; Chinese
// forms are read in any text. A month without a year is no date, a four-digit count ("1500 ships") neither: where a
// plain number does not look like a year, it is left alone.
#include "text/code_points.hpp"
#include "text/icu.hpp"
#include "text/kept.hpp"
#include "text/numerals.hpp"
#include "text/text.hpp"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace verbatim::text {
namespace {

using Months = std::unordered_map<std::string, int>;

Months collected_months(const std::string& language)
{
    Months months;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale::createFromName(language.c_str()), status);
    if (U_FAILURE(status))
        return months;
    using Symbols = icu::DateFormatSymbols;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
        for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
            int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count, context, width);
            for (int32_t i = 0; i < count && i < 12; ++i) {
                std::string name = search_fold(narrow(names[i]));
                while (!name.empty() && name.back() == '.')
                    name.pop_back();
                if (!name.empty() && !is_digit(code_point_at(name, 0)) && !is_han_or_kana(code_point_at(name, 0)))
                    months.emplace(name, i + 1);
            }
        }
    return months;
}

const Months& months_of(const std::string& language) { return kept_by_language<Months>(language, collected_months); }

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string edtf_of(const std::string& year, int month, int day)
{
    std::string out = year;
    if (month != 0)
        out += "-" + two_digits(month);
    if (month != 0 && day != 0)
        out += "-" + two_digits(day);
    return out;
}

/// Words before a four-digit number that make it a year even though a word follows.
constexpr std::array year_words = {
    "in",     "since",     "by",       "from",      "until", "till",     "before",  "after",
    "during", "of",        "year",     "early",     "late",  "mid",      "spring",  "summer",
    "autumn", "fall",      "winter",   "circa", // English
    "en",     "depuis",    "dès",      "avant",     "après", "vers",     "année",   "fin",
    "début",  "printemps", "été",      "automne",   "hiver", // French
    "im",     "jahr",      "jahre",    "jahres",    "seit",  "bis",      "vor",     "nach",
    "um",     "ab",        "anfang",   "ende",      "mitte", "frühjahr", "sommer",  "herbst", // German
    "año",    "desde",     "hasta",    "hacia",     "antes", "durante",  "finales", "principios",
    "verano", "otoño",     "invierno", "primavera", // Spanish
};

/// Before a year that ends in 0 they make it a decade: les années 1990.
constexpr std::array decade_words = {"années", "años"};
constexpr std::array century_words = {"century", "siècle", "jahrhundert", "jahrhunderts"};

/// 1 to 21 in Roman numerals, else 0.
int roman(std::string_view word)
{
    constexpr std::array numerals = {"i",   "ii",   "iii", "iv", "v",   "vi",   "vii",   "viii", "ix", "x",  "xi",
                                     "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",  "xx", "xxi"};
    const auto found = std::find(numerals.begin(), numerals.end(), word);
    return found == numerals.end() ? 0 : static_cast<int>(found - numerals.begin()) + 1;
}

class Finder {
public:
    Finder(std::string_view text, const std::string& language)
        : text_(text), language_(language), tokens_(tokenise(text)), months_(months_of(language)),
          english_(months_of("en"))
    {
    }

    std::vector<DateMention> run()
    {
        for (std::size_t i = 0; i < size();) {
            std::size_t end = chinese(i);
            for (const auto& form : {&Finder::iso, &Finder::day_first, &Finder::month_first, &Finder::decade,
                                     &Finder::century, &Finder::plain_year})
                end = end != 0 ? end : (this->*form)(i);
            i = std::max(end, i + 1);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::size_t size() const { return tokens_.list.size(); }
    [[nodiscard]] bool is(std::size_t i, std::string_view exact) const
    {
        return i < size() && tokens_.exact(i) == exact;
    }
    [[nodiscard]] bool is_kind(std::size_t i, TokenKind kind) const
    {
        return i < size() && tokens_.list[i].kind == kind;
    }

    /// The value of a token of at most `most` ASCII digits, else -1.
    [[nodiscard]] int plain_number(std::size_t i, std::size_t most) const
    {
        if (!is_kind(i, TokenKind::number))
            return -1;
        const std::string_view digits = tokens_.exact(i);
        if (digits.empty() || digits.size() > most || digits.find_first_not_of("0123456789") != std::string_view::npos)
            return -1;
        return std::stoi(std::string(digits));
    }
    [[nodiscard]] std::string year(std::size_t i) const
    {
        const int n = i < size() && tokens_.exact(i).size() == 4 ? plain_number(i, 4) : -1;
        return n >= 1000 && n < 2100 ? std::string(tokens_.exact(i)) : std::string();
    }
    /// 3, 3rd; 0 for none.
    [[nodiscard]] int day(std::size_t i) const
    {
        int n = plain_number(i, 2);
        if (n < 0 && is_kind(i, TokenKind::word)) {
            const std::string_view word = tokens_.search(i);
            const std::size_t letters = word.find_first_not_of("0123456789");
            const std::string_view tail = letters == std::string_view::npos ? std::string_view() : word.substr(letters);
            if (letters > 0 && letters <= 2
                && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th" || tail == "er"))
                n = std::stoi(std::string(word.substr(0, letters)));
        }
        return n >= 1 && n <= 31 ? n : 0;
    }
    /// A month's name; an English one has a capital (may, march).
    [[nodiscard]] int month(std::size_t i) const
    {
        if (!is_kind(i, TokenKind::word))
            return 0;
        const std::string name(tokens_.search(i));
        const bool capital = is_upper(code_point_at(tokens_.exact(i), 0));
        if (const auto own = months_.find(name); own != months_.end() && (capital || &months_ != &english_))
            return own->second;
        if (!capital)
            return 0;
        if (const auto known = english_.find(name); known != english_.end())
            return known->second;
        if (name.size() < 3 || !is(i + 1, ".")) // Sept.
            return 0;
        for (const Months* names : {&months_, &english_})
            for (const auto& [full, value] : *names)
                if (full.starts_with(name))
                    return value;
        return 0;
    }

    std::size_t add(std::size_t begin, std::size_t end, std::string edtf)
    {
        found_.push_back({{tokens_.list[begin].span.begin, tokens_.list[end - 1].span.end}, std::move(edtf)});
        return end;
    }
    /// Behind a comma, a full stop of an abbreviation, "of" and "de".
    [[nodiscard]] std::size_t behind_comma(std::size_t i) const
    {
        return is(i, ",") || is(i, ".") || is(i, "of") || is(i, "de") ? i + 1 : i;
    }

    std::size_t iso(std::size_t i)
    {
        if (year(i).empty() || !is(i + 1, "\u2014") || !is(i + 3, "\u2014") || tokens_.list[i + 1].space_before)
            return 0;
        const int m = plain_number(i + 2, 2);
        const int d = plain_number(i + 4, 2);
        return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? add(i, i + 5, edtf_of(year(i), m, d)) : 0;
    }
    std::size_t day_first(std::size_t i)
    {
        const int d = day(i);
        if (d == 0)
            return 0;
        std::size_t at = i + 1;
        if (is(at, ".") || is(at, "of") || is(at, "de"))
            ++at;
        const int m = month(at);
        if (m == 0)
            return 0;
        at = behind_comma(at + 1);
        return year(at).empty() ? 0 : add(i, at + 1, edtf_of(year(at), m, d));
    }
    std::size_t month_first(std::size_t i)
    {
        const int m = month(i);
        if (m == 0)
            return 0;
        std::size_t at = is(i + 1, ".") ? i + 2 : i + 1;
        if (const int d = day(at); d != 0) {
            const std::size_t behind = behind_comma(at + 1);
            return year(behind).empty() ? 0 : add(i, behind + 1, edtf_of(year(behind), m, d));
        }
        at = behind_comma(at);
        return year(at).empty() ? 0 : add(i, at + 1, edtf_of(year(at), m, 0));
    }
    /// 1990s, 1990's, 1990er, années 1990
    std::size_t decade(std::size_t i)
    {
        if (i > 0 && std::find(decade_words.begin(), decade_words.end(), tokens_.search(i - 1)) != decade_words.end())
            if (const std::string y = year(i); !y.empty() && y[3] == '0')
                return add(i, i + 1, y.substr(0, 3) + "X");
        if (!is_kind(i, TokenKind::word))
            return 0;
        const std::string_view word = tokens_.search(i);
        if (word.size() < 5 || word[3] != '0'
            || (word.substr(4) != "s" && word.substr(4) != "'s" && word.substr(4) != "er")
            || word.substr(0, 4).find_first_not_of("0123456789") != std::string_view::npos
            || (word[0] != '1' && word[0] != '2'))
            return 0;
        return add(i, i + 1, std::string(word.substr(0, 3)) + "X");
    }
    std::size_t century(std::size_t i);
    std::size_t plain_year(std::size_t i);
    std::size_t chinese(std::size_t i);
    std::size_t chinese_century(std::size_t i);
    [[nodiscard]] std::optional<HanNumber> number(std::size_t i) const;

    std::string_view text_;
    const std::string& language_;
    Tokens tokens_;
    const Months& months_;
    const Months& english_;
    std::vector<DateMention> found_;
};

/// The 21st century, the twenty-first century; le XXe siècle, das 20. Jahrhundert, el siglo XX.
std::size_t Finder::century(std::size_t i)
{
    const auto names = [&](std::size_t at) {
        return is_kind(at, TokenKind::word)
               && std::find(century_words.begin(), century_words.end(), tokens_.search(at)) != century_words.end();
    };
    if (is_kind(i, TokenKind::word) && tokens_.search(i) == "siglo" && i + 1 < size())
        if (const int n = roman(tokens_.search(i + 1)); n != 0)
            return add(i, i + 2, two_digits(n - 1) + "XX");
    const std::size_t name = is(i + 1, ".") ? i + 2 : i + 1;
    if (!names(name))
        return 0;
    int n = 0;
    if (name == i + 2) { // 20. Jahrhundert
        n = plain_number(i, 2);
    } else if (is_kind(i, TokenKind::word)) {
        std::string_view word = tokens_.search(i);
        if (word.ends_with("e") && roman(word.substr(0, word.size() - 1)) != 0)
            n = roman(word.substr(0, word.size() - 1));
        else if (const auto found = amounts(tokens_.exact(i), language_.empty() ? "en" : language_);
                 found.size() == 1 && found[0].ordinal && found[0].value.size() <= 2)
            n = std::stoi(found[0].value);
    }
    return n >= 1 && n <= 21 ? add(i, name + 1, two_digits(n - 1) + "XX") : 0;
}

std::size_t Finder::plain_year(std::size_t i)
{
    const std::string y = year(i);
    if (y.empty())
        return 0;
    const auto before_is = [&](auto... words) { return i > 0 && ((tokens_.search(i - 1) == words) || ...); };
    // A sign of money, of a section, of a larger number, a page: no year.
    if (i > 0 && is_kind(i - 1, TokenKind::punctuation) && !tokens_.list[i].space_before
        && !before_is("(", "[", "\u2014", ",", ";", "/", "\u2013", ":"))
        return 0;
    if (i > 1 && is(i - 1, ".") && is_kind(i - 2, TokenKind::word) && tokens_.exact(i - 2).size() <= 3)
        return 0; // p. 1200, No. 1500
    if (before_is("p", "pp", "no", "nos"))
        return 0;
    const bool introduced =
        i > 0 && std::find(year_words.begin(), year_words.end(), tokens_.search(i - 1)) != year_words.end();
    if (is_kind(i + 1, TokenKind::word)) {
        const std::string_view next = tokens_.search(i + 1);
        const bool plural = next.size() > 3 && next.back() == 's' && !is_upper(code_point_at(tokens_.exact(i + 1), 0));
        if (!introduced || plural || number_words(language_).scales.contains(std::string(next)))
            return 0;
    } else if (is_kind(i + 1, TokenKind::han) || is(i + 1, "%") || is(i + 1, "$")) {
        return 0;
    } else if (!introduced && (y < "1600" || is_kind(i + 1, TokenKind::superscript))) {
        return 0;
    }
    return add(i, i + 1, y);
}

std::optional<HanNumber> Finder::number(std::size_t i) const
{
    if (i >= size())
        return std::nullopt;
    if (const int n = plain_number(i, 4); n >= 0)
        return HanNumber{i, i + 1, std::to_string(n), false};
    return is_kind(i, TokenKind::han) ? han_number(tokens_, i) : std::nullopt;
}

/// 1956年 1956年9月 1956年9月3日 一九五六年九月; 20世纪60年代 上世纪九十年代 21世纪 1990年代.
std::size_t Finder::chinese(std::size_t i)
{
    if (const std::size_t end = chinese_century(i); end != 0)
        return end;
    const auto y = number(i);
    if (!y || y->value.size() != 4 || y->value < "1000" || y->value > "2100")
        return 0;
    if (is(y->end, "年") && is(y->end + 1, "代"))
        return y->value[3] == '0' ? add(i, y->end + 2, y->value.substr(0, 3) + "X") : 0;
    if (!is(y->end, "年"))
        return 0;
    const auto in_range = [](const std::optional<HanNumber>& n, int most) {
        const int value = n && n->value.size() <= 2 ? std::stoi(n->value) : 0;
        return value <= most ? value : 0;
    };
    const auto month_number = number(y->end + 1);
    const int m = in_range(month_number, 12);
    if (m == 0 || !is(month_number->end, "月"))
        return add(i, y->end + 1, y->value);
    const auto day_number = number(month_number->end + 1);
    const int d = in_range(day_number, 31);
    if (d == 0 || !(is(day_number->end, "日") || is(day_number->end, "号")))
        return add(i, month_number->end + 1, edtf_of(y->value, m, 0));
    return add(i, day_number->end + 1, edtf_of(y->value, m, d));
}

std::size_t Finder::chinese_century(std::size_t i)
{
    std::size_t at = i;
    int century = 0;
    if (is(i, "上")) {
        at = is(i + 1, "个") || is(i + 1, "個") ? i + 2 : i + 1;
        century = 20;
    } else if (const auto n = number(i); n && n->value.size() <= 2) {
        at = n->end;
        century = std::stoi(n->value);
    }
    if (century < 1 || century > 21 || !is(at, "世") || !(is(at + 1, "纪") || is(at + 1, "紀")))
        return 0;
    at += 2;
    const std::string hundred = two_digits(century - 1);
    const auto decade = number(at);
    if (decade && decade->value.size() == 2 && decade->value[1] == '0' && is(decade->end, "年")
        && is(decade->end + 1, "代"))
        return add(i, decade->end + 2, hundred + decade->value[0] + "X");
    return add(i, at, hundred + "XX");
}

} // namespace

std::vector<DateMention> dates(std::string_view text, const std::string& language)
{
    return Finder(text, language).run();
}

} // namespace verbatim::text
