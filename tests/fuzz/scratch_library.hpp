// SPDX-License-Identifier: Apache-2.0
// A folder of this process, rewritten for each input.
#pragma once
#include "library/library.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace verbatim::fuzz {

class ScratchLibrary {
public:
    ScratchLibrary() : folder_(std::filesystem::temp_directory_path() / ("verbatim-fuzz-" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(folder_);
    }
    ScratchLibrary(const ScratchLibrary&) = delete;
    ScratchLibrary& operator=(const ScratchLibrary&) = delete;
    ~ScratchLibrary()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    void write(const std::string& name, std::string_view bytes) const
    {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    [[nodiscard]] Outcome<library::Library> open() const { return library::Library::open({{folder_.string()}, 1, {}}); }

private:
    std::filesystem::path folder_;
};

} // namespace verbatim::fuzz
