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
    std::string temporary = place + ".XXXXXX";
    const int file = ::mkstemp(temporary.data());
    if (file < 0)
        return cannot_write(path, errno);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = is_there ? before.st_mode & 07777 : 0666 & ~mask;
    bool done = write_all(file, bytes.view()) && ::fchmod(file, mode) == 0 && ::fsync(file) == 0;
    int error = errno;
    if (::close(file) != 0 && done) {
        done = false;
        error = errno;
    }
    if (done && ::rename(temporary.c_str(), place.c_str()) != 0) {
        done = false;
        error = errno;
    }
    if (done)
        return std::nullopt;
    ::unlink(temporary.c_str());
    return cannot_write(path, error);
}

} // namespace verbatim::cli
