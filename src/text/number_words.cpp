// SPDX-License-Identifier: Apache-2.0
// Asks ICU's spell-out rules how a language says 0–999 and the powers of ten, once for each thread and language, and
// turns the answers round. Parsing with the rules themselves takes "second-hand" for a number and is slow.
#include "text/icu.hpp"
#include "text/kept.hpp"
#include "text/numerals.hpp"

#include <unicode/dcfmtsym.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <memory>

namespace verbatim::text {
namespace {

std::string key_of(const icu::UnicodeString& spelt) { return collapse(search_fold(narrow(spelt))); }

std::string last_word(const std::string& key)
{
    const std::size_t gap = key.rfind(' ');
    return gap == std::string::npos ? key : key.substr(gap + 1);
}

class Collector {
public:
    explicit Collector(NumberWords& words, icu::RuleBasedNumberFormat& rules) : words_(words), rules_(rules) {}

    void collect(const icu::UnicodeString& set, bool ordinal)
    {
        for (int32_t n = ordinal ? 1 : 0; n < 1000; ++n)
            below_thousand(said(n, set), {static_cast<std::uint64_t>(n), ordinal});
        std::uint64_t scale = 100;
        for (int power = 2; power <= 12; ++power, scale *= 10) {
            if (power != 2 && power % 3 != 0)
                continue;
            const auto singular = last_word(said(static_cast<int64_t>(scale), set));
            this->scale(singular, {scale, ordinal});
            for (const int64_t times : {2, 5}) {
                const auto plural = last_word(said(times * static_cast<int64_t>(scale), set));
                this->scale(plural, {scale, ordinal});
                if (plural != singular)
                    words_.plural_scales.insert(plural);
            }
        }
    }

    /// Words of "one hundred and one" that are no number themselves.
    void connectors(const icu::UnicodeString& set)
    {
        const std::string said_101 = said(101, set) + ' ';
        for (std::size_t begin = 0, end; (end = said_101.find(' ', begin)) != std::string::npos; begin = end + 1) {
            const std::string word = said_101.substr(begin, end - begin);
            if (!words_.below_thousand.contains(word) && !words_.scales.contains(word))
                words_.connectors.insert(word);
        }
    }

private:
    std::string said(int64_t n, const icu::UnicodeString& set)
    {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString out;
        icu::FieldPosition nowhere;
        rules_.format(n, set, out, nowhere, status);
        return U_SUCCESS(status) ? key_of(out) : std::string();
    }
    void below_thousand(const std::string& key, NumberWord word)
    {
        if (key.empty() || is_digit(code_point_at(key, 0)) || !is_letter(code_point_at(key, 0))
            || is_han_or_kana(code_point_at(key, 0)))
            return;
        words_.below_thousand.emplace(key, word);
        words_.beginnings.insert(key.substr(0, key.find(' ')));
        words_.longest =
            std::max(words_.longest, 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')));
    }
    void scale(const std::string& key, NumberWord word)
    {
        if (key.empty() || !is_letter(code_point_at(key, 0)) || is_han_or_kana(code_point_at(key, 0)))
            return;
        // In "zweihundert" the scale is no word of its own.
        if (word.value > 100 || !words_.below_thousand.contains(key) || words_.below_thousand.at(key).value == 100)
            words_.scales.emplace(key, word);
        words_.beginnings.insert(key);
    }

    NumberWords& words_;
    icu::RuleBasedNumberFormat& rules_;
};

NumberWords collected(const std::string& language)
{
    NumberWords words;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::createFromName(language.c_str());
    const icu::DecimalFormatSymbols symbols(locale, status);
    if (U_SUCCESS(status)) {
        words.decimal = static_cast<char32_t>(
            symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).char32At(0));
        words.grouping = static_cast<char32_t>(
            symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol).char32At(0));
    }
    icu::RuleBasedNumberFormat rules(icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status))
        return words;
    Collector collector(words, rules);
    for (int32_t i = 0; i < rules.getNumberOfRuleSetNames(); ++i) {
        const icu::UnicodeString set = rules.getRuleSetName(i);
        // Numbering is the form that stands alone: treinta y uno, where the cardinal is treinta y un.
        const bool counts = set.startsWith(u"%spellout-cardinal") || set == u"%spellout-numbering";
        if (counts && set.indexOf(u"verbose") < 0)
            collector.collect(set, false);
        else if (set.startsWith(u"%spellout-ordinal") && set.indexOf(u"verbose") < 0)
            collector.collect(set, true);
    }
    collector.connectors(u"%spellout-cardinal-verbose");
    words.connectors.erase("");
    return words;
}

} // namespace

const NumberWords& number_words(const std::string& language)
{
    return kept_by_language<NumberWords>(language, collected);
}

std::size_t power_of_ten(std::uint64_t value)
{
    std::size_t power = 0;
    for (; value >= 10; value /= 10)
        ++power;
    return power;
}

std::string shifted(std::string_view decimal, std::size_t powers)
{
    const std::size_t point = decimal.find('.');
    std::string whole(decimal.substr(0, point));
    std::string fraction(point == std::string_view::npos ? "" : decimal.substr(point + 1));
    for (std::size_t i = 0; i < powers; ++i) {
        whole.push_back(fraction.empty() ? '0' : fraction.front());
        if (!fraction.empty())
            fraction.erase(0, 1);
    }
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (whole.empty())
        whole.assign(1, '0'); // GCC 12 warns of overlap (-Wrestrict) at a literal here
    return fraction.empty() ? whole : whole + '.' + fraction;
}

std::string canonical_digits(std::string_view digits, char32_t decimal, char32_t grouping)
{
    if (digits.find_first_not_of("0123456789.,") != std::string_view::npos)
        return {}; // digits of another script, a fraction, a mark that combines
    const std::size_t last = digits.find_last_of(".,");
    std::string whole;
    if (last == std::string_view::npos)
        return shifted(digits, 0);
    const char sign = digits[last];
    const bool both = digits.find(sign == '.' ? ',' : '.') != std::string_view::npos;
    const bool once = digits.find(sign) == last;
    bool groups = true; // 1,500 but not 12,5 nor 1,2,3
    std::size_t begin = 0;
    for (std::size_t at = digits.find(sign); !both; at = digits.find(sign, begin)) {
        const std::size_t size = std::min(at, digits.size()) - begin;
        groups = groups && (begin == 0 ? size >= 1 && size <= 3 : size == 3);
        if (at == std::string_view::npos)
            break;
        begin = at + 1;
    }
    const auto as_sign = static_cast<char32_t>(sign);
    const bool is_group = !both && groups && (as_sign == grouping || (!once && as_sign != decimal));
    if (!is_group && !once)
        return {}; // 1.2.3: a label, no number
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] != '.' && digits[i] != ',')
            whole.push_back(digits[i]);
        else if (i == last && !is_group)
            whole.push_back('.');
    }
    return shifted(whole, 0);
}

} // namespace verbatim::text
