// SPDX-License-Identifier: Apache-2.0
// A folder of this process, rewritten for each input; in memory where TMPDIR says so.
#pragma once
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace verbatim::fuzz {

class ScratchFolder {
public:
    ScratchFolder() : folder_(std::filesystem::temp_directory_path() / ("verbatim-fuzz-" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(folder_);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    void write(const std::string& name, std::string_view bytes) const
    {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ifstream file(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::string path(const std::string& name = {}) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

} // namespace verbatim::fuzz
