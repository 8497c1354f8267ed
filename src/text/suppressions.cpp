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
        abbreviations_.insert(std::move(bytes));
    }
}

bool Suppressions::hold(std::string_view words, bool before_figure) const
{
    std::size_t begin = words.size();
    for (std::size_t count = 0; count < most_words && begin > 0; ++count) {
        const std::size_t gap = words.find_last_of(" \n\t(\"", begin - 1);
        begin = gap == std::string_view::npos ? 0 : gap + 1;
        const std::string_view tail = words.substr(begin);
        if (abbreviations_.find(tail) != abbreviations_.end())
            return before_figure || std::find(also_words.begin(), also_words.end(), tail) == also_words.end();
        begin = gap == std::string_view::npos ? 0 : gap;
    }
    return false;
}

const Suppressions& suppressions_of(const std::string& language)
{
    return kept_by_language<Suppressions>(language, [](const std::string& primary) { return Suppressions(primary); });
}

} // namespace verbatim::text
