// SPDX-License-Identifier: Apache-2.0
// A section of a saved index is not summed when the index is opened, which would take as long as to read all of it, but
// block by block, each before its bytes are used for the first time. Private to the room.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace verbatim::library {

class CheckedBytes {
public:
    static constexpr std::size_t block = std::size_t{1} << 14; ///< bytes that are summed together
    [[nodiscard]] static constexpr std::size_t blocks(std::size_t bytes) { return (bytes + block - 1) / block; }

    /// `sums` has one for each block; both must outlive this. `file` is what a complaint names.
    CheckedBytes(std::span<const char> bytes, std::span<const std::uint64_t> sums, std::string file);

    /// Throws DamagedIndex where a block that holds some of the bytes [begin, end) is not the one that was written.
    void need(std::size_t begin, std::size_t end) const
    {
        for (std::size_t at = begin / block; at * block < end; ++at)
            if (!seen_[at].load(std::memory_order_relaxed))
                look_at(at);
    }
    /// True where every block is the one that was written; reads all of them.
    [[nodiscard]] bool intact() const;

private:
    [[nodiscard]] bool is_sound(std::size_t at) const;
    void look_at(std::size_t at) const;

    std::span<const char> bytes_;
    std::span<const std::uint64_t> sums_;
    std::unique_ptr<std::atomic<bool>[]> seen_;
    std::string file_;
};

} // namespace verbatim::library
