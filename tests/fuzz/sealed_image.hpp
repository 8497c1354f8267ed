// SPDX-License-Identifier: Apache-2.0
// A file of flat arrays (library/image.hpp) with bytes changed and every sum made right again: damage that no checksum
// gives away.
#pragma once
#include "library/image.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace verbatim::fuzz {

class SealedImage {
public:
    explicit SealedImage(std::string bytes) : bytes_(std::move(bytes)) {}

    /// One change an eight bytes: section, what is done, where, with which value.
    [[nodiscard]] std::string changed(std::string_view changes) const
    {
        std::string bytes = bytes_;
        for (; changes.size() >= 8; changes.remove_prefix(8))
            change(bytes, changes);
        seal(bytes);
        return bytes;
    }

private:
    struct Section {
        std::uint64_t offset, size, first_sum;
    };
    // Offsets in the header, as image.cpp has it.
    static constexpr std::size_t directory = 32, sections = 40, directory_checksum = 48, header_checksum = 56;

    template <typename T>
    [[nodiscard]] static T at(const std::string& bytes, std::size_t offset)
    {
        T value;
        std::memcpy(&value, bytes.data() + offset, sizeof value);
        return value;
    }
    template <typename T>
    static void put(std::string& bytes, std::size_t offset, T value)
    {
        std::memcpy(bytes.data() + offset, &value, sizeof value);
    }
    [[nodiscard]] static std::size_t place_of(const std::string& bytes, std::size_t section)
    {
        return at<std::uint64_t>(bytes, directory) + section * sizeof(Section);
    }

    static void change(std::string& bytes, std::string_view change)
    {
        const std::size_t count = at<std::uint64_t>(bytes, sections);
        const std::size_t place = place_of(bytes, static_cast<unsigned char>(change[0]) % count);
        Section section = at<Section>(bytes, place);
        std::uint16_t where = 0;
        std::uint32_t value = 0;
        std::memcpy(&where, change.data() + 2, sizeof where);
        std::memcpy(&value, change.data() + 4, sizeof value);
        if (section.size == 0)
            return;
        const std::size_t target = section.offset + where % section.size;
        switch (static_cast<unsigned char>(change[1]) % 4) {
        case 0: // a number of an array
            if (section.size >= sizeof value)
                put(bytes, section.offset + where % (section.size / sizeof value) * sizeof value, value);
            break;
        case 1: // one byte
            put(bytes, target, static_cast<unsigned char>(value));
            break;
        case 2: // the section ends earlier
            section.size -= std::min<std::uint64_t>(section.size, value % 256);
            put(bytes, place, section);
            break;
        default: // a run of one number
            for (std::size_t i = 0; i < 64 && (where % 4096 + i + 1) * sizeof value <= section.size; ++i)
                put(bytes, section.offset + (where % 4096 + i) * sizeof value, value);
        }
    }

    static void seal(std::string& bytes)
    {
        const std::size_t count = at<std::uint64_t>(bytes, sections);
        constexpr std::size_t block = library::CheckedBytes::block;
        const std::size_t sums = place_of(bytes, count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto section = at<Section>(bytes, place_of(bytes, i));
            for (std::size_t k = 0; k < library::CheckedBytes::blocks(section.size); ++k)
                put(bytes, sums + (section.first_sum + k) * sizeof(std::uint64_t),
                    library::checksum({bytes.data() + section.offset + k * block,
                                       std::min<std::size_t>(block, section.size - k * block)}));
        }
        const std::size_t begin = at<std::uint64_t>(bytes, directory);
        put(bytes, directory_checksum, library::checksum({bytes.data() + begin, bytes.size() - begin}));
        put(bytes, header_checksum, library::checksum({bytes.data(), header_checksum}));
    }

    std::string bytes_;
};

} // namespace verbatim::fuzz
