// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace verbatim::cli {
namespace {

Problem cannot_write(const std::string& path, int error)
{
    Problem problem;
    problem.path = path;
    problem.message = std::string("cannot be written: ") + std::strerror(error);
    problem.remedy = "check that the folder exists, is writable and has room; nothing was changed";
    problem.fatal = true;
    return problem;
}

bool write_all(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A file in the folder of `place`, without a name until it is whole: whatever ends the program (Ctrl-C, kill -9, a
/// full disk), nothing half-written stays behind. Where the file system has no such files it has a name from the start.
class Unfinished {
public:
    explicit Unfinished(const std::string& place) : name_(place + ".XXXXXX")
    {
        const std::filesystem::path folder = std::filesystem::path(place).parent_path();
        if (::access("/proc/self/fd", X_OK) == 0) // by which it is given its name
            file_ = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
        named_ = file_ < 0;
        if (named_)
            file_ = ::mkstemp(name_.data());
        named_ = named_ && file_ >= 0;
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished()
    {
        if (file_ >= 0)
            ::close(file_);
        if (named_)
            ::unlink(name_.c_str());
    }

    [[nodiscard]] int file() const { return file_; } ///< -1 where none could be made; then errno tells why
    /// Takes the place of what stands there; false with errno set where it cannot.
    bool put_in(const std::string& place)
    {
        if (!named_ && !give_name())
            return false;
        named_ = true;
        const int file = std::exchange(file_, -1);
        if (::close(file) != 0 || ::rename(name_.c_str(), place.c_str()) != 0)
            return false;
        named_ = false;
        return true;
    }

private:
    /// A link cannot replace a file: it needs a name of its own, which is free, for the moment before the renaming.
    bool give_name()
    {
        constexpr int attempts = 100;
        const std::string stem = name_.substr(0, name_.size() - 6), own = "/proc/self/fd/" + std::to_string(file_);
        for (int i = 0; i < attempts; ++i) {
            name_ = stem + std::to_string(::getpid()) + "-" + std::to_string(i);
            if (::linkat(AT_FDCWD, own.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0)
                return true;
            if (errno != EEXIST)
                return false;
        }
        return false;
    }

    std::string name_;
    int file_ = -1;
    bool named_ = false;
};

} // namespace

std::optional<Problem> write_atomically(const std::string& path, const std::function<void(std::ostream&)>& write)
{
    std::ostringstream bytes;
    write(bytes);
    std::error_code ignored;
    // A device or a pipe (/dev/stdout) has no folder to rename in.
    if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const bool done = file >= 0 && write_all(file, bytes.view());
        const int error = errno;
        if (file >= 0)
            ::close(file);
        return done ? std::nullopt : std::optional(cannot_write(path, error));
    }
    // A link stays a link: what it leads to is replaced. A file that is there keeps its permissions.
    const std::filesystem::path target = std::filesystem::weakly_canonical(path, ignored);
    const std::string place = ignored ? path : target.string();
    struct stat before {};
    const bool is_there = ::stat(place.c_str(), &before) == 0;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = is_there ? before.st_mode & 07777 : 0666 & ~mask;
    Unfinished unfinished(place);
    if (unfinished.file() >= 0 && write_all(unfinished.file(), bytes.view()) && ::fchmod(unfinished.file(), mode) == 0
        && ::fsync(unfinished.file()) == 0 && unfinished.put_in(place))
        return std::nullopt;
    return cannot_write(path, errno);
}

} // namespace verbatim::cli
