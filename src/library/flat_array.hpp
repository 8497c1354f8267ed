// SPDX-License-Identifier: Apache-2.0
// An array that is read in place: it was built in memory, or it lies in a mapped file. Private to the room.
#pragma once
#include <span>
#include <utility>
#include <vector>

namespace verbatim::library {

template <typename T>
class FlatArray {
public:
    FlatArray() = default;
    FlatArray(std::vector<T> built) : built_(std::move(built)), read_(built_) {} // NOLINT(google-explicit-constructor)
    /// Of a mapped file, which must outlive the array.
    FlatArray(std::span<const T> mapped) : read_(mapped) {} // NOLINT(google-explicit-constructor)
    FlatArray(FlatArray&&) noexcept = default; // a moved vector keeps its place
    FlatArray& operator=(FlatArray&&) noexcept = default;
    FlatArray(const FlatArray&) = delete;
    FlatArray& operator=(const FlatArray&) = delete;
    ~FlatArray() = default;

    [[nodiscard]] std::span<const T> all() const { return read_; }
    [[nodiscard]] std::size_t size() const { return read_.size(); }
    [[nodiscard]] const T& operator[](std::size_t i) const { return read_[i]; }

private:
    std::vector<T> built_;
    std::span<const T> read_;
};

} // namespace verbatim::library
