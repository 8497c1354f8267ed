// SPDX-License-Identifier: Apache-2.0
// What ICU knows of a language takes milliseconds to collect: it is collected once for each thread and language.
#pragma once
#include "text/text.hpp"

#include <map>
#include <string>

namespace verbatim::text {

/// The value for the primary language (English where none is known). The reference holds until this thread asks for
/// `most` other languages: tags come from outside, and the memory must stay bounded. One `collect` a type.
template <typename Value>
[[nodiscard]] const Value& kept_by_language(const std::string& language, Value (*collect)(const std::string&))
{
    constexpr std::size_t most = 32;
    thread_local std::map<std::string, Value> kept;
    const std::string primary = primary_language(language);
    const auto found = kept.find(primary);
    if (found != kept.end())
        return found->second;
    if (kept.size() > most)
        kept.clear();
    return kept.emplace(primary, collect(primary.empty() ? "en" : primary)).first->second;
}

} // namespace verbatim::text
