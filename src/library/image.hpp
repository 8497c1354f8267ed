// SPDX-License-Identifier: Apache-2.0
// A file of flat arrays that is read where it lies. Private to the room.
//
//   header     "VERBATIM" | version | byte order | what made it | size of the file | sections | checksum
//   sections   offset, bytes, first sum of each; then the sums of their blocks                           (at the end)
//   …          the arrays, each at a multiple of 64 bytes
//
// Written beside its place and renamed when whole, so that a reader never meets half a file, and a writer that is
// killed leaves none. A mapped file keeps its bytes when another takes its name.
#pragma once
#include "library/flat_array.hpp"
#include "model/problem.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::library {

[[nodiscard]] std::uint64_t checksum(std::span<const char> bytes); ///< XXH3, 64 bits

class ImageWriter {
public:
    /// A problem where the file cannot be made beside its place; `identity` tells which program's reading it holds.
    [[nodiscard]] static Outcome<ImageWriter> create(const std::string& path, std::uint64_t identity);
    ImageWriter(ImageWriter&&) noexcept;
    ImageWriter& operator=(ImageWriter&&) noexcept;
    ~ImageWriter(); ///< without finish() nothing stays

    void bytes(std::span<const char> section);
    template <typename T>
    void array(std::span<const T> section)
    {
        bytes({reinterpret_cast<const char*>(section.data()), section.size_bytes()});
    }
    /// A section of several parts, each at a multiple of 8 bytes; returns where in the section it begins.
    void begin_parts();
    std::uint64_t part(std::span<const char> bytes);
    void end_parts();
    /// Writes the header and gives the file its name; a problem where the disk is full or the folder closed.
    [[nodiscard]] std::optional<Problem> finish();

private:
    struct File;
    explicit ImageWriter(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

/// Why a file is no image that can be used.
enum class ImageFault : unsigned char { none, absent, unreadable, foreign, other_version, other_order, damaged };
[[nodiscard]] std::string_view to_string(ImageFault fault);

class Image {
public:
    Image();
    Image(Image&&) noexcept;
    Image& operator=(Image&&) noexcept;
    ~Image();
    /// Maps the file and checks its header. The bytes of sections are not looked at: see `intact` and `checked`.
    [[nodiscard]] static Image open(const std::string& path, std::uint64_t identity);
    [[nodiscard]] ImageFault fault() const { return fault_; }
    [[nodiscard]] std::size_t sections() const { return sections_.size(); }
    [[nodiscard]] std::span<const char> bytes(std::size_t section) const;
    /// Keeps the bytes mapped.
    [[nodiscard]] std::shared_ptr<const void> owner() const;
    /// Empty where the section is no whole number of T.
    template <typename T>
    [[nodiscard]] std::span<const T> array(std::size_t section) const
    {
        const std::span<const char> all = bytes(section);
        if (all.size() % sizeof(T) != 0)
            return {};
        return {reinterpret_cast<const T*>(all.data()), all.size() / sizeof(T)};
    }
    /// The same, each of its blocks summed before it is used; the image must outlive it.
    template <typename T>
    [[nodiscard]] FlatArray<T> checked(std::size_t section) const
    {
        return {array<T>(section), *checked_[section]};
    }
    /// True where the section's bytes are those that were written; reads all of them.
    [[nodiscard]] bool intact(std::size_t section) const;

private:
    struct Section {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::uint64_t first_sum = 0; ///< of its blocks
    };
    struct Mapping;
    friend class ImageWriter;
    /// False where it cannot be one.
    [[nodiscard]] bool read_directory(std::span<const char> directory, std::size_t sections, const std::string& path);
    std::shared_ptr<Mapping> mapping_;
    std::vector<Section> sections_;
    std::vector<std::uint64_t> sums_;
    std::vector<std::unique_ptr<CheckedBytes>> checked_; ///< by section
    ImageFault fault_ = ImageFault::absent;
};

} // namespace verbatim::library
