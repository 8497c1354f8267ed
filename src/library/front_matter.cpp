// SPDX-License-Identifier: Apache-2.0
// The metadata that a text gives of itself: the keys of library.toml, and the names that other programs give them.
#include "library/catalogue.hpp"

#include <initializer_list>

namespace verbatim::library {
namespace {

/// Values of the first of the keys that is there; none otherwise.
const std::vector<std::string>& values(const Metadata& metadata, std::initializer_list<const char*> keys)
{
    static const std::vector<std::string> none;
    for (const char* key : keys)
        if (const auto found = metadata.find(key); found != metadata.end() && !found->second.values.empty())
            return found->second.values;
    return none;
}

void fill(std::string& field, const Metadata& metadata, std::initializer_list<const char*> keys)
{
    if (const auto& found = values(metadata, keys); field.empty() && !found.empty())
        field = found.front();
}

template <typename Enum>
bool choose(Enum& field, const Metadata& metadata, const char* key, std::optional<Enum> (*named)(std::string_view))
{
    const auto& found = values(metadata, {key});
    const auto value = found.empty() ? std::nullopt : named(found.front());
    if (value)
        field = *value;
    return value.has_value();
}

} // namespace

void apply_front_matter(const Metadata& metadata, Work& work, DeclaredVersion& declared)
{
    fill(work.title, metadata, {"title"});
    fill(work.date, metadata, {"date", "issued", "year"});
    fill(work.occasion, metadata, {"occasion", "event"});
    fill(work.kind, metadata, {"kind", "type"});
    if (work.creators.empty())
        work.creators = values(metadata, {"creators", "creator", "authors", "author", "author.name", "creators.name",
                                          "authors.name", "speaker", "by"});
    for (const auto& [key, value] : metadata)
        if (key.starts_with("identifiers.") && !value.values.empty() && !value.values.front().empty())
            work.identifiers.emplace(key.substr(12), value.values.front());
    for (const char* key : {"doi", "isbn", "issn", "url"})
        if (const auto& found = values(metadata, {key}); !found.empty())
            work.identifiers.emplace(key, found.front());

    Version& version = declared.version;
    fill(version.language, metadata, {"language", "lang"});
    fill(version.label, metadata, {"label"});
    fill(version.title, metadata, {"title"});
    fill(version.translator, metadata, {"translator"});
    choose(version.coverage, metadata, "coverage", coverage_named);
    choose(version.quality, metadata, "quality", quality_named);
    if (!declared.status_given)
        declared.status_given = choose(version.status, metadata, "status", status_named);
    fill(declared.pinned_sha256, metadata, {"sha256"});
    if (const auto& page = values(metadata, {"first-page"}); !page.empty() && version.first_page == 0)
        if (page.front().size() < 7 && page.front().find_first_not_of("0123456789") == std::string::npos)
            version.first_page = static_cast<std::size_t>(std::stoul("0" + page.front()));
}

} // namespace verbatim::library
