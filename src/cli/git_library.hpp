// SPDX-License-Identifier: Apache-2.0
// libgit2, loaded when a repository is first asked for: with the fourteen libraries that it brings, it would cost
// every run a third of the time that it takes to start. Sole includer of its headers. Private to the room.
#pragma once
#include <git2.h>

namespace verbatim::cli {

/// The functions that repository.cpp calls, by their names without `git_`.
#define VERBATIM_GIT_FUNCTIONS(FUNCTION)                                                                               \
    FUNCTION(blob_free)                                                                                                \
    FUNCTION(blob_lookup)                                                                                              \
    FUNCTION(blob_rawcontent)                                                                                          \
    FUNCTION(blob_rawsize)                                                                                             \
    FUNCTION(buf_dispose)                                                                                              \
    FUNCTION(diff_find_similar)                                                                                        \
    FUNCTION(diff_foreach)                                                                                             \
    FUNCTION(diff_free)                                                                                                \
    FUNCTION(diff_get_delta)                                                                                           \
    FUNCTION(diff_num_deltas)                                                                                          \
    FUNCTION(diff_tree_to_tree)                                                                                        \
    FUNCTION(diff_tree_to_workdir_with_index)                                                                          \
    FUNCTION(error_last)                                                                                               \
    FUNCTION(ignore_path_is_ignored)                                                                                   \
    FUNCTION(libgit2_init)                                                                                             \
    FUNCTION(object_free)                                                                                              \
    FUNCTION(object_peel)                                                                                              \
    FUNCTION(oid_is_zero)                                                                                              \
    FUNCTION(patch_free)                                                                                               \
    FUNCTION(patch_from_buffers)                                                                                       \
    FUNCTION(patch_to_buf)                                                                                             \
    FUNCTION(repository_free)                                                                                          \
    FUNCTION(repository_open_ext)                                                                                      \
    FUNCTION(repository_workdir)                                                                                       \
    FUNCTION(revparse_single)                                                                                          \
    FUNCTION(tree_free)

struct GitLibrary {
#define VERBATIM_GIT_MEMBER(name) decltype(&::git_##name) name = nullptr;
    VERBATIM_GIT_FUNCTIONS(VERBATIM_GIT_MEMBER)
#undef VERBATIM_GIT_MEMBER
};

/// Null where libgit2 is not installed. Loaded and initialised once; thread-safe.
[[nodiscard]] const GitLibrary* git_library();

} // namespace verbatim::cli
