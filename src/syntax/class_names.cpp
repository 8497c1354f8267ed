// SPDX-License-Identifier: Apache-2.0
#include "syntax/lexicon_image.hpp"

#include <map>
#include <mutex>
#include <stdexcept>

namespace verbatim::syntax {
namespace {

struct ClassNames {
    std::mutex mutex;
    std::map<std::string, ClassId, std::less<>> ids;
    ClassNames()
    {
        for (const std::string_view name : compiled_classes())
            ids.emplace(name, static_cast<ClassId>(ids.size()));
    }
};
ClassNames& known_names()
{
    static ClassNames names;
    return names;
}

} // namespace

ClassId class_id(std::string_view name)
{
    ClassNames& names = known_names();
    const std::lock_guard lock(names.mutex);
    const auto found = names.ids.find(name);
    if (found != names.ids.end())
        return found->second;
    if (names.ids.size() == most_classes)
        throw std::runtime_error("lexicons have more classes than most_classes allows");
    return names.ids.emplace(name, static_cast<ClassId>(names.ids.size())).first->second;
}

ClassSet class_set(std::initializer_list<std::string_view> names)
{
    ClassSet set;
    for (const std::string_view name : names)
        set.set(class_id(name));
    return set;
}

std::vector<std::string> class_names()
{
    ClassNames& names = known_names();
    const std::lock_guard lock(names.mutex);
    std::vector<std::string> by_id(names.ids.size());
    for (const auto& [name, id] : names.ids)
        by_id[id] = name;
    return by_id;
}

} // namespace verbatim::syntax
