// SPDX-License-Identifier: Apache-2.0
#include "cli/git_library.hpp"

#include <dlfcn.h>

#include <memory>

namespace verbatim::cli {
namespace {

/// Never unloaded: a program that ends soon gives everything back.
std::unique_ptr<const GitLibrary> loaded()
{
    void* const handle = dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        return nullptr;
    auto library = std::make_unique<GitLibrary>();
    bool whole = true;
#define VERBATIM_GIT_LOAD(name)                                                                                        \
    library->name = reinterpret_cast<decltype(library->name)>(dlsym(handle, "git_" #name));                            \
    whole = whole && library->name != nullptr;
    VERBATIM_GIT_FUNCTIONS(VERBATIM_GIT_LOAD)
#undef VERBATIM_GIT_LOAD
    if (!whole || library->libgit2_init() < 0)
        return nullptr;
    return library;
}

} // namespace

const GitLibrary* git_library()
{
    static const std::unique_ptr<const GitLibrary> library = loaded();
    return library.get();
}

} // namespace verbatim::cli
