// SPDX-License-Identifier: Apache-2.0
#include "read/read.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace verbatim::read {
namespace {

/// md4c counts in 32 bits, and no text of this size was written by people.
constexpr std::uintmax_t largest = std::uintmax_t{1} << 30;

Problem problem(const std::string& path, std::string message, std::string remedy)
{
    return {path, 0, 0, Severity::error, std::move(message), std::move(remedy), true};
}

Problem too_large(const std::string& path)
{
    return problem(path, "the file is larger than 1 GiB", "split it into its chapters or works");
}

} // namespace

Outcome<File> load(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return problem(path, "there is no such file", "check the path; it is relative to the working directory");
    if (error)
        return problem(path, "the file cannot be reached: " + error.message(), "check the path and its permissions");
    if (fs::is_directory(status))
        return problem(path, "this is a folder, not a file", "name a file in it");
    std::uintmax_t size = 0; // a pipe or a device has none
    if (fs::is_regular_file(status)) {
        size = fs::file_size(path, error);
        size = error ? 0 : size;
        if (size > largest)
            return too_large(path);
    }
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return problem(path, std::string("the file cannot be opened: ") + std::strerror(errno),
                       "check its permissions");
    File file{path, {}};
    file.bytes.reserve(static_cast<std::size_t>(size));
    std::string chunk(std::size_t{1} << 16, '\0');
    while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
        file.bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
        if (file.bytes.size() > largest)
            return too_large(path);
    }
    if (in.bad())
        return problem(path, std::string("the file cannot be read: ") + std::strerror(errno), "check the disk");
    return file;
}

} // namespace verbatim::read
