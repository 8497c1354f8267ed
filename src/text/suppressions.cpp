// SPDX-License-Identifier: Apache-2.0
#include "text/suppressions.hpp"

#include "text/kept.hpp"
#include "text/text.hpp"

#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <memory>

namespace verbatim::text {
namespace {

constexpr std::size_t most_words = 3; // of one abbreviation: v. u. Z.

/// Names of days and months that are words, too: mer., mar., sept.
constexpr std::array<std::string_view, 4> also_words = {"am.", "mar.", "mer.", "sept."};

struct Closed {
    void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, Closed>;

/// Where the word begins that ends at `end`.
std::size_t begin_of_last_word(std::string_view words, std::size_t end)
{
    constexpr ByteSet gaps(" \n\t(\"");
    while (end > 0 && !gaps.holds(words[end - 1]))
        --end;
    return end;
}

} // namespace

Suppressions::Suppressions(const std::string& language)
{
    UErrorCode status = U_ZERO_ERROR;
    const Bundle rules(ures_open(U_ICUDATA_NAME "-brkitr", language.c_str(), &status));
    const Bundle exceptions(ures_getByKey(rules.get(), "exceptions", nullptr, &status));
    const Bundle list(ures_getByKey(exceptions.get(), "SentenceBreak", nullptr, &status));
    if (U_FAILURE(status))
        return;
    for (int32_t i = 0; i < ures_getSize(list.get()); ++i) {
        int32_t length = 0;
        const UChar* const word = ures_getStringByIndex(list.get(), i, &length, &status);
        if (U_FAILURE(status))
            return;
        std::string bytes;
        icu::UnicodeString(word, length).toUTF8String(bytes);
        last_words_.insert(bytes.substr(begin_of_last_word(bytes, bytes.size())));
        abbreviations_.insert(std::move(bytes));
    }
}

bool Suppressions::hold(std::string_view words, bool before_figure) const
{
    std::size_t begin = words.size();
    for (std::size_t count = 0; count < most_words && begin > 0; ++count) {
        begin = begin_of_last_word(words, begin);
        const std::string_view tail = words.substr(begin);
        if (count == 0 && last_words_.find(tail) == last_words_.end())
            return false;
        if (abbreviations_.find(tail) != abbreviations_.end())
            return before_figure || std::find(also_words.begin(), also_words.end(), tail) == also_words.end();
        begin -= begin > 0 ? 1 : 0;
    }
    return false;
}

const Suppressions& suppressions_of(const std::string& language)
{
    return kept_by_language<Suppressions>(language, [](const std::string& primary) { return Suppressions(primary); });
}

} // namespace verbatim::text
