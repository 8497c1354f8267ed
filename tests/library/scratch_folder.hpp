// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace verbatim::library::test {

/// A folder of its own for one test, removed at the end.
class ScratchFolder {
public:
    ScratchFolder()
    {
        static std::atomic<int> count = 0;
        path_ = std::filesystem::temp_directory_path()
                / ("verbatim-library-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    ~ScratchFolder()
    {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    ScratchFolder& write(const std::string& name, const std::string& bytes)
    {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return *this;
    }
    [[nodiscard]] std::string path(const std::string& name = {}) const
    {
        return name.empty() ? path_.string() : (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

} // namespace verbatim::library::test
