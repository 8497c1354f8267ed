// SPDX-License-Identifier: Apache-2.0
// An array that is read in place: it was built in memory, or it lies in a mapped file, and then its bytes are summed
// before they are given out (checked_bytes.hpp). Private to the room.
#pragma once
#include "library/checked_bytes.hpp"

#include <span>
#include <utility>
#include <vector>

namespace verbatim::library {

template <typename T>
class FlatArray {
public:
    FlatArray() = default;
    FlatArray(std::vector<T> built) : built_(std::move(built)), read_(built_) {} // NOLINT(google-explicit-constructor)
    /// Of a mapped file, which must outlive the array; its bytes have been summed.
    FlatArray(std::span<const T> mapped) : read_(mapped) {} // NOLINT(google-explicit-constructor)
    /// The same of bytes that are summed as they are used. `checked` must outlive the array.
    FlatArray(std::span<const T> mapped, const CheckedBytes& checked) : read_(mapped), checked_(&checked) {}
    FlatArray(FlatArray&&) noexcept = default; // a moved vector keeps its place
    FlatArray& operator=(FlatArray&&) noexcept = default;
    FlatArray(const FlatArray&) = delete;
    FlatArray& operator=(const FlatArray&) = delete;
    ~FlatArray() = default;

    [[nodiscard]] std::size_t size() const { return read_.size(); }
    [[nodiscard]] const T& operator[](std::size_t i) const
    {
        need(i, i + 1);
        return read_[i];
    }
    /// Elements [begin, end).
    [[nodiscard]] std::span<const T> part(std::size_t begin, std::size_t end) const
    {
        need(begin, end);
        return read_.subspan(begin, end - begin);
    }
    /// Of a mapped file, reads all of it.
    [[nodiscard]] std::span<const T> all() const { return part(0, read_.size()); }
    /// The same array; this one must outlive it.
    [[nodiscard]] FlatArray view() const
    {
        FlatArray same(read_);
        same.checked_ = checked_;
        return same;
    }

private:
    void need(std::size_t begin, std::size_t end) const
    {
        if (checked_ != nullptr)
            checked_->need(begin * sizeof(T), end * sizeof(T));
    }
    std::vector<T> built_;
    std::span<const T> read_;
    const CheckedBytes* checked_ = nullptr;
};

} // namespace verbatim::library
