// SPDX-License-Identifier: Apache-2.0
// Sole user of libgit2.
#include "cli/repository.hpp"

#include "cli/git_library.hpp"

#include <limits>
#include <stdexcept>

namespace verbatim::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* not_installed = "libgit2 is not installed";

/// Of one that is loaded: who has a handle of git has loaded it.
const GitLibrary& git() { return *git_library(); }

template <auto Free>
struct Freed {
    template <typename Handle>
    void operator()(Handle* handle) const
    {
        (git().*Free)(handle);
    }
};
using RepositoryHandle = std::unique_ptr<git_repository, Freed<&GitLibrary::repository_free>>;
using Object = std::unique_ptr<git_object, Freed<&GitLibrary::object_free>>;
using Tree = std::unique_ptr<git_tree, Freed<&GitLibrary::tree_free>>;
using Diff = std::unique_ptr<git_diff, Freed<&GitLibrary::diff_free>>;
using Blob = std::unique_ptr<git_blob, Freed<&GitLibrary::blob_free>>;

std::string last_error()
{
    const git_error* error = git().error_last();
    return error == nullptr || error->message == nullptr ? "unknown error of git" : error->message;
}

Problem fatal(std::string message, std::string remedy)
{
    Problem problem;
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    problem.fatal = true;
    return problem;
}

Outcome<Tree> tree_of(git_repository* repository, const std::string& revision)
{
    git_object* found = nullptr;
    if (git().revparse_single(&found, repository, revision.c_str()) != 0)
        return fatal("git knows no revision \"" + revision + "\"", "name a commit, a branch or a tag, such as HEAD~1");
    const Object object(found);
    git_object* tree = nullptr;
    if (git().object_peel(&tree, object.get(), GIT_OBJECT_TREE) != 0)
        return fatal("\"" + revision + "\" is no revision with files", "name a commit, a branch or a tag");
    return Tree(reinterpret_cast<git_tree*>(tree));
}

/// Nothing for a file without content in the repository.
std::optional<std::string> bytes_of(git_repository* repository, const git_diff_file& file)
{
    git_blob* found = nullptr;
    if (git().oid_is_zero(&file.id) != 0 || git().blob_lookup(&found, repository, &file.id) != 0)
        return std::nullopt;
    const Blob blob(found);
    return std::string(static_cast<const char*>(git().blob_rawcontent(blob.get())),
                       static_cast<std::size_t>(git().blob_rawsize(blob.get())));
}

using ChangedLines = std::map<std::string, std::vector<LineRange>>;

} // namespace

struct Repository::Open {
    RepositoryHandle handle;
    fs::path root; ///< of the working tree

    /// A path relative to the root; empty outside.
    [[nodiscard]] fs::path inside(const fs::path& path) const
    {
        std::error_code error;
        fs::path relative = fs::relative(path, root, error);
        return error || relative.empty() || relative.begin()->string() == ".." ? fs::path() : relative;
    }
    /// A path of the repository, relative to the working directory.
    [[nodiscard]] std::string local(const char* path) const
    {
        return fs::proximate(root / path).lexically_normal().generic_string();
    }

    [[nodiscard]] Outcome<Diff> difference(const RevisionRange& range, unsigned flags) const
    {
        Outcome<Tree> from = tree_of(handle.get(), range.from);
        if (!from)
            return from.problem();
        git_diff_options options = GIT_DIFF_OPTIONS_INIT;
        options.flags = flags;
        options.context_lines = 0;
        git_diff* made = nullptr;
        int status = 0;
        if (range.to.empty()) {
            status = git().diff_tree_to_workdir_with_index(&made, handle.get(), from.value().get(), &options);
        } else {
            Outcome<Tree> to = tree_of(handle.get(), range.to);
            if (!to)
                return to.problem();
            status = git().diff_tree_to_tree(&made, handle.get(), from.value().get(), to.value().get(), &options);
        }
        Diff diff(made);
        if (status != 0 || git().diff_find_similar(diff.get(), nullptr) != 0)
            return fatal("git cannot compare: " + last_error(), "check the repository with git status");
        return diff;
    }
};

RevisionRange revision_range(const std::string& text)
{
    const std::size_t dots = text.find("..");
    if (dots == std::string::npos)
        return {text, {}};
    const auto or_head = [](std::string name) { return name.empty() ? std::string("HEAD") : name; };
    return {or_head(text.substr(0, dots)), or_head(text.substr(dots + 2))};
}

std::string unified_diff(const std::string& path, const std::string& old_bytes, const std::string& bytes)
{
    if (git_library() == nullptr)
        throw std::runtime_error(std::string("no patch can be written: ") + not_installed);
    std::string text;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT;
    git_patch* made = nullptr;
    git_buf buffer{};
    if (git().patch_from_buffers(&made, old_bytes.data(), old_bytes.size(), path.c_str(), bytes.data(), bytes.size(),
                               path.c_str(), &options)
            == 0
        && git().patch_to_buf(&buffer, made) == 0)
        text.assign(buffer.ptr, buffer.size);
    git().buf_dispose(&buffer);
    git().patch_free(made);
    return text;
}

bool may_lie_in_repository(const fs::path& folder)
{
    std::error_code error;
    const fs::path from = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
    for (fs::path at = from; !error; at = at.parent_path()) {
        if (fs::exists(at / ".git", error) || fs::exists(at / "HEAD", error)) // of a bare one
            return true;
        if (at == at.parent_path())
            return false;
    }
    return true;
}

Repository::Repository(const std::string& folder)
{
    if (git_library() == nullptr) {
        why_not_ = not_installed;
        return;
    }
    git_repository* opened = nullptr;
    if (git().repository_open_ext(&opened, folder.empty() ? "." : folder.c_str(), 0, nullptr) != 0) {
        why_not_ = last_error();
        return;
    }
    RepositoryHandle handle(opened);
    const char* root = git().repository_workdir(handle.get());
    if (root == nullptr)
        why_not_ = "a bare repository has no working tree";
    else
        open_ = std::make_unique<Open>(Open{std::move(handle), root});
}

Repository::~Repository() = default;

bool Repository::holds(const fs::path& path) const { return open_ && !open_->inside(path).empty(); }

bool Repository::ignores(const fs::path& path) const
{
    const fs::path relative = open_ ? open_->inside(path) : fs::path();
    int ignored = 0;
    return !relative.empty() && git().ignore_path_is_ignored(&ignored, open_->handle.get(), relative.c_str()) == 0
           && ignored == 1;
}

Outcome<std::vector<ChangedFile>> Repository::changed_files(const RevisionRange& range) const
{
    if (!open_)
        return fatal("there is no git repository here: " + why_not_, "start verbatim inside the repository");
    const Outcome<Diff> diff = open_->difference(range, GIT_DIFF_NORMAL);
    if (!diff)
        return diff.problem();
    std::vector<ChangedFile> files;
    for (std::size_t i = 0; i < git().diff_num_deltas(diff.value().get()); ++i) {
        const git_diff_delta& delta = *git().diff_get_delta(diff.value().get(), i);
        ChangedFile file;
        file.old_path = open_->local(delta.old_file.path);
        file.path = open_->local(delta.new_file.path);
        file.old_bytes = bytes_of(open_->handle.get(), delta.old_file);
        file.deleted = delta.status == GIT_DELTA_DELETED;
        if (!range.to.empty())
            file.bytes = bytes_of(open_->handle.get(), delta.new_file);
        files.push_back(std::move(file));
    }
    return files;
}

Outcome<ChangedLines> Repository::changed_lines(const std::string& revision) const
{
    if (!open_)
        return fatal("there is no git repository here: " + why_not_, "start verbatim inside the repository");
    const Outcome<Diff> diff = open_->difference(
        {revision, {}}, GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_SHOW_UNTRACKED_CONTENT);
    if (!diff)
        return diff.problem();
    struct Told {
        const Open& open;
        ChangedLines lines;
    } told{*open_, {}};
    const auto on_file = [](const git_diff_delta* delta, float, void* to) {
        auto& into = *static_cast<Told*>(to);
        std::vector<LineRange>& lines = into.lines[into.open.local(delta->new_file.path)];
        if (delta->status == GIT_DELTA_UNTRACKED || delta->status == GIT_DELTA_ADDED)
            lines.push_back({1, std::numeric_limits<std::size_t>::max()});
        return 0;
    };
    const auto on_hunk = [](const git_diff_delta* delta, const git_diff_hunk* hunk, void* to) {
        auto& into = *static_cast<Told*>(to);
        const auto first = static_cast<std::size_t>(hunk->new_start);
        const auto count = static_cast<std::size_t>(hunk->new_lines);
        if (count > 0)
            into.lines[into.open.local(delta->new_file.path)].push_back({first, first + count - 1});
        return 0;
    };
    if (git().diff_foreach(diff.value().get(), on_file, nullptr, on_hunk, nullptr, &told) != 0)
        return fatal("git cannot compare: " + last_error(), "check the repository with git status");
    return std::move(told.lines);
}

} // namespace verbatim::cli
